"""What a record plans: every sentence that speaks of the coming period, in its own words, those with figures first of all."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from zongjie.model import Figure, Record, Span
from zongjie.pages.catalog import Catalog
from zongjie.pages.clause_edges import trimmed
from zongjie.pages.highlights import Clause, clauses

_AT_MOST = 12
_SHORTEST = 6
# A heading with less than so much below it is a plan itself: 4、办好清江流域生态农业论坛。
_EMPTY = 3
# Who signs and when: 正定县科技局, 二00六年十二月三十日.
_SIGNATURE = re.compile(
    r"[^,，。;；]{2,20}(?:局|委|委员会|厅|办公室)|[0-9一二〇○零Oo三四五六七八九xX×*_]{4}年.{1,3}月(?:.{1,3}日)?"
)


@dataclass(frozen=True, slots=True)
class Planned:
    """What a page shows, and what it leaves to the text, both in reading order."""

    shown: tuple[Clause, ...]
    rest: tuple[Clause, ...]


def planned(record: Record, catalog: Catalog, numbered: int | None = None) -> Planned:
    """The sentences with targets, at most `numbered` of them, and of the others as many as there is room for."""
    found = _plans(record, catalog)
    with_figures = [one for one in found if one.figures][:numbered]
    without = [one for one in found if not one.figures][: max(_AT_MOST - len(with_figures), 0)]
    shown = tuple(sorted((*with_figures, *without), key=lambda one: one.span))
    return Planned(shown, tuple(one for one in found if one not in shown))


def _plans(record: Record, catalog: Catalog) -> tuple[Clause, ...]:
    """The sentences of plan sections and passages, and elsewhere the clauses that set targets."""
    targets = [figure for figure in catalog.figures_in.get(record.id, ()) if figure.target]
    told = [Clause(span, _within(span, targets)) for span in _sentences(record, catalog)]
    held = {figure for one in told for figure in one.figures}
    others = [one for one in clauses(record, catalog, target=True) if not held.issuperset(one.figures)]
    return tuple(sorted((*told, *others), key=lambda one: one.span))


def _within(span: Span, figures: Sequence[Figure]) -> tuple[Figure, ...]:
    return tuple(figure for figure in figures if Span(figure.start, figure.end).within(span))


def _sentences(record: Record, catalog: Catalog) -> Iterator[Span]:
    """The sentences that lie in plans from their first word on; neither headings nor what only leads a list in."""
    text = record.text
    headings = [one.heading for one in record.sections if len(text[one.heading.end : one.end].strip()) >= _EMPTY]
    for sentence in catalog.sentences(record.id):
        words = text[sentence.start : sentence.end].lstrip()
        first = sentence.end - len(words)
        if not words or not catalog.is_ahead(record.id, first) or _tells_why(words, first, record, catalog):
            continue
        span = trimmed(text, _behind(headings, sentence))
        shown = text[span.start : span.end]
        if len(shown) >= _SHORTEST and not words.rstrip().endswith((":", "：")) and not _SIGNATURE.fullmatch(shown):
            yield span


def _tells_why(words: str, first: int, record: Record, catalog: Catalog) -> bool:
    """Whether a sentence is the purpose of what was done before: 完善应急预案;确保防震工作有序进行。"""
    return words.startswith("确保") and not catalog.is_ahead(record.id, first - 1)


def _behind(headings: Sequence[Span], sentence: Span) -> Span:
    """The sentence without a heading that it begins with."""
    end = max((one.end for one in headings if one.overlaps(sentence)), default=sentence.start)
    return Span(min(max(sentence.start, end), sentence.end), sentence.end)
