"""Firms and institutions: tables of sentences with all names that stand in them, and sentences without any."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.finding.paragraphs import paragraph
from tests.make import record
from zongjie.finding.analysis import Analysis
from zongjie.finding.compete import settle
from zongjie.finding.engine.rulebook import Rulebook
from zongjie.finding.enterprises import find_enterprises
from zongjie.finding.institutions import find_institutions
from zongjie.lexicon import Lexicon
from zongjie.model import Kind, Mention

CASES = Path(__file__).parent / "cases"


def cases(name: str) -> list[Any]:
    rows = yaml.safe_load((CASES / f"{name}.yml").read_text(encoding="utf-8"))
    return [pytest.param(row, id=row["text"][:20]) for row in rows]


def found(text: str, kind: Kind, lexicon: Lexicon, rules: Rulebook) -> list[Mention]:
    analysis = paragraph(text)
    institutions = find_institutions(analysis, lexicon, rules, ())
    mentions = [*institutions, *find_enterprises(analysis, lexicon, rules, institutions)]
    return [m for m in settle(mentions) if m.kind == kind and m.sure]


def check(row: dict[str, Any], kind: Kind, lexicon: Lexicon, rules: Rulebook) -> None:
    mentions = found(row["text"], kind, lexicon, rules)
    assert list(dict.fromkeys(m.text for m in mentions)) == row.get("finds", [])
    assert {m.text: m.attributes["full"] for m in mentions if "full" in m.attributes} == row.get("full", {})
    assert all(row["text"][m.start : m.end] == m.text for m in mentions)


@pytest.mark.parametrize("row", cases("enterprises"))
def test_enterprises(row: dict[str, Any], lexicon: Lexicon, rules: Rulebook) -> None:
    check(row, "enterprise", lexicon, rules)


@pytest.mark.parametrize("row", cases("institutions"))
def test_institutions(row: dict[str, Any], lexicon: Lexicon, rules: Rulebook) -> None:
    check(row, "institution", lexicon, rules)


def test_a_doubtful_name_is_not_sure(lexicon: Lexicon, rules: Rulebook) -> None:
    text = "泰和牧业存栏肉牛3000头。"
    analysis = paragraph(text)
    assert [(m.text, m.sure) for m in find_enterprises(analysis, lexicon, rules, ())] == [("泰和牧业", False)]


def test_a_bare_brand_inside_another_thing_is_left_to_it(lexicon: Lexicon, rules: Rulebook) -> None:
    text = "盐城禾芯半导体材料股份有限公司的江苏省(禾芯)工程技术研究中心获批,禾芯材料牵头。"
    start = text.index("江苏省")
    platform = Mention("test-1", "platform", start, text.index("获批"), text[start : text.index("获批")], "given")
    names = {m.text for m in find_enterprises(paragraph(text), lexicon, rules, (platform,))}
    assert names == {"盐城禾芯半导体材料股份有限公司", "禾芯材料"}


def test_a_line_ends_a_name(lexicon: Lexicon, rules: Rulebook) -> None:
    analysis = Analysis(record("附:企业名单\n兰州大学\n淄博柴油机总公司\n博山水泵厂\n加快建设步伐"))
    names = [m.text for m in find_enterprises(analysis, lexicon, rules, ())]
    assert names == ["淄博柴油机总公司", "博山水泵厂"]
