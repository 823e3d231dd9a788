"""Titles whose closing or opening mark was lost: “大樱桃避雨栽培技术研究项目被列入…; 承担的大樱桃栽培技术研究”项目."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

from zongjie.finding.analysis import Analysis
from zongjie.model import Span

_COMES_TO = r"(?:被|均|已|又|也|都|现|先后|成功|顺利)*(?:列入|列为|获得?国家|获得?省|获得?市|通过|入选|获批)"
_NO_CLOSING = re.compile(
    rf"[“《]([^“”《》\n。;；,，]{{4,60}}?)(?=[,，](?:已|现已|并|正)|[。;；]|项目|课题|等[0-9一二三四五六七八九十]+[个项]|{_COMES_TO}|[,，](?:被|均|已)*列[入为])"
)

_NO_OPENING = re.compile(
    r"(?:[的了，,。;；:：、]|承担|实施|申报|项目|课题|^)([^“”\n。;；,，::、的]{6,40}?)”(?=项目|课题|列入|列为|获|通过)"
)


def half_quoted(
    analysis: Analysis, tail: re.Pattern[str], other_tail: re.Pattern[str], ends: Container[int]
) -> Iterator[tuple[Span, str]]:
    """The titles and their rule: those that end like one (`tail`), and any longer one behind an owner, who ends at one of `ends`."""
    for pattern in (_NO_CLOSING, _NO_OPENING):
        for match in pattern.finditer(analysis.curly):
            span = Span(*match.span(1))
            inside = any(q.outer.start < span.end and span.start < q.outer.end for q in analysis.quotes)
            opening = span.start - 1
            owned = opening in ends or (analysis.text[opening - 1 : opening] == "的" and opening - 1 in ends)
            told = tail.search(match[1]) or (owned and len(match[1]) >= 6)
            if not inside and told and not other_tail.search(match[1]):
                yield span, "缺一半引号的题目"
