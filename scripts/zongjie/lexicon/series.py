"""Recurring events, such as 科技活动周, that link one year's edition to the next (`data/lexicon/series.yml`)."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Series:
    """A recurring event: its name and the words by which an edition is known."""

    name: str
    words: tuple[str, ...]


def read_series(path: Path) -> tuple[Series, ...]:
    """The series of `path`."""
    del path
    return ()
