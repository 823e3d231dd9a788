"""Source file → records."""

from __future__ import annotations

import re
from pathlib import Path

from pypinyin import lazy_pinyin

from zongjie.errors import InputError
from zongjie.lexicon import Lexicon
from zongjie.model import Block, Boilerplate, Bureau, Period, Record, Region
from zongjie.reading.decode import decode
from zongjie.reading.repair import Paragraph, repair
from zongjie.reading.split import Piece, split


def read_source(path: Path, lexicon: Lexicon) -> tuple[Record, ...]:
    """The summaries in the file at `path`, in their order.

    Raises InputError where the file is empty, binary, or in an encoding other than UTF-8 and GB18030,
    and where it holds nothing but a website's own lines.
    """
    source = decode(path)
    pieces = split(source.lines, lexicon)
    if not pieces:
        raise InputError(path, "只有网站的标题和套话,没有总结的正文", "请放入总结的正文,或删去这个文件")
    return tuple(_record(source.name, part, piece, lexicon) for part, piece in enumerate(pieces, 1))


def _record(source: str, part: int, piece: Piece, lexicon: Lexicon) -> Record:
    paragraphs, numbers = repair(piece.lines)
    text = "\n".join(paragraph.text for paragraph in paragraphs)
    blocks, joins = _blocks(paragraphs)
    return Record(
        id=f"{_stem(source)}-{part}",
        source=source,
        part=part,
        lines=(piece.first, piece.last),
        title=paragraphs[0].text if paragraphs else "",
        kind="年度总结",
        bureau=Bureau(),
        region=Region(),
        period=Period(),
        text=text,
        blocks=blocks,
        sections=(),
        damage=(),
        boilerplate=_sorted(piece.boilerplate, numbers),
        joins=joins,
    )


def _blocks(paragraphs: tuple[Paragraph, ...]) -> tuple[tuple[Block, ...], tuple[int, ...]]:
    """The paragraphs as blocks of the text that they make when joined by line ends, and where lines were joined."""
    blocks: list[Block] = []
    joins: list[int] = []
    at = 0
    for n, paragraph in enumerate(paragraphs, 1):
        blocks.append(Block(f"p{n}", at, at + len(paragraph.text), paragraph.line))
        joins += [at + join for join in paragraph.joins]
        at += len(paragraph.text) + 1
    return tuple(blocks), tuple(joins)


def _sorted(*rows: tuple[Boilerplate, ...]) -> tuple[Boilerplate, ...]:
    return tuple(sorted((row for group in rows for row in group), key=lambda row: (row.line, row.text)))


def _stem(source: str) -> str:
    """The file's stem in ASCII: Chinese by its pinyin, all else but letters, digits, - and _ as a hyphen."""
    stem = Path(source).stem
    letters = stem if stem.isascii() else "-".join(lazy_pinyin(stem))
    return re.sub(r"-+", "-", re.sub(r"[^0-9A-Za-z_-]", "-", letters)).strip("-") or "source"
