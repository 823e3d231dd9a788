"""Whose a platform is: 久强建材的“…”, 晨拓与浙江省机电设计研究院共建的“…”, 恒岭机电|院士工作站."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache

from zongjie.finding.platforms.names import content
from zongjie.lexicon.words import Words, any_of

_NAME = r"[^,，。;；:：、“”《》()（）\n的了]{2,24}?"
_PLAIN_TAIL = re.compile(
    r"(?:院士专家|院士|专家|博士后科研|博士后|博士|教授|研究生|科技特派员|海智)?(?:工作站|服务站)$"
)
_LEVEL = re.compile(r"(?:国家|省|市|县|区|自治区)级|省|市$")


def owners_before(text: str, start: int, words: Words) -> tuple[str, ...]:
    """The owners named right before the platform that begins at `start`, none where the text tells none."""
    clause = re.split(r"[,，。;；:：\n]", text[max(0, start - 70) : start].removesuffix("“"))[-1]
    match = _joint(words["共建词"]).search(
        re.split(r"[。;；\n]", text[max(0, start - 90) : start].removesuffix("“"))[-1]
    )
    if match:
        return tuple(
            _trimmed(name, words)
            for name in re.split(r"[、和与同跟]", match["names"])
            if len(_trimmed(name, words)) > 1
        )
    match = re.search(rf"(?:^|[、”和与]|以及)(?P<name>{_NAME})的$", clause)
    if match and len(_trimmed(match["name"], words)) > 1:
        return (_trimmed(match["name"], words),)
    return _beside(clause, words) if text[start - 1 : start] == "“" else ()


def _beside(clause: str, words: Words) -> tuple[str, ...]:
    """The firm right before a quoted name: 大自然药业“吉林省人参皂苷工程技术研究中心”; a verb (建成“…”) is none."""
    name = _trimmed(re.split(r"[、”]|以及", clause)[-1], words)
    if not 3 <= len(name) <= 16 or name.endswith((*words["平台前词"], *words["共建词"])):
        return ()
    return (name,) if not re.search(r"[的了在为是被获]|通过|申报|列入|入选|认定|推荐", name) else ()


def owners_within(name: str, tail: str, places: Collection[str], words: Words) -> tuple[str, ...]:
    """The firm in front of a station or a firm's institute: 津脉管业院士专家工作站; a crop or a place is none."""
    if not (_PLAIN_TAIL.search(tail) or tail in ("企业研究院", "企业技术中心")):
        return ()
    owner = re.sub(r"(?:国家|省|市|县|区|自治区)级(?:重点)?$", "", name.removesuffix(tail))
    local = any(owner.startswith(place) for place in places)
    if not 4 <= len(owner) <= 20 or owner in places or (local and len(content(name, tail, places, words)) < 4):
        return (owner,) if owner.endswith(("公司", "集团", "厂", "医院", "大学")) else ()
    return (owner,) if not owner.endswith(("产业", "行业", "药材", "农业", "科技", *words["平台用动词"])) else ()


def _trimmed(name: str, words: Words) -> str:
    """The name without the words that lead up to it: 帮助|三晋宏图软件."""
    for word in words["平台前词"]:
        if (len(word) > 1 or word in "由与和在") and name.startswith(word) and len(name) - len(word) >= 2:
            return _trimmed(name[len(word) :], words)
    return name


@lru_cache(maxsize=4)
def _joint(verbs: tuple[str, ...]) -> re.Pattern[str]:
    """Two or more names and what they did together: A与B共建, A、B与C对接,共同组建; A、B建成 says nothing of the kind."""
    joined = rf"{_NAME}(?:、{_NAME})*[和与同跟]{_NAME}"
    verb = any_of(verbs)
    return re.compile(
        rf"(?P<names>{joined})(?:(?:合作|对接)?[,，](?:共同|联合|合作)|共同|联合|合作)?(?:{verb})(?:了)?的?$"
    )
