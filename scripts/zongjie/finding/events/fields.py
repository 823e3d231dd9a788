"""When and on what theme an event was held: read from the words around its name."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from zongjie.finding.analysis import Analysis
from zongjie.finding.dates import Date, Strength, find_dates, same_days
from zongjie.finding.figures.quantities import Quantity, find_quantities
from zongjie.lexicon import Lexicon
from zongjie.model import Span

_THEMES = (
    re.compile(
        r"以[“「](?P<theme>[^”」\n]{3,60})[”」]为(?:活动|宣传)?(?:主题|主旋律|主线|重点|口号|主要内容|内容|载体|核心)"
    ),
    re.compile(r"主题(?:是|为|叫|叫做|:|:|定为|确定为|系|——)*[“「](?P<theme>[^”」\n]{3,60})[”」]"),
    re.compile(r"(?:围绕(?:着)?|聚焦)[“「](?P<theme>[^”」\n]{3,60})[”」](?:这一|的|这个)?(?:活动|宣传)?(?:主题|主线)?"),
    re.compile(r"[“「](?P<theme>[^”」\n]{3,60})[”」](?:的|这一|为)?主题"),
    re.compile(r"以[“\"「]?(?P<theme>[^“”\"「」。;；\n以]{4,40})[”\"」]?为(?:活动|宣传)?(?:的)?主题"),
    re.compile(r"(?:活动|本次|年度|今年|[,，])主题[“\"「](?P<theme>[^“”\"「」\n]{3,60})[”\"」]"),
    re.compile(r"主题(?:是|为|:|:|系)[“\"「]?(?P<theme>[^“”\"「」,，。;；\n]{4,40})"),
)
# “弘扬科学家精神 激发创新活力”科技活动周; the end is that of the stretch searched
_SLOGAN_BEFORE = re.compile(r"[“\"「『](?P<theme>[^“”\"「」『』\n]{8,40})[”\"」』](?:为主题的)?$")
# …和科普日活动。科技活动周的|主题是“…”: the theme of what its sentence names, told behind another.
_OF_OTHER = re.compile("(?:周|月|日|赛|会|展|营|论坛)(?:活动)?的?$")
_FRAME = re.compile(r"(?:[一-龥]{0,4}(?:活动周|活动月|宣传周|宣传月|科技周|科普日|科普月|活动日|宣传日))期间")
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
    dates = find_dates(analysis.text)
    pointing = same_days(analysis.text, dates)
    return Clock(tuple(sorted((*dates, *pointing), key=lambda date: date.span)), find_quantities(analysis, lexicon))


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
    told = clock.dates_in(window.start, window.name.start)
    if inside and not (inside[0].strength == "month" and any(date.strength == "day" for date in told)):
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


def theme_of(text: str, window: Window) -> str | None:
    """The event's theme: 以“携手建设创新型国家”为主题, 主题是“…”, 围绕“…”主题."""
    slogan = _SLOGAN_BEFORE.search(text, window.start, window.name.start)
    if slogan:
        return slogan["theme"]
    best: tuple[int, str] | None = None
    for pattern in _THEMES:
        for match in pattern.finditer(text, window.start, window.end):
            if match.start() >= window.close and _OF_OTHER.search(text, window.close, match.start()):
                continue
            distance = abs(match.start() - window.name.start)
            if best is None or distance < best[0]:
                best = (distance, match["theme"])
        if best:
            return best[1]
    return None
