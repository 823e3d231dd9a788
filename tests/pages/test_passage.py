"""Text with its names linked and its damage marked: every character once, in order."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.pages.rendered import shown, to_html
from zongjie.model import Damage, Span
from zongjie.pages.passage import Anchor, link, marked, quote

TEXT = "建成恒岭机电院士工作站,*区xx县投入20__年资金[5]万元。"


def anchor(words: str, css: str = "m enterprise", text: str = TEXT) -> Anchor:
    start = text.index(words)
    return Anchor(Span(start, start + len(words)), f"../{css.split()[-1]}/x.md", f"企业:{words}", css)


def test_a_name_inside_a_longer_one_leaves_the_link_whole() -> None:
    out = marked(TEXT, Span(0, 11), [anchor("恒岭机电"), anchor("恒岭机电院士工作站", "m platform")])
    assert out == '建成[恒岭机电院士工作站](../platform/x.md "企业:恒岭机电院士工作站"){ .m .platform }'


def test_names_that_cross_are_not_cut() -> None:
    text = "浙江大学院士专家缙云行"
    names = [anchor(words, text=text) for words in ("浙江大学院士专家", "专家缙云行", "缙云")]
    assert shown(marked(text, Span(0, len(text)), names)) == text
    assert marked(text, Span(0, len(text)), names).startswith("[浙江大学院士专家](")
    assert marked(text, Span(0, len(text)), names).endswith('缙云](../enterprise/x.md "企业:缙云"){ .m .enterprise }行')


def test_damage_inside_a_name_is_marked_inside_its_link() -> None:
    start = TEXT.index("xx")
    out = marked(TEXT, Span(start, start + 3), [anchor("xx县", "m place")], [Damage(start, start + 2, "blank", "xx")])
    assert '<a class="m place"' in to_html(out)
    assert '<em class="damage blank" title="原文缺字">xx</em>县</a>' in to_html(out)


def test_a_hit_in_bold_and_damaged() -> None:
    start = TEXT.index("20__年")
    damage = [Damage(start + 2, start + 4, "blank", "__")]
    html = to_html(marked(TEXT, Span(start, start + 7), (), damage, [Span(start, start + 5)]))
    assert html.startswith('<p><strong class="hit">20</strong><em class="hit damage blank" title="原文缺字">')


def test_a_title_with_quotation_marks_does_not_end_the_link() -> None:
    html = to_html(link("x", "y.md", title='说"好"](<b>&*_', css="m"))
    assert html.count("<a ") == 1
    assert "<b>" not in html
    assert "<em>" not in html


def test_a_long_sentence_is_cut_around_its_hit() -> None:
    text = "甲" * 200 + ",常山生化," + "乙" * 200 + "。"
    at = text.index("常山生化")
    out = quote(text, Span(0, len(text)), [Span(at, at + 4)])
    assert "**常山生化**{ .hit }" in out
    assert out.startswith("…")
    assert out.endswith("…")
    assert len(out) < 200


def test_a_long_sentence_without_hits_is_cut_behind_its_beginning() -> None:
    text = "加强领导，" * 60
    out = quote(text, Span(0, len(text)), ())
    assert out.startswith("加强领导，")
    assert out.endswith("加强领导…")
    assert len(out) < 160


@settings(max_examples=150, deadline=None)
@given(data=st.data(), text=st.text("甲乙*_[]<>`xX1. |\\", min_size=1, max_size=24))
def test_every_character_shows_once_whatever_is_marked(data: st.DataObject, text: str) -> None:
    spans = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(sorted)
    names = [Anchor(Span(a, b), f"{n}.md", "t", "m") for n, (a, b) in enumerate(data.draw(st.lists(spans, max_size=4)))]
    damage = [Damage(a, b, "garble", text[a:b]) for a, b in data.draw(st.lists(spans, max_size=3)) if a < b]
    hits = [Span(a, b) for a, b in data.draw(st.lists(spans, max_size=3)) if a < b]
    out = marked(text, Span(0, len(text)), [name for name in names if name.span.start < name.span.end], damage, hits)
    assert shown(f"甲{out}乙") == f"甲{text}乙"
