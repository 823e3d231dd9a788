"""Places below the county: towns, streets, villages, communities (汉王镇, 坪垭藏族乡, 钟楼社区, xx镇, **村)."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import lru_cache

from zongjie.finding.analysis import Analysis, Word
from zongjie.lexicon.words import Words
from zongjie.model import Span

BLANK = "*＊×xX○_"
_CJK = re.compile(r"[\u4e00-\u9fff]+")
_NAMEABLE = re.compile(rf"[\u4e00-\u9fff{re.escape(BLANK)}]+")
_NUMERAL = re.compile(r"[一二三四五六七八九十百千两几多数]+")
_LONGEST = 6
# Parts of speech that a proper name may hold behind its first word: names, single nouns, unknown characters.
_FUNCTION = ("p", "c", "u", "r", "y", "e", "o", "w", "x")


def find_townships(analysis: Analysis, words: Words, floors: Iterable[int]) -> Iterator[Span]:
    """The names that end in a tail such as 镇, left to right.

    `floors` are ends of known divisions: no name begins before one that it follows (横县 | 六景镇).
    """
    edges = sorted(floors)
    for match in _tails(words["基层地名尾"]).finditer(analysis.text):
        floor = max([0, *edges[: bisect_left(edges, match.start() + 1)]][-1:])
        start = name_start(analysis, words, match.start(), floor)
        name = analysis.text[start : match.start()]
        if _is_name(name, analysis.text, match, words, chained=start == floor and floor > 0):
            edges.insert(bisect_left(edges, match.end()), match.end())
            yield Span(start, match.end())


def name_start(analysis: Analysis, words: Words, end: int, floor: int = 0) -> int:
    """Where the place name that ends at `end` begins: 6名干部驻点佘市桥|镇 → 佘市桥."""
    start = end
    for atom in _atoms_before(analysis, end):
        piece = analysis.text[max(atom.start, floor) : min(atom.end, end)]
        taken = end - start
        if not piece or taken + len(piece) > _LONGEST or _ends_name(atom, piece, taken, words):
            break
        start -= len(piece)
        if atom.start <= floor:
            break
    return start


def _atoms_before(analysis: Analysis, end: int) -> Iterator[Word]:
    """The atoms that begin before `end`, backwards."""
    atoms = analysis.atoms
    at = bisect_left(atoms, end, key=lambda a: a.start) - 1
    while at >= 0:
        yield atoms[at]
        at -= 1


def _ends_name(atom: Word, piece: str, taken: int, words: Words) -> bool:
    """Whether a name of which `taken` characters are read stops short of this atom."""
    if not _NAMEABLE.fullmatch(piece):
        return True
    if len(piece) == 1:
        return piece in words["地名前字"] or (taken == 0 and bool(_NUMERAL.fullmatch(piece)))
    if piece in words["地名前词"]:
        return True
    if taken == 0 or _NUMERAL.fullmatch(piece) or not _CJK.fullmatch(piece):
        return False
    return atom.pos[0] in "vdacpury" or (atom.pos[0] in "nmt" and taken >= 2)


def _is_name(name: str, text: str, match: re.Match[str], words: Words, *, chained: bool) -> bool:
    """Whether name and tail are a place and no common word (示范村, 小城镇, 6个镇)."""
    if not name or _NUMERAL.fullmatch(name) or text[match.end() : match.end() + 1] in words["地名尾后字"]:
        return False
    if name in words["地名假头"] or any(name.endswith(false) for false in words["地名假头"] if len(false) > 1):
        return False
    if match[0] == "乡" and text[match.end() : match.end() + 1] == "村":
        return False
    return len(name) > 1 or chained


@lru_cache(maxsize=4)
def _tails(tails: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, tails)))
