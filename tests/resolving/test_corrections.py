"""What an editor sets right, and what is said of a row that no longer applies."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.make import mention, record
from zongjie.errors import InputError
from zongjie.lexicon.places import Gazetteer
from zongjie.model import Entity
from zongjie.resolving.corrections import correct, read_corrections
from zongjie.resolving.entities import resolve

TEXT = record("富丰饲料公司、南宁富金丰饲料公司;河北金河薯业有限公司;金河;科技入户;晨光、晨光", "a-1")
MENTIONS = [
    mention(TEXT, "enterprise", "富丰饲料公司"),
    mention(TEXT, "enterprise", "南宁富金丰饲料公司"),
    mention(TEXT, "enterprise", "河北金河薯业有限公司"),
    mention(TEXT, "enterprise", "金河", nth=1, full="河北金河薯业有限公司"),
    mention(TEXT, "event", "科技入户"),
]


def corrected(yaml: str, tmp_path: Path, gazetteer: Gazetteer) -> tuple[dict[str, Entity], int]:
    path = tmp_path / "corrections.yml"
    path.write_text(yaml, encoding="utf-8")
    done = correct([TEXT], {"a-1": MENTIONS}, read_corrections(path))
    entities, _ = resolve([TEXT], done.mentions, gazetteer)
    return {f"{entity.kind}:{entity.name}": entity for entity in entities}, len(done.idle)


@pytest.mark.parametrize(
    ("yaml", "there", "gone"),
    [
        (
            "- {do: merge, kind: enterprise, names: [南宁富金丰饲料公司, 富丰饲料公司]}",
            {"enterprise:南宁富金丰饲料公司"},
            {"enterprise:富丰饲料公司"},
        ),
        ("- {do: split, kind: enterprise, name: 金河}", {"enterprise:金河", "enterprise:河北金河薯业有限公司"}, set()),
        (
            "- {do: rename, kind: enterprise, name: 富丰饲料公司, to: 南宁富丰饲料公司}",
            {"enterprise:南宁富丰饲料公司"},
            {"enterprise:富丰饲料公司"},
        ),
        ("- {do: retype, kind: event, name: 科技入户, to: program}", {"program:科技入户"}, {"event:科技入户"}),
        ("- {do: ignore, kind: event, name: 科技入户}", set(), {"event:科技入户"}),
        ("- {do: add, kind: enterprise, name: 晨光}", {"enterprise:晨光"}, set()),
        ("- {do: add, kind: enterprise, name: 晨光, record: a-1}", {"enterprise:晨光"}, set()),
    ],
)
def test_deeds(yaml: str, there: set[str], gone: set[str], tmp_path: Path, gazetteer: Gazetteer) -> None:
    entities, idle = corrected(yaml, tmp_path, gazetteer)
    assert there <= set(entities)
    assert not gone & set(entities)
    assert idle == 0


@pytest.mark.parametrize(
    "yaml",
    [
        "- {do: ignore, kind: event, name: 没有的}",
        "- {do: ignore, kind: place, name: 科技入户}",
        "- {do: add, kind: enterprise, name: 晨光, record: b-1}",
        "- {do: add, kind: enterprise, name: 金河}",
    ],
)
def test_a_row_that_applies_to_nothing_is_told(yaml: str, tmp_path: Path, gazetteer: Gazetteer) -> None:
    assert corrected(yaml, tmp_path, gazetteer)[1] == 1


def test_an_added_name_is_found_wherever_it_stands(tmp_path: Path, gazetteer: Gazetteer) -> None:
    entities, _ = corrected("- {do: add, kind: enterprise, name: 晨光}", tmp_path, gazetteer)
    assert len(entities["enterprise:晨光"].mentions) == 2


@pytest.mark.parametrize(
    ("yaml", "word"),
    [
        ("- {do: forget, kind: event, name: 甲乙}", "forget"),
        ("- {do: ignore, kind: firm, name: 甲乙}", "firm"),
        ("- {do: merge, kind: event, names: [甲乙]}", "两个"),
        ("- {do: retype, kind: event, name: 甲乙, to: firm}", "firm"),
        ("- {do: rename, kind: event, name: 甲乙}", "to"),
        ("- {do: ignore, kind: event, name: 甲乙, nmae: 丙}", "nmae"),
        ("do: ignore", "列表"),
    ],
)
def test_a_row_that_cannot_be_used(yaml: str, word: str, tmp_path: Path) -> None:
    path = tmp_path / "corrections.yml"
    path.write_text("# 更正\n" + yaml, encoding="utf-8")
    with pytest.raises(InputError, match=word) as error:
        read_corrections(path)
    assert error.value.line == 2
