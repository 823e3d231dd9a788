"""Mentions of kind `institution`."""

from __future__ import annotations

from collections.abc import Sequence

from zongjie.finding.analysis import Analysis
from zongjie.finding.names.edges import tailed
from zongjie.finding.rulebook import Rulebook
from zongjie.lexicon import Lexicon
from zongjie.model import Mention


def find_institutions(analysis: Analysis, lexicon: Lexicon, rules: Rulebook, known: Sequence[Mention]) -> list[Mention]:
    """The institutions that the record names. `known` are the mentions that earlier finders found."""
    del rules, known
    spans = tailed(analysis, lexicon.words["机构尾词"], lexicon.words["名前词"])
    return [
        Mention(analysis.record.id, "institution", s.start, s.end, analysis.text[s.start : s.end], "尾词") for s in spans
    ]
