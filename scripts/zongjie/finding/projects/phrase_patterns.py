"""How titles without quotation marks are told, as patterns compiled of the word lists of `data/lexicon/words/projects.yml`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from zongjie.finding.programs.levels import YEAR
from zongjie.finding.projects.titles import UNDER
from zongjie.lexicon.words import any_of

_PAUSE = r",，。;；:：!！?？()（）《》“”「」『』\[\]…\s\""
# 的 stands inside a title only before such words: 高效节能电机的研制与开发.
_CHARACTER = rf"(?:[^{_PAUSE}、的了]|的(?=研究|开发|研制|研发|应用|制备|推广|建设|合成|筛选|选育|引进|示范|改造|设计|产业化|综合|临床))"
_COUNT = r"(?:等)?(?:[0-9一二三四五六七八九十两几多]+余?)(?:个|项)"
_ADVERB = r"(?:均|已|也|还|又|先后|成功|顺利|被|全部|现已|目前|正在|正|喜)*"


@dataclass(frozen=True)
class Patterns:
    """`before_verb` ends before what a project comes to (获, 列入), `before_pause` before a pause or the next of a list."""

    before_verb: re.Pattern[str]
    before_pause: re.Pattern[str]
    before_comma: re.Pattern[str]
    owned: re.Pattern[str]
    owned_project: re.Pattern[str]
    owned_under: re.Pattern[str]
    capacity: re.Pattern[str]
    tendered: re.Pattern[str]
    row: re.Pattern[str]
    unknown_owner: re.Pattern[str]
    undertaken: re.Pattern[str]
    after_program: re.Pattern[str]
    within_program: re.Pattern[str]
    carried: re.Pattern[str]
    compound: re.Pattern[str]
    listed: re.Pattern[str]
    lead: re.Pattern[str]
    about_projects: re.Pattern[str]
    enclosed: re.Pattern[str]
    joint: re.Pattern[str]
    tail: re.Pattern[str]
    vague: re.Pattern[str]
    bad_opening: re.Pattern[str]


@lru_cache(maxsize=4)
def patterns_of(
    tails: tuple[str, ...],
    verbs: tuple[str, ...],
    outcomes: tuple[str, ...],
    vague: tuple[str, ...],
    leads: tuple[str, ...],
    parties: tuple[str, ...],
    openings: tuple[str, ...],
) -> Patterns:
    """The patterns made of the word lists, once for each."""
    tail, verb = any_of(tails), any_of(verbs)
    outcome = any_of((*(o for o in outcomes if len(o) > 1 and o != "项目"), "获", "经"))
    title = rf"{_CHARACTER}{{4,45}}?"
    pause = rf"[{_PAUSE}、]|$|{_COUNT}|(?:和|及|以及)(?={_CHARACTER}{{4,40}}?{tail})"
    compound = (
        r"(?:技术|关键技术|工艺|体系|集成|综合|新品种|品种|生产|栽培|养殖|繁育)(?:的)?(?:集成|引进|研究|开发|试验|中试|示范|推广|应用|产业化|改造)"
        r"(?:与|和|及)?(?:集成|研究|开发|试验|示范|推广|应用|产业化)?"
    )
    cell = r"[\u4e00-\u9fffA-Za-z“][^,，。;；:：!！?？《》…\s]{3,40}"  # 新品系“合粳02-7”选育
    gap = r"(?:（续）)?(?:[ \t]{2,}|[\t\u3000])[ \t\u3000]*"
    remark = r"(?:[(（][^()（）\n]{1,30}[)）])?"
    return Patterns(
        before_verb=re.compile(rf"{title}(?:{tail}(?:项目|课题)?|项目|课题)(?={_ADVERB}{outcome})"),
        before_comma=re.compile(rf"{title}{tail}(?:项目|课题)?(?=[{_PAUSE}、]|$|{_COUNT})"),
        before_pause=re.compile(rf"{title}{tail}(?:项目|课题)?(?={pause})"),
        owned_project=re.compile(
            rf"{remark}(?:[^{_PAUSE}、的]{{0,8}}(?:承担|主持|牵头|实施|申报|研发|开发))?的(?P<title>{_CHARACTER}{{5,30}}?项目)(?=[{_PAUSE}、]|在|正|已|通过|获|列|被|进入|总投资|于|预计|顺利|将)"
        ),
        owned_under=re.compile(rf"{remark}的(?P<title>{_CHARACTER}{{5,30}}?){UNDER}"),
        capacity=re.compile(
            r"的?(?P<title>年(?:产|处理|加工|出栏|屠宰|回收)[0-9０-９一二三四五六七八九十百千万.]+"
            rf"[^{_PAUSE}、的等]{{3,30}}?(?:项目|技改|技术改造|改造|扩建|扩能|生产线|基地建设))(?=等?{_COUNT}[^{_PAUSE}]{{0,10}}项目|[{_PAUSE}、]|已|正|开工|投产|建成|总投资)"
        ),
        tendered=re.compile(
            rf"(?:投标|竞标|申报|申请)了?(?:国家|省|市|县|区|自治区)?(?:科技|工信|经信|经贸|发改|农业|知识产权)(?:部|厅|局|委)的?{YEAR}"
            rf"(?P<title>{_CHARACTER}{{4,24}}?项目)(?=[{_PAUSE}、])"
        ),
        row=re.compile(rf"(?<![^\s0-9、.．)）:：])(?P<first>{cell}?){gap}(?P<second>{cell}?){gap}\Z"),
        owned=re.compile(rf"{remark}(?:[^{_PAUSE}、的]{{0,8}}{verb}|{verb}|合作)?的"),
        unknown_owner=re.compile(rf"(?:由)?[^{_PAUSE}、的]{{1,24}}?{any_of(parties)}(?:{verb}|搞)?的"),
        undertaken=re.compile(rf"(?<=[\u4e00-\u9fff]){verb}的(?!项目|课题)"),
        after_program=re.compile(r"(?:(?:子|重点|重大|面上|青年|科技|资助|示范)?(?:项目|课题|专题))?[:：—]?(?![0-9])"),
        within_program=re.compile(
            rf"(?P<own>{_CHARACTER}{{3,24}}?)(?<!重点)(?<!重大)项目(?=[{_PAUSE}、及和与]|建设|实施|的|通过|获)"
        ),
        carried=re.compile(
            rf"(?P<verb>(?:组织实施|重点实施|实施|承担|启动|完成|开展|抓好|推进|申报)(?:了)?)(?:[^{_PAUSE}、]{{0,24}}的)?"
        ),
        compound=re.compile(
            rf"{title}(?:{compound}(?=[{_PAUSE}、]|$)|{tail}(?:项目|课题)(?=[{_PAUSE}、]|$|{_ADVERB}{outcome}))"
        ),
        listed=re.compile(
            rf"(?:组织实施|重点实施|组织申报|重点支持|重点抓|实施|承担|完成|申报|争取|支持|安排)(?:了)?(?P<list>[^{_PAUSE}]{{10,160}}?)(?:{_COUNT}|等)[^{_PAUSE}]{{0,12}}(?:项目|课题)"
        ),
        lead=re.compile(rf"{any_of(leads)}[:：]?"),
        about_projects=re.compile(r"项目|课题|立项|列入|计划|鉴定|验收|成果"),
        enclosed=re.compile(r"(?:项目|课题)[(（](?P<list>[^()（）\n,，。;；]{6,120})[)）]"),
        joint=re.compile(rf"(?P<title>{_CHARACTER}{{4,24}}?(?:合作项目|研发项目|开发项目|技术项目))(?!库|组)"),
        tail=re.compile(rf"{tail}$"),
        bad_opening=re.compile(any_of(openings)),
        vague=re.compile(rf"{any_of(vague)}*"),
    )
