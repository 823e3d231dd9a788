"""The file of names: readings, packed slugs, and its size."""

from __future__ import annotations

import gzip
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.make import mention, record
from zongjie.model import Entity, Knowledge
from zongjie.pages.search_names import names_script
from zongjie.pages.search_slugs import Slugs, base36
from zongjie.pages.syllables import syllables
from zongjie.resolving.ids import slug

RECORDS = ("half-year-1", "half-year-12")


@pytest.mark.parametrize(
    ("name", "character", "readings"),
    [
        ("重庆", "重", {"zhong", "chong"}),
        ("长治", "长", {"zhang", "chang"}),
        ("音乐", "乐", {"le", "yue"}),
        ("银行", "行", {"xing", "hang"}),
        ("成都", "都", {"dou", "du"}),
        ("六安", "六", {"liu", "lu"}),
        ("绿色", "绿", {"lv", "lu"}),
        ("石油", "石", {"shi"}),
        ("广西", "广", {"guang"}),
    ],
)
def test_readings(name: str, character: str, readings: set[str]) -> None:
    table = syllables([name])
    assert {table.usual[character], *table.more.get(character, ())} == readings


def test_common_characters_are_known_though_no_name_has_them() -> None:
    assert syllables([]).usual["蜂"] == "feng"


@pytest.mark.parametrize(
    ("name", "told", "packed"),
    [
        ("河北常山生化药业股份有限公司", "changshan-shenghua-yaoye", "2222"),
        ("清华大学", "qinghuadaxue", "04"),
        ("xx轴瓦有限公司", "half-year-12-xx-zhouwa", "1@022"),
        ("维威制药公司", "weiwei-zhiyao-7b1022", "022#7b1022"),
        ("LED倒装芯片", "led-daozhuang-xinpian", "0322"),
        ("“136”工程", "136-gongcheng", "043"),
        ("常山生化", "something-else", "=something-else"),
    ],
)
def test_packed_slugs(name: str, told: str, packed: str) -> None:
    slugs = Slugs(syllables([name]).usual, RECORDS)
    assert slugs.pack(told, name) == packed
    assert slugs.unpack(packed, name) == told


@settings(deadline=None, max_examples=60)
@given(st.text(alphabet="常山生化重庆长安行乐x*20()“”—- LEDЯ𠀀", min_size=1, max_size=30))
def test_any_slug_comes_back(name: str) -> None:
    slugs = Slugs(syllables([name]).usual, RECORDS)
    for told in (slug(name), f"half-year-1-{slug(name)}", f"{slug(name)}-0a1b2c"):
        assert slugs.unpack(slugs.pack(told, name), name) == told


@pytest.mark.parametrize(("number", "digits"), [(0, "0"), (35, "z"), (36, "10"), (1295, "zz")])
def test_base36(number: int, digits: str) -> None:
    assert base36(number) == digits


def knowledge(count: int) -> Knowledge:
    """`count` firms, each in one of 40 records."""
    records = tuple(replace(record("", f"r-{number}"), title=f"总结{number}") for number in range(1, 41))
    brands, trades = (
        "恒华兴永丰金泰安信达利康宏盛隆源通瑞祥和",
        ("药业", "食品", "机械", "饲料", "化工", "生物科技", "农业开发"),
    )
    entities = []
    for number in range(count):
        brand = brands[number % 20] + brands[number // 20 % 20] + brands[number // 400 % 20]
        name = f"河北{brand}{trades[number % 7]}有限公司"
        told = replace(records[number * 17 % 40], text=name)
        entities.append(
            Entity(f"enterprise/{slug(name)}", "enterprise", name, (name[2:-4],), (mention(told, "enterprise", name),))
        )
    return Knowledge("none", records, tuple(entities), (), ())


def test_names_are_small() -> None:
    size = {count: len(gzip.compress(names_script(knowledge(count)).encode())) for count in (0, 1500)}
    assert (size[1500] - size[0]) / 1500 < 25
    assert size[0] < 16_000


def test_script_depends_on_nothing_but_knowledge() -> None:
    few = knowledge(20)
    assert names_script(few) == names_script(replace(few, entities=few.entities[::-1]))
    assert names_script(few).startswith("window.zongjieNames = {")
