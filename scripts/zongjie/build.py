"""The whole way from `data/` to `docs/`: read as a table of contents of the program."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from zongjie.errors import InputError
from zongjie.finding.engine.rulebook import Rulebook, read_rulebook
from zongjie.finding.find import Found, find
from zongjie.lexicon import Lexicon, read_lexicon
from zongjie.model import Fact, Knowledge, Record
from zongjie.pages.search_names import names_script
from zongjie.pages.site import make_pages
from zongjie.pages.write import Written, write_files
from zongjie.reading.read import read_source
from zongjie.reading.sidecar import apply_sidecar
from zongjie.resolving.corrections import Correction, correct, read_corrections
from zongjie.resolving.duplicates import mark_duplicates
from zongjie.resolving.entities import resolve
from zongjie.resolving.relations import relate


@dataclass(frozen=True)
class Project:
    """Where a project keeps what. `editors_word` is False where sources are to be read without sidecar files."""

    data: Path
    sources: Path
    docs: Path
    editors_word: bool = True

    @classmethod
    def at(cls, root: Path) -> Project:
        """The project in the folder `root`."""
        return cls(data=root / "data", sources=root / "data" / "sources", docs=root / "docs")


def build(project: Project) -> Written:
    """Convert the project's sources into pages and data files under its `docs`.

    Raises InputError where an input is unusable; then no page has been touched.
    """
    lexicon = read_lexicon(project.data / "lexicon")
    knowledge = extract(project, lexicon)
    files = make_pages(knowledge, lexicon)
    files["data/names.js"] = names_script(knowledge)
    return write_files(files, project.docs)


def extract(project: Project, lexicon: Lexicon) -> Knowledge:
    """All that the project's sources tell, read with its rules and corrections."""
    rules = read_rulebook(project.data / "rules", lexicon.words)
    corrections = read_corrections(project.data / "corrections.yml") if project.editors_word else ()
    return know(read_records(project, lexicon), lexicon, rules, corrections)


def read_records(project: Project, lexicon: Lexicon) -> tuple[Record, ...]:
    """The summaries in the project's sources, with the word of their editors."""
    records: list[Record] = []
    for path in source_files(project.sources):
        read = read_source(path, lexicon)
        records += apply_sidecar(read, path.with_suffix(".yml")) if project.editors_word else read
    return tuple(records)


def know(
    records: Iterable[Record], lexicon: Lexicon, rules: Rulebook, corrections: Iterable[Correction] = ()
) -> Knowledge:
    """What the records tell: record → mentions → entities → facts. The order of `records` does not matter."""
    records = mark_duplicates(sorted(records, key=lambda record: (record.source, record.part)))

    found: dict[str, Found] = {record.id: find(record, lexicon, rules) for record in records}
    corrected = correct(records, {record_id: those.mentions for record_id, those in found.items()}, corrections)
    mentions = corrected.mentions
    entities, entity_of = resolve(records, mentions, lexicon.gazetteer)

    facts: list[Fact] = []
    for record in records:
        facts += relate(record, mentions[record.id], entity_of, rules)
    return Knowledge(
        tagger="none",
        records=records,
        entities=entities,
        facts=tuple(facts),
        figures=tuple(figure for record in records for figure in found[record.id].figures),
        doubtful=tuple(mention for record in records for mention in found[record.id].doubtful),
        idle_corrections=tuple(row.line for row in corrected.idle),
    )


def source_files(folder: Path) -> list[Path]:
    """The source texts in `folder`, by name. Raises InputError where there is none, or two that would share their ids."""
    if not folder.is_dir():
        raise InputError(folder, "没有这个文件夹", "请建立它,并放入要转换的 .txt 文件")
    paths = sorted(path for path in folder.iterdir() if path.suffix.lower() == ".txt" and path.is_file())
    if not paths:
        raise InputError(folder, "没有 .txt 文件", "请放入要转换的总结,每篇(或每个网页)一个 .txt 文件")
    return paths
