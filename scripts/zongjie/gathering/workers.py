"""Harvests by several processes at once: of this machine, or of a cluster that a dask scheduler leads."""

from __future__ import annotations

import multiprocessing
import os
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from zongjie.errors import InputError
from zongjie.finding.engine.rulebook import Rulebook, read_rulebook
from zongjie.fresh import fingerprint
from zongjie.gathering.harvest import Harvest, harvest
from zongjie.lexicon import Lexicon, read_lexicon

# A process needs a second and a half to load the program and the lexicons, in which another reads some 30,000 characters.
_WORTH_A_PROCESS = 200_000  # bytes of source
_PATIENCE = "10s"
_PROGRAM = str(Path(__file__).resolve().parents[2])


@dataclass(frozen=True)
class Tools:
    """The lexicons and rules of the folder `data`; `digest` tells one state of them and of the program from another."""

    data: Path
    digest: str

    @classmethod
    def of(cls, data: Path) -> Tools:
        """Those that stand in `data` now."""
        return cls(data, fingerprint([data / "lexicon", data / "rules"]))


@dataclass(frozen=True)
class Task:
    """A source to be read with `tools`; `editors_word` tells whether its sidecar file counts."""

    tools: Tools
    source: Path
    editors_word: bool


@dataclass(frozen=True)
class Crew:
    """Who does the work: at most `jobs` processes of this machine (None: one for each core), or the workers of the
    scheduler at `scheduler`, which must see the same files under the same paths."""

    jobs: int | None = None
    scheduler: str | None = None


def work(task: Task) -> Harvest:
    """Do one task. Raises InputError where an input is unusable."""
    lexicon, rules = load_tools(task.tools)
    return harvest(task.source, lexicon, rules, editors_word=task.editors_word)


@lru_cache(maxsize=1)
def load_tools(tools: Tools) -> tuple[Lexicon, Rulebook]:
    """The lexicons and rules, read once by each process.

    Raises InputError for a file that cannot be used.
    """
    lexicon = read_lexicon(tools.data / "lexicon")
    return lexicon, read_rulebook(tools.data / "rules", lexicon.words)


def work_all(tasks: Sequence[Task], crew: Crew) -> Iterator[Harvest]:
    """The harvests of the tasks, in their order, as they are ready."""
    if crew.scheduler is None and (jobs := _jobs(tasks, crew)) < 2:
        yield from map(work, tasks)
        return
    with _executor(crew, jobs if crew.scheduler is None else 0) as executor:
        futures = [executor.submit(work, task) for task in tasks]
        try:
            for future in futures:
                yield future.result()
        finally:
            for future in futures:
                future.cancel()


def _jobs(tasks: Sequence[Task], crew: Crew) -> int:
    """How many processes are worth while."""
    size = sum(task.source.stat().st_size for task in tasks)
    return min(crew.jobs or os.cpu_count() or 1, len(tasks), 1 + size // _WORTH_A_PROCESS)


@contextmanager
def _executor(crew: Crew, jobs: int) -> Iterator[Executor]:
    if crew.scheduler is None:
        # New processes look for the program where this one does; MkDocs forgets where once it has read a hook.
        if _PROGRAM not in sys.path:
            sys.path.insert(0, _PROGRAM)
        # Not forked: MkDocs may have threads, and a forked process would hold their locks.
        with ProcessPoolExecutor(jobs, mp_context=multiprocessing.get_context("spawn")) as executor:
            yield executor
        return
    try:
        from distributed import Client
    except ImportError as error:
        raise InputError(
            "--scheduler", "没有安装 dask.distributed", "请先 pip install -r requirements-cluster.txt"
        ) from error
    try:
        client = Client(crew.scheduler, timeout=_PATIENCE)  # type: ignore[no-untyped-call]
    except OSError as error:
        raise InputError(crew.scheduler, "连不上这个调度器", "请检查地址,并确认调度器已经启动") from error
    with client:
        yield client.get_executor(pure=False)  # type: ignore[no-untyped-call]
