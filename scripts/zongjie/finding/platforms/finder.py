"""Mentions of kind `platform`: named centres, bases, parks, stations, incubators, observation points, nets."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from zongjie.finding.analysis import Analysis
from zongjie.finding.engine.rulebook import Rulebook
from zongjie.finding.platforms.founded import founded
from zongjie.finding.platforms.names import all_tails, name_start, tail_pattern
from zongjie.finding.platforms.owners import owners_before, owners_within
from zongjie.finding.platforms.proper import LEVEL, Judge
from zongjie.finding.quotation import level_quotes
from zongjie.lexicon import Lexicon
from zongjie.lexicon.words import Words
from zongjie.model import Mention, Span, Value

_QUOTED = re.compile(r"“([^“”\n]{2,60})”")
# Where a list of quoted contents shares one tail: “新型混凝土外加剂”、常山生化的“多糖类药物”、… 工程技术研究中心.
_LINK = re.compile(r"”(?:[、和与及]|以及)[^“”。;；\n]{0,24}$")
# Titles conferred by quality, not places to go to: 被认定为“省级科普教育基地”.
_CONFERRED = re.compile(
    r"(?:通过|认定为|命名为|评为|授予|确定为|列为|称号为|荣获|获得|创建)[^。;；“”]{0,8}$|为(?:首批|第[^“”]{1,3}批)$"
)

# What follows is a title given to a platform or region: 被批准为第六批国家农业科技园区.
_AS = re.compile(r"(?:评|列|定|名|批准|予|选|确认|晋升|升格|升级)为(?:全国|国家级?|首批|[省市]级?)?$")
# A title of that kind which is the base's own name: 被批准为|国家火炬计划兴化戴南不锈钢制品产业基地.
_WITH_PLAN = re.compile("国家(?:火炬|星火)计划[\u4e00-\u9fff]{6}")
# A branch behind a name, or where it is.
_BRANCH = re.compile(
    r"[\u4e00-\u9fff]{2,5}?(?P<branch>分中心|分站|分园|分院|分基地)|[（(](?P<place>[\u4e00-\u9fff]{2,5})[）)]"
)
# Stations that are called after their head.
_CALLED_AFTER = ("院士", "专家", "博士", "教授")
_TURNS = re.compile("[省市县区家]级|[成为获建和与及]")
_PAUSES = ("", *"、，,。;；:：“（(的\n")


@dataclass(frozen=True, slots=True)
class _Found:
    span: Span
    rule: str
    owners: tuple[str, ...] = ()
    full: str | None = None


def find_platforms(analysis: Analysis, lexicon: Lexicon, rules: Rulebook, known: Sequence[Mention]) -> list[Mention]:
    """The platforms that the record names, with their owners where the text tells them (`attributes["owner"]`).

    Universities, institutes and hospitals are none; a general word with a count (示范基地6个) is none.
    """
    del rules
    words = lexicon.words
    places = sorted((m.span for m in known if m.kind == "place"), key=lambda s: (s.start, s.end))
    shorts = [span for span, _ in lexicon.gazetteer.scan(analysis.text)]
    shorts = [s for s in shorts if not any(s.within(place) for place in places)]
    reader = _Reader(analysis, lexicon, tuple(sorted({*places, *shorts}, key=lambda s: (s.start, s.end))))
    titles = [m.span for m in known if m.kind == "policy"]
    found = [*reader.quoted(), *reader.shared()]
    found += [f for f in reader.plain() if not any(f.span.overlaps(other.span) for other in found)]
    found += reader.short_forms(found)
    new = founded(analysis, reader.text, words, reader.places, known)
    new = [span for span in new if not any(span.overlaps(f.span) for f in found)]
    found += [_Found(span, "新建的院所", owners_before(reader.text, span.start, words)) for span in new]
    named = [one for one in found if not any(one.span.within(title) for title in titles)]
    return [_mention(analysis, one) for one in sorted(named, key=lambda f: f.span)]


@dataclass(frozen=True)
class _Reader:
    """Looks for platforms in one text."""

    analysis: Analysis
    lexicon: Lexicon
    places: tuple[Span, ...]

    @property
    def words(self) -> Words:
        return self.lexicon.words

    @cached_property
    def text(self) -> str:
        """The record's text, its quotation marks levelled."""
        return level_quotes(self.analysis.text)

    @cached_property
    def judge(self) -> Judge:
        """Who tells names from general words."""
        return Judge(self.text, self.words, self.places)

    def quoted(self) -> Iterator[_Found]:
        """Whole names between quotation marks: 建成“缙云麻鸭高效养殖科技示范基地”."""
        pattern = tail_pattern(all_tails(self.words))
        for match in _QUOTED.finditer(self.text):
            tail = _last(pattern, match[1])
            before = self.text[max(0, match.start() - 16) : match.start()]
            span = Span(*match.span(1))
            if tail is None and before.endswith(self.words["孵化平台尾"]) and len(match[1]) <= 12:
                yield _Found(span, "引号")  # 众创空间|“六尺空间”
            if tail is None or len(match[1]) > 40:
                continue
            conferred = bool(_CONFERRED.search(before))
            if conferred and not self.judge.content(span, tail):
                continue
            if self.judge.is_proper(span, tail, quoted=not conferred):
                yield _Found(
                    span,
                    "引号",
                    owners_before(self.text, match.start(1), self.words)
                    or owners_within(match[1], tail, self.judge.places_in(span), self.words),
                )

    def shared(self) -> Iterator[_Found]:
        """Quoted contents before one tail, each a platform of its own."""
        tails = tuple(
            {*self.words["研发平台尾"], *self.words["工作站尾"], *self.words["孵化平台尾"], *self.words["园区平台尾"]}
        )
        pattern = re.compile(rf"(?:{LEVEL.pattern})?(?P<tail>{tail_pattern(tails).pattern})")
        quotes = list(_QUOTED.finditer(self.text))
        for at, last in enumerate(quotes):
            tail = pattern.match(self.text, last.end())
            if tail is None or _last(pattern, last[1]) or self.judge.is_counted(tail.end()):
                continue
            yield self._of_list(last, tail["tail"], Span(last.start(), tail.end()))
            following = last
            for quote in reversed(quotes[:at]):
                if not _LINK.search(self.text[quote.start() : following.start()]):
                    break
                yield self._of_list(quote, tail["tail"], Span(*quote.span(1)))
                following = quote

    def _of_list(self, quote: re.Match[str], tail: str, span: Span) -> _Found:
        return _Found(span, "共尾", owners_before(self.text, quote.start(1), self.words), quote[1] + tail)

    def plain(self) -> Iterator[_Found]:
        """Names without marks: 恒岭机电院士工作站正式揭牌."""
        pattern = tail_pattern(all_tails(self.words))
        floor = 0
        matches = list(pattern.finditer(self.text))
        for match, follower in zip(matches, [*matches, None][1:], strict=True):
            start = name_start(self.analysis, Span(*match.span()), self.words, self.places, floor)
            start = self._person_before(match) if start == match.start() else start
            if follower and self._goes_on(start, match.end(), follower, floor):
                continue
            if self.text[start - 1 : start] == "“" and self.text[match.end() : match.end() + 1] == "”":
                continue  # judged as a quoted name
            if pattern.match(self.text, match.end()):  # 寿光软件园|科技企业孵化器
                continue
            span = Span(start, match.end())
            before = self.text[max(0, start - 8) : start]
            conferred = _AS.search(before) and not _WITH_PLAN.match(self.text, start)
            if start < match.start() and not conferred and self.judge.is_proper(span, match[0], quoted=False):
                floor = match.end()
                owners = owners_within(self.text[start : match.end()], match[0], self.judge.places_in(span), self.words)
                span = Span(start, self._branch_end(match.end()))
                yield _Found(span, "尾词", owners or owners_before(self.text, start, self.words))

    def _goes_on(self, start: int, end: int, follower: re.Match[str], floor: int) -> bool:
        """Whether the name that seems to end at `end` runs on to the next tail: 北辰科技园|总部基地孵化器."""
        if follower.start() - end > 8 or _TURNS.search(self.text, end, follower.start()):
            return False
        return name_start(self.analysis, Span(*follower.span()), self.words, self.places, floor) <= start < end

    def _person_before(self, tail: re.Match[str]) -> int:
        """Where the person's name begins that a station is called after: 、|王启航|院士工作站; else where the tail begins."""
        if tail[0].startswith(_CALLED_AFTER):
            for start in (tail.start() - 3, tail.start() - 2):
                if start >= 0 and self.text[start - 1 : start] in _PAUSES and self.text[start] in self.words["姓氏"]:
                    return start
        return tail.start()

    def _branch_end(self, end: int) -> int:
        """The end of the name with its branch or its place: 青海省枸杞工程技术研究中心德令哈分中心, 科创飞地(深圳)."""
        branch = _BRANCH.match(self.text, end)
        if branch is None:
            return end
        named = branch["branch"] or self.lexicon.gazetteer.named(branch["place"])
        return branch.end() if named else end

    def short_forms(self, found: Sequence[_Found]) -> list[_Found]:
        """Shorter forms of platforms that the text names in full: 育苗中心 beside 高效设施农业工厂化育苗服务中心."""
        names = sorted({self.text[f.span.start : f.span.end] for f in found}, key=lambda n: (-len(n), n))
        extra: list[_Found] = []
        for match in tail_pattern((*all_tails(self.words), "中心", "示范区")).finditer(self.text):
            start = name_start(self.analysis, Span(*match.span()), self.words, self.places)
            span = Span(start, match.end())
            name = self.text[start : match.end()]
            rest = self.judge.content(span, match[0])
            if not 4 <= len(name) <= 16 or start == match.start() or any(span.overlaps(f.span) for f in found):
                continue
            full = next((n for n in names if rest and len(n) > len(name) and _abbreviates(name, n)), None)
            if full:
                extra.append(_Found(span, "简称", (), full))
        return extra


def _last(pattern: re.Pattern[str], name: str) -> str | None:
    """The tail with which `name` ends."""
    for match in pattern.finditer(name):
        if match.end() == len(name) and match.start() > 0:
            return match[0]
    return None


def _abbreviates(short: str, full: str) -> bool:
    """Whether the characters of `short` stand in `full` in that order."""
    rest = iter(full)
    return all(character in rest for character in short)


def _mention(analysis: Analysis, found: _Found) -> Mention:
    attributes: dict[str, Value] = {}
    if found.owners:
        attributes["owner"] = found.owners
    if found.full:
        attributes["full"] = found.full
    if found.full and found.rule == "共尾":
        attributes["display"] = found.full
    text = analysis.text[found.span.start : found.span.end]
    return Mention(analysis.record.id, "platform", found.span.start, found.span.end, text, found.rule, attributes)
