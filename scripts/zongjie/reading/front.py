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
    r"|[（(]?(?P<iso>\d{4})[-./．](?P<isomonth>\d{1,2})[-./．]\d{1,2}[)）]?$"
)
_ADDRESSEE = re.compile(r"[^。;；,，]{2,30}[:：]$")
_ADDRESSED = re.compile(r"(?:局|委|办|组|府|厅|科|室|中心|领导|同志们?|代表|委员会|大会|院|会|部)[:：]$")
_SIGNATURE = re.compile(r"[^。;；,，:：]{2,25}(?:局|委|委员会|党组|办公室|政府|厅|中心|支部|总支)$")
# A title without a word for its kind names the bureau and the year, or the bureau's work: 株洲市科技局二〇二二年工作回眸与展望.
_BUREAU_WORK = re.compile(
    rf"(?:局|科委|科学技术委员会|厅)(?:机关)?(?:关于)?(?:{_YEAR}年|上半年|前三季度|今年|年终|年度|科技|工作)|{_YEAR}年.{{0,24}}(?:科技局|科委|科学技术局)"
)
# 海林市科技局  20__年4月2日, xx县科学技术局(20xx年x月x日)
_SIGNED = re.compile(r"[^。;；,，:：（(]{2,25}(?:局|委|委员会|党组|办公室|政府|厅|中心)\s*(?=[（(\s])")
_BYLINE = re.compile(r"[—-]{1,3}.{2,60}$|[（(].{2,40}[)）]$")
# 洛南县科技局局长  ×××, 市科技局党组书记、局长 张某
_OFFICER = re.compile(
    r"[^。;；,，:：]{2,20}(?:局|委|厅)(?:党组|党委)?(?:书记|成员|局长|主任|副局长|副主任|厅长|、){1,4}[\s:：]*[\u4e00-\u9fff×xX*某○]{0,4}(?:\s[\u4e00-\u9fff×xX*])?$"
)
_SENT = re.compile(r"关于(?:印发|报送|呈报|上报|转发|下发)?.*(?:通知|函|请示)$|^关于(?:报送|呈报|上报|印发)")
_GOES_ON = re.compile(
    r"(?:和|及|与|暨|以及)[^。,，;；:：]{2,26}(?:总结|计划|打算|安排|思路|要点|意见|设想|规划|目标|任务|报告|汇报|部署|重点)(?:[（(][^（(]{1,12}[)）])?$"
)
_ITS_YEAR = re.compile(rf"[（(]\s*{_YEAR}\s*(?:年度|[—-]{_YEAR}年度?)\s*[)）]$")


def date_in(line: str) -> re.Match[str] | None:
    """The date that a line is, alone or behind a signature: 二○○八年十一月二十日, 海林市科技局  20__年4月2日."""
    signed = _SIGNED.match(line)
    return DATE_LINE.match(line) or (DATE_LINE.match(line, signed.end()) if signed else None)


@dataclass(frozen=True, slots=True)
class Front:
    """The blocks that are no running text, by their places: `title` (may take two), and all of them in `aside`."""

    title: tuple[int, ...]
    aside: frozenset[int]
    date: int | None


def read_front(text: str, blocks: Sequence[Block], words: Words) -> Front:
    """Find title, addressee, byline, signature and date line: 缙云县科技局2012年工作总结, 县计生领导小组:, 二○○八年十一月二十日."""
    lines = [text[block.start : block.end] for block in blocks]
    title = _title_of_enclosure(lines) or _title(lines, words)
    at = title[-1] + 1 if title else 0
    aside = set(range(at))
    first = at
    while at < min(len(lines), first + 3) and _goes_before(lines[at]):
        aside.add(at)
        at += 1
    date = next((n for n in sorted(aside) if date_in(lines[n])), None)
    for n in range(len(lines) - 1, max(len(lines) - 4, at), -1):
        if date_in(lines[n]):
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


def _title_of_enclosure(lines: list[str]) -> tuple[int, ...]:
    """The title below a covering letter (关于印发《临夏州科技局2013年工作总结》的通知, 各县市科技局:, …), none where there is no letter."""
    if not lines or not _SENT.search(lines[0]) or "《" not in lines[0]:
        return ()
    named = lines[0][lines[0].index("《") + 1 :].partition("》")[0]
    return next(((n,) for n, line in enumerate(lines[1:9], 1) if _bare(line) == _bare(named)), ())


def _bare(line: str) -> str:
    return re.sub(r"\s", "", line)


def _title(lines: list[str], words: Words) -> tuple[int, ...]:
    if not lines:
        return ()
    # 沙河市教育和科技局科技股⏎股长述职报告
    if len(lines) > 1 and not _is_title(lines[0], words) and len(lines[1]) <= 20 and _is_title(lines[1], words):
        return (0, 1) if len(lines[0]) <= 30 and not re.search("[。,，;；:：]", lines[0]) else ()
    if _is_title(lines[0], words) or (_BUREAU_WORK.search(lines[0]) and _could_be_title(lines[0])):
        return (0, 1) if len(lines) > 1 and (_ITS_YEAR.match(lines[1]) or _is_rest(lines[1])) else (0,)
    # 以科技创新为支撑  推动县域经济跨越发展⏎(典型发言材料)
    if len(lines) > 1 and len(lines[0]) <= 40 and not re.search("[。;；:：]", lines[0]) and lines[1][0] in "(（":
        return (0, 1) if _is_title(lines[1].strip("()（）"), words) else ()
    # 砥砺奋进谱新篇 创新制胜向未来⏎——株洲市科技局二〇二二年工作回眸
    if len(lines) > 1 and lines[1].startswith(("——", "--", "—")) and max(map(len, lines[:2])) <= 60:
        return (0, 1) if not re.search("[。;；]", lines[0] + lines[1]) else ()
    # 缙云县科技局⏎2012年工作总结
    short = len(lines) > 1 and len(lines[0]) <= 30 and not re.search("[。,，;；:：]", lines[0])
    return (0, 1) if short and _is_title(lines[1], words) and len(lines[1]) <= 30 else ()


def _is_rest(line: str) -> bool:
    """Whether a line is the second half of a title: …工作总结⏎和二〇一〇年工作要点."""
    return _GOES_ON.match(line) is not None and _could_be_title(line)


def _could_be_title(line: str) -> bool:
    if len(line) > 70 or re.search("[。;；!！?？]|如下[:：]?$|[,，:：]$", line):
        return False
    return not re.match(r"[一二三四五六七八九十]{1,2}、|[（(][一二三四五六七八九十][)）]|\d{1,2}[、.]|\d?是", line)


def _is_title(line: str, words: Words) -> bool:
    if not _could_be_title(line):
        return False
    tail = re.sub(r"[（(【][^（(]{1,12}[)）】]$", "", _bare(line))[-8:]
    return any(word in tail for word in words["文种"])


def _goes_before(line: str) -> bool:
    if date_in(line) or any(pattern.match(line) for pattern in (_BYLINE, _SIGNATURE, _OFFICER)):
        return True
    return bool(_ADDRESSEE.match(line) and _ADDRESSED.search(line)) and not line.startswith(("一", "1"))
