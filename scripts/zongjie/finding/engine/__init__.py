"""Rule engine: patterns of words and slots, read from `data/rules/`."""
