"""What the search dialog finds besides entities and records: topics, indexes and their shelves, pages about the site."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from zongjie.lexicon import Lexicon
from zongjie.model import Entity
from zongjie.pages.catalog import Catalog
from zongjie.pages.index_pages import events_by_month, events_by_series, programs_by_level, projects_by_level
from zongjie.pages.indexes import Index, Shelf, page_of_shelf
from zongjie.pages.labels import KIND_COUNTS, LEVELS, level_name
from zongjie.pages.themes import Theme
from zongjie.pages.urls import address

_MONTHS = ("", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二")


@dataclass(frozen=True, slots=True)
class SearchPage:
    """A page to be found by name: what it is, its address, its names (the first is shown), and a line about it."""

    kind: Literal["theme", "page"]
    address: str
    names: tuple[str, ...]
    about: str


def search_pages(catalog: Catalog, themes: Sequence[Theme], lexicon: Lexicon) -> tuple[SearchPage, ...]:
    """All such pages, topics first."""
    return (
        *map(_theme, themes),
        *(SearchPage("page", one.page, (one.name, *one.also), one.about) for one in lexicon.pages),
        *_levels(programs_by_level(catalog), ("计划与行动", "计划", "行动")),
        *_levels(projects_by_level(catalog), ("项目",)),
        *_months(events_by_month(catalog)),
        *_series(events_by_series(catalog)),
    )


def _theme(theme: Theme) -> SearchPage:
    about = f"{len(theme.records)} 篇总结里的 {len(theme.passages)} 段"
    return SearchPage("theme", address(theme.page), (theme.topic.name, *theme.topic.also), about)


def _levels(index: Index[Entity], words: tuple[str, ...]) -> Iterator[SearchPage]:
    """国家级项目, 国家项目: what is of one level. The dialog reads over 的."""
    for shelf in index.shelves:
        for level in LEVELS:
            if shelf.title == level_name(level):
                names = tuple(f"{start}{word}" for word in words for start in (shelf.title, level))
                yield _shelf(index, shelf, names)


def _months(index: Index[Entity]) -> Iterator[SearchPage]:
    """5 月的活动, 五月活动."""
    for shelf in index.shelves:
        month = int(shelf.anchor.removeprefix("month-"))
        yield _shelf(index, shelf, (f"{month} 月的活动", f"{month}月活动", f"{_MONTHS[month]}月活动"))


def _series(index: Index[Entity]) -> Iterator[SearchPage]:
    for shelf in index.shelves:
        yield _shelf(index, shelf, (f"历届{shelf.title}",))


def _shelf(index: Index[Entity], shelf: Shelf[Entity], names: tuple[str, ...]) -> SearchPage:
    about = f"{len(shelf.items)} {KIND_COUNTS[shelf.items[0].kind]}"
    return SearchPage("page", page_of_shelf(index, shelf.anchor), names, about)
