"""Mentions of kind `enterprise`."""

from __future__ import annotations

from collections.abc import Sequence

from zongjie.finding.analysis import Analysis
from zongjie.finding.rulebook import Rulebook
from zongjie.lexicon import Lexicon
from zongjie.model import Mention


def find_enterprises(analysis: Analysis, lexicon: Lexicon, rules: Rulebook, known: Sequence[Mention]) -> list[Mention]:
    """The enterprises that the record names. `known` are the mentions that earlier finders found."""
    del analysis, lexicon, rules, known
    return []
