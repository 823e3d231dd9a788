"""Who stands beside a platform as its owner: X建成|P, P|由X承建, P|(挂靠X), P|揭牌,依托单位是X.

By default the nearest party before a platform owns it where a verb of founding, having or running joins the two, and the
nearest behind it where a word such as 由, 挂靠 or 依托单位 leads to it; what else may stand between forbids it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from zongjie.finding.analysis import Analysis
from zongjie.finding.statements.masked import ALL_MARKS, PARTIES, Masked, Run
from zongjie.model import Mention, Span

_PAUSE = re.compile("[,，:：]")
_MARK = re.compile(f"[{ALL_MARKS}]")
# A verb that joins an owner with what it has: 建成, 获批, 挂了…的牌子, 还有.
_HAS = re.compile(
    "[建创办挂设组筹联][建办立有成了起设牌]|成立|获[批准得评]|获|申[报建]|承[建担]|牵头|主[导办]|认定|命名|授牌|备案|运[营作]|经营|管理|管着|拥有"
    "|[还已]有|引进|投资的|联?合?搞的|合办|合建|共建|发起|升[级格]|晋升|[列评]为|负责|独家|为(?:依托|主体|牵头|承建)单位的"
)
# What between the two says that the platform is another's: 专家到P指导, X与P合作.
_ELSEWHERE = re.compile(
    "参观|考察|调研|项目|产品|专家|教授|团队|生产线|人员|提出|方案|入驻|进驻|入园|合作关系|协议|成果|领导|课题|学生|品种|支持|提供|参加|利用|使用|面积|孵化的|区内"
    "|(?:[到赴往对进入]|落户[在于]?|(?<!共)[与和同及、])“?$"
)
# Another subject between a party and the verb: 甲公司产值过亿,我局组建了P.
_OTHERS = re.compile("[我本][省市县区州旗局乡镇]|[省市县区州]科技局|政府")
_WITH = re.compile("(?:[与和同及跟]|联合|携手|会同)$")
_TOGETHER = re.compile("(?:联手|携手|对接|牵手|抱团|合力)[,，]")
# 分别落户甲、乙,名称依次为P、Q.
_NAMED = re.compile("(?:名称|名字|平台)?(?:依次|分别)[为是]$")
_JOINTLY = re.compile("双方|共同|联合|合作|合力|携手|共建|合建|合办|联建")
_LEADS = re.compile("(?:牵头|主持|为主)[,，]")
_BASE = re.compile("为(?:依托|主体|龙头|牵头|基础|载体)")
_OWN_CLAUSE = re.compile(
    "(?:并|还|又|已|新|先后|成功|正式|顺利|自主|投资)*(?:与.{1,60}|建[成有]|获[批准]|组建|拥有|创建)"
)
# Who carries a platform: what stands right before the owner's name.
_ROLE = (
    "(?:依托|牵头|承建|建设|承担|运营|组建|共建|管理|主建|经营|实施|责任|主办|挂靠|托管|主管|主持|开办|举办|投资)"
    "(?:单位|企业|主体|方|公司|机构)"
)
_LINK = re.compile(
    rf"(?:{_ROLE}(?:拟定|暂定|确定|分别)?[为是由:：]?|(?:落户|落地|花落|落|设|设立|建|坐落|依托|挂靠|隶属|归属)[在于]?|(?:秘书处|总部)[设落][在于户]"
    "|(?:经营|运营|管理|承建|牵头)的是|(?P<by>[由以归是])|^(?:已|正式|成功)?(?P<at>在))(?:我?[省市县区州旗](?:政府)?[与和、])?$"
)
_RUNS = re.compile("[^,，。;；的]{0,8}[建营管办控投主承牵运创]|依托|担?任(?:理事长|牵头|盟主)|为(?:依托|主体|牵头)")
_OPENED = re.compile("(?:正式|成功)?(?:挂牌|揭牌|成立|建成|设立|授牌|落成)")
_OF_OTHER = re.compile("的|[^,，。;；()（）]{0,6}(?:评审|验收|审核|批准|授牌|鉴定|承担的|实施的|完成的|承办的|主办的)")
_DOES = re.compile(
    f"(?:是|为|作为|任|担任)其?{_ROLE}|(?:独立|自主|独家|负责)*(?:牵头|建设|组建|承建|自建|运营)(?=[,，、。;；]|$)"
)
_CHANGED = re.compile("换成|变更为|改为|调整为|变为|转为|转给|移交给?")
_JOINS_IN = re.compile("[^,，、。;；()（）]{0,4}(?:参建|参与|共建|联建|协建|组建|建设)")
# Between two platforms of a row: ”星创天地、|阿拉尔“.
_NEXT_IN_ROW = re.compile("[^,，。;；、和与及]{0,6}[、和与及][^,，。;；、和与及]{0,8}")
_PARTNER = re.compile("(?:共建|合作|参建|协作|联合)(?:单位|方|企业)(?:为|是|:|：)?$|^(?:依托|联合|会同|携手)$")
# From one owner to the next: 由甲公司牵头、|某学院参建.
_NEAR = re.compile("[^,，。;；()（）]{0,10}[、,，与和][^,，。;；()（）]{0,6}|依托|联合|会同|携手")
_FAR = 60

Group = tuple[Mention, ...]


@dataclass(frozen=True)
class _Place:
    """A run of platforms in the `plain` and the masked `text`, with the stretches of its sentence on either side that no other platform interrupts."""

    plain: str
    text: str
    run: Run
    start: int
    before: Span
    after: Span
    row: tuple[Mention, ...]
    parties: tuple[Run, ...]


def owners_told(analysis: Analysis, masked: Masked) -> Mapping[Span, tuple[str, ...]]:
    """For the spans of platforms the names of those who own them, as the sentences say."""
    found: dict[Span, tuple[str, ...]] = {}
    places = list(_places(analysis, masked))
    before = [_before(place) for place in places]
    for place, mine, others in zip(places, before, [*before, []][1:], strict=True):
        behind = [group for group in _after(place) if group not in others]
        for platform, owners in (*_told(place, place.before, mine), *_told(place, place.after, behind)):
            found[platform.span] = tuple(dict.fromkeys((*found.get(platform.span, ()), *owners)))
    return found


def _places(analysis: Analysis, masked: Masked) -> Iterator[_Place]:
    runs = sorted(masked.runs.values(), key=lambda run: run.span.start)
    at = 0
    for sentence in analysis.sentences:
        here = []
        while at < len(runs) and runs[at].span.start < sentence.end:
            here.append(runs[at])
            at += 1
        platforms = [run for run in here if run.mentions[0].kind == "platform"]
        parties = tuple(run for run in here if run.mentions[0].kind in PARTIES)
        for n, run in enumerate(platforms if parties else ()):
            before = Span(platforms[n - 1].span.end if n else sentence.start, run.span.start)
            after = Span(run.span.end, platforms[n + 1].span.start if n + 1 < len(platforms) else sentence.end)
            row = _row(masked.text, platforms[: n + 1])
            yield _Place(analysis.text, masked.text, run, sentence.start, before, after, row, parties)


def _row(text: str, platforms: Sequence[Run]) -> tuple[Mention, ...]:
    """The platforms that stand in a row up to the last, each with its place: 十一团“枣缘”星创天地、|阿拉尔“塔河青年”星创天地."""
    row = platforms[-1].mentions
    for one, other in zip(platforms[-2::-1], platforms[:0:-1], strict=True):
        if not _NEXT_IN_ROW.fullmatch(text, one.span.end, other.span.start):
            break
        row = (*one.mentions, *row)
    return row


def _told(place: _Place, side: Span, groups: Sequence[Group]) -> Iterator[tuple[Mention, tuple[str, ...]]]:
    """The platforms with their owners: 甲、乙分别同丙、丁建立了A和B tells of A that it is 甲's and 丙's."""
    platforms, most = place.run.mentions, max(map(len, groups), default=0)
    one_by_one = "分别" in place.text[side.start : side.end]
    if one_by_one and most > 1:
        platforms = place.row if len(place.row) == most else platforms
        if any(len(group) != len(platforms) for group in groups):
            return  # whose is which cannot be told
    for at, platform in enumerate(platforms if groups else ()):
        each = [group[at : at + 1] if one_by_one and most > 1 else group for group in groups]
        yield platform, tuple(m.text for group in each for m in group)


def _before(place: _Place) -> list[Group]:
    """The owners that stand before the platforms."""
    runs = [run for run in place.parties if run.span.within(place.before)]
    if not runs:
        return []
    last, text = runs[-1], place.text
    gap = text[last.span.end : place.before.end]
    if _PAUSE.search(gap):
        return _before_pause(place, runs, gap)
    if gap.strip("“「") in ("", "的"):
        return [last.mentions[-1:]]
    if not _HAS.search(gap) or _ELSEWHERE.search(gap) or _MARK.search(gap):
        return []
    groups = [last.mentions]
    if len(runs) > 1 and text[runs[-2].span.end : last.span.start] == "在":  # 某学院|在|甲公司设立了P
        groups.append(runs[-2].mentions)
    elif len(runs) > 1 and _WITH.search(text, runs[-2].span.end, last.span.start):  # 甲公司投入百万,|与某学院共建P
        groups.append(_subject(place, runs[0]))
    return groups


def _before_pause(place: _Place, runs: Sequence[Run], gap: str) -> list[Group]:
    """The owners where a pause parts them from the verb: 甲公司与某大学联手,组建了P; 甲公司加大投入,获批建设P."""
    last, clause = runs[-1], _PAUSE.split(gap)[-1]
    if _NAMED.match(clause) and len(last.mentions) == len(place.run.mentions):
        return [last.mentions]
    if _OTHERS.search(gap) or not _HAS.search(clause) or _ELSEWHERE.search(clause) or _MARK.search(clause):
        return []
    if _BASE.match(gap) or _TOGETHER.search(gap):
        return [last.mentions]
    if _JOINTLY.match(clause):
        led = len(runs) > 1 and _LEADS.fullmatch(place.text, runs[-2].span.end, last.span.start)
        return [runs[-2].mentions, last.mentions] if led else [last.mentions]
    goes_on = _OWN_CLAUSE.match(clause) and len(gap) <= _FAR
    return [_subject(place, runs[0])] if goes_on and runs[0] is last else []


def _subject(place: _Place, run: Run) -> Group:
    """The firm that the sentence speaks of: 甲公司 of 甲公司与某学院、某大学建立了合作关系."""
    names = run.mentions
    if run.span.start - place.start > 6 or names[0].kind != "enterprise":
        return ()
    for at in range(1, len(names)):
        if _WITH.search(place.plain, names[at - 1].end, names[at].start):
            return names[:at]
    return names


def _after(place: _Place) -> list[Group]:
    """The owners that stand behind the platforms."""
    runs = [run for run in place.parties if run.span.within(place.after)]
    text = place.text
    if not runs or not _leads(text, place.after.start, runs[0].span):
        return []
    first, rest = runs[0], runs[1:]
    if rest and _CHANGED.fullmatch(text, first.span.end, rest[0].span.start):  # 运营方由甲|换成|乙
        return [rest[0].mentions]
    groups = [first.mentions]
    for one, other in zip(runs, rest, strict=False):
        near = _NEAR.fullmatch(text, one.span.end, other.span.start)
        if not near or not (_PARTNER.search(near[0]) or _JOINS_IN.match(text, other.span.end)):
            break
        groups.append(other.mentions)
    return groups


def _leads(text: str, start: int, owner: Span) -> bool:
    """Whether what stands between a platform and the party behind it makes this its owner."""
    lead = text[start : owner.start].lstrip("”」")
    if _OF_OTHER.match(text, owner.end):
        return False
    clause = _PAUSE.split(lead)[-1]
    if lead.startswith(("(", "（")) and not re.search("[)）]", lead):
        clause = clause.lstrip("(（")
        if not clause:
            return True
    link = _LINK.search(clause)
    if link is None:
        return not clause and _DOES.match(text, owner.end) is not None
    if _MARK.search(clause) or len(lead) > _FAR:
        return False
    if _PAUSE.search(lead) and link.start() > 4 and not link["by"]:
        return "单位" in link[0]
    needed = _RUNS if link["by"] else _OPENED if link["at"] else None
    return needed is None or needed.match(text, owner.end) is not None
