"""Which mentions of one record are one thing."""

from __future__ import annotations

import pytest

from tests.make import mention, record
from zongjie.model import Kind, Mention, Record
from zongjie.resolving.aliases import cluster


def groups(mentions: list[Mention]) -> list[set[str]]:
    return [set(c.surfaces) for c in cluster(mentions)]


@pytest.mark.parametrize(
    ("kind", "one", "other", "same"),
    [
        ("project", "人工合成王浆酸", "人工合成王浆酸的开发", True),
        ("project", "新药开发", "新药开发项目", True),
        ("project", "矿用潜水泵", "矿用潜水泵节能改造", False),
        ("platform", "奶业科技示范园", "奶业科技示范园区", True),
        ("event", "全国科普日", "全国科普日活动", True),
        ("event", "科技活动周", "科技活动周开幕式", False),
        ("program", "放管服", "“放管服”改革", True),
        ("program", "科技之春", "“科技之春”科普活动月启动仪式", False),
        ("policy", "霍林郭勒市科学技术奖励办法", "霍林勒郭市科学技术奖励办法", True),
        ("enterprise", "富丰饲料公司", "富金丰饲料公司", False),
        ("place", "正定", "正定县", True),
        ("place", "六景镇", "横县六景镇", True),
        ("place", "横县", "横县六景镇", False),
        ("place", "浙江省德清县", "德清县", True),
        ("platform", "国家液压件产业化基地", "xx国家液压件产业化基地", True),
        ("platform", "褐煤研发中心", "褐煤化工研发中心", True),
        ("platform", "褐煤研发中心", "区域褐煤研发中心", True),
        ("platform", "煤化工研发中心", "褐煤化工研发中心", True),
        ("platform", "黄茶科技示范园", "黄桃科技示范园", False),
        ("platform", "黄桃示范园", "黄桃科技示范基地", False),
        ("policy", "国家先进示范区规划", "xx国家先进示范区建设规划", True),
        ("policy", "专利资助办法", "科技奖励办法", False),
    ],
)
def test_two_forms(kind: Kind, one: str, other: str, same: bool) -> None:
    text = record(f"{one};{other}")
    found = groups([mention(text, kind, one), mention(text, kind, other, nth=text.text.count(other) - 1)])
    assert (len(found) == 1) is same


def test_a_bare_name_is_the_highest_place_of_that_name() -> None:
    text = record("株洲、株洲市、株洲县")
    found = groups([mention(text, "place", name) for name in ("株洲", "株洲市", "株洲县")])
    assert {"株洲", "株洲市"} in found
    assert len(found) == 2


def test_a_short_form_of_two_longer_names_stays_apart() -> None:
    text = record("三津;三津村;三津镇")
    assert len(groups([mention(text, "place", name) for name in ("三津", "三津村", "三津镇")])) == 3


def test_a_finder_says_what_stands_for_what() -> None:
    text: Record = record("浙江恒岭机电股份有限公司(以下简称“恒岭机电”)")
    full = mention(text, "enterprise", "浙江恒岭机电股份有限公司")
    short = mention(text, "enterprise", "恒岭机电", nth=1, full="浙江恒岭机电股份有限公司")
    assert groups([full, short]) == [{"浙江恒岭机电股份有限公司", "恒岭机电"}]


def test_levels_of_one_program_stay_apart() -> None:
    text = record("国家自然科学基金1项、省自然科学基金2项、国家863计划、863计划")
    found = groups(
        [
            mention(text, "program", "国家自然科学基金", canonical="国家自然科学基金", level="国家"),
            mention(text, "program", "省自然科学基金", canonical="国家自然科学基金", level="省"),
            mention(text, "program", "国家863计划", canonical="863计划", level="国家"),
            mention(text, "program", "863计划", nth=1, canonical="863计划"),
        ]
    )
    assert {"国家863计划", "863计划"} in found
    assert len(found) == 3


def test_kinds_stay_apart() -> None:
    text = record("“科技扶贫”活动")
    assert len(groups([mention(text, "program", "科技扶贫"), mention(text, "event", "科技扶贫")])) == 2


def test_chains_of_one_place_are_one_whatever_rank_they_begin_with() -> None:
    names = ["横县六景镇", "南宁市横县六景镇", "六景镇"]
    text = "、".join(names)
    assert groups([mention(record(text), "place", name) for name in names]) == [set(names)]


def test_towns_of_one_name_in_two_cities_are_two() -> None:
    names = ["南宁市城关镇", "柳州市城关镇", "城关镇"]
    text = "、".join(names)
    assert len(groups([mention(record(text), "place", name) for name in names])) == 3
