"""The projects that stand in a list under a plan or a level that was named where the list opens."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from zongjie.finding.analysis import Analysis
from zongjie.finding.programs.levels import MUNICIPALITIES
from zongjie.finding.projects.items import grammar_of, items
from zongjie.finding.projects.leads import Lead, leads
from zongjie.finding.statements.masked import mask_names, outermost
from zongjie.lexicon.words import Words
from zongjie.model import Mention, Span


@dataclass(frozen=True, slots=True)
class Listed:
    """A project of a list: its title, the words that open the list, and the level where it is told."""

    title: Span
    lead: Lead
    level: str | None


def listed_projects(analysis: Analysis, words: Words, known: Sequence[Mention]) -> list[Listed]:
    """The projects that the record lists, in reading order; `known` are the names found so far."""
    masked = mask_names(analysis.curly, outermost(known)).text
    municipality = analysis.record.region.province in MUNICIPALITIES
    programs = [m for m in outermost(known) if m.kind == "program"]
    opened = leads(analysis, masked, programs, municipality)
    grammar = grammar_of(words)
    found: list[Listed] = []
    for lead in opened:
        stop = _stop(lead, opened, programs, len(masked))
        for item in items(masked, lead, stop, grammar, municipality):
            found.append(Listed(item.title, lead, item.level))
    return found


def _stop(lead: Lead, opened: Sequence[Lead], programs: Sequence[Mention], end: int) -> int:
    """How far the list of `lead` can reach: to the next list, or into the next plan, on which its last title may stand."""
    starts = {program.start + 1 for program in programs} - {other.span.start + 1 for other in opened}
    starts |= {other.span.start for other in opened}
    return min((start for start in starts if start >= lead.span.end), default=end)
