"""Figures: quantities that report work or set a target."""
