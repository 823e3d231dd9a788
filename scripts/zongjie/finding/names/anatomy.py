"""What a firm's name is made of: region, brand, trade and legal form."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from zongjie.finding.names.vocabulary import Vocabulary
from zongjie.lexicon.places import Gazetteer

_GAPS = re.compile(r"[\s“”\"‘’「」]+")
_ORDINAL = re.compile(r"[一二三四五六七八九十](?:分厂|车间|工段|公司|分公司|场|矿)")
_BLANK = re.compile(r"[xX×*＊○_]{1,6}(?=[\u4e00-\u9fff])")
_BLANKED = re.compile(r"[×*＊○_某]|(?<![A-Za-z])[xX]{1,4}(?![A-Za-z])")
# The brand ends before a place in brackets: 恒诺(福建)鞋塑科技有限公司.
_OPENING = re.compile(r"(?<=[\u4e00-\u9fff]{2})[(]")
_COUNTRY = "中国"
_TOWN = re.compile(
    r"[\u4e00-\u9fff]{2,4}?(?:镇|乡|街道|苏木|(?:经济|高新|经济技术|高新技术)(?:产业)?开发区|高新区|保税区|保税港区)(?=[\u4e00-\u9fff]{2})"
)
_RELATIVE = re.compile(
    r"(?:农?[一二三四五六七八九十百零〇]+[师团连](?!族)|(?:[xX×*＊○_某]{1,4})?(?:自治区|城区|郊区|兵团|[省市县区旗州盟])|中国|国营|地方国营|国有)(?![级委属办直政])"
)


@dataclass(frozen=True)
class Anatomy:
    """A name in parts: `region` characters of place names at the front, then the brand, then known words.

    `brand` is empty where nothing but places and known words make up the name (县油脂化工总厂, 饲料公司).
    """

    name: str
    region: int
    brand: str

    @property
    def place(self) -> str:
        """The place names at the front: 浙江 of 浙江晨拓带锯床有限公司."""
        return self.name[: self.region]

    @property
    def blanked(self) -> bool:
        """Whether the brand is blanked out (xx轴瓦有限公司), so that it tells no firm from another."""
        return _BLANKED.search(self.brand) is not None

    @property
    def rest(self) -> str:
        """What follows the brand: 带锯床有限公司."""
        return self.name[self.region + len(self.brand) :]


def dissect(name: str, vocabulary: Vocabulary, gazetteer: Gazetteer) -> Anatomy:
    """The parts of `name`, blanks and quotation marks left out. A place is taken for the brand where nothing else is left (河北 + 常山 + 生化药业)."""
    name = _GAPS.sub("", name)
    cuts = _region_cuts(name, vocabulary, gazetteer)
    # A place that is the brand is it as a whole: 邹城市 + 人民医院, not 邹 + 城市人民医院.
    wholes = [*(after[0] - cut[0] for cut, after in pairwise(cuts)), 0]
    found = [
        Anatomy(name, region, name[region : region + max(len(brand), wholes[at])])
        for at, (region, may_be_brand) in reversed([*enumerate(cuts)])
        if (at == len(cuts) - 1 or may_be_brand) and (brand := _brand(name[region:], vocabulary))
    ]
    # 海陵 + 湾 is no place with a brand of one character: 江苏 + 海陵湾 + 风电装备.
    long_enough = (parts for parts in found if len(parts.brand) >= 2)
    return next(long_enough, found[0] if found else Anatomy(name, cuts[-1][0], ""))


def division_end(text: str, at: int, gazetteer: Gazetteer) -> int:
    """Where the name of a division (浙江, 沙河市) or of the country ends that begins at the offset `at`; `at` where there is none."""
    if text.startswith(_COUNTRY, at):
        return at + len(_COUNTRY)
    lengths = gazetteer.heads.get(text[at : at + 2], ())
    return at + max((n for n in lengths if gazetteer.named(text[at : at + n])), default=0)


def _region_cuts(name: str, vocabulary: Vocabulary, gazetteer: Gazetteer) -> list[tuple[int, bool]]:
    """Where the name may go on after one, two … places at its front, and whether the next of them may be a brand."""
    cuts: list[tuple[int, bool]] = []
    at = 0
    while len(cuts) < 5:
        length, may_be_brand = _place(name, at, vocabulary, gazetteer)
        cuts.append((at, may_be_brand))
        if not length:
            break
        at += length
    return cuts


def _place(name: str, at: int, vocabulary: Vocabulary, gazetteer: Gazetteer) -> tuple[int, bool]:
    """The length of the place at `at`, 0 where there is none, and whether it may be the brand (常山, xx, not 县)."""
    if found := _RELATIVE.match(name, at):
        return found.end() - at, False
    if name[at : at + 3] in vocabulary.landmarks:
        return 0, True
    town = _TOWN.match(name, at)
    for length in gazetteer.heads.get(name[at : at + 2], ()):
        place = name[at : at + length]
        if gazetteer.named(place) and place not in gazetteer.everyday:
            # 双河 is a city, but 双河镇 a town
            return (length + 1 if town and town.end() == at + length + 1 else length), True
    found = _BLANK.match(name, at) or town
    return (found.end() - at if found else 0), True


def _brand(text: str, vocabulary: Vocabulary) -> str:
    """The front of `text` up to where only known words follow; empty where known words are all there is."""
    if vocabulary.is_plain(text) or _ORDINAL.match(text):
        return ""
    bracket = _OPENING.search(text)
    for end in range(1, bracket.start() if bracket else len(text)):
        if vocabulary.filler.covers(text, end):
            # 阳煤 + 化工, not 阳 + 煤化工
            return text[:2] if end == 1 and vocabulary.filler.covers(text, 2) else text[:end]
    return text[: bracket.start()] if bracket else text
