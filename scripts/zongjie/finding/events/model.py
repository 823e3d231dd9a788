"""What the steps of finding events hand on to each other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from zongjie.finding.analysis import Analysis
from zongjie.finding.events.fields import Clock
from zongjie.finding.events.heads import HeadKind
from zongjie.finding.events.house import House
from zongjie.finding.plans import Plans
from zongjie.lexicon import Lexicon
from zongjie.lexicon.series import Series
from zongjie.model import Span, Value

_CEREMONIES = ("仪式", "开幕式", "闭幕式", "启动式", "典礼", "开班式", "首发式", "启动会")


@dataclass(frozen=True)
class Context:
    """A record with what every step needs of it."""

    analysis: Analysis
    lexicon: Lexicon
    clock: Clock
    plans: Plans
    house: House

    @property
    def text(self) -> str:
        return self.analysis.text


@dataclass(frozen=True, slots=True)
class Happening:
    """A stretch that names or tells of one happening.

    `kind` is that of its head, None where a verb phrase tells it; `full` is the name of the happening where another
    stretch says it more fully; `fields` are date, place, theme and the like.
    """

    span: Span
    text: str
    rule: str
    kind: HeadKind | None
    series: Series | None
    target: bool
    many: bool = False
    full: str | None = None
    fields: Mapping[str, Value] = field(default_factory=dict, hash=False)

    @property
    def ceremony(self) -> bool:
        """Whether it is the opening or closing of something larger: 启动仪式, 开幕式."""
        return self.text.endswith(_CEREMONIES)

    @property
    def name(self) -> str:
        """The name by which the happening is known in the record."""
        return self.full or self.text
