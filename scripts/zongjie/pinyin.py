"""How Chinese characters are read: pinyin without tones, ü written v, from the table `pinyin.tsv` beside this module.

The table is what `scripts/make_pinyin.py` keeps of the dictionaries of pypinyin; loading those takes half a second.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

_TABLE = Path(__file__).with_name("pinyin.tsv")


@dataclass(frozen=True, eq=False)
class Readings:
    """`usual`: characters → the reading of each alone; `common`: characters → what else they are read in common words;
    `words`: first characters → the words with it that are read otherwise than their characters alone, the longest first."""

    usual: Mapping[str, str]
    common: Mapping[str, tuple[str, ...]]
    words: Mapping[str, tuple[tuple[str, tuple[str, ...]], ...]]

    def word_at(self, text: str, at: int) -> tuple[str, tuple[str, ...]] | None:
        """The longest word of the table that stands in `text` at the offset `at`, with the readings of its characters."""
        return next((row for row in self.words.get(text[at], ()) if text.startswith(row[0], at)), None)


@cache
def readings() -> Readings:
    """The table."""
    usual: dict[str, str] = {}
    common: dict[str, tuple[str, ...]] = {}
    words: defaultdict[str, list[tuple[str, tuple[str, ...]]]] = defaultdict(list)
    for line in _TABLE.read_text(encoding="utf-8").splitlines():
        key, _, value = line.partition("\t")
        if key.startswith("#"):
            continue
        if key.isascii():
            usual.update(dict.fromkeys(value, key))
        elif len(key) == 1:
            common[key] = tuple(value.split())
        else:
            words[key[0]].append((key, tuple(value.split())))
    longest_first = {first: tuple(sorted(rows, key=lambda row: -len(row[0]))) for first, rows in words.items()}
    return Readings(MappingProxyType(usual), MappingProxyType(common), MappingProxyType(longest_first))


def spell(text: str) -> list[str]:
    """`text` as syllables, one for each Chinese character; what else stands between them is kept, as one piece.

    A word of the table is read as a word: 重庆LED → ["chong", "qing", "LED"].
    """
    return list(_spell(text))


def _spell(text: str) -> Iterator[str]:
    table = readings()
    at, other = 0, ""
    while at < len(text):
        if text[at] not in table.usual:
            other += text[at]
            at += 1
            continue
        if other:
            yield other
            other = ""
        if row := table.word_at(text, at):
            yield from row[1]
            at += len(row[0])
        else:
            yield table.usual[text[at]]
            at += 1
    if other:
        yield other
