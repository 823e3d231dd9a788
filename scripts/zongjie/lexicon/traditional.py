"""Traditional characters and the Simplified ones that the word lists are written with."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from zongjie.errors import InputError


def read_traditional(path: Path) -> Mapping[int, str]:
    """The table at `path` for `str.translate`: a line is a Traditional character, a tab, its Simplified one (團, 团).

    Raises InputError for a line of another form: one character must stand for one, so that no offset moves.
    """
    table: dict[int, str] = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("#"):
            continue
        old, _, new = line.partition("\t")
        if len(old) != 1 or len(new) != 1:
            raise InputError(path, "一行应是一个繁体字、一个制表符、一个简体字", "请改正这一行", number)
        table[ord(old)] = new
    return table
