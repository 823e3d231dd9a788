"""What is shown for a figure: the clause with its subject, without counters, as written."""

from __future__ import annotations

import re

import pytest

from zongjie.finding.clauses.edges import clause, trimmed, with_subject
from zongjie.model import Span


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("一是确保新增企业280家；", "确保新增企业280家"),
        ("二要争取立项5个,", "争取立项5个"),
        ("(二)全县16个乡镇配齐科技副职", "全县16个乡镇配齐科技副职"),
        ("（3）、完成培训2.5万人次。", "完成培训2.5万人次"),
        ("3、完成培训2.5万人次；", "完成培训2.5万人次"),
        ("2.争取立项5个", "争取立项5个"),
        ("第三，发放资料800份", "发放资料800份"),
        ("首先,走访企业6家", "走访企业6家"),
        ("(一)一是走访企业6家", "走访企业6家"),
        (":1、走访企业6家", "走访企业6家"),
        ("①走访企业6家", "走访企业6家"),
        ("⑷走访企业6家", "走访企业6家"),
        ("◎走访企业6家", "走访企业6家"),
        ("【项目】报送项目23个", "报送项目23个"),
        ("2.8月承办研讨会1场", "8月承办研讨会1场"),
        ("2.5万人受训", "2.5万人受训"),
        ("三要素管理覆盖6家", "三要素管理覆盖6家"),
        ("一季度立项5个", "一季度立项5个"),
        ("十个项目立项", "十个项目立项"),
        ("3个乡镇", "3个乡镇"),
        ("其次,走访企业6家", "走访企业6家"),
    ],
)
def test_counters_and_marks_stay_out(text: str, shown: str) -> None:
    span = trimmed(text, Span(0, len(text)))
    assert text[span.start : span.end] == shown


@pytest.mark.parametrize(
    ("text", "figure", "shown"),
    [
        ("丽水公司的项目获立项,获省级补助200万元。", "200万元", "丽水公司的项目获立项,获省级补助200万元"),
        ("丽水公司的项目获立项，获省级补助200万元；", "200万元", "丽水公司的项目获立项，获省级补助200万元"),
        ("农大专家讲授疫病防控,参训养殖户154人。", "154人", "农大专家讲授疫病防控,参训养殖户154人"),
        ("科技投入不足,今年经费仅180万元。", "180万元", "今年经费仅180万元"),
        ("拉动企业投入,5274万元。", "5274万元", "拉动企业投入,5274万元"),
        ("亩产6.5吨,产值1,200万元,利税3万元。", "1,200万元", "亩产6.5吨,产值1,200万元"),
        ("以科学发展观为指导,紧扣主线,抓主体,立项5项。", "5项", "抓主体,立项5项"),
        ("在县委的领导下,立项5项。", "5项", "立项5项"),
        ("一是加强管理,全县立项5项。", "5项", "全县立项5项"),
        ("一是加强管理,新立项5项。", "5项", "一是加强管理,新立项5项"),
        (
            "收到咨询3个(已转交经贸局,电话咨询的没有统计),反响很好。",
            "3个",
            "收到咨询3个(已转交经贸局,电话咨询的没有统计)",
        ),
        ("推出“政府引导，企业主体”模式，立项5项。", "5项", "推出“政府引导，企业主体”模式，立项5项"),
    ],
)
def test_a_clause_is_shown_with_its_subject(text: str, figure: str, shown: str) -> None:
    at = text.index(figure)
    sentence = Span(0, len(text))
    own = clause(text, sentence, Span(at, at + len(figure)))
    span = with_subject(text, sentence, own, frozenset())
    assert text[span.start : span.end] == shown


def test_a_clause_that_begins_with_a_name_needs_none_before() -> None:
    text = "甲公司立项,乙公司引进设备,投资200万元。"
    at = text.index("200万元")
    sentence = Span(0, len(text))
    own = clause(text, sentence, Span(at, at + 5))
    span = with_subject(text, sentence, own, frozenset({0, text.index("乙公司")}))
    assert text[span.start : span.end] == "乙公司引进设备,投资200万元"


def test_only_so_much_of_a_long_sentence_is_shown() -> None:
    text = "做好各项工作" * 12 + "," + "推进改革" * 4 + ",立项5项。"
    at = text.index("5项")
    sentence = Span(0, len(text))
    own = clause(text, sentence, Span(at, at + 2))
    span = with_subject(text, sentence, own, frozenset())
    assert text[span.start : span.end] == "推进改革" * 4 + ",立项5项"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("[甲厂牵头,]乙大学参加的“变频装置”获资金600万元。", "甲厂牵头,乙大学参加的“变频装置”获资金600万元"),
        ("申报9项,下达4项,即:[甲厂的“水口”,]省补60万元。", "申报9项,下达4项,即:甲厂的“水口”,省补60万元"),
        (
            "[9月20日到云甸镇,]分别组织了三下乡和乙大学科普日,投入60万元。",
            "9月20日到云甸镇,分别组织了三下乡和乙大学科普日,投入60万元",
        ),
        ("我市获批9个,全市最多:[甲厂的“缓冲材料”,]省补60万元。", "甲厂的“缓冲材料”,省补60万元"),
        ("一是加强管理,[乙大学参加的“变频装置”,]获资金600万元。", "乙大学参加的“变频装置”,获资金600万元"),
    ],
)
def test_who_does_what_a_figure_tells(text: str, shown: str) -> None:
    """Names stand at the bracket and at 乙大学; the lead of a list is not shown."""
    at = text.index("[")
    text = text.replace("[", "").replace("]", "")
    figure = re.search("[0-9]+万元", text)
    assert figure is not None
    sentence = Span(0, len(text))
    own = clause(text, sentence, Span(*figure.span()))
    span = with_subject(text, sentence, own, {at, text.find("乙大学")})
    assert text[span.start : span.end] == shown
