"""A table as CSV for programs: UTF-8 without a mark, every cell as it is in the data."""

from __future__ import annotations

import csv
import io

from zongjie.pages.open_data.rows import Cell, DataTable


def table_csv(table: DataTable) -> str:
    """The table with the names of its columns in the first line; what is empty is not known."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(column.name for column in table.schema.columns)
    writer.writerows([_shown(cell) for cell in row] for row in table.rows)
    return out.getvalue()


def _shown(cell: Cell) -> Cell:
    """As Frictionless reads it: true and false in small letters, whole numbers without a point."""
    if isinstance(cell, bool):
        return str(cell).lower()
    return int(cell) if isinstance(cell, float) and cell.is_integer() else cell
