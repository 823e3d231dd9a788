"""Mentions of kind `enterprise`."""

from __future__ import annotations

from collections.abc import Sequence

from zongjie.finding.analysis import Analysis
from zongjie.finding.names.edges import edges_of
from zongjie.finding.names.fullnames import FullNames
from zongjie.finding.names.shortnames import ENOUGH, ShortNames
from zongjie.finding.names.vocabulary import edge_words, firm_vocabulary, trade_endings
from zongjie.finding.rulebook import Rulebook
from zongjie.finding.rules import mask
from zongjie.lexicon import Lexicon
from zongjie.model import Mention


def find_enterprises(analysis: Analysis, lexicon: Lexicon, rules: Rulebook, known: Sequence[Mention]) -> list[Mention]:
    """The enterprises that the record names. `known` are the mentions that earlier finders found."""
    words = firm_vocabulary(lexicon.words)
    edges = edges_of(analysis, edge_words(lexicon.words), words)
    spans = FullNames(edges, words, lexicon.gazetteer).find()
    mentions = [
        Mention(analysis.record.id, "enterprise", s.start, s.end, analysis.text[s.start : s.end], "全称") for s in spans
    ]
    shorts = ShortNames(
        edges,
        words,
        lexicon.gazetteer,
        trade_endings(lexicon.words),
        frozenset(lexicon.words["强行业词"]),
        rules["enterprises"],
        mask(edges.text, [(m.span, m.kind) for m in known if m.kind == "institution"]),
        spans,
    ).find()
    mentions += [
        Mention(
            analysis.record.id,
            "enterprise",
            s.span.start,
            s.span.end,
            analysis.text[s.span.start : s.span.end],
            s.rule,
            sure=s.points >= ENOUGH,
        )
        for s in shorts
    ]
    return mentions
