"""Quantities that report work or set a target: 专利申请量1215件, 28个部门参加, 力争立项15项以上."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from zongjie.finding.analysis import Analysis, Word
from zongjie.finding.dates import find_dates
from zongjie.finding.plans import find_plans
from zongjie.finding.quantities import Quantity, find_quantities
from zongjie.lexicon import Lexicon
from zongjie.model import Figure, Span

_PAUSE = re.compile(r"[,,、:::;;。!!??\n()()]")
_ENUMERATOR = re.compile(
    r"^(?:[((][一二三四五六七八九十0-9]+[))]|[一二三四五六七八九十]{1,2}(?:是|要|、)|第[一二三四五六七八九十]|[0-9]{1,2}[.、.]|首先|其次)+"
)
_GROWTH = re.compile(
    r"(?:同比|环比|较上?去?年?(?:同期)?|比(?:上年|去年|上年同期|去年同期)|分别|各)?(?:增长|增加|提高|上升|下降|减少|降低|增幅)(?:了|为)?$"
)
_LONGEST = 18
_NOUNS = ("n", "vn", "j", "l", "b", "nz", "ns", "nt", "nr", "eng", "a", "an", "s", "t", "x", "i", "ng")


@dataclass(frozen=True)
class _What:
    """What a figure counts; `verb` is the act, `noun` the thing, either may be empty."""

    verb: str
    noun: str

    @property
    def text(self) -> str:
        return self.verb + self.noun


def find_figures(analysis: Analysis, lexicon: Lexicon) -> list[Figure]:
    """The figures of the record, in reading order."""
    plans = find_plans(analysis, lexicon)
    figures: list[Figure] = []
    last, last_end, sentence = _What("", ""), -1, Span(0, 0)
    for quantity in find_quantities(analysis, lexicon):
        start = quantity.span.start
        if not sentence.start <= start < sentence.end:
            sentence = analysis.sentence_at(start)
            last, last_end = _What("", ""), sentence.start
        what = _what(analysis, lexicon, quantity, sentence, last_end, last)
        last_end = quantity.span.end
        if not what.text:
            continue
        last = what
        figures.append(_figure(analysis, quantity, what.text, plans.hold(start)))
    return figures


def _figure(analysis: Analysis, quantity: Quantity, what: str, target: bool) -> Figure:
    start, end = quantity.span.start, quantity.span.end
    return Figure(
        analysis.record.id, start, end, what, analysis.text[start:end], quantity.number, quantity.unit, target
    )


def _what(
    analysis: Analysis, lexicon: Lexicon, quantity: Quantity, sentence: Span, last_end: int, last: _What
) -> _What:
    """What the quantity counts: the noun behind it, else the words before it, else what the figure before it counted."""
    before = _before(analysis, lexicon, max(last_end, sentence.start), quantity.span.start)
    noun = _noun_after(analysis, quantity, sentence.end) if quantity.count else ""
    if noun:
        verb = before if len(before) <= 4 else ""
        return _What(verb, noun)
    growth = _GROWTH.search(before)
    if growth and growth.start() == 0:
        return _What("", last.text + before) if last.text and last.text != before else _What("", before)
    if len(before) <= 4 and last.noun and _is_bare(analysis, before, quantity):
        return _What(before, last.noun)
    return _split_verb(before) if before else last


def _is_bare(analysis: Analysis, before: str, quantity: Quantity) -> bool:
    """Whether the words before the value are a verb without its object: 认定 in 申报…126家,认定83家."""
    words = analysis.words_in(Span(quantity.span.start - len(before), quantity.span.start))
    return bool(words) and all(word.pos.startswith("v") and word.pos != "vn" for word in words)


def _split_verb(before: str) -> _What:
    verb = re.match(
        r"(?:新认定|新增|新建|申报|推荐|争取|组织|举办|开展|发放|引进|推广|培训|完成|列入|获批|认定|选派|建立|建成|签订|安排|落实)",
        before,
    )
    return _What(verb[0], before[verb.end() :]) if verb else _What("", before)


def _before(analysis: Analysis, lexicon: Lexicon, start: int, end: int) -> str:
    """The words that lead up to a value, without dates, enumerators and counting words: 全年列入国家级项目 → 列入国家级项目."""
    text = analysis.text[max(start, end - 60) : end]
    pieces = [piece for piece in _PAUSE.split(text)]
    piece = pieces[-1]
    if not _trim(piece, lexicon) and len(pieces) > 1:
        piece = pieces[-2]
    for date in reversed(find_dates(piece)):
        if date.span.end < len(piece) or date.span.start == 0:
            piece = piece[date.span.end :] if date.span.start <= 4 else piece
    return _shorten(_trim(piece, lexicon), analysis, end)


def _trim(piece: str, lexicon: Lexicon) -> str:
    lead, tail = _edges(lexicon.words["计数套话"], lexicon.words["到达动词"])
    piece = _ENUMERATOR.sub("", piece.strip(" 　“”\"'·"))
    while match := lead.match(piece):
        piece = piece[match.end() :]
    while (match := tail.search(piece)) and not _GROWTH.search(piece):
        piece = piece[: match.start()]
    return piece.strip(" 　“”《》")


@lru_cache(maxsize=4)
def _edges(phrases: tuple[str, ...], verbs: tuple[str, ...]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Patterns for what is dropped at the front and at the back of the words before a value."""
    long = [word for word in phrases if len(word) > 1]
    short = "".join(word for word in phrases if len(word) == 1)
    front = "|".join(map(re.escape, long))
    back = "|".join(map(re.escape, sorted({*phrases, *verbs}, key=lambda word: (-len(word), word))))
    return re.compile(rf"(?:{front}|[{re.escape(short)}](?=[一-龥]{{2}})(?!效|关|机|限|色|国|目|业))"), re.compile(
        rf"(?:{back})$"
    )


def _shorten(text: str, analysis: Analysis, end: int) -> str:
    """At most a phrase: from the last verb or 的 on, where the words before a value run on."""
    del analysis, end
    if len(text) <= _LONGEST:
        return text
    for mark in ("的", "了"):
        head, _, rest = text.rpartition(mark)
        if head and 2 <= len(rest) <= _LONGEST:
            return rest
    return text[-_LONGEST:]


def _noun_after(analysis: Analysis, quantity: Quantity, end: int) -> str:
    """The noun that a counted value takes: 部门 in 28个部门参加."""
    start = quantity.span.end
    stop = _PAUSE.search(analysis.text, start, end)
    words = analysis.words_in(Span(start, stop.start() if stop else end))
    taken: list[Word] = []
    for word in words:
        if not word.pos.startswith(_NOUNS) or word.text in ("全部", "分别", "以上", "左右") or word.start - start > 12:
            break
        taken.append(word)
    if not taken or taken[0].start != start:
        return ""
    return "".join(word.text for word in taken)
