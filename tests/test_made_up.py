"""The summaries that costs are measured with: the same every time, and like real ones to the program."""

from __future__ import annotations

from pathlib import Path

import pytest

from made_up import counties, summaries
from tests.conftest import ROOT
from zongjie.finding.engine.rulebook import Rulebook
from zongjie.gathering.harvest import harvest
from zongjie.lexicon import Lexicon

PLACES = counties(ROOT / "data" / "lexicon" / "places.tsv")


def test_more_summaries_begin_like_fewer() -> None:
    assert list(summaries(9, PLACES))[:4] == list(summaries(4, PLACES))
    assert len(dict(summaries(50, PLACES))) == 50


def test_they_are_of_the_length_of_real_ones() -> None:
    lengths = [len(text) for _, text in summaries(50, PLACES)]
    assert 1300 < sum(lengths) / 50 < 1700


@pytest.mark.parametrize("number", range(3))
def test_each_names_things_of_its_own(number: int, tmp_path: Path, lexicon: Lexicon, rules: Rulebook) -> None:
    name, text = list(summaries(3, PLACES))[number]
    path = tmp_path / f"{name}.txt"
    path.write_text(text, encoding="utf-8")
    ((record, found),) = harvest(path, lexicon, rules, editors_word=False).rows
    kinds = {mention.kind for mention in found.mentions}
    assert {"enterprise", "project", "event", "program"} <= kinds
    assert record.period.year
    assert record.region.county
