"""Whatever stands in a source shows as it was written, and makes no markup."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.pages.rendered import read, shown, to_html
from zongjie.pages.escape import escape

HOSTILE = [
    "*区", "**县", "20__年", "_a_", "__a__", "~~x~~", "==x==", "^^x^^", "++x++", "--x--", "---", "***", "___", "===", "- - -",
    "<script>alert(1)</script>", "</div>", "<!-- x -->", "<b", "a<b>c", "&amp;", "&#42;", "&copy;", "&", "AT&T",
    "{{ x }}", "{% x %}", "{#x}", "{: .a }", "x{ .a }", "{.a}", "a|b", "|", "`x`", "``x``", "```", "~~~", "\\", "\\*",
    "](", "[x](y)", "[x][y]", "[x]: y", "![x](y)", "[^1]", "[^1]: x", "*[abbr]: d", "[TOC]", "[ ] x",
    "# x", "#x", "x #", "1. x", "12) x", "1.", "- x", "+ x", "* x", "> x", ">x", "    x", "\tx", ": x", "% x", "@x", "=x", "-x",
    "!!! note", "??? x", ":::", "::: x", ":smile:", "http://x.y/z", "https://x.y", "<http://x.y>", "www.x.y", "a@b.cn", "$x$",
    "x  ", " x", "\u3000\u3000x", "x\u3000", "\u00a0x", '"x"', "'x'", "(c)", "1/2", "...", "a:b", "a::b", "题目:", "①", "😀", "%", "$", "\\\\",
]  # fmt: skip

# Each place in a page where source text is put; `{}` stands for it, wherever it shows.
PLACES = {
    "paragraph": "{}",
    "middle": "前{}后",
    "heading": "# {} {{ #x }}",
    "list": "- {}",
    "cell": "| a | b |\n| --- | --- |\n| {} | c |",
    "last cell": "| a | b |\n| --- | --- |\n| c | {} |",
    "link": "[{}](x.md){{ .m }}",
    "damage": '*{}*{{ .damage title="原文缺字" }}',
    "hit": "**{}**{{ .hit }}",
    "div": '<div markdown="1">\n\n{}\n\n</div>',
    "numbered": "{}[1](#p1){{ .number }}\n{{ #p1 }}",
}


def place(where: str, text: str) -> str:
    return PLACES[where].format(escape(text))


def told(where: str, text: str) -> str:
    """What the place shows of harmless text, with `text` in its stead."""
    return " ".join(shown(PLACES[where].format("甲乙丙")).replace("甲乙丙", text).split())


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_shows_as_written_and_makes_no_markup(text: str) -> None:
    for where in PLACES:
        html = read(to_html(place(where, text)))
        assert " ".join("".join(html.text).split()) == told(where, text), where
        assert html.tags == read(to_html(PLACES[where].format("甲"))).tags, where


_ANY = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=20)
_MARKS = st.text("*_`[](){}<>#|~=^!:&;\\-+.1x 甲\"'/@$%\u3000", max_size=14)


@settings(max_examples=150, deadline=None)
@given(text=st.one_of(_ANY, _MARKS, st.lists(st.sampled_from(HOSTILE), max_size=4).map("".join)).filter(str.strip))
def test_any_text_shows_as_written_anywhere(text: str) -> None:
    for where in PLACES:
        html = read(to_html(place(where, text)))
        assert html.tags == read(to_html(PLACES[where].format("甲"))).tags
        assert " ".join("".join(html.text).split()) == told(where, text)


@pytest.mark.parametrize("text", ["a\nb", "a\r\nb", "a\vb", "a\u2028b", "a\x85b"])
def test_a_line_end_becomes_a_blank(text: str) -> None:
    assert shown(escape(text)) == "a b"


def test_control_characters_are_shown_and_cannot_reach_the_processor() -> None:
    assert shown(escape("a\x02klzzwxh:0\x03\x00b")) == "a␂klzzwxh:0␃␀b"


def test_plain_chinese_stays_readable() -> None:
    text = "2012年,共投入1.5万元(增长21.4%),完成“十二五”规划;"
    assert escape(text) == text


@given(st.text(max_size=30))
def test_escaped_text_is_one_line(text: str) -> None:
    assert not re.search(r"[\n\r]", escape(text))
