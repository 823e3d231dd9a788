"""The page of one record: what it is and how sure that is, what it says, and its whole text with every name linked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from zongjie.model import KINDS, Block, Confidence, Damage, Duplicate, Entity, Kind, Record, Span
from zongjie.pages.catalog import Catalog
from zongjie.pages.details import EventDetails, HonorDetails, event_details, honor_details, project_details
from zongjie.pages.escape import Markdown, escape
from zongjie.pages.highlights import Clause, clauses, foremost
from zongjie.pages.labels import (
    CONFIDENCE_NAMES,
    DAMAGE_NAMES,
    KIND_COUNTS,
    KIND_NAMES,
    level_name,
    period_name,
    record_label,
    record_title,
    region_name,
)
from zongjie.pages.linker import Linker, badge
from zongjie.pages.outline import Part, outline
from zongjie.pages.passage import Anchor, link, marked
from zongjie.pages.render import render
from zongjie.pages.urls import record_page

_TEXT_DEPTH = 3
_EVIDENCE_SHOWN = 5
# A heading with one of these tells what comes next (三、下半年工作打算).
_AHEAD = ("下一步", "下步", "下半年", "下年", "明年", "来年", "今后", "打算", "工作思路", "工作安排", "努力方向")


@dataclass(frozen=True, slots=True)
class Row:
    """One statement about the record, how sure it is, and what in the text says so."""

    label: str
    value: Markdown
    sure: str
    evidence: Markdown


@dataclass(frozen=True, slots=True)
class ProjectRow:
    """A project as this record tells it."""

    name: Markdown
    undertakers: Markdown
    programs: Markdown
    level: str
    status: Markdown
    passage: Markdown


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation and the link to where it stands."""

    text: Markdown
    passage: Markdown


@dataclass(frozen=True, slots=True)
class Names:
    """The names of one kind."""

    kind: Kind
    label: str
    links: Markdown


def make_record_page(record: Record, catalog: Catalog, before: Record | None, after: Record | None) -> str:
    """The Markdown of the record's page, with links to the records `before` and `after` it."""
    linker = Linker(record_page(record.id), catalog)
    entities = _entities(record, catalog)
    reported, planned = clauses(record, catalog, target=False), clauses(record, catalog, target=True)
    most = foremost(reported)
    return render(
        "record",
        record=record,
        title=record_title(record),
        lead=_lead(record),
        region=region_name(record.region),
        description=_description(record, entities),
        rows=tuple(_overview(record, linker)),
        most=_quoted(record, most, linker),
        rest=_quoted(record, tuple(clause for clause in reported if clause not in most), linker),
        planned=_quoted(record, planned, linker),
        ahead=_ahead(record),
        projects=tuple(_project_row(entity, record, linker) for entity in _of(entities, "project")),
        events=tuple(_event_row(event_details(entity, catalog), record, linker) for entity in _of(entities, "event")),
        honors=tuple(
            _honor_row(honor_details(entity, catalog, record.id), record, linker) for entity in _of(entities, "honor")
        ),
        names=tuple(_names(entities, linker)),
        text=_text(record, catalog, linker),
        legend=_legend(entities),
        damage=tuple(dict.fromkeys(DAMAGE_NAMES[one.kind] for one in record.damage)),
        repeats=tuple(_repeat(record, repeat, linker) for repeat in record.duplicate_of),
        repeated_by=_repeated_by(record, linker),
        joins=tuple(_join(record, offset, linker) for offset in record.joins),
        before=linker.record(before) if before else None,
        after=linker.record(after) if after else None,
    )


def _lead(record: Record) -> str:
    """正定县科技局,河北省石家庄市正定县,2012 年全年,年度总结: as far as it is known."""
    parts = (record.bureau.name, region_name(record.region), period_name(record), record.kind)
    return ",".join(part for part in parts if part)


def _entities(record: Record, catalog: Catalog) -> tuple[Entity, ...]:
    """What the record names, in the order of first mention."""
    return tuple({named.entity.id: named.entity for named in catalog.names_in.get(record.id, ())}.values())


def _of(entities: Iterable[Entity], kind: Kind) -> tuple[Entity, ...]:
    return tuple(entity for entity in entities if entity.kind == kind)


def _description(record: Record, entities: Sequence[Entity]) -> str:
    """正定县科技局 2012 年年度总结:提到 14 家企业、12 个项目……"""
    kinds: tuple[Kind, ...] = ("enterprise", "program", "project", "event")
    counts = [f"{len(_of(entities, kind))} {KIND_COUNTS[kind]}" for kind in kinds if _of(entities, kind)]
    named = "提到 " + "、".join(counts) if counts else f"全文 {len(record.text)} 字"
    return f"{record_label(record)},{named}"


# --- what it is -----------------------------------------------------------------------------------------------------


def _overview(record: Record, linker: Linker) -> Iterator[Row]:
    bureau, region, period = record.bureau, record.region, record.period
    yield _row(
        "单位",
        escape(bureau.name) if bureau.name else _candidates(record),
        bureau.confidence,
        bureau.evidence,
        record,
        linker,
    )
    yield _row("地区", escape(region_name(region)), region.confidence, region.evidence, record, linker)
    yield _row("时间", escape(period_name(record)), period.confidence, period.evidence, record, linker)
    yield Row("文种", escape(record.kind), "", Markdown())
    yield Row("来源", _origin(record), "", Markdown())


def _row(
    label: str, value: Markdown, sure: Confidence, evidence: Sequence[Span], record: Record, linker: Linker
) -> Row:
    shown = value or Markdown("不详")
    return Row(label, shown, CONFIDENCE_NAMES[sure] if value else "", _evidence(evidence, record, linker))


def _candidates(record: Record) -> Markdown:
    """Bureaus that it may be from, where none is certain."""
    names = "、".join(f"{escape(one.name)}({one.weight:.0%})" for one in record.bureau.candidates)
    return Markdown(f"不详,可能是 {names}") if names else Markdown()


def _evidence(spans: Sequence[Span], record: Record, linker: Linker) -> Markdown:
    """The first pieces of evidence, each linked to its paragraph; the same words once."""
    by_words = {record.text[span.start : span.end]: span for span in reversed(spans)}
    shown = sorted(by_words.values())[:_EVIDENCE_SHOWN]
    quoted = [linker.passage(record.id, span.start, f"「{record.text[span.start : span.end]}」") for span in shown]
    more = f" 等 {len(by_words)} 处" if len(by_words) > len(shown) else ""
    return Markdown("".join(quoted) + more)


def _origin(record: Record) -> Markdown:
    """The source file and its lines, and where it was published as far as an editor noted it."""
    lines = f"第 {record.lines[0]}—{record.lines[1]} 行"
    parts = [f"{escape(record.source)} {lines}"]
    address = str(record.provenance.get("url") or "")
    publisher = str(record.provenance.get("publisher") or "原发布页")
    if address.startswith(("http://", "https://")):
        parts.append(link(publisher, _address(address)))
    elif record.provenance.get("publisher"):
        parts.append(escape(publisher))
    if record.provenance.get("fetched"):
        parts.append(f"{escape(str(record.provenance['fetched']))} 收录")
    return Markdown(",".join(parts))


def _address(url: str) -> str:
    """A web address without the characters that would end a link."""
    return "".join(f"%{ord(c):02X}" if c in " ()<>\"'[]{}\\`*_" else c for c in url if c.isprintable())


# --- what it says ---------------------------------------------------------------------------------------------------


def _quoted(record: Record, those: Sequence[Clause], linker: Linker) -> tuple[Quoted, ...]:
    return tuple(
        Quoted(linker.quote(record.id, clause.span, clause.hits), linker.passage(record.id, clause.span.start))
        for clause in those
    )


def _ahead(record: Record) -> tuple[Markdown, ...]:
    """The sections that tell what comes next, the highest only."""
    parts = outline(record, _TEXT_DEPTH)
    found: list[Part] = []
    for part in parts:
        words = part.title or record.text[part.span.start : part.span.end]
        if part.depth and any(word in words for word in _AHEAD):
            found.append(part)
    highest = min((part.depth for part in found), default=0)
    return tuple(
        link((part.title or record.text[part.span.start : part.span.end]).strip(), f"#{part.anchor}")
        for part in found
        if part.depth == highest and part.anchor
    )


def _project_row(project: Entity, record: Record, linker: Linker) -> ProjectRow:
    details = project_details(project, linker.catalog, record.id)
    return ProjectRow(
        name=linker.entity(project),
        undertakers=linker.parties(details.undertakers),
        programs=linker.parties(details.programs),
        level=level_name(details.level),
        status=badge(details.status),
        passage=linker.first_passage(project, record.id),
    )


def _event_row(details: EventDetails, record: Record, linker: Linker) -> dict[str, Markdown]:
    return {
        "name": linker.entity(details.event),
        "date": escape(details.date),
        "place": escape(details.place),
        "theme": escape(details.theme),
        "organisers": linker.parties(details.organisers),
        "passage": linker.first_passage(details.event, record.id),
    }


def _honor_row(details: HonorDetails, record: Record, linker: Linker) -> dict[str, Markdown]:
    return {
        "name": linker.entity(details.honor),
        "winners": linker.parties(details.winners),
        "status": badge(details.status),
        "passage": linker.first_passage(details.honor, record.id),
    }


def _names(entities: Sequence[Entity], linker: Linker) -> Iterator[Names]:
    """The names that no table of the page lists."""
    for kind in KINDS:
        if kind not in ("project", "event", "honor") and (those := _of(entities, kind)):
            yield Names(kind, KIND_NAMES[kind], Markdown("、".join(linker.entity(entity) for entity in those)))


# --- its text -------------------------------------------------------------------------------------------------------


def _text(record: Record, catalog: Catalog, linker: Linker) -> Markdown:
    """The whole text: headings with ids, paragraphs with ids and their number as a link to themselves."""
    anchors = tuple(linker.anchor(named) for named in catalog.names_in.get(record.id, ()))
    parts = outline(record, _TEXT_DEPTH)
    last = {part.block.id: n for n, part in enumerate(parts) if part.block}
    shown = []
    for n, part in enumerate(parts):
        inside = [anchor for anchor in anchors if anchor.span.overlaps(part.span)]
        ends_block = part.block is not None and last[part.block.id] == n
        shown.append(_heading(part, record, inside) if part.depth else _paragraph(part, record, inside, ends_block))
    return Markdown("\n\n".join(shown))


def _heading(part: Part, record: Record, anchors: Sequence[Anchor]) -> str:
    if part.block is None:
        return f"{'#' * part.depth} {escape(part.title)} *推断*{{ .inferred }} {{ #{part.anchor} }}"
    return f"{'#' * part.depth} {_shown(part.span, record, anchors)} {{ #{part.anchor} }}"


def _paragraph(part: Part, record: Record, anchors: Sequence[Anchor], ends_block: bool) -> str:
    shown = _shown(part.span, record, anchors)
    if part.block is None or not part.anchor:
        return shown
    return f"{shown}{_number(part.block) if ends_block or part.anchor else ''}\n{{ #{part.anchor} }}"


def _shown(span: Span, record: Record, anchors: Sequence[Anchor]) -> str:
    damage: tuple[Damage, ...] = tuple(one for one in record.damage if one.start < span.end and span.start < one.end)
    return marked(record.text, span, anchors, damage)


def _number(block: Block) -> str:
    return f"[{block.id.removeprefix('p')}](#{block.id}){{ .number data-pagefind-ignore=all }}"


def _legend(entities: Sequence[Entity]) -> Markdown:
    present = {entity.kind for entity in entities}
    return Markdown(" ".join(f"*{KIND_NAMES[kind]}*{{ .m .{kind} }}" for kind in KINDS if kind in present))


# --- how it came ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Pair:
    """A paragraph and the one that it repeats."""

    own: Quoted
    other: Quoted
    similarity: str


@dataclass(frozen=True, slots=True)
class Repeat:
    """A record that this one repeats, with the paragraphs that are alike."""

    record: Markdown
    pairs: tuple[Pair, ...]


def _repeat(record: Record, repeat: Duplicate, linker: Linker) -> Repeat:
    other = linker.catalog.records[repeat.record]
    pairs = tuple(
        Pair(
            own=_block_quote(record, pair.block, linker),
            other=_block_quote(other, pair.other_block, linker),
            similarity=f"{pair.similarity:.0%}",
        )
        for pair in repeat.pairs
    )
    return Repeat(linker.record(other), pairs)


def _block_quote(record: Record, block_id: str, linker: Linker) -> Quoted:
    block = next(block for block in record.blocks if block.id == block_id)
    return Quoted(escape(record.text[block.start : block.end]), linker.block(record, block))


def _repeated_by(record: Record, linker: Linker) -> Markdown:
    """The records that repeat this one."""
    others = [o for o in linker.catalog.knowledge.records if any(d.record == record.id for d in o.duplicate_of)]
    return Markdown("、".join(linker.record(other) for other in others))


def _join(record: Record, offset: int, linker: Linker) -> Quoted:
    """Where the parts of a broken line were joined, with a mark between them."""
    before, after = record.text[max(0, offset - 10) : offset], record.text[offset : offset + 10]
    return Quoted(Markdown(f"…{escape(before)}⏐{escape(after)}…"), linker.passage(record.id, max(offset - 1, 0)))
