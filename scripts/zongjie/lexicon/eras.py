"""Which city a county belonged to in which years: `data/lexicon/place_years.tsv`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from zongjie.errors import InputError

_FIRST, _LAST = 1980, 2024  # the table begins and ends here; before and after it is taken to have been so, too


@dataclass(frozen=True, slots=True)
class Era:
    """A county's years with one city; `city` is None where it stood directly under its province."""

    city: str | None
    first: int
    last: int

    def holds(self, year: int, slack: int = 0) -> bool:
        """Whether it was so in `year`, or within `slack` years of it."""
        return self.first - slack <= year <= self.last + slack

    def overlaps(self, other: Era) -> bool:
        return self.first <= other.last and other.first <= self.last


@dataclass(frozen=True)
class Eras:
    """The eras of counties by province and name, and the years of cities."""

    counties: Mapping[tuple[str, str], tuple[Era, ...]] = field(default_factory=dict)
    cities: Mapping[tuple[str, str], Era] = field(default_factory=dict)

    def of(self, province: str, county: str) -> tuple[Era, ...]:
        """The eras of a county, oldest first: 霍邱县 was of 六安地区 until 1998 and of 六安市 since."""
        return self.counties.get((province, county), ())

    def had_city(self, province: str, city: str, year: int) -> bool:
        """Whether there was such a city or prefecture in `year`; True for one that the table does not know."""
        era = self.cities.get((province, city))
        return era is None or era.holds(year, slack=1)


def read_eras(path: Path) -> Eras:
    """The table at `path`. Raises InputError for a row that has not five columns, or years that are none."""
    counties: dict[tuple[str, str], list[Era]] = defaultdict(list)
    cities: dict[tuple[str, str], Era] = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("#"):
            continue
        columns = line.split("\t")
        if len(columns) != 5 or not (columns[2].isdigit() and columns[3].isdigit()):
            raise InputError(path, "应有五栏,第三、四栏是年份", "请用 scripts/make_place_years.py 重新生成", number)
        province, city, names = columns[0], columns[1], columns[4]
        era = Era(city or None, *_open_ended(int(columns[2]), int(columns[3])))
        for name in names.split():
            counties[province, name].append(era)
        known = cities.get((province, city), era)
        cities[province, city] = Era(city, min(known.first, era.first), max(known.last, era.last))
    return Eras({key: tuple(sorted(those, key=lambda e: e.first)) for key, those in counties.items()}, cities)


def _open_ended(first: int, last: int) -> tuple[int, int]:
    return (first if first > _FIRST else 0), (last if last < _LAST else 9999)
