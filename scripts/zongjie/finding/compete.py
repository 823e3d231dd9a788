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


def settle(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """The mentions that stand, in reading order.

    A mention may lie inside a longer one of another kind (恒岭机电 in 恒岭机电院士工作站); of two of the same kind
    that overlap the longer stays, of two kinds that cross or take the same stretch the kind of higher rank.
    """
    standing: list[Mention] = []
    by_strength = sorted(mentions, key=lambda m: (not m.sure, -(m.end - m.start), _RANK[m.kind], m.start, m.rule))
    for mention in by_strength:
        start, end = mention.start, mention.end
        if all(_tolerates(other, mention) for other in standing if other.start < end and start < other.end):
            standing.append(mention)
    return tuple(sorted(standing, key=lambda m: (m.start, -m.end, _RANK[m.kind])))


def _tolerates(standing: Mention, mention: Mention) -> bool:
    """Whether the shorter `mention` may stay beside the `standing` one that it overlaps."""
    return mention.kind != standing.kind and mention.span != standing.span and mention.span.within(standing.span)
