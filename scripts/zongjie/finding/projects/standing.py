"""How things stand where a sentence names them: won or only put forward, the bureau's own or another's."""

from __future__ import annotations

import re

from zongjie.model import Mention, Span

# Words of putting forward: 推荐…申报, 上报, 投标, 拟列入. 争取国家项目 tells of what was got, 争取列入 of what is hoped for.
# What is put forward is no project in 受理专利申请3件, 申报发明专利.
_OTHER_MATTER = r"[^,，。;；:：“”、]{0,6}(?:专利|商标|著作权|品种权|高新技术企业|高企)"
_FORWARD = (
    rf"推荐|上报|申报(?!{_OTHER_MATTER})|投标|竞标|(?<!专利)(?<!商标)(?<!专利的)(?<!受理)申请(?!{_OTHER_MATTER}|量|人|书|数)|"
    r"报送|编报|拟(?!定|订)|力争|有望|筛选|谋划|储备|包装|筹备|参评|参加[^,，。]{0,6}评审|冲刺|角逐|"
    r"争取(?=列入|立项|获|进入|申报|上)|待批|(?:评审|公示|审批|答辩|论证)(?:阶段|之?中)?的(?:项目)?(?:还|另)?[有是]"
)
# A step on the way to a grant: 完成实地考察, 立项评审.
_STAGE = (
    r"(?:考察|评审|论证|答辩|申报|申请|上报|初审|初评|审核|审查|材料|填报|推荐|编制|公示|调研|评估|受理|备选|建议书)"
)
_GOT = (
    rf"列入|列为|纳入|入选|立项(?!{_STAGE}|前)|获(?!得?受理|得?推荐|取)|批准(?!文号)|承担(?!单位|企业)|实施(?!单位|企业)|完成(?!单位|了?[^,，。;；]{{0,6}}{_STAGE})|"
    r"通过(?!初审|评审|论证|答辩|审查|形式)|执行|在研|"
    r"批下来|批了|下拨|核准|获准|中标|中榜|争取到|争取了|落实|下达|到位|验收|鉴定|安排|支持|资助"
)
_TURN = re.compile(rf"(?P<forward>{_FORWARD})|(?P<got>{_GOT})")
_HEDGE = re.compile(r"拟(?!定|订)|力争|争取(?!到|了)|有望|待批|推荐|准备|申请|申报(?!的)|上报(?!的)|希望|计划于|争列")
_WON_LATER = re.compile(
    r"(?<![待未拟能后])(?<!争取)(?<!力争)(?<!有望)(?<!等待)(?<!申报)(?<!申请)(?<!建议)(?<!推荐)(?<!准备)(?<!要求)(?<!确保)(?<!报请)"
    rf"(?:获(?!得?受理|得?推荐|取|专家|得?好评|悉)|列入|立项(?!{_STAGE}|前)|批准|入选|下达|到位|资助|验收|鉴定|结题|中期(?:检查|评估|考核)|完成(?!了?[^,，。;；]{{0,6}}{_STAGE})|"
    r"实施|争取到|争取资金|争取经费|争取无偿|被列)"
)
# What makes 列入 a hope: 拟推荐甲公司“…”进入, 要求将“…”列入明年…; but not 推荐的“…”列入.
_HOPED = re.compile(
    r"(?:推荐|力争|争取|拟将?|申报)[^,，。;；的]{0,8}$"
    r"|(?:推荐(?!的|了|申报的)|要求将?|打算将?|拟(?!定|订)|力争|确保|申请将?|争取(?!到|了))[^,，。;；:：]{0,40}$"
)
# A plan's name goes on: 进入国家重点研发计划答辩.
_UNDER_REVIEW = re.compile(
    r"(?:项目)?(?:备选|候选|初评|初审|复评|复审|终评|网评|会评|答辩|评审|公示|论证)(?!通过|后|合格)"
)
# What is done for the plan itself: 做好“…”国家星火计划项目|的申报工作.
_BEING_PUT = re.compile(
    r"(?:重点)?(?:项目|课题)?的?(?:组织|前期|立项)?(?:申报|申请|上报|推荐|跑办|包装|策划|争取(?!到|了))(?!的|以来)"
)
# The sentence ends without a grant; a later word of it is decisive: 尚未批复, 评审未过.
_NOT_GOT = re.compile(
    r"未获(?:得)?(?:立项|批准|通过|支持|批)|(?:评审|复审|初审|答辩)?未(?:能)?(?:通过|过(?!半)|入选|立项|获批)|落选|落榜|未(?:予)?立项|(?:给予|予以)考虑|尚未(?:批|立项|下文|下达文件)|未有定论"
    r"|(?:等候|等待|正待|有待|尚待|待)[^,，。;；]{0,8}(?:审批|批复|批准|评审|公布|下达|立项|下文|答辩)|结果待定|结果未(?:出|定)|退回"
)
# Other titles of the same list behind a project, and all that is told from the next title on.
_LISTED = re.compile("”?(?:[、和与及]|以及)[^,，。;；“”]{0,20}“[^“”]{2,60}")
_NEXT_TITLE = re.compile("[,，;；][^,，;；“”]{0,20}“|[;；]")
# Words that say of a project alone that it was put forward; 储备 and 谋划 do not.
_APPLYING = re.compile(
    rf"推荐|推举|上报|申报(?!{_OTHER_MATTER})|投标|竞标|申请(?!{_OTHER_MATTER}|量|人|书|数)|报送|编报|递交|参评|评审|答辩|论证|立项|冲刺|角逐|待批|审批|批复|报(?:到|请|国家|省|市)"
)
_QUOTED = re.compile("[“「《][^“”「」《》]*[”」》]")
# Behind a project of a list: …”、“…”待批, …”正在公示.
_PENDING = re.compile(
    "”?(?:等|[两二三四五六]项|项目|课题)*(?:均|都|还|仍|也)*(?:待批|待审|待定|在审|在报|在公示|正在公示|公示中|已申报|已上报)"
)
_CLAUSE_END = re.compile("[,，;；]")
_COUNTED = re.compile("[0-9一二两三四五六七八九十几]余?[项个]")
# How a project ends: “…”项目通过市级验收, …已在4月中旬结题; not 待验收, not the test of a product.
_CLOSED = re.compile(
    r"”?(?:这一|等[^,，。;；“”]{0,8})?(?:项目|课题)?[,，]?(?![^,，。;；“”]{0,12}(?:未|待|将|拟|准备|计划|申请|力争|争取|要))[^,，。;；“”]{0,14}?(?:通过[^,，。;；“”]{0,16}验收|完成(?:了)?验收|验收合格|结题|(?:获得?|得到|经)(?!专家)[^,，。;；“”]{0,10}?立项(?!评审|申请|论证))"
)
_DONE = re.compile("已|获批|获得|获准|立项的|下达的|批准的|在研|续建|结转|争取到")
_TABLE = 300  # how far above a row the words may stand that tell what the table lists


def standing(text: str, sentence: Span, match: Span, told: str, *, planned: bool = False) -> str | None:
    """Whether what `match` says of a project under a program is granted or applied; None where it does not tell.

    `told` is what the rule says: granted (列入), applied (推荐申报), or context where the names only stand together
    (申报省重大科技专项“甲”): then the last verb before decides. What follows in the sentence may turn it: 申报…,获批准.
    What is `planned` (下半年抓好国家星火计划“甲”) is granted only where the words say that it was: 已列入.
    """
    found = _standing(text, sentence, match, told)
    if planned and found == "granted" and not _DONE.search(text, sentence.start, match.end):
        return None
    return found


def _standing(text: str, sentence: Span, match: Span, told: str) -> str:
    if told == "表格":
        return "applied" if _is_forward(text[max(0, match.start - _TABLE) : match.start]) else "granted"
    before, inner, after = (
        text[sentence.start : match.start],
        text[match.start : match.end],
        text[match.end : sentence.end],
    )
    if _NOT_GOT.search(_of_this(after)):
        return "applied"
    if _BEING_PUT.match(after) and not _WON_LATER.search(after):
        return "applied"
    if told == "granted":
        hoped = _HEDGE.search(inner) or _HOPED.search(before) or _UNDER_REVIEW.match(after)
        return "applied" if hoped else "granted"
    if told == "context" and not _is_forward(before + inner):
        return "granted"
    return "granted" if _WON_LATER.search(after) else "applied"


def standing_in_list(text: str, lead: Span, after: Span, *, planned: bool = False) -> str | None:
    """Whether a project of a list is granted or applied; None where that is still to come.

    `lead` are the words that open the list (星火计划项目9个,批下来5个), `after` those behind the title: 已获批准, 待批.
    """
    words, rest = text[lead.start : lead.end], _of_this(text[after.start : after.end])
    if _NOT_GOT.search(rest) or _PENDING.match(rest):
        return "applied"
    if _is_forward(words) and not _WON_LATER.search(rest):
        return "applied"
    return None if planned and not _DONE.search(words) else "granted"


def is_put_forward(text: str, sentence: Span, project: Span) -> bool:
    """Whether the sentence only puts the project forward: 向省科技厅申报了“甲”,正等待评审.

    A verb in a clause before must have a list for its object (上报项目2项:一是“甲”;二是“乙”), else it speaks of something else.
    """
    if _standing(text, sentence, project, "context") != "applied":
        return False
    before, after = text[sentence.start : project.start], text[project.end : sentence.end]
    verbs = list(_APPLYING.finditer(before))
    rest = _QUOTED.sub("", before[verbs[-1].end() :]) if verbs else ","
    return not _CLAUSE_END.search(rest) or bool(_COUNTED.search(rest) or _APPLYING.search(_of_this(after)))


def is_under_way(text: str, sentence: Span, project: Span) -> bool:
    """Whether the sentence tells that the project was accepted or closed, so that it had been granted: “…”正式结题."""
    clause = _of_this(text[project.end : sentence.end])
    found = _CLOSED.match(clause)
    return bool(found) and not _HOPED.search(text, sentence.start, project.start) and not _NOT_GOT.search(clause)


def _of_this(after: str) -> str:
    """Of the words `after` a project those that speak of it and of its list: not “甲”列入火炬计划|,“乙”评审未过."""
    at = 0
    while listed := _LISTED.match(after, at):
        at = listed.end()
    end = _NEXT_TITLE.search(after, at)
    return after[at : end.start()] if end else after[at:]


def _is_forward(words: str) -> bool:
    """Whether the last verb that counts is one of putting forward: 组织申报…, not 组织实施…."""
    turns = list(_TURN.finditer(words))
    return bool(turns) and turns[-1].lastgroup == "forward"


# --- the bureau's own ------------------------------------------------------------------------------------------------

_OWN = re.compile(r"我局|本局|科技局|科委|科学技术局|局党组|局机关|我委|地震局|知识产权局")
_OTHER_ISSUER = re.compile(
    r"(?:国务院|中央|中共|国家|科技部|省|自治区|市|县|区|州|旗|盟|镇|乡)(?:人民)?(?:委|政府|人大|政协|厅|办公室|办|部|局|委员会)(?:办公室|办|组织部)?"
)


def is_own_document(text: str, sentence: Span, match: Span, policy: Mention) -> bool:
    """Whether the bureau issued the document: 我局制定了《…》, not 县政府出台的《…》 or 按照…印发的《…》."""
    before = text[sentence.start : match.start]
    clause = re.split(r"[,，;；:：]", before)[-1]
    if text[match.start : policy.start].rstrip("《“").endswith("的") or re.search(
        r"贯彻|落实|学习|按照|根据|依据|宣传", clause
    ):
        return False
    return bool(_OWN.search(clause)) or not _OTHER_ISSUER.search(clause)
