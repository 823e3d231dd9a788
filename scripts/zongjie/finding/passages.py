"""A record → its passages by topic: paragraphs, or stretches under run-in headings, each with what it is about.

What is lacking and what is only planned is told from what was done.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from zongjie.finding.clauses.told import Told
from zongjie.lexicon.topics import Topic
from zongjie.model import Block, Record, Span
from zongjie.reading.parts import Part, outline
from zongjie.reading.topics import best, scores

# What is shorter is a heading or an enumeration's beginning, and tells nothing by itself.
_SHORTEST = 24
_AROUND = " 。:：;；,，\u3000"

State = Literal["done", "ahead", "lacking"]


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, or the stretch under a run-in heading, with the heading above it.

    `anchor` is its id on the page; `state` tells what is still to come and what is lacking from what was done.
    """

    record: Record
    block: Block
    anchor: str
    span: Span
    heading: str
    state: State


def passages_by_topic(told: Told, topics: Sequence[Topic]) -> Iterator[tuple[str, Passage]]:
    """The passages of a record that are about one of the topics, with its name; a heading's words count with its paragraph.

    What is lacking stands under the topic of problems as well.
    """
    problems = next((topic.name for topic in topics if topic.part == "problems"), None)
    for passage in _passages(told, topics):
        words = told.text[passage.span.start : passage.span.end]
        topic = best(scores(f"{passage.heading}。{words}", topics))
        if topic:
            yield topic, passage
        if problems and passage.state == "lacking":
            yield problems, passage


def _passages(told: Told, topics: Sequence[Topic]) -> Iterator[Passage]:
    """The paragraphs of a record under their headings."""
    record = told.record
    heading: Part | None = None
    for part in outline(record, 1):
        if part.depth:
            heading = part
            continue
        above = _under(heading, part, record)
        span = Span(above.span.start if above and not part.anchor else part.span.start, part.span.end)
        block = part.block or record.block_at(span.start)
        if len(record.text[span.start : span.end].strip()) >= _SHORTEST:
            anchor = part.anchor or (above.anchor if above else "") or block.id
            yield Passage(record, block, anchor, span, _words(above, record), _state(told, span, topics))


def _under(heading: Part | None, part: Part, record: Record) -> Part | None:
    """The heading that the paragraph stands under, if its section reaches that far."""
    if heading is None:
        return None
    ends = [section.end for section in record.sections if section.start <= heading.span.start < section.end]
    return heading if part.span.start < min(ends, default=part.span.end) else None


def _words(part: Part | None, record: Record) -> str:
    if part is None:
        return ""
    return (part.title or record.text[part.span.start : part.span.end]).strip(_AROUND)


def _state(told: Told, span: Span, topics: Sequence[Topic]) -> State:
    """Whether the passage tells of plans or of problems: what is only planned never looks done."""
    if told.is_ahead(span.start):
        return "ahead"
    titles = [section.title for section in told.record.sections if section.start <= span.start < section.end]
    words = [word for topic in topics if topic.part == "problems" for word in topic.words]
    return "lacking" if any(word in title for title in titles for word in words) else "done"
