"""Headings that a text lost: sections inferred where another topic, a fresh count or another part begins."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from zongjie.lexicon.topics import Topic
from zongjie.model import Block, Damage
from zongjie.reading.counts import Row, after_series, goes_on, is_inside, items_of, open_before, row_of
from zongjie.reading.leads import habitual_leads
from zongjie.reading.outline import PART_RANK, Heading
from zongjie.reading.topics import best, complains, lead_of, name_of, part_of, scores

_INTRO = re.compile(
    r"(?:领导|指导|支持|帮助|关心)下|如下[:：。.]?$|以[^。]{2,40}为(?:指导|抓手|主线|目标|契机|统领|重点|核心)|紧紧?围绕|会议精神|开局良好"
)
# What stands in the covering letter, or before the text: 现将我局2018年工作总结报送你们,请查收。
_LETTER = re.compile(
    r"(?:现将|兹将|根据|按照|遵照)[^。]{4,90}(?:如下|报送|呈报|报上|上报|送上|印发)[^。]{0,14}[。:：]$"
)
_YEAR_LEAD = re.compile(r"(?:[0-9xX×*_〇○零二一九八]{2,4}年|今年|一年来|半年来|本年度|过去的一年)")
_ANNOUNCES = re.compile(r"(?:如下|以下[^。]{0,12}|几[个方]面[^。]{0,6}|即|表现在|主要是|工作)[:：。]?$|[:：]$")
# How items of a plan begin: 2、加强项目管理。
_URGES = re.compile(
    r"[^\u4e00-\u9fff]*[一二三四五六七八九十]?[、)）]?(?:进一步|继续|加强|加大|加快|做好|抓好|抓|全面|积极|推进|完善|强化|深化|围绕|组织|争取|力争|实施|开展)"
)
# 5月16日,科技活动周开幕。 is news, no title.
_DATED = re.compile(r"[^\u4e00-\u9fff]*\d+月|\d+日")
_SHORT_LEAD = 24
_HAN_RANK = 1.0
_LOW_RANK = 4  # (1) and ① never count the main parts of a summary
_LEAD_IN = 100


def infer_headings(
    text: str,
    blocks: Sequence[Block],
    aside: frozenset[int],
    headings: Sequence[Heading],
    damage: Sequence[Damage],
    topics: Sequence[Topic],
) -> tuple[Heading, ...]:
    """The inferred headings, in reading order; none stands where the text has a heading of its own.

    一是 that starts anew, 1、 that starts anew after 4、, a paragraph on farming after one on projects, 下半年,一要…
    """
    rows = tuple(row_of(n, text, block, headings) for n, block in enumerate(blocks) if n not in aside)
    inference = _Inference(rows, headings, topics)
    untitled = tuple(inference.untitled(blocks))
    begun = {heading.start for heading in untitled}
    found = [*inference.sections(blocks), *_garbled(text, blocks, headings, damage)]
    taken = {(heading.start, heading.rank) for heading in headings}
    unique = {
        h.start: h
        for h in reversed(found)
        if h.start not in begun and not any(start == h.start and rank <= h.rank for start, rank in taken)
    }
    return tuple(sorted((*untitled, *unique.values()), key=lambda h: (h.start, h.rank)))


class _Inference:
    """Goes through the blocks of one text and says where a section begins that has no heading."""

    def __init__(self, rows: Sequence[Row], headings: Sequence[Heading], topics: Sequence[Topic]) -> None:
        self.rows, self.topics = rows, topics
        bare = any(row.is_bare and row.rank == _HAN_RANK for row in rows)
        self.has_top = bare or any(heading.rank == _HAN_RANK for heading in headings)
        letter = 1 if len(rows) > 2 and _LETTER.match(rows[0].text) else 0
        self.intro = letter + (len(rows) > letter + 1 and self._is_intro(rows[letter], rows[letter + 1]))
        self.restarts = any(self._restarts(at) for at in range(len(rows)))
        marked = [heading.rank for heading in headings if heading.style != "ordinal"]
        marked += [row.rank for row in rows if row.is_bare]
        lost = min(marked, default=99) >= _LOW_RANK or (self.restarts and not self.has_top)
        self.led = any(heading.style == "lead" for heading in headings)
        free = [not row.counted for row in rows]
        self.habit = habitual_leads([row.text for row in rows], free)
        self.headless = lost and not self.led and len(rows) > 2

    def sections(self, blocks: Sequence[Block]) -> Iterator[Heading]:
        """Walk the blocks; `topic` is what the section that is open is about, `begun` where the last one was inferred."""
        topic: str | None = None
        begun = -1
        for at in range(self.intro, len(self.rows)):
            title = self._title_at(at, topic, begun)
            if title is None:
                continue
            row = self.rows[at]
            topic, begun = title, at
            rank = _HAN_RANK if self.has_top else PART_RANK
            start = blocks[row.n].start
            yield Heading(start, start, title, rank, "inferred", 0, row.n, False, inferred=True)

    def untitled(self, blocks: Sequence[Block]) -> Iterator[Heading]:
        """The sections whose mark alone is left: `三、` and `（一）` on lines of their own begin two with the text after them."""
        for at, row in enumerate(self.rows):
            body = next((other for other in self.rows[at + 1 :] if not other.is_bare), None)
            if row.is_bare and body:
                start = blocks[body.n].start
                title = self._subject(at, row.rank) or "主要工作"
                yield Heading(start, start, title, row.rank, "inferred", row.number, body.n, False, inferred=True)

    def _subject(self, at: int, rank: float) -> str | None:
        """What the paragraphs below a mark are about, up to the next mark of its kind or a higher one."""
        end = next((m for m in range(at + 1, len(self.rows)) if self.rows[m].rank <= rank), len(self.rows))
        texts = [row.text for row in self.rows[at + 1 : end] if not row.is_bare]
        part = part_of(texts[0]) if texts else None
        if part is None and complains("。".join(texts)):
            part = "problems"
        return name_of(part, self.topics) if part else best(scores("。".join(texts), self.topics), 1)

    def _title_at(self, at: int, topic: str | None, begun: int) -> str | None:
        """The title of the section that begins at row `at`, None where none does."""
        row = self.rows[at]
        if self._follows_problems(at, topic, begun):
            return name_of("plan", self.topics)
        if self._complains(at):
            title = name_of("problems", self.topics)
            return title if title != topic else None
        if row.counted:
            return self._counted(at, topic, begun)
        part = part_of(row.text)
        # 回顾一年的工作,也存在一些不足:… after 6、自身建设 and before 二、 belongs to neither.
        apart = part == "problems" and 2 * at >= len(self.rows)
        if self._is_body_of_heading(at) or (is_inside(self.rows, at) and not apart):
            return None
        if part and (part != "views" or self.headless) and at > 0 and not self._in_part(at, part):
            title = name_of(part, self.topics)
            return title if title != topic else None
        return self._running(at, topic)

    def _complains(self, at: int) -> bool:
        """Whether a list of shortcomings begins at a row although no heading says so: 一是企业研发投入不足…;二是…"""
        row = self.rows[at]
        if 2 * at < len(self.rows) or row.number > 1 or row.own_line or not complains(row.text):
            return False
        if self._is_body_of_heading(at) or self._in_part(at, "problems"):
            return False
        return row.style in ("ordinal", "digit") or (not row.counted and not is_inside(self.rows, at))

    def _follows_problems(self, at: int, topic: str | None, begun: int) -> bool:
        """Whether a fresh list stands directly after the shortcomings: what is to be done next."""
        row = self.rows[at]
        after = begun == at - 1 >= 0 and topic == name_of("problems", self.topics)
        return after and row.number == 1 and row.style != "han" and not complains("。".join(items_of(self.rows, at)))

    # --- running text

    def _running(self, at: int, topic: str | None) -> str | None:
        row = self.rows[at]
        lead = re.match(rf"[^。!！;；:：]{{4,{_SHORT_LEAD}}}[。!！](?=[\s\S]{{20}})", row.text)
        lost_its_mark = lead and after_series(self.rows, at)
        if not self.headless and not lost_its_mark and not self.habit and not self._uncovered(at):
            return None
        if lead:
            words = lead[0].rstrip("。!！")
            title = None if lost_its_mark else best(scores(words, self.topics), 4)
            if title or not _DATED.match(words):
                return title or words
        found = scores(row.text, self.topics)
        name: str | None = best(found, 4)
        if at == self.intro and self.headless and not self._leads_in(at):
            return name or lead_of(row.text)[:_SHORT_LEAD] or None
        if self._leads_in(at):
            return self._group_name(at + 1, also=row.text)
        if at == 0 and len(self.rows) < 3:
            return None  # a text in one or two paragraphs has no sections to tell apart
        in_lead = scores(lead_of(row.text), self.topics)
        shifts = name != topic and name in in_lead and 2 * found.get(topic or "", 0) < found.get(name or "", 0)
        return name if name and shifts else None

    def _uncovered(self, at: int) -> bool:
        """Whether no heading that counts the main parts stands before a row; items that fill one paragraph count none."""
        if self.has_top or self.led:
            return False
        return not any(row.own_line or (row.counted and goes_on(self.rows, row)) for row in self.rows[:at])

    def _leads_in(self, at: int) -> bool:
        """Whether a paragraph opens a count that starts anew after it: *区企业较多,… before 1、指导企业建立研发机构."""
        text = self.rows[at].text
        if len(text) > _LEAD_IN and not _ANNOUNCES.search(text):
            return False
        after = self.rows[at + 1] if at + 1 < len(self.rows) else None
        return after is not None and after.counted and after.number == 1 and self._restarts(at + 1)

    def _is_intro(self, row: Row, after: Row) -> bool:
        lead = re.match(r"[^。]{2,24}。(?=[\s\S]{20})", row.text)
        if row.counted or (lead and not _INTRO.search(lead[0]) and not _YEAR_LEAD.match(lead[0])):
            return False
        return bool(_INTRO.search(row.text)) or (after.counted and after.number == 1 and not _reports(row.text))

    def _is_body_of_heading(self, at: int) -> bool:
        return at > 0 and self.rows[at - 1].own_line

    def _in_part(self, at: int, part: str) -> bool:
        """Whether the text's own heading already says so: no plan is inferred under 三、2013年工作思路."""
        words = {
            "problems": "问题|不足|困难|差距",
            "plan": "打算|思路|计划|安排|下半年|明年|下一?年|下一?步|今后",
            "views": "体会|经验|启示",
            "review": "回顾|回眸|总结|情况",
        }
        for row in reversed(self.rows[:at]):
            if row.counted and row.rank <= 2.5 and row.style != "ordinal":
                return bool(re.search(words[part], row.text[:40]))
        return False

    # --- counted paragraphs

    def _counted(self, at: int, topic: str | None, begun: int) -> str | None:
        row = self.rows[at]
        if (
            row.number != 1
            or row.style in ("plain", "note", "part", "han", "lead")
            or self._is_led_in(at, topic, begun)
        ):
            return None
        if self._restarts(at):
            before = self.rows[at - 1]
            announced = not before.counted and bool(_ANNOUNCES.search(before.text)) and topic is not None
            return None if announced else self._group_name(at)
        if self._is_first_group(at):
            return self._group_name(at)
        return self._changes_part(at)

    def _is_led_in(self, at: int, topic: str | None, begun: int) -> bool:
        """Whether the section that the paragraph before begins is that of the count, too."""
        if begun < 0 or begun != at - 1 or self.rows[begun].counted or _reports(self.rows[begun].text):
            return False
        return not (complains("。".join(items_of(self.rows, at))) and topic != name_of("problems", self.topics))

    def _restarts(self, at: int) -> bool:
        """Whether a count starts anew although no higher heading stands between: 1、 after 4、, 一是 after 五是."""
        row = self.rows[at]
        if row.number != 1 or not row.counted or row.style in ("plain", "note"):
            return False
        if row.style in open_before(self.rows, at):
            return True
        # 一是 directly after running text that does not announce it, in a text that has no headings at all.
        before = self.rows[at - 1] if at else None
        return (
            row.style == "ordinal"
            and before is not None
            and at > self.intro
            and not before.counted
            and not _ANNOUNCES.search(before.text)
            and not any(other.own_line or (other.counted and other.style != "ordinal") for other in self.rows[:at])
        )

    def _is_first_group(self, at: int) -> bool:
        """Whether a count begins the report and a later one of its kind starts anew, or another with the plan takes its place."""
        style = self.rows[at].style
        if self.has_top or any(row.counted for row in self.rows[:at]):
            return False
        later = range(at + 1, len(self.rows))
        if style in ("han-bracket", "digit") and any(self._complains(m) or self._begins_part(m) for m in later):
            return True
        return any((self.rows[m].style == style and self._restarts(m)) or self._changes_part(m) for m in later)

    def _begins_part(self, at: int) -> bool:
        row = self.rows[at]
        if row.counted or self._is_body_of_heading(at) or is_inside(self.rows, at):
            return False
        part = part_of(row.text)
        return part in ("problems", "plan") and not self._in_part(at, part)

    def _changes_part(self, at: int) -> str | None:
        """The part that begins where a count of a higher kind follows items: 六是… and then (一)继续抓好四个大型科普活动."""
        row = self.rows[at]
        lower = [other for other in self.rows[:at] if other.counted]
        if row.number != 1 or not lower or any(other.rank <= row.rank for other in lower):
            return None
        group = items_of(self.rows, at)
        if not row.own_line and 2 * at < len(self.rows):
            return None
        intends = len(re.findall(r"将|继续|力争|要", "".join(group)[:400])) > 1
        urges = sum(bool(_URGES.match(line)) for line in group) >= max(2, 0.6 * len(group))
        return name_of("plan", self.topics) if (intends if row.own_line else urges) else None

    def _group_name(self, at: int, also: str = "") -> str:
        """What a count is about: its commonest topic, 主要工作 where it has no one topic."""
        group = items_of(self.rows, at)
        text = also + "".join(lead_of(line) + "。" for line in group)
        part = part_of(also) if also else None
        if part is None and complains("。".join(group)):
            part = "problems"
        if part:
            return name_of(part, self.topics)
        names = [best(scores(line, self.topics)) for line in group]
        named = [name for name in names if name]
        common = max(named, key=lambda name: (named.count(name), -named.index(name)), default=None)
        if also:
            common = best(scores(lead_of(also), self.topics)) or common
        if common and (also or 2 * named.count(common) >= len(group)):
            return common
        return "主要工作" if len(group) > 2 else common or lead_of(text)[:_SHORT_LEAD] or "主要工作"


def _reports(text: str) -> bool:
    """Whether a paragraph gives results of its own, so that it is more than words before a list."""
    return len(re.findall(r"\d+(?:\.\d+)?[万亿]?[项个家元份次人名期件]", text)) > 2


def _garbled(
    text: str, blocks: Sequence[Block], headings: Sequence[Heading], damage: Sequence[Damage]
) -> Iterator[Heading]:
    """Run-in headings whose beginning is garbled: 四μ岣呒粕文明家庭地震应急意识。一是…, 濯加大力度普及计划生育知识。今年5月…"""
    ranks = [heading.rank for heading in headings if heading.rank <= 3]
    for spot in damage:
        block = next(n for n, b in enumerate(blocks) if spot.start < b.end)
        start = spot.start
        if start > blocks[block].start and text[start - 1] in "一二三四五六七八九十":
            start -= 1
        begins = start == blocks[block].start or text[start - 1] in "。!！"
        phrase = re.compile(r"[^。,，;；]{4,30}。(?=[^\n]{20})").match(text, start, blocks[block].end)
        if spot.kind == "garble" and begins and phrase and ranks:
            title = phrase[0].rstrip("。")
            yield Heading(start, start, title, min(ranks), "inferred", 0, block, False, inferred=True)
