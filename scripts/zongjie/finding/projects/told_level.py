"""The level of a project that stands under no program by name: 实施州级项目“…”, 地区科委下达的“…”课题, “…”等3个区级项目."""

from __future__ import annotations

import re
from collections.abc import Sequence

from zongjie.finding.programs.levels import LEVEL_WORD, rung_of
from zongjie.model import Span

_CLASS = r"(?:重点|重大|一般|科技|科研|攻关|创新|农业|工业|推广|指导性)*"
_PROJECT = rf"{_CLASS}(?:计划)?(?:项目|课题|专题)"
_OWN = r"(?<![全我本各园城社])"
# Right before the title, or before the first of its list.
_BEFORE = re.compile(
    rf"{_OWN}(?P<level>{LEVEL_WORD})(?:(?:下达|立项|安排|资助|支持|列入|批准)的?{_PROJECT}?|{_PROJECT})(?:[0-9一二两三四五六七八九十]+[项个])?[:：]?[“「《]?$"
)
_GIVEN = re.compile(rf"{_OWN}(?P<level>{LEVEL_WORD})(?:下达|立项|安排|资助)的[“「《]?$")
_LIST = r"(?:[”」》](?:、|和|与|及|以及)?[^,，。;；“”「」《》]{0,20}[“「《][^“”「」《》]{2,60})*"
_BEHIND = re.compile(
    rf"{_LIST}[”」》]?(?:等)?(?:[0-9一二两三四五六七八九十]+[项个])?(?:项目|课题)?[,，]?"
    rf"(?:(?:均|都|已|也|被|又)*(?:列入|列为|立为|确定为|批准为|纳入|属于?|系|是|为|作为)(?:了|今年|当年|本年度)?)?{_OWN}(?P<level>{LEVEL_WORD}){_PROJECT}"
)
# Behind it without the word 项目: 胶囊获|市局|立项扶持, “甲”和“乙”分别获得|省科技厅|30万元.
_GRANTED = re.compile(
    rf"{_LIST}[”」》]?(?:等)?(?:[0-9一二两三四五六七八九十]+[项个])?(?:项目|课题)?[,，]?(?:分别|均|都|已|也|又|喜|先后|成功)*(?:获得?|得到|争取到)了?{_OWN}(?P<level>{LEVEL_WORD})(?:科技)?(?:专项)?(?:批准|重点)?(?:立项|资助|支持|扶持|[0-9][0-9.]*万元)"
)


_LEVELS = rf"{LEVEL_WORD}(?:{_CLASS}|试点|示范|立项)(?:[、和与及]{LEVEL_WORD}(?:{_CLASS}|试点|示范|立项))+"
# “甲”、“乙”分别列入|国家级和省级|星火计划; not 分别申报.
_EACH = re.compile(
    rf"[”」》]?(?:等)?(?:[0-9一二两三四五六七八九十]+[项个])?(?:项目|课题)?[,，]?分别(?:被|已)?(?:列入|列为|纳入|进入|入选|获得?|获批|确定为|批准为|立为)"
    rf"(?:了|为)?[^,，。;；“”和与及、]{{0,16}}?(?P<levels>{_LEVELS})"
)
_LIST_LINK = re.compile("[”」》]?(?:[、和与及]|以及)[^,，。;；“”]{0,24}[“「《]?")


def levels_one_by_one(text: str, sentence: Span, inside: Sequence[Span], municipality: bool) -> dict[Span, str]:
    """The levels of the projects of a sentence that got one each: “甲”、“乙”分别列为国家和省级富民强县试点.

    `inside` are the sentence's projects in order. Where there are more levels or fewer than projects, nothing is told.
    """
    if "分别" not in text[sentence.start : sentence.end]:
        return {}
    for last, span in enumerate(inside):
        found = _EACH.match(text, span.end, sentence.end)
        if not found:
            continue
        first = last
        while first and _LIST_LINK.fullmatch(text, inside[first - 1].end, inside[first].start):
            first -= 1
        levels = [rung_of(one, municipality) for one in re.split("[、和与及]", found["levels"])]
        if len(levels) == last - first + 1:
            return {one: level for one, level in zip(inside[first : last + 1], levels, strict=True) if level}
    return {}


def told_level(text: str, sentence: Span, project: Span, municipality: bool) -> str | None:
    """The level that the words right around the project tell, None where they tell none.

    `municipality` is True for a text from 北京, 天津, 上海 or 重庆, where 市 is as high as a province.
    """
    before = text[max(sentence.start, project.start - 40) : project.start]
    found = _BEFORE.search(before) or _GIVEN.search(before) or _BEHIND.match(text, project.end, sentence.end)
    found = found or _GRANTED.match(text, project.end, sentence.end)
    return rung_of(found["level"], municipality) if found else None
