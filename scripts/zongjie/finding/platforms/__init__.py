"""Platforms: names, and who owns them."""
