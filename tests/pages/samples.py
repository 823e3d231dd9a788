"""Small bodies of knowledge for tests of pages, written as YAML."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from tests.make import record
from zongjie.finding.analysis import Analysis
from zongjie.finding.plans import find_plans
from zongjie.lexicon import Lexicon
from zongjie.model import (
    BlockPair,
    Boilerplate,
    Bureau,
    Candidate,
    Damage,
    Duplicate,
    Entity,
    Fact,
    Figure,
    Knowledge,
    Mention,
    Period,
    Record,
    Region,
    Section,
    Span,
)

Row = dict[str, Any]


def knowledge(sample: Row, lexicon: Lexicon | None = None) -> Knowledge:
    """The knowledge that a sample writes down; wherever a text is meant, its words are given. Plans are told by a lexicon."""
    records = {row["id"]: _record(row) for row in sample["records"]}
    return Knowledge(
        tagger="none",
        records=tuple(records.values()),
        entities=tuple(_entity(row, records) for row in sample.get("entities", [])),
        facts=tuple(_fact(row, records) for row in sample.get("facts", [])),
        figures=tuple(_figure(row, records) for row in sample.get("figures", [])),
        doubtful=tuple(_mention(row, row["kind"], records) for row in sample.get("doubtful", [])),
        ahead={id_: find_plans(Analysis(one), lexicon).spans for id_, one in records.items()} if lexicon else {},
    )


def _record(row: Row) -> Record:
    own = record(row["text"].strip("\n"), row["id"])
    bureau, region, period = row.get("bureau", {}), row.get("region", {}), row.get("period", {})
    return replace(
        own,
        title=row.get("title", "科技局工作总结"),
        kind=row.get("kind", "年度总结"),
        bureau=Bureau(
            name=bureau.get("name"),
            candidates=tuple(Candidate(*one) for one in bureau.get("candidates", [])),
            confidence=bureau.get("confidence", "unknown"),
            evidence=_spans(own, bureau.get("evidence", [])),
        ),
        region=Region(
            region.get("province"),
            region.get("city"),
            region.get("county"),
            region.get("confidence", "unknown"),
            _spans(own, region.get("evidence", [])),
        ),
        period=Period(period.get("year"), period.get("span"), period.get("confidence", "unknown"), ()),
        sections=tuple(_section(own, *one) for one in row.get("sections", [])),
        damage=tuple(_damage(own, *one) for one in row.get("damage", [])),
        boilerplate=tuple(Boilerplate(*one) for one in row.get("boilerplate", [])),
        joins=tuple(own.text.index(words) + len(words) for words in row.get("joined_after", [])),
        duplicate_of=tuple(
            Duplicate(other, tuple(BlockPair(*pair) for pair in pairs)) for other, pairs in row.get("repeats", [])
        ),
        provenance=row.get("provenance", {}),
    )


def _span(own: Record, words: str, nth: int = 0) -> Span:
    start = -1
    for _ in range(nth + 1):
        start = own.text.index(words, start + 1)
    return Span(start, start + len(words))


def _spans(own: Record, all_words: list[str]) -> tuple[Span, ...]:
    return tuple(_span(own, words) for words in all_words)


def _section(own: Record, title: str, level: int, begins_at: str = "") -> Section:
    """A section with its heading in the text or, where `begins_at` is given, one that was inferred."""
    at = _span(own, begins_at or title)
    heading = Span(at.start, at.start) if begins_at else at
    return Section(title, level, bool(begins_at), at.start, len(own.text), heading)


def _damage(own: Record, words: str, kind: Any) -> Damage:
    span = _span(own, words)
    return Damage(span.start, span.end, kind, words)


def _mention(row: Row, kind: Any, records: dict[str, Record]) -> Mention:
    span = _span(records[row["record"]], row["text"], row.get("nth", 0))
    attributes = {key: tuple(value) if isinstance(value, list) else value for key, value in row.get("says", {}).items()}
    return Mention(row["record"], kind, span.start, span.end, row["text"], row.get("rule", "test"), attributes)


def _entity(row: Row, records: dict[str, Record]) -> Entity:
    kind = row["id"].partition("/")[0]
    mentions = tuple(_mention(one, kind, records) for one in row["mentions"])
    attributes = {key: value for mention in reversed(mentions) for key, value in mention.attributes.items()}
    return Entity(row["id"], kind, row["name"], tuple(row.get("aliases", [])), mentions, attributes)


def _fact(row: Row, records: dict[str, Record]) -> Fact:
    span = _span(records[row["record"]], row["quote"])
    return Fact(
        row["subject"], row["predicate"], row["object"], row["record"], span.start, span.end, row.get("says", {})
    )


def _figure(row: Row, records: dict[str, Record]) -> Figure:
    span = _span(records[row["record"]], row["value"], row.get("nth", 0))
    return Figure(
        row["record"],
        span.start,
        span.end,
        row["what"],
        row["value"],
        row.get("number"),
        row["unit"],
        row.get("target", False),
    )
