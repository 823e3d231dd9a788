"""What the theme makes of the settings: the feed of summaries, and the link by which one reports an error."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import Any
from urllib.parse import parse_qs, urlsplit
from xml.etree import ElementTree

import pytest
from jinja2 import Environment, FileSystemLoader

from tests.conftest import ROOT
from tests.make import record
from tests.pages.rendered import read
from zongjie.pages.feed import added, published


def rendered(template: str, **values: Any) -> str:
    return Environment(loader=FileSystemLoader(ROOT / "overrides")).get_template(template).render(values)


def page(title: str, url: str, site: str = "", **meta: str) -> SimpleNamespace:
    canonical = site + url if site else None
    return SimpleNamespace(title=title, url=url, canonical_url=canonical, meta={"added": "", "published": "", **meta})


@pytest.mark.parametrize(
    ("fetched", "day", "rss"),
    [
        ("2024-05-01", "2024-05-01", "Wed, 01 May 2024 00:00:00 +0800"),
        ("2012-12-31", "2012-12-31", "Mon, 31 Dec 2012 00:00:00 +0800"),
        ("2024年5月", "", ""),
        ("2024-13-01", "", ""),
        (None, "", ""),
    ],
)
def test_the_day_of_a_summary_is_the_one_noted(fetched: str | None, day: str, rss: str) -> None:
    own = replace(record("我局"), provenance={"fetched": fetched} if fetched else {})
    assert (added(own), published(own)) == (day, rss)


def feed(site: str) -> ElementTree.Element:
    pages = [
        page("甲", "records/a-1/", site, kind="record", description="甲的总结"),
        page(
            "乙 &lt;&amp;&#x27;",
            "records/b-1/",
            site,
            kind="record",
            added="2024-05-01",
            published="Wed, 01 May 2024 …",
        ),
        page("丙", "records/c-1/", site, kind="record", added="2025-01-01", published="…"),
        page("丁", "enterprises/d/", site, kind="enterprise"),
        page("甲(第 2 页)", "records/a-1/2/", site, kind="record-part"),
    ]
    files = [SimpleNamespace(page=one) for one in pages] + [SimpleNamespace(page=None)]
    config = SimpleNamespace(site_name="知识库", site_description="", site_url=site)
    return ElementTree.fromstring(rendered("feed.xml", pages=files, config=config).encode())


def test_the_feed_has_the_latest_first_and_records_alone() -> None:
    items = feed("https://z.example/").findall("channel/item")
    assert [item.findtext("title") for item in items] == ["丙", "乙 <&'", "甲"]
    assert [item.find("pubDate") is not None for item in items] == [True, True, False]
    assert items[0].findtext("link") == "https://z.example/records/c-1/"
    assert items[0].findtext("guid") == "https://z.example/records/c-1/"


def test_without_an_address_of_the_site_ids_are_no_links() -> None:
    item = feed("").find("channel/item")
    assert item is not None
    guid = item.find("guid")
    assert guid is not None
    assert (guid.get("isPermaLink"), guid.text) == ("false", "records/c-1/")


def report(repository: str) -> str:
    config = SimpleNamespace(extra=SimpleNamespace(repository=repository))
    return rendered(
        "partials/report.html", config=config, page=page("乙 &lt;&amp;#", "records/b-1/", "https://z.example/")
    )


def test_an_error_is_reported_to_the_repository_with_the_page() -> None:
    found = read(report("https://git.example/o/r"))
    assert found.tags == ["p", "a"]
    href = report("https://git.example/o/r").partition('href="')[2].partition('"')[0].replace("&amp;", "&")
    parts = urlsplit(href)
    assert (parts.netloc, parts.path) == ("git.example", "/o/r/issues/new")
    told = parse_qs(parts.query)
    assert told["title"] == ["更正:乙 <&#"]
    assert told["body"][0].startswith("网页:https://z.example/records/b-1/\n段落:\n")


def test_without_a_repository_there_is_no_such_link() -> None:
    assert not report("").strip()
