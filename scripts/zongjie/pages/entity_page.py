"""The page of one entity: what it is, what the texts say of it, and every place where they name it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from zongjie.model import Entity
from zongjie.pages.catalog import Catalog, attribute
from zongjie.pages.details import event_details, honor_details, owners, project_details
from zongjie.pages.entity_around import around, related
from zongjie.pages.entity_facts import fact_rows, state_of
from zongjie.pages.entity_mentions import NamedIn, named_in, quotations
from zongjie.pages.entity_summary import summary
from zongjie.pages.escape import Markdown, escape
from zongjie.pages.labels import KIND_NAMES, TYPE_NAMES, level_name
from zongjie.pages.linker import Linker, badge
from zongjie.pages.passage import link
from zongjie.pages.render import render
from zongjie.pages.shares import share
from zongjie.pages.statements import Statement, shared_out, statements
from zongjie.pages.structured_data import entity_thing, front_matter
from zongjie.pages.tables import Cells, Table, table
from zongjie.pages.urls import FOLDERS, entity_page

_RELATED_NOTE = "在同一句里提到的;「同句」通向那一段。"
# Of the winners of a title that hundreds have, the first; the table of relations has all.
_PARTIES_SHOWN = 20


def make_entity_pages(entity: Entity, catalog: Catalog) -> dict[str, str]:
    """The Markdown of the entity's page, and of those below it where there is too much for one: path → page."""
    told, named = shared_out(statements(entity, catalog)), named_in(entity, catalog)
    parts = max(len(told), len(named), 1)
    return {
        entity_page(entity, n): _page(entity, catalog, n, parts, share(told, n), share(named, n))
        for n in range(1, parts + 1)
    }


def _page(
    entity: Entity,
    catalog: Catalog,
    part: int,
    parts: int,
    told_here: Sequence[Statement],
    named_here: Sequence[NamedIn],
) -> str:
    """One of the pages: the first tells what the entity is, all tell a share of the relations and sentences."""
    linker = Linker(entity_page(entity, part), catalog)
    records = catalog.records_of(entity)
    told = summary(entity, catalog)
    first = part == 1
    facts = fact_rows(entity, told_here, linker)
    return render(
        "entity",
        entity=entity,
        title=entity.name if first else f"{entity.name}(第 {part} 页)",
        kind=link(KIND_NAMES[entity.kind], linker.to(f"{FOLDERS[entity.kind]}/index.md"), css=f"kind {entity.kind}"),
        summary=told,
        jsonld=front_matter(entity_thing(entity, told, catalog) if first else None),
        lead=told.removeprefix(f"{KIND_NAMES[entity.kind]},"),
        regions=_distinct(record.region.county or record.region.city or record.region.province for record in records),
        years=_distinct(record.period.year for record in records),
        badge=badge(state_of(entity, catalog)),
        tables=(
            *(_about(entity, linker) if first else ()),
            *((table("原文说到的关系", "facts", ("关系", "内容", "说明", "出处"), facts),) if facts else ()),
            *(around(entity, linker) if first else ()),
        ),
        quotations=tuple(quotations(named_here, linker)),
        related=table("相关", "related", ("类别", "名称"), related(entity, linker) if first else (), _RELATED_NOTE),
        pages=tuple(
            link(f"第 {n} 页", linker.to(entity_page(entity, n))) if n != part else Markdown(f"第 {n} 页")
            for n in range(1, parts + 1)
            if parts > 1
        ),
    )


def _distinct(values: Iterable[str | None]) -> str:
    return "、".join(dict.fromkeys(value for value in values if value))


# --- what is known --------------------------------------------------------------------------------------------------


def _about(entity: Entity, linker: Linker) -> Iterator[Table]:
    """The table of what is known; none where that is nothing."""
    if rows := [row for row in _fields(entity, linker) if row[1]]:
        yield table("基本情况", "about", ("方面", "内容"), rows)


def _fields(entity: Entity, linker: Linker) -> Iterator[Cells]:
    yield _field("又名", escape("、".join(entity.aliases)))
    match entity.kind:
        case "event":
            yield from _event_fields(entity, linker)
        case "project":
            yield from _project_fields(entity, linker)
        case "program":
            yield _field("通用名称", escape(_unless(attribute(entity, "canonical"), entity.name)))
            yield _field("类型", escape(TYPE_NAMES.get(attribute(entity, "type"), "")))
            yield _field("级别", escape(level_name(attribute(entity, "level"))))
        case "honor":
            details = honor_details(entity, linker.catalog)
            yield _field(
                "获得者" if details.status == "won" else "争创者", linker.parties(details.winners, _PARTIES_SHOWN)
            )
        case "platform":
            yield _field("依托单位", linker.parties(owners(entity, linker.catalog), _PARTIES_SHOWN))
            yield _field("级别", escape(level_name(attribute(entity, "level"))))
        case _:
            pass


def _field(label: str, value: Markdown) -> Cells:
    return escape(label), value


def _unless(value: str, same: str) -> str:
    return "" if value == same else value


def _event_fields(event: Entity, linker: Linker) -> Iterator[Cells]:
    details = event_details(event, linker.catalog)
    year = ",年份推断" if details.guessed else ""
    iso = f"({details.iso}{year})" if details.iso and details.iso != details.date else ""
    yield _field("时间", escape(details.date + iso))
    yield _field("地点", escape(details.place))
    yield _field("主题", escape(details.theme))
    yield _field("组织单位", linker.parties(details.organisers, _PARTIES_SHOWN))
    yield _field("数字", escape(";".join(details.figures)))
    yield _field("说明", escape("原文合并叙述的多次活动" if event.attributes.get("aggregate") else ""))


def _project_fields(project: Entity, linker: Linker) -> Iterator[Cells]:
    details = project_details(project, linker.catalog)
    yield _field("承担单位", linker.parties(details.undertakers, _PARTIES_SHOWN))
    yield _field("所属计划", linker.parties(details.programs, _PARTIES_SHOWN))
    yield _field("级别", escape(level_name(details.level)))
    yield _field("金额", escape(";".join(details.amounts)))
    meaning = {
        "granted": "原文说已列入、获批、得到支持或已验收结题",
        "applied": "原文只说申报、推荐、参评或争取,没有说批准",
    }
    yield _field("状态", escape(meaning.get(details.status, "")))
