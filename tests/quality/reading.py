"""What was read of each record: region, year, kind, headings, damage and boilerplate, held against the gold.

Region and year: right, wrong, or left open. Where the gold holds a value as merely inferable or likely, that value and none are both
right. Headings: titles, enumerators aside. Lost headings: found where an inferred section begins in the same block.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.quality.gold import Rates, fold, gold_texts, read_yaml

_ENUMERATOR = re.compile(
    r"^(第?[一二三四五六七八九十]+[、是.]|[(（][一二三四五六七八九十\d]+[)）]|\d+[、.]|[⑴-⒇①-⑳])+、?"
)
_TAIL = re.compile(r"(省|市|县|区|旗|壮族自治区|自治区|自治州|州)$")
_PLACES = ("province", "city", "county")


@dataclass(frozen=True)
class Wanted:
    """What the gold says of one record. Each of `told` is (must be, may be)."""

    stem: str
    part: int | None
    lines: list[int] | None
    told: dict[str, tuple[str | None, str | None]]
    kind: str | None
    headings: list[str]
    lost: list[dict[str, Any]]
    damage: list[str]
    boilerplate: list[str]


@dataclass
class ReadingScore:
    """Counts by name (`year wrong`, `kind right`, `lines right` …), rates, and what went wrong in words."""

    counts: Counter[str] = field(default_factory=Counter)
    headings: Rates = field(default_factory=Rates)
    lost: Rates = field(default_factory=Rates)
    damage: Rates = field(default_factory=Rates)
    boilerplate: Rates = field(default_factory=Rates)
    notes: list[str] = field(default_factory=list)


def score_reading(knowledge: dict[str, Any], gold: Path) -> ReadingScore:
    """The score for a folder of gold files, or for the file `records.yml` of a compilation."""
    score = ReadingScore()
    for wanted in _compilation(gold) if gold.is_file() else _folder(gold):
        mine = [
            r
            for r in knowledge["records"]
            if Path(r["source"]).stem == wanted.stem and wanted.part in (None, r["part"])
        ]
        label = wanted.stem if wanted.part is None else f"{wanted.stem}-{wanted.part}"
        score.counts["records right" if len(mine) == 1 else "records wrong"] += 1
        if mine:
            _score_record(wanted, label, mine[0], score)
    return score


def _folder(gold: Path) -> Iterator[Wanted]:
    for text in gold_texts(gold):
        record = text.data.get("record") or {}
        may = record.get("inferable") or {}
        told = {key: (_bare_place(record.get(key)), _bare_place(may.get(key))) for key in _PLACES}
        told["year"] = (_year(record.get("period")), _year(may.get("period")))
        sections = record.get("sections") or []
        yield Wanted(
            text.stem,
            None,
            None,
            told,
            record.get("kind"),
            [s.get("title") or s.get("heading") for s in sections if not s.get("inferred")],
            [{"at": s["at"]} for s in sections if s.get("inferred") and s.get("at")],
            [str(s) for s in record.get("damage") or []],
            [str(s) for s in record.get("boilerplate") or []],
        )


def _compilation(path: Path) -> Iterator[Wanted]:
    data = read_yaml(path)
    for row in data["records"]:
        bureau, period = row["bureau"], row["period"]
        told = {key: _sure(_bare_place(bureau.get(key)), bureau["confidence"]) for key in _PLACES}
        told["year"] = _sure(_year(period.get("year")), period["confidence"])
        nodes = list(_walk(row["structure"]))
        damage = [d["text"] for d in row["damage"] if d["kind"] in ("redaction", "garbled")]
        yield Wanted(
            Path(data["source"]).stem,
            row["piece"],
            row["lines"],
            told,
            None,
            [n["heading"] for n in nodes if n.get("heading") and not n.get("missing")],
            [{"line": (n.get("lines") or [n.get("line")])[0]} for n in nodes if n.get("missing")],
            damage,
            [],
        )


def _walk(nodes: list[dict[str, Any]] | None) -> Iterator[dict[str, Any]]:
    for node in nodes or []:
        yield node
        yield from _walk(node.get("children"))


def _score_record(wanted: Wanted, label: str, record: dict[str, Any], score: ReadingScore) -> None:
    if wanted.lines:
        first, last = wanted.lines
        score.counts["lines right" if record["lines"] in ([first, last], [first + 1, last]) else "lines wrong"] += 1
    got: dict[str, str | None] = {key: _bare_place(record["region"].get(key)) for key in _PLACES}
    got["year"] = _year(record["period"].get("year"))
    for key, (must, may) in wanted.told.items():
        outcome = _outcome(got[key], must, may)
        score.counts[f"{key} {outcome}"] += 1
        if outcome in ("wrong", "beyond gold"):
            score.notes.append(f"{label}: {key} {got[key]}, gold {must or may}")
    if wanted.kind:
        score.counts["kind right" if record["kind"] == wanted.kind else "kind wrong"] += 1
    _score_headings(wanted, label, record, score)
    _score_damage(wanted, label, record, score)
    shown = {fold(row["text"]) for row in record["boilerplate"]}
    score.boilerplate.wanted += len(wanted.boilerplate)
    score.boilerplate.found += sum(fold(line) in shown for line in wanted.boilerplate)


def _score_headings(wanted: Wanted, label: str, record: dict[str, Any], score: ReadingScore) -> None:
    have = Counter(_bare(s["title"]) for s in record["sections"] if not s["inferred"])
    want = Counter(_bare(title) for title in wanted.headings if title)
    rates = score.headings
    rates.wanted += want.total()
    rates.found += (have & want).total()
    rates.predicted += have.total()
    rates.right += (have & want).total()
    score.notes += [f"{label}: heading missed: {title}" for title in want - have]
    inferred = {_block_at(record, s["start"]) for s in record["sections"] if s["inferred"]}
    for lost in wanted.lost:
        if "line" in lost:
            blocks = {b["id"] for b in record["blocks"] if b["line"] == lost["line"]}
        else:
            blocks = {_block_at(record, record["text"].find(str(lost["at"])[:12]))}
        score.lost.wanted += 1
        score.lost.found += bool(blocks & inferred)
        if not blocks & inferred:
            score.notes.append(f"{label}: lost heading not inferred at {lost}")


def _score_damage(wanted: Wanted, label: str, record: dict[str, Any], score: ReadingScore) -> None:
    spans = [(d["start"], d["end"]) for d in record["damage"]]
    for string in wanted.damage:
        places = [match.span() for match in re.finditer(re.escape(string), record["text"])]
        if places:
            hit = any(start < end2 and start2 < end for start, end in spans for start2, end2 in places)
            score.damage.wanted += 1
            score.damage.found += hit
            if not hit:
                score.notes.append(f"{label}: damage not marked: {string}")


def _outcome(got: str | None, must: str | None, may: str | None) -> str:
    if not got:
        return "left open" if must else "right"
    if got in (must, may):
        return "right"
    return "wrong" if must or may else "beyond gold"


def _block_at(record: dict[str, Any], offset: int) -> str | None:
    return next((b["id"] for b in record["blocks"] if b["start"] <= offset < b["end"]), None)


def _bare(title: object) -> str:
    return fold(_ENUMERATOR.sub("", str(title).strip()))


def _bare_place(value: object) -> str | None:
    return _TAIL.sub("", str(value)) if value else None


def _year(value: object) -> str | None:
    match = re.search(r"(?:19|20)\d\d", str(value or ""))
    return match[0] if match else None


def _sure(value: str | None, confidence: str) -> tuple[str | None, str | None]:
    return (value, None) if confidence == "certain" else (None, value)
