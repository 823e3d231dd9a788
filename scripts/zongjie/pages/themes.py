"""The passages of all records, by what they are about: the topics of `data/lexicon/topics.yml`, each with a page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from zongjie.finding.passages import Passage, passages_by_topic
from zongjie.lexicon.topics import Topic
from zongjie.model import Record
from zongjie.pages.catalog import Catalog
from zongjie.resolving.ids import slug


@dataclass(frozen=True, slots=True)
class Theme:
    """A topic with the passages about it, in the order of the records; repeats are left out."""

    topic: Topic
    passages: tuple[Passage, ...]

    @property
    def slug(self) -> str:
        return slug(self.topic.name)

    @property
    def page(self) -> str:
        """The Markdown file of its page, relative to `docs/`."""
        return f"topics/{self.slug}.md"

    @property
    def records(self) -> tuple[Record, ...]:
        """The records that have such a passage, each once."""
        return tuple({passage.record.id: passage.record for passage in self.passages}.values())


def themes(catalog: Catalog, topics: Sequence[Topic]) -> tuple[Theme, ...]:
    """The topics of work that a passage is about, in the order of the lexicon."""
    found: dict[str, list[Passage]] = {}
    for record in catalog.knowledge.records:
        for name, passage in passages_by_topic(catalog.told[record.id], topics):
            if not catalog.is_repeat(record.id, passage.span.start):
                found.setdefault(name, []).append(passage)
    return tuple(Theme(topic, tuple(found[topic.name])) for topic in topics if topic.name in found)
