"""How a record came to be as it is shown: what it repeats, and which broken lines were joined."""

from __future__ import annotations

from dataclasses import dataclass

from zongjie.model import Duplicate, Record
from zongjie.pages.escape import Markdown, escape
from zongjie.pages.linker import Linker
from zongjie.pages.record_says import Quoted

_JOIN_CONTEXT = 12


@dataclass(frozen=True, slots=True)
class Pair:
    """A paragraph and the one that it repeats."""

    own: Quoted
    other: Quoted
    similarity: str


@dataclass(frozen=True, slots=True)
class Repeat:
    """A record that this one repeats, with the paragraphs that are alike."""

    record: Markdown
    pairs: tuple[Pair, ...]


def repeat_of(record: Record, repeat: Duplicate, linker: Linker) -> Repeat:
    """One repetition, with both paragraphs of each pair."""
    other = linker.catalog.records[repeat.record]
    pairs = tuple(
        Pair(
            own=_block_quote(record, pair.block, linker),
            other=_block_quote(other, pair.other_block, linker),
            similarity=f"{pair.similarity:.0%}",
        )
        for pair in repeat.pairs
    )
    return Repeat(linker.record(other), pairs)


def _block_quote(record: Record, block_id: str, linker: Linker) -> Quoted:
    block = next(block for block in record.blocks if block.id == block_id)
    return Quoted(escape(record.text[block.start : block.end]), linker.block(record, block))


def repeated_by(record: Record, linker: Linker) -> Markdown:
    """The records that repeat this one."""
    return Markdown("、".join(map(linker.record, linker.catalog.repeats_of.get(record.id, ()))))


def join(record: Record, offset: int, linker: Linker) -> Quoted:
    """Where the parts of a broken line were joined, with a mark between them."""
    before, after = record.text[max(0, offset - _JOIN_CONTEXT) : offset], record.text[offset : offset + _JOIN_CONTEXT]
    return Quoted(Markdown(f"…{escape(before)}⏐{escape(after)}…"), linker.passage(record.id, max(offset - 1, 0)))
