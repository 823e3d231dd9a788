"""The counts that run through a text: which numbered list a paragraph stands in, and where lists go on or start anew."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from zongjie.model import Block
from zongjie.reading.enumerators import enumerator_at
from zongjie.reading.outline import Heading


@dataclass(frozen=True, slots=True)
class Row:
    """A block as the inference sees it: its own count (style and number), or none for running text."""

    n: int
    text: str
    style: str
    number: int
    rank: float
    own_line: bool

    @property
    def counted(self) -> bool:
        return bool(self.style)

    @property
    def is_bare(self) -> bool:
        """Whether there is a counting mark and nothing else: `一、`, whose title is lost."""
        return self.own_line and self.text.strip("一二三四五六七八九十0123456789（）()、.． ") == ""


def row_of(n: int, text: str, block: Block, headings: Sequence[Heading]) -> Row:
    """The row of block `n`: its heading's count, or the mark that it begins with."""
    line = text[block.start : block.end]
    # The dash before ——抓项目争取 is no part of the title.
    heading = next((h for h in headings if not text[block.start : h.start].strip("—-") and h.block == n), None)
    mark = enumerator_at(line, 0)
    if heading:
        return Row(n, line, heading.style, heading.number or 1, heading.rank, heading.own_line)
    if mark:
        return Row(n, line, mark.style, mark.number, mark.rank, mark.end >= len(line))
    return Row(n, line, "", 0, 99, False)


def is_inside(rows: Sequence[Row], at: int) -> bool:
    """Whether a count that is open here goes on after: what stands between (三) and (四) belongs to (三)."""
    series = open_before(rows, at)
    for later in rows[at + 1 :]:
        if later.counted and later.style in series and later.style not in ("plain", "note"):
            if later.number == series[later.style] + 1:
                return True
            series.pop(later.style)
    return False


def open_before(rows: Sequence[Row], at: int) -> dict[str, int]:
    """The counts that are open before a row, by style, with their last number; a higher count closes lower ones."""
    series: dict[str, tuple[int, float]] = {}
    for row in rows[:at]:
        if row.counted:
            series = {style: pair for style, pair in series.items() if pair[1] < row.rank}
            series[row.style] = (last_number(row), row.rank)
    return {style: number for style, (number, _) in series.items()}


def last_number(row: Row) -> int:
    """The number that a paragraph's count reaches: 三是…四是…五是… reaches 5."""
    if row.style != "ordinal":
        return row.number
    numbers = [row.number]
    for match in re.finditer("(?<=[。;；])", row.text):
        mark = enumerator_at(row.text, match.end())
        if mark and mark.style == "ordinal" and mark.number == numbers[-1] + 1:
            numbers.append(mark.number)
    return numbers[-1]


def after_series(rows: Sequence[Row], at: int) -> bool:
    """Whether the paragraphs before are counted one by one (三、履行职能…), so that this one lost its mark."""
    counted = [row for row in rows[:at] if row.counted and not row.own_line and row.rank <= 3]
    return len(counted) > 1 and {row.number for row in counted[-2:]} == {counted[-1].number, counted[-1].number - 1}


def goes_on(rows: Sequence[Row], row: Row) -> bool:
    """Whether the list that a row begins has items in other paragraphs, too."""
    return any(other.style == row.style and other.number > 1 for other in rows if other is not row)


def items_of(rows: Sequence[Row], at: int) -> list[str]:
    """The paragraphs of the count that begins at a row, up to where it starts anew."""
    first = rows[at]
    texts = [first.text]
    for n in range(at + 1, len(rows)):
        row = rows[n]
        if row.rank < first.rank or (row.style == first.style and row.number == 1):
            break
        texts.append(row.text)
    return texts
