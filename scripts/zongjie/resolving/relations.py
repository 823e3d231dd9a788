"""What a record says of its mentions → facts between entities."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from zongjie.finding.statements.reading import Statement
from zongjie.model import Entity, Fact, Mention


def relate(record_id: str, said: Iterable[Statement], entity_of: Mapping[Mention, Entity]) -> list[Fact]:
    """The facts that a record states between the entities of its mentions, in reading order; `said` is in that order.

    A fact that is stated more than once has the sentence that tells most, the first of equals.
    """
    facts: dict[tuple[str, str, str], Fact] = {}
    for one in said:
        fact = _fact(record_id, one, entity_of)
        if fact is None:
            continue
        key = (fact.subject, fact.predicate, fact.object)
        if key not in facts or _tells_more(fact, facts[key]):
            facts[key] = fact
    return sorted(facts.values(), key=lambda f: (f.start, f.end, f.predicate, f.subject, f.object))


def _fact(record_id: str, said: Statement, entity_of: Mapping[Mention, Entity]) -> Fact | None:
    subject = record_id if said.subject is None else _id(said.subject, entity_of)
    target = _id(said.object, entity_of)
    if subject is None or target is None or subject == target:
        return None
    return Fact(subject, said.predicate, target, record_id, said.span.start, said.span.end, said.attributes)


def _id(mention: Mention, entity_of: Mapping[Mention, Entity]) -> str | None:
    entity = entity_of.get(mention)
    return entity.id if entity else None


def _tells_more(fact: Fact, before: Fact) -> bool:
    """Whether `fact` tells more than what was read before: won more than put forward, done more than planned."""
    return _weight(fact) > _weight(before)


def _weight(fact: Fact) -> tuple[bool, bool]:
    return fact.attributes.get("status") == "granted", not fact.attributes.get("target")
