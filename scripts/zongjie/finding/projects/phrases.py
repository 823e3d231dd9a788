"""Titles of projects without quotation marks: 承担的茭白-麻鸭共育技术集成与示范项目, 实施了…奶牛品种改良与集约化养殖技术示范.

Each family of phrases says where a title may begin; where it ends is told by its last words (技术, 研究, 示范 …) and by
what follows them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from zongjie.finding.analysis import Analysis
from zongjie.finding.programs.levels import LEVEL_WORD
from zongjie.finding.projects.phrase_patterns import Patterns, patterns_of
from zongjie.lexicon.words import Words
from zongjie.model import Mention, Span

# 国家和省级富民强县试点项目 are several.
_OF_LEVELS = re.compile(f"{LEVEL_WORD}[、和与及]{LEVEL_WORD}")
# What came of something, not a title: …国家重点实验室通过评估.
_CAME_TO = re.compile(r"(?:通过|获得|荣获|接受|完成)(?:了)?[\u4e00-\u9fff]{0,6}$")


@dataclass(frozen=True)
class _Text:
    """What all families need; `programs` are the spans of known programs."""

    analysis: Analysis
    patterns: Patterns
    parties: tuple[Mention, ...]
    programs: tuple[Mention, ...]

    @property
    def text(self) -> str:
        return self.analysis.text


def plain_titles(analysis: Analysis, words: Words, known: Sequence[Mention]) -> Iterator[tuple[Span, str]]:
    """The titles and the rule that found each; they may overlap."""
    patterns = patterns_of(
        words["项目尾词"],
        words["项目动词"],
        words["项目结果"],
        words["泛项目词"],
        words["列举起词"],
        words["像单位"],
        words["题首忌"],
    )
    parties = tuple(m for m in known if m.kind in ("enterprise", "institution"))
    programs = tuple(m for m in known if m.kind == "program")
    text = _Text(analysis, patterns, parties, programs)
    families = (
        _owned,
        _undertaken,
        _of_programs,
        _under_plans,
        _carried,
        _listed,
        _enumerated,
        _enclosed,
        _joint,
        _rows,
    )
    for find in families:
        for span, rule in find(text):
            named = _behind_owner(text, span)
            if not _is_vague(text, named):
                yield named, rule


def _behind_owner(text: _Text, span: Span) -> Span:
    """The title without the firm before it: 麦饭石矿业总公司|麦饭石矿泉水系列产品开发."""
    for party in text.parties:
        if party.start == span.start and party.end <= span.end - 4:
            return Span(party.end + text.text.startswith("的", party.end), span.end)
    return span


def _is_vague(text: _Text, span: Span) -> bool:
    """Whether the words name nothing in particular (重大科技攻关项目) or a program (国家火炬计划项目), or run on into the next one."""
    name = text.text[span.start : span.end]
    if _OF_LEVELS.match(name):
        return True
    if any(
        m.start > span.start and text.text[m.start - 1] in "和与及、" and m.span.within(span) for m in text.programs
    ):
        return True  # 列入国家富民强县|试点和省富民强县试点
    bare = re.sub(r"(?:子课题|课题|项目)$", "", name)
    end = span.start + len(bare)
    is_program = any(m.start <= span.start and end <= m.end for m in text.programs if m.start < span.end)
    if len(bare) < 5 or is_program or _CAME_TO.search(bare) or text.patterns.bad_opening.match(bare):
        return True
    return bool(text.patterns.vague.fullmatch(bare))


def _owned(text: _Text) -> Iterator[tuple[Span, str]]:
    """辉发城林蛙养殖场的林蛙油活性成分提取与深加工技术研究获省科技厅支持; 天润药业的…技术,获…."""
    for party in text.parties:
        if found := text.patterns.owned.match(text.text, party.end):
            yield from _title(text, found.end(), "单位的…")
        for pattern in (text.patterns.owned_project, text.patterns.capacity):
            if found := pattern.match(text.text, party.end):
                yield Span(*found.span("title")), "单位的…项目"


def _undertaken(text: _Text) -> Iterator[tuple[Span, str]]:
    """好溪茭白专业合作社承担的茭白-麻鸭共育技术集成与示范项目; 已投标科技厅2006年度ERP试点企业项目."""
    for match in text.patterns.undertaken.finditer(text.text):
        yield from _title(text, match.end(), "承担的…", need_project=True)
    for match in text.patterns.tendered.finditer(text.text):
        yield Span(*match.span("title")), "投标的项目"


def _of_programs(text: _Text) -> Iterator[tuple[Span, str]]:
    """国家火炬计划项目:高效节能电机的研制与开发; 国家科技富民强县奶业产业化项目."""
    for program in text.programs:
        if found := text.patterns.after_program.match(text.text, program.end):
            yield from _title(text, found.end(), "计划项目的题目")
        found = text.patterns.within_program.match(text.text, program.end)
        if found and not text.patterns.vague.fullmatch(found["own"]):
            yield Span(program.start, found.end()), "计划名称加项目"


def _under_plans(text: _Text) -> Iterator[tuple[Span, str]]:
    """孙家滩葡萄酒庄的干红葡萄酒微氧陈酿,均列宁夏科技攻关计划."""
    for program in text.programs:
        for party in text.parties:
            if program.start - 90 <= party.end < program.start:
                found = text.patterns.owned_under.fullmatch(text.text, party.end, program.start)
                if found:
                    yield Span(*found.span("title")), "单位的…列入计划"


def _rows(text: _Text) -> Iterator[tuple[Span, str]]:
    """A row of a table that was copied as text: 1　盐渍大蒜梯度脱盐　汤坊蒜业　国家星火计划."""
    for program in text.programs:
        found = text.patterns.row.search(text.text, max(0, program.start - 130), program.start)
        if not found:
            continue
        first, second = Span(*found.span("first")), Span(*found.span("second"))
        is_party = [any(party.span.within(cell) for party in text.parties) for cell in (first, second)]
        if not all(is_party):
            yield second if is_party[0] else first, "表格的一行"


def _carried(text: _Text) -> Iterator[tuple[Span, str]]:
    """实施了以做大做强奶牛业为目标的奶牛品种改良与集约化养殖技术示范; 实施大樱桃避雨栽培技术研究项目."""
    for match in text.patterns.carried.finditer(text.text):
        for start in sorted({match.end("verb"), match.end()}):
            found = text.patterns.compound.match(text.text, start)
            if found:
                yield Span(start, found.end()), "实施的…"


def _listed(text: _Text) -> Iterator[tuple[Span, str]]:
    """实施了甲技术集成与示范、乙技术推广等6个市级科技项目."""
    for match in text.patterns.listed.finditer(text.text):
        yield from _items(text, match.start("list"), match.end("list"))


def _enumerated(text: _Text) -> Iterator[tuple[Span, str]]:
    """列入国家科技计划的项目有3项,分别是华星公司的高性能钕铁硼磁体产业化、县农科所的旱作谷子新品种选育与示范."""
    for match in text.patterns.lead.finditer(text.text):
        sentence = text.analysis.sentence_at(match.start())
        context = text.text[text.analysis.sentence_at(max(sentence.start - 1, 0)).start : match.end()]
        if text.patterns.about_projects.search(context):
            yield from _items(text, match.end(), sentence.end, single=match[0][0] in "一二三四五六另")


def _enclosed(text: _Text) -> Iterator[tuple[Span, str]]:
    """公开招标科技项目(维威公司的中草药二次开发和制造业信息化应用试点企业)."""
    for match in text.patterns.enclosed.finditer(text.text):
        start = match.start("list")
        for item in re.finditer(r"[^、和]+", match["list"]):
            owner = text.patterns.unknown_owner.match(item.group())
            span = Span(start + item.start() + (owner.end() if owner else 0), start + item.end())
            if re.search(r"[一-龥]{4}", text.text[span.start : span.end]):
                yield span, "项目后括号里的题目"


def _joint(text: _Text) -> Iterator[tuple[Span, str]]:
    """与中钢鞍山热能研究院褐煤化工研发科技合作项目."""
    for party in text.parties:
        if found := text.patterns.joint.match(text.text, party.end):
            yield Span(*found.span("title")), "合作项目"


def _items(text: _Text, start: int, end: int, *, single: bool = False) -> Iterator[tuple[Span, str]]:
    """The titles of a list that begins at `start`; it ends with the first item that is none.

    With `single` each stands behind a word of its own, so that no 和 divides it: 一是鱼苗人工繁育及池塘养殖;二是….
    """
    at = start
    while at < end:
        owner = text.patterns.unknown_owner.match(text.text, at)
        begin = owner.end() if owner else at
        pattern = text.patterns.before_comma if single else text.patterns.before_pause
        found = pattern.match(text.text, begin, end)
        if not found:
            return
        yield Span(begin, found.end()), "列举的项目"
        follows = re.compile(r"(?:、|和|及|以及|[;；,，](?:[一二三四五六七八九]是)?)").match(
            text.text, found.end(), end
        )
        if not follows:
            return
        at = follows.end()


def _title(text: _Text, start: int, rule: str, need_project: bool = False) -> Iterator[tuple[Span, str]]:
    """The title that begins at `start`: up to what it comes to, else up to a pause, where it is long enough to be one."""
    program = next((m for m in text.programs if m.start <= start < m.end), None)
    if program:
        skip = text.patterns.after_program.match(text.text, program.end)
        if not skip:
            return
        start = skip.end()
    found = text.patterns.before_verb.match(text.text, start)
    if not found:
        found = text.patterns.before_pause.match(text.text, start)
        if not found or (found.end() - start < 8 and not found.group().endswith(("项目", "课题"))):
            return
    if need_project and not found.group().endswith(("项目", "课题")) and not text.patterns.tail.search(found.group()):
        return
    yield Span(start, found.end()), rule
