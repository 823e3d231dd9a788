"""One record and all that was found in it → what may be quoted of it: its sentences, its plans, where names begin."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from zongjie.finding.analysis import Analysis
from zongjie.finding.plans import Plans
from zongjie.model import Figure, Mention, Record, Span


@dataclass(frozen=True)
class Told:
    """A record with its figures and mentions, both in reading order."""

    analysis: Analysis
    plans: Plans
    figures: Sequence[Figure] = ()
    mentions: Sequence[Mention] = ()

    @property
    def record(self) -> Record:
        return self.analysis.record

    @property
    def text(self) -> str:
        return self.analysis.text

    @cached_property
    def name_starts(self) -> frozenset[int]:
        """Where names begin."""
        return frozenset(mention.start for mention in self.mentions)

    def sentence(self, offset: int) -> Span:
        """The sentence that holds the character at `offset`."""
        return self.analysis.sentence_at(offset)

    def is_ahead(self, offset: int) -> bool:
        """Whether the text speaks of the coming period there."""
        return self.plans.hold(offset)
