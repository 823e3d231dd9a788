"""Records of one paragraph each, for tests of finders."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import cast

from zongjie.finding.analysis import Analysis
from zongjie.model import Block, Bureau, Kind, Mention, Period, Record, Region


def paragraph(text: str) -> Analysis:
    """A record whose only paragraph is `text`."""
    return Analysis(
        Record(
            id="test-1",
            source="test.txt",
            part=1,
            lines=(1, 1),
            title="",
            kind="其他",
            bureau=Bureau(),
            region=Region(),
            period=Period(),
            text=text,
            blocks=(Block("p1", 0, len(text), 1),),
            sections=(),
            damage=(),
            boilerplate=(),
            joins=(),
        )
    )


def mentions_of(text: str, names: Mapping[str, Sequence[str]]) -> Iterator[Mention]:
    """Mentions of `names` (kind → names) where they first stand in `text`."""
    for kind, those in names.items():
        for name in those:
            start = text.index(name)
            yield Mention("test-1", cast(Kind, kind), start, start + len(name), name, "given")
