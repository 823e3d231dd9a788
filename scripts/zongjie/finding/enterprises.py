"""Mentions of kind `enterprise`."""

from __future__ import annotations

from collections.abc import Sequence

from zongjie.finding.analysis import Analysis
from zongjie.finding.names.edges import edges_of
from zongjie.finding.names.fullnames import FullNames
from zongjie.finding.names.vocabulary import edge_words, firm_vocabulary
from zongjie.finding.rulebook import Rulebook
from zongjie.lexicon import Lexicon
from zongjie.model import Mention


def find_enterprises(analysis: Analysis, lexicon: Lexicon, rules: Rulebook, known: Sequence[Mention]) -> list[Mention]:
    """The enterprises that the record names. `known` are the mentions that earlier finders found."""
    del rules, known
    words = firm_vocabulary(lexicon.words)
    edges = edges_of(analysis, edge_words(lexicon.words), words)
    spans = FullNames(edges, words, lexicon.gazetteer).find()
    return [
        Mention(analysis.record.id, "enterprise", s.start, s.end, analysis.text[s.start : s.end], "全称") for s in spans
    ]
