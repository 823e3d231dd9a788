"""Dates as work summaries write them: 5月19日至25日, 4月下旬以来, 元月22日, “5.12”, 冬春农闲时节."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from zongjie.model import Span

# How well a date tells one happening from others: a day, a month, a season or festival, or a period that only
# says how far the counting goes (1—10月, 截至6月底).
Strength = Literal["day", "month", "season", "period"]

_CN_DIGITS = {digit: n for n, digit in enumerate("〇一二三四五六七八九")} | {"○": 0, "零": 0, "O": 0, "o": 0, "0": 0}
# Full-width figures and marks, each to its plain twin, so that offsets stay.
_WIDTHS = str.maketrans("０１２３４５６７８９．＊－～", "0123456789.*-~")
_BLANK = r"xX×*_"
_S = "[ \u00a0\u3000]?"  # 2021 年 5 月 22 日, as pages made from PDF have it
_YEAR = (
    rf"(?:(?:(?:19|20)[0-9{_BLANK}]{{2}}|[0-9]{{2}}|[〇○零一二三四五六七八九O0o]{{2,4}}|[{_BLANK}]{{2,4}}){_S}年度?{_S}"
    r"|[今去明当本同]年度?|每年)"
)
_NAMED_YEAR = re.compile("[0-9〇○零一二三四五六七八九]{2,4}年")
_DAY_NUMBER = rf"(?:[12][0-9]|3[01]|0?[1-9]|三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九]|[{_BLANK}]{{1,2}})"
_MONTH_NUMBER = rf"(?:1[0-2]|0?[1-9]|元|正|腊|十[一二]?|[一二三四五六七八九]|[{_BLANK}]{{1,2}})"
# Not the 5 of 1.5月; that of a list's second item is a month: ;2.8月承办研讨会.
_NO_FRACTION = r"(?:(?<![0-9.十])|(?<=[;；。\n][0-9]\.))"
_MONTH = rf"{_NO_FRACTION}{_MONTH_NUMBER}{_S}月"
_DAY = rf"{_S}{_DAY_NUMBER}{_S}[日号]"
# 农历八月十五
_LUNAR = (
    r"(?:正|冬|腊|[一二三四五六七八九十]|十一|十二)月"
    r"(?:初[一二三四五六七八九十]|十[一二三四五六七八九]|[廿二]十?[一二三四五六七八九]|[二三]十)(?![一二三四五六七八九十个多余日号])"
)
_WEEK = r"第[一二三四五1-5]个?(?:星期|周)"  # 5月第三周
_PART = r"(?:[上中下]旬|初[一二三四五六七八九十]|[初中底末]|份)"
_TIME = r"(?:(?:当天)?(?:上午|下午|晚上|晚|早上|凌晨|中午)?(?:[0-9]{1,2}[时点](?:[0-9]{1,2}分|半|整)?)|上午|下午|晚上?)"
_TO = r"\s*(?:至|到|—+|-|–|~)\s*"
_AFTER = re.compile("前后|以来|前夕|期间|左右|起")
_DATE = re.compile(
    rf"(?P<range>{_YEAR}?{_MONTH}{_S}{_DAY_NUMBER}(?:{_S}[日号])?{_TO}(?:{_YEAR}?{_MONTH_NUMBER}{_S}月)?{_DAY})"
    rf"|(?P<list>{_YEAR}?{_MONTH}{_S}{_DAY_NUMBER}日?(?:、|和|及)(?:{_DAY}|{_DAY_NUMBER}两[日天]))"
    rf"|(?P<months>{_YEAR}?(?<![0-9.十]){_MONTH_NUMBER}月?(?:{_PART})?{_TO}(?:{_YEAR}?{_MONTH_NUMBER}{_S}月)(?:{_PART})?)"
    rf"|(?P<lunar>农历{_LUNAR})"
    rf"|(?P<same>[同当]月{_DAY}{_TIME}?)"
    rf"|(?P<point>{_YEAR}?(?:的|农历)?{_MONTH}(?:{_DAY}{_TIME}?|{_WEEK}|{_PART})?)"
)
_DOTTED = re.compile(
    r"(?<![0-9.])(?P<month>1[0-2]|[1-9])[.·．•・](?P<day>3[01]|[12][0-9]|0?[1-9])(?![0-9.%级亿万元米吨公斤亩])"
)
# What makes 5.12 a day and not a number: marks around it, or the name of the day behind it.
_DAY_NAME = re.compile(
    r"[”\"’」]|防灾|世界|国际|全国|中国|国家|纪念|宣传|期间|科技|法制|宪法|消费|地球|环境|知识产权|汶川|唐山|地震|当天|前后"
)
_FESTIVAL = "春节|元旦|国庆节?|中秋节?|端午节?|清明节?|五一|十一|六一|七一|八一|两节|双节"
_FARMING = "今?冬明?春|冬季|春季|秋季|夏季|春耕|三夏|秋收|秋冬|夏收|春播|秋播|农闲|冬闲|备耕|生产"
_SEASON = re.compile(
    rf"(?:今年|去年|每年)?(?:“?(?:{_FESTIVAL})”?(?:前夕|前后|期间|假期|长假|前|后)|(?:{_FARMING})+(?:时节|季节)"
    r"|暑假(?:期间)?|寒假(?:期间)?|汛期|今冬明春|第?[一二三四]季度|上半年|下半年|年初|年底|年末|年中(?![一-龥]?[关国央华部原西东小医药科学心级等期试间])|岁末)"
)
_COUNTING = re.compile(r"(?:截至|截止|截至到|截止到|至|到|到了)$")
_DEADLINE = re.compile(r"(?:之?前(?!后|夕|往|来|去|期|沿|景|列|进|提|身)|以前)")


@dataclass(frozen=True, slots=True)
class Date:
    """A date in the text: its span and how much it tells; 同日 `means` the day at another span."""

    span: Span
    strength: Strength
    means: Span | None = None

    @property
    def written(self) -> Span:
        """Where the day itself is written."""
        return self.means or self.span


# 同日,在紫岩小学开展了演练: the day told before; not 开馆当日, 5月20日当天.
_SAME_DAY = re.compile(r"(?:(?<=[,，。;；:：])|(?<![^\n]))(?:同日|同一天|当日|当天)(?:上午|下午|晚上?)?(?!起|内)")


def find_dates(text: str, start: int = 0, end: int | None = None) -> tuple[Date, ...]:
    """The dates in `text[start:end]`, in reading order, none inside another.

    `截至6月底` and `1—10月` are periods; 5.12 is a date only where it is marked as a day (“5.12”防灾减灾日).
    """
    text = _plain(text)
    stop = len(text) if end is None else end
    found = [*_written(text, start, stop), *_dotted(text, start, stop), *_seasons(text, start, stop)]
    found.sort(key=lambda date: (date.span.start, -date.span.end))
    kept: list[Date] = []
    for date in found:
        if not kept or date.span.start >= kept[-1].span.end:
            kept.append(date)
    return tuple(kept)


def same_days(text: str, dates: Sequence[Date]) -> tuple[Date, ...]:
    """The dates that only point back: 同日 means the last day told before it in its paragraph."""
    days = [date for date in dates if date.strength == "day"]
    found = []
    for match in _SAME_DAY.finditer(text):
        before = bisect_left(days, match.start(), key=lambda date: date.span.start)
        if before and "\n" not in text[days[before - 1].span.end : match.start()]:
            found.append(Date(Span(*match.span()), "day", days[before - 1].span))
    return tuple(found)


def date_iso(date: str, year: int | None) -> str | None:
    """A date as written → ISO (2012-05-19/2012-05-25, 2012-04), None where the text or `year` does not give enough.

    `year` is the year of the record; 去年 and 明年 count from it.
    """
    date = re.sub(rf"{_S}|{_WEEK}", "", _plain(date))
    own_year = _year_of(date, year)
    if own_year is None or re.search(r"每年|[正腊同当]月|农历|初[一二三四五六七八九十]", date):
        return None
    points = list(_points(date))
    if not points:
        return None
    isos = [iso for month, day in points if (iso := _iso(own_year, month, day))]
    if len(isos) != len(points):
        return None
    return "/".join((isos[0], isos[-1])) if len(isos) > 1 else isos[0]


def names_year(date: str) -> bool:
    """Whether a date says its year: 2012年5月15日, 〇九年春; not 5月15日."""
    return _NAMED_YEAR.search(date) is not None


def chinese_number(text: str) -> int | None:
    """A whole number in Chinese characters below 10,000 (二十七 → 27, 两千 → 2000), None where it is none."""
    units = {"十": 10, "百": 100, "千": 1000}
    digits = _CN_DIGITS | {"两": 2}
    total, digit = 0, None
    for char in text:
        if char in units:
            total += (1 if digit is None else digit) * units[char]
            digit = None
        elif (char in digits and digit is None) or (char in digits and digit == 0):
            digit = digits[char]
        else:
            return None
    return total + (digit or 0) if text else None


@lru_cache(maxsize=4)
def _plain(text: str) -> str:
    """The text with plain figures; kept, as one text is asked for its dates many times."""
    return text.translate(_WIDTHS)


def _written(text: str, start: int, end: int) -> Iterator[Date]:
    for match in _DATE.finditer(text, start, end):
        stop = match.end()
        if match["point"] and text[stop : stop + 1] in ("周", "刊"):
            continue
        after = _AFTER.match(text, stop, end)
        stop = after.end() if after else stop
        yield Date(Span(match.start(), stop), _strength(match, text, stop, start))


def _strength(match: re.Match[str], text: str, stop: int, start: int) -> Strength:
    if _COUNTING.search(text, max(start, match.start() - 4), match.start()) or _DEADLINE.match(text, stop):
        return "period"
    if match["months"]:
        return "period" if re.match(rf"(?:{_YEAR})?[1一元]月?{_TO}", match["months"]) else "month"
    if match["point"] and not re.search("[日号周期]", match["point"]):
        return "month"
    return "day"


def _dotted(text: str, start: int, end: int) -> Iterator[Date]:
    for match in _DOTTED.finditer(text, start, end):
        if _DAY_NAME.match(text, match.end()) and text[match.end() : match.end() + 2] != "级地":
            yield Date(Span(*match.span()), "day")


def _seasons(text: str, start: int, end: int) -> Iterator[Date]:
    for match in _SEASON.finditer(text, start, end):
        strength: Strength = "period" if match[0] in ("上半年", "下半年") else "season"
        yield Date(Span(*match.span()), strength)


def _year_of(date: str, year: int | None) -> int | None:
    written = re.match(r"((?:19|20)?[0-9]{2})年|([〇○零一二三四五六七八九O0o]{2,4})年", date)
    if written:
        digits = written[1] or "".join(str(_CN_DIGITS[char]) for char in written[2])
        if len(digits) == 2:
            return int(digits) + (1900 if int(digits) > 60 else 2000)
        return int(digits) if len(digits) == 4 else None
    if re.match(rf"[0-9{_BLANK}]+年", date) or year is None:
        return None
    return year + {"去": -1, "明": 1}.get(date[:1], 0)


def _points(date: str) -> Iterator[tuple[int | None, int | None]]:
    """The months and days in the order of the text; a day without a month has that of the one before."""
    month: int | None = None
    dotted = _DOTTED.search(date)
    if dotted:
        yield int(dotted["month"]), int(dotted["day"])
        return
    months_only = re.match(rf"(?:{_YEAR})?({_MONTH_NUMBER})月?{_TO}({_MONTH_NUMBER})月(?!{_DAY_NUMBER})", date)
    if months_only:
        yield _number(months_only[1]), None
        yield _number(months_only[2]), None
        return
    for match in re.finditer(
        rf"(?:({_MONTH_NUMBER})月)?({_DAY_NUMBER})(?:[日号]|(?={_TO}|、|和|及))|({_MONTH_NUMBER})月", date
    ):
        if match[3]:
            yield _number(match[3]), None
        else:
            month = _number(match[1]) if match[1] else month
            yield month, _number(match[2])


def _number(text: str) -> int | None:
    if text == "元":
        return 1
    return int(text) if text.isdecimal() else chinese_number(text)


def _iso(year: int, month: int | None, day: int | None) -> str | None:
    if month is None or not 1 <= month <= 12:
        return None
    if day is None:
        return f"{year:04}-{month:02}"
    return f"{year:04}-{month:02}-{day:02}" if 1 <= day <= 31 else None
