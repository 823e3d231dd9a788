"""Whose platforms are: what stands around them among known names."""

from __future__ import annotations

import pytest

from tests.finding.paragraphs import mentions_of, paragraph
from zongjie.finding.statements.ownership import with_owners
from zongjie.lexicon import Lexicon

CASES = [
    ("汉鼎公司与华中理工大学联手,组建了枣阳研究开发中心。", ["汉鼎公司", "华中理工大学"], ["汉鼎公司", "华中理工大学"]),
    ("枣阳研究开发中心(牵头单位汉鼎公司)升格为省级。", ["汉鼎公司"], ["汉鼎公司"]),
    ("新建枣阳研究开发中心(汉鼎公司)。", ["汉鼎公司"], ["汉鼎公司"]),
    ("筹建枣阳研究开发中心,依托单位拟定为汉鼎公司。", ["汉鼎公司"], ["汉鼎公司"]),
    ("枣阳研究开发中心落户汉鼎公司。", ["汉鼎公司"], ["汉鼎公司"]),
    ("枣阳研究开发中心由汉鼎公司承建。", ["汉鼎公司"], ["汉鼎公司"]),
    (
        "与华中理工大学合建枣阳研究开发中心,秘书处设于汉鼎公司。",
        ["汉鼎公司", "华中理工大学"],
        ["华中理工大学", "汉鼎公司"],
    ),
    ("汉鼎公司加大投入,获批建设枣阳研究开发中心。", ["汉鼎公司"], ["汉鼎公司"]),
    ("汉鼎公司与华中理工大学签订协议,建成枣阳研究开发中心。", ["汉鼎公司", "华中理工大学"], ["汉鼎公司"]),
    ("汉鼎公司产值过亿,我局组建了枣阳研究开发中心。", ["汉鼎公司"], []),
    ("华中理工大学在汉鼎公司设立了枣阳研究开发中心。", ["华中理工大学", "汉鼎公司"], ["汉鼎公司", "华中理工大学"]),
    ("市政府与华中理工大学签约,双方在城关镇合办枣阳研究开发中心。", ["华中理工大学"], ["华中理工大学"]),
    ("以汉鼎公司为依托,组建了枣阳研究开发中心。", ["汉鼎公司"], ["汉鼎公司"]),
    ("枣阳研究开发中心(依托汉鼎公司)通过验收。", ["汉鼎公司"], ["汉鼎公司"]),
    (
        "华中理工大学牵头,汉鼎公司参与,共同组建了枣阳研究开发中心。",
        ["华中理工大学", "汉鼎公司"],
        ["华中理工大学", "汉鼎公司"],
    ),
    ("汉鼎公司与华中理工大学开展合作,建立了枣阳研究开发中心。", ["汉鼎公司", "华中理工大学"], []),
    ("汉鼎公司获奖。枣阳研究开发中心通过验收。", ["汉鼎公司"], []),
    ("枣阳研究开发中心(华中理工大学,省与市共建)引入人才1名。", ["华中理工大学"], ["华中理工大学"]),
    ("争取组建枣阳研究开发中心,具体由汉鼎公司承建。", ["汉鼎公司"], ["汉鼎公司"]),
    ("枣阳研究开发中心4月投入使用,引入企业33家,由汉鼎公司负责经营。", ["汉鼎公司"], ["汉鼎公司"]),
    ("枣阳研究开发中心注册成立,由市政府与华中理工大学合办。", ["华中理工大学"], ["华中理工大学"]),
    ("枣阳研究开发中心被省备案,运营主体为汉鼎公司。", ["汉鼎公司"], ["汉鼎公司"]),
    ("枣阳研究开发中心被省备案,运营主体分别为汉鼎公司和华中理工大学。", ["汉鼎公司", "华中理工大学"], []),
    ("枣阳研究开发中心建成,引入企业3家,由汉鼎公司承担的项目通过验收。", ["汉鼎公司"], []),
]


@pytest.mark.parametrize(("text", "firms", "owners"), CASES, ids=[case[0][:16] for case in CASES])
def test_owner_is_told(text: str, firms: list[str], owners: list[str], lexicon: Lexicon) -> None:
    known = [*mentions_of(text, {"enterprise": firms, "platform": ["枣阳研究开发中心"]})]

    found = with_owners(paragraph(text), lexicon.words, sorted(known, key=lambda m: m.start))

    told = next(m for m in found if m.kind == "platform").attributes.get("owner") or ()
    assert isinstance(told, tuple)
    assert sorted(told) == sorted(owners)


def test_owners_are_told_one_by_one(lexicon: Lexicon) -> None:
    text = "城关镇“枣缘”众创空间、吴店镇“青禾”众创空间被省备案,运营主体分别为汉鼎公司和恒岭机电。"
    known = mentions_of(
        text, {"enterprise": ["汉鼎公司", "恒岭机电"], "platform": ["“枣缘”众创空间", "“青禾”众创空间"]}
    )

    found = with_owners(paragraph(text), lexicon.words, sorted(known, key=lambda m: m.start))

    assert [m.attributes.get("owner") for m in found if m.kind == "platform"] == [("汉鼎公司",), ("恒岭机电",)]


def test_station_of_a_firm_is_a_platform(lexicon: Lexicon) -> None:
    text = "怡源矿安的博士后创新实践基地获批,怡源矿安的研发中心3个。"
    known = [*mentions_of(text, {"enterprise": ["怡源矿安"]})]

    found = with_owners(paragraph(text), lexicon.words, known)

    assert [m.text for m in found if m.kind == "platform"] == ["怡源矿安的博士后创新实践基地"]


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("汉鼎公司与高校共建的“枣阳研究开发中心”正在筹建。", True),
        ("某院士考察汉鼎公司并就设立枣阳研究开发中心进行商谈。", True),
        ("汉鼎公司拟建枣阳研究开发中心。", True),
        ("汉鼎公司筹建枣阳研究开发中心,依托单位拟定为汉鼎公司。", True),
        ("指导汉鼎公司申报枣阳研究开发中心。", True),
        ("汉鼎公司的枣阳研究开发中心获批筹建。", False),
        ("汉鼎公司申报枣阳研究开发中心,11月获得批准。", False),
        ("汉鼎公司筹建的枣阳研究开发中心已挂牌。", False),
        ("拟引进人才5名,汉鼎公司枣阳研究开发中心承担培训。", False),
        ("汉鼎公司建成枣阳研究开发中心。", False),
    ],
)
def test_a_platform_to_come_is_a_target(text: str, target: bool, lexicon: Lexicon) -> None:
    known = [*mentions_of(text, {"enterprise": ["汉鼎公司"], "platform": ["枣阳研究开发中心"]})]

    found = with_owners(paragraph(text), lexicon.words, sorted(known, key=lambda m: m.start))

    told = next(m for m in found if m.kind == "platform")
    assert bool(told.attributes.get("target")) is target
