"""Text that was read in a wrong encoding: bytes paired one off, UTF-8 taken for GBK, letters of other scripts amid Chinese."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

import rjieba

from zongjie.lexicon import Lexicon
from zongjie.model import Damage
from zongjie.reading.decode import is_common, is_hanzi

_HAN = "\u4e00-\u9fff"
# Letters that bytes read in the wrong encoding turn into; Greek and accented letters have proper uses of their own.
_ODD_LETTER = re.compile(
    "[\u00a1-\u00b6\u00b8-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0370-\u03ff\u0400-\u04ff\u3041-\u306d\u306f-\u30fa\u3105-\u312d]+"
)
_PROPER_SIGNS = frozenset("®©°±²³¹µ§¼½¾ⅠⅡ")
_GREEK_BEFORE = frozenset("射粒受球胡波内型氨亚淀酮键葡半干珠链石晶相钛铁氧烯蒎倒环松熊乳硫-")
_SYMBOL_RUN = re.compile(r"[0-9A-Za-z°'\-./]")
_MARKS = frozenset("\u3002\uff0c\u3001\uff1b\uff1a\uff01\uff1f\u201c\u201d\u300a\u300b\uff08\uff09\u2014\u2026")
_SENTENCE_EDGE = frozenset("。;；!！?？\n")
_AFTER_NAME = frozenset("县市区镇乡村河江湖山岛路街港湾口庄寨里水州城门氏某")


def find_garbles(text: str, lexicon: Lexicon) -> Iterator[Damage]:
    """Bytes read in a wrong encoding: odd letters amid Chinese with the rare characters beside them (μ岣呒粕, ń, ψ叻),
    a lone rare character where a sentence begins (濯加大力度), and UTF-8 read as GBK (鐨勫伐浣).
    """
    rare = _rare(text, lexicon)
    taken: set[int] = set()
    for match in _ODD_LETTER.finditer(text):
        if _is_proper_sign(text, match):
            continue
        start, end = match.span()
        while start - 1 in rare:
            start -= 1
        while end in rare:
            end += 1
        taken.update(range(start, end))
    surnames = frozenset((*lexicon.words["罕见姓氏"], *lexicon.words["商号用字"]))
    taken.update(_with_letter(text, rare))
    for start, end in _runs(rare - taken):
        if end - start > 2 or (end - start == 1 and _begins_oddly(text, start, surnames)):
            taken.update(range(start, end))
    for place in sorted(rare - taken):
        taken.update(_shifted(text, place, rare))
    for start, end in _runs(taken):
        yield Damage(start, end, "garble", text[start:end])
    yield from _misread(text)


def _with_letter(text: str, rare: frozenset[int]) -> Iterator[int]:
    """The places of a rare character and of a letter at most one character after it: 意识不强濠认R等问题."""
    for match in re.finditer(rf"(?<=[{_HAN}])[A-Za-z](?=[{_HAN}])", text):
        first = next((place for place in (match.start() - 2, match.start() - 1) if place in rare), None)
        if first is not None and is_hanzi(text[match.start() - 1]):
            yield from range(first, match.end())


def _shifted(text: str, place: int, rare: frozenset[int]) -> range:
    """The run around a rare character that was read one byte off, so that its bytes, paired the other way, make words:
    蟹⑼度 holds the bytes of 研发投入. Empty where pairing them so makes no words.
    """
    windows = (range(start, start + length) for start in range(place, max(place - 3, -1), -1) for length in range(2, 8))
    rated = [(_reading_score(text, window, rare), window) for window in windows if place in window]
    score, best = max(rated, key=lambda pair: pair[0], default=(0, range(0)))
    return best if score > 0 else range(0)


def _reading_score(text: str, window: range, rare: frozenset[int]) -> int:
    """How well the bytes of a window read when paired the other way: characters in words, less those in none; 0 for no reading."""
    run = text[window.start : window.stop]
    if len(run) < len(window) or not all(map(_two_bytes, run)):
        return 0
    inner = run.encode("gbk")[1:-1].decode("gbk", errors="replace")
    if not all(map(is_common, inner)):
        return 0
    if len(window) == 2:
        after = text[window.stop : window.stop + 1]
        return int(
            set(window) <= rare and is_hanzi(text[window.start - 1 : window.start] or " ") and after not in _AFTER_NAME
        )
    sizes = [len(word) for word in rjieba.cut(inner, False)]
    words = [size for size in sizes if size > 1]
    return 2 * sum(words) - sum(sizes) + 1 if 2 * len(words) >= len(sizes) else 0


def _two_bytes(char: str) -> bool:
    """Whether a character is a hanzi or a sign that takes two bytes in GBK; marks of the sentence are left out."""
    return char > "\x7f" and char not in _MARKS and len(char.encode("gbk", errors="ignore")) == 2


def _is_proper_sign(text: str, match: re.Match[str]) -> bool:
    """Whether letters are what they seem: β-胡萝卜素, 5μm, γ射线, Müller, 45°."""
    start, end = match.span()
    if all(char in _PROPER_SIGNS for char in match[0]):
        return True
    before, after = text[start - 1 : start], text[end : end + 1]
    if _SYMBOL_RUN.match(before) or _SYMBOL_RUN.match(after):
        return True
    greek = all("\u0370" <= char <= "\u03ff" for char in match[0])
    return greek and (after in _GREEK_BEFORE or (end - start == 1 and not is_hanzi(before) and not is_hanzi(after)))


def _rare(text: str, lexicon: Lexicon) -> frozenset[int]:
    """Where rare characters stand alone: in no word that the segmenter knows, no place name, no chemical name."""
    special = frozenset(lexicon.words["专名用字"])
    places = {n for span, _ in lexicon.gazetteer.scan(text) for n in range(span.start, span.end)}
    found: set[int] = set()
    at = 0
    for word in rjieba.cut(text):
        if len(word) == 1 and is_hanzi(word) and not is_common(word) and word not in special and at not in places:
            found.add(at)
        at += len(word)
    return frozenset(found)


def _begins_oddly(text: str, at: int, surnames: frozenset[str]) -> bool:
    """Whether a rare character opens a sentence that no name opens: 濉大力度加强对挂钩村的督促."""
    if at and text[at - 1] not in _SENTENCE_EDGE:
        return False
    after = text[at + 1 : at + 2]
    return is_hanzi(after) and after not in _AFTER_NAME and text[at] not in surnames


def _runs(places: Iterable[int]) -> Iterator[tuple[int, int]]:
    for _, group in groupby(enumerate(sorted(places)), key=lambda pair: pair[1] - pair[0]):
        run = [place for _, place in group]
        yield run[0], run[-1] + 1


def _misread(text: str) -> Iterator[Damage]:
    """Runs that give Chinese when written as GBK and read as UTF-8; each begins with a rare character (鐨, 锛, 涓)."""
    at = 0
    while at < len(text):
        end = _misread_end(text, at) if is_hanzi(text[at]) and not is_common(text[at]) else None
        if end:
            yield Damage(at, end, "garble", text[at:end])
        at = end or at + 1


def _misread_end(text: str, start: int) -> int | None:
    """Where the misread run that begins at `start` ends, None where none does; a half character may end it."""
    longest = re.compile(rf"[{_HAN}€\u2000-\u206f\u3000-\u303f\ue000-\uf8ff\uff00-\uffef]{{2,60}}").match(text, start)
    for end in range(longest.end() if longest else start, start + 2, -1):
        try:
            read = text[start:end].encode("gb18030").decode("utf-8")
        except UnicodeError:
            continue
        rare = sum(is_hanzi(char) and not is_common(char) for char in text[start:end])
        if len(read) > 1 and rare > 1 and all(is_common(char) or char in _MARKS for char in read):
            return end
    return None
