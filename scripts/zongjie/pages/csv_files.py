"""The same lists as tables for a spreadsheet: `data/enterprises.csv` and its like."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from zongjie.model import Entity
from zongjie.pages.catalog import Catalog, attribute
from zongjie.pages.details import Party, event_details, honor_details, owners, project_details
from zongjie.pages.labels import STATUS_NAMES, TYPE_NAMES, period_name, record_label, region_name
from zongjie.pages.urls import FOLDERS, entity_url, record_url

_COLUMNS = (
    "名称",
    "又名",
    "承担、举办、获得或依托单位",
    "所属计划或系列",
    "级别",
    "状态或类型",
    "时间",
    "地点",
    "主题",
    "出处",
    "网页",
)
_RECORD_COLUMNS = ("标题", "单位", "省", "市", "县", "地区", "时间", "文种", "网页")


def make_csv_files(catalog: Catalog) -> dict[str, str]:
    """One table for each kind and one of the records: path under `docs/` → CSV that Excel reads as UTF-8."""
    files = {
        f"data/{folder}.csv": _csv(_COLUMNS, (_row(entity, catalog) for entity in catalog.of_kind(kind)))
        for kind, folder in FOLDERS.items()
    }
    files["data/records.csv"] = _csv(_RECORD_COLUMNS, _records(catalog))
    return files


def _records(catalog: Catalog) -> Iterable[tuple[str, ...]]:
    for record in catalog.knowledge.records:
        region = record.region
        yield (
            record.title,
            record.bureau.name or "",
            region.province or "",
            region.city or "",
            region.county or "",
            region_name(region),
            period_name(record),
            record.kind,
            record_url(record),
        )


def _row(entity: Entity, catalog: Catalog) -> tuple[str, ...]:
    parties, group, level, status = _about(entity, catalog)
    when, where, theme = _happening(entity, catalog)
    sources = ";".join(record_label(record) for record in catalog.records_of(entity))
    aliases = "、".join(entity.aliases)
    return entity.name, aliases, parties, group, level, status, when, where, theme, sources, entity_url(entity)


def _about(entity: Entity, catalog: Catalog) -> tuple[str, str, str, str]:
    """Who, of what plan or series, at what level, in what state."""
    match entity.kind:
        case "project":
            project = project_details(entity, catalog)
            status = STATUS_NAMES.get(project.status, "")
            return _names(project.undertakers), _names(project.programs), project.level, status
        case "event":
            event = event_details(entity, catalog)
            return _names(event.organisers), event.series, "", ""
        case "honor":
            honor = honor_details(entity, catalog)
            return _names(honor.winners), "", "", STATUS_NAMES.get(honor.status, "")
        case "platform":
            return _names(owners(entity, catalog)), "", attribute(entity, "level"), ""
        case _:
            return "", "", attribute(entity, "level"), TYPE_NAMES.get(attribute(entity, "type"), "")


def _happening(entity: Entity, catalog: Catalog) -> tuple[str, str, str]:
    if entity.kind != "event":
        return "", "", ""
    event = event_details(entity, catalog)
    return event.iso or event.date, event.place, event.theme


def _names(parties: Iterable[Party]) -> str:
    return "、".join(party.told for party in parties)


def _csv(columns: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    """CSV with the mark by which Excel knows UTF-8; what a spreadsheet would take for a formula stays text."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows(tuple(_inert(cell) for cell in row) for row in rows)
    return "\ufeff" + out.getvalue()


def _inert(cell: str) -> str:
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell
