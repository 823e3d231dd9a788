"""Headings and paragraphs of a page: together they are the text."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests.make import record
from zongjie.model import Record, Section, Span
from zongjie.reading.parts import outline


def with_headings(text: str, *headings: tuple[str, int], inferred: tuple[str, int] | None = None) -> Record:
    """A record whose sections begin with the given words, at the given levels."""
    own = record(text)
    sections = [
        Section(
            words, level, False, text.index(words), len(text), Span(text.index(words), text.index(words) + len(words))
        )
        for words, level in headings
    ]
    if inferred:
        sections.insert(0, Section(inferred[0], inferred[1], True, 0, len(text), Span(0, 0)))
    return replace(own, sections=tuple(sections))


def told(own: Record) -> list[tuple[int, str, str]]:
    return [(p.depth, p.anchor, p.title or own.text[p.span.start : p.span.end]) for p in outline(own, 3)]


def test_a_heading_of_its_own_line_has_the_id_of_its_paragraph() -> None:
    own = with_headings("一、项目工作\n今年申报3项。", ("一、项目工作", 1))
    assert told(own) == [(3, "p1", "一、项目工作"), (0, "p2", "今年申报3项。")]


def test_a_run_in_heading_takes_its_mark_and_leaves_the_rest_to_a_paragraph() -> None:
    own = with_headings("三是加强中心建设。金润获认定。", ("三是加强中心建设", 1))
    assert told(own) == [(3, "p1", "三是加强中心建设。"), (0, "", "金润获认定。")]


def test_headings_within_one_paragraph() -> None:
    own = with_headings("引言。三是建中心。甲。四是出成果:乙1.5万。", ("三是建中心", 2), ("四是出成果", 2))
    assert told(own) == [
        (0, "p1", "引言。"),
        (3, "s1", "三是建中心。"),
        (0, "", "甲。"),
        (3, "s2", "四是出成果:"),
        (0, "", "乙1.5万。"),
    ]


def test_a_number_after_a_heading_is_not_torn() -> None:
    own = with_headings("产值,1.5亿元", ("产值,1", 1))
    assert told(own)[1] == (0, "", ".5亿元")


def test_a_lost_heading_is_told_apart_and_takes_no_text() -> None:
    own = with_headings("今年申报3项。", inferred=("科技项目", 1))
    assert told(own) == [(3, "s1", "科技项目"), (0, "p1", "今年申报3项。")]


@given(
    text=st.text("甲乙一、。: \n1.", min_size=1, max_size=60),
    cuts=st.lists(st.tuples(st.integers(0, 60), st.integers(0, 12), st.integers(1, 5), st.booleans()), max_size=6),
)
def test_headings_and_paragraphs_are_the_whole_text_once(text: str, cuts: list[tuple[int, int, int, bool]]) -> None:
    own = record(text)
    sections = []
    for at, length, level, inferred in sorted(cuts):
        start = min(at, len(text))
        end = min(start + (0 if inferred else length), len(text), own.block_at(start).end)
        sections.append(Section("题", level, inferred, start, len(text), Span(start, max(start, end))))
    parts = outline(replace(own, sections=tuple(sections)), 3)
    assert "".join("".join(text[p.span.start : p.span.end] for p in parts).split()) == "".join(text.split())
    anchors = [p.anchor for p in parts if p.anchor]
    assert len(anchors) == len(set(anchors))
    assert all(p.depth <= 6 for p in parts)
