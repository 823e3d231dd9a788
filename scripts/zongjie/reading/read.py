"""Source file → records."""

from __future__ import annotations

import re
from pathlib import Path

from zongjie.errors import InputError
from zongjie.lexicon import Lexicon
from zongjie.model import Block, Boilerplate, Bureau, Period, Record, Region

_DIVIDER = re.compile(r"[^。;；]{0,20}(?:篇[一二三四五六七八九十]{1,2}$|【(?:篇)?[一二三四五六七八九十]{1,2}】)")


def read_source(path: Path, lexicon: Lexicon) -> tuple[Record, ...]:
    """The summaries in the file at `path`, in their order.

    Raises InputError where the file is empty, binary, or in an encoding other than UTF-8 and GB18030.
    """
    del lexicon
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        raise InputError(path, "不是 UTF-8 文本", "请另存为 UTF-8 编码") from error
    starts = [n for n, line in enumerate(lines) if _DIVIDER.match(line)] or [0]
    records = []
    for part, start in enumerate(starts, 1):
        end = starts[part] if part < len(starts) else len(lines)
        records.append(_record(path, part, lines, start, end, len(starts)))
    return tuple(records)


def _record(path: Path, part: int, lines: list[str], start: int, end: int, parts: int) -> Record:
    divider = parts > 1 or bool(_DIVIDER.match(lines[start]))
    blocks: list[Block] = []
    at = 0
    for n in range(start + divider, end):
        if lines[n].strip():
            stripped = lines[n].strip()
            blocks.append(Block(f"p{len(blocks) + 1}", at, at + len(stripped), n + 1))
            at += len(stripped) + 1
    return Record(
        id=f"{path.stem}-{part}",
        source=path.name,
        part=part,
        lines=(start + 1, end),
        title=lines[start].strip(),
        kind="年度总结",
        bureau=Bureau(),
        region=Region(),
        period=Period(),
        text="\n".join(lines[b.line - 1].strip() for b in blocks),
        blocks=tuple(blocks),
        sections=(),
        damage=(),
        boilerplate=(Boilerplate(start + 1, lines[start]),) if divider else (),
        joins=(),
    )
