"""What stands above the writer, where the text does not tell the writer's own division: the city, or the province alone."""

from __future__ import annotations

import re
from collections import Counter

from zongjie.model import Region, Span
from zongjie.reading.division import as_said
from zongjie.reading.evidence import Evidence, Hit, sentence_around
from zongjie.reading.home import AFAR

_CORPS_PROVINCE = "新疆维吾尔自治区"
_CORPS = re.compile(r"兵团|第[一二三四五六七八九十]{1,3}师|团场|[师团]党委")
_STRONG_PROVINCE = re.compile(
    r"(?:科技厅|科学技术厅|科委|政府|委|人民政府|地震局|知识产权局|财政厅|发改委)|[^》。]{2,30}(?:条例|办法|规定)》"
)
# What a city or province funds in the places below it: 列入绥化市科技计划, 黑龙江省应用技术研究与开发计划.
_PROGRAMME = re.compile(
    r"(?:重点|重大|应用)?(?:科技|科学|技术|自然科学|星火|火炬)[^,，。;；、“”《》]{0,12}(?:计划|专项|项目|基金|攻关|工程|经费)"
)


def city_above(evidence: Evidence) -> Region | None:
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
    return Region(division.province, as_said(evidence, name), None, "inferred", spans)


def _speaks_for_city(evidence: Evidence, hit: Hit, in_province: bool) -> int:
    """How much it says that the text names a city so: by its bureau or party committee (4), or its programmes
    (4 in a text that names its province as the authority, 2 else).
    """
    if evidence.level != "市" and not AFAR.search(sentence_around(evidence.text, hit.span)):
        if hit.office is not None or re.match(r"[委政]", evidence.text[hit.span.end :]):
            return 4
        if _PROGRAMME.match(evidence.text, hit.span.end):
            return 4 if in_province else 2
    return int(evidence.level == "区")


def _provinces(evidence: Evidence) -> dict[str, list[Span]]:
    """The provinces that are named as the authority above, by an office, a law or a programme of theirs."""
    votes: dict[str, list[Span]] = {}
    for hit in evidence.hits:
        now = [d for d in hit.divisions if d.level == "province" and d.name == hit.name]
        if now and any(p.match(evidence.text, hit.span.end) for p in (_STRONG_PROVINCE, _PROGRAMME)):
            votes.setdefault(now[0].name, []).append(hit.span)
    return votes


def province_above(evidence: Evidence) -> Region | None:
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
