"""MkDocs hooks: the pages are generated before a build, the search index after it."""

from __future__ import annotations

import sys
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

sys.path.insert(0, str(Path(__file__).resolve().parent))

from convert import convert
from zongjie.errors import InputError
from zongjie.pages.search_index import index_site


def on_pre_build(config: MkDocsConfig) -> None:
    """Bring the generated pages up to date: MkDocs collects its files right after this."""
    try:
        convert(sources=None, docs=Path(config.docs_dir))
    except InputError as error:
        raise PluginError(str(error)) from error


def on_post_build(config: MkDocsConfig) -> None:
    """Index the finished site for the search dialog."""
    index_site(Path(config.site_dir))
