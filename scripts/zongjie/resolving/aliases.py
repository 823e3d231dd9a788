"""Mentions of one record that name the same thing.

Finders say what stands for what where the text makes it plain (`attributes["full"]`). On top of that two forms are one
where they differ only by the tails that the genre adds and drops: 项目, 的研究与开发, 活动, 园 and 园区.
Where an editor has said what a form belongs to (`attributes["entity"]`), nothing else counts.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from zongjie.model import Kind, Mention
from zongjie.resolving.groups import Groups
from zongjie.resolving.surfaces import fold, is_blanked, is_slip_of

# What may be missing at the end of a second mention of the same thing.
_TAILS: Mapping[Kind, re.Pattern[str]] = {
    "program": re.compile(
        r"(?:科技)?(?:项目|计划项目|专项|重大科技专项|工作|活动|行动|战略|机制|工程|培训活动|服务热线)"
    ),
    "project": re.compile(
        r"(?:的)?(?:研究与开发|研究|开发|研发|研制|建设|产业化|推广|示范|技术)?(?:子课题|课题|项目|工程)?"
    ),
    "event": re.compile(r"活动"),
    "platform": re.compile(r"区"),
    "honor": re.compile(r"(?:荣誉)?称号"),
    "place": re.compile(r"[省市县区旗镇乡村]|街道|社区|自治区|壮族自治区|回族自治区|维吾尔自治区"),
}
_HIGH_RANKS = ("省", "自治区", "市", "州", "盟", "地区")
_BLANK_IN_FRONT = re.compile(r"(?:[x×*]{1,4}|某)[省市县区旗镇乡]?|区域|我[省市县区旗]")
_QUOTED = re.compile(r"[“「]([^“”「」]{2,})[”」][^“”「」]{1,8}")


@dataclass(frozen=True)
class Cluster:
    """The mentions of one record that name one thing, in reading order."""

    record: str
    kind: Kind
    mentions: tuple[Mention, ...]

    @property
    def surfaces(self) -> tuple[str, ...]:
        """The distinct surface forms, in order of first mention."""
        return tuple(dict.fromkeys(m.text for m in self.mentions))


def cluster(mentions: Iterable[Mention]) -> tuple[Cluster, ...]:
    """The clusters of one record's mentions, in the order of their first mention."""
    by_kind: dict[Kind, list[Mention]] = defaultdict(list)
    for mention in mentions:
        by_kind[mention.kind].append(mention)
    clusters = [c for kind, those in by_kind.items() for c in _cluster_kind(kind, those)]
    return tuple(sorted(clusters, key=lambda c: (c.mentions[0].start, c.mentions[0].end, c.kind)))


def _cluster_kind(kind: Kind, mentions: list[Mention]) -> list[Cluster]:
    told: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        if mention.attributes.get("entity"):
            told[str(mention.attributes["entity"])].append(mention)
    plain = [m for m in mentions if not m.attributes.get("entity")]
    return [Cluster(those[0].record, kind, tuple(those)) for those in (*told.values(), *_group(kind, plain))]


def _group(kind: Kind, mentions: list[Mention]) -> list[list[Mention]]:
    if kind == "event":
        return _happenings(mentions)
    groups = Groups[str]()
    names = sorted({fold(m.text) for m in mentions})
    for mention in mentions:
        full = mention.attributes.get("full")
        if isinstance(full, str) and fold(full) != fold(mention.text):
            groups.join(fold(mention.text), fold(full))
    _join_tails(kind, names, groups)
    _join_quoted(mentions, groups)
    _join_canonical(mentions, groups)
    _join_blanked(names, groups)
    if kind in ("policy", "platform"):
        _join_abbreviated(names, groups)
    if kind == "place":
        _join_chains(names, groups)
    if kind in ("policy", "place"):
        _join_slips(names, groups)
    members: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        members[groups.root(fold(mention.text))].append(mention)
    return list(members.values())


def _happenings(mentions: list[Mention]) -> list[list[Mention]]:
    """Events by their full name and date, which the finder gives alike to all mentions of a happening.

    Neither alone tells them apart: 启动仪式 may stand for two openings, 专利执法检查 be held in March and in May.
    """
    members: dict[tuple[str, object, object], list[Mention]] = defaultdict(list)
    for mention in mentions:
        name = str(mention.attributes.get("full") or mention.text)
        members[
            (fold(name).removesuffix("活动"), mention.attributes.get("date"), mention.attributes.get("target"))
        ].append(mention)
    return list(members.values())


def _join_tails(kind: Kind, names: list[str], groups: Groups[str]) -> None:
    """Join a name with a longer one that only adds a tail, where exactly one such longer name stands in the record."""
    tail = _TAILS.get(kind)
    if tail is None:
        return
    for name in names:
        if len(name) < 2 or is_blanked(name):
            continue
        longer = [n for n in names if n.startswith(name) and n != name and tail.fullmatch(n[len(name) :])]
        if kind == "place":
            longer = _highest(longer)
        if len({groups.root(other) for other in longer}) == 1:
            groups.join(name, longer[0])


def _highest(names: list[str]) -> list[str]:
    """Of places with one stem the one of high rank, where there is one: 株洲 is 株洲市, not 株洲县."""
    for tail in _HIGH_RANKS:
        high = [name for name in names if name.endswith(tail)]
        if high:
            return high
    return names


def _join_chains(names: list[str], groups: Groups[str]) -> None:
    """Join a place with the one chain that ends in it: 六景镇, 横县六景镇 and 南宁市横县六景镇.

    Chains that name different ranks before it are one too: 浙江省德清县 and 湖州市德清县, not 南宁市城关镇 and 柳州市城关镇.
    """
    for name in sorted(names, key=lambda n: (-len(n), n)):
        chains = [other for other in names if len(name) >= 3 and other != name and other.endswith(name)]
        if not chains or is_blanked(name):
            continue
        ranks = {other[: -len(name)][-1] for other in chains}
        if len({groups.root(chain) for chain in chains}) == 1 or len(ranks) == len(chains):
            for chain in chains:
                groups.join(name, chain)


def _join_blanked(names: list[str], groups: Groups[str]) -> None:
    """Join a name with the same name behind a blank or 区域: 国家液压件产业化基地 and xx国家液压件产业化基地."""
    known = set(names)
    for name in names:
        blank = _BLANK_IN_FRONT.match(name)
        rest = name[blank.end() :] if blank else ""
        if len(rest) >= 4 and rest in known:
            groups.join(rest, name)


def _join_abbreviated(names: list[str], groups: Groups[str]) -> None:
    """Join a name with the one longer name of which it leaves out words: 褐煤研发中心 and 褐煤化工研发中心.

    Both end alike, the short form begins with two characters that stand together in the long one, and no other name fits.
    """
    for name in names:
        if is_blanked(name) or len(name) < 4:
            continue
        root = groups.root(name)
        longer = [o for o in names if o != name and _abbreviates(name, o) and groups.root(o) != root]
        if len({groups.root(other) for other in longer}) == 1:
            groups.join(name, longer[0])


def _abbreviates(short: str, long: str) -> bool:
    at = long.find(short[:2])
    if len(short) >= len(long) or at < 0 or short[-2:] != long[-2:] or any(c.isdigit() for c in long):
        return False
    rest = iter(long[at:])
    return all(char in rest for char in short)


def _join_quoted(mentions: list[Mention], groups: Groups[str]) -> None:
    """Join a name with the same name in quotation marks and a class word: 放管服 and “放管服”改革."""
    names = {fold(m.text) for m in mentions}
    for mention in mentions:
        quoted = _QUOTED.fullmatch(mention.text)
        if quoted and fold(quoted[1]) in names:
            groups.join(fold(quoted[1]), fold(mention.text))


def _join_canonical(mentions: list[Mention], groups: Groups[str]) -> None:
    """Join forms that a lexicon knows as one (国家863计划, 863计划), levels apart (国家 and 省自然科学基金)."""
    forms: dict[str, dict[object, list[str]]] = defaultdict(lambda: defaultdict(list))
    for mention in mentions:
        canonical = mention.attributes.get("canonical")
        if isinstance(canonical, str) and not is_blanked(canonical):
            forms[canonical][mention.attributes.get("level")].append(fold(mention.text))
    for by_level in forms.values():
        levels = [level for level in by_level if level is not None]
        for names in by_level.values():
            for name in names[1:]:
                groups.join(names[0], name)
        if None in by_level and len(levels) == 1:
            groups.join(by_level[None][0], by_level[levels[0]][0])


def _join_slips(names: list[str], groups: Groups[str]) -> None:
    """Join names that differ by a slip of the pen; they are of equal length, so only those are compared."""
    by_length: dict[int, list[str]] = defaultdict(list)
    for name in names:
        for other in by_length[len(name)]:
            if is_slip_of(name, other):
                groups.join(name, other)
        by_length[len(name)].append(name)
