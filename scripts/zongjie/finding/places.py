"""Mentions of kind `place`: divisions, towns, villages, redacted names; a chain such as 横县六景镇 is one mention."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from zongjie.finding.analysis import Analysis
from zongjie.finding.place_lists import Listed, find_listed
from zongjie.finding.rulebook import Rulebook
from zongjie.finding.townships import BLANK, find_townships
from zongjie.lexicon import Lexicon
from zongjie.lexicon.places import Gazetteer
from zongjie.lexicon.words import Words
from zongjie.model import Mention, Span

_BLANK = re.escape(BLANK)
# xx市, *区, **村, 仪*县 (a lone blank may replace one character of a name); 20xx年 and xx市级 are none.
_REDACTED = re.compile(
    rf"(?<![0-9A-Za-z{_BLANK}])(?:[\u4e00-\u9fff](?=[{_BLANK}][县市区旗镇乡村]))?(?:[{_BLANK}]{{1,4}}|某)"
    r"(?:省|市|县|区|州|旗|盟|镇|乡|村|街道|社区)(?![级域民直均场\u9547属])"
)
_ZONES = re.compile(r"(?:示范|核心|辐射|试验|实验|攻关)区")
# Divisions and farms of the production corps in Xinjiang: 第八师石河子市143团, 农七师一三○团.
_CORPS = re.compile(r"兵团|团场|师市")
_REGIMENT = re.compile(
    r"(?:(?:农|第)[一二三四五六七八九十]{1,3}师(?:[\u4e00-\u9fff]{2,5}市)?)?"
    r"(?<![0-9])(?:[0-9]{2,3}|[一二三四五六七八九〇○零十]{2,4})团(?:[0-9一二三四五六七八九十]{1,2}连)?|"
    r"(?:农|第)[一二三四五六七八九十]{1,3}师(?![生资范傅])"
)
_SMALLEST = re.compile(r"[\u4e00-\u9fff\d]{1,4}?(?:屯|村?民?小?组|社区)(?![织建合成])")
_COUNTY = "县区市旗"


def find_places(analysis: Analysis, lexicon: Lexicon, rules: Rulebook, known: Sequence[Mention]) -> list[Mention]:
    """The administrative places that the record names; venues are none."""
    del rules, known
    words = lexicon.words
    divisions, shorts = _divisions(analysis, lexicon.gazetteer)
    redacted = list(_redacted(analysis))
    uppers = sorted({*divisions, *redacted})
    lowers = [*find_townships(analysis, words, (s.end for s in uppers)), *_corps(analysis.text)]
    found = dict.fromkeys(divisions, "区划") | dict.fromkeys(redacted, "隐名")
    found |= dict.fromkeys(lowers, "基层")
    found |= {span: "简称" for span in shorts if _stands_alone(analysis, span, words)}
    spans = {_grown(analysis.text, s): rule for s, rule in _chained(found, analysis.text)}
    mentions = [_mention(analysis, span, rule) for span, rule in sorted(spans.items())]
    mentions += [_listed(analysis, row) for row in find_listed(analysis, lexicon, tuple(spans))]
    mentions += [_misspelt(analysis, span, name) for span, name in _misspellings(analysis.text, divisions)]
    return mentions


def _divisions(analysis: Analysis, gazetteer: Gazetteer) -> tuple[list[Span], list[Span]]:
    """The divisions named in full, and those named in short."""
    full: list[Span] = []
    short: list[Span] = []
    for span, _ in gazetteer.scan(analysis.text):
        (full if analysis.text[span.start : span.end] in gazetteer.full else short).append(span)
    return full, short


def _redacted(analysis: Analysis) -> Iterator[Span]:
    """Redacted names; a character before a lone blank belongs to the name only where it is a word of its own (仪*县)."""
    text = analysis.text
    for match in _REDACTED.finditer(text):
        start = match.start()
        if text[start] not in BLANK + "某" and not _own_character(analysis, start):
            start += 1
        sentence = analysis.sentence_at(start)
        if match[0].endswith("区") and _ZONES.search(text, sentence.start, sentence.end):
            continue
        yield Span(start, match.end())


def _own_character(analysis: Analysis, at: int) -> bool:
    index = bisect_right(analysis.atoms, at, key=lambda a: a.start) - 1
    atom = analysis.atoms[index]
    return len(atom.text) == 1 and atom.pos[0] not in "pcuvdr"


def _corps(text: str) -> Iterator[Span]:
    if _CORPS.search(text):
        for match in _REGIMENT.finditer(text):
            yield Span(*match.span())


def _stands_alone(analysis: Analysis, span: Span, words: Words) -> bool:
    """Whether a short form is a place by itself: 在长沙召开, 福建、广东 — not 江苏海陵湾风电, 山西焦煤."""
    index = bisect_right(analysis.atoms, span.end - 1, key=lambda a: a.start)
    if index == len(analysis.atoms):
        return True
    after = analysis.atoms[index]
    if after.start > span.end:
        return False
    if after.pos[0] in "xw" and after.text not in '“《"(（-—·':
        return True
    if any(analysis.text.startswith(word, span.end) for word in words["地名后词"]):
        return True
    return after.pos[0] == "v" and len(after.text) > 1


def _chained(found: dict[Span, str], text: str) -> Iterator[tuple[Span, str]]:
    """Neighbours joined where the first is a county or smaller: 沙井镇 + 三津村; provinces and cities stay apart."""
    ordered = sorted(found, key=lambda s: (s.start, -s.end))
    at = 0
    while at < len(ordered):
        start, end, rule = ordered[at].start, ordered[at].end, found[ordered[at]]
        at += 1
        while at < len(ordered) and ordered[at].start < end:
            at += 1
        while at < len(ordered) and ordered[at].start == end and _joins(text[start:end], found[ordered[at]]):
            end, rule = ordered[at].end, found[ordered[at]]
            at += 1
        yield Span(start, end), rule


def _joins(first: str, rule: str) -> bool:
    return rule in ("基层", "隐名") and not first.endswith(("省", "自治区")) and first[-1] in _COUNTY + "镇乡村道师木"


def _grown(text: str, span: Span) -> Span:
    """A chain with a hamlet or group that follows a village: 坡月村坡怀屯, 三津村六组."""
    if text[span.end - 1] == "村" and (match := _SMALLEST.match(text, span.end)):
        return Span(span.start, match.end())
    return span


def _misspellings(text: str, divisions: Iterable[Span]) -> Iterator[tuple[Span, str]]:
    """Names whose characters stand in another order than in one that the text names: 霍林勒郭市 beside 霍林郭勒市."""
    for name in sorted({text[s.start : s.end] for s in divisions}):
        if len(name) < 4:
            continue
        for match in re.finditer(f"(?=([{name}]{{{len(name) - 1}}}{name[-1]}))", text):
            if match[1] != name and sorted(match[1]) == sorted(name):
                yield Span(match.start(), match.start() + len(name)), name


def _mention(analysis: Analysis, span: Span, rule: str) -> Mention:
    text = analysis.text[span.start : span.end]
    return Mention(analysis.record.id, "place", span.start, span.end, text, rule)


def _misspelt(analysis: Analysis, span: Span, name: str) -> Mention:
    text = analysis.text[span.start : span.end]
    return Mention(analysis.record.id, "place", span.start, span.end, text, "错字", {"full": name})


def _listed(analysis: Analysis, row: Listed) -> Mention:
    text = analysis.text[row.span.start : row.span.end]
    attributes = {"full": row.full} if row.full else {}
    return Mention(analysis.record.id, "place", row.span.start, row.span.end, text, "一串", attributes)
