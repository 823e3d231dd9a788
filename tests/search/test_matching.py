"""The name finder, in Chromium: what each way of typing finds, and in which order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser, Page

from tests.make import mention, record
from tests.search.scripts import find, load
from tests.site.test_browser import browser
from zongjie.lexicon import Lexicon
from zongjie.model import KINDS, Bureau, Entity, Knowledge, Mention, Period, Record, Region
from zongjie.pages.search_pages import SearchPage
from zongjie.resolving.ids import slug

__all__ = ["browser"]

pytestmark = pytest.mark.browser

TABLE = yaml.safe_load((Path(__file__).parent / "ranking.yml").read_text(encoding="utf-8"))


def knowledge() -> Knowledge:
    """The names of the table, as if records of one line each had told them."""
    records = {row["id"]: _record(row) for row in TABLE["records"]}
    entities = tuple(_entity(row, records) for row in TABLE["names"])
    return Knowledge("none", tuple(records.values()), entities, (), ())


def _record(row: dict[str, str]) -> Record:
    return replace(
        record("", row["id"]),
        title=row["title"],
        bureau=Bureau(row.get("bureau")),
        region=Region(row.get("province"), row.get("city"), row.get("county")),
        period=Period(row.get("year")),
    )


def _entity(row: dict[str, Any], records: dict[str, Record]) -> Entity:
    mentions: list[Mention] = []
    for record_id in row["in"]:
        told = replace(records[record_id], text=row["name"])
        mentions.append(mention(told, row["kind"], row["name"]))
    entity_id = f"{row['kind']}/{slug(row['name'])}"
    return Entity(entity_id, row["kind"], row["name"], tuple(row.get("aliases", ())), tuple(mentions))


@pytest.fixture(scope="module")
def page(browser: Browser, lexicon: Lexicon) -> Iterator[Page]:
    page = browser.new_page()
    pages = tuple(SearchPage(row["kind"], row["address"], tuple(row["names"]), "") for row in TABLE["pages"])
    load(page, knowledge(), pages, lexicon.words)
    yield page
    page.close()


@pytest.mark.parametrize("case", TABLE["cases"], ids=lambda case: case["query"])
def test_ranking(page: Page, case: dict[str, Any]) -> None:
    hits = find(page, case["query"], case.get("traditional", False))
    names = [hit["name"] for hit in hits]
    expected = case["first"]
    if not expected:
        assert names == []
        return
    found = names[: len(expected)]
    if case.get("any_order"):
        assert sorted(found) == sorted(expected)
    else:
        assert found == expected
    assert hits[0]["why"] == case.get("why", hits[0]["why"])


@pytest.mark.parametrize(
    ("query", "marked"),
    [
        ("常山生化", ["常山生化"]),
        ("changshan", ["常山"]),
        ("vc联合", ["vc、联合"]),
        ("环保有奖竞答", ["环保有奖竟答"]),
        ("led", ["led"]),
        ("河北 药业", ["河北", "药业"]),
    ],
)
def test_marks_what_matched(page: Page, query: str, marked: list[str]) -> None:
    assert find(page, query)[0]["marked"] == marked


def test_every_entry_leads_to_its_page(page: Page) -> None:
    urls = page.evaluate("() => window.index.entries.map((entry) => [entry.kind, entry.name, entry.url])")
    told = {(one.kind, one.name): one.slug for one in knowledge().entities}
    for kind, name, url in urls:
        if kind in KINDS:
            assert url.split("/")[1] == told[kind, name]
    assert ["record", "正定县科技局 2010 年", "records/a-1/"] in urls
