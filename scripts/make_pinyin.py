"""Make `scripts/zongjie/pinyin.tsv` out of the dictionaries of the package pypinyin and `data/lexicon/pinyin.yml`: run by hand
where either changes.

    pip install pypinyin && python scripts/make_pinyin.py

The dictionaries hold 42,000 characters and 47,000 words. A word is kept only where it is read otherwise than its characters
are alone (银行 `hang`, 重庆 `chong`) or than a kept word within it (暂行规定, with 行规); that is one in thirteen. So the table
loads in a tenth of the time of the package. What the dictionaries read otherwise than names do (长治, 翟庄) stands in the YAML file.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

import yaml
from pypinyin import lazy_pinyin
from pypinyin.constants import PHRASES_DICT
from pypinyin.contrib.tone_convert import to_normal

TARGET = Path(__file__).parent / "zongjie" / "pinyin.tsv"
NAMES = Path(__file__).parent.parent / "data" / "lexicon" / "pinyin.yml"
HEADER = """\
# 汉字和词的读音(不带声调,ü 写作 v),由 scripts/make_pinyin.py 用 pypinyin 0.55.0 的词典和 data/lexicon/pinyin.yml 生成,请勿手改;许可见 pinyin.LICENSE。
# 读音<TAB>平常这样读的字;字<TAB>在常用词里还有的读音;词<TAB>逐字的读音(只收与单字读音不同的词)。
"""
# A reading counts as common where at least one in so many words has it.
ONE_IN = 25

Word = tuple[str, tuple[str, ...]]


def usual(in_names: Mapping[str, str]) -> dict[str, str]:
    """The reading of each character of the basic plane that stands alone, or is usual in names."""
    found = {chr(code): "".join(lazy_pinyin(chr(code), errors="ignore")) for code in (0x3007, *range(0x4E00, 0xA000))}
    return {character: reading.replace("ü", "v") for character, reading in found.items() if reading} | dict(in_names)


def words(names: Mapping[str, str]) -> list[Word]:
    """The words of the dictionary and of `names` with their readings; those with letters or punctuation are left out."""
    rows = {
        word: tuple(str(to_normal(one[0], v_to_u=False)) for one in readings) for word, readings in PHRASES_DICT.items()
    }
    rows |= {word: tuple(readings.split()) for word, readings in names.items()}
    return sorted(row for row in rows.items() if len(row[0]) == len(row[1]))


def common(rows: Iterable[Word], names: Mapping[str, str]) -> dict[str, set[str]]:
    """The readings that characters have in common words and in names: 长 → chang, zhang; not the rare ones (石 dan)."""
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for word, readings in rows:
        for character, reading in zip(word, readings, strict=True):
            counts[character][reading] += 1
    found = {
        character: {reading for reading, count in those.items() if count * ONE_IN >= those.total()}
        for character, those in counts.items()
    }
    for word, readings in names.items():
        for character, reading in zip(word, readings.split(), strict=True):
            found.setdefault(character, set()).add(reading)
    return found


def table(alone: Mapping[str, str], rows: Iterable[Word], names: Mapping[str, str]) -> str:
    """The lines of the table, in a fixed order."""
    rows = list(rows)
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for character, reading in alone.items():
        groups[reading].append(character)
    lines = [f"{reading}\t{''.join(sorted(those))}" for reading, those in sorted(groups.items())]
    for character, readings in sorted(common(rows, names).items()):
        if more := sorted(readings - {alone.get(character, "")}):
            lines.append(f"{character}\t{' '.join(more)}")
    lines += [f"{word}\t{' '.join(readings)}" for word, readings in kept(alone, rows)]
    return "".join(line + "\n" for line in lines)


def kept(alone: Mapping[str, str], rows: Iterable[Word]) -> list[Word]:
    """The words that the characters and the other kept words do not tell."""
    rows = sorted(rows, key=lambda row: len(row[0]))
    found: dict[str, tuple[str, ...]] = {}
    for word, readings in rows:
        if _spelled(word, alone, found) != readings:
            found[word] = readings
    return sorted(found.items())


def _spelled(text: str, alone: Mapping[str, str], words: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """`text` as the program will read it: at each place the longest word that begins there, or else the character."""
    at = 0
    read: tuple[str, ...] = ()
    while at < len(text):
        size = next((n for n in range(len(text) - at, 1, -1) if text[at : at + n] in words), 1)
        read += words.get(text[at : at + size]) or (alone.get(text[at], ""),)
        at += size
    return read


def main() -> int:
    """Write the table."""
    names = yaml.safe_load(NAMES.read_text(encoding="utf-8"))
    TARGET.write_text(HEADER + table(usual(names["字"]), words(names["词"]), names["词"]), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
