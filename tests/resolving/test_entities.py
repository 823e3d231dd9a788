"""Mentions of all records → entities: names, ids, reach."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pytest

from tests.make import mention, record
from zongjie.lexicon.places import Gazetteer
from zongjie.model import BlockPair, Duplicate, Entity, Mention, Record, Region
from zongjie.resolving.entities import resolve
from zongjie.resolving.ids import assign_ids, slug

ZHENGDING = Region("河北省", "石家庄市", "正定县")
LINLI = Region("湖南省", "常德市", "临澧县")


def entities(*pairs: tuple[Record, list[Mention]], gazetteer: Gazetteer) -> tuple[Entity, ...]:
    records = [one for one, _ in pairs]
    return resolve(records, {one.id: mentions for one, mentions in pairs}, gazetteer)[0]


def test_the_fullest_form_names_the_entity(gazetteer: Gazetteer) -> None:
    text = record("河北常山生化药业股份有限公司;常山生化;常山生化", region=ZHENGDING)
    full = mention(text, "enterprise", "河北常山生化药业股份有限公司")
    short = [mention(text, "enterprise", "常山生化", nth=n, full=full.text) for n in (1, 2)]
    (one,) = entities((text, [full, *short]), gazetteer=gazetteer)
    assert one.name == "河北常山生化药业股份有限公司"
    assert one.aliases == ("常山生化",)
    assert one.id == "enterprise/changshan-shenghua-yaoye"


def test_a_program_that_records_call_differently_has_its_name_from_the_lexicon(gazetteer: Gazetteer) -> None:
    forms = ("国家科技富民强县重大科技专项", "国家科技富民强县专项行动计划项目")
    pairs = []
    for number, form in enumerate(forms):
        text = record(form, f"a-{number}")
        pairs.append((text, [mention(text, "program", form, canonical="科技富民强县专项行动计划", level="国家")]))
    (one,) = entities(*pairs, gazetteer=gazetteer)
    assert one.name == "科技富民强县专项行动计划"
    assert set(one.aliases) == set(forms)
    (alone,) = entities(pairs[0], gazetteer=gazetteer)
    assert alone.name == forms[0]


def test_a_title_of_the_whole_nation_is_one_whoever_tells_of_it(gazetteer: Gazetteer) -> None:
    first, second = record("高新技术企业", "a-1", region=ZHENGDING), record("高新技术企业", "b-1", region=LINLI)
    pairs = [(one, [mention(one, "honor", one.text, national=True)]) for one in (first, second)]
    assert len(entities(*pairs, gazetteer=gazetteer)) == 1


def test_a_blanked_name_belongs_to_its_record(gazetteer: Gazetteer) -> None:
    first, second = record("xx轴瓦有限公司", "a-1"), record("xx轴瓦有限公司", "b-1")
    found = entities(
        (first, [mention(first, "enterprise", first.text)]),
        (second, [mention(second, "enterprise", second.text)]),
        gazetteer=gazetteer,
    )
    assert len(found) == 2
    assert all(entity.mentions[0].record in entity.id for entity in found)


@pytest.mark.parametrize(
    ("kind", "name", "same_region", "entity_count"),
    [
        ("enterprise", "石家庄维奥化工有限公司", False, 1),
        ("enterprise", "明光食品", True, 1),
        ("enterprise", "明光食品", False, 2),
        ("institution", "县妇幼保健院", True, 1),
        ("institution", "县妇幼保健院", False, 2),
        ("institution", "内蒙古民族大学", False, 1),
        ("policy", "中华人民共和国防震减灾法", False, 1),
        ("event", "科技活动周", True, 2),
        ("enterprise", "恒源食品有限公司", False, 2),
        ("enterprise", "恒诺(福建)鞋塑科技有限公司", False, 1),
        ("institution", "动物疫病预防控制中心", False, 2),
        ("institution", "江南大学食品学院", False, 1),
        ("platform", "电子商务公共服务中心", False, 2),
        ("platform", "国家大豆工程技术研究中心", False, 1),
        ("honor", "科技工作先进单位", False, 2),
        ("project", "优质小麦产业化开发项目", False, 2),
        ("policy", "科技进步奖励办法", False, 2),
        ("policy", "科技奖励办法", True, 1),
        ("place", "城关镇", False, 2),
        ("place", "正定县", False, 1),
    ],
)
def test_how_far_a_name_reaches(kind, name, same_region, entity_count, gazetteer: Gazetteer) -> None:
    first = record(name, "a-1", ZHENGDING)
    second = record(name, "b-1", ZHENGDING if same_region else LINLI)
    found = entities(
        (first, [mention(first, kind, name)]), (second, [mention(second, kind, name)]), gazetteer=gazetteer
    )
    assert len(found) == entity_count


@pytest.mark.parametrize(
    ("one", "other", "level", "entity_count"),
    [
        ("河北省科技攻关计划", "湖南省科技攻关计划", "省", 2),
        ("石家庄市科技攻关计划", "常德市科技攻关计划", "市", 2),
        ("省科技攻关计划", "湖南省科技攻关计划", "省", 2),
        ("省科技攻关计划", "河北省科技攻关计划", "省", 1),
        ("国家科技攻关计划", "科技攻关计划", "国家", 1),
    ],
)
def test_whose_a_program_is_tells_it_apart(one, other, level, entity_count, gazetteer: Gazetteer) -> None:
    first, second = record(one, "a-1", ZHENGDING), record(other, "b-1", ZHENGDING if "湖南" not in other else LINLI)
    pairs = [
        (text, [mention(text, "program", text.text, canonical="科技攻关计划", level=level)]) for text in (first, second)
    ]
    assert len(entities(*pairs, gazetteer=gazetteer)) == entity_count


@pytest.mark.parametrize(
    ("kind", "one", "other", "entity_count"),
    [
        ("institution", "县农业技术推广中心", "正定县农业技术推广中心", 1),
        ("institution", "正定农业技术推广中心", "河北省石家庄市正定县农业技术推广中心", 1),
        ("institution", "县人民医院", "石家庄市人民医院", 2),
        ("institution", "市第一医院", "石家庄市第一医院", 1),
        ("enterprise", "正定县恒源食品有限公司", "恒源食品有限公司", 1),
        ("enterprise", "正定县恒源食品有限公司", "石家庄市恒源食品有限公司", 2),
        ("enterprise", "县酒厂", "正定县酒厂", 1),
        ("honor", "省科技进步奖", "河北省科技进步奖", 1),
        ("program", "省重大科技项目", "河北省重大科技项目", 1),
    ],
)
def test_a_place_left_out_or_told_in_relation_is_the_bureaus(kind, one, other, entity_count, gazetteer) -> None:
    first, second = record(one, "a-1", ZHENGDING), record(other, "b-1", ZHENGDING)
    found = entities(
        (first, [mention(first, kind, one)]), (second, [mention(second, kind, other)]), gazetteer=gazetteer
    )
    assert len(found) == entity_count


def test_a_repeated_paragraph_names_the_same_things(gazetteer: Gazetteer) -> None:
    first = record("南宁维威制药公司\n*区信息网\n明光食品", "a-1")
    second = record("*区信息网\n明光食品", "b-1")
    second = replace(second, duplicate_of=(Duplicate("a-1", (BlockPair("p1", "p2", 1.0),)),))
    names = {"a-1": [("platform", "*区信息网"), ("enterprise", "明光食品")]}
    mentions = [[mention(text, kind, name) for kind, name in names["a-1"]] for text in (first, second)]
    found = entities((first, mentions[0]), (second, mentions[1]), gazetteer=gazetteer)
    assert [entity.name for entity in found] == ["明光食品", "明光食品", "*区信息网"]


def test_ids_do_not_depend_on_order(gazetteer: Gazetteer) -> None:
    texts = [record("盛华集团", "a-1", ZHENGDING), record("生化集团", "b-1", LINLI), record("圣花集团", "c-1")]
    pairs = [(text, [mention(text, "enterprise", text.text)]) for text in texts]
    results = {entities(*order, gazetteer=gazetteer) for order in itertools.permutations(pairs)}
    assert len(results) == 1
    assert len({entity.id for entity in results.pop()}) == 3


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("常山生化药业", "changshan-shenghua-yaoye"),
        ("EBT传动", "ebt-chuandong"),
        ("国家863计划", "guojia-863-jihua"),
        ("***", "x"),
        ("绿之源", "lvzhiyuan"),
    ],
)
def test_slug(name: str, expected: str) -> None:
    assert slug(name) == expected


@pytest.mark.parametrize("name", ["index", "INDEX", "readme"])
def test_no_slug_is_that_of_a_folder(name: str) -> None:
    assert slug(name).startswith(f"{name.lower()}-")


def test_a_long_name_gets_a_short_slug_that_tells_it_apart() -> None:
    long = "科技活动周国家高性能液压件高新技术产业化基地骨干企业知识产权培训"
    assert len(slug(long)) <= 80
    assert slug(long) != slug(long + "班")


def test_homophones_all_get_a_suffix() -> None:
    ids = assign_ids({"甲": "enterprise/a", "乙": "enterprise/a", "丙": "enterprise/b"})
    assert ids["丙"] == "enterprise/b"
    assert ids["甲"] != ids["乙"]
    assert ids["甲"].startswith("enterprise/a-")


@pytest.mark.parametrize("name", ["重庆市", "通辽市", "南阳市"])
def test_a_city_is_one_though_a_county_was_once_called_so(name: str, gazetteer: Gazetteer) -> None:
    first, second = record(name, "a-1", region=ZHENGDING), record(name, "b-1", region=LINLI)
    found = entities(*((one, [mention(one, "place", name)]) for one in (first, second)), gazetteer=gazetteer)
    assert [len(one.mentions) for one in found] == [2]
