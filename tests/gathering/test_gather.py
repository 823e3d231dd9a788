"""Work that is kept and shared out never changes what comes out."""

from __future__ import annotations

import pickle
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from tests.conftest import ROOT
from zongjie.errors import InputError
from zongjie.gathering import workers
from zongjie.gathering.gather import gather
from zongjie.gathering.harvest import Harvest
from zongjie.gathering.kept import Kept
from zongjie.gathering.workers import Crew, Task, Tools, work

GOOD = "{}科技局2012年工作总结\n一、项目工作\n2012年,河北常山生化药业股份有限公司的“低分子肝素钠产业化”列入国家火炬计划。\n"


@pytest.fixture
def tasks(tmp_path: Path) -> list[Task]:
    """Three sources to be read with the project's own lexicons and rules."""
    tools = Tools.of(ROOT / "data")
    found = []
    for name, place in (("a", "正定县"), ("b", "缙云县"), ("c", "横县")):
        path = tmp_path / f"{name}.txt"
        path.write_text(GOOD.format(place), encoding="utf-8")
        found.append(Task(tools, path, editors_word=True))
    return found


def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the sources that are read from now on."""
    names: list[str] = []

    def noted(task: Task) -> Harvest:
        names.append(task.source.name)
        return work(task)

    monkeypatch.setattr(workers, "work", noted)
    return names


def kept(tasks: Sequence[Task], folder: Path) -> Kept:
    return Kept(folder / "kept", tasks[0].tools.digest)


def test_an_unchanged_source_is_not_read_again(
    tasks: list[Task], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = gather(tasks, kept(tasks, tmp_path), Crew(1))
    names = made(monkeypatch)
    assert gather(tasks, kept(tasks, tmp_path), Crew(1)) == first
    assert names == []


@pytest.mark.parametrize("changed", ["b.txt", "b.yml"])
def test_a_changed_source_or_sidecar_is_read_again_alone(
    changed: str, tasks: list[Task], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gather(tasks, kept(tasks, tmp_path), Crew(1))
    text = GOOD.format("德清县") if changed == "b.txt" else "records:\n  - part: 1\n    bureau: 德清县科技局\n"
    (tmp_path / changed).write_text(text, encoding="utf-8")
    names = made(monkeypatch)
    assert gather(tasks, kept(tasks, tmp_path), Crew(1)) == [work(task) for task in tasks]
    assert names == ["b.txt"]


def test_other_tools_read_everything_again(tasks: list[Task], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gather(tasks, kept(tasks, tmp_path), Crew(1))
    names = made(monkeypatch)
    others = [replace(task, tools=replace(task.tools, digest="other")) for task in tasks]
    gather(others, kept(others, tmp_path), Crew(1))
    assert names == ["a.txt", "b.txt", "c.txt"]


@pytest.mark.parametrize("damage", [b"", b"\x80\x05broken", pickle.dumps("no harvest")])
def test_a_damaged_file_among_the_kept_is_made_anew(damage: bytes, tasks: list[Task], tmp_path: Path) -> None:
    first = gather(tasks, kept(tasks, tmp_path), Crew(1))
    for path in (tmp_path / "kept").iterdir():
        path.write_bytes(damage)
    assert gather(tasks, kept(tasks, tmp_path), Crew(1)) == first


def test_what_is_of_no_use_any_more_is_dropped(tasks: list[Task], tmp_path: Path) -> None:
    gather(tasks, kept(tasks, tmp_path), Crew(1))
    gather(tasks[:1], kept(tasks, tmp_path), Crew(1))
    assert len(list((tmp_path / "kept").iterdir())) == 1


def test_several_processes_make_the_same(tasks: list[Task], monkeypatch: pytest.MonkeyPatch) -> None:
    alone = gather(tasks, None, Crew(1))
    monkeypatch.setattr(workers, "_WORTH_A_PROCESS", 1)
    assert gather(tasks, None, Crew(2)) == alone


def test_other_processes_find_the_program_wherever_it_was_loaded_from(
    tasks: list[Task], monkeypatch: pytest.MonkeyPatch
) -> None:
    program = str(ROOT / "scripts")
    monkeypatch.setattr(sys, "path", [path for path in sys.path if Path(path).resolve() != Path(program)])
    monkeypatch.setattr(workers, "_WORTH_A_PROCESS", 1)
    assert len(gather(tasks, None, Crew(2))) == 3


def test_an_error_comes_back_from_another_process(tasks: list[Task], monkeypatch: pytest.MonkeyPatch) -> None:
    tasks[1].source.write_bytes(b"\0\1\2\3" * 40)
    monkeypatch.setattr(workers, "_WORTH_A_PROCESS", 1)
    with pytest.raises(InputError) as told:
        gather(tasks, None, Crew(2))
    assert "b.txt" in str(told.value)
    assert str(pickle.loads(pickle.dumps(told.value))) == str(told.value)
