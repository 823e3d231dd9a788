"""The lexicon of programs: what loads, and which mistakes of an editor it names with file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from zongjie.errors import InputError
from zongjie.lexicon import Lexicon
from zongjie.lexicon.programs import read_programs

GOOD = "- name: 星火计划\n  stems: [星火]\n  years: 1986起\n  type: funding\n"


def write(folder: Path, text: str) -> Path:
    path = folder / "programs.yml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_row_becomes_an_entry(tmp_path: Path) -> None:
    (entry,) = read_programs(write(tmp_path, GOOD))
    assert (entry.name, entry.stems, entry.years, entry.type) == ("星火计划", ("星火",), "1986起", "funding")
    assert (entry.level, entry.body, entry.generic) == (None, None, False)


@pytest.mark.parametrize(
    ("row", "complaint"),
    [
        ("- name: 火炬计划\n  aliases: [星火计划]\n  type: funding\n", "「星火计划」已经写在「星火计划」里"),
        ("- name: 火炬计划\n  level: 乡\n  type: funding\n", "level「乡」不是级别"),
        ("- name: 火炬计划\n  type: 资金\n", "type「资金」不对"),
        ("- name: 火炬计划\n  years: 八十年代\n  type: funding\n", "years「八十年代」不是年份"),
        ("- name: 火炬计划\n  alias: [火炬]\n  type: funding\n", "不认识的栏目「alias」"),
    ],
)
def test_a_mistake_is_named_with_its_line(row: str, complaint: str, tmp_path: Path) -> None:
    with pytest.raises(InputError) as error:
        read_programs(write(tmp_path, GOOD + row))
    assert complaint in str(error.value)
    assert error.value.line == 5


def test_the_projects_own_lexicon_is_broad(lexicon: Lexicon) -> None:
    assert len(lexicon.programs) >= 100
    assert {entry.type for entry in lexicon.programs} == {"funding", "initiative"}
