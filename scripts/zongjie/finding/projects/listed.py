"""The projects that stand in a list under a plan or a level that was named where the list opens."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from zongjie.finding.analysis import Analysis
from zongjie.finding.programs.levels import MUNICIPALITIES
from zongjie.finding.projects.items import Item, grammar_of, items
from zongjie.finding.projects.leads import Lead, leads
from zongjie.finding.projects.same_form import opened, put_on_plans
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
    opens = leads(analysis, masked, programs, municipality)
    grammar = grammar_of(words)
    found: list[Listed] = []
    for lead in opens:
        stop = _stop(lead, opens, programs, len(masked))
        told = items(masked, lead, stop, grammar, municipality)
        if len(told) < (lead.count or 1) and (same := opened(masked, lead, stop, words)):
            told = [Item(title, lead.level) for title in same]
        found.extend(Listed(item.title, lead, item.level) for item in told)
    return found


def listed_before_plans(analysis: Analysis, words: Words, known: Sequence[Mention]) -> Iterator[tuple[Span, str]]:
    """The titles of lists that are put on a plan behind them, and the rule: 甲厂的保鲜大葱、乙厂的花生蛋白粉都列入…."""
    masked = mask_names(analysis.curly, outermost(known)).text
    programs = [m for m in outermost(known) if m.kind == "program"]
    return ((title, "各单位的…列入计划") for title in put_on_plans(masked, programs, words))


def _stop(lead: Lead, opened: Sequence[Lead], programs: Sequence[Mention], end: int) -> int:
    """How far the list of `lead` can reach: to the next list, or into the next plan, on which its last title may stand."""
    starts = {program.start + 1 for program in programs} - {other.span.start + 1 for other in opened}
    starts |= {other.span.start for other in opened}
    return min((start for start in starts if start >= lead.span.end), default=end)
