"""The whole way from `data/` to `docs/`: read as a table of contents of the program."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from zongjie.errors import InputError
from zongjie.finding.engine.rulebook import Rulebook
from zongjie.finding.find import Found
from zongjie.finding.said import say
from zongjie.gathering.gather import gather
from zongjie.gathering.harvest import Harvest
from zongjie.gathering.kept import Kept
from zongjie.gathering.workers import Crew, Task, Tools, load_tools
from zongjie.lexicon import Lexicon
from zongjie.model import Fact, Knowledge, Span
from zongjie.pages.kept_pages import KeptPages
from zongjie.pages.site import make_pages
from zongjie.pages.write import Written, write_files
from zongjie.resolving.corrections import Correction, correct, read_corrections
from zongjie.resolving.duplicates import mark_duplicates
from zongjie.resolving.entities import resolve
from zongjie.resolving.relations import relate


@dataclass(frozen=True)
class Project:
    """Where a project keeps what. `editors_word` is False where sources are to be read without sidecar files.

    `kept` is the folder where work is kept from run to run (None: nowhere), `crew` who does it.
    """

    data: Path
    sources: Path
    docs: Path
    editors_word: bool = True
    kept: Path | None = None
    crew: Crew = field(default_factory=Crew)


def build(project: Project) -> Written:
    """Convert the project's sources into pages and data files under its `docs`.

    Raises InputError where an input is unusable; then no page has been touched.
    """
    knowledge, lexicon = extract(project)
    file = project.kept / "pages" if project.kept else None
    kept = KeptPages.at(file) if file else KeptPages()
    written = write_files(make_pages(knowledge, lexicon, kept), project.docs)
    if file:
        kept.save(file)
    return written


def extract(project: Project) -> tuple[Knowledge, Lexicon]:
    """All that the project's sources tell, read with its rules and corrections, and the lexicon that they were read with."""
    sources = source_files(project.sources)
    tools = Tools.of(project.data)
    lexicon, rules = load_tools(tools)
    corrections = read_corrections(project.data / "corrections.yml") if project.editors_word else ()
    kept = Kept(project.kept / "harvests", tools.digest) if project.kept else None
    tasks = [Task(tools, source, project.editors_word) for source in sources]
    return know(gather(tasks, kept, project.crew), lexicon, rules, corrections), lexicon


def know(
    harvests: Sequence[Harvest], lexicon: Lexicon, rules: Rulebook, corrections: Sequence[Correction] = ()
) -> Knowledge:
    """What the sources tell together: mentions → entities → facts. The order of `harvests` does not matter."""
    rows = sorted((row for one in harvests for row in one.rows), key=lambda row: (row[0].source, row[0].part))
    records = mark_duplicates([record for record, _ in rows])

    found: dict[str, Found] = {record.id: those for record, those in rows}
    corrected = correct(records, {record_id: those.mentions for record_id, those in found.items()}, corrections)
    mentions = corrected.mentions
    entities, entity_of = resolve(records, mentions, lexicon.gazetteer)

    facts: list[Fact] = []
    ahead: dict[str, tuple[Span, ...]] = {}
    for record in records:
        said = found[record.id].said
        if record.duplicate_of or mentions[record.id] != found[record.id].mentions:
            said = say(record, mentions[record.id], rules, lexicon)
        facts += relate(record.id, said.statements, entity_of)
        ahead[record.id] = said.plans.spans
    return Knowledge(
        tagger="none",
        records=records,
        entities=entities,
        facts=tuple(facts),
        ahead=ahead,
        figures=tuple(figure for record in records for figure in found[record.id].figures),
        doubtful=tuple(mention for record in records for mention in found[record.id].doubtful),
        idle_corrections=tuple(row.line for row in corrected.idle),
        origins=_origins(harvests, corrections),
    )


def _origins(harvests: Sequence[Harvest], corrections: Sequence[Correction]) -> dict[str, str]:
    """What each record was read from, as a digest; nothing where that of a harvest is not known."""
    if not all(one.key for one in harvests):
        return {}
    keys = {one.key: sha256(f"{one.key}{corrections!r}".encode()).hexdigest() for one in harvests}
    return {record.id: keys[one.key] for one in harvests for record, _ in one.rows}


def source_files(folder: Path) -> list[Path]:
    """The source texts in `folder`, by name. Raises InputError where there is none, or two that would share their ids."""
    if not folder.is_dir():
        raise InputError(folder, "没有这个文件夹", "请建立它,并放入要转换的 .txt 文件")
    paths = sorted(path for path in folder.iterdir() if path.suffix.lower() == ".txt" and path.is_file())
    if not paths:
        raise InputError(folder, "没有 .txt 文件", "请放入要转换的总结,每篇(或每个网页)一个 .txt 文件")
    return paths
