"""Whose a platform is, read once all names are known: 组建了“…”(牵头单位:兖工智装), …研究中心落户九州模塑."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from zongjie.finding.analysis import Analysis
from zongjie.finding.statements.intended import is_intended
from zongjie.finding.statements.masked import PARTIES, mask_names, outermost
from zongjie.finding.statements.owners import owners_told
from zongjie.lexicon.words import Words, any_of
from zongjie.model import Mention, Value

# An owner that is no firm and no institution: 县科技信息中心, 市地震局.
_ORGAN = re.compile(r"(?:局|委员会|科委|管委会|政府|协会|学会|联合会|中心|办公室|服务站|推广站|供销社)$")


def with_owners(analysis: Analysis, words: Words, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The mentions, each platform with the owners that the text tells (`attributes["owner"]`): known names or organs.

    What the finder of platforms took for an owner but nothing else knows (我们为工业园区申报“…”) is dropped. A platform that
    the text only means to set up (正在筹建) is marked as a target.
    """
    opened = [m.span for m in mentions if m.kind == "platform"]  # the event …研究中心”揭牌 must not hide the centre
    hiding = {m for m in mentions if m.kind == "event" and any(span.within(m.span) for span in opened)}
    masked = mask_names(analysis.text, outermost([m for m in mentions if m not in hiding]))
    told = owners_told(analysis, masked)
    names = {m.text for m in mentions if m.kind in (*PARTIES, "place")}
    owned = [
        _intended(analysis, _owned(m, told.get(m.span, ()), names)) if m.kind == "platform" else m for m in mentions
    ]
    taken = [m.span for m in mentions if m.kind not in (*PARTIES, "place")]
    stations = [m for m in _stations(analysis, words, mentions) if not any(m.span.overlaps(span) for span in taken)]
    return tuple(sorted([*owned, *stations], key=lambda m: (m.start, -m.end)))


def _stations(analysis: Analysis, words: Words, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """A firm's station that has no name but its own: 怡源矿安的博士后创新实践基地."""
    pattern = _of_firm(words["企业的平台"])
    for firm in mentions:
        match = pattern.match(analysis.text, firm.end) if firm.kind == "enterprise" else None
        if match:
            text = analysis.text[firm.start : match.end()]
            owner: dict[str, Value] = {"owner": (firm.text,)}
            yield Mention(firm.record, "platform", firm.start, match.end(), text, "企业的平台", owner)


@lru_cache(maxsize=2)
def _of_firm(tails: tuple[str, ...]) -> re.Pattern[str]:
    every = any_of(tails)
    return re.compile(
        rf"的(?:国家级|省级|市级|自治区级|县级|国家|省|市)?(?:{every})(?![0-9一二两三四五六七八九十]+[个家处]|等)"
    )


def _intended(analysis: Analysis, platform: Mention) -> Mention:
    if not is_intended(analysis.text, analysis.sentence_at(platform.start), platform.span):
        return platform
    return replace(platform, attributes={**platform.attributes, "target": True})


def _owned(platform: Mention, told: tuple[str, ...], names: set[str]) -> Mention:
    before = platform.attributes.get("owner")
    kept = tuple(n for n in before if n in names or _ORGAN.search(n)) if isinstance(before, tuple) else ()
    owners = tuple(dict.fromkeys((*kept, *told)))
    rest: dict[str, Value] = {key: value for key, value in platform.attributes.items() if key != "owner"}
    return replace(platform, attributes={**rest, "owner": owners} if owners else rest)
