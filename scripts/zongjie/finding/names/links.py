"""Which forms of a firm's name stand for which: 恒岭机电 for 浙江恒岭机电股份有限公司, 晨拓 for 浙江晨拓带锯床有限公司."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from zongjie.finding.names.anatomy import Anatomy, dissect
from zongjie.finding.names.edges import Edges
from zongjie.finding.names.vocabulary import Trades, Vocabulary
from zongjie.lexicon.places import Gazetteer
from zongjie.model import Span

_PLACE_TAIL = re.compile(r"[省市县区旗州盟镇乡]|自治")
_TAILS = re.compile(r"(?:公司|集团|股份|厂|实业|企业)$")
# What may follow a bare brand that names the firm; before 镇 or 红 it names something else (金河镇, 草源红).
_LATIN = re.compile(r"[0-9A-Za-z]")


@dataclass(frozen=True)
class Links:
    """The names of firms in one text and what stands for what."""

    edges: Edges
    vocabulary: Vocabulary
    trades: Trades
    gazetteer: Gazetteer

    def derived(self, names: Iterable[str]) -> Iterator[Span]:
        """Stretches that shorten one of `names`: its brand, alone or with a part of its trade (岩宝股份, kerui轴承)."""
        by_brand: dict[str, list[Anatomy]] = {}
        for name in names:
            parts = self._dissect(name)
            if len(parts.brand) >= 2:
                by_brand.setdefault(parts.brand.lower(), []).append(parts)
        if not by_brand:
            return
        text = self.edges.text
        brands = re.compile("|".join(map(re.escape, sorted(by_brand, key=lambda b: (-len(b), b)))), re.IGNORECASE)
        for match in brands.finditer(text):
            fulls = by_brand[match.group().lower()]
            if self._inside_latin(match):
                continue
            end = self._extend(match.end(), fulls)
            if end > match.end() or self._stands_alone(Span(*match.span())):
                yield Span(match.start(), end)

    def _inside_latin(self, match: re.Match[str]) -> bool:
        """Whether a Latin brand is only a part of a longer Latin word."""
        text, start, end = self.edges.text, match.start(), match.end()
        before, after = text[start - 1 : start], text[end : end + 1]
        return bool(
            (_LATIN.match(before) and _LATIN.match(text[start]))
            or (_LATIN.match(after) and _LATIN.match(text[end - 1]))
        )

    def _extend(self, end: int, fulls: Iterable[Anatomy]) -> int:
        """The end of the trade words after the brand, as far as they shorten what one of `fulls` has after it."""
        best = end
        at = end
        while at - end < 10:
            found = self.trades.any.match(self.edges.text, at) or self.vocabulary.tail.match(self.edges.text, at)
            if found is None:
                break
            at = found.end()
            if any(shortens(self.edges.text[end:at], parts.rest) for parts in fulls) and self.edges.is_edge(at):
                best = at
        return best

    def _stands_alone(self, span: Span) -> bool:
        """Whether a bare brand is a name here, not a part of a longer word (金河镇, 草源红)."""
        return self.edges.is_end(span.end) and (
            self.edges.is_start(span.start) or (self.edges.is_edge(span.start) and self.edges.is_edge(span.end))
        )

    def is_bare(self, name: str) -> bool:
        """Whether `name` is a brand alone (金太阳), which may be part of other words (金太阳工程)."""
        return not self._dissect(name).rest

    def fulls(self, names: Iterable[str]) -> Mapping[str, str]:
        """For each of `names` that shortens exactly one longer name the longest form of that name."""
        parts = {name: self._dissect(name) for name in dict.fromkeys(names)}
        found: dict[str, str] = {}
        for name, short in parts.items():
            longer = [p for other, p in parts.items() if other != name and self.stands_for(short, p)]
            tops = [p for p in longer if not any(self.stands_for(p, other) for other in longer)]
            if len({p.name.lower() for p in tops}) == 1:
                found[name] = tops[0].name
        return found

    def stands_for(self, short: Anatomy, full: Anatomy) -> bool:
        """Whether `short` is a shorter form of `full`: the same brand, less of the place and of the trade."""
        if short.brand.lower() != full.brand.lower() or len(short.brand) < 2:
            return False
        if not _same_place(short.place, full.place) or len(short.name) > len(full.name):
            return False
        return short.name != full.name and shortens(short.rest, full.rest)

    def _dissect(self, name: str) -> Anatomy:
        return dissect(name, self.vocabulary, self.gazetteer)


def shortens(short: str, full: str) -> bool:
    """Whether `short` leaves out characters of `full` (生化 of 生物化工有限公司); its own 公司, 集团 or 厂 may be new."""
    if _is_within(short, full):
        return True
    return bool(_TAILS.search(short)) and _is_within(_TAILS.sub("", short), full)


def _is_within(short: str, full: str) -> bool:
    rest = iter(full.lower())
    return all(c in rest for c in short.lower())


def _same_place(short: str, full: str) -> bool:
    """Whether the place of `short` is left out, or part of that of `full` (南宁 of 南宁市, 河北 of 河北省石家庄市)."""
    return _PLACE_TAIL.sub("", short) in _PLACE_TAIL.sub("", full)
