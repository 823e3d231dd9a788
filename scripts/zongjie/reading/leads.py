"""Headings that begin paragraphs without a counting mark: short first sentences in a row, and one-word topics."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

import rjieba

# 强化科普。5月24日…, 荣誉栏：雪卡藏猪…: no figures, no more than one comma.
_LEAD = re.compile(
    r"(?P<title>[^。!！?？;；:：,，\d]{2,14}(?:[,，][^。!！?？;；:：,，\d]{2,14})?)(?P<stop>[。!！:：])(?=.{15})"
)
# A clause that reports or thinks is a sentence, no title: 成效是明显的。, 我们认识到:, 总结如下:, 会议强调:
_CLAUSE = re.compile(
    r"[了是被已将我]|如下|以下|下列|方面$|^(?:其中|即|例如|比如|主要|具体|包括|特别|同时|此外|目前|今年|一年|会议|会上|通过|根据|按照)"
    r"|^(?:地点|时间|主题|联系|电话|单位|内容|备注|附|注|抄)|[认要]为$|指出$|强调$|认为$|汇报$|总结$|报告$"
)
_TOPIC = re.compile(r"(?<=。)(?P<title>[\u4e00-\u9fff、]{2,8})。(?=[^。]{10})")
_LEAST = 3
_FIRM = 2  # so many of a run must end in a full stop: 困难:… and 安排:… alone are labels


def lead_runs(lines: Sequence[str], free: Sequence[bool]) -> dict[int, tuple[int, int]]:
    """Where the titles end of paragraphs that begin with one, and their numbers in the row, by their places in `lines`.

    `free` says which lines are running text without a mark. One such paragraph is chance; three in a row are the outline.
    """
    ends: dict[int, tuple[int, int]] = {}
    run: dict[int, int] = {}
    for n in range(len(lines) + 1):
        match = _LEAD.match(lines[n]) if n < len(lines) and free[n] else None
        if match and not _CLAUSE.search(match["title"]):
            run[n] = match.end("title")
            continue
        if _is_outline({k: lines[k][: end + 1] for k, end in run.items()}):
            ends |= {k: (end, number) for number, (k, end) in enumerate(run.items(), 1)}
        run = {}
    return ends


def _is_outline(run: Mapping[int, str]) -> bool:
    """Whether short first sentences in a row are titles, most of them: 强化项目带动。 and 问题与方向。 are, 农业科技服务到位。 is a statement."""
    firm = sum(lead[-1] in "。!！" for lead in run.values())
    titles = sum(_names(lead[:-1]) for lead in run.values())
    return len(run) >= _LEAST and firm >= _FIRM and 2 * titles > len(run)


def _names(lead: str) -> bool:
    """Whether words begin with what is done or end with a thing."""
    tags = [tag for _, tag in rjieba.tag(lead)]
    return tags[0].startswith("v") or tags[-1].startswith(("n", "vn"))


def topics_inside(line: str, is_topic: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where the one-word headings of a whole summary in one paragraph stand: …项目申报。全市…科普。2月…专利。申请….

    A sentence of eight characters at most is rare; three of them, half of which name a topic of the bureau's work, are titles.
    """
    found = [match for match in _TOPIC.finditer(line) if not _CLAUSE.search(match["title"])]
    first = re.search(r"[：:](?P<title>[\u4e00-\u9fff、]{2,8})。(?=[^。]{10})", line)
    found = [first, *found] if first and (not found or first.end() <= found[0].start()) else found
    named = sum(any(word in match["title"] for word in is_topic) for match in found)
    if len(found) >= _LEAST and 2 * named >= len(found):
        yield from (match.span("title") for match in found)
