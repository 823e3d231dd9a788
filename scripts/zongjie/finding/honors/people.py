"""Persons who win: a name between an office before it and a title behind it (四新岗镇养鸭大户|龚大毛, |郭绍良|主任医师)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from zongjie.lexicon.words import Words
from zongjie.lexicon.wordset import WordRun

_HAN = "\u4e00-\u9fff"
_FOREIGN = re.compile(rf"[{_HAN}]{{2,6}}·[{_HAN}]{{2,6}}$")  # 阿依古丽·买买提
_BRACKET = re.compile(r"[（(][^（）()]{2,24}[)）]$")  # 罗国梁（州农业科学研究所研究员）
_NO_NAME = re.compile("^全|[区县市省镇乡村旗州局厂院所站场店社队组部股室办项共均也都已被其为等的家]")


@dataclass(frozen=True)
class People:
    """Reads a person's name at the end of a phrase."""

    surnames: frozenset[str]
    roles: WordRun
    offices: tuple[str, ...]

    def at_end(self, phrase: str, *, after_office: bool = False) -> str | None:
        """The person that `phrase` ends with; `after_office` is True where an organisation stands right before it."""
        phrase = _BRACKET.sub("", phrase).removesuffix("同志")
        if foreign := _FOREIGN.search(phrase):
            return self._bare(foreign[0])
        for end in range(len(phrase), max(len(phrase) - 8, 0), -1):
            if end < len(phrase) and not self.roles.covers(phrase[end:]):
                continue
            for length in (3, 2, 4):
                before, name = phrase[: max(end - length, 0)], phrase[max(end - length, 0) : end]
                alone = not before and (after_office or len(phrase) <= 4 or end < len(phrase))
                behind_office = before.endswith(self.offices)
                if alone and name.endswith("科") and not behind_office:  # 计划科
                    continue
                if len(name) == length and self._is_name(name) and (alone or behind_office):
                    return name
        return None

    def _bare(self, name: str) -> str:
        """A name with a point in it without the office before it: 连职工|买买提·沙吾提."""
        given = name.partition("·")[0]
        return name[max((given.find(o) + len(o) for o in self.offices if len(o) > 1 and o in given[:-1]), default=0) :]

    def _is_name(self, name: str) -> bool:
        surname = name[:2] if name[:2] in self.surnames and len(name) > 2 else name[:1]
        given = name[len(surname) :]
        if surname not in self.surnames or not 1 <= len(given) <= 2:
            return False
        return not _NO_NAME.search(name) and re.fullmatch(rf"[{_HAN}]{{1,2}}|[*xX×某]{{1,2}}", given) is not None


@cache
def people(words: Words) -> People:
    """The reader of persons for `words`."""
    roles = words["身份词"]
    return People(frozenset(words["姓氏"]), WordRun(roles), tuple(roles))
