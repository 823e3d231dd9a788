"""The gazetteer: names, former names, short names, and what is no place."""

from __future__ import annotations

from pathlib import Path

import pytest

from zongjie.errors import InputError
from zongjie.lexicon.places import Gazetteer, read_gazetteer, short_names


@pytest.mark.parametrize(
    ("name", "shorts"),
    [
        ("广西壮族自治区", ("广西", "广西自治区")),
        ("内蒙古自治区", ("内蒙古", "内蒙古自治区")),
        ("新疆维吾尔自治区", ("新疆", "新疆自治区")),
        ("黔东南苗族侗族自治州", ("黔东南", "黔东南州", "黔东南自治州")),
        ("双江拉祜族佤族布朗族傣族自治县", ("双江", "双江县", "双江自治县")),
        ("鄂温克族自治旗", ("鄂温克旗",)),
        ("香港特别行政区", ("香港",)),
        ("浦东新区", ("浦东",)),
        ("大兴安岭地区", ("大兴安岭",)),
        ("横县", ()),
        ("正定县", ("正定",)),
    ],
)
def test_short_names(name: str, shorts: tuple[str, ...]) -> None:
    assert short_names(name) == shorts


@pytest.mark.parametrize(
    ("name", "full", "province", "city"),
    [
        ("正定县", "正定县", "河北省", "石家庄市"),
        ("正定", "正定县", "河北省", "石家庄市"),
        ("横县", "横县", "广西壮族自治区", "南宁市"),
        ("横州市", "横州市", "广西壮族自治区", "南宁市"),
        ("恩施州", "恩施土家族苗族自治州", "湖北省", "恩施土家族苗族自治州"),
        ("南宁地区", "南宁地区", "广西壮族自治区", "南宁地区"),
        ("前郭县", "前郭尔罗斯蒙古族自治县", "吉林省", "松原市"),
        ("石河子市", "石河子市", "新疆维吾尔自治区", None),
    ],
)
def test_names_lead_to_divisions(gazetteer: Gazetteer, name: str, full: str, province: str, city: str | None) -> None:
    found = gazetteer.named(name)

    assert (full, province, city) in {(d.name, d.province, d.city) for d in found}


def test_ambiguous_names_give_all(gazetteer: Gazetteer) -> None:
    assert len({(d.province, d.city) for d in gazetteer.named("鼓楼区")}) >= 4
    assert {d.level for d in gazetteer.named("吉林")} == {"province", "city"}


def test_former_names_are_marked(gazetteer: Gazetteer) -> None:
    assert all(d.former for d in gazetteer.named("横县"))
    assert not any(d.former for d in gazetteer.named("横州市"))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("在河北省石家庄市正定县召开", ["河北省", "石家庄市", "正定县"]),
        ("与上海、广东和黔东南州合作", ["上海", "广东", "黔东南州"]),
        ("到霍林郭勒考察", ["霍林郭勒"]),
        ("甘肃省合作市科技局", ["甘肃省", "合作市"]),
        ("开展合作,和平发展,资源共享,振兴经济", []),
        ("在安化镇、庆阳镇和朝阳街设点", []),
        ("科技创新县域行动、提高县级能力、和县委一起", []),
        ("安徽省和县科技局", ["安徽省", "和县"]),
        ("城区道路和郊区蔬菜", []),
        ("太原市北城区", ["太原市", "北城区"]),
        ("鄂温克族群众", []),
        ("新疆和田", ["新疆", "和田"]),
        ("赴青岛", ["青岛"]),
    ],
)
def test_scan(gazetteer: Gazetteer, text: str, names: list[str]) -> None:
    assert [text[span.start : span.end] for span, _ in gazetteer.scan(text)] == names


def test_scan_gives_the_divisions(gazetteer: Gazetteer) -> None:
    ((_, divisions),) = gazetteer.scan("泸县科技局")

    assert [(d.name, d.province) for d in divisions] == [("泸县", "四川省")]


def test_a_broken_table_is_refused(tmp_path: Path) -> None:
    (tmp_path / "places.yml").write_text("常用词: []\n", encoding="utf-8")
    (tmp_path / "places.tsv").write_text("# 表头\n河北省\t石家庄市\n", encoding="utf-8")

    with pytest.raises(InputError, match="第 2 行:应有五栏"):
        read_gazetteer(tmp_path / "places.tsv")


def test_an_alias_needs_a_full_name(tmp_path: Path) -> None:
    (tmp_path / "places.yml").write_text("俗称:\n  - {name: 甲县, full: 没有的县}\n", encoding="utf-8")
    (tmp_path / "places.tsv").write_text("河北省\t石家庄市\t是\t正定县\t\n", encoding="utf-8")

    with pytest.raises(InputError, match="没有的县"):
        read_gazetteer(tmp_path / "places.tsv")
