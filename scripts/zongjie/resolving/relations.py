"""Mentions in their sentences → facts between entities."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from zongjie.finding.engine.rulebook import Rulebook
from zongjie.finding.statements.finder import Statement, statements
from zongjie.finding.traditional import script_of
from zongjie.lexicon import Lexicon
from zongjie.model import Entity, Fact, Mention, Record, Value

_PLANS = re.compile(r"打算|思路|下一步|下步|明年|来年|下半年|今后|工作计划|工作安排|重点安排|工作重点$")
_COMING = re.compile(
    r"\s*(?:[一二三四五六七八九十0-9]{1,2}[、.．,])?(?:下半年|明年|来年|下一步|下步|今后)[,，一要我将]"
)


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
    facts: dict[tuple[str, str, str], Fact] = {}
    for said in sorted(statements(record, mentions, rules["relations"]), key=lambda s: (s.span, s.predicate)):
        fact = _fact(record, said, entity_of)
        if fact is None:
            continue
        key = (fact.subject, fact.predicate, fact.object)
        if key not in facts or _tells_more(fact, facts[key]):
            facts[key] = fact
    return sorted(facts.values(), key=lambda f: (f.start, f.end, f.predicate, f.subject, f.object))


def _fact(record: Record, said: Statement, entity_of: Mapping[Mention, Entity]) -> Fact | None:
    subject = record.id if said.subject is None else _id(said.subject, entity_of)
    target = _id(said.object, entity_of)
    if subject is None or target is None or subject == target:
        return None
    attributes: dict[str, Value] = dict(said.attributes)
    ends = (said.subject, said.object)
    if any(end is not None and end.attributes.get("target") for end in ends) or _is_planned(record, said.span.start):
        attributes["target"] = True
    return Fact(subject, said.predicate, target, record.id, said.span.start, said.span.end, attributes)


def _is_planned(record: Record, offset: int) -> bool:
    """Whether the character at `offset` lies in a part of the record that tells of plans: 三、2013年工作思路; 下半年,…."""
    titles = (s.title for s in record.sections if s.start <= offset < s.end and "总结" not in s.title)
    block = record.block_at(offset)
    return any(map(_PLANS.search, titles)) or bool(_COMING.match(record.text, block.start))


def _id(mention: Mention, entity_of: Mapping[Mention, Entity]) -> str | None:
    entity = entity_of.get(mention)
    return entity.id if entity else None


def _tells_more(fact: Fact, before: Fact) -> bool:
    """Whether `fact` tells more than what was read before: won more than put forward, done more than planned."""
    return _weight(fact) > _weight(before)


def _weight(fact: Fact) -> tuple[bool, bool]:
    return fact.attributes.get("status") == "granted", not fact.attributes.get("target")
