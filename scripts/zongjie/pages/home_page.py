"""The home page: what this is, the search box, what there is to look at, and the summaries."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from zongjie.model import KINDS, Kind, Record
from zongjie.pages.catalog import Catalog
from zongjie.pages.details import project_details
from zongjie.pages.escape import Markdown
from zongjie.pages.home_plots import home_plots
from zongjie.pages.index_rows import RECORD_COLUMNS, record_cells
from zongjie.pages.labels import KIND_COUNTS, KIND_NAMES
from zongjie.pages.linker import Linker, is_planned
from zongjie.pages.passage import link
from zongjie.pages.plan_pages import PLANS
from zongjie.pages.plots import drawn
from zongjie.pages.render import render
from zongjie.pages.structured_data import dataset, front_matter
from zongjie.pages.tables import table
from zongjie.pages.theme_pages import TOPICS
from zongjie.pages.themes import Theme
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
    """How many of a kind there are, with the way to their index; `css` colours it."""

    css: str
    link: Markdown
    note: str


def make_home_page(catalog: Catalog, themes: Sequence[Theme]) -> str:
    """The Markdown of the home page."""
    linker = Linker("index.md", catalog)
    records = catalog.knowledge.records
    return render(
        "home",
        jsonld=front_matter(dataset(catalog)),
        records=len(records),
        repeats=sum(1 for record in records if record.duplicate_of),
        tiles=(
            _records_tile(records),
            *(_tile(kind, catalog, linker) for kind in KINDS),
            Tile("theme", link(f"{len(themes)} 个主题", TOPICS), "各地讲同一件事的段落放在一起"),
            Tile("plan", link("计划与完成", PLANS), "目标和完成的情况对照"),
        ),
        plots=tuple(map(drawn, home_plots(catalog, themes))),
        table=table("总结", "records", RECORD_COLUMNS, (record_cells(one, linker) for one in records[:_RECORDS_SHOWN])),
        more=link(f"全部 {len(records)} 篇", "records/index.md") if len(records) > _RECORDS_SHOWN else None,
    )


def _tile(kind: Kind, catalog: Catalog, linker: Linker) -> Tile:
    those = catalog.counted(kind)
    note = _WHAT[kind]
    if kind == "project":
        applied = sum(project_details(project, catalog).status == "applied" for project in those)
        note = f"其中 {applied} 个只是申报" if applied else "承担单位、计划、级别"
    if kind == "event" and (planned := sum(is_planned(event, catalog) for event in those)):
        note = f"其中 {planned} 场只是打算办的"
    name = link(f"{len(those)} {KIND_COUNTS[kind]}", linker.to(f"{FOLDERS[kind]}/index.md"), KIND_NAMES[kind])
    return Tile(kind, name, note)


def _records_tile(records: Sequence[Record]) -> Tile:
    bureaus = len({(record.bureau.name, record.region.province) for record in records if record.bureau.name})
    unknown = "" if all(record.bureau.name for record in records) else ",另有单位不详的"
    return Tile("record", link(f"{len(records)} 篇总结", "records/index.md"), f"出自 {bureaus} 个单位{unknown}")
