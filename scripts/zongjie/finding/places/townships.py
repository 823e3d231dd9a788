"""Places below the county: towns, streets, villages, communities (汉王镇, 坪垭藏族乡, 钟楼社区, xx镇, **村)."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import lru_cache

from zongjie.finding.analysis import Analysis, Word
from zongjie.lexicon.places import PEOPLES
from zongjie.lexicon.words import Words, any_of
from zongjie.model import Span

BLANK = "*＊×xXｘＸ○_"
_CJK = re.compile(r"[\u4e00-\u9fff]+")
_NAMEABLE = re.compile(rf"[\u4e00-\u9fff{re.escape(BLANK)}]+")
_NUMERAL = re.compile(r"[一二三四五六七八九十百千两几多数]+")
_LONGEST = 6
# Numerals that are names: 五一街道.
_DAYS = frozenset(("五一", "八一", "七一", "六一", "五四", "三八", "五七", "九三", "一二九"))
_COUNTED = re.compile(r"[0-9一二三四五六七八九十百千两几多余数各某每该整xX×*]$")
# What shows that no name stands between a division and a tail.
_NOT_NAMED = re.compile(
    r"^[各有共内境辖人委政直级市县区]|[的和与及等在到赴对向从由了局委至]|乡$|农$|个|召开|开展|深入|示范|推广|科技"
)
# A name that ends in what is an "and" as a rule, behind a pause.
_WITH_FUNCTION = re.compile(r"[、,，。;；:：\s][^\W省市县区镇乡村街级a-zA-Z0-9_]和")
_PROPER = ("ns", "nr", "nz")
# Behind these stands a place rather than what is done: 在享堂街道.
_PLACED = frozenset("在到赴往、")
# 梦想小镇 is a sight, as is 彝人古镇; 镇镇有站 tells that each town has one.
# Where a Mongolian name is likely: 白音他拉苏木, 尧勒甸子嘎查.
_STEPPE = re.compile("苏木|嘎查")
_AT = frozenset("在到赴往")
# 标准化车间在三班|镇奠基: two characters after 在 and before 镇 are a name, though they look like a count.
_STANDS = re.compile(r"[在到赴于](?![各本全该每我其一两几多])[\u4e00-\u9fff]{2}$")
# At most a character more than the segmenter takes for the name.
_LISTED = re.compile(r"、(?P<name>(?![各本全该每])[\u4e00-\u9fff]{2,3})$")
# 中村|乡, 陈村|镇: a town named after a village; 村镇银行 and 各村乡镇企业 are none.
_VILLAGE_TOWN = re.compile(r"村(?=[镇乡](?![级镇乡村土亲银建办居规干两]))(?<!农村)(?<![各全个]村)")
_NO_TOWN = re.compile(r"[\u4e00-\u9fff]小镇|([镇乡村])\1[有通建都皆]")
# Parts of speech of words that make up names, and of words that never do.
_NOUNS = ("n", "t", "j", "g", "zg")
_FUNCTION = frozenset("pcuryeowxqmd")


def find_townships(analysis: Analysis, words: Words, floors: Iterable[int]) -> Iterator[Span]:
    """The names that end in a tail such as 镇, left to right.

    `floors` are ends of known divisions: no name begins before one that it follows (横县 | 六景镇).
    """
    edges = sorted(floors)
    for match in _tails(words["基层地名尾"]).finditer(analysis.text):
        if _VILLAGE_TOWN.match(analysis.text, match.start()):
            continue
        floor = max([0, *edges[: bisect_left(edges, match.start() + 1)]][-1:])
        start = floor if _follows(analysis, floor, match.start()) else name_start(analysis, words, match.start(), floor)
        if start == match.start():
            start = _after_pause(analysis.text, start)
        start = _in_list(analysis.text, start, match)
        if start == match.start() and _STANDS.search(analysis.text, max(0, start - 3), start):
            start -= 2
        chained = start == floor and floor > 0
        if _is_name(analysis.text, start, match, words, chained=chained) and (
            chained or not _is_deed(analysis, start, match, words)
        ):
            edges.insert(bisect_left(edges, match.end()), match.end())
            yield Span(start, match.end())


def _follows(analysis: Analysis, floor: int, end: int) -> bool:
    """Whether the few characters between a division and the tail are a name: 克什克腾旗|经棚|镇, not 横县的|乡.

    More than four are one only where they make no words: 喀什市|多来特巴格|乡.
    """
    name = analysis.text[floor:end]
    if floor == 0 or not _CJK.fullmatch(name) or _NOT_NAMED.search(name):
        return False
    if len(name) <= 4:
        return True
    inside = [atom for atom in analysis.atoms if floor <= atom.start < end] if len(name) <= 6 else []
    return bool(inside) and not any(
        len(atom.text) > 1 and atom.pos[0] in "nv" and atom.pos[:2] not in _PROPER for atom in inside
    )


def _in_list(text: str, start: int, match: re.Match[str]) -> int:
    """Where a name begins that stands behind one with the same tail: 北宿镇、|看庄镇, though 看 begins none as a rule."""
    name = _LISTED.search(text, max(0, match.start() - 4), match.start())
    behind = name is not None and text.endswith(match[0], 0, name.start())
    return name.start("name") if name and behind and name.start("name") < start else start


def _after_pause(text: str, end: int) -> int:
    """Where a name of two characters begins of which the second is a function word: 、中和|镇, ,靖和|街道; else `end`."""
    named = _WITH_FUNCTION.fullmatch(text[max(0, end - 3) : end]) or (end == 2 and text[1] == "和")
    return end - 2 if named else end


def name_start(analysis: Analysis, words: Words, end: int, floor: int = 0) -> int:
    """Where the place name that ends at `end` begins: 6名干部驻点佘市桥|镇 → 佘市桥."""
    start, taken = end, 0
    for atom in _atoms_before(analysis, end):
        piece = analysis.text[max(atom.start, floor) : min(atom.end, end)]
        weight = 0 if _is_people(piece) else len(piece)  # 查巴奇鄂温克族民族乡
        if not piece or taken + weight > _LONGEST:
            break
        if not _is_sound(analysis, atom, piece, end, words) and _ends_name(atom, piece, taken, words):
            break
        if piece in words["地名前量词"] and _COUNTED.search(analysis.text[max(0, atom.start - 1) : atom.start]):
            break
        start, taken = start - len(piece), taken + weight
        if atom.start <= floor:
            break
    return _without_prefix(analysis.text, start, end, words)


def _is_sound(analysis: Analysis, atom: Word, piece: str, end: int, words: Words) -> bool:
    """Whether a pronoun or 和 writes a sound of a name: 白音|他拉|苏木, 在|和|什力克乡."""
    text, at = analysis.text, atom.start
    steppe = _STEPPE.match(text, end) is not None
    if piece in "其他" and len(piece) == 1:
        before = next(_atoms_before(analysis, at), None) if at else None
        foreign = before is not None and len(before.text) > 1 and before.pos.startswith(("nr", "ns", "nz"))
        return foreign or steppe
    if steppe and _CJK.fullmatch(piece) and piece not in words["地名前词"]:
        return atom.pos[0] in "nvxgz" and piece not in words["地名前字"]
    return piece == "和" and text[at - 1 : at] in _AT and end - at > 2


def _is_people(piece: str) -> bool:
    """Whether it tells whose town it is: 查巴奇|鄂温克族|民族乡, 石梯子|哈萨克|民族乡."""
    return piece.endswith("族") or piece == "民族" or (len(piece) > 1 and piece in PEOPLES)


def _without_prefix(text: str, start: int, end: int, words: Words) -> int:
    """The start without a word that stands before names but that the segmenter does not know: 包|保南哨 → 南哨."""
    for match in _prefixes(words["地名前词"]).finditer(text, max(0, start - 2), end - 2):
        if match.start() <= start < match.end():
            return match.end()
    if end - start > 2 and text[start] in "县市区旗州" and not _CJK.match(text, start - 1):
        return start + 1  # 县城关镇党委
    return start


@lru_cache(maxsize=4)
def _prefixes(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(any_of(words))


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
    if piece == "村" and taken >= 2:
        return True  # 挂钩村|江埠乡
    if len(piece) == 1:
        return piece in words["地名前字"] or (taken == 0 and bool(_NUMERAL.fullmatch(piece)))
    if piece in words["地名前词"]:
        return True
    if _NUMERAL.fullmatch(piece) or not _CJK.fullmatch(piece):
        return False
    if atom.pos.startswith("m") and len(piece) > 2 and piece[-1] in words["小地名末字"]:
        return False  # 四方台|镇
    if atom.pos.startswith(_NOUNS) or piece in words["地名动词"]:
        return taken >= 2 and atom.pos in ("n", "t", "j")
    return taken > 1 or atom.pos[0] in _FUNCTION or atom.pos == "z"


def _is_deed(analysis: Analysis, start: int, match: re.Match[str], words: Words) -> bool:
    """Whether what stands before the tail is a verb: 提高社区管理水平; towns (安化镇) are rarely named so by chance."""
    name = analysis.text[start : match.start()]
    if match[0] in ("镇", "乡") or name in words["地名动词"] or analysis.text[start - 1 : start] in _PLACED:
        return False
    first = next(_atoms_before(analysis, match.start()))
    return first.start <= start and (first.pos[0] in "vdailz" or len(first.text) > 3)


def _is_name(text: str, start: int, match: re.Match[str], words: Words, *, chained: bool) -> bool:
    """Whether name and tail are a place and no common word (示范村, 小城镇, 6个镇)."""
    name = text[start : match.start()]
    if _NO_TOWN.search(text, start, match.end() + 2) or (not chained and name.endswith("古") and len(name) > 2):
        return False
    if (
        not name
        or (_NUMERAL.fullmatch(name) and name not in _DAYS)
        or text.startswith(words["地名尾假词"], match.start())
    ):
        return False
    if name in words["地名假头"] or name.endswith(tuple(w for w in words["地名假头"] if len(w) > 1 and w[-1] != "族")):
        return False
    if name[0] in "各本全该每" and len(name) == 2 and name[1] in "乡村":
        return False  # 各乡镇
    if name[-1] in "农乡" and match[0] in "村镇" and not (len(name) == 2 and text[start - 1 : start] in _PLACED):
        return False  # 农村, 乡镇; but 富德村、南乡村
    return len(name) > 1 or chained


@lru_cache(maxsize=4)
def _tails(tails: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(any_of(tails))
