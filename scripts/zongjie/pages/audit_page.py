"""The page of what needs an editor: each thing with its passage and, where there is one, the lines that would settle it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from zongjie.audit import Note, audit
from zongjie.pages.catalog import Catalog
from zongjie.pages.escape import Markdown, escape, reference
from zongjie.pages.linker import Linker
from zongjie.pages.render import render

_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Task:
    """One note as it is shown."""

    problem: str
    quote: str
    where: Markdown
    file: str
    remedy: Markdown


@dataclass(frozen=True, slots=True)
class Tasks:
    """The notes of one kind; `total` of them there are, `tasks` are the first."""

    title: str
    anchor: str
    total: int
    tasks: tuple[Task, ...]


def make_audit_page(catalog: Catalog) -> str:
    """The Markdown of the page for editors."""
    linker = Linker("audit.md", catalog)
    notes = sorted(audit(catalog.knowledge), key=lambda note: note.kind)
    groups = [(kind, tuple(those)) for kind, those in groupby(notes, key=lambda note: note.kind)]
    return render(
        "audit",
        total=len(notes),
        groups=tuple(_tasks(kind, f"kind-{n}", those, linker) for n, (kind, those) in enumerate(groups, 1)),
    )


def _tasks(title: str, anchor: str, notes: Sequence[Note], linker: Linker) -> Tasks:
    return Tasks(title, anchor, len(notes), tuple(_task(note, linker) for note in notes[:_SHOWN]))


def _task(note: Note, linker: Linker) -> Task:
    return Task(note.problem, note.quote, _where(note, linker), note.file, code(note.remedy))


def _where(note: Note, linker: Linker) -> Markdown:
    """The source line, leading to the passage where there is one."""
    if note.record is None:
        return escape(note.where)
    record = linker.catalog.records[note.record]
    block = next((block for block in record.blocks if block.id == note.block), None)
    return linker.block(record, block, note.where) if block else linker.record(record, note.where)


def code(text: str) -> Markdown:
    """Lines of a file as HTML that shows them as they are."""
    shown = "".join(char if char.isalnum() or char in " \n" else reference(char) for char in text)
    return Markdown(f"<pre><code>{shown}</code></pre>") if text else Markdown()
