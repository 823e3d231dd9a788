"""What needs an editor: names that were found but are in doubt, each with its sentence."""

from __future__ import annotations

from zongjie.model import Knowledge


def audit(knowledge: Knowledge) -> list[str]:
    """One line for each thing that an editor should look at, in the order of the records."""
    records = {record.id: record for record in knowledge.records}
    lines = []
    for mention in knowledge.doubtful:
        record = records[mention.record]
        block = record.block_at(mention.start)
        around = record.text[max(block.start, mention.start - 20) : min(block.end, mention.end + 20)]
        lines.append(f"{record.source} 第 {block.line} 行:「{mention.text}」({mention.kind},{mention.rule}):…{around}…")
    return lines
