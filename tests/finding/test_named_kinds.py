"""Sentences of many bureaus and years → the places, policies, platforms and honours that they name, and no others."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.finding.paragraphs import mentions_of, paragraph
from zongjie.finding.compete import settle
from zongjie.finding.engine.rulebook import Rulebook
from zongjie.finding.honors.finder import find_honors
from zongjie.finding.places.finder import find_places
from zongjie.finding.platforms.finder import find_platforms
from zongjie.finding.policies import find_policies
from zongjie.lexicon import Lexicon

FINDERS = {"place": find_places, "policy": find_policies, "platform": find_platforms, "honor": find_honors}
FILES = {"place": "places", "policy": "policies", "platform": "platforms", "honor": "honors"}


def cases() -> list[Any]:
    found = []
    for kind, name in FILES.items():
        path = Path(__file__).parent / "cases" / f"{name}.yml"
        for case in yaml.safe_load(path.read_text(encoding="utf-8")):
            found.append(pytest.param(kind, case, id=f"{kind}: {case['text'][:24]}"))
    return found


@pytest.mark.parametrize(("kind", "case"), cases())
def test_names_of_a_sentence(kind: str, case: dict[str, Any], lexicon: Lexicon) -> None:
    analysis = paragraph(case["text"])
    known = list(mentions_of(case["text"], case.get("known", {})))
    if kind not in ("place", "honor"):
        known += find_places(analysis, lexicon, Rulebook({}), ())
    found = settle(FINDERS[kind](analysis, lexicon, Rulebook({}), known))
    wanted = case["finds"] if isinstance(case["finds"], dict) else dict.fromkeys(case["finds"])
    names = {mention.text: mention.attributes for mention in found}

    assert set(names) - set(case.get("maybe", ())) == set(wanted)
    for name, fields in wanted.items():
        for field, value in (fields or {}).items():
            assert names[name].get(field) == (tuple(value) if isinstance(value, list) else value), f"{name}: {field}"


@pytest.mark.parametrize("kind", FINDERS)
def test_mentions_equal_their_spans(kind: str, lexicon: Lexicon) -> None:
    text = "。".join(case.values[1]["text"] for case in cases())
    analysis = paragraph(text)
    known = find_places(analysis, lexicon, Rulebook({}), ())

    for mention in FINDERS[kind](analysis, lexicon, Rulebook({}), known):
        assert mention.text == text[mention.start : mention.end]
