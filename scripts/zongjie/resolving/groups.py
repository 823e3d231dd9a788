"""Things that turn out to be one: union-find whose result does not depend on the order of joining."""

from __future__ import annotations

from typing import Generic, TypeVar

from zongjie.model import Kind

T = TypeVar("T", str, tuple[Kind, str, str])


class Groups(Generic[T]):
    """Groups of things; the smallest of a group stands for it."""

    def __init__(self) -> None:
        self._parent: dict[T, T] = {}

    def root(self, one: T) -> T:
        """What stands for the group of `one`; a thing never joined stands for itself."""
        self._parent.setdefault(one, one)
        while self._parent[one] != one:
            self._parent[one] = self._parent[self._parent[one]]
            one = self._parent[one]
        return one

    def join(self, one: T, other: T) -> None:
        """Make the groups of the two one."""
        first, second = self.root(one), self.root(other)
        low, high = (first, second) if first < second else (second, first)
        self._parent[high] = low
