"""The further pages of a long record: where its text goes on, and where the paragraphs that it repeats stand side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from zongjie.model import BlockPair, Duplicate, Entity, Fact, Record, Span
from zongjie.pages.catalog import Catalog
from zongjie.pages.citation import citation
from zongjie.pages.escape import Markdown
from zongjie.pages.labels import record_label, record_title, region_name
from zongjie.pages.linker import Linker
from zongjie.pages.passage import link
from zongjie.pages.record_handling import repeat_of, repeats_weight
from zongjie.pages.record_says import TABLED, of_kind, other_facts, tables, to_heading
from zongjie.pages.record_text import legend, source_text
from zongjie.pages.render import render
from zongjie.pages.urls import record_page, repeats_page
from zongjie.reading.parts import Part

# So many rows of each kind stand on the first page.
_ROWS_SHOWN = 40
_HEADINGS_SHOWN = 12
_REPEATS_ROOM = 16_000


def further_page(record: Record, number: int, parts: Sequence[Part], catalog: Catalog) -> str:
    """A page on which the text of a long record goes on."""
    linker = Linker(record_page(record.id, number), catalog)
    entities = entities_of(record, catalog)
    share = share_of(number, record, entities, linker)
    return render(
        "record_part",
        record=record,
        title=f"{record_title(record)}(第 {number} 页)",
        description=f"{record_label(record)},原文第 {number} 页",
        first=linker.record(record),
        citation=citation(record, "../"),
        region=region_name(record.region),
        tables=tables(share.entities, share.facts, record, linker),
        text=source_text(record, parts_on(number, parts, record, catalog), linker),
        pages=pages_of(number, parts, record, linker),
        legend=legend(entities),
    )


def repeats_page_of(
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


def has_own_repeats(record: Record) -> bool:
    """Whether the paragraphs that it repeats would make the record's own page heavy."""
    return repeats_weight(record) > _REPEATS_ROOM


@dataclass(frozen=True, slots=True)
class Share:
    """The entities and facts that one of a record's pages tells in tables."""

    entities: tuple[Entity, ...]
    facts: tuple[Fact, ...]


def share_of(number: int, record: Record, entities: Sequence[Entity], linker: Linker) -> Share:
    """All of them where there is one page; else the first of each kind on page 1, each other where the text tells it."""
    portions = linker.catalog.portions[record.id]
    facts = other_facts(record, linker)
    if portions.count == 1:
        return Share(tuple(entities), facts)
    first = {entity.id for kind in TABLED for entity in of_kind(entities, kind)[:_ROWS_SHOWN]}
    if number == 1:
        return Share(tuple(entity for entity in entities if entity.id in first), facts[:_ROWS_SHOWN])
    begins = {named.entity.id: named.mention.start for named in reversed(linker.catalog.names_in[record.id])}
    return Share(
        tuple(e for e in entities if e.id not in first and max(2, portions.at(begins[e.id])) == number),
        tuple(fact for fact in facts[_ROWS_SHOWN:] if max(2, portions.at(fact.start)) == number),
    )


def parts_on(number: int, parts: Sequence[Part], record: Record, catalog: Catalog) -> tuple[Part, ...]:
    """The headings and paragraphs of one page; of a paragraph that goes over two pages the piece on this one."""
    starts = catalog.portions[record.id].starts
    page = Span(starts[number - 1], starts[number] if number < len(starts) else len(record.text) + 1)
    return tuple(_cut(part, page) for part in parts if _stands_on(part.span, page))


def _stands_on(span: Span, page: Span) -> bool:
    """Whether some of the span stands on the page; the place of an inferred heading is empty."""
    return span.overlaps(page) if span.start < span.end else page.start <= span.start < page.end


def _cut(part: Part, page: Span) -> Part:
    """The part as far as it stands on the page; its address is where it begins."""
    if part.span.within(page):
        return part
    begins = page.start <= part.span.start
    span = Span(max(part.span.start, page.start), min(part.span.end, page.end))
    return replace(part, anchor=part.anchor if begins else "", depth=part.depth if begins else 0, span=span)


@dataclass(frozen=True, slots=True)
class PartOfText:
    """One of the pages of a long record, with the headings of the highest level on it."""

    link: Markdown
    headings: Markdown


def pages_of(number: int, parts: Sequence[Part], record: Record, linker: Linker) -> tuple[PartOfText, ...]:
    """The pages of a long record, this one (`number`) without a link; none where there is one."""
    portions = linker.catalog.portions[record.id]
    if portions.count == 1:
        return ()
    return tuple(
        PartOfText(
            Markdown(f"第 {n} 页(本页)") if n == number else _to_page(n, record, linker),
            _headings(parts_on(n, parts, record, linker.catalog), record, linker),
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


def entities_of(record: Record, catalog: Catalog) -> tuple[Entity, ...]:
    """What the record names, in the order of first mention."""
    return tuple({named.entity.id: named.entity for named in catalog.names_in.get(record.id, ())}.values())
