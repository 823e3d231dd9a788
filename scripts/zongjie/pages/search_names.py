"""Knowledge → the names that the search dialog finds as one types."""

from __future__ import annotations

from zongjie.model import Knowledge


def names_script(knowledge: Knowledge) -> str:
    """A classic script that sets one global with the names."""
    del knowledge
    return ""
