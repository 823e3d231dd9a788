"""Which figures of the text are an event's: 28个部门参加 is the opening's, 活动周期间发放资料2万份 the week's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from zongjie.finding.analysis import Analysis
from zongjie.finding.events.fields import Clock, Window
from zongjie.model import Span

_PAUSES = ",，、。;；:：!！?？\n()（）"
# Whether the next sentence still speaks of the happening, or turns to something else.
_GOES_ON = re.compile(
    "参加|参与|到会|与会|出席|致辞|讲话|[幕动]式|活动|现场|会上|期间|[本此]次|大会|培训|观众|展出|发放|咨询|义诊|仪式|参观|签约|受益"
)
_TURNS = re.compile(
    "[一二三四五六七八九十]是|全年|全[县市区局]|我[县市区局]|上半年|下半年|今年(?!的?主题)|截[至止]|目前|同时|此外|另外|(?:20|19)[0-9x]{2}年"
    "|新?建[成立]|组建|新增|制定|出台|完成|实施|并?争取|申报|引进|推广|[选下]派|立项|聘[任请]|创建|深入推|加强|做好|抓好|推进|落实"
)
# Within its sentence: 召开动员会,印发方案,|选派特派员42名.
_TURNS_ASIDE = re.compile("全年|截[至止]|目前|此外|另外|新[建增认]|并?争取|申报|[选下]派|立项|聘任|创建|出台|制定")
# Another deed that is counted on its own: 组织5次农村信息员培训.
_OTHER_DEED = re.compile(
    "(?:组织|举办|开展|召开|进行|深入[^,，。;；]{1,8}开展)了?[^,，。;；]{0,16}?[0-9一二三四五六七八九十]+[余多]?(?:次|期|场|届|个班)"
)
# The whole of days, and the one hour of their opening.
_WHOLE = re.compile(
    "期间|整个|活动中|据[^,，。]{0,8}统计|[一1]周来|(?:活动|宣传|服务|科技|科普)[周月](?![^,，。;；]{0,8}(?:仪式|[幕动]式|当天|现场))"
)
_OPENING = re.compile("(?:仪式|[幕动班]式)(?:现场|当[天日])?(?:上|中|共|现场)")
_OF_THEME = re.compile("以[“「].*为(?:主题|内容|重点|主线)|主题")


def figures_of(analysis: Analysis, clock: Clock, window: Window, *, ceremony: bool, lasting: bool) -> tuple[str, ...]:
    """The figures that belong to the event, with the words around them: 28个部门参加, 发放资料8000余份.

    `ceremony`: it is the opening or closing of something larger; `lasting`: it goes on for days.
    """
    window = replace(window, end=_end(analysis, window, ceremony=ceremony, lasting=lasting))
    return tuple(dict.fromkeys(_pieces(analysis.text, clock, window, ceremony=ceremony)))[:20]


def _end(analysis: Analysis, window: Window, *, ceremony: bool, lasting: bool) -> int:
    """Where the sentences end that speak of the event: not 全年约谈提醒6人次 after a visit in May."""
    text, end = analysis.text, analysis.sentence_at(window.name.start).end
    while end < window.end:
        follower = analysis.sentence_at(end)
        if follower.start < end or not _GOES_ON.search(text, end, follower.end) or _TURNS.match(text, end):
            break
        if not lasting and _OTHER_DEED.match(text, end):
            break
        if ceremony and _WHOLE.search(text, end, follower.end) and not _OPENING.search(text, end, follower.end):
            break
        end = follower.end
    return min(max(end, window.close), window.end)


def _pieces(text: str, clock: Clock, window: Window, *, ceremony: bool) -> Iterator[str]:
    for quantity in clock.quantities_in(window.start, window.end):
        span = quantity.span
        if span.overlaps(window.name) or not _is_its(text, span, window, ceremony=ceremony):
            continue
        around = (_around(text, span, window, pauses) for pauses in (_PAUSES.replace("、", ""), _PAUSES))
        yield next((piece for piece in around if len(piece) <= 24), text[span.start : span.end])


def _is_its(text: str, span: Span, window: Window, *, ceremony: bool) -> bool:
    """Whether the clause of a value speaks of the event itself: before its name only the clause that holds it."""
    if span.start < window.name.start:
        between = _OF_THEME.sub("", text[span.end : window.name.start])
        return not re.search("[,，;；。:：]", between)
    between = text[window.name.end : span.start]
    clauses = re.split("[,，;；]", between)[1:]
    if any(map(_TURNS_ASIDE.match, clauses)):
        return False
    marks = [(match.start(), ceremony) for match in _WHOLE.finditer(between)]
    marks += [(match.start(), not ceremony) for match in _OPENING.finditer(between)]
    return not max(marks, default=(0, False))[1]


def _around(text: str, span: Span, window: Window, pauses: str) -> str:
    """The words around a value, as far as the next of the pauses: 发放资料、图书、挂图60000余份."""
    start, end = span.start, span.end
    while start > window.start and text[start - 1] not in pauses and span.end - start < 60:
        start -= 1
    while end < window.end and text[end] not in pauses and end - span.start < 60:
        end += 1
    return text[start:end].strip(" 　").lstrip("①②③④⑤⑥⑦⑧⑨⑩⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽")
