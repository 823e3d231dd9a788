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
        ("（）项目立项。", "lost", 0),
        ("—、主要工作", "han", 1),
        ("贰、深化专业镇建设", "formal", 2),
        ("参、推进农业科技", "formal", 3),
        ("乙、存在问题", "stem", 2),
        ("Ⅱ、存在问题", "roman", 2),
        ("1.2 抓人才", "decimal", 2),
    ],
)
def test_counting_marks(text: str, style: str, number: int) -> None:
    mark = enumerator_at(text, 0)
    assert mark is not None
    assert (mark.style, mark.number) == (style, number)
    assert text[mark.end] not in "、. "


@pytest.mark.parametrize(
    "text",
    [
        "一年来,工作",
        "3月28日",
        "1.5万人次",
        "第三届",
        "二00三年",
        "10多家企业",
        "3 月",
        "一批项目",
        "一部分人",
        "（）项经费",
        "()天",
    ],
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


def test_titles_without_marks_that_begin_paragraphs(lexicon: Lexicon) -> None:
    text = f"巴宜区科技局工作总结\n强化基层科技服务。{BODY}\n强化项目带动。{BODY}\n强化科普。{BODY}\n荣誉栏:{BODY}\n问题与方向。{BODY}"
    titles = ["强化基层科技服务", "强化项目带动", "强化科普", "荣誉栏", "问题与方向"]
    assert outline(text, lexicon) == [(1, title) for title in titles]


@pytest.mark.parametrize(
    "leads",
    [
        (
            "农业科技服务到位。",
            "科技计划项目储备充分。",
            "知识产权和科普齐头并进。",
        ),  # statements: their topics are inferred
        ("强化科普。", "强化项目带动。"),  # two are chance
        ("总结如下:", "会议强调:", "其中:"),
        ("我们认识到了差距。", "成绩是主要的。", "各项工作已完成。"),
    ],
)
def test_short_first_sentences_that_are_no_titles(leads: tuple[str, ...], lexicon: Lexicon) -> None:
    text = "\n".join(["今年以来,我局按照县委部署扎实工作。", *(lead + BODY for lead in leads)])
    assert outline(text, lexicon) == []


def test_the_last_item_of_a_list_is_no_heading(lexicon: Lexicon) -> None:
    items = "(1)甲公司“微丝”,国家火炬计划;\n(2)乙厂“反应器”,国家重点新产品计划。"
    assert outline(f"一、项目\n{items}\n另外,丙厂的“混合机”已上报省厅,等待批复。", lexicon) == [(1, "一、项目")]


def test_titles_of_most_paragraphs(lexicon: Lexicon) -> None:
    leads = ("强化项目带动", "做实产业园区", "促进成果转化", "抓好人才下沉")
    paragraphs = [f"{lead}。{3 * BODY}" for lead in leads]
    text = "\n".join(
        ["今年以来,我局扎实工作。", *paragraphs[:2], f"5月16日,科技活动周开幕。{3 * BODY}", *paragraphs[2:]]
    )
    assert outline(text, lexicon) == [(1, lead) for lead in leads]


def test_what_announces_a_plan(lexicon: Lexicon) -> None:
    text = f"一、项目工作\n{BODY}\n1998年的打算是:\n1.抓好项目。{BODY}"
    assert [title for _, title in outline(text, lexicon)][1] == "1998年的打算"


def test_topics_of_a_summary_in_one_paragraph(lexicon: Lexicon) -> None:
    text = f"上半年,完成了以下工作:项目申报。{BODY}科技特派员。{BODY}科普。{BODY}队伍建设。{BODY}"
    assert outline(text, lexicon) == [(1, title) for title in ("项目申报", "科技特派员", "科普", "队伍建设")]
    assert outline(f"全年抓项目。{BODY}效果不错。{BODY}", lexicon) == []


def test_numerals_with_one_verb(lexicon: Lexicon) -> None:
    text = f"做了什么\n一抓高企梯队。{BODY}\n二抓项目攻坚。{BODY}\n三抓平台扩能。{BODY}"
    assert [title for _, title in outline(text, lexicon)] == [
        "做了什么",
        "一抓高企梯队",
        "二抓项目攻坚",
        "三抓平台扩能",
    ]
    assert outline(f"一批项目落地。{BODY}\n二批项目开工。{BODY}", lexicon) == []


def test_headings_with_a_colon_inside(lexicon: Lexicon) -> None:
    text = f"株洲市科技局2022年工作总结\n回眸:我们这样走过\n{BODY}\n短板:我们清醒看到\n{BODY}\n地点:市委党校三楼报告厅\n{BODY}"
    assert outline(text, lexicon) == [(1, "回眸:我们这样走过"), (1, "短板:我们清醒看到")]


def test_rows_of_tables_are_no_headings(lexicon: Lexicon) -> None:
    rows = "序号　项目　单位\n1　大蒜梯度脱盐　汤坊蒜业　星火计划\n2　机载滑油滤网再生　航材公司　创新基金"
    text = f"一、项目申报\n{BODY}\n附:兴平市2011年拟申报项目表\n{rows}"
    assert outline(text, lexicon) == [(1, "一、项目申报"), (1, "附:兴平市2011年拟申报项目表")]


def test_items_sorted_by_level_have_no_titles(lexicon: Lexicon) -> None:
    text = f"一、科技计划实施\n全区承担57项。⑴国家级:{BODY}⑵自治区级:{BODY}⑶吴忠市级:{BODY}"
    assert outline(text, lexicon) == [(1, "一、科技计划实施")]


@pytest.mark.parametrize(
    "title",
    [
        "海城市科技局2015年工作总结及2016年工作谋划",
        "株洲市科技局二〇二二年工作回眸与二〇二三年展望",
        "xx县科学技术局20xx年终工作归纳",
        "大埔縣科技局2012年工作總結",
        "砥砺奋进谱新篇 创新制胜向未来\n——株洲市科技局二〇二二年工作巡礼",
    ],
)
def test_titles_of_many_words_are_no_headings(title: str, lexicon: Lexicon) -> None:
    text = f"{title}\n一、主要工作\n{BODY}"
    assert [words for _, words in outline(text, lexicon)] == ["一、主要工作"]
    assert read_one(text, lexicon).title == title.replace("\n", "")


@pytest.mark.parametrize("second", ["和二〇一〇年工作要点", "及2010年工作打算（送审稿）"])
def test_a_second_line_of_the_title_is_no_heading(second: str, lexicon: Lexicon) -> None:
    text = f"荔浦县科学技术局二〇〇九年工作总结\n{second}\n{BODY}\n一、主要工作\n{BODY}"
    assert outline(text, lexicon) == [(1, "一、主要工作")]
    assert read_one(text, lexicon).title == f"荔浦县科学技术局二〇〇九年工作总结{second}"


def test_statements_that_lead_every_paragraph_are_the_outline(lexicon: Lexicon) -> None:
    leads = [
        "科技项目数量质量双提高",
        "畜牧科技取得新的进展",
        "科技援疆铸成品牌",
        "科普活动丰富多样",
        "地震与知识产权工作",
        "主要困难与来年设想",
    ]
    told = "\n".join(
        f"{lead}。{BODY}举办各类培训班36期，培训农牧民4800人次，发放宣传资料1.2万份，受益群众明显增加。"
        for lead in leads
    )
    text = f"库车县科技局2011年工作总结\n一年来，县科技局圆满完成了各项任务。\n{told}"
    assert [title for _, title in outline(text, lexicon)] == leads


def test_tables_and_sorted_items_head_nothing(lexicon: Lexicon) -> None:
    table = "序号 项目名称 承担单位 计划类别 经费（万元）\n1 青稞提取 康巴雪域青稞公司 国家星火计划 180\n2 太阳能采暖 甘孜县科技局 州级项目 8"
    items = "（1）国家重点研发计划：寿禾种业主持一项，3200万元；\n（2）农业良种工程：由潍坊科技学院拿下一项，300万元。"
    text = f"寿光市科技局2012年工作总结\n一、科技项目\n{BODY}\n{table}\n{items}\n二、科普工作\n{BODY}"
    assert outline(text, lexicon) == [(1, "一、科技项目"), (1, "二、科普工作")]


def test_an_office_and_the_kind_of_its_report_are_the_title(lexicon: Lexicon) -> None:
    text = f"沙河市教育和科技局科技股\n股长述职报告\n各位领导、同志们：\n{BODY}"
    assert read_one(text, lexicon).title == "沙河市教育和科技局科技股股长述职报告"
