"""Programs that no lexicon knows, told by how such names are built: “小升高”行动, 科技入园惠农工程, 市级科学研究与开发计划."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from zongjie.finding.analysis import Analysis
from zongjie.finding.programs.families import PROVINCES, by_own_pattern
from zongjie.finding.programs.levels import after_levels
from zongjie.finding.programs.listed import listed_strategies
from zongjie.finding.programs.patterns import PAUSE, Patterns, patterns_of
from zongjie.lexicon.words import Words
from zongjie.model import Span

_DATE = re.compile(r"\d{1,2}(?:月|日)|[xX×*]{1,2}月")
# What an office settles for itself, unless its words speak of more: “周报告、月通报”制度.
_INNER_MATTERS = ("制度", "机制", "改革", "大讨论")
_CARRIED = re.compile(
    r"(?:实施|启动|推进|开展|落实|实行|抓好|组织|参与|推行|入选|入围|列入|申报|推荐|获批|”[、和及与]?)(?:了|好)?[^,，。;；、:：“”]{0,12}$"
    r"|(?:高企|人才|企业|科技)(?:培育|培养|引进|成长)$"
)
_CARRIED_AFTER = re.compile(
    r"”[0-9]+[人名]|”(?:项目|人选|人才)?(?:二期|三期|[0-9]+[人名项个])?(?:已|全面|正式|深入|扎实|稳步|顺利)*(?:启动|实施|入选|推进|立项|获批|落地)"
)
_FIVE_YEARS = re.compile("[六七八九十][一二三四五]*五")  # “十四五”计划
_CODE = re.compile("“[0-9]{2,5}”")  # “121”雨水集流工程
_QUOTED_BEFORE = re.compile(r"“(?P<name>[^“”、，,\n]{2,12}(?<![周月日节奖]))”[、和与及]\Z")
# Measures by their number alone, named by the words before them: 科技兴赣|“六大行动”.
_NUMBERED = re.compile("[二三四五六七八九十]大")
_AIM = re.compile(r"[\u4e00-\u9fff]{2}[兴强立活富惠旺][\u4e00-\u9fff]$")
_MEASURES = ("工程", "行动", "行动计划", "专项行动", "战略", "计划")
_QUANTITY = re.compile("[0-9][多余]?[亩家个名户项万亿人吨公平米元台套处座]")  # 推广500亩示范|工程
_WHOSE = tuple("区县市省州局厅委部")  # 高新区|“白鹭英才”计划
_COUNTED = re.compile("(?:[二两三四五六七八]大|等)$")  # 人才强市三大|战略
_DRAWN_UP = re.compile("制[定订]|编制|拟[定订]")
_YOUTH = re.compile("青少年|青年|少年")
# A province, a city or the state as the giver of a class of projects: 四川省, 漳州市, 省部, 国家; but not 全省, 省级.
_GIVER = re.compile(rf".*(?:省|自治区|市|自治州|盟|地区)|[{PROVINCES}]|广西|宁夏|新疆|西藏|内蒙古")
_STATE = re.compile("(?<![全我本各该])(?:省部?(?![级市内份委会际厅])|自治区(?![级内])|国家(?!级))")
# 设立了|“天使投资引导基金”, 建立|科技发展基金.
_SET_UP = re.compile(
    rf"(?:设立|建立|创设|首设|组建|设置)了?(?:总规模|首期|规模)?(?:[0-9.]+[万亿]元?的?)?“?(?P<name>(?P<body>[^{PAUSE}的了和与及]{{2,14}}?)"
    r"(?:专项资金|专项基金|引导基金|引导资金|投资基金|发展基金|发展资金|创新基金|创新资金|奖励基金|奖励资金|种子基金|孵化基金|风险补偿资金|风险补偿金|风险资金池|周转金))"
)
# Money of an office, no fund by name: 省科技厅|扶持资金.
_OFFICE = re.compile("(?:厅|局|委|办)(?:的|下达|安排|拨付)?$")
_BY_OFFICE = re.compile("[厅局委]科研(?:计划|专项)")  # 省教育厅科研计划
# What grows in a plan that is one: 市科学技术|发展|计划, not 县国民经济和社会|发展|计划.
_GROWTH = re.compile("(?:科技|科学技术|高新技术|技术|产业|企业|人才)(?:研究)?发展$")
_OF_PLAN = re.compile("计划|专项|资金|基金|工程")
_PUT_ON = re.compile(
    r"(?:列入|入选|获得?|获批|争取|申报|承担|完成|立项|属|为|作为|实施|安排|[、，,。;；\s和与及的])了?$"
)
# 国家、省、市科技计划: no plan by name.
_ONE_OF_LEVELS = re.compile(r"(?:国家|部|省|市|自治区|级)[、和及与]$")
# Two plans in one breath: 省级|星火及火炬|计划.
_TWO_PLANS = re.compile("(?:星火|火炬|丰收|燎原|攻关|支撑|新产品|成果推广)(?:计划)?[及与]")
# What tells nothing of the plan: 市级|重大|项目“水稻全程机械化”.
_ANY_PROJECT = re.compile("(?:重[点大]|科技|科研|建设|专项|技术)+")
# What an activity does that is a campaign of its own: 科技进万家, 党员进企业、科技送服务.
_CAMPAIGN = re.compile(
    r"[进送帮联访惠]|[一二三四五六七八九十百千万双][个百千万]?[学进争比帮联创树]|大[学调练排起走讨][习研兵查底访论]|双[百千万十]"
)


@dataclass(frozen=True, slots=True)
class UnknownProgram:
    """A stretch that is named like a program; `rule` says how, `funding` whether it is one that gives money."""

    span: Span
    rule: str
    funding: bool


def unknown_programs(
    analysis: Analysis, words: Words, level_prefix: str, places: Sequence[Span]
) -> list[UnknownProgram]:
    """All stretches named like a program, in no particular order; they may overlap."""
    patterns = patterns_of(
        words["计划尾词"],
        words["行动尾词"],
        words["引号行动尾词"],
        words["举措词"],
        words["泛举措"],
        words["计划内容词"],
        words["泛计划"],
        words["泛资金"],
        words["行动起词"],
        words["尾词后忌"],
        words["计划不含"],
        words["行动不含"],
        words["计划式项目"],
        level_prefix,
    )
    return [
        *_quoted(analysis, patterns),
        *(UnknownProgram(*one) for one in by_own_pattern(analysis.curly)),
        *_wholly_quoted(analysis, patterns),
        *_coded(analysis.curly, patterns),
        *_measures(analysis, patterns),
        *_plans(analysis.curly, patterns, places),
        *_bare_plans(analysis.curly, patterns),
        *_own_projects(analysis.curly, patterns, places),
        *_set_up(analysis.curly, patterns),
        *(UnknownProgram(span, "同列的战略", False) for span in listed_strategies(analysis.curly)),
    ]


def _quoted(analysis: Analysis, patterns: Patterns) -> Iterator[UnknownProgram]:
    """“科技强县”战略, 科技入户“511”工程, “雷雨”“天网”执法行动."""
    text = analysis.curly
    for match in patterns.quoted.finditer(text):
        if patterns.not_after.match(text, match.end()) or _FIVE_YEARS.fullmatch(match["quotes"].strip("“”「」")):
            continue
        if match["tail"].endswith(_INNER_MATTERS) and not patterns.evidence.search(match["quotes"]):
            continue
        if match["tail"] == "活动" and not _is_campaign(analysis, match):
            continue
        funding = match["tail"].endswith(("科技计划", "专项计划", "专项", "基金")) or match["tail"] == "计划"
        yield UnknownProgram(Span(_with_words_before(match, patterns), match.end()), "引号加尾词", funding)
        yield from _sharing_tail(text, match)
    for match in patterns.quoted_long.finditer(text):
        told = patterns.evidence.search(match["middle"]) or patterns.content.search(match["middle"])
        told = told or _CODE.fullmatch(match["quotes"])
        if told and not patterns.not_a_plan.search(match["middle"]) and not patterns.not_after.match(text, match.end()):
            funding = match["tail"] in ("计划", "专项")
            yield UnknownProgram(Span(_with_words_before(match, patterns), match.end()), "引号加尾词", funding)
    for match in patterns.entering.finditer(text):
        yield UnknownProgram(Span(_with_words_before(match, patterns), match.end()), "几进", False)


def _sharing_tail(text: str, match: re.Match[str]) -> Iterator[UnknownProgram]:
    """The names in quotation marks that stand before `match` in a list and share its tail: “科技强警”、“科技兴检”战略."""
    if match["tail"] not in _MEASURES:
        return
    at = match.start("quotes")
    while found := _QUOTED_BEFORE.search(text, max(0, at - 18), at):
        at = found.start()
        yield UnknownProgram(Span(*found.span("name")), "引号加尾词", False)


def _is_campaign(analysis: Analysis, match: re.Match[str]) -> bool:
    """“科技进万家”专项科普活动 is a campaign, an activity with a date (5月26日…“百名专家进大丰”活动) an event."""
    if match["quotes"].endswith("年”"):  # “作风建设年”活动
        return True
    sentence = analysis.sentence_at(match.start())
    before = analysis.curly[sentence.start : match.start()]
    return bool(_CAMPAIGN.search(match["quotes"])) and not _DATE.search(before)


def _with_words_before(match: re.Match[str], patterns: Patterns) -> int:
    """Where the name begins: at the quotation mark, or before it in 科技扶贫“双百”工程 (but not in 推进“双百”工程)."""
    before = match["before"] or ""
    at = max((m.end() for m in patterns.starts.finditer(before)), default=0)
    named = len(before) - at >= 2 and patterns.evidence.match(before, at) and not before.endswith(_WHOSE)
    return match.start("before") + at if named else match.start("quotes")


def _wholly_quoted(analysis: Analysis, patterns: Patterns) -> Iterator[UnknownProgram]:
    """“科技型企业成长工程”, “长白山人参产业升级科技专项”: all of it between quotation marks."""
    for quote in analysis.quotes:
        inside = analysis.curly[quote.inner.start : quote.inner.end]
        found = patterns.quoted_tail.fullmatch(inside)
        if quote.mark == "《" or not found:
            continue
        text, outer = analysis.curly, quote.outer
        carried = _CARRIED.search(text, max(0, outer.start - 18), outer.start) or _CARRIED_AFTER.match(
            text, outer.end - 1
        )
        if not patterns.evidence.search(inside) and not (carried and found["tail"] in _MEASURES):
            continue
        if re.search(rf"[{PAUSE}]", found["name"].replace("、", "")) or _says_nothing(found["name"], carried, patterns):
            continue
        aim = _AIM.search(text, 0, outer.start) if _NUMBERED.fullmatch(found["name"]) else None
        if aim:
            yield UnknownProgram(Span(aim.start(), outer.end), "引号加尾词", False)
            continue
        funding = not re.search(r"(?:工程|行动|战略|行动计划|倍增计划|成长计划|培育计划)$", inside)
        yield UnknownProgram(quote.inner, "整个在引号里", funding)


def _says_nothing(name: str, carried: object, patterns: Patterns) -> bool:
    return bool((not carried and patterns.vague.fullmatch(name)) or _FIVE_YEARS.fullmatch(name))


def _coded(text: str, patterns: Patterns) -> Iterator[UnknownProgram]:
    """136工程, 十百千工程: a name made of numbers."""
    for match in patterns.coded.finditer(text):
        if not patterns.not_after.match(text, match.end()):
            yield UnknownProgram(Span(*match.span()), "数字名", match.group().endswith("计划"))


def _measures(analysis: Analysis, patterns: Patterns) -> Iterator[UnknownProgram]:
    """设施农业结构优化升级工程, 保护专利权专项行动: what is done stands in the name."""
    text = analysis.curly
    for match in patterns.measure.finditer(text):
        if patterns.not_after.match(text, match.end()):
            continue
        start = _name_start(analysis, match.start(), patterns)
        name = text[start : match.start()]
        if _COUNTED.search(name) or _QUANTITY.search(name):
            continue
        if len(name) < 4 and not re.fullmatch(r"(?:科|教|人|质|农|商|工|文|品|生).{2}", name):
            continue
        if patterns.not_in_measure.search(_YOUTH.sub("", name)) or not patterns.evidence.search(name):
            continue
        plain = patterns.vague.fullmatch(name) and not match.group().startswith("三年")  # 科技创新三年行动计划
        if plain or patterns.not_a_plan.search(name) or _is_drawn_up(text, start, match):
            continue
        yield UnknownProgram(Span(start, match.end()), "举措加尾词", False)


def _is_drawn_up(text: str, start: int, tail: re.Match[str]) -> bool:
    """Whether it is a paper for one's own use: 制定了|后备干部培育计划."""
    return tail.group().endswith("计划") and bool(_DRAWN_UP.search(text, max(0, start - 3), start + 2))


def _name_start(analysis: Analysis, head: int, patterns: Patterns) -> int:
    """Where the words begin that stand before the last word at `head` and belong to the name with it."""
    text, window = analysis.curly, max(0, head - 20)
    pause = max((m.end() for m in re.finditer(rf"[{PAUSE}]", text[window:head])), default=0) + window
    start = max((m.end() for m in patterns.joined.finditer(text, pause, head)), default=pause)
    for match in patterns.starts.finditer(text, pause, head):
        if match.end() <= head - 4 and analysis.is_boundary(match.start()) and analysis.is_boundary(match.end()):
            start = match.end()
    return start


def _plans(text: str, patterns: Patterns, places: Sequence[Span]) -> Iterator[UnknownProgram]:
    """省重大科技专项, 上饶市科技计划, 自治区科技创新引导奖励资金: a level or a place before a plan."""
    ends = {place.end: place.start for place in places}
    inside = {at: place.start for place in places for at in range(place.start, place.end)}
    for match in patterns.plan.finditer(text):
        body = match["body"] or ""
        if _TWO_PLANS.search(body) or (match.group().endswith("项目") and re.search("项目|及", body)):
            continue
        if _ONE_OF_LEVELS.search(text, max(0, match.start() - 4), match.start()):
            continue
        if patterns.not_after.match(text, match.end()) or not _says_what_for(match, patterns):
            continue
        start = ends.get(match.start(), inside.get(match.start(), match.start()))
        if start < match.start() and after_levels(text, start):
            continue
        yield UnknownProgram(Span(start, match.end()), "级别加计划", True)
    for place in places:
        found = patterns.after_place.match(text, place.end)
        if found is None or after_levels(text, place.start):
            continue
        if _says_what_for(found, patterns) and not patterns.not_after.match(text, found.end()):
            yield UnknownProgram(Span(place.start, found.end()), "地名加计划", True)


def _says_what_for(match: re.Match[str], patterns: Patterns) -> bool:
    """Whether the words between level and tail name a purpose: 省高新技术企业发展|专项, but not 市经济社会发展|计划."""
    body, tail = match["body"] or "", match["tail"] or ""
    if _OFFICE.search(body):
        return False
    vague = patterns.not_a_plan if tail in ("", "计划") else patterns.not_a_fund
    if not tail and _ANY_PROJECT.fullmatch(body):
        return False
    if body == "科研" and _BY_OFFICE.search(match.group()):
        return True
    told = patterns.content.search(body) or tail in ("科技专项", "重大专项", "重点专项")
    return bool(told) and (bool(_GROWTH.search(body)) or not vague.search(body))


def _own_projects(text: str, patterns: Patterns, places: Sequence[Span]) -> Iterator[UnknownProgram]:
    """省科技成果转移转化示范项目2项, 列入湖南省十大技术攻关项目: plans that have no name but their projects'."""
    starts = {m.end(): m.start() for m in _STATE.finditer(text)}
    starts |= {place.end: place.start for place in places if _GIVER.fullmatch(text, place.start, place.end)}
    for end, start in starts.items():
        found = patterns.own_projects.match(text, end)
        if found is None or _OF_PLAN.search(found.group()):
            continue
        if _PUT_ON.search(text, max(0, start - 6), start) or text[found.end() : found.end() + 1].isdecimal():
            yield UnknownProgram(Span(start, found.end()), "省的某类项目", True)


def _set_up(text: str, patterns: Patterns) -> Iterator[UnknownProgram]:
    """设立科技创新专项资金1000万元: a fund that has no level, but was set up."""
    for match in _SET_UP.finditer(text):
        name, body = match["name"], match["body"].replace("天使投资", "创业")
        if patterns.content.search(body + name) and not patterns.not_a_fund.search(body):
            yield UnknownProgram(Span(*match.span("name")), "设立的资金", True)


def _bare_plans(text: str, patterns: Patterns) -> Iterator[UnknownProgram]:
    """列入市计划: only where something is put on it; “…”是自治区科技扶贫项目."""
    for match in patterns.bare_plan.finditer(text):
        yield UnknownProgram(Span(*match.span("name")), "列入某级计划", True)
    for match in patterns.bare_projects.finditer(text):
        if patterns.content.search(match["body"]) and not re.search("计划|专项|基金", match["body"]):
            yield UnknownProgram(Span(*match.span("name")), "题目属某级项目", True)
