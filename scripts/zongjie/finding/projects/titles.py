"""Titles of projects between quotation marks: 常山生化的“利用酶工程法制备低分子硫酸皮肤素”等10个项目列入河北科技支撑计划."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from zongjie.finding.analysis import Analysis, Quote
from zongjie.finding.projects.half_quoted import half_quoted
from zongjie.finding.projects.owned import ends_with_owner, is_beside_owner, is_prized, is_put_in, is_told_of_work
from zongjie.lexicon.words import Words, any_of
from zongjie.model import Mention, Span

# What joins an owner to its title.
_JOINTS = ("的", "以", "凭", "将", "把")
# What may stand between two titles of one list: “甲”、乙公司的“乙”.
_BETWEEN = re.compile(r"[、,，;；]?(?:和|与|及|以及)?[^。;；!！?？\n“”《》「」,，]{0,40}")
_REMARK = re.compile(r"[(（][^()（）\n]{1,30}[)）]")
_COUNT = (
    r"(?:等)?(?:[0-9一二三四五六七八九十两几多]+余?(?:个|项)|一批|若干)?"
    r"(?:国家|省|市|县|区|自治区|部|州|盟|旗|级|和|、|以上|重大|重点|高新技术|科技|农业|工业|科研|创新|攻关|示范|新)*"
)
# What may stand between a title and the plan that it is put on: “甲”列|省星火计划, “甲”,属|国家科技支撑计划, 把“甲”报入|….
UNDER = (
    r"(?:等[0-9一二三四五六七八九十两]*[个项]?)?(?:重点|重大|科技|科研)?(?:项目|课题|一项|等)?[,，]?(?:现|均|已|也|都|被|又|还|正|拟|分别|先后|成功|顺利|目前|正在|喜|经[^,，。;；“”]{1,10})*"
    r"(?:改?列入?|改?列为|属于?|系|是|为|作为|进入|纳入|归入|报入|入选|入围|荣?获批?|获得|获准|通过|争取到?|冲刺|投标|竞标|参与|(?:向[^,，。;；“”]{2,12})?(?:申报|申请|上报|报送))"
    r"(?:列入|列为|进入|立项)?(?:了|为|到)?[^,，。;；“”《》]{0,10}"
)
# With more titles of its list between: “甲”、乙酒庄的干红葡萄酒微氧陈酿,均列….
_UNDER = re.compile(rf"(?:[、和及与][^。;；,，“”《》]{{4,40}}(?=[,，]?(?:均|都|分别|同时)))?{UNDER}")
# What a product can get as well as a project: “果树环剥剪”取得实用新型专利证书.
_PATENTED = re.compile(
    r"[^,，。;；“”]{0,8}(?:取得|获得?|荣获|授予|申请|申报)了?[^,，。;；“”]{0,12}专利|被?(?:评为|命名为)|[^,，。;；“”]{0,6}获[^,，。;；“”]{0,8}[金银铜]质?奖"
)
# Behind a plan's name after 是 or 为: 是自治区科技扶贫项目, not 是国家科技计划的重点.
_PLAN_ENDS = re.compile(r"(?:重点|重大|一般)?(?:项目|课题|子课题|专题)?(?:[,，。;；、)）(（\n]|$)")
# The plan told behind the title with no word between: 甲厂“超细不锈钢微丝”,|国家火炬计划|;
_BESIDE = re.compile("[,，]")
_PLAN_CLOSES = re.compile(r"(?:项目|课题)?(?:[;；。(（\n]|[,，][0-9一-龥]{0,6}?[0-9.]+万|$)")
# What stands between a plan and the title on it: 列入国家科技支撑计划|子课题的|“…”.
_OF_PLAN = re.compile("(?:子|重点|重大|面上)?(?:项目|课题|专题)的$")


@dataclass(frozen=True)
class _Patterns:
    tail: re.Pattern[str]
    other_tail: re.Pattern[str]
    labelled: re.Pattern[str]
    done_by: re.Pattern[str]
    sure_by: re.Pattern[str]
    put_forward: re.Pattern[str]
    outcome: re.Pattern[str]
    strong_outcome: re.Pattern[str]
    counted: re.Pattern[str]
    called: re.Pattern[str]
    not_before: re.Pattern[str]
    not_after: re.Pattern[str]


def quoted_titles(analysis: Analysis, words: Words, known: Sequence[Mention]) -> Iterator[tuple[Span, str]]:
    """The titles and the rule that found each."""
    patterns = _patterns(
        words["项目尾词"], words["非项目尾词"], words["项目动词"], words["项目结果"], words["项目类名"]
    )
    ends = {_end(analysis.text, m): m for m in known if m.kind in ("enterprise", "institution", "program")}
    plans = [m for m in known if m.kind == "program"]
    for chain in _chains(analysis):
        sentence = analysis.sentence_at(chain[0].inner.start)
        before = analysis.curly[sentence.start : chain[0].outer.start]
        end = _behind(analysis.curly, chain)
        after = analysis.curly[end : analysis.sentence_at(chain[-1].outer.start).end]
        under = _is_under_plan(analysis.curly, end, plans)
        places = [_place(analysis, quote, (before, after), ends, under) for quote in chain]
        rules = [_rule(place, patterns) for place in places]
        for quote, place, rule in zip(chain, places, rules, strict=True):
            if rule:
                yield quote.inner, rule
            elif any(rules) and not _is_none(place, patterns, labelled=False):
                yield quote.inner, "同列的题目"
    yield from half_quoted(analysis, patterns.tail, patterns.other_tail, ends)


def _behind(text: str, chain: Sequence[Quote]) -> int:
    """Where the words behind a list begin: in “甲”(川北石墨)、“乙”(蜀道电子)分别获… behind the last parenthesis."""
    end = chain[-1].outer.end
    remark = _REMARK.match(text, end) if len(chain) > 1 else None
    return remark.end() if remark else end


def _end(text: str, owner: Mention) -> int:
    """Where an owner's name ends, with the parenthesis that explains it: 华星公司(原县磁材厂)的“…”."""
    found = _REMARK.match(text, owner.end)
    return found.end() if found else owner.end


def _is_under_plan(text: str, end: int, plans: Sequence[Mention]) -> bool:
    """Whether the words behind `end` put on a plan what stands before: “滩羊一年两产”列海西州科技发展计划."""
    for plan in plans:
        if _BESIDE.fullmatch(text, end, plan.start) and _PLAN_CLOSES.match(text, plan.end):
            return True
        if end <= plan.start <= end + 40 and _UNDER.fullmatch(text, end, plan.start):
            named = text[max(end, plan.start - 1) : plan.start]
            return named not in ("是", "为") or bool(_PLAN_ENDS.match(text, plan.end))
    return False


def _chains(analysis: Analysis) -> list[list[Quote]]:
    """Quotes that stand in one list, inner quotes left out."""
    chains: list[list[Quote]] = []
    last: Quote | None = None
    for quote in analysis.quotes:
        if last and quote.inner.within(last.inner):
            continue
        if last and _is_listed(analysis.curly, last, quote):
            chains[-1].append(quote)
        else:
            chains.append([quote])
        last = quote
    return chains


def _is_listed(text: str, one: Quote, other: Quote) -> bool:
    remark = _REMARK.match(text, one.outer.end)  # “甲”(川北石墨)、“乙”(蜀道电子)分别获…
    between = text[remark.end() if remark else one.outer.end : other.outer.start]
    listed = not between or bool(re.match("[、和与及]", between))
    if re.match("[,，]", between):  # a comma may also end the clause: “甲”展,促成乙公司申报“丙”
        listed = len(between) == 1 or between.endswith("的")
    return one.mark == other.mark and listed and bool(_BETWEEN.fullmatch(between))


@dataclass(frozen=True)
class _Place:
    """A title where it stands: what is before it and before the first of its list, behind it and behind the last.

    `owner` is who stands right before it, `under` tells whether its list is put on a plan.
    """

    title: str
    mark: str
    before: str
    first: str
    behind: str
    last: str
    owner: Mention | None
    under: bool


def _place(analysis: Analysis, quote: Quote, around: tuple[str, str], ends: dict[int, Mention], under: bool) -> _Place:
    text, start = analysis.curly, quote.outer.start
    before = text[analysis.sentence_at(quote.inner.start).start : start]
    return _Place(
        title=text[quote.inner.start : quote.inner.end],
        mark=quote.mark,
        before=before,
        first=around[0],
        behind=text[quote.outer.end : quote.outer.end + 30],
        last=around[1],
        owner=_owner(before, start, ends),
        under=under,
    )


def _owner(before: str, start: int, ends: dict[int, Mention]) -> Mention | None:
    """Who or what plan stands right `before` the title that begins at `start`."""
    if owner := ends.get(start) or (ends.get(start - 1) if before.endswith(_JOINTS) else None):
        return owner
    told = _OF_PLAN.search(before)
    plan = ends.get(start - len(told.group())) if told else None
    return plan if plan and plan.kind == "program" else None


def _rule(place: _Place, patterns: _Patterns) -> str | None:
    """The rule by which the quoted words are a project's title, None where they are none."""
    title, is_book = place.title, place.mark == "《"
    labelled = patterns.labelled.search(place.before) or patterns.labelled.search(place.first)
    prized = is_prized(place.before, place.behind)
    if _is_none(place, patterns, (bool(labelled) or place.under or prized) and not is_book):
        return None
    if place.under:
        return "题目列入计划"
    done = patterns.done_by.search(place.before) or patterns.done_by.search(place.first)
    tail = patterns.tail.search(title)
    outcome = not _PATENTED.match(place.last) and (
        patterns.outcome.match(place.last) or patterns.outcome.match(place.behind)
    )
    if _is_called(place, patterns, bool(tail or place.owner or done)):
        return "题目加项目"
    of_plan = place.owner and place.owner.kind == "program"
    if (labelled or of_plan) and len(title) >= 5 and (tail or not is_book or place.before.endswith(("项目", "课题"))):
        return "项目加题目"
    if place.owner and (outcome or tail) and (tail or not is_book) and not _PATENTED.match(place.behind):
        return "单位加题目"
    if done and (tail or outcome):
        return "承担加题目"
    if len(place.title) >= 6 and not is_book and _is_sure(place, patterns):
        return "承担加题目"
    if (place.owner or (ends_with_owner(place.before) and not is_book)) and _is_told_of_work(place):
        return "单位加题目"
    if (len(title) >= 6 or (place.owner and not of_plan)) and not is_book and prized:
        return "得奖的题目"
    strong = patterns.strong_outcome.match(place.behind) and len(title) >= 5
    return "题目加结果" if ((tail and outcome) or strong) and not is_book else None


def _is_sure(place: _Place, patterns: _Patterns) -> bool:
    """Whether the words before make any title a project's: 承担的“娘酒陈化”, 评审柏树山枸杞的“沙棘枸杞复合饮品”."""
    of_party = place.owner is not None and place.owner.kind != "program"
    return bool(patterns.sure_by.search(place.before) or (of_party and patterns.put_forward.search(place.before)))


def _is_told_of_work(place: _Place) -> bool:
    """Whether the sentence tells of projects: 甲公司的“丙”,50万元."""
    beside = place.owner is not None and place.mark != "《" and is_beside_owner(place.before, place.behind)
    return (len(place.title) >= 5 or beside) and is_told_of_work(place.before, place.behind, place.last)


def _is_put_in(place: _Place) -> bool:
    """Whether a firm puts the title in for something: 乙药业以“丙”为题张榜."""
    return place.owner is not None and is_put_in(place.before, place.behind)


_SPECIAL = re.compile("(?:重点|重大|科技|试点)*(?:专项|课题[0-9一二两三四五六七八九十]+[项个])")


def _is_none(place: _Place, patterns: _Patterns, labelled: bool) -> bool:
    """Whether the words are a document, a prize, a theme or a platform; `labelled` where 项目 stands before them."""
    if len(place.title) < 4 or place.title.startswith(("一种", "关于")):
        return True
    if patterns.other_tail.search(place.title) and not labelled:
        return True
    if place.owner and place.owner.kind == "program" and _SPECIAL.match(place.behind):
        return True  # 国家重点研发计划“绿色宜居村镇技术创新”专项 is a part of the plan
    return bool(
        (patterns.not_before.search(place.before) and not place.under and not _is_put_in(place))
        or patterns.not_after.match(place.behind)
        or patterns.not_after.match(place.last)
    )


def _is_called(place: _Place, patterns: _Patterns, backed: bool) -> bool:
    """Whether 项目, 课题 or the like follows: “甲”、“乙”等10个项目; alone it is enough where it follows at once."""
    if len(place.title) >= 6 and place.behind.startswith(("项目", "课题", "子课题")):
        return True
    if len(place.title) >= 5 and patterns.counted.match(place.last):
        return True
    return backed and bool(patterns.called.match(place.behind) or patterns.called.match(place.last))


@lru_cache(maxsize=4)
def _patterns(
    tails: tuple[str, ...],
    others: tuple[str, ...],
    verbs: tuple[str, ...],
    outcomes: tuple[str, ...],
    called: tuple[str, ...],
) -> _Patterns:
    return _Patterns(
        tail=re.compile(rf"{any_of(tails)}(?:项目|课题)?$|.{{6,}}项目$"),
        other_tail=re.compile(rf"{any_of(others)}$"),
        labelled=re.compile(
            r"(?:(?:项目|课题|专题|方案工程)[:：]?|(?:题目|名称)(?:依次|分别)?[为是]"
            r"|(?:项目|课题)(?:有|是|为|包括|名称为?|名为|[名题]?叫[做作]?|题目[为是])[:：]?[^。;；“”《》,，、]{0,30}"
            r"|(?:项目|课题|计划|基金|专项|资金)(?:验收|立项)?[0-9一二三四五六七八九十两]+[项个][(（:：,，]?(?:分别是|分别为|即|其中)?[^“”《》,，。;；、()（）]{0,12}"
            r"|(?:项目|基金|计划|立项)[^。;；“”]{0,24}(?:分别是|分别为|它们是|即)[^。;；,，“”]{0,14})$"
        ),
        done_by=re.compile(
            rf"(?:{any_of(verbs)}(?:的|了)?[^。;；!！?？\n“”《》,，]{{0,16}}|(?:专项|计划|基金|资金)[:：]?)$"
        ),
        sure_by=re.compile(
            r"(?:承担|承当|共担|主持|承接|申报|申请|投标|竞标|发榜|张榜|研制|研发|攻关|协作|合作开展|合作|立项)的$|(?:标的|项目名称|课题名称)[为是]$"
        ),
        put_forward=re.compile(
            r"(?:评审|论证|验收|鉴定|推荐|申报|申请|上报|立项|资助|补助|支持)(?!的)[^。;；,，“”《》]{2,30}$"
        ),
        outcome=re.compile(rf"[^。;；!！?？\n,，“”《》]{{0,12}}?{any_of(outcomes)}"),
        strong_outcome=re.compile(
            r"(?:均|已|也|又|还|先后|成功|顺利|被)*(?:列入|列为|入选|获批?|获得|通过|进入)[^。;；,，“”《》]{0,12}?"
            r"(?:计划|基金|专项|立项|鉴定|验收|评审|答辩|批准)"
        ),
        counted=re.compile(
            r"等?(?:共|共计)?[0-9一二三四五六七八九十两]+(?:个|项)(?:重大|重点|科技|科研|省级|市级|县级|国家级|产业化|示范)*(?:项目|课题)"
        ),
        called=re.compile(rf"{_COUNT}{any_of(called)}(?!行动|资金|计划|整治|治理|检查|技术|师)"),
        not_before=re.compile(
            r"(?:以|围绕|坚持|按照|贯彻|弘扬|主题为|主题是|主题[:：]|名为|荣获|授予|评为|命名为|认定为|称为|称号|简称|学习|印发|出台|制定|修订|编印|发放|撰写|颁布|紧扣|聚焦|口号|树立|突出|立足)[^“”《》]{0,4}$"
        ),
        not_after=re.compile(
            r"(?:等)?(?:技术转让|为主题|为抓手|为载体|为契机|为主线|为目标|为宗旨|为重点|精神|理念|方针|思路|口号|主题|战略|行动|专项行动|专项整治|专项活动|活动|称号|荣誉|品牌|牌|企业称号|认证|标识|标志|模式|机制|体系|工程技术研究中心|工程技术|研究中心|重点实验室|企业|单位|机关|平台|奖|建设规划|商标|专利|调研报告|报告|文章|论文|专著|一文|一书|读本|培训|讲座|小册子|[^。,，;；]{0,6}(?:科教片|光盘|资料|挂图|图书|手册|栏目|专题片))"
        ),
    )
