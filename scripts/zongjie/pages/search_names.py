"""Knowledge → the names that the search dialog finds as one types.

The file must stay small where there are tens of thousands of names (25 bytes a name, compressed). So like stands
with like, in columns; pinyin comes from one table of characters; a page's address is spelled from its name.
docs/assets/search/names.js reads it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence

from zongjie.lexicon.words import Words
from zongjie.model import KINDS, Entity, Knowledge, Record
from zongjie.pages.labels import record_label
from zongjie.pages.search_pages import SearchPage
from zongjie.pages.search_slugs import Slugs, base36
from zongjie.pages.syllables import syllables
from zongjie.pages.urls import FOLDERS

_GLOBAL = "zongjieNames"


NO_WORDS = Words({"搜索词前话": (), "搜索词尾话": ()})


def names_script(knowledge: Knowledge, pages: Sequence[SearchPage] = (), words: Words = NO_WORDS) -> str:
    """A classic script that sets one global with the names, aliases, readings and records of `knowledge`, and `pages`.

    A script and not JSON, because a page read from disk may load scripts but not fetch files.
    """
    readings = syllables((*_all_forms(knowledge), *(name for page in pages for name in page.names)))
    slugs = Slugs(readings.usual, tuple(record.id for record in knowledge.records))
    data = {
        "usual": _by_syllable((reading, character) for character, reading in readings.usual.items()),
        "more": _by_syllable((reading, character) for character, more in readings.more.items() for reading in more),
        "records": [_record_row(record) for record in knowledge.records],
        "kinds": {
            kind: _columns([entity for entity in knowledge.entities if entity.kind == kind], slugs) for kind in KINDS
        },
        "folders": dict(FOLDERS),
        "pages": ["\t".join((page.kind, page.address, page.about, *page.names)) for page in pages],
        "asides": [words["搜索词前话"], words["搜索词尾话"]],
    }
    rows = ",\n".join(f"{_json(key)}:{_json(value)}" for key, value in data.items())
    return f"window.{_GLOBAL} = {{\n{rows}\n}};\n"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _all_forms(knowledge: Knowledge) -> Iterable[str]:
    for entity in knowledge.entities:
        yield entity.name
        yield from entity.aliases
    for record in knowledge.records:
        yield record.title
        yield record_label(record)


def _by_syllable(pairs: Iterable[tuple[str, str]]) -> str:
    """Each reading followed by its characters: `a阿啊ai爱哀…`."""
    groups: dict[str, str] = {}
    for reading, character in sorted(pairs):
        groups[reading] = groups.get(reading, "") + character
    return "".join(reading + characters for reading, characters in groups.items())


def _record_row(record: Record) -> list[str]:
    """Id, how other pages call it, its title where that differs, kind, region from the province down, year."""
    label = record_label(record)
    region = "/".join(part or "" for part in (record.region.province, record.region.city, record.region.county))
    title = "" if record.title == label else record.title
    return [record.id, label, title, record.kind, region.strip("/"), record.period.year or ""]


def _columns(entities: Sequence[Entity], slugs: Slugs) -> dict[str, str]:
    """One kind of entity, a line each in every column, sorted by name: neighbours share their beginnings."""
    rows = sorted(entities, key=lambda entity: (entity.name, entity.id))
    return {
        "names": "\n".join("\t".join(map(_plain, (entity.name, *entity.aliases))) for entity in rows),
        "slugs": "\n".join(slugs.pack(entity.slug, _plain(entity.name)) for entity in rows),
        "where": "\n".join(_where(entity, slugs.numbers) for entity in rows),
        "weights": " ".join(str(len(entity.mentions)) for entity in rows),
        "notes": "\n".join(_note(entity) for entity in rows).rstrip("\n"),
    }


def _plain(text: str) -> str:
    """A form without the two characters that part forms and names."""
    return " ".join(text.split()) if "\t" in text or "\n" in text else text


def _where(entity: Entity, numbers: Mapping[str, int]) -> str:
    """The numbers of the records that mention it: the first one, then the distances from one to the next."""
    found = sorted({numbers[mention.record] for mention in entity.mentions})
    return " ".join(base36(here - before) for before, here in zip([0, *found], found, strict=False))


def _note(entity: Entity) -> str:
    """What tells it apart beside its records: an event's date."""
    date = entity.attributes.get("date_iso") or entity.attributes.get("date")
    return _plain(date) if entity.kind == "event" and isinstance(date, str) else ""
