"""HTML files as the tests look at them: elements with their attributes, ids and text."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

_VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


@dataclass
class Page(HTMLParser):
    """Links and other addresses, ids, and the text inside elements of a class."""

    ids: set[str] = field(default_factory=set)
    addresses: list[tuple[str, str, str]] = field(default_factory=list)  # tag, attribute, value
    tags: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    _open: list[tuple[str, frozenset[str]]] = field(default_factory=list)
    _texts: list[tuple[tuple[frozenset[str], ...], str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {key: value or "" for key, value in attrs}
        self.tags.append((tag, told))
        self.ids |= {told[key] for key in ("id", "name") if told.get(key)}
        self.addresses += [(tag, key, told[key]) for key in ("href", "src", "action") if key in told]
        if tag not in _VOID:
            self._open.append((tag, frozenset(told.get("class", "").split())))

    def handle_endtag(self, tag: str) -> None:
        while self._open and tag in {name for name, _ in self._open}:
            if self._open.pop()[0] == tag:
                break

    def handle_data(self, data: str) -> None:
        self._texts.append((tuple(classes for _, classes in self._open), data))

    def text(self, within: str, *without: str) -> str:
        """The text inside elements of the class `within`, apart from those of the classes in `without`."""
        return "".join(
            data
            for around, data in self._texts
            if any(within in classes for classes in around)
            and not any(one in classes for classes in around for one in without)
        )


@cache
def read_page(path: Path) -> Page:
    """The HTML file at `path`."""
    page = Page()
    page.feed(path.read_text(encoding="utf-8"))
    page.close()
    return page
