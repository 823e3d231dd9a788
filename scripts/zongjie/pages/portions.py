"""How the text of a long record is shared out among pages, so that none grows heavy."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from zongjie.model import Block, Record

# In bytes of HTML, as measured: a character of Chinese, a name with its link, a heading with its line in the contents,
# a row of a table, a clause that is quoted for its figures.
_CHARACTER = 3
_NAME = 125
_HEADING = 420
_PARAGRAPH = 110
_ROW = 400
_CLAUSE = 130
# What a page holds beside the theme and its own frame (30 kB).
_ROOM = 104_000
_LEAST = 12_000
_HEAVIEST = 40_000
_SOON = 300


@dataclass(frozen=True, slots=True)
class Portions:
    """The blocks of a record, page by page; `starts` is where in the text each page begins."""

    starts: tuple[int, ...]

    @property
    def count(self) -> int:
        return len(self.starts)

    def at(self, offset: int) -> int:
        """The number of the page, from 1, that holds the character at `offset`."""
        return max(bisect_right(self.starts, offset), 1)


def head_weight(rows: int, clauses: int, names: int) -> int:
    """What stands before and behind a record's text, in bytes: the rows of its tables, quoted clauses, and other names."""
    return _ROW * rows + _CLAUSE * clauses + _NAME * names


def share_out(record: Record, names: Mapping[str, int], head: int) -> Portions:
    """The portions of a record whose paragraphs hold so many `names` each, beside a head of so many bytes.

    A page begins with a paragraph, or within one that would be heavy alone, as in a text that lost its line breaks.
    """
    starts = [0]
    room = max(_ROOM - head, _LEAST)
    for start, weight in _pieces(record, names):
        if weight > room and start > starts[-1]:
            starts.append(start)
            room = _ROOM
        room -= weight
    return Portions(tuple(starts))


def _pieces(record: Record, names: Mapping[str, int]) -> Iterator[tuple[int, int]]:
    """Where a page could begin, and how much stands from there to the next such place."""
    headings = Counter(record.block_at(section.start).id for section in record.sections)
    for block in record.blocks:
        weight = _weight(block, names.get(block.id, 0), headings[block.id])
        count = -(-weight // _HEAVIEST)
        for n in range(count):
            yield (
                _sentence_after(record.text, block.start + n * (block.end - block.start) // count, block),
                weight // count,
            )


def _sentence_after(text: str, offset: int, block: Block) -> int:
    """The beginning of the next sentence, or `offset` itself where none begins soon."""
    if offset == block.start:
        return offset
    end = text.find("。", offset, min(offset + _SOON, block.end))
    return end + 1 if 0 <= end < block.end - 1 else offset


def _weight(block: Block, names: int, headings: int) -> int:
    return _CHARACTER * (block.end - block.start) + _NAME * names + _HEADING * headings + _PARAGRAPH
