"""Knowledge → every generated page of the site."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import partial

from zongjie.lexicon import Lexicon
from zongjie.model import Knowledge
from zongjie.pages.audit_page import make_audit_page
from zongjie.pages.catalog import Catalog
from zongjie.pages.downloads_page import make_downloads_pages
from zongjie.pages.entity_page import make_entity_pages
from zongjie.pages.home_page import make_home_page
from zongjie.pages.index_pages import make_index_pages
from zongjie.pages.kept_pages import KeptPages
from zongjie.pages.open_data.files import make_data_files
from zongjie.pages.plan_pages import make_plan_pages
from zongjie.pages.record_page import make_record_pages
from zongjie.pages.redirect_pages import make_redirect_pages
from zongjie.pages.search_names import names_script
from zongjie.pages.search_pages import search_pages
from zongjie.pages.shown import Shown
from zongjie.pages.theme_pages import make_theme_pages
from zongjie.pages.themes import Theme, themes
from zongjie.resolving.plans_and_results import pairs


def make_pages(knowledge: Knowledge, lexicon: Lexicon, kept: KeptPages | None = None) -> dict[str, str | bytes]:
    """All generated pages and tables, and the names for the search: path under `docs/` → content. Nothing is written.

    Pages of records and entities that are `kept` are taken from there.
    """
    catalog, kept = Catalog.of(knowledge, lexicon), kept or KeptPages()
    shown = Shown(catalog)
    by_topic = themes(catalog, lexicon.topics)
    pages = {"index.md": make_home_page(catalog, by_topic), "audit.md": make_audit_page(catalog)}
    pages |= _record_pages(catalog, lexicon, by_topic, shown, kept)
    pages |= make_redirect_pages(knowledge, lexicon.gazetteer)
    for entity in knowledge.entities:
        pages |= kept.get(shown.of_entity(entity), partial(make_entity_pages, entity, catalog))
    pages |= make_index_pages(catalog)
    pages |= make_theme_pages(by_topic, catalog)
    pages |= make_plan_pages(pairs(knowledge.records, catalog.own_figures(), lexicon.words), catalog)
    data = make_data_files(catalog)
    pages |= make_downloads_pages(catalog, data)
    names = names_script(knowledge, search_pages(catalog, by_topic, lexicon), lexicon.words)
    return pages | data.by_path | {"data/names.js": names}


def _record_pages(
    catalog: Catalog, lexicon: Lexicon, by_topic: Sequence[Theme], shown: Shown, kept: KeptPages
) -> dict[str, str]:
    """The records' pages, each with what it reports on and the way to the one before and after it."""
    records = catalog.knowledge.records
    topics: defaultdict[str, list[Theme]] = defaultdict(list)
    for theme in by_topic:
        for record in theme.records:
            topics[record.id].append(theme)
    pages: dict[str, str] = {}
    for before, own, after in zip((None, *records), records, (*records[1:], None), strict=False):
        make = partial(make_record_pages, own, catalog, lexicon, topics[own.id], (before, after))
        pages |= kept.get(shown.of_record(own, topics[own.id], (before, after)), make)
    return pages
