"""Lists whose entries are all of one form, so that no last word need tell a title: 县化工厂烟酸中试、草编厂出口草编.

Either the words before open the list and count it, or the words behind put it on a plan: 甲厂的保鲜大葱、乙公司的
脱脂花生蛋白粉都列入了国家级星火计划.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from zongjie.finding.projects.leads import GLUE, NO_GLUE, Lead
from zongjie.finding.projects.titles import UNDER
from zongjie.finding.statements.masked import FILLER, PARTY_MARKS
from zongjie.lexicon.words import Words
from zongjie.model import Mention, Span

_EACH_GOT = re.compile(
    "(?:各|均|都|分别)(?:得|获|拿到|获得|得到|争取到?|安排|补助|落实|资助|支持)(?:了|到)?(?:项目|科技)?(?:资金|经费|补助|拨款)?[0-9]"
)
_FARTHEST = 200  # from the first entry of a list to the plan that it is put on
# What is said of a firm, not the title of its project: 甲厂|通过省级鉴定, 乙厂|新上生产线.
_SAID = re.compile(
    "[获被已均将任]|入[选围]|中标|博士|教授|同志|通过|列入|列为|进展|完成|实现|取得|成立|投资|新上|新建|达到|合作|签订|等$|[0-9一二三四五六七八九十]+[项个]"
)


@dataclass(frozen=True, slots=True)
class _Forms:
    """`entry` is one of a list that was opened, `put` a whole list before a plan, `got` one before what each got, `owned` one entry."""

    entry: re.Pattern[str]
    put: re.Pattern[str]
    got: re.Pattern[str]
    owned: re.Pattern[str]


def opened(masked: str, lead: Lead, stop: int, words: Words) -> list[Span]:
    """The titles of the list that `lead` opens: as many as it counts, else two at least, each with its undertaker."""
    found: list[Span] = []
    joints: set[str] = set()
    at = lead.span.end
    while at < stop and len(found) != lead.count:
        match = _forms().entry.match(masked, at, stop)
        if not match or not _is_title(match["title"], words):
            break
        found.append(Span(*match.span("title")))
        joints.add(match["joint"])
        at = match.end()
    if len(found) == 1 and "" in joints:  # 人才计划1项,塔里木大学博士某某入选
        return []
    complete = len(found) == lead.count if lead.count else joints == {"的"} and len(found) > 1
    return found if complete else []


def put_on_plans(masked: str, programs: Sequence[Mention], words: Words) -> Iterator[Span]:
    """The titles of lists that the words behind them put on one of `programs`, or that each got money: 甲厂的乙、丙厂的丁|各拿到50万元."""
    ends = [(program.start, _forms().put) for program in programs]
    ends += [(match.start(), _forms().got) for match in _EACH_GOT.finditer(masked)]
    for end, form in sorted(ends, key=lambda one: one[0]):
        if found := form.search(masked, max(0, end - _FARTHEST), end):
            entries = list(_forms().owned.finditer(masked, found.start("list"), found.end("list")))
            if all(_is_title(entry["title"], words) for entry in entries):
                yield from (Span(*entry.span("title")) for entry in entries)


def _is_title(title: str, words: Words) -> bool:
    return not _SAID.search(title) and not title.startswith(words["题首忌"]) and not title.endswith(words["非项目尾词"])


@lru_cache(maxsize=1)
def _forms() -> _Forms:
    known = rf"[{PARTY_MARKS}]{FILLER}*(?:[(（][^()（）\n]{{1,24}}[)）])?"
    owner = rf"(?:{GLUE}{{0,4}}{known}|[^{NO_GLUE}的]{{1,20}}?[司厂所院场社站校团])"
    title = rf"[^{NO_GLUE}的了\s]{{4,30}}?"
    number = r"[0-9]{1,2}[.、．)）](?![0-9])|[(（][0-9一二三四五六七八九十]{1,2}[)）]|[①-⑳]|[一二三四五六七八九十]是"
    joined = "[、,，;；和及与]|以及|、和"
    owned = rf"{owner}的(?P<title>{title})(?:项目|课题)?"
    plain = re.sub(r"\?P<\w+>", "?:", owned)
    begins, several = r"(?:(?<=[,，。;；:：\n是])|(?<![\s\S]))", rf"{plain}(?:(?:{joined}){plain})+"
    return _Forms(
        entry=re.compile(
            rf"[\s,，、;；。和及与:：]*(?:其中|分别)?(?:[是为有]|用于|支持)?(?:{number})?{known}(?P<joint>[的,，:：]?)(?P<title>{title})(?:项目|课题)?"
            rf"(?=[,，、;；。(（\n]|[和与及]{known}|$)(?:[(（][^()（）\n]{{1,30}}[)）])?(?:[,，][^。;；、\n“《]{{2,30}}){{0,3}}"
        ),
        put=re.compile(rf"{begins}(?P<list>{several}){UNDER}\Z"),
        got=re.compile(rf"{begins}(?P<list>{several})(?:等?[0-9两二三四五六]*[个项](?:项目|课题)?)?[,，]?\Z"),
        owned=re.compile(rf"{owned}(?=(?:{joined}){owner}的|\Z)"),
    )
