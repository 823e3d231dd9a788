"""Source file → records."""

from __future__ import annotations

import operator
import re
from dataclasses import replace
from pathlib import Path

from zongjie.errors import InputError
from zongjie.lexicon import Lexicon
from zongjie.model import Block, Bureau, Period, Record, RecordKind, Region, Section
from zongjie.pinyin import spell
from zongjie.reading.damage import find_damage
from zongjie.reading.decode import decode
from zongjie.reading.front import read_front
from zongjie.reading.infer import infer_headings
from zongjie.reading.kind import kind_of
from zongjie.reading.outline import build_sections, find_headings
from zongjie.reading.repair import Paragraph, repair
from zongjie.reading.split import Piece, split
from zongjie.reading.topics import topic_words
from zongjie.reading.when import read_period
from zongjie.reading.where import read_where

# More of its characters than this are Traditional in a Traditional text; in a Simplified one they are damage (鐨勫伐浣).
_TRADITIONAL = 0.1
_NARROW = {code + 0xFEE0: chr(code) for code in range(0x30, 0x7B) if chr(code).isalnum()}


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
    written = "\n".join(paragraph.text for paragraph in paragraphs)
    text = _plain(written, lexicon)
    blocks, joins = _blocks(paragraphs)
    front = read_front(text, blocks, lexicon.words)
    headings = find_headings(text, blocks, front.aside, topic_words(lexicon.topics))
    damage = find_damage(text, blocks, lexicon, (h.block for h in headings if h.own_line), front.aside)
    inferred = infer_headings(text, blocks, front.aside, headings, damage, lexicon.topics)
    sections = build_sections(sorted([*headings, *inferred], key=lambda h: (h.start, h.rank)), len(text))
    period = read_period(text, blocks, front, sections, lexicon.words)
    year = int(period.year) if period.year else None
    bureau, region = read_where(text, blocks, front, lexicon.gazetteer, year, lexicon.eras)
    own_title = _own_title([paragraphs[n].text for n in front.title])
    bodies = [text[block.start : block.end] for n, block in enumerate(blocks) if n not in front.aside]
    kind = kind_of(_plain(own_title, lexicon), bodies, lexicon.topics)
    return Record(
        id=f"{_stem(source)}-{part}",
        source=source,
        part=part,
        lines=(piece.first, piece.last),
        title=own_title or make_title(bureau, region, period, kind),
        kind=kind,
        bureau=_named_as_written(bureau, text, written),
        region=region,
        period=period,
        text=written,
        blocks=blocks,
        sections=tuple(_as_written(section, written) for section in sections),
        damage=tuple(replace(spot, text=written[spot.start : spot.end]) for spot in damage),
        boilerplate=tuple(sorted((*piece.boilerplate, *page_numbers), key=lambda row: (row.line, row.text))),
        joins=joins,
    )


def _plain(text: str, lexicon: Lexicon) -> str:
    """The text as the word lists write it, character by character: Simplified (總結), figures and letters of normal width (２００８)."""
    simplified = text.translate(lexicon.simplified)
    changed = sum(map(operator.ne, text, simplified))
    return (simplified if changed > _TRADITIONAL * len(text) else text).translate(_NARROW)


def _as_written(section: Section, written: str) -> Section:
    if section.inferred:
        return section
    return replace(section, title=written[section.heading.start : section.heading.end].strip())


def _named_as_written(bureau: Bureau, text: str, written: str) -> Bureau:
    """A bureau that the text names, as it writes the name: 大埔縣科技局."""
    spans = (span for span in bureau.evidence if text[span.start : span.end] == bureau.name)
    names = (written[span.start : span.end] for span in spans)
    return replace(bureau, name=next(names, bureau.name))


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
    letters = stem if stem.isascii() else "-".join(spell(stem))
    return re.sub(r"-+", "-", re.sub(r"[^0-9A-Za-z_-]", "-", letters)).strip("-") or "source"
