"""Which names are those of one platform: 缙云麻鸭高效养殖科技示范基地, 拉萨国家级高新区, 县地震台; not 示范基地6个, 省级众创空间."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from zongjie.finding.platforms.names import ONLY_ONE, all_tails, content, tail_pattern
from zongjie.lexicon.words import Words
from zongjie.model import Span

# A count or an area behind a general word (果树新品种示范园1500亩); one of a kind may well have a name: 永康强震台1个.
_COUNT = re.compile(r"(?:近|达|约)?[0-9一二三四五六七八九十两多]+(?:多|余)?(?:[个家处所座]|万?[多余]?亩)")
_ONE = re.compile("[1一][个家处所座]")
_TOWN = re.compile("[镇乡村]|街道|社区")
_PROVINCE = re.compile(
    r".*(?:省|自治区)|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆"
)
# A name with a count in it names several: 五里桥两处宏观观测点, 沙地葡萄三个科技特派员创业基地.
_SEVERAL = re.compile("[0-9一二两三四五六七八九十几多][个处座家]")
# Stations that are offices: 县畜牧兽医工作站.
_OFFICE = re.compile(
    "(?:兽医|畜牧|水产|农技|农机|农经|林业|草原|草业|水利|水保|土肥|植保|文化|广播|劳动|司法|计生|经管|环卫|社会|党建|宣传|信访|种子|农业|农业技术|技术)(?:工作站|服务站)$"
)
# What a centre of a city serves that makes it a name: 岳阳市科技成果转移转化服务中心.
_SERVED = re.compile("知识产权|科技成果|转移转化|科学仪器|科技金融|创新创业|产学研|技术转移|科技资源|科技文献|大型仪器")
LEVEL = re.compile(r"(?:国家|省|市|县|区|旗|州|自治区)级(?:以上|以下)?")
# A zone of a level that a place has one of: 拉萨|国家级|高新区; centres of that level a place has several of.
_ZONE = re.compile(
    "(?:国家|省|自治区)级(?:重点)?(?:高新|农高|经济|经开|开发|农业科技园|大学科技园|可持续发展|循环经济)"
)
_PLAN = re.compile("国家(?:火炬|星火)计划")
# Who does the work, right before the name.
_HELPER = re.compile("(?:依托|委托|借助|联合|会同|[由与和同向])“?$")


@dataclass(frozen=True)
class Judge:
    """Judges names in one text, its quotation marks levelled; `places` are where places stand in it."""

    text: str
    words: Words
    places: tuple[Span, ...]

    def places_in(self, span: Span) -> list[str]:
        """The places that the name at `span` holds."""
        return [self.text[p.start : p.end] for p in self.places if p.within(span)]

    def content(self, span: Span, tail: str) -> str:
        """What the name at `span` says beside places, general words and its `tail`."""
        return content(self.text[span.start : span.end], tail, self.places_in(span), self.words)

    def is_counted(self, end: int, *, local: bool = True) -> bool:
        """Whether a count follows at `end`; one may have a name where its place is told: 永康强震台1个, not 菌种繁育中心1个."""
        if local and _ONE.match(self.text, end):
            return False
        return bool(_COUNT.match(self.text, end))

    def is_proper(self, span: Span, tail: str, *, quoted: bool) -> bool:
        """Whether the name at `span` is that of one platform."""
        local = self._is_local(span)
        if self._is_none(span, tail, quoted=quoted, local=local):
            return False
        name, rest = self.text[span.start : span.end], self.content(span, tail)
        if ONLY_ONE.match(name) and not _COUNT.match(self.text, span.end):
            return True
        if tail in self.words["网络平台尾"]:
            return local or (quoted and len(rest) >= 2)
        listed = self.text[span.start - 1 : span.start] in ("、", "和")
        counted = self.is_counted(span.end, local=local)
        if tail in self._services:
            if local and (_SERVED.search(name) or self._of_place(span, tail)):
                return True
            least = 2 if quoted or local or _PROVINCE.match(name) or name.startswith(("国家", "全国", "中国")) else 4
            return len(re.sub(r"\d", "", rest)) >= least and (local or not counted)
        if counted and not (local or quoted or listed):
            return False
        if local and (listed or not counted):
            return len(name) - len(tail) >= 2
        if quoted:
            return len(rest) >= 1 or len(LEVEL.sub("", name.removesuffix(tail))) >= 6
        least = 1 if tail in self.words["研发平台尾"] and _PROVINCE.match(name) else 2
        levelled = LEVEL.match(name) or name.startswith(("国家", "全国", "中国"))
        return len(rest) >= least and bool(levelled or tail not in self.words["普通基地尾"])

    def _of_place(self, span: Span, tail: str) -> bool:
        """Whether the name is a place and what a place has one of: 漕河|技术市场, 凤翔县|生产力促进中心.

        Who only lends a hand is none: 依托xx县生产力促进中心,为企业服务.
        """
        start = span.end - len(tail)
        alone = tail in self.words["一地一家平台尾"] and any(p.end == start for p in self.places)
        alone = alone and not _HELPER.search(self.text, max(0, span.start - 4), span.start)
        return alone and not self.is_counted(span.end)

    @cached_property
    def _services(self) -> frozenset[str]:
        return frozenset(self.words["服务平台尾"]) - frozenset(self.words["孵化平台尾"])

    def _is_none(self, span: Span, tail: str, *, quoted: bool, local: bool) -> bool:
        """Whether the words name several, an office, a machine, or nothing but a level."""
        name, words = self.text[span.start : span.end], self.words
        before = tail_pattern(all_tails(words)).sub("", name)
        if before.startswith(("—", "-", "–")) or _SEVERAL.search(before) or _OFFICE.search(name):
            return True  # 众创空间—孵化器—加速器
        if tail == "加工中心" and any(word in name for word in words["机床词"]):
            return True  # a machine tool: 数控玻璃加工中心
        if name.endswith("老工业基地") or self.text.startswith(("建设”", "建设》"), span.end):
            return True
        of_level = LEVEL.search(name) and not (quoted or _TOWN.search(name) or (local and _ZONE.search(name)))
        return bool(of_level) and not self.content(span, tail)

    def _is_local(self, span: Span) -> bool:
        """Whether the name begins with a place below the province, or holds one behind a province or in brackets.

        湖北恩施州…基地, 湖北省中药现代化科技产业（恩施）基地, 福建省菌草技术|龙海示范基地, 国家火炬计划|兴化戴南不锈钢制品产业基地.
        """
        plan = _PLAN.match(self.text, span.start)
        at = plan.end() if plan else span.start
        for place in self.places:
            if span.start < place.start < place.end < span.end and self.text[place.start - 1] in "(（":
                return True
            if place.within(span) and (place.start == at or at > span.start):
                if not _PROVINCE.fullmatch(self.text, place.start, place.end):
                    return True
                at = place.end
        return False
