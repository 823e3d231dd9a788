"""Knowledge → the rows of the tables that others get, as `schema` describes them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from zongjie.model import Attributes, Entity, Fact, Record
from zongjie.pages.catalog import Catalog
from zongjie.pages.details import party_of
from zongjie.pages.open_data.schema import (
    ALIASES,
    BLOCKS,
    ENTITIES,
    FACTS,
    FIGURES,
    MENTIONS,
    RECORDS,
    REPEATS,
    Schema,
)
from zongjie.pages.statements import fact_anchor
from zongjie.pages.urls import entity_url, passage_url, record_url

Cell = str | int | float | bool | None
DataRow = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class DataTable:
    """A table and its rows, in a fixed order."""

    schema: Schema
    rows: tuple[DataRow, ...]


def data_tables(catalog: Catalog, fact_urls: Mapping[str, str]) -> tuple[DataTable, ...]:
    """All tables, in the order of `SCHEMAS`; `fact_urls` tell where statements stand, by anchor."""
    return (
        DataTable(RECORDS, tuple(_record(record) for record in catalog.knowledge.records)),
        DataTable(BLOCKS, tuple(_blocks(catalog))),
        DataTable(REPEATS, tuple(_repeats(catalog))),
        DataTable(ENTITIES, tuple(_entity(entity) for entity in catalog.knowledge.entities)),
        DataTable(
            ALIASES, tuple((e.id, alias) for e in catalog.knowledge.entities for alias in dict.fromkeys(e.aliases))
        ),
        DataTable(MENTIONS, tuple(_mentions(catalog))),
        DataTable(FACTS, tuple(_facts(catalog, fact_urls))),
        DataTable(FIGURES, tuple(_figures(catalog))),
    )


def _record(record: Record) -> DataRow:
    bureau, region, period = record.bureau, record.region, record.period
    origin = (_words(record.provenance.get(key)) for key in ("url", "publisher", "fetched"))
    return (
        record.id,
        record.source,
        record.part,
        *record.lines,
        record.title,
        record.kind,
        bureau.name,
        bureau.confidence,
        region.province,
        region.city,
        region.county,
        region.confidence,
        period.year,
        period.span,
        period.confidence,
        len(record.text),
        *origin,
        record_url(record),
    )


def _blocks(catalog: Catalog) -> Iterator[DataRow]:
    for record in catalog.knowledge.records:
        for block in record.blocks:
            text = record.text[block.start : block.end]
            yield record.id, block.id, block.start, block.end, block.line, text, passage_url(record, block.start)


def _repeats(catalog: Catalog) -> Iterator[DataRow]:
    for record in catalog.knowledge.records:
        for repeat in record.duplicate_of:
            for pair in repeat.pairs:
                yield record.id, pair.block, repeat.record, pair.other_block, pair.similarity


def _entity(entity: Entity) -> DataRow:
    records = {mention.record for mention in entity.mentions}
    return (
        entity.id,
        entity.kind,
        entity.name,
        len(entity.mentions),
        len(records),
        _json(entity.attributes),
        entity_url(entity),
    )


def _mentions(catalog: Catalog) -> Iterator[DataRow]:
    for entity in catalog.knowledge.entities:
        for one in entity.mentions:
            record, repeat = catalog.records[one.record], catalog.is_repeat(one.record, one.start)
            block = record.block_at(one.start).id
            yield (
                entity.id,
                record.id,
                block,
                one.start,
                one.end,
                one.text,
                one.rule,
                repeat,
                passage_url(record, one.start),
            )


def _facts(catalog: Catalog, urls: Mapping[str, str]) -> Iterator[DataRow]:
    for fact in catalog.knowledge.facts:
        yield _fact(fact, catalog, urls)


def _fact(fact: Fact, catalog: Catalog, urls: Mapping[str, str]) -> DataRow:
    record = catalog.records[fact.record]
    block, anchor = record.block_at(fact.start).id, fact_anchor(fact)
    rest = {key: value for key, value in fact.attributes.items() if key not in ("level", "status")}
    return (
        anchor,
        fact.subject,
        _name(fact.subject, fact, catalog),
        fact.predicate,
        fact.object,
        _name(fact.object, fact, catalog),
        record.id,
        block,
        fact.start,
        fact.end,
        record.text[fact.start : fact.end],
        _words(fact.attributes.get("level")),
        _words(fact.attributes.get("status")),
        _json(rest),
        catalog.is_repeat(fact.record, fact.start),
        urls.get(anchor, passage_url(record, fact.start)),
    )


def _name(end: str, fact: Fact, catalog: Catalog) -> str | None:
    """What an end of a fact is called; a bureau that is not known has no name."""
    if end in catalog.records:
        return catalog.records[end].bureau.name
    return party_of(end, fact.record, catalog).name


def _figures(catalog: Catalog) -> Iterator[DataRow]:
    for one in catalog.knowledge.figures:
        record, repeat = catalog.records[one.record], catalog.is_repeat(one.record, one.start)
        block = record.block_at(one.start).id
        yield (
            record.id,
            block,
            one.start,
            one.end,
            record.text[one.start : one.end],
            one.what,
            one.value,
            one.number,
            one.unit,
            one.target,
            repeat,
            passage_url(record, one.start),
        )


def _words(value: Any) -> str | None:
    return None if value is None else str(value)


def _json(attributes: Attributes) -> str:
    told = {key: list(value) if isinstance(value, tuple) else value for key, value in sorted(attributes.items())}
    return json.dumps(told, ensure_ascii=False)
