"""YAML files of an editor's knowledge, read so that every complaint can name the file and the line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

import yaml

from zongjie.errors import InputError

Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True)
class Row:
    """One mapping of a YAML file, with the line on which it begins (counted from 1)."""

    path: Path
    line: int
    fields: dict[str, Any]

    def fail(self, problem: str, remedy: str) -> NoReturn:
        raise InputError(self.path, problem, remedy, self.line)

    def text(self, key: str, default: str | None = None) -> str:
        """The field `key` as one string; it must be there unless `default` is given."""
        value = self.fields.get(key, default)
        if isinstance(value, int) and not isinstance(value, bool):
            value = str(value)
        if not isinstance(value, str) or (not value and default is None):
            self.fail(f"「{key}」应为一段文字", f"请写成 {key}: 文字")
        return value

    def optional(self, key: str) -> str | None:
        """The field `key` as one string, None where it is lacking or empty."""
        return self.text(key) if self.fields.get(key) not in (None, "") else None

    def texts(self, key: str) -> tuple[str, ...]:
        """The field `key` as strings: a list, one string, or nothing."""
        value = self.fields.get(key)
        if value is None:
            return ()
        items = value if isinstance(value, list) else [value]
        if not all(isinstance(item, str | int) and not isinstance(item, bool) for item in items):
            self.fail(f"「{key}」应为文字的列表", f"请写成 {key}: [甲, 乙]")
        return tuple(str(item) for item in items)

    def check_keys(self, *known: str) -> None:
        """Complain of a field that nobody reads: most often a slip of the pen."""
        for key in self.fields:
            if key not in known:
                self.fail(f"不认识的栏目「{key}」", "可用的栏目:" + "、".join(known))


def read_rows(path: Path) -> tuple[Row, ...]:
    """The mappings of a YAML file that holds a list of mappings.

    Raises InputError where the file cannot be read as such.
    """
    return tuple(_rows(path, _compose(path)))


def read_table(path: Path) -> Row:
    """A YAML file that holds one mapping."""
    node = _compose(path)
    if node is None:
        return Row(path, 1, {})
    if not isinstance(node, yaml.MappingNode):
        raise InputError(path, "内容应为「名称: 值」的表", "请对照同一文件夹中的其他文件书写", node.start_mark.line + 1)
    return Row(path, node.start_mark.line + 1, _plain(node))


def _compose(path: Path) -> yaml.Node | None:
    try:
        return yaml.compose(path.read_text(encoding="utf-8"), Loader=Loader)
    except UnicodeDecodeError as error:
        raise InputError(path, "不是 UTF-8 文本", "请另存为 UTF-8 编码") from error
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else None
        raise InputError(path, f"YAML 写法有误({error.problem})", "请检查这一行的缩进、冒号和引号", line) from error


def _rows(path: Path, node: yaml.Node | None) -> Iterator[Row]:
    if node is None:
        return
    if not isinstance(node, yaml.SequenceNode):
        raise InputError(path, "内容应为一个列表", "每一条以「- 」开头", node.start_mark.line + 1)
    for item in node.value:
        line = item.start_mark.line + 1
        if not isinstance(item, yaml.MappingNode):
            raise InputError(path, "列表的每一条应为「名称: 值」", "请写成 - name: 名称", line)
        yield Row(path, line, _plain(item))


def _plain(node: yaml.Node) -> Any:
    """The node as dicts, lists and scalars."""
    constructor = yaml.SafeLoader("")
    try:
        return constructor.construct_document(node)
    finally:
        constructor.dispose()
