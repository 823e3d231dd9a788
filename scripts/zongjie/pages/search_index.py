"""Built site → the full-text index that the search dialog asks (Pagefind, in `pagefind/` of the site)."""

from __future__ import annotations

import asyncio
from pathlib import Path

from pagefind.index import IndexConfig, PagefindIndex

# Only the summaries themselves: pages of entities quote them, and names have their own finder.
_PAGES = "records/*/index.html"
# What the page adds to the text of a summary.
_ADDED = (".legend", ".number", ".inferred", ".headerlink")


def index_site(site: Path) -> None:
    """Index the record pages of `site` (their `data-pagefind-body`) and write the index into `site/pagefind/`."""
    asyncio.run(_index(site))


async def _index(site: Path) -> None:
    config = IndexConfig(force_language="zh", output_path=str(site / "pagefind"), exclude_selectors=_ADDED)
    async with PagefindIndex(config=config) as index:
        await index.add_directory(str(site), glob=_PAGES)
