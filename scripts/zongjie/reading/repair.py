"""Lines → paragraphs: broken lines are joined where a sentence runs on, page numbers inside sentences taken out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import rjieba

from zongjie.model import Boilerplate
from zongjie.reading.enumerators import Enumerator, enumerator_at
from zongjie.reading.split import BLANKS, Line

_FINAL = "。！？!?；;：:…"
_CLOSING = "”’」』》〉）)]】\"'"
_OPENING = "“‘「『《〈（(["
_RUNS_ON = ",，、—-" + _OPENING
_CANNOT_BEGIN = ",，。、;；:：!！?？）)]】”’」』》〉%％"
_PAGE = re.compile(r"[-—–\s]*第?\s*\d{1,3}\s*页?[-—–\s]*(?:[,，/]?\s*共\s*\d{1,3}\s*页)?[-—–\s]*$")
_DATE_LINE = re.compile(
    r"[（(]?(?:[0-9xX×*_○〇零OoＯ一二三四五六七八九]{2,4})年(?:.{1,3}月)?(?:.{1,3}[日号])?[)）]?$|[（(]?\d{4}[-./．]\d{1,2}[-./．]\d{1,2}[)）]?$"
)
# Words that a paragraph likes to begin with: after them a lost full stop is likelier than a broken line.
_OPENERS = re.compile(
    r"(?:一年来|半年来|今年|去年|明年|20..年|同时|此外|另外|其中?[一二次他]|为此|目前|总之|综上|我局|我们|通过|按照|根据|结合|以上|存在|下半年|下一步|上半年|特此|附[:：件])"
)
# A word after which no sentence ends: 的, 和, 对, 及时 …
_DANGLING_POS = frozenset(("p", "c", "uj", "d", "ad", "f", "uv", "b", "u"))
_TITLE_END = re.compile(r"(?:总结|小结|报告|汇报|计划|要点|打算|思路|安排|意见|规划)(?:[（(].{1,12}[)）])?$")
# A row of a table: cells apart by wide blanks (03    金鲳鱼深水网箱    白马井水产公司    60).
_CELLS = re.compile(r"\S(?:\t|\u3000+| {2,})(?=\S)")
# 1 青稞提取 康巴雪域青稞公司 国家星火计划 180, below 序号 项目名称 承担单位 计划类别 经费
_NUMBERED_ROW = re.compile(r"(?:序号|[0-9]{1,3})(?: [^\s。;；!！]+){3,}")
# 淀粉胶囊产业化/尔康湘药/省科技重大专项/936万元, 1|肉羊育肥|县畜牧站|12: cells that a mark parts; a date (2012/9/10) is none.
_PARTED_ROW = re.compile(
    r"[^,，。;；!！]*(?:[|｜][^,，。;；!！]*[|｜]|[\u4e00-\u9fff]{2}[^,，。;；!！/／]*([/／])[^,，。;；!！]*\1)[^,，。;；!！]*"
)
# What a mark on a line of its own is the beginning of: a title, or words with a run-in title (科技项目。全年…).
_TITLED = re.compile(r"[^。!！?？;；:：,，]{2,24}$|[^。!！?？;；:：,，]{2,20}。(?=.{8})")
_SIGNED = re.compile(r"(?:局|委员会|委|办公室|政府|中心|党组|小组)$")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph: `line` is the source line on which it begins, `joins` the offsets in `text` where lines were joined."""

    line: int
    text: str
    joins: tuple[int, ...] = ()


def repair(rows: Sequence[Line]) -> tuple[tuple[Paragraph, ...], tuple[Boilerplate, ...]]:
    """The paragraphs of a summary, and the page numbers that were taken out from between them.

    积极开⏎发展科技服务 is joined, 挂⏎2、牌 becomes 挂牌; a heading or a new paragraph never goes onto what stands before it.
    """
    rows = [row for row in rows if row.bare]
    layout = _Layout.of(rows)
    paragraphs: list[Paragraph] = []
    taken_out: list[Boilerplate] = []
    last = ""
    expected: dict[str, int] = {}
    for row in rows:
        text = row.bare
        if paragraphs and _is_page_number(text):
            taken_out.append(Boilerplate(row.number, text))
            continue
        before = paragraphs[-1].text if paragraphs else ""
        number = _number_inside(before, text, expected)
        if number:
            taken_out.append(Boilerplate(row.number, text[:number].strip(BLANKS)))
            text = text[number:]
        if before and (number or _runs_on(before, last, row, layout)):
            paragraphs[-1] = _join(paragraphs[-1], text)
        else:
            paragraphs.append(Paragraph(row.number, text))
            _count(text, expected)
        last = row.text
    return tuple(paragraphs), tuple(taken_out)


@dataclass(frozen=True, slots=True)
class _Layout:
    """How a text is set: the width of a full line where lines were broken at a width, and whether paragraphs are indented."""

    width: int | None
    indented: bool

    @classmethod
    def of(cls, rows: Sequence[Line]) -> _Layout:
        indents = [row.text[:1] in BLANKS for row in rows]
        indented = any(indents) and not all(indents)
        lengths = sorted(_cells(row.text) for row in rows)
        if len(lengths) < 6:
            return cls(None, indented)
        width = lengths[-max(2, len(lengths) // 10)]
        full = [row for row in rows if _cells(row.text) >= 0.75 * width]
        broken = [row for row in full if row.bare[-1] not in _FINAL + _CLOSING]
        wrapped = 30 <= width <= 200 and len(full) >= 0.3 * len(rows) and len(broken) >= 0.5 * len(full)
        return cls(width if wrapped else None, indented)


def _runs_on(before: str, last: str, row: Line, layout: _Layout) -> bool:
    """Whether `row` goes on with the paragraph `before`, whose last line is `last`."""
    text = row.bare
    if is_table_row(text) or is_table_row(last.strip(BLANKS)):
        return False
    if _is_bare_mark(before):
        return enumerator_at(text, 0) is None and (_counts_items(before) or bool(_TITLED.match(text)))
    if _word_is_split(before, text):
        return True
    if _stands_alone(before, last, text, layout):
        return False
    if text[0] in _CANNOT_BEGIN or (before[-1] in _RUNS_ON and before[-2:] != "——"):
        return True
    if layout.width is not None:
        full = _cells(last) >= 0.7 * layout.width
        if layout.indented:
            return full and row.text[:1] not in BLANKS
        return full and not _is_final(before)
    return not _is_final(before) and _is_prose(before) and _same_sentence(before, text)


def is_table_row(text: str) -> bool:
    """Whether a line is a row of a table: three cells or more, or a number and two; of one that single blanks divide, four."""
    if _NUMBERED_ROW.fullmatch(text) or (len(text) <= 120 and _PARTED_ROW.fullmatch(text)):
        return True
    cells = len(_CELLS.findall(text))
    if max(map(len, text.split()), default=0) < 2:
        return False  # 汇    报    材    料
    return cells > 1 and not re.search("[。;；!！]", text) and len(text) <= 120


def _is_bare_mark(text: str) -> bool:
    """Whether a paragraph so far is a counting mark and nothing else: `一、`, whose title is on the next line or lost."""
    mark = enumerator_at(text + "有", 0)
    return mark is not None and mark.end >= len(text) and mark.style != "ordinal"


def _counts_items(text: str) -> bool:
    """Whether a mark counts items (1、), not the parts of a summary (一、 and (一))."""
    mark = enumerator_at(text + "有", 0)
    return mark is not None and mark.rank > 2


def _stands_alone(before: str, last: str, text: str, layout: _Layout) -> bool:
    """Whether one of the two lines is a heading, a title, a date or a signature, which nothing joins."""
    if _DATE_LINE.match(text) or _DATE_LINE.match(before):
        return True
    if _TITLE_END.search(before) and len(before) <= 60 and "。" not in before and text[0] not in _CANNOT_BEGIN:
        return True
    if text[0] not in _CANNOT_BEGIN and enumerator_at(text, 0) and not _splits_number(before, text):
        return True
    wide = layout.width is not None and _cells(last) >= 0.7 * layout.width
    return not wide and not _is_prose(before) and before[-1] not in ",，、"


def _splits_number(before: str, text: str) -> bool:
    """Whether the mark at the beginning of `text` is part of a word or number that began before: …第⏎一是, 共⏎12.5万元."""
    return before[-1] in "第（(" or (before[-1].isdigit() and text[0].isdigit())


def _cells(text: str) -> int:
    """How wide a line is set: a Chinese character takes two cells."""
    return sum(2 if char > "\u2e80" else 1 for char in text.rstrip(BLANKS))


def _is_final(text: str) -> bool:
    return text.rstrip(_CLOSING)[-1:] in _FINAL if text.rstrip(_CLOSING) else True


def _is_prose(text: str) -> bool:
    """Whether a paragraph so far is running text, not a heading: it has a sentence behind it, or is too long for a heading."""
    mark = enumerator_at(text, 0)
    if any(stop in text[mark.end if mark else 0 :] for stop in "。；;"):
        return True
    return len(text) >= (55 if mark else 45)


def _same_sentence(before: str, after: str) -> bool:
    """Whether the words say that a sentence runs on across the line end: 督促园⏎区落实 has a word across it."""
    words = rjieba.tag(before[-12:] + after[:12])
    at, edge = 0, len(before[-12:])
    left = None
    for word, pos in words:
        if at < edge < at + len(word):
            return True
        if at + len(word) == edge:
            left = (word, pos)
        at += len(word)
    if left and (left[1] in _DANGLING_POS or (left[1].startswith("v") and len(left[0]) == 1)):
        return True
    return not _OPENERS.match(after) and not _heads(after)


def _heads(text: str) -> bool:
    """Whether a line could be a heading or a signature: short, without the mark that ends a sentence."""
    return len(text) <= 30 and (not _is_final(text) or bool(_SIGNED.search(text)))


def _number_inside(before: str, text: str, expected: dict[str, int]) -> int:
    """How many characters of `text` are a page or line number inside a sentence: `2、` of 挂⏎2、牌; 0 where none is.

    It is one only where the sentence before breaks off, and either inside a word, or at a number that no list expects:
    1、 may begin a list, and 3、 after 2、 goes on with one, although a full stop is lost.
    """
    mark = enumerator_at(text, 0)
    if is_table_row(text):
        return 0
    if not before or not mark or not mark.style.startswith("digit") or mark.end >= len(text):
        return 0
    if _is_final(before) or before[-1] in _RUNS_ON + _CLOSING or not _is_prose(before):
        return 0
    next_of_list = expected.get(mark.style) == mark.number
    if _word_across(before, text[mark.end :]) and not (next_of_list and _heads(text)):
        return mark.end
    out_of_turn = mark.number not in (1, expected.get(mark.style))
    return mark.end if out_of_turn and not _heads(text) else 0


def _word_across(before: str, after: str) -> bool:
    at, edge = 0, len(before[-12:])
    for word in rjieba.cut(before[-12:] + after[:12]):
        if at < edge < at + len(word):
            return True
        at += len(word)
    return False


def _word_is_split(before: str, after: str) -> bool:
    """Whether a line begins with the rest of a word and then a stop: …企业创新能力持续增⏎强。培育高企58家."""
    return after[1:2] in tuple("。,，、;；") and _word_across(before, after)


def _is_page_number(text: str) -> bool:
    """Whether a line is a page number and nothing else: 3, - 3 -, 第 3 页 共 8 页."""
    return bool(_PAGE.match(text))


def _join(paragraph: Paragraph, text: str) -> Paragraph:
    return Paragraph(paragraph.line, paragraph.text + text, (*paragraph.joins, len(paragraph.text)))


def _count(text: str, expected: dict[str, int]) -> None:
    """Note which number of each list comes next."""
    mark: Enumerator | None = enumerator_at(text, 0)
    if mark:
        expected[mark.style] = mark.number + 1
