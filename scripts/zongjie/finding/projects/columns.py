"""The projects of a table that was copied as text and still has its head: 序号 项目名称 承担单位 计划类别 经费.

Its cells are parted by white space or by a mark: 项目名称/承担单位/来源/资金, 项目名称｜承担单位｜经费.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from zongjie.model import Block, Record, Span

RULE = "表格的一栏"
_TITLE = re.compile("(?:项目|课题)(?:名称|题目)?")
_BESIDE = re.compile(
    "(?:项目)?(?:承担|实施|申报|牵头|主持|完成|依托)(?:单位|企业)|(?:计划|项目|资金|专项)(?:类别|类型|名称|来源)|来源|单位|经费.*|资金.*|金额.*"
)
# A row that is parted by a mark at least twice; what stands between the marks is a cell, white space and all.
_PARTED = re.compile(r"[^|｜/／\n]*([|｜/／])[^|｜/／\n]*\1")
_CELLS = {
    "": re.compile(r"\S+"),
    "|": re.compile(r"[^|\s](?:[^|\n]*[^|\s])?"),
    "｜": re.compile(r"[^｜\s](?:[^｜\n]*[^｜\s])?"),
    "/": re.compile(r"[^/\s](?:[^/\n]*[^/\s])?"),
    "／": re.compile(r"[^／\s](?:[^／\n]*[^／\s])?"),
}
# What is said of a row, no part of its title: 沉香整树结香|（续）.
_REMARK = re.compile(r"[(（](?:续|新|结转|新上|续建|在研|重点|子课题)[)）]\Z")
_NAMED = re.compile("[\u4e00-\u9fff].*[\u4e00-\u9fff].*[\u4e00-\u9fff]")


def titles_in_columns(record: Record) -> Iterator[Span]:
    """The titles of the tables of `record`, in order: the cells below 项目名称 of the rows that have as many cells as the head."""
    head: tuple[str, int, int] | None = None  # the mark, how many cells behind the number, which of them is the title
    for block in record.blocks:
        parted = _PARTED.match(record.text, block.start, block.end)
        mark = parted[1] if parted else ""
        cells = _cells(record.text, block, mark)
        if (column := _column(record.text, cells)) is not None:
            head = (mark, len(cells), column)
        elif head and (mark, len(cells)) == head[:2]:
            title = cells[head[2]]
            if _NAMED.search(record.text, title.start, title.end):
                remark = _REMARK.search(record.text, title.start, title.end)
                yield Span(title.start, remark.start() if remark else title.end)
        else:
            head = None


def _cells(text: str, block: Block, mark: str) -> list[Span]:
    """The cells of a row without the number that it may begin with."""
    cells = [Span(*cell.span()) for cell in _CELLS[mark].finditer(text, block.start, block.end)]
    numbered = cells and re.fullmatch("序号|编号|[0-9]{1,3}[.、]?", text[cells[0].start : cells[0].end])
    return cells[1:] if numbered else cells


def _column(text: str, cells: Sequence[Span]) -> int | None:
    """Which cell of a head names the projects; None for what is no head of a table of projects."""
    words = [text[cell.start : cell.end] for cell in cells]
    titles = [n for n, word in enumerate(words) if _TITLE.fullmatch(word)]
    beside = [word for word in words if _BESIDE.fullmatch(word)]
    return titles[0] if len(titles) == 1 and beside else None
