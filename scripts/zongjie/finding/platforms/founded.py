"""Laboratories and institutes that the text tells to have been founded or approved: platforms of the place, not partners from elsewhere.

依托巨淀新材料建设的“潍坊市溴系阻燃剂重点实验室”获批 is one, 与河北大学国家重点实验室开展合作 is not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from zongjie.finding.analysis import Analysis
from zongjie.finding.platforms.names import name_start
from zongjie.lexicon.words import Words
from zongjie.model import Mention, Span

_TAIL = re.compile(
    r"(?:国家|省级?|市级?|部级?)?重点实验室|(?:联合|工程|产业)?实验室|(?:产业技术|工业技术|产业创新|联合|创新|技术)?研究院"
    r"|技术转移(?:分)?中心|技术转移[东南西北]部中心[\u4e00-\u9fff]{2,4}分中心|(?<![程术企业合])研究中心|研究室|研究所"
)
# Before the start of an institution that is but the end of a name: 常熟理工学院—|波司登智能服装研究院.
_CUT = "—-–·)）"
# Before a name that begins there for sure.
_EDGES = (*"，,。;；:：、“的与和\n", "")
_ABROAD = re.compile(
    "[\u4e00-\u9fff]*(?:科学院|农科院|大学|学院)[\u4e00-\u9fff]*(?:研究所|研究室|研究中心)$|中国科学院|中科院|中国工程院|社科院|设计研究院"
)
_VERB = "组建|共建|联合建立|共同建立|共同成立|联合成立|成立|筹建|建立|设立|引进|建成|新建|创建|申建|合建|牵头建设|启动建设|承建|获批|新增|认定|落户"
# Right before the name: 新建了酵母功能湖北省重点实验室, 共建宜都新材料研究院; not 与…共建的某大学实验室的.
_FOUNDED = re.compile(
    rf"(?:{_VERB})(?:了|起|为)?(?:我[省市县区]|全[省市县区国])?(?:首[家个]|第[一二三]家|的|一家)?[“]?$"
)
# In the list behind their count: 新认定省级重点实验室2家(甲重点实验室、|乙重点实验室).
_COUNTED = re.compile(
    r"(?:新增|新认定|认定|获批|批准|组建|新建|建成|成立)[^。;；()（）]{0,20}(?:实验室|研究院|研发机构|平台)[0-9一二两三四五六七八九十]+[家个][(（:：,，](?:分别[是为]|即|其中)?(?:[^。;；()（）]{0,80}[、和及与])?[“]?$"
)
_BUILT_ON = re.compile(r"(?:建设|组建|共建|承建|创建|筹建|设立|成立|申报|运营)的“?$")
_OF_KIND = re.compile(r"新型研发机构[^。;；]{0,60}$")
# Right behind it: 重点实验室”获批建设, 研究院揭牌.
_APPROVED = re.compile(
    r"”?(?:正式|成功|已|顺利|先后|也)*(?:揭牌|挂牌|获批|获准|落户|落地|注册|成立|备案|投入运行|投入使用|投入运营|投运|投用|启用|建成|奠基|通过(?:省|市|国家)?[^,，。;；]{0,8}(?:认定|备案|验收|评估)|被?认定为|被?批准|[（(]?(?:依托|牵头|承建|建设)(?:单位|企业)|[（(]?(?<!与)依托[^,，。;；]{2,30}?(?:[）)]|组建|建设|建立|成立)|(?:分别)?由[^,，。;；]{2,40}(?:组建|承建|共建|筹建|建设|成立)|获[^,，。;；]{2,10}(?:批准|备案|认定)|[（(][\u4e00-\u9fff]{2,16}(?:大学|学院|公司|集团|研究所|科学院)[,，、)）])"
)
# Two halves of one name behind the place that it begins with: 共建|山东石油装备与技术研究院.
# What is a platform of the place by its own name, unless somebody works with it.
_OF_PLACE = re.compile(
    r"(?:省级?|市级?|自治区级?|兵团)重点实验室|重点实验室|工程实验室|(?:产业技术|产业创新|创新|工业技术)研究院"
)
_STATE = re.compile("国家|教育部|农业部|科技部|农业农村部|卫生部")
_PARTNER = re.compile("(?:[与和同向赴到从于由]|来自|联合|邀请|依托|会同|携手)(?:[^,，。;；]{0,12}[、和与])?“?$")
_THEIRS = re.compile("”?(?:的|主任|副主任|专家|教授|研究员|博士|团队|派|来我|合作|签订|签约|对接|座谈)")
_JOINED = re.compile(r"[^,，、。;；:：“”()（）的了]{2,14}[与和及][^,，、。;；:：“”()（）的了和与及]{0,6}")


def founded(
    analysis: Analysis, text: str, words: Words, places: Sequence[Span], known: Sequence[Mention]
) -> list[Span]:
    """The spans of such names in `text`, the record's text with its quotation marks levelled."""
    starts = {m.end: m.start for m in known if m.kind == "institution"}
    general = {*words["平台泛词"], *words["平台用动词"], *words["平台前词"]}
    begins = {m.end: m.start for m in known if m.kind in ("institution", "enterprise")}
    firms = {m.end for m in known if m.kind == "enterprise"}
    found = []
    for tail in _TAIL.finditer(text):
        start = starts.get(tail.end())
        if start is None or text[start - 1 : start] in tuple(_CUT):
            start = _quoted_start(text, Span(*tail.span())) or _joined_start(text, tail.start(), places)
        if start is None or text[start - 1 : start] not in _EDGES:
            begun = name_start(analysis, Span(*tail.span()), words, places)
            start = begun if start is None else min(begun, start)
        start += len(text[start : tail.start()]) - len(text[start : tail.start()].lstrip("—-–"))
        if text[start - 1 : start] in tuple("—–-"):  # 河北工业大学—|北辰技术转移中心
            start = begins.get(start - 1, start)
        name = Span(start, tail.end())
        field = text[start : tail.start()]
        if (
            len(field) >= (3 if field in general else 2)
            and not _ABROAD.match(text, start, tail.end())
            and _is_founded(text, name, firms)
        ):
            found.append(name)
    return found


def _quoted_start(text: str, tail: Span) -> int | None:
    """Where a name between quotation marks begins that ends with the tail: “奉节脐橙研究院”."""
    opening = text.rfind("“", max(0, tail.start - 30), tail.start)
    whole = text[tail.end : tail.end + 1] == "”" and opening >= 0 and "”" not in text[opening : tail.end]
    return opening + 1 if whole else None


def _joined_start(text: str, tail: int, places: Sequence[Span]) -> int | None:
    """Where a name begins that holds an 与: at the place right behind what was done, None where there is none."""
    for place in places:
        behind_verb = tail - 30 <= place.start < tail and _FOUNDED.search(text, max(0, place.start - 12), place.start)
        if behind_verb and _JOINED.fullmatch(text, place.end, tail):
            return place.start
    return None


def _is_founded(text: str, name: Span, firms: set[int]) -> bool:
    before = text[max(0, name.start - 80) : name.start]
    if re.search(r"[与和同](?:[^,，。;；]{0,12}[、和与])?“?$", before):
        return False
    owned = before.rstrip("“").endswith("的") and name.start - 1 - before.endswith("“") in firms
    told = _FOUNDED.search(before) or _COUNTED.search(before) or _BUILT_ON.search(before) or _OF_KIND.search(before)
    return bool(told or owned or _APPROVED.match(text, name.end)) or _is_of_place(text, name)


def _is_of_place(text: str, name: Span) -> bool:
    """Whether the name alone tells it: 山东省设施番茄分子育种重点实验室; not 中南大学轨道交通安全教育部重点实验室."""
    tail = max(_OF_PLACE.finditer(text, name.start, name.end), key=lambda m: m.end(), default=None)
    if (
        tail is None
        or tail.end() != name.end
        or tail.start() - name.start < 4
        or _STATE.search(text, name.start, name.end)
    ):
        return False
    theirs = re.search(
        "(?:大学|学院|科学院|研究院|研究所)(?!.{2,6}(?:创新|技术)研究院)", text[name.start : tail.start()]
    )
    before = text[max(0, name.start - 30) : name.start]
    return not (theirs or _PARTNER.search(before) or _THEIRS.match(text, name.end))
