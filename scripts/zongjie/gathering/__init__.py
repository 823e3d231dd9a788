"""Sources → records with their mentions, one source at a time: kept by content, done by several processes."""
