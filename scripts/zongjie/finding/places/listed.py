"""Short names of places before one common tail: 修梅、烽火、新安三个乡镇; 三津、南乡、富德等村."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import rjieba

from zongjie.finding.analysis import Analysis
from zongjie.finding.places.townships import name_start
from zongjie.lexicon import Lexicon
from zongjie.lexicon.words import Words, any_of
from zongjie.model import Span

_COUNT = r"(?:近|约)?[0-9一二三四五六七八九十两多余xX×*]{1,4}余?个?"
# 一都、东张、镜洋3个山区乡镇, 三山、东瀚、沙埔等沿海乡镇.
_SORT = (
    "(?:山区|沿海|沿江|沿河|边远|偏远|贫困|高寒|高山|深山|库区|湖区|矿区|林区|牧区|重点|城郊|丘陵|平原|民族|边境|老区|受灾|试点|示范"
    "|科技示范|科普示范|星火示范|星火技术密集|星火|农业|工业|特色|专业|少数民族|革命老区|相邻|邻近|重灾)?"
)
_COUNTIES = ("县", "区", "旗", "市", "州")
# What follows a list that names no places: 农业、科技、卫生等乡镇部门.
_NOT_AFTER = "级站所部干机企办规"


# 波及元谋、永仁两县 is no list of 波 and 元谋.
_AND = re.compile("([、和与]|(?<![波涉普惠遍])及)")
# What a list is led up to with by one character: 在甲、乙两乡.
_LEADING = frozenset("在对到赴从由向为把将给以按与和及各")
_DONE = frozenset("了过遍完着")


@dataclass(frozen=True, slots=True)
class Listed:
    """A name of a list; `full` is its full form where the text shows it."""

    span: Span
    full: str | None


def find_listed(analysis: Analysis, lexicon: Lexicon, taken: Sequence[Span]) -> Iterator[Listed]:
    """The names of all such lists that are not already among the spans `taken`."""
    yield from _hamlets(analysis.text, lexicon.words, taken)
    for match in _pattern(lexicon.words["一串地名尾"]).finditer(analysis.text):
        spans = _names(analysis, lexicon, match)
        names = [analysis.text[s.start : s.end] for s in spans]
        if not names or not all(_fits(name, match["tail"], lexicon) for name in names):
            continue
        for span, name in zip(spans, names, strict=True):
            if not any(span.overlaps(other) for other in taken):
                yield Listed(span, _full(analysis.text, name, match["tail"]))


def _hamlets(text: str, words: Words, taken: Sequence[Span]) -> Iterator[Listed]:
    """Villages without a tail, two or more of them where something is done: 在岸下、韩家楼建设万亩示范方."""
    for match in _hamlet_pattern(words["小地名末字"], words["小地名后词"]).finditer(text):
        at = match.start("names")
        for name in match["names"].split("、"):
            span = Span(at, at + len(name))
            at = span.end + 1
            if not _is_common(name) and not any(span.overlaps(other) for other in taken):
                yield Listed(span, None)


def _is_common(name: str) -> bool:
    """Whether the segmenter knows `name` as a common word (公园, 山下)."""
    ((word, pos), *rest) = rjieba.tag(name, False)
    return not rest and word == name and not pos.startswith(("ns", "nr", "nz"))


@lru_cache(maxsize=4)
def _hamlet_pattern(ends: tuple[str, ...], deeds: tuple[str, ...]) -> re.Pattern[str]:
    name = rf"[\u4e00-\u9fff]{{1,2}}[{''.join(ends)}]"
    return re.compile(rf"在(?P<names>{name}(?:、{name})+)(?={any_of(deeds)})")


def _names(analysis: Analysis, lexicon: Lexicon, match: re.Match[str]) -> list[Span]:
    """The spans of the list's names; its first name is cut where a place name can begin."""
    spans = []
    at = match.start("names")
    for piece in _AND.split(match["names"]):
        if piece and piece not in "、和与及":
            spans.append(Span(at, at + len(piece)))
        at += len(piece)
    first = spans[0]
    start = _first_start(analysis, lexicon, first, match["tail"])
    return [Span(start, first.end), *spans[1:]] if first.end - start >= 2 else []


def _first_start(analysis: Analysis, lexicon: Lexicon, first: Span, tail: str) -> int:
    """Where the first name begins: a county's is in the gazetteer (波及|元谋、永仁两县), two characters are all of a name (同老、海城两乡)."""
    text = analysis.text
    if tail.endswith(_COUNTIES):
        for start in range(first.start, first.end - 1):
            if lexicon.gazetteer.named(text[start : first.end]):
                return start
    if first.end - first.start == 2 and text[first.start] not in _LEADING:
        return first.start
    start = name_start(analysis, lexicon.words, first.end, first.start)
    # 跑遍了|向桥、檀林两个山区乡: no name has one character, and behind 了 stands no 向.
    return first.end - 2 if start == first.end - 1 and text[start - 2] in _DONE else start


def _fits(name: str, tail: str, lexicon: Lexicon) -> bool:
    """Whether `name` can be a place of that rank: a county is in the gazetteer, a town is no common word.

    Until the nineties a county had 区 below it (冯井、周集、龙潭三个区), whose names are no common words either.
    A list of full forms (芳村镇、何家乡等乡镇) is read name by name elsewhere.
    """
    words = lexicon.words
    if tail.endswith(_COUNTIES) and (lexicon.gazetteer.named(name) or tail != "区" or _is_common(name)):
        return bool(lexicon.gazetteer.named(name))
    if name in words["地名前词"] or name in words["一串假名"]:
        return False
    return not re.search("[的了等中上下是有级区]$|..(?:镇|乡|社区|街道|苏木|嘎查)$", name)


def _full(text: str, name: str, tail: str) -> str | None:
    """The name with its tail, where that tail is one word or stands behind it elsewhere in the text."""
    for end in (tail, "镇", "乡", "街道", "社区", "村", "屯"):
        if name + end in text:
            return name + end
    return name + tail if tail in ("村", "镇", "乡", "社区", "街道", "屯", "寨") and not name.endswith(tail) else None


@lru_cache(maxsize=4)
def _pattern(tails: tuple[str, ...]) -> re.Pattern[str]:
    names = r"(?P<names>[\u4e00-\u9fff]{2,12}?(?:、[\u4e00-\u9fff]{2,5}?)*(?:[、和与及][\u4e00-\u9fff]{2,5}?))"
    some = rf"(?:等(?:{_COUNT})?|{_COUNT}){_SORT}"
    return re.compile(rf"{names}{some}(?P<tail>{any_of(tails)})(?![{_NOT_AFTER}])")
