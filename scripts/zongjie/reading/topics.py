"""What a passage is about, by the words of `data/lexicon/topics.yml`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from zongjie.lexicon.topics import Topic

_LEAD = 60
_WORK = ("work", "aside")
_PROBLEMS = re.compile(
    r"(?:存在|面临)[^。]{0,20}(?:问题|不足|困难|差距|因素|薄弱)|^[^。,，]{0,4}(?:存在|面临)[^。;；]{0,50}等(?:[^。,，]{0,6})(?:问题|不足|困难|差距)|(?:还|仍)有[^。,，]{0,8}(?:问题|不足|困难)"
    r"|^[^。,，]{0,10}(?:问题|不足|困难|短板|差距|缺点|欠缺)(?:之处)?(?:是|有|主要|:|：)"
    r"|^(?:回头看|回顾|反思|对照|冷静|客观|同时|但|但是|当然|总的看)[^。]{0,12}[,，][^。,，]{0,10}(?:问题|不足|困难|短板|差距|缺点)(?:之处)?(?:是|有|主要|仍|还|也|:|：)"
    # 在总结成绩的同时,也要清醒看到:…, 差距仍然摆在面前:…, 回头看,毛病也不少。
    r"|^[^。,，]{0,4}(?:总结|肯定|看到|取得)[^。,，]{0,12}(?:成绩|成效|进步|进展)[^。,，]{0,4}(?:同时|之余)[,，][^。,，:：]{0,12}(?:看到|认识到|意识到|存在|不足)"
    r"|^(?:[^。,，]{0,8}[,，])?(?:问题|不足|困难|短板|差距|毛病|缺点)(?:仍然?|依然|也|还)(?:然|是|有)?(?:不少|很多|较多|较大|存在|摆在|突出|明显)"
)
_COMING = (
    r"(?:(?:下半年|下年|明年|下一年度?|来年|新的一年|今后|下一?步|下一?阶段|下季度|后[几半]个?(?:年|月)"
    r"|(?:[0-9xX×*_]{4}|[一二][九○〇零][○〇零一二三四五六七八九]{2})年(?:度|上半年)?))"
)
# “十五”期间,我们将… in a summary of the 九五.
_PLAN = re.compile(rf"^(?:在)?(?:{_COMING}|[“\"]?(?:[七八九]五|十[一二三四五]?五)[”\"]?(?:时期|期间))")
_INTENT = re.compile(r"之年|将|要|继续|力争|争取|打算|思路|目标|重点(?:抓|做|是|:|：|工作)|计划|安排|拟|着力")
_COMPLAINT = re.compile(
    r"不够|不高|不足|不强|不理想|不到位|不及时|不平衡|不健全|不完善|不深|缺乏|缺少|短缺|匮乏|影响了|薄弱|滞后|有待|偏[少低小弱]|较[少低弱]|仅[为有占\d]"
    r"|困难|断层|难度大|低于|单一|亟待|流失"
)
_VIEWS = re.compile(r"^[^。]{0,16}(?:体会|启示|经验|必须(?:以|坚持|始终|把|牢固|紧紧|在|有))")


# Looking back within a plan: 回顾2010年,我市首次获得“全国科技进步先进市”称号.
_REVIEW = re.compile(r"^(?:回顾|回首|回眸)(?:过去的?一年|即将过去的|刚刚过去的|一年来|去年|[0-9xX×*_]{4}年)")


def lead_of(text: str) -> str:
    """The first sentence of a paragraph, at most 60 characters of it."""
    return re.split("[。!！]", text, maxsplit=1)[0][:_LEAD]


def topic_words(topics: Sequence[Topic]) -> tuple[str, ...]:
    """All words that speak for a topic of work."""
    return tuple(word for topic in topics if topic.part in _WORK for word in topic.words)


def scores(text: str, topics: Sequence[Topic]) -> dict[str, int]:
    """How strongly a passage speaks of each topic of work; what its first sentence says counts more."""
    lead = lead_of(text)
    result = {}
    for topic in topics:
        if topic.part in _WORK:
            score = sum(min(text.count(word), 3) + 3 * (word in lead) for word in topic.words if word in text)
            if score:
                result[topic.name] = score
    return result


def best(found: dict[str, int], least: int = 3) -> str | None:
    """The topic of the highest score, the first of equals; None where none reaches `least`."""
    top = max(found.values(), default=0)
    return next(name for name, score in found.items() if score == top) if top >= least else None


def part_of(text: str) -> str | None:
    """`problems`, `plan`, `views` or `review` where a paragraph begins that part of a summary.

    目前还存在着企业研发机构偏少…等问题, 下半年,一要抓好富民强县项目, 20xx年,是实施“十二五”科技发展规划的起步之年.
    """
    head = "。".join(re.split("[。!！]", text, maxsplit=2)[:2])[:90]
    if _PLAN.match(text) and _INTENT.search(head):
        return "plan"
    if _REVIEW.match(text):
        return "review"
    if _PROBLEMS.search(head):
        return "problems"
    if _VIEWS.search(head):
        return "views"
    return None


def complains(text: str) -> bool:
    """Whether the items of a passage tell of shortcomings: 一是科技投入不足…;二是高层次人才缺乏;三是…不健全."""
    items = [item for item in re.split("[。;；]", text) if len(item) > 3]
    hits = sum(bool(_COMPLAINT.search(item)) for item in items)
    return hits > 1 and 2 * hits >= len(items)


def name_of(part: str, topics: Sequence[Topic]) -> str:
    """The heading of a part, as the lexicon has it."""
    names = {"problems": "存在的问题", "plan": "下一步工作安排", "views": "体会与认识", "review": "工作回顾"}
    return next((topic.name for topic in topics if topic.part == part), names[part])
