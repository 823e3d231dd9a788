"""Compiled expressions are taken from the file of an earlier run, and behave as if they were compiled anew."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from zongjie.expressions import kept_expressions

EXPRESSIONS = [
    (r"(?P<year>[0-9]{4})年(?P<half>上半年|下半年)?", 0, "2010年上半年"),
    (r"[一-鿿]{2,8}?(?:公司|厂)(?=[,，。])", 0, "常山生化公司,"),
    (r"(?<![我全])市(?!场)", re.MULTILINE, "本市\n市场"),
    (r"[^\x00-\u4dff\u9fff-\U0010ffff]+", re.IGNORECASE, "ab科技局CD"),
]


@pytest.fixture(autouse=True)
def nothing_in_memory() -> Iterator[None]:
    """`re` itself remembers what this process compiled."""
    re.purge()
    yield
    re.purge()


def compiled(folder: Path) -> list[re.Pattern[str]]:
    with kept_expressions(folder):
        return [re.compile(expression, flags) for expression, flags, _ in EXPRESSIONS]


def parses(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The expressions that are parsed from now on: those that are compiled anew."""
    seen: list[str] = []
    parser: Any = import_module("re._parser")
    parse = parser.parse
    monkeypatch.setattr(parser, "parse", lambda text, *more: seen.append(text) or parse(text, *more))
    return seen


def test_a_second_run_compiles_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    compiled(tmp_path)
    re.purge()
    seen = parses(monkeypatch)
    compiled(tmp_path)
    assert seen == []


def test_what_is_new_is_added(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for _ in range(2):
        compiled(tmp_path)
        with kept_expressions(tmp_path):
            re.compile("后来的")
        re.purge()
    seen = parses(monkeypatch)
    compiled(tmp_path)
    with kept_expressions(tmp_path):
        re.compile("后来的")
    assert seen == []


def test_kept_patterns_are_the_same(tmp_path: Path) -> None:
    anew = [re.compile(expression, flags) for expression, flags, _ in EXPRESSIONS]
    for _ in range(2):
        re.purge()
        for one, other, (_, _, text) in zip(anew, compiled(tmp_path), EXPRESSIONS, strict=True):
            assert (one.pattern, one.flags, one.groups, dict(one.groupindex)) == (
                other.pattern,
                other.flags,
                other.groups,
                dict(other.groupindex),
            )
            assert [(m.span(), m.groupdict(), m.lastgroup) for m in one.finditer(text)] == [
                (m.span(), m.groupdict(), m.lastgroup) for m in other.finditer(text)
            ]


@pytest.mark.parametrize("content", [b"", b"garbage", b"\x80\x05]\x94."], ids=["empty", "no pickle", "a list"])
def test_a_damaged_file_is_made_anew(tmp_path: Path, content: bytes) -> None:
    compiled(tmp_path)
    (file,) = tmp_path.iterdir()
    whole = file.read_bytes()
    file.write_bytes(content)
    re.purge()
    compiled(tmp_path)
    assert file.read_bytes() == whole


def test_a_wrong_expression_is_told_as_ever(tmp_path: Path) -> None:
    with kept_expressions(tmp_path), pytest.raises(re.error, match="unterminated"):
        re.compile("(科")


def test_re_is_left_as_it_was(tmp_path: Path) -> None:
    compiler: Any = import_module("re._compiler")
    before = (compiler.compile, compiler._optimize_charset, compiler._sre)
    with pytest.raises(KeyError), kept_expressions(tmp_path):
        raise KeyError
    assert (compiler.compile, compiler._optimize_charset, compiler._sre) == before


def test_without_a_folder_to_write_nothing_is_written_if_nothing_is_compiled(tmp_path: Path) -> None:
    with kept_expressions(tmp_path / "none"):
        pass
    assert not (tmp_path / "none").exists()
