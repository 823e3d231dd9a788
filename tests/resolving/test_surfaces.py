"""How surface forms are compared."""

from __future__ import annotations

import pytest

from zongjie.resolving.surfaces import fold, is_blanked, is_relative, is_slip_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("“136”工程", "136工程"),
        ("大自然饲料(天津)有限公司", "大自然饲料(天津)有限公司"),
        ("LED 芯片", "led芯片"),
        ("《防震减灾法》", "防震减灾法"),
    ],
)
def test_forms_that_are_the_same(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    "name",
    [
        "xx轴瓦有限公司",
        "**集团",
        "×××机械厂",
        "20__年工作要点",
        "20xx年度先进单位",
        "*区奶协",
        "某饲料厂",
        "四川xx经济开发区",
    ],
)
def test_blanked(name: str) -> None:
    assert is_blanked(name)


@pytest.mark.parametrize("name", ["浙江EBT传动科技有限公司", "盐城TinyLink传感科技有限公司", "Xerox公司", "maxx电子"])
def test_latin_names_are_not_blanked(name: str) -> None:
    assert not is_blanked(name)


@pytest.mark.parametrize(
    "name",
    [
        "县妇幼保健院",
        "市科技计划",
        "全市科技管理工作先进单位",
        "省科技攻关计划",
        "我县农业科技园",
        "自治区农牧业科学院",
    ],
)
def test_relative(name: str) -> None:
    assert is_relative(name)


@pytest.mark.parametrize(
    "name", ["南宁市维威制药公司", "河北省畜牧兽医研究所", "国家火炬计划", "区块链产业园"[1:], "清华大学"]
)
def test_not_relative(name: str) -> None:
    assert not is_relative(name)


@pytest.mark.parametrize(
    ("one", "other", "slip"),
    [
        ("霍林郭勒市科学技术奖励办法", "霍林勒郭市科学技术奖励办法", True),
        ("霍林郭勒市", "霍林勒郭市", True),
        ("三津村", "津三村", False),
        ("怀科党组[2009]8号", "怀科党组[2009]9号", False),
        ("第十一届科技活动周方案", "第十二届科技活动周方案", False),
        ("南宁富金丰饲料公司", "南宁富丰饲料公司", False),
    ],
)
def test_slips(one: str, other: str, slip: bool) -> None:
    assert is_slip_of(one, other) is slip
