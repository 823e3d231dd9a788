"""Mentions of kind `enterprise`."""

from __future__ import annotations

from collections.abc import Sequence

from zongjie.finding.analysis import Analysis
from zongjie.finding.names.edges import tailed
from zongjie.finding.rulebook import Rulebook
from zongjie.lexicon import Lexicon
from zongjie.model import Mention

_WORDS = ("法律形式", "企业尾词")


def find_enterprises(analysis: Analysis, lexicon: Lexicon, rules: Rulebook, known: Sequence[Mention]) -> list[Mention]:
    """The enterprises that the record names. `known` are the mentions that earlier finders found."""
    del rules
    spans = [s for name in _WORDS for s in tailed(analysis, lexicon.words[name], lexicon.words["名前词"])]
    taken = [m.span for m in known if m.kind == "institution"]
    return [
        Mention(analysis.record.id, "enterprise", s.start, s.end, analysis.text[s.start : s.end], "全称")
        for s in spans
        if not any(s.overlaps(other) for other in taken)
    ]
