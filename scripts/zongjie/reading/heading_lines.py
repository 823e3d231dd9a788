"""What a line without a counting mark tells of itself: whether its words could be a heading, and of which part."""

from __future__ import annotations

import re

_QUANTITY = re.compile(
    r"\d[\d.,]*(?:余|多)?[万亿千百]?(?:余|多)?(?:项|家|个|件|人|元|份|次|户|亩|期|场|名|吨|公斤|篇|册|所|台|辆|%|％)"
)
_PART_WORDS = re.compile(
    r"下半年|明年|下一?年|下一?步|今后|来年|打算|思路|工作(?:安排|计划|重点|部署|建议)|存在.{0,6}(?:问题|不足|困难)|(?:问题|不足|困难|差距)(?:及|和|与)?"
    r"|体会|经验|启示|亮点|主要(?:工作|做法|成效|成绩)|工作(?:回顾|总结|情况|完成情况)|基本情况|总体情况"
)
# The whole of a line that begins a part, though little follows it: 下半年工作计划, 2007年工作设想, 存在问题.
_PART_TITLE = re.compile(
    r"(?:下半年|明年|来年|下一?年度?|下一?步|下一?阶段|今后|[0-9xX×*_〇○一二三四五六七八九]{4}年)的?(?:主要|重点)?(?:工作)?的?(?:打算|思路|计划|安排|重点|要点|设想|目标|任务|建议)|存在的?(?:主要)?(?:问题|不足|困难)(?:[和及与、](?:不足|困难|建议))?"
)
_OMITTED = re.compile(r"[（(]?(?:[以其]?[下上余他]|中间|具体|内容|从)?省?略[)）]?[。.]?$")
# 回眸:我们这样走过 is a heading, 主题:… and 地点:… are entries of a form.
_TWO_PARTS = re.compile(r"(?P<head>[\u4e00-\u9fff]{2,6})[:：][^。;；:：]{4,22}$")
_ENTRY = re.compile(
    r"时间|地点|主题|联系|电话|单位|作者|来源|编辑|日期|网址|邮编|注|主送|抄送|签发|发布|人员|对象|题目|名称|姓名|关键词"
)
_ANNEX = re.compile(r"附(?:件|表|录)?\d?[:：]?[^。;；]{4,36}(?:表|目录|名单|清单|汇总)$")
_PLAIN_LINE = 28
_RUN_IN = 40


def could_head(line: str) -> bool:
    """Whether a line without a mark has the looks of a heading: 下年重点工作安排, 回眸:我们这样走过; not 主题:…, (以下略), 共30项."""
    if not 3 <= len(line) <= _PLAIN_LINE or line.startswith("附") or _OMITTED.match(line):
        return False
    if line[-1] in ":：":
        return len(line) <= 16 and bool(_PART_WORDS.search(line)) and "如下" not in line
    parts = _TWO_PARTS.match(line)
    if parts:
        return not _ENTRY.search(parts["head"]) and not _QUANTITY.search(line)
    return not re.search(r"[。;；!！?？:：]", line) and line[-1] not in ",，、.…" and not _QUANTITY.search(line)


def names_part(line: str) -> bool:
    """Whether a line has words for a main part of a summary: 主要工作, 存在的问题, 下一步打算."""
    return bool(_PART_WORDS.search(line))


def is_part_title(line: str) -> bool:
    """Whether the whole of a line is the title of one of the last parts: 2007年工作设想."""
    return bool(_PART_TITLE.fullmatch(line.rstrip(":：")))


def is_annex(line: str) -> bool:
    """Whether a line announces a table below the text: 附:兴平市2011年拟申报项目表."""
    return bool(_ANNEX.match(line))


def gives_quantity(text: str) -> bool:
    """Whether words count something, as an item of a list does: 完成农村科技培训1.5万人次."""
    return bool(_QUANTITY.search(text))


def first_phrase(line: str, start: int) -> int | None:
    """Where the short first sentence of a paragraph ends, None where it is long or nothing follows it."""
    match = re.search("[。！!；;]", line[start:])
    if not match or not 2 <= match.start() <= _RUN_IN or len(line) - start - match.end() < 8 or match[0] in ";；":
        return None
    return start + match.start()
