"""What kind of document a text is."""

from __future__ import annotations

import pytest

from zongjie.lexicon import Lexicon
from zongjie.reading.kind import kind_of


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("缙云县科技局2012年工作总结及2013年工作思路", "年度总结"),
        ("盐城市大丰区科学技术局2023年工作总结和2024年工作计划", "年度总结"),
        ("临澧县科技局二00三年上半年工作总结", "半年总结"),
        ("县科委上半年工作总结及下半年工作安排", "半年总结"),
        ("今年上半年我县科技工作情况汇报", "半年总结"),
        ("武都区地震局(科技局)20__年度防震减灾工作总结", "专项总结"),
        ("XX市科技局党组2019年度党建工作总结", "专项总结"),
        ("**县科技局2016年科技扶贫工作总结", "专项总结"),
        ("县科技局2011年知识产权工作总结", "专项总结"),
        ("余干县科技局2008年度人口和计划生育工作自查报告", "自查报告"),
        ("株洲市科技局二〇二二年工作回眸与二〇二三年展望", "年度总结"),
        ("县科技局2014年工作计划", "工作计划"),
        ("县科技局2014年工作谋划", "工作计划"),
        ("2015年全县科技工作要点", "工作计划"),
        ("在全县科技工作会议上的讲话", "其他"),
        ("县科技局局长2012年述职报告", "其他"),
    ],
)
def test_by_the_title(title: str, kind: str, lexicon: Lexicon) -> None:
    assert kind_of(title, ["今年,我局认真履行职责。"], lexicon.topics) == kind


@pytest.mark.parametrize(
    ("bodies", "kind"),
    [
        (["xx年度,我局认真履行职责。现就一年来的工作情况自查汇报如下。", "加强领导。"], "自查报告"),
        (["今年上半年,我局认真履行职责。", "申报项目12项。", "下半年,要抓好项目。"], "半年总结"),
        (["20xx年,我局认真履行职责。", "全年申报项目12项。", "下年重点工作安排"], "年度总结"),
        (["2014年,科技局将以党的十八届三中全会精神为指导,抓好以下工作:", "1.加强项目申报。"], "工作计划"),
        (["同志们,大家好。"], "其他"),
    ],
)
def test_by_the_words(bodies: list[str], kind: str, lexicon: Lexicon) -> None:
    assert kind_of("", bodies, lexicon.topics) == kind


def test_a_text_of_one_topic_is_special(lexicon: Lexicon) -> None:
    bodies = [
        "20xx年,市科技局紧密结合科普活动月、科技活动周,开展科普活动。",
        *("组织开展科普宣传,举办科技活动周,发放科普资料,展出科普展板。" for _ in range(5)),
    ]
    assert kind_of("", bodies, lexicon.topics) == "专项总结"
