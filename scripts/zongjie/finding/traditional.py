"""Records in Traditional characters (廣東高陂青花瓷廠) or spun from synonyms (学问产权): read as they would stand in plain
Simplified text, reported as they are written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from zongjie.finding.spun import unspun
from zongjie.lexicon.words import Words
from zongjie.model import Figure, Mention, Record, Value


@dataclass(frozen=True)
class Script:
    """A record beside `simplified`, the same record in plain Simplified characters; the offsets of both are the same."""

    record: Record
    simplified: Record

    def mention(self, mention: Mention) -> Mention:
        """`mention` of the simplified record with its text and what was read beside it as the record writes them."""
        attributes = {key: self._written(value, mention.start) for key, value in mention.attributes.items()}
        return replace(mention, text=self.record.text[mention.start : mention.end], attributes=attributes)

    def figure(self, figure: Figure) -> Figure:
        """`figure` of the simplified record in the record's own characters."""
        what, value, unit = (self._read(words, figure.start) for words in (figure.what, figure.value, figure.unit))
        return replace(figure, what=what, value=value, unit=unit)

    def _written(self, value: Value, near: int) -> Value:
        if isinstance(value, str):
            return self._read(value, near)
        if isinstance(value, tuple):
            return tuple(self._read(part, near) for part in value)
        return value

    def _read(self, words: str, near: int) -> str:
        """The first place where `words` stand from the paragraph of `near` on, else in the text; other words stay."""
        text = self.simplified.text
        at = text.find(words, text.rfind("\n", 0, near) + 1)
        at = text.find(words) if at < 0 else at
        return words if at < 0 else self.record.text[at : at + len(words)]


def script_of(record: Record, table: Mapping[int, str], words: Words) -> Script | None:
    """The record with its plain twin; None where its text is one already."""
    text = unspun(record.text.translate(table), words)
    if text == record.text:
        return None
    sections = tuple(replace(section, title=section.title.translate(table)) for section in record.sections)
    return Script(record, replace(record, text=text, sections=sections))
