"""An entity or record → its row in an index: what each kind of row tells of it."""

from __future__ import annotations

from collections.abc import Iterable

from zongjie.model import Entity, Record
from zongjie.pages.catalog import Catalog, attribute
from zongjie.pages.details import event_details, honor_details, owners, project_details
from zongjie.pages.escape import Markdown, escape
from zongjie.pages.labels import TYPE_NAMES, period_label, record_title, region_name
from zongjie.pages.linker import Linker, badge
from zongjie.pages.tables import Cells

_RECORDS_SHOWN = 3

RECORD_COLUMNS = ("总结", "单位", "地区", "时间", "文种")


def record_cells(record: Record, linker: Linker) -> Cells:
    """A record in a list: title, bureau, region, time and kind."""
    name = Markdown(
        linker.record(record, record_title(record)) + (" *重复*{ .badge .repeat }" if record.duplicate_of else "")
    )
    bureau = record.bureau.name or "不详"
    region = region_name(record.region) or "不详"
    return name, escape(bureau), escape(region), escape(period_label(record) or "不详"), escape(record.kind)


def enterprises_of(record: Record, catalog: Catalog) -> tuple[Entity, ...]:
    """The enterprises that the record names, in the order of first mention."""
    named = (one.entity for one in catalog.names_in.get(record.id, ()) if one.entity.kind == "enterprise")
    return tuple({entity.id: entity for entity in named}.values())


def record_with_enterprises(record: Record, linker: Linker) -> Cells:
    """A record with the enterprises that it names."""
    those = enterprises_of(record, linker.catalog)
    return linker.record(record), Markdown("、".join(map(linker.entity, those)))


def _sources(entity: Entity, linker: Linker) -> Markdown:
    """The first records that name the entity, each leading to the passage."""
    records = linker.catalog.records_of(entity)
    shown = [linker.first_in(entity, record) for record in records[:_RECORDS_SHOWN]]
    more = f" 等 {len(records)} 篇" if len(records) > len(shown) else ""
    return Markdown("、".join(shown) + more)


def _aliases(entity: Entity) -> Markdown:
    return escape("、".join(entity.aliases[:4]) + (" 等" if len(entity.aliases) > 4 else ""))


def plain_cells(entity: Entity, linker: Linker) -> Cells:
    """A name with its other forms and its records."""
    return linker.entity(entity), _aliases(entity), _sources(entity, linker)


def enterprise_cells(entity: Entity, linker: Linker) -> Cells:
    """An enterprise with how many projects it has, granted or only applied for."""
    facts = linker.catalog.own_facts(entity)
    projects = {f.object for f in facts if f.predicate == "undertakes" and f.subject == entity.id}
    return linker.entity(entity), _aliases(entity), _projects(projects, linker.catalog), _sources(entity, linker)


def program_cells(entity: Entity, linker: Linker) -> Cells:
    """A program with its sort and how many projects it has."""
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


def project_cells(entity: Entity, linker: Linker) -> Cells:
    """A project with who does it, under which programs, and what became of it."""
    details = project_details(entity, linker.catalog)
    undertakers, programs = linker.parties(details.undertakers), linker.parties(details.programs)
    return linker.entity(entity), undertakers, programs, badge(details.status), _sources(entity, linker)


def event_cells(entity: Entity, linker: Linker) -> Cells:
    """An event with its time, place and theme."""
    details = event_details(entity, linker.catalog)
    where, theme = escape(details.place), escape(details.theme)
    return linker.listed(entity), escape(details.date), where, theme, _sources(entity, linker)


def honor_cells(entity: Entity, linker: Linker) -> Cells:
    """An honor with who won it, or only tries to."""
    details = honor_details(entity, linker.catalog)
    return linker.entity(entity), linker.parties(details.winners), badge(details.status), _sources(entity, linker)


def platform_cells(entity: Entity, linker: Linker) -> Cells:
    """A platform with who has it."""
    return linker.entity(entity), linker.parties(owners(entity, linker.catalog)), _sources(entity, linker)
