"""Dates of events without a year → the ISO date with the record's year, and none where the year is not sure."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.make import record
from zongjie.finding.analysis import Analysis
from zongjie.finding.engine.rulebook import Rulebook
from zongjie.finding.events.finder import find_events
from zongjie.lexicon import Lexicon
from zongjie.model import Period, RecordKind


def iso_dates(text: str, lexicon: Lexicon, year: str | None = "2012", kind: RecordKind = "年度总结") -> list[object]:
    one = replace(record(text), period=Period(year), kind=kind)
    return [m.attributes.get("date_iso") for m in find_events(Analysis(one), lexicon, Rulebook({}), ())]


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("5月19日至25日,举办全县科技活动周。", "2012-05-19/2012-05-25"),
        ("2011年5月19日,举办全县科技活动周。", "2011-05-19"),
        ("去年5月,举办全县科技活动周。", "2011-05"),
        ("5月19日,举办2010年全县科技活动周。", "2010-05-19"),
        ("较去年增长8%,5月19日召开全县科技大会。", "2012-05-19"),
        # ---- the year is another's, or left open
        ("“知识产权大厦”2010年开工,12月份建成投入使用,6月召开现场观摩会。", None),
        ("去年立项5项,12月召开全县科技大会。", None),
        ("目前,育苗中心第一车间于12月份建成投入使用。截至11月末,新建研发中心三个。", None),
        ("12月召开全县科技大会。1—10月,申报专利5件。", None),
        ("20xx年5月19日,举办全县科技活动周。", None),
        ("每年5月,举办全县科技活动周。", None),
        ("下一步,我们将于9月召开全县科技大会。", None),
    ],
)
def test_year_of_a_date(text: str, iso: str | None, lexicon: Lexicon) -> None:
    assert set(iso_dates(text, lexicon)) == {iso}


def test_a_half_year_tells_of_no_december_of_its_year(lexicon: Lexicon) -> None:
    assert iso_dates("12月5日,召开全县科技大会。", lexicon, kind="半年总结") == [None]
    assert iso_dates("7月5日,召开全县科技大会。", lexicon, kind="半年总结") == ["2012-07-05"]


def test_a_plan_tells_of_its_own_year(lexicon: Lexicon) -> None:
    assert iso_dates("9月召开全县科技大会。", lexicon, kind="工作计划") == ["2012-09"]


def test_a_record_without_a_year_dates_nothing(lexicon: Lexicon) -> None:
    assert iso_dates("9月召开全县科技大会。", lexicon, year=None) == [None]


def test_a_month_within_another_name_is_no_date(lexicon: Lexicon) -> None:
    one = record("协助城区科协举办十月科普大行动系列活动,组织了青少年爱科学作品展。")
    found = {m.text: m.attributes.get("date") for m in find_events(Analysis(one), lexicon, Rulebook({}), ())}

    assert found["十月科普大行动系列活动"] == "十月"
    assert found["青少年爱科学作品展"] is None
