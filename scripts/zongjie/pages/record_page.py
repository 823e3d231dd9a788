"""The page of one record: what it is and how sure that is, what it says, and its whole text with every name linked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from zongjie.lexicon import Lexicon
from zongjie.model import BlockPair, Duplicate, Entity, Fact, Kind, Record
from zongjie.pages.catalog import Catalog
from zongjie.pages.citation import citation
from zongjie.pages.escape import Markdown
from zongjie.pages.feed import added, published
from zongjie.pages.highlights import clauses, foremost
from zongjie.pages.labels import DAMAGE_NAMES, KIND_COUNTS, period_name, record_label, record_title, region_name
from zongjie.pages.linker import Linker
from zongjie.pages.outline import Part, outline
from zongjie.pages.passage import link
from zongjie.pages.record_about import grounds, overview
from zongjie.pages.record_handling import join, repeat_of, repeat_portions, repeated_by, repeats_weight
from zongjie.pages.record_says import TABLED, ahead, names, of_kind, other_facts, quoted, tables, to_heading
from zongjie.pages.record_text import legend, source_text
from zongjie.pages.render import render
from zongjie.pages.structured_data import front_matter, report
from zongjie.pages.urls import FOLDERS, record_page, repeats_page

# Of the page's own headings the text's stand below.
_TEXT_DEPTH = 3
# Of a record with several pages the first shows so much of each kind.
_ROWS_SHOWN = 40
_NAMES_SHOWN = 20
_CLAUSES_SHOWN = 40
_HEADINGS_SHOWN = 12
# Of any record.
_LINES_SHOWN = 60
_REPEATS_ROOM = 16_000


def make_record_pages(
    record: Record, catalog: Catalog, lexicon: Lexicon, before: Record | None, after: Record | None
) -> dict[str, str]:
    """The Markdown of the record's page and of those below it, where it is too long for one: path → page.

    `before` and `after` are the records around it.
    """
    parts = outline(record, _TEXT_DEPTH)
    pages = {record_page(record.id): _first_page(record, parts, catalog, lexicon, (before, after))}
    for number in range(2, catalog.portions[record.id].count + 1):
        pages[record_page(record.id, number)] = _further_page(record, number, parts, catalog)
    if _has_own_repeats(record):
        portions = repeat_portions(record)
        for number, portion in enumerate(portions, 1):
            pages[repeats_page(record.id, number)] = _repeats_page(record, number, len(portions), portion, catalog)
    return pages


def _first_page(
    record: Record,
    parts: Sequence[Part],
    catalog: Catalog,
    lexicon: Lexicon,
    around: tuple[Record | None, Record | None],
) -> str:
    """What the record is, what it tells, and its text, or the beginning of a long one."""
    linker = Linker(record_page(record.id), catalog)
    entities = _entities(record, catalog)
    share = _share(1, record, entities, linker)
    whole = catalog.portions[record.id].count == 1
    reported, planned = clauses(record, catalog, target=False), clauses(record, catalog, target=True)
    most = foremost(reported)
    rest = [clause for clause in reported if clause not in most]
    about = tuple(overview(record, linker))
    own_repeats = _has_own_repeats(record)
    return render(
        "record",
        record=record,
        title=record_title(record),
        lead=_lead(record),
        region=region_name(record.region),
        description=_description(record, entities),
        added=added(record),
        published=published(record),
        jsonld=front_matter(report(record)),
        citation=citation(record, "./"),
        ways=_ways(record, entities, bool(most)),
        about=about,
        grounds=grounds(about),
        most=quoted(record, most, linker),
        rest=quoted(record, rest if whole else rest[:_CLAUSES_SHOWN], linker),
        planned=quoted(record, planned if whole else planned[:_CLAUSES_SHOWN], linker),
        ahead=ahead(record, parts, lexicon, linker),
        tables=tables(share.entities, share.facts, record, linker),
        names=names(entities, linker, len(entities) if whole else _NAMES_SHOWN),
        text=source_text(record, _parts_on(1, parts, record, catalog), linker),
        pages=_pages(1, parts, record, linker),
        legend=legend(entities),
        damage=tuple(dict.fromkeys(DAMAGE_NAMES[one.kind] for one in record.damage)),
        repeats=()
        if own_repeats
        else tuple(repeat_of(record, repeat, repeat.pairs, linker) for repeat in record.duplicate_of),
        repeated=tuple((linker.record(catalog.records[one.record]), len(one.pairs)) for one in record.duplicate_of),
        repeats_at=link("逐段对照", linker.to(repeats_page(record.id)) if own_repeats else "#repeats"),
        repeated_by=repeated_by(record, linker),
        boilerplate=record.boilerplate[:_LINES_SHOWN],
        joins=tuple(join(record, offset, linker) for offset in record.joins[:_LINES_SHOWN]),
        before=linker.record(around[0]) if around[0] else None,
        after=linker.record(around[1]) if around[1] else None,
    )


def _further_page(record: Record, number: int, parts: Sequence[Part], catalog: Catalog) -> str:
    """A page on which the text of a long record goes on."""
    linker = Linker(record_page(record.id, number), catalog)
    entities = _entities(record, catalog)
    share = _share(number, record, entities, linker)
    return render(
        "record_part",
        record=record,
        title=f"{record_title(record)}(第 {number} 页)",
        description=f"{record_label(record)},原文第 {number} 页",
        first=linker.record(record),
        citation=citation(record, "../"),
        region=region_name(record.region),
        tables=tables(share.entities, share.facts, record, linker),
        text=source_text(record, _parts_on(number, parts, record, catalog), linker),
        pages=_pages(number, parts, record, linker),
        legend=legend(entities),
    )


def _repeats_page(
    record: Record,
    number: int,
    count: int,
    portion: Sequence[tuple[Duplicate, tuple[BlockPair, ...]]],
    catalog: Catalog,
) -> str:
    """A page of paragraphs side by side, where they would make the record's own page heavy."""
    linker = Linker(repeats_page(record.id, number), catalog)
    return render(
        "record_repeats",
        title=f"{record_title(record)}:重复的段落{f'(第 {number} 页)' if number > 1 else ''}",
        first=linker.record(record),
        repeats=tuple(repeat_of(record, repeat, pairs, linker) for repeat, pairs in portion),
        pages=tuple(
            link(f"第 {n} 页", linker.to(repeats_page(record.id, n))) if n != number else Markdown(f"第 {n} 页")
            for n in range(1, count + 1)
            if count > 1
        ),
    )


def _has_own_repeats(record: Record) -> bool:
    return repeats_weight(record) > _REPEATS_ROOM


@dataclass(frozen=True, slots=True)
class _Share:
    """The entities and facts that one of a record's pages tells in tables."""

    entities: tuple[Entity, ...]
    facts: tuple[Fact, ...]


def _share(number: int, record: Record, entities: Sequence[Entity], linker: Linker) -> _Share:
    """All of them where there is one page; else the first of each kind on page 1, each other where the text tells it."""
    portions = linker.catalog.portions[record.id]
    facts = other_facts(record, linker)
    if portions.count == 1:
        return _Share(tuple(entities), facts)
    first = {entity.id for kind in TABLED for entity in of_kind(entities, kind)[:_ROWS_SHOWN]}
    if number == 1:
        return _Share(tuple(entity for entity in entities if entity.id in first), facts[:_ROWS_SHOWN])
    begins = {named.entity.id: named.mention.start for named in reversed(linker.catalog.names_in[record.id])}
    return _Share(
        tuple(e for e in entities if e.id not in first and max(2, portions.at(begins[e.id])) == number),
        tuple(fact for fact in facts[_ROWS_SHOWN:] if max(2, portions.at(fact.start)) == number),
    )


def _parts_on(number: int, parts: Sequence[Part], record: Record, catalog: Catalog) -> tuple[Part, ...]:
    """The headings and paragraphs of one page."""
    portions = catalog.portions[record.id]
    return tuple(part for part in parts if portions.at(part.span.start) == number)


@dataclass(frozen=True, slots=True)
class _PartOfText:
    """One of the pages of a long record, with the headings of the highest level on it."""

    link: Markdown
    headings: Markdown


def _pages(number: int, parts: Sequence[Part], record: Record, linker: Linker) -> tuple[_PartOfText, ...]:
    """The pages of a long record, this one (`number`) without a link; none where there is one."""
    portions = linker.catalog.portions[record.id]
    if portions.count == 1:
        return ()
    return tuple(
        _PartOfText(
            Markdown(f"第 {n} 页(本页)") if n == number else _to_page(n, record, linker),
            _headings(_parts_on(n, parts, record, linker.catalog), record, linker),
        )
        for n in range(1, portions.count + 1)
    )


def _to_page(number: int, record: Record, linker: Linker) -> Markdown:
    """The link to one of the pages; its class tells the script of the page on which paragraph it begins."""
    first = record.block_at(linker.catalog.portions[record.id].starts[number - 1]).id
    return link(f"第 {number} 页", linker.to(record_page(record.id, number)), css=f"from-{first}")


def _headings(parts: Sequence[Part], record: Record, linker: Linker) -> Markdown:
    found = [part for part in parts if part.depth and part.anchor]
    highest = min((part.depth for part in found), default=0)
    those = [to_heading(part, record, linker) for part in found if part.depth == highest]
    return Markdown(";".join(those[:_HEADINGS_SHOWN]))


def _lead(record: Record) -> str:
    """正定县科技局,河北省石家庄市正定县,2012 年全年,年度总结: as far as it is known."""
    parts = (record.bureau.name, region_name(record.region), period_name(record), record.kind)
    return ",".join(part for part in parts if part)


def _ways(record: Record, entities: Sequence[Entity], figures: bool) -> tuple[Markdown, ...]:
    """The ways down the page: 读原文, 要点, 20 个项目 …"""
    ways = [link("读原文", "#text")]
    if figures:
        ways.append(link("要点", "#figures"))
    kinds: tuple[Kind, ...] = ("project", "event", "honor")
    for kind in kinds:
        those = of_kind(entities, kind)
        if those:
            ways.append(link(f"{len(those)} {KIND_COUNTS[kind]}", f"#{FOLDERS[kind]}"))
    if record.duplicate_of:
        ways.append(link("重复的段落", "#repeats"))
    ways.append(link("引用", "#cite"))
    return tuple(ways)


def _entities(record: Record, catalog: Catalog) -> tuple[Entity, ...]:
    """What the record names, in the order of first mention."""
    return tuple({named.entity.id: named.entity for named in catalog.names_in.get(record.id, ())}.values())


def _description(record: Record, entities: Sequence[Entity]) -> str:
    """正定县科技局 2012 年年度总结:提到 14 家企业、12 个项目……"""
    kinds: tuple[Kind, ...] = ("enterprise", "program", "project", "event")
    counts = [f"{len(of_kind(entities, kind))} {KIND_COUNTS[kind]}" for kind in kinds if of_kind(entities, kind)]
    named = "提到 " + "、".join(counts) if counts else f"全文 {len(record.text)} 字"
    return f"{record_label(record)},{named}"
