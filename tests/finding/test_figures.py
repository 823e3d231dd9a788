"""Sentences → the quantities that they report, with what is counted, and none where nothing is."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.make import record
from zongjie.finding.analysis import Analysis
from zongjie.finding.figures.finder import find_figures
from zongjie.lexicon import Lexicon

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "figures.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=[case["text"][:20] for case in CASES])
def test_figures_of_a_sentence(case: dict[str, Any], lexicon: Lexicon) -> None:
    found = find_figures(Analysis(record(case["text"])), lexicon)

    assert [(figure.what, figure.value) for figure in found] == [(row["what"], row["value"]) for row in case["figures"]]
    for figure, row in zip(found, case["figures"], strict=True):
        assert case["text"][figure.start : figure.end] == figure.value
        assert figure.target == row.get("target", False)
        for field in {"number", "unit"} & set(row):
            assert getattr(figure, field) == row[field]
