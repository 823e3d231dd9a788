"""Who held an event: 由市科协主办, 国际天立学校举行了…, 联合市教育局举办; and whether the record's own bureau did."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from zongjie.finding.events.house import House
from zongjie.model import Span

_PAUSE = ",，;；:：。!！?？\n"
# Who does no more than take part is no host, nor who makes use of what others hold: 参加浙洽会, 结合科普活动月.
_VERB = re.compile(
    "(?P<attending>参加|参与|出席|列席|参展|参赛|观摩|参观|协办|赴|前往|亮相|入围|迎接|接待|获得?|荣获|利用|结合|借助|依托|围绕|通过|学习|传达|贯彻|落实)"
    "|(?P<holding>举办|举行|召开|开展|主办|承办|承接|联办|合办|开办|筹办|筹备|启动|开启|组织(?!部)|推出|策划|开设|发起|召集|主持|安排|进行|抓好|做好|[举搞办开](?=[了过好起]?(?:$|[0-9一二三两“以])))"
)
# Where the theme stands between the verb and the name: 举办了以“携手”为主题、突出…为特色的|科技活动周.
_OF_THEME = re.compile("[了过]?(?:以|突出|围绕)[^。;；]*的“?")
_LEAD = re.compile(
    "(?:[(（][一二三四五六七八九十0-9]{1,3}[)）]|[一二三四五六七八九十0-9]{1,3}[、.．]|[一二三四五六七八九十]{1,2}[是要]|首先|其次|另外|此外|同时|其中|期间|随后|[并还也又]"
    "|[0-9xX×*一二三四五六七八九十〇○零元]{1,4}[年月日号旬天份](?:[上中下]旬|[初底末])?|[至到、—~-]|[今去]年(?:以来)?|全年|年内|上半年|下半年|年初|年底|当[天日]|同日|[一二三四五六七八九十]?季度|月?份|第[一二三四]周|上午|下午|晚上?"
    "|共(?![青产])计?|累计|先后|已经?|[了 　])+"
)
# Where the words on the doer end: 国际天立学校|利用集会时间首次, 市科协|于5月, 县妇联|积极.
_DOING = (
    "^为|为[了进切全深更推提加纪迎庆配]|利用|结合|借助|依托|围绕|针对|面向|根据|按照|通过|充分|以|在|于|从|到|赴|向|对|就|把|将|走进|会同|携手|协同|共同|一[起道同]|联合(?!会|国)"
    "|隆重|成功|积极|认真|首次|纷纷|也|还|又|均|都|已|分别|相继|先后|专门|如期|顺利|精心|继续|高度|十分|非常|切实|大力|及时|主动|多次|再次|广泛|深入|集中|统一|牵头|邀请|聘请|特邀|联系|陆续|连续|共(?![青产])|每[年月周季]|定期|组织(?!部)"
    "|[0-9元一二三四五六七八九十]{1,3}月|今年|全年|上半年|下半年"
)
_DOER = re.compile(rf"(?P<who>.*?)(?:{_DOING}|$)")
_WITH = re.compile(
    rf"(?:联合(?!会|国)|会同|携手|协同|与|^[和同跟])(?P<after>[^{_PAUSE}与]+?)(?=在|于|对|到|赴|深入|共同|联合|联手|携手|集中|一[起道同]|以|就|围绕|利用|组织(?!部)|$|[{_PAUSE}])"
    rf"|^(?P<before>[^{_PAUSE}与]+?)(?:共同|联合(?!会|国)|联手|携手|一[起道同])"
)
# Whose deed it is where the bureau has only a hand in it: 协助|城区科协, 配合|市委宣传部, 参加|省厅|组织的…; not 在…支持下.
_FOR = re.compile(
    rf"^(?!为).*?(?P<verb>协助|配合|支持|帮助|指导|督促|要求|动员|鼓励|号召|引导|倡导|推动|协调|委托|承办|参加|参与|出席|参展|参观)(?![下和与、])了?(?P<who>[^{_PAUSE}]*)$"
)
_BY = re.compile(
    rf"由(?P<by>[^{_PAUSE}由]+?)(?:共同|联合|具体|负责|牵头|分别)*(?:主办|承办|举办|组织|牵头|举行|召开|发起|联办|合办)"
    rf"|(?:^|(?<=[{_PAUSE}、]))(?P<who>[^{_PAUSE}由]+?)(?:共同|联合|具体)*(?:主办|承办|联办|合办)(?=[,，。;；、]|$)"
    rf"|(?<=[主承举]办、)(?P<with>[^{_PAUSE}由]+?)(?:共同|联合|具体)*承办的"
)
_BODY = (
    "(?:局|委|厅|部|院|所|校|馆|站|司|[学协商]会|联合会|研究会|促进会|基金会|委会|十字会|大学|中学|小学|科协|妇联|工商联|文联|残联|侨联|工会|公司|集团|厂|中心|(?<!公)园区?|开发区|高新区|新区"
    "|政府|党委|人大|政协|银行|联盟|[镇乡县市区旗州]|街道|办事处|社区|村|农场|林场|领导小组|幼儿园|电视台|支队|大队|(?<=[府委政])办|办公室)"
)
_JOURNEY = re.compile("赴|到|前往|走进|深入|来")  # 组织党员|赴市廉政教育基地接受教育: nobody holds a journey
_IS_BODY = re.compile(f"{_BODY}$")
# Another subject in the clause before: 市委、市政府高度重视,召开了…
_SUBJECT = re.compile(f"(?P<who>.{{1,24}}?{_BODY})(?:{_DOING})")
_ADVERBIAL = re.compile("利用|结合|借助|依托|围绕|针对|根据|按照|为|通过|充分|以|于|在")
# 各区县, 有关部门, 我县: somebody else, but nobody by name.
_ANYBODY = re.compile(
    "[各每]|有关|相关|全(?:[省市县区旗州体]|国(?![妇工总人政]))|部分|多[个家数]|[数几][十百个家]|[我本该]?[省市县区旗州镇乡村]{1,2}$|其他|其它|社会(?:各|$)|一些|所有|两级|基层|上级|辖区|广大"
    "|(?:街道|社区|农村|乡镇)$|.{0,2}(?:学校|企业|单位|部门|[城山灾地]区)$|.*(?:[者员民户们团]|(?<![支大])队|(?<!小)组|群众|专家|领导|干部|职工|学生|师生|代表)$"
    "|.*(?:书记|[县市区旗州省局厅部校院所会处]长|主任|主席|院士|教授)[一-龥]{0,4}$"
)
# Words before the verb that are no doer: 活动周期间, 4·26前后, 拟, 有计划有步骤.
_NO_DOER = re.compile(
    ".{0,3}|.*(?:期间|前后|前夕|[之以]?[前后来]|时|[日节年月季周]|为主题|形式|多样|有序|稳步|不断)|.*[(（].*|[有多]....?"
)
_NO_NAME = re.compile(
    "^(?:联系|请|争取|经|受|派|选派|带领|率|走|进|来|报|其|该|此|这|那|给|为|特|现|再|新|正|即|我|本|全局|组织)|[“”《》（）()的了]|[0-9]+[年月日个家人名余多]|召开|座谈|举办|举行|开展|主题|活动|积极|^.$"
)
_OTHERS = re.compile("等.*$|[0-9一二三四五六七八九十两多余]+余?[个家].*$")
_BODY_BREAK = re.compile(
    "、|(?<=[局委办会院所校司厅部处社团站协联府队馆盟行学心地市县区镇乡省州旗育道])(?:[和与及]|以及)"
)


@dataclass(frozen=True, slots=True)
class Hosts:
    """Who held an event: `names` as the text has them; `own` says that the bureau did, `told` that it is not merely understood."""

    names: tuple[str, ...] = ()
    own: bool = False
    told: bool = False


_NOBODY = Hosts()
_UNDERSTOOD = Hosts(own=True)


def hosts_of(text: str, start: int, name: Span, close: int, house: House) -> Hosts:
    """Who held the event `name` of `text[start:close]`, its sentence; nobody where that does not tell.

    A sentence without a subject tells of the bureau (举办科技周), not where the bureau only helps or takes part
    (协助城区科协举办…), nor after another subject (各区县召开…), nor where the event is the subject (启动仪式在…举行).
    """
    before, behind = text[start : name.start], text[name.end : close]
    stated = _parties((m[m.lastgroup or 0] for m in _BY.finditer(_since_last_deed(before))), house)
    stated = _both(stated, _parties((m[m.lastgroup or 0] for m in _BY.finditer(behind)), house))
    if stated.told:
        return stated
    verbs = list(_VERB.finditer(before))
    if not verbs or not _governs(before[verbs[-1].end() :]) or _JOURNEY.match(text, name.start):
        return _NOBODY
    return _of_verb(before, verbs[-1], house)


def partners_of(text: str, start: int, end: int, house: House) -> tuple[str, ...]:
    """With whom something is done in `text[start:end]`: 区工商分局 in 会同区工商分局对龙潭商场进行检查."""
    return _parties((m["after"] for m in _WITH.finditer(text, start, end) if m["after"]), house).names


def _since_last_deed(before: str) -> str:
    """What stands before the name since the last sentence part with another deed: 由市科协主办、县科协承办的."""
    return re.split("[;；]", before)[-1]


def _governs(gap: str) -> bool:
    """Whether a verb so far before a name is that of the event: 举办|了, 召开|全市第三届, 举办|以“…”为主题的."""
    return not re.search(f"[{_PAUSE}]", gap) or _OF_THEME.fullmatch(gap) is not None


def _of_verb(before: str, verb: re.Match[str], house: House) -> Hosts:
    clause, *earlier = reversed(re.split(f"[{_PAUSE}]", before[: verb.start()]))
    clause = _LEAD.sub("", clause, count=1) if _LEAD.match(clause) else clause
    if verb["attending"]:
        return _NOBODY
    helped = _FOR.search(clause)
    if helped:
        hosts = _parties([_who(helped["who"])], house)
        return Hosts(hosts.names, own=hosts.own or helped["verb"] == "承办", told=True)
    partners = _WITH.search(clause)
    if partners is None:
        return _of_doer(_who(clause), earlier, house)
    others = _parties([_who(partners["after"] or partners["before"])], house)
    if partners["before"]:  # 县科技局、县科协联合举办
        return others
    return _both(_of_doer(_who(clause[: partners.start()]), earlier, house), others)


def _who(clause: str) -> str:
    """The doer at the front of a clause: 市科协 of 市科协于5月在…."""
    found = _DOER.match(clause.removeprefix("由"))
    return found["who"] if found else ""


def _of_doer(doer: str, earlier: Sequence[str], house: House) -> Hosts:
    hosts = _parties([doer], house)
    if hosts.told:
        return hosts
    if doer and (_ANYBODY.match(doer) or _IS_BODY.search(doer) or not _NO_DOER.fullmatch(doer)):
        return _NOBODY
    for clause in earlier[:3]:
        clause = clause[led.end() :] if (led := _LEAD.match(clause)) else clause
        subject = _SUBJECT.match(clause)
        if house.is_meant(_who(clause)):
            return Hosts(own=True, told=True)
        if subject and _NO_NAME.search(subject["who"]) is None:
            return _parties([subject["who"]], house) if _ADVERBIAL.match(clause, subject.end("who")) else _NOBODY
    return _UNDERSTOOD


def _parties(told: Iterable[str], house: House) -> Hosts:
    """The bodies of lists, each apart; 和 divides only behind one: 县科技局 and 人口和计划生育局, not 人口."""
    names: list[str] = []
    own = False
    for who in told:
        for body in _BODY_BREAK.split(_OTHERS.sub("", who)):
            own = own or house.is_meant(body)
            if _IS_BODY.search(body) and not _ANYBODY.match(body) and not _NO_NAME.search(body):
                names.append(body)
    return Hosts(tuple(dict.fromkeys(names)), own, told=own or bool(names))


def _both(one: Hosts, other: Hosts) -> Hosts:
    return Hosts(tuple(dict.fromkeys((*one.names, *other.names))), one.own or other.own, one.told or other.told)
