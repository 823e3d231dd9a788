"""Names of honours in a sentence: from the verb, mark or list before a head to its end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from zongjie.finding.honors.heads import Head, heads
from zongjie.finding.honors.vocabulary import Vocabulary
from zongjie.lexicon.wordset import Hit
from zongjie.model import Span

_LONGEST = 40
_STOPS = frozenset(",，。;；:：、！!？?\n《》“（( \u3000")
_CLAUSE_STOPS = frozenset(",，。;；:：！!？?\n")
_PAIRS = {"”": "“", "）": "（", ")": "("}
# What may stand between a verb and the first name: 评为|第四批“…”, 获得了|…, 获批|建设….
_LEAD = re.compile(
    r"(?:了|过|得|到|的|为|成为|列入|进入|列为|建成|第[0-9一二三四五六七八九十]{1,3}批次?|首批|全[省市县国区州]唯一的?|年度|以下|各类|奖励|嘉奖|表彰|\s"
    r"|[0-9一二三四五六七八九十]+[个项次名](?!等奖))*"
)
# 表彰了|蔡日升等10名|优秀科技工作者: who and how many stand before the title.
_SOME = re.compile("[^“”]*?[0-9一二三四五六七八九十]+[名位个](?=优秀|先进|模范|十佳|突出|杰出)")
_WHO_END = re.compile("(?:等)?(?:[0-9一二三四五六七八九十]+余?[名位个家](?:人|同志|企业|单位)?|同志)(?![奖级])")
# 在|省科学技术奖中.
_NO_NAME = re.compile("(?:在|于|从|其中|目前|至此|新增|新认定|新获批|现有|已有|拥有|累计|净增|共有?)+")
_LIST = re.compile(r"[“”、,，;；和与及以并暨还又获荣得誉称号\s]*")
# 辖区内有|广东省知识产权优势企业2家.
_HAVING = re.compile("(?:[^,，的]{0,6}[内中市县区州旗]|我局|目前)?[现共已拥]?有(?!突出|重大|限)")
_JOINT = re.compile("(?:[和与及并]|以及)+")
# 评选出|马力、陈静等|十佳科技工作者; not 高等学校先进集体.
_AND_OTHERS = re.compile("[^“”]*等(?![学院教级次奖功收专职])")
_NO_PART = re.compile("[被由将把距]|(?<!具)有(?!突出|重大|限)")
# What may stand in a name before a verb in it: 获|全省|创建先进单位; behind an office it is its verb.
_FIELD = re.compile("[\u4e00-\u9fff0-9“”]{1,12}(?<![厅局委部府会院])")
_KEPT_OF = ("贡献的", "津贴的", "成绩的")
_PRAISE = re.compile(r"”?(?:的?等?(?:(?:荣誉|光荣)?称号|荣誉|奖牌|牌匾|奖章|行列|殊荣|表彰)|等)?")
_COUNT = re.compile(r"各?(?:近|约|达)?[0-9一二三四五六七八九十两多xX×*]+(?:多|余)?[个名家项件户人枚所处位篇]")


@dataclass(frozen=True, slots=True)
class Name:
    """A name of an honour; `outer` holds the marks, 称号 and the number of its kind as well (“…”称号, …奖6项).

    `verb` leads to it, `who` stands between the two; where `follows` is set it shares them with the name before it in its list.
    """

    span: Span
    outer: Span
    head: Head
    quoted: bool
    counted: bool
    verb: Hit | None = None
    who: Span | None = None
    follows: bool = False


def names(text: str, sentence: Span, words: Vocabulary) -> Iterator[Name]:
    """The names in a sentence of `text`, in reading order; whether somebody won them remains to be seen."""
    floor, listed = sentence.start, False
    for head in heads(text, sentence, words):
        if head.start < floor:
            continue
        name = _quoted(text, floor, head, words) or _plain(text, floor, head, words)
        if name is None or name.span.end - name.span.start > _LONGEST:
            continue
        if listed and name.verb is None and _goes_on(text, floor, name):
            joint = _JOINT.match(text, name.span.start, head.start) if name.span.start == floor else None
            span = Span(joint.end(), name.span.end) if joint else name.span
            name = Name(span, name.outer, head, name.quoted, name.counted, follows=True)
        yield name
        floor, listed = name.outer.end, True


def _goes_on(text: str, floor: int, name: Name) -> bool:
    """Whether a name only goes on with the list that ends at `floor`; behind a comma it must end its clause."""
    between = _LIST.fullmatch(text, floor, name.outer.start)
    if between is None:
        return False
    return not re.search("[,，;；]", between[0]) or text[name.outer.end : name.outer.end + 1] in "”、,，。;；\n"


def _quoted(text: str, floor: int, head: Head, words: Vocabulary) -> Name | None:
    """“全国科普示范县”, all that stands between the marks."""
    opening = text.rfind("“", floor, head.start + 1)
    if opening < 0 or text[head.end : head.end + 1] != "”" or not _CLAUSE_STOPS.isdisjoint(text[opening : head.end]):
        return None
    if "”" in text[opening : head.start]:
        return None
    verb = _last_verb(text, _clause_start(text, floor, opening), opening, words)
    who = None
    if verb is not None:
        lead = _lead_end(text, verb.end(), opening)
        told = _who(text, lead, opening, verb, words)
        if told is not None:
            who = told[0]
        elif verb.group() in words.conferring and lead < opening:
            who = Span(lead, opening)
        elif opening - lead > 10 and not text.startswith("——", opening - 2):
            verb = None
    start = opening + 1
    inner = _last_verb(text, start, min(start + 4, head.start), words)
    start = inner.end() if inner and inner.start() == start and len(inner.group()) > 1 else start
    return _name(text, Span(start, head.end), opening, head, verb, who, quoted=True)


def _plain(text: str, floor: int, head: Head, words: Vocabulary) -> Name | None:
    """获|全省防震减灾先进单位: from the last verb, or the last mark, to the head."""
    clause = _clause_start(text, floor, head.start)
    opening = text.rfind("“", clause, head.start)
    if opening > text.rfind("”", clause, head.start) and text.find("”", head.end, opening + _LONGEST) >= 0:
        return None  # inside a slogan
    begin = _piece_start(text, floor, head.start)
    verb = _last_verb(text, clause, head.start, words)
    who = None
    start = begin
    if verb is not None:
        start = _lead_end(text, verb.end(), head.start)
        told = _who(text, start, head.start, verb, words)
        who, start = told if told else (None, max(start, begin))
        if begin > _lead_end(text, verb.end(), head.start) and told is None and not _is_coordinated(text, verb, begin):
            verb = None
    else:
        having = _HAVING.match(text, begin, head.start)
        start = _behind_judging(text, having.end() if having else begin, head.start, words)
    start = _after_of(text, start, head.start)
    if (inside := _SOME.match(text, start, head.end)) and inside.end() <= head.start:
        start = inside.end()
    if (
        head.sort == "firm" and text[start : start + 1] == "全" and text[start + 2] not in "首第"
    ):  # a qualification has no scope: 全省|重点培育企业
        start += 2
    if lead := _NO_NAME.match(text, start, head.start):
        start = lead.end()
    if joint := _AND_OTHERS.match(text, start, head.start):
        start = joint.end()
    if _NO_PART.search(text, start, head.start + 2):
        return None
    return _name(text, Span(start, head.end), start, head, verb, who, quoted=False)


def _name(text: str, span: Span, opens: int, head: Head, verb: Hit | None, who: Span | None, *, quoted: bool) -> Name:
    praise = _PRAISE.match(text, span.end)
    end = praise.end() if praise else span.end
    counted = _COUNT.match(text, end)
    return Name(span, Span(opens, counted.end() if counted else end), head, quoted, bool(counted), verb, who)


def _clause_start(text: str, floor: int, end: int) -> int:
    return next((n + 1 for n in range(end - 1, floor - 1, -1) if text[n] in _CLAUSE_STOPS), floor)


def _piece_start(text: str, floor: int, end: int) -> int:
    """Behind the last mark before `end`; what stands in brackets and quotation marks belongs to the name (“科技兴桂”先进集体)."""
    at = end
    while at > floor:
        mark = text[at - 1]
        opening = text.rfind(_PAIRS[mark], max(floor, at - 24), at) if mark in _PAIRS else -1
        if opening >= 0:
            at = opening
        elif mark in _STOPS or mark in _PAIRS:
            break
        else:
            at -= 1
    return at


def _last_verb(text: str, start: int, end: int, words: Vocabulary) -> Hit | None:
    """The last verb in `text[start:end]`, the one before it where that is but a part of the name (获全省|创建先进单位)."""
    found = list(words.verbs.finditer(text, start, end))
    if end > start and text[end - 1] in words.short and (not found or found[-1].end() < end):
        return Hit(text[end - 1], end - 1, end)
    if not found:
        return None
    last = found[-1]
    if len(found) > 1 and _is_part(text, found[-2], last, words):
        return found[-2]
    return last


def _is_part(text: str, before: Hit, last: Hit, words: Vocabulary) -> bool:
    """Whether the last of two verbs is but a word of the name that the first leads to: 获|国家认定企业技术中心成就奖."""
    between = text[before.end() : last.start()]
    if before.group() not in words.won or not _FIELD.fullmatch(between):
        return False
    if last.group() not in words.won:
        return True
    return (
        before.group() not in words.conferring and last.group() in words.conferring and not last.group().endswith("为")
    )


def _lead_end(text: str, start: int, end: int) -> int:
    match = _LEAD.match(text, start, end)
    return match.end() if match else start


def _who(text: str, start: int, end: int, verb: Hit, words: Vocabulary) -> tuple[Span, int] | None:
    """Who stands between the verb and 为 or before 等10人, and where the name begins: 认定|甲厂、乙厂|为|先进企业."""
    if verb.group() not in words.conferring:
        return None
    as_ = max((n for n in range(start, end) if text[n] == "为" and text[n - 1] not in "以作成因行"), default=-1)
    if as_ > start:
        return Span(start, as_), _lead_end(text, as_, end)
    if counted := list(_WHO_END.finditer(text, start, end)):
        return Span(start, counted[-1].end()), _lead_end(text, counted[-1].end(), end)
    return None


def _is_coordinated(text: str, verb: Hit, begin: int) -> bool:
    """Whether but 、 parts the name from its verb: 获|省级文明、卫生先进单位."""
    between = text[verb.end() : begin]
    return between.endswith("、") and len(between) <= 8 and re.fullmatch("[\u4e00-\u9fff、]+", between) is not None


def _behind_judging(text: str, start: int, end: int, words: Vocabulary) -> int:
    """Behind a verb of judging: 评出|州科学技术奖30项."""
    return max((hit.end() for hit in words.judging.finditer(text, start, end)), default=start)


def _after_of(text: str, start: int, end: int) -> int:
    """Behind the 的 that ends what is said of the name: 国家科委组织的|科技工作先进县."""
    of = text.rfind("的", start, end)
    if of < 0 or text.startswith(_KEPT_OF, max(of - 2, 0)):
        return start
    return of + 1
