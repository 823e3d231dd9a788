"""The data for others: complete, described column by column, and the same bytes each time."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import sqlite3
from contextlib import closing
from typing import Any

import pytest

from tests.pages.samples import knowledge
from zongjie.pages.catalog import Catalog
from zongjie.pages.open_data.files import OpenData, make_data_files
from zongjie.pages.open_data.schema import SCHEMAS, Schema

SAMPLE: dict[str, Any] = {
    "records": [
        {
            "id": "zd-1",
            "title": "工作,\"总结\"",
            "text": "=1+1 我局支持恒岭机电,\n恒岭机电承担“轴瓦”项目。\n新增专利30件,xx年力争40件。",
            "bureau": {"name": "正定县科技局", "confidence": "stated"},
        },
        {"id": "zd-2", "text": "恒岭机电承担“轴瓦”项目。", "repeats": [("zd-1", [("p1", "p2", 0.97)])]},
    ],
    "entities": [
        {
            "id": "enterprise/hengling-jidian",
            "name": "恒岭机电",
            "aliases": ["恒岭"],
            "mentions": [{"record": "zd-1", "text": "恒岭机电"}, {"record": "zd-2", "text": "恒岭机电"}],
        },
        {
            "id": "project/zhouwa",
            "name": "轴瓦",
            "mentions": [{"record": "zd-1", "text": "轴瓦", "says": {"level": "省"}}],
        },
    ],
    "facts": [
        {"subject": "zd-1", "predicate": "supports", "object": "enterprise/hengling-jidian", "record": "zd-1", "quote": "支持恒岭机电"},
        {"subject": "enterprise/hengling-jidian", "predicate": "undertakes", "object": "project/zhouwa", "record": "zd-1", "quote": "恒岭机电承担"},
        {"subject": "enterprise/hengling-jidian", "predicate": "undertakes", "object": "project/zhouwa", "record": "zd-2", "quote": "恒岭机电承担"},
        {"subject": "zd-2", "predicate": "issued", "object": "办法", "record": "zd-2", "quote": "项目"},
    ],
    "figures": [
        {"record": "zd-1", "what": "专利", "value": "30件", "unit": "件"},
        {"record": "zd-1", "what": "专利", "value": "40件", "unit": "件", "target": True},
    ],
}  # fmt: skip


@pytest.fixture(scope="module")
def data() -> OpenData:
    return make_data_files(Catalog.of(knowledge(SAMPLE)))


def rows(data: OpenData, name: str) -> list[dict[str, str]]:
    text = data.files[f"tables/{name}.csv"].decode()
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_the_same_bytes_each_time(data: OpenData) -> None:
    assert make_data_files(Catalog.of(knowledge(SAMPLE))).files == data.files


def test_every_row_has_every_column(data: OpenData) -> None:
    for schema in SCHEMAS:
        names = [column.name for column in schema.columns]
        told = list(csv.reader(io.StringIO(data.files[schema.csv_path].decode(), newline="")))
        assert told[0] == names
        assert {len(row) for row in told} == {len(names)}
        assert len(told) - 1 == data.counts[schema.name]


def test_cells_are_as_in_the_text(data: OpenData) -> None:
    assert rows(data, "records")[0]["title"] == '工作,"总结"'
    assert rows(data, "blocks")[0]["text"] == "=1+1 我局支持恒岭机电,"


def test_a_statement_that_two_records_make_has_one_address(data: OpenData) -> None:
    facts = rows(data, "facts")
    assert facts[1]["id"] == facts[2]["id"]
    assert facts[1]["url"] == f"enterprises/hengling-jidian/#{facts[1]['id']}"
    assert [fact["repeat"] for fact in facts] == ["false", "false", "true", "true"]


def test_a_statement_on_no_page_has_the_address_of_its_paragraph(data: OpenData) -> None:
    assert rows(data, "facts")[3]["url"] == "records/zd-2/#p1"
    assert rows(data, "facts")[3]["object_name"] == "办法"


def test_a_bureau_has_its_name_where_it_is_known(data: OpenData) -> None:
    assert [fact["subject_name"] for fact in rows(data, "facts")] == ["正定县科技局", "恒岭机电", "恒岭机电", ""]


def test_targets_and_what_is_not_known(data: OpenData) -> None:
    assert [(row["value"], row["number"], row["target"]) for row in rows(data, "figures")] == [
        ("30件", "", "false"),
        ("40件", "", "true"),
    ]


def test_json_and_tables_agree_on_addresses(data: OpenData) -> None:
    told = json.loads(data.files["knowledge.json"])["facts"]
    assert [(fact["id"], fact["url"]) for fact in told] == [(row["id"], row["url"]) for row in rows(data, "facts")]


# --- the description ------------------------------------------------------------------------------------------------


READERS = {
    "string": str,
    "integer": int,
    "number": float,
    "boolean": {"true": True, "false": False}.__getitem__,
    "object": json.loads,
}


@pytest.fixture(scope="module")
def package(data: OpenData) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(data.files["datapackage.json"])
    return loaded


def test_the_package_describes_every_table_by_its_bytes(data: OpenData, package: dict[str, Any]) -> None:
    described = {resource["path"]: resource for resource in package["resources"]}
    assert described.keys() == {path for path in data.files if path.endswith(".csv")}
    for path, resource in described.items():
        assert resource["bytes"] == len(data.files[path])
        assert resource["hash"] == f"sha256:{hashlib.sha256(data.files[path]).hexdigest()}"
    names = [resource["name"] for resource in package["resources"]]
    assert len(set(names)) == len(names)


def test_every_cell_is_of_the_type_that_the_package_tells(data: OpenData, package: dict[str, Any]) -> None:
    for resource in package["resources"]:
        text = data.files[resource["path"]].decode(resource["encoding"])
        head, *cells = csv.reader(io.StringIO(text, newline=""))
        fields = resource["schema"]["fields"]
        assert head == [field["name"] for field in fields]
        for row in cells:
            for field, cell in zip(fields, row, strict=True):
                if cell:
                    READERS[field["type"]](cell)
                else:
                    assert not field.get("constraints", {}).get("required"), f"{resource['path']}: {field['name']}"


def test_keys_are_unique_and_references_lead_somewhere(data: OpenData, package: dict[str, Any]) -> None:
    tables = {resource["name"]: resource for resource in package["resources"]}
    for name in (schema.name for schema in SCHEMAS):
        schema, told = tables[name]["schema"], rows(data, name)
        if key := schema.get("primaryKey"):
            assert len({tuple(row[column] for column in key) for row in told}) == len(told)
        for reference in schema.get("foreignKeys", []):
            target = reference["reference"]
            there = {tuple(row[column] for column in target["fields"]) for row in rows(data, target["resource"])}
            assert {tuple(row[column] for column in reference["fields"]) for row in told} <= there


# --- SQLite ---------------------------------------------------------------------------------------------------------


def opened(data: OpenData) -> sqlite3.Connection:
    database = sqlite3.connect(":memory:")
    database.deserialize(data.files["zongjie.db"])
    return database


def test_the_database_is_whole(data: OpenData) -> None:
    with closing(opened(data)) as database:
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        for schema in SCHEMAS:
            columns = [row[1] for row in database.execute(f"PRAGMA table_info({schema.name})")]
            assert columns == [column.name for column in schema.columns]
            (count,) = database.execute(f"SELECT count(*) FROM {schema.name}").fetchone()
            assert count == data.counts[schema.name]


def test_the_database_answers(data: OpenData) -> None:
    with closing(opened(data)) as database:
        asked = """SELECT records.title, facts.object_name FROM facts JOIN records ON records.id = facts.record
                   WHERE facts.predicate = 'undertakes' AND NOT facts.repeat"""
        assert database.execute(asked).fetchall() == [('工作,"总结"', "轴瓦")]


def test_the_database_does_not_tell_which_library_wrote_it(data: OpenData) -> None:
    assert int.from_bytes(data.files["zongjie.db"][96:100], "big") == 3_040_000


@pytest.mark.parametrize("schema", SCHEMAS, ids=lambda schema: schema.name)
def test_datasette_is_told_of_every_column(data: OpenData, schema: Schema) -> None:
    tables = json.loads(data.files["metadata.json"])["databases"]["zongjie"]["tables"]
    assert list(tables[schema.name]["columns"]) == [column.name for column in schema.columns]


def test_nothing_is_known(data: OpenData) -> None:
    """A site without a summary has the same files, with no rows."""
    empty = make_data_files(Catalog.of(knowledge({"records": []})))
    assert empty.files.keys() == data.files.keys()
    assert set(empty.counts.values()) == {0}
