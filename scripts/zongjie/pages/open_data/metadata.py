"""`metadata.json`: titles and notes that Datasette shows beside the tables of the SQLite file."""

from __future__ import annotations

import json
from collections.abc import Iterable

from zongjie.pages.open_data.columns import Column
from zongjie.pages.open_data.datapackage import ABOUT, TITLE
from zongjie.pages.open_data.schema import Schema

DATABASE = "zongjie"


def metadata(schemas: Iterable[Schema]) -> str:
    """For `datasette zongjie.db --metadata metadata.json`."""
    tables = {
        schema.name: {
            "title": schema.title,
            "description": schema.note,
            "columns": {column.name: _about(column) for column in schema.columns},
        }
        for schema in schemas
    }
    told = {"title": TITLE, "description": ABOUT, "databases": {DATABASE: {"tables": tables}}}
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def _about(column: Column) -> str:
    return f"{column.title}:{column.note}" if column.note else column.title
