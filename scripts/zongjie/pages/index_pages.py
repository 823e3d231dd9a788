"""The indexes of the site: what stands on which shelf, and what a row tells of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from zongjie.finding.dates import date_iso
from zongjie.model import Entity, Kind, Record
from zongjie.pages.catalog import Catalog, attribute
from zongjie.pages.details import event_details, honor_details, owners, project_details
from zongjie.pages.escape import Markdown, escape
from zongjie.pages.indexes import LONGEST, Index, Shelf, index_pages, shelves
from zongjie.pages.labels import (
    KIND_COUNTS,
    KIND_NAMES,
    LEVELS,
    TYPE_NAMES,
    level_name,
    period_label,
    record_title,
    region_name,
)
from zongjie.pages.linker import Linker, badge, is_planned
from zongjie.pages.tables import Cells
from zongjie.pages.urls import FOLDERS
from zongjie.pinyin import spell
from zongjie.resolving.surfaces import is_blanked

NO_LEVEL = "级别未写明"

_Cells = Callable[[Entity, Linker], Cells]
_Shelves = tuple[Shelf[Entity], ...]

_RECORDS_SHOWN = 3
_FEW = 60
_ANY_YEAR = 2000
_LISTS_SHOWN = 40
_LONG_ROWS_SHOWN = 80
# Names with a blank in them stand together behind all others: one does not look them up by sound.
_BLANKED = ("blanked", "名称有缺字或没有读音的")


def make_index_pages(catalog: Catalog) -> dict[str, str]:
    """All indexes: path under `docs/` → Markdown."""
    pages: dict[str, str] = {}
    for records in (_records(catalog), _enterprises_by_record(catalog)):
        pages |= index_pages(records, catalog)
    for entities in (*_kinds(catalog), _events_by_series(catalog), events_by_month(catalog)):
        pages |= index_pages(entities, catalog)
    return pages


def _kinds(catalog: Catalog) -> Iterator[Index[Entity]]:
    yield _index(
        "enterprise", catalog, ("企业", "又名", "项目", "出处"), _enterprise, _by_initial(catalog, "enterprise")
    )
    yield _index("program", catalog, ("名称", "类型", "项目", "出处"), _program, _by_level(catalog, "program"))
    yield projects_by_level(catalog)
    yield _index("event", catalog, ("活动", "时间", "地点", "主题", "出处"), _event, _by_year(catalog))
    yield _index("honor", catalog, ("荣誉", "获得者", "状态", "出处"), _honor, _by_initial(catalog, "honor"))
    yield _index("platform", catalog, ("平台", "依托单位", "出处"), _platform, _by_initial(catalog, "platform"))
    for kind in ("institution", "policy", "place"):
        yield _index(kind, catalog, ("名称", "又名", "出处"), _plain, _by_initial(catalog, kind))


# --- arrangements ---------------------------------------------------------------------------------------------------


_INTROS: dict[Kind, str] = {
    "enterprise": "按字号的拼音首字母排列,公司名前的地名不计;名称有缺字的排在最后。",
    "program": "政府设立的计划、专项、基金,以及科技部门开展的工程、行动。",
    "project": "「立项」是原文说已列入、获批或已验收的;「申报」是原文只说推荐、申请、参评或争取的,两者分开计数。",
    "event": "按时间先后排列,原文没有写明年份的排在最后。「打算」是原文只说要办的,没有说已经办了。",
    "honor": "「争创」是原文只说正在创建、力争的,不是已经获得的。",
    "platform": "工程技术研究中心、重点实验室、孵化器、园区、基地等。",
    "institution": "高校、科研院所和有名称的机构。",
    "policy": "原文提到的文件、办法、规划。",
    "place": "地名被隐去的(xx 县、*区)排在最后。",
}


def _index(kind: Kind, catalog: Catalog, columns: tuple[str, ...], cells: _Cells, those: _Shelves) -> Index[Entity]:
    folder = FOLDERS[kind]
    return Index(
        page=f"{folder}/index.md",
        title=KIND_NAMES[kind],
        intro=_count(kind, catalog) + _INTROS[kind],
        columns=columns,
        shelves=those,
        cells=cells,
        css=kind,
        others=_OTHERS.get(kind, ()),
        downloads=(("CSV 表格", f"data/{folder}.csv"),),
        longest=_LONG_ROWS_SHOWN if kind == "project" else LONGEST,
    )


_OTHERS: dict[Kind, tuple[tuple[str, str], ...]] = {
    "enterprise": (("按总结看", "enterprises/by/record.md"),),
    "event": (("按系列看", "events/by/series.md"), ("按月份看", "events/by/month.md")),
}


def _count(kind: Kind, catalog: Catalog) -> str:
    those = catalog.counted(kind)
    more = len(catalog.of_kind(kind)) - len(those)
    repeated = f"(另有 {more} {KIND_COUNTS[kind][0]}只见于重复的段落)" if more else ""
    if kind == "event" and (planned := sum(is_planned(event, catalog) for event in those)):
        return f"共 {len(those)} 场活动{repeated},其中 {planned} 场只是打算办的。"
    if kind != "project":
        return f"共 {len(those)} {KIND_COUNTS[kind]}{repeated}。"
    statuses = [project_details(project, catalog).status for project in those]
    granted, applied = statuses.count("granted"), statuses.count("applied")
    untold = len(those) - granted - applied
    return f"共 {len(those)} 个项目{repeated}:立项 {granted} 个,申报 {applied} 个,原文未写明 {untold} 个。"


def _by_initial(catalog: Catalog, kind: Kind) -> tuple[Shelf[Entity], ...]:
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


def _by_level(catalog: Catalog, kind: Kind) -> tuple[Shelf[Entity], ...]:
    def rank(entity: Entity) -> int:
        level = attribute(entity, "level") or (project_details(entity, catalog).level if kind == "project" else "")
        return LEVELS.index(level) if level in LEVELS else len(LEVELS)

    titles = (*(level_name(level) for level in LEVELS), NO_LEVEL)
    those = sorted(catalog.of_kind(kind), key=lambda entity: (rank(entity), _sound(entity), entity.id))
    return shelves(those, lambda entity: (f"level-{rank(entity) + 1}", titles[rank(entity)]))


def _by_year(catalog: Catalog) -> tuple[Shelf[Entity], ...]:
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


def _enterprises_by_record(catalog: Catalog) -> Index[Record]:
    named = [record for record in catalog.knowledge.records if _enterprises_of(record, catalog)]
    return Index(
        page="enterprises/by/record.md",
        title="企业:按总结",
        intro="每篇总结提到的企业,按在原文中出现的先后排列。",
        columns=("总结", "企业"),
        shelves=records_by_province(named),
        cells=_record_with_enterprises,
        css="enterprise",
        others=(("按拼音看", "enterprises/index.md"),),
        longest=_LISTS_SHOWN,
    )


def _enterprises_of(record: Record, catalog: Catalog) -> tuple[Entity, ...]:
    """The enterprises that the record names, in the order of first mention."""
    named = (one.entity for one in catalog.names_in.get(record.id, ()) if one.entity.kind == "enterprise")
    return tuple({entity.id: entity for entity in named}.values())


def _record_with_enterprises(record: Record, linker: Linker) -> Cells:
    those = _enterprises_of(record, linker.catalog)
    return linker.record(record), Markdown("、".join(map(linker.entity, those)))


def _events_by_series(catalog: Catalog) -> Index[Entity]:
    those = [event for shelf in _by_year(catalog) for event in shelf.items if attribute(event, "series")]
    names = sorted({attribute(event, "series") for event in those})
    return Index(
        page="events/by/series.md",
        title="活动:按系列",
        intro="各地、各年的同类活动放在一起。",
        columns=("活动", "时间", "地点", "主题", "出处"),
        shelves=tuple(
            Shelf(name, f"series-{n}", tuple(event for event in those if attribute(event, "series") == name))
            for n, name in enumerate(names, 1)
        ),
        cells=_event,
        css="event",
        others=(("按时间看", "events/index.md"), ("按月份看", "events/by/month.md")),
    )


def projects_by_level(catalog: Catalog) -> Index[Entity]:
    """The index of projects."""
    columns = ("项目", "承担单位", "所属计划", "状态", "出处")
    return _index("project", catalog, columns, _project, _by_level(catalog, "project"))


def events_by_month(catalog: Catalog) -> Index[Entity]:
    """The events of which the text tells the month, those of all years together."""
    those = [
        event
        for shelf in _by_year(catalog)
        for event in shelf.items
        if month_of(event, catalog) and not is_planned(event, catalog)
    ]
    those.sort(key=lambda event: month_of(event, catalog))
    return Index(
        page="events/by/month.md",
        title="活动:按月份",
        intro="原文写明月份的活动,各年的放在一起;年年都办的、没写月份的和只是打算办的不在其中。",
        columns=("活动", "时间", "地点", "主题", "出处"),
        shelves=shelves(those, lambda event: (f"month-{month_of(event, catalog)}", f"{month_of(event, catalog)} 月")),
        cells=_event,
        css="event",
        others=(("按时间看", "events/index.md"), ("按系列看", "events/by/series.md")),
    )


def month_of(event: Entity, catalog: Catalog) -> int:
    """The month of an event, 0 where the text does not tell it, or tells of what comes every year (每年3月份)."""
    iso = date_iso(event_details(event, catalog).date, _ANY_YEAR)
    return int(iso[5:7] or 0) if iso else 0


# --- rows -----------------------------------------------------------------------------------------------------------


def _sources(entity: Entity, linker: Linker) -> Markdown:
    """The first records that name the entity, each leading to the passage."""
    records = linker.catalog.records_of(entity)
    shown = [linker.first_in(entity, record) for record in records[:_RECORDS_SHOWN]]
    more = f" 等 {len(records)} 篇" if len(records) > len(shown) else ""
    return Markdown("、".join(shown) + more)


def _aliases(entity: Entity) -> Markdown:
    return escape("、".join(entity.aliases[:4]) + (" 等" if len(entity.aliases) > 4 else ""))


def _plain(entity: Entity, linker: Linker) -> Cells:
    return linker.entity(entity), _aliases(entity), _sources(entity, linker)


def _enterprise(entity: Entity, linker: Linker) -> Cells:
    facts = linker.catalog.own_facts(entity)
    projects = {f.object for f in facts if f.predicate == "undertakes" and f.subject == entity.id}
    return linker.entity(entity), _aliases(entity), _projects(projects, linker.catalog), _sources(entity, linker)


def _program(entity: Entity, linker: Linker) -> Cells:
    facts = linker.catalog.own_facts(entity)
    projects = {f.subject for f in facts if f.predicate == "funded_under" and f.object == entity.id}
    sort = escape(TYPE_NAMES.get(attribute(entity, "type"), ""))
    return linker.entity(entity), sort, _projects(projects, linker.catalog), _sources(entity, linker)


def _projects(ids: Iterable[str], catalog: Catalog) -> Markdown:
    """立项 2、申报 1: how many, by what became of them."""
    statuses = [project_details(catalog.entities[i], catalog).status for i in sorted(ids) if i in catalog.entities]
    counts = [
        (label, statuses.count(status)) for status, label in (("granted", "立项"), ("", "未写明"), ("applied", "申报"))
    ]
    return Markdown("、".join(f"{label} {count}" for label, count in counts if count))


def _project(entity: Entity, linker: Linker) -> Cells:
    details = project_details(entity, linker.catalog)
    undertakers, programs = linker.parties(details.undertakers), linker.parties(details.programs)
    return linker.entity(entity), undertakers, programs, badge(details.status), _sources(entity, linker)


def _event(entity: Entity, linker: Linker) -> Cells:
    details = event_details(entity, linker.catalog)
    where, theme = escape(details.place), escape(details.theme)
    return linker.listed(entity), escape(details.date), where, theme, _sources(entity, linker)


def _honor(entity: Entity, linker: Linker) -> Cells:
    details = honor_details(entity, linker.catalog)
    return linker.entity(entity), linker.parties(details.winners), badge(details.status), _sources(entity, linker)


def _platform(entity: Entity, linker: Linker) -> Cells:
    return linker.entity(entity), linker.parties(owners(entity, linker.catalog)), _sources(entity, linker)


# --- records --------------------------------------------------------------------------------------------------------

RECORD_COLUMNS = ("总结", "单位", "地区", "时间", "文种")


def record_cells(record: Record, linker: Linker) -> Cells:
    """A record in a list: title, bureau, region, time and kind."""
    name = Markdown(
        linker.record(record, record_title(record)) + (" *重复*{ .badge .repeat }" if record.duplicate_of else "")
    )
    bureau = record.bureau.name or "不详"
    region = region_name(record.region) or "不详"
    return name, escape(bureau), escape(region), escape(period_label(record) or "不详"), escape(record.kind)


def _records(catalog: Catalog) -> Index[Record]:
    return Index(
        page="records/index.md",
        title="总结",
        intro=f"共 {len(catalog.knowledge.records)} 篇,按地区和时间排列。单位、地区、时间由原文推断,依据见各篇开头。",
        columns=RECORD_COLUMNS,
        shelves=records_by_province(catalog.knowledge.records),
        cells=record_cells,
        css="record",
        downloads=(("CSV 表格", "data/records.csv"), ("全部数据(JSON)", "data/knowledge.json")),
    )


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
