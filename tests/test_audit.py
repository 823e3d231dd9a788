"""What the audit tells an editor, and that what it proposes can be used as it stands."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import yaml

from tests.make import mention, record
from zongjie.audit import as_text, audit
from zongjie.lexicon.places import Gazetteer
from zongjie.model import Damage, Knowledge, Mention, Record
from zongjie.reading.sidecar import apply_sidecar
from zongjie.resolving.corrections import correct, read_corrections
from zongjie.resolving.entities import resolve


def knowledge(
    text: Record,
    mentions: list[Mention],
    gazetteer: Gazetteer,
    doubtful: tuple[Mention, ...] = (),
    idle: tuple[int, ...] = (),
) -> Knowledge:
    entities, _ = resolve([text], {text.id: mentions}, gazetteer)
    return Knowledge("none", (text,), entities, (), (), doubtful, idle)


def test_a_doubtful_name_comes_with_its_sentence_and_a_row_that_adds_it(tmp_path: Path, gazetteer: Gazetteer) -> None:
    text = record("组织晨光's等企业申报", "a-1")
    doubtful = mention(text, "enterprise", "晨光's")
    (note,) = [n for n in audit(knowledge(text, [], gazetteer, (doubtful,))) if n.kind == "存疑名称"]
    assert "组织晨光's等企业申报" in note.quote
    path = tmp_path / "corrections.yml"
    path.write_text(note.remedy, encoding="utf-8")
    done = correct([text], {}, read_corrections(path))
    assert [m.text for m in done.mentions["a-1"]] == ["晨光's"]
    assert "data/corrections.yml" in as_text(note)


def test_two_firms_of_one_place_with_nearly_one_name(gazetteer: Gazetteer) -> None:
    text = record("富丰饲料公司、南宁富金丰饲料公司、利翔饲料公司", "a-1")
    mentions = [mention(text, "enterprise", name) for name in text.text.split("、")]
    notes = [n for n in audit(knowledge(text, mentions, gazetteer)) if n.kind == "疑似同名"]
    assert len(notes) == 1
    assert yaml.safe_load(notes[0].remedy) == [
        {"do": "merge", "kind": "enterprise", "names": ["南宁富金丰饲料公司", "富丰饲料公司"]}
    ] or yaml.safe_load(notes[0].remedy) == [
        {"do": "merge", "kind": "enterprise", "names": ["富丰饲料公司", "南宁富金丰饲料公司"]}
    ]


def test_what_a_text_does_not_tell_comes_with_a_sidecar(tmp_path: Path, gazetteer: Gazetteer) -> None:
    text = record("今年以来", "a-1")
    (note,) = audit(knowledge(text, [], gazetteer))
    assert note.file == "data/sources/a.yml"
    path = tmp_path / "a.yml"
    path.write_text(note.remedy.replace("year: ", "year: 2012"), encoding="utf-8")
    assert apply_sidecar([text], path)[0].period.year == "2012"


def test_garble_and_idle_corrections_are_told(gazetteer: Gazetteer) -> None:
    text = replace(record("四μ岣呒粕文明家庭", "a-1"), damage=(Damage(1, 5, "garble", "μ岣呒粕"),))
    notes = {note.kind: note for note in audit(knowledge(text, [], gazetteer, idle=(7,)))}
    assert "提高计" in notes["乱码"].problem
    assert "第 7 行" in notes["失效更正"].where


def test_an_unknown_national_program_is_told(gazetteer: Gazetteer) -> None:
    text = record("列入国家新芽计划", "a-1")
    notes = audit(knowledge(text, [mention(text, "program", "国家新芽计划", level="国家")], gazetteer))
    assert [yaml.safe_load(n.remedy)[0]["name"] for n in notes if n.kind == "未知计划"] == ["国家新芽计划"]
