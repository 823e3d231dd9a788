"""What speaks for or against a name being a happening, and how each kind of name weighs it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from zongjie.finding.events.heads import HeadKind


@dataclass(frozen=True, slots=True)
class Signs:
    """What speaks for or against a candidate."""

    named: bool  # words of its own stand before the head
    held: bool
    dated: bool
    themed: bool
    specific: bool
    titled: bool  # the whole name stands in quotation marks
    daily: bool  # the head is a day: 活动日, 开放日
    once: bool
    many: bool
    generic: bool


def is_happening(kind: HeadKind, signs: Signs) -> bool:
    """Whether a name of the kind tells of a happening, by its signs."""
    return not signs.generic and _JUDGES[kind](signs)


def _series(signs: Signs) -> bool:
    return signs.held or signs.dated or signs.themed or signs.specific


def _ceremony(signs: Signs) -> bool:
    return (signs.named and not signs.many) or (signs.held and signs.dated)


def _meeting(signs: Signs) -> bool:
    if signs.many and not signs.dated:
        return False
    if not signs.named:
        return signs.held and signs.dated and not signs.many
    return signs.held or (signs.dated and signs.specific)


def _festival(signs: Signs) -> bool:
    return signs.held or signs.dated or signs.themed


def _days(signs: Signs) -> bool:
    if signs.daily and not signs.dated:  # 党员活动日 comes every month
        return False
    if signs.many or not (signs.held or signs.dated or signs.themed):
        return False
    return signs.named or (signs.held and signs.dated)  # 4月20日至26日组织宣传周


def _routine(signs: Signs) -> bool:
    if not signs.named or not signs.held:
        return False
    return signs.dated or (not signs.many and (signs.once or signs.themed or signs.titled))


def _tour(signs: Signs) -> bool:
    return signs.held or signs.dated or signs.specific


def _open(signs: Signs) -> bool:
    return signs.named and signs.held and not signs.many and (signs.dated or signs.specific or signs.titled)


_JUDGES: Mapping[HeadKind, Callable[[Signs], bool]] = {
    "series": _series,
    "ceremony": _ceremony,
    "meeting": _meeting,
    "festival": _festival,
    "days": _days,
    "routine": _routine,
    "tour": _tour,
    "open": _open,
}
