"""Plots as plain SVG: drawn at build time, each mark a link, the numbers as a table one click away.

No size but the height is fixed: widths are shares of the page, so that the labels keep their size on a phone. Colours come
from the style sheet, by class, in light and dark.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from zongjie.pages.escape import Markdown

_BAR_ROW = 44
_BAR_TOP = 20
_BAR_HEIGHT = 14
_COLUMNS_HEIGHT = 150
_COLUMNS_BASE = 128
_COLUMNS_TOP = 18
_GAP = 0.16


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a bar: what it counts, how many there are, and the class that colours it."""

    label: str
    count: int
    css: str = "plain"


@dataclass(frozen=True, slots=True)
class Mark:
    """A bar or column: its label, its pieces, and the page that lists just what it counts, empty where there is none."""

    label: str
    pieces: tuple[Piece, ...]
    href: str

    @property
    def total(self) -> int:
        return sum(piece.count for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Plot:
    """A plot: its `anchor` on the page, its title, the caption that says what was counted and what was left out.

    `label` and `unit` head the table (级别, 个); `upright` makes columns of its marks instead of bars.
    """

    anchor: str
    title: str
    caption: str
    label: str
    unit: str
    marks: tuple[Mark, ...]
    upright: bool = False


def drawn(plot: Plot) -> Markdown:
    """The plot as one block of HTML."""
    height = _COLUMNS_HEIGHT if plot.upright else _BAR_ROW * len(plot.marks)
    inside = "".join(_columns(plot.marks) if plot.upright else _bars(plot.marks))
    told = ";".join(f"{mark.label} {_numbers(mark, plot.unit)}" for mark in plot.marks)
    return Markdown(
        f'<figure class="plot" id="{plot.anchor}">'
        f"<figcaption><strong>{escape(plot.title)}</strong> {escape(plot.caption)}</figcaption>"
        f'<svg role="group" width="100%" height="{height}" aria-labelledby="{plot.anchor}-title"'
        f' aria-describedby="{plot.anchor}-desc"><title id="{plot.anchor}-title">{escape(plot.title)}</title>'
        f'<desc id="{plot.anchor}-desc">{escape(told)}</desc>{inside}</svg>'
        f"{_legend(plot)}<details><summary>看数字</summary>{_table(plot)}</details></figure>"
    )


def _bars(marks: Sequence[Mark]) -> Iterator[str]:
    """Bars from the left, each below its label."""
    most = max((mark.total for mark in marks), default=0) or 1
    for n, mark in enumerate(marks):
        top = n * _BAR_ROW
        label = f'<text x="0" y="{top + 13}">{escape(mark.label)}</text>'
        count = f'<text class="count" x="100%" y="{top + 13}" text-anchor="end">{_count(mark)}</text>'
        track = f'<rect class="track" x="0" y="{top + _BAR_TOP}" width="100%" height="{_BAR_HEIGHT}"/>'
        yield _link(mark, f"{label}{count}{track}{''.join(_pieces(mark, top + _BAR_TOP, most))}")


def _pieces(mark: Mark, top: int, most: int) -> Iterator[str]:
    left = 0.0
    for piece in mark.pieces:
        width = 100 * piece.count / most
        if piece.count:
            yield f'<rect class="{piece.css}" x="{left:.2f}%" y="{top}" width="{width:.2f}%" height="{_BAR_HEIGHT}"/>'
        left += width


def _columns(marks: Sequence[Mark]) -> Iterator[str]:
    """Columns from one base, each over its label."""
    most = max((mark.total for mark in marks), default=0) or 1
    step = 100 / max(len(marks), 1)
    yield f'<line class="base" x1="0" x2="100%" y1="{_COLUMNS_BASE}" y2="{_COLUMNS_BASE}"/>'
    for n, mark in enumerate(marks):
        height = (_COLUMNS_BASE - _COLUMNS_TOP) * mark.total / most
        top, middle = _COLUMNS_BASE - height, step * (n + 0.5)
        label = f'<text class="tick" x="{middle:.2f}%" y="{_COLUMNS_HEIGHT - 6}" text-anchor="middle">{escape(mark.label)}</text>'
        if not mark.total:
            yield label
            continue
        count = f'<text class="count" x="{middle:.2f}%" y="{top - 5:.1f}" text-anchor="middle">{mark.total}</text>'
        css = mark.pieces[0].css
        left, width = step * (n + _GAP), step * (1 - 2 * _GAP)
        bar = f'<rect class="{css}" x="{left:.2f}%" y="{top:.1f}" width="{width:.2f}%" height="{height:.1f}"/>'
        yield _link(mark, f"{label}{count}{bar}")


def _link(mark: Mark, inside: str) -> str:
    if not mark.href:
        return inside
    name = escape(f"{mark.label}:{_count(mark)}")
    return f'<a href="{escape(mark.href)}" aria-label="{name}">{inside}</a>'


def _count(mark: Mark) -> str:
    """立项 5、申报 1; a number alone where there is nothing to tell apart."""
    told = [piece for piece in mark.pieces if piece.count]
    if all(not piece.label for piece in mark.pieces):
        return str(mark.total)
    return "、".join(f"{piece.label} {piece.count}" for piece in told) or "0"


def _numbers(mark: Mark, unit: str) -> str:
    return f"{_count(mark)} {unit}"


def _legend(plot: Plot) -> str:
    named = {piece.css: piece.label for mark in plot.marks for piece in mark.pieces if piece.label and piece.count}
    if len(named) < 2:
        return ""
    return f'<p class="key">{" ".join(f"<span class={css}>{escape(label)}</span>" for css, label in named.items())}</p>'


def _table(plot: Plot) -> str:
    columns = list(dict.fromkeys(piece.label or plot.unit for mark in plot.marks for piece in mark.pieces))
    head = "".join(f"<th>{escape(name)}</th>" for name in (plot.label, *columns))
    return f"<table><thead><tr>{head}</tr></thead><tbody>{''.join(_row(m, columns, plot) for m in plot.marks)}</tbody></table>"


def _row(mark: Mark, columns: Sequence[str], plot: Plot) -> str:
    counts = {piece.label or plot.unit: piece.count for piece in mark.pieces}
    name = f'<a href="{escape(mark.href)}">{escape(mark.label)}</a>' if mark.href else escape(mark.label)
    cells = "".join(f"<td>{counts.get(column, 0)}</td>" for column in columns)
    return f"<tr><td>{name}</td>{cells}</tr>"
