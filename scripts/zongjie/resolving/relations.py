"""Mentions in their sentences → facts between entities.

What a sentence says is told by the rules of `data/rules/relations.yml` over masked text, by names inside names
(恒岭机电院士工作站) and by what the finders read beside a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import get_args

from zongjie.finding.analysis import Analysis
from zongjie.finding.rulebook import Rulebook
from zongjie.finding.rules import Match, Rule
from zongjie.model import Attributes, Entity, Fact, Kind, Mention, Predicate, Record, Span, Value
from zongjie.resolving.masked import PARTIES, Masked, mask_lists, mask_names, outermost

# Kinds whose finder reads whose they are, the attribute, and the relation that it tells.
_OWNED: tuple[tuple[Kind, str, Predicate], ...] = (
    ("platform", "owner", "owns_platform"),
    ("honor", "winner", "won_honor"),
    ("project", "undertaker", "undertakes"),
)
_PREDICATES: Mapping[str, Predicate] = {name: name for name in get_args(Predicate)}
_AND = re.compile(r"与|和|同|及")
_GRANTED = re.compile(r"列入|列为|纳入|入选|获|立项|批准|通过|批复|下达|安排|争取到")
_APPLIED = re.compile(
    r"拟|力争|争取(?!到|了|国家|省|市|各|资金|经费|项目资)|有望|推荐|上报|申报|投标|竞标|待批|答辩|参加评审|参评|申请|组织申请|等待|正在评审|公示"
)


@dataclass(frozen=True, slots=True)
class Link:
    """A relation between mentions; `subject` or `object` is None where the bureau is meant."""

    predicate: Predicate
    subject: Mention | None
    object: Mention | None
    span: Span
    attributes: Attributes


@dataclass(frozen=True)
class _Reading:
    """A record as its facts are read from it."""

    record: Record
    mentions: Sequence[Mention]

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        return Analysis(self.record).sentences

    @cached_property
    def outer(self) -> list[Mention]:
        return outermost(self.mentions)

    @cached_property
    def names(self) -> Masked:
        return mask_names(self.record.text, self.outer)

    @cached_property
    def lists(self) -> Masked:
        return mask_lists(self.record.text, self.outer)


def relate(
    record: Record,
    mentions: Sequence[Mention],
    entity_of: Mapping[Mention, Entity],
    rules: Rulebook,
) -> list[Fact]:
    """The facts that the record states between the entities of its mentions, in reading order."""
    facts: dict[tuple[str, str, str], Fact] = {}
    for link in sorted(links(record, mentions, rules), key=lambda li: (li.span.start, li.predicate)):
        subject = record.id if link.subject is None else _id(link.subject, entity_of)
        target = record.id if link.object is None else _id(link.object, entity_of)
        if subject is None or target is None or subject == target:
            continue
        fact = Fact(subject, link.predicate, target, record.id, link.span.start, link.span.end, link.attributes)
        key = (subject, link.predicate, target)
        if key not in facts or _is_better(fact, facts[key]):
            facts[key] = fact
    return sorted(facts.values(), key=lambda f: (f.start, f.end, f.predicate, f.subject, f.object))


def _id(mention: Mention, entity_of: Mapping[Mention, Entity]) -> str | None:
    entity = entity_of.get(mention)
    return entity.id if entity else None


def _is_better(fact: Fact, before: Fact) -> bool:
    """Whether `fact` tells more than what was read before: won tells more than put forward."""
    return fact.attributes.get("status") == "granted" and before.attributes.get("status") == "applied"


def links(record: Record, mentions: Sequence[Mention], rules: Rulebook) -> list[Link]:
    """All relations between the mentions of `record`; the same one may come more than once."""
    reading = _Reading(record, mentions)
    found = [*_by_rules(reading, rules["relations"]), *_by_nesting(reading), *_by_attributes(reading)]
    return [*found, *_shared_owners(reading, found)]


# --- by rules --------------------------------------------------------------------------------------------------------


def _by_rules(reading: _Reading, rules: Sequence[Rule]) -> Iterator[Link]:
    for rule in rules:
        masked = reading.lists if rule.attributes["predicate"] == "funded_under" else reading.names
        for sentence in reading.sentences:
            for match in rule.matches(masked.text, sentence.start, sentence.end):
                yield from _read(reading, rule, match, masked, sentence)


def _read(reading: _Reading, rule: Rule, match: Match, masked: Masked, sentence: Span) -> Iterator[Link]:
    subjects = _ends(reading, rule.attributes["subject"], match, masked, sentence)
    objects = _ends(reading, rule.attributes["object"], match, masked, sentence)
    if rule.attributes["object"] == "与":
        subjects, objects = _sides(reading.record.text, subjects)
    predicate = _PREDICATES[rule.attributes["predicate"]]
    for one in subjects:
        for other in objects:
            if other and _is_told(other):
                continue
            attributes = _funding(rule, other) if predicate == "funded_under" else {}
            yield Link(predicate, one, other, sentence, attributes)


def _is_told(mention: Mention) -> bool:
    """Whether the finder of a platform or an honour read whose it is; then no rule adds others."""
    return any(mention.kind == kind and bool(mention.attributes.get(key)) for kind, key, _ in _OWNED)


def _ends(reading: _Reading, end: str, match: Match, masked: Masked, sentence: Span) -> Sequence[Mention | None]:
    """The mentions that one end of a rule stands for; None is the bureau."""
    if end == "局":
        return (None,)
    if end == "前文":
        before = [m for m in reading.outer if m.kind == "project" and m.end <= match.span.start]
        return before[-1:] if before and _same_block(reading.record, before[-1], match.span) else ()
    if end == "后列":
        inside = Span(match.span.end, sentence.end)
        return [m for m in reading.outer if m.kind == "project" and m.span.within(inside)]
    return masked.names_at(match.slots[end]) if end in match.slots else ()


def _same_block(record: Record, mention: Mention, span: Span) -> bool:
    return record.block_at(mention.start).id == record.block_at(span.start).id


def _sides(text: str, names: Sequence[Mention | None]) -> tuple[Sequence[Mention], Sequence[Mention]]:
    """The names of a list before and after the last 与 or 和: 常山生化与河北农大、清华大学."""
    those = [m for m in names if m is not None]
    for n in range(1, len(those)):
        if _AND.search(text[those[n - 1].end : those[n].start]):
            return those[:n], those[n:]
    return (), ()


def _funding(rule: Rule, program: Mention | None) -> dict[str, Value]:
    """Level and status of a project under a program."""
    attributes: dict[str, Value] = {"status": rule.attributes.get("status", "granted")}
    level = program.attributes.get("level") if program else None
    if level:
        attributes["level"] = level
    return attributes


# --- by what lies inside what ----------------------------------------------------------------------------------------


def _by_nesting(reading: _Reading) -> Iterator[Link]:
    """恒岭机电院士工作站 is 恒岭机电's; 国家科技富民强县奶业产业化项目 is under 国家科技富民强县."""
    for outer in reading.outer:
        if outer.kind not in ("platform", "project"):
            continue
        for inner in reading.mentions:
            if inner is outer or not inner.span.within(outer.span):
                continue
            sentence = _sentence(reading, outer)
            if outer.kind == "platform" and inner.kind in PARTIES:
                yield Link("owns_platform", inner, outer, sentence, {})
            elif outer.kind == "project" and inner.kind == "program" and inner.start == outer.start:
                level = inner.attributes.get("level")
                yield Link(
                    "funded_under",
                    outer,
                    inner,
                    sentence,
                    {"level": level, "status": "granted"} if level else {"status": "granted"},
                )


def _sentence(reading: _Reading, mention: Mention) -> Span:
    return next((s for s in reading.sentences if s.start <= mention.start < s.end), mention.span)


# --- by what the finders read ----------------------------------------------------------------------------------------


def _by_attributes(reading: _Reading) -> Iterator[Link]:
    """Owners and winners that a finder saw beside the name."""
    by_text: dict[str, Mention] = {}
    for mention in reading.mentions:
        by_text.setdefault(mention.text, mention)
    for mention in reading.mentions:
        for kind, key, predicate in _OWNED:
            value = mention.attributes.get(key)
            if mention.kind != kind or not value or mention.attributes.get("status") == "aimed":
                continue
            for name in value if isinstance(value, tuple) else (str(value),):
                if (owner := by_text.get(name)) and owner.kind in PARTIES:
                    yield Link(predicate, owner, mention, _sentence(reading, mention), {})


# --- lists ----------------------------------------------------------------------------------------------------------


def _shared_owners(reading: _Reading, found: Sequence[Link]) -> Iterator[Link]:
    """常山生化的“甲”、“乙”: the second title has the first one's undertaker, where no other stands before it."""
    owners: dict[Mention, list[Link]] = {}
    for link in found:
        if link.predicate == "undertakes" and link.object:
            owners.setdefault(link.object, []).append(link)
    projects = [m for m in reading.outer if m.kind == "project"]
    for before, after in pairwise(projects):
        between = reading.record.text[before.end : after.start]
        if after in owners or not re.fullmatch(
            r"[”」』》]?(?:项目|课题)?(?:[、，,]|和|与|及|以及|、和)[“「『《]?", between
        ):
            continue
        shared = [Link(li.predicate, li.subject, after, li.span, li.attributes) for li in owners.get(before, ())]
        owners[after] = shared
        yield from shared
