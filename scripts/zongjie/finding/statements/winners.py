"""Who stands beside an honour as its winner: X的“P”获|H, H|(完成单位:X、Y), H|,X为第一完成单位.

By default the nearest party before an honour won it where a verb of winning joins the two, and the nearest behind it where
brackets or words such as 完成单位 lead to it. What the finder of honours read itself stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from zongjie.finding.analysis import Analysis
from zongjie.finding.engine.language import mask
from zongjie.finding.statements.masked import ALL_MARKS, FILLER, PARTIES, Masked, Run, mask_names, outermost
from zongjie.lexicon.words import Words
from zongjie.model import Mention, Span

_PAUSE = re.compile("[,，:：]")
_TITLE = mask("--", [(Span(0, 1), "project")])[0]  # the mark of a project's title
_OTHER = re.compile(f"[{ALL_MARKS.replace(_TITLE, '').replace(FILLER, '')}]")
_WON = re.compile("[获荣夺摘捧膺授评]|拿下|拿到|入选|成为|认定|命名|确定为|列[为入]|表彰|跻身|通过|入围|晋升")
# What between the two says that another won it, or nobody did.
_OF_OTHER = re.compile(
    "专家|教授|学生|同学|选手|老师|教师|职工|同志|[厂经总]长|经理|主任|书记|院士|博士|研究员|[我本][省市县区州局]|申报|推荐|参加|举办|主办|组织的|未能|没有|未[获被]|争取|争创|力争|落选|在|奖励|资助|补助"
)
_UNIT = (
    "(?:第[一二三四五]|主要|项目|独立|牵头|参与|共同)*(?:完成|承担|获奖|申报|研制|主持|牵头|参与|获得)(?:单位|者|企业)"
)
_LINK = re.compile(
    rf"(?:{_UNIT}(?:分别)?[为是有:：]*|(?:专利权人|得主|获得者|获奖者)[为是:：]|(?P<by>由))(?:该公司[与和]|(?:[^,，。;；:：、()（）]{{2,16}}、)+)?$"
)
_DONE = re.compile("[^,，。;；的]{0,8}(?:完成|研制|承担|研发|主持|申报|获得|夺得|摘得|捧得)(?!的)")
_IS_UNIT = re.compile(f"[为是]?{_UNIT}")
# H|为“P”(|X), H|2项,即|X的“P”.
_NAMED = re.compile(f"(?:[,，]?[即为是:：]+)?(?:“[^“”]*”|[{ALL_MARKS}]|为)*[（(]")
_THAT_IS = re.compile("(?:[0-9一二两三四五六七八九十]+[项个家名])?[,，]?(?:分别)?[即为是:：]+")
_AND = re.compile("[、和与及]$")
_LEADS_ON = re.compile(rf"[（(]?{_UNIT}")
_OURS = re.compile("[我全][市县区旗州盟]")
_MADE = re.compile(f"的|“|{_TITLE}")


def with_winners(analysis: Analysis, words: Words, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The mentions, each honour that was won with the parties that the sentence names where its finder read nobody.

    我市, 我县 become the place itself where the text names it.
    """
    wanting = {m.span for m in mentions if m.kind == "honor" and _wants(m, words)}
    told: dict[Span, tuple[str, ...]] = {}
    if wanting:
        told.update(
            _told(analysis, mask_names(analysis.text, outermost([m for m in mentions if m.kind != "event"])), wanting)
        )
    places = {m.text for m in mentions if m.kind == "place"}
    home = [name for name in (analysis.record.region.county, analysis.record.region.city) if name in places]
    return tuple(_won(m, told.get(m.span, ()), home) if m.kind == "honor" else m for m in mentions)


def _won(honor: Mention, told: tuple[str, ...], home: Sequence[str | None]) -> Mention:
    before = honor.attributes.get("winner")
    winners = before if isinstance(before, tuple) else told
    named = tuple(next((p for p in home if p and _OURS.fullmatch(w) and p[-1] == w[-1]), w) for w in winners)
    return replace(honor, attributes={**honor.attributes, "winner": named}) if named != before and named else honor


def _wants(honor: Mention, words: Words) -> bool:
    """Whether a party can have won the honour and none is known: no party is a 先进工作者."""
    told = honor.attributes.get("winner") or honor.attributes.get("status") == "aimed"
    return not told and not (honor.text.endswith(words["个人称号尾"]) and not honor.text.endswith("奖"))


def _told(analysis: Analysis, masked: Masked, wanting: set[Span]) -> Iterator[tuple[Span, tuple[str, ...]]]:
    """The spans of the `wanting` honours with the names of their winners."""
    runs = sorted(masked.runs.values(), key=lambda run: run.span.start)
    for at, run in enumerate(runs):
        if run.mentions[0].kind != "honor":
            continue
        sentence = analysis.sentence_at(run.span.start)
        before = [r for r in runs[max(0, at - 8) : at] if r.span.start >= sentence.start]
        behind = [r for r in runs[at + 1 : at + 8] if r.span.end <= _stop(analysis, sentence)]
        found = _before(masked.text, before, run) or _behind(masked.text, run, behind)
        for honor in run.mentions:
            if found and honor.span in wanting:
                yield honor.span, tuple(dict.fromkeys(m.text for m in found))


def _stop(analysis: Analysis, sentence: Span) -> int:
    """Where the sentence ends, with the next one where that only tells who did it: 获H。完成单位:X."""
    follower = analysis.sentence_at(sentence.end)
    return follower.end if _LEADS_ON.match(analysis.text, follower.start) else sentence.end


def _before(text: str, runs: Sequence[Run], honor: Run) -> Sequence[Mention]:
    """The winners before the honour: 甲公司的“P”获|H."""
    party = next((n for n in range(len(runs) - 1, -1, -1) if runs[n].mentions[0].kind in PARTIES), None)
    if party is None or any(run.mentions[0].kind == "honor" for run in runs[party:]):
        return ()
    winner = runs[party]
    gap = text[winner.span.end : honor.span.start]
    if _PAUSE.search(gap) or _OTHER.search(gap) or not _WON.search(gap) or _OF_OTHER.search(gap):
        return ()
    if "分别" in gap or (len(honor.mentions) > 1 and text[winner.span.start - 1 : winner.span.start] == "、"):
        return ()  # who has won which cannot be told
    return winner.mentions


def _behind(text: str, honor: Run, runs: Sequence[Run]) -> list[Mention]:
    """The winners behind the honour: H|(甲公司、某大学), H|,完成单位为甲公司, H|2项,即甲公司的“P”和乙公司的“Q”."""
    runs = [run for run in runs if run.mentions[0].kind in (*PARTIES, "honor", "project")]
    parties = [run for run in runs if run.mentions[0].kind in PARTIES]
    if not parties or any(run.mentions[0].kind == "honor" and run.span < parties[0].span for run in runs):
        return []
    first = parties[0]
    lead = text[honor.span.end : first.span.start].lstrip("”")
    if _THAT_IS.fullmatch(lead):
        return _each_made(text, parties)
    link = _LINK.search(lead, max(lead.rfind(","), lead.rfind("，")) + 1)
    by = link is not None and (not link["by"] or _DONE.match(text, first.span.end))
    if _NAMED.fullmatch(lead) or by or _IS_UNIT.match(text, first.span.end):
        return list(first.mentions)
    return []


def _each_made(text: str, parties: Sequence[Run]) -> list[Mention]:
    """The parties of a list with what each has made: 甲公司的“P”和乙公司的“Q”."""
    found: list[Mention] = []
    for n, party in enumerate(parties):
        if not _MADE.match(text, party.span.end):
            break
        if n and not _AND.search(text, parties[n - 1].span.end, party.span.start):
            break
        found += party.mentions
    return found
