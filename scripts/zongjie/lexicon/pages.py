"""What readers call the indexes and the pages about the site in the search box (`data/lexicon/pages.yml`)."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from zongjie.yamlfile import read_rows


@dataclass(frozen=True)
class PageName:
    """A page: its address from the site's root (`downloads/#feed`), its name, what else it is called, a line about it."""

    page: str
    name: str
    also: tuple[str, ...]
    about: str = ""


def read_pages(path: Path) -> tuple[PageName, ...]:
    """The pages of `path`; none where there is no such file. Raises InputError where one name leads to two pages."""
    found: list[PageName] = []
    seen: set[str] = set()
    for row in read_rows(path) if path.exists() else ():
        row.check_keys("page", "name", "also", "about")
        one = PageName(row.text("page"), row.text("name"), row.texts("also"), row.text("about", ""))
        for name in (one.name, *one.also):
            if name in seen:
                row.fail(f"「{name}」写了两次", "一个叫法只能通到一页,请只留一处")
            seen.add(name)
        found.append(one)
    return tuple(found)
