"""Where names may begin and end in a text: at punctuation, and at words that no name holds."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from zongjie.finding.analysis import Analysis, Word
from zongjie.finding.names.vocabulary import EdgeWords, Vocabulary
from zongjie.lexicon.places import Gazetteer
from zongjie.model import Block, Span
from zongjie.reading.enumerators import enumerator_at

# Enumerators of one character and bullets are marks too: ⑴黄河乳业, ●恒岭机电.
_MARKS = frozenset(
    '。;!?\n,、:“”《》「」『』‘’"()【】[]…—|/+'
    + "".join(
        map(chr, (*range(0x2460, 0x24FF), *range(0x25A0, 0x2600), *range(0x2776, 0x2794), *range(0x3220, 0x3244)))
    )
    + "※★☆✓✔•▪"
)
_LONGEST, _SHORT_LINE = 40, 30
_LONGEST_GAP = 4
# 6月12日, 3家, 两个, 80%: what stands before is no part of the name that follows.
_COUNTED = re.compile(
    r"(?:[0-9][0-9.,]*|[xX×*]{2})[多余]?(?:年度?|月份?|日|次|万?元|亿元|%|场次?|人次?)"
    r"|(?:[0-9][0-9.,]*|[xX×*]{2}|[一二三四五六七八九十百千两几多余数]+)[多余]?(?:家|户|个|名|项|位|批|期|届|次)"
    r"|[0-9][0-9.,]*[百千万亿]*(?:种|件|台|套|亩|吨|号|张|册|条|倍|头|只|羽|千瓦)"
    r"|(?<![0-9.])[0-9]{1,2}(?:[.](?![0-9])|(?:[.][0-9]{1,2}){1,3}(?=[ \u3000]*[\u4e00-\u9fff]))"
    r"|中[外日美德韩英法港台澳泰新意加荷丹俄]合[资作]"
    r"|[我本全该各](?:省|市|县|区|旗|州|盟|局|镇|乡|院|校)(?!域|级)"
)
# A place or 集团 in brackets may stand inside a name: 大自然饲料(天津)有限公司.
_BRACKET = re.compile(r"[(]([^()\n,。;、]{1,8})[)]")
_FIRM_AFTER = re.compile(r"[\u4e00-\u9fffA-Za-z]{2,12}?(?:公司|集团)")
_QUOTED_BRAND = re.compile(r"[“\"‘「][\u4e00-\u9fffA-Za-z]{2,6}[”\"’」](?=[\u4e00-\u9fff])")
# Full-width forms are read as half-width ones; no offset moves.
_HALF = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)}
# A blank after few characters is damage (河南 中 鹤 纯净粉业), not the end of a name.
_SCATTERED = re.compile(
    r"(?<![\u4e00-\u9fff]{4})(?<=[\u4e00-\u9fff])[ \u3000]{1,2}(?=[\u4e00-\u9fff])|(?<=[Xx×*]) (?=[Xx×*])"
)
# After a name's tail these join it to the next one (服务公司和咨询公司), elsewhere they may be part of a brand (三和).
_JOINTS = frozenset("和与及同跟")
_NAMED = (
    "公司",
    "集团",
    "厂",
    "农场",
    "林场",
    "合作社",
    "大学",
    "学院",
    "研究院",
    "研究所",
    "医院",
    "企业",
    "单位",
    "局",
)
# 和县 is a county of Anhui, but after a name it is 和 and 县 (第二轻工机械厂和县农机修造厂).
_AND_COUNTY = "和县"
# 会同县 is a county of Hunan; elsewhere it is 会同, and 县 begins what acts along (会同县农业局).
_WITH_COUNTY = "会同县"
# (系河南理工大学教师团队创办): a verb where a clause begins.
_IS_OF = "系"
# The county's city and neighbours, which a text from there names.
_ITS_REGION = re.compile("怀化|靖州|洪江")
# 和 before 镇 is a part of the town's name (春和镇), before 镇政府 it is not.
_IN_TOWN = re.compile("和(?:镇|乡)(?![政党办里村人纪派卫])")
# These are adverbs, times and the like to the segmenter, but in names they write sounds (莫索湾, 四特, 清大奥普).
_SOUNDS = frozenset("越莫他尔兹永恒齐顺光净白朝单弗乃凡特太必渐殊甫徒尤犹独真极尚绝虚蛮偶确猛何然清午目亥戌") | {"首尔"}
# These may be brands' too where one character stands before them that is no word there (华地, 金得; not 今秋, 该地).
_TORN = frozenset("得地约常边若刚秋冬")
_ALONE = frozenset("今去当该各本此每年月日省市县区局我可能使不")
# 国有企业, 科技人员: words that end so are no part of a name.
_PEOPLE = ("企业", "人员", "专家", "干部", "农民", "职工", "群众")
# After these words none of those characters joins or tells anything: 走访了和利时, 由正大天晴, 帮助因美纳.
_WANTING = ("了", "由", "走访", "考察", "引进", "帮助", "扶持", "支持", "指导")
_NEVER_AFTER = frozenset("和正因应有如当而则能可即至经")
_THERE_ARE = ("企业", "单位", "公司", "厂家", "厂商", "客商", "民企", "高企")
_CAPITAL = re.compile(r"[散药瓷酒煤钢铜锡盐糖茶花水名龙凤皇京古云仙丰新成江中蜀鄂商兴宁永华丽天大][都]\Z")
_POS = frozenset(("p", "c", "d", "r", "t", "y", "ul", "uj", "uz", "ug", "ud", "uv"))


@dataclass(frozen=True, slots=True)
class Stop:
    """A stretch that names end before and begin after.

    A soft one may yet be part of a brand (天天 of 天天乳业), unless it is firm (检查 in 检查商场): then there is no name.
    One that is only a guess was told by its part of speech alone (迎新 is a verb in the dictionary).
    """

    start: int
    end: int
    soft: bool
    firm: bool = False
    guess: bool = False


@dataclass(frozen=True)
class Edges:
    """The stops of one text, in order, and the words that names end before; `words` tells the part of speech of each word."""

    text: str
    stops: tuple[Stop, ...]
    ends: tuple[int, ...]
    closers: tuple[int, ...]
    atoms: frozenset[int]
    verbs: frozenset[int]
    words: Mapping[Span, str]

    def at(self, span: Span) -> str:
        """What stands there, in half-width forms."""
        return self.text[span.start : span.end]

    def starts(self, end: int) -> Iterator[tuple[int, Stop]]:
        """Where a name that ends before `end` may begin, nearest first, each with the stop before; a hard one is the last."""
        at = bisect_right(self.ends, end) - 1
        while at >= 0 and end - self.stops[at].end <= _LONGEST:
            stop = self.stops[at]
            yield self._past_blanks(stop.end), stop
            if not stop.soft:
                return
            at -= 1
        if at < 0 and end <= _LONGEST:
            yield 0, Stop(0, 0, False)

    def _past_blanks(self, offset: int) -> int:
        while self.text[offset : offset + 1].isspace():
            offset += 1
        return offset

    def begin(self, end: int, brand: Callable[[int], int]) -> int | None:
        """The start of the name that ends at `end`, None where there is none; `brand(start)` is the length of its brand.

        After a soft stop the brand must have two characters; else the stop is taken for a part of it.
        """
        starts = [*self.starts(end)]
        for (start, stop), before in zip(starts, [*(at for at, _ in starts[1:]), -1], strict=False):
            length = brand(start) if start < end else 0
            if start < end and (not stop.soft or (length >= 2 and not self._is_torn(stop, before))):
                return start + 1 if self._is_former(start, stop) and brand(start + 1) >= 2 else start
            if not stop.soft:
                return None
            # 为 before 养鸡场 is no brand: nothing of a brand stands on either side of it.
            if stop.firm or (length == 0 and stop.end - stop.start == 1 and before == stop.start):
                return None
        return None

    def from_place(self, start: int, place: Callable[[int], int]) -> int:
        """Where the name begins that seems to begin at `start`, if a place stands at its front and nothing but a guessed
        stop between them: 河北 before 迎新|集团…有限公司, 安徽省 before 包装|技术协会.

        `place(at)` is where the place ends that begins at `at`; `at` where none does.
        """
        candidates = [*self.starts(start)]
        for (begin, stop), (before, _) in pairwise(candidates):
            if begin > start or not stop.guess:
                break
            end = place(before)
            if before < end <= stop.start and start - end <= _LONGEST_GAP:
                return before
        return start

    def _is_torn(self, stop: Stop, before: int) -> bool:
        """Whether the stop is a character of a brand: what stands before it wants a thing (走访了和利时), or a single
        character would be left over `before` it (华地农林)."""
        character = self.text[stop.start : stop.end]
        if character in _NEVER_AFTER:
            return self.text.endswith(_WANTING, 0, stop.start)
        return character in _TORN and stop.start - before == 1 and self.text[before] not in _ALONE

    def _is_former(self, start: int, stop: Stop) -> bool:
        """Whether 原 stands there as a word (原安居酒厂), or 有 after what there is (企业有恒大公司)."""
        if self.text.startswith("有", start) and self.text[stop.start : stop.end].endswith(_THERE_ARE):
            return stop.end == start
        return self.text.startswith("原", start) and self.is_edge(start + 1)

    def finish(self, start: int) -> int:
        """Where a name that begins at `start` ends: before the next punctuation mark or word that no name holds."""
        at = bisect_left(self.closers, start + 2)
        return self.closers[at] if at < len(self.closers) else len(self.text)

    def is_end(self, offset: int) -> bool:
        """Whether names end at `offset`: before a punctuation mark, a verb, or a word that no name holds."""
        at = bisect_left(self.closers, offset)
        closed = at < len(self.closers) and self.closers[at] == offset
        return closed or offset >= len(self.text) or offset in self.verbs

    def has_firm_stop(self, start: int, end: int) -> bool:
        """Whether a stop stands there that is no part of a brand: a hard one, a firm one, or 和 and its like."""
        first = bisect_right(self.ends, start)
        return any(
            not stop.soft or stop.firm or self.text[stop.start : stop.end] in _JOINTS
            for stop in self.stops[first : bisect_right(self.ends, end)]
        )

    def is_start(self, offset: int) -> bool:
        """Whether names begin at `offset`: after a punctuation mark or a word that no name holds."""
        at = bisect_left(self.ends, offset)
        return offset == 0 or (at < len(self.ends) and self.ends[at] == offset)

    def word_at(self, span: Span) -> str | None:
        """The part of speech of what stands there, None where it is no single word of the dictionary (硒谷)."""
        return self.words.get(span)

    def is_edge(self, offset: int) -> bool:
        """Whether a word begins at `offset`, guesses at unknown words apart."""
        return offset in self.atoms


def edges_of(analysis: Analysis, words: EdgeWords, vocabulary: Vocabulary, gazetteer: Gazetteer) -> Edges:
    """The edges of the record's text, for names made of `vocabulary`."""
    text = half_width(analysis.text)
    inside = {at for span in _inner_marks(text, words, vocabulary, gazetteer) for at in (span.start, span.end - 1)}
    passing = (vocabulary.compound, _SCATTERED)
    covered = {at for pattern in passing for m in pattern.finditer(text) for at in range(*m.span())} | inside
    breaks = _breaks(analysis.record.blocks, text)
    stops = [Stop(m.start(), m.end(), False) for m in _COUNTED.finditer(text)]
    stops += [Stop(end, end + 1, False) for end in breaks]
    closers: list[int] = []
    kinds: dict[tuple[str, str], Word] = {(atom.text, atom.pos): atom for atom in analysis.atoms}
    looks = {kind: _look(atom, words, vocabulary, gazetteer) for kind, atom in kinds.items()}
    for atom in analysis.atoms:
        marked = text[atom.start] in _MARKS
        look = looks[atom.text, atom.pos]
        if (marked or look) and atom.start not in covered and (stop := _stop(atom, look, text, marked)):
            stops.append(stop)
        if (marked or atom.text in words.after) and atom.start not in inside:
            closers.append(atom.start)
    marks = (enumerator_at(text, block.start, block.end) for block in analysis.record.blocks)
    stops += [Stop(mark.start, mark.end, False) for mark in marks if mark and mark.end > mark.start]
    stops.sort(key=lambda stop: (stop.end, stop.soft))
    closers = sorted({*closers, *breaks})
    starts = frozenset(atom.start for atom in analysis.atoms).union(breaks)
    verbs = frozenset(atom.start for atom in analysis.atoms if atom.pos in ("v", "d", "p"))
    tags = {Span(atom.start, atom.end): atom.pos for atom in analysis.atoms if atom.end - atom.start > 1}
    return Edges(text, tuple(stops), tuple(s.end for s in stops), tuple(closers), starts, verbs, tags)


def _breaks(blocks: Sequence[Block], text: str) -> list[int]:
    """Where paragraphs end; a long line without a mark at its end may be a broken one (…科技股份有限⏎公司)."""
    return [b.end for b in blocks if b.end - b.start < _SHORT_LINE or text[b.end - 1] in _MARKS or b.end == len(text)]


def half_width(text: str) -> str:
    """`text` with full-width forms made half-width, character for character."""
    return text.translate(_HALF)


def _look(atom: Word, words: EdgeWords, vocabulary: Vocabulary, gazetteer: Gazetteer) -> str:
    """What the word may be wherever it stands: a "hard" stop, a "soft" or "firm" one, a "guess", one that its place decides, or none ("")."""
    if atom.text in words.hard or (len(atom.text) > 2 and atom.text.endswith(_PEOPLE)):
        return "hard"
    if _is_soft(atom, words, vocabulary) and not gazetteer.named(atom.text):
        listed = atom.text in words.soft or atom.text.isspace()
        return ("firm" if _is_firm(atom, words, vocabulary) else "soft") if listed else "guess"
    return "placed" if atom.text in (_WITH_COUNTY, _IS_OF, _AND_COUNTY) else ""


def _stop(atom: Word, look: str, text: str, marked: bool) -> Stop | None:
    """The stop that the word is, if it is one."""
    before = text[atom.start - 1 : atom.start]
    if (atom.text == "和" and _IN_TOWN.match(text, atom.start)) or _is_capital(atom, text):
        return None
    if marked or look == "hard":
        return Stop(atom.start, atom.end, False)
    if look in ("soft", "firm", "guess"):
        soft = atom.text not in _JOINTS or not text.endswith(_NAMED, 0, atom.start)
        return Stop(atom.start, atom.end, soft, soft and look == "firm", look == "guess")
    if atom.text == _WITH_COUNTY and not _ITS_REGION.search(text):
        return Stop(atom.start, atom.start + 2, False)
    if atom.text == _IS_OF and before in _MARKS:
        return Stop(atom.start, atom.end, False)
    if atom.text == _AND_COUNTY and before not in _MARKS:
        return Stop(atom.start, atom.start + 1, False)
    return None


def _is_capital(atom: Word, text: str) -> bool:
    """Whether 都 is the end of a name (散都, 药都, 龙都) and not all of what was listed (企业都已投产)."""
    return atom.text == "都" and _CAPITAL.search(text, max(0, atom.start - 2), atom.end) is not None


def _is_soft(atom: Word, words: EdgeWords, vocabulary: Vocabulary) -> bool:
    if atom.text in vocabulary.inside or atom.text in _SOUNDS:
        return False
    if atom.text in words.soft or atom.text.isspace():
        return True
    return atom.pos in _POS or (len(atom.text) > 1 and atom.pos == "v") or (len(atom.text) > 3 and atom.pos == "i")


def _is_firm(atom: Word, words: EdgeWords, vocabulary: Vocabulary) -> bool:
    """Whether a listed word is never part of a brand (检查), unlike one that names hold (服务) or a mere character (和)."""
    return len(atom.text) > 1 and atom.text in words.soft and not vocabulary.is_plain(atom.text)


def _inner_marks(text: str, words: EdgeWords, vocabulary: Vocabulary, gazetteer: Gazetteer) -> Iterator[Span]:
    """Marks that are part of a name: brackets with a word such as 集团 or a place, quotation marks around the brand.

    大自然饲料(天津)有限公司, 河南“双汇”集团.
    """
    for match in _BRACKET.finditer(text):
        inner, end = match.group(1), match.end()
        place = _FIRM_AFTER.match(text, end) is not None and bool(gazetteer.named(inner))
        if place or inner in words.bracketed or (len(inner) <= 4 and _goes_on(text, end, vocabulary)):
            yield Span(*match.span())
    for match in _QUOTED_BRAND.finditer(text):
        if _goes_on(text, match.end(), vocabulary):
            yield Span(*match.span())


def _goes_on(text: str, at: int, vocabulary: Vocabulary) -> bool:
    """Whether what follows is the rest of a full name: trade words and a legal form."""
    return vocabulary.tail.search(text, at, vocabulary.filler.end(text, at)) is not None
