"""Things with weights, in bytes of HTML → shares that fit on a page: the first has less room, beside what stands there alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

T = TypeVar("T")


def shares(things: Iterable[T], weight: Callable[[T], int], first: int, further: int) -> tuple[tuple[T, ...], ...]:
    """The things in their order, on as few pages as have room for them; no share is empty."""
    found: list[list[T]] = []
    room = 0
    for thing in things:
        if weight(thing) > room:
            room = further if found else first
            found.append([])
        found[-1].append(thing)
        room -= weight(thing)
    return tuple(map(tuple, found))


def share(all_shares: Sequence[tuple[T, ...]], number: int) -> tuple[T, ...]:
    """What stands on the page of that number, counted from 1; nothing behind the last."""
    return all_shares[number - 1] if number <= len(all_shares) else ()
