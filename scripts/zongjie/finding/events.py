"""Mentions of kind `event`: happenings that the text names (科技活动周启动仪式) or tells with a date (到安陵机械厂现场办公)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from zongjie.finding.analysis import Analysis
from zongjie.finding.dates import date_iso
from zongjie.finding.event_acts import find_told
from zongjie.finding.event_fields import (
    Clock,
    Window,
    clock_of,
    date_of,
    figures_of,
    organisers_of,
    place_of,
    theme_of,
)
from zongjie.finding.event_names import HeadKind, Named, find_named
from zongjie.finding.plans import Plans, find_plans
from zongjie.finding.rulebook import Rulebook
from zongjie.lexicon import Lexicon
from zongjie.lexicon.series import Series, series_of
from zongjie.model import Mention, Record, Span, Value

_PAUSES = ",，、。;；:：!！?？\n"
_AFTER_COUNT = re.compile(
    r"(?:活动)?[”’]?(?P<count>[0-9]+|[一二三四五六七八九十两多数几]+)(?P<more>[多余]?)(?:场次|期次|家次|次|场|期|批|轮|届|个班)"
)
_HELD_AFTER = re.compile(
    r"^”?[^,，。;；\n]{0,36}?(?:举行|举办|召开|启动|开幕|落幕|闭幕|开赛|拉开(?:了)?(?:帷幕|序幕)|圆满|胜利|成功|走进|走入|开展|进行|如期|揭幕|开馆|落下帷幕|吸引|在.{2,14}(?:开|举))"
)
_HELD_BEFORE = re.compile(
    r"(?:举办|举行|组织|召开|主办|承办|开展|发起|牵头|协办|开办|参加)(?:了|好)?[^,，。;；\n]{0,2}的[“]?$|主题的[“`]?$|(?:为重点|为内容|为特色|为主线|为载体)的[“`]?$"
)
_THEME_BEFORE = re.compile(r"(?:为主题|为重点|为主线|为特色|为内容|主题)的[“`]?$")
_GENERIC_BEFORE = re.compile(
    r"(?:形式|种类|类型|大小|各类|各种|有关|相关|多样|多彩|以往|历年|历届|等)[^,，。;；\n]{0,4}的?[“]?$"
)
_GENERIC_AFTER = re.compile(
    r"^”?(?:等(?:形式|载体|方式|多种|系列|各类|各种|一系列)|的(?:形式|方式|机会|契机|通知|意见|方案|积极性))"
)
_SPECIFIC = re.compile(
    r"第[一二三四五六七八九十百0-9xX×*]{1,4}[届次期]|首届|[12][0-9xX×*_]{3}年?|[“（(·—]|全国|中国|全省|全市|全县|全区|全旗|全州|国际|省|市|县|区|旗|州"
)
_TALK = re.compile(r"[“‘](?P<day>(?:1[0-2]|[1-9])[.·．•・](?:3[01]|[12][0-9]|0?[1-9]))[”’](?:期间|当天|前后|活动)")
_CEREMONY = ("仪式", "开幕式", "闭幕式", "启动式", "典礼", "开班式", "首发式", "启动会")
_DAYS_TAIL = re.compile(r"(?:活动|宣传|科普|科技)*(?:周|月|日)(?:活动)?$")
_NUMBERED = re.compile(r"[0-9]{4}年")


@dataclass(frozen=True, slots=True)
class _Happening:
    """A stretch that names or tells of one happening, with what was read around it."""

    span: Span
    text: str
    rule: str
    kind: HeadKind | None
    series: Series | None
    target: bool
    many: bool = False
    full: str | None = None
    fields: tuple[tuple[str, Value], ...] = ()

    @property
    def ceremony(self) -> bool:
        return self.text.endswith(_CEREMONY)


@dataclass(frozen=True)
class _Context:
    analysis: Analysis
    lexicon: Lexicon
    clock: Clock
    plans: Plans
    known: tuple[Mention, ...]

    @property
    def text(self) -> str:
        return self.analysis.text


def find_events(analysis: Analysis, lexicon: Lexicon, rules: Rulebook, known: Sequence[Mention]) -> list[Mention]:
    """The events that the record names. `known` are the mentions that earlier finders found."""
    del rules
    context = _Context(analysis, lexicon, clock_of(analysis, lexicon), find_plans(analysis, lexicon), tuple(known))
    candidates = [c for c in find_named(analysis, lexicon) if not _inside_other(c.span, known)]
    kept = [_happening(context, c) for c in candidates if _is_event(context, c, candidates)]
    kept += _told(context, [c.span for c in candidates if c.span in {k.span for k in kept}])
    kept += _days(context, kept)
    kept.sort(key=lambda one: one.span)
    kept = _with_echoes(context, kept, candidates)
    kept = _with_fields(context, kept)
    return [_mention(analysis.record, one) for one in _linked(kept)]


def _inside_other(span: Span, known: Sequence[Mention]) -> bool:
    """Whether the stretch is part of a policy's or a project's title."""
    return any(span.within(m.span) and m.kind in ("policy", "project") for m in known)


def _happening(context: _Context, named: Named) -> _Happening:
    text = context.text[named.span.start : named.span.end]
    series = series_of(text, context.lexicon.series)
    return _Happening(
        named.span,
        text,
        _RULES[named.kind],
        named.kind,
        series,
        context.plans.hold(named.span.start),
        _is_many(context.text, named),
    )


_RULES: Mapping[HeadKind, str] = {
    "series": "活动系列",
    "ceremony": "仪式",
    "meeting": "会议赛事",
    "days": "活动周月",
    "routine": "带日期的活动",
    "tour": "专家行",
}


# --- which candidates are events -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Signs:
    """What speaks for or against a candidate."""

    named: bool  # words of its own stand before the head
    held: bool
    dated: bool
    themed: bool
    specific: bool
    once: bool
    many: bool
    generic: bool


def _is_event(context: _Context, named: Named, candidates: Sequence[Named]) -> bool:
    signs = _signs(context, named, candidates)
    if signs.generic:
        return False
    return _JUDGES[named.kind](signs)


def _judge_series(signs: _Signs) -> bool:
    return signs.held or signs.dated or signs.themed or signs.specific


def _judge_ceremony(signs: _Signs) -> bool:
    return (signs.named and not signs.many) or (signs.held and signs.dated)


def _judge_meeting(signs: _Signs) -> bool:
    if signs.many and not signs.dated:
        return False
    if not signs.named:
        return signs.held and signs.dated and not signs.many
    return signs.held or (signs.dated and signs.specific)


def _judge_days(signs: _Signs) -> bool:
    return signs.named and (signs.held or signs.dated or signs.themed) and not signs.many


def _judge_routine(signs: _Signs) -> bool:
    if not signs.named or not signs.held:
        return False
    return signs.dated or (not signs.many and (signs.once or signs.themed))


def _judge_tour(signs: _Signs) -> bool:
    return signs.held or signs.dated or signs.specific


_JUDGES = {
    "series": _judge_series,
    "ceremony": _judge_ceremony,
    "meeting": _judge_meeting,
    "days": _judge_days,
    "routine": _judge_routine,
    "tour": _judge_tour,
}


def _signs(context: _Context, named: Named, candidates: Sequence[Named]) -> _Signs:
    text, words = context.text, context.lexicon.words
    name = text[named.span.start : named.span.end]
    before, after = text[max(0, named.span.start - 40) : named.span.start], text[named.span.end : named.span.end + 44]
    own = _own_words(name, named.head)
    count = _AFTER_COUNT.match(after)
    return _Signs(
        named=len(own) >= 2,
        held=named.cut in words["举办词"] or bool(_HELD_AFTER.match(after) or _HELD_BEFORE.search(before)),
        dated=_is_dated(context, named, candidates),
        themed=bool(_THEME_BEFORE.search(before)),
        specific=bool(_SPECIFIC.search(own)),
        once=bool(count) and count is not None and count["count"] in ("1", "一") and not count["more"],
        many=_is_many(text, named),
        generic=_is_generic(context, named, own, before, after),
    )


def _own_words(name: str, head: str) -> str:
    """The words of a name before its head."""
    plain = re.sub("[“”]", "", name)
    at = plain.rfind(head)
    return plain[:at] if at >= 0 else plain


def _is_many(text: str, named: Named) -> bool:
    if named.many:
        return True
    count = _AFTER_COUNT.match(text, named.span.end)
    return bool(count) and count is not None and (count["count"] not in ("1", "一") or bool(count["more"]))


def _is_generic(context: _Context, named: Named, own: str, before: str, after: str) -> bool:
    if after.startswith(
        ("精神", "部署", "要求", "”精神", "的精神", "的部署", "的要求", "决议")
    ) or _GENERIC_AFTER.match(after):
        return True
    if _GENERIC_BEFORE.search(before) or before.endswith(("各", "多")) or own.startswith(("种", "类", "项", "级")):
        return True
    return named.kind in ("routine", "days", "meeting") and own in context.lexicon.words["泛称词"]


def _is_dated(context: _Context, named: Named, candidates: Sequence[Named]) -> bool:
    """Whether a day or month belongs to the candidate: in its sentence, or at the head of the next where this is a heading."""
    sentence = context.analysis.sentence_at(named.span.start)
    window = Window(named.span, _claimed(named, candidates, sentence), sentence.end, sentence.end)
    date = date_of(context.text, context.clock, window)
    if date is not None and date.strength in ("day", "month"):
        return True
    return _is_heading(context, named, sentence, candidates)


def _claimed(named: Named, candidates: Sequence[Named], sentence: Span) -> int:
    """Where the part of the sentence begins that no weightier event before has taken: 举办科技周, …, 组织科普讲座."""
    if named.kind != "routine" or named.head.endswith("演练"):
        return sentence.start
    ends = [c.span.end for c in candidates if sentence.start <= c.span.start < named.span.start and c.kind != "routine"]
    return max(ends, default=sentence.start)


def _is_heading(context: _Context, named: Named, sentence: Span, candidates: Sequence[Named]) -> bool:
    """二是开展专利执法检查。5月中旬,会同…: a run-in heading whose next sentence begins with a date and names no other event."""
    text = context.text
    if text[named.span.end : sentence.end].strip("。 ”;") or named.span.start - sentence.start > 16:
        return False
    follower = context.analysis.sentence_at(sentence.end)
    if follower.start < sentence.end or text[sentence.end - 1 : sentence.end] not in "。":
        return False
    dates = context.clock.dates_in(follower.start, min(follower.end, follower.start + 14))
    if not any(date.strength in ("day", "month") for date in dates):
        return False
    return not any(c.kind != "routine" and c.span.within(follower) for c in candidates)


# --- told events and days --------------------------------------------------------------------------------------------


def _told(context: _Context, taken: Sequence[Span]) -> list[_Happening]:
    told = find_told(context.analysis, context.lexicon, context.clock, taken)
    return [
        _Happening(
            one.span,
            context.text[one.span.start : one.span.end],
            one.rule,
            None,
            None,
            context.plans.hold(one.span.start),
        )
        for one in told
    ]


def _days(context: _Context, kept: Sequence[_Happening]) -> list[_Happening]:
    """“4·26”期间: a day known by its number alone."""
    found = []
    for match in _TALK.finditer(context.text):
        day = re.sub(r"[·．•・]", ".", match["day"])
        series = next((one for one in context.lexicon.series if one.day == day), None)
        span = Span(*match.span())
        if series and not any(span.overlaps(one.span) for one in kept):
            found.append(_Happening(span, match[0], "纪念日期间", "series", series, context.plans.hold(span.start)))
    return found


# --- further mentions of the same happening ---------------------------------------------------------------------------


def _with_echoes(context: _Context, kept: Sequence[_Happening], candidates: Sequence[Named]) -> list[_Happening]:
    """The kept ones, and short forms that refer to one of them: 开幕式, 培训会, 活动月, 科技活动周期间."""
    out = list(kept)
    spans = {one.span for one in kept}
    for named in candidates:
        if named.span in spans or any(named.span.overlaps(span) for span in spans):
            continue
        one = _happening(context, named)
        source = _antecedent(context, one, named, kept)
        if source is not None:
            out.append(replace(one, full=source.full or source.text, rule="简称"))
    return sorted(out, key=lambda one: one.span)


def _antecedent(context: _Context, one: _Happening, named: Named, kept: Sequence[_Happening]) -> _Happening | None:
    """The happening that a short form refers to: of the same series anywhere, else earlier in the paragraph and of the same head."""
    if named.kind == "routine" and not (
        named.head in ("演练", "培训班", "讲座", "执法检查") and one.text == named.head
    ):
        return None
    if one.many:
        return None
    if one.series is not None:
        same = [k for k in kept if k.series == one.series and k.ceremony == one.ceremony and k.target == one.target]
        return _nearest(same, one) if same else None
    block = context.analysis.record.block_at(one.span.start)
    before = [k for k in kept if block.start <= k.span.start < one.span.start]
    if one.ceremony and one.text == named.head:
        return next((k for k in reversed(before) if k.ceremony), None)
    if one.text in (named.head, "本次" + named.head) and named.kind in ("meeting", "days", "routine"):
        return next((k for k in reversed(before) if _answers(k.text, named.head)), None)
    return None


def _answers(name: str, head: str) -> bool:
    """Whether a short head may stand for the name: 培训会 for …知识产权培训, 活动月 for …科普活动月."""
    return head in name or (len(head) > 2 and name.endswith(head[:-1]) and head.endswith("会"))


def _nearest(those: Sequence[_Happening], one: _Happening) -> _Happening:
    earlier = [k for k in those if k.span.start < one.span.start]
    return earlier[-1] if earlier else those[0]


def _linked(kept: Sequence[_Happening]) -> list[_Happening]:
    """With `full` set for names that another, longer name of the same happening contains."""
    out = []
    for one in kept:
        if one.full is None and one.kind is not None:
            longer = [k for k in kept if _is_same(one, k)]
            best = max(longer, key=lambda k: (len(k.text), -k.span.start), default=None)
            out.append(replace(one, full=best.text) if best else one)
        else:
            out.append(one)
    return out


def _is_same(one: _Happening, other: _Happening) -> bool:
    if len(other.text) <= len(one.text) or one.target != other.target or one.ceremony != other.ceremony:
        return False
    if one.series != other.series or other.kind is None or other.full is not None:
        return False
    core = re.sub(r"[“”]|活动$", "", one.text)
    if core not in re.sub("[“”]", "", other.text) and one.series is None:
        return False
    dates = {dict(one.fields).get("date"), dict(other.fields).get("date")} - {None}
    return len(dates) < 2 and (one.series is not None or len(core) >= 4)


# --- fields -----------------------------------------------------------------------------------------------------------


def _with_fields(context: _Context, kept: Sequence[_Happening]) -> list[_Happening]:
    out: list[_Happening] = []
    for at, one in enumerate(kept):
        out.append(replace(one, fields=tuple(_fields(context, kept, at).items())))
    return out


def _fields(context: _Context, kept: Sequence[_Happening], at: int) -> dict[str, Value]:
    one, window = kept[at], _window(context, kept, at)
    text = context.text
    date = date_of(text, context.clock, window)
    fields: dict[str, Value] = {}
    if date is not None:
        written = text[date.span.start : date.span.end]
        fields["date"] = written
        fields["date_iso"] = date_iso(written, _year(context.analysis.record, one))
    fields["place"] = place_of(text, window)
    fields["theme"] = theme_of(text, window)
    fields["organisers"] = organisers_of(text, window) or None
    fields["figures"] = figures_of(text, context.clock, window) or None
    fields["series"] = one.series.name if one.series else None
    return {key: value for key, value in fields.items() if value is not None}


def _window(context: _Context, kept: Sequence[_Happening], at: int) -> Window:
    """The stretch that may speak of the happening: its sentence and the two after it, as far as the next happening."""
    one = kept[at]
    sentence = context.analysis.sentence_at(one.span.start)
    block = context.analysis.record.block_at(one.span.start)
    start, end = sentence.start, sentence.end
    for _ in range(2):
        follower = context.analysis.sentence_at(end)
        if follower.start < end or follower.end > block.end:
            break
        end = follower.end
    later = next((k for k in kept[at + 1 :] if k.span.start >= one.span.end and not k.full), None)
    if later is not None and later.span.start < end:
        other = context.analysis.sentence_at(later.span.start)
        end = other.start if other.start >= sentence.end else later.span.start
    return Window(one.span, start, min(sentence.end, end), max(end, one.span.end))


def _year(record: Record, one: _Happening) -> int | None:
    """The year of the happening: in its name, else the record's; of a plan only where the record covers half a year."""
    written = _NUMBERED.search(one.text)
    if written:
        return int(written[0][:4])
    year = record.period.year
    if year is None or not year.isdecimal():
        return None
    if one.target and record.kind == "年度总结":
        return None
    return int(year)


def _mention(record: Record, one: _Happening) -> Mention:
    attributes: dict[str, Value] = dict(one.fields)
    if one.many:
        attributes["aggregate"] = True
    if one.target:
        attributes["target"] = True
    if one.full and one.full != one.text:
        attributes["full"] = one.full
    return Mention(record.id, "event", one.span.start, one.span.end, one.text, one.rule, attributes)
