"""Links from one page to entities, records and passages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from zongjie.model import Block, Entity, Mention, Record, Span
from zongjie.pages.catalog import Catalog, Named
from zongjie.pages.details import Party, honor_status, project_details
from zongjie.pages.escape import Markdown, escape
from zongjie.pages.labels import KIND_NAMES, STATUS_NAMES, record_label, record_title, source_label
from zongjie.pages.passage import Anchor, link, quote
from zongjie.pages.urls import entity_page, link_to, record_page

_RECORDS = "records/"
# In a cell of a table.
_PARTIES_SHOWN = 8


@dataclass(frozen=True, slots=True)
class Linker:
    """Makes the links of the Markdown file `page` (relative to `docs/`)."""

    page: str
    catalog: Catalog

    def entity(self, entity: Entity, text: str | None = None) -> Markdown:
        """The entity's name, or `text`, leading to its page."""
        return link(entity.name if text is None else text, self._to(entity), css=f"m {entity.kind}")

    def listed(self, entity: Entity) -> Markdown:
        """The entity in a list that has no room for its state: what was only applied or striven for is marked."""
        return Markdown(
            " ".join(part for part in (self.entity(entity), badge(open_state(entity, self.catalog))) if part)
        )

    def party(self, party: Party) -> Markdown:
        """The name of a party, as a link where it has a page; with whose it is except on the page of its record."""
        told = party.name if self.page.startswith(_RECORDS) else party.told
        return self.entity(party.entity, told) if party.entity else escape(told)

    def parties(self, parties: Sequence[Party], at_most: int = _PARTIES_SHOWN) -> Markdown:
        """Several of them, joined: the first ones, and how many there are."""
        more = f" 等 {len(parties)} 个" if len(parties) > at_most else ""
        return Markdown("、".join(map(self.party, parties[:at_most])) + more)

    def record(self, record: Record, text: str | None = None) -> Markdown:
        """The record's label, or `text`, leading to its page."""
        shown = record_label(record) if text is None else text
        return link(
            shown, link_to(record_page(record.id), self.page), title=record.title if shown != record.title else ""
        )

    def block(self, record: Record, block: Block, text: str | Markdown | None = None, title: str = "") -> Markdown:
        """第 12 段, or `text`, leading to that paragraph."""
        shown = f"第 {block.id.removeprefix('p')} 段" if text is None else text
        return link(shown, self.to_block(record, block), title, "passage")

    def to_block(self, record: Record, block: Block, anchor: str = "") -> str:
        """The relative link to a paragraph, or to the `anchor` of a heading in it."""
        part = self.catalog.portions[record.id].at(block.start)
        return link_to(record_page(record.id, part), self.page, anchor or block.id)

    def cited(self, record_id: str, offset: int, title: str = "") -> Markdown:
        """The paragraph that holds `offset`, by its record's bureau and year: 正定县科技局 2012,第 1 段."""
        paragraph = self.catalog.records[record_id].block_at(offset).id.removeprefix("p")
        return self._source(record_id, offset, f",第 {paragraph} 段", title)

    def passage(self, record_id: str, offset: int, text: str | Markdown | None = None, title: str = "") -> Markdown:
        """第 12 段, or `text`, leading to the paragraph that holds `offset`."""
        record = self.catalog.records[record_id]
        return self.block(record, record.block_at(offset), text, title)

    def first_passage(self, entity: Entity, record_id: str | None = None) -> Markdown:
        """Where the entity is first named (in one record): 第 12 段, with the record's label on other pages than its own."""
        if record_id is None:
            return self.source(entity.mentions[0])
        return self.passage(record_id, self.catalog.mentions_in(entity, record_id)[0].start)

    def source(self, mention: Mention) -> Markdown:
        """Where a mention stands, by the record's bureau and year."""
        return self._source(mention.record, mention.start, "")

    def _source(self, record_id: str, offset: int, more: str, title: str = "") -> Markdown:
        record = self.catalog.records[record_id]
        href = self.to_block(record, record.block_at(offset))
        shown, whole = f"{source_label(record)}{more}", title or record_title(record)
        return link(shown, href, whole if whole != shown else "", "passage")

    def anchor(self, named: Named) -> Anchor:
        """A mention in the text as a link to its page; the tooltip tells its kind, and its full name where the text has another."""
        entity = named.entity
        title = KIND_NAMES[entity.kind]
        if entity.name != named.mention.text:
            title = f"{title}:{entity.name}"
        return Anchor(named.mention.span, self._to(entity), title, f"m {entity.kind}")

    def quote(self, record_id: str, sentence: Span, hits: Iterable[Span]) -> Markdown:
        """A sentence of a record with `hits` in bold."""
        record = self.catalog.records[record_id]
        return quote(record.text, sentence, tuple(hits), record.damage)

    def first_in(self, entity: Entity, record: Record) -> Markdown:
        """The record's bureau and year, leading to where it first names the entity."""
        return self.source(self.catalog.mentions_in(entity, record.id)[0])

    def to(self, page: str) -> str:
        """The relative link to another Markdown file."""
        return link_to(page, self.page)

    def _to(self, entity: Entity) -> str:
        return link_to(entity_page(entity), self.page)


def badge(status: str) -> Markdown:
    """立项, 申报, 争创 … as a badge that tells them apart; nothing where the text tells nothing."""
    return Markdown(f"*{STATUS_NAMES[status]}*{{ .badge .{status} }}") if status in STATUS_NAMES else Markdown()


def is_planned(event: Entity, catalog: Catalog) -> bool:
    """Whether the texts speak of the event as of one to come, and nowhere as of one that was held."""
    return all(catalog.is_ahead(mention.record, mention.start) for mention in event.mentions)


def open_state(entity: Entity, catalog: Catalog) -> str:
    """`applied`, `aimed` or `ahead`, empty for what was granted, won or held and for what has no such state."""
    match entity.kind:
        case "event":
            return "ahead" if is_planned(entity, catalog) else ""
        case "project":
            status = project_details(entity, catalog).status
        case "honor":
            status = honor_status(entity, catalog)
        case _:
            status = ""
    return status if status in ("applied", "aimed") else ""
