"""Whose a platform is, read once all names are known: 组建了“…”(牵头单位:兖工智装), …研究中心落户九州模塑."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from zongjie.finding.analysis import Analysis
from zongjie.finding.statements.intended import is_intended
from zongjie.finding.statements.masked import PARTIES, Masked, mask_names, outermost
from zongjie.finding.statements.owners import owners_told
from zongjie.lexicon.words import Words, any_of
from zongjie.model import Mention, Value

# An owner that is no firm and no institution: 县科技信息中心, 市地震局.
_ORGAN = re.compile(r"(?:局|委员会|科委|管委会|政府|协会|学会|联合会|中心|办公室|服务站|推广站|供销社)$")
_PAUSE = re.compile("[,，。;；:：\n]")


def with_owners(analysis: Analysis, words: Words, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The mentions, each platform with the owners that the text tells (`attributes["owner"]`): known names or organs.

    What the finder of platforms took for an owner but nothing else knows (我们为工业园区申报“…”) is dropped. A platform that
    the text only means to set up (正在筹建) is marked as a target. Added are those that only their owner tells apart.
    """
    told = owners_told(analysis, _masked(analysis, mentions))
    names = {m.text for m in mentions if m.kind in (*PARTIES, "place")}
    owned = [
        _intended(analysis, _owned(m, told.get(m.span, ()), names)) if m.kind == "platform" else m for m in mentions
    ]
    return tuple(sorted([*owned, *_nameless(analysis, words, mentions)], key=_place))


def _masked(analysis: Analysis, mentions: Sequence[Mention]) -> Masked:
    opened = [m.span for m in mentions if m.kind == "platform"]  # the event …研究中心”揭牌 must not hide the centre
    hiding = {m for m in mentions if m.kind == "event" and any(span.within(m.span) for span in opened)}
    return mask_names(analysis.text, outermost([m for m in mentions if m not in hiding]))


def _nameless(analysis: Analysis, words: Words, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Platforms without a name of their own whose owner the text tells: 怡源矿安的|博士后创新实践基地, 甲公司建成|省级企业技术中心."""
    taken = [m.span for m in mentions if m.kind not in (*PARTIES, "place", "event")]
    record = analysis.record.id
    others = [m.span for m in mentions if m.kind == "platform"]  # 某中心获批|省级新型研发机构
    found = [
        Mention(record, "platform", *match.span(), match[0], "企业的平台")
        for match in _without_name(words["企业的平台"]).finditer(analysis.text)
        if not any(span.start < match.end() and match.start() < span.end for span in taken)
    ]
    told = owners_told(analysis, _masked(analysis, sorted([*mentions, *found], key=_place))) if found else {}
    for platform in found:
        owners = told.get(platform.span, ())
        named = any(s.end <= platform.start and not _PAUSE.search(analysis.text, s.end, platform.start) for s in others)
        if owners and not named and not is_intended(analysis.text, analysis.sentence_at(platform.start), platform.span):
            name = f"{'、'.join(owners)}的{platform.text}"
            yield replace(platform, attributes={"owner": owners, "entity": name, "display": name})


def _place(mention: Mention) -> tuple[int, int]:
    return mention.start, -mention.end


@lru_cache(maxsize=2)
def _without_name(tails: tuple[str, ...]) -> re.Pattern[str]:
    """A level and what the platform is, behind a word that leads up to it and with no count or further word behind it."""
    return re.compile(
        rf"(?<=[的了立建成为有设批得评挂、“])(?:国家级?|省级?|市级?|自治区级?|县级|区级)?(?:重点)?(?:{any_of(tails)})"
        r"(?![0-9一二两三四五六七八九十]+[个家处]|等|建设|培育|申报|专家|行列|总?数|资格|[\u4e00-\u9fff]{0,2}(?:中心|基地|站))"
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
