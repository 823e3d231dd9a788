"""Where the words that are shown for a figure or a plan begin and end: with their subject, without counters, as written."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from zongjie.model import Span

_MAY_END = re.compile("[.,，;；。!！?？]")
_SHOWN = 90
_LONGEST = 150
# 一是, (二), 3、, 首先 … count, and 2. in 2.8月承办; 三要素 and 1.5 do not.
_COUNTER = re.compile(
    r"(?:[\s\u3000]*(?:"
    r"[(（](?:[一二三四五六七八九十]{1,3}|[0-9]{1,2})[)）]"
    r"|[一二三四五六七八九十]{1,3}(?:[、.．]|是|要(?![素点件领害]))"
    r"|第[一二三四五六七八九十]{1,3}[,，、]"
    r"|[0-9]{1,2}(?:[、)）．]|\.(?![0-9])|\.(?=[0-9]{1,2}月))"
    r"|[①-⑳⑴-⒇●○◎◆◇■□▲△★☆※•·►➢✓√]"
    r"|【[^【】\n]{1,8}】|(?:存在|主要)(?:的|问题|困难|不足){1,2}[:：]"
    r"|首先|(?:其次|再次)(?!数)"
    r")[,，、]?)*[\s\u3000]*"
)
_EDGES = " \u3000\n,，;；、:：。"
# A clause that begins so says by itself whose the figure is, or is the first of what the bureau did.
_TELLS = re.compile(
    r"[“《]|(?:截至|截止|到)?(?:目前|年底)|[今去本全]年|[全我本][国省市县区旗州盟镇乡局委院所系]|(?:上|下)半年|一年来|[前一二三四]+季度"
    r"|(?:19|20)[0-9]{2}年|[0-9一二三四五六七八九十元正]{1,3}月"
)
_LEANS = re.compile(
    "[特一二三四]等奖[0-9一二三四五六七八九十两]|其中|累计|总数|总量|同比|分别|占|比[上去]年|较[上去]年"
)
# A clause that names who does what the next one tells: 鲁峰集团牵头, | 两所大学参加的“变频装置”获批省专项.
_DOER = re.compile(r"(?:牵头|领衔|主持|主导|为主|承担|组织|支持|资助)[,，]")
# 首批下达4项,即:甲厂的“水口”: what a list is of.
_COUNTS = re.compile("[0-9]|(?:即|其中|包括|分别[是为]|如下|[有是为])[:：]$")
_PAIRS = (("(", ")"), ("（", "）"), ("“", "”"), ("《", "》"))
# What stands before the doing: 围绕…, 在…的领导下, 我局以…为指导.
_PREAMBLE = re.compile(
    r"(?:紧紧|紧密|始终)?(?:以|坚持|围绕|紧扣|按照|根据|遵照|为了?)|(?:深入|认真|全面)?(?:学习)?贯彻"
    r"|在[^,，]*(?:领导|支持|指导|关心|帮助|配合|指引)下"
    r"|[^,，]{1,14}?(?:紧紧围绕|坚持以|以[^,，]+为(?:指导|统领|引领|主线|宗旨|根本|核心|目标|动力))"
)


def trimmed(text: str, span: Span) -> Span:
    """The span without a counter (一是, (二), 3、, 首先) before it and the marks around it."""
    start, end = _first(text, _inner(text, span.start, span.end), span.end), span.end
    start = _inner(text, start, end)
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    return Span(start, end)


def clause(text: str, sentence: Span, inside: Span) -> Span:
    """The clause of `sentence` that holds `inside`; a comma in brackets or quotation marks ends none."""
    start = _begins(text, sentence, inside.start)
    end = _end(text, sentence, inside.end)
    for opening, closing in _PAIRS:
        shown = text[start:end]
        if shown.count(opening) > shown.count(closing):
            at = text.find(closing, end, sentence.end)
            end = _end(text, sentence, at + 1) if at >= 0 else end
        elif shown.count(closing) > shown.count(opening):
            at = text.rfind(opening, sentence.start, start)
            start = _begins(text, sentence, at) if at >= 0 else start
    return Span(start, max(end, inside.end))


def with_subject(text: str, sentence: Span, own: Span, names: Collection[int]) -> Span:
    """A clause with those before it in its sentence that say whose it is (浙江EBT公司的项目立项, | 获省级补助200万元).

    `names` are the offsets at which names begin. What leads a sentence in (以…为指导) is not taken along.
    """
    start = own.start
    for before in _clauses_before(text, sentence, own.start):
        doer = _DOER.match(text, max(start - 3, before)) is not None or "分别" in text[start : own.end]
        if (_tells(text, start, names) and not doer) or _PREAMBLE.match(text, _first(text, before, start)):
            break
        room = _LONGEST if start == own.start or before in names else _SHOWN
        if own.end - before > room:
            break
        listed = _listed(text, before, start, names)
        start = before if listed is None else listed
        if listed is not None:
            break
    return Span(start, own.end)


def _listed(text: str, start: int, end: int, names: Collection[int]) -> int | None:
    """Where the first item of a list begins whose lead says nothing of it: 全市最多:|甲公司的“缓冲材料”, 资助60万元."""
    at = next((n + 1 for n in range(start, end) if text[n] in ":："), None)
    if at is None or at not in names or _COUNTS.search(text, start, at):
        return None
    return at


def _end(text: str, sentence: Span, at: int) -> int:
    """Where the clause ends that goes on at `at`."""
    return next(_ends(text, at, sentence.end), sentence.end)


def leans(text: str, sentence: Span) -> bool:
    """Whether a sentence goes on in the one before: 新认定高新技术企业2家;累计达到13家。"""
    return _LEANS.match(text, _inner(text, sentence.start, sentence.end)) is not None


def _inner(text: str, start: int, end: int) -> int:
    """Where marks at the beginning end."""
    while start < end and text[start] in _EDGES:
        start += 1
    return start


def _tells(text: str, start: int, names: Collection[int]) -> bool:
    first = _first(text, start, len(text))
    return first in names or _TELLS.match(text, first) is not None


def _first(text: str, start: int, end: int) -> int:
    """Where the words of a clause begin, behind its counter."""
    counter = _COUNTER.match(text, start, end)
    return counter.end() if counter else start


def _clauses_before(text: str, sentence: Span, start: int) -> Iterator[int]:
    """Where the clauses of the sentence before `start` begin, the nearest first."""
    while start > sentence.start:
        start = _begins(text, sentence, start - 1)
        yield start


def _begins(text: str, sentence: Span, at: int) -> int:
    """Where the clause that holds the character at `at` begins."""
    return max(_ends(text, sentence.start, at), default=sentence.start - 1) + 1


def _ends(text: str, start: int, end: int) -> Iterator[int]:
    """Where clauses end between the two; the point of 6.5 and the comma of 1,000 end none."""
    for mark in _MAY_END.finditer(text, start, end):
        at = mark.start()
        before, after = text[max(at - 1, 0) : at], text[at + 1 : at + 2]
        figure = mark[0] == "," and before.isdigit() and after.isdigit()
        point = mark[0] == "." and after.isascii() and after.isalnum()
        if not figure and not point:
            yield at
