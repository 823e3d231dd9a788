"""Where a program's name begins and ends once its level, its place and its class are added: 省|星火计划, 科技计划|农业重点项目."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from zongjie.finding.analysis import Analysis
from zongjie.finding.programs.known import KnownProgram
from zongjie.finding.programs.levels import LEVEL_WORD, PERIOD, YEAR, after_levels
from zongjie.finding.programs.patterns import CLASSED
from zongjie.finding.programs.unknown import UnknownProgram
from zongjie.model import Span

_BLANKED_PLACE = r"(?:[xX×*某]{1,3}[省市县区旗州盟])"
# Words for the level or the place, and the year, as they stand before a program's name.
BEFORE = rf"(?:{_BLANKED_PLACE}|(?<![我全本该各园社城小郊山灾片强兴富立上都门超])(?:{PERIOD}(?=国家))?{LEVEL_WORD})(?:{YEAR})?(?:{PERIOD})?"
# The field that a plan is for, between its level and its name: 省农业科技攻关计划.
_FIELD = r"(?:农业|工业|社会发展|高新技术|高技术|重点|重大|青年|医药卫生)?"
_PREFIX = re.compile(rf"(?:{_BLANKED_PLACE})?(?:{BEFORE}){_FIELD}\Z")
_GENERIC_PREFIX = re.compile(rf"(?:(?:{_BLANKED_PLACE})?(?:{BEFORE})|{YEAR}|{PERIOD}){_FIELD}\Z")
# Before a campaign's name in quotation marks only a plain level counts: 省“百人计划”, but 知识产权局“天网”, 全省“双百工程”.
_PLAIN_PREFIX = re.compile(
    r"(?<![我全本该各园社城小郊山灾片强兴富立上都门超])(?:国家级?|兵团|(?:自治区|(?<![新范业验发税能农矿厂校街湾辖景库])区|[省市县州旗])(?:级|本级)?)\Z"
)
# The class of projects that stands behind a plan of every level: 市级科学研究与开发计划项目, 省科技发展计划重点研发项目.
# 项目 alone is one where the sentence pauses behind it, not in 自治区科技计划项目3项.
_CLASSED = re.compile(
    r"(?<=计划)(?:(?:重点|重大|一般|面上|青年|科技|研发|攻关|创新|农业|工业|社会发展)+项目|项目(?![0-9“《:：]))"
)
# Where it is done, not whose it is: 全县|粮食丰产工程.
_WHOLE = re.compile("[全本][省市县区旗州]")
# What tells a part of a plan in brackets: 省科技创新战略专项资金(“大专项+任务清单”).
_REMARK = re.compile(r"[(（]“?[^()（）\n“”,，。;；]{2,16}(?:工程|专项|计划|行动|类|清单|方向)”?[)）]")
_OF_CLASS = re.compile(CLASSED)
# What stands behind a stem alone and is no part of its plan: 抓好火炬|项目.
_OF_STEM = re.compile("(?:科技)?(?:重点|重大|一般)?(?:项目|课题)$")


# What a project is, 项目 being its own word: “丙”是自治区科技厅下达的|…计划|项目; but 列为|…计划项目.
_IS = re.compile("(?<![列作成称认确])[是为系属][^,，。;；、“”]{0,12}$")


def _without_own_word(text: str, span: Span) -> Span:
    """The plan without the 项目 that is said of the project: “丙”是|省级社会发展科技计划|项目."""
    told = text.endswith("计划项目", span.start, span.end) and _IS.search(text, max(0, span.start - 20), span.start)
    return Span(span.start, span.end - 2) if told else span


def known_span(analysis: Analysis, found: KnownProgram, places: Sequence[Span]) -> Span:
    """The whole name of a program of the lexicon: 市科技计划 → 丽水市科技计划重点项目."""
    text, entry, end = analysis.text, found.entry, found.span.end
    start = _known_start(text, found, places)
    if after_levels(text, start):  # 国家、省、市|星火计划
        start = found.span.start
    if start == found.span.start:
        prefix = _PREFIX if entry.type == "funding" else _PLAIN_PREFIX
        start, end = _beyond_quotes(analysis.curly, found.span, prefix, places)
    if start == found.span.start and text[start:end] not in entry.forms:
        end = _without_class(text, start, end, entry.stems)
    if remark := _REMARK.match(analysis.curly, end):
        end = remark.end()
    classed = _CLASSED.match(text, end) if entry.generic else None
    return _without_own_word(text, Span(start, classed.end() if classed else end))


def _without_class(text: str, start: int, end: int, stems: Sequence[str]) -> int:
    if text.endswith(("以上", "的"), 0, start):
        return end  # 省级以上|星火项目, 磁性材料厂的|火炬项目
    tail = _OF_STEM.search(text, start, end)
    return tail.start() if tail and text[start : tail.start()] in stems else end


def _known_start(text: str, found: KnownProgram, places: Sequence[Span]) -> int:
    entry, start, name = found.entry, found.span.start, text[found.span.start : found.span.end]
    if entry.type == "funding" or name.endswith(("项目", "专项", "计划")):
        return widen_left(text, start, _GENERIC_PREFIX if entry.generic else _PREFIX, places)
    if name.endswith(("工程", "行动")):
        return widen_left(text, start, _PLAIN_PREFIX, places)  # 国家知识产权强县工程
    return start


def unknown_span(analysis: Analysis, found: UnknownProgram, places: Sequence[Span]) -> tuple[Span, bool]:
    """The whole name of a program told by its form, and whether its class shows that it gives money.

    省“尖兵”“领雁”研发攻关计划, 陕西省13115科技创新工程|重大科技产业化项目, 区“英才计划”.
    """
    start, end = found.span.start, found.span.end
    prefix = _PREFIX if found.funding or found.rule == "数字名" else _PLAIN_PREFIX
    if found.rule in ("引号加尾词", "数字名"):
        start = widen_left(analysis.text, start, prefix, places)
    elif found.rule == "整个在引号里":
        start, end = _beyond_quotes(analysis.curly, found.span, prefix, places)
    if found.funding and (remark := _REMARK.match(analysis.curly, end)):
        end = remark.end()
    classed = _OF_CLASS.match(analysis.text, end)
    return _without_own_word(analysis.text, Span(start, classed.end() if classed else end)), bool(classed)


def _beyond_quotes(text: str, span: Span, prefix: re.Pattern[str], places: Sequence[Span]) -> tuple[int, int]:
    """The stretch of a name in quotation marks with the level before them: 国家“火炬计划”."""
    if text[span.start - 1 : span.start] == "“" and text[span.end : span.end + 1] == "”":
        start = widen_left(text, span.start - 1, prefix, places)
        if start < span.start - 1:
            return start, span.end + 1
    return span.start, span.end


def widen_left(text: str, start: int, prefix: re.Pattern[str], places: Sequence[Span]) -> int:
    """Where a name begins whose own words begin at `start`, once its level or place is added.

    市科技计划 → 丽水市科技计划, where `places` holds 丽水市; 863计划 → 国家863计划.
    """
    at = start
    found = prefix.search(text, max(0, at - 18), at)
    if found and not _WHOLE.match(text, found.start()):
        at = found.start()
    nearby = bisect_right(places, Span(at, 1 << 30)) if places else 0
    for place in places[max(0, nearby - 4) : nearby + 1]:
        if place.start < at <= place.end <= start:
            at = place.start
    return at
