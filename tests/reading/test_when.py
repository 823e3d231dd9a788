"""The year and span of a report, not of what it mentions."""

from __future__ import annotations

import pytest

from tests.reading.texts import read_one
from zongjie.lexicon import Lexicon
from zongjie.reading.when import year_number

OPENING = "在县委、县政府的正确领导下,我局认真履行职责,各项工作取得了新的进展。"


@pytest.mark.parametrize(
    ("text", "year", "confidence"),
    [
        (f"县科技局2012年工作总结及2013年工作思路\n2012年,{OPENING}", "2012", "stated"),
        (f"县科技局二00三年上半年工作总结\n今年,{OPENING}", "2003", "stated"),
        (f"县科技局二OO九年上半年工作总结\n今年,{OPENING}", "2009", "stated"),
        (f"县科技局一九九八年工作总结\n{OPENING}", "1998", "stated"),
        (f"县科技局l998年工作总结\n{OPENING}", "1998", "stated"),
        (f"县科技局九五年工作总结\n一九九五年,{OPENING}", "1995", "stated"),
        (f"各位领导:\n现将我局2015年工作情况汇报如下。\n{OPENING}", "2015", "stated"),
        (f"全市科技工作情况的报告\n——2012年8月28日在市人大常委会第四次会议上\n{OPENING}", "2012", "inferred"),
        (f"县科技局工作总结\n今年,{OPENING}\n县科技局  2008年12月2日", "2008", "inferred"),
        (f"县科技局09年工作总结\n{OPENING}", "2009", "stated"),
        (f"县科技局工作总结\n2010年上半年,{OPENING}", "2010", "stated"),
        (f"县科技局工作总结\n今年,{OPENING}\n二○○八年十一月二十日", "2008", "inferred"),
        (f"县科技局年度工作总结\n一年来,{OPENING}\n二〇一三年一月六日", "2012", "inferred"),
        (f"20xx年,{OPENING}\n五月科技活动周非典期间,向学校发放防非典知识挂图。", "2003", "inferred"),
        (f"20xx年,{OPENING}\n20xx年,是实施“十二五”规划的起步之年,将继续抓好项目。", "2010", "inferred"),
        (f"20xx年是“十三五”规划的收官之年,{OPENING}", "2020", "inferred"),
        (f"20xx年,{OPENING}\n以“科技与文化融合、科技与生活同行”为特色举办科技活动周。", "2012", "inferred"),
        (
            f"全县科技工作会议上的讲话\n一、2010年工作回顾\n{OPENING}\n二、2011年工作安排\n要抓好项目。",
            "2010",
            "stated",
        ),
        (f"今年以来,{OPENING}\n截至2016年6月,申报项目12项。2016年5月举办科技活动周。", "2016", "inferred"),
    ],
)
def test_the_year_of_the_report(text: str, year: str, confidence: str, lexicon: Lexicon) -> None:
    period = read_one(text, lexicon).period
    assert (period.year, period.confidence) == (year, confidence)
    assert period.evidence


@pytest.mark.parametrize(
    "text",
    [
        f"县科技局20xx年工作总结\n20xx年,{OPENING}",
        f"今年以来,{OPENING}\n认真落实《国家中长期科技发展规划纲要(2006—2020年)》,力争到2015年翻一番。",
        f"今年以来,{OPENING}\n专利申请比2011年增长12%,较2010年增长30%。",
        f"今年以来,{OPENING}\n以“携手建设创新型国家”为主题举办科技活动周。",
        f"今年以来,{OPENING}\n先后印发余科字[2008]5号文件。",
        f"20xx年,{OPENING}\n科技发展规划纳入了“十二五”规划。",
        f"县科技局2006—2010年工作总结\n{OPENING}",
        f"县科技局2006—2010年工作总结\n{OPENING}\n县科技局\n2010年12月20日",
        f"五年来科技工作回顾\n{OPENING}\n2010年12月20日",
        f"县科技局“九五”期间科技工作总结\n{OPENING}\n二○○一年二月",
        f"20xx年,{OPENING}\n做好防非法集资宣传。",
    ],
)
def test_a_blanked_year_stays_open(text: str, lexicon: Lexicon) -> None:
    assert read_one(text, lexicon).period.year is None


@pytest.mark.parametrize(
    ("text", "span"),
    [
        (f"县科技局2003年上半年工作总结\n{OPENING}", "上半年"),
        (f"县科技局2010年前三季度工作总结\n{OPENING}", "前三季度"),
        (f"县科技局2012年工作总结\n{OPENING}全年申报项目46项。", "全年"),
        (f"20xx年,{OPENING}\n1—10月,网站进行了两次更新。", "1—10月"),
        (f"县科技局工作总结\n{OPENING}", None),
    ],
)
def test_the_span(text: str, span: str | None, lexicon: Lexicon) -> None:
    assert read_one(text, lexicon).period.span == span


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("2003", 2003),
        ("二○○八", 2008),
        ("二〇一〇", 2010),
        ("二00三", 2003),
        ("二OO九", 2009),
        ("09", 2009),
        ("2OO8", 2008),
        ("l998", 1998),
        ("98", 1998),
        ("1012", None),
    ],
)
def test_years_in_any_script(text: str, number: int | None) -> None:
    assert year_number(text) == number
