"""All tables in one SQLite file, as Datasette opens it: keys, references and indexes, the same bytes for the same input."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing

from zongjie.pages.open_data.columns import Column
from zongjie.pages.open_data.rows import DataTable
from zongjie.pages.open_data.schema import Schema

_TYPES = {"string": "TEXT", "integer": "INTEGER", "number": "REAL", "boolean": "INTEGER", "object": "TEXT"}
_PAGE_SIZE = 4096
# Where the header names the version of the library that wrote the file: readers do not need it, and it tells machines apart.
_WRITER = slice(96, 100)
_SAME_WRITER = (3_040_000).to_bytes(4, "big")
_INDEXED = ("kind", "name", "predicate", "object", "subject", "alias")


def sqlite_file(tables: Iterable[DataTable]) -> bytes:
    """The file's bytes. Nothing of the clock or the machine goes into them."""
    with closing(sqlite3.connect(":memory:")) as database:
        database.execute(f"PRAGMA page_size = {_PAGE_SIZE}")
        for table in tables:
            for statement in _definitions(table.schema):
                database.execute(statement)
            places = ", ".join("?" for _ in table.schema.columns)
            database.executemany(f"INSERT INTO {table.schema.name} VALUES ({places})", table.rows)
        database.commit()
        file = bytearray(database.serialize())
    file[_WRITER] = _SAME_WRITER
    return bytes(file)


def _definitions(schema: Schema) -> Iterator[str]:
    """The table, and an index for each column by which rows are looked up."""
    lines = [_column(column) for column in schema.columns]
    if schema.key:
        lines.append(f"PRIMARY KEY ({_names(schema.key)})")
    lines += [
        f"FOREIGN KEY ({_names([column.name])}) REFERENCES {column.refers[0]} ({_names([column.refers[1]])})"
        for column in schema.columns
        if column.refers
    ]
    if any(column.name == "block" for column in schema.columns):
        lines.append('FOREIGN KEY ("record", "block") REFERENCES blocks ("record", "id")')
    yield f"CREATE TABLE {schema.name} (\n  " + ",\n  ".join(lines) + "\n)"
    for column in schema.columns:
        if (column.refers or column.name in _INDEXED) and (column.name,) != schema.key[:1]:
            yield f"CREATE INDEX {schema.name}_{column.name} ON {schema.name} ({_names([column.name])})"


def _column(column: Column) -> str:
    return f'"{column.name}" {_TYPES[column.type]}{" NOT NULL" if column.required else ""}'


def _names(columns: Iterable[str]) -> str:
    return ", ".join(f'"{name}"' for name in columns)
