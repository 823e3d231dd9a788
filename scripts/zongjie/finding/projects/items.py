"""The projects of a list, one after the other: ——塔里木大学“…”,180万元; 1.题目(承担单位); 甲厂的乙、丙场的丁两项列为地区级.

A list goes on as long as what stands between its titles is what a list is made of: marks and numbers, who undertakes
them, money, how many of which level. With anything else it is over.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from zongjie.finding.programs.levels import rung_of
from zongjie.finding.projects.leads import CLASS, GLUE, LEVEL, NO_GLUE, NUMBER, Lead, number_of
from zongjie.finding.statements.masked import FILLER, OTHER_MARKS, PARTY_MARKS, PROGRAM_MARK
from zongjie.lexicon.words import Words, any_of
from zongjie.model import Span

_CLOSING = re.compile(rf"[”》」]?(?:项目|课题)?(?:[(（](?!{LEVEL})[^()（）“《「\n]{{1,40}}[)）])?")
# Behind a title up to the next one, what is told of it alone; a prize or another plan tells that it is no part of the list.
_ENDS = re.compile("[;；。\n“《「)）]")
_ON_OTHER_PLAN = re.compile(f"[{PROGRAM_MARK}]")
# What is said of an owner, no title of its own: 甲厂的|设备已安装, 乙公司的|3个项目.
_SAID = re.compile(
    "[获被已均将任]|入[选围]|中标|博士|教授|同志|通过|列[入为]|进展|完成|实现|取得|成立|投资|达到|签订|等$|[0-9一二三四五六七八九十]+[项个家]|资金|经费|情况|工作"
)
_PERSONS = (
    "研究员",
    "教授",
    "博士",
    "同志",
    "工程师",
    "院士",
    "专家",
    "主任",
    "局长",
    "厂长",
    "经理",
    "医师",
    "农艺师",
)
_WON = re.compile("奖(?![励补])")


@dataclass(frozen=True, slots=True)
class Item:
    """A title of a list with the level that the list tells of it."""

    title: Span
    level: str | None


@dataclass(frozen=True)
class Grammar:
    """What a list of projects is made of, as patterns over text with known names masked."""

    mark: re.Pattern[str]
    part: re.Pattern[str]
    entries: tuple[re.Pattern[str], ...]
    bare_entry: re.Pattern[str]
    money: re.Pattern[str]
    aside: re.Pattern[str]
    level_behind: re.Pattern[str]
    unlike: re.Pattern[str]
    not_behind: tuple[str, ...]
    tails: tuple[str, ...]
    other_tails: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _At:
    """Where the reader of a list stands.

    `left` is how many titles are still to come, None where nobody knows; `of_level` how many of them have the `level`
    that was told last. `style` is the mark before the entry (1. or ——), `asides` how many clauses were passed over.
    """

    at: int
    level: str | None
    left: int | None
    of_level: int | None = None
    style: str = ""
    asides: int = 0


def items(masked: str, lead: Lead, stop: int, grammar: Grammar, municipality: bool) -> list[Item]:
    """The projects that `lead` lists before the offset `stop`."""
    here: _At | None = _At(lead.span.end, lead.level, lead.count)
    found: list[Item] = []
    styles: set[str] = set()
    while here and here.at < stop:
        if behind := grammar.level_behind.match(masked, here.at, stop):
            found = _with_level(found, behind, municipality)
            here = replace(here, at=behind.end())
        elif here.left == 0:
            break
        elif title := _title(grammar, masked, here, stop, styles):
            styles.add(here.style)
            found.append(Item(title, here.level))
            here = _past(here, _end(masked, title), lead.level)
        else:
            here = _onward(grammar, masked, here, stop, bool(found), municipality)
    return found


def _title(grammar: Grammar, masked: str, here: _At, stop: int, styles: set[str]) -> Span | None:
    """The title of the entry that begins here, None where none begins."""
    mark = grammar.mark.match(masked, here.at, stop)
    if (styles and not _goes_with(here.style, styles)) or (mark and (mark["number"] or mark["ordinal"])):
        return None
    numbered = here.style and (here.left is not None or styles)
    for pattern in (*grammar.entries, grammar.bare_entry) if numbered else grammar.entries:
        found = pattern.match(masked, here.at, stop)
        if found and _is_entry(grammar, masked, here.at, found, stop, not styles):
            return Span(*found.span(found.lastgroup or 0))
    return None


def _goes_with(style: str, styles: set[str]) -> bool:
    """Whether an entry with the mark `style` goes on a list whose entries have `styles`; a dash may open the list: ——甲、乙."""
    return style in styles or all(not one.strip("—－-") for one in (style, *styles))


def _is_entry(grammar: Grammar, masked: str, start: int, found: re.Match[str], stop: int, first: bool) -> bool:
    """Whether what looks like a title is one: not 《…办法》, not “…”, which won a prize or stands on another plan."""
    kind = found.lastgroup or ""
    title = found[kind].removesuffix("项目").removesuffix("课题")
    if title.endswith(_PERSONS):
        return False
    if kind == "owned" and (_SAID.search(title) or title.endswith(grammar.other_tails)):
        return False
    if kind == "plain" and not title.endswith(grammar.tails):
        return False
    opening = masked[found.start(kind) - 1]
    if (opening == "《" or kind == "plain") and title.endswith(grammar.other_tails):
        return False
    if masked.startswith(grammar.not_behind, found.end(kind) + 1):
        return False
    end = _ENDS.search(masked, _end(masked, Span(*found.span(kind))), stop)
    behind = masked[found.end(kind) : end.start() if end else stop]
    if grammar.unlike.search(masked, start, found.start(kind)) or _ON_OTHER_PLAN.search(behind):
        return False
    return first or not _WON.search(behind)


def _end(masked: str, title: Span) -> int:
    """Where the words end that belong to the title: its closing mark, 项目."""
    found = _CLOSING.match(masked, title.end)
    return found.end() if found else title.end


def _past(here: _At, at: int, level: str | None) -> _At:
    """The place behind an entry: one title less to come; what was told of a part ends with its last title."""
    left = None if here.left is None else here.left - 1
    rest = None if here.of_level is None else here.of_level - 1
    return _At(at, level if rest == 0 else here.level, left, rest or None)


def _onward(grammar: Grammar, masked: str, here: _At, stop: int, begun: bool, municipality: bool) -> _At | None:
    """The place behind what may stand between two entries, None where the list is over."""
    if found := grammar.part.match(masked, here.at, stop):
        count = number_of(found["count"])
        level = rung_of(found["level"], municipality) if found["level"] else here.level
        left = max(here.left, count or 0) if here.left is not None else None
        return replace(here, at=found.end(), level=level, of_level=count, left=left, asides=0)
    if found := grammar.mark.match(masked, here.at, stop):
        if found["ends"] and begun and not here.left and not _goes_on(grammar, masked, found.end(), stop):
            return None
        return replace(here, at=found.end(), style=_style(found["number"]) if found["number"] else here.style)
    if found := grammar.money.match(masked, here.at, stop):
        return replace(here, at=found.end())
    found = grammar.aside.match(masked, here.at, stop)
    if found and here.left and here.asides < 2 and not grammar.unlike.search(found.group()):
        return replace(here, at=found.end(), asides=here.asides + 1)
    return None


def _goes_on(grammar: Grammar, masked: str, at: int, stop: int) -> bool:
    """Whether the words behind the end of a sentence or a line go on with the list: a number or a count of a level."""
    mark = grammar.mark.match(masked, at, stop)
    return bool(mark and (mark["number"] or mark["ordinal"])) or bool(grammar.part.match(masked, at, stop))


def _style(number: str) -> str:
    """The kind of number or mark, so that 二、 does not go on with 1.: 1. → 0."""
    return re.sub("[一二三四五六七八九十]+", "一", re.sub("[0-9]+|[①-⑳]", "0", number.strip()))


def _with_level(found: list[Item], behind: re.Match[str], municipality: bool) -> list[Item]:
    """The titles with the level told behind the last of them, as many as are counted: 甲、乙两项列为地区级."""
    several = min(number_of(behind["count"] or "一") or 1, len(found))
    level = rung_of(behind["level"], municipality)
    return [*found[: len(found) - several], *(replace(item, level=level) for item in found[-several:])]


@lru_cache(maxsize=4)
def grammar_of(words: Words) -> Grammar:
    """The grammar of lists with the word lists of `words`."""
    known = rf"[{PARTY_MARKS}]{FILLER}*(?:[(（][^()（）\n]{{1,24}}[)）])?"
    owner = rf"(?:{known}|[^{NO_GLUE}的]{{1,20}}?[司厂所院场社会局学校站心业部队团连县镇乡村市区州旗盟])"
    quoted = r"[“《「](?P<title>[^“”《》「」\n]{3,80})[”》」]"
    character = rf"(?:[^{NO_GLUE}的了\s]|的(?=研究|开发|研制|研发|应用|制备|推广|建设|示范|改造|选育|引进))"
    role = f"(?:{any_of(words['清单里单位做的事'])})*"
    comes_to = "(?:分别|先后|成功|也|又)*(?:获|列入|列为|得到|被列|被评|被批|已|均(?![匀衡质一])|通过|待批)"
    pause = rf"(?=[,，、;；。(（\s]|$|{comes_to}|(?:等)?{NUMBER}[项个]|[和与及]{owner}{GLUE}{{0,8}}?的)"
    rest = rf"(?=[,，、;；。(（\s]|$|(?:等)?{NUMBER}[项个]|[和与及]{owner}{GLUE}{{0,8}}?的)"
    number = r"[0-9]{1,2}[.、．)）](?![0-9])|[(（][0-9一二三四五六七八九十]{1,2}[)）]|[①-⑳]|[一二三四五六七八九十]{1,2}、|[—－\-·•●▪◆■*]+"
    ordinal = "[一二三四五六七八九十]{1,2}[是为]|(?:再|另)?一[个项][是为]|第[一二三四五][个项]?[,，是为]"
    link = (
        "其中|分别(?:[是为有]|用于|支持)?|即|主要[有是]?|包括|具体[是为]?|另有|还有|此外|另外|以及|和|与|及|[是为有]|"
        "重点(?:抓|支持|实施|推进|扶持|培育)[好了]*"
    )
    other = any_of(words["项目清单忌词"])
    return Grammar(
        mark=re.compile(
            rf"(?P<number>{number})|(?P<ordinal>{ordinal})|(?P<ends>[。\n])|[ \t\u3000,，、;；:：()（）]+|{link}"
        ),
        part=re.compile(
            rf"(?![再另]?一[项个][是为])(?P<level>{LEVEL})?{CLASS}{GLUE}{{0,6}}?(?P<count>{NUMBER})余?[项个](?:项目|课题)?(?=[:：,，(（是为])"
        ),
        entries=(
            re.compile(
                rf"(?:{owner}[^{NO_GLUE}的]{{0,8}}?{role}[、,，和与及]?){{0,2}}(?:{owner}(?:{role}[以凭]?|{GLUE}{{0,14}}?的))?{quoted}"
            ),
            re.compile(
                rf"{owner}(?:{GLUE}{{0,8}}?的|[:：])(?P<plain>(?:{character}|[{PARTY_MARKS}{FILLER}]){{4,45}}?){pause}"
            ),
            re.compile(rf"{owner}{role}的(?P<owned>{character}{{4,24}}?){rest}"),
            re.compile(rf"{known}(?P<plain>{character}{{6,45}}?){pause}"),
            re.compile(rf"(?P<title>{character}{{4,40}})(?=[(（][^()（）\n]*?{owner}[^()（）\n]*[)）])"),
        ),
        bare_entry=re.compile(rf"(?P<plain>{character}{{6,45}}?){pause}"),
        money=re.compile(rf"{GLUE}{{0,14}}?[0-9一二三四五六七八九十百千][0-9.余多 ]*[千万亿]*元{GLUE}{{0,6}}"),
        aside=re.compile(rf"{GLUE}{{2,30}}[,，;；:：]"),
        level_behind=re.compile(
            rf"(?:[(（]|(?:等)?(?P<count>{NUMBER})[项个](?:项目)?(?:均|都|被|也)*(?:列为|列入|属于?|批准为|[是为]))(?P<level>{LEVEL})[)）]?"
        ),
        unlike=re.compile(rf"[{OTHER_MARKS}]|{other}"),
        not_behind=words["项目清单忌尾"],
        tails=words["项目尾词"],
        other_tails=words["非项目尾词"],
    )
