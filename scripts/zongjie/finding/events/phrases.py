"""Phrases that tell of one happening without naming it: journeys, guests, talks, gifts, catches, quakes.

Unlike a plain visit (`acts`) each stands for itself by its verb: 拜访东北林业大学, 许文峻来晋讲课, 查获假冒剑麻绳专利产品.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from zongjie.lexicon.words import Words, any_of
from zongjie.model import Span

_PAUSES = ",，、。;；:：!！?？\n()（）"
_STOP = rf"(?=[{_PAUSES}”]|$|并(?!举)|[0-9一二三两四五六七八九十]+[余多]?[次期天场册份人]|、)"
_FULL_STOP = rf"(?=[{_PAUSES.replace('、', '')}”]|$|并(?!举)|就)"
_MEN = "[0-9一二三四五六七八九十两多余几]+[余多]?[人名位]"
# What follows no surname: 林业局, 司领导, 区委.
NO_GIVEN_NAME = "(?![一-龥]?[局厅部委司处县市省领])"
_HERE = "我?[县市区旗州省局师院镇乡]|本[县市区局]|[一-龥]{1,4}?"


# What a text must hold for a rule to find anything in it: most texts tell of few of these, and a pattern takes long to make.
_SIGNS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "登门": ("拜访", "登门", "取经", "造访", "拜会", "问计", "求教"),
        "访问": ("访问", "走访", "拜访"),
        "会见": ("会见", "会晤", "接见", "迎来"),
        "应邀考察": ("应邀",),
        "捐赠": ("捐", "赠"),
        "查获": ("查获",),
        "进基层": ("大篷车", "列车", "宣传车", "直通车"),
        "放映": ("放映",),
        "汇报": ("汇报",),
        "签约": ("签",),
        "检查某处": ("检查",),
        "请来专家": ("请",),
        "一行视察": ("一行",),
        "一行来访": ("一行",),
        "上街": ("上街", "上了街"),
        "试车": ("成功",),
        "专家现场": ("现场",),
        "现场验收": ("现场", "测产"),
        "地震": ("地震",),
        "灾害": ("特大", "重大", "严重"),
    }
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase; `far` tells of a journey beyond the own province, which stands without a date."""

    span: Span
    rule: str
    far: bool = False


def find_phrases(text: str, words: Words, province: str | None) -> Iterator[Phrase]:
    """The phrases of `text`; `province` is the record's own (full name), where known."""
    patterns = _patterns(words)
    for rule, pattern in patterns.told.items():
        if not any(sign in text for sign in _SIGNS.get(rule, ("",))):
            continue
        for match in _ready(pattern).finditer(text):
            named = patterns.named.search(text, *match.span("told")) if rule in ("来客", "一行来访") else None
            yield Phrase(Span(named.start() if named else match.start("told"), match.end("told")), rule)
    for match in patterns.far.finditer(text):
        if not (province and province.startswith(match["province"])):
            yield Phrase(Span(*match.span("told")), "远行", far=True)


@dataclass(frozen=True)
class _Patterns:
    """`named` finds where the visitor's own name begins: 李岱秋教授一行 in 吉林农业大学李岱秋教授一行6人来县."""

    told: Mapping[str, str]
    far: re.Pattern[str]
    named: re.Pattern[str]


def _patterns(words: Words) -> _Patterns:
    return _compiled(
        words["远行动作"], words["来客动作"], words["来访职务"], words["来客团体"], words["常见姓氏"], words["省名"],
        words["灾害词"],
    )  # fmt: skip


@lru_cache(maxsize=4)
def _compiled(
    acts: tuple[str, ...],
    taught: tuple[str, ...],
    titles: tuple[str, ...],
    groups: tuple[str, ...],
    surnames: tuple[str, ...],
    provinces: tuple[str, ...],
    disasters: tuple[str, ...],
) -> _Patterns:
    act, teach, title, province = map(any_of, (acts, taught, titles, provinces))
    family = any_of(surnames)
    person = rf"{family}{NO_GIVEN_NAME}[一-龥]{{1,2}}"
    one = f"[{''.join(name for name in surnames if len(name) == 1)}]"
    group = any_of(groups)
    places = rf"[^{_PAUSES}\n]{{2,22}}?(?:[、和与及][^{_PAUSES}\n]{{2,14}}?){{0,3}}?"
    rest = rf"了?[^{_PAUSES}\n]{{0,14}}?(?:、送[^{_PAUSES}\n]{{1,6}}?)?"
    where = rf"(?:来到?|莅临|抵达?|应邀来?到?|到(?=[我本]))(?:{_HERE})(?:[^{_PAUSES}\n]{{2,10}}?)?"
    body = rf"[^{_PAUSES}\n]{{2,18}}?(?:大学|学院|研究院|[一-龥]{{2}}所|科学院)"
    told = {
        # 到隆木乡、坪市乡送春联, 赴西北农林科技大学洽谈大蒜脱毒快繁
        "到某处做某事": rf"(?P<told>(?:赴|前往|奔赴|远赴|来到|(?<![前出来过失除])去(?![年了掉除库产世职向留冬])|(?<![达得收遇受看听想感直提起做接找回来去])到)"
        rf"(?![20-9位期底达账会场户目]){places}(?:“[^“”\n]{{2,10}}”|(?:(?:{act})|[,，](?:学习|考察|取经|洽谈|招商|参观学习)){rest})){_STOP}",
        # 县长带队拜访东北林业大学, 取经安徽合肥, 两次登门延边大学
        "登门": rf"(?P<told>(?:带队|率队|率团|专程|两次)?(?:拜访|登门|取经|造访|拜会|问计|求教)了?{places}){_FULL_STOP}",
        # 县长率团访问了中国农业大学
        "访问": rf"(?P<told>(?:访问|走访|拜访)了?{body}(?:[、和与及]{body}){{0,4}}){_STOP}",
        # 会见了哈尔滨工业大学威海校区校长助理鲁修远一行
        "会见": rf"(?P<told>(?:会见|会晤|接见|迎来)了?[^{_PAUSES}\n]{{2,34}}?(?:一行(?:{_MEN})?|{group}|(?:{title}){person}|{person}(?:{title}))){_STOP}",
        # 台湾专家许文峻来晋讲课
        "来访": rf"(?:{title})(?P<told>{person}(?:一行)?(?:应邀|专程)?{where}(?:{teach}){rest}){_STOP}",
        # 农业部副部长危朝安来到我县,视察了…
        "莅临": rf"(?:{title})(?P<told>{person}(?:应邀|专程|亲临)?(?:来到?|莅临|到)我?[县市区旗州](?:{rest})?)(?=[,，])",
        # 冷教授来我县永安镇现场教学, 以色列专家三人来师讲授果园微灌技术
        "来客": rf"(?P<told>(?:{family}[一-龥]{{0,2}}(?:教授|博士|研究员|院士|先生)"
        rf"|(?<=[{_PAUSES}日旬月号晚午份请])(?!组织(?!部)|选派|派出|要求|动员)[^{_PAUSES}\n请邀]{{0,14}}?(?:{group}|(?<!{one})(?:教授|院士)))"
        rf"(?:一行)?(?:{_MEN})?(?:应邀|专程)?{where}(?:{teach}){rest}){_STOP}",
        # 院士路振邦应邀考察天棘节水
        "应邀考察": rf"(?:{title})(?P<told>{person}应邀(?:来[^{_PAUSES}\n]{{1,4}}?)?(?:{teach}|考察|视察|参观)[^{_PAUSES}\n]{{2,20}}?){_STOP}",
        # 向玉树县结古镇捐科普图书600册
        "捐赠": rf"(?P<told>(?:向|为|给)[^{_PAUSES}\n]{{2,14}}?(?:[县镇乡村]|社区|小学|中学|学校|医院|福利院)"
        rf"(?:捐赠|捐献|捐助|捐|赠送|赠)了?[^{_PAUSES}\n]{{2,12}}?)(?=[0-9{_PAUSES}]|$)",
        # 查获假冒“马头”牌剑麻绳专利产品110捆
        "查获": rf"(?P<told>查获(?:假冒|冒充|侵权)[^{_PAUSES}\n]{{2,24}}?)(?=[0-9０-９{_PAUSES}]|$)",
        # 科普大篷车进清真寺2座
        "进基层": rf"(?P<told>(?:“[一-龥]{{0,4}})?(?:科普|科技|农技)(?:大篷车|列车|宣传车|直通车)”?"
        rf"(?:开?进|走进|驶进|驶入|开到)[^{_PAUSES}\n]{{2,14}}?)(?=[0-9{_PAUSES}]|$|活动)",
        # 在人民体育场放映科教电影4场
        "放映": rf"(?P<told>放映了?[^{_PAUSES}\n]{{0,4}}(?:科教|科普|科技)(?:电影|影片|片))",
        # 向市人大作了专题汇报
        "汇报": rf"(?P<told>向[^{_PAUSES}\n]{{1,8}}?(?:人大(?:常委会)?|政协(?:常委会)?)(?:作|做|进行)了?(?:专题|专项|工作)*汇报)",
        # 在宁卧庄宾馆签署全面科技合作协议; not 签订合作协议12份, 签订目标责任书
        "签约": rf"(?P<told>续?签(?:订|署|定|下|了)了?(?![^{_PAUSES}\n]{{0,12}}(?:责任|保密|承诺|劳动|[0-9一二三四五六七八九十两多][余多]?[个项份]))"
        rf"[^{_PAUSES}\n]{{0,24}}?(?:协议书?|议定书|备忘录|意向书|框架合同)|签约共建[^{_PAUSES}\n]{{2,16}}?)(?=[{_PAUSES}]|$)",
        # 对我县“优质稻产业化开发”项目进行验收
        "验收": rf"(?P<told>对[^{_PAUSES}\n“]{{0,16}}“[^“”\n]{{4,40}}”[^{_PAUSES}\n]{{0,8}}?进行了?"
        rf"(?:现场|中期|结题|成果|专家|集中)*(?:验收|鉴定|评审|论证))(?=[{_PAUSES}]|$)",
        # 赴沈阳工业大学,就电机节能改造进行洽谈
        "前往某处": rf"(?P<told>(?:赴|前往|去了)(?![20-9期]){places})(?=[,，](?:在|与|就|同|围绕|先后|实地|走访|拜访|参观|对接|会见|看望))",
        # 对甘旗卡商贸城、惠民大药房进行检查
        "检查某处": rf"(?P<told>对(?![^{_PAUSES}\n]{{0,24}}"
        rf"(?:各|全[县市区旗州]|部分|辖区|城区|大型|重点|主要|周边|[0-9一二三四五六七八九十几多][余多]?[家个户]))"
        rf"[^{_PAUSES}\n]{{2,18}}?(?:、[^{_PAUSES}\n]{{2,18}}?){{0,3}}?(?:公司|厂|店|药房|超市|商场|商城|市场|医院|学校|中学|小学|集团|大厦|广场|酒店|矿|[水油电]站)"
        rf"进行了?(?:突击|现场)?检查)(?=[{_PAUSES}]|$)",
        # 邀请安徽农业大学程克礼、省农科院孙士文两位专家到县讲授大豆病虫害防治
        "请来专家": rf"(?:邀请|聘请|特邀|请来?)[^。;；:：\n]{{2,44}}?(?:{group}|教授|博士|院士|研究员|老师|讲师|农艺师|畜牧师)(?:{_MEN})?"
        rf"(?P<told>(?:(?:来到?|到|赴|莅临|深入)[^{_PAUSES}\n]{{1,16}}?(?:、[^{_PAUSES}\n]{{2,12}}?){{0,3}}?(?:{teach})|讲授|讲了|讲解)(?:“[^“”\n]{{2,16}}”|{rest})){_STOP}",
        # 科技部副部长一行视察汉旺磷源化工; 科技部高新司领导一行6人来我市调研高新区
        "一行视察": rf"(?:{title}|领导|负责人|客人|代表|人员|专家)一行(?:{_MEN})?"
        rf"(?P<told>(?:视察|考察|调研|参观|检查|走访|督查)(?:指导)?了?[^{_PAUSES}\n并对]{{2,16}}?){_STOP}",
        "一行来访": rf"(?<=[{_PAUSES}日旬月号份])"
        rf"(?P<told>[^{_PAUSES}\n]{{2,24}}?(?:{title}|领导|负责人|客人|代表|人员|专家|[局厅部委院校学司团会])一行(?:{_MEN})?(?:专程)?"
        rf"(?:来[县市区旗州局我]|莅临|到|赴|深入)[^{_PAUSES}\n]{{1,18}}?){_STOP}",
        # 5月17日上街宣传专利法; “4·26”那天上了街
        "上街": rf"(?P<told>(?:[“‘][0-9]{{1,2}}[.．·•][0-9]{{1,2}}[”’](?:当天|那天|期间)?)?(?:上街|走上街头|上了街)[^{_PAUSES}\n]{{0,12}}?)(?=[{_PAUSES}]|$)",
        # 县秦塬果品加工厂…设备已安装到位,11月18日一次试车成功
        "试车": rf"(?P<told>(?:一次(?:性)?|联动)?(?:试车|试产|试生产|投料试车|试飞|首飞)成功){_STOP}",
        # 组织专家现场评议
        "专家现场": rf"(?P<told>(?:组织|邀请|聘请)[^{_PAUSES}\n]{{0,6}}专家[^{_PAUSES}\n]{{0,12}}?现场(?:评议|验收|测产|鉴定|评审|论证|查验|考评)){_STOP}",
        "现场验收": rf"(?P<told>(?<=带队|率队|专家|进行)现场(?:验收|测产|鉴定|评审|论证|查验)+|实[地产]测产验收){_STOP}",
        # 米林县发生6.9级地震, 攀枝花仁和—会理6.1级地震; 楚雄市特大滑坡泥石流
        "地震": rf"(?<=[{_PAUSES}日分时号])(?P<told>[^{_PAUSES}\n日分]{{2,14}}?(?:发生)?[0-9０-９][.．][0-9０-９]级(?:有感)?地震)",
        "灾害": rf"(?<=[{_PAUSES}日分时号])(?P<told>[^{_PAUSES}\n日分]{{2,8}}?[省市县区州旗镇乡]"
        rf"(?:发生|遭受|遭遇|突发)?(?:特大|重大|严重){any_of(disasters)}+){_STOP}",
    }  # fmt: skip
    far = (
        rf"(?P<told>(?:赴|前往|远赴|到)(?P<province>{province})(?:省|市|自治区)?(?![^{_PAUSES}\n]{{0,8}}(?:大学|学院|党校))[^{_PAUSES}\n]{{0,16}}?"
        rf"(?:[、和与及][^{_PAUSES}\n]{{2,14}}?){{0,3}}?(?:{act}){rest}){_STOP}"
    )
    named = (
        rf"{person}(?:{title})(?=一行|应邀|专程|来|到|莅临|赴)"
        rf"|(?<=专家|教授|博士|院士|顾问|经理)[一-龥·]{{2,6}}(?:先生|女士)一行"
    )
    return _Patterns(told, re.compile(far), re.compile(named))


@lru_cache(maxsize=128)
def _ready(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)
