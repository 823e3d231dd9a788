"""Mentions of kind `project`: titles of single undertakings, quoted or not."""

from __future__ import annotations

from collections.abc import Sequence

from zongjie.finding.analysis import Analysis
from zongjie.finding.project_phrases import plain_titles
from zongjie.finding.project_titles import quoted_titles
from zongjie.finding.rulebook import Rulebook
from zongjie.lexicon import Lexicon
from zongjie.model import Kind, Mention, Span, Value

# A stretch that is wholly the name of one of these is no project.
_OTHERS: tuple[Kind, ...] = ("policy", "honor", "platform", "institution", "enterprise", "program", "event", "place")


def find_projects(analysis: Analysis, lexicon: Lexicon, rules: Rulebook, known: Sequence[Mention]) -> list[Mention]:
    """The projects that the record names. `known` are the mentions that earlier finders found."""
    del rules
    quoted = list(quoted_titles(analysis, lexicon.words, known))
    plain = plain_titles(analysis, lexicon.words, known)
    standing: list[tuple[Span, str]] = [(span, rule) for span, rule in quoted if not _is_other(span, known)]
    for span, rule in sorted(plain, key=lambda t: (t[0].start, -t[0].end)):
        if not any(span.overlaps(other) for other, _ in standing) and not _is_other(span, known):
            standing.append((span, rule))
    return [_mention(analysis, span, rule) for span, rule in sorted(standing)]


def _is_other(span: Span, known: Sequence[Mention]) -> bool:
    return any(m.kind in _OTHERS and span.within(m.span) for m in known)


def _mention(analysis: Analysis, span: Span, rule: str) -> Mention:
    attributes: dict[str, Value] = {}
    return Mention(
        analysis.record.id, "project", span.start, span.end, analysis.text[span.start : span.end], rule, attributes
    )
