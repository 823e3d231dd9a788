"""What happened around an entity: its time line, the money told beside it, what took place in a place, who is named with it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from zongjie.finding.clauses.reported import clauses, foremost
from zongjie.model import KINDS, Entity, Mention, Record, Span
from zongjie.pages.catalog import Catalog, attribute
from zongjie.pages.details import event_details
from zongjie.pages.escape import Markdown, escape
from zongjie.pages.labels import KIND_NAMES, guessed, period_label
from zongjie.pages.linker import Linker
from zongjie.pages.passage import link
from zongjie.pages.statements import statements
from zongjie.pages.tables import Cells, Table, table

_SHOWN = 30
_RELATED_SHOWN = 20
_NAMED = 4
_FIRMS_NAMED = 6
_MONEY = "元"
# Of so many summaries at most a place's page quotes what they report, and so many clauses of all.
_TOLD = 3
_CLAUSES = 12
_FIGURES_NOTE = "照录原文,数字加粗;打算和目标不在其中。"
_EVENT_COLUMNS = ("活动", "时间", "地点", "主题", "出处")


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
            events = linker.catalog.events_at.get(entity.id, ())
            yield _events("在这里举行的活动", "held-here", events, linker)
            records = linker.catalog.records_from.get(entity.id, ())
            yield _records_here(records, linker)
            if len(records) <= _TOLD:
                yield table(
                    "这里的要点", "figures-here", ("原文", "出处"), _figures_here(records, linker), _FIGURES_NOTE
                )
        case "event":
            series = attribute(entity, "series")
            others = [one for one in linker.catalog.events_of_series.get(series, ()) if one.id != entity.id]
            way = link(f"全部 {len(others) + 1} 场,按系列看", linker.to("events/by/series.md"))
            note = Markdown(f"同属{escape(series)}。{way if len(others) > _SHOWN else ''}")
            yield _events("同一系列的其他活动", "series", others, linker, note)
        case _:
            pass


def _records_here(records: Sequence[Record], linker: Linker) -> Table:
    """The first of the records that come from the place, in the order of all records."""
    way = link("按地区看全部总结", linker.to("records/index.md"))
    note = Markdown(f"共 {len(records)} 篇,先列 {_SHOWN} 篇。{way}") if len(records) > _SHOWN else ""
    rows = ((linker.record(one), escape(period_label(one)), _firms(one, linker)) for one in records[:_SHOWN])
    return table("这里的总结", "records-here", ("总结", "时间", "提到的企业"), rows, note)


def _figures_here(records: Sequence[Record], linker: Linker) -> Iterator[Cells]:
    """What the place's own records report, in the clauses that say most."""
    for record in records:
        reported = clauses(linker.catalog.told[record.id], target=False)
        for one in foremost(reported, _CLAUSES // len(records)):
            if not linker.catalog.is_repeat(record.id, one.span.start):
                yield linker.quote(record.id, one.span, one.hits), linker.cited(record.id, one.span.start)


def _firms(record: Record, linker: Linker) -> Markdown:
    """The enterprises that the record names first, and how many there are."""
    named = (one.entity for one in linker.catalog.names_in.get(record.id, ()) if one.entity.kind == "enterprise")
    those = list({entity.id: entity for entity in named}.values())
    more = f" 等 {len(those)} 家" if len(those) > _FIRMS_NAMED else ""
    return Markdown("、".join(map(linker.entity, those[:_FIRMS_NAMED])) + more)


_MONEY_NOTE = "同一句里说到的金额,照录原文;可能包含其他计划的,不能直接相加。"


def _events(title: str, anchor: str, events: Iterable[Entity], linker: Linker, note: str = "") -> Table:
    """The first of the events, by date."""
    dated = sorted(events, key=lambda event: (_when(event, linker.catalog), event.id))
    return table(title, anchor, _EVENT_COLUMNS, (_event(event, linker) for event in dated[:_SHOWN]), note)


def _event(event: Entity, linker: Linker) -> Cells:
    details = event_details(event, linker.catalog)
    place, theme = escape(details.place), escape(details.theme)
    return linker.listed(event), escape(details.date), place, theme, linker.first_passage(event)


def _when(event: Entity, catalog: Catalog) -> str:
    """Its date, else the year of its record; what has neither comes last."""
    return event_details(event, catalog).iso or catalog.records[event.mentions[0].record].period.year or "~"


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
