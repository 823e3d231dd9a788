"""Which forms of an institution's name stand for which: 山大药学院 for 山东大学药学院, 河北省畜牧研究所 for 河北省畜牧兽医研究所."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from functools import cache

from zongjie.finding.names.anatomy import dissect
from zongjie.finding.names.edges import Edges
from zongjie.finding.names.vocabulary import Vocabulary
from zongjie.lexicon.places import Gazetteer
from zongjie.lexicon.words import Words, any_of
from zongjie.model import Span

_UNIVERSITY = re.compile(
    r"(?P<place>[\u4e00-\u9fff]{2,8}?)(?P<kind>[\u4e00-\u9fff]{2,4})?大学(?P<part>[\u4e00-\u9fff]*)"
)
_RESEARCH = re.compile(r"(?:研究院|研究所|科学院|研究会|学会|设计院|工程院|研究总院)$")
_COUNTRY = re.compile(
    r"(?:中国|全国|国家|英国|美国|德国|法国|日本|韩国|加拿大|澳大利亚|俄罗斯|乌克兰|白俄罗斯|荷兰|意大利|以色列|瑞典|瑞士|丹麦|新加坡|新西兰|比利时|奥地利|西班牙|波兰)"
)
_MUSEUM = ("博物馆", "纪念馆", "科技馆")
_SHORTEST_SUFFIX = 4
_SHORTEST_BRIEF = 3
# What institutions are called in brief, the longer forms first.
_BRIEF = (
    ("中国科学院", "中科院"), ("农业科学院", "农科院"), ("林业科学院", "林科院"), ("社会科学院", "社科院"), ("医学科学院", "医科院"),
    ("农林科学院", "农科院"), ("畜牧科学院", "畜科院"), ("农业科学研究所", "农科所"), ("林业科学研究所", "林科所"), ("科学技术协会", "科协"),
    ("科学研究所", "所"), ("研究所", "所"), ("人民医院", "医院"),
)  # fmt: skip
# An institute may be named without the academy or university that it belongs to.
_PARENTS = ("科学院", "农科院", "林科院", "医科院", "中科院", "大学")
_ACADEMIES = ("中科院", "中国农科院", "中国林科院")
_LONGEST_GAP = 3


@dataclass(frozen=True)
class Academy:
    """The names of institutions in one text and what stands for what."""

    edges: Edges
    vocabulary: Vocabulary
    gazetteer: Gazetteer
    letters: Mapping[str, str]

    def again(self, names: Iterable[str], introduced: Set[str]) -> Iterator[tuple[Span, str]]:
        """Other places where shorter forms of `names` stand, each with the name; forms of two names are left out.

        Names that the text `introduced` itself are sought as they are.
        """
        forms: dict[str, set[str]] = {}
        for name in names:
            for form in (name,) if name in introduced else self._forms(name):
                forms.setdefault(form, set()).add(name)
        plain = {form: next(iter(those)) for form, those in forms.items() if len(those) == 1}
        if not plain:
            return
        pattern = re.compile(any_of(plain))
        for match in pattern.finditer(self.edges.text):
            span = Span(*match.span())
            if self._stands_alone(span):
                yield span, plain[match.group()]

    def _forms(self, name: str) -> Iterator[str]:
        """Shorter forms of `name`: without its place, and for a university 山大, 山大药学院."""
        cut = self._place_end(name)
        rest = name[cut:]
        if (short := brief(name)) != name and short.endswith(("所", "院")):
            yield short
        if cut and (len(rest) >= _SHORTEST_SUFFIX or rest in _MUSEUM):
            yield rest
        yield from self._university_forms(name)

    def _university_forms(self, name: str) -> Iterator[str]:
        if found := _UNIVERSITY.fullmatch(name):
            place = found["place"].removesuffix("省").removesuffix("市")
            firsts = dict.fromkeys(first for first in (place[0], self.letters.get(place)) if first)
            yield from university_forms(place, tuple(firsts), found["kind"] or "", found["part"])

    def _place_end(self, name: str) -> int:
        if found := _COUNTRY.match(name):
            return found.end()
        return dissect(name, self.vocabulary, self.gazetteer).region

    def _stands_alone(self, span: Span) -> bool:
        edges = self.edges
        inside = edges.is_edge(span.start) and edges.is_edge(span.end)
        if span.end - span.start >= _SHORTEST_SUFFIX:
            return inside
        return inside and edges.is_start(span.start) and (edges.is_end(span.end) or span.end - span.start > 2)

    def fulls(self, names: Iterable[str]) -> Mapping[str, str]:
        """For each of `names` that shortens exactly one other that other."""
        distinct = sorted(set(names))
        found: dict[str, str] = {}
        for name in distinct:
            longer = [other for other in distinct if len(other) > len(name) and self._shortens(name, other)]
            tops = [one for one in longer if not any(len(o) > len(one) and self._shortens(one, o) for o in longer)]
            if len(tops) == 1:
                found[name] = tops[0]
        return found

    def _shortens(self, short: str, full: str) -> bool:
        if full.endswith(short) and self._place_end(full) == len(full) - len(short):
            return True
        if short in set(self._university_forms(full)) or leaves_out(short, full):
            return True
        return self._abbreviates(brief(short), brief(full))

    def _abbreviates(self, short: str, full: str) -> bool:
        """Whether what both are called in brief is one, or all but what stands before: 果树所 of 中国农科院果树所,
        省农科院 of 浙江省农科院, 同济医学院 of 华中科技大学同济医学院, 大连化物所 of 中科院大连化学物理所."""
        if short == full or len(short) < _SHORTEST_BRIEF:
            return short == full
        front = full[: len(full) - len(short)]
        if full.endswith(short):
            relative = short[0] in "省市县" and bool(self.gazetteer.named(front + short[0]))
            return relative or (front.endswith(_PARENTS) and not self.vocabulary.is_plain(short.removesuffix("学院")))
        return _skips(short, next((full[len(p) :] for p in _ACADEMIES if full.startswith(p)), full))


def brief(name: str) -> str:
    """The name with what the genre says in short: 中国农业科学院果树研究所 → 中国农科院果树所, 县人民医院 → 县医院."""
    for long, short in _BRIEF:
        name = name.replace(long, short)
    return name


def _skips(short: str, full: str) -> bool:
    """Whether `short` leaves out characters of `full` behind the place and the first character: 大连化物所, 大连化学物理所."""
    if short[:3] != full[:3] or short[-1] != full[-1] or short[-1] not in "所院" or len(short) < _SHORTEST_SUFFIX:
        return False
    rest = iter(full)
    return all(c in rest for c in short)


@cache
def letters(words: Words) -> Mapping[str, str]:
    """The letter that stands for a province in short names: 川 for 四川."""
    return {province: letter for province, _, letter in (row.partition("=") for row in words["省份简称"])}


def university_forms(place: str, firsts: tuple[str, ...], kind: str, part: str) -> Iterator[str]:
    """Short forms of a university's name: 山大药学院 of 山东大学药学院, 四川农大 and 川农大 of 四川农业大学."""
    if not kind:
        yield from (f"{first}大{part}" for first in firsts)
        return
    yield from (f"{first}{kind[0]}大{part}" for first in (place, *firsts))
    if kind.endswith("科技"):
        yield from dict.fromkeys((f"{place}{kind[:-2]}科大{part}", f"{place}科大{part}"))
    if kind.endswith("理工") and not part:
        yield f"{place}{kind}"


def leaves_out(short: str, full: str) -> bool:
    """Whether `short` is `full` without one piece inside, of an institute: 兽医 of 河北省畜牧兽医研究所, 集团 of 中钢集团….

    The piece is neither at the front nor right after a place, where it tells one institute from another (应用化学, 化学).
    """
    tail = _RESEARCH.search(full)
    if tail is None or not short.endswith(tail.group()) or short[:2] != full[:2]:
        return False
    gap = len(full) - len(short)
    if not 0 < gap <= _LONGEST_GAP:
        return False
    start = next(at for at in range(len(short)) if short[at] != full[at])
    piece = full[start : start + gap]
    return short[start:] == full[start + gap :] and (
        piece in ("集团", "公司", "省", "市") or (start + gap == tail.start() and full[start - 1] not in "省市县院学")
    )
