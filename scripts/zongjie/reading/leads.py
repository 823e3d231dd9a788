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
    r"[了是被已将我]|如下|以下|下列|方面$|^(?:其中|即|例如|比如|主要(?!困难|问题|不足|工作|任务|成[绩效]|措施|做法|经验)|具体|包括|特别|同时|此外|目前|今年|一年|会议|会上|通过|根据|按照)"
    r"|^(?:地点|时间|主题|联系|电话|单位|内容|备注|附|注|抄)|[认要]为$|指出$|强调$|认为$|汇报$|总结$|报告$"
)
# 存在的问题:一是… and 明年工作:1、… begin the last parts of a summary, often the only ones that no numeral counts.
_TROUBLES = r"(?:问题|不足|困难|差距|短板|薄弱环节)"
_ALSO = r"(?:和|与|及|、|以及)"
_COMING = (
    r"(?:下半年|下季度|[一二三四]季度|明年|来年|下一?年度?|下一?步|下一?阶段|(?:今后|未来)(?:[一二三五]年|一个时期|一段时期)?"
    r"|“?(?:十[一二三四五]?|九)五”?(?:期间|时期)?|(?:[0-9xX×*_]{4}|[一二][九○〇零][○〇零一二三四五六七八九]{2})年)"
)
_PART = re.compile(
    rf"(?:(?:目前|当前|工作中)?(?:还|仍)?(?:存在|面临)?的?(?:主要|突出|几个)?{_TROUBLES}(?:之处|点)?(?:{_ALSO}{_TROUBLES})?"
    rf"(?:{_ALSO}(?:建议|对策|原因|打算|下一?步打算))?"
    rf"|{_COMING}(?:的|主要|重点)*(?:工作)?(?:的|主要|重点|初步|总体|和|与|及)*(?:打算|思路|计划|安排|重点|要点|设想|目标|任务|措施|部署|建议|工作)"
    r"|(?:工作|主要|几点|初步|今后){0,2}(?:打算|设想|体会|经验|启示|建议|做法|成效|亮点)|获奖情况|所?获荣誉|取得的?(?:主要)?成[绩效])[:：](?=.{8})"
)
_TOPIC = re.compile(r"(?<=。)(?P<title>[\u4e00-\u9fff、]{2,8})。(?=[^。]{10})")
# 中药材开发迈出新的步伐 tells what happened to its subject; 迈出新步伐 alone, or 强化科普, is a title.
_STATES = re.compile(
    r".{2,}(?:迈[出上开]|取得|获得|得到|有[了新所较明很]|不断|明显|日益|稳步|逐步|再[上创]|显著|成为|暴露|呈现|实现|初[见显步]|[是已仍]|走[上出在]|跃上|喜获|上了)"
)
_LEAST = 3
# 平台建设抓住了几个点。 tells something, and is a title where the whole text is written so; 今年我们做了三件事。 is none anywhere.
_TOLD = re.compile(r"[是我]|^(?:其中|即|例如|同时|此外|目前|今年|本年|全年|上半年|一年|会议|会上|通过|根据|按照)|如下$")
_HABIT = 4  # so many paragraphs of a text, and half of its long ones, begin with a short sentence: it is written so
_LONG = 60
_ALL = 5  # so many in a row are the outline though most of them tell something
_LABEL = 13
_FIRM = 2  # so many of a run must end in a full stop: 困难:… and 安排:… alone are labels


def lead_runs(lines: Sequence[str], free: Sequence[bool], topics: Sequence[str] = ()) -> dict[int, tuple[int, int]]:
    """Where the titles end of paragraphs that begin with one, and their numbers in the row, by their places in `lines`.

    `free` says which lines are running text without a mark. One such paragraph is chance; three in a row are the outline,
    and so are three labels that name `topics` of the bureau's work: 项目申报方面:…, 科技培训方面:…
    """
    ends: dict[int, tuple[int, int]] = {}
    run: dict[int, int] = {}
    for n in range(len(lines) + 1):
        match = _LEAD.match(lines[n]) if n < len(lines) and free[n] else None
        if match and not _CLAUSE.search(_topic_of(match["title"]) if match["stop"] in ":：" else match["title"]):
            run[n] = match.end("title")
            continue
        leads = {k: lines[k][: end + 1] for k, end in run.items()}
        if _is_outline(leads) or _are_labels(leads, topics) or _is_all(run, leads, lines):
            ends |= {k: (end, number) for number, (k, end) in enumerate(run.items(), 1)}
        run = {}
    habit = habitual_leads(lines, free)
    titles = sum(_names(lines[n][:end]) for n, end in habit.items())
    return ends or {n: (end, number) for number, (n, end) in enumerate(habit.items(), 1) if 2 * titles > len(habit)}


def habitual_leads(lines: Sequence[str], free: Sequence[bool]) -> dict[int, int]:
    """Where the short first sentences end of a text whose paragraphs begin with one as a rule, by their places in `lines`.

    企业成长有梯队。…, 大数据这篇文章刚开了头。… A paragraph between them may do without, as one does that begins with a date.
    """
    short = {n: match for n, line in enumerate(lines) if free[n] and (match := _LEAD.match(line))}
    told = {n: m.end("title") for n, m in short.items() if m["stop"] not in ":：" and not _TOLD.search(m["title"])}
    if len(told) < _HABIT:
        return {}
    between = [n for n in range(min(told), max(told) + 1) if free[n] and len(lines[n]) >= _LONG]
    if 2 * sum(n in told for n in between) < len(between) + 1 or any(n not in between for n in told):
        return {}
    return told


def _is_outline(run: Mapping[int, str]) -> bool:
    """Whether short first sentences in a row are titles, most of them: 强化项目带动。 and 问题与方向。 are, 农业科技服务到位。 is a statement."""
    firm = sum(lead[-1] in "。!！" for lead in run.values())
    titles = sum(_names(lead[:-1]) for lead in run.values())
    return len(run) >= _LEAST and firm >= _FIRM and 2 * titles > len(run)


def _is_all(run: Mapping[int, int], leads: Mapping[int, str], lines: Sequence[str]) -> bool:
    """Whether a run of short sentences, some of them plain titles, leads all that the text has to say but its first lines and its last.

    科技援疆铸成品牌。…科普活动丰富多样。…地震与知识产权工作。…主要困难与来年设想。…
    """
    titles = sum(_names(lead[:-1]) for lead in leads.values())
    told = [n for n in range(min(run), len(lines) - 1) if len(lines[n]) >= _LONG] if run else []
    return (
        len(run) >= _ALL
        and titles > 1
        and all(lead[-1] in "。!！" for lead in leads.values())
        and all(n in run for n in told)
    )


def _are_labels(run: Mapping[int, str], topics: Sequence[str]) -> bool:
    """Whether short words before a colon, in a row, name topics, most of them: 项目工作:… and 科普宣传方面:…"""
    labels = [lead[:-1] for lead in run.values() if lead[-1] in ":：" and len(lead) <= _LABEL]
    named = sum(any(word in label for word in topics) for label in labels)
    return len(labels) >= _LEAST and len(labels) == len(run) and 2 * named > len(run)


def _topic_of(label: str) -> str:
    return re.sub("方面$", "", label)


def _names(lead: str) -> bool:
    """Whether words begin with what is done or end with a thing, and tell nothing of it."""
    tags = [tag for _, tag in rjieba.tag(lead)]
    return tags[0].startswith("v") or (tags[-1].startswith(("n", "vn")) and not _STATES.match(lead))


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


def part_label(line: str) -> int | None:
    """Where the title ends of a paragraph that a part's name begins: 存在的问题 of 存在的问题:一是企业研发投入不足."""
    match = _PART.match(line)
    return match.end() - 1 if match else None
