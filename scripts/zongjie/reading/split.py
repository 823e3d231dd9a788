"""The lines of a page → the summaries on it: dividers, tables of contents and editors' chatter set apart."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from zongjie.lexicon import Lexicon
from zongjie.model import Boilerplate
from zongjie.reading.chatter import Chatter
from zongjie.reading.enumerators import chinese_number

BLANKS = " \t\f\v\r\u3000\xa0\ufeff\u200b\u2028\u2029\x85\x1c\x1d\x1e\x1f"
_NUMBER = r"(?P<n>[一二三四五六七八九十百]{1,4}|[0-9０-９]{1,2})"
_NOUN = r"(?:总结|小结|报告|汇报|计划|范文|要点|思路|体会|材料|打算|述职)"

# How sites number the summaries of a page. `head` comes before the number, `tail` after it.
_STRONG = (
    # 科技局半年工作总结篇一, 篇1:…, 【篇三】旗科技局半年工作总结, 总结(篇二)
    rf"(?P<head>[^。;；!！?？,，]{{0,40}}?)[（(【\[]?\s*篇\s*{_NUMBER}\s*(?:[)）】\]]\s*[:：]?|[:：、.]|(?=\s)|$)\s*(?P<tail>.*)",
    # 第三篇:…, 科技局工作总结第一篇
    rf"(?P<head>[^。;；!！?？,，]{{0,40}}?)[（(【\[]?第\s*{_NUMBER}\s*篇(?!章)(?:[)）】\]]\s*[:：]?|[:：、.]|(?=\s)|$)\s*(?P<tail>.*)",
    # 科技局半年工作总结【一】, 科技局工作总结(精选3)
    rf"(?P<head>[^。;；!！?？]{{2,40}}{_NOUN})\s*[【（(\[]\s*(?:精选|范文|优秀)?{_NUMBER}\s*[】）)\]](?P<tail>)",
    # 范文一:…
    rf"(?P<head>)(?:范文|例文|样本|模板)\s*{_NUMBER}\s*(?:[:：、.]|$)\s*(?P<tail>.*)",
)
# 科技局工作总结2, 总结11、: a bare number is a divider only where its like stands in the page too.
_WEAK = (rf"(?P<head>[^。;；!！?？,，]{{0,30}}{_NOUN})\s*{_NUMBER}\s*[、.:：]?(?P<tail>)",)
_PATTERNS = tuple(re.compile(p + r"$") for p in _STRONG + _WEAK)
_COUNT = re.compile(
    r"[（(【\[]\s*(?:共|精选|通用|推荐|优选|优秀|最新|热门)?\s*[0-9一二三四五六七八九十]+\s*篇\s*[)）】\]]\s*$"
)
_LEADER = re.compile(r"[\s.…·]*\d*$")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the source, or what is left of it: `number` counts from 1."""

    number: int
    text: str

    @property
    def bare(self) -> str:
        return self.text.strip(BLANKS)


@dataclass(frozen=True, slots=True)
class Piece:
    """One summary of a page: the lines of its text and what was left out around them; `first` holds the divider."""

    first: int
    last: int
    lines: tuple[Line, ...]
    boilerplate: tuple[Boilerplate, ...]


@dataclass(frozen=True, slots=True)
class _Divider:
    at: int
    number: int
    weak: bool
    head: str
    tail: str


def split(lines: Sequence[str], lexicon: Lexicon) -> tuple[Piece, ...]:
    """The summaries of a page, in order.

    A line that is neither in the text of a piece nor in its boilerplate is blank. A single summary is one piece that
    begins at its first line of text; what stands before the first divider goes with the first piece.
    """
    rows = tuple(Line(number, text) for number, text in enumerate(lines, 1))
    chatter = Chatter(lexicon.words)
    dividers, contents = _dividers(rows, chatter)
    starts = [divider.at for divider in dividers]
    if not starts or _is_summary(rows[: starts[0]], contents, chatter):
        starts.insert(0, 0)
    by_row = {divider.at: divider for divider in dividers}
    pieces: list[Piece] = []
    for start, end in zip(starts, [*starts[1:], len(rows)], strict=True):
        pieces.append(_piece(rows[start:end], by_row.get(start), dividers, contents, chatter, lexicon))
    return _hand_over(rows[: starts[0]], pieces)


def _dividers(rows: tuple[Line, ...], chatter: Chatter) -> tuple[list[_Divider], frozenset[int]]:
    """The lines where a summary begins, and the rows of a table of contents.

    An entry of a table of contents looks like the divider it points to; its text is what follows the later of the two.
    """
    found = [d for row in range(len(rows)) if (d := _divider(row, rows[row].bare))]
    weak = Counter(d.number for d in found if d.weak)
    strong = {d.number for d in found if not d.weak}
    found = [d for d in found if not d.weak or (len(weak) > 1 and not strong)]
    ends = [d.at for d in found[1:]] + [len(rows)]
    bodied = {d.at for d, end in zip(found, ends, strict=False) if _has_body(rows, d, end, chatter)}
    contents = {d.at for d in found if d.at not in bodied}
    dividers = [d for d in found if d.at in bodied]
    if not dividers:
        return (found[:1] if len(found) == 1 else []), frozenset()
    return dividers, frozenset(contents)


def _divider(row: int, text: str) -> _Divider | None:
    if len(text) > 1500 or _COUNT.search(text):
        return None
    for pattern in _PATTERNS:
        match = pattern.match(text)
        if match:
            number = chinese_number(match["n"])
            head, tail = match["head"].strip(BLANKS + ":：—-"), match["tail"].strip(BLANKS)
            return _Divider(row, number, pattern is _PATTERNS[-1], head, tail) if number else None
    return None


def _has_body(rows: tuple[Line, ...], divider: _Divider, end: int, chatter: Chatter) -> bool:
    if "。" in divider.tail:
        return True
    between = [row.bare for row in rows[divider.at + 1 : end]]
    return sum(len(text) for text in between if not chatter.is_line(text)) > 15


def _is_summary(rows: tuple[Line, ...], contents: frozenset[int], chatter: Chatter) -> bool:
    """Whether the lines before the first divider are a summary of their own: prose of some length, no chatter."""
    prose = [row.bare for n, row in enumerate(rows) if n not in contents and "。" in row.bare]
    return sum(len(text) for text in prose if not chatter.is_line(text)) > 300


def _piece(
    rows: tuple[Line, ...],
    divider: _Divider | None,
    dividers: Sequence[_Divider],
    contents: frozenset[int],
    chatter: Chatter,
    lexicon: Lexicon,
) -> Piece:
    left_out: list[Boilerplate] = []
    kept: list[Line] = []
    for row in rows:
        text = row.bare
        if divider and row is rows[0]:
            title = _own_title(divider, dividers, lexicon)
            kept += [Line(row.number, title)] if title else []
            left_out += [Boilerplate(row.number, part) for part in _without(text, title)]
        elif row.number - 1 in contents or (text and not kept and is_site_title(text, lexicon)):
            left_out.append(Boilerplate(row.number, text))
        elif text:
            kept.append(row)
    kept, chatted = chatter.cut(kept)
    kept, listed = _cut_contents(kept)
    left_out = sorted({*left_out, *chatted, *listed}, key=lambda b: (b.line, b.text))
    first = rows[0].number if divider else min((row.number for row in kept), default=rows[0].number)
    last = max([first, *(row.number for row in kept)])
    return Piece(first, last, tuple(kept), tuple(left_out))


def _own_title(divider: _Divider, dividers: Sequence[_Divider], lexicon: Lexicon) -> str:
    """The part of a divider that is the summary's own: its title where it names a place (第三篇:缙云县科技局2012年工作总结),
    or its first words where the site ran them on. Empty where all dividers say the same (科技局半年工作总结篇一).
    """
    if "。" in divider.tail or len(divider.tail) > 60:
        return divider.tail
    for text in (divider.tail, divider.head):
        alike = sum(text in (other.head, other.tail) for other in dividers)
        dated = text == divider.tail and re.search(r"(?:19|20)\d\d年", text)
        if text and alike < 2 and (dated or lexicon.gazetteer.scan(text)):
            return text
    return ""


def _without(text: str, title: str) -> list[str]:
    """What is left of a divider line when the summary's own title is taken out of it."""
    if not title:
        return [text]
    before, _, after = text.partition(title)
    return [part for part in (before.strip(BLANKS), after.strip(BLANKS)) if part]


def is_site_title(text: str, lexicon: Lexicon) -> bool:
    """Whether a line is the title that a site gave its page: 最新科技局半年工作总结(六篇), 科技局工作总结范文."""
    if len(text) > 45 or "。" in text:
        return False
    if _COUNT.search(text):
        return True
    marked = any(word in text for word in lexicon.words["网站标题词"]) or bool(
        re.fullmatch(r"【[^【】]+】|\[[^\[\]]+\]", text)
    )
    return marked and bool(re.search(_NOUN, text)) and not lexicon.gazetteer.scan(text)


def _cut_contents(rows: list[Line]) -> tuple[list[Line], list[Boilerplate]]:
    """A table of contents near the top: two lines or more in a row that all stand again, as lines, further down."""
    seen = Counter(_entry(row.bare) for row in rows)
    start = next((n for n, row in enumerate(rows[:12]) if _repeats(row, rows[n + 1 :], seen)), None)
    if start is None:
        return rows, []
    end = start
    while end < len(rows) and _repeats(rows[end], rows[end + 1 :], seen):
        end += 1
    if end - start < 2:
        return rows, []
    start -= start > 0 and rows[start - 1].bare.replace(" ", "").replace("\u3000", "") in ("目录", "目录:", "目录：")
    return rows[:start] + rows[end:], [Boilerplate(row.number, row.bare) for row in rows[start:end]]


def _entry(text: str) -> str:
    """A line as a table of contents may give it: without dots and page number."""
    return _LEADER.sub("", text)


def _repeats(row: Line, later: Sequence[Line], seen: Counter[str]) -> bool:
    entry = _entry(row.bare)
    return len(entry) > 3 and "。" not in entry and seen[entry] > 1 and any(_entry(x.bare) == entry for x in later)


def _hand_over(before: Sequence[Line], pieces: list[Piece]) -> tuple[Piece, ...]:
    """What stands before the first divider is listed with the first summary; a piece without text is handed on too."""
    left_out = [Boilerplate(row.number, row.bare) for row in before if row.bare]
    done: list[Piece] = []
    for piece in pieces:
        if piece.lines:
            rows = tuple(sorted({*left_out, *piece.boilerplate}, key=lambda b: (b.line, b.text)))
            done.append(replace(piece, boilerplate=rows))
            left_out = []
        else:
            left_out += piece.boilerplate
    if left_out and done:
        done[-1] = replace(done[-1], boilerplate=(*done[-1].boilerplate, *left_out))
    return tuple(done)
