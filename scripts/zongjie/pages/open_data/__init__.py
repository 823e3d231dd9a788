"""The knowledge as data for others: tables as CSV and SQLite, what each column means, and a description for machines."""
