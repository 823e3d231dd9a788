"""The division that the writer of a summary belongs to, as the text itself tells: title, offices, counts, parts of a city."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from zongjie.lexicon.places import Division
from zongjie.model import Span
from zongjie.reading.evidence import OFFICE, Evidence, Hit, sentence_around

# What may stand before the bureau's name in a title: 2010年度辽源市龙山区科技局…, 关于宁陕县….
_TITLE_OPENING = re.compile(
    r"(?:关于|中共|[0-9〇○零OoＯ一二三四五六七八九xX×*_]{2,4}年度?|上半年|第?[一二三四五六七八九十]{1,3}师|[（(“\"*xX×—\s-])*"
)
# What a sentence tells of a place that is not above the writer: one that helps, is visited, or sends visitors.
AFAR = re.compile(
    r"对口|支援|援助|援建|援藏|援疆|结对|帮扶|协作|来我|来访|前来|考察|参观|学习|交流|取经|友好|对接|洽谈|签[订署]|合作|赴"
)
# What a bureau or its government does with documents of its own.
_ISSUED = re.compile(r"(?:制[定订]|出台|印发|下发|起草|颁[布发]|拟[定订]|修订|编制|发布)[^。;；《]{0,8}《[^《》]{0,6}$")
_OWN_COMMITTEE = re.compile(r"(?:[县市区旗州盟]?委(?!员)|人民政府|政府)")
# *果县科学技术局, 缙*县科技局: one character of the writer's own division is blanked.
_BLANK = re.compile("[*＊xX×]")
_MASKED = re.compile(
    rf"(?<![\u4e00-\u9fffA-Za-z*＊xX×])(?P<name>(?:[*＊xX×][\u4e00-\u9fff]{{1,3}}|[\u4e00-\u9fff]{{1,3}}[*＊xX×][\u4e00-\u9fff]?)[县市区旗])(?={OFFICE})"
)
_IS = re.compile(r"是|地处|位于|系")


@dataclass(frozen=True, slots=True)
class Home:
    """The division that the bureau belongs to, as far as it is known."""

    divisions: tuple[Division, ...]
    evidence: tuple[Span, ...]


def home_of(evidence: Evidence) -> Home | None:
    """The home of the bureau, by the surest evidence there is; None where the text does not tell."""
    return (
        _by_title(evidence) or _by_mask(evidence) or _by_office(evidence) or _by_count(evidence) or _by_parts(evidence)
    )


def _by_title(evidence: Evidence) -> Home | None:
    """The lowest division that the title or the signature begins with; one that it visits (赴浙江考察报告) is none."""
    hits = [hit for hit in evidence.hits if hit.in_title and _begins_title(evidence, hit)]
    if not hits:
        return None
    hit = next((hit for hit in hits if hit.office), hits[-1])
    chain = [other.span for other in hits if other.span.end <= hit.span.start]
    return Home(_lowest(hit.divisions, evidence), (*chain, hit.span))


def _begins_title(evidence: Evidence, hit: Hit) -> bool:
    line = evidence.text.rfind("\n", 0, hit.span.start) + 1
    before = evidence.text[line : hit.span.start]
    for other in evidence.hits:
        if line <= other.span.start < hit.span.start:
            before = before.replace(other.name, "")
    return bool(_TITLE_OPENING.fullmatch(before))


def _by_mask(evidence: Evidence) -> Home | None:
    """The one division named in full that a blanked name may stand for: 平果县 beside *果县科学技术局."""
    masks = {match["name"] for match in _MASKED.finditer(evidence.text)}
    fitting = {
        hit.name
        for hit in evidence.hits
        if hit.is_full and any(re.fullmatch(_BLANK.sub("[\u4e00-\u9fff]", mask), hit.name) for mask in masks)
    }
    hits = [hit for hit in evidence.hits if hit.name in fitting]
    return Home(_lowest(hits[0].divisions, evidence), tuple(hit.span for hit in hits)) if len(fitting) == 1 else None


def _by_office(evidence: Evidence) -> Home | None:
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


def _by_count(evidence: Evidence) -> Home | None:
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
    return (
        _winner(evidence, votes, least=4) or _only_one(evidence, votes) or _as_own(evidence, votes) or _issuer(evidence)
    )


def _issuer(evidence: Evidence) -> Home | None:
    """The one division of the writer's level that the text names at all, where a document of its own bears its name:
    先后出台《平远县科技创新奖励办法》; though such a title may be a higher body's as well.
    """
    hits = [hit for hit in evidence.hits if hit.is_full and any(map(evidence.fits_level, hit.divisions))]
    if len({hit.name for hit in hits}) != 1 or len(hits) < 2 or evidence.is_blanked:
        return None
    text = evidence.text
    own = any(hit.quoted and _ISSUED.search(text[max(0, hit.span.start - 14) : hit.span.start]) for hit in hits)
    afar = any(AFAR.search(sentence_around(text, hit.span)) for hit in hits if hit.quoted)
    return Home(_lowest(hits[0].divisions, evidence), tuple(hit.span for hit in hits)) if own and not afar else None


def _as_own(evidence: Evidence, votes: Counter[str]) -> Home | None:
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
        if (own or described) and not AFAR.search(sentence_around(evidence.text, hit.span)):
            return Home(_lowest(hits[0].divisions, evidence), tuple(hit.span for hit in hits))
    return None


def _only_one(evidence: Evidence, votes: Counter[str]) -> Home | None:
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
    return Home(_lowest(hit.divisions, evidence), (hit.span,))


def _by_parts(evidence: Evidence) -> Home | None:
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
    return Home(divisions, tuple(sorted(spans.values())))


def _winner(evidence: Evidence, votes: Counter[str], least: int) -> Home | None:
    if not votes:
        return None
    (name, count), *others = sorted(votes.items(), key=lambda item: (-item[1], item[0]))
    if count < least or (others and count < 2 * others[0][1]):
        return None
    hits = [hit for hit in evidence.hits if hit.name == name]
    return Home(_lowest(hits[0].divisions, evidence), tuple(hit.span for hit in hits[:5]))


def _lowest(divisions: tuple[Division, ...], evidence: Evidence) -> tuple[Division, ...]:
    """Of the divisions that a name may mean those that fit the writer's level, if any does."""
    return tuple(d for d in divisions if evidence.fits_level(d)) or divisions
