"""Where a text names an event: a head (启动仪式, 洽谈会, 科技活动周) and the words before it that belong to its name."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from zongjie.finding.analysis import Analysis
from zongjie.finding.events.bounds import left, right
from zongjie.finding.events.heads import HeadKind, Heads, heads_of
from zongjie.lexicon import Lexicon
from zongjie.lexicon.wordset import Hit, WordSet
from zongjie.model import Span

_SHADE = "\ue010"
# 浙江大学院士专家缙云行, 科技列车黔东南行, 百名博士老区行
_TOUR = re.compile(
    r"(?:院士|专家|教授|博士|科学家|企业家|科技列车|科普列车|科技大篷车|科普大篷车|记者|科技特派员|志愿者)[^,，。;；、“”\n]{0,10}?[^进前先履运执发流通同出旅绿步言一举实推飞试航现例强可不自再另即并](?<!银)行(?![动业政情为程列家会走之驶使政长员驻列人]|[^,，。;；“”\n]{0,2}(?:业|动))"
)
# 2023大丰(上海)科技招商推介会, 第七届中国创新创业大赛(广东·梅州赛区)暨第二届“客商杯”大赛
_ASIDE = re.compile(r"(?<=[一-龥0-9])[(（](?:[一-龥·]{1,5}|[一-龥·]{2,10}(?:赛区|会场|赛点|片区|站))[)）](?=[一-龥])")
# “弘扬科学家精神 激发创新活力”科技活动周: a slogan is the theme of a week, not part of its name.
_SLOGAN = re.compile(r"[“\"「『][^“”\"「」『』\n]{8,40}(?<!杯)[”\"」』]")
_HELD_QUOTE = re.compile(
    r"(?P<held>举办|举行|承办|主办|办好|筹办|筹备|启动|参加)了?(?:首届|第[一二三四五六七八九十0-9]{1,3}届)?“(?P<name>[^“”\n]{4,30}[周月节会展赛坛日营])”(?!为?主题|的?[一-龥])"
)
_OF_DAYS = re.compile("[周月日]")
# 举办知识产权质押融资授牌会: what ends like a gathering
_OPEN = re.compile(
    r"(?<=[一-龥”])(?:[会赛展营]|(?<![一上下每本两三四几])(?<!活动)(?<!宣传)(?<!科技)(?<!科普)(?<!服务)周)(?=[,，。;；、\n”]|$|在|于|并|上[,，]|举行|召开|举办|启动|开幕|开赛|期间|暨)"
)
# 第9届科技活动周主题是“携手建设创新型国家”; not 活动主题鲜明
_ITS_THEME = re.compile(r"主题(?:是|为|:|：|系|定为|[“「])")
# … at which the sentence says no more than that it took place; 市红十字会在中心广场举办… is a host.
_OPENED = re.compile(
    r"”?(?:于|在[^,，。;；\n]{2,16}?)?(?:隆重|成功|顺利|圆满|如期)?(?:召开|举行|开幕|启动|开赛|闭幕|揭幕|落幕)(?=[,，。;；])"
)
# 作题为《航天与中国梦》的科普报告
_TITLED_TALK = re.compile(
    r"(?:作|做|讲授|主讲|举办|开展|举行|讲)了?(?:一[场次堂])?(?:题为|名为|以)?(?P<name>(?:《[^《》\n]{3,30}》|“[^“”\n]{3,30}”)(?:为题)?的?"
    r"[一-龥]{0,6}?(?P<head>报告|讲座|辅导|党课|宣讲))(?!会|团|人|材料)"
)
_ANNOUNCING = re.compile(r"《?(?:[^《》]{0,12}?)关于(?:联合)?(?:举办|召开|举行|组织参加|参加|承办|开展第)")


@dataclass(frozen=True, slots=True)
class Named:
    """A stretch that may name an event.

    `cut` is the word that stands right before the name (举办), "" where a pause does; `many` tells a count before it.
    """

    span: Span
    head: str
    kind: HeadKind
    cut: str
    many: bool


def find_named(analysis: Analysis, lexicon: Lexicon) -> tuple[Named, ...]:
    """All stretches with an event's head, in reading order, none inside another."""
    heads = heads_of(lexicon)
    shaded = _shade(analysis)
    candidates = [*_by_heads(analysis, heads, shaded), *_tours(analysis, heads, shaded), *_quoted(analysis)]
    candidates += [*_open(analysis, heads, shaded), *_talks(analysis)]
    candidates.sort(key=lambda c: (-(c.span.end - c.span.start), c.span.start))
    kept: list[Named] = []
    for candidate in candidates:
        at = bisect_left(kept, candidate.span, key=lambda c: c.span)
        if not any(candidate.span.overlaps(other.span) for other in kept[max(0, at - 1) : at + 1]):
            kept.insert(at, candidate)
    return tuple(kept)


def _shade(analysis: Analysis) -> str:
    """The text with the inside of quotations made opaque, so that no edge is seen in “重温入党誓词、传承红色基因”."""
    out = list(analysis.text)
    spans = [quote.inner for quote in analysis.quotes if quote.mark in "“「『"]
    spans += [Span(*match.span()) for match in _ASIDE.finditer(analysis.text)]
    for span in spans:
        out[span.start : span.end] = _SHADE * (span.end - span.start)
    return "".join(out)


def _by_heads(analysis: Analysis, heads: Heads, shaded: str) -> Iterator[Named]:
    titles = [quote.outer for quote in analysis.quotes if quote.mark == "《"]
    quotes = [quote.outer for quote in analysis.quotes if quote.mark in "“「『"]
    for hit in _longest(heads.words, analysis.text):
        start, end = hit.start(), hit.end()
        title = _holder(titles, start)
        if title and not announces(analysis.text[title.start : title.end]):
            continue
        quote = _holder(quotes, start)
        if quote and end < quote.end:
            if quote.end - 1 - end > 0 and not (quote.end - 1 - end == 1 and analysis.text[end] in "”日"):
                continue
            end = quote.end
        anchor = quote.start if quote else start
        written = analysis.text[anchor:end]
        if analysis.text[end : end + 1] == "”" and written.count("“") > written.count("”"):  # “雷雨”“天网|”
            end += 1
        yield from _extend(analysis, heads, shaded, Span(anchor, end), hit.word, heads.kinds[hit.word])


def slogan_before(text: str, end: int) -> Span | None:
    """The slogan, without its marks, that stands right before `end`, whatever marks it has (“…\")."""
    mark = max(text.rfind(opening, max(0, end - 43), end - 1) for opening in '“"「『')
    found = _SLOGAN.fullmatch(text, mark, end) if mark >= 0 else None
    return Span(found.start() + 1, found.end() - 1) if found else None


def _past_slogan(text: str, start: int, head: int, end: int) -> int:
    """Where a name begins that a slogan opens: “科技创新·美好生活”|科技活动周启动仪式; “科技之春”科普活动月 is one name."""
    mark = start - 1 if text[start - 1 : start] in ("“", '"') else start
    slogan = _SLOGAN.match(text, mark, head)
    return slogan.end() if slogan and _OF_DAYS.search(text, slogan.end(), end) else start


def among(candidates: Sequence[Named], start: int, end: int) -> Sequence[Named]:
    """Those of the candidates, which are in reading order, that begin in `text[start:end]`."""
    low = bisect_left(candidates, start, key=lambda c: c.span.start)
    return candidates[low : bisect_left(candidates, end, key=lambda c: c.span.start)]


def announces(title: str) -> bool:
    """Whether a document's title announces an event: 《关于举办第十六届“科技之春”科普活动月的通知》."""
    return _ANNOUNCING.match(title) is not None


def _longest(words: WordSet, text: str) -> Iterator[Hit]:
    """Hits left to right; one that a later, overlapping one outlasts gives way to it (技术培训 to 培训班)."""
    at = 0
    while hit := words.search(text, at):
        later = (words.match(text, begin) for begin in range(hit.start() + 1, hit.end()))
        best = max([hit, *(one for one in later if one)], key=lambda one: one.end())
        yield best
        at = best.end()


def _tours(analysis: Analysis, heads: Heads, shaded: str) -> Iterator[Named]:
    titles = [quote.outer for quote in analysis.quotes if quote.mark == "《"]
    quotes = [quote.outer for quote in analysis.quotes if quote.mark in "“「『"]
    for match in _TOUR.finditer(analysis.text):
        quote = _holder(quotes, match.start())
        if _holder(titles, match.start()):
            continue
        if quote and match.end() != quote.end - 1:
            continue
        span = quote or Span(*match.span())
        yield from _extend(analysis, heads, shaded, span, "行", "tour")


def _quoted(analysis: Analysis) -> Iterator[Named]:
    """与浙江工业大学联合举办“科技合作洽谈周”: what is held and stands in quotation marks, whatever its head."""
    for match in _HELD_QUOTE.finditer(analysis.text):
        yield Named(Span(*match.span("name")), match["name"][-1], "days", match["held"], False)


def _open(analysis: Analysis, heads: Heads, shaded: str) -> Iterator[Named]:
    """Gatherings that no list knows: what ends in 会, 赛, 展 or 营 and is no body (协会) or verb (发展)."""
    for match in _OPEN.finditer(shaded):
        if not analysis.text.endswith(heads.unheld, max(0, match.end() - 4), match.end()):
            found = _extend(analysis, heads, shaded, Span(*match.span()), match[0], "open")
            yield from (one for one in found if one.cut in heads.holding or _OPENED.match(analysis.text, one.span.end))


def _talks(analysis: Analysis) -> Iterator[Named]:
    """Talks with a title of their own."""
    for match in _TITLED_TALK.finditer(analysis.text):
        yield Named(Span(*match.span("name")), match["head"], "routine", "作", False)


def _holder(spans: Sequence[Span], offset: int) -> Span | None:
    """The last of the spans, sorted by their starts, that begins before `offset`, if it holds it."""
    at = bisect_right(spans, offset, key=lambda span: span.start) - 1
    return spans[at] if at >= 0 and offset < spans[at].end else None


def _extend(analysis: Analysis, heads: Heads, shaded: str, core: Span, head: str, kind: HeadKind) -> Iterator[Named]:
    """The name around a head: to the left up to a pause, a verb of holding or a date, to the right over (江苏赛区)."""
    text, end = analysis.text, right(analysis.text, core.end, kind)
    blocked = heads.blocked.match(shaded, end)
    if blocked and not heads.words.match(text, end) and not _ITS_THEME.match(text, end):
        return
    start, cut, many = left(analysis, heads, shaded, core.start)
    slogan = slogan_before(text, core.start) if head[-1] in "周月日节市" else None
    if slogan and kind == "days" and slogan.end + 1 == core.start and cut in heads.holding:
        pass  # 开展“大众创业、万众创新”活动周: what has no other name
    elif slogan:
        start = slogan.end + 1
    elif kind in ("series", "ceremony"):
        start = _past_slogan(text, start, core.start, end)
    yield Named(_unquoted(text, Span(start, end)), head, kind, cut, many)


def _unquoted(text: str, span: Span) -> Span:
    """Without the marks around the whole name; “科技之春”科普活动月 keeps its own."""
    start, end = span.start, span.end
    if text[start : start + 1] == "“" and text[end - 1] == "”" and "”" not in text[start : end - 1]:
        return Span(start + 1, end - 1)
    return Span(start, end)
