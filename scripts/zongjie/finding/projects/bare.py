"""Titles that no last word tells, only what stands around them: 维康胶囊|获市局立项扶持, 科技厅下达的|褐煤提质项目."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from zongjie.finding.analysis import Analysis
from zongjie.finding.programs.levels import LEVEL_WORD
from zongjie.lexicon.words import Words
from zongjie.lexicon.wordset import WordRun
from zongjie.model import Mention, Span

_END = r",，。;；:：、!！?？()（）《》“”「」\n"
_OFFICE = r"(?:科技厅|科技局|科技部|科委|科学技术局|科学技术厅|市局|省厅)"
_GIVEN = re.compile(
    rf"(?:{LEVEL_WORD}|{_OFFICE})(?:下达|安排|批准|批复|立项|资助|支持)(?:给?我[省市县区局])?的(?P<title>[^{_END}的了]{{3,24}}?项目)(?![0-9一二三四五六七八九十]+[项个]|资金|经费)"
)
_GRANTED = re.compile(
    rf"(?:^|(?<=[,，。;；:：、\n的]))(?P<title>[^{_END}的了]{{4,20}}?)(?:项目|课题)?(?:现已|均已|已|均|又|也|喜)?(?:获得?|得到|经|被)(?:{LEVEL_WORD}|{_OFFICE})(?:科技)?(?:批准)?立项"
)
_LABELLED = re.compile(rf"(?:项目|课题)名称[:：为是](?P<title>[^{_END}\s]{{4,50}})")
_OF_TOPIC = re.compile(rf"(?P<title>[^{_END}的了]{{4,30}}?)的(?:课题|项目)(?=[,，])")
# Right behind its owner: 蓝源煤化公司|煤间接液化催化剂|项目列入….
_OF_OWNER = re.compile(
    rf"(?P<title>[^{_END}的了0-9]{{4,24}}?)(?:项目|课题)(?=(?:已|均|也|又|被|还|成功|顺利)*(?:列入|列为|入选|获|通过|纳入|进入|立项|得到))"
)
_UNDERTAKEN = re.compile("(?:承担|申报|实施|主持|研制|开发|完成)的$")
_BEHIND_PLAN = re.compile(rf"(?:项目|课题)?[:：]?(?P<title>[^{_END}的了0-9]{{3,20}})(?=[,，。;；(（])")
# How the item of a list ends whose undertaker follows in brackets: 猕猴桃溃疡病综合防治|(县猕猴桃研究所).
_ITEM = re.compile(
    rf"(?:^|[,，、:：;；和及与是])(?P<title>[^{_END}的了]{{4,30}}?)(?:项目|课题)?[(（](?:由|承担单位[:：]?|实施单位[:：]?)?$"
)
# Behind its undertaker: 承担单位分别是市化肥厂|（硫铁矿制酸余热利用）|、市水泵厂(…).
_UNDERTAKERS = re.compile("(?:承担|实施|主持|申报|牵头|完成)(?:单位|企业)(?:分别|依次)?(?:[为是有]|[:：])")
_IN_BRACKETS = re.compile(rf"[(（](?P<title>[^{_END}的了]{{4,30}})[)）]")
_ABOUT = re.compile("项目|课题|立项|列入|列为")
# What is said, not named: 全年|获省级立项, 我县3个|获…, …计划项目|进展顺利.
_SAID = re.compile(
    r"[我全共该各每其此]|[0-9一二三四五六七八九十两几多][个项批]|今年|本年|年度|企业$|申报|争取|组织|推荐|上报|通过|(?:公司|集团|厂|大学|学院|研究所|医院|单位|局|县|市|区)$"
)
_VERB_FIRST = re.compile(
    "[获已未没均共有等在由被列为是正将按和与及以中经也还又并]|进展|完成|立项|验收|资金|经费|工作|管理|顺利|进入|取得|达到|启动|建设|支持|总投资|投资|全部|情况|实行|进行|安排|组织|涉及|累计|主要|重点"
)
_VERB_INSIDE = re.compile("[已均被获将]|通过|列入|正在|进行|顺利|正式|成功|得到|取得|实现|启动")


def bare_titles(analysis: Analysis, words: Words, known: Sequence[Mention]) -> Iterator[tuple[Span, str]]:
    """The titles and the rule that found each; they may overlap."""
    text = analysis.text
    parties = [m for m in known if m.kind in ("enterprise", "institution")]
    plans = [m for m in known if m.kind == "program"]
    found = [
        *((Span(*m.span("title")), "下达的…项目") for m in _GIVEN.finditer(text)),
        *((Span(*m.span("title")), "获某局立项") for m in _GRANTED.finditer(text)),
        *((Span(*m.span("title")), "项目名称") for m in _LABELLED.finditer(text)),
        *_behind_parties(text, parties),
        *_behind_plans(text, known),
        *_before_parties(analysis, parties, words),
        *_in_brackets(analysis, parties),
    ]
    for span, rule in found:
        crossing = any(m.start < span.end and span.start < m.end for m in parties)
        crossing |= any(m.start <= span.start and span.end - 2 <= m.end for m in plans)  # 下达的|省攻关计划|项目
        if not crossing and not _is_general(text[span.start : span.end], words, rule):
            yield span, rule


def _behind_parties(text: str, parties: Sequence[Mention]) -> Iterator[tuple[Span, str]]:
    """赤泥砖厂|利用赤泥制砖|的课题,申请列为…; 蓝源煤化公司|煤间接液化催化剂|项目列入…."""
    for party in parties:
        if found := _OF_TOPIC.match(text, party.end) or _OF_OWNER.match(text, party.end):
            yield Span(*found.span("title")), "单位…的课题"


def _behind_plans(text: str, known: Sequence[Mention]) -> Iterator[tuple[Span, str]]:
    """果品加工厂承担的陕西省新产品试制计划项目|浓缩苹果汁|,设备已安装到位."""
    for plan in known:
        if plan.kind != "program" or not _UNDERTAKEN.search(text, max(0, plan.start - 4), plan.start):
            continue
        found = _BEHIND_PLAN.match(text, plan.end)
        told = plan.text.endswith(("项目", "课题")) or text.startswith(("项目", "课题"), plan.end)
        if found and told and not _VERB_FIRST.match(found["title"]) and not _VERB_INSIDE.search(found["title"]):
            yield Span(*found.span("title")), "计划项目的产品"


def _before_parties(analysis: Analysis, parties: Sequence[Mention], words: Words) -> Iterator[tuple[Span, str]]:
    """The items of a list of projects whose undertakers stand in brackets, two of them at least."""
    text = analysis.text
    items: dict[Span, list[Span]] = {}
    for party in parties:
        sentence = analysis.sentence_at(party.start)
        found = (
            _ITEM.search(text, sentence.start, party.start)
            if text[party.end : party.end + 1] in tuple(")）承,，")
            else None
        )
        if found and not found["title"].endswith(words["非项目尾词"]):
            items.setdefault(sentence, []).append(Span(*found.span("title")))
    for sentence, those in items.items():
        before = analysis.sentence_at(max(sentence.start - 1, 0)).start
        if len(those) > 1 and _ABOUT.search(text, before, those[0].start):
            yield from ((span, "单位在括号里") for span in those)


def _in_brackets(analysis: Analysis, parties: Sequence[Mention]) -> Iterator[tuple[Span, str]]:
    """The titles in brackets behind the undertakers that a sentence lists: 承担单位分别是市水泵厂(矿用渣浆泵)、…."""
    for party in parties:
        found = _IN_BRACKETS.match(analysis.text, party.end)
        if not found or _VERB_FIRST.match(found["title"]):
            continue  # 戊厂(投资三百万元)
        if _UNDERTAKERS.search(analysis.text, analysis.sentence_at(party.start).start, party.start):
            yield Span(*found.span("title")), "题目在括号里"


def _is_general(title: str, words: Words, rule: str) -> bool:
    """Whether the words name nothing in particular, or tell something instead of naming it."""
    bare = title.removesuffix("项目").removesuffix("课题")
    if rule in ("项目名称", "单位在括号里"):
        return False
    return bool(_SAID.search(bare)) or bare.startswith(words["题首忌"]) or _general(words["泛项目词"]).covers(bare)


@lru_cache(maxsize=2)
def _general(words: tuple[str, ...]) -> WordRun:
    return WordRun(words)
