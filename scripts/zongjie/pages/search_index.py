"""Built site → the full-text index that the search dialog asks (Pagefind, in `pagefind/` of the site).

Pagefind cuts Chinese into words, the query apart from the text: 拉动企业投入 finds nothing in a text that it cut
differently. So it is given every character as a word of its own, and docs/assets/search/fulltext.js asks for phrases
of characters: any piece of a text finds that text, and nothing else does. The index is a third larger for it.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape
from html.parser import HTMLParser
from pathlib import Path

# Only the summaries themselves: pages of entities quote them, and names have their own finder.
_PAGES = "records/*/index.html"
_VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"})
# What a page adds to the text of a summary.
_ADDED = frozenset({"legend", "number", "inferred", "headerlink"})
_BLOCK = re.compile(r"p[0-9]+")
_SPACE = "␣"
# Pagefind takes a letter next to these for code: 2><h1.
_BRACKETS = str.maketrans("<>", "﹤﹥")
# Of Pagefind's own dialogs nothing is used.
_NEEDED = ("pagefind-entry.json", "pagefind-worker.js")
# Ends a passage, so that Pagefind adds no full stop of its own.
_END = "¶"
_WORD_START = re.compile(r"(?<=.)(?=\w)")


@dataclass(frozen=True, slots=True)
class RecordPage:
    """What of a record's page is searched: its passages (id of the paragraph, text), and what they are filtered by."""

    passages: tuple[tuple[str, str], ...]
    filters: tuple[tuple[str, str], ...]


def index_site(site: Path) -> None:
    """Index the record pages of `site` (what stands in `data-pagefind-body`) and write the index to `site/pagefind/`."""
    index = site / "pagefind"
    paths = sorted(site.glob(_PAGES))
    if not paths:
        return
    with tempfile.TemporaryDirectory() as folder:
        for path in paths:
            page = Path(folder, path.relative_to(site))
            page.parent.mkdir(parents=True)
            page.write_text(searchable(_whole(path)), encoding="utf-8")
        shutil.rmtree(index, ignore_errors=True)
        _run_pagefind(Path(folder), index)
    for path in index.glob("pagefind-*"):
        if path.name not in _NEEDED:
            path.unlink()


def _run_pagefind(pages: Path, index: Path) -> None:
    """Index the HTML files in `pages`. The program itself: its Python interface waits a tenth of a second for each page."""
    command = [sys.executable, "-m", "pagefind", "--site", str(pages), "--output-path", str(index)]
    # A language that Pagefind knows no stems and no words of.
    done = subprocess.run(
        [*command, "--force-language", "unknown"], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    if done.returncode:
        raise RuntimeError(f"Pagefind failed:\n{done.stdout}")


def _whole(path: Path) -> RecordPage:
    """A record's page with the pages below it on which a long text goes on: they are found under its one address."""
    first = read_page(path.read_text(encoding="utf-8"))
    numbered = sorted((p for p in path.parent.glob("*/index.html") if p.parent.name.isdigit()), key=_number)
    further = [passage for page in numbered for passage in read_page(page.read_text(encoding="utf-8")).passages]
    return RecordPage((*first.passages, *further), first.filters)


def _number(path: Path) -> int:
    return int(path.parent.name)


def read_page(html: str) -> RecordPage:
    """The passages and filters of a record's page."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return RecordPage(
        tuple((block, text) for block, text in reader.texts() if text),
        tuple(reader.filters),
    )


def searchable(page: RecordPage) -> str:
    """The page as Pagefind is to read it: an anchor for each passage, and every character a word."""
    filters = "".join(f'<meta data-pagefind-filter="{escape(name)}:{escape(value)}">' for name, value in page.filters)
    passages = "".join(f'<p><i id="{block}"></i>{escape(characters(text))}{_END}</p>' for block, text in page.passages)
    return f"<!doctype html><html><head>{filters}</head><body data-pagefind-body>{passages}</body></html>"


def characters(text: str) -> str:
    """`text` with a blank before each character: 获“xx奖” → `获“ x x 奖”`. Blanks that were there become ␣, < and > ﹤ and ﹥.

    Punctuation stays with the character before it: Pagefind would count a place for it, and phrases would not join.
    """
    spaced = " ".join(text.split()).replace(" ", _SPACE).translate(_BRACKETS)
    return _WORD_START.sub(" ", spaced).strip()


@dataclass
class _Reader(HTMLParser):
    """Collects the text below `data-pagefind-body`, paragraph by paragraph."""

    filters: list[tuple[str, str]] = field(default_factory=list)
    _open: list[tuple[bool, bool]] = field(default_factory=list)
    _texts: list[tuple[str, list[str]]] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def texts(self) -> Iterator[tuple[str, str]]:
        for block, pieces in self._texts:
            yield block, "".join(pieces).strip()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        own = {name: value or "" for name, value in attrs}
        if "data-pagefind-filter" in own:
            self.filters.append((own["data-pagefind-filter"].partition("[")[0], own.get("content", "")))
        if tag in _VOID:
            return
        inside, ignored = self._open[-1] if self._open else (False, False)
        ignored = ignored or "data-pagefind-ignore" in own or bool(_ADDED & set(own.get("class", "").split()))
        self._open.append((inside or "data-pagefind-body" in own, ignored))
        if self._open[-1] == (True, False) and _BLOCK.fullmatch(own.get("id", "")):
            self._texts.append((own["id"], []))

    def handle_endtag(self, tag: str) -> None:
        if tag not in _VOID and self._open:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1] == (True, False) and self._texts:
            self._texts[-1][1].append(data)
