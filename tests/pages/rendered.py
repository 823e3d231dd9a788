"""Markdown → what a reader sees of it, through the Markdown extensions of the site's own configuration."""

from __future__ import annotations

from functools import cache
from html.parser import HTMLParser

import markdown
from mkdocs.config import load_config

from tests.conftest import ROOT

_VOID = {"br", "hr", "img", "input", "meta", "link"}


@cache
def _processor() -> markdown.Markdown:
    config = load_config(str(ROOT / "mkdocs.yml"), hooks=[])
    return markdown.Markdown(extensions=config["markdown_extensions"], extension_configs=config["mdx_configs"])


def to_html(text: str) -> str:
    """The HTML of a page's Markdown (without its front matter)."""
    processor = _processor()
    processor.reset()
    return processor.convert(text)


class _Reader(HTMLParser):
    """Collects text, and which tags and ids there are; leaves out elements of the classes in `without`."""

    def __init__(self, without: frozenset[str]) -> None:
        super().__init__(convert_charrefs=True)
        self.text: list[str] = []
        self.tags: list[str] = []
        self.ids: list[str] = []
        self._without = without
        self._open: list[bool] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        self.tags.append(tag)
        if told.get("id"):
            self.ids.append(str(told["id"]))
        if tag not in _VOID:
            self._open.append(bool(self._without & set((told.get("class") or "").split())))

    def handle_endtag(self, tag: str) -> None:
        if tag not in _VOID:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        if not any(self._open):
            self.text.append(data)


def read(html: str, without: frozenset[str] = frozenset()) -> _Reader:
    """The text, tags and ids of a piece of HTML."""
    reader = _Reader(without)
    reader.feed(html)
    reader.close()
    return reader


def shown(text: str, *without: str) -> str:
    """What a reader sees of a page's Markdown, apart from elements of the classes in `without`."""
    return "".join(read(to_html(text), frozenset(without)).text)
