"""Where the texts name an entity: its sentences by record, shared out among pages where they are many."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from zongjie.model import Entity, Mention, Record, Span
from zongjie.pages.catalog import Catalog
from zongjie.pages.escape import Markdown
from zongjie.pages.linker import Linker
from zongjie.pages.passage import QUOTE_LENGTH
from zongjie.pages.shares import shares

# In bytes of HTML: a character, a quotation with its link, a record's heading with its line in the contents.
_CHARACTER = 3
_QUOTATION = 130
_HEADING = 380
_FIRST_PAGE = 22_000
_FURTHER_PAGE = 40_000


@dataclass(frozen=True, slots=True)
class NamedIn:
    """A sentence of a record, and where it names the entity."""

    record: Record
    sentence: Span
    hits: tuple[Span, ...]
    opens: bool

    @property
    def weight(self) -> int:
        """In bytes of HTML; the first sentence of a record (`opens`) brings its heading."""
        quoted = min(self.sentence.end - self.sentence.start, QUOTE_LENGTH)
        return _CHARACTER * quoted + _QUOTATION + _HEADING * self.opens


@dataclass(frozen=True, slots=True)
class Quotation:
    """A sentence that names the entity; `repeat` where its paragraph repeats one of another record."""

    text: Markdown
    passage: Markdown
    repeat: bool


@dataclass(frozen=True, slots=True)
class Quotations:
    """All sentences of one record that name the entity."""

    record: Markdown
    anchor: str
    quotations: tuple[Quotation, ...]


def named_in(entity: Entity, catalog: Catalog) -> tuple[tuple[NamedIn, ...], ...]:
    """The sentences that name the entity, page by page."""
    return shares(_sentences(entity, catalog), lambda one: one.weight, _FIRST_PAGE, _FURTHER_PAGE)


def quotations(those: Iterable[NamedIn], linker: Linker) -> Iterator[Quotations]:
    """The sentences of each record together."""
    for _, group in groupby(those, key=lambda one: one.record.id):
        sentences = tuple(group)
        record = sentences[0].record
        yield Quotations(linker.record(record), record.id, tuple(_quotation(one, linker) for one in sentences))


def _quotation(one: NamedIn, linker: Linker) -> Quotation:
    record, at = one.record.id, one.hits[0].start
    return Quotation(
        text=linker.quote(record, one.sentence, one.hits),
        passage=linker.passage(record, at),
        repeat=linker.catalog.is_repeat(record, at),
    )


def _sentences(entity: Entity, catalog: Catalog) -> Iterator[NamedIn]:
    """Each sentence once, in the order of the records and their texts."""
    by_record: dict[str, list[Mention]] = {}
    for mention in entity.mentions:
        by_record.setdefault(mention.record, []).append(mention)
    for record in catalog.in_order(by_record):
        hits: dict[Span, list[Span]] = {}
        for mention in sorted(by_record[record.id], key=lambda m: m.start):
            hits.setdefault(catalog.sentence(record.id, mention.start), []).append(mention.span)
        for number, (sentence, spans) in enumerate(hits.items()):
            yield NamedIn(record, sentence, tuple(spans), number == 0)
