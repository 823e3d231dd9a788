"""Towns that the text named before, again: 派镇 behind 米林市派镇, and without their tail where something is done: 在果化建立了."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from zongjie.finding.analysis import Analysis
from zongjie.lexicon.words import any_of
from zongjie.model import Span

_TAIL = re.compile("(?:镇|乡|街道|苏木)$")
_WHOLE = 3  # 派镇 is short enough to be a part of other words
_DONE = "(?=[,，。;；、]|建立|建成|建设|设立|成立|开展|实施|推广|举办|召开|发展|种植|试种|示范|调研|考察|指导|培训|慰问|走访|蹲点|落户|举行|进行|投产)"


def find_again(analysis: Analysis, towns: Sequence[Span], taken: Sequence[Span]) -> Iterator[tuple[Span, str | None]]:
    """The stretches that name one of `towns` once more, with the full name that a short form stands for."""
    text = analysis.text
    chains = {span.end: text[span.start : span.end] for span in taken}
    names = {text[span.start : span.end]: chains.get(span.end) for span in towns}
    whole = sorted(name for name in names if len(name) < _WHOLE and _TAIL.search(name))
    stems = {
        stem: names[name] or name for name in sorted(names) if len(stem := _TAIL.sub("", name)) >= 2 and stem != name
    }
    found: list[tuple[Span, str | None]] = []
    if whole:
        found += [(Span(*m.span(1)), names[m[1]]) for m in re.finditer(rf"(?<=[在到赴、])({any_of(whole)})", text)]
    if stems:
        pattern = re.compile(rf"(?:[在到赴]|[走深][进入])({any_of(stems)}){_DONE}")
        found += [(Span(*m.span(1)), stems[m[1]]) for m in pattern.finditer(text)]
    for span, full in found:
        if not any(span.overlaps(other) for other in taken):
            yield span, full
