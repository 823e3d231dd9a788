"""The words that name an event's kind (启动仪式, 洽谈会), and those that stand before its name (举办, 全面)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from zongjie.lexicon import Lexicon
from zongjie.lexicon.words import any_of
from zongjie.lexicon.wordset import WordSet

# What the head says: a series (科技活动周), a ceremony, a meeting or contest, a local feast or fair, a stretch of days,
# what may be routine, a tour of experts, or a gathering known by its last character alone (授牌会).
HeadKind = Literal["series", "ceremony", "meeting", "festival", "days", "routine", "tour", "open"]

# What may stand in a head: 科技之春科普活动月 finds “科技之春”科普活动月, 雷雨天网 “雷雨”“天网”.
_MARKS = "“”"


@dataclass(frozen=True)
class Heads:
    """The heads with their `kinds`, what is `blocked` behind one, and the words before a name.

    `edges` end what stands before a name; those `holding` tell that it was held; after one that is `opening` (召开) an
    edge that is `inner` (深化) belongs to the name. `unheld` end like a gathering and are none (协会, 发展).
    """

    words: WordSet
    kinds: dict[str, HeadKind]
    blocked: WordSet
    edges: re.Pattern[str]
    holding: frozenset[str]
    opening: frozenset[str]
    inner: frozenset[str]
    unheld: tuple[str, ...]


@lru_cache(maxsize=4)
def _read(
    words: tuple[tuple[HeadKind, tuple[str, ...]], ...],
    blocked: tuple[str, ...],
    edges: tuple[str, ...],
    holding: tuple[str, ...],
    opening: tuple[str, ...],
    inner: tuple[str, ...],
    unheld: tuple[str, ...],
) -> Heads:
    kinds: dict[str, HeadKind] = {}
    for kind, those in words:
        for word in those:
            kinds.setdefault(word, kind)
    before = any_of({*edges, *holding})
    return Heads(
        WordSet(kinds, skip=_MARKS),
        kinds,
        WordSet(blocked),
        re.compile(rf"(?:(?<!党的)(?<!党)(?:{before})|{_GIVE}|{_BUREAU})(?:了|过|好)?{_GUARD}"),
        frozenset(holding),
        frozenset(opening),
        frozenset(inner),
        unheld,
    )


# 作党的十九届四中全会精神专题辅导; not 工作, 作品
_GIVE = r"(?<![工合协制创操写著运动耕劳焦])[作做](?![用风品物业者坊客])"
# xx县科技局2015年科技活动周: the bureau is not part of the name.
_BUREAU = r"[局委会](?=(?:[12][0-9xX×*]{3}|[xX×*]{2,4})年)"
# Words that only look like an edge: 组织部, 启动仪式, 工作会议, 开展 in 对外开展, 为期 and the like.
_GUARD = r"(?<!党组织)(?<!工作)(?!仪式|会议?|大会|部长?|生活会|机构|式|典礼|解|程|展览)"


def heads_of(lexicon: Lexicon) -> Heads:
    """The heads of the lexicon, its series among them."""
    words = lexicon.words
    series = tuple(dict.fromkeys(word for one in lexicon.series for word in one.words))
    return _read(
        (
            ("ceremony", words["仪式词"]),
            ("series", series),
            ("meeting", words["会议词"]),
            ("festival", words["节庆词"]),
            ("days", words["时段词"]),
            ("routine", words["寻常活动词"]),
        ),
        words["活动后忌"],
        words["名称前缘"],
        words["举办词"],
        words["开会词"],
        words["会名内动词"],
        words["非活动尾"],
    )
