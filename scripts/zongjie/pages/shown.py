"""What a page shows, as a digest: where that of the run before is the same, so is the page.

A page about an entity shows passages of the records that name it, and names of what else these name, with what became of
it. So the digest of a record covers what it was read from, what it names, and of each of these what other pages tell of
it; the digest of a page covers the records that it quotes. It may cover more than the page shows, never less.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256

from zongjie.model import Entity, Record
from zongjie.pages.catalog import Catalog, attribute
from zongjie.pages.details import project_details
from zongjie.pages.entity_events import EVENTS_SHOWN, of_series
from zongjie.pages.entity_facts import state_of
from zongjie.pages.labels import record_label
from zongjie.pages.themes import Theme
from zongjie.resolving.whose import leaves_open, whose


@dataclass(frozen=True)
class Shown:
    """The digests of pages about what is in `catalog`; they are empty where it is not known what records were read from."""

    catalog: Catalog
    _known: dict[tuple[str, str], str] = field(default_factory=dict)

    def of_record(self, record: Record, themes: Sequence[Theme], around: Iterable[Record | None]) -> str:
        """The digest of a record's pages: of it, of those that it repeats or that repeat it, and of its neighbours' names."""
        if not self._origins:
            return ""
        copies = (*(one.record for one in record.duplicate_of), *map(_id, self.catalog.repeats_of.get(record.id, ())))
        beside = [one and (one.id, one.title, record_label(one)) for one in around]
        topics = [(theme.topic.name, theme.page) for theme in themes]
        return _digest("record", self._records((record.id, *copies)), beside, topics)

    def of_entity(self, entity: Entity) -> str:
        """The digest of an entity's pages: of it and of the records that name it, and of what its kind shows beside."""
        if not self._origins:
            return ""
        naming = self.catalog.in_order({mention.record for mention in entity.mentions})
        here = self.catalog.records_from.get(entity.id, ())
        series = attribute(entity, "series") if entity.kind == "event" else ""
        return _digest(
            entity.id,
            (entity.name, entity.aliases, sorted(entity.attributes.items())),
            self._records(record.id for record in naming),
            self._records(record.id for record in here),
            self._series(series) if series else "",
        )

    @property
    def _origins(self) -> Mapping[str, str]:
        return self.catalog.knowledge.origins

    def _records(self, ids: Iterable[str]) -> list[str]:
        return [self._record(one) for one in ids]

    def _record(self, record_id: str) -> str:
        """What a record was read from, and what it names where."""
        key = "record", record_id
        if key not in self._known:
            origins, record = self._origins, self.catalog.records[record_id]
            repeats = [
                (one.record, origins[one.record], [(pair.block, pair.other_block) for pair in one.pairs])
                for one in record.duplicate_of
            ]
            names = [
                (one.mention.start, one.mention.end, self._face(one.entity))
                for one in self.catalog.names_in.get(record_id, ())
            ]
            self._known[key] = _digest(record_id, origins[record_id], repeats, names)
        return self._known[key]

    def _series(self, series: str) -> str:
        """How many events a series has, and those that the page of another of them shows."""
        key = "series", series
        if key not in self._known:
            events = of_series(series, self.catalog)
            first = [(one.id, self._record(one.mentions[0].record)) for one in events[: EVENTS_SHOWN + 1]]
            self._known[key] = _digest(len(events), first)
        return self._known[key]

    def _face(self, entity: Entity) -> str:
        """What other pages tell of an entity."""
        key = "face", entity.id
        if key not in self._known:
            undertakers = [
                (party.told, party.entity.id if party.entity else "")
                for party in (project_details(entity, self.catalog).undertakers if entity.kind == "project" else ())
            ]
            state = state_of(entity, self.catalog)
            self._known[key] = _digest(entity.id, entity.name, state, undertakers, self._whose(entity))
        return self._known[key]

    def _whose(self, entity: Entity) -> list[str]:
        """Whose it is in the records that name it, where its names leave that open (我县)."""
        names = [name for name in (entity.name, *entity.aliases) if leaves_open(name)]
        records = {mention.record for mention in entity.mentions} if names else ()
        return sorted({f"{name} {whose(name, self.catalog.records[one])}" for name in names for one in records})


def _id(record: Record) -> str:
    return record.id


def _digest(*parts: object) -> str:
    return sha256(repr(parts).encode()).hexdigest()
