"""Characters → how they may be read: the one table that finds every name by pinyin and by initials.

No name stores its own pinyin. A character has the readings that it has in any name or in common words, so that
重庆 is found by `chongqing` and 重点 by `zhongdian` through the same entry of 重.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from pypinyin import Style, lazy_pinyin
from pypinyin.constants import PHRASES_DICT
from pypinyin.contrib.tone_convert import to_normal

# Readings that only names of places have, and that a dictionary of words does not know.
_IN_PLACES: Mapping[str, str] = MappingProxyType(
    {
        "六": "lu",  # 六安、六合
        "洞": "tong",  # 洪洞
        "大": "dai",  # 大城
        "浚": "xun",  # 浚县
        "峙": "shi",  # 繁峙
        "单": "shan",  # 单县
        "涡": "guo",  # 涡阳
        "会": "kuai",  # 会稽
        "勒": "le",  # 霍林郭勒
        "朝": "chao",  # 朝阳
        "曾": "zeng",  # 曾都
        "泊": "po",  # 梁山泊
        "筠": "jun",  # 筠连
        "栎": "yue",  # 栎阳
        "铅": "yan",  # 铅山
        "费": "bi",  # 费县
        "解": "hai",  # 解州
        "尉": "yu",  # 尉犁
        "阿": "e",  # 东阿
        "堡": "pu",  # 十里堡
        "埔": "pu",  # 黄埔
        "枞": "zong",  # 枞阳
        "什": "shi",  # 什邡
        "荥": "xing",  # 荥阳
    }
)
# A reading counts as common where at least one in so many words has it.
_ONE_IN = 25


@dataclass(frozen=True)
class Syllables:
    """`usual`: each character's usual reading; `more`: the others that it may have, in a fixed order."""

    usual: Mapping[str, str]
    more: Mapping[str, tuple[str, ...]]


def syllables(names: Iterable[str]) -> Syllables:
    """The readings of all characters in `names`, and of the 3,755 most common ones: a reader may type those by mistake."""
    in_names = _readings_in(names)
    usual: dict[str, str] = {}
    more: dict[str, tuple[str, ...]] = {}
    for character in sorted(set(in_names) | set(_common_characters())):
        first = _usual(character)
        if not first:
            continue
        usual[character] = first
        others = in_names.get(character, set()) | _common_readings().get(character, frozenset())
        if character in _IN_PLACES:
            others = others | {_IN_PLACES[character]}
        if rest := tuple(sorted(others - {first})):
            more[character] = rest
    return Syllables(MappingProxyType(usual), MappingProxyType(more))


def _readings_in(names: Iterable[str]) -> dict[str, set[str]]:
    """Every character of `names`, with the rare readings that words of the dictionary give it there (六 in 六安 is `lu`)."""
    found: dict[str, set[str]] = defaultdict(set)
    for name in names:
        for start, character in enumerate(name):
            readings = found[character]
            if character not in _rare_phrases():
                continue
            for phrase, place, reading in _rare_phrases()[character]:
                if name.startswith(phrase, start - place) and start >= place:
                    readings.add(reading)
    return found


@cache
def _common_readings() -> Mapping[str, frozenset[str]]:
    """Characters with several readings in the words of the dictionary: 长 → chang, zhang; not the rare ones (石 dan)."""
    return MappingProxyType(
        {
            character: frozenset(reading for reading, count in those.items() if _is_common(count, those))
            for character, those in _counts().items()
            if len(those) > 1
        }
    )


@cache
def _rare_phrases() -> Mapping[str, tuple[tuple[str, int, str], ...]]:
    """Characters → the words where they have a reading that is not common, their place in it, and that reading."""
    rare = _rare_readings()
    found: dict[str, list[tuple[str, int, str]]] = defaultdict(list)
    for phrase, readings in _phrases():
        for place, (character, reading) in enumerate(zip(phrase, readings, strict=True)):
            if reading in rare.get(character, ()):
                found[character].append((phrase, place, reading))
    return MappingProxyType({character: tuple(those) for character, those in found.items()})


def _rare_readings() -> dict[str, frozenset[str]]:
    """Characters → their readings that are not common; few characters have any."""
    rare = {
        character: frozenset(reading for reading, count in those.items() if not _is_common(count, those))
        for character, those in _counts().items()
        if len(those) > 1
    }
    return {character: readings for character, readings in rare.items() if readings}


def _is_common(count: int, counts: Counter[str]) -> bool:
    return count * _ONE_IN >= counts.total()


@cache
def _counts() -> Mapping[str, Counter[str]]:
    """How often each character has which reading in the words of the dictionary."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for phrase, readings in _phrases():
        for character, reading in zip(phrase, readings, strict=True):
            counts[character][reading] += 1
    return MappingProxyType(counts)


@cache
def _phrases() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The words of the dictionary with their readings; those with letters or punctuation are left out."""
    rows = ((phrase, tuple(_without_tone(one[0]) for one in readings)) for phrase, readings in PHRASES_DICT.items())
    return tuple((phrase, readings) for phrase, readings in rows if len(phrase) == len(readings))


@cache
def _usual(character: str) -> str:
    """The reading of a character that stands alone; empty for what is no Chinese character."""
    return "".join(lazy_pinyin(character, style=Style.NORMAL, errors="ignore"))


@cache
def _without_tone(reading: str) -> str:
    """A reading without its tone, ü written v: lǜ → lv."""
    return str(to_normal(reading, v_to_u=False))


@cache
def _common_characters() -> tuple[str, ...]:
    """The first level of GB 2312, in its order."""
    rows = range(0xB0, 0xD8)
    codes = (bytes((row, cell)) for row in rows for cell in range(0xA1, 0xFF))
    decoded = (code.decode("gb2312", errors="ignore") for code in codes)
    return tuple(character for character in decoded if character)
