"""Families of programs that need no word list: “1311”规划, “苏科贷”, 苏北科技专项, 粤藏科技合作专项."""

from __future__ import annotations

import re
from collections.abc import Iterator

from zongjie.finding.programs.patterns import PAUSE
from zongjie.model import Span

# A scheme with a number for its name: 山西省|“1311”农业科技规划, “8531”规划.
_SCHEME = re.compile(rf"“[0-9]{{3,5}}”[^{PAUSE}的和与及]{{0,10}}?规划(?![局院期馆师])")
# Loans that a bureau backs: “苏科贷”, “高创贷”.
_LOAN = re.compile(r"[“「]([^“”「」\n]{1,4}贷)[”」]")
# Plans that two provinces have in common, plans of a region: 粤藏科技合作专项, 闽宁协作科技专项资金, 苏北科技专项,
# 南疆重点产业创新发展支撑计划.
PROVINCES = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘陇晋蒙陕秦吉闽贵黔粤青藏川蜀宁琼滇"
_REGIONS = (
    "苏北|苏中|皖北|皖南|陕北|陕南|关中|粤东西北|粤东|粤西|粤北|湘西|湘南|鄂西|赣南|浙西南|闽东|闽西|川西|冀北|辽西|大别山|武陵山|沂蒙|"
    "京津冀|长三角|成渝|珠三角|东西部|革命老区|民族地区|"
    "南疆|北疆|东疆|桂西|滇西|滇东北|川东北|秦巴山区|苏南|苏区|六盘山|乌蒙山|罗霄山|太行山|吕梁山|西海固|环渤海|粤港澳|黄河流域|三峡库区"
)
_SHARED = re.compile(
    rf"(?:[{PROVINCES}]{{2,3}}|{_REGIONS})(?:对口)?(?:协作|合作|协同)?(?:农业)?(?:科技|产学研)(?:合作|协作|帮扶|创新|发展)?(?:专项|计划)(?:资金)?"
    rf"|(?:{_REGIONS})[^{PAUSE}的和与及了]{{2,12}}(?:支撑计划|支持计划|扶持计划|创新计划|科技专项|发展专项|创新专项|产业专项)(?:资金)?"
)


def by_own_pattern(text: str) -> Iterator[tuple[Span, str, bool]]:
    """The stretches, the rule that found each, and whether it gives money."""
    for match in _SCHEME.finditer(text):
        yield Span(*match.span()), "引号加尾词", False
    for match in _LOAN.finditer(text):
        yield Span(*match.span(1)), "科技贷", True
    for match in _SHARED.finditer(text):
        yield Span(*match.span()), "两省合作", True
