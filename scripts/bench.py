"""What the program costs at several sizes, as a table: `make bench`, or `make bench SIZE=60`.

    python scripts/bench.py [SIZE ...]

For each size a project with that many made-up summaries is built in a temporary folder: step by step in one process,
then by the commands that people use, then as a plain `mkdocs build` of the same pages (no hook, no templates of ours).
Seconds are wall clock, memory is the peak of the largest process.
"""

from __future__ import annotations

import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import yaml

from made_up import counties, summaries

ROOT = Path(__file__).resolve().parent.parent
SIZES = (6, 60, 600, 6000)
# Indexes the finished site, as the hook does.
_INDEX = (
    "import sys; from pathlib import Path; sys.path.insert(0, 'scripts');"
    "from zongjie.pages.search_index import index_site; index_site(Path('site'))"
)
# What of the project a copy needs to be built.
_NEEDED = (
    "scripts",
    "overrides",
    "mkdocs.yml",
    "data/lexicon",
    "data/rules",
    "docs/assets",
    "docs/about.md",
    "docs/editors.md",
    "docs/operators.md",
)


@dataclass(frozen=True)
class Cost:
    """Seconds of wall clock and the peak of memory in MB."""

    seconds: float
    megabytes: float

    def __str__(self) -> str:
        return f"{self.seconds:8.2f} s {self.megabytes:6.0f} MB"


def main() -> int:
    """Measure the sizes of the command line and print their tables."""
    if sys.argv[1:2] == ["--steps"]:
        print(json.dumps(steps(Path(sys.argv[2]))))
        return 0
    for size in map(int, sys.argv[1:] or map(str, SIZES)):
        with tempfile.TemporaryDirectory() as folder:
            print(f"\n{size} summaries", flush=True)
            for name, value in measure(Path(folder), size):
                print(f"  {name:42}{value}", flush=True)
    return 0


def measure(project: Path, size: int) -> Iterator[tuple[str, str]]:
    """The rows of the table for a project of `size` summaries, made in the folder `project`."""
    make_project(project, size)
    convert, mkdocs = [sys.executable, "scripts/convert.py"], [sys.executable, "-m", "mkdocs", "build", "-q"]

    told = json.loads(run([sys.executable, "scripts/bench.py", "--steps", "."], project)[1])
    for name, seconds, megabytes in told:
        yield f"{name} (one process)", str(Cost(seconds, megabytes))
    cold, _ = run(convert, project)
    yield "convert.py, cold", f"{cold}   {1000 * cold.seconds / size:.0f} ms a summary"
    yield "convert.py, cold, --jobs 1", str(run_anew([*convert, "--jobs", "1"], project))
    same, _ = run(convert, project)
    yield "convert.py, nothing changed", f"{same}   {100 * same.seconds / cold.seconds:.1f} % of cold"
    change_one(project)
    yield "convert.py, one text changed", str(run(convert, project)[0])

    plain, _ = run([*mkdocs, "-f", plain_config(project).name, "-d", "plain"], project)
    yield "plain mkdocs build of the same pages", str(plain)
    whole, _ = run(mkdocs, project)
    pagefind, _ = run([sys.executable, "-c", _INDEX], project)
    ours = whole.seconds - pagefind.seconds
    yield "mkdocs build, all in it", str(whole)
    yield "  of it Pagefind", str(pagefind)
    yield "  of it MkDocs with hook and templates", f"{ours:8.2f} s            {ours / plain.seconds:.2f} of plain"
    yield from sizes(project)


def steps(project: Path) -> list[tuple[str, float, float]]:
    """Each step of the conversion with its seconds and the peak of memory so far in MB, in this process alone."""
    sys.path.insert(0, str(project / "scripts"))
    from zongjie.build import know, source_files
    from zongjie.finding.find import find
    from zongjie.gathering.harvest import Harvest
    from zongjie.gathering.workers import Tools, load_tools
    from zongjie.pages.site import make_pages
    from zongjie.pages.write import write_files
    from zongjie.reading.read import read_source

    rows: list[tuple[str, float, float]] = []

    @contextmanager
    def step(name: str) -> Iterator[None]:
        started = time.perf_counter()
        yield
        rows.append((name, time.perf_counter() - started, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024))

    with step("loading lexicons and rules"):
        lexicon, rules = load_tools(Tools.of(project / "data"))
    with step("reading"):
        records = [record for path in source_files(project / "data/sources") for record in read_source(path, lexicon)]
    with step("finding"):
        harvest = Harvest(tuple((record, find(record, lexicon, rules)) for record in records))
    with step("resolving"):
        knowledge = know([harvest], lexicon, rules)
    with step("writing"):
        write_files(make_pages(knowledge, lexicon), project / "docs-steps")
    return rows


def make_project(project: Path, size: int) -> None:
    """A copy of the program with `size` made-up summaries as its sources."""
    for path in _NEEDED:
        if (ROOT / path).is_dir():
            shutil.copytree(ROOT / path, project / path, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            (project / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / path, project / path)
    sources = project / "data" / "sources"
    sources.mkdir()
    for name, text in summaries(size, counties(ROOT / "data/lexicon/places.tsv")):
        (sources / f"{name}.txt").write_text(text, encoding="utf-8")


def change_one(project: Path) -> None:
    """An editor mends a figure in one text."""
    path = project / "data" / "sources" / "made-up-00003.txt"
    path.write_text(path.read_text(encoding="utf-8").replace("1", "2", 1), encoding="utf-8")


def plain_config(project: Path) -> Path:
    """The project's `mkdocs.yml` without our hook and templates."""

    class Loader(yaml.SafeLoader):
        pass

    Loader.add_constructor("!ENV", lambda *_: "")
    config = yaml.load((project / "mkdocs.yml").read_text(encoding="utf-8"), Loader)
    config["hooks"], config["plugins"] = [], []
    del config["theme"]["custom_dir"]
    path = project / "plain.yml"
    path.write_text(yaml.safe_dump(config, allow_unicode=True), encoding="utf-8")
    return path


def sizes(project: Path) -> Iterator[tuple[str, str]]:
    """The bytes of the site."""
    files = [path for path in (project / "site").rglob("*") if path.is_file()]
    largest = max((path for path in files if path.suffix == ".html"), key=lambda path: path.stat().st_size)
    yield "files, pages", f"{len(files)}, {sum(path.suffix == '.html' for path in files)}"
    yield "bytes of the site", _megabytes(files)
    yield "largest page", f"{largest.stat().st_size / 1000:.0f} kB  {largest.parent.relative_to(project / 'site')}"
    yield "names.js", _megabytes([project / "site/data/names.js"])
    yield "full-text index", _megabytes(path for path in files if "pagefind" in path.parts)


def _megabytes(paths: Iterable[Path]) -> str:
    return f"{sum(path.stat().st_size for path in paths) / 1e6:.2f} MB"


def run_anew(command: list[str], project: Path) -> Cost:
    """What a command costs that finds nothing kept."""
    shutil.rmtree(project / ".cache", ignore_errors=True)
    return run(command, project)[0]


# Runs a command and writes the peak of its largest process (kB) to a file.
_WATCHED = (
    "import resource, subprocess, sys; done = subprocess.run(sys.argv[2:]);"
    "open(sys.argv[1], 'w').write(str(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)); sys.exit(done.returncode)"
)


def run(command: list[str], project: Path) -> tuple[Cost, str]:
    """What a command costs in the folder `project`, and what it prints. SystemExit where it fails."""
    peak = project / ".peak"
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "true"}
    watched = [sys.executable, "-c", _WATCHED, str(peak), *command]
    started = time.perf_counter()
    done = subprocess.run(watched, cwd=project, capture_output=True, text=True, env=environment, check=False)
    seconds = time.perf_counter() - started
    if done.returncode:
        raise SystemExit(f"{' '.join(command)}\n{done.stdout}{done.stderr}")
    return Cost(seconds, int(peak.read_text()) / 1024), done.stdout


if __name__ == "__main__":
    sys.exit(main())
