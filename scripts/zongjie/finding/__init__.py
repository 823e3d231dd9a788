"""Record → mentions: rules and lexicons, one module for each kind that needs more, one place where they compete."""
