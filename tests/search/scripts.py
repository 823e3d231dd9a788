"""The scripts of the search box, run in Chromium without a site."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from search_timings import MATCHER
from zongjie.lexicon.words import Words
from zongjie.model import Knowledge
from zongjie.pages.search_names import NO_WORDS, names_script
from zongjie.pages.search_pages import SearchPage

SCRIPTS = Path(__file__).resolve().parents[2] / "docs" / "assets" / "search"

_FIND = """([query, traditional]) => {
  const { match } = window.zongjieSearch;
  const index = traditional ? { ...window.index, simplified: window.zongjieSearch.traditional } : window.index;
  const { sure, guessed } = match.find(index, query);
  return [...sure, ...guessed].map((hit) => ({
    name: hit.entry.name,
    url: hit.entry.url,
    why: hit.why,
    marked: match.rangesIn(hit, hit.form).map(([start, end]) => hit.form.text.slice(start, end)),
  }));
}"""


def load(page: Page, knowledge: Knowledge, pages: Sequence[SearchPage] = (), words: Words = NO_WORDS) -> None:
    """Make `page` ready to find the names of `knowledge` and of `pages`."""
    for script in (*MATCHER, "traditional.js"):
        page.add_script_tag(content=(SCRIPTS / script).read_text(encoding="utf-8"))
    page.add_script_tag(content=names_script(knowledge, pages, words))
    page.evaluate("() => { window.index = window.zongjieSearch.names.createIndex(window.zongjieNames); }")


def find(page: Page, query: str, traditional: bool = False) -> list[dict[str, Any]]:
    """The hits for `query`, best first."""
    hits: list[dict[str, Any]] = page.evaluate(_FIND, [query, traditional])
    return hits
