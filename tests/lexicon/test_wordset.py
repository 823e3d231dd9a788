"""Many words looked up at once: what an alternation with the longest words first would find."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zongjie.lexicon.wordset import WordRun, WordSet

WORDS = ["培训", "培训班", "技术培训", "班", "雷雨天网"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("举办培训班2期", ["培训班"]),
        ("技术培训班", ["技术培训", "班"]),
        ("开展“雷雨”“天网”行动", ["雷雨天网"]),
        ("开展“雷雨”,天网行动", []),
        ("雷“”“雨天网", []),
        ("", []),
    ],
)
def test_words_are_found(text: str, found: list[str]) -> None:
    assert [hit.word for hit in WordSet(WORDS, skip="“”").finditer(text)] == found


def test_a_word_must_end_before_the_stop() -> None:
    assert WordSet(WORDS).match("培训班", 0, 2) == WordSet(["培训"]).match("培训班")


@given(st.sets(st.text("甲乙丙", min_size=1, max_size=4), min_size=1, max_size=12), st.text("甲乙丙丁", max_size=30))
def test_like_an_alternation(words: set[str], text: str) -> None:
    pattern = re.compile("|".join(sorted(words, key=lambda word: (-len(word), word))))
    assert [hit.span() for hit in WordSet(words).finditer(text)] == [match.span() for match in pattern.finditer(text)]


@given(st.sets(st.text("甲乙丙", min_size=1, max_size=3), min_size=1, max_size=8), st.text("甲乙丙丁( )", max_size=16))
def test_a_run_of_words_is_like_a_repeated_alternation(words: set[str], text: str) -> None:
    either = "|".join(sorted(words, key=lambda word: (-len(word), word)))
    pattern = re.compile(rf"(?:{either}|[(][^()]{{1,8}}[)]|\s)*")
    found = pattern.match(text)
    assert found
    assert WordRun(words).end(text, 0) == found.end()
    assert WordRun(words).covers(text) == (pattern.fullmatch(text) is not None)
