"""Where a text names an event: a head (启动仪式, 洽谈会, 科技活动周) and the words before it that belong to its name."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from zongjie.finding.analysis import Analysis
from zongjie.finding.dates import find_dates
from zongjie.lexicon import Lexicon
from zongjie.lexicon.wordset import Hit, WordSet
from zongjie.model import Span

# What the head says: a series (科技活动周), a ceremony, a meeting or contest, a local feast or fair, a stretch of days,
# or what may be routine.
HeadKind = Literal["series", "ceremony", "meeting", "festival", "days", "routine", "tour"]

_HARD = "。;；!！?？\n\r,，:：…()（）《》`⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽①②③④⑤⑥⑦⑧⑨⑩"
_LIST = "、"
_SHADE = "\ue010"
# What may stand in a head: 科技之春科普活动月 finds “科技之春”科普活动月, 雷雨天网 “雷雨”“天网”.
_MARKS = "“”"
_LONGEST = 44
# 浙江大学院士专家缙云行, 科技列车黔东南行, 百名博士老区行
_TOUR = re.compile(
    r"(?:院士|专家|教授|博士|科学家|企业家|科技列车|科普列车|科技大篷车|科普大篷车|记者|科技特派员|志愿者)[^,，。;；、“”\n]{0,10}?[^进前先履运执发流通同出旅绿步言一]行(?![动业政情为程列家会走之驶使政长员驻列人]|[^,，。;；“”\n]{0,2}(?:业|动))"
)
_ARENA = re.compile(
    r"[(（][^()（）\n]{1,10}(?:赛区|分会场|会场|专场|赛点|片区|站|选拔赛|大会|领域|行业|组)[)）]"
    r"(?:专业赛|行业赛|总决赛|半决赛|决赛|选拔赛|分赛|地区赛|区域赛)?"
)
# “雷雨”“天网”专项执法行动
_DRIVE = re.compile(r"(?:(?:专项|集中|执法|整治|维权|保护|护航)*行动)")
# 2023大丰(上海)科技招商推介会, 第七届中国创新创业大赛(广东·梅州赛区)暨第二届“客商杯”大赛
_ASIDE = re.compile(r"(?<=[一-龥0-9])[(（](?:[一-龥·]{2,5}|[一-龥·]{2,10}(?:赛区|会场|赛点|片区|站))[)）](?=[一-龥])")
# “弘扬科学家精神 激发创新活力”科技活动周: a slogan is the theme of a week, not part of its name.
_SLOGAN = re.compile(r"[“\"「『][^“”\"「」『』\n]{8,40}(?<!杯)[”\"」』]")
# 科技活动周暨“回乡科技行”
_JOINED = re.compile(r"暨[“\"][^“”\"\n]{2,24}[”\"](?:主题|系列|宣传)*(?:活动)?(?:启动仪式|开幕式)?")
# “科创大讲堂”第一期, “院士专家企业行”第三站
_ISSUE = re.compile(r"”?第[一二三四五六七八九十0-9]{1,3}[期讲场站](?!培训|[班次])")
_MEASURE = re.compile(
    r"(?<![第一二三四五六七八九十百0-9])(?:[0-9]+(?:\.[0-9]+)?|[一二三四五六七八九十两多数几]+)[多余]?[万]?[多余]?(?:场次|期次|家次|人次|次|场|期|批|轮|项|个|份|堂|天|家|名|人)(?:的)?"
)
_HELD_QUOTE = re.compile(
    r"(?P<held>举办|举行|承办|主办)了?“(?P<name>[^“”\n]{4,30}[周月节会展赛坛日营])”(?!为?主题|的?[一-龥])"
)
_ANNOUNCING = re.compile(r"《?(?:[^《》]{0,12}?)关于(?:联合)?(?:举办|召开|举行|组织参加|参加|承办|开展第)")


@dataclass(frozen=True, slots=True)
class Named:
    """A stretch that may name an event.

    `cut` is the word that stands right before the name (举办), "" where a pause does; `many` tells a count before it.
    """

    span: Span
    head: str
    kind: HeadKind
    cut: str
    many: bool


@dataclass(frozen=True)
class _Heads:
    words: WordSet
    kinds: dict[str, HeadKind]
    blocked: WordSet
    edges: re.Pattern[str]
    holding: frozenset[str]


def find_named(analysis: Analysis, lexicon: Lexicon) -> tuple[Named, ...]:
    """All stretches with an event's head, in reading order, none inside another."""
    heads = _heads(lexicon)
    shaded = _shade(analysis)
    candidates = [*_by_heads(analysis, heads, shaded), *_tours(analysis, heads, shaded), *_quoted(analysis)]
    candidates.sort(key=lambda c: (-(c.span.end - c.span.start), c.span.start))
    kept: list[Named] = []
    for candidate in candidates:
        at = bisect_left(kept, candidate.span, key=lambda c: c.span)
        if not any(candidate.span.overlaps(other.span) for other in kept[max(0, at - 1) : at + 1]):
            kept.insert(at, candidate)
    return tuple(kept)


@lru_cache(maxsize=4)
def _heads_of(
    words: tuple[tuple[HeadKind, tuple[str, ...]], ...],
    blocked: tuple[str, ...],
    edges: tuple[str, ...],
    holding: tuple[str, ...],
) -> _Heads:
    kinds: dict[str, HeadKind] = {}
    for kind, those in words:
        for word in those:
            kinds.setdefault(word, kind)
    before = "|".join(map(re.escape, sorted({*edges, *holding}, key=lambda word: (-len(word), word))))
    return _Heads(
        WordSet(kinds, skip=_MARKS),
        kinds,
        WordSet(blocked),
        re.compile(rf"(?:(?<!党的)(?<!党)(?:{before})|{_GIVE}|{_BUREAU})(?:了|过|好)?{_GUARD}"),
        frozenset(holding),
    )


# 作党的十九届四中全会精神专题辅导; not 工作, 作品
_GIVE = r"(?<![工合协制创操写著运动耕劳焦])[作做](?![用风品物业者坊])"
# xx县科技局2015年科技活动周: the bureau is not part of the name.
_BUREAU = r"[局委会](?=(?:[12][0-9xX×*]{3}|[xX×*]{2,4})年)"
# Words that only look like an edge: 组织部, 启动仪式, 工作会议, 开展 in 对外开展, 为期 and the like.
_GUARD = r"(?<!党组织)(?<!工作)(?!仪式|会议?|大会|部长?|生活会|机构|式|典礼|解|程|展览)"


def _heads(lexicon: Lexicon) -> _Heads:
    words = lexicon.words
    series = tuple(dict.fromkeys(word for one in lexicon.series for word in one.words))
    return _heads_of(
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
    )


def _shade(analysis: Analysis) -> str:
    """The text with the inside of quotations made opaque, so that no edge is seen in “重温入党誓词、传承红色基因”."""
    out = list(analysis.text)
    spans = [quote.inner for quote in analysis.quotes if quote.mark in "“「『"]
    spans += [Span(*match.span()) for match in _ASIDE.finditer(analysis.text)]
    for span in spans:
        out[span.start : span.end] = _SHADE * (span.end - span.start)
    return "".join(out)


def _by_heads(analysis: Analysis, heads: _Heads, shaded: str) -> Iterator[Named]:
    titles = [quote.outer for quote in analysis.quotes if quote.mark == "《"]
    quotes = [quote.outer for quote in analysis.quotes if quote.mark in "“「『"]
    for hit in _longest(heads.words, analysis.text):
        start, end = hit.start(), hit.end()
        title = _holder(titles, start)
        if title and not announces(analysis.text[title.start : title.end]):
            continue
        quote = _holder(quotes, start)
        if quote and end < quote.end:
            if quote.end - 1 - end > 0 and not (quote.end - 1 - end == 1 and analysis.text[end] in "”日"):
                continue
            end = quote.end
        written = analysis.text[start:end]
        if not quote and analysis.text[end : end + 1] == "”" and written.count("“") > written.count("”"):
            end += 1
        anchor = quote.start if quote else start
        yield from _extend(analysis, heads, shaded, Span(anchor, end), hit.word, heads.kinds[hit.word])


def slogan_before(text: str, end: int) -> Span | None:
    """The slogan, without its marks, that stands right before `end`, whatever marks it has (“…\")."""
    mark = max(text.rfind(opening, max(0, end - 43), end - 1) for opening in '“"「『')
    found = _SLOGAN.fullmatch(text, mark, end) if mark >= 0 else None
    return Span(found.start() + 1, found.end() - 1) if found else None


def among(candidates: Sequence[Named], start: int, end: int) -> Sequence[Named]:
    """Those of the candidates, which are in reading order, that begin in `text[start:end]`."""
    low = bisect_left(candidates, start, key=lambda c: c.span.start)
    return candidates[low : bisect_left(candidates, end, key=lambda c: c.span.start)]


def announces(title: str) -> bool:
    """Whether a document's title announces an event: 《关于举办第十六届“科技之春”科普活动月的通知》."""
    return _ANNOUNCING.match(title) is not None


def _longest(words: WordSet, text: str) -> Iterator[Hit]:
    """Hits left to right; one that a later, overlapping one outlasts gives way to it (技术培训 to 培训班)."""
    at = 0
    while hit := words.search(text, at):
        later = (words.match(text, begin) for begin in range(hit.start() + 1, hit.end()))
        best = max([hit, *(one for one in later if one)], key=lambda one: one.end())
        yield best
        at = best.end()


def _tours(analysis: Analysis, heads: _Heads, shaded: str) -> Iterator[Named]:
    titles = [quote.outer for quote in analysis.quotes if quote.mark == "《"]
    quotes = [quote.outer for quote in analysis.quotes if quote.mark in "“「『"]
    for match in _TOUR.finditer(analysis.text):
        quote = _holder(quotes, match.start())
        if _holder(titles, match.start()):
            continue
        if quote and match.end() != quote.end - 1:
            continue
        span = quote or Span(*match.span())
        yield from _extend(analysis, heads, shaded, span, "行", "tour")


def _quoted(analysis: Analysis) -> Iterator[Named]:
    """与浙江工业大学联合举办“科技合作洽谈周”: what is held and stands in quotation marks, whatever its head."""
    for match in _HELD_QUOTE.finditer(analysis.text):
        yield Named(Span(*match.span("name")), match["name"][-1], "days", match["held"], False)


def _holder(spans: Sequence[Span], offset: int) -> Span | None:
    """The last of the spans, sorted by their starts, that begins before `offset`, if it holds it."""
    at = bisect_right(spans, offset, key=lambda span: span.start) - 1
    return spans[at] if at >= 0 and offset < spans[at].end else None


def _extend(analysis: Analysis, heads: _Heads, shaded: str, core: Span, head: str, kind: HeadKind) -> Iterator[Named]:
    """The name around a head: to the left up to a pause, a verb of holding or a date, to the right over (江苏赛区)."""
    text, end = analysis.text, _right(analysis.text, core.end, kind)
    blocked = heads.blocked.match(shaded, end)
    if blocked and not heads.words.match(text, end):
        return
    start, cut, many = _left(analysis, heads, shaded, core.start)
    if head[-1] in "周月日节市" and (slogan := slogan_before(text, core.start)):
        start = slogan.end + 1
    yield Named(_unquoted(text, Span(start, end)), head, kind, cut, many)


def _right(text: str, end: int, kind: HeadKind) -> int:
    """Where a name ends whose head ends at `end`: behind (江苏赛区), 专项行动 or 暨“回乡科技行”."""
    tail = _ARENA.match(text, end)
    if tail is None and kind == "series":
        tail = _DRIVE.match(text, end) or _JOINED.match(text, end)
    if tail is None and kind in ("routine", "tour"):
        tail = _ISSUE.match(text, end)
    return tail.end() if tail else end


def _left(analysis: Analysis, heads: _Heads, shaded: str, anchor: int) -> tuple[int, str, bool]:
    """Where the name before `anchor` begins, what word stands before it, and whether a count does (3场, 多期)."""
    floor = max(anchor - _LONGEST, analysis.record.block_at(anchor).start)
    begin = max((shaded.rfind(char, floor, anchor) for char in _HARD + _LIST), default=-1) + 1
    begin = max(begin, floor)
    start, cut, many = begin, "", False
    for match in heads.edges.finditer(shaded, begin, anchor):
        if _is_word(analysis, match):
            start, cut = match.end(), _verb(heads, match[0])
    for hit in heads.words.finditer(shaded, start, anchor):
        after = hit.end()
        if shaded[after : after + 1] in ("和", "与", "及") and after < anchor:
            start, cut = after + 1, cut if cut in heads.holding else ""
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


def _verb(heads: _Heads, edge: str) -> str:
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


def _title_before(heads: _Heads, shaded: str, end: int) -> tuple[int, str]:
    """Where a title that ends at `end` begins, and the verb before it: 举办 in 举办《科学与民族团结》中朝双语快闪."""
    opening = shaded.rfind("《", max(0, end - 40), end)
    if opening < 0 or "\n" in shaded[opening:end]:
        return end, ""
    found = re.search(r"[一-龥]{2}了?$", shaded[max(0, opening - 3) : opening])
    return opening, found[0].rstrip("了") if found and found[0].rstrip("了") in heads.holding else ""


def _join_list(heads: _Heads, shaded: str, mark: int, floor: int) -> tuple[int, str] | None:
    """藠头栽培、珍珠养殖技术培训班: what stands before the 、 belongs to the name where a verb of holding stands before it."""
    begin = max((shaded.rfind(char, floor, mark) for char in _HARD), default=-1) + 1
    last = None
    for match in heads.edges.finditer(shaded, max(begin, floor), mark):
        last = match
    if last is None or _verb(heads, last[0]) not in heads.holding:
        return None
    items = shaded[last.end() : mark].split(_LIST)
    if any(not 2 <= len(item) <= 10 or heads.words.search(item) for item in items):
        return None
    return last.end(), _verb(heads, last[0])


def _skip_marks(text: str, start: int, anchor: int) -> int:
    """Past marks and conjunctions, and 为 in 5月14日至20日为首届科技活动周."""
    while start < anchor and text[start] in "和与及暨 　-—·”":
        start += 1
    return start + 1 if text[start] == "为" and text.startswith(("首届", "第", "全国"), start + 1) else start


def _unquoted(text: str, span: Span) -> Span:
    """Without the marks around the whole name; “科技之春”科普活动月 keeps its own."""
    start, end = span.start, span.end
    if text[start : start + 1] == "“" and text[end - 1] == "”" and "”" not in text[start : end - 1]:
        return Span(start + 1, end - 1)
    return Span(start, end)
