"""What kind of document a text is: by its own title and words, not by what a website calls it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from zongjie.lexicon.topics import Topic
from zongjie.model import RecordKind
from zongjie.reading.topics import best, scores
from zongjie.reading.when import tells_of_several_years

_CHECK = re.compile(r"自查|自检|自评")
_SUMMARY = re.compile(r"总结|小结|汇报|回顾|回眸|盘点|综述|概述|纪实|巡礼|掠影|归纳|完成情况|报告")
_PLAN = re.compile(r"计划|打算|要点|安排|思路|规划|方案|谋划|展望|设想|构想")
_OTHER = re.compile(r"讲话|致辞|发言|述职|简报|经验材料|通知|典型材料|调研报告|申报材料|倡议")
_QUARTER = re.compile(r"季度|月份?工作")
# What is told in time for the year's end: 1—10月工作总结.
_MOST_OF_A_YEAR = re.compile(r"[1一元]月?份?\s*[-—－–~～至到]+\s*(?:1[0-2]|十[一二]?)月")
_SIX_MONTHS = re.compile(r"[1一元]月?份?\s*[-—－–~～至到]+\s*[5-7五六七]月")
# What may stand before 工作总结 in the title of a summary of all the bureau's work.
_GENERAL = re.compile(
    r"^(?:全[省市县区旗州盟]|我[市县区旗州]|本年?度?|度|年终|年末|年|终|底|科技|科学技术|科技创新|科技管理|科技局|局|机关|重点|主要|工作|今年|去年|业务|行政|目标|"
    r"任务|完成情况|安排|打算|思路|计划|部署|进展|进度|综合|下一?步|第?[一二三四]季度|前三季度|元?月份?|[0-9]+月份?|的|及|暨|和|与|上半|半|下半|前|份|开展|情况|关于|个人|单位|部门|各项|[一二三四五六七八九十]+月|[0-9xX×*_\-—至~]+|知识产权局|地震局|[()（）《》“”])*$"
)
_TOPICAL = re.compile(
    r"(?:^|[局委厅组区县市省旗州府]|年度?|上半年|半年|会)(?P<topic>[^年局委]{0,18}?)(?:工作)?(?:总结|小结|汇报|报告)"
)
_HALF = re.compile(r"上半年|(?<!下)半年(?:来|工作)|时间过半|双过半")
_YEAR = re.compile(r"全年|一年来|[0-9xX×*_]{2,4}年度?[,，]|明年|下年|下一年")


def kind_of(title: str, bodies: Sequence[str], topics: Sequence[Topic]) -> RecordKind:
    """The kind of a text with its own `title` (empty where it has none) and paragraphs `bodies`."""
    if "个人" in title and sum(body.count("本人") for body in bodies) > 1:
        return "其他"
    return (_by_title(title) if title else None) or _by_text(bodies, topics)


def _by_title(title: str) -> RecordKind | None:
    if _CHECK.search(title):
        return "自查报告"
    summary = _SUMMARY.search(title) or re.search("情况", title)
    if _OTHER.search(title):
        return "其他"
    if not summary:
        return "工作计划" if _PLAN.search(title) else None
    if tells_of_several_years(title):
        return "其他"
    topical = _TOPICAL.search(title)
    if topical and not _GENERAL.match(topical["topic"]) and not _GENERAL.match(_after_place(topical["topic"])):
        return "专项总结"
    if _HALF.search(title) or _SIX_MONTHS.search(title):
        return "半年总结"
    if _QUARTER.search(title) and not _MOST_OF_A_YEAR.search(title):
        return "其他"
    return "年度总结" if re.search(r"年|[0-9]{4}", title) else None


def _after_place(topic: str) -> str:
    """A topic without a place name before it: 缙云县科技 → 科技."""
    return re.sub(r"^[^省市县区旗州]{1,8}[省市县区旗州]", "", topic)


def _by_text(bodies: Sequence[str], topics: Sequence[Topic]) -> RecordKind:
    opening = "".join(bodies[:2])[:400]
    if re.search(r"自查[^。]{0,12}(?:汇报|报告|如下)", opening):
        return "自查报告"
    whole = "\n".join(bodies)
    if _one_topic(bodies, topics):
        return "专项总结"
    if _HALF.search(opening) or re.search(r"上半年[^。]{0,12}(?:总结|汇报)", opening):
        return "半年总结"
    if re.search(r"上半年", whole) and re.search(r"(?:^|\n|。)下半年", whole) and not re.search("全年|一年来", opening):
        return "半年总结"
    if _planning(bodies) or re.match(
        r"(?:[0-9xX×*_]{2,4}年|今年|新的一年)[^。]{0,30}将(?:以|认真|继续|坚持|重点|围绕|紧)", opening
    ):
        return "工作计划"
    if _YEAR.search(whole) or re.search(r"总结如下|汇报如下|工作总结|今年|去年|领导下", whole):
        return "年度总结"
    return "其他"


def _one_topic(bodies: Sequence[str], topics: Sequence[Topic]) -> bool:
    """Whether nearly all that a text reports is of one special topic: a year of 科普 alone."""
    named = [name for body in bodies if len(body) > 25 and (name := best(scores(body, topics)))]
    if len(named) < 4:
        return False
    name, count = Counter(named).most_common(1)[0]
    part = next(topic.part for topic in topics if topic.name == name)
    announced = part == "aside" or best(scores(bodies[0], topics)) == name
    return count >= (0.5 if announced else 0.75) * len(named)


def _planning(bodies: Sequence[str]) -> bool:
    """Whether a text only tells what is to be done."""
    done = sum(
        len(
            re.findall(
                r"[完取举开获评争组建培发印][成得办展得为取织立训放发]了|取得|获得|被评为|共[^。]{0,12}\d|累计|达到?\d",
                b,
            )
        )
        for b in bodies
    )
    coming = sum(len(re.findall(r"将|力争|要|继续|计划|拟", body)) for body in bodies)
    return coming > 8 and done < 3
