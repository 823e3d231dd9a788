"""Looks at the built site with outside tools: axe (accessibility), the Nu checker (HTML), Lighthouse (weight, habits).

`make audit` builds the site, gets the tools into `.cache/audit` with npm, and prints what they find; exit code 1 where
there is something. No test needs any of it. A tool that is not there is named and left out.

The Nu checker finds nothing in the pages but what the theme itself writes, which `THEME` lists.
"""

from __future__ import annotations

import functools
import http.server
import json
import os
import shutil
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
TOOLS = ROOT / ".cache" / "audit" / "node_modules"
CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
LOOKED_AT = ("", "records/", "enterprises/", "about/", "audit/")
SHARE_WANTED = 0.9

# The baseline: what the theme's own templates write; a filter of the Nu checker, one pattern for each.
THEME: tuple[str, ...] = (
    ".*Attribute “autocomplete” is only allowed when the input type is.*",  # the switches of the drawer and the palette
    ".*The value of the “for” attribute of the “label” element must be the ID.*",  # the outline's title, for a phone
)


def main(arguments: Sequence[str]) -> int:
    """Audit the site in the folder named, or in `site/`; how many findings there are decides the exit code."""
    site = Path(arguments[0] if arguments else ROOT / "site").resolve()
    pages = [page for page in sorted(site.rglob("*.html")) if "window.location.replace" not in page.read_text("utf-8")]
    findings = 0
    with _served(site) as address:
        for title, found in (
            ("axe", _axe(pages, site, address)),
            ("Nu", _nu(pages)),
            ("Lighthouse", _lighthouse(address)),
        ):
            lines = list(found)
            print(f"{title}: {len(lines)}", *lines, sep="\n  ", flush=True)
            findings += len(lines)
    return 1 if findings else 0


# --- accessibility --------------------------------------------------------------------------------------------------


def _axe(pages: Sequence[Path], site: Path, address: str) -> Iterator[str]:
    """Violations on all pages, light; on one page of each folder also dark and on a phone's screen."""
    axe = TOOLS / "axe-core" / "axe.min.js"
    if not axe.is_file():
        yield "not installed"
        return
    script = axe.read_text(encoding="utf-8")
    one_of_each = list({page.parent.parent: page for page in pages}.values())
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        for scheme, width, those in (("light", 1280, pages), ("dark", 1280, one_of_each), ("light", 390, one_of_each)):
            context = browser.new_context(
                color_scheme="dark" if scheme == "dark" else "light",
                viewport={"width": width, "height": 800},
                reduced_motion="reduce",
            )
            tab = context.new_page()
            for page in those:
                path = page.relative_to(site).as_posix().removesuffix("index.html")
                tab.goto(f"{address}/{path}")
                for violation in _violations(tab, script):
                    yield f"{path or 'home'} ({scheme}, {width}): {violation}"
            context.close()
        browser.close()


def _violations(page: Page, script: str) -> Iterator[str]:
    page.evaluate("document.querySelectorAll('details').forEach((one) => (one.open = true))")
    page.evaluate(script)
    result: dict[str, Any] = page.evaluate("axe.run({ resultTypes: ['violations'] })")
    for one in result["violations"]:
        first = one["nodes"][0]
        yield f"{one['id']}, {len(one['nodes'])} times: {first['html'][:160]} — {_why(first)}"


def _why(node: dict[str, Any]) -> str:
    return "; ".join(check["message"] for key in ("any", "all", "none") for check in node[key])[:200]


# --- HTML -----------------------------------------------------------------------------------------------------------


def _nu(pages: Sequence[Path]) -> Iterator[str]:
    """Each message of the Nu checker once, with the number of pages and the first of them."""
    jar, java = TOOLS / "vnu-jar" / "build" / "dist" / "vnu.jar", shutil.which("java")
    if not jar.is_file() or not java:
        yield "not installed"
        return
    ignored = ["--filterpattern", "|".join(THEME)] if THEME else []
    done = subprocess.run(
        [java, "-jar", str(jar), "--format", "json", *ignored, *map(str, pages)],
        capture_output=True,
        text=True,
        check=False,
    )
    messages = [one for one in json.loads(done.stderr)["messages"] if one["type"] != "info" or "subType" in one]
    counts = Counter(one["message"] for one in messages)
    first = {one["message"]: one for one in reversed(messages)}
    for message, count in counts.most_common():
        where = f"{first[message]['url']}:{first[message].get('lastLine', 0)}"
        yield f"{count} times: {message} — {where}: {first[message].get('extract', '').strip()[:120]!r}"


# --- weight and habits ----------------------------------------------------------------------------------------------


def _lighthouse(address: str) -> Iterator[str]:
    """Categories below what is wanted, with what each lacks."""
    command = TOOLS / ".bin" / "lighthouse"
    if not command.exists():
        yield "not installed"
        return
    for path in LOOKED_AT:
        flags = ["--quiet", "--output=json", "--chrome-flags=--headless --no-sandbox --disable-gpu"]
        done = subprocess.run(
            [str(command), f"{address}/{path}", *flags],
            capture_output=True,
            text=True,
            check=False,
            env={**os.environ, "CHROME_PATH": CHROMIUM},
        )
        if done.returncode:
            yield f"{path or 'home'}: {done.stderr.strip().splitlines()[-1]}"
            continue
        report = json.loads(done.stdout)
        for category in report["categories"].values():
            if (category["score"] or 0) < SHARE_WANTED:
                yield f"{path or 'home'}: {category['title']} {category['score']}: {', '.join(_lacks(category, report))}"


def _lacks(category: dict[str, Any], report: dict[str, Any]) -> Iterator[str]:
    for one in category["auditRefs"]:
        audit = report["audits"][one["id"]]
        if one["weight"] and audit["score"] is not None and audit["score"] < SHARE_WANTED:
            yield audit["title"]


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    """A web server for a folder, on any free port; its address."""

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
