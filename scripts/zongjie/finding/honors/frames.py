"""What the words around the name of an honour say: that it was won, that somebody hopes for it, or nothing of the kind."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from zongjie.finding.honors.names import Name
from zongjie.finding.honors.vocabulary import Vocabulary
from zongjie.model import Span

Told = Literal["won", "aimed", "given", "judged", "praised"]

# What makes a title one that is hoped for: 有望获得…, 入围…公示名单; and one that was missed: 未获….
_HOPED = re.compile(r"(?:有望|力争|争取|冲刺|冲击|角逐|竞逐|候选|拟|预计|确保|努力|早日|积极|力求)[^,，。;；]{0,6}$")
_MISSED = re.compile(r"(?:未能|未(?!来)|没有|没能|落选|无缘|不能|难以)[^,，。;；]{0,4}$")
# Leave to become one, no title yet: 获批|建设国家创新型城区.
_TO_BUILD = re.compile("批?(?:准|复|同意)?(?:开展|筹备|启动)?(?:建设|创建|筹建)(?!部)")
_PENDING = re.compile(r"[”）)]*(?:称号|荣誉|奖)?的?(?:拟|正在)?(?:公示|候选|提名(?!奖)|建议名单|推荐名单|初评|评审中)")
_AIM_BACKED = re.compile(r"[^,，。;；]{0,4}(?:为抓手|为契机|为载体|为目标|为龙头|工作)")
_PASSED = re.compile(
    "(?:的)?(?:国家|省|市|部|复核|年度)?(?:验收|考核|复核|复查|复评|复审|评审|审核|认定|检查|评估|命名|确认)"
)
_PRAISED = re.compile(r"”?(?:的)?(?:等)?(?:荣誉称号|光荣称号|称号|荣誉|奖牌|牌匾|奖章|殊荣)")
# 我局获得的荣誉有:…; 主要荣誉:…
_HEADED = re.compile("(?:荣誉|获奖情况|奖项|表彰|称号)(?:主要)?(?:有|包括|如下|情况)?[:：]$")
# What whoever wins shall be given: 对获|国家科技进步奖|的单位奖励100万元.
_WHOEVER = re.compile("(?:对|凡|对于|凡是|如|若)[^,，。;；]{0,8}$")
_AWARDED = re.compile(r"”?(?:获得者)?(?:[^,，。;；]{0,10}颁出|颁奖|颁发|授奖|授牌|颁牌)")
_AMONG = re.compile(r"[”]?(?:评选|评审|评比|评奖)?中[,，]")
_SUM = re.compile(
    r"[,，]?(?:各?奖金?|各?奖励|颁奖|人民币|每人|各)?[^,，。;；“”]{0,4}[0-9一二三四五六七八九十百]+[^,，。;；“”]{0,3}元[,，]?|[,，]?(?:分别|已|全部|均|首次)?"
)
_SINCE = re.compile("共|已|今年|全[市县区州省]|本年度")
_SO_MANY = re.compile("[0-9一二三四五六七八九十]+[项个名人]")
_RECIPIENT = re.compile(r"(?P<who>[^,，。;；:：“”、]{2,24}(?:、[^,，。;；:：“”、]{2,24}){0,6}(?:“[^“”\n]{2,40}”)?)")
_TAKEN = re.compile(
    r"(?:被|由|为)(?P<who>[^,，。;；:：]{2,60}?)(?:所)?(?:获得|获取|夺得|摘得|斩获|捧走|捧回|拿下|摘取|夺走|赢得|包揽|收入囊中|获)"
)
# 先进市4个|:南昌市、九江市, 优势企业2家|,即甲公司与乙公司.
_LISTED = re.compile(
    r"[,，]?(?:分别[是为]?|即|其中有|有|它们是)*[:：(（]?(?P<who>[^,，。;；:：“”（）()]{2,60})(?=[)）,，。;；]|$)"
)
_TO_COME = re.compile("培育|申报|推荐|组织|争取|力争|后备|引导|[拟报]")
_AMONG_THEM = re.compile(
    r"[,，](?:其中)?(?P<who>[^,，。;；:：]{2,80}?)(?:榜上有名|名列其中|上榜|入列|在列|获此殊荣|获此荣誉|获此称号)"
)


@dataclass(frozen=True, slots=True)
class Frame:
    """What is said of a name; `recipients` is the phrase behind it that names who got it."""

    told: Told
    recipients: Span | None = None


def frame_of(text: str, name: Name, stop: int, words: Vocabulary) -> Frame | None:
    """What the sentence, which ends at `stop`, says of a name by itself; None where it says nothing."""
    recipients = _recipients(text, name, stop, words)
    if name.verb is not None:
        told = _by_verb(text, name, words)
        if told is not None:
            return Frame(told, recipients)
        return None
    if recipients is not None:
        return Frame("given", recipients)
    if _HEADED.search(text, max(0, name.outer.start - 16), name.outer.start):
        return Frame("praised")
    if name.quoted and (_PRAISED.match(text, name.span.end) or _AWARDED.match(text, name.span.end + 1)):
        return Frame("praised")
    if name.head.sort == "prize" and _AWARDED.match(text, name.span.end):
        return Frame("judged")
    if name.head.sort == "prize" and (name.counted or _is_judged(text, name, words)):
        return Frame("judged")
    return None


def is_pending(text: str, name: Name) -> bool:
    """Whether the honour is still open: …公示名单."""
    return _PENDING.match(text, name.span.end) is not None


def is_backing(text: str, name: Name) -> bool:
    """Whether what is aimed at only backs something else: 以创建省级创新型试点县为抓手."""
    return _AIM_BACKED.match(text, name.span.end) is not None


def _by_verb(text: str, name: Name, words: Vocabulary) -> Told | None:
    verb = name.verb
    assert verb is not None
    before = max(0, verb.start() - 12)
    if verb.group() in words.short and name.head.sort != "grade" and not text[: name.span.end].endswith(("奖", "功")):
        return None
    if verb.group() not in words.won and verb.group() not in words.short:
        return "aimed"
    if _MISSED.search(text, max(0, verb.start() - 10), verb.start()):
        return None
    if text[name.outer.end : name.outer.end + 1] == "的" and _WHOEVER.search(text, before, verb.start()):
        return None
    if _TO_BUILD.match(text, verb.end()):
        return None
    if bool(_PASSED.match(text, name.span.end)) != verb.group().endswith("通过") and not name.quoted:
        return None
    if verb.group() == "推荐":
        return "aimed"
    return "aimed" if _HOPED.search(text, before, verb.start()) else "won"


def _recipients(text: str, name: Name, stop: int, words: Vocabulary) -> Span | None:
    """Who got it, behind the name: 头奖|给了|县农科所的“早籼稻选育”, 功勋奖,奖金20万元,|授予|田永禄."""
    at = name.outer.end
    if name.quoted and name.outer.end == name.span.end:
        at += 1
    lead = _SUM.match(text, at, stop)
    at = lead.end() if lead else at
    if taken := _TAKEN.match(text, at, stop) or _AMONG_THEM.match(text, name.outer.end, stop):
        return Span(*taken.span("who"))
    told = name.counted and not _TO_COME.search(text, max(0, name.span.start - 6), name.span.end)
    if told and text[at : at + 1] in tuple("，,:：即(（") and (listed := _LISTED.match(text, at, stop)):
        return Span(*listed.span("who"))
    given = words.given.match(text, at, stop)
    who = _RECIPIENT.match(text, given.end(), stop) if given else None
    if who is None or text[who.end() : who.end() + 1] == "“" or _PRAISED.match(text, who.end()):
        return None
    return Span(*who.span("who"))


def _is_judged(text: str, name: Name, words: Vocabulary) -> bool:
    """Whether the prize was awarded to so many: 评出州科学技术奖30项, 科技进步奖评了14项, 在省科学技术奖中."""
    if _AMONG.match(text, name.span.end):
        return True
    start = name.span.start
    before = any(hit.end() == start for hit in words.judging.finditer(text, max(0, start - 4), start))
    if before and name.counted:
        return True
    lead = _SINCE.match(text, name.span.end)
    hit = words.judging.match(text, lead.end() if lead else name.span.end)
    return hit is not None and _SO_MANY.match(text, hit.end()) is not None
