"""How far a name reaches: whether the same name in two records is the same thing.

A registered name that tells its place, a university, a national plan mean one thing everywhere. 县妇幼保健院, 明光食品 or
省科技攻关计划 mean one thing within a county, a city or a province, and so does what any place may have (农业科技示范园区).
A blanked name (xx轴瓦有限公司) and an event belong to their record alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from zongjie.lexicon.places import Division, Gazetteer
from zongjie.model import Kind, Record, Region
from zongjie.resolving.aliases import Cluster
from zongjie.resolving.surfaces import fold, is_blanked, is_relative

_NATIONAL = ("国家", "全国", "中国", "中华", "中共中央", "国务院", "科技部")
_ACADEMY = re.compile(r"(?<!老年)(?<!农民)(?<!职工)(?<!电视)大学|科学院|工程院")
# Documents that every place has: 科技进步奖励办法.
_LOCAL_POLICY = re.compile(r".{2,13}(?:办法|意见|方案|规划|通知|制度|细则|要点|计划|规定)")
# Rules that find what everybody knows by its short name (海尔, 浙大).
_FAMOUS = ("知名企业", "简称表")
_LEGAL_FORMS = ("有限公司", "有限责任公司", "股份公司", "总公司", "合作社", "总厂", "集团公司")
_LONG = 8
_BRACKETED = re.compile(r"[(（]([^()（）]{2,8})[)）]")
_OWN = re.compile(r"(?:我|本|全|该)?(?P<rank>自治区|[省市州盟县区旗])(?![级直属内外委域长场])(?=.{2})")
# Names of these kinds hold places as brands do (常山生化药业), so that only 正定县… and the like tell where they are.
_BRANDED: frozenset[Kind] = frozenset({"enterprise", "project"})


@dataclass(frozen=True, slots=True)
class Reach:
    """Where a name means one thing: `scope` is `""` for everywhere, a region, or the record's id.

    `name` leaves out the place that the scope tells: 县医院 and 正定县医院 are both 医院 in 正定县.
    """

    scope: str
    name: str


def reach_of(cluster: Cluster, name: str, record: Record, gazetteer: Gazetteer) -> Reach:
    """How far `name` reaches, which the mentions of `cluster` are called."""
    if cluster.kind == "event" or is_blanked(name):
        return Reach(record.id, name)
    if cluster.kind == "place":
        one = gazetteer.one(name) is not None and not is_relative(name)
        return Reach("" if one else _scope(record.region) or record.id, name)
    if _is_everywhere(cluster, name):
        return Reach("", name)
    placed = _placed(cluster, name, record.region, gazetteer)
    return placed or _unplaced(cluster, name, record)


def _is_everywhere(cluster: Cluster, name: str) -> bool:
    """Whether the words of the name, or what its mentions tell, make it one thing in the whole country."""
    levels = {m.attributes.get("level") for m in cluster.mentions}
    if name.startswith(_NATIONAL) or "国家" in levels or any(m.attributes.get("national") for m in cluster.mentions):
        return True
    if is_relative(name):
        return False
    if any(m.rule in _FAMOUS and m.text == name for m in cluster.mentions):
        return True
    if cluster.kind == "program":
        return not levels & {"省", "市", "县"} and any(m.attributes.get("canonical") for m in cluster.mentions)
    if cluster.kind == "project":
        return len(name) >= _LONG and any(m.attributes.get("undertaker") for m in cluster.mentions)
    if cluster.kind == "policy":
        return not _LOCAL_POLICY.fullmatch(name)
    return cluster.kind == "institution" and _ACADEMY.search(name) is not None


def _placed(cluster: Cluster, name: str, own: Region, gazetteer: Gazetteer) -> Reach | None:
    """The reach of a name that begins with a place or stands in relation to one (县医院); None where it does not."""
    if found := _OWN.match(name):
        scope = _of_rank(found["rank"], own)
        return Reach(scope, name[found.end() :]) if scope else None
    branded = cluster.kind in _BRANDED
    front = _front(name, own, gazetteer, whole=branded)
    if front is not None:
        return Reach(_scope_of_division(front[0]), name[front[1] :])
    registered = cluster.kind == "enterprise" and len(name) >= _LONG and name.endswith(_LEGAL_FORMS)
    return Reach("", name) if (registered or not branded) and _tells_place(name, gazetteer) else None


def _tells_place(name: str, gazetteer: Gazetteer) -> bool:
    """Whether a name holds the place that makes it one of its kind: 河北…有限公司, 恒诺(福建)鞋塑科技有限公司."""
    inner = _BRACKETED.search(name)
    front = any(gazetteer.named(name[:length]) for length in range(min(9, len(name) - 2), 1, -1))
    return front or bool(inner and gazetteer.named(inner[1]))


def _unplaced(cluster: Cluster, name: str, record: Record) -> Reach:
    """The reach of a name that tells no place: its level's where it has one, else the bureau's own."""
    levels = {m.attributes.get("level") for m in cluster.mentions}
    ranks = (r for r in ("省", "自治区", "市") if r in levels or fold(name).startswith((r, f"全{r}")))
    rank = next(ranks, None)
    scope = _of_rank(rank, record.region) if rank else _scope(record.region)
    return Reach(scope or record.id, name)


def _front(name: str, own: Region, gazetteer: Gazetteer, *, whole: bool) -> tuple[Division, int] | None:
    """The lowest place at the front of the name and where it ends: 丹徒区 of 江苏省镇江市丹徒区人民医院.

    Of several that are called so it is the one of the bureau's region; with `whole` only full names count.
    """
    found, at = None, 0
    while at < len(name) - 2:
        step = _place_at(name, at, own, gazetteer, whole)
        if step is None or (found and found[0].name not in (step[0].province, step[0].city)):
            break
        found, at = step, step[1]
    return found


def _place_at(name: str, at: int, own: Region, gazetteer: Gazetteer, whole: bool) -> tuple[Division, int] | None:
    for length in range(min(9, len(name) - at - 2), 1, -1):
        word = name[at : at + length]
        divisions = gazetteer.full.get(word, ()) if whole else gazetteer.named(word)
        if not divisions or (word in gazetteer.everyday and word in gazetteer.short):
            continue
        near = [d for d in divisions if d.name in (own.province, own.city, own.county)]
        present = near or [d for d in divisions if not d.former] or [*divisions]
        highest = [d for d in present if d.level == present[0].level]  # 石家庄 is the city, not the county of old
        return (highest[0], at + length) if near or len(highest) == 1 else None
    return None


def _of_rank(rank: str, region: Region) -> str | None:
    """The scope of the place that 省…, 市…, 县… mean in a text from `region`; 市 is the county where that is a city."""
    if rank in ("省", "自治区"):
        return region.province
    if rank in "市州盟" and not (rank == "市" and region.county and region.county.endswith("市")):
        return _scope(Region(region.province, region.city)) if region.city else _scope(region)
    if rank == "区" and not (region.county or "").endswith("区") and (region.province or "").endswith("自治区"):
        return region.province
    return _scope(region)


def _scope(region: Region) -> str | None:
    """The region as one word; None where the text does not tell even the city."""
    own = region.county or region.city
    return f"{region.province or ''}{region.city or ''}{region.county or ''}" if own else None


def _scope_of_division(division: Division) -> str:
    """The scope that 省…, 市… or 县… have in a text from there."""
    if division.level == "province":
        return division.name
    city = division.name if division.level == "city" else division.city
    return f"{division.province}{city or ''}{division.name if division.level == 'county' else ''}"
