"""Pages → summaries: dividers, tables of contents, chatter; each case is a page of its own."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.reading.texts import read_one, read_text
from zongjie.errors import InputError
from zongjie.lexicon import Lexicon

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "split.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_a_page(case: dict[str, Any], lexicon: Lexicon) -> None:
    records = read_text(case["source"], lexicon)
    assert [list(record.lines) for record in records] == [[first, last] for first, last, _ in case["pieces"]]
    for record, (_, _, begins) in zip(records, case["pieces"], strict=True):
        assert record.text.startswith(begins)
    assert [row.line for record in records for row in record.boilerplate] == case["left_out"]


def test_parts_and_ids(lexicon: Lexicon) -> None:
    records = read_text(CASES[0]["source"], lexicon, "两篇 总结.txt")
    assert [(record.id, record.part) for record in records] == [
        ("liang-pian-zong-jie-1", 1),
        ("liang-pian-zong-jie-2", 2),
    ]


def test_a_page_without_a_summary(lexicon: Lexicon) -> None:
    with pytest.raises(InputError, match="没有总结的正文"):
        read_text("最新科技局半年工作总结(六篇)\n以下是小编整理的范文,欢迎阅读。", lexicon)


def test_chatter_at_the_end_of_a_paragraph_is_cut_off_alone(lexicon: Lexicon) -> None:
    record = read_one(CASES[7]["source"], lexicon)
    assert record.text.endswith("打下坚实基础。")
    assert record.boilerplate[0].text == "以上就是小编为大家整理的全部内容。"


@pytest.mark.parametrize(
    "line",
    [
        "打印本页 关闭窗口 分享到:微博 微信",
        "发布时间:2015-01-16 09:20 阅读:287次",
        "责任编辑:符某  【收藏】【打印】【关闭】",
        "(德令哈市教科局供稿 编辑:admin)",
        "您现在的位置:首页 > 范文大全 > 工作总结 > 正文",
        "来源:网络整理 点击数:1063 【字体:大 中 小】",
        "文章出自公文写作网,转载请保存出处",
    ],
)
def test_lines_about_the_page(line: str, lexicon: Lexicon) -> None:
    body = "全年申报项目30项,争取资金500万元。\n组织科普活动12场。"
    for text in (f"{line}\n{body}", f"{body}\n{line}"):
        record = read_one(text, lexicon)
        assert (record.text, [row.text for row in record.boilerplate]) == (body, [line])


@pytest.mark.parametrize("line", ["全年供稿45篇,被上级采用12篇", "我局网站点击率居全市首位", "把经验分享到全市各县区"])
def test_lines_that_sound_like_it(line: str, lexicon: Lexicon) -> None:
    assert line in read_one(f"全年申报项目30项。\n{line},受到好评。", lexicon).text
