"""The home page: what this is, the search box, what there is to look at, and the summaries."""

from __future__ import annotations

from dataclasses import dataclass

from zongjie.model import KINDS, Kind
from zongjie.pages.catalog import Catalog
from zongjie.pages.details import project_details
from zongjie.pages.escape import Markdown
from zongjie.pages.index_pages import RECORD_COLUMNS, record_cells
from zongjie.pages.labels import KIND_COUNTS, KIND_NAMES
from zongjie.pages.linker import Linker
from zongjie.pages.passage import link
from zongjie.pages.render import render
from zongjie.pages.tables import table
from zongjie.pages.urls import FOLDERS

_RECORDS_SHOWN = 30
_WHAT: dict[Kind, str] = {
    "enterprise": "按拼音和按总结查",
    "program": "国家、省、市、县各级",
    "project": "",
    "event": "时间、地点、主题",
    "institution": "高校、院所",
    "platform": "中心、园区、基地",
    "policy": "办法、意见、规划",
    "honor": "获得的和争创的",
    "place": "市、县、乡镇、村",
}


@dataclass(frozen=True, slots=True)
class Tile:
    """How many of a kind there are, with the way to their index."""

    kind: Kind
    link: Markdown
    count: int
    note: str


def make_home_page(catalog: Catalog) -> str:
    """The Markdown of the home page."""
    linker = Linker("index.md", catalog)
    records = catalog.knowledge.records
    return render(
        "home",
        records=len(records),
        repeats=sum(1 for record in records if record.duplicate_of),
        tiles=tuple(_tile(kind, catalog, linker) for kind in KINDS),
        table=table("总结", "records", RECORD_COLUMNS, (record_cells(one, linker) for one in records[:_RECORDS_SHOWN])),
        more=link(f"全部 {len(records)} 篇", "records/index.md") if len(records) > _RECORDS_SHOWN else None,
    )


def _tile(kind: Kind, catalog: Catalog, linker: Linker) -> Tile:
    those = catalog.counted(kind)
    note = _WHAT[kind]
    if kind == "project":
        applied = sum(project_details(project, catalog).status == "applied" for project in those)
        note = f"其中 {applied} 个只是申报" if applied else "承担单位、计划、级别"
    name = link(f"{len(those)} {KIND_COUNTS[kind]}", linker.to(f"{FOLDERS[kind]}/index.md"), KIND_NAMES[kind])
    return Tile(kind, name, len(those), note)
