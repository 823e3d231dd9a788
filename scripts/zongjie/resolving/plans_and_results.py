"""All figures → targets beside results: what a bureau set out to do, and what it or its next summary says was done.

Two figures are of the same thing only where their words are the same but for what tells doing from planning
(培训农民 and 力争全年培训农民), and their units go together; what is near but not surely the same is left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from zongjie.lexicon.words import Words
from zongjie.model import Figure, Record

# Units that count the same things.
_UNITS: Mapping[str, str] = {
    unit: family for family in ("人 名 位 人次 人(次)", "期 次 场 场次") for unit in family.split()
}
_AROUND = " 、,，:：;；“”"
_SHORTEST = 2
_LONG_ENOUGH = 4


@dataclass(frozen=True, slots=True)
class Pair:
    """A result and a target of the same thing; `what` is its name, in the longer of the two wordings."""

    what: str
    result: Figure
    target: Figure

    @property
    def record(self) -> str:
        return self.target.record


def pairs(records: Sequence[Record], figures: Mapping[str, Sequence[Figure]], words: Words) -> tuple[Pair, ...]:
    """The pairs within each record, then those with the same bureau's next year, in the order of the targets.

    `figures` are those of each record that stand in no repeated paragraph.
    """
    after = _next_years(records)
    found: list[Pair] = []
    for record in records:
        targets = _read(figures.get(record.id, ()), target=True)
        for other in (record, *after.get(record.id, ())):
            found += _matched(targets, _read(figures.get(other.id, ()), target=False), words)
    return tuple(found)


def _read(figures: Iterable[Figure], target: bool) -> list[Figure]:
    """The targets, or the results, of which the number could be read."""
    return [figure for figure in figures if figure.target == target and figure.number is not None]


def _next_years(records: Iterable[Record]) -> dict[str, tuple[Record, ...]]:
    """For each record the ones of the same bureau for the year that follows."""
    by_year: dict[tuple[str, str | None, int], list[Record]] = {}
    for record in records:
        if record.bureau.name and (record.period.year or "").isdigit():
            key = (record.bureau.name, record.region.province, int(record.period.year or 0))
            by_year.setdefault(key, []).append(record)
    return {
        record.id: tuple(by_year.get((bureau, province, year + 1), ()))
        for (bureau, province, year), those in by_year.items()
        for record in those
    }


def _matched(targets: Sequence[Figure], results: Sequence[Figure], words: Words) -> Iterator[Pair]:
    """The pairs of targets and results; where several results with different numbers would do, none is taken."""
    units = {_unit(target) for target in targets}
    called = [(_core(result.what, words), result) for result in results if _unit(result) in units]
    for target in targets:
        core = _core(target.what, words)
        if not core:
            continue
        alike = [(own, result) for own, result in called if _unit(result) == _unit(target) and _same(core, own, words)]
        exact = [(own, result) for own, result in alike if own == core] or alike
        if exact and len({result.number for _, result in exact}) == 1:
            own, result = exact[0]
            yield Pair(max(core, own, key=len), result, target)


def _unit(figure: Figure) -> str:
    return _UNITS.get(figure.unit, figure.unit)


def _core(what: str, words: Words) -> str:
    """What a figure counts, without the words of doing and planning; empty where that says too little."""
    core = what
    for word in words["目标套话"]:
        core = core.replace(word, "")
    core = core.strip("".join((*_AROUND, *words["目标首尾字"])))
    return core if len(core) >= _SHORTEST and core not in words["目标泛称"] else ""


def _same(one: str, other: str, words: Words) -> bool:
    """Whether two cores name the same thing: equal, or one has a single character more that changes nothing."""
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    if len(long) != len(short) + 1 or len(short) < _LONG_ENOUGH:
        return False
    at = next((n for n, character in enumerate(short) if character != long[n]), len(short))
    return long[:at] + long[at + 1 :] == short and long[at] not in words["目标限定字"]
