"""Quantities that report work or set a target: 专利申请量1215件, 28个部门参加, 力争立项15项以上."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from zongjie.finding.analysis import Analysis, Word
from zongjie.finding.dates import find_dates
from zongjie.finding.engine.language import PAUSES
from zongjie.finding.figures.quantities import Quantity, find_quantities
from zongjie.finding.plans import find_plans
from zongjie.lexicon import Lexicon
from zongjie.lexicon.words import any_of
from zongjie.model import Figure, Span

_PAUSE = re.compile(rf"[{re.escape(PAUSES)}()（）]")
_ENUMERATOR = re.compile(
    r"(?:[(（][一二三四五六七八九十0-9]+[)）]|[⑴-⑽①-⑩]|[一二三四五六七八九十]{1,2}(?:是要?|要|、)|第[一二三四五六七八九十],?|[0-9]{1,2}[.、．]|首先|其次)+"
)
_GROWTH = re.compile(
    r"(?:同比|环比|较(?:上年|去年)?(?:同期)?|比(?:上年|去年|上年同期|去年同期|同期)?|分别(?:比[^,，]{2,6})?|各|年均)?"
    r"(?:净?增长|增加|提高|上升|下降|减少|降低|增幅|增收|翻)(?:了|为)?$"
)
_NO_NOUN = frozenset(("全部", "分别", "以上", "左右", "同时", "目标", "任务", "指标", "参加", "其中"))
# 从贵州大学等单位引进科技人才
_OF_OTHERS = re.compile(r"^(?:有关|相关)?(?:单位|部门|院校|高校|企业|地区?|乡镇|人)(?=[一-龥]{4})(?!名|数)")
_YEAR = re.compile(r"(?:[12][0-9xX×*_]{3}|[xX×*]{2,4})年度?")
_LONGEST = 20
_NOUN_TAGS = ("n", "vn", "j", "l", "b", "a", "an", "s", "t", "x", "i", "eng")
# Ends of what is measured, never a bare verb: 审批率, 专利申请量.
_MEASURED = ("率", "量", "数", "额", "值", "费", "款", "资金", "经费", "面积", "收入", "比重")


@dataclass(frozen=True, slots=True)
class _What:
    """What a figure counts; `verb` is the act, `noun` the thing, either may be empty."""

    verb: str
    noun: str

    @property
    def text(self) -> str:
        return self.verb + self.noun


_NOTHING = _What("", "")


def find_figures(analysis: Analysis, lexicon: Lexicon) -> list[Figure]:
    """The figures of the record, in reading order."""
    plans = find_plans(analysis, lexicon)
    reader = _Reader(analysis, lexicon)
    quantities = find_quantities(analysis, lexicon)
    figures: list[Figure] = []
    sentence, at = Span(0, 0), 0
    while at < len(quantities):
        sentence = analysis.sentence_at(quantities[at].span.start)
        stop = at
        while stop < len(quantities) and quantities[stop].span.start < sentence.end:
            stop += 1
        for quantity, what in reader.of_sentence(sentence, quantities[at:stop]):
            figures.append(_figure(analysis, quantity, what, plans.hold(quantity.span.start)))
        at = max(stop, at + 1)
    return figures


def _figure(analysis: Analysis, quantity: Quantity, what: str, target: bool) -> Figure:
    start, end = quantity.span.start, quantity.span.end
    return Figure(
        analysis.record.id, start, end, what, analysis.text[start:end], quantity.number, quantity.unit, target
    )


@dataclass(frozen=True)
class _Reader:
    """Reads what the quantities of a sentence count."""

    analysis: Analysis
    lexicon: Lexicon

    def of_sentence(self, sentence: Span, quantities: Sequence[Quantity]) -> list[tuple[Quantity, str]]:
        """Each quantity with what it counts, without those of which the sentence does not tell."""
        whats: list[_What] = []
        begin, unit = sentence.start, ""
        for at, quantity in enumerate(quantities):
            if at < len(whats):
                continue
            what = self._what(quantity, Span(begin, sentence.end), whats, unit)
            run = self._run(quantities[at:]) if what.text.startswith("分别") else 1
            whats += _respective(what, whats, run) if what.text.startswith("分别") else [what]
            last = quantities[at + run - 1]
            begin, unit = last.span.end, last.unit
        return [(quantity, what.text) for quantity, what in zip(quantities, whats, strict=True) if what.text]

    def _run(self, quantities: Sequence[Quantity]) -> int:
        """How many values stand in one list: 3 in 15.3%、22.1%和40%."""
        text, count = self.analysis.text, 1
        for one, other in itertools.pairwise(quantities):
            if text[one.span.end : other.span.start] not in ("、", "和", "及", "与"):
                break
            count += 1
        return count

    def _what(self, quantity: Quantity, rest: Span, earlier: Sequence[_What], unit: str) -> _What:
        """The noun behind the value, else the words before it, else what a value before it counted.

        `unit` is that of the value before.
        """
        last = earlier[-1] if earlier else _NOTHING
        raw = self.analysis.text[rest.start : quantity.span.start]
        own, before = self._before(Span(rest.start, quantity.span.start))
        taking = quantity.count or raw.endswith("以") or own in self.lexicon.words["报数动词"]
        noun = self._noun_after(quantity, rest.end) if taking else ""
        if noun:
            return _What(own if len(own) <= 6 and not raw.endswith(("等", "的")) else "", noun)
        if raw.endswith("等") and (told := self._told_after(quantity, rest.end)):
            return _What("", told)
        growth = _GROWTH.search(before)
        if growth and growth.start() == 0:
            return _What(before, "") if before.startswith("分别") else _What("", last.text + before)
        if before.startswith("占") and last.text:
            return _What("", last.text + before)
        if not before:
            return self._again(raw, earlier)
        if last.verb and last.noun and unit == quantity.unit and self._is_bare(before, quantity):
            return _What(before, last.noun)
        return self._split(re.sub("^分别(?:是|为|有)?", "", before))

    def _again(self, raw: str, earlier: Sequence[_What]) -> _What:
        """What a value without words of its own counts: 新认定高新技术企业4家,累计达到17家."""
        if re.search("累计|总数|总量|达到|共有|现有", raw):
            noun = next((what.noun for what in reversed(earlier) if len(what.noun) >= 3), "")
            if noun:
                return _What("累计", noun)
        return earlier[-1] if earlier else _NOTHING

    def _is_bare(self, before: str, quantity: Quantity) -> bool:
        """Whether the words before the value are a verb without its object: 认定 in 申报高新技术企业126家,认定83家."""
        if not 2 <= len(before) <= 4 or before.endswith(_MEASURED):
            return False
        words = self.analysis.words_in(Span(max(0, quantity.span.start - 8), quantity.span.start))
        return before in self.lexicon.words["报数动词"] or any(w.text == before and w.pos in ("v", "vi") for w in words)

    def _split(self, before: str) -> _What:
        verb = next((verb for verb in self.lexicon.words["报数动词"] if before.startswith(verb)), "")
        return _What(verb, before.removeprefix(verb))

    def _before(self, span: Span) -> tuple[str, str]:
        """The words of its own clause that lead up to a value; the same, or those of the clause before where it has none.

        Without dates, enumerators and counting words: 全年共列入国家级项目 → 列入国家级项目; of a list (商场、超市) all items.
        """
        text = self.analysis.text
        pauses = [m.start() for m in _PAUSE.finditer(text, max(span.start, span.end - 70), span.end)]
        end = span.end
        start = self._clause_start(span, pauses)
        trimmed = self._trim(Span(start, end))
        own = self._short(text[trimmed.start : trimmed.end])
        if own or not pauses or pauses[-1] <= span.start:
            return own, own
        earlier = [p for p in pauses if p < pauses[-1]]
        trimmed = self._trim(Span(earlier[-1] + 1 if earlier else max(span.start, span.end - 70), pauses[-1]))
        return own, self._short(text[trimmed.start : trimmed.end])

    def _clause_start(self, span: Span, pauses: Sequence[int]) -> int:
        """Where the clause begins; a 、 between nouns that nobody counts does not begin one."""
        text = self.analysis.text
        if text[span.end - 1] == "、":
            return span.end
        for pause in reversed(pauses):
            if text[pause] != "、" or span.end - pause > _LONGEST:
                return pause + 1
        return max(span.start, span.end - 70)

    def _trim(self, span: Span) -> Span:
        """The span without dates, enumerators and counting words at its edges."""
        text, start, end = self.analysis.text, span.start, span.end
        lead, tail = _edges(self.lexicon.words["计数套话"], self.lexicon.words["数前词"])
        while end > start and (text[end - 1] in " 　“‘\"'" or (match := tail.search(text, start, end))):
            if text[end - 1] in " 　“‘\"'":
                end -= 1
                continue
            if _GROWTH.search(text[start:end]):
                break
            end = match.start() if match else end - 1
        while start < end:
            step = self._lead(lead, start, end)
            if step == start:
                break
            start = step
        return Span(start, end)

    def _lead(self, lead: re.Pattern[str], start: int, end: int) -> int:
        """Where the words begin once one counting word, date or mark at their front is dropped."""
        text = self.analysis.text
        if text[start] in " 　”’·、)）":
            return start + 1
        for pattern in (_ENUMERATOR, _YEAR, lead):
            match = pattern.match(text, start, end)
            if match and (len(match[0]) > 1 or self.analysis.is_boundary(start + 1)):
                return match.end()
        dates = find_dates(text, start, min(end, start + 16))
        return dates[0].span.end if dates and dates[0].span.start == start and dates[0].span.end <= end else start

    def _short(self, phrase: str) -> str:
        """At most a phrase: what follows 等 or the last 的, or begins with the verb, where the words run on."""
        for mark in ("等", "”", "的", "了"):
            head, _, rest = phrase.rpartition(mark)
            if head and 3 <= len(rest) <= _LONGEST and (mark == "等" or len(phrase) > 12):
                phrase = _OF_OTHERS.sub("", rest)
        if len(phrase) > 12:
            starts = [phrase.rfind(verb) for verb in self.lexicon.words["报数动词"]]
            start = max((at for at in starts if 0 < at <= len(phrase) - 4), default=0)
            phrase = phrase[start:]
        if "、" in phrase and len(phrase) > _LONGEST:
            phrase = phrase.rpartition("、")[2]
        return _balanced(phrase[-_LONGEST:])

    def _told_after(self, quantity: Quantity, end: int) -> str:
        """What a list of so many is said to do: 列入市科技计划 in “矿用潜水泵”等5项列入市科技计划."""
        pause = _PAUSE.search(self.analysis.text, quantity.span.end, end)
        told = self.analysis.text[quantity.span.end : pause.start() if pause else end]
        return told if 2 <= len(told) <= _LONGEST else ""

    def _noun_after(self, quantity: Quantity, end: int) -> str:
        """The noun that a counted value takes: 部门 in 28个部门参加, 救援队 in 不少于50人的救援队, 榜金 in 以200万元榜金."""
        text, start = self.analysis.text, quantity.span.end
        if text.startswith("的", start):
            start += 1
        stop = _PAUSE.search(text, start, end)
        taken: list[Word] = []
        for word in self.analysis.words_in(Span(start, stop.start() if stop else end)):
            if (
                not (word.pos.startswith(_NOUN_TAGS) or word.text == "新")
                or word.text in _NO_NOUN
                or word.end - start > 14
            ):
                break
            if word.pos == "ns" and taken:
                break
            taken.append(word)
        return "".join(word.text for word in taken) if taken and taken[0].start == start else ""


def _respective(what: _What, earlier: Sequence[_What], count: int) -> list[_What]:
    """专利申请1215件,授权986件,分别增长15.3%和22.1%: each rate belongs to one of as many figures before it."""
    growth = what.text.removeprefix("分别")
    if len(earlier) < count:
        return [_What("", growth)] * count
    return [_What("", one.text + growth) for one in earlier[-count:]]


def _balanced(phrase: str) -> str:
    """Without a mark that lacks its fellow: 编印《防治非典科普知识手册》 stays, 防治手册》 loses its mark."""
    for opening, closing in ("《》", "“”", "（）", "()"):
        if phrase.count(opening) != phrase.count(closing):
            phrase = phrase.rpartition(opening)[2] if opening in phrase else phrase.partition(closing)[2] or phrase
    return phrase


@lru_cache(maxsize=4)
def _edges(phrases: tuple[str, ...], verbs: tuple[str, ...]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Patterns for what is dropped at the front and at the back of the words before a value."""
    front = any_of(phrases)
    back = any_of(verbs)
    return re.compile(f"(?:{front})"), re.compile(f"(?:{back})$")
