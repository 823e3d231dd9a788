"""Qualifications with the firms that have them listed behind: 新认定国家重点扶持高新技术企业4家（…、…）."""

from __future__ import annotations

import re
from collections.abc import Iterator

from zongjie.finding.honors.vocabulary import Vocabulary
from zongjie.finding.honors.winners import Winners
from zongjie.model import Span

_NEWLY = re.compile(r"(?:新?认定|新增|复审通过|通过复审|新培育|获批|通过)(?:了|的)?(?:[0-9]+[家户个])?“?")
_LISTED = re.compile(r"”?[0-9一二三四五六七八九十]*[家户个]?[,，]?(?:分别是|分别为|即|有)?[(（:：]([^()（）。]{4,200})")
_NAME = re.compile(r"[^,，。;；:：、“”《》()（）\n被获0-9]{0,20}$")


def qualified(text: str, words: Vocabulary, winners: Winners) -> Iterator[tuple[Span, tuple[str, ...]]]:
    """The qualifications and the firms in brackets or behind a colon."""
    for verb in _NEWLY.finditer(text):
        for hit in words.tails.finditer(text, verb.end(), verb.end() + 32):
            if hit.group() in words.firms and _NAME.match(text, verb.end(), hit.start()):
                listed = _LISTED.match(text, hit.end())
                if listed and (firms := winners.within(Span(*listed.span(1)))):
                    yield Span(verb.end(), hit.end()), firms
                break
