"""The headings of a summary, on lines of their own or run in with the text, and the section tree that they make."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from zongjie.model import Block, Section, Span
from zongjie.reading.bare import bare_numerals
from zongjie.reading.enumerators import Enumerator, enumerator_at, enumerators_in
from zongjie.reading.heading_lines import could_head, first_phrase, gives_quantity, is_annex, is_part_title, names_part
from zongjie.reading.leads import lead_runs, part_label, topics_inside
from zongjie.reading.repair import is_table_row

_PHRASE_END = re.compile(r"[。！!；;]|(?<=\S)[:：]|\u3000|\s{2,}")
# (一)科技创新取得新突破 我县立足… has a blank where the full stop was.
_SPACED = re.compile(
    r"(?P<title>[\u4e00-\u9fff“”、]{4,20}(?:[,，][\u4e00-\u9fff“”、]{2,16})?) (?=[\u4e00-\u9fff“”0-9A-Z%、《》]{4}[^\n]{12})"
)
# ——抓项目争取,科技投入实现新突破。…
_DASH = re.compile(r"(?:——|—|--)\s*(?=[\u4e00-\u9fff“][^。\d]*。)")
_BULLET = re.compile(r"[●◆■★▲※◎○▶►•◇·▪➢√]\s*(?=[\u4e00-\u9fff“\"])")
_LABEL = re.compile(r"(?:&nbsp;)*【[^【】]{2,20}】[:：]?")
# ⑴国家级:…⑵农业良种工程:… sorts the items of a list, it heads nothing.
_SORTED = re.compile(
    r"(?:国家|部|省部?|自治区|市|州|盟|县|区|旗|地厅|[\u4e00-\u9fff]{2,4}[市州县])级|正在[\u4e00-\u9fff]{2}|拟[\u4e00-\u9fff]{2}|.*(?:工程|专项|计划|资金|基金)"
)
_MARKED_LINE = 45
_RUN_IN = 40
_TITLE = 12
_ORDINAL = 7
PART_RANK, PLAIN_RANK, NOTE_RANK, BARE_RANK, BULLET_RANK, LEAD_RANK = 0.5, 2.5, 9.0, 6.5, 6.8, 6.9


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: `start` to `end` is the stretch of its title, `rank` says how high it stands (0 the highest).

    `begin` is where its section begins if not at `start`; `inferred` marks one that the text lost.
    """

    start: int
    end: int
    title: str
    rank: float
    style: str
    number: int
    block: int
    own_line: bool
    inferred: bool = field(default=False)


def find_headings(
    text: str, blocks: Sequence[Block], aside: frozenset[int], topics: Sequence[str] = ()
) -> tuple[Heading, ...]:
    """All headings in reading order; `aside` are blocks that hold none (title, date), `topics` words of the bureau's work.

    一、主要工作成效 stands on its own line; (一)项目申报有新突破。全年… is run in, and so are several in one paragraph:
    1.壮大创新主体。…2.突破关键技术。… Items without text of their own (2、完成农村科技培训1.5万人次。) are no headings.
    """
    reader = _Reader(text, blocks, aside, topics)
    return tuple(sorted(reader.headings(), key=lambda heading: heading.start))


def build_sections(headings: Sequence[Heading], length: int) -> tuple[Section, ...]:
    """The section tree: a section is one level below the nearest one before it that stands higher, and ends where one
    of its own level or a higher one begins.
    """
    ranks: list[float] = []
    levels: list[int] = []
    for heading in headings:
        while ranks and ranks[-1] >= heading.rank:
            ranks.pop()
        ranks.append(heading.rank)
        levels.append(len(ranks))
    sections: list[Section] = []
    for n, heading in enumerate(headings):
        after = (headings[m].start for m in range(n + 1, len(headings)) if levels[m] <= levels[n])
        span = Span(heading.start, heading.start if heading.inferred else heading.end)
        sections.append(Section(heading.title, levels[n], heading.inferred, heading.start, next(after, length), span))
    return tuple(sections)


class _Reader:
    """Reads headings off the blocks of one text."""

    def __init__(self, text: str, blocks: Sequence[Block], aside: frozenset[int], topics: Sequence[str]) -> None:
        self.text, self.blocks, self.topics = text, blocks, topics
        self.lines = [text[block.start : block.end] for block in blocks]
        self.tables = frozenset(n for n, line in enumerate(self.lines) if is_table_row(line))
        self.aside = aside | self.tables
        self.marks = [enumerator_at(line, 0) if n not in self.aside else None for n, line in enumerate(self.lines)]

    def headings(self) -> Iterator[Heading]:
        bare = bare_numerals(self.lines, self.marks, self.aside)
        leads = lead_runs(
            self.lines, [m is None and n not in self.aside for n, m in enumerate(self.marks)], self.topics
        )
        numbered = False
        for n in range(len(self.blocks)):
            if n in self.aside:
                continue
            if n in bare:
                yield from self._bare(n, bare[n])
                continue
            own = self._own_line(n, numbered) or self._bulleted(n) or self._part_label(n) or self._led(n, leads)
            found = [own] if own else [*self._run_in(n), *self._topics_inside(n)]
            numbered = numbered or any(h.style not in ("plain", "note", "ordinal") for h in found)
            yield from found

    def _led(self, n: int, leads: Mapping[int, tuple[int, int]]) -> Heading | None:
        return self._heading(n, 0, leads[n][0], LEAD_RANK, "lead", leads[n][1]) if n in leads else None

    def _part_label(self, n: int) -> Heading | None:
        """A part's name before a colon; where a count that is open goes on after it, it belongs to that item."""
        end = part_label(self.lines[n]) if self.marks[n] is None else None
        return self._heading(n, 0, end, LEAD_RANK if self._count_goes_on(n) else PART_RANK, "lead") if end else None

    def _count_goes_on(self, n: int) -> bool:
        last: dict[str, int] = {}
        for mark in self.marks[:n]:
            if mark and mark.rank <= 1:
                last[mark.style] = mark.number
        return any(mark and last.get(mark.style) == mark.number - 1 for mark in self.marks[n + 1 :])

    def _topics_inside(self, n: int) -> Iterator[Heading]:
        for start, end in topics_inside(self.lines[n], self.topics):
            yield self._heading(n, start, end, LEAD_RANK, "lead")

    # --- on a line of their own

    def _own_line(self, n: int, numbered: bool) -> Heading | None:
        line, mark = self.lines[n], self.marks[n]
        words = line[mark.end :] if mark else line
        if not words or re.search("[。;；!！]", words[:-1]) or words[-1] in ",，、;；!！?？":
            return None
        if mark:
            return self._own_marked(n, mark, words)
        if line[:2] in ("即:", "即：") and len(line) <= _MARKED_LINE and n and self.marks[n - 1]:
            return self._heading(n, 0, len(line), NOTE_RANK, "note")
        if is_annex(line) and n + 1 < len(self.lines):
            return self._heading(n, 0, len(line), PART_RANK, "plain")
        if self._is_plain(n):
            part = names_part(line) or not numbered
            # 1998年的打算是: announces, the title is what stands before.
            return self._heading(n, 0, len(re.sub("是?[:：]+$", "", line)), PART_RANK if part else PLAIN_RANK, "plain")
        return None

    def _own_marked(self, n: int, mark: Enumerator, words: str) -> Heading | None:
        if len(words) > _MARKED_LINE or (words[-1] == "。" and self._ends_list(n, mark)):
            return None
        bodied = self._has_body(n, mark) and not (words[-1] == "。" and gives_quantity(words))
        if (words[-1] == "。" or mark.rank == _ORDINAL or gives_quantity(words)) and not bodied:
            return None
        # 1、项目申报与管理。 is a title with a full stop, 2、做好民生科技工作,提高全民科技素质。 a sentence.
        stops = ":：。" if len(words) <= _TITLE and not re.search("[,，]", words) else ":："
        return self._heading(n, 0, len(self.lines[n].rstrip(stops)), mark.rank, mark.style, mark.number)

    def _ends_list(self, n: int, mark: Enumerator) -> bool:
        """Whether a line is the last of a list whose items end in semicolons: (5)楚水化机“反应器”,国家重点新产品计划。"""
        before = self.marks[n - 1] if n else None
        listed = before is not None and (before.style, before.number) == (mark.style, mark.number - 1)
        return listed and self.lines[n - 1][-1] in ";；"

    def _has_body(self, n: int, mark: Enumerator) -> bool:
        """Whether text of its own follows a line: a paragraph, or items of a lower kind."""
        if n + 1 >= len(self.lines) or n + 1 in self.aside:
            return False
        after = self.marks[n + 1]
        return (after is None and not self._could_be_plain(n + 1)) or (after is not None and after.rank > mark.rank)

    def _is_plain(self, n: int) -> bool:
        """Whether a line without mark is a heading (下年重点工作安排): short, unended, and text follows."""
        line = self.lines[n]
        if not self._could_be_plain(n) or n + 1 >= len(self.lines) or n + 1 in self.aside:
            return False
        if n and not (
            self._could_be_plain(n - 1)
            or n - 1 in self.aside
            or self.lines[n - 1][-1] in "。!！:：;；”）)"
            or self.marks[n - 1]
        ):
            return False
        follows = self.lines[n + 1]
        listed = self._could_be_plain(n + 1) and (n + 2 >= len(self.lines) or self._could_be_plain(n + 2))
        if is_part_title(line) and follows[-1] in "。;；" and len(follows) > 7:
            return True
        return not listed and (
            len(follows) >= max(15, len(line)) or self.marks[n + 1] is not None or self._could_be_plain(n + 1)
        )

    def _could_be_plain(self, n: int) -> bool:
        return n not in self.aside and self.marks[n] is None and could_head(self.lines[n])

    def _bulleted(self, n: int) -> Heading | None:
        """●科技企业加快培育。新增… and 【科技项目】全年…"""
        line = self.lines[n]
        label, bullet = _LABEL.match(line), _BULLET.match(line)
        if label and len(line) > label.end() + 8:
            return self._heading(n, line.index("【"), line.index("】") + 1, BULLET_RANK, "label", self._nth(n, _LABEL))
        if bullet and self._is_title_line(n, line[bullet.end() :], _BULLET):
            return self._heading(n, 0, len(line), BULLET_RANK, "bullet", self._nth(n, _BULLET))
        end = first_phrase(line, bullet.end()) if bullet else None
        if end:
            return self._heading(n, 0, end, BULLET_RANK, "bullet", self._nth(n, _BULLET))
        dash = _DASH.match(line)
        end = first_phrase(line, dash.end()) if dash and self._has_brother(n, _DASH) else None
        return self._heading(n, dash.end(), end, BULLET_RANK, "bullet", self._nth(n, _DASH)) if dash and end else None

    def _is_title_line(self, n: int, words: str, pattern: re.Pattern[str]) -> bool:
        """Whether the words after a bullet are a title on a line of their own, with text below: ◆ 专利工作."""
        if n + 1 >= len(self.lines) or pattern.match(self.lines[n + 1]) or n + 1 in self.aside:
            return False
        return 2 <= len(words) <= _TITLE and could_head(words + "工作") and len(self.lines[n + 1]) > len(words)

    def _has_brother(self, n: int, pattern: re.Pattern[str]) -> bool:
        return any(pattern.match(line) for line in self.lines[max(0, n - 1) : n + 2 : 2])

    def _nth(self, n: int, pattern: re.Pattern[str]) -> int:
        """The place of a bullet in its list, which the text does not number."""
        first = n
        while first and pattern.match(self.lines[first - 1]):
            first -= 1
        return n - first + 1

    # --- run in with the text

    def _run_in(self, n: int) -> Iterator[Heading]:
        block = self.blocks[n]
        marks = [replace(m, start=m.start - block.start, end=m.end - block.start) for m in self._marks_in(block)]
        for style in dict.fromkeys(mark.style for mark in marks):
            series = [mark for mark in marks if mark.style == style]
            if style == "ordinal":
                series = series if series[0].start == 0 and self._in_series(n) else []
                strict = False
            else:
                strict = len(series) > 1
            found = [self._run_in_heading(n, mark, _next_start(marks, mark, len(self.lines[n]))) for mark in series]
            if not (strict and None in found):
                yield from (heading for heading in found if heading)

    def _marks_in(self, block: Block) -> tuple[Enumerator, ...]:
        return enumerators_in(self.text, block.start, block.end)

    def _in_series(self, n: int) -> bool:
        """Whether the paragraph that begins with 一是 has a brother that goes on with 二是, or one that it goes on from."""
        mine = self.marks[n]
        before = next((m for m in range(n - 1, -1, -1) if self._is_ordinal(m)), None)
        after = next((m for m in range(n + 1, len(self.marks)) if self._is_ordinal(m)), None)
        goes_on = after is not None and self._first_ordinal(after) == self._last_ordinal(n) + 1
        return goes_on or (before is not None and mine is not None and mine.number == self._last_ordinal(before) + 1)

    def _is_ordinal(self, n: int) -> bool:
        mark = self.marks[n]
        return mark is not None and mark.style == "ordinal"

    def _first_ordinal(self, n: int) -> int:
        mark = self.marks[n]
        return mark.number if mark else 0

    def _last_ordinal(self, n: int) -> int:
        return [mark.number for mark in self._marks_in(self.blocks[n]) if mark.style == "ordinal"][-1]

    def _run_in_heading(self, n: int, mark: Enumerator, stop: int) -> Heading | None:
        line = self.lines[n]
        match = _PHRASE_END.search(line, mark.end, stop)
        spaced = _SPACED.match(line, mark.end, stop) if mark.start == 0 and mark.rank < _ORDINAL else None
        if spaced and (match is None or match.start() > spaced.end()):
            match = re.compile(" ").search(line, spaced.end("title"), stop)
        if not match or not 2 <= match.start() - mark.end <= _RUN_IN:
            return None
        phrase = line[mark.end : match.start()]
        if match[0] in ";；" or (match[0] in ":：" and (len(phrase) > 15 or phrase.endswith("如下"))):
            return None
        if mark.rank > 2 and (gives_quantity(phrase) or (match[0] in ":：" and _SORTED.fullmatch(phrase))):
            return None
        if len(line[match.end() : stop].strip()) < (8 if mark.rank > 2 else 4):
            return None
        return self._heading(n, mark.start, match.start(), mark.rank, mark.style, mark.number)

    # --- with a numeral that lost its mark

    def _bare(self, n: int, number: int) -> Iterator[Heading]:
        end = first_phrase(self.lines[n], 1)
        if end:
            yield self._heading(n, 0, end, BARE_RANK, "bare", number)

    def _heading(self, n: int, start: int, end: int, rank: float, style: str, number: int = 0) -> Heading:
        line, offset = self.lines[n], self.blocks[n].start
        own = start == 0 and end >= len(line) - 1
        return Heading(offset + start, offset + end, line[start:end].strip(), rank, style, number, n, own)


def _next_start(marks: Sequence[Enumerator], mark: Enumerator, end: int) -> int:
    """Where the item of `mark` ends inside its paragraph: at the next mark of its kind or a higher one."""
    return next((m.start for m in marks if m.start > mark.start and m.rank <= mark.rank), end)
