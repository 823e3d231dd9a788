"""Reads a text as a source file of its own."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from zongjie.lexicon import Lexicon
from zongjie.model import Record, Span
from zongjie.reading.read import read_source


def read_text(text: str | bytes, lexicon: Lexicon, name: str = "t.txt") -> tuple[Record, ...]:
    """The records of a file that holds `text`."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return read_source(path, lexicon)


def read_one(text: str, lexicon: Lexicon) -> Record:
    """The one record of a file that holds `text`."""
    (record,) = read_text(text, lexicon)
    return record


def said(record: Record, spans: tuple[Span, ...]) -> list[str]:
    """What stands at spans of a record's text."""
    return [record.text[span.start : span.end] for span in spans]
