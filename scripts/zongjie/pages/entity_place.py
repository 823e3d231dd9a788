"""The page of a place: what was held there, the summaries that come from there, and what these tell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from zongjie.finding.clauses.reported import foremost
from zongjie.model import Entity, Kind, Record
from zongjie.pages.entity_events import by_date, events_table
from zongjie.pages.escape import Markdown, escape
from zongjie.pages.labels import KIND_NAMES, period_label
from zongjie.pages.linker import Linker
from zongjie.pages.passage import link
from zongjie.pages.tables import Cells, Table, table

_RECORDS_SHOWN = 30
_FIRMS_NAMED = 6
# Of so many summaries at most the page tells what they report: so many clauses of all, so many names of a kind.
_TOLD = 3
_CLAUSES = 12
_NAMED = 12
_NAMED_KINDS: tuple[Kind, ...] = ("project", "event", "honor", "platform", "policy")
_FIGURES_NOTE = "照录原文,数字加粗;打算和目标不在其中。"


def place_tables(place: Entity, linker: Linker) -> Iterator[Table]:
    """The tables of its page; some may be without rows."""
    held = by_date(linker.catalog.events_at.get(place.id, ()), linker.catalog)
    yield events_table("在这里举行的活动", "held-here", held, linker)
    records = linker.catalog.records_from.get(place.id, ())
    yield _records_here(records, linker)
    if len(records) <= _TOLD:
        yield table("这里的要点", "figures-here", ("原文", "出处"), _figures_here(records, linker), _FIGURES_NOTE)
        yield table("这里的总结提到的", "named-here", ("类别", "名称"), _named_here(records, linker))


def _records_here(records: Sequence[Record], linker: Linker) -> Table:
    """The first of the records that come from the place, in the order of all records."""
    way = link("按地区看全部总结", linker.to("records/index.md"))
    note = Markdown(f"共 {len(records)} 篇,先列 {_RECORDS_SHOWN} 篇。{way}") if len(records) > _RECORDS_SHOWN else ""
    rows = ((linker.record(one), escape(period_label(one)), _firms(one, linker)) for one in records[:_RECORDS_SHOWN])
    return table("这里的总结", "records-here", ("总结", "时间", "提到的企业"), rows, note)


def _figures_here(records: Sequence[Record], linker: Linker) -> Iterator[Cells]:
    """What the place's own records report, in the clauses that say most."""
    for record in records:
        for one in foremost(linker.catalog.reported(record.id), _CLAUSES // len(records)):
            if not linker.catalog.is_repeat(record.id, one.span.start):
                yield linker.quote(record.id, one.span, one.hits), linker.cited(record.id, one.span.start)


def _named_here(records: Sequence[Record], linker: Linker) -> Iterator[Cells]:
    """The projects, events, honors, platforms and documents that the place's own records name, by kind."""
    for kind in _NAMED_KINDS:
        those = list({one.id: one for record in records for one in _of_kind(kind, record, linker)}.values())
        if those:
            more = f" 等 {len(those)} 个" if len(those) > _NAMED else ""
            yield escape(KIND_NAMES[kind]), Markdown("、".join(map(linker.listed, those[:_NAMED])) + more)


def _firms(record: Record, linker: Linker) -> Markdown:
    """The enterprises that the record names first, and how many there are."""
    those = _of_kind("enterprise", record, linker)
    more = f" 等 {len(those)} 家" if len(those) > _FIRMS_NAMED else ""
    return Markdown("、".join(map(linker.entity, those[:_FIRMS_NAMED])) + more)


def _of_kind(kind: Kind, record: Record, linker: Linker) -> list[Entity]:
    """What the record names of a kind, in the order of first mention."""
    named = (one.entity for one in linker.catalog.names_in.get(record.id, ()) if one.entity.kind == kind)
    return list({entity.id: entity for entity in named}.values())
