"""Events that the text tells without naming them: 6月12日,恒岭机电院士工作站正式揭牌; 到安陵机械厂现场办公.

Each is a verb phrase in a sentence that gives its day or month; without a date such phrases tell of routine work.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from zongjie.finding.analysis import Analysis
from zongjie.finding.events.fields import Clock
from zongjie.finding.events.phrases import NO_GIVEN_NAME, find_phrases
from zongjie.lexicon import Lexicon
from zongjie.lexicon.words import Words, any_of
from zongjie.model import Mention, Span

_PAUSES = ",，、。;；:：!！?？\n"
_REACH = 70
_PASSED = re.compile(
    rf"(?:(?<=[{_PAUSES}的日旬月号])|^)(?P<told>[^{_PAUSES}的]{{4,44}}?(?:顺利|正式|一次性)?通过了?[^{_PAUSES}]{{0,14}}?(?:鉴定|验收|论证|评审))"
    rf"(?=[{_PAUSES}]|$)"
)
# 先后, 多次, 3次: more than one journey, told together.
_OFTEN = re.compile(
    "等地|等省|等市|先后|多次|分批|分别|每年|经常|[2-9二三四五六七八九十两几多]+[余多]?[次批]|计划|拟|积极"
)
_AGAIN = re.compile("多次|每[年月周]|经常|不断|定期|积极|计划|拟")
_UNVEILED = re.compile(r"”?(?:正式|隆重|顺利)?(?:揭牌(?:成立|运行|启用)?|揭幕)(?=[,，。;；]|$)")
_UNVEILED_BODY = re.compile(
    r"(?:^|(?<=[,，。;；:：、\n的]))(?P<told>(?:国家|中国|中科院|[一-龥]{2,4}[省市])[^,，。;；:：\n的]{4,24}(?:中心|研究院|实验室|工作站|基地|分院|联盟|科技小院)"
    r"(?:正式|隆重|顺利)?(?:揭牌(?:成立|运行|启用)?|揭幕))(?=[,，。;；]|$)"
)
# 深入企业开展调研, 到各乡镇检查: no place of its own, so routine work whatever its month.
_ANYWHERE = re.compile(
    r"(?:深入|走进|到|赴|前往|走访|来到|奔赴|亲赴)+(?:各|全[县市区旗州]|部分|重点|有关|相关|多家|辖区|城区|我[县市区局]|[0-9一二三四五六七八九十多余]+[余多]?[家个])*(?:规模|规上|科技型|中小|重点|龙头|贫困|帮扶|联系|包保|挂钩|结对)*"
    r"(?:企业|基层|农村|乡镇|乡村|村|村组|社区|学校|田间地头|田间|一线|园区|现场|车间|农户|农家|贫困户|联系点|帮扶村|单位|部门|群众|农资市场|市场|地区|项目点|项目实施地|生产)(?![一-龥]{0,8}(?:公司|药业|集团|大学))"
)


@dataclass(frozen=True, slots=True)
class Told:
    """A stretch that tells of an event; `rule` says which kind of phrase it is, `sure` that it needs no date."""

    span: Span
    rule: str
    sure: bool = False


@dataclass(frozen=True)
class _Patterns:
    going: re.Pattern[str]
    visiting: re.Pattern[str]
    coming: re.Pattern[str]
    delegation: re.Pattern[str]
    inspecting: re.Pattern[str]
    founding: re.Pattern[str]
    passing: re.Pattern[str]
    touring: re.Pattern[str]


def find_told(
    analysis: Analysis, lexicon: Lexicon, clock: Clock, taken: Sequence[Span], known: Sequence[Mention]
) -> tuple[Told, ...]:
    """The events told by a verb phrase with a date, outside the stretches that named events have `taken`.

    A journey to another province and the unveiling of a `known` platform need no date.
    """
    patterns = _patterns(lexicon.words)
    closed = [*taken, *(quote.outer for quote in analysis.quotes if quote.mark == "《")]
    found: list[Told] = []
    all_told = [
        *_whole(analysis, _all(analysis.text, patterns)),
        *_phrases(analysis, lexicon),
        *_unveiled(analysis.text, known),
    ]
    for told in sorted(all_told, key=lambda t: (t.span.start, -t.span.end, not t.sure)):
        free = not any(told.span.overlaps(other) for other in (*closed, *(f.span for f in found)))
        if told.rule == "签约":  # the end of a visit or meeting, unless it has a day of its own
            dated = _has_own_day(analysis, clock, told.span, [*taken, *(f.span for f in found)])
        else:
            dated = told.sure or _dated(analysis, clock, told.span, taken)
        if free and dated:
            found.append(told)
    return tuple(found)


def _phrases(analysis: Analysis, lexicon: Lexicon) -> Iterator[Told]:
    province = analysis.record.region.province
    for phrase in find_phrases(analysis.text, lexicon.words, province):
        text = analysis.text[phrase.span.start : phrase.span.end]
        before, after = max(0, phrase.span.start - 12), phrase.span.end + 6
        often = _AGAIN.search(analysis.text, before, phrase.span.start)
        often = often or (_OFTEN.search(analysis.text, before, after) if phrase.far else None)
        if not _ANYWHERE.match(text) and not often:
            yield Told(phrase.span, phrase.rule, phrase.far)


def _unveiled(text: str, known: Sequence[Mention]) -> Iterator[Told]:
    """江西省家具产业技术创新中心揭牌: the unveiling of what has a name."""
    for mention in known:
        found = _UNVEILED.match(text, mention.end) if mention.kind in ("platform", "institution") else None
        if found:
            yield Told(Span(mention.start, found.end()), "揭牌落成", sure=True)
    for match in _UNVEILED_BODY.finditer(text):
        yield Told(Span(*match.span("told")), "揭牌落成", sure=True)


def find_passed(text: str, start: int, end: int) -> Span | None:
    """Something that passed a review, told in `text[start:end]`: “十二烷基葡糖苷”新产品通过省级鉴定."""
    found = list(_PASSED.finditer(text, start, end))
    return Span(*found[-1].span("told")) if found else None


def _whole(analysis: Analysis, found: Iterable[Told]) -> Iterator[Told]:
    """With visitors' names from the beginning of a word on: 汉斯先生一行3人到我市考察, not 斯先生一行."""
    for told in found:
        start = told.span.start
        while told.rule == "来访" and start > told.span.start - 3 and not analysis.is_boundary(start):
            start -= 1
        yield replace(told, span=Span(start, told.span.end))


def _dated(analysis: Analysis, clock: Clock, span: Span, taken: Sequence[Span]) -> bool:
    """Whether a day or a month stands shortly before the phrase in its sentence, and no named event between the two.

    举办“院士专家缙云行”活动,邀请12位专家深入岩宝股份开展技术诊断 tells of one event, not of two.
    """
    sentence = analysis.sentence_at(span.start)
    start = max(sentence.start, span.start - _REACH)
    since = _heading_start(analysis, sentence)
    if any(since <= other.start < span.start for other in taken):
        return False
    dates = (date for date in clock.dates_in(start, span.end) if date.strength in ("day", "month"))
    return any(not analysis.text.startswith("以来", date.span.end - 2) for date in dates)


def _heading_start(analysis: Analysis, sentence: Span) -> int:
    """Where the run-in heading before a sentence begins: 二是开展专利执法检查。5月中旬,对龙潭商场进行检查."""
    before = analysis.sentence_at(max(0, sentence.start - 1))
    short = before.end == sentence.start and before.end - before.start <= 20
    return before.start if short and analysis.text[before.end - 1] == "。" else sentence.start


def _has_own_day(analysis: Analysis, clock: Clock, span: Span, others: Sequence[Span]) -> bool:
    """Whether a day or a month stands between the phrase and the last of the others before it in its sentence."""
    sentence = analysis.sentence_at(span.start)
    start = max((one.end for one in others if sentence.start <= one.start < span.start), default=sentence.start)
    return any(date.strength in ("day", "month") for date in clock.dates_in(start, span.start))


def _all(text: str, patterns: _Patterns) -> Iterator[Told]:
    for match in patterns.touring.finditer(text):
        yield Told(_without_verb(text, Span(*match.span("told"))), "进基层")
    for match in patterns.going.finditer(text):
        if not _ANYWHERE.match(match["told"]):
            yield Told(Span(*match.span("told")), "到某处做某事")
    for match in patterns.visiting.finditer(text):
        yield Told(Span(*match.span("told")), "走进某处")
    for match in patterns.coming.finditer(text):
        yield Told(Span(*match.span("told")), "来访")
    for match in patterns.delegation.finditer(text):
        yield Told(_without_verb(text, Span(*match.span("told"))), "来访")
    for match in patterns.inspecting.finditer(text):
        yield Told(Span(*match.span("told")), "来访")
    for match in patterns.founding.finditer(text):
        yield Told(_without_makers(text, _without_verb(text, Span(*match.span("told")))), "揭牌落成")
    for match in patterns.passing.finditer(text):
        yield Told(_without_verb(text, Span(*match.span("told"))), "通过验收")


def _without_makers(text: str, span: Span) -> Span:
    """Without who made it and what it is: 与江南大学共建的技术转移中心揭牌, 首家院士工作站——卫东环保院士工作站挂牌."""
    start = max(text.rfind(mark, span.start, span.end - 5) for mark in "的—") + 1
    return Span(start, span.end) if start else span


def _without_verb(text: str, span: Span) -> Span:
    """Without a leading verb or date: 组织区讲师团进乡镇宣讲 → 区讲师团进乡镇宣讲."""
    lead = re.match(
        r"(?:于?[0-9一二三四五六七八九十元年月日号旬份初底末上中下至—-]{2,14})?(?:由|组织|安排|选派|邀请|我局|我县|我市|我区|全县|全市|经过努力|经|至此|同时|其中|标志着|的|了)*",
        text[span.start : span.end],
    )
    start = span.start + (lead.end() if lead else 0)
    return Span(start, span.end) if span.end - start >= 4 else span


@lru_cache(maxsize=4)
def _compiled(
    go: tuple[str, ...],
    acts: tuple[str, ...],
    then: tuple[str, ...],
    titles: tuple[str, ...],
    surnames: tuple[str, ...],
    visit: tuple[str, ...],
    founded: tuple[str, ...],
    bodies: tuple[str, ...],
) -> _Patterns:
    place = rf"[^{_PAUSES}\n]{{2,22}}?(?:[、和与及][^{_PAUSES}\n]{{2,14}}?){{0,3}}?(?:等[^{_PAUSES}]{{0,6}}?)?"
    stop = rf"(?=[{_PAUSES}”]|$|并|后|时|,|[0-9一二三两]+[次期天])"
    person = rf"{any_of(surnames)}{NO_GIVEN_NAME}[一-龥]{{1,2}}"
    title = any_of(titles)
    return _Patterns(
        going=re.compile(
            rf"(?P<told>(?:{any_of(w for w in go if len(w) > 1)}|赴|(?<![达得收遇受看听想感直提起做接找回来去])到)(?![20-9]){place}"
            rf"(?:{any_of(then)}[^{_PAUSES}]{{2,12}}?|{any_of(acts)})){stop}"
        ),
        visiting=re.compile(
            rf"(?P<told>走进[^{_PAUSES}]{{2,16}}?(?:大学|学院|研究院|研究所|公司|集团|企业|园区|中心|基地|实验室|开发区|高新区))(?=[{_PAUSES}])"
        ),
        coming=re.compile(
            rf"(?P<told>{person}(?:{title})?(?:一行|等{title}?(?:一行)?)(?:共?[0-9一二三四五六七八九十多余几]+[余多]?人)?"
            rf"(?:专程)?(?:来[县市区旗州局我]|莅临|到|赴|深入|考察|调研|视察)[^{_PAUSES}]{{0,18}}?){stop}"
        ),
        delegation=re.compile(
            rf"(?<=[{_PAUSES}日旬月号份])(?P<told>[^{_PAUSES}]{{2,18}}?(?:代表团|考察团|访问团|专家组|专家团|调研组|考察组|检查组|督导组|博士团|视察组|考核组|验收组|评估组|督查组|巡视组|观摩团|考评组|核查组|参观团)"
            rf"(?:一行)?(?:共?[0-9一二三四五六七八九十多余几]+[余多]?人)?(?:(?:来[县市区旗州局我]|访问|莅临|抵达|到|赴|视察|考察|参观)[^{_PAUSES}对就]{{1,18}}?(?=[{_PAUSES}对就]|$|进行|开展)"
            rf"|对[^{_PAUSES}]{{2,24}}?进行了?(?:实地|现场|全面|中期|年度|专项|集中)*(?:检查|考核|验收|评估|督查|督导|考评|调研|核查|考察|审计)(?:验收)?(?=[{_PAUSES}]|$)))"
        ),
        inspecting=re.compile(
            rf"{title}(?P<told>{person}(?:亲自|专程|实地|莅临|来)?{any_of(visit)}[^{_PAUSES}并对了]{{2,16}}?){stop}"
        ),
        founding=re.compile(
            rf"(?<=[{_PAUSES}日旬月号份的])(?P<told>[^{_PAUSES}]{{2,36}}?{any_of(bodies)}”?(?:“[^”]{{2,14}}”)?(?:[(（][^()（）]{{2,8}}[)）])?(?:于?[0-9]{{1,2}}月(?:[0-9]{{1,2}}日|份|[上中下]旬|[底初]))?(?:建成|竣工)?并?(?:顺利|隆重|正式)?(?:[在于][^{_PAUSES}]{{2,14}}?)?{any_of(founded)})(?=[{_PAUSES}]|$|仪式)"
        ),
        passing=re.compile(
            rf"(?<=[{_PAUSES}日旬月号])(?P<told>[^{_PAUSES}]{{4,44}}?(?:顺利|正式|一次性)?通过了?[^{_PAUSES}]{{0,14}}?(?:鉴定|验收|论证|评审))(?=[{_PAUSES}]|$)"
        ),
        touring=re.compile(
            rf"(?<=[{_PAUSES}日旬月号])(?P<told>[^{_PAUSES}]{{2,24}}?(?:进[一-龥]{{2,4}}、){{1,5}}进[一-龥]{{2,4}}?(?:巡回)?(?:宣讲|巡讲|宣传|培训|义诊|巡展|服务|演出|授课))"
        ),
    )


def _patterns(words: Words) -> _Patterns:
    return _compiled(
        words["前往词"],
        words["到访动作"],
        words["到访后接"],
        words["来访职务"],
        words["常见姓氏"],
        words["来访动作词"],
        words["落成动词"],
        words["落成主语尾"],
    )
