"""What bureaus report on: topics by which lost headings are inferred and passages gathered (`data/lexicon/topics.yml`)."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from zongjie.yamlfile import read_rows


@dataclass(frozen=True)
class Topic:
    """A topic: its heading, the words that speak for it, its part in a summary, and what else readers call it.

    `part` is `work` for what was done, `aside` for a special task (计划生育), `problems`, `plan`, or `views` (体会).
    """

    name: str
    words: tuple[str, ...]
    part: str = "work"
    also: tuple[str, ...] = ()


_PARTS = ("work", "aside", "problems", "plan", "views")


def read_topics(path: Path) -> tuple[Topic, ...]:
    """The topics of `path`. Raises InputError for a topic that stands twice or has no words."""
    topics: list[Topic] = []
    for row in read_rows(path) if path.exists() else ():
        row.check_keys("name", "words", "part", "also")
        name, words, part = row.text("name"), row.texts("words"), row.text("part", "work")
        if not words:
            row.fail(f"主题「{name}」没有词语", "请在 words 里写上这个主题的常用词")
        if part not in _PARTS:
            row.fail(f"不认识的 part「{part}」", "可用的有:" + "、".join(_PARTS))
        if any(topic.name == name for topic in topics):
            row.fail(f"主题「{name}」出现了两次", "请合并成一个")
        topics.append(Topic(name, words, part, row.texts("also")))
    return tuple(topics)
