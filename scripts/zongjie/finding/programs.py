"""Mentions of kind `program`: plans, funds, specials, campaigns, strategies."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from zongjie.finding.analysis import Analysis
from zongjie.finding.known_programs import known_programs, widen_left
from zongjie.finding.levels import LEVEL_WORD, YEAR, level_of
from zongjie.finding.rulebook import Rulebook
from zongjie.finding.unknown_programs import unknown_programs
from zongjie.lexicon import Lexicon
from zongjie.lexicon.programs import ProgramEntry
from zongjie.model import Mention, Span, Value

_BLANKED_PLACE = r"(?:[xX×*某]{1,3}[省市县区旗州盟])"
# Words for the level or the place, and the year, as they stand before a program's name.
_BEFORE = rf"(?:{_BLANKED_PLACE}|(?<![我全本该各园社城小郊山灾片]){LEVEL_WORD})(?:{YEAR})?"
_PREFIX = re.compile(rf"(?:{_BLANKED_PLACE})?(?:{_BEFORE})\Z")
_GENERIC_PREFIX = re.compile(rf"(?:(?:{_BLANKED_PLACE})?(?:{_BEFORE})|{YEAR})\Z")
_MUNICIPALITIES = ("北京市", "天津市", "上海市", "重庆市")
# Names of these kinds are no place to find a program in by its form alone.
_CLOSED = ("honor", "platform", "institution", "policy")


@dataclass(frozen=True, slots=True)
class _Candidate:
    span: Span
    rule: str
    type: str
    entry: ProgramEntry | None = None


def find_programs(analysis: Analysis, lexicon: Lexicon, rules: Rulebook, known: Sequence[Mention]) -> list[Mention]:
    """The programs that the record names. `known` are the mentions that earlier finders found."""
    del rules
    text = analysis.text
    places = sorted(m.span for m in known if m.kind == "place")
    closed = [m.span for m in known if m.kind in _CLOSED]
    candidates = [*_from_lexicon(text, lexicon, places), *_from_form(analysis, lexicon, places, closed)]
    municipality = analysis.record.region.province in _MUNICIPALITIES
    return [_mention(analysis, c, lexicon, municipality) for c in _standing(candidates)]


def _from_lexicon(text: str, lexicon: Lexicon, places: Sequence[Span]) -> Iterator[_Candidate]:
    document = _any_of(lexicon.words["计划文件尾"])
    for found in known_programs(text, lexicon.programs):
        entry, start = found.entry, found.span.start
        if entry.type == "funding":
            start = widen_left(text, start, _GENERIC_PREFIX if entry.generic else _PREFIX, places)
        if (entry.generic and start == found.span.start) or document.match(text, found.span.end):
            continue
        yield _Candidate(Span(start, found.span.end), "词库", entry.type, entry)


def _from_form(
    analysis: Analysis, lexicon: Lexicon, places: Sequence[Span], closed: Sequence[Span]
) -> Iterator[_Candidate]:
    for found in unknown_programs(analysis, lexicon.words, _BEFORE, places):
        if not any(found.span.overlaps(span) for span in closed):
            yield _Candidate(found.span, found.rule, "funding" if found.funding else "initiative")


@lru_cache(maxsize=8)
def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, words)))


def _standing(candidates: Sequence[_Candidate]) -> list[_Candidate]:
    """The longest of candidates that overlap; of equals the one that the lexicon knows."""
    kept: list[_Candidate] = []
    for one in sorted(candidates, key=lambda c: (c.span.start - c.span.end, c.entry is None, c.span.start, c.rule)):
        if not any(one.span.overlaps(other.span) for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda c: c.span.start)


def _mention(analysis: Analysis, one: _Candidate, lexicon: Lexicon, municipality: bool) -> Mention:
    text = analysis.text[one.span.start : one.span.end]
    attributes: dict[str, Value] = {"type": one.type}
    level = _level(text, lexicon, municipality) or (one.entry.level if one.entry else None)
    if level:
        attributes["level"] = level
    if one.entry:
        attributes["canonical"] = one.entry.name
    return Mention(analysis.record.id, "program", one.span.start, one.span.end, text, one.rule, attributes)


def _level(name: str, lexicon: Lexicon, municipality: bool) -> str | None:
    """The level that the name itself tells: 吉林省科技发展计划 → 省."""
    found = _level_prefix().match(name)
    if found:
        return level_of(found.group(), lexicon.gazetteer, municipality)
    for length in range(min(8, len(name) - 2), 1, -1):
        if lexicon.gazetteer.named(name[:length]):
            return level_of(name[:length], lexicon.gazetteer, municipality)
    return None


@lru_cache(maxsize=1)
def _level_prefix() -> re.Pattern[str]:
    return re.compile(LEVEL_WORD)
