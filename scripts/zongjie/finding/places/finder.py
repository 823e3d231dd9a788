"""Mentions of kind `place`: divisions, towns, villages, redacted names; a chain such as 横县六景镇 is one mention."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from zongjie.finding.analysis import Analysis, Word
from zongjie.finding.engine.rulebook import Rulebook
from zongjie.finding.places.again import find_again
from zongjie.finding.places.listed import find_listed
from zongjie.finding.places.townships import BLANK, find_townships
from zongjie.lexicon import Lexicon
from zongjie.lexicon.places import Gazetteer
from zongjie.lexicon.words import Words
from zongjie.model import Mention, Span

_BLANK = re.escape(BLANK)
# xx市, *区, **村, 仪*县 (a lone blank may replace one character of a name); 20xx年 and xx市级 are none.
_REDACTED = re.compile(
    rf"(?<![0-9A-Za-z{_BLANK}])(?:[\u4e00-\u9fff](?=[{_BLANK}][县市区旗镇乡村]))?(?:[{_BLANK}]{{1,4}}|某)"
    r"(?:省|市|县|区|州|旗|盟|镇|乡|村|街道|社区)(?![级域民直均场\u9547属])"
    # *果县: the first character alone is blanked
    rf"|(?<![0-9A-Za-z{_BLANK}\u4e00-\u9fff])[*＊×](?![我全本各该城地园灾老山库牧林矿港湖])[\u4e00-\u9fff](?<![省市县区州旗])[县旗](?![级域民直均属])"
)
# Where people travel to: 赴福建厦门、广东佛山顺德对标, 取经安徽合肥.
_TRAVEL = re.compile(
    r"(?:(?<![过失除前])去|分赴|远赴|奔赴|前往|赶赴|赴|来到|组团到|专程到|飞往|抵达|走访|取经|南下|北上|东进|西进|考察了?|参观了?|学习了?|到访)$"
)
_LISTED = "、和与及"
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
_HAMLET = re.compile(
    r"[\u4e00-\u9fff]{1,2}(?:[屯寨庄](?!镇|乡|街|社|稼)|[坝沟湾坪垭塘堡](?!镇|乡|街|社|产|种|养|建|治|改|地(?!下)))"
)
# What makes a short form the beginning of a longer name: 盐城大丰工业技术研究院.
_NAMES_ON = re.compile(
    r"[^,，。;；、:：\n]{0,18}?(?:公司|厂|集团|基地|中心|园|站|局|会|所|院|校|大学|学院|大学|店|社|场|区|工程|计划|网|台|品牌|[”》])"
)
_COUNTY = "县区市旗"
_LONGEST_SHORT = 3


def find_places(analysis: Analysis, lexicon: Lexicon, rules: Rulebook, known: Sequence[Mention]) -> list[Mention]:
    """The administrative places that the record names; venues are none."""
    del rules, known
    words = lexicon.words
    divisions, shorts = _divisions(analysis, lexicon.gazetteer)
    redacted = list(_redacted(analysis))
    uppers = sorted({*divisions, *redacted})
    towns = find_townships(analysis, words, (s.end for s in uppers))
    cut = {at for span in divisions for at in range(span.start + 1, span.end)}  # 列入新乡|市科技计划
    lowers = [*(span for span in towns if span.end not in cut), *_corps(analysis)]
    found = dict.fromkeys(divisions, "区划") | dict.fromkeys(redacted, "隐名")
    found |= dict.fromkeys((s for s in lowers if not _in_province(analysis.text, s, lexicon.gazetteer)), "基层")
    brief = [s for s in divisions if analysis.text[s.start : s.end] not in lexicon.gazetteer.full]  # 恩施州
    named = _full_forms(analysis, (*shorts, *brief), lexicon.gazetteer)
    listed = list(find_listed(analysis, lexicon, tuple(found)))
    free = [s for s in _paired(shorts) if not any(s.overlaps(row.span) for row in listed)]
    standing = _Standing(analysis, words, frozenset(named))
    below = {span.start for span in divisions}  # 西藏 + 日喀则市
    found |= {
        s: "简称" for s in free if s.end in below or standing.alone(s) or standing.journey(s) or standing.paired(s)
    }
    spans = {_grown(analysis.text, s): rule for s, rule in _chained(analysis, found, lexicon.gazetteer)}
    own = {s: "本地" for s in shorts if _is_own(analysis, named.get(s)) and not any(s.overlaps(o) for o in spans)}
    named |= _former_names(analysis.text, spans, lexicon.gazetteer)
    mentions = [_mention(analysis, span, rule, named.get(span)) for span, rule in sorted({**spans, **own}.items())]
    mentions += [_mention(analysis, row.span, "一串", row.full) for row in listed]
    taken = [*spans, *own, *(row.span for row in listed)]
    mentions += [_mention(analysis, span, "再次出现", full) for span, full in find_again(analysis, lowers, taken)]
    mentions += [_mention(analysis, span, "错字", name) for span, name in _misspellings(analysis.text, divisions)]
    return mentions


def _paired(shorts: Sequence[Span]) -> Iterator[Span]:
    """Short forms, neighbours as one: 辽宁 + 北镇, 广东 + 佛山 + 顺德."""
    at = 0
    while at < len(shorts):
        first = shorts[at]
        while at + 1 < len(shorts) and shorts[at + 1].start == first.end:
            first = Span(first.start, shorts[at + 1].end)
            at += 1
        at += 1
        yield first


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


def _corps(analysis: Analysis) -> Iterator[Span]:
    """Divisions and regiments of the corps; a division stays apart from the city whose summary it is."""
    if _CORPS.search(analysis.text):
        for match in _REGIMENT.finditer(analysis.text):
            division, _, city = match[0].partition("师")
            yield Span(match.start(), match.start() + len(division) + 1 if _is_own(analysis, city) else match.end())


@dataclass(frozen=True)
class _Standing:
    """Tells the short forms that are places by themselves; the full form of those in `named` stands in the text."""

    analysis: Analysis
    words: Words
    named: frozenset[Span]

    def alone(self, span: Span) -> bool:
        """Whether what stands around it makes it a place: 在长沙召开, 福建、广东 — not 江苏海陵湾风电, 副县长楼海宁.

        Where its full form stands in the text too, 推动正定自主知识产权的形成 is enough.
        """
        text, words = self.analysis.text, self.words
        before = _atom_at(self.analysis, span.start - 1)
        if before and len(before.text) == 1 and before.pos[0] not in "xw" and before.text not in words["地名前字"]:
            return False
        after = _atom_at(self.analysis, span.end)
        if after is None:
            return True
        if text[span.end] in ")）":  # 玉柴重工(常州) names a firm
            return text[span.start - 1] not in "(（"
        if after.pos[0] in "xw" and not after.text.isalnum():
            return after.text not in '“《"(（-—·'
        if text.startswith(words["地名后词"], span.end):
            return True
        led = before is not None and before.pos[0] in "vp"
        return span in self.named and led and not _NAMES_ON.match(text, span.end)

    def paired(self, span: Span) -> bool:
        """Whether a city stands behind its province (接回贵州毕节员工), and no firm's or park's name begins so."""
        text = self.analysis.text
        return span.end - span.start > _LONGEST_SHORT and not _NAMES_ON.match(text, span.end)

    def journey(self, span: Span) -> bool:
        """Whether people travel to it, alone or in a list: 赴深圳、宁波招才引智."""
        text, start = self.analysis.text, span.start
        clause = max(text.rfind(mark, 0, start) for mark in ",，。;；:：\n") + 1
        first = re.split(f"[{_LISTED}]", text[clause:start])[0]
        led = _TRAVEL.search(text, clause, start) or (
            text[start - 1] in _LISTED and re.search(rf"{_TRAVEL.pattern[:-1]}[\u4e00-\u9fff]{{2,9}}$", first)
        )
        return bool(led) and not _NAMES_ON.match(text, span.end)


def _is_own(analysis: Analysis, full: str | None) -> bool:
    """Whether `full` is the county, city or province whose summary it is; its short form counts even inside a firm's name."""
    region = analysis.record.region
    return full is not None and full == (region.county or region.city or region.province)


def _former_names(text: str, spans: Iterable[Span], gazetteer: Gazetteer) -> dict[Span, str]:
    """Former names whose present one stands in the text too: 林芝县 beside 巴宜区."""
    found: dict[Span, str] = {}
    for span in spans:
        now = gazetteer.present(text[span.start : span.end])
        if now and now in text:
            found[span] = now
    return found


def _atom_at(analysis: Analysis, offset: int) -> Word | None:
    """The atom that holds the character at `offset`, None outside the text and between blocks."""
    index = bisect_right(analysis.atoms, offset, key=lambda a: a.start) - 1
    if index < 0 or not analysis.atoms[index].start <= offset < analysis.atoms[index].end:
        return None
    return analysis.atoms[index]


def _chained(analysis: Analysis, found: dict[Span, str], gazetteer: Gazetteer) -> Iterator[tuple[Span, str]]:
    """Neighbours joined where the next lies in the one before: 沙井镇 + 三津村, 广东省 + 佛山市 + 南海区 + 罗村镇.

    The county whose summary it is stays apart from its city, whose bureau's name begins with both (盐城市大丰区科技局).
    """
    text = analysis.text
    ordered = sorted(found, key=lambda s: (s.start, -s.end))
    at = 0
    while at < len(ordered):
        start, last, rule = ordered[at].start, ordered[at], found[ordered[at]]
        at += 1
        while at < len(ordered) and ordered[at].start < last.end:
            at += 1
        while (
            at < len(ordered)
            and ordered[at].start == last.end
            and not _is_own(analysis, text[last.end : ordered[at].end])
            and _joins(text[last.start : last.end], text[last.end : ordered[at].end], found[ordered[at]], gazetteer)
        ):
            last, rule = ordered[at], found[ordered[at]]
            at += 1
        yield Span(start, last.end), rule


def _joins(first: str, second: str, rule: str, gazetteer: Gazetteer) -> bool:
    """Whether the neighbour `second` belongs to one mention with `first`.

    A town joins the county before it, a division the division that it lies in: 湖州市 + 德清县, not 青海省 + 德清县.
    """
    if rule in ("区划", "简称"):
        uppers = {d.name for d in gazetteer.named(first) if d.level != "county"}
        return any(d.province in uppers or d.city in uppers for d in gazetteer.named(second) if d.name not in uppers)
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


def _in_province(text: str, span: Span, gazetteer: Gazetteer) -> bool:
    """Whether the name is a province and two characters: 重庆龙乡, the front of a firm's name; towns lie in counties."""
    return any(d.level == "province" for d in gazetteer.named(text[span.start : span.end - 2]))


def _full_forms(analysis: Analysis, shorts: Iterable[Span], gazetteer: Gazetteer) -> dict[Span, str]:
    """The short forms whose full form stands in the text too: 正定 beside 正定县; of 铜梁县 and 铜梁区 the present one."""
    text = analysis.text
    found: dict[Span, str] = {}
    for span in shorts:
        names = {d.name for d in gazetteer.named(text[span.start : span.end]) if d.name in text}
        names -= {name for name in names if gazetteer.present(name) in names}
        if len(names) == 1:
            found[span] = names.pop()
    return found


def _mention(analysis: Analysis, span: Span, rule: str, full: str | None) -> Mention:
    text = analysis.text[span.start : span.end]
    return Mention(analysis.record.id, "place", span.start, span.end, text, rule, {"full": full} if full else {})
