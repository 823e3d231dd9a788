"""Where the names of honours end: at a prize with its grade, at a title, at a qualification of firms."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from zongjie.finding.honors.vocabulary import Vocabulary
from zongjie.lexicon.wordset import Hit
from zongjie.model import Span

Sort = Literal["prize", "grade", "title", "firm"]

_FIELD = 12  # between praise and bearer: 先进|民营科技|企业
_NO_FIELD = re.compile(r"[^\u4e00-\u9fff]|[的了被为是获与及]")
# Of whom a title is: 先进县（市）; what a prize is for: 科技进步奖（技术开发类）二等奖.
_OF_WHOM = re.compile(r"[（(][市县区旗州、]{1,5}[)）]")
_CATEGORY = re.compile(r"[（(][^（）()\n]{1,14}[)）]")
_QUOTED = re.compile("“[^“”\n,，。;；]{3,30}”")
_CALLED = re.compile(
    f"(?:{_QUOTED.pattern}[、和及与]?)+(?:等)?(?:[0-9一二两三四五六七八九十]+[项个])?(?:荣誉|光荣)?称号"
)
_BOTH = re.compile(r"(?:特等?|[一二三])、$")


@dataclass(frozen=True, slots=True)
class Head:
    """The last words of a name, with grade and brackets: 科技进步|二等奖, 科技进步|先进县（市）."""

    start: int
    end: int
    sort: Sort


def heads(text: str, span: Span, words: Vocabulary) -> list[Head]:
    """The heads in `text[span]`, each the longest that can be read there, in reading order."""
    found = sorted((*_begun(text, span, words), *_called(text, span)), key=_place)
    joined: list[Head] = []
    for head in found:
        head = _with_category(text, head, span.end)
        if joined and head.start <= joined[-1].end:
            joined[-1] = _union(joined[-1], head)
        elif joined and (between := _CATEGORY.fullmatch(text, joined[-1].end, head.start)) and head.sort == "grade":
            joined[-1] = replace(joined[-1], end=head.end, sort="prize") if between else head
        else:
            joined.append(_with_lower_grade(text, head))
    return [head for head in joined if not words.after.match(text, head.end, span.end)]


def _place(head: Head) -> tuple[int, int]:
    return head.start, -head.end


def _begun(text: str, span: Span, words: Vocabulary) -> Iterator[Head]:
    """The heads that begin with a listed word, a word of praise or 奖."""
    listed = span.start
    for start in words.starts.finditer(text, span.start, span.end):
        at = start.start()
        if at >= listed and (hit := words.tails.match(text, at, span.end)):
            listed = hit.end()
            yield Head(at, hit.end(), _sort(hit, words))
        if text[at] == "奖":
            yield from _prize(text, at, words)
        elif praise := words.praise.match(text, at, span.end):
            yield from _praised(text, praise, span.end, words)


def _sort(hit: Hit, words: Vocabulary) -> Sort:
    grade = words.grades.match(hit.word)
    if grade and grade.end() == len(hit.word):
        return "grade"
    if hit.word in words.firms:
        return "firm"
    return "prize" if hit.word.endswith("奖") else "title"


def _prize(text: str, at: int, words: Vocabulary) -> Iterator[Head]:
    """奖 at the end of a name: 何梁何利|奖; not 奖金, 颁奖."""
    if not words.after_prize.match(text, at + 1) and text[at - 1 : at] not in words.before_prize:
        yield Head(at, at + 1, "prize")


def _praised(text: str, praise: Hit, stop: int, words: Vocabulary) -> Iterator[Head]:
    """A word of praise, a field and who bears the title: 先进民营科技企业, 示范生产力促进中心."""
    if text[praise.end() : praise.end() + 1] in words.close:
        yield Head(praise.start(), praise.end() + 1, "title")
    for at in range(praise.end(), min(praise.end() + _FIELD, stop)):
        bearer = words.bearers.match(text, at, stop)
        while bearer and (longer := words.bearers.match(text, bearer.end(), stop)):  # 青年|专家
            bearer = longer
        if bearer:
            sort: Sort = "firm" if text[praise.start() : bearer.end()] in words.firms else "title"
            yield Head(praise.start(), bearer.end(), sort)
        if bearer or _NO_FIELD.match(text, at):
            return


def _called(text: str, span: Span) -> Iterator[Head]:
    """Whatever is called a title: “感动龙江人物”称号, “甲”、“乙”等荣誉称号."""
    if text.find("称号", span.start, span.end) < 0:
        return
    for called in _CALLED.finditer(text, span.start, span.end):
        for quote in _QUOTED.finditer(text, *called.span()):
            yield Head(quote.end() - 2, quote.end() - 1, "title")


def _with_category(text: str, head: Head, stop: int) -> Head:
    of_whom = _OF_WHOM.match(text, head.end, stop) if head.sort == "title" else None
    return replace(head, end=of_whom.end()) if of_whom else head


def _with_lower_grade(text: str, head: Head) -> Head:
    """The head with the higher grade that shares its last word: 一、|二等奖."""
    while both := _BOTH.search(text, max(0, head.start - 3), head.start):
        head = replace(head, start=both.start())
    return head


def _union(one: Head, other: Head) -> Head:
    """Two heads that overlap or meet as one: 专利奖|金奖, 示范县 in 国家级|示范县."""
    if other.end <= one.end:
        return one
    sort = other.sort
    if other.sort == "grade" and one.sort == "prize":
        sort = "prize"
    return Head(one.start, other.end, sort)
