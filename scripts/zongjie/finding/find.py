"""Record → mentions and figures: the finders in their order, then the competition between kinds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from zongjie.finding.analysis import Analysis
from zongjie.finding.compete import settle
from zongjie.finding.engine.rulebook import Rulebook
from zongjie.finding.enterprises import find_enterprises
from zongjie.finding.events.finder import find_events
from zongjie.finding.figures.finder import find_figures
from zongjie.finding.honors.finder import find_honors
from zongjie.finding.institutions import find_institutions
from zongjie.finding.places.finder import find_places
from zongjie.finding.platforms.finder import find_platforms
from zongjie.finding.policies import find_policies
from zongjie.finding.programs.finder import find_programs
from zongjie.finding.projects.amounts import with_amounts
from zongjie.finding.projects.finder import find_projects
from zongjie.finding.said import Said, say
from zongjie.finding.statements.ownership import with_owners
from zongjie.finding.statements.winners import with_winners
from zongjie.finding.traditional import script_of
from zongjie.lexicon import Lexicon
from zongjie.model import Figure, Mention, Record

# Each finder sees what those before it found: a firm's name ends where an institution begins,
# a project's title is told from a platform's by what is already known around it.
FINDERS = (
    find_places,
    find_policies,
    find_institutions,
    find_platforms,
    find_enterprises,
    find_programs,
    find_projects,
    find_honors,
    find_events,
)


@dataclass(frozen=True)
class Found:
    """What one record names, in reading order, and says of it; `doubtful` are mentions that a human should look at first."""

    mentions: tuple[Mention, ...]
    figures: tuple[Figure, ...]
    doubtful: tuple[Mention, ...]
    said: Said


def find(record: Record, lexicon: Lexicon, rules: Rulebook) -> Found:
    """All mentions and figures of `record`; Traditional characters and spun words are read as plain ones."""
    script = script_of(record, lexicon.simplified, lexicon.words)
    if script is None:
        return _found(record, *_find(record, lexicon, rules), lexicon, rules)
    mentions, figures = _find(script.simplified, lexicon, rules)
    return _found(record, map(script.mention, mentions), map(script.figure, figures), lexicon, rules)


def _found(
    record: Record, mentions: Iterable[Mention], figures: Iterable[Figure], lexicon: Lexicon, rules: Rulebook
) -> Found:
    those = tuple(mentions)
    sure = tuple(mention for mention in those if mention.sure)
    doubtful = tuple(mention for mention in those if not mention.sure)
    return Found(sure, tuple(figures), doubtful, say(record, sure, rules, lexicon))


def _find(record: Record, lexicon: Lexicon, rules: Rulebook) -> tuple[Sequence[Mention], Sequence[Figure]]:
    analysis = Analysis(record)
    mentions: list[Mention] = []
    for finder in FINDERS:
        mentions += finder(analysis, lexicon, rules, tuple(mentions))
    figures = find_figures(analysis, lexicon)
    settled = with_owners(analysis, lexicon.words, settle(mentions))
    settled = with_winners(analysis, lexicon.words, settled)
    return with_amounts(analysis, lexicon.words, settled, figures), figures
