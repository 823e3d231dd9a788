"""Headings of every style, on lines of their own and run in; items without text of their own are none."""

from __future__ import annotations

import pytest

from tests.reading.texts import read_one
from zongjie.lexicon import Lexicon
from zongjie.reading.enumerators import enumerator_at

BODY = "全年申报项目46项,到位科技经费1386万元。"


def outline(text: str, lexicon: Lexicon) -> list[tuple[int, str]]:
    record = read_one(text, lexicon)
    for section in record.sections:
        assert record.text[section.heading.start : section.heading.end] == ("" if section.inferred else section.title)
    return [(section.level, section.title) for section in record.sections if not section.inferred]


@pytest.mark.parametrize(
    ("text", "style", "number"),
    [
        ("一、加强领导", "han", 1),
        ("十二、其他工作", "han", 12),
        ("三、2013年工作思路", "han", 3),
        ("(二)抓项目", "han-bracket", 2),
        ("（二）抓项目", "han-bracket", 2),
        ("㈢抓项目", "han-bracket", 3),
        ("(四)、做好四项工作", "han-bracket", 4),
        ("1、抓项目", "digit", 1),
        ("2.抓项目", "digit", 2),
        ("3．抓项目", "digit", 3),
        ("3 抓好防震减灾", "digit", 3),
        ("(1)抓项目", "digit-bracket", 1),
        ("⑵抓项目", "digit-bracket", 2),
        ("③抓项目", "circled", 3),
        ("一是抓项目", "ordinal", 1),
        ("四要抓项目", "ordinal", 4),
        ("首先,抓项目", "ordinal", 1),
        ("其三,抓项目", "ordinal", 3),
        ("第二,抓项目", "ordinal", 2),
        ("第一部分 工作回顾", "part", 1),
    ],
)
def test_counting_marks(text: str, style: str, number: int) -> None:
    mark = enumerator_at(text, 0)
    assert mark is not None
    assert (mark.style, mark.number) == (style, number)
    assert text[mark.end] not in "、. "


@pytest.mark.parametrize(
    "text", ["一年来,工作", "3月28日", "1.5万人次", "第三届", "二00三年", "10多家企业", "3 月", "一批项目", "一部分人"]
)
def test_no_counting_marks(text: str) -> None:
    assert enumerator_at(text, 0) is None


def test_own_lines_make_a_tree(lexicon: Lexicon) -> None:
    text = f"缙云县科技局2012年工作总结\n一、主要工作\n(一)抓项目\n{BODY}\n(二)抓人才\n{BODY}\n二、存在问题\n{BODY}"
    assert outline(text, lexicon) == [(1, "一、主要工作"), (2, "(一)抓项目"), (2, "(二)抓人才"), (1, "二、存在问题")]


def test_run_in_headings_end_at_their_first_full_stop(lexicon: Lexicon) -> None:
    text = f"一、主要工作成效\n(一)项目申报有新突破。{BODY}\n(二)企业主体地位进一步增强。{BODY}"
    assert outline(text, lexicon) == [
        (1, "一、主要工作成效"),
        (2, "(一)项目申报有新突破"),
        (2, "(二)企业主体地位进一步增强"),
    ]


def test_several_run_in_headings_in_one_paragraph(lexicon: Lexicon) -> None:
    text = f"一、2024年工作计划\n1.壮大创新主体。{BODY}2.突破关键技术。{BODY}3.建强创新平台。{BODY}"
    titles = ["一、2024年工作计划", "1.壮大创新主体", "2.突破关键技术", "3.建强创新平台"]
    assert [title for _, title in outline(text, lexicon)] == titles


def test_items_are_no_headings(lexicon: Lexicon) -> None:
    items = "1、抓紧项目跟踪,争取省以上立项3项以上。2、完成农村科技培训1.5万人次。3、抓好科技进步考核迎检。"
    own_lines = "1、争取市级以上科技项目立项10项以上。\n2、新认定民营科技企业8家。\n3、全年专利申请量突破400件。"
    inner = "全年抓了三件事。一是狠抓项目。申报项目12项。二是狠抓专利。申请专利30件。"
    for body in (items, own_lines, inner):
        assert outline(f"一、下半年打算\n{body}", lexicon) == [(1, "一、下半年打算")]


def test_paragraphs_counted_by_yi_shi_are_headings(lexicon: Lexicon) -> None:
    text = f"今年以来,我局按照县委部署扎实工作。\n一是狠抓项目争取。{BODY}\n二是狠抓企业创新。{BODY}"
    assert outline(text, lexicon) == [(1, "一是狠抓项目争取"), (1, "二是狠抓企业创新")]


def test_lost_marks_after_numerals(lexicon: Lexicon) -> None:
    text = (
        f"(一)强化服务措施\n一育苗服务中心作用突显。{BODY}\n二煤化工研发中心作用明显。{BODY}\n(二)抓好项目管理\n{BODY}"
    )
    assert [title for _, title in outline(text, lexicon)] == [
        "(一)强化服务措施",
        "一育苗服务中心作用突显",
        "二煤化工研发中心作用明显",
        "(二)抓好项目管理",
    ]


def test_headings_without_marks(lexicon: Lexicon) -> None:
    text = f"科技局工作总结\n项目争取\n{BODY}\n科普宣传\n{BODY}\n下年重点工作安排\n1、加强项目管理。{BODY}"
    assert outline(text, lexicon) == [
        (1, "项目争取"),
        (1, "科普宣传"),
        (1, "下年重点工作安排"),
        (2, "1、加强项目管理"),
    ]


def test_title_addressee_signature_and_date_are_no_headings(lexicon: Lexicon) -> None:
    text = f"余干县科技局2008年度工作自查报告\n县人口和计划生育领导小组:\n{BODY}\n余干县科技局\n二○○八年十一月二十日"
    record = read_one(text, lexicon)
    assert [section.title for section in record.sections if not section.inferred] == []
    assert record.title == "余干县科技局2008年度工作自查报告"


def test_bullets_and_labels(lexicon: Lexicon) -> None:
    text = f"今年,我局在县委领导下扎实工作。\n●科技企业加快培育。{BODY}\n●创新平台加快建设。{BODY}\n【知识产权】{BODY}"
    assert [title for _, title in outline(text, lexicon)] == ["●科技企业加快培育", "●创新平台加快建设", "【知识产权】"]
