"""What an editor knows: word lists of `data/lexicon/`, loaded once and checked.

`data/lexicon/words/*.yml` hold named lists of words, which rules use as 〈词:名称〉 and modules by name:

    产业词: [药业, 化工]

Structured lexicons (programs, places, event series, topics) have a module of their own that reads their file.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from zongjie.errors import InputError
from zongjie.yamlfile import read_table


@dataclass(frozen=True, eq=False)
class Words:
    """Named word lists, each with its longest words first, so that an alternation of them prefers the longest.

    Two are equal only where they are the same object, so that what is compiled of one can be cached by it.
    """

    lists: Mapping[str, tuple[str, ...]]

    def __getitem__(self, name: str) -> tuple[str, ...]:
        try:
            return self.lists[name]
        except KeyError:
            raise InputError(
                "data/lexicon/words", f"没有名为「{name}」的词表", "请补上这个词表,或改正引用它的规则"
            ) from None

    def __contains__(self, name: object) -> bool:
        return name in self.lists


def read_words(folder: Path) -> Words:
    """All word lists of the YAML files in `folder`.

    Raises InputError for a list that stands twice, or a word that stands twice in its list.
    """
    lists: dict[str, tuple[str, ...]] = {}
    for path in sorted(folder.glob("*.yml")):
        table = read_table(path)
        for name in table.fields:
            words = table.texts(name)
            if name in lists:
                table.fail(f"词表「{name}」出现了两次", "请合并成一个")
            repeated = sorted(word for word, count in Counter(words).items() if count > 1)
            if repeated:
                table.fail(f"词表「{name}」里「{repeated[0]}」出现了两次", "请删去一个")
            lists[name] = tuple(sorted(words, key=lambda word: (-len(word), word)))
    return Words(lists)


def any_of(words: Iterable[str]) -> str:
    """A regular expression that matches any of `words`, the longest that fits; nothing where there are none.

    For hundreds of words that stand in no larger pattern see `wordset`.
    """
    return "(?:" + ("|".join(map(re.escape, sorted(set(words), key=lambda word: (-len(word), word)))) or "(?!)") + ")"
