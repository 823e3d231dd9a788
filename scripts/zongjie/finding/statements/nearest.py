"""Who undertakes a project of which no rule tells it: the parties nearest to it in its sentence, unless a word is against it.

Before the title any party counts that no other project, prize or event stands behind (甲公司会同乙大学报的“丙”); behind it
one with a part in the work (“丙”由甲公司做, 合作方为乙大学).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from zongjie.finding.statements.masked import PARTIES
from zongjie.model import Kind, Mention, Span

_FARTHEST = 60  # characters from a party to the title
# Kinds that end the search: what stands before them is told of them.
_OTHERS: tuple[Kind, ...] = ("project", "platform", "honor", "policy", "event")
_HARD_PAUSE = re.compile("[。；;:：\n]")
# Between party and title: what the party does to another's project, or does besides.
_OTHER_DEED = re.compile(
    "评审|鉴定|验收|论证|审查|查定|检测|测试|参观|考察|调研|视察|走访|座谈|讲|培训|授予|获奖|认定|专利|购买|拍得|受让|转让|引进|认证|"
    "揭牌|挂牌|签订|签署|签约|组织|召开|举办|举行|邀请|指导|资助|拨款|推荐(?!的)|其中|分别|[对就][“《「]?$|等[0-9一二三四五六七八九十]+家"
)
# The same between the title and a party behind it.
_NO_PART = re.compile(
    "分别|评审|鉴定|验收|论证|审查|检测|测试|参观|考察|调研|座谈|培训|获奖|专利|转让|揭牌|挂牌|签订|签署|签约|召开|举办|举行|推荐"
)
# Right before a party: it is a guest, a judge, a giver, a place.
_GUEST = re.compile(
    "(?:[到赴向邀请]|委托|邀请|参观|走访|考察|聘请|来自|经|受|在|为|联系|引进|购买|组织|挂靠|毕业于|对|从|给)$"
)
# Behind a title before parties: a role that they have, or but a pause, which the words behind them must explain.
_ROLE = re.compile(
    "(?:(?:合作|协作|参与|参加|承担|实施|牵头|依托|技术|揭榜|主持|完成|申报)(?:单位|方|企业|院校|依托|支撑)?(?:分别)?[是为有:：](?:[^,，。;；:：]{2,20}[、和与及])?)$"
)
_PAUSE = re.compile("[,，(（、由]$")
_PART = re.compile(
    "[^,，。;；、的“]{0,14}?(?:牵头|承担|主持|参与|参加|协作|协助|协同|配合|揭榜|中榜|研制|研发|开发|实施|完成|合作|派驻|技术(?:依托|支撑|支持)|[做搞抓](?=[,，。;；)）]|$))"
)
_IN_BRACKETS = re.compile("(?:等|为)?(?:第[一二三四五])?(?:主要)?(?:完成|承担|参与|合作)?(?:单位|方)?[)）]")
_WITH = re.compile("[^,，。;；:：、“的]{0,6}(?:与|和|同|联合|携手|联手)")
_OF_NEXT = re.compile(r"(?:\A|的)[“《「]?\Z")
_AND = re.compile("[、和与及同]|以及|联合")


@dataclass(frozen=True, slots=True)
class Window:
    """Where a project, or a list of them, stands: the record's text, its names that lie in no other, the sentence."""

    text: str
    sentence: Span
    names: Sequence[Mention]
    project: Span
    listed: bool = False  # whether it is a list

    def between(self, start: int, end: int) -> str:
        """The words from `start` to `end` with a blank for each name, so that none is read as a word: …产业发展有限公司."""
        words = self.text[start:end]
        for name in reversed([m for m in self.names if start <= m.start and m.end <= end]):
            words = words[: name.start - start] + " " + words[name.end - start :]
        return words


def undertakers(window: Window, told: bool) -> tuple[Mention, ...]:
    """The parties that undertake the project by default, none where a word is against it.

    Where a rule has `told` of one, only those behind the title are asked for: 甲公司牵头的“丙”,合作方为乙大学.
    """
    before = () if told else tuple(_before(window))
    return (*before, *_behind(window))


def partners(window: Window, told: Mention) -> Iterator[Mention]:
    """The party that took part with the one that a rule told of: 甲公司|还与|乙大学|合作申报了“丙”."""
    ahead = [m for m in window.names if window.sentence.start <= m.start and m.end <= told.start]
    last = ahead[-1] if ahead else None
    if last and last.kind in PARTIES and _WITH.fullmatch(window.text, last.end, told.start):
        yield last


def _before(window: Window) -> Iterator[Mention]:
    """The parties before the title, the nearest first."""
    text, at = window.text, window.project.start
    ahead = [m for m in window.names if window.sentence.start <= m.start and m.end <= at]
    for name in takewhile(lambda m: m.kind not in _OTHERS, reversed(ahead)):
        between = window.between(name.end, at)
        if len(between) > _FARTHEST or _HARD_PAUSE.search(between) or _OTHER_DEED.search(between):
            return
        if name.kind in PARTIES:
            if _GUEST.search(text, window.sentence.start, name.start):
                return
            yield name


def _behind(window: Window) -> Iterator[Mention]:
    """The parties behind the title that are told to have a part in the work, up to the next project."""
    text, at = window.text, window.project.end
    behind = [m for m in window.names if at <= m.start < window.sentence.end]
    # “丙”获省科技进步奖(甲公司、乙大学): a prize tells of the same work
    near = [m for m in takewhile(lambda m: m.kind == "honor" or m.kind not in _OTHERS, behind) if m.kind != "honor"]
    while near:
        listed = _list(text, near)
        near = near[len(listed) :]
        between = window.between(at, listed[0].start)
        if len(between) > _FARTHEST or _NO_PART.search(between):
            return
        if listed[0].kind in PARTIES and _has_part(window, listed, between):
            yield from listed


def _list(text: str, names: Sequence[Mention]) -> Sequence[Mention]:
    """The parties that stand in one list with the first of `names`, or that name alone."""
    for n in range(1, len(names)):
        if names[n].kind not in PARTIES or not _AND.fullmatch(text, names[n - 1].end, names[n].start):
            return names[:n]
    return names


def _has_part(window: Window, parties: Sequence[Mention], before: str) -> bool:
    """Whether the words around the parties give them a part, and in no other project: not “甲”、|乙所|承担的“丙”."""
    text, end = window.text, parties[-1].end
    after = next((m.start for m in window.names if m.kind == "project" and m.start >= end), window.sentence.end)
    if after < window.sentence.end and _OF_NEXT.search(text[end:after]):
        return False
    in_brackets = before.endswith(("(", "（")) and _IN_BRACKETS.match(text, end)
    return bool(in_brackets or _ROLE.search(before) or (_PAUSE.search(before) and _PART.match(text, end)))
