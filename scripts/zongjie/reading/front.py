"""What stands before and after the running text of a summary: title, addressee, signature and date."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from zongjie.lexicon.words import Words
from zongjie.model import Block, Span

_YEAR = r"(?:[0-9xX×*_]{2,4}|[〇○零OoＯ0一二三四五六七八九xX×*]{2,4})"
DATE_LINE = re.compile(
    rf"[（(]?\s*(?P<year>{_YEAR})\s*年\s*(?:(?P<month>[0-9xX×*]{{1,2}}|[元一二三四五六七八九十]{{1,2}})\s*月\s*"
    r"(?:[0-9xX×*]{1,2}|[一二三四五六七八九十]{1,3})?\s*[日号]?)?\s*[)）]?$"
    r"|[（(]?(?P<iso>\d{4})[-./](?P<isomonth>\d{1,2})[-./]\d{1,2}[)）]?$"
)
_ADDRESSEE = re.compile(r"[^。;；,，]{2,30}[:：]$")
_ADDRESSED = re.compile(r"(?:局|委|办|组|府|厅|科|室|中心|领导|同志们?|代表|委员会|大会|院|会|部)[:：]$")
_SIGNATURE = re.compile(r"[^。;；,，:：]{2,25}(?:局|委|委员会|党组|办公室|政府|厅|中心|支部|总支)$")
# A title without a word for its kind names the bureau and the year, or the bureau's work: 株洲市科技局二〇二二年工作回眸与展望.
_BUREAU_WORK = re.compile(
    rf"(?:局|科委|科学技术委员会|厅)(?:机关)?(?:关于)?(?:{_YEAR}年|上半年|前三季度|今年|年终|年度|科技|工作)|{_YEAR}年.{{0,24}}(?:科技局|科委|科学技术局)"
)
_BYLINE = re.compile(r"[—-]{1,3}.{2,40}$|[（(].{2,40}[)）]$")


@dataclass(frozen=True, slots=True)
class Front:
    """The blocks that are no running text, by their places: `title` (may take two), and all of them in `aside`."""

    title: tuple[int, ...]
    aside: frozenset[int]
    date: int | None


def read_front(text: str, blocks: Sequence[Block], words: Words) -> Front:
    """Find title, addressee, byline, signature and date line: 缙云县科技局2012年工作总结, 县计生领导小组:, 二○○八年十一月二十日."""
    lines = [text[block.start : block.end] for block in blocks]
    title = _title(lines, words)
    aside = set(title)
    at = len(title)
    while at < min(len(lines), len(title) + 3) and _goes_before(lines[at]):
        aside.add(at)
        at += 1
    date = next((n for n in sorted(aside) if DATE_LINE.match(lines[n])), None)
    for n in range(len(lines) - 1, max(len(lines) - 4, at), -1):
        if DATE_LINE.match(lines[n]):
            date = n
            aside.add(n)
        elif _SIGNATURE.match(lines[n]) and n >= len(lines) - 2 - (date is not None):
            aside.add(n)
        else:
            break
    return Front(title, frozenset(aside), date)


def title_span(front: Front, blocks: Sequence[Block]) -> Span | None:
    """The stretch that the title takes, None where there is none."""
    return Span(blocks[front.title[0]].start, blocks[front.title[-1]].end) if front.title else None


def _title(lines: list[str], words: Words) -> tuple[int, ...]:
    if not lines:
        return ()
    if _is_title(lines[0], words) or (_BUREAU_WORK.search(lines[0]) and _could_be_title(lines[0])):
        return (0,)
    # 砥砺奋进谱新篇 创新制胜向未来⏎——株洲市科技局二〇二二年工作回眸
    if len(lines) > 1 and lines[1].startswith(("——", "--", "—")) and max(map(len, lines[:2])) <= 60:
        return (0, 1) if not re.search("[。;；]", lines[0] + lines[1]) else ()
    # 缙云县科技局⏎2012年工作总结
    short = len(lines) > 1 and len(lines[0]) <= 30 and not re.search("[。,，;；:：]", lines[0])
    return (0, 1) if short and _is_title(lines[1], words) and len(lines[1]) <= 30 else ()


def _could_be_title(line: str) -> bool:
    if len(line) > 70 or re.search("[。;；!！?？]|如下[:：]?$|[,，:：]$", line):
        return False
    return not re.match(r"[一二三四五六七八九十]{1,2}、|[（(][一二三四五六七八九十][)）]|\d{1,2}[、.]|\d?是", line)


def _is_title(line: str, words: Words) -> bool:
    if not _could_be_title(line):
        return False
    tail = re.sub(r"[（(【][^（(]{1,12}[)）】]$", "", line)[-8:]
    return any(word in tail for word in words["文种"])


def _goes_before(line: str) -> bool:
    if DATE_LINE.match(line) or _BYLINE.match(line) or _SIGNATURE.match(line):
        return True
    return bool(_ADDRESSEE.match(line) and _ADDRESSED.search(line)) and not line.startswith(("一", "1"))
