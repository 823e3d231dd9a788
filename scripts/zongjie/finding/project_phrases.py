"""Titles of projects without quotation marks: 承担的茭白-麻鸭共育技术集成与示范项目, 实施了…奶牛品种改良与集约化养殖技术示范."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from zongjie.finding.analysis import Analysis
from zongjie.lexicon.words import Words
from zongjie.model import Mention, Span

_PAUSE = r",，。;；:：!！?？()（）《》“”「」『』\[\]…\s"
_WORD = rf"[^{_PAUSE}、的了]"
_TITLE = rf"(?:{_WORD}|、(?=[^{_PAUSE}]{{0,20}}(?:的|技术|研究))){{5,50}}?"
# Words that say nothing: a title made of these alone is none.
_VAGUE = re.compile(
    r"(?:各类|各级|科技|科研|技术|创新|重大|重点|一般|农业|工业|企业|产业化|产业|示范|研究|开发|攻关|建设|合作|推广|应用|成果|转化|成果转化|新产品|高新技术|星火|火炬|国家|国家级|省|省级|市|市级|县|县级|区级|自治区|州级|以上|计划|引进|招商|"
    r"专利|申报|在研|储备|入库|推荐|立项|实施|验收|支持|上述|这些|其他|其它|有关|相关|新|大|好|多|该|此|本|两|三|四|五|六|七|八|九|十|[0-9]|个|项|批|年度|年|月|份|等|和|与|及|横向|纵向|联合|社会发展|软科学|民生|公益|[xX×*_])*"
)


@dataclass(frozen=True)
class _Patterns:
    undertaken: re.Pattern[str]
    owned: re.Pattern[str]
    carried: re.Pattern[str]
    listed: re.Pattern[str]
    tail: re.Pattern[str]


def plain_titles(analysis: Analysis, words: Words, known: Sequence[Mention]) -> Iterator[tuple[Span, str]]:
    """The titles and the rule that found each."""
    programs = {m.end: m.start for m in known if m.kind == "program"}
    for span, rule in _all_titles(analysis, words, known):
        title = analysis.text[span.start : span.end]
        bare = span.end - 2 if title.endswith(("项目", "课题")) else span.end
        if programs.get(bare, span.end) > span.start and programs.get(span.end, span.end) > span.start:
            yield span, rule


def _all_titles(analysis: Analysis, words: Words, known: Sequence[Mention]) -> Iterator[tuple[Span, str]]:
    patterns = _patterns(words["项目尾词"], words["项目动词"], words["项目结果"])
    text = analysis.text
    for match in patterns.undertaken.finditer(text):
        yield from _checked(text, Span(*match.span("title")), "承担的…项目")
    for mention in known:
        if mention.kind in ("enterprise", "institution"):
            found = patterns.owned.match(text, mention.end)
            if found:
                yield from _checked(text, Span(*found.span("title")), "单位的…项目")
    for match in patterns.carried.finditer(text):
        yield from _checked(text, Span(*match.span("title")), "实施…示范")
    for match in patterns.listed.finditer(text):
        yield from _list(text, match, patterns)


def _list(text: str, match: re.Match[str], patterns: _Patterns) -> Iterator[tuple[Span, str]]:
    """实施了甲技术示范、乙示范与推广两个省级科技计划项目: each item that ends like a title."""
    at = match.start("list")
    for item in re.finditer("[^、]+?(?=(?:、|和(?!.*、))|$)", match["list"]):
        span = Span(at + item.start() + (1 if item.group().startswith("和") else 0), at + item.end())
        if patterns.tail.search(text[span.start : span.end]):
            yield from _checked(text, span, "列举的项目")


def _checked(text: str, span: Span, rule: str) -> Iterator[tuple[Span, str]]:
    name = text[span.start : span.end]
    bare = re.sub(r"(?:子课题|课题|项目)$", "", name)
    if len(bare) >= 5 and not _VAGUE.fullmatch(bare):
        yield span, rule


@lru_cache(maxsize=4)
def _patterns(tails: tuple[str, ...], verbs: tuple[str, ...], outcomes: tuple[str, ...]) -> _Patterns:
    tail, verb = _any_of(tails), _any_of(verbs)
    outcome = _any_of((*(o for o in outcomes if len(o) > 1 and o != "项目"), "获", "经"))
    count = r"(?:等)?(?:[0-9一二三四五六七八九十两几多]+余?)(?:个|项)"
    return _Patterns(
        undertaken=re.compile(rf"(?<=[\u4e00-\u9fff]){verb}的(?P<title>{_TITLE}(?:项目|课题))(?!库|组|申报|管理|资金)"),
        owned=re.compile(
            rf"(?:{verb})?的(?P<title>{_TITLE}(?:{tail}(?:项目|课题)?(?=(?:均|已|也|还|又|先后|成功|顺利|被|全部)?{outcome})|项目(?={outcome}|[被均已])))"
        ),
        carried=re.compile(
            rf"(?:组织|重点|继续|全面|大力)?(?:实施|开展|承担|启动|完成)(?:了)?(?:[^{_PAUSE}]{{0,24}}的)?(?P<title>{_TITLE}(?:技术|关键技术|集成|集成与|技术集成与|研究与|开发与|试验与|与|引进与)(?:示范|推广|应用|产业化|研究|开发))(?=[,，。;；、]|项目)"
        ),
        listed=re.compile(
            rf"(?:实施|承担|完成|申报|争取|组织)(?:了)?(?P<list>[^{_PAUSE}]{{10,160}}?){count}[^{_PAUSE}]{{0,12}}(?:项目|课题)"
        ),
        tail=re.compile(rf"{tail}$"),
    )


def _any_of(words: tuple[str, ...]) -> str:
    return "(?:" + "|".join(re.escape(w) for w in sorted(words, key=lambda w: (-len(w), w))) + ")"
