"""Who won an honour: the firms, offices, places or people that a clause names before the verb, or a phrase behind the name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from zongjie.finding.analysis import Analysis
from zongjie.finding.honors.people import People, people
from zongjie.finding.quotation import level_quotes
from zongjie.lexicon.words import Words
from zongjie.model import Mention, Span

_ORGANISATIONS = ("enterprise", "institution", "platform")
_ENDS = "公司|集团|厂|研究院|研究所|院|所|大学|学院|医院|中心|站|场|合作社|协会|学会|商行|服务部|经营部|药店|学校|小学|中学|幼儿园|馆|园|基地|大队|支队"
_WHOLE = tuple(_ENDS.split("|"))
# 我局, 我县, 县科技局, 泸县县委组织部, 机关第二党支部.
_OURS = re.compile(r"我[局县市区旗州盟委厅省校所院镇乡](?:机关)?(?:党支部|党总支|党组|支部|团支部|工会|办公室)?$")
_OFFICE = re.compile(
    r"(?:科技局|科委|科协|科学技术局|科学技术委员会|科技和[^,，。、]{2,6}局|地震局|知识产权局|组织部|宣传部|党支部|支部|党总支|党组|县委|区委|机关|办公室|工会|妇委会|妇联|团委|团总支|团支部|党委|关工委|地震办|科技办|专利办|工作队|领导小组|中心|社区|村|镇|乡|街道|科|股|局)$"
)
_PARTS = re.compile(r"、|以及|和(?!政|平|顺|田|布|龙|静)|[与及](?!其)")
_BY = re.compile(
    r"被[^被,，。;；]{0,40}$|(?:由|经)(?=[省市县区州国]|科技|专家|上级)[^,，。;；]{2,20}$|(?:在|于)[^,，。;；]{2,36}[中上里](?:再次|首次|又|也|均|一举|双双|连续[^,，]{2,4})*$"
)
# A clause without a subject of its own: 并, 又, 2008年, 连续三年.
_SHARED = re.compile(
    r"(?:并|还|又|同时|双双|分别|一举|成功|荣|喜|再次|多次|连续|先后|其中|且|也|均|都|在|于|此外|另外|[0-9一二三四五六七八九十]+[次年届度]|[0-9xX×*]{1,4}[年月日份底初末]+|[上下]半年|年[底初末]|今年|去年|当年|被|\s)*"
)
# What stands before a winner without being part of the name: 一是, 其中, 2008年, 11月.
_BEFORE = re.compile(
    r"(?:[\s—·*•●◆-]|[一二三四五六七八九十]{1,2}是|[(（][一二三四五六七八九十]{1,2}[)）]|其中|另有|另外|此外|同时|目前|今年|去年|当年|年内|截至目前|至此"
    r"|[0-9xX×*]{2,4}年(?:度|底|初)?|[0-9xX×*]{1,2}月(?:份|底|初)?|[上下]半年|推荐的|选送的|报送的|组织的|推荐|选送|由|使|[在对将](?!线))+"
)
# 经过努力,A公司|已|再次: adverbs behind a winner.
_BEHIND = re.compile(
    r"(?:等)?(?:[0-9一二两三四五六七八九十余多]+(?:[个名位家](?:人|同志|企业|单位|机构|团队|乡镇)?|人)|同志|企业|单位)?"
    r"(?:[“”《》\s]|已|均|都|又|也|还|再次|首次|再度|一举|双双|成功|顺利|率先|先后|分别|喜|共同|联合|一起|同时|共|多次|连续[^,，]{1,8}|[（(][^（）()]{1,12}[)）]|[0-9xX×*]{2,4}年度?|[0-9]{1,2}月份?)*$"
)
_DONE = "主持|牵头|负责|承担|研制|研究|研发|开发|完成|发明|培育|选育|申报|实施|参与|参加|设计|生产|撰写|编写|创作|推荐|组织|共同|联合|自主|合作|独立|编著"
# What won, behind who did it: A公司|研制的“P”项目, A所|“P”, A公司|的“P”.
_PRODUCT = re.compile(
    rf"(?:(?:{_DONE})+的[^,，。;；]*|的?(?:“[^“”\n]*”(?:等)?[0-9一二三四五六七八九十]*[项个]?、?和?)+(?:(?:{_DONE})*(?:项目|成果|课题|产品|技术|作品|论文|专利|品种|新品种|系列|软件))?|的[^,，。;；的“”]{{2,30}})$"
)
_HOSTED = re.compile(r"^[^,，。;；]{0,12}?(?:举办|主办|组织|承办|召开|开展|评选)的?")
_GOES_ON = re.compile(
    "再次|首次|连续|顺利|成功|一举|已|通过|完成|被|在|高度|积极|大力|坚持|以|[0-9一二三四五六七八九十]+[年次项]"
)
# 县汽车配件厂|的钢板弹簧淬火新工艺: a maker that nobody found.
_MAKER = re.compile(rf"(?P<who>[\u4e00-\u9fff]{{2,14}}?(?:{_ENDS}))(?:的|“)")
# 县教育局选送的|…: who sends in is not who wins.
_SENT = re.compile("(?:选送|报送|推荐|推选|选派|派出|组织|培养|扶持|孵化|资助|指导|帮助|支持)的")
# 县科技局|王强.
_HIS_OFFICE = re.compile(
    "[\u4e00-\u9fff]{0,12}[局委厅科股所站院厂乡镇村校办部](?![长士员主])|[\u4e00-\u9fff]{0,12}(?:中心|公司|支部|大学|中学|小学|协会)"
)
_DOING = re.compile("[要将被获为了已让使]|争取|力争|支持|组织")
# 15个村, 全县各单位: how many, not who.
_SO_MANY = re.compile("^(?:[各有共]|全[省市县区州体乡镇])|[0-9一二三四五六七八九十]+余?[个名家项户]")
_WON = re.compile("荣获|喜获|获得|获评|获|入选|被|荣立|赢得|夺得|评为")


@dataclass(frozen=True, slots=True)
class Winner:
    """Who won, as written; `product` is True where the text says it of what they made."""

    text: str
    sort: Literal["organisation", "place", "person", "office", "ours"]


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

    @cached_property
    def organisations(self) -> list[Mention]:
        """The known organisations that lie in no other known name: 刘厂 in 刘厂镇 is no firm."""
        found = [m for m in self.known if m.kind in _ORGANISATIONS and m.sure]
        wider = [*found, *(m for m in self.known if m.kind == "place")]
        return [m for m in found if not any(m.span != o.span and m.span.within(o.span) for o in wider)]

    @cached_property
    def people(self) -> People:
        return people(self.words)

    def before(self, verb_start: int) -> tuple[Winner, ...]:
        """The subject of the verb at `verb_start`; 并获, 2008年获 share that of the clause before their own."""
        text = self.text
        sentence = self.analysis.sentence_at(verb_start)
        by = _BY.search(text[sentence.start : verb_start])
        end = sentence.start + by.start() if by else verb_start
        start = self._clause_start(sentence.start, end)
        if start > sentence.start and _SHARED.fullmatch(text, start, end):
            previous = Span(self._clause_start(sentence.start, start - 1), start - 1)
            return self._subject(previous, sentence) or self._topic(previous, sentence)
        return self._subject(Span(start, end), sentence)

    def beginning(self, at: int) -> tuple[Winner, ...]:
        """The organisation or place that begins at `at`: 荣获“…”称号的|刘庄村."""
        found = [m for m in self.known if m.start == at and m.kind in (*_ORGANISATIONS, "place")]
        longest = max(found, key=lambda m: m.end, default=None)
        if longest is None:
            return ()
        return (Winner(longest.text, "place" if longest.kind == "place" else "organisation"),)

    def within(self, span: Span) -> tuple[str, ...]:
        """The organisations named inside `span`."""
        found = [m for m in self.organisations if m.span.within(span)]
        return tuple(dict.fromkeys(m.text for m in sorted(found, key=lambda m: m.start)))

    def listed(self, span: Span) -> tuple[Winner, ...]:
        """The names of a list as written: 纳溪区丰乐镇桂花生态观光园、古蔺县…养殖场等两个单位."""
        text = _BEHIND.sub("", self.text[span.start : span.end])
        names = [part.strip("“”") for part in _PARTS.split(text)]
        good = all(
            2 <= len(name) <= 24 and not re.search("[,，的了]|目标|任务|重点|主题|工作$|方案", name) for name in names
        )
        return tuple(Winner(name, "office") for name in names) if good else ()

    def named(self, winners: Sequence[Winner]) -> bool:
        """Whether one of the winners is a name, not 我局 or 我县."""
        return any(winner.sort == "organisation" for winner in winners)

    def read(self, span: Span) -> tuple[Winner, ...]:
        """The winners that a phrase names: all parts of its list, or at least its known organisations."""
        for sent in _SENT.finditer(self.text, span.start, span.end):
            span = Span(sent.end(), span.end)
        span, product = self._doers(span)
        parts = [self._bare(part) for part in self._parts(span)]
        read = [self._winner(part, product=product) for part in parts]
        found = [winner for winner in read if winner is not None]
        if len(found) < len(read):
            if found and all(one.sort == "place" for one in found) and read[-1] is not None:
                found = [Winner(self.text[part.start : part.end], "place") for part in parts]
            else:
                found = [one for one in found if one.sort == "organisation"]
        return tuple(dict.fromkeys(found))

    def _subject(self, clause: Span, sentence: Span) -> tuple[Winner, ...]:
        """The winners that a clause names, before the verb of winning that it may have itself."""
        verb = _WON.search(self.text, clause.start, clause.end)
        return self.before(verb.start()) if verb and verb.start() > sentence.start else self.read(clause)

    def _topic(self, clause: Span, sentence: Span) -> tuple[Winner, ...]:
        """Whom a sentence speaks of from its first word on: 库尔勒市|再次通过考核,荣获…; A厂|的淬火新工艺,节电三成,获…."""
        while True:
            lead = _BEFORE.match(self.text, clause.start, clause.end)
            start = lead.end() if lead else clause.start
            for m in self.organisations:
                if m.start == start and m.end < clause.end:
                    return (Winner(m.text, "organisation"),)
            goes_on = _GOES_ON.search(self.text, start, min(clause.end, start + 40))
            if goes_on and goes_on.start() > start and (found := self.read(Span(start, goes_on.start()))):
                return found
            if made := _MAKER.match(self.text, start, clause.end):
                return (Winner(made["who"], "office"),)
            if clause.start <= sentence.start or any(m.span.overlaps(clause) for m in self.organisations):
                return ()
            clause = Span(self._clause_start(sentence.start, clause.start - 1), clause.start - 1)

    def _clause_start(self, start: int, end: int) -> int:
        """Where the clause begins that ends at `end`."""
        return max(start, 1 + max(self.text.rfind(mark, start, end) for mark in ",，;；:："))

    def _doers(self, span: Span) -> tuple[Span, bool]:
        """The phrase without what won at its end: A公司|研制的“P”项目; and whether there was such a thing."""
        product = _PRODUCT.search(self.text, span.start, span.end)
        if product and self.people.at_end(product[0].removeprefix("的")):  # 恩施高中的|向玥昕
            return Span(product.start() + 1, span.end), False
        if product and product.start() > span.start:
            return Span(span.start, product.start()), True
        return span, False

    def _parts(self, span: Span) -> Iterator[Span]:
        """The parts of a list; a known name that holds 和 or 与 stays whole."""
        at = span.start
        for match in _PARTS.finditer(self.text, span.start, span.end):
            if any(m.start < match.start() and match.end() < m.end for m in self.organisations):
                continue
            if match.start() > at:
                yield Span(at, match.start())
            at = match.end()
        if at < span.end:
            yield Span(at, span.end)

    def _bare(self, part: Span) -> Span:
        """A part of a list without the time before it and the adverbs behind it."""
        lead = _BEFORE.match(self.text, part.start, part.end)
        start = lead.end() if lead else part.start
        behind = _BEHIND.search(self.text, start, part.end)
        return Span(start, max(start, behind.start() if behind else part.end))

    def _winner(self, span: Span, *, product: bool) -> Winner | None:
        """Who a part of a list names."""
        text = self.text[span.start : span.end]
        if _SO_MANY.search(text):
            return None
        if ours := _OURS.search(text):
            return Winner(ours[0], "ours")
        if mentioned := [m for m in self.organisations if m.span.within(span)]:
            return self._of_organisation(mentioned[-1], span)
        if person := self._person(text):
            return Winner(person, "person")
        place = self._place(span)
        inner = max(
            (m.end for m in self.known if m.kind == "place" and m.start == span.start and m.end < span.end), default=0
        )
        if inner and (person := self.people.at_end(self.text[inner : span.end], after_office=True)):
            return Winner(person, "person")
        if place and not product:
            return Winner(text if 2 <= len(text) <= 20 else place, "place")
        if 2 <= len(text) <= 20 and re.fullmatch(r"[\u4e00-\u9fffA-Za-z0-9xX×*（）()]+", text) and not place:
            if text.endswith(_WHOLE) or (product and not _DOING.search(text)):
                return Winner(text, "office")
            return Winner(text, "office") if _OFFICE.search(text) else None
        return None

    def _person(self, text: str) -> str | None:
        """The person that a phrase names, an office or a title beside the name."""
        if person := self.people.at_end(text):
            return person
        office = _HIS_OFFICE.match(text)
        return self.people.at_end(text[office.end() :], after_office=True) if office else None

    def _of_organisation(self, mention: Mention, span: Span) -> Winner | None:
        """An organisation, its longer name where only the beginning is known (中钢|洛耐院), or its man (市第二医院|郭绍良主任医师)."""
        rest = self.text[mention.end : span.end]
        hosted = _HOSTED.match(rest)
        if hosted or len(rest) > 20:
            return None
        if rest and rest.endswith(_WHOLE) and re.fullmatch(r"[\u4e00-\u9fffA-Za-z（）()]{1,14}", rest):
            return Winner(mention.text + rest, "organisation")
        if rest and (person := self.people.at_end(rest, after_office=True)):
            return Winner(person, "person")
        return Winner(mention.text, "organisation")

    def _place(self, span: Span) -> str | None:
        """The place that ends where the phrase ends: 新桥镇."""
        found = [m for m in self.known if m.kind == "place" and m.start >= span.start and m.end == span.end]
        return max((m.text for m in found), key=len, default=None)
