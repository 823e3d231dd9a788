"""Administrative divisions of China, counties and above, former names included.

`data/lexicon/places.tsv` is the table of names; `places.yml` beside it says which short names are everyday words
and which popular names stand for which full ones.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import rjieba

from zongjie.errors import InputError
from zongjie.model import Span
from zongjie.yamlfile import Row, read_table

# The peoples that autonomous divisions are named after.
_PEOPLES = (
    "蒙古 回 藏 维吾尔 苗 彝 壮 布依 朝鲜 满 侗 瑶 白 土家 哈尼 哈萨克 傣 黎 傈僳 佤 畲 高山 拉祜 水 东乡 纳西 景颇 柯尔克孜 土 "
    "达斡尔 仫佬 羌 布朗 撒拉 毛南 仡佬 锡伯 阿昌 普米 塔吉克 怒 乌孜别克 俄罗斯 鄂温克 德昂 保安 裕固 京 塔塔尔 独龙 鄂伦春 "
    "赫哲 门巴 珞巴 基诺 各"
)
PEOPLES = frozenset(_PEOPLES.split())
_AUTONOMOUS = re.compile(
    rf"^(?P<stem>..+?)(?:(?:{'|'.join(sorted(PEOPLES, key=len, reverse=True))})族?)*自治(?P<tail>[州县旗区])$"
)
_TAILS = ("特别行政区", "行政区", "地区", "林区", "特区", "新区", "矿区", "省", "市", "县", "区", "盟", "旗")
# What may follow a name that ends in 区 or 县 without being part of it, and what shows that it is part of another word.
# What stands before a vague name where it is one, and what after it where it is none (和县委 is 和 + 县委).
_PAUSE_BEFORE = frozenset(" \n\u3000,，、。;；:：“”《》()（）·—和与及在到赴对由从省市州区盟")
_NOT_AFTER_VAGUE = frozenset("委政级域直属里内外各城")
# 会同县 and what 会同县农业局 means within a sentence: together with the county's bureau.
_WITH = ("会同县", "会同市")
# How the segmenter tags names of places, people and things, and what it does not know.
_NAME_TAGS = ("ns", "nr", "nz", "nt", "j", "x", "zg", "i")
# A short form before these names a smaller place or a road: 安化镇, 朝阳街.
_SMALLER = frozenset("镇乡村街路巷坊")
_WHOLE = {"县级", "市级", "区级", "省级", "州级", "县域", "县城", "市场", "市民", "省份", "区域", "区间", "区位"}


@dataclass(frozen=True, slots=True)
class Division:
    """A province, city or county by its full name, with the full names of those above it.

    `former` is True for a name that is no longer used, such as 横县, `successor` what that place is called now: 横州市.
    """

    name: str
    level: str  # province, city, county
    province: str
    city: str | None
    former: bool = False
    successor: str | None = None


@dataclass(frozen=True, eq=False)
class Gazetteer:
    """Divisions by their names, full and short."""

    divisions: tuple[Division, ...]
    full: Mapping[str, tuple[Division, ...]]
    short: Mapping[str, tuple[Division, ...]]
    everyday: frozenset[str]
    vague: frozenset[str]
    heads: Mapping[str, tuple[int, ...]]

    def named(self, name: str) -> tuple[Division, ...]:
        """All divisions called `name` in full (广西壮族自治区, 横县) or in short (广西, 黔东南州), the full ones first."""
        return self.full.get(name, ()) + self.short.get(name, ())

    def innermost(self, name: str) -> tuple[Division, ...]:
        """The divisions that `name` stands for, a chain for its last link: 浙江省湖州市德清县 → 德清县 of 湖州市."""
        if those := self.named(name):
            return those
        for at in range(len(name) - 2, 1, -1):
            above = (
                {d.name for d in self.innermost(name[:at])}
                if name[at:] in self.full or name[at:] in self.short
                else set()
            )
            those = tuple(d for d in self.named(name[at:]) if d.province in above or d.city in above)
            if those:
                return those
        return ()

    def one(self, name: str) -> Division | None:
        """The one division that `name` stands for: of several the one that is called so now (通辽市, once also a county's name)."""
        those = self.innermost(name)
        now = those if len(those) == 1 else tuple(d for d in those if d.name == name and not d.former)
        return now[0] if len(now) == 1 else None

    def present(self, name: str) -> str | None:
        """What the place that was called `name` is called now (兖州市 → 兖州区), None where it is not one place's former name."""
        names = {d.successor if d.former else None for d in self.full.get(name, ()) if d.successor or not d.former}
        return names.pop() if len(names) == 1 and name not in self.vague else None

    def scan(self, text: str) -> tuple[tuple[Span, tuple[Division, ...]], ...]:
        """The names of divisions in `text`, left to right, the longest at each place.

        A short form counts where it is a word of its own and no everyday word (合作 is none, 合作市 is one).
        """
        return _scan(self, text)

    def longest(self, text: str, at: int, words: _Boundaries, last_end: int) -> Span | None:
        """The longest name that begins at `at`; `last_end` is where the name before it ends."""
        for length in self.heads[text[at : at + 2]]:
            end = at + length
            if end > len(text):
                continue
            name = text[at:end]
            if name in self.full and self._full_fits(name, text, at, last_end, words):
                return Span(at, end)
            if name in self.short and self._short_fits(name, text, at, last_end, words):
                return Span(at, end)
        return None

    def _short_fits(self, name: str, text: str, at: int, last_end: int, words: _Boundaries) -> bool:
        end = at + len(name)
        if name in self.everyday or text[end : end + 1] in _SMALLER:
            return False
        county = len(name) > 2 and name[-1] in "县旗州"  # 循化县, of 循化撒拉族自治县
        if words.common(at) and not county and not any(d.level != "county" or d.name in text for d in self.short[name]):
            return False
        return words.aligned(at, end, last_end) or self._leads_on(name, text, end, words.end(at))

    def _leads_on(self, name: str, text: str, end: int, word_end: int) -> bool:
        """Whether the rest of the word up to `word_end` is a place in the province `name`: 福建厦门."""
        provinces = {d.name for d in self.short[name] if d.level == "province"}
        rest = self.named(text[end:word_end]) if provinces else ()
        return any(d.province in provinces for d in rest)

    def _full_fits(self, name: str, text: str, at: int, last_end: int, words: _Boundaries) -> bool:
        end = at + len(name)
        if text[end - 1 : end + 1] in _WHOLE and name[:-1] not in self.short:
            return False
        if name in self.vague and text[end : end + 1] in _NOT_AFTER_VAGUE:
            return False
        if name in _WITH:
            return at in (0, last_end)
        if name in self.vague:
            listed = at == last_end + 1 and text[at - 1] == "、"  # 碑林区、莲湖区、新城区
            return at == last_end or listed or (name[-1] != "区" and (at == 0 or text[at - 1] in _PAUSE_BEFORE))
        return len(name) > 2 or at == last_end or words.is_start(at)


@lru_cache(maxsize=8)  # several finders ask about one text
def _scan(gazetteer: Gazetteer, text: str) -> tuple[tuple[Span, tuple[Division, ...]], ...]:
    words = _Boundaries(text)
    found: list[tuple[Span, tuple[Division, ...]]] = []
    heads, last_end = gazetteer.heads, -1
    for at in [at for at, head in enumerate(map(operator.add, text, text[1:])) if head in heads]:
        if at < last_end:
            continue
        span = gazetteer.longest(text, at, words, last_end)
        if span is not None:
            found.append((span, gazetteer.named(text[span.start : span.end])))
            last_end = span.end
    return tuple(found)


class _Boundaries:
    """Where words begin and end in a text, as the segmenter sees it."""

    def __init__(self, text: str) -> None:
        self._starts: set[int] = set()
        self._common: set[int] = set()
        self._ends: dict[int, int] = {}
        at = 0
        for word, pos in rjieba.tag(text):
            self._starts.add(at)
            if not pos.startswith(_NAME_TAGS):
                self._common.add(at)
            self._ends[at] = at + len(word)
            at += len(word)
        self._starts.add(at)

    def common(self, at: int) -> bool:
        """Whether the word that begins at `at` is no name as the segmenter knows it (小店, 资源, 振兴)."""
        return at in self._common

    def is_start(self, at: int) -> bool:
        return at in self._starts

    def end(self, start: int) -> int:
        """Where the word that begins at `start` ends; `start` itself where none begins there."""
        return self._ends.get(start, start)

    def aligned(self, start: int, end: int, last_end: int) -> bool:
        """Whether a word or a run of words covers the stretch; one of two characters must be a single word."""
        if (start not in self._starts and start != last_end) or end not in self._starts:
            return False
        return end - start > 2 or start + 1 not in self._starts


def short_names(name: str) -> tuple[str, ...]:
    """The short forms of a full name: 广西壮族自治区 → 广西, 广西自治区; 黔东南苗族侗族自治州 → 黔东南, 黔东南州.

    At least two characters remain, so that 横县 has none.
    """
    found = _AUTONOMOUS.match(name)
    if found:
        stem, tail = found["stem"], found["tail"]
        if stem.endswith("族"):  # 鄂温克族自治旗: the people's name is all there is, and alone it means the people
            return (stem.removesuffix("族") + tail,)
        return (stem, f"{stem}自治{tail}") if tail == "区" else (stem, stem + tail, f"{stem}自治{tail}")
    for tail in _TAILS:
        if name.endswith(tail):
            stem = name.removesuffix(tail)
            return (stem,) if len(stem) >= 2 else ()
    return ()


def read_gazetteer(path: Path) -> Gazetteer:
    """The gazetteer of the table at `path`, with the `.yml` of the same name beside it.

    Raises InputError for a row of the table that has not five columns.
    """
    divisions = tuple(_divisions(path))
    extra = read_table(path.with_suffix(".yml"))
    extra.check_keys("常用词", "含混全称", "俗称")
    full = _grouped((d.name, d) for d in divisions)
    short = _grouped((short, d) for d in divisions for short in short_names(d.name))
    for row in _aliases(extra):
        if row.text("full") not in full:
            row.fail(f"总表里没有「{row.text('full')}」", "请写总表里的全称")
        short[row.text("name")] = full[row.text("full")]
    return Gazetteer(
        divisions=divisions,
        full=full,
        short={name: those for name, those in short.items() if name not in full},
        everyday=frozenset(extra.texts("常用词")),
        vague=frozenset(extra.texts("含混全称")),
        heads=_heads({**full, **short}),
    )


def _divisions(path: Path) -> Iterator[Division]:
    provinces: set[str] = set()
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("#"):
            continue
        columns = line.split("\t")
        if len(columns) != 5:
            raise InputError(path, "应有五栏", "请用 scripts/make_places.py 重新生成", number)
        province, city, living, present, former = columns
        if province not in provinces:
            provinces.add(province)
            yield Division(province, "province", province, None)
        if city:
            yield Division(city, "city", province, city, living != "是")
        for names, gone in ((present, False), (former, True)):
            for name in names.split():
                old, _, now = name.partition("→")
                yield Division(old, "county", province, city or None, gone, now or None)


def _aliases(extra: Row) -> Iterator[Row]:
    for fields in extra.fields.get("俗称") or ():
        yield Row(extra.path, extra.line, fields)


def _grouped(pairs: Iterable[tuple[str, Division]]) -> dict[str, tuple[Division, ...]]:
    """Divisions by name, present ones first, higher ones first.

    A county that is still called so counts once, whatever prefecture of its province it once belonged to (泸县).
    """
    groups: dict[str, list[Division]] = {}
    for name, division in pairs:
        groups.setdefault(name, []).append(division)
    for name, those in groups.items():
        living = {(d.name, d.province, d.level) for d in those if not d.former}
        groups[name] = [d for d in those if not d.former or (d.name, d.province, d.level) not in living]
    order = {"province": 0, "city": 1, "county": 2}
    return {name: tuple(sorted(those, key=lambda d: (d.former, order[d.level]))) for name, those in groups.items()}


def _heads(names: Iterable[str]) -> dict[str, tuple[int, ...]]:
    """For each two characters that a name begins with the lengths of such names, longest first."""
    lengths: dict[str, set[int]] = {}
    for name in names:
        lengths.setdefault(name[:2], set()).add(len(name))
    return {head: tuple(sorted(those, reverse=True)) for head, those in lengths.items()}
