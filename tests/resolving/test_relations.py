"""Sentences with their names marked → the facts that they state, and no others."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.marked import read_marked
from zongjie.finding.analysis import Analysis
from zongjie.finding.engine.rulebook import Rulebook
from zongjie.finding.said import say
from zongjie.finding.statements.ownership import with_owners
from zongjie.finding.statements.winners import with_winners
from zongjie.lexicon import Lexicon
from zongjie.model import Entity, Mention, Record
from zongjie.resolving.relations import relate

CASES = Path(__file__).parent / "cases" / "relations.yml"


def cases() -> list[Any]:
    return [pytest.param(row, id=row["text"][:30]) for row in yaml.safe_load(CASES.read_text(encoding="utf-8"))]


def entities(mentions: tuple[Mention, ...]) -> dict[Mention, Entity]:
    """An entity for each name, its id the name itself."""
    return {m: Entity(f"{m.kind}/{m.text}", m.kind, m.text, (), (m,)) for m in mentions}


def said(record: Record, mentions: tuple[Mention, ...], rules: Rulebook, lexicon: Lexicon) -> list[str]:
    mentions = with_owners(Analysis(record), lexicon.words, mentions)
    mentions = with_winners(Analysis(record), lexicon.words, mentions)
    facts = relate(record.id, say(record, mentions, rules, lexicon).statements, entities(mentions))
    return [
        " ".join(
            str(part)
            for part in (
                "局" if fact.subject == record.id else fact.subject.partition("/")[2],
                fact.predicate,
                fact.object.partition("/")[2],
                fact.attributes.get("status", ""),
                "target" if fact.attributes.get("target") else "",
            )
            if part
        )
        for fact in facts
    ]


@pytest.mark.parametrize("case", cases())
def test_facts_of_a_sentence(case: dict[str, Any], rules: Rulebook, lexicon: Lexicon) -> None:
    record, mentions = read_marked(case["text"])
    assert sorted(said(record, mentions, rules, lexicon)) == sorted(case["says"])


def test_a_fact_has_the_sentence_that_says_so(rules: Rulebook, lexicon: Lexicon) -> None:
    record, mentions = read_marked(
        "今年成绩很大。〈enterprise:大旗公司〉的“〈project:芯片胶粘工艺〉”通过验收。明年再接再厉。"
    )
    (fact,) = relate(record.id, say(record, mentions, rules, lexicon).statements, entities(mentions))
    assert record.text[fact.start : fact.end] == "大旗公司的“芯片胶粘工艺”通过验收。"


def test_a_project_won_later_counts_as_won(rules: Rulebook, lexicon: Lexicon) -> None:
    record, mentions = read_marked(
        "推荐“〈project:酶法制备〉”申报〈program:省科技支撑计划〉。“〈project:酶法制备〉”列入〈program:省科技支撑计划〉。"
    )
    first = mentions[0]
    same = {m: Entity(f"{m.kind}/1", m.kind, m.text, (), (first,)) for m in mentions}
    (fact,) = relate(record.id, say(record, mentions, rules, lexicon).statements, same)
    assert fact.attributes["status"] == "granted"
    assert record.text[fact.start : fact.end].startswith("“酶法制备”列入")
