"""The year of a happening, where the text tells it or the record's period makes it sure: 5月19日 in a report on 2012."""

from __future__ import annotations

import re

from zongjie.finding.dates import Date, date_iso
from zongjie.finding.events.model import Context, Happening
from zongjie.model import Record, Span

_OWN_YEAR = re.compile("[0-9]{4}年")
# How far a report counts: 截至10月末, 1—10月. What it tells of December is of the year before.
_UNTIL = re.compile(
    "(?:截[至止]到?(?:[0-9]{4}年)?|(?:^|[^0-9])1月?(?:份)?(?:至|到|[—-]+|~|～))(?:目前|今年)?(?P<month>1[0-2]|[1-9])月"
)
_HALF_YEAR = 7  # written in July, at the latest
_MONTH = re.compile("[0-9]{4}-([0-9]{2})")
# Another year before it in its sentence: 2011年开工,5月竣工; 去年立项,6月通过验收.
_OTHER_YEAR = re.compile(
    "(?P<year>(?:19|20)[0-9]{2})年(?!以来)|(?<![比较同])(?:[去前]年|[上前]一年)度?(?!度?同期)|(?:20)?[xX×*_]{2,4}年"
)
_TITLE = re.compile("《[^《》]*》|“[^“”]*”")


def iso_of(context: Context, one: Happening, date: Date) -> str | None:
    """The date of the happening in ISO, None where the text leaves its year open."""
    written = context.text[date.written.start : date.written.end]
    own = _OWN_YEAR.search(one.text)
    if own:
        return date_iso(written, int(own[0][:4]))
    iso = date_iso(written, _year(context.analysis.record, one))
    if iso is None or _tells_year(written) or _is_sure(context, date.written, iso):
        return iso
    return None


def _year(record: Record, one: Happening) -> int | None:
    """The record's year; none for what is only planned, unless the record is the plan of that year."""
    year = record.period.year
    if year is None or not year.isdecimal() or (one.target and record.kind != "工作计划"):
        return None
    return int(year)


def _tells_year(written: str) -> bool:
    return "年" in written and not written.startswith("每年")


def _is_sure(context: Context, date: Span, iso: str) -> bool:
    """Whether a month or day without a year can only be of the record's year."""
    record, text = context.analysis.record, context.text
    before = _TITLE.sub("", text[context.analysis.sentence_at(date.start).start : date.start])
    others = {match["year"] for match in _OTHER_YEAR.finditer(before)}
    if others - {record.period.year}:
        return False
    until = max((int(match["month"]) for match in _UNTIL.finditer(text)), default=12)
    until = min(until, _HALF_YEAR) if record.kind == "半年总结" else until
    month = _MONTH.match(iso)
    return month is None or int(month[1]) <= until
