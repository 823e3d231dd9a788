"""Texts spun from synonyms (学问产权 for 知识产权): read as they were before, reported as they are written."""

from __future__ import annotations

from functools import lru_cache

from zongjie.errors import InputError
from zongjie.lexicon.words import Words

_ENOUGH = 2  # so many words that stand in no other text show that a text is spun


def unspun(text: str, words: Words) -> str:
    """`text` with the words of 换词确证 and 换词 as they were before, if it is a spun one; its length stays.

    星火方案 alone may be a slip; with 学问产权 beside it 科技方案 is 科技计划.
    """
    sure = _pairs(words["换词确证"])
    if sum(wrong in text for wrong, _ in sure) < _ENOUGH:
        return text
    for wrong, right in (*sure, *_pairs(words["换词"])):
        text = text.replace(wrong, right)
    return text


@lru_cache(maxsize=4)
def _pairs(rows: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """What stands and what was meant, of rows such as 学问产权=知识产权."""
    pairs = []
    for row in rows:
        wrong, _, right = row.partition("=")
        if not wrong or len(wrong) != len(right):
            raise InputError("data/lexicon/words/spun.yml", f"「{row}」两边的字数不同", "请写成「学问产权=知识产权」")
        pairs.append((wrong, right))
    return tuple(pairs)
