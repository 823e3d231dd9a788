"""`NAME.yml` beside `NAME.txt`: where a source came from, and what an editor knows better than the program.

url: https://…            where it was published
publisher: …              who published it
fetched: 2024-05-01       when it was taken from there
records:                  one row for each summary that needs a word
  - part: 1               which summary of the source, 1 where there is one
    bureau: 正定县科技局
    province: 河北省
    city: 石家庄市
    county: 正定县
    year: 2012
    span: 全年
    kind: 年度总结
    title: …
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import get_args

from zongjie.model import Attributes, Bureau, Period, Record, RecordKind, Region
from zongjie.yamlfile import Row, read_table

_KINDS: tuple[RecordKind, ...] = get_args(RecordKind)
_ORIGIN = ("url", "publisher", "fetched")
_KNOWN = ("part", "bureau", "province", "city", "county", "year", "span", "kind", "title")


def apply_sidecar(records: Iterable[Record], path: Path) -> tuple[Record, ...]:
    """The records with the word of the editor in `path`, unchanged where there is no such file.

    What an editor states counts as stated. Raises InputError for a field or part that does not exist.
    """
    records = tuple(records)
    if not path.is_file():
        return records
    table = read_table(path)
    table.check_keys(*_ORIGIN, "records")
    origin: Attributes = {key: table.text(key) for key in _ORIGIN if table.fields.get(key) is not None}
    rows = {int(row.text("part", "1")): row for row in _rows(table)}
    for part, row in rows.items():
        if part not in {record.part for record in records}:
            row.fail(f"没有第 {part} 篇", f"part 应在 1 到 {len(records)} 之间")
    return tuple(_told(replace(record, provenance=origin), rows.get(record.part)) for record in records)


def _rows(table: Row) -> list[Row]:
    rows = table.fields.get("records") or []
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        table.fail("「records」应为一个列表", "每一条写成 - part: 1")
    found = [Row(table.path, table.line, row) for row in rows]
    for row in found:
        row.check_keys(*_KNOWN)
    return found


def _told(record: Record, row: Row | None) -> Record:
    if row is None:
        return record
    kind = row.optional("kind")
    known = {kind: kind for kind in _KINDS}
    if kind is not None and kind not in known:
        row.fail(f"不认识的种类「{kind}」", "可用:" + "、".join(_KINDS))
    return replace(
        record,
        title=row.optional("title") or record.title,
        kind=known[kind] if kind else record.kind,
        bureau=_bureau(record.bureau, row),
        region=_region(record.region, row),
        period=_period(record.period, row),
    )


def _bureau(bureau: Bureau, row: Row) -> Bureau:
    name = row.optional("bureau")
    return Bureau(name=name, confidence="stated") if name else bureau


def _region(region: Region, row: Row) -> Region:
    province, city, county = (row.optional(key) for key in ("province", "city", "county"))
    if not (province or city or county):
        return region
    return Region(province=province, city=city, county=county, confidence="stated")


def _period(period: Period, row: Row) -> Period:
    year, span = row.optional("year"), row.optional("span")
    if year is None and span is None:
        return period
    return replace(period, year=year or period.year, span=span or period.span, confidence="stated")
