"""Pages that put the passages of all bureaus on one topic together, and the list of topics."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence

from zongjie.finding.passages import Passage
from zongjie.model import Entity, Record, Span
from zongjie.pages.arrangements import records_by_province
from zongjie.pages.catalog import Catalog
from zongjie.pages.escape import Markdown, escape
from zongjie.pages.indexes import Index, Shelf, index_pages
from zongjie.pages.labels import region_name
from zongjie.pages.linker import Linker, badge
from zongjie.pages.passage import PAUSES, link, marked
from zongjie.pages.render import render
from zongjie.pages.tables import Cells
from zongjie.pages.themes import Theme

TOPICS = "topics/index.md"
_LENGTH = 130
_NAMED = 12
# Of every record its own, and everywhere.
_UNTOLD = ("event", "place")
_AT_MOST = 90


def make_theme_pages(themes: Sequence[Theme], catalog: Catalog) -> dict[str, str]:
    """The list of topics and the pages of each: path under `docs/` → Markdown."""
    pages = {TOPICS: _list(themes)}
    for theme in themes:
        pages |= index_pages(_index(theme, catalog), catalog)
    return pages


def _list(themes: Sequence[Theme]) -> str:
    ranked = sorted(themes, key=lambda theme: -len(theme.records))
    rows = [
        (link(theme.topic.name, theme.page.removeprefix("topics/")), len(theme.records), len(theme.passages))
        for theme in ranked
    ]
    return render("topics", rows=rows)


def _index(theme: Theme, catalog: Catalog) -> Index[Passage]:
    passages: dict[str, list[Passage]] = {}
    for passage in theme.passages:
        passages.setdefault(passage.record.id, []).append(passage)
    return Index(
        page=theme.page,
        title=theme.topic.name,
        intro=f"{len(theme.records)} 篇总结里讲这个主题的 {len(theme.passages)} 段,点「第几段」读全文。",
        columns=("总结", "讲了什么", "段落"),
        shelves=tuple(
            Shelf(shelf.title, shelf.anchor, tuple(one for record in shelf.items for one in passages[record.id]))
            for shelf in records_by_province(theme.records)
        ),
        cells=_cells,
        css="theme",
        others=(("全部主题", TOPICS),),
        longest=_AT_MOST,
        note=_named(theme, catalog),
    )


def _cells(passage: Passage, linker: Linker) -> Cells:
    record = passage.record
    who = Markdown(f"{linker.record(record)} {escape(_where_and_when(record))}".strip())
    heading = f"**{escape(passage.heading)}** " if _shows_heading(passage) else ""
    state = f" {badge(passage.state)}" if passage.state != "done" else ""
    number = f"第 {passage.block.id.removeprefix('p')} 段"
    where = link(number, linker.to_block(record, passage.block, passage.anchor), css="passage")
    return who, Markdown(f"{heading}{_beginning(passage)}{state}"), where


def _where_and_when(record: Record) -> str:
    """The region and year of a record, without what its title says."""
    place = record.region.county or record.region.city or record.region.province or ""
    year = record.period.year or ""
    return "、".join(
        told
        for own, told in ((place, region_name(record.region)), (year, f"{year} 年"))
        if own and own not in record.title
    )


def _shows_heading(passage: Passage) -> bool:
    """Whether the heading stands in the text, and not in the passage anyway."""
    text = passage.record.text
    return passage.heading in text and not text.startswith(passage.heading, passage.span.start)


def _beginning(passage: Passage) -> Markdown:
    """The first sentences, cut where one ends."""
    text, span = passage.record.text, passage.span
    if span.end - span.start <= _LENGTH:
        return marked(text, span, (), passage.record.damage)
    limit = span.start + _LENGTH
    cut = next((n for n in range(limit, span.start + _LENGTH // 2, -1) if text[n - 1] in PAUSES), limit)
    return Markdown(f"{marked(text, Span(span.start, cut), (), passage.record.damage)}……")


def _named(theme: Theme, catalog: Catalog) -> Markdown:
    """The names that most of the records have in these passages: what one may want to look at next."""
    found: Counter[str] = Counter()
    for record_id, starts in _starts(theme).items():
        names = catalog.names_in.get(record_id, ())
        found.update(
            {one.entity.id for one in names if one.entity.kind not in _UNTOLD and _holds(starts, one.mention.start)}
        )
    ranked = sorted((one for one in found if found[one] > 1), key=lambda one: (-found[one], one))[:_NAMED]
    linker = Linker(theme.page, catalog)
    shown = "、".join(_with_count(catalog.entities[one], found[one], linker) for one in ranked)
    return Markdown(f"多篇都提到的:{shown}") if shown else Markdown()


def _with_count(entity: Entity, count: int, linker: Linker) -> str:
    return f"{linker.entity(entity)}({count} 篇)"


def _starts(theme: Theme) -> dict[str, list[Span]]:
    """Where the passages of each record stand."""
    spans: dict[str, list[Span]] = {}
    for passage in theme.passages:
        spans.setdefault(passage.record.id, []).append(passage.span)
    return spans


def _holds(spans: Sequence[Span], offset: int) -> bool:
    """Whether one of the spans, which stand in reading order, holds the offset."""
    at = bisect_right(spans, offset, key=lambda span: span.start) - 1
    return at >= 0 and offset < spans[at].end
