"""The bureau that a summary is by: 缙云县科技局 by its own name, 正定县科技局 by its region, XX市科技局 as blanked."""

from __future__ import annotations

import re
from collections import Counter

from zongjie.model import Bureau, Candidate, Region, Span
from zongjie.reading.evidence import BLANKED, OFFICE, Evidence, Hit

# An office that no table of divisions holds: 两江新区科技创新局, 合肥高新区科技局, 第八师石河子市科技局.
_ZONE = re.compile(
    rf"[\u4e00-\u9fff]{{2,8}}(?:新区|高新区|开发区|经开区|高新技术产业开发区|经济技术开发区|管理区|示范区)(?:管委会)?(?:{OFFICE})"
)


def read_bureau(evidence: Evidence, region: Region) -> Bureau:
    """The bureau: by the name that it gives itself, by its region and the word for its office, or blanked as it stands."""
    titled = next((hit for hit in evidence.own_offices if hit.in_title), None)
    if titled:
        return _named_bureau(evidence, titled)
    own = region.county or region.city or region.province
    lowest = {d.name for d in (*evidence.gazetteer.named(own or ""),)} | {own}
    named = [hit for hit in evidence.own_offices if {hit.name, *(d.name for d in hit.divisions)} & lowest]
    if named and own and _is_writer(evidence, region):
        return _named_bureau(evidence, named[0])
    zone = _ZONE.search(evidence.text, *_where_bureaus_name_themselves(evidence))
    if zone:
        return Bureau(zone[0], (), "stated", (Span(*zone.span()),))
    if own and _is_writer(evidence, region):
        office = _office_word(evidence)
        return Bureau(f"{own}{office}", (), "inferred", region.evidence)
    blanked = BLANKED.search(evidence.text)
    if blanked:
        return Bureau(blanked[0], _candidates(evidence), "stated", (Span(*blanked.span()),))
    return Bureau(None, _candidates(evidence), "unknown", ())


def _named_bureau(evidence: Evidence, hit: Hit) -> Bureau:
    """The bureau as it names itself, with the city before its own name if it says so: 盐城市大丰区科学技术局."""
    start = hit.span.start
    for other in reversed(evidence.hits):
        if other.span.end == start and hit.in_title == other.in_title:
            start = other.span.start
    corps = re.search("(?:农|第)?[一二三四五六七八九十]{1,3}师$", evidence.text[max(0, start - 6) : start])
    start -= len(corps[0]) if corps else 0
    end = hit.office.end if hit.office else hit.span.end
    span = Span(start, end)
    return Bureau(evidence.text[start:end], (), "stated", (span,))


def _is_writer(evidence: Evidence, region: Region) -> bool:
    """Whether the region goes down to the writer's own level, so that the bureau has its name."""
    if region.county:
        return True
    if region.city:
        return evidence.level in ("市", "州", "盟") or (
            evidence.level is None and any(hit.in_title for hit in evidence.hits)
        )
    return evidence.level == "省"


def _where_bureaus_name_themselves(evidence: Evidence) -> tuple[int, int]:
    start = evidence.title.start if evidence.title else evidence.opening.start
    return start, max(evidence.opening.end, start)


def _office_word(evidence: Evidence) -> str:
    """What the text calls such a bureau: 科技和工业信息化局 as in xx县科技和工业信息化局, or 科委 in older ones."""
    blanked = BLANKED.search(evidence.text)
    if blanked:
        return blanked["office"]
    words = Counter(re.findall(r"(?<=[县市区旗州盟])(?:科技局|科委|科学技术局)", evidence.text))
    return words.most_common(1)[0][0] if words else "科技局"


def _candidates(evidence: Evidence) -> tuple[Candidate, ...]:
    """Divisions of the writer's level that the text names in full, where none stands out."""
    votes: Counter[str] = Counter()
    for hit in evidence.hits:
        if hit.is_full and evidence.level and any(evidence.fits_level(d) for d in hit.divisions) and not hit.above:
            votes[hit.name] += 1
    total = sum(votes.values())
    ranked = sorted(votes.items(), key=lambda item: (-item[1], item[0]))[:3]
    return tuple(Candidate(f"{name}科技局", round(count / total, 2)) for name, count in ranked)
