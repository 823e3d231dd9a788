"""Broken lines: joined where the sentence runs on, never where a heading or a new paragraph begins."""

from __future__ import annotations

import pytest

from zongjie.reading.repair import repair
from zongjie.reading.split import Line

OPENING = "在区委、区政府领导下,在上级科技部门的指导帮助下,我局紧紧围绕城区中心工作,各项工作取得了明显成效,积极开"


def paragraphs(*lines: str) -> list[str]:
    return [paragraph.text for paragraph in repair([Line(n, line) for n, line in enumerate(lines, 1)])[0]]


@pytest.mark.parametrize(
    ("before", "after", "joined"),
    [
        (OPENING, "发展科技服务,做了大量工作。", OPENING + "发展科技服务,做了大量工作。"),
        (
            "加强服务。帮助园区争取科技政策、督促园",
            "区落实科技政策。",
            "加强服务。帮助园区争取科技政策、督促园区落实科技政策。",
        ),
        ("会议强调,要抓好落实。各单位在年底举行挂", "2、牌仪式。", "会议强调,要抓好落实。各单位在年底举行挂牌仪式。"),
        (
            "全县共申报项目16项。其中国家级项目3项,",
            "省级项目13项。",
            "全县共申报项目16项。其中国家级项目3项,省级项目13项。",
        ),
        ("一年来,推广新品种20个。参加活动的群众达8万人", "次。", "一年来,推广新品种20个。参加活动的群众达8万人次。"),
    ],
)
def test_a_sentence_that_runs_on_is_joined(before: str, after: str, joined: str) -> None:
    assert paragraphs(before, after) == [joined]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("1、建成开通城区机关局域网", "经过充分的准备,今年5月采取公开招标办法确定了施工队伍。"),
        ("下年重点工作安排", "1、全面学习贯彻精神,深刻领会把握内涵。"),
        ("(二)创新工作方法,提高科技含量,两项工程成效显著", "设施农业种植水平进一步提高。"),
        ("全年共组织验收项目27项。", "今年,市科技局采取了重大举措。"),
        ("我局全年申报项目30项。争取资金563万元", "二、加强知识产权保护"),
        ("我局全年申报项目30项。争取资金563万元", "今年,市科技局在项目申报上采取了重大举措。"),
        ("我局圆满完成了全年各项任务。被评为先进单位", "二○○八年十一月二十日"),
        ("缙云县科技局2012年工作总结", "2012年,县科技局以创建省级创新型试点县为抓手。"),
        ("一是抓项目。全年申报30项;", "二是抓人才。引进专家12名。"),
    ],
)
def test_headings_and_new_paragraphs_stay_apart(before: str, after: str) -> None:
    assert paragraphs(before, after) == [before, after]


def test_hard_wraps_with_indents() -> None:
    lines = [
        "临澧县科技局上半年工作总结",
        "    今年上半年,我局在县委、县政府的正确领导下,在上级科技部门的具体指导下,认真学习贯彻",
        "十六大精神,大力实施科教兴县战略,一手抓防治非典不放松,一手抓科技工作不动摇,实现了任务过",
        "半。现将工作情况小结如下:",
        "    一、突出重点,抓好项目",
        "    半年来共向上申报各类科技计划项目19项,已获批准8项,其中星火、火炬计划各1项,市科技计划4项。",
        "到位资金86万元,制造业信息化工程起步良好,应用计算机辅助设计技术以后设计周期缩短了一半以上。",
        "    二、下半年打算",
    ]
    found = paragraphs(*lines)
    assert [text[:6] for text in found] == [
        "临澧县科技局",
        "今年上半年,",
        "一、突出重点",
        "半年来共向上",
        "二、下半年打",
    ]
    assert "贯彻十六大精神" in found[1]
    assert "4项。到位资金" in found[3]


def test_page_numbers_are_taken_out_and_listed() -> None:
    rows = [
        Line(1, "全年举办科普活动42项。参与群众达到8"),
        Line(2, "- 2 -"),
        Line(3, "万人次。"),
        Line(4, "第 3 页 共 8 页"),
    ]
    found, taken_out = repair(rows)
    assert [paragraph.text for paragraph in found] == ["全年举办科普活动42项。参与群众达到8万人次。"]
    assert [(row.line, row.text) for row in taken_out] == [(2, "- 2 -"), (4, "第 3 页 共 8 页")]


def test_where_lines_were_joined_is_noted() -> None:
    (found,), _ = repair([Line(1, OPENING), Line(2, "发展科技服务。")])
    assert found.joins == (len(OPENING),)
    assert found.line == 1


def test_a_heading_broken_inside_a_word_is_joined() -> None:
    assert paragraphs("（一）着力强主体，企业创新能力持续增", "强。培育高企58家。") == [
        "（一）着力强主体，企业创新能力持续增强。培育高企58家。"
    ]


def test_rows_of_tables_stay_apart() -> None:
    rows = ["02    金鲳鱼深水网箱    白马井渔港公司    60", "03    木薯淀粉渣饲料    那大淀粉厂    30"]
    lines = ["本年度立项的项目列表如下:", "编号  项目名称  承担单位  经费", *rows, "以上项目均已启动。"]
    assert paragraphs(*lines) == lines


def test_rows_that_marks_part_stay_apart() -> None:
    rows = ["青稞红曲提取/康巴青稞公司/国家星火计划/180万元", "2|舍饲育肥|县畜牧站|12"]
    lines = ["部分项目情况:", "项目名称/承担单位/来源/资金", *rows, "另有5项在申报。"]
    assert paragraphs(*lines) == lines
