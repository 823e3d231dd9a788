"""The page of one record: what it is and how sure that is, what it says, and its whole text with every name linked."""

from __future__ import annotations

from collections.abc import Sequence

from zongjie.finding.clauses.planned import planned
from zongjie.finding.clauses.reported import foremost
from zongjie.lexicon import Lexicon
from zongjie.model import Entity, Kind, Record
from zongjie.pages.catalog import Catalog
from zongjie.pages.citation import citation
from zongjie.pages.escape import Markdown
from zongjie.pages.feed import added, published
from zongjie.pages.labels import DAMAGE_NAMES, KIND_COUNTS, period_label, record_label, record_title, region_name
from zongjie.pages.linker import Linker
from zongjie.pages.passage import link
from zongjie.pages.record_about import grounds, overview
from zongjie.pages.record_handling import join, repeat_of, repeat_portions, repeated_by
from zongjie.pages.record_parts import (
    entities_of,
    further_page,
    has_own_repeats,
    pages_of,
    parts_on,
    repeats_page_of,
    share_of,
)
from zongjie.pages.record_says import ahead, names, of_kind, quoted, tables
from zongjie.pages.record_text import legend, source_text
from zongjie.pages.render import render
from zongjie.pages.structured_data import front_matter, report
from zongjie.pages.themes import Theme
from zongjie.pages.urls import FOLDERS, record_page, repeats_page
from zongjie.reading.parts import Part, outline

# Of the page's own headings the text's stand below.
_TEXT_DEPTH = 3
# Of a record with several pages the first shows so much of each kind.
_NAMES_SHOWN = 20
_CLAUSES_SHOWN = 40
# Of any record.
_LINES_SHOWN = 60


def make_record_pages(
    record: Record,
    catalog: Catalog,
    lexicon: Lexicon,
    themes: Sequence[Theme],
    around: tuple[Record | None, Record | None],
) -> dict[str, str]:
    """The Markdown of the record's page and of those below it, where it is too long for one: path → page.

    `themes` are what it reports on, `around` the records before and after it.
    """
    parts = outline(record, _TEXT_DEPTH)
    pages = {record_page(record.id): _first_page(record, parts, catalog, lexicon, themes, around)}
    for number in range(2, catalog.portions[record.id].count + 1):
        pages[record_page(record.id, number)] = further_page(record, number, parts, catalog)
    if has_own_repeats(record):
        portions = repeat_portions(record)
        for number, portion in enumerate(portions, 1):
            pages[repeats_page(record.id, number)] = repeats_page_of(record, number, len(portions), portion, catalog)
    return pages


def _first_page(
    record: Record,
    parts: Sequence[Part],
    catalog: Catalog,
    lexicon: Lexicon,
    themes: Sequence[Theme],
    around: tuple[Record | None, Record | None],
) -> str:
    """What the record is, what it tells, and its text, or the beginning of a long one."""
    linker = Linker(record_page(record.id), catalog)
    entities = entities_of(record, catalog)
    share = share_of(1, record, entities, linker)
    whole = catalog.portions[record.id].count == 1
    told = catalog.told[record.id]
    reported = catalog.reported(record.id)
    plans = planned(told, None if whole else _CLAUSES_SHOWN)
    most = foremost(reported)
    rest = [clause for clause in reported if clause not in most]
    about = tuple(overview(record, themes, linker))
    own_repeats = has_own_repeats(record)
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
        planned=quoted(record, plans.shown, linker),
        plans_left=len(plans.rest),
        left_from=tuple(linker.passage(record.id, one.span.start) for one in plans.rest[:1]),
        ahead=ahead(record, parts, lexicon, linker),
        tables=tables(share.entities, share.facts, record, linker),
        names=names(entities, linker, len(entities) if whole else _NAMES_SHOWN),
        text=source_text(record, parts_on(1, parts, record, catalog), linker),
        pages=pages_of(1, parts, record, linker),
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


def _lead(record: Record) -> str:
    """正定县科技局,河北省石家庄市正定县,2012 年全年,年度总结: as far as it is known."""
    parts = (record.bureau.name, region_name(record.region), period_label(record), record.kind)
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


def _description(record: Record, entities: Sequence[Entity]) -> str:
    """正定县科技局 2012 年年度总结:提到 14 家企业、12 个项目……"""
    kinds: tuple[Kind, ...] = ("enterprise", "program", "project", "event")
    counts = [f"{len(of_kind(entities, kind))} {KIND_COUNTS[kind]}" for kind in kinds if of_kind(entities, kind)]
    named = "提到 " + "、".join(counts) if counts else f"全文 {len(record.text)} 字"
    return f"{record_label(record)},{named}"
