"""Looks at the built site with outside tools: axe (accessibility), the Nu checker (HTML), Lighthouse (weight, habits).

`make audit` builds the site, gets the tools into `.cache/audit` with npm, and prints what they find; exit code 1 where
there is something. No test needs any of it. A tool that is not there is named and left out.

The Nu checker finds nothing in the pages but what the theme itself writes, which `THEME` lists.
"""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, sync_playwright

from gzip_server import served

ROOT = Path(__file__).resolve().parent.parent
TOOLS = ROOT / ".cache" / "audit" / "node_modules"
CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
# What Lighthouse looks at as a phone: the home page, a record, an entity, an index.
LOOKED_AT = ("", "records/kejiju-half-year-six-1/", "enterprises/changshan-shenghua-yaoye/", "enterprises/")
RUNS = 5
WANTED = {"performance": 0.9, "accessibility": 0.95, "best-practices": 0.95, "seo": 0.95}
# What a first visit may load, compressed, in bytes.
LIGHTEST_VISIT = 350_000

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
    with served(site) as address:
        for title, found in (
            ("axe", _axe(pages, site, address)),
            ("Nu", _nu(pages)),
            ("Weight", _weight(address)),
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


def _weight(address: str) -> Iterator[str]:
    """The pages on which a first visit loads more than it may; what each loads is printed."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        for path in LOOKED_AT:
            context = browser.new_context()
            page = context.new_page()
            loaded: list[float] = []
            session = context.new_cdp_session(page)
            session.on(
                "Network.loadingFinished", lambda event, loaded=loaded: loaded.append(event["encodedDataLength"])
            )
            session.send("Network.enable")
            page.goto(f"{address}/{path}", wait_until="networkidle")
            print(f"{path or 'home'}: {sum(loaded) / 1000:.0f} kB in {len(loaded)} files")
            if sum(loaded) > LIGHTEST_VISIT:
                yield f"{path or 'home'}: {sum(loaded) / 1000:.0f} kB"
            context.close()
        browser.close()


def _lighthouse(address: str) -> Iterator[str]:
    """Categories whose median is below what is wanted, with what each lacks; all medians are printed."""
    command = TOOLS / ".bin" / "lighthouse"
    if not command.exists():
        yield "not installed"
        return
    for path in LOOKED_AT:
        reports = [report for _ in range(RUNS) if (report := _report(command, f"{address}/{path}"))]
        if not reports:
            yield f"{path or 'home'}: Lighthouse gave no report"
            continue
        medians = {name: statistics.median(_score(report, name) for report in reports) for name in WANTED}
        print(f"{path or 'home'}: " + ", ".join(f"{name} {median:.2f}" for name, median in medians.items()))
        for name, median in medians.items():
            if median < WANTED[name]:
                yield f"{path or 'home'}: {name} {median}: {', '.join(_lacks(name, reports[-1]))}"


def _report(command: Path, url: str) -> dict[str, Any] | None:
    flags = ["--quiet", "--output=json", "--chrome-flags=--headless --no-sandbox --disable-gpu"]
    done = subprocess.run(
        [str(command), url, *flags],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "CHROME_PATH": CHROMIUM},
    )
    if done.returncode:
        return None
    report: dict[str, Any] = json.loads(done.stdout)
    return report


def _score(report: dict[str, Any], name: str) -> float:
    return float(report["categories"][name]["score"] or 0)


def _lacks(name: str, report: dict[str, Any]) -> Iterator[str]:
    for one in report["categories"][name]["auditRefs"]:
        audit = report["audits"][one["id"]]
        if one["weight"] and audit["score"] is not None and audit["score"] < WANTED[name]:
            yield audit["title"]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
