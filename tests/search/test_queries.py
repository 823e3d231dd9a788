"""The tables of queries: what they expect is in the annotations, and hits are counted by what a text calls a thing."""

from __future__ import annotations

from typing import Any

import pytest

from search_report import Query, expected_urls, read_gold, read_queries
from tests.conftest import ROOT

DEV = ROOT / "tests" / "gold" / "dev"


def test_every_name_asked_for_is_annotated() -> None:
    gold = {text["text"]: text for text in read_gold(DEV / "gold")}
    queries = read_queries(ROOT / "tests" / "search" / "queries_dev.yml")
    assert len(queries) >= 120
    for row in (row for query in queries for row in query.expect if "name" in row):
        names = [one["name"] for one in gold[f"{row['text']}.txt"][row["category"]]]
        assert row["name"] in names


def entity(name: str, *aliases: str, record: str = "a-1") -> dict[str, Any]:
    return {
        "kind": "event", "name": name, "aliases": list(aliases), "url": f"events/{name}/", "mentions": [{"record": record}],
    }  # fmt: skip


@pytest.mark.parametrize(
    ("entities", "found"),
    [
        ([entity("xx年科技活动周")], {"events/xx年科技活动周/"}),
        ([entity("科技周", "xx年科技活动周")], {"events/科技周/"}),
        ([entity("科技周活动")], {"events/科技周活动/"}),
        ([entity("科技周活动", record="b-1")], set()),
        ([entity("开幕式")], set()),
    ],
)
def test_other_forms_count_where_the_name_has_no_page(entities: list[dict[str, Any]], found: set[str]) -> None:
    records = [{"id": "a-1", "source": "a.txt", "part": 1, "url": "records/a-1/"}]
    gold = ({"part": 1, "events": [{"name": "xx年科技活动周", "mentions": ["xx年科技活动周", "科技周活动"]}]},)
    query = Query("科技周", "short", ({"piece": 1, "name": "xx年科技活动周", "category": "events"},))
    assert expected_urls(query, {"records": records, "entities": entities}, gold) == found
