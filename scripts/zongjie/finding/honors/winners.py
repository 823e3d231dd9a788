"""Who won an honour: the firms, offices, places or people in the clause before the verb."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from zongjie.finding.analysis import Analysis
from zongjie.finding.quotation import level_quotes
from zongjie.lexicon.words import Words, any_of
from zongjie.model import Mention, Span

_ORGANISATIONS = ("enterprise", "institution", "platform")
# 我局, 我县, 县科技局, 泸县县委组织部, 机关第二党支部.
_OFFICE = re.compile(
    r"[^,，。;；:：、“”《》()（）\n被由]{0,14}?(?:科技局|科委|科学技术局|科技和[^,，。、]{2,6}局|地震局|知识产权局|组织部|宣传部|党支部|支部|党总支|党组|县委|区委|机关|办公室|中心|学校|小学|中学|社区|协会|村|镇|乡|街道)$"
)
_OURS = re.compile(r"我[局县市区旗州委厅省校所院](?:机关)?(?:党支部|党总支|党组|支部|团支部|工会|办公室)?")
_BY = re.compile(r"被[^被,，。;；]{0,40}$|(?:由|经)(?=[省市县区州国]|科技|专家|上级)[^,，。;；]{2,20}$")
# A clause without a subject of its own.
_SHARED = re.compile(r"(?:并|还|又|同时|再次|多次|连续|先后|其中|且|也|均|都|[0-9一二三四五六七八九十]+[次年届]|被?)*")
_MORE = re.compile(r"等[0-9一二两三四五六七八九十余多]*[个名位]?(?:人|同志|家企业|企业|单位|家单位)?$")
_NOT_WINNER = re.compile("[,，的了]|目标|任务|重点|主题|工作$|方案")
_WON = re.compile("荣获|喜获|获得|获评|获|入选|被|荣立|赢得|夺得|评为")
# An organisation's name that ends as such is read to its end, even where only its beginning is known: 中钢|洛耐院.
_WHOLE = ("公司", "集团", "厂", "研究院", "研究所", "院", "大学", "学院", "医院", "中心")
# Whose product it is that won: 法尔胜“大跨径悬索桥缆索关键技术”.
_OWNER = re.compile(
    r"(?P<owner>[^,，。;；:：、“”《》的]{2,14})的?"
    r"(?:“[^“”]*”(?:等[0-9一二三四五六七八九十]*项?(?:成果|项目|产品)?)?、?)+(?:项目|成果|产品|技术)?"
)
_NO_PERSON = re.compile("^全|[区县市省局厂院所项共均也都已被其]")
_NUMBERED = re.compile("^(?:[一二三四五六七八九十]{1,2}是|其中|[(（][一二三四五六七八九十]{1,2}[)）])?[在对将]?")
_GIVEN_NAME = r"[\u4e00-\u9fff]{1,2}"


@dataclass(frozen=True)
class Winners:
    """Reads the winners of honours in one text; `known` are the names already found in it."""

    analysis: Analysis
    words: Words
    known: Sequence[Mention]

    @cached_property
    def text(self) -> str:
        """The record's text, its quotation marks levelled."""
        return level_quotes(self.analysis.text)

    def before(self, verb_start: int, verb: str, name_start: int) -> tuple[str, ...]:
        """The winners of the honour at `name_start`, whose verb begins at `verb_start`."""
        if verb.endswith(("授予", "命名", "认定", "确定", "表彰")) or verb.endswith("为"):
            between = Span(verb_start + len(verb), name_start)
            if between.end - between.start > 2 and (inside := self._read(between) or self._given(between)):
                return inside
        return self._subject(verb_start) or self._object(verb_start, verb, name_start)

    def _given(self, span: Span) -> tuple[str, ...]:
        """Who is named between 授予 and the quoted title: 授予龙泉公司“科技创新先进企业”."""
        text = self.text[span.start : span.end]
        return self.listed(Span(span.start, span.end - 1)) if text.endswith("“") else ()

    def _subject(self, verb_start: int) -> tuple[str, ...]:
        """The winners in the clause before the verb; 并获, 连续三年获 share the clause before their own."""
        text = self.text
        sentence = self.analysis.sentence_at(verb_start)
        clause = text[sentence.start : verb_start]
        by = _BY.search(clause)
        end = sentence.start + (by.start() if by else len(clause))
        start = self._clause_start(sentence.start, end)
        found = self._read(Span(start, end))
        if found or start <= sentence.start or not _SHARED.fullmatch(text, start, end):
            return found
        previous = self._clause_start(sentence.start, start - 1)
        verb = _WON.search(text, previous, start - 1)
        return self._subject(verb.start() if verb else start - 1)

    def counted(self, name_start: int) -> bool:
        """Whether the clause tells only how many things won: 全年有3项成果获得省科技进步奖."""
        sentence = self.analysis.sentence_at(name_start)
        clause = re.split(r"[,，;；]", self.text[sentence.start : name_start])[-1]
        return bool(re.search(r"[0-9一二三四五六七八九十]+余?[项个篇件人名]", clause))

    def _clause_start(self, start: int, end: int) -> int:
        """Where the subject's clause begins: behind the last comma or semicolon that it does not end with."""
        text = self.text
        stripped = end - len(text[start:end]) + len(text[start:end].rstrip(",，")) if end > start else end
        cut = max(text.rfind(mark, start, stripped) for mark in ",，;；:：")
        return max(start, cut + 1)

    def _object(self, verb_start: int, verb: str, name_start: int) -> tuple[str, ...]:
        """Winners between the verb and 为: 新认定了|纳溪区丰乐镇桂花生态观光园|为第四批“…”."""
        text = self.text
        if verb != "为" and not text[verb_start:name_start].startswith(("认定", "命名", "评选", "确定")):
            return ()
        return self._read(Span(verb_start, name_start))

    def within(self, span: Span) -> tuple[str, ...]:
        """The organisations named inside `span`."""
        found = [m for m in self.known if m.kind in _ORGANISATIONS and m.span.within(span) and m.sure]
        wider = [*found, *(m for m in self.known if m.kind == "place")]  # 刘厂 in 刘厂镇 is no firm
        outer = [m for m in found if not any(m.span != o.span and m.span.within(o.span) for o in wider)]
        return tuple(dict.fromkeys(m.text for m in sorted(outer, key=lambda m: m.start)))

    def listed(self, span: Span) -> tuple[str, ...]:
        """The names of a list as written: 纳溪区丰乐镇桂花生态观光园、古蔺县…养殖场等两个单位."""
        text = _MORE.sub("", self.text[span.start : span.end])
        names = tuple(part.strip("“”") for part in re.split(r"[、]|以及|和(?!政|平|顺|田)", text))
        return names if all(2 <= len(name) <= 24 and not _NOT_WINNER.search(name) for name in names) else ()

    def named(self, winners: Sequence[str] | None) -> bool:
        """Whether one of the winners is a name, not 我局 or 我县."""
        names = {m.text for m in self.known if m.kind in _ORGANISATIONS}
        return any(winner in names for winner in winners or ())

    def _read(self, span: Span) -> tuple[str, ...]:
        """The winners that `span` names: organisations first, then ours, people, places, offices."""
        if found := self.within(span):
            if person := self._employee(span, found[-1]):
                return (person,)
            owner = _OWNER.fullmatch(self.text, span.start, span.end)
            longer = owner is not None and len(found) == 1 and owner["owner"].endswith(_WHOLE)
            return (owner["owner"],) if owner and longer else found
        text = self.text[span.start : span.end].rstrip("“《").lstrip("—-·*•●◆ ")
        if ours := _OURS.search(text):
            return (ours[0],)
        parts = [
            _NUMBERED.sub("", part.strip()) for part in re.split(r"[、]|以及|和(?!政|平|顺|田)", text) if part.strip()
        ]
        people = [self._person(part) for part in parts]
        if parts and all(people):
            return tuple(person for person in people if person)
        if owner := _OWNER.fullmatch(text):
            return (owner["owner"],)
        if parts and self._is_place(span.end) and all(2 <= len(part) <= 20 for part in parts):
            return tuple(parts)
        offices = [match[0] for part in parts if (match := _OFFICE.search(part))]
        return tuple(offices) if len(offices) == len(parts) else ()

    def _employee(self, span: Span, firm: str) -> str | None:
        """The person behind a firm's name and an office in it: 巴岳电子总工|郭载道."""
        behind = self.text[span.start : span.end].rpartition(firm)[2].rstrip("“《")
        office = behind.startswith(self.words["身份词"]) or "董事长" in behind
        return self._person(behind) if office and len(behind) <= 14 else None

    def _is_place(self, end: int) -> bool:
        """Whether a place ends at `end`, but for a character or two: 新桥镇, 钟楼社区被."""
        return any(m.kind == "place" and m.start < end and end - 2 <= m.end <= end for m in self.known)

    def _person(self, part: str) -> str | None:
        """The person's name at the end of `part`: 四新岗镇养鸭大户|龚大毛."""
        match = _people(self.words["姓氏"], self.words["身份词"]).search(_MORE.sub("", part).removesuffix("同志"))
        return match["name"] if match and not _NO_PERSON.search(match["name"]) else None


@lru_cache(maxsize=2)
def _people(surnames: tuple[str, ...], roles: tuple[str, ...]) -> re.Pattern[str]:
    surname, role = (any_of(words) for words in (surnames, roles))
    return re.compile(rf"(?:^|{role})(?P<name>(?:{surname}){_GIVEN_NAME})$")
