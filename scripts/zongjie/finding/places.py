"""Mentions of kind `place`: divisions, towns, villages, redacted names; a chain such as 横县六景镇 is one mention."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from zongjie.finding.analysis import Analysis, Word
from zongjie.finding.place_lists import find_listed
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
_DIVISION = r"(?:农|第)[一二三四五六七八九十]{1,3}师(?![生资范傅])"
_CORPS = re.compile(rf"兵团|团场|师市|{_DIVISION}")
_REGIMENT = re.compile(
    rf"(?:{_DIVISION}(?:[\u4e00-\u9fff]{{2,5}}市)?)?"
    r"(?<![0-9])(?:[0-9]{2,3}|[一二三四五六七八九〇○零十]{2,4})团(?:[0-9一二三四五六七八九十]{1,2}连)?|"
    rf"{_DIVISION}(?:[\u4e00-\u9fff]{{2,5}}市)?"
)
_SMALLEST = re.compile(r"[\u4e00-\u9fff\d]{1,4}?(?:屯|村?民?小?组|社区)(?![织建合成])")
# A hamlet right behind a town: 角弓镇陈家坝.
_HAMLET = re.compile(r"[\u4e00-\u9fff]{1,2}[坝屯寨庄沟湾坪垭塘堡](?!镇|乡|街|社|产|种|养|建|治|改|地(?!下))")
# What makes a short form the beginning of a longer name: 盐城大丰工业技术研究院.
_NAMES_ON = re.compile(
    r"[^,，。;；、:：\n]{0,18}?(?:公司|厂|集团|基地|中心|园|站|局|会|所|院|校|大学|学院|大学|店|社|场|区|工程|计划|网|台|品牌|[”》])"
)
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
    named = _full_forms(analysis.text, shorts, lexicon.gazetteer)
    listed = list(find_listed(analysis, lexicon, tuple(found)))
    free = [s for s in _paired(shorts) if not any(s.overlaps(row.span) for row in listed)]
    found |= {span: "简称" for span in free if _stands_alone(analysis, span, words, span in named)}
    spans = {_grown(analysis.text, s): rule for s, rule in _chained(found, analysis.text)}
    mentions = [_mention(analysis, span, rule, named.get(span)) for span, rule in sorted(spans.items())]
    mentions += [_mention(analysis, row.span, "一串", row.full) for row in listed]
    mentions += [_mention(analysis, span, "错字", name) for span, name in _misspellings(analysis.text, divisions)]
    return mentions


def _paired(shorts: Sequence[Span]) -> Iterator[Span]:
    """Short forms, two neighbours as one: 辽宁 + 北镇."""
    at = 0
    while at < len(shorts):
        first = shorts[at]
        if at + 1 < len(shorts) and shorts[at + 1].start == first.end:
            first = Span(first.start, shorts[at + 1].end)
            at += 1
        yield first
        at += 1


def _divisions(analysis: Analysis, gazetteer: Gazetteer) -> tuple[list[Span], list[Span]]:
    """The divisions named in full, and those named in short."""
    full: list[Span] = []
    short: list[Span] = []
    for span, _ in gazetteer.scan(analysis.text):
        name = analysis.text[span.start : span.end]
        whole = (
            name in gazetteer.full or (len(name) > 2 and name[-1] in "州县区市") or name[-1] in "盟旗"
        )  # 黔东南州, 呼盟
        (full if whole else short).append(span)
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
    atom = _atom_at(analysis, at)
    return atom is not None and len(atom.text) == 1 and atom.pos[0] not in "pcuvdr"


def _corps(text: str) -> Iterator[Span]:
    if _CORPS.search(text):
        for match in _REGIMENT.finditer(text):
            yield Span(*match.span())


def _stands_alone(analysis: Analysis, span: Span, words: Words, named: bool) -> bool:
    """Whether a short form is a place by itself: 在长沙召开, 福建、广东 — not 江苏海陵湾风电, 副县长楼海宁.

    `named` is True where its full form stands in the text too; then 推动正定自主知识产权的形成 is enough.
    """
    text = analysis.text
    before = _atom_at(analysis, span.start - 1)
    if before and len(before.text) == 1 and before.pos[0] not in "xw" and before.text not in words["地名前字"]:
        return False
    after = _atom_at(analysis, span.end)
    if after is None:
        return True
    if text[span.end] in ")）":  # 玉柴重工(常州) names a firm
        return text[span.start - 1] not in "(（"
    if after.pos[0] in "xw" and not after.text.isalnum():
        return after.text not in '“《"(（-—·'
    if text.startswith(words["地名后词"], span.end):
        return True
    return named and before is not None and before.pos[0] in "vp" and not _NAMES_ON.match(text, span.end)


def _atom_at(analysis: Analysis, offset: int) -> Word | None:
    """The atom that holds the character at `offset`, None outside the text and between blocks."""
    index = bisect_right(analysis.atoms, offset, key=lambda a: a.start) - 1
    if index < 0 or not analysis.atoms[index].start <= offset < analysis.atoms[index].end:
        return None
    return analysis.atoms[index]


def _chained(found: dict[Span, str], text: str) -> Iterator[tuple[Span, str]]:
    """Neighbours joined where the first is a county or smaller: 沙井镇 + 三津村; provinces and cities stay apart."""
    ordered = sorted(found, key=lambda s: (s.start, -s.end))
    at = 0
    while at < len(ordered):
        start, end, rule = ordered[at].start, ordered[at].end, found[ordered[at]]
        at += 1
        while at < len(ordered) and ordered[at].start < end:
            at += 1
        while (
            at < len(ordered)
            and ordered[at].start == end
            and _joins(text[start:end], text[end : ordered[at].end], found[ordered[at]])
        ):
            end, rule = ordered[at].end, found[ordered[at]]
            at += 1
        yield Span(start, end), rule


def _joins(first: str, second: str, rule: str) -> bool:
    """Whether the neighbour `second` belongs to one mention with `first`: it lies below the county, `first` is no province."""
    lower = rule == "基层" or (rule == "隐名" and second.endswith(("镇", "乡", "村", "街道", "社区")))
    return lower and not first.endswith(("省", "自治区")) and first[-1] in _COUNTY + "镇乡村道师木处"


def _grown(text: str, span: Span) -> Span:
    """A chain with a hamlet or group that follows a village: 坡月村坡怀屯, 三津村六组, 角弓镇陈家坝."""
    if text[span.end - 1] == "村" and (match := _SMALLEST.match(text, span.end)):
        return Span(span.start, match.end())
    if text[span.end - 1] in "镇乡" and (match := _HAMLET.match(text, span.end)):
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


def _full_forms(text: str, shorts: Iterable[Span], gazetteer: Gazetteer) -> dict[Span, str]:
    """The short forms whose full form stands in the text too: 正定 beside 正定县."""
    found: dict[Span, str] = {}
    for span in shorts:
        names = {d.name for d in gazetteer.named(text[span.start : span.end]) if d.name in text}
        if len(names) == 1:
            found[span] = names.pop()
    return found


def _mention(analysis: Analysis, span: Span, rule: str, full: str | None) -> Mention:
    text = analysis.text[span.start : span.end]
    return Mention(analysis.record.id, "place", span.start, span.end, text, rule, {"full": full} if full else {})
