"""What bureaus report on: topics by which lost headings are inferred and passages gathered (`data/lexicon/topics.yml`)."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Topic:
    """A topic: its heading and the words that speak for it."""

    name: str
    words: tuple[str, ...]


def read_topics(path: Path) -> tuple[Topic, ...]:
    """The topics of `path`."""
    del path
    return ()
