"""A stretch of a record's text → Markdown, with its names linked and its damage marked, every character as written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from zongjie.model import Damage, Span
from zongjie.pages.escape import Markdown, escape
from zongjie.pages.labels import DAMAGE_NAMES

QUOTE_LENGTH = 150
PAUSES = ",，;；。"


@dataclass(frozen=True, slots=True)
class Anchor:
    """A stretch that leads to a page: where one lies inside another, the longer one does (not 恒岭机电 in 恒岭机电院士工作站)."""

    span: Span
    href: str
    title: str
    css: str


@dataclass(frozen=True, slots=True)
class _Piece:
    text: str
    anchor: Anchor | None
    damage: Damage | None
    hit: bool


def link(text: str | Markdown, href: str, title: str = "", css: str = "") -> Markdown:
    """A Markdown link; `text` is escaped unless it is Markdown already."""
    shown = text if isinstance(text, Markdown) else escape(text)
    quoted = f' "{escape(title.replace(chr(34), "”"))}"' if title else ""
    attributes = "{ " + " ".join(f".{name}" for name in css.split()) + " }" if css else ""
    return Markdown(f"[{shown}]({href}{quoted}){attributes}")


def marked(
    text: str,
    span: Span,
    anchors: Sequence[Anchor] = (),
    damage: Sequence[Damage] = (),
    hits: Sequence[Span] = (),
) -> Markdown:
    """`text[span.start:span.end]` as inline Markdown: `anchors` as links, `damage` marked, `hits` in bold."""
    pieces = _pieces(text, span, anchors, damage, hits)
    return Markdown("".join(_group(anchor, group) for anchor, group in groupby(pieces, key=lambda p: p.anchor)))


def quote(text: str, sentence: Span, hits: Sequence[Span], damage: Sequence[Damage] = ()) -> Markdown:
    """The sentence with its `hits` in bold, cut at both ends where it runs on for long."""
    span = _window(text, sentence, hits)
    before = "…" if span.start > sentence.start else ""
    after = "…" if span.end < sentence.end else ""
    return Markdown(f"{before}{marked(text, span, (), damage, hits)}{after}")


def _window(text: str, sentence: Span, hits: Sequence[Span]) -> Span:
    """The sentence, or of a long one the part around its hits (else its beginning), cut at a comma where one is near."""
    if sentence.end - sentence.start <= QUOTE_LENGTH:
        return sentence
    first = min((hit.start for hit in hits), default=sentence.start)
    last = max((hit.end for hit in hits), default=sentence.start + QUOTE_LENGTH // 2)
    spare = max(QUOTE_LENGTH - (last - first), 40)
    start, end = max(sentence.start, first - spare // 2), min(sentence.end, last + spare // 2)
    if start > sentence.start:
        start = next((n + 1 for n in range(start, first) if text[n] in f"{PAUSES}:："), start)
    if end < sentence.end:
        end = next((n for n in range(end, last, -1) if text[n] in PAUSES), end)
    return Span(start, end)


def _pieces(
    text: str, span: Span, anchors: Sequence[Anchor], damage: Sequence[Damage], hits: Sequence[Span]
) -> Iterator[_Piece]:
    """The span cut wherever an anchor, a damage or a hit begins or ends."""
    anchors = _outermost([anchor for anchor in anchors if anchor.span.overlaps(span)])
    damage = [one for one in damage if Span(one.start, one.end).overlaps(span)]
    hits = [hit for hit in hits if hit.overlaps(span)]
    spans = [anchor.span for anchor in anchors] + [Span(one.start, one.end) for one in damage] + hits
    cuts = {span.start, span.end} | {
        cut for one in spans for cut in (one.start, one.end) if span.start < cut < span.end
    }
    for start, end in pairwise(sorted(cuts)):
        covering = [anchor for anchor in anchors if anchor.span.start <= start and end <= anchor.span.end]
        yield _Piece(
            text[start:end],
            next(iter(covering), None),
            next((one for one in damage if one.start <= start and end <= one.end), None),
            any(hit.start <= start and end <= hit.end for hit in hits),
        )


def _outermost(anchors: Iterable[Anchor]) -> list[Anchor]:
    """The longest of those that overlap, so that no name is cut into two links (浙江大学院士专家|缙云|行)."""
    kept: list[Anchor] = []
    for anchor in sorted(anchors, key=lambda a: (a.span.start - a.span.end, a.span.start)):
        if not any(anchor.span.overlaps(other.span) for other in kept):
            kept.append(anchor)
    return kept


def _group(anchor: Anchor | None, pieces: Iterable[_Piece]) -> str:
    inner = Markdown("".join(_emphasised(piece) for piece in pieces))
    return link(inner, anchor.href, anchor.title, anchor.css) if anchor else inner


def _emphasised(piece: _Piece) -> str:
    shown = escape(piece.text)
    hit = ".hit " if piece.hit else ""
    if piece.damage:
        return f'*{shown}*{{ {hit}.damage .{piece.damage.kind} title="{DAMAGE_NAMES[piece.damage.kind]}" }}'
    return f"**{shown}**{{ {hit}}}" if hit else shown
