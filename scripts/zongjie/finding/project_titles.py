"""Titles of projects between quotation marks: 常山生化的“利用酶工程法制备低分子硫酸皮肤素”等10个项目列入河北科技支撑计划."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from zongjie.finding.analysis import Analysis, Quote
from zongjie.lexicon.words import Words
from zongjie.model import Mention, Span

# What may stand between two titles of one list: “甲”、乙公司的“乙”.
_BETWEEN = re.compile(r"[、,，;；]?(?:和|与|及|以及)?[^。;；!！?？\n“”《》「」,，]{0,40}")
_COUNT = (
    r"(?:等)?(?:[0-9一二三四五六七八九十两几多]+余?(?:个|项)|一批|若干)?"
    r"(?:国家|省|市|县|区|自治区|部|州|盟|旗|级|和|、|以上|重大|重点|高新技术|科技|农业|工业|科研|创新|攻关|示范|新)*"
)
_LOST = re.compile(
    r"“([^“”\n。;；,，]{4,60}?)(?=项目|课题|等[0-9一二三四五六七八九十]+[个项]|列入|列为|获得?国家|获得?省|获得?市|通过)"
)


@dataclass(frozen=True)
class _Patterns:
    tail: re.Pattern[str]
    other_tail: re.Pattern[str]
    done_by: re.Pattern[str]
    outcome: re.Pattern[str]
    called: re.Pattern[str]
    not_before: re.Pattern[str]
    not_after: re.Pattern[str]


def quoted_titles(analysis: Analysis, words: Words, known: Sequence[Mention]) -> Iterator[tuple[Span, str]]:
    """The titles and the rule that found each."""
    patterns = _patterns(
        words["项目尾词"], words["非项目尾词"], words["项目动词"], words["项目结果"], words["项目类名"]
    )
    ends = {m.end: m for m in known if m.kind in ("enterprise", "institution", "program")}
    for chain in _chains(analysis):
        sentence = analysis.sentence_at(chain[0].inner.start)
        before = analysis.text[sentence.start : chain[0].outer.start]
        after = analysis.text[chain[-1].outer.end : analysis.sentence_at(chain[-1].outer.start).end]
        for quote in chain:
            rule = _rule(analysis, quote, (before, after), patterns, ends)
            if rule:
                yield quote.inner, rule
    for match in _LOST.finditer(analysis.text):
        span = Span(*match.span(1))
        if not any(q.inner.overlaps(span) for q in analysis.quotes) and patterns.tail.search(match[1]):
            yield span, "缺后引号的题目"


def _chains(analysis: Analysis) -> list[list[Quote]]:
    """Quotes that stand in one list, inner quotes left out."""
    chains: list[list[Quote]] = []
    last: Quote | None = None
    for quote in analysis.quotes:
        if last and quote.inner.within(last.inner):
            continue
        if last and _is_listed(analysis.text, last, quote):
            chains[-1].append(quote)
        else:
            chains.append([quote])
        last = quote
    return chains


def _is_listed(text: str, one: Quote, other: Quote) -> bool:
    between = text[one.outer.end : other.outer.start]
    return one.mark == other.mark and bool(re.match("[、,，和与及]", between)) and bool(_BETWEEN.fullmatch(between))


def _rule(
    analysis: Analysis, quote: Quote, around: tuple[str, str], patterns: _Patterns, ends: dict[int, Mention]
) -> str | None:
    """The rule by which the quoted words are a project's title, None where they are none.

    `around` is what stands before the first and behind the last title of the list in its sentence, `ends` are the known
    names by where they end.
    """
    text, (first, after) = analysis.text, around
    title = text[quote.inner.start : quote.inner.end]
    own_after = text[quote.outer.end : quote.outer.end + 30]
    sentence = analysis.sentence_at(quote.inner.start)
    before = text[sentence.start : quote.outer.start]
    if len(title) < 4 or patterns.other_tail.search(title) or title.startswith(("一种", "关于")):
        return None
    if patterns.not_before.search(before) or patterns.not_after.match(own_after) or patterns.not_after.match(after):
        return None
    named = patterns.called.match(own_after) or patterns.called.match(after)
    owner = ends.get(quote.outer.start) or (ends.get(quote.outer.start - 1) if before.endswith("的") else None)
    done = patterns.done_by.search(before) or patterns.done_by.search(first)
    tail = patterns.tail.search(title)
    outcome = patterns.outcome.match(after) or patterns.outcome.match(own_after)
    if named and (tail or owner or done):
        return "题目加项目"
    if owner and (outcome or tail) and (tail or quote.mark != "《"):
        return "单位加题目"
    if done and (tail or outcome):
        return "承担加题目"
    if tail and outcome and quote.mark != "《":
        return "题目加结果"
    return None


@lru_cache(maxsize=4)
def _patterns(
    tails: tuple[str, ...],
    others: tuple[str, ...],
    verbs: tuple[str, ...],
    outcomes: tuple[str, ...],
    called: tuple[str, ...],
) -> _Patterns:
    return _Patterns(
        tail=re.compile(rf"{_any_of(tails)}(?:项目|课题)?$"),
        other_tail=re.compile(rf"{_any_of(others)}$"),
        done_by=re.compile(
            rf"(?:{_any_of(verbs)}(?:的|了)?[^。;；!！?？\n“”《》,，]{{0,16}}|(?:项目|课题|专项|计划|基金|资金)[::]?)$"
        ),
        outcome=re.compile(rf"[^。;；!！?？\n,，“”《》]{{0,12}}?{_any_of(outcomes)}"),
        called=re.compile(rf"{_COUNT}{_any_of(called)}"),
        not_before=re.compile(
            r"(?:以|围绕|坚持|按照|贯彻|弘扬|主题为|主题是|主题[::]|名为|荣获|授予|评为|命名为|认定为|称为|称号|简称|学习|印发|出台|制定|修订|编印|发放|撰写|颁布|紧扣|聚焦|口号|树立|突出|立足)[^“”《》]{0,4}$"
        ),
        not_after=re.compile(
            r"(?:等)?(?:为主题|为抓手|为载体|为契机|为主线|为目标|为宗旨|为重点|精神|理念|方针|思路|口号|主题|战略|行动|活动|称号|荣誉|品牌|牌|企业称号|模式|机制|体系|工程技术研究中心|工程技术|研究中心|重点实验室|企业|单位|机关|平台|奖|建设规划|商标|专利)"
        ),
    )


def _any_of(words: tuple[str, ...]) -> str:
    return "(?:" + "|".join(re.escape(w) for w in sorted(words, key=lambda w: (-len(w), w))) + ")"
