"""The site as `mkdocs build --strict` makes it, served from a sub-path, and a real browser to look at it."""

from __future__ import annotations

import functools
import http.server
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.conftest import ROOT

SUB_PATH = "some/where"
HOSTILE = Path(__file__).with_name("hostile.txt")


@dataclass(frozen=True)
class Site:
    """A built site: its files, what the build said, and the address at which it is served."""

    files: Path
    log: str
    url: str

    @property
    def pages(self) -> tuple[Path, ...]:
        return tuple(sorted(self.files.rglob("*.html")))


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The project with one hostile text more, built in a folder of its own."""
    project = _copy_of_project(tmp_path_factory.mktemp("project"))
    shutil.copy(HOSTILE, project / "data" / "sources" / "hostile.txt")
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict"],
        cwd=project,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "REPOSITORY": "https://git.example/o/r"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    served = project / "served"
    (served / SUB_PATH).parent.mkdir(parents=True)
    files = (project / "site").rename(served / SUB_PATH)
    with _server(served) as address:
        yield Site(files, done.stdout + done.stderr, f"{address}/{SUB_PATH}/")


def _copy_of_project(folder: Path) -> Path:
    """What git keeps of the project and a build needs, so that nothing outside `folder` is touched."""
    for name in ("scripts", "data", "overrides"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "docs" / "assets", folder / "docs" / "assets")
    for page in ("about.md", "editors.md", "operators.md"):
        shutil.copy(ROOT / "docs" / page, folder / "docs" / page)
    shutil.copy(ROOT / "mkdocs.yml", folder / "mkdocs.yml")
    return folder


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@contextmanager
def _server(folder: Path) -> Iterator[str]:
    """A web server for a folder, on any free port; its address."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
