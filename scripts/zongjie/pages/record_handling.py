"""How a record came to be as it is shown: what it repeats, and which broken lines were joined."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby

from zongjie.model import Block, BlockPair, Duplicate, Record, Span
from zongjie.pages.escape import Markdown, escape
from zongjie.pages.linker import Linker
from zongjie.pages.passage import marked
from zongjie.pages.record_says import Quoted

_JOIN_CONTEXT = 12
_BYTES = 3
_FRAME = 300
_ROOM = 96_000
# What a paragraph that differs at all is at most said to have in common, in per cent.
_ALMOST = 99


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


def repeat_of(record: Record, repeat: Duplicate, pairs: Iterable[BlockPair], linker: Linker) -> Repeat:
    """One repetition, with both paragraphs of each of the pairs."""
    other = linker.catalog.records[repeat.record]
    return Repeat(linker.record(other), tuple(_pair(record, other, pair, linker) for pair in pairs))


def repeat_portions(record: Record) -> tuple[tuple[tuple[Duplicate, tuple[BlockPair, ...]], ...], ...]:
    """The record's repetitions, page by page."""
    pages: list[list[tuple[Duplicate, BlockPair]]] = []
    room = 0
    for repeat in record.duplicate_of:
        for pair in repeat.pairs:
            if room < _weight(record, pair):
                pages.append([])
                room = _ROOM
            pages[-1].append((repeat, pair))
            room -= _weight(record, pair)
    return tuple(
        tuple((repeat, tuple(pair for _, pair in those)) for repeat, those in groupby(page, key=lambda one: one[0]))
        for page in pages
    )


def repeats_weight(record: Record) -> int:
    """What all pairs of paragraphs side by side take, in bytes."""
    return sum(_weight(record, pair) for repeat in record.duplicate_of for pair in repeat.pairs)


def _weight(record: Record, pair: BlockPair) -> int:
    block = _block(record, pair.block)
    return _BYTES * 2 * (block.end - block.start) + _FRAME


def _pair(record: Record, other: Record, pair: BlockPair, linker: Linker) -> Pair:
    own_block, other_block = _block(record, pair.block), _block(other, pair.other_block)
    own_only, other_only = differences(record, own_block, other, other_block)
    return Pair(
        own=Quoted(marked(record.text, own_block.span, hits=own_only), linker.block(record, own_block)),
        other=Quoted(marked(other.text, other_block.span, hits=other_only), linker.block(other, other_block)),
        similarity=_similarity(pair.similarity, bool(own_only or other_only)),
    )


def _similarity(share: float, differ: bool) -> str:
    """相同 where nothing differs, else less than 100 %."""
    return f"{min(int(100 * share), _ALMOST)}%" if differ else "相同"


def _block(record: Record, block_id: str) -> Block:
    return next(block for block in record.blocks if block.id == block_id)


def differences(own: Record, own_block: Block, other: Record, other_block: Block) -> tuple[list[Span], list[Span]]:
    """The stretches of each paragraph that the other one lacks (政府网 | 网 → 政府)."""
    one, two = (r.text[b.start : b.end] for r, b in ((own, own_block), (other, other_block)))
    edits = [edit for edit in SequenceMatcher(None, one, two, autojunk=False).get_opcodes() if edit[0] != "equal"]
    return (
        [Span(own_block.start + a, own_block.start + b) for _, a, b, _, _ in edits if a < b],
        [Span(other_block.start + a, other_block.start + b) for _, _, _, a, b in edits if a < b],
    )


def repeated_by(record: Record, linker: Linker) -> Markdown:
    """The records that repeat this one."""
    return Markdown("、".join(map(linker.record, linker.catalog.repeats_of.get(record.id, ()))))


def join(record: Record, offset: int, linker: Linker) -> Quoted:
    """Where the parts of a broken line were joined, with a mark between them."""
    before, after = record.text[max(0, offset - _JOIN_CONTEXT) : offset], record.text[offset : offset + _JOIN_CONTEXT]
    return Quoted(Markdown(f"…{escape(before)}⏐{escape(after)}…"), linker.passage(record.id, max(offset - 1, 0)))
