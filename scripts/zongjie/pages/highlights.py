"""The figures of a record that say most, each as the clause of the text that states it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from zongjie.model import Figure, Record, Span
from zongjie.pages.catalog import Catalog

_CLAUSE_ENDS = ",,;;。.!!??"
_SHORTEST = 8
_LONGEST = 70
_AT_MOST = 12
# Money says more of a year's work than things counted, these more than shares and times.
_WEIGHT = {"亿元": 4, "万元": 3, "元": 2, "项": 2, "家": 2, "件": 2, "个": 2, "人": 2, "人次": 2, "户": 2, "亩": 2}


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause of the text with the figures in it."""

    span: Span
    figures: tuple[Figure, ...]

    @property
    def hits(self) -> tuple[Span, ...]:
        return tuple(Span(figure.start, figure.end) for figure in self.figures)

    @property
    def weight(self) -> int:
        return max(_WEIGHT.get(figure.unit, 1) for figure in self.figures) + min(len(self.figures), 3)


def clauses(record: Record, catalog: Catalog, target: bool) -> tuple[Clause, ...]:
    """The clauses of `record` that report figures or, where `target`, that set them, in reading order."""
    figures = [figure for figure in catalog.figures_in.get(record.id, ()) if figure.target == target]
    found: list[Clause] = []
    for figure in sorted(figures, key=lambda f: (f.start, f.end)):
        clause = clause_of(figure, catalog)
        if found and _go_together(found[-1], clause, catalog.sentence(record.id, figure.start)):
            clause = _joined(found.pop(), clause)
        found.append(clause)
    return tuple(found)


def clause_of(figure: Figure, catalog: Catalog) -> Clause:
    """The clause that states one figure."""
    sentence = catalog.sentence(figure.record, figure.start)
    text = catalog.records[figure.record].text
    return Clause(_clause(text, sentence, Span(figure.start, figure.end)), (figure,))


def _go_together(before: Clause, clause: Clause, sentence: Span) -> bool:
    """Whether two clauses overlap, or follow each other in one sentence and are short enough to be read as one."""
    if before.span.overlaps(clause.span):
        return True
    follows = before.span.within(sentence) and clause.span.start - before.span.end <= 1
    return follows and clause.span.end - before.span.start <= _LONGEST


def _joined(before: Clause, clause: Clause) -> Clause:
    span = Span(before.span.start, max(before.span.end, clause.span.end))
    return Clause(span, (*before.figures, *clause.figures))


def foremost(all_clauses: Sequence[Clause], at_most: int = _AT_MOST) -> tuple[Clause, ...]:
    """The clauses that say most, in reading order."""
    ranked = sorted(all_clauses, key=lambda clause: (-clause.weight, clause.span))
    return tuple(sorted(ranked[:at_most], key=lambda clause: clause.span))


def _clause(text: str, sentence: Span, figure: Span) -> Span:
    """The figure's clause, with the one before where it would say too little alone (拉动企业投入, | 5274万元)."""
    start = _boundary(text, range(figure.start - 1, sentence.start - 1, -1), sentence.start)
    if figure.end - start < _SHORTEST and start > sentence.start:
        start = _boundary(text, range(start - 2, sentence.start - 1, -1), sentence.start)
    end = next((n for n in range(figure.end, sentence.end) if _ends_clause(text, n)), sentence.end)
    return Span(start, max(end, figure.end))


def _boundary(text: str, backwards: Iterable[int], default: int) -> int:
    return next((n + 1 for n in backwards if _ends_clause(text, n)), default)


def _ends_clause(text: str, at: int) -> bool:
    """Whether a clause ends at `at`; the point of 6.5 and the comma of 1,000 end none."""
    return text[at] in _CLAUSE_ENDS and not (text[at] in ",." and text[at + 1 : at + 2].isdigit())
