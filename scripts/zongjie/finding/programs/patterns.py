"""How programs are named that no lexicon knows, as patterns compiled of the word lists of `data/lexicon/words/programs.yml`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from zongjie.finding.programs.levels import PERIOD, YEAR
from zongjie.lexicon.words import any_of

PAUSE = r",，、。;；:：!！?？()（）《》“”「」『』\[\]…—\s"
DIGITS = "0-9一二三四五六七八九十百千万双两"
# The class of projects behind a plan's name: 国家星火计划|重点项目, 省技术创新专项|重大项目, 13115科技创新工程|重大科技产业化项目.
CLASSED = r"(?:(?<=计划|专项|工程)重[点大](?:科技|研发)?(?:产业化|创新|攻关|示范)?项目)"

_MEASURES = "人名个家户项亩公米吨台套所处座株头只平期件份场次种类级位条张块村乡镇"


@dataclass(frozen=True)
class Patterns:
    """The patterns of `unknown_programs`, one a family of names."""

    quoted: re.Pattern[str]
    quoted_long: re.Pattern[str]
    entering: re.Pattern[str]
    coded: re.Pattern[str]
    measure: re.Pattern[str]
    plan: re.Pattern[str]
    after_place: re.Pattern[str]
    bare_plan: re.Pattern[str]
    bare_projects: re.Pattern[str]
    own_projects: re.Pattern[str]
    joined: re.Pattern[str]
    starts: re.Pattern[str]
    evidence: re.Pattern[str]
    vague: re.Pattern[str]
    content: re.Pattern[str]
    not_a_plan: re.Pattern[str]
    not_a_fund: re.Pattern[str]
    not_after: re.Pattern[str]
    not_in_measure: re.Pattern[str]
    quoted_tail: re.Pattern[str]


@lru_cache(maxsize=4)
def patterns_of(
    plan_tails: tuple[str, ...],
    tails: tuple[str, ...],
    quoted_tails: tuple[str, ...],
    evidence: tuple[str, ...],
    vague: tuple[str, ...],
    content: tuple[str, ...],
    not_a_plan: tuple[str, ...],
    not_a_fund: tuple[str, ...],
    starts: tuple[str, ...],
    not_after: tuple[str, ...],
    not_in_plan: tuple[str, ...],
    not_in_measure: tuple[str, ...],
    purposes: tuple[str, ...],
    level: str,
) -> Patterns:
    """The patterns for these word lists and `level`, the pattern of a level word."""
    word = rf"[^{PAUSE}]"
    quote = r"(?:“[^“”\n]{2,30}”|「[^「」\n]{2,30}」)"
    short = r"(?:“[^“”\n]{2,12}”)"
    told = "项目|课题|入选|列|获|被|由|为|通过|入围|进入|属|系|作为|成为|冲刺|角逐|参评|向|在|已"
    middle = rf"(?:(?!{any_of(not_in_plan)}|{told})[^{PAUSE}的等和与及、]){{2,10}}?"
    # “绿色宜居村镇技术创新”专项课题, but not “扫黑除恶”专项督查
    special = rf"专项(?:资金|基金)?(?=子?课题|项目|支持|资助|立项|经费|[0-9{PAUSE}]|$)"
    quoted_tail = rf"(?:{any_of((*quoted_tails, '活动'))}(?![月周日年])|{special})"
    # in texts spun from synonyms 计划项目 has become 方案工程
    plan, tail = rf"(?:{any_of(plan_tails)}|方案(?=工程|项目))", any_of(tails)
    # 省中小企业和民营经济发展专项: there 和 joins two halves of one name
    joint = rf"和(?!{level})(?=[^{PAUSE}的和了]{{2,8}}(?:专项|资金|基金))"
    # 专利技术实施与产业化计划: there 实施 is part of the name
    body = rf"(?:(?:(?!{any_of(not_in_plan)})|(?=实施)(?<=技术|专利))[^{PAUSE}的和了]|{joint}){{2,16}}?"
    # 丽水市科技计划农业重点项目, 太原市科技计划项目: of plans that are called nothing but 科技计划
    # 市科技计划重大专项, 市科技计划“揭榜挂帅”制项目
    bare = r"项目(?![0-9“《:：])"
    kinds = r"(?:农业|工业|社会发展|软科学|民生|重点|重大|一般|科技|攻关|创新|专项|“?揭榜挂帅”?制?)+项目"
    class_ = rf"(?:{CLASSED}|(?<=科技计划)(?:{kinds}|{bare}|重[点大]专项))"
    return Patterns(
        quoted=re.compile(
            rf"(?P<before>{word}{{2,10}})?(?P<quotes>{quote}(?:{quote})*?)(?P<tail>(?:专项|知识产权|专利|科技|科普)?{quoted_tail})"
        ),
        quoted_long=re.compile(
            rf"(?P<before>{word}{{2,10}})?(?P<quotes>{short}(?:{short})*?)(?P<middle>{middle})(?P<tail>{tail}|计划|专项)(?![月周日年])"
        ),
        entering=re.compile(rf"(?P<before>{word}{{2,10}})?(?P<quotes>“[三四五六七八九十][进送][^“”\n]{{0,4}}”)"),
        quoted_tail=re.compile(rf"(?P<name>[^“”\n]{{2,24}}?)(?P<tail>{any_of((*tails, *plan_tails))})"),
        coded=re.compile(
            rf"(?<![{DIGITS}.第])(?:(?:[0-9]{{3,5}}|[{DIGITS}]*[百千万双][{DIGITS}]+)(?:科技|人才|创新|示范){{0,2}}"
            rf"|[0-9]{{3,5}}(?![年月日号度后万千百亿元多余{_MEASURES}])[^{PAUSE}的和与及0-9]{{2,8}}?)(?:{tail}|计划)"
        ),
        measure=re.compile(rf"(?<=[\u4e00-\u9fff]){tail}"),
        plan=re.compile(rf"{level}(?P<body>{body})(?:(?P<tail>{plan}){class_}?|项目(?=[“《]))"),
        after_place=re.compile(rf"(?P<body>{body})(?:(?P<tail>{plan}){class_}?|项目(?=[“「《]))"),
        bare_plan=re.compile(
            rf"项目(?:被|均|已)?(?:列入|列为|纳入)(?:了)?(?P<name>{YEAR}?(?:省|市|县|区|州|旗|自治区)级?计划)(?=[{PAUSE}]|$)"
        ),
        bare_projects=re.compile(
            rf"[”」](?:课题|项目)?(?:已|均|被|也|都)*(?:是|为|属于?|系|列为|列入|列)(?P<name>(?:[\u4e00-\u9fff]{{2,4}})?{level}(?P<body>{body})项目)(?=[{PAUSE}]|$)"
        ),
        own_projects=re.compile(
            rf"{PERIOD}?[^{PAUSE}的和与及了0-9]{{0,12}}?{any_of(purposes)}[^{PAUSE}的和与及了0-9]{{0,6}}?项目"
            rf"(?=[0-9一二三四五六七八九十]+[项个]|立项|获批|资助|支持|滚动|当年|申报|[、和与及]|[{PAUSE}]|$)"
        ),
        joined=re.compile(rf"{tail}(?:和|与|及|以及)"),
        starts=re.compile(any_of(starts)),
        evidence=re.compile(any_of(evidence)),
        vague=re.compile(rf"(?:{any_of(vague)}|[一二三四五六七八九十两几大小新老个批项])+"),
        content=re.compile(any_of(content)),
        not_a_plan=re.compile(rf"{any_of(not_a_plan)}$"),
        not_a_fund=re.compile(rf"{any_of(not_a_fund)}$"),
        not_after=re.compile(any_of(not_after)),
        not_in_measure=re.compile(any_of(not_in_measure)),
    )
