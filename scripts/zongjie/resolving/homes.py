"""What is at home where: whether texts place an enterprise in a county (我县盛华集团), which records are a place's own."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from zongjie.lexicon.places import Gazetteer
from zongjie.model import Entity, Record

_SHORT = 2
_LOOKED_AT = 12


def stands_in(enterprise: Entity, home: str, records: Mapping[str, Record]) -> bool:
    """Whether the name, or the words before a mention, place the firm in `home` (正定县)."""
    core = home[:-1] if len(home) > _SHORT else home
    if any(core in name for name in (enterprise.name, *enterprise.aliases)):
        return True
    before = re.compile(
        f"(?:{re.escape(core)}[县市区旗]?|[我本全][县市区旗州盟]|[县市区旗]内)(?:[^,，。;；]{{0,4}}的)?[“《]?$"
    )
    texts = ((records[one.record].text, one.start) for one in enterprise.mentions)
    return any(before.search(text[max(start - _LOOKED_AT, 0) : start]) for text, start in texts)


def records_of_places(
    places: Iterable[Entity], records: Iterable[Record], gazetteer: Gazetteer
) -> dict[str, tuple[Record, ...]]:
    """The records that come from each place or from within it, by the place's id; those of a province are those of its counties.

    Counties of several provinces share their names (朝阳区): a county's records are those that name it themselves.
    """
    within: defaultdict[str, list[Record]] = defaultdict(list)
    for record in records:
        for name in {record.region.province, record.region.city, record.region.county} - {None}:
            within[str(name)].append(record)
    found: dict[str, tuple[Record, ...]] = {}
    for place in places:
        division = gazetteer.one(place.name)
        naming = {mention.record for mention in place.mentions}
        found[place.id] = tuple(
            record
            for record in within.get(division.name if division else place.name, ())
            if division or record.id in naming
        )
    return found
