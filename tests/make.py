"""Small records, mentions and gazetteers for tests."""

from __future__ import annotations

from zongjie.model import Block, Bureau, Kind, Mention, Period, Record, Region, Value


def record(text: str, record_id: str = "r-1", region: Region | None = None) -> Record:
    """A record of `text`, one block a line."""
    blocks, at = [], 0
    for number, line in enumerate(text.split("\n"), start=1):
        blocks.append(Block(f"p{number}", at, at + len(line), number))
        at += len(line) + 1
    return Record(
        id=record_id,
        source=f"{record_id.rpartition('-')[0]}.txt",
        part=int(record_id.rpartition("-")[2]),
        lines=(1, len(blocks)),
        title="",
        kind="其他",
        bureau=Bureau(),
        region=region or Region(),
        period=Period(),
        text=text,
        blocks=tuple(blocks),
        sections=(),
        damage=(),
        boilerplate=(),
        joins=(),
    )


def mention(record: Record, kind: Kind, text: str, nth: int = 0, **attributes: Value) -> Mention:
    """The `nth` mention of `text` in the record."""
    start = -1
    for _ in range(nth + 1):
        start = record.text.index(text, start + 1)
    return Mention(record.id, kind, start, start + len(text), text, "test", attributes)
