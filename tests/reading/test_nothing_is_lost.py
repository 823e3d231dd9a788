"""Whatever a source holds: each character lies in a record's text, in a listed line, or is a line break or an indent."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.reading.texts import read_text
from zongjie.errors import InputError
from zongjie.lexicon import Lexicon
from zongjie.model import Record
from zongjie.reading.split import BLANKS

SEED = Path(__file__).resolve().parents[2] / "data" / "sources" / "kejiju-half-year-six.txt"
LINES = st.sampled_from(
    [
        "科技局半年工作总结篇一", "科技局半年工作总结篇二", "【篇三】旗科技局工作总结", "第二篇:桐柏县科技局2013年总结", "科技局工作总结2",
        "最新科技局半年工作总结(六篇)", "下面是小编整理的范文,欢迎阅读。", "全年申报项目30项。以上就是小编整理的全部内容。", "相关文章:",
        "目录", "一、主要工作……1", "一、主要工作", "(一)抓项目。全年申报30项,争取资金500万元。", "1、抓人才", "一是抓项目。申报30项。",
        "- 2 -", "3", "2、牌仪式。", "我局紧紧围绕中心工作,在信息化建设、科技管理、农业科技、科普宣传等方面做了大量的工作,积极开",
        "发展科技服务。", "    今年以来,在县委的领导下,", "二○○八年十一月二十日", "20xx年,*区??四μ岣呒粕", "下半年,要抓好项目。", "", "  ",
        "\u3000\u3000存在的问题:", "缙云县科技局2012年工作总结",
    ]
)  # fmt: skip
TEXTS = st.lists(st.one_of(LINES, st.text(max_size=12)), min_size=1, max_size=24).map("\n".join)
SLOW = settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def signs(text: str) -> Counter[str]:
    return Counter(char for char in text if char not in BLANKS + "\n\r")


def whole(records: tuple[Record, ...]) -> str:
    return "".join(r.text + "".join(row.text for row in r.boilerplate) for r in records)


@SLOW
@given(text=TEXTS)
def test_no_character_is_lost(text: str, lexicon: Lexicon) -> None:
    source = text.encode("utf-8", errors="replace").decode().replace("\0", "")
    try:
        records = read_text(source, lexicon)
    except InputError:
        return
    assert signs(whole(records)) == signs(source)


@SLOW
@given(text=TEXTS)
def test_records_are_sound(text: str, lexicon: Lexicon) -> None:
    source = text.encode("utf-8", errors="replace").decode().replace("\0", "")
    try:
        records = read_text(source, lexicon)
    except InputError:
        return
    lines = len(source.replace("\r\n", "\n").replace("\r", "\n").split("\n"))
    last = 0
    for number, record in enumerate(records, 1):
        assert record.part == number
        assert last < record.lines[0] <= record.lines[1] <= lines
        last = record.lines[1]
        assert record.text
        assert record.title
        assert record.text == "\n".join(record.text[b.start : b.end] for b in record.blocks)
        assert all(b.start < b.end and record.lines[0] <= b.line <= record.lines[1] for b in record.blocks)
        assert all(any(b.start < join < b.end for b in record.blocks) for join in record.joins)
        assert all(record.text[d.start : d.end] == d.text for d in record.damage)
        for section in record.sections:
            assert section.start <= section.heading.start <= section.heading.end <= section.end <= len(record.text)
            assert section.title


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_the_six_summaries(line_end: str, lexicon: Lexicon) -> None:
    source = SEED.read_text(encoding="utf-8")
    records = read_text(source.replace("\n", line_end), lexicon, SEED.name)
    assert signs(whole(records)) == signs(source)
    assert [record.lines for record in records] == [(3, 22), (23, 30), (31, 60), (61, 102), (103, 110), (111, 123)]
    assert [row.line for record in records for row in record.boilerplate] == [1, 2, 3, 23, 31, 61, 103, 111]
    assert sum(len(record.joins) for record in records) == 2
