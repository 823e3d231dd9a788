"""The region that a summary is from, and with it the bureau, by the text's own evidence; unknown is better than wrong."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from zongjie.lexicon.eras import Eras
from zongjie.lexicon.places import Division, Gazetteer
from zongjie.model import Block, Bureau, Confidence, Region, Span
from zongjie.reading.bureau import read_bureau
from zongjie.reading.evidence import Evidence, Hit
from zongjie.reading.front import Front

# What may stand before the bureau's name in a title: 2010年度辽源市龙山区科技局…, 关于宁陕县….
_TITLE_OPENING = re.compile(
    r"(?:关于|中共|[0-9〇○零OoＯ一二三四五六七八九xX×*_]{2,4}年度?|上半年|第?[一二三四五六七八九十]{1,3}师|[（(“\"*xX×—\s-])*"
)
_CORPS_PROVINCE = "新疆维吾尔自治区"
_CORPS = re.compile(r"兵团|第[一二三四五六七八九十]{1,3}师|团场|[师团]党委")
_STRONG_PROVINCE = re.compile(
    r"(?:科技厅|科学技术厅|科委|政府|委|人民政府|地震局|知识产权局|财政厅|发改委)|[^》。]{2,30}(?:条例|办法|规定)》"
)
# What a city or province funds in the places below it: 列入绥化市科技计划, 黑龙江省应用技术研究与开发计划.
_PROGRAMME = re.compile(
    r"(?:重点|重大|应用)?(?:科技|科学|技术|自然科学|星火|火炬)[^,，。;；、“”《》]{0,12}(?:计划|专项|项目|基金|攻关|工程|经费)"
)
# What a sentence tells of a place that is not above the writer: one that helps, is visited, or sends visitors.
_AFAR = re.compile(
    r"对口|支援|援助|援建|援藏|援疆|结对|帮扶|协作|来我|来访|前来|考察|参观|学习|交流|取经|友好|对接|洽谈|签[订署]|合作|赴"
)
# What a bureau or its government does with documents of its own.
_ISSUED = re.compile(r"(?:制[定订]|出台|印发|下发|起草|颁[布发]|拟[定订]|修订|编制|发布)[^。;；《]{0,8}《[^《》]{0,6}$")
_OWN_COMMITTEE = re.compile(r"(?:[县市区旗州盟]?委(?!员)|人民政府|政府)")
_IS = re.compile(r"是|地处|位于|系")


@dataclass(frozen=True, slots=True)
class _Home:
    """The division that the bureau belongs to, as far as it is known."""

    divisions: tuple[Division, ...]
    evidence: tuple[Span, ...]


def read_where(
    text: str, blocks: Sequence[Block], front: Front, gazetteer: Gazetteer, year: int | None, eras: Eras
) -> tuple[Bureau, Region]:
    """The bureau and its region, as they were in `year` (None: not known).

    缙云县科技局2012年工作总结 states the county, and the gazetteer adds 丽水市 and 浙江省; a name left over from another
    bureau's text (落实《杏花岭区科技局机关效能建设制度》) weighs less than what the title, the opening and the counts say;
    江阳区、纳溪区、龙马潭区 in a text of a city are all of 泸州市; 枣阳市 in 1996 was of 襄樊市. What stays open stays None.
    """
    evidence = Evidence(text, blocks, front, gazetteer, year, eras)
    region = _region(evidence)
    return read_bureau(evidence, region), region


def _region(evidence: Evidence) -> Region:
    home = _home(evidence)
    if home:
        meant = _meant(home.divisions, evidence)
        return _told(evidence, meant[0], home.evidence) if len(meant) == 1 else _shared(evidence, meant, home.evidence)
    return _above(evidence) or _province(evidence) or Region()


def _home(evidence: Evidence) -> _Home | None:
    return _by_title(evidence) or _by_office(evidence) or _by_count(evidence) or _by_parts(evidence)


def _by_title(evidence: Evidence) -> _Home | None:
    """The lowest division that the title or the signature begins with; one that it visits (赴浙江考察报告) is none."""
    hits = [hit for hit in evidence.hits if hit.in_title and _begins_title(evidence, hit)]
    if not hits:
        return None
    hit = next((hit for hit in hits if hit.office), hits[-1])
    chain = [other.span for other in hits if other.span.end <= hit.span.start]
    return _Home(_lowest(hit.divisions, evidence), (*chain, hit.span))


def _begins_title(evidence: Evidence, hit: Hit) -> bool:
    line = evidence.text.rfind("\n", 0, hit.span.start) + 1
    before = evidence.text[line : hit.span.start]
    for other in evidence.hits:
        if line <= other.span.start < hit.span.start:
            before = before.replace(other.name, "")
    return bool(_TITLE_OPENING.fullmatch(before))


def _by_office(evidence: Evidence) -> _Home | None:
    """The division whose bureau the text is by: named as the one that acts, in the opening above all."""
    votes: Counter[str] = Counter()
    for hit in evidence.own_offices:
        if any(evidence.fits_level(division) for division in hit.divisions):
            votes[hit.name] += 4 if hit.in_opening else 1
    for hit in evidence.hits:
        if hit.name in votes and not hit.office and not hit.quoted:
            votes[hit.name] += 1
    return _winner(evidence, votes, least=2 if _is_only_office(evidence, votes) else 3)


def _is_only_office(evidence: Evidence, votes: Counter[str]) -> bool:
    """Whether one bureau alone is named, of the level that the text speaks of: 玄武区科技局 in a text that says 全区."""
    only = next(iter(votes)) if len(votes) == 1 else None
    return bool(only and evidence.leans_to and only.endswith(evidence.leans_to) and not evidence.is_blanked)


def _by_count(evidence: Evidence) -> _Home | None:
    """The division of the writer's own level that the text keeps naming: 正定县 and 正定 again and again in a county's text.

    A short form counts only beside the full one: 常山 in 常山生化 says nothing of 常山县.
    """
    if evidence.level is None:
        return None
    votes: Counter[str] = Counter()
    for hit in evidence.hits:
        if hit.is_full and any(evidence.fits_level(d) and d.name == hit.name for d in hit.divisions) and not hit.above:
            votes[hit.name] += 2
    for hit in evidence.hits:
        for name in [name for name in votes if name != hit.name]:
            if any(d.name == name for d in hit.divisions) and not hit.firm and not hit.academic:
                votes[name] += 1
    return _winner(evidence, votes, least=4) or _only_one(evidence, votes) or _as_own(evidence, votes)


def _as_own(evidence: Evidence, votes: Counter[str]) -> _Home | None:
    """The one division of the writer's level that the text names, where what it says of it only the writer would say: that it
    issued its document (出台了《定边县专利资助办法》), what sort of county it is (盐池县是…), its committee's orders (《舒城县委…通知》).
    """
    if len(votes) != 1 or evidence.is_blanked:
        return None
    hits = [hit for hit in evidence.hits if hit.name in votes]
    for hit in hits:
        before, after = evidence.text[max(0, hit.span.start - 14) : hit.span.start], evidence.text[hit.span.end :][:6]
        own = (_ISSUED.search(before) and hit.quoted) or (_OWN_COMMITTEE.match(after) and hit.quoted)
        described = hit.in_opening and (_IS.match(after) or before.endswith("地处"))
        if (own or described) and not _AFAR.search(_sentence(evidence.text, hit.span)):
            return _Home(_lowest(hits[0].divisions, evidence), tuple(hit.span for hit in hits))
    return None


def _only_one(evidence: Evidence, votes: Counter[str]) -> _Home | None:
    """The one division of the writer's level that the text names, where it names the city above it elsewhere, too:
    在青云谱区三家店街道举办 in a district's text that tells of 南昌市科技计划.
    """
    if len(votes) != 1:
        return None
    (name,) = votes
    hit = next(hit for hit in evidence.hits if hit.name == name)
    cities = {d.city for d in hit.divisions if d.city and evidence.fits_level(d)}
    elsewhere = (
        other
        for other in evidence.hits
        if (other.is_full or other.name[-1] in "州盟")
        and not other.academic
        and not other.firm
        and other.span.end != hit.span.start
    )
    if not any(d.level == "city" and d.name in cities for other in elsewhere for d in other.divisions):
        return None
    return _Home(_lowest(hit.divisions, evidence), (hit.span,))


def _by_parts(evidence: Evidence) -> _Home | None:
    """The city whose parts a city's text names: three counties or more, all of one city."""
    if evidence.level not in ("市", "州", "盟"):
        return None
    hits = [hit for hit in evidence.hits if hit.is_full and any(d.level == "county" for d in hit.divisions)]
    counties = {
        hit.name: {evidence.city_of(d) for d in hit.divisions if d.level == "county" and evidence.stood(d)}
        for hit in hits
    }
    cities = Counter(city for found in counties.values() if len(found) == 1 for city in found if city)
    if not cities:
        return None
    city, count = cities.most_common(1)[0]
    if count < 3 or count < 0.75 * len(counties):
        return None
    divisions = tuple(d for d in evidence.gazetteer.named(city) if d.level == "city" and evidence.stood(d))
    spans = {hit.name: hit.span for hit in reversed(hits) if city in counties[hit.name]}
    return _Home(divisions, tuple(sorted(spans.values())))


def _winner(evidence: Evidence, votes: Counter[str], least: int) -> _Home | None:
    if not votes:
        return None
    (name, count), *others = sorted(votes.items(), key=lambda item: (-item[1], item[0]))
    if count < least or (others and count < 2 * others[0][1]):
        return None
    hits = [hit for hit in evidence.hits if hit.name == name]
    return _Home(_lowest(hits[0].divisions, evidence), tuple(hit.span for hit in hits[:5]))


def _lowest(divisions: tuple[Division, ...], evidence: Evidence) -> tuple[Division, ...]:
    """Of the divisions that a name may mean those that fit the writer's level, if any does."""
    return tuple(d for d in divisions if evidence.fits_level(d)) or divisions


def _meant(divisions: Sequence[Division], evidence: Evidence) -> tuple[Division, ...]:
    """Those divisions that a name most likely means: that there were in its year, whose city or province it names, present ones."""
    rank = {d: (evidence.stood(d), _support(d, evidence), not d.former, _city_stands(d, evidence)) for d in divisions}
    return tuple(d for d in divisions if rank[d] == max(rank.values()))


def _city_stands(division: Division, evidence: Evidence) -> bool:
    """Whether the city above a division is one of today: 余江县 is 鹰潭市's, no more 上饶地区's."""
    above = evidence.gazetteer.named(division.city or "")
    return division.level != "county" or any(d.level == "city" and not d.former for d in above)


def _support(division: Division, evidence: Evidence) -> int:
    """How much of what stands above a division the text names: its city (3), its province (1).

    A university's name says nothing of where the writer is (南京工业大学 works for 徐州, too), one firm's little.
    """
    cities = {division.city, evidence.city_of(division)} if division.level == "county" else set()
    has_city = any(evidence.names(city, "city") for city in cities if city)
    return 3 * has_city + evidence.names(division.province, "province")


def _shared(evidence: Evidence, meant: Sequence[Division], spans: tuple[Span, ...]) -> Region:
    """What the divisions that a name may mean have in common: 鼓楼区 in a text that names 江苏省 may be 南京's or 徐州's."""
    provinces, names = {d.province for d in meant}, {d.name for d in meant}
    cities = {evidence.city_of(d) if d.level == "county" else d.city for d in meant}
    county = names.pop() if len(names) == 1 and meant[0].level == "county" else None
    province = provinces.pop() if len(provinces) == 1 else None
    city = cities.pop() if len(cities) == 1 else None
    return Region(province, city, county, "inferred" if province else "stated" if county else "unknown", spans)


def _told(evidence: Evidence, division: Division, spans: tuple[Span, ...]) -> Region:
    county = division.name if division.level == "county" else None
    city = evidence.city_of(division) if county else division.name if division.level == "city" else None
    if county and county.endswith("市") and city is None and division.city is None:
        city, county = county, None  # 仙桃市, 石河子市: a city of its own, under the province alone
    values = [value for value in (division.province, city, county) if value]
    spans = _with_above(evidence, (division.province, city), spans)
    levels = ("province", "city", "county")
    stated = all(any(evidence.names(value, level) for level in levels) for value in values)
    direct = any(
        hit.name in (county or city or division.province, _short(county or city or "")) for hit in evidence.hits
    )
    confidence: Confidence = "stated" if stated and direct else "inferred"
    return Region(division.province, _as_said(evidence, city), _as_said(evidence, county), confidence, spans)


def _as_said(evidence: Evidence, name: str | None) -> str | None:
    """An autonomous division by the fullest form that the text itself uses (黔东南州 where it says no more); all others in full."""
    if name is None or "自治" not in name:
        return name
    said = (
        hit.name for hit in evidence.hits if hit.name[-1] == name[-1] and any(d.name == name for d in hit.divisions)
    )
    return max(said, key=len, default=name)


def _short(name: str) -> str:
    return re.sub("[省市县区旗州盟]$", "", name)


def _with_above(evidence: Evidence, above: Iterable[str | None], spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The evidence, and where the text names city and province."""
    found = list(spans)
    for name in above:
        hit = next((hit for hit in evidence.hits if name and any(d.name == name for d in hit.divisions)), None)
        if hit and hit.span not in found:
            found.append(hit.span)
    return tuple(found)


def _above(evidence: Evidence) -> Region | None:
    """The city alone: where only the county's or district's own name is blanked, by the city's bureau above it
    (按照黔东南州科技局《…》要求) or, for a district, by the city that its firms and streets keep naming.
    """
    if evidence.level not in ("县", "区", "旗", "市"):
        return None
    provinces = set(_provinces(evidence))
    cities: Counter[str] = Counter()
    for hit in evidence.hits:
        now = [d for d in hit.divisions if d.level == "city" and evidence.stood(d)]
        if len(now) != 1 or hit.academic:
            continue
        if hit.is_full or now[0].name != hit.name:
            cities[now[0].name] += _speaks_for_city(evidence, hit, {now[0].province} == provinces)
    if not cities:
        return None
    (name, count), *others = sorted(cities.items(), key=lambda item: (-item[1], item[0]))
    if count < 4 or (others and count < 3 * others[0][1]):
        return None
    division = next(d for d in evidence.gazetteer.named(name) if d.level == "city" and evidence.stood(d))
    spans = tuple(hit.span for hit in evidence.hits if division in hit.divisions)[:4]
    return Region(division.province, _as_said(evidence, name), None, "inferred", spans)


def _speaks_for_city(evidence: Evidence, hit: Hit, in_province: bool) -> int:
    """How much it says that the text names a city so: by its bureau or party committee (4), or its programmes
    (4 in a text that names its province as the authority, 2 else).
    """
    if evidence.level != "市" and not _AFAR.search(_sentence(evidence.text, hit.span)):
        if hit.office is not None or re.match(r"[委政]", evidence.text[hit.span.end :]):
            return 4
        if _PROGRAMME.match(evidence.text, hit.span.end):
            return 4 if in_province else 2
    return int(evidence.level == "区")


def _sentence(text: str, span: Span) -> str:
    """The sentence around a span."""
    start = max(text.rfind(mark, 0, span.start) for mark in "。;；\n") + 1
    return re.split("[。;；\n]", text[start : span.end + 60], maxsplit=1)[0]


def _provinces(evidence: Evidence) -> dict[str, list[Span]]:
    """The provinces that are named as the authority above, by an office, a law or a programme of theirs."""
    votes: dict[str, list[Span]] = {}
    for hit in evidence.hits:
        now = [d for d in hit.divisions if d.level == "province" and d.name == hit.name]
        if now and any(p.match(evidence.text, hit.span.end) for p in (_STRONG_PROVINCE, _PROGRAMME)):
            votes.setdefault(now[0].name, []).append(hit.span)
    return votes


def _province(evidence: Evidence) -> Region | None:
    """The province alone, where one and only one is named as the authority above: 安徽省…条例, 省科技厅 by its name."""
    if _CORPS.search(evidence.text) and len(_CORPS.findall(evidence.text)) > 1:
        spans = tuple(Span(*match.span()) for match in _CORPS.finditer(evidence.text))[:2]
        return Region(_CORPS_PROVINCE, None, None, "inferred", spans)
    votes = _provinces(evidence)
    if len(votes) != 1:
        return None
    name, found = next(iter(votes.items()))
    full = {d.name for hit in evidence.hits for d in hit.divisions if d.level == "province" and d.name == hit.name}
    return Region(name, None, None, "inferred", tuple(found)) if full == {name} else None
