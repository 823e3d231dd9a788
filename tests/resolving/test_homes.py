"""What is at home where: firms by the texts that name them, records by the places they come from."""

from __future__ import annotations

import pytest

from tests.make import mention, record
from zongjie.lexicon.places import Gazetteer
from zongjie.model import Entity, Record, Region
from zongjie.resolving.homes import records_of_places, stands_in

DASHIQIAO = Region("辽宁省", "营口市", "大石桥市")
LUZHOU = Region("四川省", "泸州市", None)
CHAOYANG = Region("吉林省", "长春市", "朝阳区")


def place(name: str, *named_in: Record) -> Entity:
    return Entity(f"place/{name}", "place", name, (), tuple(mention(one, "place", name) for one in named_in), {})


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("正定县金石公司", "正定县金石公司", True),
        ("盛华集团", "我县盛华集团", True),
        ("盛华集团", "正定的“盛华集团", True),
        ("盛华集团", "走访了盛华集团", False),
        ("常山公司", "与石家庄市的常山公司", False),
    ],
)
def test_a_firm_stands_where_a_text_puts_it(name: str, text: str, expected: bool) -> None:
    own = record(text)
    firm = Entity("enterprise/x", "enterprise", name, (), (mention(own, "enterprise", name),), {})
    assert stands_in(firm, "正定县", {own.id: own}) == expected


def test_a_province_has_the_records_of_its_counties(gazetteer: Gazetteer) -> None:
    county, city = record("辽宁", "a-1", region=DASHIQIAO), record("四川省泸州市", "b-1", region=LUZHOU)
    places = [
        place("辽宁省"),
        place("辽宁", county),
        place("营口市"),
        place("大石桥市"),
        place("四川省", city),
        place("河北省"),
    ]
    found = records_of_places(places, (county, city), gazetteer)
    assert {name.partition("/")[2]: [one.id for one in those] for name, those in found.items()} == {
        "辽宁省": ["a-1"],
        "辽宁": ["a-1"],
        "营口市": ["a-1"],
        "大石桥市": ["a-1"],
        "四川省": ["b-1"],
        "河北省": [],
    }


def test_of_counties_that_share_a_name_each_has_its_own(gazetteer: Gazetteer) -> None:
    own = record("朝阳区科技局", "a-1", region=CHAOYANG)
    other = record("北京市朝阳区", "b-1", region=LUZHOU)
    here = Entity("place/1", "place", "朝阳区", (), (mention(own, "place", "朝阳区"),), {})
    there = Entity("place/2", "place", "朝阳区", (), (mention(other, "place", "朝阳区"),), {})
    found = records_of_places((here, there), (own, other), gazetteer)
    assert [one.id for one in found["place/1"]] == ["a-1"]
    assert found["place/2"] == ()
