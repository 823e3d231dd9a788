"""What counts headings and items: 一、 (一) 1、 1. (1) ⑴ ① 一是 首先 第一 其一 and their like."""

from __future__ import annotations

import re
from dataclasses import dataclass

_HAN = "一二三四五六七八九十"
_DIGITS = {char: n for n, char in enumerate(_HAN[:9], 1)}
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_BRACKETED = "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇"
_DOTTED = "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛"
_FULL_IDEOGRAPHS = "㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩"
_FORMAL = "壹贰叁肆伍陆柒捌玖拾"
_STEMS = "甲乙丙丁戊己庚辛"
_ROMAN = "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ"
_LETTERS = "ABCDEFGH"
_SERIES = (_CIRCLED, _BRACKETED, _DOTTED, _FULL_IDEOGRAPHS, _FORMAL, _STEMS, _ROMAN, _LETTERS)
# 参 is how 叁 comes out of 參, and a dash is what scanning makes of 一.
_VARIANTS = {"参": 3, "—": 1, "－": 1, "―": 1}
_ORDINAL_WORDS = {"首先": 1, "其次": 2, "再次": 3, "再者": 3, "最后": 9}

# Style → its rank (the highest first) and pattern. `n` is the number.
_STYLES: tuple[tuple[str, int, str], ...] = (
    ("part", 0, rf"第(?P<n>[{_HAN}]+|\d+)(?:部分|章|节|编)[、:：\s]*"),
    ("han", 1, rf"(?P<n>[{_HAN}]{{1,3}})\s*(?:、|[．.](?!\d))\s*"),
    ("han", 1, rf"(?P<n>[{_HAN}]{{1,2}})[,，:：](?=[^\s])"),
    # 二。专利工作: scanned
    ("han", 1, rf"(?P<n>[{_HAN}]{{1,2}})。(?=[\u4e00-\u9fff“]{{2}})"),
    # 二 科技特派员试点: a numeral and a blank
    ("han", 1, rf"(?P<n>[{_HAN}]{{1,2}})[ \u3000]+(?=[\u4e00-\u9fff“]{{2}})(?![年月日号时个项家人万名次份])"),
    ("han", 1, r"(?P<n>[—－―])、\s*(?=[\u4e00-\u9fff“])"),
    ("formal", 1, rf"(?P<n>[{_FORMAL}参])、\s*(?=[\u4e00-\u9fff“])"),
    ("stem", 1, rf"(?P<n>[{_STEMS}])、\s*(?=[\u4e00-\u9fff“]{{3}})"),
    ("roman", 1, rf"(?P<n>[{_ROMAN}])[、.．\s]\s*(?=[\u4e00-\u9fff“])"),
    ("letter", 3, rf"(?P<n>[{_LETTERS}])[、.．]\s*(?=[\u4e00-\u9fff“]{{2}})"),
    ("han-bracket", 2, rf"[（(〔]\s*(?P<n>[{_HAN}]{{1,3}})\s*[)）〕][、.:：]*\s*"),
    ("han-bracket", 2, rf"(?P<n>[{_FULL_IDEOGRAPHS}])[、.]?\s*"),
    ("han-bracket", 2, rf"(?P<n>[{_HAN}]{{1,2}})\s*[)）][、.:：]?\s*(?=[\u4e00-\u9fff“])"),
    # The numeral itself blanked: （）项目立项。
    ("lost", 2, r"[（(]\s*(?P<n>)[)）](?=[\u4e00-\u9fff“])(?!项(?!目)|[天元个家人号月日年万名份次期届%％])"),
    ("digit", 3, r"(?P<n>[0-9０-９]{1,2})\s*(?:、|[．.](?![0-9０-９]))\s*"),
    (
        "decimal",
        4,
        r"[0-9]{1,2}[.．](?P<n>[0-9]{1,2})[ \u3000、.．]\s*(?=[\u4e00-\u9fff]{2})(?![年月日号时个项家人万元名次份亿千百吨倍公亩])",
    ),
    (
        "digit",
        3,
        r"(?P<n>[0-9]{1,2})[ \u3000]+(?=[\u4e00-\u9fff]{2}|(?:19|20)[0-9]{2}年)(?![年月日号时个项家人万元名次份])",
    ),
    ("digit", 3, rf"(?P<n>[{_DOTTED}])\s*"),
    ("digit-paren", 4, r"(?P<n>[0-9０-９]{1,2})\s*[)）][、.]?\s*"),
    ("digit-bracket", 5, r"[（(]\s*(?P<n>[0-9０-９]{1,2})\s*[)）][、.]?\s*"),
    ("digit-bracket", 5, rf"(?P<n>[{_BRACKETED}])[、.]?\s*"),
    ("circled", 6, rf"(?P<n>[{_CIRCLED}])[、.]?\s*"),
    ("ordinal", 7, rf"(?P<n>[{_HAN}]{{1,2}})(?:是|要(?![^。]{{0,2}}求))(?:要)?"),
    ("ordinal", 7, rf"(?:第|其)(?P<n>[{_HAN}]{{1,2}})(?:[,，、:：]|是|(?=[加抓强做推开建]))"),
    ("ordinal", 7, r"(?P<n>首先|其次|再次|再者|最后)[,，是要]?"),
)
_PATTERNS = tuple((style, rank, re.compile(pattern)) for style, rank, pattern in _STYLES)
# Where inside a paragraph an item may begin: after the end of a sentence or what announces a list.
_INSIDE = re.compile(r"(?<=[。;；!！:：])(?:[”」』’]?)\s*(?=\S)")
# 一、主要工作（一）科技项目。… in one line: the list below begins directly after the title.
_BELOW = re.compile(rf"[{_HAN}]、[\u4e00-\u9fff]{{2,14}}(?=[（(]一[)）][\u4e00-\u9fff])")


@dataclass(frozen=True, slots=True)
class Enumerator:
    """A counting mark at `start`: `end` is where the words after it begin; `number` is 0 where it was blanked."""

    start: int
    end: int
    style: str
    rank: int
    number: int


def enumerator_at(text: str, at: int, end: int | None = None) -> Enumerator | None:
    """The counting mark that begins at `at`, if one does: `(一)` of (一)项目申报有新突破."""
    stop = len(text) if end is None else end
    for style, rank, pattern in _PATTERNS:
        match = pattern.match(text, at, stop)
        if match:
            number = chinese_number(match["n"]) if match["n"] else 0
            return None if number is None else Enumerator(at, match.end(), style, rank, number)
    return None


def enumerators_in(text: str, start: int, end: int) -> tuple[Enumerator, ...]:
    """All counting marks of a paragraph: at its beginning and after sentences inside it."""
    places = [start, *(match.end() for pattern in (_INSIDE, _BELOW) for match in pattern.finditer(text, start, end))]
    found = (enumerator_at(text, at, end) for at in sorted(set(places)) if at < end)
    return tuple(mark for mark in found if mark)


def chinese_number(text: str) -> int | None:
    """The number that a counting mark holds, None where it is none: 十二, 12, ⑿, 首先."""
    if text in _ORDINAL_WORDS:
        return _ORDINAL_WORDS[text]
    if text in _VARIANTS:
        return _VARIANTS[text]
    for signs in _SERIES:
        if len(text) == 1 and text in signs:
            return signs.index(text) + 1
    if text.isdigit():
        return int(text) or None
    tens, ten, ones = text.rpartition("十")
    if any(char not in _DIGITS for char in tens + ones) or len(tens) > 1 or len(ones) > 1:
        return None
    return (_DIGITS.get(tens, 1) * 10 if ten else 0) + _DIGITS.get(ones, 0) or None
