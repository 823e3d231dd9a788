"""Quoted words whose only sign of a project is whose they are and that the sentence tells of projects: 甲公司的“丙”,50万元."""

from __future__ import annotations

import re

# An owner that no finder knows, or a verb of work, before what is its own: 县种子站的“甲”, 去年拿到的“乙”.
_OWNED = re.compile(
    "(?:公司|集团|厂|站|所|院|中心|场|合作社|协会|学会|学校|大学|部|药业|食品|农业|科技|股份|村|研究室|课题组|团队|教授|研究员|博士)"
    "(?:等单位|等)?(?:的|[以凭把将用])[^,，。;；“”的]{0,4}$"
    "|(?:新上|在建|立项|实施|承担|申报|承接|报送|在研|续建|入库|下达|主持|牵头|联合|合作|研制|研发|攻关|开发|获批|争取|到账|推荐|上报|拿到|拿下|得到|中标)的$"
    "|(?:拿下|揭榜|中标|争取到|承接)了?$"
)
_TAKES = re.compile("[^,，。;；]{0,8}?(?:题|标的|榜|拿|获|得|申报|列入|中标|入选|挤进|争取)")
_WORK = re.compile(
    "项目|课题|任务书|未[获批]|退回|受理|评审|配套资金|结题|立项|科技计划|专项|攻关|基金|资助|补助|拨款|经费|揭榜|榜单|攻坚|计划[)）。;；、,，\n]|[0-9]万"
)
# What makes the words a thing that the owner got, sells or says.
_THING = re.compile(
    "[^,，;；。]{0,12}?(?:奖(?![励补])|专利|商标|牌|称号|著作权|标准|论文|专著|软件|品种权|审定|认证|认定|评为|命名|新闻|节目|栏目|[歌剧片]|"
    "经验|做法|案例|故事|服务|培训|活动|销|产值|畅)|[^,，;；。]{0,4}(?:系列|产品)"
)

# Behind the words of an owner where nothing more is said of them: 推荐未批:罗家酿造厂“小曲米醋”|，缘由是….
_SAID_NO_MORE = re.compile("[,，;；。(（]|$")

# A prize for a piece of work: “甲”获省科技进步二等奖, 省科学技术奖15项,其中一等奖为“甲”.
_PRIZED = re.compile(
    "[^,，。;；“”]{0,8}(?:获|荣膺|摘得|夺得|斩获)[^,，。;；“”]{0,20}(?:科技进步|科学技术|技术发明|自然科学|科技成果)[^,，。;；“”]{0,6}奖"
)
# In a list of the prizes of one award: 在云南省科学技术进步奖评审中,…|市林科所“石山飞播造林”|得三等奖.
_RANKED = re.compile("(?:荣获|获得?|得)[特一二三四]等奖")
_AWARD = re.compile("(?:科技进步|科学技术|技术发明|自然科学|科技成果)[^,，。;；“”]{0,6}奖")
_PRIZE_IS = re.compile("(?:科技进步|科学技术|技术发明|自然科学|科技成果)[^。;；“”]{0,24}(?:奖|等奖)(?:的?项目)?[为是]$")


def is_prized(before: str, behind: str) -> bool:
    """Whether the words around a title give it a prize that is for work alone."""
    ranked = _RANKED.match(behind) and _AWARD.search(before)
    return bool(ranked or _PRIZED.match(behind) or _PRIZE_IS.search(before))


def ends_with_owner(before: str) -> bool:
    """Whether the words `before` a title end with somebody whose it is: 农业技术服务部的."""
    return bool(_OWNED.search(before))


def is_put_in(before: str, behind: str) -> bool:
    """Whether an owner puts the title in for something: 乙药业以“丙”为题张榜, 亿科达电池以“丁”拿到创新基金."""
    return before.endswith("以") and bool(_TAKES.match(behind))


def is_beside_owner(before: str, behind: str) -> bool:
    """Whether the words stand bare behind their owner: 甲厂“乙”，缘由是…, not 甲厂的“乙”牌."""
    return not before.endswith(("的", "以", "凭", "将", "把")) and bool(_SAID_NO_MORE.match(behind))


def is_told_of_work(before: str, behind: str, last: str) -> bool:
    """Whether the sentence tells of projects, and neither `behind` the title nor behind its list (`last`) of a thing."""
    if _THING.match(behind) or _THING.match(last):
        return False
    return bool(_WORK.search(before) or _WORK.search(last))
