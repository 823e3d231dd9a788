"""Bytes → lines, and the one clear line that an editor gets where a file is of no use."""

from __future__ import annotations

from pathlib import Path

import pytest

from zongjie.errors import InputError
from zongjie.reading.decode import decode, is_common

TEXT = "缙云县科技局工作总结\n全年申报项目46项。"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_encodings_and_line_ends(encoding: str, line_end: str, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(TEXT.replace("\n", line_end).encode(encoding))
    assert decode(path).lines == tuple(TEXT.split("\n"))


def test_the_last_line_end_begins_no_line(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("一\n\n二\n", encoding="utf-8")
    assert decode(path).lines == ("一", "", "二")


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", "空的"),
        (b"\xef\xbb\xbf", "空的"),
        (" \n\u3000\n".encode(), "空的"),
        (b"PK\x03\x04\0\0", "二进制"),
        (TEXT.encode("utf-16"), "UTF-16"),
        (TEXT.encode()[:-1] + b"\xff\xff", "GB18030"),
        ("縣科學技術局工作總結,認真學習貫徹".encode("big5"), "别的编码|GB18030"),
    ],
)
def test_unusable_files_are_named_with_what_is_wrong(data: bytes, problem: str, tmp_path: Path) -> None:
    path = tmp_path / "坏.txt"
    path.write_bytes(data)
    with pytest.raises(InputError, match=problem) as caught:
        decode(path)
    assert str(path) in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="打不开"):
        decode(tmp_path / "没有.txt")


def test_common_and_rare_characters() -> None:
    assert all(map(is_common, "县科技局工作"))
    assert not any(map(is_common, "濯岣呒缙澧e,"))
