"""Plans, funds and campaigns that are known by name (`data/lexicon/programs.yml`)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from zongjie.yamlfile import Row, read_rows

LEVELS = ("国家", "省", "市", "县")
TYPES = ("funding", "initiative")
_YEARS = re.compile(r"(?:19|20)\d\d(?:—(?:19|20)\d\d|起)")


@dataclass(frozen=True)
class ProgramEntry:
    """A known program; a field that is not certain is None or empty.

    `stems` are what is left of the name where another shares its tail (星火 in 星火、火炬计划); alone they mean nothing.
    An alias that stands wholly in quotation marks (“天网”) needs them in the text too. A `generic` name (科技发展计划)
    says something only with a level or a place before it.
    """

    name: str
    aliases: tuple[str, ...]
    level: str | None
    body: str | None
    years: str | None
    type: str  # funding, initiative
    stems: tuple[str, ...] = ()
    generic: bool = False

    @property
    def forms(self) -> tuple[str, ...]:
        """The name and all aliases."""
        return (self.name, *self.aliases)


def read_programs(path: Path) -> tuple[ProgramEntry, ...]:
    """The programs of `path`.

    Raises InputError for a form that names two programs, and for a level, type or year that cannot be read.
    """
    entries: list[ProgramEntry] = []
    owners: dict[str, str] = {}
    for row in read_rows(path):
        entry = _entry(row)
        for form in (*entry.forms, *entry.stems):
            if form in owners:
                row.fail(f"「{form}」已经写在「{owners[form]}」里", "请只保留一处")
            owners[form] = entry.name
        entries.append(entry)
    return tuple(entries)


def _entry(row: Row) -> ProgramEntry:
    row.check_keys("name", "aliases", "stems", "level", "body", "years", "type", "generic")
    level, years, kind = row.optional("level"), row.optional("years"), row.text("type")
    if level is not None and level not in LEVELS:
        row.fail(f"level「{level}」不是级别", "请写国家、省、市或县,各级都有的不填")
    if kind not in TYPES:
        row.fail(f"type「{kind}」不对", "请写 funding 或 initiative")
    if years is not None and not _YEARS.fullmatch(years):
        row.fail(f"years「{years}」不是年份", "请写成 1986—2016 或 1988起")
    return ProgramEntry(
        name=row.text("name"),
        aliases=row.texts("aliases"),
        level=level,
        body=row.optional("body"),
        years=years,
        type=kind,
        stems=row.texts("stems"),
        generic=row.fields.get("generic") is True,
    )
