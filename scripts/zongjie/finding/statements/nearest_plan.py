"""Under which plan a project stands of which no rule tells it: the one plan next to it in its sentence, unless a word is against it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from zongjie.finding.statements.nearest import Window
from zongjie.model import Kind, Mention

_FARTHEST = 50  # characters from a plan to the title
_OTHERS: tuple[Kind, ...] = ("project", "platform", "honor", "policy", "event")
_HARD_PAUSE = re.compile("[。；;\n]")
# Between a plan and a title: the plan is told of something else.
_OTHER_MATTER = re.compile(
    "成果展|展览|展会|博览|表彰|大赛|会上|此外|另外|另有|还有|同时|以及|验收|结题|鉴定|奖(?![励补])|平台|中心|实验室|基地|园区|人才|贷|培训|管理|办法|制度|规划|编制|研讨|组织|召开|"
    "举办|培育|认定|高新技术企业|企业[0-9]|[、和及与]$"
)
_BRACKET = re.compile("[”》」]?[(（][“《「]?")
# Projects of some office behind a plan: 省科学研究与开发项目,投标区科技厅2个|公开招标科技项目|(“丙”).
_GIVER = re.compile("[厅局委部][^,，。;；]{0,16}(?:项目|课题)")
# A plan with another one in one list, or with the words of its own title behind: whose the project is cannot be told.
_LISTED = re.compile(
    "(?:重[点大])?(?:项目|课题)?(?:[0-9一二三四五六七八九十]+[项个])?(?:[、和与及]|以及)[^,，。;；]{0,4}$"
)
_COUNTED = re.compile("(?:重[点大])?(?:项目|课题)?[^,，。;；:：]{0,6}[0-9一二三四五六七八九十]+[项个]")


def plan_of(window: Window) -> Mention | None:
    """The plan that the project stands under by default: 用足|引导资金,甲公司的“丙”获得80万元; “丙”示范3处,|攻关计划|支持."""
    return _behind(window) or _before(window)


def plan_in_brackets(window: Window) -> Mention | None:
    """The plan that opens the brackets behind the title: “甲”(|省攻关|,15万元)、“乙”(|省星火|)."""
    for name in window.names:
        if name.kind == "program" and 0 < name.start - window.project.end < 4:
            opening = window.text[window.project.end : name.start]
            return name if _BRACKET.fullmatch(opening) else None
    return None


def _behind(window: Window) -> Mention | None:
    """The plan told behind the title, before any other name of a deed, and of nothing else."""
    text, at = window.text, window.project.end
    after = [m for m in window.names if at <= m.start < window.sentence.end]
    for n, name in enumerate(after):
        between = window.between(at, name.start)
        if (
            name.kind in _OTHERS
            or len(between) > _FARTHEST
            or _HARD_PAUSE.search(between)
            or _OTHER_MATTER.search(between)
        ):
            return None
        if name.kind == "program":
            # “甲”(省攻关)、“乙”(省星火); “甲”和“乙”分别获省攻关和…
            several = window.listed and (between.endswith(("(", "（")) or "分别" in between)
            return None if several or _is_of_next(text, name, after[n + 1 :]) else name
    return None


def _is_of_next(text: str, plan: Mention, after: Sequence[Mention]) -> bool:
    """Whether the plan is told of what follows it: …,|国家星火计划|“乙”; 省攻关计划|3项:…; 甲计划|和|乙计划."""
    following = after[0] if after else None
    if following is None or following.start - plan.end > _FARTHEST:
        return bool(_COUNTED.match(text, plan.end))
    between = text[plan.end : following.start]
    return bool(_COUNTED.match(between)) or following.kind == "project" or following.kind == "program"


def _before(window: Window) -> Mention | None:
    """The plan told before the title, with but parties between."""
    text, at = window.text, window.project.start
    ahead = [m for m in window.names if window.sentence.start <= m.start and m.end <= at]
    for n in range(len(ahead) - 1, -1, -1):
        name = ahead[n]
        between = window.between(name.end, at)
        if name.kind in _OTHERS or len(between) > _FARTHEST or _OTHER_MATTER.search(between) or _GIVER.search(between):
            return None
        if name.kind == "program":
            other = ahead[n - 1] if n else None
            listed = other and other.kind == "program" and _LISTED.fullmatch(text, other.end, name.start)
            return None if listed else name
    return None
