"""What an index is: things on shelves, shown on one page, or on a page for each shelf before it grows too long."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from zongjie.model import Entity
from zongjie.pages.catalog import Catalog
from zongjie.pages.escape import Markdown, escape
from zongjie.pages.linker import Linker
from zongjie.pages.passage import link
from zongjie.pages.render import render
from zongjie.pages.tables import Cells, Table, filled, pick, table
from zongjie.pages.urls import address, link_to

# Rows on a page: some 900 bytes each at most, so that no page passes 150 kB.
LONGEST = 120
_NAME_LENGTH = 16

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Shelf(Generic[T]):
    """Things under one heading; `anchor` is ASCII, and names the page where the shelf gets one of its own."""

    title: str
    anchor: str
    items: tuple[T, ...]


@dataclass(frozen=True, slots=True)
class Index(Generic[T]):
    """An index at `page` (`enterprises/index.md`): its shelves, and how one of its things is told in `columns`.

    `css` is the kind of the things; `others` are ways of looking at the same things: title and page; `downloads` the
    same as data files; `longest` is how many rows a page holds; `note` stands on the first page below the introduction.
    """

    page: str
    title: str
    intro: str
    columns: tuple[str, ...]
    shelves: tuple[Shelf[T], ...]
    cells: Callable[[T, Linker], Cells]
    css: str
    others: tuple[tuple[str, str], ...] = ()
    downloads: tuple[tuple[str, str], ...] = ()
    longest: int = LONGEST
    note: str = ""

    @property
    def size(self) -> int:
        return sum(len(shelf.items) for shelf in self.shelves)


def index_pages(index: Index[T], catalog: Catalog) -> dict[str, str]:
    """The index as Markdown: path under `docs/` → page."""
    if index.size <= index.longest:
        return {index.page: _page(index, index.page, index.shelves, catalog)}
    leaves = _leaves(index)
    pages = {page: _page(index, page, (shelf,), catalog) for page, shelf in leaves.items()}
    return {index.page: _hub(index, leaves), **pages}


def page_of_shelf(index: Index[T], anchor: str) -> str:
    """Where on the site the shelf's rows begin: `projects/#level-1`, or `projects/by/level-1/` where it has its own page."""
    if index.size <= index.longest:
        return address(index.page, anchor)
    found = next(page for page, shelf in _leaves(index).items() if shelf.anchor in (anchor, f"{anchor}-1"))
    return address(found)


def _leaves(index: Index[T]) -> dict[str, Shelf[T]]:
    """The page of each shelf or part of one, of an index that is too long for one page."""
    folder = f"{index.page.removesuffix('/index.md').removesuffix('.md')}/{'' if '/by/' in index.page else 'by/'}"
    return {f"{folder}{shelf.anchor}.md": shelf for whole in index.shelves for shelf in _chunks(whole, index.longest)}


def shelves(items: Iterable[T], heading: Callable[[T], tuple[str, str]]) -> tuple[Shelf[T], ...]:
    """The items under their headings (anchor, title), in the order in which the headings first come."""
    groups: dict[tuple[str, str], list[T]] = {}
    for item in items:
        groups.setdefault(heading(item), []).append(item)
    return tuple(Shelf(title, anchor, tuple(those)) for (anchor, title), those in groups.items())


def _chunks(shelf: Shelf[T], longest: int) -> Iterator[Shelf[T]]:
    """The shelf, cut into parts that fit on a page."""
    if len(shelf.items) <= longest:
        yield shelf
        return
    for n, start in enumerate(range(0, len(shelf.items), longest), 1):
        part = shelf.items[start : start + longest]
        yield Shelf(f"{shelf.title}({n})", f"{shelf.anchor}-{n}", part)


def _page(index: Index[T], page: str, those: tuple[Shelf[T], ...], catalog: Catalog) -> str:
    linker = Linker(page, catalog)
    rows = [[index.cells(item, linker) for item in shelf.items] for shelf in those]
    kept = filled(index.columns, [row for shelf_rows in rows for row in shelf_rows])
    columns = pick(index.columns, kept)
    up = link(index.title, link_to(index.page, page)) if page != index.page else Markdown()
    return render(
        "index",
        title=index.title if page == index.page else f"{index.title}:{those[0].title}",
        index=index,
        tables=tuple(
            Table(shelf.title, shelf.anchor, "", columns, tuple(pick(row, kept) for row in shelf_rows))
            for shelf, shelf_rows in zip(those, rows, strict=True)
        ),
        up=up,
        jumps=tuple(link(shelf.title, f"#{shelf.anchor}") for shelf in those if shelf.title) if len(those) > 1 else (),
        others=_others(index, page),
        downloads=tuple(link(title, link_to(path, page)) for title, path in index.downloads),
    )


def _hub(index: Index[T], leaves: dict[str, Shelf[T]]) -> str:
    """The page that leads to the shelves' own pages."""
    rows = (
        (
            link(shelf.title or index.title, link_to(page, index.page)),
            escape(_from_to(shelf)),
            escape(str(len(shelf.items))),
        )
        for page, shelf in leaves.items()
    )
    return render(
        "index_hub",
        index=index,
        table=table("", "", ("分组", "从…到…", "数量"), rows),
        others=_others(index, index.page),
        downloads=tuple(link(title, link_to(path, index.page)) for title, path in index.downloads),
    )


def _from_to(shelf: Shelf[T]) -> str:
    """The first and the last name on the shelf: 安邦科技 — 奥星药业."""
    ends = [item.name for item in (shelf.items[0], shelf.items[-1]) if isinstance(item, Entity)]
    return " — ".join(dict.fromkeys(end if len(end) <= _NAME_LENGTH else f"{end[:_NAME_LENGTH]}…" for end in ends))


def _others(index: Index[T], page: str) -> tuple[Markdown, ...]:
    return tuple(link(title, link_to(path, page)) for title, path in index.others)
