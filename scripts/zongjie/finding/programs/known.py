"""Programs that the lexicon knows, wherever the text names them: 国家“863”、973计划, 星火、火炬计划各1项."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from zongjie.lexicon.programs import ProgramEntry
from zongjie.lexicon.wordset import WordSet
from zongjie.model import Span

_QUOTES = "“”\"'‘’「」『』"
_AND = "、和与及"
# What may stand behind a known name and belongs to it: 国家粮食丰产科技工程重大科技专项, 省重点研发计划(重大科技创新工程),
# 国家重点研发计划“先进轨道交通”重点专项, 省自然科学基金联合基金.
_MORE = re.compile(
    r"(?<=战略)(?:推进|实施)(?:工程|计划)|重大科技专项|科技专项|专项行动计划|专项计划|行动计划|专项行动|专项资金|专项"
    r"|(?<=基金)(?:联合|青年)基金|(?<=计划)\([^()\n]{2,12}(?:工程|专项|计划|行动|类)\)"
    r"|(?<=研发计划)[^、,，。;；:：()\n和与及的获列]{2,20}?重[点大]专项"
)
# What stands behind a stem: 星火计划, 国家863项目, 火炬计划.
# In texts spun from synonyms 计划项目 has become 方案工程.
_STEM_TAIL = re.compile(r"(?:科技)?(?:重点|重大|一般)?(?:计划|专项|方案(?=工程|项目)|工程|项目|课题)")
# ８６３计划 is 863计划, and all pauses are alike.
_ALIKE = {**{code: code - 0xFEE0 for code in range(0xFF10, 0xFF5B)}, **str.maketrans(",，（）", "、、()")}
# All but quotation marks and blanks.
_KEPT = re.compile(rf"(?:[^\s{_QUOTES}]|\n)+")

# 星火、火炬等计划, 燎原、丰收、星火三大计划: the tail comes after the list.
_AND_SO_ON = re.compile(r"(?:等|[两二三四五六][大个项])[^、，。；,;]{0,6}?(?:计划|专项|项目|基金)")
# A count of projects, and the level before a stem that has one: 国家|火炬|2项.
_NUMBER = re.compile("(?:立项|获批)?[0-9一二三四五六七八九十]+[项个]")
_LEVELLED = re.compile("(?:国家|[省市部])级?$")
# The same where the sentence pauses behind it or a part of the plan follows: “…”,省农业科技攻关,20万元; 承担国家“七五”攻关|专题.
_ENDED = re.compile(r"[、,。;:()\n]|专题|子课题|任务|\Z")
_ON_LEVEL = re.compile(
    r"(?:^|[,。;:、()\n0-9]|列[入为]|纳入|属于?|获[得批]?|入选|承担的?|进行的|争取)(?:[六七八九十][一二三四]?五)?(?:(?:国家|省部?|[市州]|自治区|兵团|地区)级?)"
    r"(?:(?:[六七八九]|十[一二三四]?)五(?:期间|时期)?)?(?:农业|工业|社会发展|重点|高新技术)?\Z"
)
# What joins a stem to the next one of its list: 星火、|火炬计划, 国家级星火、省级|火炬计划, “燎原”|“丰收”计划.
_LINK = re.compile(r"[、和与及]?(?:(?:国家|省|部|市|县|区|自治区)级?)?(?:[六七八九十][一二三四]?五)?")


@dataclass(frozen=True, slots=True)
class KnownProgram:
    """A stretch of text that names `entry`, without the words for its level."""

    span: Span
    entry: ProgramEntry


@dataclass(frozen=True)
class _Index:
    """The lexicon as words of folded text; `owners` gives the entry of each folded form."""

    forms: WordSet
    stems: WordSet
    owners: Mapping[str, ProgramEntry]
    quoted: frozenset[str]


@dataclass(frozen=True)
class _Folded:
    """A text without blanks and quotation marks, in lower case, its pauses alike; `at` leads back."""

    text: str
    at: tuple[int, ...]
    original: str

    def span(self, start: int, end: int) -> Span:
        """The stretch of the original, widened by one where it would hold half a pair of quotation marks."""
        first, last = self.at[start], self.at[end - 1] + 1
        inside = self.original[first:last]
        if inside.count("”") > inside.count("“") and self.original[first - 1 : first] == "“":
            first -= 1
        elif inside.count("“") > inside.count("”") and self.original[last : last + 1] == "”":
            last += 1
        return Span(first, last)

    def is_quoted(self, start: int, end: int) -> bool:
        """Whether quotation marks enclose the stretch."""
        first, last = self.at[start], self.at[end - 1] + 1
        return self.original[first - 1 : first] in tuple(_QUOTES) and self.original[last : last + 1] in tuple(_QUOTES)


def known_programs(text: str, entries: tuple[ProgramEntry, ...]) -> list[KnownProgram]:
    """The programs of the lexicon that `text` names, in order, none inside another."""
    index, folded = _index(entries), _fold(text)
    found = [*_whole(folded, index), *_by_stem(folded, index)]
    return _longest(found)


def _whole(folded: _Folded, index: _Index) -> Iterator[KnownProgram]:
    for hit in index.forms.finditer(folded.text):
        start, end = hit.start(), hit.end()
        if folded.text.startswith("贷款", end - 1):  # 科技|贷款 is no 科技贷
            continue
        if hit.word in index.quoted and not folded.is_quoted(start, end):
            continue
        if hit.word[0].isdecimal() and folded.text[max(0, start - 1) : start].isdecimal():  # 20|03专项
            continue
        if more := _MORE.match(folded.text, end):
            end = more.end()
        yield KnownProgram(folded.span(start, end), index.owners[hit.word])


def _by_stem(folded: _Folded, index: _Index) -> Iterator[KnownProgram]:
    """Stems with a tail (星火项目), and stems that share the tail of what follows (863、973计划)."""
    shared: set[int] = set()
    for hit in reversed(tuple(index.stems.finditer(folded.text))):
        start, end = hit.start(), hit.end()
        if folded.text[max(0, start - 1) : start].isdecimal():
            continue
        tail = _STEM_TAIL.match(folded.text, end)
        if tail or _shares_tail(folded.text, start, end, index, shared):
            shared.add(start)
            yield KnownProgram(folded.span(start, tail.end() if tail else end), index.owners[hit.word])


def _shares_tail(text: str, start: int, end: int, index: _Index, shared: Collection[int]) -> bool:
    """Whether the stem from `start` to `end` has the tail of what follows, or needs none: 国家火炬2项.

    `shared` is where stems begin that have one.
    """
    if _AND_SO_ON.match(text, end) or (_NUMBER.match(text, end) and _LEVELLED.search(text, max(0, start - 3), start)):
        return True
    if _ends_on_level(text, start, end):
        return True
    link = _LINK.match(text, end)
    at = link.end() if link else end
    return at in shared or (text[end : end + 1] in tuple(_AND) and index.forms.match(text, at) is not None)


def _ends_on_level(text: str, start: int, end: int) -> bool:
    """Whether a level and a pause, or a count, alone enclose the stem: “…”,国家星火,300万元; 省农业攻关2项. 国家重点新产品 is a title of honour."""
    told = (_ENDED.match(text, end) or _NUMBER.match(text, end)) and _ON_LEVEL.search(text, max(0, start - 16), start)
    return bool(told) and not text.startswith("新产品", end - 3)


def _longest(found: Sequence[KnownProgram]) -> list[KnownProgram]:
    kept: list[KnownProgram] = []
    for one in sorted(found, key=lambda k: (-(k.span.end - k.span.start), k.span.start)):
        if not any(one.span.overlaps(other.span) for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda k: k.span.start)


@lru_cache(maxsize=4)
def _index(entries: tuple[ProgramEntry, ...]) -> _Index:
    owners: dict[str, ProgramEntry] = {}
    quoted: set[str] = set()
    forms: set[str] = set()
    stems: set[str] = set()
    for entry in entries:
        for form in entry.forms:
            folded = _fold(form).text
            owners.setdefault(folded, entry)
            forms.add(folded)
            if re.fullmatch("“[^“”]*”", form):
                quoted.add(folded)
        for stem in entry.stems:
            owners.setdefault(_fold(stem).text, entry)
            stems.add(_fold(stem).text)
    return _Index(
        forms=WordSet(forms),
        stems=WordSet(stems),
        owners=owners,
        quoted=frozenset(quoted),
    )


def _fold(text: str) -> _Folded:
    kept: list[str] = []
    at: list[int] = []
    for run in _KEPT.finditer(text):
        kept.append(run.group())
        at += range(run.start(), run.end())
    whole = "".join(kept)
    lower = whole.lower()  # which is longer for a few characters
    return _Folded((lower if len(lower) == len(whole) else whole).translate(_ALIKE), tuple(at), text)
