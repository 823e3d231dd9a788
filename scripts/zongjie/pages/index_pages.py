"""The indexes of the site: which there are, what they say of themselves, and which rows stand on which shelves."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from zongjie.model import Entity, Kind, Record
from zongjie.pages.arrangements import by_initial, by_level, by_year, month_of, records_by_province
from zongjie.pages.catalog import Catalog, attribute
from zongjie.pages.details import project_details
from zongjie.pages.index_rows import (
    RECORD_COLUMNS,
    enterprise_cells,
    enterprises_of,
    event_cells,
    honor_cells,
    plain_cells,
    platform_cells,
    program_cells,
    project_cells,
    record_cells,
    record_with_enterprises,
)
from zongjie.pages.indexes import LONGEST, Index, Shelf, index_pages, shelves
from zongjie.pages.labels import KIND_COUNTS, KIND_NAMES
from zongjie.pages.linker import Linker, is_planned
from zongjie.pages.tables import Cells
from zongjie.pages.urls import FOLDERS

_Cells = Callable[[Entity, Linker], Cells]
_Shelves = tuple[Shelf[Entity], ...]

_EVENT_COLUMNS = ("活动", "时间", "地点", "主题", "出处")
_LISTS_SHOWN = 40
_LONG_ROWS_SHOWN = 80


def make_index_pages(catalog: Catalog) -> dict[str, str]:
    """All indexes: path under `docs/` → Markdown."""
    pages: dict[str, str] = {}
    for records in (_records(catalog), _enterprises_by_record(catalog)):
        pages |= index_pages(records, catalog)
    for entities in (*_kinds(catalog), events_by_series(catalog), events_by_month(catalog)):
        pages |= index_pages(entities, catalog)
    return pages


def _kinds(catalog: Catalog) -> Iterator[Index[Entity]]:
    yield _index(
        "enterprise", catalog, ("企业", "又名", "项目", "出处"), enterprise_cells, by_initial(catalog, "enterprise")
    )
    yield programs_by_level(catalog)
    yield projects_by_level(catalog)
    yield _index("event", catalog, _EVENT_COLUMNS, event_cells, by_year(catalog))
    yield _index("honor", catalog, ("荣誉", "获得者", "状态", "出处"), honor_cells, by_initial(catalog, "honor"))
    yield _index("platform", catalog, ("平台", "依托单位", "出处"), platform_cells, by_initial(catalog, "platform"))
    for kind in ("institution", "policy", "place"):
        yield _index(kind, catalog, ("名称", "又名", "出处"), plain_cells, by_initial(catalog, kind))


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


def _enterprises_by_record(catalog: Catalog) -> Index[Record]:
    named = [record for record in catalog.knowledge.records if enterprises_of(record, catalog)]
    return Index(
        page="enterprises/by/record.md",
        title="企业:按总结",
        intro="每篇总结提到的企业,按在原文中出现的先后排列。",
        columns=("总结", "企业"),
        shelves=records_by_province(named),
        cells=record_with_enterprises,
        css="enterprise",
        others=(("按拼音看", "enterprises/index.md"),),
        longest=_LISTS_SHOWN,
    )


def events_by_series(catalog: Catalog) -> Index[Entity]:
    """The events that take place again and again, with their like."""
    those = [event for shelf in by_year(catalog) for event in shelf.items if attribute(event, "series")]
    names = sorted({attribute(event, "series") for event in those})
    return Index(
        page="events/by/series.md",
        title="活动:按系列",
        intro="各地、各年的同类活动放在一起。",
        columns=_EVENT_COLUMNS,
        shelves=tuple(
            Shelf(name, f"series-{n}", tuple(event for event in those if attribute(event, "series") == name))
            for n, name in enumerate(names, 1)
        ),
        cells=event_cells,
        css="event",
        others=(("按时间看", "events/index.md"), ("按月份看", "events/by/month.md")),
    )


def programs_by_level(catalog: Catalog) -> Index[Entity]:
    """The index of programs."""
    columns = ("名称", "类型", "项目", "出处")
    return _index("program", catalog, columns, program_cells, by_level(catalog, "program"))


def projects_by_level(catalog: Catalog) -> Index[Entity]:
    """The index of projects."""
    columns = ("项目", "承担单位", "所属计划", "状态", "出处")
    return _index("project", catalog, columns, project_cells, by_level(catalog, "project"))


def events_by_month(catalog: Catalog) -> Index[Entity]:
    """The events of which the text tells the month, those of all years together."""
    those = [
        event
        for shelf in by_year(catalog)
        for event in shelf.items
        if month_of(event, catalog) and not is_planned(event, catalog)
    ]
    those.sort(key=lambda event: month_of(event, catalog))
    return Index(
        page="events/by/month.md",
        title="活动:按月份",
        intro="原文写明月份的活动,各年的放在一起;年年都办的、没写月份的和只是打算办的不在其中。",
        columns=_EVENT_COLUMNS,
        shelves=shelves(those, lambda event: (f"month-{month_of(event, catalog)}", f"{month_of(event, catalog)} 月")),
        cells=event_cells,
        css="event",
        others=(("按时间看", "events/index.md"), ("按系列看", "events/by/series.md")),
    )


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
