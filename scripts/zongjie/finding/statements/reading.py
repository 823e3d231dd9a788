"""A record as its statements are read from it, and what a statement is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from zongjie.finding.analysis import Analysis
from zongjie.finding.statements.masked import PARTIES, Masked, mask_lists, mask_names, outermost
from zongjie.model import Attributes, Kind, Mention, Predicate, Record, Span

# Kinds whose finder reads whose they are, the attribute, and the relation that it tells.
OWNED: tuple[tuple[Kind, str, Predicate], ...] = (
    ("platform", "owner", "owns_platform"),
    ("honor", "winner", "won_honor"),
)


@dataclass(frozen=True, slots=True)
class Statement:
    """A relation between mentions; `subject` is None where the bureau is meant. `span` is the sentence that says so."""

    predicate: Predicate
    subject: Mention | None
    object: Mention
    span: Span
    attributes: Attributes


@dataclass(frozen=True)
class Reading:
    """A record as its statements are read from it."""

    record: Record
    mentions: Sequence[Mention]

    @property
    def text(self) -> str:
        return self.record.text

    @cached_property
    def analysis(self) -> Analysis:
        return Analysis(self.record)

    @cached_property
    def outer(self) -> list[Mention]:
        return outermost(self.mentions)

    @cached_property
    def names(self) -> Masked:
        return mask_names(self.text, self.outer)

    @cached_property
    def lists(self) -> Masked:
        return mask_lists(self.text, self.outer)

    def is_in_program(self, mention: Mention) -> bool:
        """Whether the mention is but a part of a program's name: 国家科技型中小企业 in 国家科技型中小企业技术创新基金."""
        return any(m.start <= mention.start and mention.end <= m.end for m in self.of("program"))

    def of(self, *kinds: Kind) -> list[Mention]:
        return [m for m in self.mentions if m.kind in kinds]

    def inside(self, mention: Mention) -> list[Mention]:
        """The parties and programs whose names are a part of the mention's name."""
        parts = self.of(*PARTIES, "program")
        return [m for m in parts if mention.start <= m.start and m.end <= mention.end]

    def sentence(self, mention: Mention) -> Span:
        return self.analysis.sentence_at(mention.start)


def is_told(mention: Mention) -> bool:
    """Whether the finder of a platform or an honour read whose it is; then no rule adds others."""
    return any(mention.kind == kind and bool(mention.attributes.get(key)) for kind, key, _ in OWNED)
