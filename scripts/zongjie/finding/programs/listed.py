"""Programs that only the list they stand in tells: 工业强市、科教兴市、人才强市三大战略; 省科技重大专项1项,民生科技专项5项."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from zongjie.finding.programs.patterns import PAUSE
from zongjie.lexicon.words import Words, any_of
from zongjie.model import Span

_AIM = r"[\u4e00-\u9fff]{2}[兴强立活富惠旺][国省市州县区旗镇乡村企农校军]"
_AND = "(?:[、和与及]|以及)"
# Aims that share the word 战略 behind their list, with what else stands in it: 科教兴市和可持续发展战略.
_STRATEGIES = re.compile(
    rf"(?:{_AIM}{_AND})+[^{PAUSE}的]{{2,8}}?“?(?:[二两三四五六七八]大|等)?(?:发展)?战略(?![思研性地部合])"
)
_AIM_IN_LIST = re.compile(rf"{_AIM}(?={_AND}|“?[二两三四五六七八]大|等)")
_NUMBER = r"(?:[0-9]+|[一二三四五六七八九十两]+)[项个]"
# Behind a program with its count the next name with its count: 省科技重大专项1项,|民生科技专项|5项.
_NEXT = re.compile(
    rf"(?:重[点大]|面上|一般)?(?:项目|课题)?(?:获批|立项)?{_NUMBER}(?:[(（][^()（）\n]{{1,12}}[)）])?(?:{_AND}|[,，])"
    rf"(?P<name>(?P<body>[^{PAUSE}的和与及0-9]{{2,14}}?)(?:计划|专项计划|专项资金|专项|基金|资金))(?=(?:项目|课题)?(?:获批|立项)?{_NUMBER})"
)
_OTHER = re.compile("其[他它]|以上|各[类级项]|申报|申请|争取|推荐|上报|实施|完成|组织|列入|获得")


def listed_strategies(text: str) -> Iterator[Span]:
    """The aims that a list calls strategies: 工业强市、科教兴市、人才强市 of 工业强市、科教兴市、人才强市三大战略."""
    for match in _STRATEGIES.finditer(text):
        for aim in _AIM_IN_LIST.finditer(text, match.start(), match.end()):
            yield Span(*aim.span())


def counted_on(text: str, ends: Sequence[int], words: Words) -> Iterator[Span]:
    """The programs that go on the list of one that ends at one of `ends`, each with its count."""
    content = _pattern(words["计划内容词"])
    vague = _pattern(words["泛计划"])
    for end in ends:
        at: int | None = end
        while at is not None and (found := _NEXT.match(text, at)):
            at = None
            body = found["body"]
            told = content.search(body) and not _OTHER.search(body) and body not in words["泛举措"]
            if told and not vague.fullmatch(body):
                yield Span(*found.span("name"))
                at = found.end("name")


@lru_cache(maxsize=4)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(any_of(words))
