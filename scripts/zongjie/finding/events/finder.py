"""Mentions of kind `event`: happenings that the text names (科技活动周启动仪式) or tells with a date (到安陵机械厂现场办公)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from zongjie.finding.analysis import Analysis
from zongjie.finding.dates import Date
from zongjie.finding.engine.rulebook import Rulebook
from zongjie.finding.events.acts import find_passed, find_told
from zongjie.finding.events.fields import (
    Window,
    clock_of,
    date_of,
    theme_of,
)
from zongjie.finding.events.heads import HeadKind
from zongjie.finding.events.hosts import hosts_of, partners_of
from zongjie.finding.events.house import house_of
from zongjie.finding.events.links import echoes, linked, shared, weeks_opened, with_days, with_themes
from zongjie.finding.events.model import Context, Happening
from zongjie.finding.events.names import Named, announces, find_named
from zongjie.finding.events.respective import each_its_own
from zongjie.finding.events.signs import is_event, is_heading, is_many, surface, weighed
from zongjie.finding.events.tallies import figures_of
from zongjie.finding.events.whereabouts import place_of
from zongjie.finding.events.years import iso_of
from zongjie.finding.plans import find_plans
from zongjie.lexicon import Lexicon
from zongjie.lexicon.series import series_of
from zongjie.model import Mention, Record, Span, Value

_NEXT_CLAUSE = re.compile("[,，]?[^,，。;；\n]*")
# “4·26”期间: a day known by its number alone.
_NUMBER_DAY = re.compile(
    r"[“‘](?P<day>(?:1[0-2]|[1-9])[.·．•・](?:3[01]|[12][0-9]|0?[1-9]))[”’](?:期间|当天|前后|活动|那天|当日)"
)
_BARE_REVIEWS = ("鉴定会", "验收会", "论证会", "评审会")
# 赴哈尔滨,走访了东北林业大学; 危朝安来到我县,视察了试验站: the next clause tells more of one journey.
_ARRIVALS = ("前往某处", "莅临", "一行来访", "来访", "登门", "访问")
_RULES: Mapping[HeadKind, str] = {
    "series": "活动系列",
    "ceremony": "仪式",
    "meeting": "会议赛事",
    "festival": "节庆集市",
    "days": "活动周月",
    "routine": "带日期的活动",
    "tour": "专家行",
    "open": "会展赛",
}


def find_events(analysis: Analysis, lexicon: Lexicon, rules: Rulebook, known: Sequence[Mention]) -> list[Mention]:
    """The events that the record names. `known` are the mentions that earlier finders found."""
    del rules
    context = Context(
        analysis, lexicon, clock_of(analysis, lexicon), find_plans(analysis, lexicon), house_of(analysis.record)
    )
    candidates = [weighed(context, c) for c in find_named(analysis, lexicon) if not _inside_other(c.span, known)]
    kept = [_happening(context, c) for c in candidates if is_event(context, c, candidates)]
    kept = _with_passed(context, kept)
    kept += _told(context, [one.span for one in kept if not _is_bare(one)], known)
    kept += _number_days(context, kept)
    kept = _without_parts(context, sorted(kept, key=lambda one: one.span))

    kept = [replace(one, fields=_fields(context, one, _window(context, kept, at), kept)) for at, one in enumerate(kept)]
    kept = each_its_own(context, kept)
    kept = linked(with_days(context, sorted([*kept, *weeks_opened(kept)], key=lambda one: one.span)))
    short = echoes(context, kept, [(c, _happening(context, c)) for c in candidates])
    short = [replace(one, fields=_fields(context, one, _own_sentence(context, one, kept), kept)) for one in short]
    return [_mention(analysis.record, one) for one in with_themes(context, shared([*kept, *short]))]


def _inside_other(span: Span, known: Sequence[Mention]) -> bool:
    """Whether the stretch is part of a policy's or a project's title; a notice of an event names the event."""
    return any(
        span.within(m.span) and (m.kind == "project" or (m.kind == "policy" and not announces(m.text))) for m in known
    )


def _happening(context: Context, named: Named) -> Happening:
    text = surface(context, named)
    return Happening(
        named.span,
        text,
        _RULES[named.kind],
        named.kind,
        series_of(text, context.lexicon.series),
        context.plans.hold(named.span.start),
        is_many(context.text, named),
    )


def _without_parts(context: Context, kept: Sequence[Happening]) -> list[Happening]:
    """Without a bare ceremony that the sentence of its own event goes on to tell of.

    举办第27届科技周,…,开幕式在文化广场举行; 服务平台正式上线,副厅长出席上线仪式; 科普日启动仪式…,800人参加启动仪式.
    """
    out: list[Happening] = []
    for one in kept:
        before = out[-1] if out else None
        sentence = context.analysis.sentence_at(one.span.start)
        if _is_bare(one) and before is not None and before.span.start >= sentence.start:
            days = context.clock.dates_in(before.span.end, one.span.start)
            if not any(date.strength == "day" for date in days):
                continue
        out.append(one)
    return out


def _is_bare(one: Happening) -> bool:
    return one.kind == "ceremony" and len(one.text) <= 5


def _with_passed(context: Context, kept: Sequence[Happening]) -> list[Happening]:
    """With what a bare 鉴定会 was about: “十二烷基葡糖苷”新产品通过省级鉴定,…,鉴定会于3月28日在长沙召开."""
    out: list[Happening] = []
    for one in kept:
        sentence = context.analysis.sentence_at(one.span.start)
        passed = find_passed(context.text, sentence.start, one.span.start) if one.text in _BARE_REVIEWS else None
        if passed is not None:
            text = context.text[passed.start : passed.end]
            out.append(replace(one, span=passed, text=text, rule="通过验收"))
            one = replace(one, full=text)
        out.append(one)
    return out


def _told(context: Context, taken: Sequence[Span], known: Sequence[Mention]) -> list[Happening]:
    happenings: list[Happening] = []
    for told in find_told(context.analysis, context.lexicon, context.clock, taken, known):
        text, target = context.text[told.span.start : told.span.end], context.plans.hold(told.span.start)
        before = happenings[-1] if happenings else None
        goes_on = before is not None and before.rule in _ARRIVALS and before.span.end + 1 == told.span.start
        full = before.name if before is not None and goes_on else None
        happenings.append(Happening(told.span, text, told.rule, None, None, target, full=full))
    return happenings


def _number_days(context: Context, kept: Sequence[Happening]) -> list[Happening]:
    """Days that stand for what was done on them: “4·26”期间,发放宣传册2000册; where the next clause names that, the day is its date."""
    found = []
    for match in _NUMBER_DAY.finditer(context.text):
        day = re.sub(r"[·．•・]", ".", match["day"])
        series = next((one for one in context.lexicon.series if one.day == day), None)
        span = Span(*match.span())
        clause = _NEXT_CLAUSE.match(context.text, span.end)
        said = Span(span.start, clause.end() if clause else span.end)
        if series and not any(one.span.overlaps(said) for one in kept):
            target = context.plans.hold(span.start)
            found.append(Happening(span, match[0], "纪念日期间", "series", series, target))
    return found


def _fields(context: Context, one: Happening, window: Window, kept: Sequence[Happening]) -> dict[str, Value]:
    text, fields = context.text, dict[str, Value | None]()
    date = date_of(text, context.clock, window)
    if date is not None and not _is_of_name(date, one, kept):
        written = text[date.written.start : date.written.end]
        fields["date"] = written
        fields["date_iso"] = iso_of(context, one, date)
    fields["place"] = place_of(text, window)
    fields["theme"] = theme_of(text, window)
    fields["organisers"] = _organisers(context, window) or None
    figures = figures_of(context.analysis, context.clock, window, ceremony=one.ceremony, lasting=_is_lasting(one))
    fields["figures"] = figures or None
    fields["series"] = one.series.name if one.series else None
    return {key: value for key, value in fields.items() if value is not None}


def _is_of_name(date: Date, one: Happening, kept: Sequence[Happening]) -> bool:
    """Whether the month is but a part of another happening's name: 十月科普大行动."""
    return date.strength == "month" and any(date.span.within(k.span) for k in kept if k.span != one.span)


def _is_lasting(one: Happening) -> bool:
    """Whether it goes on for days in which this and that is done: 科技活动周, not 科普知识竞赛."""
    return one.kind in ("series", "days") and not one.many and not one.text.endswith(("赛", "会"))


def _organisers(context: Context, window: Window) -> tuple[str, ...]:
    """Who held it, by name: also those that stand with the run-in heading's next sentence."""
    end = min(context.analysis.sentence_at(window.name.start).end, window.close)
    names = hosts_of(context.text, window.start, window.name, end, context.house).names
    partners = partners_of(context.text, end, window.close, context.house) if end < window.close else ()
    return tuple(dict.fromkeys((*names, *partners)))


def _window(context: Context, kept: Sequence[Happening], at: int) -> Window:
    """The stretch that may speak of the happening: its sentence and the two after it, as far as the next happening."""
    one = kept[at]
    sentence = context.analysis.sentence_at(one.span.start)
    block = context.analysis.record.block_at(one.span.start)
    end = sentence.end
    for _ in range(2):
        follower = context.analysis.sentence_at(end)
        if follower.start < end or follower.end > block.end:
            break
        end = follower.end
    later = next((k for k in kept[at + 1 :] if k.span.start >= one.span.end), None)
    if later is not None and later.span.start < end:
        other = context.analysis.sentence_at(later.span.start)
        end = other.start if other.start >= sentence.end else _own_part(context, one.span.end, later.span.start)
    close = min(sentence.end, end)
    if end > sentence.end and is_heading(context, one.span, ()):
        close = context.analysis.sentence_at(sentence.end).end
    return Window(one.span, sentence.start, close, max(end, one.span.end))


def _own_part(context: Context, start: int, end: int) -> int:
    """Where the words on one event end and those on the next of the sentence begin: at the date of the next, else its name."""
    dates = [d for d in context.clock.dates_in(start, end) if d.strength in ("day", "month")]
    pauses = [d.span.start for d in dates if context.text[d.span.start - 1] in ",，;；、和"]
    return pauses[0] if pauses else end


def _own_sentence(context: Context, one: Happening, kept: Sequence[Happening]) -> Window:
    """A short form tells only what its own sentence goes on to say, as far as the next happening: 活动周期间组织了|科普赶集."""
    end = context.analysis.sentence_at(one.span.start).end
    end = min((k.span.start for k in kept if one.span.end <= k.span.start < end), default=end)
    return Window(one.span, one.span.start, end, end)


def _mention(record: Record, one: Happening) -> Mention:
    attributes: dict[str, Value] = dict(one.fields)
    if one.many:
        attributes["aggregate"] = True
    if one.target:
        attributes["target"] = True
    if one.full and one.full != one.text:
        attributes["full"] = one.full
    return Mention(record.id, "event", one.span.start, one.span.end, one.text, one.rule, attributes)
