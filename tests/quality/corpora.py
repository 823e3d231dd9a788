"""The annotated corpora, and what the program reads out of them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.quality.gold import GOLD
from zongjie.build import Project, extract
from zongjie.pages.knowledge_json import knowledge_json

ROOT = GOLD.parent.parent


@dataclass(frozen=True)
class Corpus:
    """Texts with their gold; `records` is where the gold of the records' heads stands."""

    name: str
    sources: Path
    gold: Path
    records: Path


CORPORA = (
    Corpus("seed", ROOT / "data" / "sources", GOLD / "seed" / "gold", GOLD / "seed" / "records.yml"),
    # Constructed texts that rules were written with.
    Corpus("dev", GOLD / "dev" / "texts", GOLD / "dev" / "gold", GOLD / "dev" / "gold"),
    # Constructed texts full of traps, opened to the writers of rules only after a first score.
    Corpus("aside", GOLD / "aside" / "texts", GOLD / "aside" / "gold", GOLD / "aside" / "gold"),
    # Constructed texts that no writer of rules has read: keep it so, and read no misses of theirs when you write rules.
    Corpus("unread", GOLD / "unread" / "texts", GOLD / "unread" / "gold", GOLD / "unread" / "gold"),
)


def read_corpus(corpus: Corpus) -> dict[str, Any]:
    """The `knowledge.json` of the corpus, read without the word of editors."""
    project = Project(ROOT / "data", corpus.sources, Path(), editors_word=False)
    data: dict[str, Any] = json.loads(knowledge_json(extract(project)[0]))
    return data
