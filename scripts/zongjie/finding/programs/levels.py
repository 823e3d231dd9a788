"""The level of a plan, a fund or a project: 国家, 省, 市 or 县, as the words before its name tell it."""

from __future__ import annotations

import re

from zongjie.lexicon.places import Gazetteer

# Blanked and written years: 2009年, xx年, 20xx年度, 20__年.
YEAR = r"(?:(?:(?:19|20)\d\d|20[xX×*_]{2}|[xX×*_]{2,4}|[〇○零一二三四五六七八九]{4}|\d\d)(?:年度|年))"

# A five-year plan between the level and the name: 国家“十一五”科技支撑计划.
PERIOD = r"(?:[“\"]?(?:[六七八九]|十[一二三四]?)五[”\"]?(?:期间|时期)?)"

_OFFICE = (
    r"(?:科学技术|科技|科|知识产权|农业农村|农业|农|经贸|经信|工信|经|发改|计|地震|卫生计生|卫计|卫健|卫生|教育|林业|水利|畜牧|财政|人社|商务)?"
    r"(?:厅|委员会|委|局|部|办)"
)
_RUNGS = {
    "国家": r"国[家度](?:级|科技部|科委|发改委|知识产权局|自然科学基金委)?|中央(?:级|财政)?|全国",
    "省": rf"(?:本省|全省|省(?!际))(?:级|部级|部|本级|{_OFFICE})?|(?:全区|自治区|兵团)(?:级|本级|{_OFFICE})?|直辖市",
    "市": rf"(?:师市|本市|全市|全州|市(?!场|民|值|政)|州|盟|地区)(?:级|本级|{_OFFICE})?",
    "县": rf"(?:本县|本区|全县|全旗|县(?!域|城)|(?<![新范业验发税能农矿厂校街湾辖景库])区(?!域|间|位|别|块)|旗(?!下|舰))(?:级|本级|{_OFFICE})?",
}
# A level word before a name: 国家级, 省科技厅, 县本级.
LEVEL_WORD = "(?:" + "|".join(_RUNGS.values()) + ")"
_RUNG = re.compile("|".join(f"(?P<{name}>{words})" for name, words in _RUNGS.items()))
# Whose the program is, where the name itself does not say so: 科技部|科技型中小企业创新基金, 国家发改委的|….
_GIVEN_BY = re.compile(
    r"(?:国家[^,，。;；、:：和与及“”\s]{0,8}(?:部|委|局|总局|办)|国务院|(?<![市省区县州旗])(?:科技部|科学技术部|工信部|农业部|农业农村部|财政部|教育部|商务部))"
    r"(?:的|下达的|设立的)?[“「]?$"
)
# Levels that a plan of a place is one of: 国家、省、|营口市科技计划.
_LEVELS = re.compile(r"(?:国家|(?<!\w)[部省市州]|自治区|[省市]级)(?:[、和及与]|以及)$")
_OF_TAIL = (
    ("省", "省"),
    ("自治区", "省"),
    ("兵团", "省"),
    ("自治州", "市"),
    ("盟", "市"),
    ("县", "县"),
    ("旗", "县"),
    ("区", "县"),
)
# Where 市 is as high as a province.
MUNICIPALITIES = ("北京市", "天津市", "上海市", "重庆市")
_OF_DIVISION = {"province": "省", "city": "市", "county": "县"}


def level_of(words: str, gazetteer: Gazetteer, municipality: bool = False) -> str | None:
    """The level that `words` before a name tell: 国家级 → 国家, 自治区科技厅 → 省, 丽水市 → 市, 河北 → 省.

    `municipality` is True for a text from 北京, 天津, 上海 or 重庆, where 市 is as high as a province.
    """
    place = re.sub(rf"{YEAR}|级$", "", words)
    divisions = gazetteer.named(place)
    if divisions:
        return _OF_DIVISION[divisions[0].level]
    if found := rung_of(words, municipality):
        return found
    for tail, level in _OF_TAIL:
        if place.endswith(tail):
            return level
    if place.endswith("市"):
        return "省" if municipality else "市"
    return "市" if place.endswith("州") else None  # 海西州


def is_of_state(before: str) -> bool:
    """Whether the words `before` a name that has no level say that the state gives it: 申报科技部|科技型中小企业创新基金."""
    return bool(_GIVEN_BY.search(before))


def after_levels(text: str, at: int) -> bool:
    """Whether the place at `at` ends a list of levels, so that no plan is meant by name: 申报国家、省、|营口市科技计划项目."""
    return bool(_LEVELS.search(text, max(0, at - 5), at))


def rung_of(words: str, municipality: bool = False) -> str | None:
    """The level that `words` begin with, None where they begin with a name: 国家试点 → 国家, 州级 → 市."""
    found = _RUNG.match(words)
    level = found.lastgroup if found else None
    return "省" if municipality and level == "市" else level
