"""When, where and on what theme an event was held, by whom and with what result: read from the words around its name."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from zongjie.finding.analysis import Analysis
from zongjie.finding.dates import Date, Strength, find_dates
from zongjie.finding.quantities import Quantity, find_quantities
from zongjie.lexicon import Lexicon
from zongjie.model import Span

_PAUSES = ",，、。;；:：!！?？\n()（）"
_HELD = (
    "举行|举办|召开|开展|启动|组织|开幕|拉开|揭幕|进行|设立|设点|设|发放|集中|巡回|挂牌|揭牌|宣传|开设|落幕|接受|参观|参加"
    "|开馆|开讲|开营|签约|成立|落成|举|摆|承办|主办|闭幕|展出|悬挂|布置|开班|为"
)
_ADVERB = "(?:隆重|成功|顺利|正式|如期|联合|统一|集中|同时|分别|共同|圆满|盛大|首次)?"
_AT = re.compile(
    rf"(?:(?<![存现正旨])在|(?<=[日号旬月])于|于(?=[^0-9]{{2,20}}(?:举行|召开|举办)))(?P<place>[^,，。;；:：()（）\n在]{{2,26}}?){_ADVERB}(?:{_HELD})"
)
_GO = re.compile(
    r"(?:深入|走进|前往|来到|奔赴|赴|落户|进驻|(?<![达得收遇受看听想感直提起做接])到)(?P<place>[^,，。;；:：()（）\n到赴]{2,26}?)"
    r"(?=等|开展|进行|参观|参加|参展|调研|考察|宣传|巡回|现场|指导|举办|举行|召开|学习|接受|接洽|发放|赠送|组织|义诊|洽谈|对接|走访|慰问|观摩|检查|面对面|举|观看|推介|招商|讲授|授课|培训|重温|瞻仰|祭扫|缅怀|视察|实地|取经|植树|督查|督导|验收|会商|看望|蹲点|驻村|就|为|并|[,，。;；\n]|$)"
)
_UPON = re.compile(r"对(?P<place>[^,，。;；:：()（）\n]{2,24}?)(?:进行|开展)")
# What 在 also introduces: in the course of, under the lead of, on the basis of.
_NO_PLACE = re.compile(
    r"(?:期间|基础上|过程中?|方面|工作中?|领域|领导下|指导下|支持下|配合下|前提下|形势下|情况下|同时|时候?|时期|之际|阶段|上半年|下半年|年初|年底|任务|农闲时节|内|之间|部署下|帮助下|活动中|会议?上|会上|仪式上|大会上)$"
    r"|^(?:全[国省市县区旗州]范围|全国|全省|全市|全县|全区|全旗|全州|全局|全社会|此|会|其|原有|今年|去年|当天|当日|上半年|下半年|这|本|基层|实践|企业|农村|各地|各级|局|目前|位|年|第|社会)$"
    r"|^(?:今年|去年|此次|活动|会|当|组织|做好|抓好|加强|推进|推动|实施|认真|重点|突出|提高|坚持|围绕|利用|落实|开展|各级|各部门|全面)|[0-9]{1,2}月|达到|科普日|活动周|宣传周|期间|市场需求|人次$|以上$|目标|情况$|[《》]"
)
_PLACE_TAIL = re.compile(
    r"(?:上|里|内|等地|等|等[0-9一二三四五六七八九十两]+[多余]?个?.{0,4}|分别|联合|共|成功|正式|隆重|了|统一|集中|内外)$"
)
_THEMES = (
    re.compile(r"以[“「](?P<theme>[^”」\n]{3,60})[”」]为(?:活动|宣传)?(?:主题|主线|重点|口号|主要内容|内容|载体|核心)"),
    re.compile(r"主题(?:是|为|:|:|定为|确定为|系|——)*[“「](?P<theme>[^”」\n]{3,60})[”」]"),
    re.compile(r"围绕(?:着)?[“「](?P<theme>[^”」\n]{3,60})[”」](?:这一|的|这个)?(?:活动|宣传)?(?:主题|主线)?"),
    re.compile(r"[“「](?P<theme>[^”」\n]{3,60})[”」](?:的|这一|为)?主题"),
    re.compile(r"以(?P<theme>[^“”「」,，。;；\n]{4,40})为(?:活动|宣传)?主题"),
    re.compile(r"主题(?:是|为|:|:)(?P<theme>[^“”「」,，。;；\n]{4,40})"),
)
_BODY = r"[^,，。;；:：\n、和与及由]{2,16}?"
_BODIES = rf"(?P<who>{_BODY}(?:[、和与及]{_BODY}){{0,8}}?)"
_OTHERS = r"(?:等(?:有关|相关)?(?:[0-9一二三四五六七八九十多余]+[个家]?)?(?:有关|相关|成员)?(?:部门|单位|企业|院校)?)?"
_NO_BODY = re.compile(r"[“”《》0-9]|召开|座谈|成功|举办|举行|开展|组织|主题|活动|积极|我局|我们|^.$")
_ORGANISERS = (
    re.compile(rf"由{_BODIES}{_OTHERS}(?:共同|联合|具体)?(?:主办|承办|举办|组织|牵头)"),
    re.compile(
        rf"(?:联合|会同|协同|配合){_BODIES}{_OTHERS}(?=在|对|共同|集中|举办|举行|开展|组织|召开|深入|到|赴|于|[,，。;；])"
    ),
    re.compile(rf"(?<=[与和]){_BODIES}{_OTHERS}(?:联合|共同|一道|一起)(?=在|举办|举行|开展|组织|召开|主办|承办)"),
    re.compile(rf"(?:^|(?<=[,，。;；\n日旬月])){_BODIES}{_OTHERS}(?:共同|联合)?(?:主办|承办)(?=[了的,，。;；])"),
    re.compile(rf"(?:^|(?<=[,，。;；\n日旬月])){_BODIES}{_OTHERS}(?:共同|联合)(?=在|举办|举行|开展|组织|召开)"),
)
_FRAME = re.compile(r"(?:[一-龥]{0,4}(?:活动周|活动月|宣传周|宣传月|科技周|科普日|科普月|活动日|宣传日))期间")
# 闵继川考察津脉管业
_INSPECTED = re.compile(
    r"(?:考察|视察|参观|走访|走进)(?P<place>[^,，。;；、]{3,16})(?<!工作)(?<!产业)(?<!情况)(?<!建设)$"
)
# 中涧河乡长沟村农业科技示范园举办…, 查巴奇鄂温克族民族乡科普赶集
_VILLAGE = re.compile(
    r"(?P<place>[一-龥]{2,12}?(?:(?<![进下])乡|镇|街道|办事处|社区|农场|林场)(?:[一-龥]{1,5}?(?:村|社区))?|[一-龥]{2,4}(?:(?<![农乡山全各本每])村|社区))(?=[一-龥])"
)
_RANK: dict[Strength, int] = {"day": 0, "month": 0, "season": 1, "period": 2}


@dataclass(frozen=True)
class Clock:
    """The dates and quantities of a record, found once, so that each event need only look around itself."""

    dates: tuple[Date, ...]
    quantities: tuple[Quantity, ...]

    def dates_in(self, start: int, end: int) -> Sequence[Date]:
        low = bisect_left(self.dates, start, key=lambda date: date.span.start)
        high = bisect_left(self.dates, end, key=lambda date: date.span.start)
        return [date for date in self.dates[low:high] if date.span.end <= end]

    def quantities_in(self, start: int, end: int) -> Sequence[Quantity]:
        low = bisect_left(self.quantities, start, key=lambda quantity: quantity.span.start)
        high = bisect_left(self.quantities, end, key=lambda quantity: quantity.span.start)
        return self.quantities[low:high]


def clock_of(analysis: Analysis, lexicon: Lexicon) -> Clock:
    """The dates and quantities of the record."""
    return Clock(find_dates(analysis.text), find_quantities(analysis, lexicon))


@dataclass(frozen=True, slots=True)
class Window:
    """Where an event's fields may stand: its own sentence from `start` to `close`, then on to `end`, after its `name`.

    `start` lies behind what an earlier event of the sentence has taken for itself.
    """

    name: Span
    start: int
    close: int
    end: int


def date_of(text: str, clock: Clock, window: Window) -> Date | None:
    """The event's date: in its name (5.12防灾减灾日), else the nearest before it in its sentence, else soon after it."""
    inside = [date for date in clock.dates_in(window.name.start, window.name.end) if date.strength in ("day", "month")]
    if inside:
        return inside[0]
    before = [
        date
        for date in clock.dates_in(window.start, window.name.start)
        if date.strength != "period" and not _is_listed(text, date, window)
    ]
    strong = [date for date in before if _RANK[date.strength] == 0]
    if strong:
        return strong[-1]
    after = _date_after(clock, window)
    return after or (before[-1] if before else _date_of_frame(text, window))


def _is_listed(text: str, date: Date, window: Window) -> bool:
    """Whether the date is the name of another item of the list: 利用“5.12”防灾减灾日、科技活动周."""
    between = text[date.span.end : window.name.start]
    return "." in text[date.span.start : date.span.end] and "、" in between and not re.search("[,，]", between)


def _date_of_frame(text: str, window: Window) -> Date | None:
    """活动周期间还组织了科普赶集: the time is that of the larger event."""
    frames = list(_FRAME.finditer(text, window.start, window.name.start))
    return Date(Span(*frames[-1].span()), "season") if frames else None


def _date_after(clock: Clock, window: Window) -> Date | None:
    """鉴定会于3月28日在长沙召开; 街头咨询,5月17日在安福镇; 开展专利执法检查。5月中旬,会同…."""
    for date in clock.dates_in(window.name.end, min(window.close, window.name.end + 50)):
        if _RANK[date.strength] == 0:
            return date
    return None


def place_of(text: str, window: Window) -> str | None:
    """The event's place, without 在: 五云街道溪滨公园; the place where somebody went: 龙岗药业和长辉生化."""
    before = _places(text, window.start, min(window.name.end + 2, window.close))
    after = _places(text, window.name.end, window.end)
    inside = [span for span in before if span.start < window.name.end]
    if inside:
        return _text(text, inside[-1])
    if after:
        return _text(text, after[0])
    inspected = _INSPECTED.search(text, window.name.start, window.name.end)
    if inspected:
        return inspected["place"]
    clause = max(text.rfind(pause, window.start, window.name.start) for pause in ",，。;；:：\n月日旬") + 1
    for start in (window.name.start, max(clause, window.start)):
        village = _VILLAGE.match(text, start, window.name.end)
        if village:
            return village["place"]
    return None


def _places(text: str, start: int, end: int) -> list[Span]:
    found = []
    for pattern in (_AT, _GO, _UPON):
        for match in pattern.finditer(text, start, end):
            span = _trim_place(text, Span(*match.span("place")))
            if span is not None:
                found.append(span)
        if found:
            break
    return sorted(found)


def _trim_place(text: str, span: Span) -> Span | None:
    end = span.end
    while match := _PLACE_TAIL.search(text[span.start : end]):
        end = span.start + match.start()
    place = text[span.start : end]
    if len(place) < 2 or _NO_PLACE.search(place) or place.count("“") != place.count("”"):
        return None
    if "的" in place:
        start = span.start + place.rfind("的") + 1
        return Span(start, end) if end - start >= 2 else None
    return Span(span.start, end)


def theme_of(text: str, window: Window) -> str | None:
    """The event's theme: 以“携手建设创新型国家”为主题, 主题是“…”, 围绕“…”主题."""
    best: tuple[int, str] | None = None
    for pattern in _THEMES:
        for match in pattern.finditer(text, window.start, window.end):
            distance = abs(match.start() - window.name.start)
            if best is None or distance < best[0]:
                best = (distance, match["theme"])
        if best:
            return best[1]
    return None


def organisers_of(text: str, window: Window) -> tuple[str, ...]:
    """Who held the event with whom: 联合区科协, 由省科技厅主办; each name of a list apart."""
    names: list[str] = []
    for pattern in _ORGANISERS:
        for match in pattern.finditer(text, window.start, window.close):
            names += [name for name in re.split(r"[、和与及]", match["who"]) if not _NO_BODY.search(name)]
    return tuple(dict.fromkeys(names))


def figures_of(text: str, clock: Clock, window: Window) -> tuple[str, ...]:
    """The figures of the event's sentences with the words around them: 28个部门参加, 发放资料8000余份."""
    return tuple(dict.fromkeys(_pieces(text, clock, window)))[:20]


def _pieces(text: str, clock: Clock, window: Window) -> Iterator[str]:
    for quantity in clock.quantities_in(window.start, window.end):
        if quantity.span.overlaps(window.name):
            continue
        around = (_around(text, quantity.span, window, pauses) for pauses in (_PAUSES.replace("、", ""), _PAUSES))
        yield next((piece for piece in around if len(piece) <= 24), _text(text, quantity.span))


def _around(text: str, span: Span, window: Window, pauses: str) -> str:
    """The words around a value, as far as the next of the pauses: 发放资料、图书、挂图60000余份."""
    start, end = span.start, span.end
    while start > window.start and text[start - 1] not in pauses and span.end - start < 60:
        start -= 1
    while end < window.end and text[end] not in pauses and end - span.start < 60:
        end += 1
    return text[start:end].strip(" 　")


def _text(text: str, span: Span) -> str:
    return text[span.start : span.end]
