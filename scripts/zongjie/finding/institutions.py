"""Mentions of kind `institution`: universities, institutes, hospitals, laboratories, societies, schools."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from zongjie.finding.analysis import Analysis
from zongjie.finding.engine.rulebook import Rulebook
from zongjie.finding.names.academy import Academy, letters
from zongjie.finding.names.anatomy import Anatomy, dissect, division_end
from zongjie.finding.names.called import called
from zongjie.finding.names.edges import Edges, Stop, edges_of
from zongjie.finding.names.vocabulary import Vocabulary, edge_words, institution_vocabulary, known_institutions, trades
from zongjie.lexicon import Lexicon
from zongjie.lexicon.places import Gazetteer
from zongjie.lexicon.wordset import WordSet
from zongjie.model import Mention, Span

# With these a relative place is a name (县医院, 市党校, 省科协); 省大学, 市学院 are none.
_LOCAL = re.compile(r"(?:医院|院|党校|科协|农科所|林科所|馆|站|所|协|中心|一中|二中|三中|四中|中学|电大)$")
# A laboratory of the state or of a ministry or province is named by its field: 食品营养与安全国家重点实验室.
_LABORATORY = re.compile(r"[\u4e00-\u9fff]{2,}(?:国家|部|省|市)(?:级)?(?:重点|工程)实验室")
_CAMPUS = re.compile(
    r"[(](?:[\u4e00-\u9fff]{2,10}(?:科学院|研究院|学院|校区)|北京|华东|武汉|威海|珠海|深圳|苏州|徐州|盘锦|保定|青岛)[)]"
)
# 忠县中小学 are many.
_MANY = re.compile(r"(?:中小学|大中专院?校|大中专学校|中小学校|中小学幼儿园|院校)$")
# 新建省重点实验室3个 are many.
_COUNTED = re.compile("[0-9一二三四五六七八九十两]+[余多]?[个所](?!单位|院|高校|部门)")
_LONGEST_INSTITUTE, _LONGEST_REST = 4, 1  # 同济堂医药 is no part of 同济
_NUMBERED = re.compile(r"[0-9一二三四五六七八九十]+号|[0-9-]+[”\"]")  # 华农一号 is a sort of beans
_PART = re.compile(
    r"[\u4e00-\u9fff]{2,10}?(?:研究[院所](?!院)|学院(?!路)|分院|(?<!研究)[院所](?![士长有在以谓需属校区]))"
)
_FIRM = re.compile(r"[\u4e00-\u9fffA-Za-z()]{1,16}?(?:公司|集团|厂)")
_COMPOUND = ("实验室", "学院", "研究院", "研究所")
# 中国科学院遗传 before 与发育生物学研究所.
_ACADEMY_FIELD = re.compile(r"(?:科学院|中科院|农科院|林科院)[\u4e00-\u9fff]{2,6}\Z")
_AND = re.compile(r"[与和及]")
# 国家家具产品质量检验检测中心(江西)
_SEAT = re.compile(r"[(](?P<place>[\u4e00-\u9fff]{2,4})[)]")
_INSPECTION = ("检验中心", "检测中心", "监测中心", "计量中心")
_BUILT = ("研究院", "研究所", "实验室")
_FOUNDED = re.compile(r"(?:共建|合建|联建|合办|共同组建|联合组建|联合成立)(?:的|了)?[“\"]?\Z")
_SCHOOL = re.compile(r"[\u4e00-\u9fff]{2,8}?学院")
# A name at the front of an event's title is no one that acts: “中国科学院吉林省科技合作洽谈会”.
_EVENT = re.compile(r"(?:会|论坛|大赛|竞赛|展|节|行|周|月|日|活动|仪式|讲座|培训班)$")


def find_institutions(analysis: Analysis, lexicon: Lexicon, rules: Rulebook, known: Sequence[Mention]) -> list[Mention]:
    """The institutions that the record names. `known` are the mentions that earlier finders found.

    `attributes["full"]` is the full form that a short one stands for, where the text makes it plain.
    """
    del rules, known
    words = institution_vocabulary(lexicon.words)
    edges = edges_of(analysis, edge_words(lexicon.words), words, lexicon.gazetteer)
    titles = [q.inner for q in analysis.quotes if _EVENT.search(analysis.text, q.inner.start, q.inner.end)]
    found = dict.fromkeys(_Finder(edges, words, lexicon.gazetteer).find(), "尾词")
    found |= dict.fromkeys(_known(edges, words, known_institutions(lexicon.words)), "简称表")
    firm = Firm(edges, trades(lexicon.words).ending)
    found = {s: rule for s, rule in found.items() if not firm.goes_on(s)}
    found = {s: rule for s, rule in found.items() if not any(s.within(t) and s != t for t in titles)}
    found = {s: rule for s, rule in found.items() if not _is_founded(edges.text, s)}
    text = analysis.text
    introduced = called(edges.text, list(found))
    found |= dict.fromkeys(introduced, "以下简称")
    names = sorted({text[s.start : s.end] for s in found})
    academy = Academy(edges, words, lexicon.gazetteer, letters(lexicon.words))
    fulls = dict(academy.fulls(names))
    fulls |= {text[short.start : short.end]: text[long.start : long.end] for short, long in introduced.items()}
    for span, full in academy.again(names, {text[s.start : s.end] for s in introduced}):
        if not any(span.within(other) for other in found) and not firm.goes_on(span):
            found[span] = "简称"
            fulls.setdefault(text[span.start : span.end], full)
    return [_mention(analysis.record.id, text, span, rule, fulls) for span, rule in found.items()]


def _is_founded(text: str, span: Span) -> bool:
    """Whether partners build it together, so that it is a platform of theirs: 与武汉理工大学共建宜都新材料研究院."""
    return (
        text.endswith(_BUILT, span.start, span.end)
        and _FOUNDED.search(text, max(0, span.start - 6), span.start) is not None
    )


def _mention(record: str, text: str, span: Span, rule: str, fulls: dict[str, str]) -> Mention:
    name = text[span.start : span.end]
    attributes = {"full": fulls[name]} if name in fulls else {}
    return Mention(record, "institution", span.start, span.end, name, rule, attributes)


def _known(edges: Edges, words: Vocabulary, names: WordSet) -> Iterator[Span]:
    """Short names that are known by themselves (浙大, 省农科院), and the institutes that belong to them (中科院化学所)."""
    for match in names.finditer(edges.text):
        if edges.is_edge(match.start()) and edges.is_edge(match.end()):
            if _NUMBERED.match(edges.text, match.end()):
                continue
            part = _PART.match(edges.text, match.end())
            end = part.end() if part else match.end()
            fits = edges.is_edge(end) and not words.not_after.match(edges.text, end)
            yield Span(match.start(), end if fits and not _is_cut(edges, match.end(), end) else match.end())


def _is_cut(edges: Edges, start: int, end: int) -> bool:
    """Whether a stop stands there, so that no name goes on across it; 所 is none, though the segmenter reads a conjunction."""
    return any(s.start < end and start < s.end and edges.text[s.start : s.end] != "所" for s in edges.stops)


@dataclass(frozen=True)
class Firm:
    """Tells a short name of a university at the front of a firm's name: 西工大秦锐测控公司, 北林奶业, 同济堂医药."""

    edges: Edges
    trade: WordSet

    def goes_on(self, span: Span) -> bool:
        """Whether the name at `span` goes on as that of a firm."""
        text = self.edges.text
        if span.end - span.start > _LONGEST_INSTITUTE:
            return False
        if any(self._is_trade(at) for at in range(span.end, span.end + _LONGEST_REST + 1)):
            return True
        firm = _FIRM.match(text, span.end)
        return firm is not None and not any(s.end > span.end and s.start < firm.end() for s in self.edges.stops)

    def _is_trade(self, at: int) -> bool:
        """Whether a trade word stands there that ends a name."""
        trade = self.trade.match(self.edges.text, at)
        return trade is not None and self.edges.is_end(trade.end())


@dataclass(frozen=True)
class _Finder:
    edges: Edges
    vocabulary: Vocabulary
    gazetteer: Gazetteer

    def find(self) -> Iterator[Span]:
        """Names that end in a known tail, with the parts that follow them (吉林农业大学中药材学院)."""
        text = self.edges.text
        for match in self.vocabulary.tails(text):
            counted = _COUNTED.match(text, match.end())
            if counted or self.vocabulary.not_after.match(text, match.end()) or not self.edges.is_edge(match.end()):
                continue
            start = self._start(match.start(), match.end())
            if start is not None and self._is_name(text[start : match.end()], match.group()):
                yield Span(start, self._whole(start, match.end()))

    def _start(self, tail: int, end: int) -> int | None:
        """After the nearest stop; but 与 between two fields belongs to the name (食品营养与安全国家重点实验室)."""
        for start, stop in self.edges.starts(tail):
            joint = self.edges.text[stop.start : stop.end]
            if stop.soft and _AND.fullmatch(joint) and (self._is_field(start, end) or self._joins(stop, start, end)):
                continue
            return self.edges.from_place(start, lambda at: division_end(self.edges.text, at, self.gazetteer))
        return None

    def _is_field(self, start: int, end: int) -> bool:
        """Whether no name can begin at `start`, because only fields follow (安全国家重点实验室, 生物学院), and none ends before."""
        before = self.edges.text[max(0, start - 9) : start - 1]
        if before.endswith(("大学", "院", "所", "会", "校")) or not self.edges.text[start:end].endswith(_COMPOUND):
            return False
        parts = dissect(self.edges.text[start:end], self.vocabulary, self.gazetteer)
        return parts.brand == "" and parts.region == 0

    def _joins(self, joint: Stop, start: int, end: int) -> bool:
        """Whether two fields of one institute stand around 与: 苏州纳米技术与纳米仿生研究所, 中国科学院遗传与发育生物学研究所,
        not 杭州市与浙江大学研究院."""
        text = self.edges.text
        placed = division_end(text, start, self.gazetteer) > start
        if placed or not text.endswith(("研究所", "研究院"), 0, end):
            return False
        front, _ = next(self.edges.starts(joint.start), (joint.start, joint))
        if self._ends_name(front, joint.start):
            return False
        if _ACADEMY_FIELD.search(text, front, joint.start):
            return True
        before = dissect(text[front : joint.start], self.vocabulary, self.gazetteer)
        fields = before.name[before.region :]
        return before.region > 0 and len(fields) >= 4 and not before.brand and not self.vocabulary.tail.match(fields)

    def _ends_name(self, start: int, end: int) -> bool:
        """Whether what stands there is a name by itself (县农业技术推广中心)."""
        return any(tail.end() == end for tail in self.vocabulary.tail.finditer(self.edges.text, start, end))

    def _is_name(self, name: str, tail: str) -> bool:
        parts = dissect(name, self.vocabulary, self.gazetteer)
        if _MANY.search(name):
            return False
        if parts.brand:
            return len(parts.name) > len(tail) and (len(parts.brand) > 1 or parts.region > 0)
        if parts.region:
            return self._is_local(parts, tail)
        return bool(_LABORATORY.fullmatch(parts.name))

    def _is_local(self, parts: Anatomy, tail: str) -> bool:
        """Whether a name of places and known words alone names one thing."""
        return len(parts.rest) > len(tail) or bool(_LOCAL.search(tail))

    def _whole(self, start: int, end: int) -> int:
        text = self.edges.text
        campus = _CAMPUS.match(text, end)
        if campus and text.endswith("大学", 0, end):
            return self._school(campus.end())
        seat = _SEAT.match(text, end)
        if seat and text.endswith(_INSPECTION, 0, end) and self.gazetteer.named(seat["place"]):
            return seat.end()
        found = self.vocabulary.branch.match(text, end)
        if (
            found
            and self._fits(found)
            and not any(start < stop.end and end <= stop.start and stop.end < found.end() for stop in self.edges.stops)
        ):
            return found.end()
        return end

    def _school(self, end: int) -> int:
        """The end of the school that follows a university with its campus: 中国地质大学(武汉)材料与化学学院."""
        school = _SCHOOL.match(self.edges.text, end)
        if school is None or not self.edges.is_edge(school.end()):
            return end
        inner = [s for s in self.edges.stops if end <= s.start < school.end()]
        return school.end() if all(s.soft and _AND.fullmatch(self.edges.text[s.start : s.end]) for s in inner) else end

    def _fits(self, branch: re.Match[str]) -> bool:
        """Whether the part of an institution ends with a word; an institute's short name has few characters (粮作所)."""
        short = len(branch.group()) <= _LONGEST_INSTITUTE or not branch.group().endswith("所")
        return short and self.edges.is_edge(branch.end())
