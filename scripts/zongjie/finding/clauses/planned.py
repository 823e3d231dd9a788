"""A record → what it plans: every sentence that speaks of the coming period, in its own words, those with figures first of all."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from zongjie.finding.clauses.edges import trimmed
from zongjie.finding.clauses.reported import Clause, clauses
from zongjie.finding.clauses.told import Told
from zongjie.model import Figure, Span

_AT_MOST = 12
_SHORTEST = 6
# A heading with less than so much below it is a plan itself: 4、办好清江流域生态农业论坛。
_EMPTY = 3
_LOOKED_AT = 40
# A longer one with a full stop says what is planned: ⑷积极协助办好每年12月份的青少年科技创新大赛活动。在开展….
_TITLE = 24
# Who signs and when: 正定县科技局, 二00六年十二月三十日.
_SIGNATURE = re.compile(
    r"(?:[^,，。;；]{2,20}(?:局|委|委员会|厅|处|科|股|办公室))?\s*"
    r"(?:[0-9一二〇○零Oo三四五六七八九xX×*_]{4}(?:年.{1,3}月(?:.{1,3}日)?|[-./][0-9]{1,2}[-./][0-9]{1,2}))?"
)
# What ends a report or a speech and plans nothing: 以上汇报,请予审议; 述职完毕,谢谢大家; 联系人:林某 电话:….
_FAREWELL = re.compile(
    r"(?:特此|以上)(?:汇报|报告|总结|述职|是|就是|为|情况|意见|函|说明)|(?:汇报|报告|述职|发言)(?:完毕|完了|到此)|谢谢|(?:敬请|恳请|请)(?:[各领][^,，。;；]{0,8})?(?:批评|指正|审议|审阅|评议|予以)"
    r"|如有不妥|不妥之处|(?:报告|述职|汇报|联系|填报|报送|执笔|撰稿|签发|审核)人[:：]|(?:联系)?电话[:：]|(?:抄送|主送|报送|附件?)[:：]|(?:共印|印发)[0-9]+份"
)
# What stands before the plans below a heading such as 存在问题和下一步打算.
_PROBLEMS = re.compile("问题|不足|困难|差距")
_LACKS = re.compile("不足|不够|不[多强高力大快]|不到位|薄弱|偏[低小少弱]|滞后|困难|缺乏|欠缺|短缺|有限|差距|存在|问题")


@dataclass(frozen=True, slots=True)
class Planned:
    """What a page shows, and what it leaves to the text, both in reading order."""

    shown: tuple[Clause, ...]
    rest: tuple[Clause, ...]


def planned(told: Told, numbered: int | None = None) -> Planned:
    """The sentences with targets, at most `numbered` of them, and of the others as many as there is room for."""
    found = _plans(told)
    with_figures = [one for one in found if one.figures][:numbered]
    without = [one for one in found if not one.figures][: max(_AT_MOST - len(with_figures), 0)]
    shown = tuple(sorted((*with_figures, *without), key=lambda one: one.span))
    kept = set(shown)
    return Planned(shown, tuple(one for one in found if one not in kept))


def _plans(told: Told) -> tuple[Clause, ...]:
    """The sentences of plan sections and passages, and elsewhere the clauses that set targets."""
    targets: defaultdict[int, list[Figure]] = defaultdict(list)
    for figure in told.figures:
        if figure.target:
            targets[told.sentence(figure.start).start].append(figure)
    sentences = [Clause(shown, tuple(targets.pop(start, ()))) for start, shown in _sentences(told)]
    elsewhere = {figure for figures in targets.values() for figure in figures}
    others = [one for one in clauses(told, target=True) if not elsewhere.isdisjoint(one.figures)]
    return tuple(sorted((*sentences, *others), key=lambda one: one.span))


def _sentences(told: Told) -> Iterator[tuple[int, Span]]:
    """Where sentences begin that lie in plans from their first word on, and what is shown of each; no headings."""
    text, headings = told.text, _heading_ends(told)
    mixed = [section for section in told.record.sections if _PROBLEMS.search(section.title)]
    for sentence in told.analysis.sentences:
        words = text[sentence.start : sentence.end].lstrip()
        first = sentence.end - len(words)
        if not words or not told.is_ahead(first) or _tells_why(words, first, told):
            continue
        span = trimmed(text, Span(min(headings.get(sentence.start, first), sentence.end), sentence.end))
        shown = text[span.start : span.end]
        leads_in = words.rstrip().endswith((":", "："))
        says = len(shown) >= _SHORTEST and not leads_in and not _SIGNATURE.fullmatch(words.rstrip())
        says = says and not _FAREWELL.match(words)
        if says and not (_LACKS.search(shown) and any(one.start <= first < one.end for one in mixed)):
            yield sentence.start, span


def _heading_ends(told: Told) -> Mapping[int, int]:
    """Where the heading ends that a sentence begins with, or is, by where the sentence begins."""
    ends: dict[int, int] = {}
    for heading, below in ((one.heading, told.text[one.heading.end : one.end]) for one in told.record.sections):
        says = heading.end - heading.start > _TITLE and told.text[heading.end : heading.end + 1] == "。"
        if not says and heading.start < heading.end and len(below[:_LOOKED_AT].strip()) >= _EMPTY:
            for offset in (heading.start, heading.end - 1):
                ends[told.sentence(offset).start] = heading.end
    return ends


def _tells_why(words: str, first: int, told: Told) -> bool:
    """Whether a sentence is the purpose of what was done before: 完善应急预案;确保防震工作有序进行。"""
    return words.startswith("确保") and not told.is_ahead(first - 1)
