"""Open slots of the rule engine: a pattern that begins or ends with names that its finder cuts."""

from __future__ import annotations

from pathlib import Path

import pytest

from zongjie.errors import InputError
from zongjie.finding.engine.rules import Rule, read_rules
from zongjie.lexicon.words import Words

BEFORE = '- {id: 前, pattern: "〈…名单〉等〈数〉家企业", take: …名单, weight: 3, example: 恒岭机电等5家企业, finds: [恒岭机电]}'
AFTER = '- {id: 后, pattern: "推荐〈名单…〉", take: 名单…, example: 推荐恒岭机电申报, finds: [恒岭机电]}'


def rule(tmp_path: Path, row: str) -> Rule:
    path = tmp_path / "rules.yml"
    path.write_text(row, encoding="utf-8")
    return read_rules(path, Words({}))[0]


def test_a_slot_at_the_front_reaches_back_to_the_clause(tmp_path: Path) -> None:
    text = "会上,组织恒岭机电、华信药业等5家企业申报。"
    found = [text[m.taken.start : m.taken.end] for m in rule(tmp_path, BEFORE).matches(text)]
    assert found == ["组织恒岭机电、华信药业"]


def test_a_slot_at_the_end_reaches_to_the_end_of_the_clause(tmp_path: Path) -> None:
    text = "年初推荐恒岭机电、华信药业申报,已立项。"
    found = [text[m.taken.start : m.taken.end] for m in rule(tmp_path, AFTER).matches(text)]
    assert found == ["恒岭机电、华信药业申报"]


def test_weights_are_read(tmp_path: Path) -> None:
    assert (rule(tmp_path, BEFORE).weight, rule(tmp_path, AFTER).weight) == (3, 1)


def test_an_example_must_hold_the_name_at_the_closed_end(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="没有找到"):
        rule(tmp_path, BEFORE.replace("finds: [恒岭机电]", "finds: [恒岭]"))
