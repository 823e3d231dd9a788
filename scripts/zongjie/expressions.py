"""Compiled regular expressions, kept between runs.

Python keeps the byte code of modules but compiles each regular expression anew in every process: here more than a
thousand, which takes longer than converting a text. While `kept_expressions` lasts, what `re` compiles comes from a
file, and what was not there is added to it; of what has to be compiled, each set of characters is worked out once (all
Chinese characters take a millisecond, and stand in a hundred expressions). Python checks the code that a pattern is
built from each time. The file belongs to one release of Python, may be deleted at any time, and where `re` is made in
another way than expected, nothing is kept.
"""

from __future__ import annotations

import pickle
import re
import sys
from array import array
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from types import SimpleNamespace
from typing import Any

# More than the program holds: then the file has gathered expressions of earlier versions, and begins anew.
_MOST = 4000

# An expression and its flags; what a pattern is built from: flags, code, number of groups, their names, names by number.
_Key = tuple[str, int]
_Built = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]


@contextmanager
def kept_expressions(folder: Path) -> Iterator[None]:
    """Let `re` take its compiled expressions from a file in `folder`, and add to it what it had to compile itself."""
    compiler: Any = import_module("re._compiler")
    machine: Any = getattr(compiler, "_sre", None)
    if not hasattr(machine, "compile") or not all(hasattr(compiler, name) for name in ("compile", "_optimize_charset")):
        yield
        return
    file = folder / f"{sys.implementation.cache_tag}-{sys.hexversion:x}.pickle"
    kept = _load(file)
    known = len(kept)
    compile_anew, work_out = compiler.compile, compiler._optimize_charset
    built: list[_Built] = []

    def build(pattern: Any, flags: int, code: list[int], groups: int, names: Any, numbers: Any) -> Any:
        built.append((flags, array("I", code).tobytes(), groups, dict(names), tuple(numbers)))
        return machine.compile(pattern, flags, code, groups, names, numbers)

    def compile_or_take(pattern: Any, flags: int = 0) -> Any:
        if not isinstance(pattern, str):
            return compile_anew(pattern, flags)
        key = (pattern, int(flags))
        if key in kept:
            own_flags, code, groups, names, numbers = kept[key]
            try:
                return machine.compile(pattern, own_flags, array("I", code).tolist(), groups, dict(names), numbers)
            except (RuntimeError, TypeError, ValueError):
                del kept[key]
        built.clear()
        compiled: re.Pattern[str] = compile_anew(pattern, flags)
        if built:
            kept[key] = built[-1]
        return compiled

    compiler._sre = SimpleNamespace(**{**vars(machine), "compile": build})
    compiler.compile, compiler._optimize_charset = compile_or_take, _remembering(work_out)
    try:
        yield
    finally:
        compiler._sre = machine
        compiler.compile, compiler._optimize_charset = compile_anew, work_out
        if len(kept) != known:
            _save(file, kept if len(kept) <= _MOST else {})


def _remembering(work_out: Callable[..., Any]) -> Callable[..., Any]:
    """`work_out`, called once for each set of characters, but for those whose case is ignored."""
    known: dict[tuple[Any, ...], Any] = {}

    def worked_out(characters: list[Any], *case: Any) -> Any:
        if any(case):
            return work_out(characters, *case)
        key = tuple(characters)
        if key not in known:
            known[key] = work_out(characters, *case)
        return known[key]

    return worked_out


def _load(file: Path) -> dict[_Key, _Built]:
    try:
        kept = pickle.loads(file.read_bytes())
    except Exception:  # a damaged pickle may raise nearly anything; all is then compiled anew
        return {}
    return kept if isinstance(kept, dict) else {}


def _save(file: Path, kept: dict[_Key, _Built]) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    fresh = file.with_suffix(".new")
    fresh.write_bytes(pickle.dumps(kept, protocol=pickle.HIGHEST_PROTOCOL))
    fresh.replace(file)
