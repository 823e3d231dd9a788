"""Records that repeat others, paragraph by paragraph, and the headings that one copy lost and the other kept."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from zlib import crc32

from zongjie.model import Block, BlockPair, Duplicate, Record, Section, Span

_SHINGLE = 6
_LEAST = 24  # characters of a paragraph without marks; shorter ones are alike by chance
_SAMPLE = 4
_CROWD = 40  # a shingle that more paragraphs than this have is a common phrase (在县委、县政府的正确领导下)
# Two paragraphs are one when they share four fifths of their shingles: 篇五's copies of 篇三, with words lost and marks
# added, share more than nine tenths, and two bureaus' texts on one theme less than a third.
_SIMILAR = 0.8
# Bureaus also fill in one template: the sentences are the same, the names and figures are not (申报17项 and 申报23项).
# So the figures must agree too, and the record as a whole must repeat the other: two fifths of its text, in two paragraphs
# or more, and no bureau named that is another one.
_COVERED = 0.4
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_MARK = re.compile(r"^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[、.])+")


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """A block made comparable: letters and digits alone, its shingles, its figures."""

    record: int
    block: Block
    size: int
    shingles: frozenset[str]
    figures: Counter[str]


def mark_duplicates(records: Sequence[Record]) -> tuple[Record, ...]:
    """The records, those that repeat others with `duplicate_of` filled; order of input does not matter.

    Of two records that repeat each other the shorter names the longer; where they are as long, the later id the earlier.
    Headings that one copy lost are inferred from the other (篇五 lost 1、建成开通城区机关局域网, 篇三 kept it).
    """
    paragraphs = _paragraphs(records)
    pairs = _pairs(paragraphs)
    names: dict[int, list[Duplicate]] = defaultdict(list)
    for (one, other), found in sorted(pairs.items()):
        short, long = _order(records, one, other)
        if not _repeats(records[short], records[long], found, paragraphs, short):
            continue
        rows = [(p, q, s) if p.record == short else (q, p, s) for p, q, s in found]
        rows.sort(key=lambda row: row[0].block.start)
        names[short].append(
            Duplicate(records[long].id, tuple(BlockPair(p.block.id, q.block.id, round(s, 3)) for p, q, s in rows))
        )
    by_id = {record.id: record for record in records}
    return tuple(_marked(record, names.get(n, ()), by_id) for n, record in enumerate(records))


def _paragraphs(records: Sequence[Record]) -> tuple[_Paragraph, ...]:
    found = []
    for n, record in enumerate(records):
        for block in record.blocks:
            raw = _MARK.sub("", record.text[block.start : block.end])
            plain = "".join(char for char in raw.lower() if char.isalnum())
            if len(plain) >= _LEAST:
                shingles = frozenset(plain[at : at + _SHINGLE] for at in range(len(plain) - _SHINGLE + 1))
                found.append(_Paragraph(n, block, len(plain), shingles, Counter(_NUMBER.findall(raw))))
    return tuple(found)


def _pairs(paragraphs: Sequence[_Paragraph]) -> dict[tuple[int, int], list[tuple[_Paragraph, _Paragraph, float]]]:
    """The paragraphs that are the same but for small edits, by pairs of records; each stands in one pair of two records.

    Only paragraphs that share shingles are compared: every fourth shingle is kept in an index, which finds the candidates.
    """
    sampled = [frozenset(s for s in p.shingles if crc32(s.encode()) % _SAMPLE == 0) for p in paragraphs]
    index: dict[str, list[int]] = defaultdict(list)
    for n, shingles in enumerate(sampled):
        for shingle in shingles:
            index[shingle].append(n)
    shared: Counter[tuple[int, int]] = Counter()
    for places in index.values():
        if 1 < len(places) <= _CROWD:
            shared.update((a, b) for k, a in enumerate(places) for b in places[k + 1 :])
    ranked = []
    for (a, b), count in shared.items():
        p, q = paragraphs[a], paragraphs[b]
        if p.record == q.record or 2 * count < 0.5 * (len(sampled[a]) + len(sampled[b])):
            continue
        similarity = 2 * len(p.shingles & q.shingles) / (len(p.shingles) + len(q.shingles))
        if similarity >= _SIMILAR and _same_figures(p, q):
            ranked.append((-similarity, p.record, q.record, p.block.start, q.block.start, a, b))
    taken: set[tuple[int, int]] = set()
    found: dict[tuple[int, int], list[tuple[_Paragraph, _Paragraph, float]]] = defaultdict(list)
    for negative, one, other, _, _, a, b in sorted(ranked):
        if (a, other) not in taken and (b, one) not in taken:
            taken |= {(a, other), (b, one)}
            found[one, other].append((paragraphs[a], paragraphs[b], -negative))
    return found


def _same_figures(p: _Paragraph, q: _Paragraph) -> bool:
    """Whether two paragraphs give the same figures, one in ten of them (or one that a copy lost) aside."""
    differing = sum(((p.figures - q.figures) + (q.figures - p.figures)).values())
    return differing <= max(1, 0.1 * (sum(p.figures.values()) + sum(q.figures.values())))


def _order(records: Sequence[Record], one: int, other: int) -> tuple[int, int]:
    """The record that repeats, and the one that it repeats."""
    first, second = sorted((one, other), key=lambda n: (len(records[n].text), [-ord(c) for c in records[n].id]))
    return first, second


def _repeats(
    record: Record,
    other: Record,
    pairs: Sequence[tuple[_Paragraph, _Paragraph, float]],
    paragraphs: Sequence[_Paragraph],
    number: int,
) -> bool:
    if _other_bureau(record, other):
        return False
    own = {(p if p.record == number else q).block.id: (p if p.record == number else q).size for p, q, _ in pairs}
    whole = sum(p.size for p in paragraphs if p.record == number)
    return sum(own.values()) >= _COVERED * whole and (len(own) > 1 or sum(p.record == number for p in paragraphs) == 1)


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
