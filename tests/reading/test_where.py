"""Bureau and region: stated, inferred, or open; each case is a text of its own."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.reading.texts import read_one
from zongjie.lexicon import Lexicon

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "where.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=[case["text"][:20] for case in CASES])
def test_where_a_text_is_from(case: dict[str, Any], lexicon: Lexicon) -> None:
    record = read_one(case["text"], lexicon)
    region = record.region
    assert [region.province, region.city, region.county, region.confidence] == case["region"]
    assert record.bureau.name == case["bureau"]


@pytest.mark.parametrize("case", CASES, ids=[case["text"][:20] for case in CASES])
def test_what_is_told_has_evidence(case: dict[str, Any], lexicon: Lexicon) -> None:
    record = read_one(case["text"], lexicon)
    for told in (record.region, record.bureau):
        assert bool(told.evidence) == (told.confidence != "unknown")
        assert all(0 <= span.start < span.end <= len(record.text) for span in told.evidence)


def test_rivals_are_candidates(lexicon: Lexicon) -> None:
    text = "我县科技工作成效明显,全县申报项目12项。\n安吉县申报6项,安吉县获批2项。\n长兴县申报6项,长兴县获批2项。"
    bureau = read_one(text, lexicon).bureau
    assert (bureau.name, bureau.confidence) == (None, "unknown")
    assert {candidate.name: candidate.weight for candidate in bureau.candidates} == {
        "安吉县科技局": 0.5,
        "长兴县科技局": 0.5,
    }
