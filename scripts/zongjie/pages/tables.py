"""Tables of a page: their columns, and none that would stand empty."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from zongjie.pages.escape import Markdown

Cells = tuple[Markdown, ...]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Table:
    """A table under a heading of its own; `note` says how to read it."""

    title: str
    anchor: str
    note: str
    columns: tuple[str, ...]
    rows: tuple[Cells, ...]


def filled(columns: Sequence[str], rows: Sequence[Cells]) -> tuple[int, ...]:
    """Which columns have something in them in at least one row."""
    return tuple(n for n in range(len(columns)) if any(row[n] for row in rows))


def table(title: str, anchor: str, columns: Sequence[str], rows: Iterable[Cells], note: str = "") -> Table:
    """A table without its empty columns; without rows it has no columns either."""
    those = tuple(rows)
    kept = filled(columns, those)
    return Table(title, anchor, note, pick(columns, kept), tuple(pick(row, kept) for row in those))


def pick(values: Sequence[T], kept: Iterable[int]) -> tuple[T, ...]:
    """The values at the places `kept`."""
    return tuple(values[n] for n in kept)
