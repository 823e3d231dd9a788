"""Mentions of kind `enterprise`: full names first, then short ones, then every other place where these names stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from zongjie.finding.analysis import Analysis
from zongjie.finding.engine.language import mask
from zongjie.finding.engine.rulebook import Rulebook
from zongjie.finding.names.called import called
from zongjie.finding.names.edges import Edges, edges_of
from zongjie.finding.names.fullnames import FullNames
from zongjie.finding.names.links import Links
from zongjie.finding.names.shortnames import ENOUGH, ShortNames
from zongjie.finding.names.vocabulary import Trades, edge_words, firm_vocabulary, trades
from zongjie.lexicon import Lexicon
from zongjie.lexicon.places import Gazetteer
from zongjie.lexicon.words import any_of
from zongjie.model import Kind, Mention, Span

_INSTITUTE = re.compile(r"[\u4e00-\u9fff]{1,6}?[院所](?![士长有在以谓需])")
_FORM = re.compile(
    r"(?:[\u4e00-\u9fff]{2,6}?)?(?:分公司|公司|集团|[一二三四五六七八九十]+[航公]?局|[一二三四五六七八九十]+冶)"
)
_SHORTEST_KNOWN, _LONGEST_KNOWN = 2, 7
# Stretches of these kinds are no place to look for a firm that no other place names.
_TAKEN: frozenset[Kind] = frozenset(("institution", "policy", "platform"))


@dataclass(frozen=True, slots=True)
class _Found:
    span: Span
    rule: str
    sure: bool = True


def find_enterprises(analysis: Analysis, lexicon: Lexicon, rules: Rulebook, known: Sequence[Mention]) -> list[Mention]:
    """The enterprises that the record names. `known` are the mentions that earlier finders found.

    `attributes["full"]` is the full form that a short one stands for, where the text makes it plain.
    """
    words, trade_words = firm_vocabulary(lexicon.words), trades(lexicon.words)
    edges = edges_of(analysis, edge_words(lexicon.words), words, lexicon.gazetteer)
    links = Links(edges, words, trade_words, lexicon.gazetteer)
    institutions = [m.span for m in known if m.kind == "institution"]
    full = tuple(
        s
        for s in FullNames(edges, words, lexicon.gazetteer, trade_words.produce).find()
        if not any(s.within(i) for i in institutions) and not _is_cut_from_famous(edges, trade_words, s)
    )
    taken = [m.span for m in known if m.kind in _TAKEN]
    famous = [
        s
        for s in _famous(edges, trade_words, lexicon.gazetteer, institutions)
        if not any(s.overlaps(other) for other in full)
    ]
    introduced = called(edges.text, full)
    shorts = ShortNames(
        edges=edges,
        vocabulary=words,
        gazetteer=lexicon.gazetteer,
        trades=trade_words,
        rules=rules["enterprises"],
        masked=mask(edges.text, [(m.span, m.kind) for m in known if m.kind == "institution"]),
        full=(*full, *(s for s in famous if not trade_words.any.match(edges.text, s.end))),
        taken=tuple(taken),
    ).find()
    found = [
        *(_Found(span, "全称") for span in full),
        *(_Found(span, "知名企业") for span in famous),
        *(_Found(span, "以下简称") for span in introduced),
        *(_Found(short.span, short.rule, short.points >= ENOUGH) for short in shorts),
    ]
    found += [f for f in _again(edges, links, found) if not any(_is_inside(f.span, other) for other in taken)]
    return _mentions(analysis, edges, links, found, introduced)


def _mentions(
    analysis: Analysis, edges: Edges, links: Links, found: Sequence[_Found], introduced: Mapping[Span, Span]
) -> list[Mention]:
    """What was `found` with what it stands for; a doubtful name is certain where it shortens a certain one."""
    names = {edges.at(f.span): analysis.text[f.span.start : f.span.end] for f in found}
    sure = {edges.at(f.span) for f in found if f.sure}
    fulls = {short: full for short, full in links.fulls(sorted(names)).items() if full in sure}
    fulls |= {edges.at(short): edges.at(long) for short, long in introduced.items()}
    sure |= fulls.keys()
    return [_mention(analysis, f, names.get(fulls.get(edges.at(f.span), "")), edges.at(f.span) in sure) for f in found]


def _is_inside(span: Span, other: Span) -> bool:
    """Whether a name is only a part of another thing's: 禾芯 in 江苏省(禾芯)…研究中心; 恒岭机电 before 院士工作站 is not."""
    return span.within(other) and span.start > other.start


def _is_cut_from_famous(edges: Edges, words: Trades, name: Span) -> bool:
    """Whether the name begins inside that of a firm that everybody knows (正达公司 of 先正达公司)."""
    hits = words.famous.finditer(edges.text, max(0, name.start - _LONGEST_KNOWN), name.end)
    return any(hit.start() < name.start < hit.end() for hit in hits)


def _famous(edges: Edges, words: Trades, gazetteer: Gazetteer, institutions: Sequence[Span]) -> Iterator[Span]:
    """Firms that everybody knows by a short name (科大讯飞, 双汇); two such names in a row are one (新希望六和)."""
    last: Span | None = None
    for match in words.famous.finditer(edges.text):
        span = Span(_with_city(edges, gazetteer, match.start()), _with_form(edges, words, match.end()))
        alone = edges.is_edge(span.start) and edges.is_edge(span.end) and not _is_other(edges, words, span)
        if not alone or any(span.within(i) for i in institutions):
            continue
        if last is not None and last.end == span.start:
            last = Span(last.start, span.end)
            continue
        if last is not None:
            yield last
        last = span
    if last is not None:
        yield last


def _with_form(edges: Edges, words: Trades, end: int) -> int:
    """Where a known name ends with what it goes on with as a firm's: 中石化勘探公司, 恒力化纤."""
    trade = words.any.match(edges.text, end)
    if trade and edges.is_end(trade.end()) and edges.is_edge(trade.end()) and not words.goods.match(edges.text, end):
        return trade.end()
    found = _FORM.match(edges.text, end)
    return found.end() if found and edges.is_edge(found.end()) and not _is_cut(edges, end, found.end()) else end


def _with_city(edges: Edges, gazetteer: Gazetteer, start: int) -> int:
    """Where the city before a known name begins that belongs to it: 郑州宇通, but not 到郑州海尔."""
    for length in (3, 2):
        at = start - length
        if at >= 0 and gazetteer.short.get(edges.text[at:start]) and edges.is_start(at):
            return at
    return start


def _is_other(edges: Edges, words: Trades, span: Span) -> bool:
    """Whether it is only the front of another name: an institute's (中钢洛耐院), a product's (腾讯会议), a firm's (国电南自)."""
    goods = words.goods.match(edges.text, span.end)
    if _belongs(edges, span.end) or (goods is not None and edges.is_edge(goods.end())):
        return True
    if span.end - span.start > _SHORTEST_KNOWN or edges.is_end(span.end):
        return False
    return not (words.any.match(edges.text, span.end) or words.famous.match(edges.text, span.end))


def _belongs(edges: Edges, end: int) -> bool:
    """Whether what ends there is only the front of an institute's name (中钢洛耐院)."""
    found = _INSTITUTE.match(edges.text, end)
    return found is not None and not _is_cut(edges, end, found.end())


def _is_cut(edges: Edges, start: int, end: int) -> bool:
    """Whether a stop stands there; 所 is none, though the segmenter reads a conjunction (中船重工七一二所)."""
    return any(start < s.end and s.start < end and edges.text[s.start : s.end] != "所" for s in edges.stops)


def _again(edges: Edges, links: Links, found: Sequence[_Found]) -> Iterator[_Found]:
    """The other places where names stand that were found once, and the shorter forms of them."""
    text = edges.text
    names = sorted({text[f.span.start : f.span.end] for f in found if f.sure})
    seen = {f.span for f in found}
    for span in _repeated(edges, [name for name in names if not links.is_bare(name)]):
        if span not in seen:
            seen.add(span)
            yield _Found(span, "再次出现")
    for span in links.derived(names):
        if not any(span.within(other) for other in seen):
            seen.add(span)
            yield _Found(span, "由全称而来")


def _repeated(edges: Edges, names: Sequence[str]) -> Iterator[Span]:
    """Where `names` stand as words of their own."""
    if not names:
        return
    pattern = re.compile(any_of(names))
    for match in pattern.finditer(edges.text):
        if edges.is_edge(match.start()) and edges.is_edge(match.end()):
            yield Span(*match.span())


def _mention(analysis: Analysis, found: _Found, full: str | None, sure: bool) -> Mention:
    """`full` is the longer name that the mention stands for; what is `sure` once in the text is so everywhere."""
    start, end = found.span.start, found.span.end
    attributes = {"full": full} if full else {}
    return Mention(analysis.record.id, "enterprise", start, end, analysis.text[start:end], found.rule, attributes, sure)
