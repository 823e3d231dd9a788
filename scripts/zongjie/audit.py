"""What needs an editor: each thing with the sentence it stands in and the lines of YAML that would settle it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from zongjie.model import Entity, Knowledge, Mention, Record
from zongjie.pages.labels import KIND_NAMES
from zongjie.reading.ungarble import propose
from zongjie.resolving.surfaces import fold, is_blanked

NoteKind = Literal["存疑名称", "疑似同名", "未知计划", "乱码", "未能判断", "失效更正"]


@dataclass(frozen=True)
class Note:
    """One thing for an editor.

    `where` is the source file and line as a reader would cite it; `block` names the passage (None where there is
    none); `remedy` is ready to paste into `file`, empty where only a human can say.
    """

    kind: NoteKind
    record: str | None
    block: str | None
    where: str
    problem: str
    quote: str
    file: str
    remedy: str


def audit(knowledge: Knowledge) -> tuple[Note, ...]:
    """All notes, by kind and in reading order."""
    records = {record.id: record for record in knowledge.records}
    return (
        *(_unread(record) for record in knowledge.records if _unread_parts(record)),
        *(_doubtful(mention, records[mention.record]) for mention in knowledge.doubtful),
        *_alike(knowledge, records),
        *_unknown_programs(knowledge, records),
        *(note for record in knowledge.records for note in _garbled(record)),
        *(_idle(line) for line in knowledge.idle_corrections),
    )


def as_text(note: Note) -> str:
    """The note as lines for a terminal."""
    lines = [f"[{note.kind}] {note.where}:{note.problem}"]
    if note.quote:
        lines.append(f"    原文:{note.quote}")
    if note.remedy:
        lines.append(f"    写入 {note.file}:")
        lines += [f"      {line}" for line in note.remedy.splitlines()]
    return "\n".join(lines)


def _unread_parts(record: Record) -> list[tuple[str, str]]:
    """What the text does not tell: (what, the sidecar's field)."""
    parts = []
    if record.bureau.name is None:
        parts.append(("单位", "bureau"))
    if record.region.province is None:
        parts.append(("省份", "province"))
    if record.period.year is None:
        parts.append(("年份", "year"))
    return parts


def _unread(record: Record) -> Note:
    parts = _unread_parts(record)
    candidates = "、".join(candidate.name for candidate in record.bureau.candidates[:3])
    problem = "原文没有说明" + "、".join(what for what, _ in parts) + (f"(可能是{candidates})" if candidates else "")
    remedy = "\n".join(["records:", f"  - part: {record.part}", *(f"    {field}: " for _, field in parts)])
    sidecar = f"data/sources/{record.source.rpartition('.')[0]}.yml"
    return Note("未能判断", record.id, None, f"{record.source} 第 {record.lines[0]} 行", problem, "", sidecar, remedy)


def _doubtful(mention: Mention, record: Record) -> Note:
    remedy = f"- do: add\n  kind: {mention.kind}\n  name: {_quoted(mention.text)}\n  record: {record.id}"
    problem = f"「{mention.text}」像是一个名称({KIND_NAMES[mention.kind]},{mention.rule}),但不够肯定,没有收入索引"
    return _note("存疑名称", record, mention, problem, "data/corrections.yml", remedy)


def _alike(knowledge: Knowledge, records: dict[str, Record]) -> Iterator[Note]:
    """Enterprises of one record or region whose names differ by a character or two: perhaps one firm."""
    groups: dict[tuple[str, str], list[Entity]] = defaultdict(list)
    for entity in knowledge.entities:
        if entity.kind == "enterprise" and not is_blanked(entity.name):
            region = records[entity.mentions[0].record].region
            own = region.county or region.city or entity.mentions[0].record
            groups[(own, fold(entity.name)[-3:])].append(entity)
    for those in groups.values():
        for n, one in enumerate(those):
            for other in those[n + 1 :]:
                if _near(fold(one.name), fold(other.name)):
                    yield _pair(one, other, records)


def _near(one: str, other: str) -> bool:
    """Whether the shorter name is the longer one with at most three characters left out, in their order."""
    short, long = sorted((one, other), key=len)
    if len(long) - len(short) > 3 or len(short) < 4:
        return False
    rest = iter(long)
    return all(char in rest for char in short)


def _pair(one: Entity, other: Entity, records: dict[str, Record]) -> Note:
    mention = other.mentions[0]
    remedy = f"- do: merge\n  kind: enterprise\n  names: [{_quoted(one.name)}, {_quoted(other.name)}]"
    problem = f"「{one.name}」与「{other.name}」可能是同一家企业,原文不足以断定,分作两页"
    return _note("疑似同名", records[mention.record], mention, problem, "data/corrections.yml", remedy)


def _unknown_programs(knowledge: Knowledge, records: dict[str, Record]) -> Iterator[Note]:
    for entity in knowledge.entities:
        national = entity.attributes.get("level") == "国家" and not entity.attributes.get("canonical")
        if entity.kind == "program" and national and not is_blanked(entity.name):
            mention = entity.mentions[0]
            remedy = f"- name: {_quoted(entity.name)}\n  level: 国家\n  type: funding"
            problem = f"国家级计划「{entity.name}」不在计划词表里"
            yield _note("未知计划", records[mention.record], mention, problem, "data/lexicon/programs.yml", remedy)


def _garbled(record: Record) -> Iterator[Note]:
    for damage in record.damage:
        if damage.kind == "garble":
            block = record.block_at(damage.start)
            quote = record.text[max(block.start, damage.start - 15) : min(block.end, damage.end + 15)]
            where = f"{record.source} 第 {block.line} 行"
            proposal = propose(damage.text)
            guess = f",可能原为「{proposal.original}」({proposal.how})" if proposal else ""
            yield Note("乱码", record.id, block.id, where, f"「{damage.text}」是乱码,照录原样{guess}", quote, "", "")


def _idle(line: int) -> Note:
    return Note("失效更正", None, None, f"data/corrections.yml 第 {line} 行", "这条更正已经不起作用", "", "", "")


def _note(kind: NoteKind, record: Record, mention: Mention, problem: str, file: str, remedy: str) -> Note:
    block = record.block_at(mention.start)
    quote = record.text[max(block.start, mention.start - 25) : min(block.end, mention.end + 25)]
    return Note(kind, record.id, block.id, f"{record.source} 第 {block.line} 行", problem, quote, file, remedy)


def _quoted(text: str) -> str:
    """`text` as a YAML scalar that reads back as itself."""
    return "'" + text.replace("'", "''") + "'"
