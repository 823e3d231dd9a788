"""A table of events, for the pages of places and of other events."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from zongjie.model import Entity
from zongjie.pages.catalog import Catalog
from zongjie.pages.details import event_details
from zongjie.pages.escape import escape
from zongjie.pages.linker import Linker
from zongjie.pages.tables import Cells, Table, table

EVENTS_SHOWN = 30
_COLUMNS = ("活动", "时间", "地点", "主题", "出处")


def by_date(events: Iterable[Entity], catalog: Catalog) -> list[Entity]:
    """The events in the order of a table of them."""
    return sorted(events, key=lambda event: (_when(event, catalog), event.id))


def of_series(series: str, catalog: Catalog) -> list[Entity]:
    """The events of a series, by date."""
    return catalog.remember("series", series, lambda: by_date(catalog.events_of_series.get(series, ()), catalog))


def events_table(title: str, anchor: str, dated: Iterable[Entity], linker: Linker, note: str = "") -> Table:
    """The first of the events, which come by date."""
    return table(title, anchor, _COLUMNS, (_event(event, linker) for event in islice(dated, EVENTS_SHOWN)), note)


def _event(event: Entity, linker: Linker) -> Cells:
    details = event_details(event, linker.catalog)
    place, theme = escape(details.place), escape(details.theme)
    return linker.listed(event), escape(details.date), place, theme, linker.first_passage(event)


def _when(event: Entity, catalog: Catalog) -> str:
    """Its date, else the year of its record; what has neither comes last."""
    return event_details(event, catalog).iso or catalog.records[event.mentions[0].record].period.year or "~"
