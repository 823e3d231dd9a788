"""Imports run downwards: what reads and finds knows nothing of pages, and pages know nothing of how texts are read."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT

PACKAGE = ROOT / "scripts" / "zongjie"
LAYERS = ("lexicon", "reading", "finding", "gathering", "resolving", "pages")
# The syntax of what is written (Markdown, TeX, JSON in HTML), the words of the search and the slugs of addresses.
WRITE_SYNTAX = {"escape.py", "citation.py", "structured_data.py", "search_index.py", "search_slugs.py"}


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


@pytest.mark.parametrize("layer", LAYERS)
def test_no_layer_imports_one_above_it(layer: str) -> None:
    above = {f"zongjie.{other}" for other in LAYERS[LAYERS.index(layer) + 1 :]}
    for path in (PACKAGE / layer).rglob("*.py"):
        for name in imported(path):
            assert ".".join(name.split(".")[:2]) not in above, f"{path.relative_to(PACKAGE)} imports {name}"


def test_pages_search_no_text() -> None:
    using = {path.name for path in (PACKAGE / "pages").rglob("*.py") if "re" in imported(path)}
    assert using <= WRITE_SYNTAX
