"""The year and the span that a summary reports on."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from zongjie.lexicon.words import Words
from zongjie.model import Block, Period, Section, Span
from zongjie.reading.front import Front, date_in, title_span

_DIGITS = {
    **{char: str(n) for n, char in enumerate("〇一二三四五六七八九")},
    **dict.fromkeys("○零0OoＯ", "0"),
    "l": "1",
    "I": "1",
}
_YEAR = r"(?P<y>(?:19[89]|20[0-4])[0-9]|[一二][九〇○零0OoＯ][〇○零0OoＯ一二三四五六七八九]{2}|[lI]9[89][0-9]|2[0OoＯ][0-4OoＯ][0-9OoＯ])"
_FULL_YEAR = re.compile(rf"(?<![0-9\[〔])(?:{_YEAR})(?=\s*(?:年|上半年))")
_SHORT_YEAR = re.compile(r"(?<![0-9一二三四五六七八九十])(?P<y>[890123][0-9])年(?!来)")
_SHORT_OR_FULL_YEAR = re.compile(rf"{_FULL_YEAR.pattern}|{_SHORT_YEAR.pattern.replace('?P<y>', '')}|年度|[半季]")
_GIVEN = re.compile(
    rf"[—（( -]*{_YEAR}年(?P<month>[0-9]{{1,2}}|[一二三四五六七八九十]{{1,2}})月(?:[0-9一二三四五六七八九十]{{1,3}}[日号])?在"
)
# 现将县科技局2015年工作情况汇报如下
_REPORTED = re.compile(
    rf"[现兹][将就把][^。,，;；《]{{0,20}}?(?<![0-9到至、—-]){_YEAR}年(?!来|以来)(?:度|上半年|前|的)?[^。,，;；《]{{0,16}}(?:总结|汇报|报告|小结)"
)
_SINCE = re.compile(r"[0-9]{4}年?\s*[-—－–~～至到]+\s*$")
_SUMMARY = re.compile(r"总结|小结|报告|汇报|回顾|回眸|盘点|综述|纪实|巡礼|归纳|完成情况|工作情况|自查")
_PLAN_HEAD = re.compile(
    r"下半年|明年|下一?年|下一?步|今后|来年|打算|思路|谋划|展望|设想|构想|工作(?:安排|计划|部署|建议)"
)
_SPAN = re.compile(
    r"上半年|半年|前三季度|前?[一二三四]季度|第[一二三四]季度|(?:1|一|元)\s*(?:月份?)?\s*[-—－–~～至到]+\s*(?:1[0-2]|[0-9]|十[一二]?|[一二三四五六七八九])\s*月份?"
)
# What a text also says of one thing among others: 四季度只跑了6家.
_PASSING = re.compile("上?半年|年度|第?[一二三四]季度")
_WHOLE_YEAR = re.compile(r"全年|年度|一年来")
_PLANNED = {
    "七五": 1986,
    "八五": 1991,
    "九五": 1996,
    "十五": 2001,
    "十一五": 2006,
    "十二五": 2011,
    "十三五": 2016,
    "十四五": 2021,
    "十五五": 2026,
}
_QUOTES = '[“"「]?'
_EDGE_OF_PLAN = re.compile(
    rf"{_QUOTES}(?P<plan>十[一二三四五]?五|[七八九]五){_QUOTES}[”」]?[^。,，;；]{{0,12}}?"
    r"(?P<edge>开局|起步|第[一二三四五]年|头一年|首年|开篇|收官|最后一年|末年|结束之年)"
)
# What a report on several years says that it is on: “九五”期间科技工作总结, 2006—2010年科技工作总结, 五年来,… at the beginning.
_FIVE = r"(?:[七八九]五|十[一二三四五]?五)"
_QUOTED_FIVE = rf"[“\"「]{_FIVE}[”\"」]"
_YEARS = re.compile(
    rf"(?:{_QUOTED_FIVE}|(?<![一二九0-9]){_FIVE})(?:期间|时期|以来)|{_QUOTED_FIVE}(?:五年|(?=[^。,，及暨]{{0,12}}(?:总结|回顾|报告|汇报)))|(?:19|20)[0-9]{{2}}年?\s*[-—－–~～至到]+\s*(?:(?:19|20)[0-9]{{2}})年(?!度)"
    rf"|(?:过去|这|近|最近)?的?(?:[两三四五十]|[35])年(?:来|间)|(?:过去|近|最近|本届)的?(?:[两三四五十]|[35])年"
)
# A year beside which these stand is another one than the report's.
_OTHER_BEFORE = re.compile(r"(?:比|较|到|至|自|从|继|同|截止到?|于|与|和|[-—－–~～、《])$")


@dataclass(frozen=True, slots=True)
class _Told:
    year: int
    sure: bool
    evidence: tuple[Span, ...]


def read_period(text: str, blocks: Sequence[Block], front: Front, sections: Sequence[Section], words: Words) -> Period:
    """The period of a summary. The title and the date line come first, then the opening paragraph, then what can only
    have been said in one year (非典, the first year of the 十二五 as the coming one); a blanked year stays None else.
    """
    plan = _plan_start(sections, text)
    body = [block for n, block in enumerate(blocks) if n not in front.aside]
    title = title_span(front, blocks)
    opening = Span(body[0].start, min(body[0].end, body[0].start + 300)) if body else None
    span_text, span_at = _span(text, title, opening, plan)
    years = _several_years(text, title, opening)
    if years:
        return Period(None, text[years.start : years.end], "stated", (years,))
    told = (
        _in_title(text, title)
        or _in_opening(text, opening)
        or _in_headings(sections)
        or _in_date(text, blocks, front, span_text)
        or _by_plan_period(text, opening, plan)
        or _by_event(text, plan, words)
        or _by_years_named(text, Span(opening.start if opening else 0, plan))
    )
    evidence = (told.evidence if told else ()) + ((span_at,) if span_at else ())
    if not told:
        return Period(None, span_text, "unknown" if not span_text else "stated", evidence)
    return Period(str(told.year), span_text, "stated" if told.sure else "inferred", evidence)


def year_number(text: str) -> int | None:
    """The year that digits of any script say: 2003, 二○○八, 二00三, 二OO九, 09."""
    digits = "".join(_DIGITS.get(char, char) for char in text)
    if not digits.isdigit():
        return None
    number = int(digits)
    if len(digits) == 2:
        number += 1900 if number > 79 else 2000
    return number if 1978 <= number <= 2049 else None


def _plan_start(sections: Sequence[Section], text: str) -> int:
    """Where the text turns to the coming period."""
    return next((s.start for s in sections if s.start > 0 and _PLAN_HEAD.search(s.title)), len(text))


def _in_title(text: str, title: Span | None) -> _Told | None:
    """2012年工作总结及2013年工作思路 is of 2012: the year that stands before 总结."""
    if title is None:
        return None
    found = [*_FULL_YEAR.finditer(text, title.start, title.end)] or [
        *_SHORT_YEAR.finditer(text, title.start, title.end)
    ]
    # 2006—2010年科技工作总结 is of no one year; 2010-2011年度 is of the year that it ends in.
    found = [m for m in found if not _SINCE.search(text[title.start : m.start()]) or text.startswith("年度", m.end())]
    if not found:
        return None
    summary = _SUMMARY.search(text, title.start, title.end)
    before = [match for match in found if summary and match.start() < summary.start()]
    match = (before or found)[-1 if before else 0]
    if match.re is _FULL_YEAR and before and len(before) > 1 and "及" in text[before[0].end() : before[-1].start()]:
        match = before[0]
    number = year_number(match["y"])
    return _Told(number, True, (Span(*match.span("y")),)) if number else None


def _several_years(text: str, title: Span | None, opening: Span | None) -> Span | None:
    """What the title, or else the first words, say of a report on several years; one year in the title goes before."""
    if title and _names_one_year(text[title.start : title.end]):
        return None
    match = _YEARS.search(text, title.start, title.end) if title else None
    if match is None and opening:
        match = _YEARS.match(text, opening.start, opening.end)
    return Span(*match.span()) if match else None


def tells_of_several_years(title: str) -> bool:
    """Whether a title is of a report on several years: “九五”期间科技工作总结, 五年来科技工作回顾."""
    return not _names_one_year(title) and _YEARS.search(title) is not None


def _names_one_year(title: str) -> bool:
    return _SHORT_OR_FULL_YEAR.search(_YEARS.sub("", title)) is not None


def _in_opening(text: str, opening: Span | None) -> _Told | None:
    """2012年,县科技局在县委、县政府的正确领导…, 2010年上半年, 2012年以来."""
    if opening is None:
        return None
    told = _REPORTED.search(text, opening.start, opening.end)
    number = year_number(told["y"]) if told else None
    if told and number:
        return _Told(number, True, (Span(*told.span("y")),))
    for match in _FULL_YEAR.finditer(text, opening.start, min(opening.end, opening.start + 120)):
        before, after = text[max(opening.start, match.start() - 2) : match.start()], text[match.end() : match.end() + 6]
        number = year_number(match["y"])
        begins = match.start() == opening.start or text[match.start() - 1] in "。,，;；"
        if (
            number
            and begins
            and not _OTHER_BEFORE.search(before)
            and re.match(r"年(?:度|上半年|以来|来|[,，我全县市区旗州]|是)", after)
        ):
            return _Told(number, True, (Span(*match.span("y")),))
    return None


def _in_headings(sections: Sequence[Section]) -> _Told | None:
    """一、2010年工作回顾: a heading that says which year it looks back on."""
    for section in sections:
        match = _FULL_YEAR.search(section.title)
        if match and not section.inferred and _SUMMARY.search(section.title, match.end()):
            number = year_number(match["y"])
            start = section.heading.start + match.start("y")
            return _Told(number, True, (Span(start, start + len(match["y"])),)) if number else None
    return None


def _in_date(text: str, blocks: Sequence[Block], front: Front, span: str | None) -> _Told | None:
    """The date below the text; a summary of a whole year that is dated January to March is of the year before."""
    if front.date is None:
        return _in_byline(text, blocks, front)
    block = blocks[front.date]
    match = date_in(text[block.start : block.end])
    number = year_number(match["year"] or match["iso"]) if match else None
    if not match or not number:
        return None
    month = match["month"] or match["isomonth"]
    early = month in ("1", "2", "3", "01", "02", "03", "元", "一", "二", "三") and not (span and "月" in span)
    return _Told(number - 1 if early else number, False, (block.span,))


def _in_byline(text: str, blocks: Sequence[Block], front: Front) -> _Told | None:
    """The day on which a report was given: ——2012年8月28日在市人大常委会第四次会议上; one of January to March is on the year before."""
    for n in sorted(front.aside):
        match = _GIVEN.match(text, blocks[n].start, blocks[n].end)
        number = year_number(match["y"]) if match else None
        if match and number:
            return _Told(number - (match["month"] in ("1", "2", "3", "一", "二", "三")), False, (Span(*match.span()),))
    return None


def _by_plan_period(text: str, opening: Span | None, plan: int) -> _Told | None:
    """20xx年,是实施“十二五”规划的起步之年 in the plan part: that is 2011, so the report is on 2010."""
    years: dict[int, Span] = {}
    for match in _EDGE_OF_PLAN.finditer(text):
        first = _PLANNED.get(match["plan"])
        sentence = text[max(text.rfind("。", 0, match.start()), text.rfind("\n", 0, match.start())) + 1 : match.start()]
        if first is None or re.search(r"[0-9]{4}年|(?:自|从|为|迎接)[^,，]*$", sentence[-20:]):
            continue
        year = first + _nth(match["edge"])
        coming = match.start() >= plan or re.search("明年|下年|来年|下一年", sentence)
        present = "今年" in sentence or (opening is not None and opening.start <= match.start() < opening.end)
        if not coming and not present:
            continue
        years[year - 1 if coming else year] = Span(*match.span())
    return _Told(*next(iter((year, False, (span,)) for year, span in years.items()))) if len(years) == 1 else None


def _nth(edge: str) -> int:
    """Which year of five an expression means, from 0: 开局, 第三年, 收官."""
    if edge.startswith("第"):
        return "一二三四五".index(edge[1])
    return 0 if edge in ("开局", "起步", "头一年", "首年", "开篇") else 4


def _by_event(text: str, plan: int, words: Words) -> _Told | None:
    """What belongs to one year alone: the year of 非典, the theme of a year's science week."""
    places = [n for n in range(plan) if text[n].isalnum()]
    plain = "".join(text[n] for n in places)
    years: dict[int, Span] = {}
    for year in range(2001, 2030):
        name = f"{year}年的事"
        for phrase in words.lists.get(name, ()):
            at = plain.find(phrase)
            named = f"{year}年" in plain[max(0, at - 8) : at] or plain[:at].endswith(("自", "继"))
            if at >= 0 and not named:
                years.setdefault(year, Span(places[at], places[at + len(phrase) - 1] + 1))
    return _Told(*next(iter((year, False, (span,)) for year, span in years.items()))) if len(years) == 1 else None


def _by_years_named(text: str, work: Span) -> _Told | None:
    """The one year that the report part names, again and again (截至2012年6月), where no other is named."""
    years: Counter[int] = Counter()
    spans: dict[int, Span] = {}
    for match in _FULL_YEAR.finditer(text, work.start, work.end):
        number = year_number(match["y"])
        inside = text.rfind("《", 0, match.start()) > text.rfind("》", 0, match.start())
        if number and not inside:
            years[number] += 1
            spans.setdefault(number, Span(*match.span()))
    if len(years) != 1:
        return None
    year, count = years.most_common(1)[0]
    return _Told(year, False, (spans[year],)) if count > 1 else None


def _span(text: str, title: Span | None, opening: Span | None, plan: int) -> tuple[str | None, Span | None]:
    """The part of the year that the text says it reports on, as written."""
    for place in (title, opening):
        if place:
            for pattern in (_SPAN, _WHOLE_YEAR):
                match = pattern.search(text, place.start, place.end)
                if match:
                    return match[0], Span(*match.span())
    for pattern in (_SPAN, _WHOLE_YEAR):
        match = next((m for m in pattern.finditer(text, 0, plan) if not _PASSING.fullmatch(m[0])), None)
        if match:
            return match[0], Span(*match.span())
    return None, None
