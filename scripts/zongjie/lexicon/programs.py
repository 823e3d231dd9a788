"""Plans, funds and campaigns that are known by name (`data/lexicon/programs.yml`)."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class ProgramEntry:
    """A known program; a field that is not certain is None or empty."""

    name: str
    aliases: tuple[str, ...]
    level: str | None
    body: str | None
    years: str | None
    type: str  # funding, initiative


def read_programs(path: Path) -> tuple[ProgramEntry, ...]:
    """The programs of `path`."""
    del path
    return ()
