"""Which of the names that could be an event's are one: what stands around each speaks for or against it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from zongjie.finding.events.fields import Window, date_of
from zongjie.finding.events.judges import Signs, is_happening
from zongjie.finding.events.model import Context
from zongjie.finding.events.names import Named, among
from zongjie.model import Span

_COUNT_AFTER = re.compile(
    r"(?:活动)?[”’]?(?:共|达|各)?(?P<count>[0-9]+|[一二三四五六七八九十两多数几]+)(?P<more>[多余]?)(?:场次|期次|家次|次|场|期|批|轮|届|个班)"
)
# 机器人展演、科普大篷车进校园等46项活动
_AND_MORE = re.compile(
    "”?(?:、[^、,，。;；\n]{2,16}){0,4}等[0-9一二三四五六七八九十]+[余多]?[项场次个](?:[一-龥]{0,6}活动)"
)
_HELD_AFTER = re.compile(
    r"^”?[^,，。;；\n]{0,36}?(?:举行|举办|召开|启动|开幕|落幕|闭幕|开赛|开讲|开课|开班|开营|启幕|亮相|登场|收官|上演|举槌|开市|结业|拉开(?:了)?(?:帷幕|序幕)|圆满|胜利|成功|走进|走入|移师|放在|设在|安排在|开展|进行|如期|揭幕|开馆|落下帷幕|吸引|在.{2,14}(?:开|举))"
)
_HELD_BEFORE = re.compile(
    r"(?:举办|举行|组织|召开|主办|承办|合办|联办|筹办|共办|开展|发起|牵头|协办|开办|参加|揭幕|开幕|启动)(?:了|好)?[^,，。;；\n]{0,10}的[“]?$"
    r"|[0-9十份旬]月?[份日]?的[“]?$|主题的[“`]?$|(?:为重点|为内容|为特色|为主线|为载体)的[“`]?$"
)
_THEME_BEFORE = re.compile(r"(?:为主题|为重点|为主线|为特色|为内容|主题)的[“`]?$")
_GENERIC_BEFORE = re.compile(
    r"(?:形式|种类|类型|大小|各类|各种|有关|相关|多样|多彩|以往|历年|历届)[^,，。;；\n]{0,4}的?[“]?$|[各多]$"
)
# 每月召开一次支部党员大会, 适时召开银企座谈会
_NOT_ONE_DAY = re.compile(r"(?:每[月周旬]|每个月|每半年|每季度?|不?定期|适时|择机|随时)[^,，。;；\n]{0,14}$")
_DRIVEN = re.compile("”?(?:先后)?[开驶走]?[进入到]")  # 科技大篷车驶进鸡场坪乡中心学校 is told by its verb
# 党的群众路线教育实践活动: a campaign that runs for months
_CAMPAIGN = re.compile(
    r"(?:教育实践|先进性教育|学习教育|主题教育|专题教育|争先创优|创先争优|作风建设|作风整顿|行风评议)$"
)
_GENERIC_AFTER = re.compile(
    r"^”?(?:的?(?:精神|部署|要求|决议|安排部署|工作部署)"
    r"|等(?:形式|载体|方式|多种|系列|各类|各种|一系列)|的(?:形式|方式|机会|契机|意见|方案|积极性))"
)
_SPECIFIC = re.compile(
    r"第[一二三四五六七八九十百0-9xX×*]{1,4}[届次期个]|首届|[12][0-9xX×*_]{3}年?|[“（(·—]|全国|中国|国际|全?[省市县区旗州]"
)


# 铜梁龙灯大会期间, 调声节(农历八月十五); at a fair one only stands: 在耿庄镇大集开展送科技下乡
_FEAST_AFTER = re.compile(r"”?(?:期间|当天|[(（][^()（）]{0,12}[月日初])")
_EVE = re.compile(r"”?(?:之?前|来临|之际|将至|后)")  # 古尔邦节前夕 tells when something else was
# Fairs and contests are gone to, not sat in: 在中国(上海)国际技术进出口交易会上,签约4项
_FAIRS = ("交易会", "博览会", "洽谈会", "展览会", "大赛", "竞赛", "挑战赛")
# 到太平镇、四塘镇歌圩开展咨询: the last of the places gone to
_GONE_TO = re.compile("(?:[在到赴去]|深入|走进)[^,，。;；、]{2,10}(?:、[^,，。;；、]{2,10})*、$")
_LISTED = ("meeting", "ceremony", "tour", "series")
# Fairs are attended one by one (参加浙洽会、义博会); a list of what is to be 抓好 or 开展 names no happenings.
_ATTENDING = ("参加", "组织参加", "参展", "举办", "承办")
# 3月至5月,开展先进性教育活动: a campaign, not a happening; 2月底至3月初 is one week.
_MONTHS = re.compile(r"月?(?:份)?(?<!月底)(?:至|到|—+|-|~|～)[^日号]*月(?![0-9一二三]*[日号])")


def weighed(context: Context, named: Named) -> Named:
    """The candidate with the kind that its words give it: a series with a plain tail is the series (科技周活动)."""
    if named.kind == "routine" and named.head.endswith("活动"):
        name = surface(context, named).removesuffix("活动")
        if name.endswith(("竞赛", "大赛", "比赛", "博览会", "交易会", "对接会", "论坛", "巡展")):
            return replace(named, kind="meeting")
        own = _own_words(context, surface(context, named), "活动")
        if any(own.endswith(word) for one in context.lexicon.series for word in one.words):
            return replace(named, kind="series")
    return named


def is_event(context: Context, named: Named, candidates: Sequence[Named]) -> bool:
    """Whether the candidate names a happening, by the signs around it."""
    signs = _signs(context, named, candidates)
    return is_happening(named.kind, signs)


def is_many(text: str, named: Named) -> bool:
    """Whether the name is counted: 培训班12期, 多场讲座."""
    if named.many:
        return True
    if _AND_MORE.match(text, named.span.end):
        return True
    count = _COUNT_AFTER.match(text, named.span.end)
    return count is not None and (count["count"] not in ("1", "一") or bool(count["more"]))


def is_heading(context: Context, span: Span, candidates: Sequence[Named]) -> bool:
    """Whether a run-in heading ends with `span` and the next sentence dates it, naming no other event.

    二是开展专利执法检查。5月中旬,会同区工商分局对龙潭商场进行检查.
    """
    text, sentence = context.text, context.analysis.sentence_at(span.start)
    if text[span.end : sentence.end].strip("。 ”;") or span.start - sentence.start > 16:
        return False
    follower = context.analysis.sentence_at(sentence.end)
    if follower.start < sentence.end or text[sentence.end - 1 : sentence.end] != "。":
        return False
    dates = context.clock.dates_in(follower.start, min(follower.end, follower.start + 14))
    if not any(date.strength in ("day", "month") for date in dates):
        return False
    if context.analysis.record.block_at(span.start) != context.analysis.record.block_at(follower.start):
        return False
    return not any(
        c.span.within(follower) and (c.kind in ("series", "tour") or (c.kind != "routine" and _has_own(context, c)))
        for c in among(candidates, follower.start, follower.end)
    )


def _has_own(context: Context, named: Named) -> bool:
    return bool(_own_words(context, surface(context, named), named.head))


def surface(context: Context, named: Named) -> str:
    """The candidate's text."""
    return context.text[named.span.start : named.span.end]


def _signs(context: Context, named: Named, candidates: Sequence[Named]) -> Signs:
    text, words = context.text, context.lexicon.words
    before = text[max(0, named.span.start - 40) : named.span.start]
    after = text[named.span.end : named.span.end + 44]
    own = _own_words(context, surface(context, named), named.head)
    heading = is_heading(context, named.span, candidates)
    count = _COUNT_AFTER.match(after)
    feast = named.kind == "festival" and _FEAST_AFTER.match(after) is not None
    around = _HELD_AFTER.match(after) or _HELD_BEFORE.search(before)
    holding = _ATTENDING if named.kind == "series" else words["举办词"]
    listed = named.kind in _LISTED and _follows_held(context, named, candidates, holding)
    return Signs(
        named=len(own) >= 2,
        held=heading
        or listed
        or feast
        or named.cut in words["举办词"]
        or named.cut in ("作", "做")
        or around is not None,
        dated=heading or _is_dated(context, named, candidates),
        themed=_THEME_BEFORE.search(before) is not None,
        specific=_SPECIFIC.search(own) is not None,
        titled=after.startswith("”") and before.endswith("“") and len(own) >= 6,
        daily=named.head.endswith("日"),
        once=count is not None and count["count"] in ("1", "一") and not count["more"],
        many=is_many(text, named),
        generic=_is_generic(context, named, own, before, after),
    )


def _follows_held(context: Context, named: Named, candidates: Sequence[Named], holding: Sequence[str]) -> bool:
    """Whether a list leads up to the name whose first item is held: 参加科技统计培训班、火炬统计培训会."""
    text, at = context.text, named.span.start
    by_end = {c.span.end: c for c in among(candidates, at - 160, at)}
    while text[at - 1 : at] in ("、", "和", "及", "与", "“") or text[at - 2 : at] == "以及":
        at -= 2 if text[at - 2 : at] in ("以及", "、“", "和“") else 1
        before = by_end.get(at) or by_end.get(at - 1)
        if before is None or _GENERIC_BEFORE.search(text[max(0, before.span.start - 40) : before.span.start]):
            return False
        if before.cut in holding or _HELD_BEFORE.search(text[max(0, before.span.start - 40) : before.span.start]):
            return True
        at = before.span.start
    return False


def _own_words(context: Context, name: str, head: str) -> str:
    """The words of a name before its barest head: 防震 of 防震演练, 全县计生知识 of 全县计生知识竞赛."""
    plain = re.sub("[“”]", "", name)
    bare = next((tail for tail in context.lexicon.words["素活动词"] if head.endswith(tail)), head)
    at = plain.rfind(bare)
    return plain[:at] if at >= 0 else plain


def _is_generic(context: Context, named: Named, own: str, before: str, after: str) -> bool:
    if named.kind == "festival" and (
        named.cut in ("在", "到", "于", "借", "利用") or _EVE.match(after) or _GONE_TO.search(before)
    ):
        return True
    if named.kind != "series" and _NOT_ONE_DAY.search(before):
        return True
    told = named.head.endswith(_FAIRS) or named.cut in context.lexicon.words["举办词"] or own.startswith(("第", "首届"))
    if after.startswith("上") and named.kind == "meeting" and not told:
        return True
    if named.kind == "series" and named.head.endswith("车") and _DRIVEN.match(after):
        return True
    if named.kind == "routine" and _CAMPAIGN.search(own):
        return True
    if (
        _AND_MORE.match(after)
        or _GENERIC_AFTER.match(after)
        or _GENERIC_BEFORE.search(before)
        or own.startswith(("种", "类", "项", "级"))
    ):
        return True
    return named.kind in ("routine", "days", "meeting", "open") and own in context.lexicon.words["泛称词"]


def _is_dated(context: Context, named: Named, candidates: Sequence[Named]) -> bool:
    """Whether a day or month of its sentence belongs to the candidate."""
    sentence = context.analysis.sentence_at(named.span.start)
    window = Window(named.span, _unclaimed(context, named, candidates, sentence), sentence.end, sentence.end)
    date = date_of(context.text, context.clock, window)
    if date is None or (named.kind == "routine" and _MONTHS.search(context.text[date.span.start : date.span.end])):
        return False
    return date.strength in ("day", "month")


def _unclaimed(context: Context, named: Named, candidates: Sequence[Named], sentence: Span) -> int:
    """Where the part of the sentence begins that no weightier event before has taken: 举办科技周, …, 组织科普讲座."""
    own_occasion = named.head.endswith("演练") or (named.cut in ("举行", "举办") and not is_many(context.text, named))
    if named.kind != "routine" or own_occasion:
        return sentence.start
    before = among(candidates, sentence.start, named.span.start)
    general = context.lexicon.words["泛称词"]
    ends = [
        c.span.end
        for c in before
        if c.kind != "routine" and _own_words(context, surface(context, c), c.head) not in general
    ]
    return max(ends, default=sentence.start)
