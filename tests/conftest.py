"""What many tests share: the project's own lexicon and rules, read once."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

from zongjie.finding.engine.rulebook import Rulebook, read_rulebook
from zongjie.lexicon import Lexicon, read_lexicon
from zongjie.lexicon.places import Gazetteer

# How long an example takes says more of the machine than of the program.
settings.register_profile("any machine", deadline=None)
settings.load_profile("any machine")

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    return read_lexicon(ROOT / "data" / "lexicon")


@pytest.fixture(scope="session")
def rules(lexicon: Lexicon) -> Rulebook:
    return read_rulebook(ROOT / "data" / "rules", lexicon.words)


@pytest.fixture(scope="session")
def gazetteer(lexicon: Lexicon) -> Gazetteer:
    return lexicon.gazetteer
