"""What all finders share of one record: its sentences, quoted stretches and words, each as spans of the record's text."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

import rjieba

from zongjie.model import Block, Record, Span

_SENTENCE_END = re.compile(r"[。!！?？;；]+[”」』’）)]*")
_STRAIGHT = re.compile('"([^"\n]{1,120})"')
_MIXED = re.compile('(?:“(?=[^“”"\n]*")|")([^“”"\n。;；]{1,40})[”"]')
# 省农科院园艺所|在石榴红公司挂牌; not 企业所在园区. The end is that of the stretch searched.
_INSTITUTE_BEFORE = re.compile(
    r"(?:科院|学院|大学|[省市县])[\u4e00-\u9fff]{1,4}(?<!企业)(?<!公司)(?<!单位)(?<!项目)(?<!学校)(?<!学院)(?<!大学)(?<!园区)(?<!基地)(?<!政府)(?<!\u5c40)$"
)
_QUOTED = {
    opening: re.compile(f"{opening}([^{opening}{closing}\n]{{1,120}}){closing}")
    for opening, closing in ("“”", "《》", "「」", "『』", "‘’")
}


@dataclass(frozen=True, slots=True)
class Word:
    """A word and its part of speech as the segmenter sees it (n, v, ns, m …)."""

    start: int
    end: int
    text: str
    pos: str


@dataclass(frozen=True, slots=True)
class Quote:
    """A quoted stretch; `inner` leaves the marks out, `mark` is the opening one."""

    inner: Span
    mark: str

    @property
    def outer(self) -> Span:
        return Span(self.inner.start - 1, self.inner.end + 1)


@dataclass(frozen=True)
class Analysis:
    """A record with what is computed of its text once, on first use."""

    record: Record

    @property
    def text(self) -> str:
        return self.record.text

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """Sentences in order; none crosses a block. A closing mark belongs to its sentence."""
        spans: list[Span] = []
        for block in self.record.blocks:
            start = block.start
            for match in _SENTENCE_END.finditer(self.text, block.start, block.end):
                if match.end() > start and not self._inside_quote(match.start()):
                    spans.append(Span(start, match.end()))
                    start = match.end()
            if start < block.end:
                spans.append(Span(start, block.end))
        return tuple(spans)

    @cached_property
    def quotes(self) -> tuple[Quote, ...]:
        """Quoted stretches of at most 120 characters inside one block, outer ones before inner ones.

        Straight marks ("绿色食品") pair off from the start of the block and count as “ ”; where curly ones do not pair,
        a straight one may stand for either ("桦木单板无醛胶合”).
        """
        found: list[Quote] = []
        for block in self.record.blocks:
            for opening, pattern in _QUOTED.items():
                for match in pattern.finditer(self.text, block.start, block.end):
                    found.append(Quote(Span(*match.span(1)), opening))
            straight = _MIXED if self._is_mixed(block) else _STRAIGHT
            for match in straight.finditer(self.text, block.start, block.end):
                found.append(Quote(Span(*match.span(1)), "“"))
        return tuple(sorted(found, key=lambda q: (q.inner.start, -q.inner.end)))

    @cached_property
    def curly(self) -> str:
        """The text with “ ” for straight quotation marks that pair off, character for character."""
        out = list(self.text)
        for quote in self.quotes:
            if quote.mark == "“":
                out[quote.inner.start - 1], out[quote.inner.end] = "“", "”"
        return "".join(out)

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """The words of the whole text, blocks apart."""
        words: list[Word] = []
        for block in self.record.blocks:
            at = block.start
            for text, pos in rjieba.tag(self.text[block.start : block.end]):
                words.append(Word(at, at + len(text), text, pos))
                at += len(text)
        return tuple(words)

    @cached_property
    def atoms(self) -> tuple[Word, ...]:
        """The words of the text without guesses at unknown ones: 由/澄/碧/医疗/承担, where `words` may read 由澄碧.

        Function words stay apart, so that the edges of a name can be told.
        """
        atoms: list[Word] = []
        for block in self.record.blocks:
            at = block.start
            for text, pos in rjieba.tag(self.text[block.start : block.end], False):
                end = at + len(text)
                if text == "所在" and _INSTITUTE_BEFORE.search(self.text, block.start, at):
                    atoms += [Word(at, at + 1, "所", "n"), Word(at + 1, end, "在", "p")]
                else:
                    atoms.append(Word(at, end, text, pos))
                at = end
        return tuple(atoms)

    def sentence_at(self, offset: int) -> Span:
        """The sentence that holds the character at `offset`."""
        at = bisect_right(self.sentences, Span(offset, 1 << 62)) - 1
        return self.sentences[max(at, 0)]

    def words_in(self, span: Span) -> tuple[Word, ...]:
        """The words that lie wholly inside `span`."""
        first = bisect_right(self._starts, span.start - 1)
        last = bisect_right(self._starts, span.end - 1)
        return tuple(word for word in self.words[first:last] if word.end <= span.end)

    def is_boundary(self, offset: int) -> bool:
        """Whether a word begins at `offset`."""
        at = bisect_right(self._starts, offset) - 1
        return at < 0 or self._starts[at] == offset

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return tuple(word.start for word in self.words)

    def _is_mixed(self, block: Block) -> bool:
        """Whether the curly marks do not pair."""
        curly = re.findall("[“”]", self.text[block.start : block.end])
        pairs = len(curly) % 2 == 0 and all(mark == "“”"[n % 2] for n, mark in enumerate(curly))
        return not pairs

    def _inside_quote(self, offset: int) -> bool:
        return any(quote.inner.start <= offset < quote.inner.end for quote in self.quotes if quote.mark in "“《")
