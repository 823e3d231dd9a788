"""Command line: source texts in `data/` → Markdown pages and data files under `docs/`.

    python scripts/convert.py                              convert data/ into docs/
    python scripts/convert.py --sources DIR --docs OUT     convert another folder, without editors' sidecar files
    python scripts/convert.py --check                      convert in memory, print what needs an editor
    python scripts/convert.py --jobs 4                     with at most so many processes (default: one for each core)
    python scripts/convert.py --scheduler tcp://HOST:8786  with the workers of a dask cluster that see the same files

Exit codes: 0 done; 1 something needs an editor (--check); 2 the call or an input is unusable.
"""

from __future__ import annotations

import argparse
import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

from zongjie.errors import InputError
from zongjie.expressions import kept_expressions
from zongjie.fresh import fingerprint, is_fresh, leave_stamp

ROOT = Path(__file__).resolve().parent.parent


def main(arguments: list[str] | None = None) -> int:
    """Run the command with `arguments` (without the program's name); the exit code."""
    options = _parser().parse_args(arguments)
    try:
        if options.check:
            return _check()
        return convert(options.sources, options.docs, options.jobs, options.scheduler)
    except InputError as error:
        print(error, file=sys.stderr)
        return 2


def convert(sources: Path | None, docs: Path | None, jobs: int | None = None, scheduler: str | None = None) -> int:
    """Convert `sources` (default: the project's own) into pages under `docs`, unless nothing changed since the last time; 0.

    `jobs` limits the processes, `scheduler` names a dask cluster that does their work; neither changes a byte of the output.

    Raises InputError where an input is unusable.
    """
    docs = (docs or ROOT / "docs").resolve()
    data = ROOT / "data"
    folders = [data] if sources is None else [data, sources.resolve()]
    run = sha256(str(docs).encode()).hexdigest()[:16]
    stamp = ROOT / ".cache" / "fresh" / f"{run}.json"
    inputs = fingerprint(folders)
    if is_fresh(stamp, inputs):
        print("没有变化,页面已是最新。")
        return 0

    with kept_expressions(ROOT / ".cache" / "expressions"), _no_search_for_cycles():
        # Heavy: only where there is something to do.
        from zongjie.build import Project, build
        from zongjie.gathering.workers import Crew

        kept = ROOT / ".cache" / "kept" / run
        crew = Crew(jobs, scheduler)
        written = build(Project(data, sources or data / "sources", docs, sources is None, kept, crew))
    leave_stamp(stamp, inputs, written.files)
    print(f"写入 {len(written.changed)} 个文件,删除 {len(written.removed)} 个,未变 {len(written.kept)} 个。")
    return 0


@contextmanager
def _no_search_for_cycles() -> Iterator[None]:
    """Nothing here goes in circles, and to look for what does, over and over, takes a fifth of the time."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _check() -> int:
    from zongjie.audit import as_text, audit
    from zongjie.build import Project, extract

    data = ROOT / "data"
    knowledge, _ = extract(Project(data, data / "sources", ROOT / "docs"))
    notes = audit(knowledge)
    for note in notes:
        print(as_text(note))
    return 1 if notes else 0


def _count(text: str) -> int:
    if not text.isdigit() or text == "0":
        raise argparse.ArgumentTypeError("应为 1 以上的整数")
    return int(text)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="把 data/ 里的工作总结转换成 docs/ 下的页面和数据。")
    parser.add_argument("--sources", type=Path, help="另一个存放总结的文件夹(不读附注和更正)")
    parser.add_argument("--docs", type=Path, help="页面写到哪里(默认 docs/)")
    parser.add_argument("--jobs", type=_count, metavar="N", help="最多用几个进程(默认按处理器核数)")
    parser.add_argument(
        "--scheduler", metavar="ADDRESS", help="交给 dask 集群去读(需 pip install -r requirements-cluster.txt)"
    )
    parser.add_argument("--check", action="store_true", help="只检查,不写文件,列出需要编辑处理的地方")
    return parser


if __name__ == "__main__":
    sys.exit(main())
