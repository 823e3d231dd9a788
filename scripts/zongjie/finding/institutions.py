"""Mentions of kind `institution`: universities, institutes, hospitals, laboratories, societies, schools."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from zongjie.finding.analysis import Analysis
from zongjie.finding.names.anatomy import Anatomy, dissect
from zongjie.finding.names.edges import Edges, edges_of
from zongjie.finding.names.vocabulary import Vocabulary, edge_words, institution_vocabulary
from zongjie.finding.rulebook import Rulebook
from zongjie.lexicon import Lexicon
from zongjie.lexicon.places import Gazetteer
from zongjie.model import Mention, Span

# With these a relative place is a name (县医院, 市党校, 省科协); 省大学, 市学院 are none.
_LOCAL = re.compile(r"(?:医院|院|党校|科协|农科所|林科所|馆|站|所|协|中心|一中|二中|三中|四中|中学)$")


def find_institutions(analysis: Analysis, lexicon: Lexicon, rules: Rulebook, known: Sequence[Mention]) -> list[Mention]:
    """The institutions that the record names. `known` are the mentions that earlier finders found."""
    del rules, known
    words = institution_vocabulary(lexicon.words)
    edges = edges_of(analysis, edge_words(lexicon.words), words, lexicon.gazetteer)
    spans = _Finder(edges, words, lexicon.gazetteer).find()
    return [
        Mention(analysis.record.id, "institution", s.start, s.end, analysis.text[s.start : s.end], "尾词")
        for s in spans
    ]


@dataclass(frozen=True)
class _Finder:
    edges: Edges
    vocabulary: Vocabulary
    gazetteer: Gazetteer

    def find(self) -> Iterator[Span]:
        """Names that end in a known tail, with the parts that follow them (吉林农业大学中药材学院)."""
        text = self.edges.text
        for match in self.vocabulary.tails(text):
            if self.vocabulary.not_after.match(text, match.end()) or not self.edges.is_edge(match.end()):
                continue
            start = next((at for at, _ in self.edges.starts(match.start()) if at <= match.start()), None)
            if start is not None and self._is_name(text[start : match.end()], match.group()):
                yield Span(start, self._whole(start, match.end()))

    def _is_name(self, name: str, tail: str) -> bool:
        parts = dissect(name, self.vocabulary, self.gazetteer)
        if parts.brand:
            return len(name) > len(tail)
        return bool(parts.region) and self._is_local(parts, tail)

    def _is_local(self, parts: Anatomy, tail: str) -> bool:
        """Whether a name of places and known words alone names one thing."""
        return len(parts.rest) > len(tail) or bool(_LOCAL.search(tail))

    def _whole(self, start: int, end: int) -> int:
        found = self.vocabulary.branch.match(self.edges.text, end)
        if found and not any(start < stop.end and end <= stop.start < found.end() for stop in self.edges.stops):
            return found.end()
        return end
