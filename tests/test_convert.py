"""The command as its users call it: what it writes, what it says, and what it leaves alone when an input is unusable."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

GOOD = "正定县科技局2012年工作总结\n一、项目工作\n2012年,河北常山生化药业股份有限公司的“低分子肝素钠产业化”列入国家火炬计划。\n"


def convert(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(ROOT / "scripts" / "convert.py"), *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "good.txt").write_text(GOOD, encoding="utf-8")
    return folder


def pages(docs: Path) -> dict[str, bytes]:
    return {str(p.relative_to(docs)): p.read_bytes() for p in sorted(docs.rglob("*")) if p.is_file()}


def test_it_writes_pages_and_data(sources: Path, tmp_path: Path) -> None:
    done = convert("--sources", sources, "--docs", tmp_path / "docs")
    assert done.returncode == 0, done.stderr
    data = json.loads((tmp_path / "docs" / "data" / "knowledge.json").read_text(encoding="utf-8"))
    assert [record["id"] for record in data["records"]] == ["good-1"]
    assert any(entity["name"] == "河北常山生化药业股份有限公司" for entity in data["entities"])
    for entity in data["entities"]:
        page = tmp_path / "docs" / (entity["url"].rstrip("/") + ".md")
        assert page.is_file(), f"{entity['name']} has no page"


def test_a_second_run_rewrites_nothing(sources: Path, tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    convert("--sources", sources, "--docs", docs)
    before = {path: path.stat().st_mtime_ns for path in docs.rglob("*") if path.is_file()}
    again = convert("--sources", sources, "--docs", docs)
    assert again.returncode == 0
    assert {path: path.stat().st_mtime_ns for path in docs.rglob("*") if path.is_file()} == before


def test_a_page_that_was_meddled_with_is_made_again(sources: Path, tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    convert("--sources", sources, "--docs", docs)
    before = pages(docs)
    (docs / "records" / "good-1.md").write_text("x", encoding="utf-8")
    convert("--sources", sources, "--docs", docs)
    assert pages(docs) == before


def test_the_same_input_gives_the_same_bytes(sources: Path, tmp_path: Path) -> None:
    convert("--sources", sources, "--docs", tmp_path / "one")
    convert("--sources", sources, "--docs", tmp_path / "two")
    assert pages(tmp_path / "one") == pages(tmp_path / "two")


def test_a_page_that_is_no_longer_made_is_removed(sources: Path, tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    (sources / "other.txt").write_text(GOOD.replace("正定县", "缙云县"), encoding="utf-8")
    convert("--sources", sources, "--docs", docs)
    assert (docs / "records" / "other-1.md").is_file()
    (docs / "mine.md").write_text("hand-written", encoding="utf-8")
    (sources / "other.txt").unlink()
    convert("--sources", sources, "--docs", docs)
    assert not (docs / "records" / "other-1.md").exists()
    assert (docs / "mine.md").is_file()


@pytest.mark.parametrize(
    ("name", "content", "word"),
    [
        ("empty.txt", b"", "空"),
        ("blank.txt", b"  \n\n\t\n", "空"),
        ("binary.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00", "文本"),
        ("broken.txt", "总结".encode() + b"\xff\xff\xfe", "编码"),
    ],
)
def test_an_unusable_source_changes_nothing(
    name: str, content: bytes, word: str, sources: Path, tmp_path: Path
) -> None:
    docs = tmp_path / "docs"
    convert("--sources", sources, "--docs", docs)
    before = pages(docs)
    (sources / name).write_bytes(content)
    failed = convert("--sources", sources, "--docs", docs)
    assert failed.returncode == 2
    assert len(failed.stderr.strip().splitlines()) == 1, failed.stderr
    assert name in failed.stderr
    assert word in failed.stderr
    assert pages(docs) == before


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_encodings(encoding: str, sources: Path, tmp_path: Path) -> None:
    (sources / "good.txt").write_bytes(GOOD.encode(encoding))
    convert("--sources", sources, "--docs", tmp_path / "docs")
    data = json.loads((tmp_path / "docs" / "data" / "knowledge.json").read_text(encoding="utf-8"))
    assert data["records"][0]["text"].startswith("正定县科技局2012年工作总结")


@pytest.mark.parametrize("arguments", [("--sources", "/no/such/folder"), ("--nonsense",)])
def test_an_unusable_call(arguments: tuple[str, ...], tmp_path: Path) -> None:
    failed = convert(*arguments, "--docs", tmp_path / "docs")
    assert failed.returncode == 2
    assert "Traceback" not in failed.stderr


def test_an_empty_folder_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "texts").mkdir()
    failed = convert("--sources", tmp_path / "texts", "--docs", tmp_path / "docs")
    assert failed.returncode == 2
    assert ".txt" in failed.stderr
    assert not (tmp_path / "docs").exists()
