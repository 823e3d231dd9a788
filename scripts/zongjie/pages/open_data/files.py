"""All data files for others: path under `docs/` → content."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass

from zongjie.pages.catalog import Catalog
from zongjie.pages.csv_files import make_csv_files
from zongjie.pages.knowledge_json import knowledge_json
from zongjie.pages.open_data.datapackage import datapackage
from zongjie.pages.open_data.metadata import DATABASE, metadata
from zongjie.pages.open_data.rows import data_tables
from zongjie.pages.open_data.schema import SCHEMAS
from zongjie.pages.open_data.sqlite_file import sqlite_file
from zongjie.pages.open_data.table_csv import table_csv
from zongjie.pages.statements import fact_urls

FOLDER = "data"


@dataclass(frozen=True, slots=True)
class OpenData:
    """The data files, path under `docs/data/` → content, and how many rows each table has, by name."""

    files: Mapping[str, bytes]
    counts: Mapping[str, int]

    @property
    def by_path(self) -> dict[str, bytes]:
        """Path under `docs/` → content."""
        return {f"{FOLDER}/{path}": content for path, content in self.files.items()}


def make_data_files(catalog: Catalog) -> OpenData:
    """JSON, CSV for programs and for a spreadsheet, SQLite, and what describes them."""
    urls = fact_urls(catalog)
    tables = data_tables(catalog, urls)
    sheets = {path.removeprefix(f"{FOLDER}/"): sheet.encode() for path, sheet in make_csv_files(catalog).items()}
    files = {table.schema.csv_path: table_csv(table).encode() for table in tables} | sheets
    files["datapackage.json"] = datapackage(files, SCHEMAS, _headings(sheets)).encode()
    files["knowledge.json"] = knowledge_json(catalog.knowledge, urls).encode()
    files[f"{DATABASE}.db"] = sqlite_file(tables)
    files["metadata.json"] = metadata(SCHEMAS).encode()
    return OpenData(files, {table.schema.name: len(table.rows) for table in tables})


def _headings(sheets: Mapping[str, bytes]) -> dict[str, tuple[str, ...]]:
    """The first row of each sheet."""
    return {
        path: tuple(next(csv.reader([sheet.decode("utf-8-sig").partition("\r\n")[0]])))
        for path, sheet in sheets.items()
    }
