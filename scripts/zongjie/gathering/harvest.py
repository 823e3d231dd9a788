"""One source and all that it tells by itself: the step that depends on no other source."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from zongjie.finding.engine.rulebook import Rulebook
from zongjie.finding.find import Found, find
from zongjie.lexicon import Lexicon
from zongjie.model import Record
from zongjie.reading.read import read_source
from zongjie.reading.sidecar import apply_sidecar


@dataclass(frozen=True)
class Harvest:
    """The records of one source, each with what was found in it; `key` is a digest of all that it depends on, if known."""

    rows: tuple[tuple[Record, Found], ...]
    key: str = field(default="", compare=False)


def harvest(source: Path, lexicon: Lexicon, rules: Rulebook, *, editors_word: bool) -> Harvest:
    """Read `source` and find what its records name; `editors_word` tells whether its sidecar file counts.

    Raises InputError for a source or sidecar file that cannot be used.
    """
    records = read_source(source, lexicon)
    if editors_word:
        records = apply_sidecar(records, sidecar_of(source))
    return Harvest(tuple((record, find(record, lexicon, rules)) for record in records))


def sidecar_of(source: Path) -> Path:
    """Where an editor may write what is known of `source`: the `.yml` file beside it."""
    return source.with_suffix(".yml")
