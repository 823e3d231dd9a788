"""The page 计划与完成: targets beside results, each in the words of the text."""

from __future__ import annotations

from collections.abc import Sequence

from zongjie.finding.clauses.reported import clause_of
from zongjie.model import Figure, Record
from zongjie.pages.arrangements import records_by_province
from zongjie.pages.catalog import Catalog
from zongjie.pages.escape import Markdown, escape
from zongjie.pages.indexes import Index, Shelf, index_pages
from zongjie.pages.linker import Linker
from zongjie.pages.tables import Cells
from zongjie.resolving.plans_and_results import Pair

PLANS = "plans/index.md"
_INTRO = (
    "同一件事,一边是已经完成的,一边是定下的目标:有的出自同一篇总结(今年完成多少、下一期要做多少),有的出自同一单位前后两年的总结。"
    "只列写法相同、单位相同的,意思相近而拿不准的不列。"
)


def make_plan_pages(pairs: Sequence[Pair], catalog: Catalog) -> dict[str, str]:
    """The page, or its parts where it grows long: path under `docs/` → Markdown."""
    by_record: dict[str, list[Pair]] = {}
    for pair in pairs:
        by_record.setdefault(pair.record, []).append(pair)
    records = tuple(record for record in catalog.knowledge.records if record.id in by_record)
    return index_pages(
        Index(
            page=PLANS,
            title="计划与完成",
            intro=f"共 {len(pairs)} 组。{_INTRO}",
            columns=("总结", "事项", "已经完成", "目标"),
            shelves=tuple(_shelf(shelf, by_record) for shelf in records_by_province(records)) if records else (),
            cells=_cells,
            css="plan",
        ),
        catalog,
    )


def _shelf(shelf: Shelf[Record], by_record: dict[str, list[Pair]]) -> Shelf[Pair]:
    return Shelf(shelf.title, shelf.anchor, tuple(pair for record in shelf.items for pair in by_record[record.id]))


def _cells(pair: Pair, linker: Linker) -> Cells:
    record = linker.catalog.records[pair.record]
    return linker.record(record), escape(pair.what), _told(pair.result, pair, linker), _told(pair.target, pair, linker)


def _told(figure: Figure, pair: Pair, linker: Linker) -> Markdown:
    """The figure's clause and where it stands: by its paragraph, or by its record where that is another one."""
    clause = clause_of(figure, linker.catalog.told[figure.record])
    quoted = linker.quote(figure.record, clause.span, clause.hits)
    where = linker.passage if figure.record == pair.record else linker.cited
    return Markdown(f"{quoted} {where(figure.record, figure.start)}")
