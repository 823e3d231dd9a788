"""A record and its mentions → what it says of them, and where it speaks of the coming period."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from zongjie.finding.analysis import Analysis
from zongjie.finding.engine.rulebook import Rulebook
from zongjie.finding.plans import Plans, find_plans
from zongjie.finding.statements.finder import statements
from zongjie.finding.statements.reading import Statement
from zongjie.finding.traditional import script_of
from zongjie.lexicon import Lexicon
from zongjie.model import Mention, Record


@dataclass(frozen=True, slots=True)
class Said:
    """`statements` in reading order, what is only meant to be done marked as `target`; `plans` is where it would stand."""

    statements: tuple[Statement, ...]
    plans: Plans


def say(record: Record, mentions: Sequence[Mention], rules: Rulebook, lexicon: Lexicon) -> Said:
    """What the record says of `mentions`. Like names it is read from the plain twin where there is one (廣東高陂青花瓷廠)."""
    script = script_of(record, lexicon.simplified, lexicon.words)
    plain = script.simplified if script else record
    plans = find_plans(Analysis(plain), lexicon)
    found = sorted(statements(plain, mentions, rules["relations"]), key=lambda s: (s.span, s.predicate))
    told = tuple(
        replace(one, attributes={**one.attributes, "target": True}) if _is_planned(one, plans) else one for one in found
    )
    return Said(told, find_plans(Analysis(record), lexicon) if script else plans)


def _is_planned(said: Statement, plans: Plans) -> bool:
    ends = [end for end in (said.subject, said.object) if end is not None]
    places = [end.start for end in ends] or [said.span.start]
    return any(end.attributes.get("target") for end in ends) or all(map(plans.hold, places))
