"""Which stretches of a report speak of the coming period."""

from __future__ import annotations

import pytest

from tests.reading.texts import read_one
from zongjie.finding.analysis import Analysis
from zongjie.finding.plans import find_plans, is_plan_title
from zongjie.lexicon import Lexicon


@pytest.mark.parametrize(
    ("title", "plans"),
    [
        ("二、2013年工作计划", True),
        ("下年重点工作安排", True),
        ("明年计划", True),
        ("三、计划与措施", True),
        ("2.抓丰收计划,促粮果增产", False),
        ("(一)燎原计划", False),
        ("科技计划管理", False),
        ("计划生育工作", False),
    ],
)
def test_titles_of_plans(title: str, plans: bool, lexicon: Lexicon) -> None:
    assert is_plan_title(title, lexicon) is plans


def test_problems_and_plans_under_one_heading(lexicon: Lexicon) -> None:
    done, trouble, coming = "申报项目12项。", "问题主要是贷款到位迟,全年只到位61%。", "94年要做到:申报星火计划10项。"
    text = f"凤翔县科委1993年工作总结\n一、项目工作\n今年{done}\n二、主要问题和九四年打算\n{trouble}{coming}"
    record = read_one(text, lexicon)
    plans = find_plans(Analysis(record), lexicon)
    assert [plans.hold(record.text.index(part)) for part in (done, trouble, coming)] == [False, False, True]
