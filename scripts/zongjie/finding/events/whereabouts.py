"""Where an event was held: 在五云街道溪滨公园, 主会场设在县城中心广场, 冷教授来我县永安镇现场教学."""

from __future__ import annotations

import re

from zongjie.finding.events.fields import Window
from zongjie.model import Span

_HELD = (
    "举行|举办|召开|开展|启动|组织|开幕|拉开|揭幕|进行|设立|设点|设|发放|集中|巡回|挂牌|揭牌|宣传|开设|落幕|接受|参观|参加"
    "|同步|启幕|开市|举槌|登场|上演|收官|开馆|开讲|开课|开营|上线|亮相|授课|授牌|开赛|决赛|签署|签订|(?<![合协工制创])作(?![为用业风品])|签约|成立|落成|举(?![措动])|开(?![展发放始设通])|搭台|搭设|放映|会见|会晤|接见|联办|合办|(?<!创)办(?![公事法理])|搞|摆|承办|主办|闭幕|展出|悬挂|布置|开班|为"
)
_ADVERB = "(?:隆重|成功|顺利|正式|如期|联合|统一|集中|同时|分别|共同|圆满|盛大|首次)?"
_AT = re.compile(
    rf"(?:(?<![存现正旨])在(?!孵|建项目|建工程|研项目|研课题|册|编人|岗人|职|读|谈)|(?<=[日号旬月])于|于(?=[^0-9]{{2,20}}(?:举行|召开|举办|展出|启动|开幕|签约)))(?P<place>[^,，。;；:：()（）\n在]{{2,26}}?){_ADVERB}(?:{_HELD})"
)
_GO = re.compile(
    r"(?:深入|走进|移师|亮相|摆进了?|驶进|开进|驶入|走入|前往|来到|奔赴|赴|落户|进驻|(?<![前出来过失除])去(?![年了掉除库产世职向留冬])|(?<![达得收遇受看听想感直提起做接])到了?(?!场|会|位|期|底|达|访|账))(?P<place>[^,，。;；:：()（）\n到赴]{1,26}?)"
    r"(?=等|开展|进行|参观|参加|参展|调研|考察|宣传|巡回|现场|指导|举办|举行|召开|学习|接受|接洽|发放|赠送|组织|义诊|洽谈|对接|走访|慰问|观摩|检查|面对面|举|观看|看|散发|推介|招商|讲授|授课|培训|重温|瞻仰|祭扫|缅怀|视察|实地|取经|植树|督查|督导|验收|会商|看望|蹲点|驻村|招才|招聘|引才|引智|对口|对标|送[^货水达至往]|拜访|商谈|磋商|看了|参访|访问|交流|察看|查看|核查|踏勘|勘察|搞|赶|讲(?!话)|过了|学了|“|开[^展发放]|办[^理法公]|摆|与|就|为|并|[,，。;；\n]|$)"
)
# 对安福镇6家药店; 一都、东张、镜洋3个山区乡镇
_COUNTED = re.compile(
    r"(?<=[镇乡村])[0-9]+[余多]?[家户]|(?<=、)(?P<last>[^、0-9]{2,8}?)[0-9两三四五六七八九十]+[余多]?[个家](?=[^、]*$)"
)
# 主会场设在县城中心广场; 巴川街道龙城广场为主会场, 靖和街道龙源社区成为…科技活动周珲春主会场
_HALL = re.compile(
    r"(?:(?:会场|主场|地点|会址|仪式|开幕式)(?:设在|设于|选在|定在|放在|改在|改到|搬到了?|搬进了?|在|设(?!分)|为|:|：)|[假借]座)(?P<place>[^,，。;；:：()（）\n]{2,26}?)(?=[,，。;；:：()（）\n]|$|举行|举办|召开)"
    r"|(?:^|(?<=[,，。;；:：\n日旬月午]))(?P<hall>[^,，。;；:：()（）\n]{2,22}?)(?:为|成为|作为|设)[^,，。;；:：\n]{0,40}?(?:主|分)会场"
)
# 仲景大街|的5家商场
_OF_COUNTED = re.compile(r"(?<=[\u4e00-\u9fff]{3})的[0-9一二三四五六七八九十两多余]+[家个所户][\u4e00-\u9fff]{1,6}$")
# 市第三中学举行日食观测营, 鼓楼街道少陵公园展台鳞次栉比, 百巴镇、布久乡联办
_VENUE_TAIL = (
    "公园|广场|[一二三四五六七八九十]中|附[中小]|高中|职[中高]|幼儿园|中学|小学|大学|学院|学校|礼堂|体育场|体育馆|文化宫|文化馆|科技馆|博物馆|会展中心|会议中心|活动中心"
    "|宾馆|酒店|大酒店|大厅|剧院|影院|车站|展览馆|少年宫|步行街|景区|社区|街道|镇|乡|城区|县城|市区|集市"
)
_VENUE = re.compile(
    rf"(?:^|(?<=[,，。;；:：\n日旬月午的])|(?<=组织|指导|协助))(?P<place>(?!组织|指导|协助|邀请|联合|会同)(?:[^,，。;；:：()（）“”\n在的与和同局委协到赴于]{{1,20}}?(?:{_VENUE_TAIL})|城区|县城)(?:、[^,，。;；:：()（）“”\n在的、]{{1,9}}?(?:{_VENUE_TAIL}))*)"
    r"(?=(?:师生|学生)?(?:隆重|成功|正式|如期|举行|举办|召开|启动|开幕|联办|合办|展台|设台|设点|设立|设咨询|搭台|拉开|热闹非凡|人头攒动|开展|进行))"
)
# 农业科技大集在旧县镇开市: a place by its own last word, whatever is done there
# 市地震局联合市四十二中开展地震应急演练
_HOST = re.compile(
    r"(?<=联合|会同|携手)(?P<place>[^,，。;；:：()（）“”\n在的与和同局委协到赴于、]{1,12}?(?:[一二三四五六七八九十]中|中学|小学|幼儿园|镇|乡|社区|街道))"
    r"(?=开展|举办|举行|组织|进行)"
)
# 举办现场会一次(10月22日,花篢镇大江村)
_ASIDE = re.compile(r"[(（][0-9元月日至到—~-]{3,12}[,，、](?P<place>[一-龥]{3,14})[)）]")
# 召开高企培育座谈会,在县宾馆西会议室: a clause that says no more than where
_WHERE = re.compile(r"(?<=[,，])在(?P<place>[^,，。;；:：在]{2,16}?)(?<![下中时后前上里间])(?=[,，。;；\n])")
_UNIT = rf"(?:(?![开举召进组宣送办])[一-龥]){{1,9}}?(?:[省市县区旗州村]|{_VENUE_TAIL})"
_IN = re.compile(rf"(?<![存现正旨])在(?P<place>(?:{_UNIT})+[镇乡村县市区]?)(?=[一-龥]{{2}}|[,，])")
# 8月23日,云台山镇景区大厅,…科技活动周简朴启幕; 5月20日,人民广场彩旗飘扬
_SCENE = re.compile(
    r"(?<=[日午][,，])(?P<place>[^,，。;；:：()（）“”\n]{2,18}?(?:广场|公园|大厅|礼堂|体育场|体育馆|会展中心|剧院|文化宫))"
    r"(?=[,，]|人头攒动|人山人海|人潮|彩旗|红旗|锣鼓|热闹|气氛|歌声)"
)
# 冷教授来我县永安镇现场教学, 来兖州问诊把脉, 取经安徽合肥, 两次登门延边大学
_DEED = "现场|实地|亲临|指导|讲|授|作|做|问诊|把脉|会诊|考察|调研|传经|座谈|洽谈|对接|交流|培训|示范|义诊|视察|访问|参观|推介|检查|进行|开展"
_CAME = re.compile(
    rf"(?:来到?|莅临|抵达?|到(?=[我本]))(?![县市区旗州省局师场厂](?:{_DEED}))(?:[我本][县市区旗州省局师])?(?!{_DEED})(?P<place>[^,，。;；、我本]{{2,12}}?)(?={_DEED}|$)"
)
_CALLED = re.compile(
    r"(?:登门|拜访|取经|造访|拜会|问计|求教)了?(?P<place>[^,，。;；]{2,24}?)$|(?:向|为|给)(?P<given>[^,，。;；]{2,14}?)(?=捐|赠)"
)
# 米林县发生6.9级地震, 楚雄市特大滑坡泥石流
_STRUCK = re.compile(r"(?P<place>[一-龥]{1,10}?[省市县区州旗镇乡])(?:发生|遭受|遭遇|突发|特大|重大|严重)")
_UPON = re.compile(r"对(?P<place>[^,，。;；:：()（）\n]{2,24}?)(?:进行|开展)")
# What 在 also introduces: in the course of, under the lead of, on the basis of.
_NO_PLACE = re.compile(
    r"(?:期间|基础上|过程中?|方面|工作中?|领域|领导下|指导下|支持下|配合下|前提下|形势下|情况下|同时|时候?|时期|之际|阶段|上半年|下半年|年初|年底|任务|农闲时节|内|之间|部署下|帮助下|活动中|会议?上|会上|仪式上|大会上|节[前后])$"
    r"|^(?:全[国省市县区旗州]范围|全国|全省|全市|全县|全区|全旗|全州|全局|全社会|此|会|其|原有|今年|去年|当天|当日|上半年|下半年|这|本|基层|实践|企业|农村|各地|各级|局|目前|位|年|第|社会)$"
    r"|^(?:今年|去年|此次|活动|会|当|组织|做好|抓好|加强|推进|推行|推动|实施|认真|重点|突出|提高|坚持|围绕|利用|落实|开展|各级|各部门|全面)|[0-9]{1,2}月|[%％]|达到|科普日|活动周|宣传周|期间|市场需求|人次$|以上$|目标|进乡|进村|进社区|进校园|^[0-9一二三四五六七八九十]+[余多]?[家名户]|(?:情况|项目|课题|产品|申请|产业|建设|制度|机制|体制|效益|质量|水平|能力|素质|意识|力度|成效|政策|措施|方针|战略|问题|经验|改革|精神)$|[《》]|[0-9一二三四五六七八九十]+[余多]?[个家名户件项场次]$"
)
_PLACE_TAIL = re.compile(
    r"(?:上|里|内|等地|等|等[0-9一二三四五六七八九十两]+[多余]?个?.{0,4}|分别|联合|共|成功|正式|隆重|了|统一|集中|内外|积极|广泛|深入|全面|认真|陆续|相继|同步|大力|先后|连|各|均|都|也|还|[两三]地)$"
)
# What was done there is no part of where: 在武汉通过省科委主持的鉴定, 在社会上引起很大反响, 到武汉登门求援
_DONE = re.compile("通过|引起|引发|登门|上门|求[援教]|受到|获得|荣获|一举")
# 闵继川考察津脉管业
_INSPECTED = re.compile(
    r"(?:考察|视察|参观|走访|走进)了?(?P<place>[^,，。;；、]{3,16})(?<!工作)(?<!产业)(?<!情况)(?<!建设)$"
)
# 第十七届东北亚博览会(长春), 科创飞地(深圳)开园
_BRACKETED = re.compile(r"[(（](?P<place>(?![^()（）]*[期批第次线频称行筹名人个赛简含下上])[一-龥]{2,4})[)）]")
# 中涧河乡长沟村农业科技示范园举办…, 查巴奇鄂温克族民族乡科普赶集
_VILLAGE = re.compile(
    r"(?P<place>(?:(?![进下])[一-龥]){2,12}?(?:(?<![进下])乡|镇|街道|办事处|社区|农场|林场)(?:[一-龥]{1,5}?(?:村|社区))?|[一-龥]{2,4}(?:(?<![农乡山全各本每])村|社区))(?=[一-龥])"
)


# 在第十四届青洽会上设立科技馆: the place is the happening itself.
_GATHERING = re.compile("(?:会|大赛|论坛|展|节|活动)$")


def place_of(text: str, window: Window) -> str | None:
    """The event's place, without 在: 五云街道溪滨公园; the place where somebody went: 龙岗药业和长辉生化."""
    before = _places(text, window.start, min(window.name.end + 2, window.close))
    after = _places(text, window.name.end, window.close) or _places(text, window.close, window.end)
    inside = [span for span in before if span.start < window.name.end]
    if inside and not _GATHERING.search(text, inside[-1].start, inside[-1].end):
        return _text(text, inside[-1])
    own = _place_in_act(text, window.name)
    if own is not None:
        return own
    if after:
        return _text(text, after[0])
    inspected = _INSPECTED.search(text, window.name.start, window.name.end)
    if inspected and (span := _trim_place(text, Span(*inspected.span("place")))):
        return _text(text, span)
    clause = max(text.rfind(pause, window.start, window.name.start) for pause in ",，。;；:：\n月日旬") + 1
    for start in (window.name.start, max(clause, window.start)):
        village = _VILLAGE.match(text, start, window.name.end)
        if village:
            return village["place"]
    bracketed = _BRACKETED.search(text, window.name.start, min(window.name.end + 6, window.close))
    return bracketed["place"] if bracketed else None


def _place_in_act(text: str, name: Span) -> str | None:
    """Where a phrase says that somebody came or called: 永安镇 in 冷教授来我县永安镇现场教学."""
    for pattern in (_CAME, _CALLED, _STRUCK):
        told = pattern.search(text, name.start, name.end)
        span = _trim_place(text, Span(*told.span(told.lastgroup or "place"))) if told else None
        if span is not None:
            return _text(text, span)
    return None


def _places(text: str, start: int, end: int) -> list[Span]:
    """The places told in `text[start:end]`, none from within a slogan: 以“走进科技,你我同行”为主题."""
    found = []
    for pattern in (_ASIDE, _AT, _HALL, _VENUE, _SCENE, _WHERE, _IN, _HOST, _GO, _UPON):
        for match in pattern.finditer(text, start, end):
            span = _trim_place(text, Span(*match.span(match.lastgroup or "place")))
            if span is not None and not _is_quoted(text, span, start):
                found.append(span)
        if found:
            break
    return sorted(found)


def _is_quoted(text: str, span: Span, floor: int) -> bool:
    opening = text.rfind("“", floor, span.start)
    return opening >= 0 and text.rfind("”", floor, span.start) < opening and opening < span.start - 1


def _trim_place(text: str, span: Span) -> Span | None:
    end = span.end
    if done := _DONE.search(text, span.start + 1, end):
        end = done.start()
    while match := _PLACE_TAIL.search(text[span.start : end]):
        end = span.start + match.start()
    counted = _COUNTED.search(text, span.start, end)
    if counted:
        end = counted.end("last") if counted["last"] else counted.start()
    place = text[span.start : end]
    if len(place) < 2 or _NO_PLACE.search(place) or place.count("“") != place.count("”"):
        return None
    if counted_part := _OF_COUNTED.search(place):
        return Span(span.start, span.start + counted_part.start())
    if "的" in place:
        start = span.start + place.rfind("的") + 1
        return Span(start, end) if end - start >= 2 else None
    return Span(span.start, end)


def _text(text: str, span: Span) -> str:
    return text[span.start : span.end]
