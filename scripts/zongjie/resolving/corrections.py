"""`data/corrections.yml`: what an editor sets right after the program has read the texts.

    - do: merge                     # these are one
      kind: enterprise
      names: [富丰饲料公司, 南宁富金丰饲料公司]
    - do: split                     # this form is a thing of its own
      kind: enterprise
      name: 金河
    - do: rename                    # show it by this name
      kind: program
      name: 国家粮食丰产科技工程重大科技专项
      to: 国家粮食丰产科技工程
    - do: retype                    # it is of another kind
      kind: event
      name: 科技入户
      to: program
    - do: ignore                    # it names nothing
      kind: place
      name: 三津
    - do: add                       # the program did not see it
      kind: enterprise
      name: 晨光
      record: kejiju-half-year-six-1

`record` narrows a row to one record; without it the row holds everywhere. `note` is for the editor.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal, get_args

from zongjie.model import KINDS, Kind, Mention, Record
from zongjie.resolving.surfaces import fold
from zongjie.yamlfile import Row, read_rows

Deed = Literal["merge", "split", "rename", "retype", "ignore", "add"]
_DEEDS: tuple[Deed, ...] = get_args(Deed)
_TAKES_TO: frozenset[Deed] = frozenset({"rename", "retype"})


@dataclass(frozen=True)
class Correction:
    """One row: what to do with which names, of which kind, in which record (None: everywhere), and `to` what."""

    deed: Deed
    kind: Kind
    names: tuple[str, ...]
    to: str | None
    record: str | None
    line: int

    def concerns(self, mention: Mention) -> bool:
        """Whether the row speaks of this mention."""
        return (
            mention.kind == self.kind
            and self.record in (None, mention.record)
            and fold(mention.text) in {fold(name) for name in self.names}
        )


@dataclass(frozen=True)
class Corrected:
    """The mentions by record as corrected, and the rows that no longer apply to anything."""

    mentions: Mapping[str, tuple[Mention, ...]]
    idle: tuple[Correction, ...]


def read_corrections(path: Path) -> tuple[Correction, ...]:
    """The rows of `path`; none where there is no such file. Raises InputError for a row that cannot be used."""
    return tuple(_correction(row) for row in read_rows(path)) if path.is_file() else ()


def correct(
    records: Sequence[Record], mentions: Mapping[str, Sequence[Mention]], corrections: Iterable[Correction]
) -> Corrected:
    """Apply `corrections`, in their order, to the mentions of `records` (by record id)."""
    current = {record.id: tuple(mentions.get(record.id, ())) for record in records}
    idle: list[Correction] = []
    for row in corrections:
        changed = {record.id: _apply(row, record, current[record.id]) for record in records}
        if changed == current:
            idle.append(row)
        current = changed
    return Corrected(current, tuple(idle))


def _correction(row: Row) -> Correction:
    row.check_keys("do", "kind", "name", "names", "to", "record", "note")
    deeds = {deed: deed for deed in _DEEDS}
    kinds = {kind: kind for kind in KINDS}
    deed, kind = row.text("do"), row.text("kind")
    if deed not in deeds:
        row.fail(f"不认识的做法「{deed}」", "可用:" + "、".join(_DEEDS))
    if kind not in kinds:
        row.fail(f"不认识的种类「{kind}」", "可用:" + "、".join(KINDS))
    names = row.texts("names") if deed == "merge" else (row.text("name"),)
    if deed == "merge" and len(names) < 2:
        row.fail("merge 至少要两个名称", "请写成 names: [甲, 乙]")
    to = row.text("to") if deed in _TAKES_TO else None
    if deed == "retype" and to not in kinds:
        row.fail(f"不认识的种类「{to}」", "可用:" + "、".join(KINDS))
    return Correction(deeds[deed], kinds[kind], names, to, row.optional("record"), row.line)


def _apply(row: Correction, record: Record, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    if row.deed == "add":
        return _add(row, record, mentions)
    if row.deed == "ignore":
        return tuple(m for m in mentions if not row.concerns(m))
    return tuple(_change(row, m) if row.concerns(m) else m for m in mentions)


def _change(row: Correction, mention: Mention) -> Mention:
    attributes = dict(mention.attributes)
    if row.deed == "merge":
        attributes["entity"] = row.names[0]
    elif row.deed == "split":
        attributes.pop("full", None)
        attributes["entity"] = mention.text
    elif row.deed == "rename":
        attributes["display"] = row.to
    else:
        return replace(mention, kind=next(kind for kind in KINDS if kind == row.to))
    return replace(mention, attributes=attributes)


def _add(row: Correction, record: Record, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """`mentions` with each place where the name stands outside the mentions of its kind."""
    if row.record not in (None, record.id):
        return mentions
    taken = [m.span for m in mentions if m.kind == row.kind]
    added: list[Mention] = []
    name = row.names[0]
    at = record.text.find(name)
    while at >= 0:
        one = Mention(record.id, row.kind, at, at + len(name), name, "corrections")
        if not any(one.span.overlaps(span) for span in taken):
            added.append(one)
        at = record.text.find(name, at + len(name))
    return tuple(sorted((*mentions, *added), key=lambda m: (m.start, -m.end, m.kind))) if added else mentions
