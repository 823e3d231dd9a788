"""The whole text of a record as Markdown: headings and paragraphs with stable ids, names linked, damage marked."""

from __future__ import annotations

from collections.abc import Sequence

from zongjie.model import KINDS, Block, Entity, Record, Span
from zongjie.pages.escape import Markdown, escape
from zongjie.pages.labels import KIND_NAMES
from zongjie.pages.linker import Linker
from zongjie.pages.passage import Anchor, link, marked
from zongjie.reading.parts import Part


def source_text(record: Record, parts: Sequence[Part], linker: Linker) -> Markdown:
    """The text: each paragraph ends in its number, a link to itself."""
    anchors = tuple(linker.anchor(named) for named in linker.catalog.names_in.get(record.id, ()))
    shown = []
    for part in parts:
        inside = [anchor for anchor in anchors if anchor.span.overlaps(part.span)]
        shown.append(_heading(part, record, inside) if part.depth else _paragraph(part, record, inside))
    return Markdown("\n\n".join(shown))


def legend(entities: Sequence[Entity]) -> Markdown:
    """The kinds of names in the text, each underlined in its colour."""
    present = {entity.kind for entity in entities}
    return Markdown(" ".join(f"*{KIND_NAMES[kind]}*{{ .m .{kind} }}" for kind in KINDS if kind in present))


def _heading(part: Part, record: Record, anchors: Sequence[Anchor]) -> str:
    if part.block is None:
        attributes = f"{{ #{part.anchor} .inferred data-pagefind-ignore=all }}"
        return f"{'#' * part.depth} {escape(part.title)} *〔推断〕* {attributes}"
    return f"{'#' * part.depth} {_shown(part.span, record, anchors)} {{ #{part.anchor} }}"


def _paragraph(part: Part, record: Record, anchors: Sequence[Anchor]) -> str:
    shown = _shown(part.span, record, anchors)
    if part.block is None or not part.anchor:
        return shown
    return f"{shown}{_number(part.block)}\n{{ #{part.anchor} }}"


def _shown(span: Span, record: Record, anchors: Sequence[Anchor]) -> str:
    damage = tuple(one for one in record.damage if one.start < span.end and span.start < one.end)
    return marked(record.text, span, anchors, damage)


def _number(block: Block) -> Markdown:
    number = block.id.removeprefix("p")
    return link(number, f"#{block.id}", f"第 {number} 段的网址", "number")
