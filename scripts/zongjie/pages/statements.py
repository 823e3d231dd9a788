"""What an entity's page says row by row: its relations, each with all the facts that state it and an address of its own."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from zongjie.model import Entity, Fact
from zongjie.pages.catalog import Catalog
from zongjie.pages.labels import PREDICATE_NAMES
from zongjie.pages.shares import shares
from zongjie.pages.urls import entity_url

# How many passages a row cites.
PASSAGES_SHOWN = 5
# In bytes of HTML: a row with the sentence that states it, and each other passage that does.
_ROW = 650
_PASSAGE = 170
_FIRST_PAGE = 26_000
_FURTHER_PAGE = 40_000
_ORDER = [label for labels in PREDICATE_NAMES.values() for label in dict.fromkeys(labels)]
_MUTUAL = frozenset({"cooperates_with"})


@dataclass(frozen=True, slots=True)
class Statement:
    """A relation of an entity, called `label` from where it stands, to `end` (an id or words)."""

    label: str
    end: str
    facts: tuple[Fact, ...]

    @property
    def anchor(self) -> str:
        return fact_anchor(self.facts[0])

    @property
    def weight(self) -> int:
        """In bytes of HTML."""
        return _ROW + _PASSAGE * (min(len(self.facts), PASSAGES_SHOWN) - 1)


def statements(entity: Entity, catalog: Catalog) -> tuple[Statement, ...]:
    """The rows of the entity's table of relations; what repeated paragraphs state is left out."""
    rows: dict[tuple[str, str, str], list[Fact]] = {}
    for fact in catalog.own_facts(entity):
        label, end = _side(fact, entity)
        rows.setdefault((label, end, str(fact.attributes.get("status"))), []).append(fact)
    told = (Statement(label, end, tuple(facts)) for (label, end, _), facts in rows.items())
    return tuple(sorted(told, key=lambda statement: _ORDER.index(statement.label)))


def shared_out(those: Iterable[Statement]) -> tuple[tuple[Statement, ...], ...]:
    """The rows, page by page."""
    return shares(those, lambda one: one.weight, _FIRST_PAGE, _FURTHER_PAGE)


def fact_anchor(fact: Fact) -> str:
    """`f-` and ten digits that depend on what is stated alone: who, what, of whom, granted or applied; not on where."""
    ends = [fact.subject, fact.object]
    if fact.predicate in _MUTUAL:
        ends.sort()
    told = "\n".join((ends[0], fact.predicate, ends[1], str(fact.attributes.get("status"))))
    return f"f-{hashlib.sha256(told.encode()).hexdigest()[:10]}"


def fact_urls(catalog: Catalog) -> Mapping[str, str]:
    """Where each statement stands, by its anchor: `enterprises/changshan-shenghua/#f-0a1b2c3d4e`, on its subject's page first."""
    urls: dict[str, str] = {}
    for entity in catalog.knowledge.entities:
        for anchor, url, own in _addresses(entity, catalog):
            if own or anchor not in urls:
                urls[anchor] = url
    return urls


def _addresses(entity: Entity, catalog: Catalog) -> Iterator[tuple[str, str, bool]]:
    """Anchor, address, and whether the entity is the subject."""
    for part, those in enumerate(shared_out(statements(entity, catalog)), 1):
        page = f"{entity_url(entity)}{part}/" if part > 1 else entity_url(entity)
        for one in those:
            yield one.anchor, f"{page}#{one.anchor}", one.facts[0].subject == entity.id


def _side(fact: Fact, entity: Entity) -> tuple[str, str]:
    """What the fact is called from where the entity stands in it, and its other end."""
    forward, backward = PREDICATE_NAMES[fact.predicate]
    return (forward, fact.object) if fact.subject == entity.id else (backward, fact.subject)
