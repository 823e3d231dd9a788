"""Command line: source texts in `data/` → Markdown pages and data files under `docs/`.

    python scripts/convert.py                              convert data/ into docs/
    python scripts/convert.py --sources DIR --docs OUT     convert another folder, without editors' sidecar files
    python scripts/convert.py --check                      convert in memory, print what needs an editor

Exit codes: 0 done; 1 something needs an editor (--check); 2 the call or an input is unusable.
"""

from __future__ import annotations

import argparse
import sys
from hashlib import sha256
from pathlib import Path

from zongjie.errors import InputError
from zongjie.fresh import fingerprint, is_fresh, leave_stamp

ROOT = Path(__file__).resolve().parent.parent


def main(arguments: list[str] | None = None) -> int:
    """Run the command with `arguments` (without the program's name); the exit code."""
    options = _parser().parse_args(arguments)
    try:
        return _check() if options.check else convert(options.sources, options.docs)
    except InputError as error:
        print(error, file=sys.stderr)
        return 2


def convert(sources: Path | None, docs: Path | None) -> int:
    """Convert `sources` (default: the project's own) into pages under `docs`, unless nothing changed since the last time; 0.

    Raises InputError where an input is unusable.
    """
    docs = (docs or ROOT / "docs").resolve()
    data = ROOT / "data"
    folders = [data] if sources is None else [data, sources.resolve()]
    stamp = ROOT / ".cache" / "fresh" / f"{sha256(str(docs).encode()).hexdigest()[:16]}.json"
    inputs = fingerprint(folders)
    if is_fresh(stamp, inputs):
        print("没有变化,页面已是最新。")
        return 0

    from zongjie.build import Project, build  # heavy: only where there is something to do

    written = build(Project(data, sources or data / "sources", docs, editors_word=sources is None))
    leave_stamp(stamp, inputs, written.files)
    print(f"写入 {len(written.changed)} 个文件,删除 {len(written.removed)} 个,未变 {len(written.kept)} 个。")
    return 0


def _check() -> int:
    from zongjie.audit import as_text, audit
    from zongjie.build import Project, extract
    from zongjie.lexicon import read_lexicon

    project = Project.at(ROOT)
    notes = audit(extract(project, read_lexicon(project.data / "lexicon")))
    for note in notes:
        print(as_text(note))
    return 1 if notes else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="把 data/ 里的工作总结转换成 docs/ 下的页面和数据。")
    parser.add_argument("--sources", type=Path, help="另一个存放总结的文件夹(不读附注和更正)")
    parser.add_argument("--docs", type=Path, help="页面写到哪里(默认 docs/)")
    parser.add_argument("--check", action="store_true", help="只检查,不写文件,列出需要编辑处理的地方")
    return parser


if __name__ == "__main__":
    sys.exit(main())
