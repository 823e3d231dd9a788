"""Slugs in the file of names, spelled by the name's own characters instead of being written out.

`changshan-shenghua-yaoye` of 河北常山生化药业股份有限公司 is the pinyin of six of its characters, from the third on, in
words of two: packed `2222`. That is two bytes instead of ten in a compressed file. docs/assets/search/names.js unpacks it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_SUFFIX = re.compile(r"(.+)-([0-9a-f]{6})")


@dataclass(frozen=True)
class Slugs:
    """What slugs are spelled with: each character's usual reading, and the ids of the records, in order."""

    readings: Mapping[str, str]
    records: Sequence[str]

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        """The number of each record's id."""
        return {record: number for number, record in enumerate(self.records)}

    def pack(self, slug: str, name: str) -> str:
        """`slug` as the script can rebuild it from `name`: `[RECORD@]SKIPPED WORD WORD…[#SUFFIX]`, or `=SLUG`.

        Of what is skipped and of each word the length is given, one digit in base 36 each.
        """
        prefix, rest = _without_record(slug, self.numbers)
        for body, suffix in _splits(rest):
            lengths = _lengths(body, name, self.readings)
            packed = f"{prefix}{lengths}{suffix}"
            if lengths and self.unpack(packed, name) == slug:
                return packed
        return f"={slug}"

    def unpack(self, packed: str, name: str) -> str:
        """The slug that `packed` stands for; the script in the browser does the same."""
        if packed.startswith("="):
            return packed[1:]
        body, _, suffix = packed.partition("#")
        record, _, lengths = body.rpartition("@")
        parts = [self.records[int(record, 36)]] if record else []
        position = int(lengths[0], 36)
        for digit in lengths[1:]:
            word = name[position : position + int(digit, 36)]
            position += len(word)
            parts += [part] if (part := spell(word, self.readings)) else []
        return "-".join(parts + ([suffix] if suffix else []))


def spell(word: str, readings: Mapping[str, str]) -> str:
    """A word in ASCII: 科技 → keji, LED → led, 20xx*年 → 20xx-nian."""
    letters = "".join(readings.get(character, character).lower() for character in word)
    return re.sub(r"[^a-z0-9]+", "-", letters).strip("-")


def _without_record(slug: str, records: Mapping[str, int]) -> tuple[str, str]:
    """The packed prefix and the rest of a slug that begins with its record's id (names that the source blanks)."""
    pieces = slug.split("-")
    for count in range(len(pieces) - 1, 0, -1):
        number = records.get("-".join(pieces[:count]))
        if number is not None:
            return f"{base36(number)}@", "-".join(pieces[count:])
    return "", slug


def _splits(slug: str) -> list[tuple[str, str]]:
    """The ways to read a slug: whole, or with a suffix of six hexadecimal digits that tells homophones apart."""
    whole = [(slug, "")]
    if match := _SUFFIX.fullmatch(slug):
        whole.insert(0, (match[1], f"#{match[2]}"))
    return whole


def _lengths(body: str, name: str, readings: Mapping[str, str]) -> str:
    """Digits for the characters skipped and the words whose spelling, joined by hyphens, is `body`; empty if none fit."""
    parts = body.split("-")
    for start in range(min(len(name), len(_DIGITS))):
        digits = [_DIGITS[start]]
        position = start
        for part in parts:
            length = _word_length(part, name, position, readings)
            if not 0 < length < len(_DIGITS):
                break
            digits.append(_DIGITS[length])
            position += length
        else:
            return "".join(digits)
    return ""


def _word_length(part: str, name: str, start: int, readings: Mapping[str, str]) -> int:
    """How many characters of `name` from `start` on are spelled `part`; 0 if they are spelled otherwise."""
    spelled = ""
    for end in range(start, len(name)):
        spelled += readings.get(name[end]) or spell(name[end], readings)
        if spelled == part:
            return end + 1 - start
        if not part.startswith(spelled):
            return 0
    return 0


def base36(number: int) -> str:
    """A whole number in base 36: 35 → z, 36 → 10."""
    digits = ""
    while True:
        number, last = divmod(number, 36)
        digits = _DIGITS[last] + digits
        if not number:
            return digits
