"""A record's text with its known names masked, for rules that read how names stand to one another.

The names of a list (常山生化、小蜜蜂和新泰特种油) are masked as one stretch; quotation marks around a name and what
stands in parentheses behind a firm (以下简称“恒岭机电”) belong to the mask.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from zongjie.finding.engine.language import mask
from zongjie.model import Kind, Mention, Span

PARTIES: tuple[Kind, ...] = ("enterprise", "institution")
_MASKED: tuple[Kind, ...] = (*PARTIES, "program", "project", "platform", "honor", "policy", "event")
_AND = re.compile(r"[、，,]?(?:和|与|及|以及|同|联合|携手|会同)?\s*")
_OPENING, _CLOSING = '“「『《"', '”」』》"'
_PARENTHESIS = re.compile(r"[(（][^()（）\n]{1,24}[)）]")
_LISTED_ALONE: tuple[Kind, ...] = ("program", "platform", "honor", "policy", "event")
# What may stand between two projects of one list in masked text: 、盛华集团的.
PARTY_MARKS = "".join(mask("-", [(Span(0, 1), kind)]) for kind in PARTIES)
ALL_MARKS = "".join(sorted({mark for kind in _MASKED for mark in mask("--", [(Span(0, 2), kind)])}))
OTHER_MARKS = "".join(mask("-", [(Span(0, 1), kind)]) for kind in _MASKED if kind not in (*PARTIES, "project"))
PROGRAM_MARK = mask("-", [(Span(0, 1), "program")])
FILLER = mask("--", [(Span(0, 2), "project")])[1]
_GLUE = rf"[^{ALL_MARKS}。，,；;]"
_BETWEEN_PROJECTS = re.compile(
    rf"(?:等)?(?:项目|课题)?[、，,；;]?(?:和|与|及|以及)?(?:{_GLUE}{{0,4}}[{PARTY_MARKS}]{FILLER}*{_GLUE}{{0,14}}|{_GLUE}{{2,16}}的)?"
)
# “甲”、县畜牧兽医工作站“乙”, “甲”、利川市“乙”: an owner that is not known stands right before a title in quotation marks.
_UNKNOWN_OWNER = re.compile(
    rf"[、，,；;](?:{_GLUE}){{2,16}}(?:公司|集团|厂|站|所|院|中心|社|场|学校|大学|医院|协会|局|省|市|县|区|州|旗|镇|乡|村)"
)

Placed = tuple[Mention, Span]  # a mention and the stretch that its mask takes


@dataclass(frozen=True, slots=True)
class Run:
    """One masked stretch: a name or the names of a list."""

    span: Span
    mentions: tuple[Mention, ...]


@dataclass(frozen=True)
class Masked:
    """The masked text; `runs` leads from the start of each masked stretch to its names."""

    text: str
    runs: Mapping[int, Run]

    def names_at(self, span: Span) -> tuple[Mention, ...]:
        """The names that the masked stretch `span` stands for."""
        run = self.runs.get(span.start)
        return run.mentions if run else ()


def outermost(mentions: Iterable[Mention]) -> list[Mention]:
    """The mentions that lie in no other one, of the kinds that facts are about, in reading order."""
    kept: list[Mention] = []
    for mention in sorted(mentions, key=lambda m: (m.start, -m.end)):
        if mention.kind in _MASKED and not (kept and mention.span.within(kept[-1].span)):
            kept.append(mention)
    return kept


def mask_names(text: str, mentions: Sequence[Mention]) -> Masked:
    """`text` with the outermost names masked; firms and institutions of one list are one stretch, projects are not."""
    return _masked_names(text, _placed(text, mentions))


def _masked_names(text: str, spans: Sequence[Placed]) -> Masked:
    return _masked(text, _join(text, spans, _same_list))


def mask_lists(text: str, mentions: Sequence[Mention]) -> Masked:
    """The same, with projects of one list as one stretch too, firms between them included."""
    spans = _placed(text, mentions)
    names = _masked_names(text, spans).text
    projects = [(m, _with_parenthesis(text, s)) for m, s in spans if m.kind == "project"]
    runs = _join(names, projects, _same_projects)
    rest = [(m, s) for m, s in spans if m.kind != "project" and not any(s.within(r.span) for r in runs)]
    return _masked(text, [*runs, *_join(text, rest, _same_list)])


def _masked(text: str, runs: Sequence[Run]) -> Masked:
    return Masked(mask(text, [(run.span, run.mentions[0].kind) for run in runs]), {run.span.start: run for run in runs})


def _placed(text: str, mentions: Sequence[Mention]) -> list[Placed]:
    """Each mention with its stretch; what lies in the stretch of the one before (a short form in parentheses) is left out."""
    placed: list[Placed] = []
    for mention in mentions:
        span = _widen(text, mention)
        if not (placed and span.start < placed[-1][1].end):
            placed.append((mention, span))
    return placed


def _widen(text: str, mention: Mention) -> Span:
    """The mention with its quotation marks, a firm with the parenthesis behind it."""
    start, end = mention.start, mention.end
    if text[start - 1 : start] in tuple(_OPENING) and text[end : end + 1] in tuple(_CLOSING):
        start, end = start - 1, end + 1
    elif mention.kind in ("project", "platform") and text[start - 1 : start] in (
        "“",
        "「",
    ):  # whose closing mark was lost
        start -= 1
    if mention.kind in PARTIES and (found := _PARENTHESIS.match(text, end)):
        end = found.end()
    return Span(start, end)


def _with_parenthesis(text: str, span: Span) -> Span:
    """A project with its undertaker in parentheses behind it: “高原草甸退化机理”(西南民族大学)."""
    found = _PARENTHESIS.match(text, span.end)
    return Span(span.start, found.end()) if found else span


def _join(text: str, spans: Sequence[Placed], listed: Callable[[str, Placed, Placed], bool]) -> list[Run]:
    runs: list[Run] = []
    for n, (mention, span) in enumerate(spans):
        if n and listed(text, spans[n - 1], (mention, span)):
            last = runs[-1]
            runs[-1] = Run(Span(last.span.start, span.end), (*last.mentions, mention))
        else:
            runs.append(Run(span, (mention,)))
    return runs


def _same_list(text: str, one: Placed, other: Placed) -> bool:
    (first, before), (second, after) = one, other
    between = text[before.end : after.start]
    if first.kind in PARTIES and second.kind in PARTIES:
        return bool(_AND.fullmatch(between)) and between not in (",", "，", "")
    return (
        first.kind == second.kind and second.kind in _LISTED_ALONE and bool(re.fullmatch("[、和与及]|以及|", between))
    )


def _same_projects(names: str, one: Placed, other: Placed) -> bool:
    between = names[one[1].end : other[1].start]
    if other[0].start > other[1].start and _UNKNOWN_OWNER.fullmatch(between):  # in quotation marks
        return True
    return bool(_BETWEEN_PROJECTS.fullmatch(between))
