"""The states in which readers see the search dialog, for looks with axe and at contrasts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from playwright.sync_api import Page

from search_report import ask


# What cannot be loaded in a state. It is cut off before the page is opened: a browser that is told to intercept
# requests while a page settles may let the next ones pass.
BLOCKED: Mapping[str, str] = MappingProxyType({"no_text": "**/pagefind/**", "no_names": "**/data/names.js"})


def start(page: Page) -> None:
    """Nothing typed yet."""
    page.keyboard.press("/")
    page.wait_for_selector(".zj-search__hint")


def recent(page: Page) -> None:
    """Nothing typed yet, after some searches."""
    page.evaluate("localStorage.setItem('zj-search-recent', JSON.stringify(['常山生化', 'cssh']))")
    start(page)


def results(page: Page) -> None:
    """Names of many kinds and passages; the first is chosen, one kind is pressed."""
    ask(page, "科技")
    page.locator(".zj-search__chip[data-kind=event]").click()
    page.keyboard.press("ArrowDown")


def passages(page: Page) -> None:
    """A name by its sound, and passages."""
    ask(page, "南宁 饲料")


def nothing(page: Page) -> None:
    """Not even a near name."""
    ask(page, "鑫鑫鑫鑫鑫")


def no_text(page: Page) -> None:
    """The full-text index cannot be loaded."""
    ask(page, "科技周")


def no_names(page: Page) -> None:
    """The names cannot be loaded: there is no search at all."""
    page.keyboard.press("/")
    page.wait_for_selector(".zj-search [role=alert]")


STATES: Mapping[str, Callable[[Page], None]] = MappingProxyType(
    {one.__name__: one for one in (start, recent, results, passages, nothing, no_text, no_names)}
)
