"""What a record reports and plans, in its own words: the clauses that say it."""
