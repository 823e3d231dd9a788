"""A record → its text as headings and paragraphs, in reading order: nothing lost, nothing twice."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from zongjie.model import Block, Record, Section, Span

# What may close a run-in heading (三是加强工程技术研究中心建设。金润矿山设备的…) belongs to the heading.
_CLOSING = re.compile(r"(?:[。:：;；， \u3000]|[.,](?![0-9]))+")
_LOWEST = 6

_Depth = Callable[[Section], int]


@dataclass(frozen=True, slots=True)
class Part:
    """A heading or paragraph.

    `depth` is 0 for a paragraph; `anchor` the id by which it is addressed, empty for what goes on in the paragraph before;
    `block` is the paragraph of the text that it lies in, None for an inferred heading, whose words are `title`.
    """

    depth: int
    anchor: str
    span: Span
    block: Block | None = None
    title: str = ""


def outline(record: Record, top: int) -> tuple[Part, ...]:
    """The parts in reading order; the highest headings get the depth `top`."""
    highest = min((section.level for section in record.sections), default=1)

    def depth(section: Section) -> int:
        return min(top + section.level - highest, _LOWEST)

    return tuple(part for block in record.blocks for part in _block(record, block, depth))


def _block(record: Record, block: Block, depth: _Depth) -> Iterator[Part]:
    """The inferred headings that begin at the block, then its run-in headings and the text between them."""
    numbered = list(enumerate(record.sections, 1))
    for n, section in numbered:
        if section.inferred and block.start <= section.start < block.end:
            yield Part(depth(section), f"s{n}", Span(block.start, block.start), None, section.title)
    at, used = block.start, False
    for n, section in numbered:
        heading = _heading(record, section, block)
        if heading is None or heading.start < at:
            continue
        if record.text[at : heading.start].strip():
            yield Part(0, "" if used else block.id, Span(at, heading.start), block)
            used = True
        yield Part(depth(section), f"s{n}" if used else block.id, heading, block)
        at, used = heading.end, True
    if record.text[at : block.end].strip():
        yield Part(0, "" if used else block.id, Span(at, block.end), block)


def _heading(record: Record, section: Section, block: Block) -> Span | None:
    """The stretch of `block` that is the section's heading, with the mark that closes it."""
    start, end = section.heading.start, section.heading.end
    if section.inferred or start >= end or not block.start <= start < block.end:
        return None
    end = min(end, block.end)
    closing = _CLOSING.match(record.text, end, block.end)
    return Span(start, closing.end() if closing else end)
