"""Tests of reading a source."""
