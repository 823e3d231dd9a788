"""Mentions of one happening go together, happenings apart stay apart; plans are told from reports."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from tests.make import mention, record
from zongjie.finding.analysis import Analysis
from zongjie.finding.compete import settle
from zongjie.finding.engine.rulebook import Rulebook
from zongjie.finding.events.finder import find_events
from zongjie.finding.figures.finder import find_figures
from zongjie.lexicon import Lexicon
from zongjie.model import Mention, Period, Section, Span

OPENING = "3月23日,xx市第十六届“科技之春”科普活动月启动仪式在特兴镇举行。市领导出席了开幕式,发放资料600份。"


def events(text: str, lexicon: Lexicon) -> list[Mention]:
    return find_events(Analysis(record(text)), lexicon, Rulebook({}), ())


def test_a_short_form_stands_for_the_full_name(lexicon: Lexicon) -> None:
    full, short = (one for one in events(OPENING, lexicon) if one.rule != "仪式所启")

    assert short.text == "开幕式"
    assert short.attributes["full"] == full.text
    assert short.attributes["date"] == full.attributes["date"] == "3月23日"
    assert full.attributes["figures"] == short.attributes["figures"] == ("发放资料600份",)


def test_the_same_name_on_other_days_is_another_happening(lexicon: Lexicon) -> None:
    found = events("3月15日,在人民路开展专利执法检查。9月2日,对城北药店开展专利执法检查。", lexicon)

    assert [(m.text, m.attributes["date"]) for m in found] == [("专利执法检查", "3月15日"), ("专利执法检查", "9月2日")]


def test_a_shorter_name_of_the_series_is_the_nearest_edition(lexicon: Lexicon) -> None:
    found = events("5月18日,举办杏花岭区第十届科技活动周。科技活动周期间,发放资料200份。", lexicon)

    assert [m.attributes.get("full", m.text) for m in found] == ["杏花岭区第十届科技活动周"] * 2


def test_an_opening_has_the_day_and_theme_of_its_week(lexicon: Lexicon) -> None:
    text = "5月18日,xx市科技活动周在博物馆启动。本届科技活动周启动仪式上散发资料8000份。本届科技活动周以“科技支撑跨越”为主题。"
    opening = next(m for m in events(text, lexicon) if m.text.endswith("启动仪式"))

    assert (opening.attributes["date"], opening.attributes["theme"]) == ("5月18日", "科技支撑跨越")


def test_what_a_bare_review_was_about(lexicon: Lexicon) -> None:
    found = events("“十二烷基葡糖苷”新产品通过省级鉴定,鉴定会于3月28日在长沙召开。", lexicon)

    assert {m.attributes.get("full", m.text) for m in found} == {"“十二烷基葡糖苷”新产品通过省级鉴定"}
    assert found[-1].attributes["place"] == "长沙"


def test_a_counted_event_is_an_aggregate(lexicon: Lexicon) -> None:
    (found,) = events("6月,在长沟村举办樱桃栽培培训班3期。", lexicon)

    assert found.attributes["aggregate"] is True


def test_a_series_is_named(lexicon: Lexicon) -> None:
    (found,) = events("3月,举办第二十届“科技之春”宣传月。", lexicon)

    assert found.attributes["series"] == "科技之春"


def test_a_title_of_a_project_holds_no_event(lexicon: Lexicon) -> None:
    one = record("5月8日,“xx县科技培训大会系统开发”获立项,举办科技大会。")
    title = mention(one, "project", "xx县科技培训大会系统开发")
    found = find_events(Analysis(one), lexicon, Rulebook({}), [title])

    assert all(not m.span.within(title.span) for m in found)


@pytest.mark.parametrize(
    ("text", "planned"),
    [
        ("下半年,一要抓好项目申报;二要新增科技特派员20名。", "20名"),
        ("上半年立项5项。下一步,我们将继续争取立项8项。", "8项"),
        ("力争全年专利申请突破500件。", "500件"),
        ("全年争取国家、省级科技项目46项。", None),
        ("在施工过程中派人监督,确保工程质量,共投入30万元。", None),
        ("完成年度目标任务的61%。", None),
        ("力争立项15项,经过努力实际立项21项。", "15项"),
        ("该项目计划总投资5000万元,目前已完成投资2100万元。", "5000万元"),
        ("省科技计划投入75万元,列入国家火炬计划项目3项。", None),
        ("打算明年新建工程中心2家。", "2家"),
        ("准备申报国家级项目3项。", "3项"),
        ("预计全年技术合同交易额12亿元。", None),
        ("预计明年高新技术产业增加值增长12%。", "12%"),
        ("工作目标:申请专利约300件。", "约300件"),
        ("全年目标任务为申请专利200件,实际完成260件。", "200件"),
        ("实现新认定高企15家的目标。", None),
        ("安排:1、申报省重大科技项目2项。", "2项"),
        ("二要引进人才20名。", "20名"),
        ("2013年,新建示范园3个。", "3个"),
        ("2013年1月8日,新建示范园3个。", None),
        ("2012年,新建示范园3个。", None),
        ("2011年,新建示范园3个。", None),
    ],
)
def test_plans(text: str, planned: str | None, lexicon: Lexicon) -> None:
    analysis = Analysis(replace(record(text), period=Period("2012", None, "stated")))
    targets = {figure.value for figure in find_figures(analysis, lexicon) if figure.target}

    assert targets == ({planned} if planned else set())


@pytest.mark.parametrize(
    ("title", "plan"),
    [
        ("明年工作", True),
        ("下半年主要工作", True),
        ("接着干什么", True),
        ("五、2013年主要工作", True),
        ("伍、二〇一三年工作要点", True),
        ("2012年主要工作", False),
        ("一、科技计划项目管理情况", False),
    ],
)
def test_headings_of_plans(title: str, plan: bool, lexicon: Lexicon) -> None:
    text = f"{title}\n新认定高企12家。"
    heading = Section(title, 1, False, 0, len(text), Span(0, len(title)))
    one = replace(record(text), period=Period("2012", None, "stated"), sections=(heading,))

    assert [figure.target for figure in find_figures(Analysis(one), lexicon)] == [plan]


def test_any_text_gives_mentions_that_equal_their_spans(lexicon: Lexicon) -> None:
    pieces = [
        OPENING,
        "5月12日,",
        "在",
        "“",
        "”",
        "、",
        "启动仪式",
        "科技活动周",
        "等",
        "举办",
        "3期",
        "xx万元",
        "\n",
        "《",
        "》",
    ]
    rng = random.Random(7)
    for _ in range(150):
        one = record("".join(rng.choice(pieces) for _ in range(rng.randint(1, 12))) or "。")
        analysis = Analysis(one)
        for found in find_events(analysis, lexicon, Rulebook({}), ()):
            assert one.text[found.start : found.end] == found.text != ""
        for figure in find_figures(analysis, lexicon):
            assert one.text[figure.start : figure.end] == figure.value
            assert figure.what


def test_a_week_stays_beside_its_opening(lexicon: Lexicon) -> None:
    found = events("5月17日,在新安村集市上组织了xx年科技活动周开幕式。在科技活动周期间,展出展牌100块。", lexicon)
    kept = settle(found)

    assert [m.text for m in kept] == ["xx年科技活动周开幕式", "xx年科技活动周", "科技活动周"]
    assert kept[2].attributes["full"] == "xx年科技活动周"


def test_a_dated_training_stands_before_a_program_of_its_name() -> None:
    text = record("3月,青年星火带头人培训。")
    training = mention(text, "event", "青年星火带头人培训", date="3月")
    undated = mention(text, "event", "青年星火带头人培训")
    program = mention(text, "program", "青年星火带头人培训")

    assert [m.kind for m in settle([training, program])] == ["event"]
    assert [m.kind for m in settle([undated, program])] == ["program"]


def test_the_same_day_is_the_day_told_before(lexicon: Lexicon) -> None:
    found = events("5月12日,在北广场举办防灾减灾日宣传活动;同日下午,在城关小学组织了地震应急疏散演练。", lexicon)

    assert [m.attributes["date"] for m in found] == ["5月12日", "5月12日"]
