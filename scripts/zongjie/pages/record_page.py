"""The page of one record: what it is and how sure that is, what it says, and its whole text with every name linked."""

from __future__ import annotations

from collections.abc import Sequence

from zongjie.lexicon import Lexicon
from zongjie.model import Entity, Kind, Record
from zongjie.pages.catalog import Catalog
from zongjie.pages.escape import Markdown
from zongjie.pages.highlights import clauses, foremost
from zongjie.pages.labels import DAMAGE_NAMES, KIND_COUNTS, period_name, record_label, record_title, region_name
from zongjie.pages.linker import Linker
from zongjie.pages.outline import outline
from zongjie.pages.passage import link
from zongjie.pages.record_about import grounds, overview
from zongjie.pages.record_handling import join, repeat_of, repeated_by
from zongjie.pages.record_says import ahead, names, of_kind, quoted, tables
from zongjie.pages.record_text import legend, source_text
from zongjie.pages.render import render
from zongjie.pages.urls import FOLDERS, record_page

# Of the page's own headings the text's stand below.
_TEXT_DEPTH = 3


def make_record_page(
    record: Record, catalog: Catalog, lexicon: Lexicon, before: Record | None, after: Record | None
) -> str:
    """The Markdown of the record's page, with links to the records `before` and `after` it."""
    linker = Linker(record_page(record.id), catalog)
    entities = _entities(record, catalog)
    parts = outline(record, _TEXT_DEPTH)
    reported, planned = clauses(record, catalog, target=False), clauses(record, catalog, target=True)
    most = foremost(reported)
    about = tuple(overview(record, linker))
    return render(
        "record",
        record=record,
        title=record_title(record),
        lead=_lead(record),
        region=region_name(record.region),
        description=_description(record, entities),
        ways=_ways(record, entities, bool(most)),
        about=about,
        grounds=grounds(about),
        most=quoted(record, most, linker),
        rest=quoted(record, [clause for clause in reported if clause not in most], linker),
        planned=quoted(record, planned, linker),
        ahead=ahead(record, parts, lexicon),
        tables=tables(entities, record, linker),
        names=names(entities, linker),
        text=source_text(record, parts, linker),
        legend=legend(entities),
        damage=tuple(dict.fromkeys(DAMAGE_NAMES[one.kind] for one in record.damage)),
        repeats=tuple(repeat_of(record, repeat, linker) for repeat in record.duplicate_of),
        repeated_by=repeated_by(record, linker),
        joins=tuple(join(record, offset, linker) for offset in record.joins),
        before=linker.record(before) if before else None,
        after=linker.record(after) if after else None,
    )


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
