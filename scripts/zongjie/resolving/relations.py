"""Mentions in their sentences → facts between entities."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from zongjie.finding.analysis import Analysis
from zongjie.finding.engine.rulebook import Rulebook
from zongjie.finding.plans import Plans, find_plans
from zongjie.finding.statements.finder import Statement, statements
from zongjie.finding.traditional import script_of
from zongjie.lexicon import Lexicon
from zongjie.model import Entity, Fact, Mention, Record, Value


def relate(
    record: Record,
    mentions: Sequence[Mention],
    entity_of: Mapping[Mention, Entity],
    rules: Rulebook,
    lexicon: Lexicon,
) -> list[Fact]:
    """The facts that the record states between the entities of its mentions, in reading order.

    Like names they are read from the record's plain twin where it is written in Traditional characters.

    A fact that is stated more than once has the sentence that tells most, the first of equals.
    """
    script = script_of(record, lexicon.simplified, lexicon.words)
    record = script.simplified if script else record
    plans = find_plans(Analysis(record), lexicon)
    facts: dict[tuple[str, str, str], Fact] = {}
    for said in sorted(statements(record, mentions, rules["relations"]), key=lambda s: (s.span, s.predicate)):
        fact = _fact(record, said, entity_of, plans)
        if fact is None:
            continue
        key = (fact.subject, fact.predicate, fact.object)
        if key not in facts or _tells_more(fact, facts[key]):
            facts[key] = fact
    return sorted(facts.values(), key=lambda f: (f.start, f.end, f.predicate, f.subject, f.object))


def _fact(record: Record, said: Statement, entity_of: Mapping[Mention, Entity], plans: Plans) -> Fact | None:
    subject = record.id if said.subject is None else _id(said.subject, entity_of)
    target = _id(said.object, entity_of)
    if subject is None or target is None or subject == target:
        return None
    attributes: dict[str, Value] = dict(said.attributes)
    ends = (said.subject, said.object)
    places = [end.start for end in ends if end is not None] or [said.span.start]
    if any(end is not None and end.attributes.get("target") for end in ends) or all(map(plans.hold, places)):
        attributes["target"] = True
    return Fact(subject, said.predicate, target, record.id, said.span.start, said.span.end, attributes)


def _id(mention: Mention, entity_of: Mapping[Mention, Entity]) -> str | None:
    entity = entity_of.get(mention)
    return entity.id if entity else None


def _tells_more(fact: Fact, before: Fact) -> bool:
    """Whether `fact` tells more than what was read before: won more than put forward, done more than planned."""
    return _weight(fact) > _weight(before)


def _weight(fact: Fact) -> tuple[bool, bool]:
    return fact.attributes.get("status") == "granted", not fact.attributes.get("target")
