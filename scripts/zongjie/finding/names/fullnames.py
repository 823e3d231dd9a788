"""Full names of firms: they end in a legal form or in a word such as 厂, 农场, 商场."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from zongjie.finding.names.anatomy import Anatomy, dissect, division_end
from zongjie.finding.names.edges import Edges
from zongjie.finding.names.vocabulary import Vocabulary
from zongjie.lexicon.places import Gazetteer
from zongjie.lexicon.wordset import Hit
from zongjie.model import Span

_IN_PREPARATION = re.compile(r"[(](?:筹|筹建|筹备|有限合伙|普通合伙|特殊普通合伙|集团|控股)[)]")
# Endings that make a name of a place alone: 霍尔奇农场, 县第二医药公司 but not 北京公司.
_VAGUE = frozenset(("公司", "集团", "总公司", "集团公司", "有限公司", "股份公司", "企业"))
# 富丰、利翔、粤茂三公司, but 国营第七六二厂
_COUNTING = re.compile(r"[、和与][^、,。;]{1,5}[^、,。;第〇零一二三四五六七八九十][两二三四五六七八九十]大?\Z")
_COUNT = re.compile(
    r"(?P<number>[0-9]+|[一二三四五六七八九十百]+)余?(?P<of>[个家座处户所])(?!企业|单位|厂|公司|民营|国有)"
)
# What stands after an output is to be built: 年产5万吨竹浆纸厂.
_OUTPUT = re.compile(r"[0-9百千万亿](?:吨|台|套|千瓦|头|只|羽|件)\Z")
# A base of a firm's is not the firm: 金禾米业水稻种植基地.
_FIRM_BEFORE = re.compile(r"[\u4e00-\u9fff]{2,}(?:[药乳米酒种矿茶粮油果菜木纸]业|公司|集团|厂|合作社)")
# A number tells one works from the others of its trade: 无线电一厂.
_NUMBERED = frozenset(("一厂", "二厂", "三厂", "四厂"))
_DEPARTMENT = ("服务部", "开发部", "咨询部", "维修部")
_OWNERS = (*"业厂局委院所场社站校会部厅", "公司", "集团", "大学", "中心", "政府", "股份")
# Who owns it is no place: 国有林场.
_OWNED = frozenset(("国有", "国营", "地方国营"))
_ORE = re.compile("品位|氧化|硫化|难选|伴生|共生|复杂|[贫富]$|钒钛|综合利用")
_TREATED = re.compile("湿法|选矿|冶炼|冶金|浮选|浸出|提取|尾矿|综合|石|渣|床|资源|伴生|高效")
_SHORTEST = 3
# A parent's name may stand before that of its child: 中国电建集团贵阳勘测设计研究院有限公司, 农垦总局红兴隆分局友谊农场.
_PARENT = re.compile(r"(?:集团|国网)\Z|农垦总?局|垦区|兵团")
# A longer brand is most likely more than the name (示范工程建设方面河北常山生化药业股份有限公司).
_LONGEST_BRAND = 6


@dataclass(frozen=True)
class FullNames:
    """Finds full names in one text. `produce` are crops and the like: a name needs more than one of them (枸杞苗圃)."""

    edges: Edges
    vocabulary: Vocabulary
    gazetteer: Gazetteer
    produce: frozenset[str]

    def find(self) -> tuple[Span, ...]:
        """The full names, in order of their ends; one that ends where a longer one begins or goes on is left to it."""
        return tuple(dict.fromkeys(self._find()))

    def _find(self) -> Iterator[Span]:
        text = self.edges.text
        for match in self.vocabulary.tails(text):
            if not self._ends_here(match.end()) or self._is_other_word(match) or self._closes_list(match):
                continue
            start = self._start(match.start(), match.end())
            if start is None or self._is_counted(match) or self._is_unit(start, match):
                continue
            if match.group().endswith("矿") and self._is_ore(start, match):
                continue
            if self._is_name(text[start : match.end()], match.group()):
                yield Span(start, self._whole(start, match.end()))

    def _start(self, tail: int, end: int) -> int | None:
        """Where the name begins whose tail stands at `tail`; what stands before a place inside a long brand is cut off."""
        text = self.edges.text
        start = self.edges.begin(tail, lambda at: self._fullness(text[at:end], text[tail:end]))
        if start is not None and text[max(0, start - 1) : start + 1] == "其中":  # 其中|华清园公司
            start += 1
        if start is not None and _OUTPUT.search(text, max(0, start - 3), start):
            return None
        start = self._from_place(start, tail)
        if start is None:
            return None
        if self._brand_length(text[start:end]) <= _LONGEST_BRAND:
            return start
        places = (at for at in range(start + 1, tail - 1) if self.edges.is_edge(at) and self._is_place(at))
        return next((at for at in places if not _PARENT.search(text[start:at])), start)

    def _from_place(self, start: int | None, tail: int) -> int | None:
        """The start with the place before it that a guessed stop keeps apart, also where no name seemed to begin."""
        nearest, _ = next(self.edges.starts(tail), (tail, None))
        seeming = nearest if start is None else start
        placed = self.edges.from_place(seeming, lambda at: division_end(self.edges.text, at, self.gazetteer))
        return start if placed == seeming else placed

    def _fullness(self, name: str, tail: str) -> int:
        """2 where nothing is lacking at the front of the name, 1 where its brand is a single character (岭药业有限公司)."""
        parts = dissect(name, self.vocabulary, self.gazetteer)
        return min(len(parts.brand), 2) if parts.brand else 2 * self._is_name(name, tail)

    def _is_place(self, at: int) -> bool:
        """Whether a division's name begins at `at` and ends with a word."""
        text = self.edges.text
        return any(
            self.gazetteer.named(text[at : at + length])
            and self.edges.is_edge(at + length)
            and text[at + length] not in ")("
            for length in self.gazetteer.heads.get(text[at : at + 2], ())
        )

    def _is_other_word(self, tail: Hit) -> bool:
        """Whether the tail is the second half of a common word (入厂, 全厂)."""
        return len(tail.group()) == 1 and self.edges.text.endswith(self.vocabulary.not_before, 0, tail.start())

    def _is_counted(self, tail: Hit) -> bool:
        """Whether a number says that there are many such things, or one building: 养殖场18个, 火电厂1座."""
        if tail.group().endswith(("公司", "集团")):
            return False
        count = _COUNT.match(self.edges.text, tail.end())
        return count is not None and (count["number"] not in ("1", "一") or count["of"] in "座处")

    def _is_unit(self, start: int, tail: Hit) -> bool:
        """Whether it is the department of a firm, a bureau or a school: 华信药业技术开发部, not 塬上果树技术服务部."""
        if not tail.group().endswith(_DEPARTMENT):
            return False
        head = self.edges.text[start : tail.start()]
        return head.endswith(_OWNERS) or self.edges.text.count(head) > self.edges.text.count(head + tail.group())

    def _is_ore(self, start: int, tail: Hit) -> bool:
        """Whether it is what is dug and not who digs: 低品位氧化铜矿, 钒钛磁铁矿选矿."""
        if _ORE.search(self.edges.text, start, tail.start()):
            return True
        return _TREATED.match(self.edges.text, tail.end()) is not None

    def _closes_list(self, tail: Hit) -> bool:
        """Whether the tail counts the names of a list (富丰、利翔、粤茂三公司)."""
        return _COUNTING.search(self.edges.text, max(0, tail.start() - 10), tail.start()) is not None

    def _ends_here(self, end: int) -> bool:
        """Whether the tail is not the beginning of another word (厂房, 公司法; 主持 after 公司 is a word of its own)."""
        other = self.vocabulary.not_after.match(self.edges.text, end)
        return self.edges.is_edge(end) and (other is None or not self.edges.is_edge(other.end()))

    def _brand_length(self, name: str) -> int:
        return len(dissect(name, self.vocabulary, self.gazetteer).brand)

    def _is_name(self, name: str, tail: str) -> bool:
        parts = dissect(name, self.vocabulary, self.gazetteer)
        if parts.brand in self.produce and not parts.region:
            return False
        if name.count("(") != name.count(")"):  # 四川金广实业(集团
            return False
        if len(name) < _SHORTEST or self._is_place_alone(parts, tail):
            return False
        if tail.endswith("基地") and _FIRM_BEFORE.match(name):
            return False
        if parts.brand:
            placed = parts.region > 0 and parts.place not in _OWNED
            return len(parts.brand) > 1 or placed or name[0] in '“"‘「'
        if tail in _NUMBERED:
            return self._has_trade(parts, tail)
        return bool(parts.region) and parts.place not in _OWNED and self._has_trade(parts, tail)

    def _is_place_alone(self, parts: Anatomy, tail: str) -> bool:
        """Whether a province or city and a vague ending are all there is (香港公司)."""
        high = any(division.level != "county" for division in self.gazetteer.named(parts.brand))
        return high and tail in _VAGUE and parts.rest == tail

    def _has_trade(self, parts: Anatomy, tail: str) -> bool:
        """Whether a name without a brand says what the firm does (县油脂化工总厂); 市公司 and 北京公司 are no names."""
        middle = parts.name[parts.region : len(parts.name) - len(tail)]
        return bool(middle) or tail not in _VAGUE

    def _whole(self, start: int, end: int) -> int:
        """The end with (筹) or a branch (河北分公司) that belongs to the name."""
        text = self.edges.text
        if found := _IN_PREPARATION.match(text, end):
            return found.end()
        found = self.vocabulary.branch.match(text, end)
        if (
            found
            and self.edges.is_edge(found.end())
            and not any(start < stop.end and end <= stop.start < found.end() for stop in self.edges.stops)
        ):
            return found.end()
        return end
