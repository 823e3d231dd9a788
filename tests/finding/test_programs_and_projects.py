"""Sentences of many bureaus and years → the programs and projects that they name, and no others."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.marked import read_marked
from zongjie.finding.analysis import Analysis
from zongjie.finding.compete import settle
from zongjie.finding.engine.rulebook import Rulebook
from zongjie.finding.places.finder import find_places
from zongjie.finding.programs.finder import find_programs
from zongjie.finding.projects.finder import find_projects
from zongjie.lexicon import Lexicon
from zongjie.model import Kind, Mention

CASES = Path(__file__).parent / "cases"


def cases(name: str) -> list[Any]:
    rows = yaml.safe_load((CASES / f"{name}.yml").read_text(encoding="utf-8"))
    return [pytest.param(row, id=row["text"][:30]) for row in rows]


def found_in(marked: str, kind: Kind, lexicon: Lexicon, rules: Rulebook) -> dict[str, Mention]:
    """What stands in the sentence after all kinds have competed: names of `kind` with their mentions."""
    record, given = read_marked(marked)
    analysis = Analysis(record)
    known = [*given, *find_places(analysis, lexicon, rules, given)]
    known += find_programs(analysis, lexicon, rules, known)
    known += find_projects(analysis, lexicon, rules, known)
    return {m.text: m for m in settle(known) if m.kind == kind}


def check(case: dict[str, Any], kind: Kind, lexicon: Lexicon, rules: Rulebook) -> None:
    finds = case["finds"]
    wanted = finds if isinstance(finds, dict) else dict.fromkeys(finds)
    names = found_in(case["text"], kind, lexicon, rules)
    assert set(names) == set(wanted)
    for name, fields in wanted.items():
        for field, value in (fields or {}).items():
            assert names[name].attributes.get(field) == value, f"{name}: {field}"


@pytest.mark.parametrize("case", cases("programs"))
def test_programs_of_a_sentence(case: dict[str, Any], lexicon: Lexicon, rules: Rulebook) -> None:
    check(case, "program", lexicon, rules)


@pytest.mark.parametrize("case", cases("projects"))
def test_projects_of_a_sentence(case: dict[str, Any], lexicon: Lexicon, rules: Rulebook) -> None:
    check(case, "project", lexicon, rules)
