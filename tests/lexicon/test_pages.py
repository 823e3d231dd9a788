"""What readers call pages: how a slip in the file is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from zongjie.errors import InputError
from zongjie.lexicon.pages import PageName, read_pages


def test_a_page_has_names(tmp_path: Path) -> None:
    path = tmp_path / "pages.yml"
    path.write_text("- {page: plans/, name: 计划与完成, also: [目标], about: 对照}\n", encoding="utf-8")
    assert read_pages(path) == (PageName("plans/", "计划与完成", ("目标",), "对照"),)


def test_a_name_of_two_pages_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "pages.yml"
    path.write_text("- {page: a/, name: 下载, also: [数据]}\n- {page: b/, name: 数据}\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"第 2 行.*「数据」"):
        read_pages(path)


def test_no_file_gives_no_pages(tmp_path: Path) -> None:
    assert read_pages(tmp_path / "pages.yml") == ()
