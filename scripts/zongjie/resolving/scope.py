"""How far a name reaches: whether the same name in two records is the same thing.

A full company name, a university, a national plan mean one thing everywhere. 县妇幼保健院, 明光食品 or 省科技攻关计划 mean one thing
within a county, a city or a province. A blanked name (xx轴瓦有限公司) and an event belong to their record alone.
"""

from __future__ import annotations

from zongjie.lexicon.places import Division, Gazetteer
from zongjie.model import Kind, Record, Region
from zongjie.resolving.aliases import Cluster
from zongjie.resolving.surfaces import fold, is_blanked, is_relative

_LEGAL_FORMS = ("有限公司", "有限责任公司", "股份公司", "总公司", "合作社", "总厂", "集团公司")
_GLOBAL: frozenset[Kind] = frozenset({"policy"})


def scope_of(cluster: Cluster, name: str, record: Record, gazetteer: Gazetteer) -> str:
    """Where `name` means one thing: `""` for everywhere, a region, or the record's id."""
    if cluster.kind == "event" or is_blanked(name):
        return record.id
    if cluster.kind == "program" and (place := _place_of(cluster, name, record.region, gazetteer)):
        return place
    if _is_everywhere(cluster, name, gazetteer):
        return ""
    return _region(record.region, cluster, name) or record.id


def _is_everywhere(cluster: Cluster, name: str, gazetteer: Gazetteer) -> bool:
    if cluster.kind == "program":
        return _is_national(cluster, name, gazetteer)
    if is_relative(name):
        return False
    if cluster.kind == "enterprise":
        return name.endswith(_LEGAL_FORMS) and len(name) >= 8
    if cluster.kind == "place":
        return gazetteer.one(name) is not None
    if cluster.kind in _GLOBAL:
        return True
    if any(m.attributes.get("national") for m in cluster.mentions):
        return True
    return cluster.kind in ("institution", "platform", "honor", "project") and (
        len(name) >= 8 or _begins_with_place(name, gazetteer) or name.startswith(("国家", "全国", "中国"))
    )


def _is_national(cluster: Cluster, name: str, gazetteer: Gazetteer) -> bool:
    levels = {m.attributes.get("level") for m in cluster.mentions}
    if "国家" in levels or name.startswith(("国家", "全国", "中国", "科技部")):
        return True
    known = any(m.attributes.get("canonical") for m in cluster.mentions)
    return (known and not levels & {"省", "市", "县"} and not is_relative(name)) or _begins_with_place(name, gazetteer)


def _place_of(cluster: Cluster, name: str, own: Region, gazetteer: Gazetteer) -> str | None:
    """The region whose program it is by its name, so that 河南省科技攻关计划 and 安徽省科技攻关计划 stay two.

    Of several places that are called so it is the one above the bureau; where there is none the words themselves tell it apart.
    """
    levels = {m.attributes.get("level") for m in cluster.mentions}
    if "国家" in levels or not any(m.attributes.get("canonical") for m in cluster.mentions):
        return None
    for n in range(min(len(name) - 2, 9), 1, -1):
        if divisions := gazetteer.named(name[:n]):
            near = [d for d in divisions if d.name in (own.province, own.city, own.county)]
            one = near[0] if near else divisions[0] if len(divisions) == 1 else None
            return _scope_of_division(one) if one else name[:n]
    return None


def _scope_of_division(division: Division) -> str:
    """The scope that 省…, 市… or 县… have in a text from there."""
    if division.level == "county":
        return f"{division.province}{division.city or ''}{division.name}"
    return division.name


def _begins_with_place(name: str, gazetteer: Gazetteer) -> bool:
    return any(gazetteer.named(name[:n]) for n in range(min(len(name) - 2, 9), 1, -1))


def _region(region: Region, cluster: Cluster, name: str) -> str | None:
    """The region within which a relative name holds: 省… the province, 市… the city, others the bureau's own."""
    levels = {m.attributes.get("level") for m in cluster.mentions}
    own = region.county or region.city
    if fold(name).startswith(("省", "自治区", "全省", "全区")) or "省" in levels:
        return region.province
    if fold(name).startswith(("市", "全市", "州", "盟")) or "市" in levels:
        return region.city or (f"{region.province}{region.county}" if region.county else None)
    return f"{region.province or ''}{region.city or ''}{own}" if own else None
