"""Whole summaries as bureaus of other places and years write them: title and sign-off, place, year, kind, headings."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.reading.texts import read_one
from zongjie.lexicon import Lexicon
from zongjie.model import Record

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "genre.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=[case["text"].split("\n")[0] for case in CASES])
def test_a_summary_is_read(case: dict[str, Any], lexicon: Lexicon) -> None:
    expected = {key: value for key, value in case.items() if key != "text"}
    if "headings" in case:
        expected.setdefault("lost", [])
    got = _facts(read_one(case["text"], lexicon))
    assert {key: got[key] for key in expected} == expected


def _facts(record: Record) -> dict[str, Any]:
    return {
        "bureau": record.bureau.name,
        "province": record.region.province,
        "city": record.region.city,
        "county": record.region.county,
        "year": record.period.year,
        "kind": record.kind,
        "headings": [section.title for section in record.sections if not section.inferred],
        "lost": [record.text[s.start : s.start + 4] for s in record.sections if s.inferred],
        "boilerplate": [row.text for row in record.boilerplate],
    }
