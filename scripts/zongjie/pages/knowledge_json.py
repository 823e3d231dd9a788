"""Knowledge → `docs/data/knowledge.json`, the data file that others rely on."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any

from zongjie.model import Attributes, Entity, Fact, Figure, Knowledge, Record, Span
from zongjie.pages.statements import fact_anchor
from zongjie.pages.urls import entity_url, passage_url, record_url

SCHEMA = "1"
_NO_URLS: Mapping[str, str] = MappingProxyType({})


def knowledge_json(knowledge: Knowledge, fact_urls: Mapping[str, str] = _NO_URLS) -> str:
    """The whole of `knowledge` as JSON text: a line for each thing, keys in a fixed order, the same bytes for the same knowledge.

    `fact_urls` tell where statements stand, by anchor; a fact that is not among them has the address of its paragraph.
    """
    records = {record.id: record for record in knowledge.records}
    lists = {
        "records": map(_record, knowledge.records),
        "entities": (_entity(entity, records) for entity in knowledge.entities),
        "facts": (_fact(fact, records[fact.record], fact_urls) for fact in knowledge.facts),
        "figures": map(_figure, knowledge.figures),
    }
    head = f'"schema": {_line(SCHEMA)},\n"tagger": {_line(knowledge.tagger)}'
    return "{\n" + ",\n".join([head, *(f'"{name}": {_lines(rows)}' for name, rows in lists.items())]) + "\n}\n"


def _lines(rows: Iterable[dict[str, Any]]) -> str:
    """A list with a line for each row. (Indented all through, a large file would take ten times as long to make.)"""
    return "[\n" + ",\n".join(map(_line, rows)) + "\n]"


def _line(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _record(record: Record) -> dict[str, Any]:
    bureau, region, period = record.bureau, record.region, record.period
    return {
        "id": record.id,
        "source": record.source,
        "part": record.part,
        "lines": list(record.lines),
        "title": record.title,
        "kind": record.kind,
        "bureau": {
            "name": bureau.name,
            "candidates": [{"name": c.name, "weight": c.weight} for c in bureau.candidates],
            "confidence": bureau.confidence,
            "evidence": _evidence(record, bureau.evidence),
        },
        "region": {
            "province": region.province,
            "city": region.city,
            "county": region.county,
            "confidence": region.confidence,
            "evidence": _evidence(record, region.evidence),
        },
        "period": {
            "year": period.year,
            "span": period.span,
            "confidence": period.confidence,
            "evidence": _evidence(record, period.evidence),
        },
        "text": record.text,
        "url": record_url(record),
        "blocks": [{"id": b.id, "start": b.start, "end": b.end, "line": b.line} for b in record.blocks],
        "sections": [
            {"title": s.title, "level": s.level, "inferred": s.inferred, "start": s.start, "end": s.end}
            for s in record.sections
        ],
        "damage": [{"start": d.start, "end": d.end, "kind": d.kind, "text": d.text} for d in record.damage],
        "boilerplate": [{"line": b.line, "text": b.text} for b in record.boilerplate],
        "joins": list(record.joins),
        "duplicate_of": [
            {
                "record": d.record,
                "blocks": [
                    {"block": p.block, "other_block": p.other_block, "similarity": p.similarity} for p in d.pairs
                ],
            }
            for d in record.duplicate_of
        ],
        "provenance": _attributes(record.provenance),
    }


def _entity(entity: Entity, records: dict[str, Record]) -> dict[str, Any]:
    return {
        "id": entity.id,
        "kind": entity.kind,
        "name": entity.name,
        "aliases": list(entity.aliases),
        "attributes": _attributes(entity.attributes),
        "url": entity_url(entity),
        "mentions": [
            {
                "record": m.record,
                "start": m.start,
                "end": m.end,
                "text": m.text,
                "block": records[m.record].block_at(m.start).id,
                "rule": m.rule,
            }
            for m in entity.mentions
        ],
    }


def _fact(fact: Fact, record: Record, urls: Mapping[str, str]) -> dict[str, Any]:
    anchor = fact_anchor(fact)
    return {
        "id": anchor,
        "subject": fact.subject,
        "predicate": fact.predicate,
        "object": fact.object,
        "record": fact.record,
        "start": fact.start,
        "end": fact.end,
        "attributes": _attributes(fact.attributes),
        "url": urls.get(anchor, passage_url(record, fact.start)),
    }


def _figure(figure: Figure) -> dict[str, Any]:
    return {
        "record": figure.record,
        "start": figure.start,
        "end": figure.end,
        "what": figure.what,
        "value": figure.value,
        "number": figure.number,
        "unit": figure.unit,
        "target": figure.target,
    }


def _evidence(record: Record, spans: Iterable[Span]) -> list[dict[str, Any]]:
    return [{"start": s.start, "end": s.end, "text": record.text[s.start : s.end]} for s in spans]


def _attributes(attributes: Attributes) -> dict[str, Any]:
    return {key: list(value) if isinstance(value, tuple) else value for key, value in sorted(attributes.items())}
