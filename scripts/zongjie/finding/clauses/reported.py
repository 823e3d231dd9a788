"""The figures of a record → the clauses of its text that state them, and which of these say most."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from zongjie.finding.clauses.edges import clause, leans, trimmed, with_subject
from zongjie.finding.clauses.told import Told
from zongjie.model import Figure, Span

_OF_PAPER = re.compile("共印[0-9]+份|时间(?:大约|大概|约)?[0-9]+分钟|印[0-9]+份")
_LONGEST = 70
_SHORT = 16
_LONGEST_OVERLAP = 200
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
        return max((_WEIGHT.get(figure.unit, 1) for figure in self.figures), default=0) + min(len(self.figures), 3)


def clauses(told: Told, target: bool) -> tuple[Clause, ...]:
    """The clauses of a record that report figures or, where `target`, that set them, in reading order."""
    figures = [figure for figure in told.figures if figure.target == target and not _is_of_paper(figure, told)]
    found: list[Clause] = []
    for figure in sorted(figures, key=lambda f: (f.start, f.end)):
        own = clause_of(figure, told)
        if found and (joined := _as_one(found[-1], own, told)):
            found[-1] = joined
        elif found and found[-1].span.overlaps(own.span):
            found.append(Clause(_bare(figure, told), (figure,)))
        else:
            found.append(own)
    return tuple(found)


def _is_of_paper(figure: Figure, told: Told) -> bool:
    """Whether a figure tells of the report itself: 共印45份, 汇报时间大约20分钟."""
    return _OF_PAPER.search(told.text, max(0, figure.start - 6), figure.end) is not None


def clause_of(figure: Figure, told: Told) -> Clause:
    """The clause that states one figure, with what says whose it is."""
    bare = _bare(figure, told)
    whole = with_subject(told.text, _passage(figure, told), bare, told.name_starts)
    if told.is_ahead(whole.start) != told.is_ahead(bare.start):
        whole = bare
    return Clause(_around(told.text, whole, figure), (figure,))


def _passage(figure: Figure, told: Told) -> Span:
    """The figure's sentence, with the one before where it goes on in it."""
    sentence = told.sentence(figure.start)
    if sentence.start == told.record.block_at(sentence.start).start or not leans(told.text, sentence):
        return sentence
    return Span(told.sentence(sentence.start - 1).start, sentence.end)


def _bare(figure: Figure, told: Told) -> Span:
    """The figure's clause alone."""
    sentence = told.sentence(figure.start)
    return _around(told.text, clause(told.text, sentence, Span(figure.start, figure.end)), figure)


def _around(text: str, span: Span, figure: Figure) -> Span:
    """The span without its edges, the figure left whole."""
    inner = trimmed(text, span)
    return Span(min(inner.start, figure.start), max(inner.end, figure.end))


def _as_one(before: Clause, after: Clause, told: Told) -> Clause | None:
    """Both in one, where they share a clause, or overlap or follow each other and are short enough to be read as one."""
    joined, figure = _joined(before, after), after.figures[0]
    length = joined.span.end - joined.span.start
    if before.span.overlaps(after.span):
        shared = before.span.overlaps(_bare(figure, told))
        return joined if shared or length <= _LONGEST_OVERLAP else None
    sentence = told.sentence(figure.start)
    follows = before.span.end > sentence.start and after.span.start - before.span.end <= 1
    room = _LONGEST_OVERLAP if after.span.end - after.span.start <= _SHORT else _LONGEST
    return joined if follows and length <= room else None


def _joined(before: Clause, after: Clause) -> Clause:
    span = Span(min(before.span.start, after.span.start), max(before.span.end, after.span.end))
    return Clause(span, (*before.figures, *after.figures))


def foremost(all_clauses: Sequence[Clause], at_most: int = _AT_MOST) -> tuple[Clause, ...]:
    """The clauses that say most, in reading order."""
    ranked = sorted(all_clauses, key=lambda clause: (-clause.weight, clause.span))
    return tuple(sorted(ranked[:at_most], key=lambda clause: clause.span))
