"""Knowledge → every generated page of the site."""

from __future__ import annotations

from zongjie.model import Knowledge
from zongjie.pages.urls import entity_page, record_page


def make_pages(knowledge: Knowledge) -> dict[str, str | bytes]:
    """All generated pages: path under `docs/` → Markdown."""
    pages: dict[str, str | bytes] = {"index.md": "# 首页\n"}
    for record in knowledge.records:
        pages[record_page(record.id)] = "# 总结\n"
    for entity in knowledge.entities:
        pages[entity_page(entity)] = "# 条目\n"
    return pages
