"""The passages of all records, by what they are about: the topics of `data/lexicon/topics.yml`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from zongjie.lexicon.topics import Topic
from zongjie.model import Block, Record, Span
from zongjie.pages.catalog import Catalog
from zongjie.pages.outline import Part, outline
from zongjie.reading.topics import best, scores
from zongjie.resolving.ids import slug

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


@dataclass(frozen=True, slots=True)
class Theme:
    """A topic with the passages about it, in the order of the records; repeats are left out."""

    topic: Topic
    passages: tuple[Passage, ...]

    @property
    def slug(self) -> str:
        return slug(self.topic.name)

    @property
    def page(self) -> str:
        """The Markdown file of its page, relative to `docs/`."""
        return f"topics/{self.slug}.md"

    @property
    def records(self) -> tuple[Record, ...]:
        """The records that have such a passage, each once."""
        return tuple({passage.record.id: passage.record for passage in self.passages}.values())


def themes(catalog: Catalog, topics: Sequence[Topic]) -> tuple[Theme, ...]:
    """The topics of work that a passage is about, in the order of the lexicon."""
    found: dict[str, list[Passage]] = {}
    for record in catalog.knowledge.records:
        for passage in _passages(record, topics, catalog):
            text = record.text[passage.span.start : passage.span.end]
            name = best(scores(f"{passage.heading}。{text}", topics))
            if name and not catalog.is_repeat(record.id, passage.span.start):
                found.setdefault(name, []).append(passage)
    return tuple(Theme(topic, tuple(found[topic.name])) for topic in topics if topic.name in found)


def _passages(record: Record, topics: Sequence[Topic], catalog: Catalog) -> Iterator[Passage]:
    """The paragraphs of a record under their headings; a heading's own words count with the paragraph."""
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
            yield Passage(record, block, anchor, span, _words(above, record), _state(record, span, topics, catalog))


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


def _state(record: Record, span: Span, topics: Sequence[Topic], catalog: Catalog) -> State:
    """Whether the passage tells of plans or of problems: what is only planned never looks done."""
    if catalog.is_ahead(record.id, span.start):
        return "ahead"
    titles = [section.title for section in record.sections if section.start <= span.start < section.end]
    words = [word for topic in topics if topic.part == "problems" for word in topic.words]
    return "lacking" if any(word in title for title in titles for word in words) else "done"
