"""How many of the names that the gold asks for are found, and how many of the names found it asks for.

A form counts once a text. An entity marked `optional` neither earns nor costs. A form is asked for only where it stands outside
every longer gold name of its kind. Soft: a wrong form may stand for one missed name that contains it or that it contains,
when the shorter is at least 60% of the longer. Whole: gold entities found by two forms or more that are one entity, and no other's.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.quality.gold import LISTS, GoldText, Rates, fold, gold_texts


@dataclass
class NameScore:
    """The score of one kind over all texts."""

    exact: Rates = field(default_factory=Rates)
    soft: Rates = field(default_factory=Rates)
    whole: Rates = field(default_factory=Rates)
    missed: list[str] = field(default_factory=list)
    extra: list[str] = field(default_factory=list)


def score_names(knowledge: dict[str, Any], gold: Path) -> dict[str, NameScore]:
    """The score of each kind for the gold files in `gold`."""
    scores = {kind: NameScore() for kind in LISTS}
    for text in gold_texts(gold):
        mine = {record["id"]: record for record in knowledge["records"] if text.concerns(record)}
        plain = fold("".join(record["text"] for record in mine.values()))
        found: dict[str, dict[str, str]] = defaultdict(dict)
        for entity in knowledge["entities"]:
            for mention in entity["mentions"]:
                if mention["record"] in mine:
                    found[entity["kind"]][fold(mention["text"])] = entity["id"]
        for kind, key in LISTS.items():
            _score_kind(text, key, found[kind], plain, scores[kind])
    return scores


def _score_kind(text: GoldText, key: str, found: dict[str, str], plain: str, score: NameScore) -> None:
    rows = [
        (forms, bool(row.get("optional")))
        for row in text.rows(key)
        if (forms := {fold(n) for n in row.get("mentions") or [row.get("name") or row.get("title")] if n})
    ]
    every = {form for forms, _ in rows for form in forms}
    wanted = {f for forms, optional in rows if not optional for f in forms if _stands_alone(f, every, plain)}
    spared = every - wanted
    counted = {form for form in found if form not in spared}
    extra, missed = counted - wanted, wanted - set(found)
    near = _pair_off(extra, missed)
    forgiven = set(near) | {e for e in extra - set(near) if any(_near(e, form) for form in spared)}
    _add(score.exact, len(wanted), len(wanted - missed), len(counted), len(counted - extra))
    _add(score.soft, len(wanted), len(wanted - missed) + len(near), len(counted), len(counted - extra) + len(forgiven))
    score.missed += [f"{text.label}: {form}" for form in sorted(missed)]
    score.extra += [f"{text.label}: {form}" for form in sorted(extra)]
    for forms, optional in rows:
        if not optional:
            _score_whole(forms, [other for other, _ in rows if other is not forms], found, score.whole)


def _score_whole(forms: set[str], others: list[set[str]], found: dict[str, str], whole: Rates) -> None:
    hits = [form for form in forms if form in found]
    if len(hits) < 2:
        return
    owners = {found[form] for form in hits}
    strangers = any(found.get(form) in owners for other in others for form in other - forms)
    right = len(owners) == 1 and not strangers
    _add(whole, 1, right, 1, right)


def _add(rates: Rates, wanted: int, found: int, predicted: int, right: int) -> None:
    rates.wanted += wanted
    rates.found += found
    rates.predicted += predicted
    rates.right += right


def _near(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return short in long and len(short) >= 0.6 * len(long)


def _pair_off(extra: set[str], missed: set[str]) -> dict[str, str]:
    """Each extra form with at most one missed name near it, longest first."""
    pairs: dict[str, str] = {}
    left = sorted(missed, key=lambda form: (-len(form), form))
    for form in sorted(extra, key=lambda form: (-len(form), form)):
        match = next((name for name in left if _near(form, name)), None)
        if match is not None:
            pairs[form] = match
            left.remove(match)
    return pairs


def _stands_alone(form: str, every: set[str], plain: str) -> bool:
    for name in sorted((n for n in every if form in n and n != form), key=len, reverse=True):
        plain = plain.replace(name, "\0")
    return form in plain
