"""The city that a county belonged to when the summary was written: 霍邱县 in 1988 is of 六安地区, 枣阳市 in 1996 of 襄樊市."""

from __future__ import annotations

from collections.abc import Callable

from zongjie.lexicon.eras import Era, Eras
from zongjie.lexicon.places import Division

# Summaries whose year is blanked (20xx年) were collected from websites: none is much older than this.
_UNDATED = 2003


def city_of(division: Division, year: int | None, eras: Eras, is_named: Callable[[str], bool]) -> str | None:
    """The city above a county in `year`; None where that is open or there is none.

    `is_named` says whether the text itself names a city: about the year of a change it decides. Without a year only
    a city that did not change counts, unless the text names one.
    """
    own = eras_of(division, eras)
    if not own:
        return division.city
    if year is None:
        fitting = [era for era in own if era.last >= _UNDATED]
        expected = None
    else:
        fitting = [era for era in own if era.holds(year, slack=1)]
        expected = next((era for era in own if era.holds(year)), None)
    named = [era.city for era in fitting if era.city and is_named(era.city)]
    if expected and (expected.city in named or not named):
        return expected.city
    cities: set[str | None] = set(named) or {era.city for era in fitting}
    return cities.pop() if len(cities) == 1 else None


def existed(division: Division, year: int | None, eras: Eras) -> bool:
    """Whether there was such a division in `year`; True where that is open."""
    if year is None:
        return True
    if division.level == "city":
        return eras.had_city(division.province, division.name, year)
    own = eras_of(division, eras)
    return not own or any(era.holds(year, slack=1) for era in own)


def eras_of(division: Division, eras: Eras) -> tuple[Era, ...]:
    """The eras of this very county: of its namesakes of the same time in other cities (鼓楼区 of 徐州市) none counts."""
    all_of_name = eras.of(division.province, division.name) if division.level == "county" else ()
    mine = [era for era in all_of_name if era.city == division.city]
    if not mine:
        return ()
    return tuple(era for era in all_of_name if era in mine or not any(era.overlaps(own) for own in mine))
