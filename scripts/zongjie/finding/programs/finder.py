"""Mentions of kind `program`: plans, funds, specials, campaigns, strategies."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from zongjie.finding.analysis import Analysis
from zongjie.finding.engine.rulebook import Rulebook
from zongjie.finding.programs.edges import BEFORE, known_span, unknown_span
from zongjie.finding.programs.known import known_programs
from zongjie.finding.programs.levels import LEVEL_WORD, MUNICIPALITIES, after_levels, is_of_state, level_of
from zongjie.finding.programs.listed import counted_on
from zongjie.finding.programs.unknown import unknown_programs
from zongjie.lexicon import Lexicon
from zongjie.lexicon.programs import ProgramEntry
from zongjie.lexicon.words import Words, any_of
from zongjie.model import Mention, Span, Value

# 市“511人才工程”和|县“英才计划” names no 和县.
_JOINED = re.compile("(?<=[”》项程划])和县(?=“)")
# A prefecture by its short name: 海西州|科技发展计划, 巴州|科技计划.
_PREFECTURE = re.compile("[\u4e00-\u9fff]{1,3}州(?=科|级|重[点大]|应用|农业|工业|专利|知识产权|人才|财政|本级)")
_PRIZE = re.compile(r"”?(?:[特一二三四、]*等奖|奖)")
# Who does it, or a word for a kind of work: 科技扶贫|团, 科技扶贫|不遗余力, 科技扶贫|与下乡.
_AS_WORK = re.compile("(?<=扶贫|入户)(?:[团员组不与和及、]|工作[组队]|贷款|周转金)")
_AS_EVENT = re.compile("”?(?:科普|科技|宣传|活动)*[月周日节](?![益期程均])")  # “科普之冬”活动月
_QUOTED_NAME = re.compile(r"[“「](?P<inside>[^“”「」]+)[”」](?P<tail>[^“”「」]*)")
_CODE = re.compile("“[0-9]{3,5}”")  # 抓好“1311”, for “1311”规划; but not 1311万元
_STRATEGY = re.compile(r"\w{2}[兴强立][国省市州县区旗镇乡村企农校军]战略")
_CALLED_BY_TAIL = ("主题教育", "专题教育", "学习教育", "教育实践活动", "主题教育活动", "专题教育活动")
_GOES_ON = re.compile(r"领导小组|办公室|工作站|委员会|活动周|活动月|宣传周|先进|示范[县市区]")
# Names of these kinds are no place to find a program in by its form alone.
_CLOSED = ("honor", "platform", "institution", "policy")


@dataclass(frozen=True, slots=True)
class _Candidate:
    span: Span
    rule: str
    type: str
    entry: ProgramEntry | None = None


def find_programs(analysis: Analysis, lexicon: Lexicon, rules: Rulebook, known: Sequence[Mention]) -> list[Mention]:
    """The programs that the record names. `known` are the mentions that earlier finders found."""
    del rules
    text = analysis.text
    places = _places(text, lexicon, known)
    closed = [m for m in known if m.kind in _CLOSED]
    candidates = [*_from_lexicon(analysis, lexicon, places), *_from_form(analysis, lexicon, places, closed)]
    more = counted_on(text, [c.span.end for c in candidates], lexicon.words)
    candidates += [_Candidate(span, "同列的计划", "funding") for span in more]
    municipality = analysis.record.region.province in MUNICIPALITIES
    standing = _same_level([_mention(analysis, c, lexicon, municipality) for c in _standing(candidates)])
    return [*standing, *_short_forms(analysis, standing)]


def _places(text: str, lexicon: Lexicon, known: Sequence[Mention]) -> list[Span]:
    """Where places stand: those found, and those inside other names (河北 in 河北科技支撑计划)."""
    spans = {m.span for m in known if m.kind == "place"} | {span for span, _ in lexicon.gazetteer.scan(text)}
    return sorted(span for span in spans if not _JOINED.match(text, span.start))


def _is_in_saying(analysis: Analysis, span: Span) -> bool:
    """Whether the name is but a part of a theme or a title: “实施知识产权战略 建设创新型国家”, 《关于实施…战略的意见》."""
    return any(
        span.within(q.inner) and q.inner.end - q.inner.start >= span.end - span.start + 4
        for q in analysis.quotes
        if q.mark in "“《"
    )


def _is_plain(text: str, found: Span, span: Span, words: Words) -> bool:
    """Whether the words only say what kind of project it is: “中药材组培快繁”|重点研发|项目, 重大|科技攻关|项目."""
    return span.start == found.start and text[found.start : found.end] in words["泛类项目"]


def _from_lexicon(analysis: Analysis, lexicon: Lexicon, places: Sequence[Span]) -> Iterator[_Candidate]:
    text = analysis.text
    document = _pattern(lexicon.words["计划文件尾"])
    for found in known_programs(text, lexicon.programs):
        entry, end = found.entry, found.span.end
        span = known_span(analysis, found, places)
        general = span.start == found.span.start or after_levels(text, span.start)
        if (
            (entry.generic and general)
            or _is_plain(text, found.span, span, lexicon.words)
            or document.match(text, end)
            or _PRIZE.match(text, end)
            or _AS_WORK.match(text, end)
        ):
            continue
        if entry.type == "initiative" and (_is_in_saying(analysis, found.span) or _AS_EVENT.match(text, end)):
            continue
        yield _Candidate(span, "词库", entry.type, entry)


def _from_form(
    analysis: Analysis, lexicon: Lexicon, places: Sequence[Span], closed: Sequence[Mention]
) -> Iterator[_Candidate]:
    for found in unknown_programs(analysis, lexicon.words, BEFORE, places):
        inside = [m.kind for m in closed if found.span.overlaps(m.span)]
        if not inside or (inside == ["policy"] and found.rule == "引号加尾词"):
            span, funded = unknown_span(analysis, found, places)
            yield _Candidate(span, found.rule, "funding" if found.funding or funded else "initiative")


@lru_cache(maxsize=8)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(any_of(words))


def _standing(candidates: Sequence[_Candidate]) -> list[_Candidate]:
    """The longest of candidates that overlap; of equals the one that the lexicon knows."""
    kept: list[_Candidate] = []
    for one in sorted(candidates, key=lambda c: (c.span.start - c.span.end, c.entry is None, c.span.start, c.rule)):
        if not any(one.span.overlaps(other.span) for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda c: c.span.start)


def _mention(analysis: Analysis, one: _Candidate, lexicon: Lexicon, municipality: bool) -> Mention:
    text = analysis.text[one.span.start : one.span.end]
    attributes: dict[str, Value] = {"type": one.type}
    level = _level(text, lexicon, municipality)
    if (
        level is None
        and one.type == "funding"
        and is_of_state(analysis.text[max(0, one.span.start - 16) : one.span.start])
    ):
        level = "国家"
    level = level or (one.entry.level if one.entry else None)
    if level:
        attributes["level"] = level
    if one.entry:
        attributes["canonical"] = one.entry.name
    return Mention(analysis.record.id, "program", one.span.start, one.span.end, text, one.rule, attributes)


def _same_level(mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, 县本级科技计划 as another form of 县级科技计划 where the text has both; “1311”规划 of 山西省“1311”农业科技规划."""
    names = {mention.text for mention in mentions}
    other = {name: name.replace("本级", "级", 1) for name in names if "本级" in name}
    longest = {code.group(): name for name in sorted(names, key=len) if (code := _CODE.search(name))}
    other |= {f"{code}规划": name for code, name in longest.items() if name != f"{code}规划"}
    return [
        replace(m, attributes={**m.attributes, "full": other[m.text]}) if other.get(m.text) in names else m
        for m in mentions
    ]


def _level(name: str, lexicon: Lexicon, municipality: bool) -> str | None:
    """The level that the name itself tells: 吉林省科技发展计划 → 省."""
    found = _level_prefix().match(name)
    if found:
        return level_of(found.group(), lexicon.gazetteer, municipality)
    for length in range(min(8, len(name) - 2), 1, -1):
        divisions = lexicon.gazetteer.named(name[:length])
        if divisions and (divisions[0].level == "province" or divisions[0].name == name[:length]):
            return level_of(name[:length], lexicon.gazetteer, municipality)
    return "市" if _PREFECTURE.match(name) else None


def _short_forms(analysis: Analysis, found: Sequence[Mention]) -> Iterator[Mention]:
    """What later stands for a name: 科技强县 for “科技强县”战略, 主题教育 for “不忘初心、牢记使命”主题教育."""
    full: dict[str, Mention] = {}
    for mention in found:
        for form in _shorter(mention.text):
            full.setdefault(form, mention)
    for form, mention in full.items():
        for match in re.finditer(re.escape(form), analysis.text):
            span = Span(*match.span())
            if not any(span.overlaps(other.span) for other in found) and _stands_apart(analysis, span):
                attributes = {**mention.attributes, "full": mention.text}
                yield Mention(analysis.record.id, "program", span.start, span.end, form, "简称", attributes)


def _shorter(name: str) -> Iterator[str]:
    quoted = _QUOTED_NAME.fullmatch(name)
    if quoted and len(quoted["inside"]) >= 4 and not quoted["inside"].isdecimal():
        yield quoted["inside"]
    if code := _CODE.search(name):
        yield code.group()
    if quoted and quoted["tail"] in _CALLED_BY_TAIL:
        yield quoted["tail"]
    if _STRATEGY.fullmatch(name):
        yield name.removesuffix("战略")


def _stands_apart(analysis: Analysis, span: Span) -> bool:
    """Whether the short form is all there is between what stands around it: not in 科技强县领导小组办公室."""
    return analysis.is_boundary(span.start) and not _GOES_ON.match(analysis.text, span.end)


@lru_cache(maxsize=1)
def _level_prefix() -> re.Pattern[str]:
    return re.compile(LEVEL_WORD)
