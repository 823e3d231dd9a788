"""Projects: titles, the phrases around them, and whether they were granted."""
