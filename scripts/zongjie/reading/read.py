"""Source file → records."""

from __future__ import annotations

import re
from pathlib import Path

from pypinyin import lazy_pinyin

from zongjie.errors import InputError
from zongjie.lexicon import Lexicon
from zongjie.model import Block, Bureau, Period, Record, RecordKind, Region
from zongjie.reading.damage import find_damage
from zongjie.reading.decode import decode
from zongjie.reading.front import read_front
from zongjie.reading.infer import infer_headings
from zongjie.reading.kind import kind_of
from zongjie.reading.outline import build_sections, find_headings
from zongjie.reading.repair import Paragraph, repair
from zongjie.reading.split import Piece, split
from zongjie.reading.when import read_period
from zongjie.reading.where import read_where


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
    paragraphs, page_numbers = repair(piece.lines)
    text = "\n".join(paragraph.text for paragraph in paragraphs)
    blocks, joins = _blocks(paragraphs)
    front = read_front(text, blocks, lexicon.words)
    headings = find_headings(text, blocks, front.aside)
    damage = find_damage(text, blocks, lexicon, (h.block for h in headings if h.own_line), front.aside)
    inferred = infer_headings(text, blocks, front.aside, headings, damage, lexicon.topics)
    sections = build_sections(sorted([*headings, *inferred], key=lambda h: (h.start, h.rank)), len(text))
    bureau, region = read_where(text, blocks, front, lexicon.gazetteer)
    period = read_period(text, blocks, front, sections, lexicon.words)
    own_title = _own_title([paragraphs[n].text for n in front.title])
    bodies = [paragraph.text for n, paragraph in enumerate(paragraphs) if n not in front.aside]
    kind = kind_of(own_title, bodies, lexicon.topics)
    return Record(
        id=f"{_stem(source)}-{part}",
        source=source,
        part=part,
        lines=(piece.first, piece.last),
        title=own_title or make_title(bureau, region, period, kind),
        kind=kind,
        bureau=bureau,
        region=region,
        period=period,
        text=text,
        blocks=blocks,
        sections=sections,
        damage=damage,
        boilerplate=tuple(sorted((*piece.boilerplate, *page_numbers), key=lambda row: (row.line, row.text))),
        joins=joins,
    )


def _own_title(lines: list[str]) -> str:
    """The title that the text itself has; 工作总结 alone is none."""
    title = "".join(lines)
    return "" if re.fullmatch(r"(?:个人|年度|年终|上?半年|科技)?工作?(?:总结|小结|汇报|报告)", title) else title


def make_title(bureau: Bureau, region: Region, period: Period, kind: RecordKind) -> str:
    """A title for a text that has none, of what is known alone: 霍林郭勒市科技局2010年工作总结, 南宁市科技局工作总结."""
    name = bureau.name if bureau.name and bureau.confidence != "unknown" else None
    place = name or (f"{region.county or region.city or region.province or ''}某科技局" if _known(region) else "科技局")
    year = f"{period.year}年" if period.year else ""
    words = {"年度总结": "工作总结", "半年总结": "上半年工作总结", "专项总结": "专项工作总结", "其他": "材料"}
    return f"{place}{year}{words.get(kind, kind)}"


def _known(region: Region) -> bool:
    return bool(region.county or region.city or region.province)


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


def _stem(source: str) -> str:
    """The file's stem in ASCII: Chinese by its pinyin, all else but letters, digits, - and _ as a hyphen."""
    stem = Path(source).stem
    letters = stem if stem.isascii() else "-".join(lazy_pinyin(stem))
    return re.sub(r"-+", "-", re.sub(r"[^0-9A-Za-z_-]", "-", letters)).strip("-") or "source"
