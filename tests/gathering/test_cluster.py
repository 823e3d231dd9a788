"""A cluster of dask workers does the same work, even where one of them dies."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from distributed import Client, LocalCluster

from tests.conftest import ROOT
from zongjie.errors import InputError
from zongjie.gathering.workers import Crew, Task, Tools, work, work_all

TEXT = "正定县科技局2012年工作总结\n一、项目工作\n2012年,争取资金{}万元,“低分子肝素钠产业化”列入国家火炬计划。\n"


@pytest.fixture
def tasks(tmp_path: Path) -> list[Task]:
    tools = Tools.of(ROOT / "data")
    paths = [tmp_path / f"{number}.txt" for number in range(10, 22)]
    for number, path in enumerate(paths):
        path.write_text(TEXT.format(number), encoding="utf-8")
    return [Task(tools, path, editors_word=False) for path in paths]


@pytest.fixture
def cluster() -> Iterator[LocalCluster]:
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as two:
        yield two


def test_one_of_two_workers_is_killed(cluster: LocalCluster, tasks: list[Task]) -> None:
    done = work_all(tasks, Crew(scheduler=cluster.scheduler_address))
    first = next(done)
    with Client(cluster) as client:
        os.kill(min(client.run(os.getpid).values()), signal.SIGKILL)
    assert [first, *done] == [work(task) for task in tasks]


def test_a_scheduler_that_is_not_there_is_one_clear_error(tasks: list[Task], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("zongjie.gathering.workers._PATIENCE", "1s")
    with pytest.raises(InputError, match="连不上"):
        list(work_all(tasks, Crew(scheduler="tcp://127.0.0.1:9")))
