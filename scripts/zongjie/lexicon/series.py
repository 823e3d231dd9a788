"""Recurring events, such as 科技活动周, that link one year's edition to the next (`data/lexicon/series.yml`)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from zongjie.lexicon.words import any_of
from zongjie.yamlfile import read_rows

_MARKS = re.compile("[“”\"'‘’「」『』]")


@dataclass(frozen=True)
class Series:
    """A recurring event: its name, all words by which an edition is known (the name among them), its fixed day (5.12)."""

    name: str
    words: tuple[str, ...]
    day: str | None = None


def read_series(path: Path) -> tuple[Series, ...]:
    """The series of `path`; none where there is no such file.

    Raises InputError for a word that stands for two series.
    """
    if not path.exists():
        return ()
    found: list[Series] = []
    seen: set[str] = set()
    for row in read_rows(path):
        row.check_keys("name", "words", "day")
        name = row.text("name")
        words = tuple(dict.fromkeys((name, *row.texts("words"))))
        for word in words:
            if word in seen:
                row.fail(f"「{word}」出现在两项活动里", "请只留一处")
            seen.add(word)
        found.append(Series(name, words, row.optional("day")))
    return tuple(found)


def series_of(name: str, known: tuple[Series, ...]) -> Series | None:
    """The series whose longest word stands in `name` (quotation marks apart): “科技之春”科普活动月 → 科技之春."""
    pattern, by_word = _words(known)
    found = pattern.findall(_unquoted(name))
    return by_word[max(found, key=len)] if found else None


@lru_cache(maxsize=4)
def _words(known: tuple[Series, ...]) -> tuple[re.Pattern[str], Mapping[str, Series]]:
    by_word = {_unquoted(word): one for one in known for word in one.words}
    ordered = sorted(by_word, key=lambda word: (-len(word), word))
    return re.compile(any_of(ordered) or "(?!)"), by_word


def _unquoted(text: str) -> str:
    return _MARKS.sub("", text)
