"""The region that a name tells: of the divisions it may mean those that fit the year and what else the text names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from zongjie.lexicon.places import Division
from zongjie.model import Confidence, Region, Span
from zongjie.reading.evidence import Evidence


def region_of(evidence: Evidence, divisions: Sequence[Division], spans: tuple[Span, ...]) -> Region:
    """The region of a writer whose division is one of `divisions`, as `spans` show: what those that are meant have in common."""
    meant = _meant(divisions, evidence)
    return _told(evidence, meant[0], spans) if len(meant) == 1 else _shared(evidence, meant, spans)


def _meant(divisions: Sequence[Division], evidence: Evidence) -> tuple[Division, ...]:
    """Those divisions that a name most likely means: that there were in its year, whose city or province it names, present ones."""
    rank = {d: (evidence.stood(d), _support(d, evidence), not d.former, _city_stands(d, evidence)) for d in divisions}
    return tuple(d for d in divisions if rank[d] == max(rank.values()))


def _city_stands(division: Division, evidence: Evidence) -> bool:
    """Whether the city above a division is one of today: 余江县 is 鹰潭市's, no more 上饶地区's."""
    above = evidence.gazetteer.named(division.city or "")
    return division.level != "county" or any(d.level == "city" and not d.former for d in above)


def _support(division: Division, evidence: Evidence) -> int:
    """How much of what stands above a division the text names: its city (3), its province (1).

    A university's name says nothing of where the writer is (南京工业大学 works for 徐州, too), one firm's little.
    """
    cities = {division.city, evidence.city_of(division)} if division.level == "county" else set()
    has_city = any(evidence.names(city, "city") for city in cities if city)
    return 3 * has_city + evidence.names(division.province, "province")


def _shared(evidence: Evidence, meant: Sequence[Division], spans: tuple[Span, ...]) -> Region:
    """What the divisions that a name may mean have in common: 鼓楼区 in a text that names 江苏省 may be 南京's or 徐州's."""
    provinces, names = {d.province for d in meant}, {d.name for d in meant}
    cities = {evidence.city_of(d) if d.level == "county" else d.city for d in meant}
    county = names.pop() if len(names) == 1 and meant[0].level == "county" else None
    province = provinces.pop() if len(provinces) == 1 else None
    city = cities.pop() if len(cities) == 1 else None
    return Region(province, city, county, "inferred" if province else "stated" if county else "unknown", spans)


def _told(evidence: Evidence, division: Division, spans: tuple[Span, ...]) -> Region:
    county = division.name if division.level == "county" else None
    city = evidence.city_of(division) if county else division.name if division.level == "city" else None
    if county and county.endswith("市") and city is None and division.city is None:
        city, county = county, None  # 仙桃市, 石河子市: a city of its own, under the province alone
    values = [value for value in (division.province, city, county) if value]
    spans = _with_above(evidence, (division.province, city), spans)
    levels = ("province", "city", "county")
    stated = all(any(evidence.names(value, level) for level in levels) for value in values)
    direct = any(
        hit.name in (county or city or division.province, _short(county or city or "")) for hit in evidence.hits
    )
    confidence: Confidence = "stated" if stated and direct else "inferred"
    return Region(division.province, as_said(evidence, city), as_said(evidence, county), confidence, spans)


def as_said(evidence: Evidence, name: str | None) -> str | None:
    """An autonomous division by the fullest form that the text itself uses (黔东南州 where it says no more); all others in full."""
    if name is None or "自治" not in name:
        return name
    said = (
        hit.name for hit in evidence.hits if hit.name[-1] == name[-1] and any(d.name == name for d in hit.divisions)
    )
    return max(said, key=len, default=name)


def _short(name: str) -> str:
    return re.sub("[省市县区旗州盟]$", "", name)


def _with_above(evidence: Evidence, above: Iterable[str | None], spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The evidence, and where the text names city and province."""
    found = list(spans)
    for name in above:
        hit = next((hit for hit in evidence.hits if name and any(d.name == name for d in hit.divisions)), None)
        if hit and hit.span not in found:
            found.append(hit.span)
    return tuple(found)
