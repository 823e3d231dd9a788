"""Relative links between the Markdown files of the site."""

from __future__ import annotations

import posixpath

import pytest

from zongjie.pages.urls import link_to


@pytest.mark.parametrize(
    ("target", "page", "anchor", "link"),
    [
        ("enterprises/a.md", "records/b.md", "", "../enterprises/a.md"),
        ("records/a.md", "records/b.md", "p3", "a.md#p3"),
        ("records/a.md", "records/a.md", "p3", "#p3"),
        ("records/a.md", "index.md", "p3", "records/a.md#p3"),
        ("index.md", "enterprises/by/c.md", "", "../../index.md"),
        ("enterprises/index.md", "enterprises/by/c.md", "", "../index.md"),
        ("enterprises/by/c.md", "enterprises/index.md", "", "by/c.md"),
        ("data/events.csv", "events/index.md", "", "../data/events.csv"),
    ],
)
def test_links(target: str, page: str, anchor: str, link: str) -> None:
    assert link_to(target, page, anchor) == link
    assert (
        posixpath.normpath(posixpath.join(posixpath.dirname(page), link.partition("#")[0] or page.rpartition("/")[2]))
        == target
    )
