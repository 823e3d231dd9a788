"""No change may make extraction worse than `floors.yml` says, on any annotated corpus."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests.quality.corpora import CORPORA, Corpus, read_corpus
from tests.quality.facts import score_facts
from tests.quality.gold import read_yaml
from tests.quality.names import score_names
from tests.quality.reading import score_reading

FLOORS: dict[str, dict[str, Any]] = read_yaml(Path(__file__).with_name("floors.yml"))
SLACK = 1e-6
pytestmark = pytest.mark.parametrize("corpus", CORPORA, ids=lambda corpus: corpus.name)


@cache
def knowledge(corpus: Corpus) -> dict[str, Any]:
    return read_corpus(corpus)


def told(corpus: Corpus, misses: list[str]) -> list[str]:
    """What a failure may show: nothing of the texts that no writer of rules is to read."""
    return [] if corpus.name == "unread" else misses


def test_names(corpus: Corpus) -> None:
    scores = score_names(knowledge(corpus), corpus.gold)
    for kind, floor in FLOORS[corpus.name]["names"].items():
        score = scores[kind]
        got = {"exact": score.exact.f1, "soft": score.soft.f1, "one": score.whole.recall}
        for measure, least in floor.items():
            assert got[measure] >= least - SLACK, (
                f"{kind} {measure} {got[measure]:.3f}: {told(corpus, score.missed + score.extra)}"
            )


def test_facts(corpus: Corpus) -> None:
    score = score_facts(knowledge(corpus), corpus.gold)
    got = {predicate: rates.f1 for predicate, rates in score.predicates.items()}
    got |= {"status": score.status.recall} | {name: rates.recall for name, rates in score.events.items()}
    for name, least in FLOORS[corpus.name]["facts"].items():
        assert got[name] >= least - SLACK, f"{name} {got[name]:.3f}: {told(corpus, score.notes)}"


def test_reading(corpus: Corpus) -> None:
    score = score_reading(knowledge(corpus), corpus.records)
    got = {"headings": score.headings, "lost": score.lost, "damage": score.damage, "boilerplate": score.boilerplate}
    for name, least in FLOORS[corpus.name]["reading"].items():
        assert got[name].recall >= least - SLACK, f"{name} {got[name].recall:.3f}: {told(corpus, score.notes)}"


def test_nothing_is_guessed_wrong(corpus: Corpus) -> None:
    """Of region and year, unknown is a good answer; a wrong one is not."""
    score = score_reading(knowledge(corpus), corpus.records)
    wrong = {name: count for name, count in score.counts.items() if name.endswith("wrong")}
    allowed = FLOORS[corpus.name].get("wrong", {})
    assert all(count <= allowed.get(name, 0) for name, count in wrong.items()), (wrong, told(corpus, score.notes))
