"""Which stretches speak of one happening: short forms, fuller names, and the fields that they share."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from zongjie.finding.events.model import Context, Happening
from zongjie.finding.events.names import Named
from zongjie.model import Span, Value

# Short heads that may stand for an event that the paragraph has named in full.
_ECHOING = ("演练", "培训班", "讲座", "执法检查")
_TAIL = re.compile(r"(?:(?:系列|宣传|主题|集中)*活动|期间|启动仪式|开幕式|闭幕式|启动大?会|启动式|开幕仪式|活动仪式)+$")
_OPENING = re.compile(r"(?:系列)?(?:活动)?(?:启动仪式|开幕式|闭幕式|启动式|开幕仪式|活动仪式)$")
# The rule of a week told inside the name of its opening; the one case of an event's name within another's.
OPENED = "仪式所启"
_THIS = re.compile(r"本届|本次|此次|全国|今年的?|全[省市县区旗州]|(?:文化、?科技、?卫生|科技、?文化、?卫生)$")
_FIRST_WINS = ("date", "date_iso", "place", "theme", "organisers", "series")


def linked(kept: Sequence[Happening]) -> list[Happening]:
    """With `full` set where another, longer name of the same happening holds this one."""
    fuller: dict[Happening, Happening] = {}
    for one in kept:
        longer = [other for other in kept if _is_same(one, other)] if one.kind is not None else []
        if longer:
            fuller[one] = _nearest(longer, one)
    return [replace(one, full=_fullest(one, fuller).text) if one in fuller else one for one in kept]


def weeks_opened(kept: Sequence[Happening]) -> list[Happening]:
    """The editions that only the name of their opening tells: xx年科技活动周 in xx年科技活动周开幕式."""
    found = []
    for one in kept:
        tail = _OPENING.search(one.text)
        edition = _edition(one) if tail and one.series else None
        if tail and edition and not edition.endswith(("暨", "和", "、")):
            span = Span(one.span.start, one.span.start + tail.start())
            inside = replace(
                one, span=span, text=one.text[: tail.start()], rule=OPENED, kind="series", full=None, fields={}
            )
            found.append(inside)
    return [one for one in found if not any(one.text == other.text for other in kept)]


def echoes(
    context: Context, kept: Sequence[Happening], candidates: Sequence[tuple[Named, Happening]]
) -> list[Happening]:
    """Short forms that refer to one of the kept: 开幕式, 培训会, 活动月, 科技活动周期间."""
    found = []
    for named, one in candidates:
        if any(one.span.overlaps(other.span) for other in kept):
            continue
        source = _antecedent(context, one, named, kept)
        if source is not None:
            found.append(replace(one, full=source.name, rule="简称"))
    return found


def shared(happenings: Sequence[Happening]) -> list[Happening]:
    """With the fields of all mentions of a happening brought together: the fullest mention that tells a field wins.

    The same name with another date is another happening (专利执法检查 in March and in May); a mention without a date
    belongs to the one before it.
    """
    groups: dict[tuple[str, bool], list[list[Happening]]] = defaultdict(list)
    for one in sorted(happenings, key=lambda h: h.span):
        those = groups[(one.name, one.target)]
        fitting = [group for group in those if _dates(group) | _dates([one]) in (_dates(group), _dates([one]))]
        if fitting:
            fitting[-1].append(one)
        else:
            those.append([one])
    out = []
    for group in (group for those in groups.values() for group in those):
        fields = _merged([one.fields for one in sorted(group, key=lambda h: (h.full is not None, h.span))])
        out += [replace(one, fields=fields) for one in group]
    return sorted(out, key=lambda h: h.span)


def with_days(context: Context, kept: Sequence[Happening]) -> list[Happening]:
    """With the day for an opening that the paragraph dates only by its week: 5月18日,科技活动周在博物馆启动….本届科技活动周启动仪式."""
    out = []
    for one in kept:
        days = [k for k in _kin(context, one, kept) if k.span.start < one.span.start and _is_day(k.fields.get("date"))]
        if one.ceremony and "date" not in one.fields and days:
            day = {key: days[-1].fields[key] for key in ("date", "date_iso") if key in days[-1].fields}
            one = replace(one, fields={**one.fields, **day})
        out.append(one)
    return out


def with_themes(context: Context, happenings: Sequence[Happening]) -> list[Happening]:
    """With the theme that a week and its opening share, where the text gives it for one of them."""
    out = []
    for one in happenings:
        kin = _kin(context, one, happenings) if "theme" not in one.fields else []
        kin = [k for k in kin if k.ceremony != one.ceremony and not _on_other_days(one, k)]
        theme = next((k.fields["theme"] for k in kin if "theme" in k.fields), None)
        out.append(replace(one, fields={**one.fields, "theme": theme}) if theme else one)
    return out


def _kin(context: Context, one: Happening, others: Sequence[Happening]) -> list[Happening]:
    """The other happenings of the same series in the paragraph."""
    if one.series is None or one.kind not in ("series", "ceremony"):
        return []
    block = context.analysis.record.block_at(one.span.start)
    return [k for k in others if k.series == one.series and k != one and block.start <= k.span.start < block.end]


def _is_day(date: Value) -> bool:
    return isinstance(date, str) and "日" in date and not re.search(r"[至到—~-]", date)


def _on_other_days(one: Happening, other: Happening) -> bool:
    """Whether the text gives each a day of its own: a school's opening on 15 May, the city's week from 18 May."""
    days = (one.fields.get("date"), other.fields.get("date"))
    return all(_is_day(day) for day in days) and days[0] != days[1]


def _fullest(one: Happening, fuller: Mapping[Happening, Happening]) -> Happening:
    """The end of the chain 科技周 → 本届科技周 → xx市20xx年科技周; each step is longer, so that it ends."""
    while one in fuller:
        one = fuller[one]
    return one


def _dates(group: Sequence[Happening]) -> frozenset[Value]:
    return frozenset(one.fields["date"] for one in group if "date" in one.fields)


def _is_same(one: Happening, other: Happening) -> bool:
    """Whether `other` is a longer name of the happening that `one` names."""
    if len(other.text) <= len(one.text) or one.target != other.target or one.ceremony != other.ceremony:
        return False
    if other.kind is None or len(_dates([one, other])) > 1:
        return False
    if one.series is None and one.ceremony and len(one.text) > 5:
        return other.text.endswith(one.text)  # 活动周启动仪式 for 科技活动周启动仪式
    if one.series != other.series:
        return False
    own, others = _edition(one), _edition(other)
    if own is not None and others is not None:
        return own in others
    core = re.sub(r"[“”]|活动$", "", one.text)
    return own is None and others is None and len(core) >= 4 and core in re.sub("[“”]", "", other.text)


def _edition(one: Happening) -> str | None:
    """What stands before the series in its plain name: 杏花岭区第十届 of 杏花岭区第十届科技活动周.

    Empty for 科技活动周 and 本届科技活动周; None for what is no plain name of a series (科技活动周知识产权培训).
    """
    if one.series is None:
        return None
    plain = _TAIL.sub("", re.sub("[“”]", "", one.text))
    word = max((word for word in one.series.words if plain.endswith(word)), key=len, default=None)
    return None if word is None else _THIS.sub("", plain.removesuffix(word))


def _antecedent(context: Context, one: Happening, named: Named, kept: Sequence[Happening]) -> Happening | None:
    """The happening that a short form refers to: of the same series anywhere, else earlier in the paragraph."""
    if one.many or named.cut == "现场":  # 8家企业现场路演
        return None
    if one.series is not None:
        edition = _edition(one)
        alike = [k for k in kept if k.series == one.series and k.ceremony == one.ceremony and k.target == one.target]
        same = [k for k in alike if edition is not None and (theirs := _edition(k)) is not None and edition in theirs]
        return _nearest(same, one) if same else None
    block = context.analysis.record.block_at(one.span.start)
    before = [k for k in kept if block.start <= k.span.start < one.span.start]
    if one.ceremony and one.text == named.head:
        return next((k for k in reversed(before) if k.ceremony), None)
    if one.text != named.head or (named.kind == "routine" and named.head not in _ECHOING):
        return None
    if named.kind == "days":  # 活动月期间 may begin a paragraph of its own
        before = [k for k in kept if k.span.start < one.span.start]
    return next((k for k in reversed(before) if _answers(k.text, named.head) and not k.ceremony), None)


def _answers(name: str, head: str) -> bool:
    """Whether a short head may stand for the name: 培训会 for …知识产权培训, 活动月 for …科普活动月."""
    return head in name or (len(head) > 2 and name.endswith(head[:-1]) and head.endswith("会"))


def _nearest(those: Sequence[Happening], one: Happening) -> Happening:
    earlier = [k for k in those if k.span.start < one.span.start]
    return earlier[-1] if earlier else those[0]


def _merged(all_fields: Sequence[Mapping[str, Value]]) -> dict[str, Value]:
    merged: dict[str, Value] = {}
    for key in _FIRST_WINS:
        values = [fields[key] for fields in all_fields if key in fields]
        if values:
            merged[key] = values[0]
    figures = dict.fromkeys(f for fields in all_fields for f in _tuple(fields.get("figures")))
    if (
        figures
    ):  # each as the fullest mention has it: 参加到科技活动周中的公众达3万人次, of which a short form sees the end
        merged["figures"] = tuple(f for f in figures if not any(g != f and g.endswith(f) for g in figures))
    return merged


def _tuple(value: Value) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else ()
