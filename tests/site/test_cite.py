"""Citing and reporting in a real browser, with scripts and without."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route

from tests.site.conftest import Site
from tests.site.test_browser import browser, opened

pytestmark = pytest.mark.browser

__all__ = ["browser"]  # the fixture

RECORD = "records/kejiju-half-year-six-1/"


@contextmanager
def record_page(browser: Browser, site: Site) -> Iterator[Page]:
    """The record's page, with leave to use the clipboard."""
    with opened(browser, site, RECORD) as page:
        page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        yield page


def copied(page: Page) -> str:
    text: str = page.evaluate("navigator.clipboard.readText()")
    return text


def test_a_record_is_cited_with_its_address_and_the_day(browser: Browser, site: Site) -> None:
    with record_page(browser, site) as page:
        page.click("details.cite > summary")
        shown = page.inner_text("details.cite [data-cite=gbt]")
        page.click("details.cite [data-cite=gbt] + button")
        page.wait_for_selector("button:text-is('已复制')")
        assert copied(page).strip() == shown.strip()
    assert re.search(r"正定县科技局工作总结\[R/OL\]\. \[\d{4}-\d\d-\d\d\]\. ", shown)
    assert f"{site.url}{RECORD}." in shown


def test_bibtex_has_the_address_and_the_day(browser: Browser, site: Site) -> None:
    with record_page(browser, site) as page:
        page.click("details.cite > summary")
        page.click("details.cite [data-cite=bibtex] + button")
        page.wait_for_selector("button:text-is('已复制')")
        entry = copied(page)
    assert entry.startswith("@techreport{kejiju-half-year-six-1,\n")
    assert re.search(r"\n  urldate = \{\d{4}-\d\d-\d\d\},\n", entry)
    assert f"url = {{{site.url}{RECORD}}}\n}}" in entry


def test_a_paragraph_has_its_own_citation_and_report(browser: Browser, site: Site) -> None:
    with record_page(browser, site) as page:
        page.click("#p3 .number")
        assert page.url.endswith("#p3")
        page.click(".passage-tools button:text('GB/T')")
        page.wait_for_selector("button:text-is('已复制')")
        text = copied(page)
        href = page.get_attribute(".passage-tools a", "href") or ""
        words = page.evaluate("document.querySelector('#p3').firstChild.textContent")
        page.keyboard.press("Escape")
        assert page.locator(".passage-tools").count() == 0
    assert re.search(r"\[R/OL\]\. 第 3 段\[\d{4}-\d\d-\d\d\]\. ", text)
    assert f"{site.url}{RECORD}#p3." in text
    body = parse_qs(urlsplit(href).query)["body"][0]
    assert f"段落:{site.url}{RECORD}#p3\n原文:{words[:8]}" in body


def test_the_report_link_follows_the_passage_one_came_for(browser: Browser, site: Site) -> None:
    with opened(browser, site, f"{RECORD}#p5") as page:
        href = page.get_attribute("a[data-report]", "href") or ""
    told = parse_qs(urlsplit(href).query)
    assert told["title"] == ["更正:正定县科技局工作总结"]
    assert f"{RECORD}#p5\n原文:" in told["body"][0]


def test_a_statement_that_moved_to_another_page_is_found(browser: Browser, site: Site) -> None:
    there = next(
        path
        for path in sorted(site.files.glob("projects/*/index.html"))
        if 'id="f-' in path.read_text(encoding="utf-8")
    )
    anchor = re.findall(r'id="(f-[0-9a-f]{10})"', there.read_text(encoding="utf-8"))[0]
    goal = f"{site.url}projects/{there.parent.name}/"
    context = browser.new_context()
    page = context.new_page()

    def with_further_page(route: Route) -> None:
        answer = route.fetch()
        jumps = f'</h1><p class="jumps">第 1 页 <a href="{goal}">第 2 页</a></p>'
        route.fulfill(response=answer, body=answer.text().replace("</h1>", jumps, 1))

    page.route("**/about/", with_further_page)
    page.goto(f"{site.url}about/#{anchor}")
    page.wait_for_url(f"{goal}#{anchor}", timeout=5000)
    context.close()


def test_without_scripts_the_citation_is_there(browser: Browser, site: Site) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site.url}{RECORD}#cite")
    page.click("details.cite > summary")
    text = page.inner_text("details.cite")
    context.close()
    assert "[R/OL]. [引用日期]. records/kejiju-half-year-six-1/." in text
    assert "@techreport{" in text
