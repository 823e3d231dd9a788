"""Several parties and as many projects, told one by one: 甲厂、乙厂、丙公司三家的“丁”“戊”和“己”分别列入…."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from zongjie.finding.statements.masked import PARTIES
from zongjie.model import Mention, Span

_JOINED = re.compile("(?:[(（][^()（）\n]{1,20}[)）])?(?:[、，,和与及]|以及)")
_EACH = re.compile("分别|依次|各[获得自承有]")
_COUNTED = re.compile("(?:等)?[两二三四五六七八九十0-9]+[家个]")


def one_by_one(text: str, sentence: Span, names: Sequence[Mention]) -> Mapping[Mention, Mention | None]:
    """Which of the parties undertakes which project of the sentence; None where the words do not tell whose one is.

    Empty where the sentence tells of no such lists. `names` are those that lie in no other, in reading order.
    """
    inside = [m for m in names if sentence.start <= m.start < sentence.end]
    projects = [m for m in inside if m.kind == "project"]
    if len(projects) < 2:
        return {}
    parties = _list_before(text, inside, projects[0])
    if len(parties) < 2 or any(m.kind in PARTIES and m.start > projects[0].start for m in inside):
        return {}
    if not _is_each(text, parties, projects[0].start, sentence.end):
        return {}
    if len(parties) != len(projects):
        return dict.fromkeys(projects)
    return dict(zip(projects, parties, strict=True))


def _list_before(text: str, names: Sequence[Mention], project: Mention) -> Sequence[Mention]:
    """The parties of the one list before the first project, none where others stand before it, too."""
    parties = [m for m in names if m.kind in PARTIES and m.end <= project.start and text[m.start - 1] not in "(（"]
    one_list = all(_JOINED.fullmatch(text, a.end, b.start) for a, b in pairwise(parties))
    return parties if one_list else ()


def _is_each(text: str, parties: Sequence[Mention], first: int, end: int) -> bool:
    """Whether each party has one of its own: told before the titles, or behind those of firms that are counted or alike."""
    if _EACH.search(text, parties[-1].end, first):
        return True
    alike = all(m.kind == "enterprise" for m in parties) or _COUNTED.match(text, parties[-1].end)
    return bool(alike and _EACH.search(text, first, end))
