"""Entities or records → shelves: by the sound of their names, by level, by year and month, by region."""

from __future__ import annotations

from collections.abc import Sequence

from zongjie.finding.dates import date_iso
from zongjie.model import Entity, Kind, Record
from zongjie.pages.catalog import Catalog, attribute
from zongjie.pages.details import event_details, project_details
from zongjie.pages.indexes import Shelf, shelves
from zongjie.pages.labels import LEVELS, level_name
from zongjie.pinyin import spell
from zongjie.resolving.surfaces import is_blanked

NO_LEVEL = "级别未写明"

_FEW = 60
_ANY_YEAR = 2000
# Names with a blank in them stand together behind all others: one does not look them up by sound.
_BLANKED = ("blanked", "名称有缺字或没有读音的")


def by_initial(catalog: Catalog, kind: Kind) -> tuple[Shelf[Entity], ...]:
    """By the letter under which one looks a name up; a few names stand together."""
    those = sorted(catalog.of_kind(kind), key=lambda entity: (_initial(entity), _sound(entity), entity.id))
    if len(those) <= _FEW and kind != "enterprise":
        return shelves(those, lambda entity: ("all", "") if _opening(entity) else _BLANKED)
    return shelves(those, lambda entity: _letter(_initial(entity)))


def _letter(initial: str) -> tuple[str, str]:
    return (initial, initial.upper()) if initial != "~" else _BLANKED


def _initial(entity: Entity) -> str:
    """The letter under which one looks a name up; `~` for what is blanked or has none."""
    sound = _sound(entity) if _opening(entity) else ""
    return sound[0] if sound and sound[0] in "abcdefghijklmnopqrstuvwxyz" else "~"


def _opening(entity: Entity) -> str:
    """The first characters of the name, by which one looks it up; empty where they are blanked (xx市, *区, 20xx年)."""
    opening = _bare(entity)[:4]
    return "" if is_blanked(opening) else opening


def _bare(entity: Entity) -> str:
    return entity.name.lstrip("“”‘’《》「」\"'")


def _sound(entity: Entity) -> str:
    """What a name is sorted by: an enterprise's id tells its core name (常山 of 河北常山…), of others the name."""
    if entity.kind == "enterprise":
        return entity.slug
    return " ".join(spell(_bare(entity))).lower()


def by_level(catalog: Catalog, kind: Kind) -> tuple[Shelf[Entity], ...]:
    """By level (国家级 first), within it by sound; what has none last."""

    def rank(entity: Entity) -> int:
        level = attribute(entity, "level") or (project_details(entity, catalog).level if kind == "project" else "")
        return LEVELS.index(level) if level in LEVELS else len(LEVELS)

    titles = (*(level_name(level) for level in LEVELS), NO_LEVEL)
    those = sorted(catalog.of_kind(kind), key=lambda entity: (rank(entity), _sound(entity), entity.id))
    return shelves(those, lambda entity: (f"level-{rank(entity) + 1}", titles[rank(entity)]))


def by_year(catalog: Catalog) -> tuple[Shelf[Entity], ...]:
    """By the year in which they took place; undated ones last."""
    order = {record.id: n for n, record in enumerate(catalog.knowledge.records)}

    def when(event: Entity) -> tuple[str, int, int]:
        first = event.mentions[0]
        return _iso(event, catalog) or "~", order[first.record], first.start

    def heading(event: Entity) -> tuple[str, str]:
        year = _iso(event, catalog)[:4]
        return (f"year-{year}", f"{year} 年") if year.isdigit() else ("undated", "年份未写明")

    return shelves(sorted(catalog.of_kind("event"), key=when), heading)


def _iso(event: Entity, catalog: Catalog) -> str:
    """The event's date, or the year of its record."""
    return event_details(event, catalog).iso or catalog.records[event.mentions[0].record].period.year or ""


def month_of(event: Entity, catalog: Catalog) -> int:
    """The month of an event, 0 where the text does not tell it, or tells of what comes every year (每年3月份)."""
    iso = date_iso(event_details(event, catalog).date, _ANY_YEAR)
    return int(iso[5:7] or 0) if iso else 0


def records_by_province(records: Sequence[Record]) -> tuple[Shelf[Record], ...]:
    """Records by region and year, on a shelf for each province; a few stand together."""

    def place(record: Record) -> tuple[str, ...]:
        region = record.region
        parts = (region.province, region.city, region.county, record.period.year)
        return (*(part or "~" for part in parts), record.id)

    if len(records) <= _FEW:
        return (Shelf("", "all", tuple(records)),)

    def heading(record: Record) -> tuple[str, str]:
        province = record.region.province
        return ("-".join(spell(province)), province) if province else ("unknown", "地区不详")

    return shelves(sorted(records, key=place), heading)
