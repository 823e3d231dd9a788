"""Characters → how they may be read: the one table that finds every name by pinyin and by initials.

No name stores its own pinyin. A character has the readings that it has in any name or in common words, so that
重庆 is found by `chongqing` and 重点 by `zhongdian` through the same entry of 重.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from zongjie.pinyin import readings


@dataclass(frozen=True)
class Syllables:
    """`usual`: each character's usual reading; `more`: the others that it may have, in a fixed order."""

    usual: Mapping[str, str]
    more: Mapping[str, tuple[str, ...]]


def syllables(names: Iterable[str]) -> Syllables:
    """The readings of all characters in `names`, and of the 3,755 most common ones: a reader may type those by mistake."""
    table = readings()
    in_names = _readings_in(names)
    usual: dict[str, str] = {}
    more: dict[str, tuple[str, ...]] = {}
    for character in sorted(in_names.keys() | set(_common_characters())):
        first = table.usual.get(character)
        if not first:
            continue
        usual[character] = first
        others = {*in_names.get(character, ()), *table.common.get(character, ())}
        if rest := tuple(sorted(others - {first})):
            more[character] = rest
    return Syllables(MappingProxyType(usual), MappingProxyType(more))


def _readings_in(names: Iterable[str]) -> dict[str, set[str]]:
    """Every character of `names`, with the readings that words of the dictionary give it there (六 in 六安 is `lu`)."""
    table = readings()
    found: dict[str, set[str]] = defaultdict(set)
    for name in names:
        for start, character in enumerate(name):
            found.setdefault(character, set())
            for word, those in table.words.get(character, ()):
                if name.startswith(word, start):
                    for one, reading in zip(word, those, strict=True):
                        found[one].add(reading)
    return found


@cache
def _common_characters() -> tuple[str, ...]:
    """The first level of GB 2312, in its order."""
    rows = range(0xB0, 0xD8)
    codes = (bytes((row, cell)) for row in rows for cell in range(0xA1, 0xFF))
    decoded = (code.decode("gb2312", errors="ignore") for code in codes)
    return tuple(character for character in decoded if character)
