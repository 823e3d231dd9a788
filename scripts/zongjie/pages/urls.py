"""Where everything stands on the site: a folder for each kind, ASCII names, and addresses that end in a slash."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from types import MappingProxyType

from zongjie.model import Entity, Kind, Record

FOLDERS: Mapping[Kind, str] = MappingProxyType(
    {
        "enterprise": "enterprises",
        "program": "programs",
        "project": "projects",
        "event": "events",
        "institution": "institutions",
        "policy": "policies",
        "honor": "honors",
        "platform": "platforms",
        "place": "places",
    }
)


def entity_url(entity: Entity) -> str:
    """The address of an entity's page, relative to the site's root: `enterprises/changshan-shenghua-yaoye/`."""
    return f"{FOLDERS[entity.kind]}/{entity.slug}/"


def record_url(record: Record) -> str:
    """The address of a record's page: `records/kejiju-half-year-six-1/`."""
    return f"records/{record.id}/"


def passage_url(record: Record, offset: int) -> str:
    """The address of the paragraph at `offset`, the same however long the record is: `records/kejiju-half-year-six-1/#p12`."""
    return f"{record_url(record)}#{record.block_at(offset).id}"


def entity_page(entity: Entity, part: int = 1) -> str:
    """The Markdown file of an entity's page, relative to `docs/`; what does not fit on it has pages below it."""
    below = f"/{part}" if part > 1 else ""
    return f"{FOLDERS[entity.kind]}/{entity.slug}{below}.md"


def record_page(record_id: str, part: int = 1) -> str:
    """The Markdown file of a record's page, relative to `docs/`; the rest of a long text has pages below it."""
    below = f"/{part}" if part > 1 else ""
    return f"records/{record_id}{below}.md"


def repeats_page(record_id: str, part: int = 1) -> str:
    """The Markdown file that sets the repeated paragraphs of a record beside each other, where they need their own."""
    return f"records/{record_id}/repeats{f'-{part}' if part > 1 else ''}.md"


def address(page: str, anchor: str = "") -> str:
    """Where the Markdown file `page` stands on the site, relative to its root: for what is written as HTML."""
    path = page.removesuffix("index.md") if page.endswith("index.md") else f"{page.removesuffix('.md')}/"
    return f"{path}#{anchor}" if anchor else path


def link_to(target: str, page: str, anchor: str = "") -> str:
    """The relative link from the Markdown file `page` to the Markdown file `target`, both relative to `docs/`."""
    path = "" if target == page and anchor else _relative(target, posixpath.dirname(page))
    return f"{path}#{anchor}" if anchor else path


def _relative(target: str, folder: str) -> str:
    """The way from `folder` to `target`, both under the same root and in their plain form."""
    ups = 0
    while folder and not target.startswith(f"{folder}/"):
        folder, ups = posixpath.dirname(folder), ups + 1
    return "../" * ups + (target[len(folder) + 1 :] if folder else target)
