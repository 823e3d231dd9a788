"""Statements: what one clause says of the names in it (who undertakes, funds, owns)."""
