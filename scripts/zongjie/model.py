"""What flows through the program: source → record → mentions → entities → facts and figures → pages.

All of it is frozen. Every `start` and `end` counts Unicode code points in the `text` of one record, from 0,
with `end` exclusive, so that `record.text[start:end]` is the thing itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, get_args

Kind = Literal["enterprise", "program", "project", "event", "institution", "policy", "honor", "platform", "place"]
KINDS: tuple[Kind, ...] = get_args(Kind)

RecordKind = Literal["年度总结", "半年总结", "专项总结", "自查报告", "工作计划", "其他"]
Confidence = Literal["stated", "inferred", "unknown"]
DamageKind = Literal["blank", "garble", "cut", "stray"]
Predicate = Literal[
    "undertakes",
    "funded_under",
    "owns_platform",
    "cooperates_with",
    "won_honor",
    "supports",
    "issued",
    "held",
]

Value = str | int | bool | tuple[str, ...] | None
Attributes = Mapping[str, Value]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a record's text."""

    start: int
    end: int

    def within(self, other: Span) -> bool:
        """Whether `other` holds all of this span."""
        return other.start <= self.start and self.end <= other.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end


# --- reading ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Source:
    """A file as received. `lines` are its lines without their ends; line 1 is `lines[0]`."""

    name: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph: `id` is `p1`, `p2` … within its record, `line` the source line on which it begins."""

    id: str
    start: int
    end: int
    line: int

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Section:
    """A node of the outline, in reading order; `level` 1 is the highest.

    `start` is where the heading begins (an inferred section: where its first paragraph begins), `end` where the
    section ends. `heading` is the stretch that the title takes in the text, empty for an inferred section.
    """

    title: str
    level: int
    inferred: bool
    start: int
    end: int
    heading: Span


@dataclass(frozen=True, slots=True)
class Damage:
    """A blanked (xx年), garbled (四μ岣呒粕), cut or stray piece of text, as it stands there."""

    start: int
    end: int
    kind: DamageKind
    text: str


@dataclass(frozen=True, slots=True)
class Boilerplate:
    """A line of the source that is no part of any summary."""

    line: int
    text: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """A bureau that the text may be from, with its share of the evidence (0 to 1)."""

    name: str
    weight: float


@dataclass(frozen=True, slots=True)
class Bureau:
    """Whose summary it is; `name` None where the text does not tell, then `candidates` may say who it could be."""

    name: str | None = None
    candidates: tuple[Candidate, ...] = ()
    confidence: Confidence = "unknown"
    evidence: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Region:
    """Full names (河北省, 石家庄市, 正定县); None where the text does not tell."""

    province: str | None = None
    city: str | None = None
    county: str | None = None
    confidence: Confidence = "unknown"
    evidence: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Period:
    """`year` as an ISO year (2003), `span` as the text tells it (上半年, 1—10月), None where it does not."""

    year: str | None = None
    span: str | None = None
    confidence: Confidence = "unknown"
    evidence: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class BlockPair:
    """Two blocks, one of each of two records, that are the same but for small edits; `similarity` is 0 to 1."""

    block: str
    other_block: str
    similarity: float


@dataclass(frozen=True, slots=True)
class Duplicate:
    """This record repeats `record`; `pairs` name its own blocks first."""

    record: str
    pairs: tuple[BlockPair, ...]


@dataclass(frozen=True, slots=True)
class Record:
    """One summary. `id` is ASCII and stable (`kejiju-half-year-six-1`); `lines` are its first and last source line.

    `provenance` is what an editor wrote of its origin (address, publisher, date fetched).
    """

    id: str
    source: str
    part: int
    lines: tuple[int, int]
    title: str
    kind: RecordKind
    bureau: Bureau
    region: Region
    period: Period
    text: str
    blocks: tuple[Block, ...]
    sections: tuple[Section, ...]
    damage: tuple[Damage, ...]
    boilerplate: tuple[Boilerplate, ...]
    joins: tuple[int, ...]
    duplicate_of: tuple[Duplicate, ...] = ()
    provenance: Attributes = field(default_factory=dict, hash=False)

    def block_at(self, offset: int) -> Block:
        """The block that holds the character at `offset`, or the last one that begins before it."""
        low, high = 0, len(self.blocks) - 1
        while low < high:
            middle = (low + high + 1) // 2
            if self.blocks[middle].start <= offset:
                low = middle
            else:
                high = middle - 1
        return self.blocks[low]


# --- finding ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Mention:
    """A span of a record's text that names something, found by `rule`.

    `attributes` hold what its finder read beside the name (an event's date, place and theme; a program's level).
    `sure` is False where a human should look before it gets a page: it goes to the audit, not onto an index.
    """

    record: str
    kind: Kind
    start: int
    end: int
    text: str
    rule: str
    attributes: Attributes = field(default_factory=dict, hash=False)
    sure: bool = True

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity. `value` is as written (3万多人次), `number` its ISO form (30000), None where it cannot be read.

    `target` is True where the text sets it for a coming period.
    """

    record: str
    start: int
    end: int
    what: str
    value: str
    number: float | None
    unit: str
    target: bool


# --- resolving -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Entity:
    """What mentions refer to. `name` is the fullest form that the texts support, `aliases` all other surface forms."""

    id: str
    kind: Kind
    name: str
    aliases: tuple[str, ...]
    mentions: tuple[Mention, ...]
    attributes: Attributes = field(default_factory=dict, hash=False)

    @property
    def slug(self) -> str:
        return self.id.partition("/")[2]


@dataclass(frozen=True, slots=True)
class Fact:
    """A relation that the span `start`, `end` of `record` states.

    `subject` is an entity's id, or a record's id where the bureau is meant; `object` an entity's id, or words.
    """

    subject: str
    predicate: Predicate
    object: str
    record: str
    start: int
    end: int
    attributes: Attributes = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Knowledge:
    """All that was read out of the sources, each list in a fixed order. `tagger` says which tagger ran, or `none`.

    `doubtful` are mentions that a human should look at before they get a page, `idle_corrections` the lines of
    `data/corrections.yml` that no longer apply to anything. `ahead` is where each record speaks of the coming period, by its
    id. `origins` are digests of all that each record was read from
    (its source, the editor's word, the program), by its id; empty where no work is kept.
    """

    tagger: str
    records: tuple[Record, ...]
    entities: tuple[Entity, ...]
    facts: tuple[Fact, ...]
    figures: tuple[Figure, ...]
    doubtful: tuple[Mention, ...] = ()
    idle_corrections: tuple[int, ...] = ()
    ahead: Mapping[str, tuple[Span, ...]] = field(default_factory=dict, hash=False)
    origins: Mapping[str, str] = field(default_factory=dict, hash=False, compare=False)
