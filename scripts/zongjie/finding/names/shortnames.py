"""Short names of firms that get no full form (明光食品, 天天乳业, 晨拓), told by their words and by what stands around them.

A short name collects points: for its trade word, for a brand that no dictionary knows, for the rules of
`data/rules/enterprises.yml` that fit before and after it, and for firms that stand in the same list.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from zongjie.finding.engine.rules import Match, Rule
from zongjie.finding.names.anatomy import Anatomy, dissect
from zongjie.finding.names.edges import Edges
from zongjie.finding.names.vocabulary import Trades, Vocabulary
from zongjie.lexicon.places import Gazetteer
from zongjie.model import Span

ENOUGH = 3  # points that make a name
_FIRM_BESIDE = 2
_STRONG, _PLAIN, _UNUSUAL = 2, 1, 1
_LONGEST, _LONGEST_BARE = 12, 6
_LONGEST_BRAND = 4  # in Chinese characters: 三角龙湾医药科技
_OPENING = frozenset("“「『")
_HAN = re.compile(r"[\u4e00-\u9fff]")
# A closing mark may be lost: 帮助“金谷米业成功申报.
_CLOSED = re.compile("[^“”「」『』。;\n]*[”」』]")
_PROVINCES = re.compile("[京津沪渝冀豫云辽黑湘皖鲁新疆苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼港澳台]{2}")
_SIDES = re.compile("[省部厅局市县州地院校企所军]{2,4}(?=科技|经济|产业|人才|项目|技术)")
_TOGETHER = re.compile("合作|协作|交流|对口|帮扶|协同")
_NUMERALS = "〇一二三四五六七八九十"
# The names of a list may be numbered: (1)恒丰机械、(2)天成化工.
_NUMBER = r"(?:[(][0-9]{1,2}[)]|[①-⑳⑴-⒇])?"
_JOINT = rf"(?:(?:、?(?:以及|和|与|及)|、){_NUMBER}|;?[①-⑳⑴-⒇])"
_JOINT_BEFORE = re.compile(rf"(?:(?:、|以及|和|与|及){_NUMBER}|;?[①-⑳⑴-⒇])\Z")
_JOINT_AFTER = re.compile(_JOINT)
_JOINTS = re.compile(rf"{_JOINT}\Z")
_LONGEST_JOINT = 7
_DOING = ("发展", "建设", "开发", "推广", "生产", "加工", "涉及")
_REACHED = re.compile("[达超近约]")
_COUNT = re.compile(r"[0-9一二三四五六七八九十两几多]+[多余]?[家户个所]\Z")


@dataclass(frozen=True, slots=True)
class Short:
    """A short name that was found, with the rule that told most for it and its points."""

    span: Span
    rule: str
    points: int


@dataclass(frozen=True, slots=True)
class _Told:
    """How much a rule tells for a name, by its weight."""

    weight: int
    rule: str


@dataclass(frozen=True)
class ShortNames:
    """Finds short names in one text. `masked` is the text with institutions masked, for the rules; `full` are the full names.

    `taken` are stretches that belong to other things (沈阳铸造研究所), where no firm is sought.
    """

    edges: Edges
    vocabulary: Vocabulary
    gazetteer: Gazetteer
    trades: Trades
    rules: Sequence[Rule]
    masked: str
    full: tuple[Span, ...]
    taken: tuple[Span, ...]

    def find(self) -> tuple[Short, ...]:
        """Short names with their points, in reading order; those with fewer than `ENOUGH` points are doubtful."""
        return tuple(short for group in self._groups() for short in self._judge(group))

    def _judge(self, group: Sequence[Span]) -> Iterator[Short]:
        before = max(
            (self._told_before[s.start] for s in group if s.start in self._told_before), key=_weight, default=None
        )
        after = max((self._told_after[s.end] for s in group if s.end in self._told_after), key=_weight, default=None)
        told = [t for t in (before, after) if t is not None]
        base = {span: self._form(span) + sum(t.weight for t in told) for span in group}
        rule = max(told, key=_weight).rule if told else "名单"
        for span in group:
            if span in self._full or span in self.taken:
                continue
            beside = any(s in self._full or base[s] >= ENOUGH for s in group if s not in (span, *self.taken))
            points = base[span] + _FIRM_BESIDE * beside
            doubtful = points == ENOUGH - 1 and bool(told) and self._has_ending(span)
            if points >= ENOUGH or (doubtful and self._form(span)):
                yield Short(span, rule, points)

    def _form(self, span: Span) -> int:
        """What the words of a name tell by themselves."""
        parts = self._dissect(span)
        unusual = _UNUSUAL * self._unusual(span)
        if not self._has_ending(span) or parts.name.endswith(tuple(self.trades.weak)):
            return unusual
        return unusual + (_STRONG if parts.name.endswith(tuple(self.trades.strong)) else _PLAIN)

    def _unusual(self, span: Span) -> bool:
        """Whether the brand is no word of the dictionary (麋驰, 澧沅, TinyLink; not 明光, 天天)."""
        parts = self._dissect(span)
        start = span.start + parts.region
        inner = any(self.edges.is_edge(at) for at in range(start + 1, start + len(parts.brand)))
        return inner or parts.brand[:1].isascii()

    def _has_ending(self, span: Span) -> bool:
        return span in self._with_ending

    @cached_property
    def _full(self) -> frozenset[Span]:
        return frozenset(self.full)

    def _groups(self) -> list[list[Span]]:
        """Names that stand in one list, as 恒岭机电、晨拓 and EBT传动 do; a name that stands alone is a list of one."""
        # Institutions may stand in a list of firms; they are not judged, but what follows them tells for all.
        spans = sorted({*self._with_ending, *self._bare, *self.full, *self.taken}, key=lambda s: (s.start, -s.end))
        groups: list[list[Span]] = []
        for span in spans:
            if groups and span.start < groups[-1][-1].end:
                continue
            if groups and self._joined(groups[-1][-1].end, span.start):
                groups[-1].append(span)
            else:
                groups.append([span])
        return groups

    def _joined(self, end: int, start: int) -> bool:
        return start - end <= _LONGEST_JOINT and _JOINTS.match(self.edges.text[end:start]) is not None

    @cached_property
    def _with_ending(self) -> frozenset[Span]:
        """Stretches with a brand and a trade word at the end, the longest from each start."""
        longest: dict[int, int] = {}
        for match in self.trades.ending.finditer(self.edges.text):
            start = self._start(match.start(), match.end())
            general = self.edges.text.endswith(self.trades.general, 0, match.end())
            if start is not None and not general and self.edges.is_edge(match.end()):
                longest[start] = max(longest.get(start, 0), match.end())
        return frozenset(Span(start, end) for start, end in longest.items())

    def _start(self, head: int, end: int) -> int | None:
        """Where the short name begins whose trade word stands from `head` to `end`; None where it is none."""
        if head in self._covered:
            return None
        start = self.edges.begin(head, lambda at: len(self._dissect(Span(at, end)).brand))
        if start is None or not 3 <= end - start <= _LONGEST or self._is_other(start, end):
            return None
        if not self._covered.isdisjoint(range(start, end)):
            return None
        return start if self._is_brand(self._dissect(Span(start, end)).brand) else None

    @cached_property
    def _covered(self) -> frozenset[int]:
        """The offsets that full names and other things take."""
        return frozenset(at for span in (*self.full, *self.taken) for at in range(span.start, span.end))

    def _is_other(self, start: int, end: int) -> bool:
        """Whether a quoted title begins so (“芡实系列食品加工”), a brand of goods stands before (“华燕”牌航天食品)
        or two provinces or sides work together (粤藏科技合作, 省院省校科技合作)."""
        text = self.edges.text
        if text[start - 1 : start] == "牌":
            return True
        opened = text[start - 1 : start] in _OPENING and _CLOSED.match(text, end) is not None
        title = opened and _HAN.match(text, end) is not None
        together = _TOGETHER.match(text, end) is not None
        return title or (together and (_PROVINCES.match(text, start) or _SIDES.match(text, start)) is not None)

    def _is_brand(self, brand: str, longest: int = _LONGEST_BRAND) -> bool:
        """Whether `brand` has a brand's length and is no province, city or brand of goods (山东食品, 长城牌电扇)."""
        if brand.isascii():
            return len(brand) >= 2
        high = any(d.level != "county" for d in self.gazetteer.named(brand))
        if high or brand in self.trades.produce or (len(brand) > 2 and brand.endswith("牌")):
            return False
        own = brand[2:] if self.gazetteer.named(brand[:2]) else brand  # 江山 is a word and a county: 江山菲普斯照明
        return len(brand) >= 2 and len(own) <= longest

    @cached_property
    def _bare(self) -> frozenset[Span]:
        """Names without a trade word, which a rule that needs none takes (晨拓 in 恒岭机电、晨拓等6家企业)."""
        found: set[Span] = set()
        for rule in self.rules:
            if rule.need not in ("none", "any", "firm"):
                continue
            for match in rule.matches(self.masked):
                back = rule.take.startswith("…")
                items = self._backward(self._list_end(match)) if back else self._forward(match.span.end)
                if rule.need != "firm" or any(item in self._with_ending or item in self._full for item in items):
                    found.update(self._bare_list(items, counted=rule.need == "any" or _counts(match, len(items))))
        for name in (*self._with_ending, *self.full):
            found.update(self._beside(name))
        return frozenset(found)

    def _beside(self, name: Span) -> Sequence[Span]:
        """Names without a trade word in the list where `name` stands (欧诗漫 beside 拜克生物)."""
        items = sorted({*self._backward(name.end), *self._forward(name.start)})
        if any(self.edges.text[item.start - 1 : item.start] == "的" for item in items):
            return ()
        named = sum(item in self._with_ending or item in self._full for item in items)
        return self._bare_list(items) if named > 1 or all(self._unusual(item) for item in items) else ()

    def _bare_list(self, items: Sequence[Span], *, counted: bool = False) -> Sequence[Span]:
        """The names among the `items` of a list; none where one of them is a common word (化工、机械等12家企业).

        A list of everyday words alone is taken only where it is `counted` (旭日、东升、宏图3家企业).
        """
        names = [item for item in items if self._may_be_bare(item)]
        places = [item for item in items if self._is_place(item)]
        if 2 * len(places) < len(items):  # 丰泽 is a district, but not in 金太阳、绿野、丰泽等公司
            names += places
        common = any(self._is_common(item) for item in items)
        telling = any(item in self._with_ending or item in self._full or self._unusual(item) for item in names)
        return names if len(names) > 1 and (telling or counted) and not common else ()

    def _may_be_bare(self, span: Span) -> bool:
        if span in self._with_ending or span in self._full:
            return True
        if any(span.overlaps(other) for other in (*self.taken, *self.full)):
            return False
        name = self.edges.text[span.start : span.end]
        if (
            name.endswith(self.trades.not_firms)
            or _COUNT.search(name)
            or self._is_other(span.start, span.end)
            or (self._dissect(span).region and len(name) > 4)
        ):
            return False
        brand = self._dissect(span).brand
        return len(name) <= _LONGEST_BARE and not self._is_place(span) and self._is_brand(brand, _LONGEST_BARE)

    def _is_place(self, span: Span) -> bool:
        """Whether the name is that of a county or city, as it is said in short."""
        name = self.edges.text[span.start : span.end]
        return name in self.gazetteer.short and name not in self.gazetteer.everyday

    def _is_common(self, span: Span) -> bool:
        """Whether it is made of known words, or tells what is done (发展虚拟现实)."""
        name = self.edges.text[span.start : span.end]
        return name.startswith(_DOING) or self.vocabulary.is_plain(name)

    def _backward(self, end: int) -> list[Span]:
        """The names of the list that ends at `end`, last first; 和 ends it where no name stands before (3个乡和霍尔奇)."""
        items: list[Span] = []
        while (start := self._starts.get(end) or self._begin(end)) is not None and start < end:
            item = Span(start, end)
            if items and self.edges.text[end] != "、" and not self._may_be_bare(item):
                break
            items.append(item)
            joint = _JOINT_BEFORE.search(self.edges.text, max(0, start - _LONGEST_JOINT), start)
            if joint is None:
                break
            end = joint.start()
        return items

    def _begin(self, end: int) -> int | None:
        mark = self.edges.text.rfind("、", max(0, end - _LONGEST_BARE - 1), end - 1)
        if mark >= 0 and not self.edges.has_firm_stop(mark + 1, end):
            return mark + 1
        return self.edges.begin(end, lambda at: len(self._dissect(Span(at, end)).brand))

    def _forward(self, start: int) -> list[Span]:
        """The names of the list that begins at `start`."""
        items: list[Span] = []
        start = self._past_colon(start)
        while True:
            end = self._ends.get(start) or self.edges.finish(start)
            if any(start in range(other.start, other.end) for other in self.taken):
                return items
            items.append(Span(start, end))
            joint = _JOINT_AFTER.match(self.edges.text, end)
            if joint is None:
                return items
            start = joint.end()

    @cached_property
    def _starts(self) -> dict[int, int]:
        """Where full names and names with a trade word begin, by where they end."""
        return {span.end: span.start for span in sorted((*self._with_ending, *self.full), reverse=True)}

    @cached_property
    def _ends(self) -> dict[int, int]:
        """Where full names and names with a trade word end, by where they begin."""
        return {span.start: span.end for span in sorted((*self._with_ending, *self.full), key=lambda s: s.end)}

    def _dissect(self, span: Span) -> Anatomy:
        return dissect(self.edges.text[span.start : span.end], self.vocabulary, self.gazetteer)

    @cached_property
    def _told_after(self) -> dict[int, _Told]:
        """By the offset where a name ends, what the rules that fit after it tell."""
        return self._told((self._list_end(match), match.rule) for match in self._matches(after=True))

    @cached_property
    def _told_before(self) -> dict[int, _Told]:
        """By the offset where a name begins, what the rules that fit before it tell."""
        return self._told((self._past_colon(match.span.end), match.rule) for match in self._matches(after=False))

    def _past_colon(self, start: int) -> int:
        """Where the list begins behind a colon: 上市后备企业3家,即:宏昌电子、中安股份."""
        return start + self.edges.text.startswith(":", start)

    def _list_end(self, match: Match) -> int:
        """Where the list before the match ends: 恒达两家公司 counts 恒达 and not 恒, though 达两家 is a number too."""
        start = match.span.start
        return (
            start + 1 if _REACHED.match(self.edges.text, start) and self.edges.text[start - 2] in "、和与及" else start
        )

    def _matches(self, *, after: bool) -> Iterator[Match]:
        rules = (rule for rule in self.rules if rule.take.startswith("…") == after)
        return (match for rule in rules for match in rule.matches(self.masked))

    def _told(self, matches: Iterable[tuple[int, Rule]]) -> dict[int, _Told]:
        told: dict[int, _Told] = {}
        for at, rule in matches:
            if at not in told or told[at].weight < rule.weight:
                told[at] = _Told(rule.weight, rule.id)
        return told


def _weight(told: _Told) -> int:
    return told.weight


def _counts(match: Match, length: int) -> bool:
    """Whether the rule's match counts a list of `length` names: three in 旭日、东升、宏图3家企业."""
    number = match.slots.get("数")
    if number is None or length < 2:
        return False
    written = match.found.string[number.start : number.end]
    return written == str(length) or written == _NUMERALS[length : length + 1] or (length == 2 and written == "两")
