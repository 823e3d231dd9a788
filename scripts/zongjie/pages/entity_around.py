"""What happened around an entity: its time line, the money told beside it, others of its series, who is named with it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from zongjie.model import KINDS, Entity, Mention, Span
from zongjie.pages.catalog import Catalog, attribute
from zongjie.pages.details import event_details
from zongjie.pages.entity_events import EVENTS_SHOWN, events_table, of_series
from zongjie.pages.entity_place import place_tables
from zongjie.pages.escape import Markdown, escape
from zongjie.pages.labels import KIND_NAMES, guessed
from zongjie.pages.linker import Linker
from zongjie.pages.passage import link
from zongjie.pages.statements import statements
from zongjie.pages.tables import Cells, Table, table

_SHOWN = 30
_RELATED_SHOWN = 20
_NAMED = 4
_MONEY = "元"
_MONEY_NOTE = "同一句里说到的金额,照录原文;可能包含其他计划的,不能直接相加。"


def around(entity: Entity, linker: Linker) -> tuple[Table, ...]:
    """The tables that have rows."""
    tables = (
        *_of_its_kind(entity, linker),
        _timeline(entity, linker),
    )
    return tuple(one for one in tables if one.rows)


def _of_its_kind(entity: Entity, linker: Linker) -> Iterator[Table]:
    match entity.kind:
        case "program":
            yield table("说到的金额", "money", ("原文", "出处"), _money(entity, linker), _MONEY_NOTE)
        case "place":
            yield from place_tables(entity, linker)
        case "event":
            series = attribute(entity, "series")
            those = of_series(series, linker.catalog)
            way = link(f"全部 {len(those)} 场,按系列看", linker.to("events/by/series.md"))
            note = Markdown(f"同属{escape(series)}。{way if len(those) > EVENTS_SHOWN + 1 else ''}")
            others = (one for one in those if one.id != entity.id)
            yield events_table("同一系列的其他活动", "series", others, linker, note)
        case _:
            pass


def _money(program: Entity, linker: Linker) -> Iterator[Cells]:
    """The sentences that name the program and an amount, each once; targets stay out."""
    catalog = linker.catalog
    hits: dict[tuple[str, Span], list[Span]] = {}
    for mention in catalog.own_mentions(program):
        sentence = catalog.sentence(mention.record, mention.start)
        amounts = [
            Span(figure.start, figure.end)
            for figure in catalog.figures_in.get(mention.record, ())
            if figure.unit == _MONEY and not figure.target and sentence.start <= figure.start < sentence.end
        ]
        if amounts:
            hits[mention.record, sentence] = [*amounts, mention.span]
    for (record, sentence), spans in list(hits.items())[:_SHOWN]:
        yield linker.quote(record, sentence, spans), linker.cited(record, spans[0].start)


# --- time -----------------------------------------------------------------------------------------------------------


def _timeline(entity: Entity, linker: Linker) -> Table:
    """What is told of the entity year by year, with the dated events named beside it; nothing where there is one time only."""
    rows = sorted({*_years(entity, linker), *_dated(entity, linker)})
    if entity.kind in ("event", "place") or len({when for when, *_ in rows}) < 2:
        rows = []
    return table("时间线", "timeline", ("时间", "事情", "出处"), (row[1:] for row in rows[:_SHOWN]))


def _years(entity: Entity, linker: Linker) -> Iterator[tuple[str, Markdown, Markdown, Markdown]]:
    """For each record with a year what it tells of the entity: 承担项目 …、荣誉 …; nothing where it only names it."""
    catalog = linker.catalog
    first = {mention.record: mention for mention in reversed(entity.mentions)}
    told: dict[str, dict[str, dict[str, None]]] = {}
    for statement in statements(entity, catalog):
        for record_id in dict.fromkeys(fact.record for fact in statement.facts if statement.end in catalog.entities):
            told.setdefault(record_id, {}).setdefault(statement.label, {})[statement.end] = None
    for record in catalog.records_of(entity):
        if record.period.year and record.id in told:
            when = escape(f"{record.period.year} 年{guessed(record)}")
            yield record.period.year, when, _told(told[record.id], linker), linker.source(first[record.id])


def _told(ends: Mapping[str, Iterable[str]], linker: Linker) -> Markdown:
    """承担项目 甲、乙;荣誉 丙: what a record states, by the kind of relation."""
    named = {label: [linker.listed(linker.catalog.entities[end]) for end in those] for label, those in ends.items()}
    return Markdown(";".join(f"{label} {_first(those)}" for label, those in named.items()))


def _first(those: list[Markdown]) -> str:
    return "、".join(those[:_NAMED]) + (f" 等 {len(those)} 个" if len(those) > _NAMED else "")


def _dated(entity: Entity, linker: Linker) -> Iterator[tuple[str, Markdown, Markdown, Markdown]]:
    """The events with a full date that are named in one sentence with the entity."""
    for other, mention in _beside(entity, linker.catalog):
        if other.kind == "event" and (details := event_details(other, linker.catalog)).iso:
            when = escape(f"{details.iso}{'(年份推断)' if details.guessed else ''}")
            yield details.iso, when, linker.entity(other), linker.source(mention)


# --- company --------------------------------------------------------------------------------------------------------


def related(entity: Entity, linker: Linker) -> Iterator[Cells]:
    """Who and what is most often named in the same sentences, by kind, each with the first such sentence.

    What the table of relations tells anyway is left out.
    """
    catalog = linker.catalog
    told = {statement.end for statement in statements(entity, catalog)}
    places: dict[str, list[Mention]] = {}
    for other, mention in _beside(entity, catalog):
        if other.id not in told:
            places.setdefault(other.id, []).append(mention)
    counts = Counter({other: len(those) for other, those in places.items()})
    ranked = sorted(counts, key=lambda other: (-counts[other], other))[:_RELATED_SHOWN]
    for kind in KINDS:
        those = [catalog.entities[other] for other in ranked if catalog.entities[other].kind == kind]
        if those:
            yield (
                escape(KIND_NAMES[kind]),
                Markdown("、".join(_beside_it(one, places[one.id], linker) for one in those)),
            )


def _beside_it(other: Entity, mentions: list[Mention], linker: Linker) -> str:
    """河北大学(同句 2 次): the number leads to the first of these sentences."""
    times = f"同句 {len(mentions)} 次" if len(mentions) > 1 else "同句"
    return f"{linker.listed(other)}({linker.passage(mentions[0].record, mentions[0].start, times)})"


def _beside(entity: Entity, catalog: Catalog) -> Iterator[tuple[Entity, Mention]]:
    """What is named in the same sentences, once for each sentence, with the entity's own mention there."""
    seen: set[tuple[str, int, str]] = set()
    for mention in catalog.own_mentions(entity):
        sentence = catalog.sentence(mention.record, mention.start)
        for one in catalog.names_by_sentence.get((mention.record, sentence.start), ()):
            key = (mention.record, sentence.start, one.entity.id)
            if one.entity.id != entity.id and key not in seen:
                seen.add(key)
                yield one.entity, mention
