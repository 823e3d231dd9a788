"""Honors: names, and who won them."""
