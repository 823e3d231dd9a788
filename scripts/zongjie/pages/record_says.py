"""What a record reports and plans: its figures in its own words, its projects, events, honors and other names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from zongjie.finding.clauses.reported import Clause
from zongjie.lexicon import Lexicon
from zongjie.model import KINDS, Entity, Fact, Kind, Record
from zongjie.pages.details import event_details, honor_details, is_aim, party_of, project_details
from zongjie.pages.escape import Markdown, escape
from zongjie.pages.labels import KIND_NAMES, VERBS, level_name
from zongjie.pages.linker import Linker, badge
from zongjie.pages.passage import link
from zongjie.pages.tables import Cells, Table, table
from zongjie.reading.parts import Part

_APPLIED = "「申报」只表示推荐、申请、参评或争取,原文没有说批准。"
_AIMED = "「争创」是正在创建或力争的,不是已经获得的。"
# The kinds with a table of their own.
TABLED: tuple[Kind, ...] = ("project", "event", "honor")


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation and the link to where it stands."""

    text: Markdown
    passage: Markdown


def quoted(record: Record, those: Sequence[Clause], linker: Linker) -> tuple[Quoted, ...]:
    """The clauses with their figures in bold, each with the way to its paragraph."""
    return tuple(
        Quoted(linker.quote(record.id, clause.span, clause.hits), linker.passage(record.id, clause.span.start))
        for clause in those
    )


def ahead(record: Record, parts: Sequence[Part], lexicon: Lexicon, linker: Linker) -> tuple[Markdown, ...]:
    """Links to the sections that tell what comes next (三、下半年工作打算), the highest ones only."""
    words = [word for topic in lexicon.topics if topic.part == "plan" for word in topic.words]
    found = [part for part in parts if part.depth and any(word in heading(part, record) for word in words)]
    highest = min((part.depth for part in found), default=0)
    return tuple(to_heading(part, record, linker) for part in found if part.depth == highest and part.anchor)


def heading(part: Part, record: Record) -> str:
    """The words of a heading."""
    return (part.title or record.text[part.span.start : part.span.end]).strip()


def to_heading(part: Part, record: Record, linker: Linker) -> Markdown:
    """The heading as a link to itself."""
    block = part.block or record.block_at(part.span.start)
    return link(heading(part, record), linker.to_block(record, block, part.anchor))


def tables(entities: Sequence[Entity], facts: Sequence[Fact], record: Record, linker: Linker) -> tuple[Table, ...]:
    """Of these entities and facts the projects, events, honors and other relations; no table that would be empty."""
    projects = [_project(entity, record, linker) for entity in of_kind(entities, "project")]
    events = [_event(entity, record, linker) for entity in of_kind(entities, "event")]
    honors = [_honor(entity, record, linker) for entity in of_kind(entities, "honor")]
    relations = [_relation(fact, linker) for fact in facts]
    all_tables = (
        table(
            "项目",
            "projects",
            ("项目", "承担单位", "所属计划", "级别", "金额", "状态", "出处"),
            projects,
            _note(projects, "applied", _APPLIED),
        ),
        table("活动", "events", ("活动", "时间", "地点", "主题", "组织单位", "出处"), events),
        table("荣誉", "honors", ("荣誉", "获得者", "状态", "出处"), honors, _note(honors, "aimed", _AIMED)),
        table("平台、合作与支持", "relations", ("单位", "关系", "对象", "出处"), dict.fromkeys(relations)),
    )
    return tuple(one for one in all_tables if one.rows)


def _note(rows: Sequence[Cells], status: str, note: str) -> str:
    """The note that explains a state, where a row is in it."""
    return note if any(badge(status) in row for row in rows) else ""


def names(entities: Sequence[Entity], linker: Linker, at_most: int) -> Table:
    """The names of the kinds that have no table of their own, the first ones of each."""
    rows: Iterator[Cells] = (
        (escape(KIND_NAMES[kind]), _some(those, linker, at_most))
        for kind in KINDS
        if kind not in TABLED and (those := of_kind(entities, kind))
    )
    return table("提到的名称", "names", ("类别", "名称"), rows)


def _some(entities: Sequence[Entity], linker: Linker, at_most: int) -> Markdown:
    more = f" 等 {len(entities)} 个" if len(entities) > at_most else ""
    return Markdown("、".join(map(linker.entity, entities[:at_most])) + more)


def of_kind(entities: Sequence[Entity], kind: Kind) -> tuple[Entity, ...]:
    """Those of the entities that are of a kind."""
    return tuple(entity for entity in entities if entity.kind == kind)


def other_facts(record: Record, linker: Linker) -> tuple[Fact, ...]:
    """The facts that no other table of the page tells."""
    return tuple(fact for fact in linker.catalog.facts_in.get(record.id, ()) if fact.predicate in VERBS)


def _relation(fact: Fact, linker: Linker) -> Cells:
    return (
        linker.party(party_of(fact.subject, fact.record, linker.catalog)),
        Markdown(f"{escape(VERBS[fact.predicate])} {badge('ahead')}")
        if is_aim(fact)
        else escape(VERBS[fact.predicate]),
        linker.party(party_of(fact.object, fact.record, linker.catalog)),
        linker.passage(fact.record, fact.start),
    )


def _project(project: Entity, record: Record, linker: Linker) -> Cells:
    details = project_details(project, linker.catalog, record.id)
    return (
        linker.entity(project),
        linker.parties(details.undertakers),
        linker.parties(details.programs),
        escape(level_name(details.level)),
        escape(";".join(details.amounts)),
        badge(details.status),
        linker.first_passage(project, record.id),
    )


def _event(event: Entity, record: Record, linker: Linker) -> Cells:
    details = event_details(event, linker.catalog)
    return (
        linker.listed(event),
        escape(details.date),
        escape(details.place),
        escape(details.theme),
        linker.parties(details.organisers),
        linker.first_passage(event, record.id),
    )


def _honor(honor: Entity, record: Record, linker: Linker) -> Cells:
    details = honor_details(honor, linker.catalog, record.id)
    return (
        linker.entity(honor),
        linker.parties(details.winners),
        badge(details.status),
        linker.first_passage(honor, record.id),
    )
