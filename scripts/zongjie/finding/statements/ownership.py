"""Whose a platform is, read once all names are known: 组建了“…”(牵头单位:兖工智装), …研究中心落户九州模塑."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from zongjie.finding.analysis import Analysis
from zongjie.finding.engine.language import mask
from zongjie.finding.statements.intended import is_intended
from zongjie.finding.statements.masked import PARTIES, Masked, mask_names, outermost
from zongjie.lexicon.words import Words, any_of
from zongjie.model import Kind, Mention, Span, Value

# An owner that is no firm and no institution: 县科技信息中心, 市地震局.
_ORGAN = re.compile(r"(?:局|委员会|科委|管委会|政府|协会|学会|联合会|中心|办公室|服务站|推广站|供销社)$")
_WITH = re.compile("[与和同及]|联合|携手|会同")
_TOGETHER = "联手|携手|对接|牵手|抱团|合力"
# Between two platforms of a row: ”星创天地、|阿拉尔“.
_NEXT_IN_ROW = re.compile("[^,，。;；、和与及]{0,6}[、和与及][^,，。;；、和与及]{0,8}")
_JOINTLY = "共同|联合|合作|合力|携手|双方"


def with_owners(analysis: Analysis, words: Words, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The mentions, each platform with the owners that the text tells (`attributes["owner"]`): known names or organs.

    What the finder of platforms took for an owner but nothing else knows (我们为工业园区申报“…”) is dropped. A platform that
    the text only means to set up (正在筹建) is marked as a target.
    """
    masked = mask_names(analysis.text, outermost(mentions))
    told = _told(analysis, words, masked)
    names = {m.text for m in mentions if m.kind in (*PARTIES, "place")}
    owned = [
        _intended(analysis, _owned(m, told.get(m.span, ()), names)) if m.kind == "platform" else m for m in mentions
    ]
    taken = [m.span for m in mentions if m.kind not in (*PARTIES, "place")]
    stations = [m for m in _stations(analysis, words, mentions) if not any(m.span.overlaps(span) for span in taken)]
    return tuple(sorted([*owned, *stations], key=lambda m: (m.start, -m.end)))


def _stations(analysis: Analysis, words: Words, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """A firm's station that has no name but its own: 怡源矿安的博士后创新实践基地."""
    pattern = _of_firm(words["企业的平台"])
    for firm in mentions:
        match = pattern.match(analysis.text, firm.end) if firm.kind == "enterprise" else None
        if match:
            text = analysis.text[firm.start : match.end()]
            owner: dict[str, Value] = {"owner": (firm.text,)}
            yield Mention(firm.record, "platform", firm.start, match.end(), text, "企业的平台", owner)


@lru_cache(maxsize=2)
def _of_firm(tails: tuple[str, ...]) -> re.Pattern[str]:
    every = any_of(tails)
    return re.compile(
        rf"的(?:国家级|省级|市级|自治区级|县级|国家|省|市)?(?:{every})(?![0-9一二两三四五六七八九十]+[个家处]|等)"
    )


def _intended(analysis: Analysis, platform: Mention) -> Mention:
    if not is_intended(analysis.text, analysis.sentence_at(platform.start), platform.span):
        return platform
    return replace(platform, attributes={**platform.attributes, "target": True})


def _owned(platform: Mention, told: tuple[str, ...], names: set[str]) -> Mention:
    before = platform.attributes.get("owner")
    kept = tuple(n for n in before if n in names or _ORGAN.search(n)) if isinstance(before, tuple) else ()
    owners = tuple(dict.fromkeys((*kept, *told)))
    rest: dict[str, Value] = {key: value for key, value in platform.attributes.items() if key != "owner"}
    return replace(platform, attributes={**rest, "owner": owners} if owners else rest)


def _told(analysis: Analysis, words: Words, masked: Masked) -> Mapping[Span, tuple[str, ...]]:
    """For the spans of platforms the names of those who own them, as the sentences say."""
    found: dict[Span, tuple[str, ...]] = {}
    mark = mask("-", [(Span(0, 1), "platform")])
    for sentence in analysis.sentences:
        if mark not in masked.text[sentence.start : sentence.end]:
            continue
        for pattern in _patterns(words["组建词"]):
            for match in pattern.finditer(masked.text, sentence.start, sentence.end):
                for span, owners in _read(analysis.text, match, masked):
                    found[span] = tuple(dict.fromkeys((*found.get(span, ()), *owners)))
    return found


def _read(text: str, match: re.Match[str], masked: Masked) -> Iterator[tuple[Span, tuple[str, ...]]]:
    """The platforms of a match with their owners: 甲、乙分别同丙、丁建立了A和B tells of A that it is 甲's and 丙's."""
    platforms = masked.names_at(Span(*match.span("platform")))
    groups = [masked.names_at(Span(*match.span(g))) for g in ("owner", "partner") if match.groupdict().get(g)]
    if match.groupdict().get("subject"):
        groups.append(_subject(text, masked.names_at(Span(*match.span("subject")))))
    if "分别" in match[0] and len(platforms) < max(map(len, groups), default=0):
        platforms = _row(text, masked, platforms)
    each = len(platforms) > 1 and "分别" in match[0] and all(len(group) == len(platforms) for group in groups)
    if not each and re.search("分别[由为是]", match[0]) and len(groups[0]) > 1:
        return  # whose is which cannot be told
    for at, platform in enumerate(platforms):
        owners = [group[at].text for group in groups] if each else [m.text for group in groups for m in group]
        yield platform.span, tuple(owners)


def _row(text: str, masked: Masked, last: Sequence[Mention]) -> tuple[Mention, ...]:
    """The platforms that stand in a row up to the `last`, each with its place: 十一团“枣缘”星创天地、|阿拉尔“塔河青年”星创天地."""
    row = tuple(last)
    runs = sorted((run for run in masked.runs.values() if run.span.end <= last[0].start), key=lambda run: -run.span.end)
    for run in runs:
        if run.mentions[0].kind != "platform" or not _NEXT_IN_ROW.fullmatch(text, run.span.end, row[0].start):
            break
        row = (*run.mentions, *row)
    return row


def _subject(text: str, names: Sequence[Mention]) -> tuple[Mention, ...]:
    """Of names in a row those before the first 与: 甲公司 of 甲公司与某学院、某大学建立了合作关系."""
    for at in range(1, len(names)):
        if _WITH.search(text, names[at - 1].end, names[at].start):
            return tuple(names[:at])
    return tuple(names)


def _marked(*kinds: Kind) -> str:
    """A masked stretch of one of the kinds, as a pattern."""
    first = "".join(mask("-", [(Span(0, 1), kind)]) for kind in kinds)
    rest = "".join(sorted({mask("--", [(Span(0, 2), kind)])[1] for kind in kinds}))
    return f"[{first}][{rest}]*"


@lru_cache(maxsize=2)
def _patterns(verbs: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    owner, platform = rf"(?P<owner>{_marked(*PARTIES)})", rf"(?P<platform>{_marked('platform')})"
    partner = rf"(?P<partner>{_marked(*PARTIES)})"
    firm = rf"(?P<subject>{_marked('enterprise')})"
    near = r"[^,，。;；:：、“”（()）\ue000-\uf8ff]"
    verb = rf"(?:{any_of(verbs)}|合建|合办|联建)(?:了|的)?"
    role = r"(?:依托|牵头|承建|建设|承担|运营|组建|共建|管理|主建|经营|实施|责任|主办)(?:单位|企业|主体|方|公司)"
    # what a firm does alone, the subject of the sentence going on: not 我局组建了…
    own_verb = "(?:并|还|又|已|新|先后|成功|正式|顺利|自主|投资)*(?:建成|建有|获批|获批建设|获批组建|获准建设|获准组建|组建|拥有|创建)了?"
    say = r"(?:拟定|暂定|确定|分别)?(?:为|是|:|：)?"
    # 由甲公司负责经营, 由甲公司与某大学合办
    run = r"(?:承建|建设|组建|创建|建立|运营|经营|筹建|牵头|兴办|创办|管理|合办|合建|共建|联办|联建|投资|承办|承担|主办|运作)"
    by = r"(?:具体|主要|拟|将|现|均|统一|全部|委托|交)?由"
    return tuple(
        map(
            re.compile,
            (
                # …中心(怀川铝材), …共同体(牵头单位兖工智装), …中心,依托单位拟定为天棘节水
                rf"{platform}[（(](?:{role}{say})?{owner}[)）]",
                rf"{platform}[（(]{owner}[,，][^()（）]{{2,20}}(?:共建|建设|支持|批准|承建)[)）]",
                rf"{platform}[^。;；\ue000-\uf8ff]{{0,6}}[,，（(]?{role}{say}{owner}",
                # …中心落户九州模塑, …由恒岭机电承建, …秘书处设于黄河乳业
                rf"{platform}(?:正式|已|成功|拟|将)?(?:落户|落地|设在|设于|建在|挂靠|依托|花落)(?:于|在)?{owner}",
                rf"{platform}[,，]?分别由{owner}{near}{{0,6}}{run}",
                rf"{platform}(?:项目)?[,，]?{by}(?:我?[省市县区州旗](?:政府)?与)?{owner}{near}{{0,6}}{run}",
                # …中心投入使用,引入企业33家,由某公司负责经营; of several platforms the nearest
                rf"{platform}[^。;；\ue000-\uf8ff]{{0,40}}[,，]{by}(?:我?[省市县区州旗](?:政府)?与)?{owner}(?:负责|三方|双方|共同|联合|具体|合作|投资)*{run}(?!的)",
                # …星创天地、…星创天地被省备案,运营主体分别为甲公司和乙公司
                rf"{platform}[^。;；\ue000-\uf8ff]{{0,24}}[,，]{role}(?:分别)?(?:为|是|:|：){owner}",
                rf"{platform}[^。;；\ue000-\uf8ff]{{0,8}}(?:秘书处|理事长单位|总部)(?:设在|设于|为|落户){owner}",
                # 汉鼎公司与华中理工大学联手,组建了…; 甲与乙合作,共同组建…; 与西北农大合建…
                rf"{owner}{near}{{0,8}}(?:{_TOGETHER})[,，](?:{_JOINTLY})?{verb}{near}{{0,10}}{platform}",
                rf"{owner}[^,，。;；\ue000-\uf8ff]{{0,16}}[,，](?:{_JOINTLY}){verb}{near}{{0,10}}{platform}",
                rf"{owner}[^,，。;；\ue000-\uf8ff]{{0,16}}[,，](?:共建|合建|合办|联建)(?:了)?{near}{{0,10}}{platform}",
                rf"[与同和]{owner}{near}{{0,8}}(?:{_JOINTLY})?(?:合建|合办|联建|共建|共同建立|共同成立|联合成立)(?:了|的)?{near}{{0,10}}{platform}",
                rf"{owner}分别[与同和]{partner}{near}{{0,6}}{verb}“?{platform}",
                # 某学院在甲公司设立了…; 与某学院签约,双方在高陂镇合办…; 省农科院牵头,甲公司参与,共同组建…
                rf"{owner}在{partner}{near}{{0,6}}(?:设立|建立|成立|组建|共建|建设|建成|设有|建有){near}{{0,10}}{platform}",
                rf"[与同和]{owner}[^。;；]{{0,30}}[,，]双方{near}{{0,12}}{verb}{near}{{0,10}}{platform}",
                rf"{owner}(?:牵头|主持|为主)[,，]{partner}(?:参与|参加|配合|协作|支持)[,，]{near}{{0,4}}{verb}{near}{{0,10}}{platform}",
                # 以甲公司为依托,组建了…; …以甲公司为依托单位
                rf"以{owner}为(?:依托|主体|龙头|牵头|基础)(?:单位|企业)?[,，]?{near}{{0,6}}{verb}{near}{{0,10}}{platform}",
                rf"{platform}[,，]?以{owner}为(?:依托|主体|牵头)",
                rf"{platform}[（(]?依托{owner}",
                # 甲公司加大投入,获批建设…; 甲公司与某学院建立了合作关系,建成…
                rf"(?:^|(?<=[。;；\n])){near}{{0,6}}{firm}(?:[与同和]{_marked(*PARTIES)})?[^。;；\ue000-\uf8ff]{{0,40}}[,，]{own_verb}{near}{{0,10}}{platform}",
                rf"{owner}(?:牵头|主导|负责|独家)(?:组建|建设|承建|筹建|申建|创建|成立|发起)?(?:了|的)?{near}{{0,4}}{platform}",
            ),
        )
    )
