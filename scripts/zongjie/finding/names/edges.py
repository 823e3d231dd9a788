"""Where a name that ends in a known tail begins."""

from __future__ import annotations

import re
from collections.abc import Iterable

from zongjie.finding.analysis import Analysis
from zongjie.model import Span

_HARD = "。;;!!??\n,,、::“”《》「」『』‘’\"()()"


def tailed(analysis: Analysis, tails: Iterable[str], stops: Iterable[str]) -> list[Span]:
    """Names that end in one of `tails` and begin after a punctuation mark or one of `stops`."""
    text, stop = analysis.text, frozenset(stops)
    edges = [a.end for a in analysis.atoms if a.text in stop or a.text in _HARD]
    found: list[Span] = []
    for match in re.finditer("|".join(map(re.escape, tails)), text):
        start = max((e for e in edges if e <= match.start()), default=0)
        if 3 <= match.end() - start <= 40 and start < match.start():
            found.append(Span(start, match.end()))
    return found
