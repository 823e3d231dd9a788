"""The words that names of firms and institutions are made of, compiled once for a lexicon."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from zongjie.lexicon.words import Words, any_of
from zongjie.lexicon.wordset import Hit, WordRun, WordSet

# A blank may break a name anywhere (股份有限 公司); one is let pass between two characters of a tail.
_FUNCTION = re.compile(r"[可与和及为在有能]|应用")
# A name may be broken: 澄碧 医疗有限 公司.
_GAPS = " \u3000"


@dataclass(frozen=True)
class Vocabulary:
    """What names of one kind are made of.

    `tail` finds the words that end a full name, unless `not_after` follows or `not_before` precedes; `branch` a part of
    the firm or institution that may follow its name. `filler` tells what holds known words alone (精细化工厂), `single`
    are qualifiers of one character (大厂). `inside` are words that no name ends or begins at, though they are verbs
    (开发, 检测); `compound` matches the longer ones, inside which a function word means nothing (可 of 可持续发展).
    `landmarks` are mountains and waters whose names begin as a division's does (祁连山, 图们江).
    """

    tail: WordSet
    not_after: WordSet
    not_before: tuple[str, ...]
    branch: re.Pattern[str]
    filler: WordRun
    single: frozenset[str]
    inside: frozenset[str]
    compound: WordSet
    landmarks: frozenset[str]

    def is_plain(self, text: str) -> bool:
        """Whether `text` is made of known words alone, one qualifier of a single character before them included (大厂)."""
        return self.filler.covers(text) or (text[:1] in self.single and self.filler.covers(text, 1))

    def tails(self, text: str) -> Iterator[Hit]:
        """The tails in `text`, the longest at each offset, those that overlap included (科大 and 大学 in 医科大学)."""
        at = 0
        while found := self.tail.search(text, at):
            yield found
            at = found.start() + 1


@dataclass(frozen=True)
class EdgeWords:
    """The words that names begin after, `hard` ones and `soft` ones, those that names end before, and words in brackets."""

    hard: frozenset[str]
    soft: frozenset[str]
    after: frozenset[str]
    bracketed: frozenset[str]


@cache
def edge_words(words: Words) -> EdgeWords:
    """The edges of names, whatever their kind."""
    return EdgeWords(
        hard=frozenset(words["名前词"]),
        soft=frozenset(words["名前弱词"]),
        after=frozenset(words["名后词"]),
        bracketed=frozenset(words["名中括号"]),
    )


@cache
def firm_vocabulary(words: Words) -> Vocabulary:
    """The vocabulary of firms."""
    trades = {*words["强行业词"], *words["简称行业词"], *words["行业词"]}
    tails = (*words["法律形式"], *words["企业尾词"])
    return _vocabulary(
        tails=tails,
        not_after=words["尾词后不接"],
        not_before=words["尾词前不接"],
        branches=words["分支尾词"],
        domains={*trades, "厂"},
        qualifiers={*words["企业泛称词"], *words["行业泛称"], *words["名中动词"], *words["分支尾词"], *tails},
        inside={*words["名中动词"], *words["物产"], *words["分支尾词"], *trades} - {*words["名前弱词"]},
        landmarks=words["山水名"],
    )


@cache
def institution_vocabulary(words: Words) -> Vocabulary:
    """The vocabulary of institutions."""
    return _vocabulary(
        tails=(*words["机构尾词"], *words["校名简称尾词"]),
        not_after=words["机构尾词后不接"],
        not_before=(),
        branches=words["内设尾词"],
        domains=set(words["机构专业词"]),
        qualifiers={*words["机构泛称词"], *words["机构尾词"], *words["校名简称尾词"]},
        inside={*words["机构专业词"], *words["机构尾词"], *words["物产"]},
    )


@cache
def known_institutions(words: Words) -> WordSet:
    """Short names of institutions that are known without a place (浙大, 中科院)."""
    return WordSet(words["机构简称"])


@dataclass(frozen=True)
class Trades:
    """The trade words that may end a short name (恒岭机电, 福慷制药); some tell much by themselves, some nothing.

    `any` matches trade words that end a short name only of a firm whose full name holds them (禾芯材料). `general` are
    whole trades (奶牛业), `not_firms` endings of what stands in lists beside firms (县电信局). `famous` matches firms
    that everybody knows without a trade word (科大讯飞), unless `goods` follow (腾讯会议). `produce` are crops, animals and minerals (枸杞): no brand alone.
    """

    ending: WordSet
    any: WordSet
    strong: frozenset[str]
    weak: frozenset[str]
    general: tuple[str, ...]
    not_firms: tuple[str, ...]
    famous: WordSet
    goods: WordSet
    produce: frozenset[str]


@cache
def trades(words: Words) -> Trades:
    """The trade words of `words`."""
    strong, plain = words["强行业词"], words["简称行业词"]
    listed = {*strong, *plain, *words["不作简称尾"]}
    weak = (*words["弱行业词"], *(word for word in words["行业词"] if len(word) > 1 and word not in listed))
    endings = (*strong, *plain, *weak)
    return Trades(
        ending=WordSet(endings),
        any=WordSet((*endings, *words["行业词"])),
        strong=frozenset(strong),
        weak=frozenset(weak),
        general=tuple(word for word in words["行业泛称"] if len(word) > 2),
        not_firms=words["非企业尾"],
        famous=WordSet(words["知名企业"]),
        goods=WordSet(words["知名企业后不接"]),
        produce=frozenset(words["物产"]),
    )


def _vocabulary(
    *,
    tails: Iterable[str],
    not_after: Iterable[str],
    not_before: Iterable[str],
    branches: Iterable[str],
    domains: set[str],
    qualifiers: set[str],
    inside: set[str],
    landmarks: Iterable[str] = (),
) -> Vocabulary:
    known = {*domains, *qualifiers}
    return Vocabulary(
        tail=WordSet(tails, skip=_GAPS),
        not_after=WordSet(not_after),
        not_before=tuple(not_before),
        branch=re.compile(rf"[\u4e00-\u9fff]{{2,8}}?{any_of(branches)}"),
        filler=WordRun(word for word in known if len(word) > 1 or word in domains),
        single=frozenset(word for word in known if len(word) == 1),
        inside=frozenset(inside),
        compound=WordSet(word for word in inside if len(word) > 2 and _FUNCTION.search(word)),
        landmarks=frozenset(landmarks),
    )
