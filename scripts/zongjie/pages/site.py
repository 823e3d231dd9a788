"""Knowledge → every generated page of the site."""

from __future__ import annotations

from zongjie.lexicon import Lexicon
from zongjie.model import Knowledge
from zongjie.pages.urls import entity_url, page_of, record_url


def make_pages(knowledge: Knowledge, lexicon: Lexicon) -> dict[str, str]:
    """All generated pages: path under `docs/` → Markdown."""
    del lexicon
    pages = {"index.md": "# 首页\n"}
    for record in knowledge.records:
        pages[page_of(record_url(record.id))] = "# 总结\n"
    for entity in knowledge.entities:
        pages[page_of(entity_url(entity))] = "# 条目\n"
    return pages
