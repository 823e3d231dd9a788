"""Where the name of a platform begins, and whether it is a proper one: 缙云麻鸭高效养殖科技示范基地, not 示范基地6个."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import lru_cache

from zongjie.finding.analysis import Analysis, Word
from zongjie.lexicon.words import Words, any_of
from zongjie.model import Span

CLASSES = ("研发平台尾", "工作站尾", "孵化平台尾", "园区平台尾", "基地平台尾", "台站平台尾", "服务平台尾", "网络平台尾")
# Classes whose names may hold verbs: 岳阳市科技成果|转移转化|服务中心.
_WITH_VERBS = ("研发平台尾", "孵化平台尾", "服务平台尾", "园区平台尾")
_LONGEST = 34
_INSIDE = frozenset("—-–·×xX*＊○_")
_DASHES = "—-–·"
_LEADING = frozenset(
    "在对向从由与和及到把将被为是有的了着等使让给按以其该此各每个家处项名这那也都已可能要并而且就还再共即建办设"
)
# Words of organisations that the segmenter takes for sayings.
_BODIES = ("合作社", "有限公司")
_LATIN = re.compile(r"[0-9A-Za-z]+")
# What belongs to a name although a place follows: 天津大学|静海科技园, 国家火炬计划|盱眙…基地, 启迪之星（|赣州）孵化器.
_ORGANISATION = re.compile(
    r"(?:[（(]|国家|中国|省|自治区|大学|学院|研究院|研究所|公司|集团|厂|合作社|协会|农大|科院|实验室)"
)
_VERB = re.compile("获(?=省|市|国家|自治区)|获批|获准|获评|荣获|入选|批建|申建|筹建|组建|联建|合建|升格为|认定为")
# Of which a county or city has one, so that its level alone tells whose it is: 县地震台, 市青少年科技活动中心.
ONLY_ONE = re.compile(
    "(?<![全我本各贵省两发新园示])[市县区旗州盟](?=(?:地震|测震|强震动?|前兆)[\u4e00-\u9fff]{0,4}台|青少年[\u4e00-\u9fff]{0,6}(?:科技|科普)|科技活动"
    "|科技企业孵化器|(?:高新技术|科技)创业服务中心)"
)
# How crafts end that the segmenter takes for sayings: 旱育稀植.
_CRAFT = tuple("植栽养种育作播肥灌防治收")
# A name of two characters behind a pause, of which the second is an adverb as a rule: （2）龙都|众创空间.
_AFTER_PAUSE = re.compile(r"[、,，。;；:：)）\s](?P<first>[\u4e00-\u9fff])[都和]")
# What may stand between a place and the tail of one name: no level alone, no word of grammar.
_SOLID = re.compile("(?:[^,，、。;；:：“”《》\\s的了在被为由将把对与和及以（）()]|[（(][^()（）]{2,6}[)）]){2,}(?<!级)")
# Words that end a name to their right whatever they are: pronouns, prepositions, particles, adverbs, measures.
_FUNCTION = ("r", "p", "c", "u", "d", "q", "y", "e", "o")


@lru_cache(maxsize=8)
def tail_pattern(tails: tuple[str, ...]) -> re.Pattern[str]:
    """The tails, the longest first, not followed by what makes them part of another word (基地 in 基地化, 交易中心有限公司)."""
    return re.compile(
        f"{any_of(tails)}(?![化型性式]|(?:运营|管理|服务|投资|发展)?(?:有限|公司|集团)|合同|成交|交易额|管理办|认定登记|活跃)"
    )


def all_tails(words: Words) -> tuple[str, ...]:
    """The tails of all classes."""
    return tuple(sorted({tail for name in CLASSES for tail in words[name]}))


def name_start(analysis: Analysis, tail: Span, words: Words, places: Sequence[Span], floor: int = 0) -> int:
    """Where the name with that `tail` begins: 建立了|静海县生猪|科技示范基地; never before `floor`."""
    text, atoms = analysis.text, analysis.atoms
    start = max(floor, _anchor(analysis, tail, words, places))
    at = bisect_left(atoms, start, key=lambda a: a.start) - 1
    while at >= 0 and atoms[at].start >= floor and tail.start - atoms[at].start <= _LONGEST:
        atom = atoms[at]
        if atom.text in (")", "）"):
            opening = _bracket(text, atom.start)
            if opening is None or opening < floor:
                break
            start = opening
            at = bisect_left(atoms, opening, key=lambda a: a.start) - 1
            continue
        inside = any(place.start <= atom.start and atom.end <= place.end for place in places)
        if _is_long_dash(text, atom):
            break  # 第一个院士工作站——|安琪生物院士工作站
        if atom.end == tail.start and (whole := _AFTER_PAUSE.fullmatch(text[max(0, atom.start - 2) : atom.end])):
            return atom.start - len(whole["first"])
        homely = text[atom.start - 1 : atom.end] == "之家"
        homely |= (
            atom.text == "利用" and text[atom.start - 2 : atom.start] in words["平台用动词"]
        )  # 保护|利用重点实验室
        if not inside and not homely and _stops(atom, text[atom.start : min(atom.end, tail.start)], words):
            break
        start = atom.start
        at -= 1
    start = max(start, text.rfind("\n", start, tail.start) + 1)
    start = _at_only_one(text, _behind_verb(text, start, tail.start), tail.end, places)
    start = _without_lead(text, _at_place(text, start, tail.start, places), tail.start, words)
    if all(place.start != start for place in places):
        start = _at_level(text, start, tail.start)
    return start if any(place.start == start for place in places) else _without_number(text, start)


def _anchor(analysis: Analysis, tail: Span, words: Words, places: Sequence[Span]) -> int:
    """The place with which the name of a research centre must begin, verbs in between or not: 广东省|高密度互连电路板….

    The start of the tail where a word that leads up to names stands in between (在寿光市建成蔬菜…), or only a level.
    """
    text, found = analysis.text, tail.start
    if all(text[tail.start : tail.end] not in words[name] for name in _WITH_VERBS):
        return found
    for place in reversed(places):
        if not tail.start - _LONGEST <= place.start < place.end <= tail.start - 2:
            continue
        between = text[place.end : tail.start]
        if not _SOLID.fullmatch(between) or _leading(words["平台前词"]).search(between):
            break
        if between[0] in "建办设获" and analysis.is_boundary(place.end + 1):
            break  # 孔国乡|建|科技示范园区
        found = place.start
    return found


@lru_cache(maxsize=4)
def _leading(words: tuple[str, ...]) -> re.Pattern[str]:
    """Words of two and more characters that lead up to names."""
    return re.compile("|".join(re.escape(word) for word in words if len(word) > 1))


def _bracket(text: str, closing: int) -> int | None:
    """Where a short bracket inside a name opens: 江苏省（禾芯）宽禁带…; the number of a heading, (二), is none."""
    opening = max(text.rfind("(", 0, closing), text.rfind("（", 0, closing))
    if not 0 < closing - opening <= 9 or not re.match(r"[\u4e00-\u9fff]", text[opening - 1 : opening]):
        return None
    return opening


def _is_long_dash(text: str, atom: Word) -> bool:
    return atom.text[-1] in "—–" and text[atom.end - 2 : atom.end] in ("——", "––")


def _stops(atom: Word, piece: str, words: Words) -> bool:
    """Whether no name runs over this word, of which `piece` lies before the tail."""
    if piece in words["平台前词"]:
        return True
    if piece in _INSIDE or _LATIN.fullmatch(piece):
        return piece.isdigit() and len(piece) < 3  # 863创客空间
    if not re.fullmatch(r"[\u4e00-\u9fff]+", piece):
        return True
    if len(piece) == 1:
        return piece in _LEADING
    if atom.pos.startswith(_FUNCTION):
        return piece not in words["平台用动词"]
    if piece in _BODIES or (atom.pos == "l" and len(piece) == 4 and piece.endswith(_CRAFT)):
        return False
    return atom.pos in ("v", "vd", "ad", "l", "i") and piece not in words["平台用动词"]


def _behind_verb(text: str, start: int, end: int) -> int:
    """The start behind a verb that the segmenter takes apart: 吴南仪表获批|自治区级企业技术中心."""
    return max((match.end() for match in _VERB.finditer(text, start, end)), default=start)


def _at_only_one(text: str, start: int, end: int, places: Sequence[Span]) -> int:
    """The start of what a county or city has one of, where its level stands alone: 当天开放|市青少年科技活动中心."""
    found = ONLY_ONE.search(text, start, end)
    if found is None or any(place.start <= found.start() < place.end for place in places):
        return start
    return found.start()


def _without_lead(text: str, start: int, end: int, words: Words) -> int:
    """The start without a word that leads up to names but that the segmenter takes apart: 建好|示范园."""
    match = _leads(words["平台前词"]).match(text, start, end)
    return match.end() if match else start


@lru_cache(maxsize=4)
def _leads(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(f"(?:{'|'.join(re.escape(word) for word in words if len(word) > 1)})*")


def _at_level(text: str, start: int, end: int) -> int:
    """The start of 国家… in the name, where no place stands before it: 科技活动周|国家高性能液压件….

    With nothing between it and the tail, the name's content stands before it: 先进轨道交通装备国家技术创新中心.
    """
    at = text.rfind("国家", start, end)
    if end - at <= 4:
        return start
    if at <= start or text[at : at + 3] == "国家级" or text[at - 1] in "xX×*＊县市区":
        return start
    return start if at - start <= 3 else at


def _without_number(text: str, start: int) -> int:
    """The start without the number of a run-in heading that lost its mark: 二|煤化工研发中心作用明显.

    Not in 五眼泉柑橘农业科技示范园 where the text names 五眼泉镇.
    """
    if text[start] not in "一二三四五六七八九" or (start and text[start - 1] not in "\n。;；"):
        return start
    is_place = re.search(
        re.escape(text[start : start + 3]) + "[镇乡村]|" + re.escape(text[start : start + 2]) + "[镇乡村]", text
    )
    return start if is_place else start + 1


def _at_place(text: str, start: int, end: int, places: Sequence[Span]) -> int:
    """The start of the last place in the name, where no organisation stands before it: 牵头单位|静海县….

    Places in a row belong together, and what a dash joins: 重庆|永川科创园, 深圳—|河源产学研创新基地.
    """
    at = start
    for place in reversed(places):
        if start < at == place.end and start <= place.start:
            at = place.start
        if at > start or not start < place.start or place.end > end:
            continue
        joined = text[place.start - 1] in _DASHES and place.start - 1 > start
        # the field stands before it: 印铁制罐装备|福建省|企业重点实验室
        joined |= text[place.end - 1] in "省区团" and end - place.end <= 2 and place.start - start >= 4
        at = start if joined or _ORGANISATION.search(text, start, place.start) else place.start
    return at


def content(name: str, tail: str, places: Iterable[str], words: Words) -> str:
    """What remains of a name without its tail, the places in it and general words: 浙江省带锯床工程技术研究中心 → 带锯床."""
    core = name.removesuffix(tail)
    for place in sorted(places, key=len, reverse=True):
        core = core.replace(place, "")
    return _generic(words["平台泛词"]).sub("", re.sub(r"第[^第]{1,3}批|[“”（）()\-—xX×*＊]", "", core))


@lru_cache(maxsize=4)
def _generic(generic: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(any_of(generic))
