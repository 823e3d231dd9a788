"""Many words at once, looked up and not compiled: a regular expression of 900 words takes a tenth of a second to make."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_BETWEEN = re.compile(r"[(][^()]{1,8}[)]|\s")


@dataclass(frozen=True, slots=True)
class Hit:
    """One word in a text: the word as it is listed, and where it stands, with what was skipped inside; read like a `re.Match`."""

    word: str
    at: int
    to: int

    def start(self) -> int:
        return self.at

    def end(self) -> int:
        return self.to

    def span(self) -> tuple[int, int]:
        return self.at, self.to

    def group(self) -> str:
        return self.word


class WordSet:
    """Finds the words of a list in texts: at each place the longest, as an alternation with the longest first would.

    `skip` are characters that may stand between a word's characters, at most two at a time: with quotation marks
    skipped, 雷雨天网 is found in “雷雨”“天网”.
    """

    def __init__(self, words: Iterable[str], skip: str = "") -> None:
        self._words = frozenset(words)
        self._skip = frozenset(skip)
        lengths: defaultdict[str, set[int]] = defaultdict(set)
        for word in self._words:
            lengths[word[0]].add(len(word))
        self._lengths = {first: tuple(sorted(those, reverse=True)) for first, those in lengths.items()}

    def match(self, text: str, at: int = 0, stop: int | None = None) -> Hit | None:
        """The longest word that begins at the offset `at` of `text` and ends at `stop` or before."""
        stop = len(text) if stop is None else min(stop, len(text))
        lengths = self._lengths.get(text[at], ()) if at < stop else ()
        if not lengths:
            return None
        ends = self._ends(text, at, stop, lengths[0]) if self._skip else None
        for length in lengths:
            end = at + length
            if end <= stop and (word := text[at:end]) in self._words:
                return Hit(word, at, end)
            if ends and length <= len(ends):
                word = "".join(text[end - 1] for end in ends[:length])
                if word in self._words:
                    return Hit(word, at, ends[length - 1])
        return None

    def ends_at(self, text: str, at: int) -> Iterator[int]:
        """Where the words end that begin at the offset `at` of `text`, nothing skipped, the longest first."""
        for length in self._lengths.get(text[at], ()) if at < len(text) else ():
            if at + length <= len(text) and text[at : at + length] in self._words:
                yield at + length

    def search(self, text: str, start: int = 0, stop: int | None = None) -> Hit | None:
        """The first word in `text[start:stop]`."""
        return next(self.finditer(text, start, stop), None)

    def finditer(self, text: str, start: int = 0, stop: int | None = None) -> Iterator[Hit]:
        """The words in `text[start:stop]` from left to right, none overlapping the one before."""
        stop = len(text) if stop is None else min(stop, len(text))
        at, lengths = start, self._lengths
        while at < stop:
            if text[at] in lengths and (hit := self.match(text, at, stop)):
                yield hit
                at = hit.to
            else:
                at += 1

    def _ends(self, text: str, at: int, stop: int, longest: int) -> list[int] | None:
        """Where each character from `at` on ends that is not skipped, `longest` at most; None where none is skipped."""
        if self._skip.isdisjoint(text[at + 1 : min(stop, at + longest)]):
            return None
        ends, skipped = [at + 1], 0
        for n in range(at + 1, stop):
            if text[n] in self._skip:
                skipped += 1
            else:
                ends.append(n + 1)
                skipped = 0
            if skipped > 2 or len(ends) == longest:
                break
        return ends


class WordRun:
    """Listed words one after the other, with nothing between them but blanks and what stands in brackets (天津)."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = WordSet(words)

    def end(self, text: str, at: int) -> int:
        """How far the words reach that begin at the offset `at` of `text`, always taking the longest; `at` where there are none."""
        while (end := next(self._ends(text, at), None)) is not None:
            at = end
        return at

    def covers(self, text: str, at: int = 0) -> bool:
        """Whether the words can be chosen so that they reach from the offset `at` to the end of `text`."""
        reached, open_ = {at}, [at]
        while open_:
            for end in self._ends(text, open_.pop()):
                if end not in reached:
                    reached.add(end)
                    open_.append(end)
        return len(text) in reached

    def _ends(self, text: str, at: int) -> Iterator[int]:
        yield from self._words.ends_at(text, at)
        if between := _BETWEEN.match(text, at):
            yield between.end()
