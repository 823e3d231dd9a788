"""Numerals that lost their mark: 一育苗服务中心作用突显。… and 二煤化工研发中心作用明显。…"""

from __future__ import annotations

import re
from collections.abc import Sequence

import rjieba

from zongjie.reading.enumerators import Enumerator
from zongjie.reading.heading_lines import first_phrase

# 一抓项目。…二抓平台。…; 一批 and 一期 count things.
_COUNTED_VERB = re.compile(r"[一二三四五六七八九](?![批期次届类级等种年月日个项条号些定般])(?P<verb>[\u4e00-\u9fff])")
_NUMERAL = "一二三四五六七八九十"


def bare_numerals(lines: Sequence[str], marks: Sequence[Enumerator | None], aside: frozenset[int]) -> dict[int, int]:
    """The numbers of lines that begin with a bare numeral, by their places; one that no other goes on from is chance."""
    numbers: dict[int, int] = {}
    for n, line in enumerate(lines):
        if n in aside or marks[n] or line[0] not in _NUMERAL or not first_phrase(line, 1):
            continue
        if _verb_recurs(lines, n) or next(iter(rjieba.cut(line[:6]))) == line[0]:
            numbers[n] = _NUMERAL.index(line[0]) + 1
    found: dict[int, int] = {}
    for n, number in sorted(numbers.items()):
        before = any(numbers.get(m) == number - 1 for m in found if m >= n - 6)
        after = any(_number_at(marks, m, numbers) == 2 for m in range(n + 1, min(n + 6, len(lines))))
        if before if number > 1 else after:
            found[n] = number
    return found


def _verb_recurs(lines: Sequence[str], n: int) -> bool:
    """Whether a paragraph near by begins with another numeral and the same verb: 一抓…, 二抓…."""
    mine = _COUNTED_VERB.match(lines[n])
    near = (_COUNTED_VERB.match(line) for line in (*lines[max(0, n - 3) : n], *lines[n + 1 : n + 4]))
    return mine is not None and any(other and other["verb"] == mine["verb"] and other[0] != mine[0] for other in near)


def _number_at(marks: Sequence[Enumerator | None], n: int, numbers: dict[int, int]) -> int | None:
    mark = marks[n]
    return numbers.get(n) or (mark.number if mark and mark.style == "ordinal" else None)
