"""Mentions → entities → facts: aliases, merging, ids, relations, duplicates."""
