"""The pages for those who take data away or cite it: what there is to download, and what each column means."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from zongjie.pages.catalog import Catalog
from zongjie.pages.escape import Markdown, escape
from zongjie.pages.labels import KIND_NAMES
from zongjie.pages.open_data.columns import Column, Type
from zongjie.pages.open_data.files import FOLDER, OpenData
from zongjie.pages.open_data.metadata import DATABASE
from zongjie.pages.open_data.schema import SCHEMAS, Schema
from zongjie.pages.passage import link
from zongjie.pages.render import render
from zongjie.pages.structured_data import dataset, front_matter
from zongjie.pages.tables import Cells, Table, table
from zongjie.pages.urls import FOLDERS

PAGE = "downloads.md"
DICTIONARY = "downloads/dictionary.md"
_TYPES: Mapping[Type, str] = {"string": "文字", "integer": "整数", "number": "数", "boolean": "是非", "object": "JSON"}


def make_downloads_pages(catalog: Catalog, data: OpenData) -> dict[str, str]:
    """The page of downloads and the data dictionary: path under `docs/` → Markdown."""
    return {
        PAGE: render(
            "downloads",
            jsonld=front_matter(dataset(catalog)),
            whole=table("全部数据", "whole", ("文件", "内容", "大小"), _whole(data)),
            tables=table("供程序用的表格", "tables", ("文件", "内容", "行数", "大小"), _tables(data)),
            sheets=table("供电子表格用的表格", "sheets", ("文件", "内容", "大小"), _sheets(data)),
        ),
        DICTIONARY: render("dictionary", schemas=[(schema, _columns(schema)) for schema in SCHEMAS]),
    }


def _whole(data: OpenData) -> Iterator[Cells]:
    for name, what in (
        ("knowledge.json", "总结全文、条目、提到之处、关系、数字,一个文件"),
        (f"{DATABASE}.db", "同样的内容,SQLite 数据库,可以直接用 Datasette 打开"),
        ("metadata.json", "Datasette 用的表名和列名说明"),
        ("datapackage.json", "全部 CSV 表格的结构说明(Frictionless Data Package)"),
    ):
        yield _file(name), escape(what), _size(data, name)


def _tables(data: OpenData) -> Iterator[Cells]:
    for schema in SCHEMAS:
        count = escape(f"{data.counts[schema.name]:,}")
        yield _file(schema.csv_path), escape(schema.title), count, _size(data, schema.csv_path)


def _sheets(data: OpenData) -> Iterator[Cells]:
    for path, title in (("records.csv", "总结"), *((f"{FOLDERS[kind]}.csv", KIND_NAMES[kind]) for kind in KIND_NAMES)):
        yield _file(path), escape(title), _size(data, path)


def _file(path: str) -> Markdown:
    return link(path.rpartition("/")[2], f"{FOLDER}/{path}")


def _size(data: OpenData, path: str) -> Markdown:
    size = len(data.files[path])
    return escape(f"{size / 1e6:.1f} MB" if size >= 1e6 else f"{max(round(size / 1e3), 1)} kB")


def _columns(schema: Schema) -> Table:
    cells = ((escape(c.name), escape(c.title), escape(_TYPES[c.type]), _note(c, schema)) for c in schema.columns)
    return Table(schema.title, schema.name, "", ("列", "名称", "类型", "含义"), tuple(cells))


def _note(column: Column, schema: Schema) -> Markdown:
    """What the column means, where its values are found, and whether it may be empty."""
    parts = [column.note]
    if column.name in schema.key:
        parts.append(
            "唯一" if len(schema.key) == 1 else f"与 {'、'.join(n for n in schema.key if n != column.name)} 合起来唯一"
        )
    if column.refers:
        parts.append(f"见 {column.refers[0]} 表的 {column.refers[1]}")
    if not column.required:
        parts.append("可能为空")
    return escape("。".join(part for part in parts if part))
