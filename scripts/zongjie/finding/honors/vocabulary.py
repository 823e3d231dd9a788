"""The words that the names of honours are made of and stand among, ready to be looked up."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from zongjie.lexicon.words import Words
from zongjie.lexicon.wordset import WordSet


@dataclass(frozen=True)
class Vocabulary:
    """`tails` end the names of titles and prizes, `praise` and a `bearer` together do so as well (先进 + 民营科技 + 企业).

    `grades` stand for a prize alone or behind its name, `close` are bearers of one character that must follow their
    praise at once; `starts` finds the characters at which any of these can begin. `firms` are qualifications of firms.
    `after` and the characters around 奖 tell what is no name.
    """

    starts: re.Pattern[str]
    tails: WordSet
    grades: WordSet
    firms: frozenset[str]
    praise: WordSet
    bearers: WordSet
    close: frozenset[str]
    after: WordSet
    after_prize: WordSet
    before_prize: frozenset[str]
    verbs: WordSet
    won: frozenset[str]
    short: frozenset[str]
    conferring: frozenset[str]
    judging: WordSet
    given: WordSet


@cache
def honor_vocabulary(words: Words) -> Vocabulary:
    """The vocabulary of honours in `words`."""
    tails = {*words["荣誉尾"], *words["企业资格尾"], *words["奖名"], *words["等次"]}
    firsts = {word[0] for word in (*tails, *words["褒词"], "奖")}
    return Vocabulary(
        starts=re.compile(f"[{''.join(sorted(firsts))}]"),
        tails=WordSet(tails),
        grades=WordSet(words["等次"]),
        firms=frozenset(words["企业资格尾"]),
        praise=WordSet(words["褒词"]),
        bearers=WordSet(words["称号主体"]),
        close=frozenset(words["单字主体"]),
        after=WordSet(words["荣誉后字"]),
        after_prize=WordSet(words["奖后字"]),
        before_prize=frozenset(words["奖前字"]),
        verbs=WordSet({*words["获得词"], *words["争取词"], *words["授予词"]}),
        won=frozenset({*words["获得词"], *words["授予词"]} - set(words["争取词"])),
        short=frozenset(words["短获得词"]),
        conferring=frozenset(words["授予词"]),
        judging=WordSet(words["评奖词"]),
        given=WordSet(words["归属词"]),
    )
