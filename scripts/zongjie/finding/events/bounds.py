"""Where an event's name begins and ends around its head: 举办了|全市第三届科技成果洽谈会(江苏赛区)."""

from __future__ import annotations

import re

from zongjie.finding.analysis import Analysis
from zongjie.finding.dates import find_dates
from zongjie.finding.events.heads import HeadKind, Heads

_HARD = "【】。;；!！?？\n\r,，:：…()（）《》`⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽①②③④⑤⑥⑦⑧⑨⑩●○◎◆◇■□▲△★☆※►➢✓√"
_LIST = "、"
# Items that are happenings themselves: 组织了机器人表演、地震小屋体验和|科普大篷车进校园.
_DEEDS = (
    "表演",
    "体验",
    "展示",
    "咨询",
    "展览",
    "演示",
    "义诊",
    "互动",
    "参观",
    "展出",
    "打印",
    "对战",
    "宣传",
    "发放",
)
_LONGEST = 44
_ARENA = re.compile(
    r"[(（][^()（）\n]{1,10}(?:赛区|分会场|会场|专场|赛点|片区|站|选拔赛|大会|领域|行业|组)[)）]"
    r"(?:专业赛|行业赛|总决赛|半决赛|决赛|选拔赛|分赛|地区赛|区域赛)?"
)
# 第四届中国(湖南)国际矿物宝石博览会郴州分会场; not 科技活动周主会场
_BRANCH = re.compile(r"[一-龥·]{0,6}?(?:分会场|分论坛|展区|赛区|专区)(?!设[置立]|组)")
# “雷雨”“天网”专项执法行动
_DRIVE = re.compile(r"(?:(?:知识产权|专利|专项|集中|执法|整治|维权|保护|护航)*行动)")
# 科技活动周暨“回乡科技行”
_JOINED = re.compile(r"暨[“\"][^“”\"\n]{2,24}[”\"](?:主题|系列|宣传)*(?:活动)?(?:启动仪式|开幕式)?")
# “科创大讲堂”第一期, “院士专家企业行”第三站
_ISSUE = re.compile(r"”?第[一二三四五六七八九十0-9]{1,3}[期讲场站](?!培训|[班次])")
# 自治区科协|“科普大篷车万里行”: who holds it is not part of the name.
_HOST = re.compile("(?:[局委厅]|科协|学会|协会|大学|学院|研究院)$")
_NUMBER = re.compile(r"[0-9]{1,2}[.．](?![0-9])")  # 1.科技活动周; not 4.26世界知识产权日
# 召开|贯彻落实《科技进步法》座谈会
_HELD_ON = re.compile(r"(?P<held>召开|举行|举办|组织)了?(?P<on>(?:学习|宣传|贯彻|落实|实施|宣讲|纪念|庆祝)+)$")
_MEASURE = re.compile(
    r"(?<![第一二三四五六七八九十百0-9])(?:[0-9]+(?:\.[0-9]+)?|[一二三四五六七八九十两多数几]+)[多余]?[万]?[多余]?(?:场次|期次|家次|人次|次|场|期|批|轮|项|个|份|堂|天|家|名|人)(?:的)?"
)
_NAME = 5
_AND = re.compile(f"(?:{'|'.join(_DEEDS)})[和与及]")


def right(text: str, end: int, kind: HeadKind) -> int:
    """Where a name ends whose head ends at `end`: behind (江苏赛区), 专项行动 or 暨“回乡科技行”."""
    tail = _ARENA.match(text, end)
    if tail is None and kind in ("series", "meeting"):
        tail = _BRANCH.match(text, end)
    if tail is None and kind == "series":
        tail = _DRIVE.match(text, end) or _JOINED.match(text, end)
    if tail is None and kind in ("routine", "tour", "meeting", "open"):
        tail = _ISSUE.match(text, end)
    return tail.end() if tail else end


def left(analysis: Analysis, heads: Heads, shaded: str, anchor: int) -> tuple[int, str, bool]:
    """Where the name before `anchor` begins, what word stands before it, and whether a count does (3场, 多期)."""
    floor = max(anchor - _LONGEST, analysis.record.block_at(anchor).start)
    begin = max((shaded.rfind(char, floor, anchor) for char in _HARD + _LIST), default=-1) + 1
    begin = max(begin, floor)
    (start, cut), many = _last_edge(analysis, heads, shaded, begin, anchor), False
    for hit in heads.words.finditer(shaded, start, anchor):
        after = hit.end()
        if shaded[after : after + 1] in ("和", "与", "及") and after < anchor:
            start, cut = after + 1, cut if cut in heads.holding else ""
    if (joint := _AND.search(shaded, start, anchor)) and _has_name(heads, shaded, joint.end(), anchor):
        start = joint.end()
    for match in _MEASURE.finditer(shaded, start, anchor):
        start, many = match.end(), match[0][0] not in "一1" or len(match[0]) > 2
    for date in find_dates(shaded, start, anchor):
        if date.span.end <= anchor and not _belongs(shaded[date.span.start : date.span.end]):
            start, many = date.span.end, False
    if (
        begin > 0
        and start == begin
        and shaded[begin - 1] == _LIST
        and (joined := _join_list(heads, shaded, begin - 1, floor))
    ):
        start, cut = joined
    if begin > 0 and start == begin and shaded[begin - 1] == "》":
        start, cut = _title_before(heads, shaded, begin)
    return _skip_marks(shaded, start, anchor), cut, many


def _has_name(heads: Heads, shaded: str, start: int, anchor: int) -> bool:
    """Whether what begins at `start` names enough by itself: 科普大篷车进校园, not 咨询活动."""
    head = heads.words.match(shaded, start)
    return anchor - start >= _NAME or (head is not None and head.end() - start >= _NAME)


def _last_edge(analysis: Analysis, heads: Heads, shaded: str, begin: int, anchor: int) -> tuple[int, str]:
    """Where the last of the words before a name ends, and that word; 召开|深化科技体制改革推进会 keeps its own verbs."""
    start, cut = begin, ""
    for match in heads.edges.finditer(shaded, begin, anchor):
        inside = (
            cut in heads.opening and match[0] in heads.inner and not heads.words.search(shaded, start, match.start())
        )
        if not inside and _is_word(analysis, match) and not (match[0] == "现场" and anchor - match.end() <= 4):
            start, cut = match.end(), _verb(heads, match[0])
    if shaded[anchor] in "“「" and _HOST.search(shaded, start, anchor):
        return anchor, ""
    return start, cut


def _verb(heads: Heads, edge: str) -> str:
    """The word before a name as the lists have it: 举办 for 举办了, 办好 as it stands."""
    return edge if edge in heads.holding else edge.rstrip("了过好")


def _is_word(analysis: Analysis, edge: re.Match[str]) -> bool:
    """Whether a single character is a word of its own here: 就 in 就创新举办, not in 科技成就图片展."""
    if len(edge[0]) > 1 or edge[0] in "的了等各作做局委会":
        return True
    if edge[0] == "办":  # 在安海镇成功街办专利赶圩会; not 街道办, 民办
        return analysis.text[edge.start() - 1] not in "道公民厅委府校" and analysis.is_boundary(edge.end())
    return analysis.is_boundary(edge.start()) and analysis.is_boundary(edge.end())


def _belongs(date: str) -> bool:
    """Whether a date is part of a name: 5.12防灾减灾日, 五月科技活动周."""
    return bool(re.fullmatch(r"[0-9]+[.·．•・][0-9]+|[一二三四五六七八九十]+月", date))


def _title_before(heads: Heads, shaded: str, end: int) -> tuple[int, str]:
    """Where a title that ends at `end` begins, and the verb before it: 举办 in 举办《科学与民族团结》中朝双语快闪."""
    opening = shaded.rfind("《", max(0, end - 40), end)
    if opening < 0 or "\n" in shaded[opening:end]:
        return end, ""
    told = _HELD_ON.search(shaded, max(0, opening - 12), opening)
    if told:
        return told.start("on"), told["held"]
    before = shaded[max(0, opening - 3) : opening].removesuffix("了")
    return opening, next(
        (verb for verb in (before[-2:], before[-1:]) if verb in heads.holding or verb in ("作", "做")), ""
    )


def _join_list(heads: Heads, shaded: str, mark: int, floor: int) -> tuple[int, str] | None:
    """藠头栽培、珍珠养殖技术培训班: what stands before the 、 belongs to the name where a verb of holding stands before it."""
    begin = max((shaded.rfind(char, floor, mark) for char in _HARD), default=-1) + 1
    last = None
    for match in heads.edges.finditer(shaded, max(begin, floor), mark):
        last = match
    if last is None or _verb(heads, last[0]) not in heads.holding:
        return None
    items = shaded[last.end() : mark].split(_LIST)
    if any(not 2 <= len(item) <= 10 or heads.words.search(item) or item.endswith(_DEEDS) for item in items):
        return None
    return last.end(), _verb(heads, last[0])


def _skip_marks(text: str, start: int, anchor: int) -> int:
    """Past marks and conjunctions, and 为 in 5月14日至20日为首届科技活动周."""
    number = _NUMBER.match(text, start, anchor)
    start = number.end() if number else start
    while start < anchor and text[start] in "和与及暨 　-—·”":
        start += 1
    return start + 1 if text[start] == "为" and text.startswith(("首届", "第", "全国"), start + 1) else start
