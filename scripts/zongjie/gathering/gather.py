"""All sources → their harvests: the kept ones, and those that have to be made."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from zongjie.gathering.harvest import Harvest
from zongjie.gathering.kept import Kept
from zongjie.gathering.progress import progress
from zongjie.gathering.workers import Crew, Task, work_all


def gather(tasks: Sequence[Task], kept: Kept | None, crew: Crew) -> list[Harvest]:
    """The harvests of `tasks`, in their order; those in `kept` are not made again, the others are kept there.

    Raises InputError where an input is unusable; what has been made by then stays kept.
    """
    keys = [kept.key(task.source, editors_word=task.editors_word) for task in tasks] if kept else []
    found: dict[int, Harvest] = {n: one for n, key in enumerate(keys) if kept and (one := kept.get(key))}
    missing = [n for n in range(len(tasks)) if n not in found]
    with progress("读取和查找", len(missing)) as step:
        for n, made in zip(missing, work_all([tasks[n] for n in missing], crew), strict=True):
            found[n] = made
            if kept:
                kept.put(keys[n], made)
            step()
    if kept:
        kept.drop_all_but(keys)
    return [replace(found[n], key=keys[n]) if kept else found[n] for n in range(len(tasks))]
