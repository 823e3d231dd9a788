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
        ("四、几点建议", True),
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


@pytest.mark.parametrize(
    ("text", "ahead"),
    [
        ("国家富民强县专项行动计划在宾川县实施两年,建示范园1850亩。", False),
        ("“十三五”国家重点研发计划在我县实施三个课题,到位180万元。", False),
        ("恳请省厅支持两件事:一请批准组建工程中心;二请安排转化资金1000万元。", True),
        ("市局计划在宾川县建示范园1850亩。", True),
        ("“春蕾”计划在12个乡镇推开,资助女童35名。", False),
    ],
)
def test_a_named_plan_plans_nothing(text: str, ahead: bool, lexicon: Lexicon) -> None:
    record = read_one(f"凤翔县科委1993年工作总结\n{text}", lexicon)
    found = find_plans(Analysis(record), lexicon)
    assert found.hold(record.text.index(text) + len(text) - 3) is ahead


def test_a_heading_that_names_a_plan_for_years_heads_what_was_done(lexicon: Lexicon) -> None:
    done = "县政府召开动员会,成立领导小组。"
    text = f"凤翔县科技局2011年上半年工作总结\n(一)项目工作\n申报项目12项。\n(二)创新计划(2011-2015年)\n{done}\n(三)科普工作\n举办讲座3场。"
    record = read_one(text, lexicon)
    assert not find_plans(Analysis(record), lexicon).hold(record.text.index(done))


@pytest.mark.parametrize(
    "title",
    [
        "天津市北辰区科学技术委员会\n2013年工作总结和2014年工作安排",
        "荔浦县科学技术局二〇一三年工作总结\n和二〇一四年工作要点",
    ],
)
def test_a_title_of_two_lines_heads_no_plan(title: str, lexicon: Lexicon) -> None:
    done, coming = "科技型中小企业达到4120家。", "科技型中小企业新增900家。"
    text = f"{title}\n2013年,{done}\n一、2013年工作完成情况\n立项26项。\n二、2014年工作安排\n{coming}"
    record = read_one(text, lexicon)
    found = find_plans(Analysis(record), lexicon)
    assert [found.hold(record.text.index(part)) for part in (done, coming)] == [False, True]
