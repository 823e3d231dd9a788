"""How many of the facts that the gold's fields imply are found, and how right the fields of events are.

A fact is right where its subject and its object share a form with those of a gold pair; an object that is only words may contain
the gold's form or lie in it. Pairs with an optional end, and winners that are no named entity of the text (我局), do not count.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.quality.gold import LISTS, GoldText, Rates, as_list, fold, gold_texts, surfaces

# predicate → (gold list, field, whether the field is the fact's subject)
FIELDS = {
    "undertakes": ("projects", "undertaker", True),
    "funded_under": ("projects", "program", False),
    "owns_platform": ("platforms", "owner", True),
    "won_honor": ("honors", "winner", True),
}
EVENT_FIELDS = ("date", "place", "theme")


@dataclass
class FactScore:
    """Rates by predicate, of the right status of funded projects, and of the fields of events that were found."""

    predicates: dict[str, Rates] = field(default_factory=lambda: {predicate: Rates() for predicate in FIELDS})
    status: Rates = field(default_factory=Rates)
    events: dict[str, Rates] = field(default_factory=lambda: {name: Rates() for name in EVENT_FIELDS})
    notes: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class _Pair:
    subject: frozenset[str]
    object: frozenset[str]
    optional: bool
    status: str


def score_facts(knowledge: dict[str, Any], gold: Path) -> FactScore:
    """The score of the facts and event fields for the gold files in `gold`."""
    score = FactScore()
    forms = {
        e["id"]: frozenset(fold(n) for n in [e["name"], *e["aliases"], *(m["text"] for m in e["mentions"])])
        for e in knowledge["entities"]
    }
    for text in gold_texts(gold):
        mine = {record["id"] for record in knowledge["records"] if text.concerns(record)}
        for predicate in FIELDS:
            facts = [f for f in knowledge["facts"] if f["predicate"] == predicate and f["record"] in mine]
            _score_predicate(text, predicate, facts, forms, score)
        events = [
            e for e in knowledge["entities"] if e["kind"] == "event" and any(m["record"] in mine for m in e["mentions"])
        ]
        _score_events(text, events, forms, score)
    return score


def _pairs(text: GoldText, predicate: str) -> list[_Pair]:
    key, name, is_subject = FIELDS[predicate]
    named = {form: surfaces(row) for one in LISTS.values() for row in text.rows(one) for form in surfaces(row)}
    optional = {f for one in LISTS.values() for row in text.rows(one) if row.get("optional") for f in surfaces(row)}
    pairs = []
    for row in text.rows(key):
        for value in as_list(row.get(name)):
            other = fold(value)
            if is_subject and other not in named:
                continue
            ends = (named.get(other, frozenset([other])), surfaces(row))
            subject, thing = ends if is_subject else ends[::-1]
            pairs.append(
                _Pair(subject, thing, bool(row.get("optional")) or other in optional, row.get("status", "granted"))
            )
    return pairs


def _score_predicate(
    text: GoldText, predicate: str, facts: list[dict[str, Any]], forms: dict[str, frozenset[str]], score: FactScore
) -> None:
    key, name, is_subject = FIELDS[predicate]
    pairs = _pairs(text, predicate)
    in_pairs = {form for pair in pairs for form in pair.subject | pair.object}
    unnamed = {fold(value) for row in text.rows(key) for value in as_list(row.get(name))} - in_pairs
    rates, met = score.predicates[predicate], set[int]()
    for fact in facts:
        subject = forms.get(fact["subject"], frozenset([fold(fact["subject"] or "")]))
        thing = forms.get(fact["object"], frozenset([fold(fact["object"])]))
        literal = fact["object"] not in forms
        hits = [n for n, p in enumerate(pairs) if subject & p.subject and _meets(thing, p.object, literal)]
        spared = all(pairs[n].optional for n in hits) if hits else bool((subject if is_subject else thing) & unnamed)
        if spared:
            continue
        rates.predicted += 1
        rates.right += bool(hits)
        met.update(hits)
        if not hits:
            score.notes.append(f"{text.label} {predicate} not in gold: {fact['subject']} -> {fact['object']}")
        elif predicate == "funded_under":
            _score_status(text, fact, pairs[hits[0]].status, score)
    for n, pair in enumerate(pairs):
        if not pair.optional:
            rates.wanted += 1
            rates.found += n in met
            if n not in met:
                ends = f"{max(pair.subject, key=len)} -> {max(pair.object, key=len)}"
                score.notes.append(f"{text.label} {predicate} missed: {ends}")


def _score_status(text: GoldText, fact: dict[str, Any], wanted: str, score: FactScore) -> None:
    got = fact["attributes"].get("status", "granted")
    score.status.wanted += 1
    score.status.found += got == wanted
    if got != wanted:
        score.notes.append(f"{text.label} status of {fact['subject']}: {got}, wanted {wanted}")


def _score_events(
    text: GoldText, events: list[dict[str, Any]], forms: dict[str, frozenset[str]], score: FactScore
) -> None:
    for row in text.rows("events"):
        found = [event for event in events if forms[event["id"]] & surfaces(row)]
        if row.get("optional") or not found:
            continue
        for name in EVENT_FIELDS:
            if row.get(name):
                wanted = fold(row[name])
                got = [fold(value) for event in found for value in as_list(event["attributes"].get(name)) if value]
                right = any(one in wanted or wanted in one for one in got)
                score.events[name].wanted += 1
                score.events[name].found += right
                if not right:
                    score.notes.append(f"{text.label} event {name}: wanted {row[name]}, got {got}")


def _meets(predicted: frozenset[str], wanted: frozenset[str], literal: bool) -> bool:
    return bool(predicted & wanted) or (literal and any(p and (p in w or w in p) for p in predicted for w in wanted))
