"""Sentences → who held the event that they tell of, by name, and whether the record's own bureau did."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.finding.paragraphs import mentions_of
from tests.make import record
from zongjie.finding.analysis import Analysis
from zongjie.finding.events.hosts import hosts_of
from zongjie.finding.events.house import House, house_of
from zongjie.finding.statements.deeds import own_deeds
from zongjie.model import Span

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "hosts.yml").read_text(encoding="utf-8"))
HOUSE = House("河口县科技局", "县")


@pytest.mark.parametrize("case", CASES, ids=[case["text"][:24] for case in CASES])
def test_hosts_of_an_event(case: dict[str, Any]) -> None:
    text, start = case["text"], case["text"].index(case["name"])
    hosts = hosts_of(text, 0, Span(start, start + len(case["name"])), len(text), HOUSE)

    assert list(hosts.names) == case.get("names", [])
    assert hosts.own == case.get("own", False)


@pytest.mark.parametrize(
    ("house", "words", "meant"),
    [
        (House("河口县科技局", "县"), "河口县科技局", True),
        (House("河口县科技局", "县"), "县科技局", True),
        (House("河口县科技局", "县"), "xx县科技局", True),
        (House("河口县科技局", "县"), "科技局", True),
        (House("河口县科技局", "县"), "市科技局", False),
        (House("河口县科技局", "县"), "龙泉县科技局", False),
        (House("河口县科技局", "县"), "省科技厅", False),
        (House("江西省科技厅", "省"), "省科技厅", True),
        (House("霍林郭勒市科技局", "市"), "市科技局", True),
        (House(), "市科技局", True),
        (House(), "省科技厅", False),
        (House(), "我局", True),
        (House(), "市农业局", False),
    ],
)
def test_names_of_the_bureau(house: House, words: str, meant: bool) -> None:
    assert house.is_meant(words) is meant


def test_level_of_a_bureau_without_a_name() -> None:
    assert house_of(record("我县科技工作稳步推进,全县立项5项,列入全市计划2项。")) == House(None, "县")


def test_a_heading_tells_of_the_deed_of_another() -> None:
    text = "首次举办学校科技活动周。5月15日,天立学校举行了科技活动周启动仪式。举办科技活动周期间的讲座。"
    events = [one for name in ("学校科技活动周", "科技活动周启动仪式") for one in mentions_of(text, {"event": [name]})]
    told = [
        type(one)(one.record, one.kind, one.start, one.end, one.text, one.rule, {"series": "科技活动周", **fields})
        for one, fields in zip(events, ({}, {"organisers": ("天立学校",)}), strict=True)
    ]

    assert list(own_deeds(Analysis(record(text)), told)) == []
    assert [one.text for one in own_deeds(Analysis(record(text)), told[:1])] == ["学校科技活动周"]
