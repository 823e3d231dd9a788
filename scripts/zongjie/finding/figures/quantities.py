"""Quantities as they are written: 3万多人次, 20余块, 1.32%, 各1项, 三期, 万余份, xx万元."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from zongjie.finding.analysis import Analysis
from zongjie.finding.dates import chinese_number
from zongjie.lexicon import Lexicon
from zongjie.lexicon.words import any_of
from zongjie.model import Span

# Full-width figures and marks, each to its plain twin, so that offsets stay.
_WIDTHS = str.maketrans("０１２３４５６７８９．％＊", "0123456789.%*")
# 2,317万元 and, as books are set, 2 317万元.
_DIGITS = r"(?:[0-9]+(?:,[0-9]{3})+|[1-9][0-9]{0,2}(?:[ \u00a0\u2009][0-9]{3})+(?![0-9])|[0-9]+)(?:\.[0-9]+)?"
_GROUPING = re.compile("[, \u00a0\u2009]")
_S = "[ \u00a0]?"  # 共 36 项, as pages made from PDF have it
_CHINESE = r"[一二三四五六七八九十百千两]+"
_VAGUE = r"[数几上][十百千万]"
_BLANK = r"[xX×*]{1,3}(?:\.[xX×*]{1,2})?"
_SCALE = r"[多余来几]?(?:[十百千]?万亿|[百千]?[万亿]|[百千](?=[多余来]))?[多余来几]?"
_LEAD = r"(?:不少于|不低于|不超过|至少|超过|将近|接近|大约|超|近|(?<!签)约|各)?"
_TRAIL = r"(?:以上|以下|左右|以内)?"
_BLANKED = re.compile("[xX×*＊]")
_HAN = re.compile("[一-龥]")
_SCALES = {"百": 100.0, "千": 1000.0, "万": 1e4, "亿": 1e8}
# Units of time count work only as a length (连续值班15天); a bare year is a date.
_LENGTH = re.compile(r"(?:连续|历时|为期|持续|用时|仅用|耗时|宣传|值班)[^,，。;；]{0,3}$")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A value in the text. `count` tells a unit that may take a noun behind it (28个部门) from a measure (320亩)."""

    span: Span
    number: float | None
    unit: str
    count: bool


def find_quantities(analysis: Analysis, lexicon: Lexicon) -> tuple[Quantity, ...]:
    """The quantities of the record, in reading order; none inside a title, a quotation or a document number."""
    words = lexicon.words
    reader = _Reader(
        _pattern(words["个体量词"], words["度量单位"]),
        frozenset(words["个体量词"]),
        frozenset(words["多义量词"]),
        frozenset(words["空缺后名称词"]),
        words["报数动词"],
    )
    found = reader.read(analysis.text.translate(_WIDTHS), _closed(analysis))
    return tuple(quantity for quantity in found if not _begins_name(analysis, quantity.span))


def _begins_name(analysis: Analysis, value: Span) -> bool:
    """Whether a blank stands for the beginning of a name, whose next word only starts like a unit: xx天立学校, xx期货公司."""
    if not _BLANKED.search(analysis.text, value.start, value.end):
        return False
    return bool(_HAN.match(analysis.text, value.end)) and not analysis.is_boundary(value.end)


@lru_cache(maxsize=4)
def _pattern(counters: tuple[str, ...], measures: tuple[str, ...]) -> re.Pattern[str]:
    units = any_of({*counters, *measures})
    number = rf"(?P<digits>{_DIGITS})|(?P<chinese>{_CHINESE})|(?P<vague>{_VAGUE})|(?P<blank>{_BLANK})"
    return re.compile(
        rf"(?P<lead>{_LEAD})(?:"
        rf"百分之(?P<percent>[一二三四五六七八九十百零点]+|[0-9.]+)"
        rf"|(?<![0-9A-Za-z.第前〔\[])(?:{number})(?:[—\-~～至](?P<upper>{_DIGITS}))?{_S}(?P<scale>{_SCALE}){_S}(?P<unit>{units})"
        rf"|(?<![0-9A-Za-z.第])(?P<bare>{_DIGITS})(?P<bare_scale>[万亿][多余]?)(?=[,，。;；、)）])"
        rf"|(?<![一二三四五六七八九十百千0-9])(?P<head>[百千万亿])(?P<rest>[多余])?(?P<head_unit>人次|人|份|册|元|亩|斤|公斤|名|条|件|幅|张)"
        rf")(?P<trail>{_TRAIL})"
    )


@dataclass(frozen=True)
class _Reader:
    """Reads quantities with the lexicon's words: `loose` units are more often part of a word (三点, 一手), `tails` end names."""

    pattern: re.Pattern[str]
    counters: frozenset[str]
    loose: frozenset[str]
    tails: frozenset[str]
    verbs: tuple[str, ...]

    def read(self, text: str, closed: tuple[Span, ...]) -> Iterator[Quantity]:
        """The quantities of `text` outside the `closed` stretches."""
        at = 0
        for match in self.pattern.finditer(text):
            while at < len(closed) and closed[at].end <= match.start():
                at += 1
            if at < len(closed) and closed[at].start <= match.start():
                continue
            if self._reports(match, text):
                unit = match["unit"] or match["head_unit"] or ("%" if match["percent"] else "")
                yield Quantity(Span(*match.span()), _number(match), unit, unit in self.counters)

    def _reports(self, match: re.Match[str], text: str) -> bool:
        """Whether the match counts something: no year, no set phrase, no part of a longer word."""
        before, after = text[max(0, match.start() - 12) : match.start()], text[match.end() : match.end() + 2]
        if not _is_unit_here(match, before, after):
            return False
        if match["unit"] in self.loose:
            return bool(match["digits"]) and not re.match("[一-龥]", after)
        if match["head"]:
            return bool(match["rest"] or match["lead"]) or before.endswith(("过", "逾", "达", "上"))
        if match["chinese"]:
            return self._counts_in_characters(match, before, after)
        return not (match["blank"] and (match["unit"] in self.tails or re.match("[A-Za-z]", after)))

    def _counts_in_characters(self, match: re.Match[str], before: str, after: str) -> bool:
        """三期, 等五个企业, 建立了两家企业; not 一个, 三个代表 or 较早的一家."""
        number, unit = match["chinese"], match["unit"]
        closes = not after or after[0] in ",，。;；、)）!！\n(（”"
        if number == "一":
            own = bool(re.search("[一-龥]$", before)) and before[-1:] not in "每第这那同一某任的之唯"
            return closes and own and unit in "家项个名期场次篇处件"
        if re.search("[第每这那抓初以]$|同|“$|[一二三四五六七八九十]是$", before) or number in ("百", "千", "十百"):
            return False
        told = before.removesuffix("了").endswith((*self.verbs, "等", "共", "达", "有", "进行", "帮助", "指导", "连续"))
        return closes or told or bool(match["scale"]) or len(number) > 1 or unit == "人次"


def _is_unit_here(match: re.Match[str], before: str, after: str) -> bool:
    """Whether the unit is one where it stands: 连续五年 and not 二〇一二年, 12期 and not 5.12期间."""
    unit = match["unit"]
    if unit in ("年", "个月", "周", "月"):
        return bool(_LENGTH.search(before)) and not (match["digits"] and len(match["digits"]) > 2)
    if unit == "届":
        return before.endswith("连续")
    if unit == "次" and before.endswith("届"):
        return False  # 省委十一届三次、四次全会
    if unit == "期":
        return not after.startswith(("间", "待", "望"))
    return not (unit in ("天", "小时") and re.match("[制值监候类0-9]", after))


def _number(match: re.Match[str]) -> float | None:
    """The value as a number: 3万多 → 30000; None for blanks, vague counts and ranges."""
    if match["percent"]:
        return _percent(match["percent"])
    if match["head"]:
        return _SCALES[match["head"]]
    if match["bare"]:
        return _times(_plain(match["bare"]), match["bare_scale"])
    if match["vague"] or match["blank"] or match["upper"]:
        return None
    plain = _plain(match["digits"]) if match["digits"] else chinese_number(match["chinese"])
    return None if plain is None else _times(float(plain), match["scale"])


def _plain(digits: str) -> float:
    return float(_GROUPING.sub("", digits))


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
