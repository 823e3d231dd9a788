"""The built files, without a browser: whole, linked, quiet, and true to the text."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest

from tests.site.conftest import HOSTILE, Site
from tests.site.html_page import read_page

ADDED = ("number", "inferred", "headerlink", "legend")


@pytest.fixture(scope="session")
def knowledge(site: Site) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((site.files / "data" / "knowledge.json").read_text(encoding="utf-8"))
    return loaded


def test_a_strict_build_has_nothing_to_warn_of(site: Site) -> None:
    assert not re.search(r"WARNING|ERROR|Traceback", site.log), site.log


def target_of(page: Path, address: str, site: Site) -> tuple[Path, str]:
    """The file and the fragment that an address on `page` leads to."""
    parts = urlsplit(address)
    path = unquote(parts.path)
    file = (page.parent / path).resolve() if path else page
    if path.startswith("/"):
        file = site.files / path.lstrip("/")
    return (file / "index.html" if file.is_dir() else file), unquote(parts.fragment)


def test_every_link_leads_somewhere(site: Site) -> None:
    broken = []
    for page in site.pages:
        if page.name == "404.html":
            continue
        for tag, _, address in read_page(page).addresses:
            if urlsplit(address).scheme or address.startswith("//"):
                continue
            file, fragment = target_of(page, address, site)
            if not file.is_file() or (fragment and tag == "a" and fragment not in read_page(file).ids | {"__top"}):
                broken.append(f"{page.relative_to(site.files)}: {address}")
    assert not broken, "\n".join(broken[:20])


def test_every_page_that_the_search_knows_is_there(site: Site) -> None:
    script = (site.files / "data" / "names.js").read_text(encoding="utf-8")
    rows = json.loads(re.search(r'^"pages":(.*),$', script, re.M).group(1))  # type: ignore[union-attr]
    assert {row.split("\t")[0] for row in rows} == {"theme", "page"}
    for address in (row.split("\t")[1] for row in rows):
        file, fragment = target_of(site.files / "index.html", address, site)
        assert file.is_file(), address
        assert not fragment or fragment in read_page(file).ids, address


def test_no_page_asks_for_anything_outside(site: Site) -> None:
    for page in site.pages:
        for tag, _, address in read_page(page).addresses:
            if tag != "a" and not address.startswith("data:"):
                assert not re.match(r"(?:[a-z]+:)?//", address), f"{page}: {address}"


def test_links_leave_only_by_http(site: Site) -> None:
    for page in site.pages:
        for tag, _, address in read_page(page).addresses:
            assert urlsplit(address).scheme in ("", "http", "https", "data") or tag == "link", f"{page}: {address}"


def test_every_entity_and_record_has_its_page(site: Site, knowledge: dict[str, Any]) -> None:
    for one in (*knowledge["entities"], *knowledge["records"]):
        assert (site.files / one["url"] / "index.html").is_file(), one["url"]


def test_the_page_shows_the_whole_text_once(site: Site, knowledge: dict[str, Any]) -> None:
    for record in knowledge["records"]:
        page = read_page(site.files / record["url"] / "index.html")
        assert "".join(page.text("source-text", *ADDED).split()) == "".join(record["text"].split()), record["id"]


def test_every_paragraph_has_its_anchor(site: Site, knowledge: dict[str, Any]) -> None:
    for record in knowledge["records"]:
        ids = read_page(site.files / record["url"] / "index.html").ids
        assert {
            block["id"] for block in record["blocks"] if record["text"][block["start"] : block["end"]].strip()
        } <= ids


def test_every_mention_is_quoted_with_the_way_to_its_paragraph(site: Site, knowledge: dict[str, Any]) -> None:
    for entity in knowledge["entities"]:
        page = site.files / entity["url"] / "index.html"
        links = {target_of(page, address, site) for tag, _, address in read_page(page).addresses if tag == "a"}
        for mention in entity["mentions"]:
            target = (site.files / "records" / mention["record"] / "index.html", mention["block"])
            assert target in links, f"{entity['id']}: {mention}"


def test_hostile_text_is_text(site: Site) -> None:
    page = read_page(site.files / "records" / "hostile-1" / "index.html")
    shown = "".join(page.text("source-text", *ADDED).split())
    for line in HOSTILE.read_text(encoding="utf-8").splitlines()[1:]:
        assert "".join(line.split()) in shown, line
    assert "evil" not in page.ids
    assert not [told for tag, told in page.tags if tag == "img" or "javascript" in told.get("href", "")]
    assert [tag for tag, _ in page.tags].count("h1") == 1


def test_former_names_lead_on_and_stay_out_of_the_sitemap(site: Site) -> None:
    redirects = [page for page in site.pages if "window.location.replace" in page.read_text(encoding="utf-8")]
    assert redirects
    sitemap = (site.files / "sitemap.xml").read_text(encoding="utf-8")
    for page in redirects:
        goal = re.search(r'window\.location\.replace\(\["([^"]+)"', page.read_text(encoding="utf-8"))
        assert goal
        assert (page.parent / goal[1] / "index.html").resolve().is_file()
        assert page.parent.name not in re.findall(r"/([^/<]+)/</loc>", sitemap)


def test_no_page_is_heavy(site: Site) -> None:
    sizes = {page: page.stat().st_size for page in site.pages}
    assert max(sizes.values()) < 150_000
    entities = [size for page, size in sizes.items() if page.parent.parent.name in ("enterprises", "places", "events")]
    assert max(entities) < 60_000
