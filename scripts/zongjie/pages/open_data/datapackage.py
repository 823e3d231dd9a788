"""`datapackage.json`: what the CSV files hold, for machines (Frictionless Data Package)."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from zongjie.pages.open_data.columns import Column
from zongjie.pages.open_data.schema import Schema

NAME = "zongjie"
TITLE = "科技工作总结知识库"
ABOUT = "从公开的科技局工作总结里整理出来的企业、计划、项目、活动、荣誉和数字,每一条都有原文出处"


def datapackage(files: Mapping[str, bytes], schemas: Iterable[Schema], sheets: Mapping[str, tuple[str, ...]]) -> str:
    """The description of the CSV files among `files` (path under `docs/data/` → bytes).

    `schemas` describe those for programs, `sheets` are those for a spreadsheet: path → the names of their columns.
    """
    resources = [*_tables(schemas, files), *_sheets(sheets, files)]
    package = {
        "profile": "tabular-data-package",
        "name": NAME,
        "title": TITLE,
        "description": ABOUT,
        "resources": resources,
    }
    return json.dumps(package, ensure_ascii=False, indent=1) + "\n"


def _tables(schemas: Iterable[Schema], files: Mapping[str, bytes]) -> Iterator[dict[str, Any]]:
    for schema in schemas:
        about = {"name": schema.name, "title": schema.title, "description": schema.note}
        yield about | _file(schema.csv_path, files[schema.csv_path], "utf-8") | {"schema": _schema(schema)}


def _sheets(sheets: Mapping[str, tuple[str, ...]], files: Mapping[str, bytes]) -> Iterator[dict[str, Any]]:
    for path, columns in sheets.items():
        name = f"{path.removesuffix('.csv')}-sheet"
        fields = [{"name": column, "type": "string"} for column in columns]
        yield (
            {"name": name, "description": "供电子表格用"}
            | _file(path, files[path], "utf-8-sig")
            | {"schema": {"fields": fields, "missingValues": [""]}}
        )


def _file(path: str, content: bytes, encoding: str) -> dict[str, Any]:
    return {
        "path": path,
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": encoding,
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
    }


def _schema(schema: Schema) -> dict[str, Any]:
    told: dict[str, Any] = {"fields": [_field(column) for column in schema.columns], "missingValues": [""]}
    if schema.key:
        told["primaryKey"] = list(schema.key)
    references = [_reference([column.name], *column.refers) for column in schema.columns if column.refers]
    if any(column.name == "block" for column in schema.columns):
        references.append(_reference(["record", "block"], "blocks", "record", "id"))
    if references:
        told["foreignKeys"] = references
    return told


def _field(column: Column) -> dict[str, Any]:
    told: dict[str, Any] = {"name": column.name, "type": column.type, "title": column.title}
    if column.note:
        told["description"] = column.note
    if column.required:
        told["constraints"] = {"required": True}
    return told


def _reference(fields: list[str], table: str, *others: str) -> dict[str, Any]:
    return {"fields": fields, "reference": {"resource": table, "fields": list(others)}}
