"""What a text says of where it is from: the divisions that it names, the bureaus among them, the writer's own level."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from zongjie.lexicon.eras import Eras
from zongjie.lexicon.places import Division, Gazetteer
from zongjie.model import Block, Span
from zongjie.reading.dated import city_of, existed
from zongjie.reading.front import Front, title_span

# What a bureau of science may be called; other tasks may be joined to it (科技和工业信息化局).
OFFICE = (
    r"(?:科学技术|科技|科工|教育科技|教育和科技|经济和科技|工业和科技)(?:和|与|、|及)?[\u4e00-\u9fff]{0,10}?(?:局|委员会|厅)|科委|"
    r"(?:(?:教育|体育|文化|旅游|经济|贸易|商务|工业|信息化?|发展|改革|工信|经信|经贸|发改|农业)(?:和|与|、)?){1,5}(?:科技|科学技术)(?:局|委员会)|"
    r"行署(?:科技|科学技术)(?:处|局|委员会)|行署科委|"
    r"(?:地震局|知识产权局)(?=[(（]科技局|党组)"
)
_BUREAU = re.compile(rf"(?:{OFFICE}|地震局)(?:[(（](?:{OFFICE}|地震局|知识产权局)[)）])?")
# XX市科技局, **县科技局: the bureau's own name, blanked.
BLANKED = re.compile(
    rf"(?:[xX×ⅹ]{{1,4}}|[*＊]{{1,4}}|[○〇]{{2,3}}|_{{2,}}|某{{1,2}})(?P<level>省|市|县|区|旗|州|盟)(?P<office>{OFFICE})"
)
# What makes a named bureau one above the writer or beside it: 在省科技厅和丽水市科技局的精心指导下.
_ABOVE_AFTER = re.compile(
    r"[^。,，;；]{0,10}(?:指导|支持|帮助|关心|领导|部署|安排|《|〈|要求|会议|批准|验收|初审|评审|立项|认定|命名|评为|下达|授予|通知|文件|组织的|举办的|主办|检查|考核|考察|局长一行|先进|经验|做法|来我|来访|前来)"
    r"|[、和与及][\u4e00-\u9fff]{2,8}(?:科技局|科委|科学技术局)"
)
# What a bureau itself does: 恭城瑶族自治县科技局在县委、县政府的领导下…
_ACTS = re.compile(
    r"(?:党组|全体|机关|系统)?"
    r"(?:在|坚持|紧[紧扣]|认真|以|围绕|按照|深入|扎实|积极|切实|全面|结合|立足|高度|始终|根据|不断|严格|充分|将|把|对|,|，)"
)
_ABOVE_BEFORE = re.compile(
    r"(?:向|报|到|赴|被|经|由|获|受|与|和|同|及|、|按照|根据|配合|协助|邀请|会同|上报|获得|列入|通过|争取|全省|全市|上级|还与|学习|借鉴|参观|考察|走访|邀|请)$"
)
_OWN_LEVEL = re.compile(
    r"(?P<we>我(?P<a>省|市|县|区|旗|州|盟|团|师))|(?P<party>(?<![\u4e00-\u9fff省市县区旗州盟])(?P<b>省|市|县|区|旗|州|盟)[委政][、府]"
    r"|在(?P<c>省|市|县|区|旗|州|盟)委)|(?P<all>全(?P<d>省|市|县|区|旗|州|盟)(?!性))|(?P<town>(?P<e>城)区(?:人大|政府|领导|科技|中心))"
    r"|(?P<desk>(?<![\u4e00-\u9fff])(?P<f>市|县|区|旗|州|盟)(?:科技局|科委|科学技术局|科学技术委员会))"
)
_LEVEL_WEIGHT = {"we": 3, "party": 3, "all": 1, "town": 2, "desk": 2}
_TAILS = {
    "省": ("province",),
    "市": ("city", "county"),
    "县": ("county",),
    "区": ("county",),
    "旗": ("county",),
    "州": ("city",),
    "盟": ("city",),
}
_INSTITUTION = re.compile(
    r"[^。,，、;；“”《》()（）]{0,14}?(?:大学|学院|研究[所院]|医院|科学院|设计院|农大|医大|师大|理工|工大)"
)
_FIRM = re.compile(r"[^。,，、;；“”《》()（）]{0,14}?(?:公司|集团|厂|药业|企业|农场|合作社)")


@dataclass(frozen=True, slots=True)
class Hit:
    """A named division: where it stands, what it may mean, and the bureau whose name it begins, if it does."""

    span: Span
    name: str
    divisions: tuple[Division, ...]
    office: Span | None
    above: bool
    in_title: bool
    in_opening: bool
    quoted: bool
    academic: bool
    firm: bool

    @property
    def is_full(self) -> bool:
        return any(division.name == self.name for division in self.divisions)


class Evidence:
    """What a text says of where it is from."""

    def __init__(
        self, text: str, blocks: Sequence[Block], front: Front, gazetteer: Gazetteer, year: int | None, eras: Eras
    ) -> None:
        self.text, self.gazetteer, self.year, self.eras = text, gazetteer, year, eras
        self.title = title_span(front, blocks)
        # A byline or a signature names the bureau as the title does.
        self.signed = tuple(blocks[n].span for n in sorted(front.aside) if text[blocks[n].end - 1] not in ":：")
        body = [block for n, block in enumerate(blocks) if n not in front.aside]
        self.opening = Span(body[0].start, min(body[0].end, body[0].start + 160)) if body else Span(0, 0)
        self.hits = tuple(self._hit(span, divisions) for span, divisions in gazetteer.scan(text))

    def _hit(self, span: Span, divisions: tuple[Division, ...]) -> Hit:
        match = _BUREAU.match(self.text, span.end)
        office = Span(*match.span()) if match else None
        in_title = any(span.within(place) for place in self.signed)
        end = office.end if office else span.end
        before = self.text[max(0, span.start - 8) : span.start]
        acts = office is not None and _ACTS.match(self.text, end) is not None
        follows = _ABOVE_AFTER.match(self.text, end) is not None and not acts
        above = not in_title and (follows or _ABOVE_BEFORE.search(before) is not None)
        line = max(self.text.rfind("\n", 0, span.start), 0)
        quoted = self.text.rfind("《", line, span.start) > self.text.rfind("》", line, span.start)
        name = self.text[span.start : span.end]
        academic = office is None and _INSTITUTION.match(self.text, span.end) is not None
        firm = office is None and _FIRM.match(self.text, span.end) is not None
        opens = span.within(self.opening)
        return Hit(span, name, divisions, office, above, in_title, opens, quoted, academic, firm)

    @cached_property
    def level(self) -> str | None:
        """省, 市, 县, 区, 旗, 州 or 盟: what the writer's own division is (我县, 县委, 全县); None where that is open."""
        if not self._levels:
            return None
        (sign, count), *others = self._levels.most_common()
        return sign if count >= 3 and (not others or count > others[0][1]) else None

    @cached_property
    def leans_to(self) -> str | None:
        """The one level that the text speaks of as its own, however rarely (全区 once)."""
        return next(iter(self._levels)) if len(self._levels) == 1 else None

    @cached_property
    def is_blanked(self) -> bool:
        """Whether the bureau's own name is blanked: XX市科技局."""
        return BLANKED.search(self.text) is not None

    @cached_property
    def _levels(self) -> Counter[str]:
        votes: Counter[str] = Counter()
        for match in _OWN_LEVEL.finditer(self.text):
            kind = match.lastgroup and next(name for name in _LEVEL_WEIGHT if match[name])
            sign = next(match[group] for group in "abcdef" if match[group])
            votes["区" if sign == "城" else sign] += _LEVEL_WEIGHT[kind or "all"]
        for match in BLANKED.finditer(self.text):
            votes[match["level"]] += 4
        del votes["团"], votes["师"]
        return votes

    @cached_property
    def own_offices(self) -> tuple[Hit, ...]:
        """Hits that begin the name of a bureau that may be the writer's."""
        return tuple(hit for hit in self.hits if hit.office and (hit.in_title or not hit.above) and not hit.quoted)

    def city_of(self, division: Division) -> str | None:
        """The city above a county when the text was written."""
        return city_of(division, self.year, self.eras, lambda city: self.names(city, "city"))

    def stood(self, division: Division) -> bool:
        """Whether there was such a division when the text was written; without a year only those of today count."""
        return existed(division, self.year, self.eras) if self.year else not division.former

    def names(self, name: str, level: str) -> bool:
        """Whether the text names a division otherwise than in the name of a school, or in that of one firm alone."""
        hits = [
            hit
            for hit in self.hits
            if not hit.academic and any(d.level == level and d.name == name for d in hit.divisions)
        ]
        return len(hits) > 1 or any(not hit.firm for hit in hits)

    def fits_level(self, division: Division) -> bool:
        if self.level is None:
            return division.level in ("county", "city")
        return division.level in _TAILS[self.level] and division.name.endswith(self.level)


def sentence_around(text: str, span: Span) -> str:
    """The sentence around a span."""
    start = max(text.rfind(mark, 0, span.start) for mark in "。;；\n") + 1
    return re.split("[。;；\n]", text[start : span.end + 60], maxsplit=1)[0]
