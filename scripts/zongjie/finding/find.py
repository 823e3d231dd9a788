"""Record → mentions and figures: the finders in their order, then the competition between kinds."""

from __future__ import annotations

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
    """What one record names, in reading order; `doubtful` are mentions that a human should look at first."""

    mentions: tuple[Mention, ...]
    figures: tuple[Figure, ...]
    doubtful: tuple[Mention, ...]


def find(record: Record, lexicon: Lexicon, rules: Rulebook) -> Found:
    """All mentions and figures of `record`; Traditional characters and spun words are read as plain ones."""
    script = script_of(record, lexicon.simplified, lexicon.words)
    if script is None:
        return _find(record, lexicon, rules)
    found = _find(script.simplified, lexicon, rules)
    return Found(
        mentions=tuple(map(script.mention, found.mentions)),
        figures=tuple(map(script.figure, found.figures)),
        doubtful=tuple(map(script.mention, found.doubtful)),
    )


def _find(record: Record, lexicon: Lexicon, rules: Rulebook) -> Found:
    analysis = Analysis(record)
    mentions: list[Mention] = []
    for finder in FINDERS:
        mentions += finder(analysis, lexicon, rules, tuple(mentions))
    figures = find_figures(analysis, lexicon)
    settled = with_owners(analysis, lexicon.words, settle(mentions))
    settled = with_winners(analysis, lexicon.words, settled)
    settled = with_amounts(analysis, lexicon.words, settled, figures)
    return Found(
        mentions=tuple(m for m in settled if m.sure),
        figures=tuple(figures),
        doubtful=tuple(m for m in settled if not m.sure),
    )
