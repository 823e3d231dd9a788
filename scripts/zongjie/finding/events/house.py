"""The record's own bureau, under the names by which its sentences call it: 我局, 市科技局, 霍林郭勒市科技局."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from zongjie.model import Record
from zongjie.reading.evidence import OFFICE

_WE = re.compile(
    "我[局委厅办处]|本[局委厅办处]|我们|全局|局(?:机关|党|领导|里|属|班子|工会|团)|委(?:机关|党组)|厅(?:机关|党组)"
)
_NAMED = re.compile(rf"(?P<place>.*?)(?P<level>[省市县区旗州盟师]?)(?P<office>{OFFICE}|科[一-龥]{{0,6}}局)")
_LEVEL = re.compile(rf"(?P<level>[省市县区旗州盟师])(?:{OFFICE})")
_OURS = re.compile("[我全](?P<level>[省市县区旗州盟师])")
_BLANK = re.compile("[xX×ⅹ*＊○〇_某]+")


@dataclass(frozen=True, slots=True)
class House:
    """The bureau whose record it is: its name, None where the text does not tell, and its level (省, 市, 县 …), "" likewise."""

    name: str | None = None
    level: str = ""

    def is_meant(self, words: str) -> bool:
        """Whether the words are a name of the bureau: 我局, 县科技局 in a county's record; not 省科技厅, nor 市科技局 there."""
        if _WE.match(words) or words == self.name:
            return True
        named = _NAMED.fullmatch(words)
        if named is None:
            return False
        level = "省" if named["office"].endswith("厅") else named["level"]
        place = _BLANK.sub("", named["place"])
        if place:
            return self.name is not None and self.name.startswith(place)
        return level == self.level or not level or (not self.level and level != "省")


def house_of(record: Record) -> House:
    """The bureau of the record; where it has no name the level is that of 我县, 全县."""
    name = record.bureau.name
    if name is not None and name.endswith("厅"):
        return House(name, "省")
    named = _LEVEL.search(name) if name else None
    if named:
        return House(name, named["level"])
    levels = Counter(match["level"] for match in _OURS.finditer(record.text))
    return House(name, levels.most_common(1)[0][0] if levels else "")
