"""Quantities as they are written: 3万多人次, 20余块, 1.32%, 各1项, 三期, 万余份, xx万元."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from zongjie.finding.analysis import Analysis
from zongjie.finding.dates import chinese_number
from zongjie.lexicon import Lexicon
from zongjie.model import Span

_DIGITS = r"[0-9]+(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?"
_CHINESE = r"[一二三四五六七八九十百千两]+"
_VAGUE = r"[数几上][十百千万]"
_BLANK = r"[xX×*]{1,3}(?:\.[xX×*]{1,2})?"
_SCALE = r"[多余来几]?(?:[十百千]?万亿|[百千]?[万亿]|[百千](?=[多余来]))?[多余来几]?"
_LEAD = r"(?:不少于|不低于|不超过|至少|超过|将近|接近|大约|超|近|约|各)?"
_TRAIL = r"(?:以上|以下|左右|以内)?"
_SCALES = {"百": 100.0, "千": 1000.0, "万": 1e4, "亿": 1e8}
# Units of time count work only as a length (连续值班15天); a bare year is a date.
_LENGTH = re.compile(r"(?:连续|历时|为期|持续|用时|仅用|耗时|宣传|值班)[^,，。;；]{0,3}$")
# Behind a blank these end a name and count nothing: xx市, *区, xx公司.
_NAME_TAILS = frozenset(
    "省 市 县 区 乡 镇 村 街道 社区 企业 单位 学校 组 站 库 网 班 队 项目 部门 集 厂家 台 所".split()
)
# Numbers in characters that are part of a set phrase, not a count (抓好两个中心, 三项费用).
_COUNTED = re.compile(
    r"(?:等|共|达|有|新增|增加|新建|建立|建成|认定|申报|组建|完成|举办|开展|召开|组织|引进|推广|帮助|指导|选派|培训|获得?|连续|培育|扶持|发放|进行)了?$"
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A value in the text. `count` tells a unit that may take a noun behind it (28个部门) from a measure (320亩)."""

    span: Span
    number: float | None
    unit: str
    count: bool


def find_quantities(analysis: Analysis, lexicon: Lexicon) -> tuple[Quantity, ...]:
    """The quantities of the record, in reading order; none inside a title, a quotation or a document number."""
    counters, measures = lexicon.words["个体量词"], lexicon.words["度量单位"]
    pattern = _pattern(counters, measures)
    closed = _closed(analysis)
    return tuple(_quantities(analysis.text, pattern, frozenset(counters), closed))


@lru_cache(maxsize=4)
def _pattern(counters: tuple[str, ...], measures: tuple[str, ...]) -> re.Pattern[str]:
    units = "|".join(map(re.escape, sorted({*counters, *measures}, key=lambda unit: (-len(unit), unit))))
    number = rf"(?P<digits>{_DIGITS})|(?P<chinese>{_CHINESE})|(?P<vague>{_VAGUE})|(?P<blank>{_BLANK})"
    return re.compile(
        rf"(?P<lead>{_LEAD})(?:"
        rf"百分之(?P<percent>[一二三四五六七八九十百零点]+|[0-9.]+)"
        rf"|(?<![0-9A-Za-z.第前〔\[])(?:{number})(?:[—\-~～至](?P<upper>{_DIGITS}))?(?P<scale>{_SCALE})(?P<unit>{units})"
        rf"|(?<![0-9A-Za-z.第])(?P<bare>{_DIGITS})(?P<bare_scale>[万亿][多余]?)(?=[,，。;；、)）])"
        rf"|(?<![一二三四五六七八九十百千0-9])(?P<head>[百千万亿])(?P<rest>[多余])?(?P<head_unit>人次|人|份|册|元|亩|斤|公斤|名|条|件|幅|张)"
        rf")(?P<trail>{_TRAIL})"
    )


def _quantities(
    text: str, pattern: re.Pattern[str], counters: frozenset[str], closed: tuple[Span, ...]
) -> Iterator[Quantity]:
    at = 0
    for match in pattern.finditer(text):
        while at < len(closed) and closed[at].end <= match.start():
            at += 1
        if at < len(closed) and closed[at].start <= match.start():
            continue
        if _reports(match, text):
            unit = match["unit"] or match["head_unit"] or ("%" if match["percent"] else "")
            yield Quantity(Span(*match.span()), _number(match), unit, unit in counters)


def _reports(match: re.Match[str], text: str) -> bool:
    """Whether the match counts something: no year, no set phrase, no part of a longer word."""
    unit, before, after = (
        match["unit"],
        text[max(0, match.start() - 12) : match.start()],
        text[match.end() : match.end() + 2],
    )
    if unit in ("年", "个月", "周", "月"):
        return bool(_LENGTH.search(before)) and not (match["digits"] and len(match["digits"]) > 2)
    if unit == "届" and not before.endswith("连续"):
        return False
    if unit == "期" and after.startswith(("间", "待", "望")):
        return False
    if unit in ("天", "小时", "分") and re.match(r"制|值|监|候|类|[0-9]", after) and unit != "分":
        return False
    if unit in ("点", "分", "号", "方", "成", "度", "里", "面", "手", "单", "道", "口", "对", "门", "网", "站"):
        return bool(match["digits"]) and not re.match(r"[一-龥]", after)
    if match["head"]:
        return bool(match["rest"] or match["lead"]) or before.endswith(("过", "逾", "达", "上"))
    if match["chinese"]:
        return _counts_in_characters(match, before, after)
    return not (match["blank"] and (unit in _NAME_TAILS or re.match(r"[A-Za-z]", after)))


def _counts_in_characters(match: re.Match[str], before: str, after: str) -> bool:
    """三期, 等五个企业, 建立了两家企业; not 一个 or 三个代表."""
    number, unit = match["chinese"], match["unit"]
    closes = not after or after[0] in ",，。;；、)）!！\n(（”"
    if number == "一":
        return (
            closes
            and unit in "家项个名期场次篇处件"
            and bool(re.search(r"[一-龥]$", before))
            and before[-1:] not in "每第这那同一某任"
        )
    if re.search(r"[第每这那抓初以]$|同|“$|[一二三四五六七八九十]是$", before) or number in ("百", "千", "十百"):
        return False
    return (
        closes or bool(_COUNTED.search(before)) or bool(match["scale"]) or len(number) > 1 or unit in ("人次", "余人")
    )


def _number(match: re.Match[str]) -> float | None:
    """The value as a number: 3万多 → 30000; None for blanks, vague counts and ranges."""
    if match["percent"]:
        return _percent(match["percent"])
    if match["head"]:
        return _SCALES[match["head"]]
    if match["bare"]:
        return _times(float(match["bare"].replace(",", "")), match["bare_scale"])
    if match["vague"] or match["blank"] or match["upper"]:
        return None
    plain = float(match["digits"].replace(",", "")) if match["digits"] else chinese_number(match["chinese"])
    return None if plain is None else _times(float(plain), match["scale"])


def _times(number: float, scale: str) -> float:
    for char in scale:
        number *= _SCALES.get(char, 1.0)
    return round(number, 6)


def _percent(text: str) -> float | None:
    if re.fullmatch(r"[0-9.]*[0-9]", text):
        return float(text) if text.count(".") <= 1 else None
    whole, _, part = text.partition("点")
    number = chinese_number(whole)
    digits = [chinese_number(char) for char in part]
    if number is None or None in digits:
        return None
    return float(f"{number}.{''.join(map(str, digits)) or 0}")


def _closed(analysis: Analysis) -> tuple[Span, ...]:
    """Stretches without figures: titles, quotations, document numbers."""
    spans = [quote.outer for quote in analysis.quotes if quote.mark in "《“"]
    spans += [
        Span(*match.span()) for match in re.finditer(r"[〔\[【][^〕\]】\n]{1,8}[〕\]】][0-9xX]*号?", analysis.text)
    ]
    return _merge(spans)


def _merge(spans: Iterable[Span]) -> tuple[Span, ...]:
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start < merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)
