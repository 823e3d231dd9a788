"""Which forms of a firm's name stand for which: 恒岭机电 for 浙江恒岭机电股份有限公司, 晨拓 for 浙江晨拓带锯床有限公司."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from zongjie.finding.names.anatomy import Anatomy, dissect
from zongjie.finding.names.edges import Edges
from zongjie.finding.names.vocabulary import Trades, Vocabulary
from zongjie.lexicon.places import Gazetteer
from zongjie.lexicon.words import any_of
from zongjie.model import Span

_PLACE_TAIL = re.compile(r"[省市县区旗州盟镇乡]|自治")
_TAILS = re.compile(r"(?:总?公司|集团|股份|总?厂|实业|企业)$")
# What may follow a bare brand that names the firm; before 镇 or 红 it names something else (金河镇, 草源红).
_LONG_BRAND = re.compile(r"[\u4e00-\u9fff]{4,6}")
_SHORTEST_BACK = 4
_LONG_PART = 3  # 帝王蟹公司 tells 珲春珉伍帝王蟹仓储有限公司, where 红日公司 would not tell 东方红日电子公司
_REGISTERED = re.compile(r"(?:有限|股份|责任)公司$")
# “绿源”牌有机茶 names a product, 红星、国光等品种 are sorts of apples.
_GOODS = re.compile(
    r"[”\"’」]?(?:牌|商标|品牌|系列)"
    r"|[”\"’」]?(?:、[^、,。;等]{1,12}){0,6}等[^,。;、]{0,6}(?:品种|良种|品牌|商标|产品|机具|拖拉机|系列|作物|景区|景点|地|乡镇|县区|项目|工程|计划)"
)
_CLOSING = tuple('”"’」')
_HELPED = re.compile(r"(?:支持|帮助|引导|推荐|指导|协助|扶持|鼓励|走访|会见)(?:了|过)?\Z")
# 手工绿陶, 传统刺绣: goods of a sort, though a firm's brand is the same.
_KIND_OF = re.compile("(?:手工|传统|民间|特色|优质|有机|生态|野生|高端|精品|绿色|新型|人工|天然|冷冻|速冻|鲜活)$")
_DEED = re.compile(
    r"(?:已|将|现|还|也|正在|先后|成功|再次|首次)?(?:投资|投入|承担|牵头|申报|获批|获评|荣获|自筹|自主|自行|研发|研制|开发|建成|新建|扩建|生产"
    r"|投产|上市|挂牌|入园|入驻|落户|实现|年产|注册|通过|被|列入|引进|组建|与|董事长|总经理|负责人|公司|在[^,。;]{2,8}(?:建|落实|设立|投资))"
)
# What follows a firm in a list that is counted: 飞越、铭豪、群立三家因此被列为试点.
_COUNTED = re.compile(
    r"(?:、[^、,。;]{2,8}){0,8}等?[0-9两二三四五六七八九十]+[家户](?=企业|公司|因此|被|均|都|已|入选|获|通过|列入|先后)"
)
_OWNED = re.compile(
    '的?[“《"]|院士|博士后|企业技术中心|的产品|的项目'
)  # 日升能源院士工作站, 怡源矿安的“HJ-Ⅱ型自动排渣放水器”
_LATIN = re.compile(r"[0-9A-Za-z]")


@dataclass(frozen=True)
class Links:
    """The names of firms in one text and what stands for what."""

    edges: Edges
    vocabulary: Vocabulary
    trades: Trades
    gazetteer: Gazetteer

    def derived(self, names: Iterable[str]) -> Iterator[Span]:
        """Stretches that shorten one of `names`: its brand, alone or with a part of its trade (岩宝股份, kerui轴承).

        The front of a long brand is one with a part of the trade (安居酿造 of 重庆安居古城酿造有限公司); its back is none,
        because nothing tells where a brand falls apart.
        """
        heads: dict[str, list[_Head]] = {}
        for head in (head for name in names for head in _heads(self._dissect(name))):
            if head.cut:
                yield from self._backs(head.brand + head.rest)
            else:
                heads.setdefault(head.brand.lower(), []).append(head)
        if not heads:
            return
        brands = re.compile(any_of(heads), re.IGNORECASE)
        for match in brands.finditer(self.edges.text):
            span = None if self._inside_latin(match) else self._short(match, heads[match.group().lower()])
            if span is not None:
                yield span

    def _backs(self, back: str) -> Iterator[Span]:
        """Stretches of four characters or more that are the front of `back`, what a full name has after the first half of
        its brand, where a firm is meant: 日升能源院士工作站 after 青海光谷日升能源公司; 镁质材料 may be goods."""
        text, at = self.edges.text, -1
        while len(back) >= _SHORTEST_BACK and (at := text.find(back[:_SHORTEST_BACK], at + 1)) >= 0:
            end = at + _SHORTEST_BACK
            while end < len(text) and text[end] == back[end - at : end - at + 1]:
                end += 1
            while end - at >= _SHORTEST_BACK and not self.edges.is_edge(end):
                end -= 1
            told = _DEED.match(text, end) or _OWNED.match(text, end)
            if end - at >= _SHORTEST_BACK and self.edges.is_start(at) and told:
                yield Span(at, end)

    def _short(self, match: re.Match[str], heads: Iterable[_Head]) -> Span | None:
        """The short form that begins with the brand or with the place before it (元谋丰谷)."""
        spans: list[Span] = []
        for head in heads:
            end = self._extend(match.end(), head)
            alone = head.whole and head.brand not in self.trades.produce and self._stands_alone(Span(*match.span()))
            if end > match.end() or alone:
                spans.append(Span(self._with_place(match.start(), head.place), end))
        return max(spans, key=lambda span: span.end - span.start, default=None)

    def _with_place(self, start: int, place: str) -> int:
        """Where the full name's place begins if it stands right before `start`."""
        stem = _PLACE_TAIL.sub("", place)
        for form in (place, stem):
            if len(form) >= 2 and self.edges.text.endswith(form, 0, start) and self.edges.is_edge(start - len(form)):
                return start - len(form)
        return start

    def _inside_latin(self, match: re.Match[str]) -> bool:
        """Whether a Latin brand is only a part of a longer Latin word."""
        text, start, end = self.edges.text, match.start(), match.end()
        before, after = text[start - 1 : start], text[end : end + 1]
        return bool(
            (_LATIN.match(before) and _LATIN.match(text[start]))
            or (_LATIN.match(after) and _LATIN.match(text[end - 1]))
        )

    def _extend(self, end: int, head: _Head) -> int:
        """The end of the words after the brand, as far as they shorten what the full name has after it."""
        best = end
        at = end
        while at - end < 10:
            found = self.trades.any.match(self.edges.text, at) or self.vocabulary.tail.match(self.edges.text, at)
            if found is None:
                break
            at = found.end()
            if shortens(self.edges.text[end:at], head.rest) and self.edges.is_edge(at):
                best = at
        return best if best > end else self._extend_unlisted(end, head)

    def _extend_unlisted(self, end: int, head: _Head) -> int:
        """The end of a piece of the full name that no list of trades knows (九州模塑 of 山东九州纸浆模塑有限公司)."""
        for length in (4, 3, 2):
            piece = self.edges.text[end : end + length]
            if len(piece) == length and piece in head.rest and self.edges.is_edge(end + length):
                return end + length
        return end

    def _stands_alone(self, span: Span) -> bool:
        """Whether a bare brand is a name here, not a part of a longer word (金河镇, 草源红) or a mere word (乡村振兴)."""
        edges = self.edges
        if not edges.is_end(span.end) or _GOODS.match(edges.text, span.end):
            return False
        quoted = edges.text[span.end : span.end + 1] in _CLOSING
        if quoted and not edges.is_end(span.end + 1):  # “金太阳”示范工程
            return False
        if edges.word_at(span) is not None or self.gazetteer.named(edges.at(span)):
            return self._acts(span)
        if _KIND_OF.search(edges.text, max(0, span.start - 2), span.start):
            return False
        return edges.is_start(span.start) or (edges.is_edge(span.start) and edges.is_edge(span.end))

    def _acts(self, span: Span) -> bool:
        """Whether what stands there does what firms do, though it is a common word: 目前金河已在亚东镇落实原种田.

        A verb (振兴) or a place of that name (曲阜) is no firm even so; 帮助瑞贝卡 is enough where it is neither.
        """
        edges, name = self.edges, self.edges.at(span)
        tag = edges.word_at(span) or ""
        if self._is_counted(span):
            return True
        if tag[:1] in ("v", "a", "d") or (name in self.gazetteer.short and name not in self.gazetteer.everyday):
            return False
        helped = tag != "ns" and _HELPED.search(edges.text, max(0, span.start - 4), span.start)
        return bool(helped) or (edges.is_start(span.start) and _DEED.match(edges.text, span.end) is not None)

    def _is_counted(self, span: Span) -> bool:
        """Whether it is one of several names in a list of so many firms, where even a verb (飞越) is a name."""
        text = self.edges.text
        beside = text[span.start - 1 : span.start] == "、" or text[span.end : span.end + 1] == "、"
        return beside and self.edges.is_start(span.start) and _COUNTED.match(text, span.end) is not None

    def is_bare(self, name: str) -> bool:
        """Whether `name` is a brand alone (金太阳), which may be part of other words (金太阳工程)."""
        return not self._dissect(name).rest

    def fulls(self, names: Iterable[str]) -> Mapping[str, str]:
        """For each of `names` that shortens exactly one longer name the longest form of that name."""
        parts = {name: self._dissect(name) for name in dict.fromkeys(names)}
        found: dict[str, str] = {}
        for name, short in parts.items():
            longer = [other for other, p in parts.items() if other != name and self.stands_for(short, p)]
            tops = [t for t in longer if not any(self.stands_for(parts[t], parts[other]) for other in longer)]
            if len({parts[top].name.lower() for top in tops}) == 1:
                found[name] = tops[0]
        return found

    def stands_for(self, short: Anatomy, full: Anatomy) -> bool:
        """Whether `short` is a shorter form of `full`: its brand stands in it, with less of the place and of the trade."""
        if len(short.name) >= len(full.name) + (short.brand == full.brand) or short.name == full.name:
            return False
        if not _same_place(short.place, full.place) or _is_part(full.name, short.name):
            return False
        if short.brand.lower() == full.brand.lower():
            return len(short.brand) >= 2 and not _is_nameless(short) and shortens(short.rest, full.rest)
        return not short.blanked and any(_fits(short, head) for head in _heads(full) if not head.whole)

    def _dissect(self, name: str) -> Anatomy:
        return dissect(name, self.vocabulary, self.gazetteer)


@dataclass(frozen=True, slots=True)
class _Head:
    """What a short form may begin with, and what the full name has after it; `whole` for the brand as it is."""

    place: str
    brand: str
    rest: str
    whole: bool = False
    cut: bool = False


def _heads(full: Anatomy) -> Iterator[_Head]:
    """The brand of a full name, the front of a long one (彝岭 of 彝岭百草), and its back behind a town (泉达 of 陈埭泉达)."""
    brand, rest = full.brand, full.rest
    if len(brand) < 2 or full.blanked:
        return
    yield _Head(full.place, brand, rest, whole=True)
    if _LONG_BRAND.fullmatch(brand):
        for cut in (3, 2):
            if len(brand) - cut >= 2:
                yield _Head(full.place, brand[:cut], brand[cut:] + rest)
        yield _Head("", brand[2:], rest, cut=True)


def _fits(short: Anatomy, head: _Head) -> bool:
    """Whether `short` begins with the part of a brand that `head` is and goes on with a part of what follows.

    One that is registered itself (恒发食品有限公司) is no short form of another with more before its brand.
    """
    own = short.name[short.region :]
    if not own.lower().startswith(head.brand.lower()) or (head.cut and _REGISTERED.search(own)):
        return False
    rest = own[len(head.brand) :]
    if head.brand.lower() != short.brand.lower():
        return len(rest) >= 2 and rest in head.rest
    trade = _TAILS.sub("", rest)
    if head.cut and not rest:  # 怡源矿安 of 河南理工怡源矿安装备有限公司
        return len(own) >= _SHORTEST_BACK
    telling = len(trade) >= 2 or (bool(rest) and (not head.cut or len(head.brand) >= _LONG_PART))
    return telling and shortens(rest, head.rest)


def _is_part(part: str, whole: str) -> bool:
    """Whether `part` is a unit of the farm or factory `whole` (石河子总场番茄制品厂), not a longer form of its name."""
    unit = part.removeprefix(whole)
    return (
        unit != part
        and whole.endswith(("场", "厂"))
        and not unit.startswith(("有限", "股份", "集团", "公司", "(", "总公司"))
    )


def _is_nameless(name: Anatomy) -> bool:
    """Whether a blanked brand and a legal form are all there is (xx公司)."""
    return name.blanked and len(_TAILS.sub("", name.rest)) < 2


def shortens(short: str, full: str) -> bool:
    """Whether `short` leaves out characters of `full` (生化 of 生物化工有限公司); its own 公司, 集团 or 厂 may be new."""
    if _is_within(short, full):
        return True
    if short == "集团":  # 珉伍集团 is the parent of 珉伍木业
        return False
    return bool(_TAILS.search(short)) and _is_within(_TAILS.sub("", short), full)


def _is_within(short: str, full: str) -> bool:
    rest = iter(full.lower())
    return all(c in rest for c in short.lower())


def _same_place(short: str, full: str) -> bool:
    """Whether the place of `short` is left out, or part of that of `full` (南宁 of 南宁市, 河北 of 河北省石家庄市)."""
    return _PLACE_TAIL.sub("", short) in _PLACE_TAIL.sub("", full)
