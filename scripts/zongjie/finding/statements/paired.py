"""Who goes with what where one list is told of another: “甲”、“乙”分别列入国家火炬计划和省星火计划."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from zongjie.finding.programs.levels import LEVEL_WORD, rung_of
from zongjie.model import Mention, Predicate

_ONE_BY_ONE = re.compile("分别(?!是|为|由)|[分各](?:获|得|列|属)")
# What may stand between the programs of such a list: 国家创新基金|70万元和|省创新基金.
_NEXT = re.compile("[^,，。;；、]{0,14}[、和与及][^,，。;；、和与及]{0,6}")
# 计划的|国家试点和省级试点: each of a list has a level of its own.
_LEVEL = rf"{LEVEL_WORD}(?:重点|重大|一般|试点|示范|立项|项目|课题|计划|支持)*"
_LEVELS = re.compile(rf"[的中]?(?P<levels>{_LEVEL}(?:[、和与及]{_LEVEL})+)")
# 分别列入|国家级和|省级星火计划: the levels before the last one, whose programs have no name.
_LEVELS_BEFORE = re.compile(rf"(?:{_LEVEL}[、和与及])+$")


@dataclass(frozen=True, slots=True)
class Pair:
    """A subject with its object; `level` is told of this pair alone, None where the object's own level holds."""

    subject: Mention | None
    object: Mention | None
    level: str | None = None


def paired(
    subjects: Sequence[Mention | None], objects: Sequence[Mention | None], words: str, following: Sequence[Pair] = ()
) -> list[Pair]:
    """Each subject with each object; one by one where the `words` between say so and both are as many.

    `following` are the pairs that the words behind tell, where there is more than `words` say.
    """
    if following:
        return list(following)
    if len(subjects) > 1 and _ONE_BY_ONE.search(words):
        if len(subjects) == len(objects):
            return [Pair(one, other) for one, other in zip(subjects, objects, strict=True)]
        if len(objects) > 1 or words[-1] in "和与及、":  # 分别列入甲计划和…: who is under which cannot be told
            return []
    return [Pair(one, other) for one in subjects for other in objects]


def is_one_by_one(words: str, predicate: Predicate) -> bool:
    """Whether `words` tell one list of another: 分别列入, 分获; 分别由 only of who undertakes what."""
    return "分别" in words if predicate == "undertakes" else bool(_ONE_BY_ONE.search(words))


def of_programs(
    text: str, projects: Sequence[Mention | None], program: Mention, programs: Sequence[Mention], municipality: bool
) -> list[Pair] | None:
    """The pairs of several `projects` that were put one by one on `program` and those of `programs` behind it.

    None where the words behind tell of no other program or level, so that all are under this one. What is told of another
    number of programs or levels than there are projects goes to nobody.
    """
    listed = [program]
    for other in programs:
        if other.start >= listed[-1].end and _NEXT.fullmatch(text, listed[-1].end, other.start):
            listed.append(other)
    if len(listed) > 1:
        return _zip(projects, listed) if len(listed) == len(projects) else []
    behind = _LEVELS.match(text, program.end)
    if behind:
        told = [rung_of(level, municipality) for level in re.split("[、和与及]", behind["levels"])]
        if len(told) != len(projects):
            return []
        return [Pair(project, program, level) for project, level in zip(projects, told, strict=True)]
    before = _LEVELS_BEFORE.search(text, max(0, program.start - 16), program.start)
    return [Pair(projects[-1], program)] if before else None


def of_projects(parties: Sequence[Mention | None], listed: Sequence[Mention]) -> list[Pair] | None:
    """The pairs of several `parties` that undertook one by one the projects `listed`: 甲厂、乙厂分别承担“甲”、“乙”."""
    if len(listed) < 2:
        return None
    return _zip(parties, listed) if len(parties) == len(listed) else []


def _zip(subjects: Sequence[Mention | None], objects: Sequence[Mention]) -> list[Pair]:
    return [Pair(one, other) for one, other in zip(subjects, objects, strict=True)]
