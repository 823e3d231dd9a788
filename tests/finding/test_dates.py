"""Dates as they are written → where they stand, how much they tell, what they are in ISO."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from zongjie.finding.dates import chinese_number, date_iso, find_dates

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "dates.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=[case["text"] for case in CASES])
def test_date(case: dict[str, Any]) -> None:
    found = [(case["text"][d.span.start : d.span.end], d.strength) for d in find_dates(case["text"])]

    if case["date"] is None:
        assert found == []
    else:
        assert found == [(str(case["date"]), case["strength"])]
        assert date_iso(str(case["date"]), 2012) == case["iso"]


def test_a_date_without_a_year_needs_the_year_of_the_record() -> None:
    assert date_iso("5月19日", None) is None
    assert date_iso("2003年5月19日", None) == "2003-05-19"


@pytest.mark.parametrize(
    ("text", "number"), [("十", 10), ("二十七", 27), ("一百零三", 103), ("两千", 2000), ("一九", None), ("", None)]
)
def test_chinese_number(text: str, number: int | None) -> None:
    assert chinese_number(text) == number


@given(st.text(alphabet="0123456789年月日至-.·”“初十一二三底前x", max_size=40))
def test_dates_lie_in_the_text_and_apart(text: str) -> None:
    dates = find_dates(text)

    assert all(0 <= d.span.start < d.span.end <= len(text) for d in dates)
    assert all(one.span.end <= other.span.start for one, other in pairwise(dates))
    for date in dates:
        date_iso(text[date.span.start : date.span.end], 2012)
