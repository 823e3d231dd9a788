"""How well the search box finds: types queries into it in Chromium and counts where the expected pages stand.

    python scripts/search_report.py [--site site] [--queries tests/search/queries.yml] [--misses]
    python scripts/search_report.py --sources tests/gold/dev/texts --queries tests/search/queries_dev.yml

A query expects names (`name`, with `category` where several kinds share it), a summary (`piece`, its number in its
file, or `text`, the file's name without its ending), or another page (`page`, its address). It is a hit where a result leads to the page of any expected one.
What else a name is called in its text is looked up in the annotations (`--gold`). With `--sources`, the site is built
from these texts. Prints hit@1, hit@3 and queries without any result, for each kind of query.
"""

from __future__ import annotations

import argparse
import functools
import http.server
import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
_ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
_CATEGORIES = {
    "enterprises": "enterprise",
    "programs": "program",
    "projects": "project",
    "events": "event",
    "institutions": "institution",
    "policies": "policy",
    "honors": "honor",
    "platforms": "platform",
    "places": "place",
}


@dataclass(frozen=True, slots=True)
class Query:
    """What is typed, what kind of query that is, and the rows that say what should be found."""

    text: str
    kind: str
    expect: tuple[Mapping[str, Any], ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """Where the first expected page stands among the results, counted from 1; 0 where it is not among them."""

    query: Query
    rank: int
    results: tuple[str, ...]
    known: bool


def read_queries(path: Path) -> tuple[Query, ...]:
    """The rows under `queries` of a YAML file."""
    rows = yaml.safe_load(path.read_text(encoding="utf-8"))["queries"]
    return tuple(Query(str(row["q"]), row["kind"], tuple(row["expect"])) for row in rows)


Gold = tuple[Mapping[str, Any], ...]


def read_gold(folder: Path) -> Gold:
    """The annotations of texts: a mapping for each."""
    return tuple(yaml.safe_load(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.yml")))


def expected_urls(query: Query, knowledge: Mapping[str, Any], gold: Gold = ()) -> set[str]:
    """The addresses, relative to the site's root, of all pages that `query` should find."""
    return {url for row in query.expect for url in _urls(row, knowledge, gold)}


def _urls(row: Mapping[str, Any], knowledge: Mapping[str, Any], gold: Gold) -> Iterator[str]:
    if "page" in row:
        yield row["page"]
        return
    records = [record for record in knowledge["records"] if _tells(record, row)]
    if "name" not in row:
        yield from (record["url"] for record in records)
        return
    kind = _CATEGORIES.get(row.get("category", ""))
    those = [entity for entity in knowledge["entities"] if kind is None or entity["kind"] == kind]
    name = _bare(row["name"])
    named = [one for one in those if name in map(_bare, (one["name"], *one["aliases"]))]
    forms = _other_forms(row, gold)
    ids = {record["id"] for record in records}
    yield from (
        one["url"] for one in named or [one for one in those if _bare(one["name"]) in forms and ids & _records_of(one)]
    )


def _tells(record: Mapping[str, Any], row: Mapping[str, Any]) -> bool:
    """Whether a row of a query means this record."""
    if "text" in row:
        return bool(record["source"] == f"{row['text']}.txt")
    return bool(record["part"] == row.get("piece"))


def _records_of(entity: Mapping[str, Any]) -> set[str]:
    return {mention["record"] for mention in entity["mentions"]}


def _other_forms(row: Mapping[str, Any], gold: Gold) -> set[str]:
    """What a name is called in the text that the row means, by the text's annotation: 科技周活动 for xx年科技活动周."""
    forms: set[str] = set()
    for text in gold:
        if text.get("part") == row.get("piece") and text.get("text") == (
            f"{row['text']}.txt" if "text" in row else None
        ):
            for one in text.get(row.get("category", "")) or ():
                if one["name"] == row["name"]:
                    forms.update(map(_bare, one.get("mentions", ())))
    return forms


def _bare(name: str) -> str:
    return name.strip("“”\"'《》「」").casefold()


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@contextmanager
def served(site: Path) -> Iterator[str]:
    """The folder `site` on a free port of this machine: its address."""
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(site))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@contextmanager
def chromium() -> Iterator[Browser]:
    """A headless Chromium: that of the variable CHROMIUM, the system's own, or Playwright's."""
    system = Path(os.environ.get("CHROMIUM", "/usr/bin/chromium"))
    with sync_playwright() as playwright:
        path = str(system) if system.exists() else None
        browser = playwright.chromium.launch(executable_path=path, args=_ARGUMENTS)
        yield browser
        browser.close()


def ask(page: Page, query: str) -> tuple[str, ...]:
    """Type `query` into the search box of `page`: the addresses of the results, best first."""
    field = page.locator("[data-search-input]")
    if not field.is_visible():
        page.keyboard.press("/")
    field.fill(query)
    page.wait_for_function(
        "query => document.querySelector('[data-search-results]')?.dataset.query === query", arg=query
    )
    links = page.eval_on_selector_all("[data-search-results] a[data-kind]", "links => links.map(link => link.href)")
    return tuple(str(link) for link in links)


def answer(page: Page, query: Query, knowledge: Mapping[str, Any], address: str, gold: Gold = ()) -> Answer:
    """The answer to `query`, asked on a page of the site at `address`."""
    wanted = expected_urls(query, knowledge, gold)
    found = tuple(link.removeprefix(address).partition("#")[0] for link in ask(page, query.text))
    rank = next((number for number, path in enumerate(found, start=1) if path in wanted), 0)
    return Answer(query, rank, found, bool(wanted))


def answers(queries: tuple[Query, ...], site: Path, gold: Gold) -> Iterator[Answer]:
    """Each query, asked on the site's first page."""
    knowledge = json.loads((site / "data" / "knowledge.json").read_text(encoding="utf-8"))
    with served(site) as address, chromium() as browser:
        page = browser.new_page()
        page.goto(address)
        for query in queries:
            yield answer(page, query, knowledge, address, gold)


def report(rows: list[Answer]) -> str:
    """A line for each kind of query and one for all."""
    kinds = [*dict.fromkeys(row.query.kind for row in rows), "all"]
    lines = [f"{'kind':<12}{'queries':>8}{'hit@1':>8}{'hit@3':>8}{'empty':>8}"]
    for kind in kinds:
        those = [row for row in rows if kind in ("all", row.query.kind)]
        first = sum(row.rank == 1 for row in those) / len(those)
        third = sum(1 <= row.rank <= 3 for row in those) / len(those)
        empty = sum(not row.results for row in those)
        lines.append(f"{kind:<12}{len(those):>8}{first:>8.3f}{third:>8.3f}{empty:>8}")
    return "\n".join(lines)


def _miss(row: Answer) -> str:
    why = "" if row.known else " (no page of that name)"
    return f"{row.query.kind}: {row.query.text}: rank {row.rank or '-'}{why}; first: {', '.join(row.results[:3])}"


@contextmanager
def built(sources: Path) -> Iterator[Path]:
    """The site of the texts in `sources`, built with the project's rules in a folder of its own."""
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder)
        for name in ("scripts", "data", "overrides", "docs/assets"):
            skipped = shutil.ignore_patterns("__pycache__", "sources", "corrections.yml")
            shutil.copytree(ROOT / name, project / name, ignore=skipped)
        shutil.copytree(sources, project / "data" / "sources")
        for name in ("docs/about.md", "docs/editors.md", "docs/operators.md", "mkdocs.yml"):
            shutil.copy(ROOT / name, project / name)
        (project / "data" / "corrections.yml").touch()
        environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
        subprocess.run([sys.executable, "-m", "mkdocs", "build", "--quiet"], cwd=project, env=environment, check=True)
        yield project / "site"


def main() -> int:
    """Ask, print, and fail where a query finds nothing at all."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--site", type=Path, default=ROOT / "site", help="the built site")
    parser.add_argument("--sources", type=Path, help="build a site of these texts instead")
    parser.add_argument("--queries", type=Path, default=ROOT / "tests" / "search" / "queries.yml")
    parser.add_argument("--gold", type=Path, help="annotations of the texts")
    parser.add_argument("--misses", action="store_true", help="list the queries whose page is not first")
    options = parser.parse_args()
    texts = options.sources or ROOT / "tests" / "gold" / "seed" / "texts"
    gold = read_gold(options.gold or texts.parent / "gold")
    with built(options.sources) if options.sources else nullcontext(options.site) as site:
        rows = list(answers(read_queries(options.queries), site, gold))
    print(report(rows))
    if options.misses:
        print(*(_miss(row) for row in rows if row.rank != 1), sep="\n")
    return int(any(not row.results for row in rows))


if __name__ == "__main__":
    sys.exit(main())
