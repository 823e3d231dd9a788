"""Knowledge, looked up from all sides: what the pages ask for, computed once."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar

from zongjie.finding.analysis import Analysis
from zongjie.finding.clauses.reported import Clause, clauses
from zongjie.finding.clauses.told import Told
from zongjie.finding.plans import Plans
from zongjie.lexicon import Lexicon
from zongjie.model import Entity, Fact, Figure, Kind, Knowledge, Mention, Record, Span, Value
from zongjie.pages.labels import VERBS
from zongjie.pages.portions import Portions, head_weight, share_out
from zongjie.resolving.homes import records_of_places

_K = TypeVar("_K", bound=Hashable)
_V = TypeVar("_V")


@dataclass(frozen=True, slots=True)
class Named:
    """A mention and what it refers to."""

    mention: Mention
    entity: Entity


@dataclass(frozen=True)
class Catalog:
    """All of `knowledge` by id, by record and by entity. Lists keep the order of the texts."""

    knowledge: Knowledge
    records: Mapping[str, Record]
    entities: Mapping[str, Entity]
    names_in: Mapping[str, tuple[Named, ...]]
    facts_in: Mapping[str, tuple[Fact, ...]]
    facts_of: Mapping[str, tuple[Fact, ...]]
    figures_in: Mapping[str, tuple[Figure, ...]]
    events_of_series: Mapping[str, tuple[Entity, ...]]
    repeats_of: Mapping[str, tuple[Record, ...]]
    names_by_sentence: Mapping[tuple[str, int], tuple[Named, ...]]
    events_at: Mapping[str, tuple[Entity, ...]]
    records_from: Mapping[str, tuple[Record, ...]]
    portions: Mapping[str, Portions]
    told: Mapping[str, Told]
    _surfaces: Mapping[tuple[str, str], Entity]
    _repeated: frozenset[tuple[str, str]]
    _remembered: dict[tuple[str, str], Any] = field(default_factory=dict)

    @classmethod
    def of(cls, knowledge: Knowledge, lexicon: Lexicon | None = None) -> Catalog:
        """The catalog of `knowledge`; without a lexicon nothing is known to be planned only."""
        analyses = {record.id: Analysis(record) for record in knowledge.records}
        named = sorted(
            (Named(mention, entity) for entity in knowledge.entities for mention in entity.mentions),
            key=lambda one: (one.mention.start, -one.mention.end, one.entity.id),
        )
        facts = knowledge.facts
        names_in = _grouped((one.mention.record, one) for one in named)
        facts_in = _grouped((fact.record, fact) for fact in facts)
        figures_in = _grouped((figure.record, figure) for figure in knowledge.figures)
        return cls(
            knowledge=knowledge,
            records={record.id: record for record in knowledge.records},
            entities={entity.id: entity for entity in knowledge.entities},
            names_in=names_in,
            facts_in=facts_in,
            facts_of=_grouped((end, fact) for fact in facts for end in dict.fromkeys((fact.subject, fact.object))),
            figures_in=figures_in,
            events_of_series=_grouped(
                (series, event)
                for event in knowledge.entities
                if event.kind == "event" and (series := attribute(event, "series"))
            ),
            repeats_of=_grouped((d.record, record) for record in knowledge.records for d in record.duplicate_of),
            names_by_sentence=_grouped(
                ((one.mention.record, analyses[one.mention.record].sentence_at(one.mention.start).start), one)
                for one in named
            ),
            events_at=_grouped(
                (place, event)
                for event in knowledge.entities
                if event.kind == "event"
                for place in dict.fromkeys(_places_of(event, names_in))
            ),
            records_from=_records_from(knowledge, lexicon),
            portions={
                record.id: _portions(
                    record,
                    names_in.get(record.id, ()),
                    sum(fact.predicate in VERBS for fact in facts_in.get(record.id, ())),
                    len(figures_in.get(record.id, ())),
                )
                for record in knowledge.records
            },
            told={
                id_: Told(
                    analysis,
                    Plans(knowledge.ahead.get(id_, ())),
                    figures_in.get(id_, ()),
                    tuple(one.mention for one in names_in.get(id_, ())),
                )
                for id_, analysis in analyses.items()
            },
            _surfaces={(one.mention.record, one.mention.text): one.entity for one in reversed(named)},
            _repeated=frozenset(
                (record.id, pair.block)
                for record in knowledge.records
                for repeat in record.duplicate_of
                for pair in repeat.pairs
            ),
        )

    def of_kind(self, kind: Kind) -> tuple[Entity, ...]:
        """The entities of a kind, by id."""
        return tuple(entity for entity in self.knowledge.entities if entity.kind == kind)

    def counted(self, kind: Kind) -> tuple[Entity, ...]:
        """Those of a kind that count: not what is named in repeated paragraphs alone."""
        return tuple(entity for entity in self.of_kind(kind) if self.own_mentions(entity))

    def called(self, record_id: str, surface: str) -> Entity | None:
        """The entity that a record calls by exactly these words, the first one where several are."""
        return self._surfaces.get((record_id, surface))

    def sentence(self, record_id: str, offset: int) -> Span:
        """The sentence of a record that holds `offset`."""
        return self.told[record_id].sentence(offset)

    def is_ahead(self, record_id: str, offset: int) -> bool:
        """Whether the text speaks of the coming period there."""
        return self.told[record_id].is_ahead(offset)

    def reported(self, record_id: str) -> tuple[Clause, ...]:
        """The clauses of a record that report figures."""
        return self.remember("clauses", record_id, lambda: clauses(self.told[record_id], target=False))

    def remember(self, what: str, of: str, work_out: Callable[[], _V]) -> _V:
        """`what` is known `of` an entity or record, worked out when it is first asked for."""
        if (what, of) not in self._remembered:
            self._remembered[what, of] = work_out()
        known: _V = self._remembered[what, of]
        return known

    def is_repeat(self, record_id: str, offset: int) -> bool:
        """Whether the paragraph at `offset` repeats one of another record, so that it counts there and not here."""
        record = self.records[record_id]
        return bool(record.duplicate_of) and (record_id, record.block_at(offset).id) in self._repeated

    def own_mentions(self, entity: Entity) -> tuple[Mention, ...]:
        """The entity's mentions without those in repeated paragraphs."""
        return tuple(m for m in entity.mentions if not self.is_repeat(m.record, m.start))

    def mentions_in(self, entity: Entity, record_id: str) -> tuple[Mention, ...]:
        """The entity's mentions in one record."""
        by_record = self.remember(
            "mentions", entity.id, lambda: _grouped((mention.record, mention) for mention in entity.mentions)
        )
        return by_record.get(record_id, ())

    def own_facts(self, entity: Entity) -> tuple[Fact, ...]:
        """The entity's facts without those that repeated paragraphs state."""
        return tuple(f for f in self.facts_of.get(entity.id, ()) if not self.is_repeat(f.record, f.start))

    def own_figures(self) -> dict[str, tuple[Figure, ...]]:
        """The figures of each record without those in repeated paragraphs."""
        return {
            id_: tuple(figure for figure in figures if not self.is_repeat(id_, figure.start))
            for id_, figures in self.figures_in.items()
        }

    def records_of(self, entity: Entity) -> tuple[Record, ...]:
        """The records that name the entity, repeats left out unless nothing else names it, in order."""
        mentions = self.own_mentions(entity) or entity.mentions
        return self.in_order({mention.record for mention in mentions})

    def in_order(self, record_ids: Iterable[str]) -> tuple[Record, ...]:
        """The records with these ids, in the order of all records."""
        return tuple(self.records[record_id] for record_id in sorted(record_ids, key=self._places.__getitem__))

    @cached_property
    def _places(self) -> Mapping[str, int]:
        return {record.id: n for n, record in enumerate(self.knowledge.records)}


def attribute(entity: Entity, key: str) -> str:
    """An attribute as words: lists joined, empty where there is none."""
    return words(entity.attributes.get(key))


def words(value: Value) -> str:
    """A value of an attribute as it is shown."""
    if value is None or isinstance(value, bool):
        return ""
    return "、".join(value) if isinstance(value, tuple) else str(value)


def _places_of(event: Entity, names_in: Mapping[str, tuple[Named, ...]]) -> Iterator[str]:
    """The ids of the places that the event's own place names: 江阳区 of 江阳区中心广场."""
    for mention in event.mentions:
        where = words(mention.attributes.get("place"))
        for one in names_in.get(mention.record, ()) if where else ():
            if one.entity.kind == "place" and one.mention.text in where:
                yield one.entity.id


def _records_from(knowledge: Knowledge, lexicon: Lexicon | None) -> Mapping[str, tuple[Record, ...]]:
    """The records that come from each place, by its id."""
    places = [entity for entity in knowledge.entities if entity.kind == "place"]
    return records_of_places(places, knowledge.records, lexicon.gazetteer) if lexicon else {}


def _portions(record: Record, names: tuple[Named, ...], facts: int, figures: int) -> Portions:
    """How the record's text is shared out: what it names and tells weighs on its pages."""
    weights = Counter(record.block_at(one.mention.start).id for one in names)
    kinds = Counter(kind for kind, _ in {(one.entity.kind, one.entity.id) for one in names})
    tabled = kinds["project"] + kinds["event"] + kinds["honor"]
    return share_out(record, weights, head_weight(tabled + facts, figures, kinds.total() - tabled))


def _grouped(pairs: Iterable[tuple[_K, _V]]) -> dict[_K, tuple[_V, ...]]:
    groups: defaultdict[_K, list[_V]] = defaultdict(list)
    for key, value in pairs:
        groups[key].append(value)
    return {key: tuple(values) for key, values in groups.items()}
