"""The site in a real browser: quiet, readable, within the screen, light and dark."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.site.conftest import SUB_PATH, Site

pytestmark = pytest.mark.browser

PAGES = {
    "home": "",
    "record": "records/kejiju-half-year-six-1/",
    "repeat": "records/kejiju-half-year-six-5/",
    "hostile": "records/hostile-1/",
    "enterprises": "enterprises/",
    "events": "events/",
    "projects": "projects/",
    "records": "records/",
    "topics": "topics/",
    "topic": "topics/kepu-yu-keji-xuanchuan/",
    "plans": "plans/",
    "months": "events/by/month/",
    "place": "places/zhengdingxian/",
    "editors": "editors/",
    "about": "about/",
    "audit": "audit/",
}
CHROMIUM = Path(os.environ.get("CHROMIUM", "/usr/bin/chromium"))
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        path = CHROMIUM if CHROMIUM.exists() else Path(playwright.chromium.executable_path)
        if not path.exists():
            if os.environ.get("CI") == "true":
                pytest.fail(f"no Chromium at {CHROMIUM}: install it or set CHROMIUM")
            pytest.skip(f"no Chromium at {CHROMIUM}: browser tests skipped")
        browser = playwright.chromium.launch(executable_path=str(path), args=QUIET)
        yield browser
        browser.close()


@contextmanager
def opened(browser: Browser, site: Site, path: str, width: int = 1280, dark: bool = False) -> Iterator[Page]:
    """The page at `path`; it fails the test if anything goes wrong on the page or leaves the site."""
    context = browser.new_context(
        viewport={"width": width, "height": 800}, color_scheme="dark" if dark else "light", reduced_motion="reduce"
    )
    page = context.new_page()
    troubles: list[str] = []
    page.on("console", lambda message: troubles.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.on(
        "request", lambda request: None if request.url.startswith((site.url, "data:")) else troubles.append(request.url)
    )
    page.goto(site.url + path)
    yield page
    context.close()
    assert not troubles


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_text_stands_out_from_its_ground(browser: Browser, site: Site, path: str, dark: bool) -> None:
    """WCAG AA: 4.5 to 1, 3 to 1 for large text."""
    script = Path(__file__).with_name("contrast.js").read_text(encoding="utf-8")
    with opened(browser, site, path, dark=dark) as page:
        faint = page.evaluate(script)
    assert not faint, "\n".join(faint[:10])


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_nothing_runs_off_the_page(browser: Browser, site: Site, path: str) -> None:
    """Neither the screen nor a table scrolls sideways."""
    with opened(browser, site, path) as page:
        page.evaluate("document.querySelectorAll('details').forEach((one) => (one.open = true))")
        for width in (1280, 800, 360):
            page.set_viewport_size({"width": width, "height": 800})
            wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
            outside = page.evaluate(
                "(() => { const edge = document.querySelector('article').getBoundingClientRect().right + 1;"
                " return [...document.querySelectorAll('article *')].filter((e) => !e.closest('pre')"
                " && e.getBoundingClientRect().right > edge).map((e) => e.outerHTML.slice(0, 80)); })()"
            )
            assert wide <= 0, width
            assert not outside, width


def test_cells_tell_their_column_on_a_phone(browser: Browser, site: Site) -> None:
    with opened(browser, site, "projects/", width=390) as page:
        cell = page.locator("td[data-label='承担单位']:not(:empty)").first
        assert cell.evaluate("(e) => getComputedStyle(e, '::before').content") == '"承担单位"'
        assert cell.evaluate("(e) => getComputedStyle(e).display") == "block"


def test_cards_are_still_a_table_to_readers_by_ear(browser: Browser, site: Site) -> None:
    with opened(browser, site, "projects/", width=390) as page:
        table = page.get_by_role("table").first
        assert table.get_by_role("columnheader").all_inner_texts()[0] == "项目"
        row = table.get_by_role("row").nth(1)
        assert row.get_by_role("cell").count() == table.get_by_role("columnheader").count()


def test_without_scripts_a_wide_table_scrolls_in_its_place(browser: Browser, site: Site) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 800})
    page = context.new_page()
    page.goto(site.url + "projects/")
    assert page.locator("td").first.evaluate("(e) => getComputedStyle(e).display") == "table-cell"
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    context.close()


def test_each_mark_of_a_plot_leads_to_what_it_counts(browser: Browser, site: Site) -> None:
    with opened(browser, site, "") as page:
        marks = page.locator(".plot svg a").all()
        assert len(marks) > 10
        assert all(mark.get_attribute("aria-label") for mark in marks)
        month = page.get_by_role("link", name="5月:")
        expected = int((month.get_attribute("aria-label") or "").rpartition(":")[2])
        month.focus()
        page.keyboard.press("Enter")
        page.wait_for_url("**/events/by/month/#month-5")
        rows = page.locator("h2#month-5 + * tbody tr")
        assert rows.count() == expected


def test_the_numbers_of_a_plot_stand_in_its_table(browser: Browser, site: Site) -> None:
    with opened(browser, site, "") as page:
        plot = page.locator("#plot-levels")
        plot.get_by_text("看数字").click()
        assert plot.locator("tbody tr").count() == plot.locator("svg a").count()


def test_what_is_not_there_is_searched_for(browser: Browser, site: Site) -> None:
    missing = (site.files / "404.html").read_text(encoding="utf-8").replace('="/', f'="/{SUB_PATH}/')
    context = browser.new_context()
    page = context.new_page()
    page.route(
        "**/enterprises/changshan/", lambda route: route.fulfill(status=404, content_type="text/html", body=missing)
    )
    page.goto(site.url + "enterprises/changshan/")
    page.wait_for_selector("[data-search-results][data-query='changshan'] a")
    assert "常山生化" in "".join(page.locator("[data-search-results] a").all_inner_texts())
    context.close()


def test_a_row_quotes_the_sentence_that_states_it(browser: Browser, site: Site) -> None:
    with opened(browser, site, "enterprises/changshan-shenghua-yaoye/") as page:
        passage = page.locator("#facts ~ .facts a.passage").first
        passage.scroll_into_view_if_needed()
        page.wait_for_timeout(400)
        passage.hover()
        page.locator(".preview").wait_for(state="visible")
        assert page.locator(".preview").inner_text().startswith("常山生化")


@pytest.mark.parametrize("width", [1280, 390])
def test_a_list_filters(browser: Browser, site: Site, width: int) -> None:
    with opened(browser, site, "enterprises/", width) as page:
        every, seen = page.locator(".listing tbody tr"), page.locator(".listing tbody tr:visible")
        page.get_by_label("在本页筛选").fill("常山")
        assert 0 < seen.count() < every.count()
        assert all("常山" in text for text in seen.all_inner_texts())
        page.get_by_label("在本页筛选").fill("没有这一家")
        assert page.locator(".listing tbody tr:visible, .listing h2:visible").count() == 0
        assert page.get_by_role("status").first.inner_text() == "0 条"


def test_a_list_sorts(browser: Browser, site: Site) -> None:
    with opened(browser, site, "records/") as page:
        head = page.get_by_role("button", name="文种")
        column = "[...document.querySelectorAll('.listing tbody tr')].map((row) => row.cells[row.cells.length - 1].innerText)"
        head.click()
        up = page.evaluate(column)
        head.click()
        assert up != page.evaluate(column)
        assert page.locator("th[aria-sort='descending']").count() == 1


def test_a_link_to_a_paragraph_lands_on_it(browser: Browser, site: Site) -> None:
    with opened(browser, site, "records/kejiju-half-year-six-1/#p9") as page:
        box = page.locator("#p9").bounding_box()
        assert box
        assert 40 <= box["y"] < 400, "below the header, on the screen"


@pytest.mark.parametrize("paragraph", ["p2", "p12", "p19"])
def test_a_paragraph_is_reached_past_those_that_are_not_laid_out(browser: Browser, site: Site, paragraph: str) -> None:
    with opened(browser, site, f"records/kejiju-half-year-six-1/#{paragraph}", width=390) as page:
        page.wait_for_timeout(300)
        box = page.locator(f"#{paragraph}").bounding_box()
        assert box
        assert -5 < box["y"] < 700
        assert page.locator(f"#{paragraph}").inner_text()


def test_what_is_out_of_sight_is_not_laid_out(browser: Browser, site: Site) -> None:
    """Tables and, on a phone, paragraphs: read to the end, none is left out."""
    unseen = """() => [...document.querySelectorAll(".wide > table, .source-text p > *")]
      .filter((one) => !one.checkVisibility({ contentVisibilityAuto: true })).length"""
    with opened(browser, site, "records/kejiju-half-year-six-1/", width=390) as page:
        page.wait_for_timeout(300)
        assert page.evaluate(unseen) > 100
        page.locator("#p19").scroll_into_view_if_needed()
        page.wait_for_timeout(300)
        assert page.evaluate("document.querySelector('#p19 > *').checkVisibility({ contentVisibilityAuto: true })")


@pytest.mark.parametrize(
    "path", ["enterprises/changshan-shenghua-yaoye/", "records/kejiju-half-year-six-1/", "projects/"]
)
def test_nothing_jumps_as_a_page_opens(browser: Browser, site: Site, path: str) -> None:
    """Lighthouse takes off points from a shift of .1 on; here the scripts come late, as they do on a slow phone."""
    watch = """window.shifted = 0; new PerformanceObserver((list) => {
      for (const one of list.getEntries()) window.shifted += one.value;
    }).observe({ type: "layout-shift", buffered: true });"""
    with opened(browser, site, "about/", width=390) as page:
        page.route("**/site.js", lambda route: (time.sleep(0.5), route.continue_()))
        page.add_init_script(watch)
        page.goto(site.url + path, wait_until="networkidle")
        page.wait_for_timeout(300)
        assert page.evaluate("window.shifted") < 0.05


def test_a_former_name_leads_on(browser: Browser, site: Site) -> None:
    redirect = next(p for p in site.pages if "location.replace" in p.read_text(encoding="utf-8"))
    path = redirect.parent.relative_to(site.files).as_posix()
    with opened(browser, site, f"{path}/") as page:
        page.wait_for_url(lambda url: not url.endswith(f"/{path}/"))
        assert page.locator("h1").count() == 1


def test_a_link_tells_ahead_where_it_leads(browser: Browser, site: Site) -> None:
    with opened(browser, site, "enterprises/changshan-shenghua-yaoye/") as page:
        passage = page.locator("#mentions ~ ul a.passage").first
        passage.scroll_into_view_if_needed()
        page.wait_for_timeout(400)  # scrolling puts the preview away, and its last event comes late
        passage.hover()
        page.locator(".preview").wait_for(state="visible")
        assert "常山生化" in page.locator(".preview").inner_text()
        page.mouse.move(0, 0)
        page.locator(".preview").wait_for(state="hidden")
        passage.focus()
        page.locator(".preview").wait_for(state="visible")
        page.keyboard.press("Escape")
        page.locator(".preview").wait_for(state="hidden")


def test_damage_is_explained_on_a_touch(browser: Browser, site: Site) -> None:
    with opened(browser, site, "records/kejiju-half-year-six-1/", width=390) as page:
        page.locator(".source-text .damage.blank").first.click()
        assert "缺字" in page.locator(".preview").inner_text()
        page.locator("#p3").click(position={"x": 2, "y": 2})
        page.locator(".preview").wait_for(state="hidden")


def test_the_colours_of_names_can_be_put_off_for_good(browser: Browser, site: Site) -> None:
    line = "(e) => getComputedStyle(e).textDecorationLine"
    with opened(browser, site, "records/kejiju-half-year-six-1/") as page:
        name, switch = page.locator(".source-text p a.m").first, page.get_by_label("标出名称")
        assert name.evaluate(line) == "underline"
        switch.uncheck()
        assert name.evaluate(line) == "none"
        page.reload()
        assert name.evaluate(line) == "none"
        switch.check()
        assert name.evaluate(line) == "underline"


def test_dark_follows_the_system_and_the_switch(browser: Browser, site: Site) -> None:
    scheme = "document.body.dataset.mdColorScheme"
    with opened(browser, site, "", dark=True) as page:
        page.wait_for_function(f"{scheme} === 'slate'")
    with opened(browser, site, "") as page:
        page.wait_for_function(f"{scheme} === 'default'")
        page.get_by_role("button", name="换成深色").click()
        page.wait_for_function(f"{scheme} === 'slate'")
        page.reload()
        assert page.evaluate(f"[{scheme}, getComputedStyle(document.documentElement).colorScheme]") == ["slate", "dark"]
        page.emulate_media(color_scheme="dark")
        page.get_by_role("button", name="换成浅色").press("Enter")
        page.wait_for_function(f"{scheme} === 'default'")
        assert page.evaluate("document.activeElement.title") == "换成深色"


def test_nothing_styles_the_page_anew_once_it_stands(browser: Browser, site: Site) -> None:
    """On a phone that costs more than all else: what the theme wants on the root is there before the text."""
    watch = """const WATCHED = ["class", "style", "data-md-color-scheme", "data-md-color-switching"];
    new MutationObserver((rows) => rows.forEach(({ target, attributeName, oldValue }) => {
      const there = document.querySelectorAll("article p").length;
      const now = target.getAttribute(attributeName);
      if (there && now !== oldValue && /^(HTML|BODY)$/.test(target.tagName)) (window.late ??= []).push(attributeName);
    })).observe(document, { attributes: true, attributeOldValue: true, subtree: true, attributeFilter: WATCHED });"""
    with opened(browser, site, "") as page:
        page.add_init_script(watch)
        page.goto(f"{site.url}records/kejiju-half-year-six-1/", wait_until="networkidle")
        assert page.evaluate("window.late ?? []") == []


def test_a_page_reads_without_scripts(browser: Browser, site: Site) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site.url + "records/kejiju-half-year-six-1/")
    assert page.locator("#p1").is_visible()
    assert page.locator("table").first.is_visible()
    context.close()


@pytest.mark.parametrize("path", ["downloads/dictionary/", "enterprises/", "records/kejiju-half-year-six-1/"])
def test_what_scrolls_sideways_is_reached_by_keyboard(browser: Browser, site: Site, path: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 800})
    page = context.new_page()
    page.goto(site.url + path)
    out_of_reach = page.evaluate(
        "[...document.querySelectorAll('.wide')].filter((box) => box.scrollWidth > box.clientWidth"
        " && box.tabIndex < 0 && !box.querySelector('a[href]')).length"
    )
    assert out_of_reach == 0
    context.close()
