"""Records that repeat others, paragraph by paragraph, and the headings that one copy lost and the other kept."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from zlib import crc32

from zongjie.model import Block, BlockPair, Duplicate, Record, Section, Span

_SHINGLE = 6
_LEAST = 24  # characters of a paragraph without marks; shorter ones are alike by chance
_SAMPLE = 4
_CROWD = 40  # so many paragraphs are kept for a shingle; with more it is a common phrase (在县委、县政府的正确领导下)
_COMPARED = 12  # so many of those that share the most are compared in full
_COPY = 0.95  # a paragraph as like as this to one seen before stands for no other
# Two paragraphs are one when they share four fifths of their shingles: 篇五's copies of 篇三, with words lost and marks
# added, share more than nine tenths, and two bureaus' texts on one theme less than a third.
_SIMILAR = 0.8
# Bureaus also fill in one template: the sentences are the same, the names and figures are not (申报17项 and 申报23项).
# So the figures must agree too, and the record as a whole must repeat the other: two fifths of its text, in two paragraphs
# or more, and no bureau named that is another one.
_COVERED = 0.4
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_MARK = re.compile(r"^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[、.])+")
# All but letters and digits.
_NOT_WORD = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True, eq=False)
class _Paragraph:
    """A block made comparable: letters and digits alone, its shingles, a sample of them, its figures."""

    record: int
    block: Block
    size: int
    shingles: frozenset[str]
    sample: tuple[str, ...]
    figures: Counter[str]


_Pair = tuple[_Paragraph, _Paragraph, float]


def mark_duplicates(records: Sequence[Record]) -> tuple[Record, ...]:
    """The records, those that repeat others with `duplicate_of` filled; order of input does not matter.

    Of two records that repeat each other the shorter names the longer; where they are as long, the later id the earlier.
    Of many copies of one text each names that first one alone, and each paragraph is compared with few others.
    Headings that one copy lost are inferred from the other (篇五 lost 1、建成开通城区机关局域网, 篇三 kept it).
    """
    paragraphs = _paragraphs(records)
    names: dict[int, list[Duplicate]] = defaultdict(list)
    for (short, long), rows in sorted(_pairs(records, paragraphs).items()):
        if not _repeats(rows, paragraphs, short):
            continue
        pairs = (BlockPair(p.block.id, q.block.id, round(s, 3)) for p, q, s in sorted(rows, key=_place))
        names[short].append(Duplicate(records[long].id, tuple(pairs)))
    by_id = {record.id: record for record in records}
    return tuple(_marked(record, names.get(n, ()), by_id) for n, record in enumerate(records))


def _place(row: _Pair) -> int:
    return row[0].block.start


def _paragraphs(records: Sequence[Record]) -> tuple[_Paragraph, ...]:
    found = []
    for n, record in enumerate(records):
        for block in record.blocks:
            raw = _MARK.sub("", record.text[block.start : block.end])
            plain = _NOT_WORD.sub("", raw.lower())
            if len(plain) >= _LEAST:
                shingles = frozenset(plain[at : at + _SHINGLE] for at in range(len(plain) - _SHINGLE + 1))
                sample = tuple(sorted(s for s in shingles if crc32(s.encode()) % _SAMPLE == 0))
                found.append(_Paragraph(n, block, len(plain), shingles, sample, Counter(_NUMBER.findall(raw))))
    return tuple(found)


def _pairs(records: Sequence[Record], paragraphs: Sequence[_Paragraph]) -> dict[tuple[int, int], list[_Pair]]:
    """The paragraphs that are the same but for small edits, by record and the record that it repeats.

    The records are gone through from the longest on. A paragraph is looked for among those seen before by every fourth
    of its shingles; one that repeats another word for word adds nothing to what is looked through.
    """
    order = sorted(range(len(records)), key=lambda n: (-len(records[n].text), records[n].id))
    of_record: dict[int, list[_Paragraph]] = defaultdict(list)
    for paragraph in paragraphs:
        of_record[paragraph.record].append(paragraph)
    seen = _Seen(records)
    found: dict[tuple[int, int], list[_Pair]] = {}
    for n in order:
        likes = [(paragraph, seen.like(paragraph)) for paragraph in of_record[n]]
        for pair in _chosen(likes):
            found.setdefault((n, pair[1].record), []).append(pair)
        for paragraph, those in likes:
            if all(similarity < _COPY for _, similarity in those):
                seen.add(paragraph)
    return found


def _chosen(likes: Sequence[tuple[_Paragraph, Sequence[tuple[_Paragraph, float]]]]) -> Iterator[_Pair]:
    """For each paragraph of a record the one that it repeats: that of the record which most of them repeat.

    No paragraph is repeated twice by one record.
    """
    weight = Counter(q.record for _, those in likes for q in {q.record: q for q, _ in those}.values())
    ranked = sorted(
        (
            (-weight[q.record], -similarity, q.record, q.block.start, p.block.start, p, q)
            for p, those in likes
            for q, similarity in those
        ),
        key=lambda row: row[:5],
    )
    given: set[int] = set()
    taken: set[tuple[int, int]] = set()
    for _, similarity, record, other, own, p, q in ranked:
        if own not in given and (record, other) not in taken:
            given.add(own)
            taken.add((record, other))
            yield p, q, -similarity


class _Seen:
    """The paragraphs gone through so far, by a sample of their shingles."""

    def __init__(self, records: Sequence[Record]) -> None:
        self._records = records
        self._index: dict[str, list[_Paragraph]] = defaultdict(list)

    def add(self, paragraph: _Paragraph) -> None:
        for shingle in paragraph.sample:
            if len(self._index[shingle]) < _CROWD:
                self._index[shingle].append(paragraph)

    def like(self, paragraph: _Paragraph) -> list[tuple[_Paragraph, float]]:
        """The paragraphs of other records that are the same but for small edits, with their similarity."""
        shared: Counter[_Paragraph] = Counter()
        for shingle in paragraph.sample:
            shared.update(self._index.get(shingle, ()))
        least = len(paragraph.sample) / 4  # what `_may_repeat` asks for at least
        most = sorted((row for row in shared.items() if row[1] >= least), key=lambda row: -row[1])
        likely = (other for other, count in most if self._may_repeat(paragraph, other, count))
        found = []
        for other in islice(likely, _COMPARED):
            similarity = 2 * len(paragraph.shingles & other.shingles) / (len(paragraph.shingles) + len(other.shingles))
            if similarity >= _SIMILAR and _same_figures(paragraph, other):
                found.append((other, similarity))
        return found

    def _may_repeat(self, p: _Paragraph, q: _Paragraph, shared: int) -> bool:
        enough = 2 * shared >= 0.5 * (len(p.sample) + len(q.sample))
        return enough and p.record != q.record and not _other_bureau(self._records[p.record], self._records[q.record])


def _same_figures(p: _Paragraph, q: _Paragraph) -> bool:
    """Whether two paragraphs give the same figures, one in ten of them (or one that a copy lost) aside."""
    differing = sum(((p.figures - q.figures) + (q.figures - p.figures)).values())
    return differing <= max(1, 0.1 * (sum(p.figures.values()) + sum(q.figures.values())))


def _repeats(pairs: Sequence[_Pair], paragraphs: Sequence[_Paragraph], number: int) -> bool:
    """Whether the paragraphs that record `number` shares with another make it a repeat of that one."""
    sizes = [p.size for p in paragraphs if p.record == number]
    return sum(p.size for p, _, _ in pairs) >= _COVERED * sum(sizes) and (len(pairs) > 1 or len(sizes) == 1)


def _other_bureau(record: Record, other: Record) -> bool:
    """Whether the two say of themselves that they are from different places."""
    mine, theirs = record.region, other.region
    pairs = ((mine.county, theirs.county), (mine.city, theirs.city), (mine.province, theirs.province))
    return any(one and two and one != two for one, two in pairs)


# --- headings from the other copy


def _marked(record: Record, duplicates: Sequence[Duplicate], by_id: Mapping[str, Record]) -> Record:
    if not duplicates:
        return record
    ranked = sorted(duplicates, key=lambda d: (-len(d.pairs), d.record))
    return replace(
        record, duplicate_of=tuple(ranked), sections=_with_headings(record, by_id[ranked[0].record], ranked[0])
    )


def _with_headings(record: Record, other: Record, duplicate: Duplicate) -> tuple[Section, ...]:
    """The record's sections with those of the other copy that begin at its paired blocks, marked as inferred.

    What the record inferred for itself gives way to what the other copy tells.
    """
    own = {block.id: block for block in record.blocks}
    place = {pair.other_block: own[pair.block].start for pair in duplicate.pairs}
    kept = [section for section in record.sections if not section.inferred or section.start not in place.values()]
    merged: list[Section] = []
    for section in other.sections:
        start = place.get(_first_paragraph(other, section))
        if start is None:
            continue
        twin = next(
            (s for s in kept if not s.inferred and s.start == start and _bare(s.title) == _bare(section.title)), None
        )
        if twin:
            kept.remove(twin)
            merged.append(replace(twin, level=section.level))
        else:
            merged.append(Section(section.title, section.level, True, start, start, Span(start, start)))
    return _with_ends([*merged, *kept], len(record.text))


def _bare(title: str) -> str:
    return _MARK.sub("", title)


def _first_paragraph(record: Record, section: Section) -> str:
    """The block with the first running text of a section: the one after its heading where that has a line of its own."""
    at = next((n for n, block in enumerate(record.blocks) if section.start < block.end), len(record.blocks) - 1)
    while at < len(record.blocks) - 1 and _is_heading(record, record.blocks[at]):
        at += 1
    return record.blocks[at].id


def _is_heading(record: Record, block: Block) -> bool:
    return any(
        s.heading.start == block.start and s.heading.end >= block.end - 1 for s in record.sections if not s.inferred
    )


def _with_ends(sections: Iterable[Section], length: int) -> tuple[Section, ...]:
    """Sections in reading order, each ending where the next one of its level or a higher one begins."""
    ordered = sorted(sections, key=lambda s: (s.start, s.level))
    done = []
    for n, section in enumerate(ordered):
        after = (
            later.start for later in ordered[n + 1 :] if later.level <= section.level and later.start >= section.start
        )
        done.append(replace(section, end=max(next(after, length), section.heading.end)))
    return tuple(done)
