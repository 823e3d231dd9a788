"""Where the kinds compete for the same stretch of text: decided here, not in each finder."""

from __future__ import annotations

from collections.abc import Iterable

from zongjie.model import Kind, Mention

# Of two mentions that take the same or crossing stretches, the one of the earlier kind stays.
PRIORITY: tuple[Kind, ...] = (
    "policy",
    "honor",
    "platform",
    "institution",
    "project",
    "program",
    "event",
    "enterprise",
    "place",
)
_RANK = {kind: n for n, kind in enumerate(PRIORITY)}
# xx年科技活动周 in xx年科技活动周开幕式: two happenings, one name inside the other.
_WITHIN_OWN_KIND = "仪式所启"
# 3月,青年星火带头人培训: with a date the training is what was held, not the programme it belongs to.
_HELD = ("培训", "培训班", "活动", "会", "大赛", "行")


def settle(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """The mentions that stand, in reading order.

    A mention may lie inside a longer one of another kind (恒岭机电 in 恒岭机电院士工作站); of two of the same kind
    that overlap the longer stays (but a week stays beside its opening), of two kinds that cross or take the same stretch the kind of higher rank.
    """
    standing: list[Mention] = []
    by_strength = sorted(mentions, key=lambda m: (not m.sure, -(m.end - m.start), _rank(m), m.start, m.rule))
    for mention in by_strength:
        start, end = mention.start, mention.end
        if all(_tolerates(other, mention) for other in standing if other.start < end and start < other.end):
            standing.append(mention)
    return tuple(sorted(standing, key=lambda m: (m.start, -m.end, _RANK[m.kind])))


def _rank(mention: Mention) -> float:
    """The rank of a mention's kind; what was held on a date comes before a program of the same name."""
    if mention.kind == "event" and "date" in mention.attributes and mention.text.endswith(_HELD):
        return _RANK["program"] - 0.5
    return _RANK[mention.kind]


def _tolerates(standing: Mention, mention: Mention) -> bool:
    """Whether the shorter `mention` may stay beside the `standing` one that it overlaps."""
    if mention.kind == standing.kind and mention.rule != _WITHIN_OWN_KIND:
        return False
    if (standing.kind, mention.kind) == ("platform", "institution") and standing.end == mention.end:
        return False  # the end of one name: 江苏省(南通)|船舶海工产业研究院
    return mention.span != standing.span and mention.span.within(standing.span)
