"""Sentences of many bureaus and years → the events that they tell of, with their fields, and none that they do not."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.make import record
from zongjie.finding.analysis import Analysis
from zongjie.finding.engine.rulebook import Rulebook
from zongjie.finding.events.finder import find_events
from zongjie.lexicon import Lexicon

TABLES = ("events", "events_told", "events_figures", "events_none")
CASES = [
    case
    for name in TABLES
    for case in yaml.safe_load((Path(__file__).parent / "cases" / f"{name}.yml").read_text(encoding="utf-8"))
]


@pytest.mark.parametrize("case", CASES, ids=[case["text"][:24] for case in CASES])
def test_events_of_a_sentence(case: dict[str, Any], lexicon: Lexicon) -> None:
    found = find_events(Analysis(record(case["text"])), lexicon, Rulebook({}), ())
    wanted = case["finds"] if isinstance(case["finds"], dict) else dict.fromkeys(case["finds"])
    fields = {mention.text: mention.attributes for mention in found}

    assert set(fields) - set(case.get("maybe", ())) == set(wanted)
    for name, values in wanted.items():
        assert {key: _plain(fields[name].get(key)) for key in values or ()} == (values or {})


def _plain(value: object) -> object:
    """A field as YAML writes it."""
    return list(value) if isinstance(value, tuple) else value
