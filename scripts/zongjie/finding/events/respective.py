"""Whose each day and place is where one sentence tells several: 1月22日到木古乡,9月20日到云甸镇,分别组织了三下乡和科普日活动."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from zongjie.finding.dates import Date
from zongjie.finding.events.model import Context, Happening
from zongjie.finding.events.years import iso_of
from zongjie.model import Span, Value

_EACH = re.compile("分别|分头|依次")
_BETWEEN = re.compile(r"[、,，和与及“”\s]*(?:以及)?[“]?")
_ACT = re.compile(
    r"(?:[在到赴于](?P<places>[^,，。;；在到]{2,48}?)(?=举办|举行|召开|组织|开展|启动))?(?:隆重|成功|顺利)?(?:举办|举行|召开|组织|开展|启动|承办|主办|进行|参加)?[了过好]?[“]?"
)
_LIST = re.compile("、|(?<=[镇乡村场园馆校院区县市街道心])[和与及]")
_AT = re.compile(r"(?:在|到|赴|走进|深入|于)(?P<place>[^,，。;；、在到]{2,16}?)(?=[,，、和及与举召开启]|$)")


def each_its_own(context: Context, kept: Sequence[Happening]) -> list[Happening]:
    """The happenings with the day and place of each, where 分别 shares out as many days among them."""
    out = list(kept)
    for match in _EACH.finditer(context.text):
        sentence = context.analysis.sentence_at(match.start())
        for at, date, place in _shared_out(context, out, Span(*match.span()), sentence):
            out[at] = _with(context, out[at], date, place)
    return out


def _shared_out(
    context: Context, kept: Sequence[Happening], each: Span, sentence: Span
) -> Iterator[tuple[int, Date, str | None]]:
    """Which of the happenings takes which day and place, those behind 分别 or else those right before it."""
    act = _ACT.match(context.text, each.end)
    run = _run(context.text, kept, act.end() if act else each.end, sentence.end)
    days = Span(sentence.start, each.start)
    if not run:
        run = _run_before(context.text, kept, each.start, sentence.start)
        days = Span(each.end, sentence.end)
    dates = [date for date in context.clock.dates_in(days.start, days.end) if date.strength in ("day", "month")]
    if len(run) < 2 or len(dates) != len(run):
        return
    ends = [*(date.span.start for date in dates[1:]), days.end]
    own = [_AT.match(context.text, date.span.end, end) for date, end in zip(dates, ends, strict=True)]
    places: Sequence[str | None] = [match["place"] if match else None for match in own]
    if act and act["places"] and len(listed := _LIST.split(act["places"])) == len(run):
        places = listed
    yield from zip(run, dates, places, strict=True)


def _run(text: str, kept: Sequence[Happening], start: int, end: int) -> list[int]:
    """The happenings that follow one another from `start` on, with no more than 、 or 和 between them."""
    run: list[int] = []
    for at, one in enumerate(kept):
        if start <= one.span.start < end:
            if not _BETWEEN.fullmatch(text, start, one.span.start):
                break
            run.append(at)
            start = one.span.end
    return run


def _run_before(text: str, kept: Sequence[Happening], stop: int, start: int) -> list[int]:
    """The happenings that lead up to `stop` in the same way."""
    run: list[int] = []
    for at in range(len(kept) - 1, -1, -1):
        one = kept[at]
        if start <= one.span.start and one.span.end <= stop:
            if not _BETWEEN.fullmatch(text, one.span.end, stop):
                break
            run.insert(0, at)
            stop = one.span.start
    return run


def _with(context: Context, one: Happening, date: Date, place: str | None) -> Happening:
    told: dict[str, Value | None] = {
        "date": context.text[date.written.start : date.written.end],
        "date_iso": iso_of(context, one, date),
        "place": place,
    }
    fields = {key: value for key, value in {**one.fields, **told}.items() if value is not None}
    return replace(one, fields=fields)
