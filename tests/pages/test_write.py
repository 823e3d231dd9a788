"""Generated files on disk: what changed, what goes, and what people wrote."""

from __future__ import annotations

from pathlib import Path

import pytest

from zongjie.errors import InputError
from zongjie.pages.write import write_files


def test_it_writes_text_and_bytes(tmp_path: Path) -> None:
    written = write_files({"a/b.md": "页", "c.bin": b"\0"}, tmp_path)
    assert (tmp_path / "a/b.md").read_bytes() == "页".encode()
    assert written.changed == ("a/b.md", "c.bin")
    assert all(path.is_file() for path in written.files)


def test_it_leaves_alone_what_is_the_same(tmp_path: Path) -> None:
    write_files({"a.md": "1", "b.md": "2"}, tmp_path)
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    written = write_files({"a.md": "1", "b.md": "2"}, tmp_path)
    assert (written.changed, written.removed, written.kept) == ((), (), ("a.md", "b.md"))
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")} == before


def test_it_removes_what_is_no_longer_made_and_the_folder_with_it(tmp_path: Path) -> None:
    write_files({"x/old.md": "1", "y/kept.md": "2"}, tmp_path)
    (tmp_path / "y" / "mine.md").write_text("手写", encoding="utf-8")
    written = write_files({"y/new.md": "3"}, tmp_path)
    assert written.removed == ("x/old.md", "y/kept.md")
    assert sorted(p.name for p in tmp_path.rglob("*.md")) == ["mine.md", "new.md"]
    assert not (tmp_path / "x").exists()


def test_it_never_replaces_what_people_wrote(tmp_path: Path) -> None:
    (tmp_path / "b.md").write_text("手写", encoding="utf-8")
    with pytest.raises(InputError, match=r"b\.md"):
        write_files({"a.md": "1", "b.md": "2"}, tmp_path)
    assert (tmp_path / "b.md").read_text(encoding="utf-8") == "手写"
    assert not (tmp_path / "a.md").exists()


def test_a_run_that_was_cut_short_is_put_right_by_the_next(tmp_path: Path) -> None:
    write_files({"a.md": "1"}, tmp_path)
    (tmp_path / ".generated").write_text("a.md\nb.md\n", encoding="utf-8")
    (tmp_path / "b.md").write_text("halb", encoding="utf-8")
    write_files({"a.md": "1", "b.md": "2"}, tmp_path)
    assert (tmp_path / "b.md").read_text(encoding="utf-8") == "2"


@pytest.mark.parametrize("line", ["../outside.md", "/etc/outside.md", "a/../../outside.md"])
def test_a_damaged_list_leads_nowhere_else(tmp_path: Path, line: str) -> None:
    docs = tmp_path / "docs"
    docs.mkdir()
    outside = tmp_path / "outside.md"
    outside.write_text("x", encoding="utf-8")
    (docs / ".generated").write_text(f"{line}\n", encoding="utf-8")
    write_files({"a.md": "1"}, docs)
    assert outside.is_file()
