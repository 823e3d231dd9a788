"""Summaries made of recombined sentences and invented names: as many as one likes, to measure with. The same every time.

Each is of some 1,500 characters, from a real county, and names five or six things of its own (two firms, a project,
an event, a platform) beside programs that all share, so that a corpus grows as a province's does.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_BRANDS = "恒华兴永丰金泰安信达利康宏盛隆源通瑞祥和嘉凯润博汇鼎元明德昌诚创远航天宇海洋山川林泉"
_TRADES = ("药业", "食品", "机械", "饲料", "化工", "生物科技", "农业开发", "电子", "新材料", "环保设备", "纺织", "光电")
_FORMS = ("有限公司", "有限责任公司", "股份有限公司", "集团有限公司")
_PRODUCTS = (
    "高效低毒饲料添加剂", "节能型数控磨床", "优质脱毒马铃薯", "低分子肝素钠", "无公害蔬菜", "稀土永磁材料",
    "环保型水性涂料", "太阳能光伏组件", "智能灌溉装置", "中药饮片", "生物有机肥", "汽车制动器", "精密铸件", "功能性纤维",
)  # fmt: skip
_STEPS = ("关键技术研究与产业化", "新工艺开发", "标准化生产技术集成与示范", "产业化示范", "中试与推广")
_PROGRAMS = (
    "国家星火计划", "国家火炬计划", "国家863计划", "科技型中小企业技术创新基金", "农业科技成果转化资金", "科技富民强县专项行动",
    "省科技支撑计划", "省重点研发计划", "省自然科学基金", "市科技计划",
)  # fmt: skip
_EVENTS = (
    "{month}月{day}日,在{place}举办了{series}启动仪式,{figure}多名干部群众参加,发放资料{figure}余份。",
    "{month}月{day}日,我局与{place}联合举办{topic}技术培训班,培训农民{figure}人次。",
    "{month}月{day}日,在{place}召开{topic}产学研对接会,签订合作协议{few}项。",
)
_SERIES = ("科技活动周", "全国科普日", "知识产权宣传周", "科技之春宣传月", "防灾减灾日宣传活动")
_TOPICS = ("蔬菜种植", "奶牛养殖", "果树修剪", "中药材栽培", "电子商务", "高新技术企业申报", "专利挖掘")
_PLACES = ("县人民广场", "城关镇", "县职教中心", "县文化馆", "高新技术产业园区", "科技局会议室")
_FUNDED = (
    "{firm}承担的“{project}”项目列入{program},争取资金{figure}万元。",
    "组织{firm}申报{program}项目“{project}”,获得立项支持,落实经费{figure}万元。",
    "{firm}实施的“{project}”被列入{program},该项目总投资{figure}万元。",
)
_OWNED = (
    "依托{firm}组建的{product}工程技术研究中心通过省科技厅认定。",
    "支持{firm}建立{product}院士工作站,引进高层次人才{few}名。",
    "{firm}被认定为高新技术企业,全县高新技术企业达到{figure}家。",
)
# A sentence of prose is one of each: what it was for, what was done, what came of it.
_FRONTS = (
    "一年来,在县委、县政府的正确领导下", "在上级科技部门的大力支持下", "按照年初确定的工作目标", "围绕全县经济社会发展大局",
    "为加快科技成果转化", "以提高自主创新能力为核心", "结合主导产业发展需求", "坚持以服务企业为宗旨", "针对农民群众的实际需要",
    "为营造良好的创新氛围", "进一步完善工作机制", "突出抓好重点工作", "在人员少、任务重的情况下", "根据上级统一部署",
)  # fmt: skip
_MIDDLES = (
    "我局深入企业调查研究{few}次,帮助解决实际困难", "组织科技人员到乡村一线开展技术咨询和服务", "认真做好项目的筛选、论证和申报工作",
    "开展专利执法检查{few}次,出动执法人员{figure}人次", "选派{few}名科技特派员深入农村", "积极推动企业与高等院校开展多种形式的合作",
    "发放宣传资料{figure}余份,接受群众咨询{figure}人次", "加强地震监测设施的维护和管理", "建设科技示范基地{few}个,示范推广新品种{few}个",
    "加强与兄弟单位的沟通衔接", "严格执行各项规章制度,强化内部管理", "举办各类培训班{few}期,培训农民{figure}人次",
    "对在研项目进行了中期检查", "建立健全科技档案,规范经费使用",
)  # fmt: skip
_ENDS = (
    "取得了明显成效", "促进了科技成果向现实生产力转化", "带动农户{figure}户,户均增收{figure}元", "得到了广大群众的好评",
    "全县专利申请量达到{figure}件", "有力地推动了产业结构的调整", "为企业节约成本{figure}万元", "提高了全社会的科学素质",
    "干部队伍的整体素质得到了提高", "实现了年初确定的目标", "为下一步工作打下了坚实的基础", "新增产值{figure}万元,利税{figure}万元",
    "但科技投入总量仍然偏低", "同比增长{few}%",
)  # fmt: skip
_HEADINGS = ("一、项目工作", "二、企业技术创新", "三、科普与培训", "四、知识产权", "五、存在的问题和下一步打算")
_LENGTH = 1500


@dataclass(frozen=True)
class County:
    """Where a summary is from."""

    province: str
    city: str
    name: str


def counties(places: Path) -> list[County]:
    """The present counties of the gazetteer at `places` (`data/lexicon/places.tsv`), in its order."""
    found: list[County] = []
    for line in places.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            province, city, _, present, _ = line.split("\t")
            found += [County(province, city, name) for name in present.split() if name.endswith(("县", "市"))]
    return found


def summaries(count: int, places: list[County]) -> Iterator[tuple[str, str]]:
    """`count` summaries: the source's name (without `.txt`) and its text. The first ones do not depend on `count`."""
    for number in range(count):
        chance = random.Random(number)
        county = places[chance.randrange(len(places))]
        yield f"made-up-{number + 1:05}", _summary(chance, county)


def _summary(chance: random.Random, county: County) -> str:
    year = chance.randrange(1995, 2025)
    firms = [_firm(chance, county) for _ in range(2)]
    own = [
        _fill(chance, chance.choice(_FUNDED), firm=firms[0]),
        _fill(chance, chance.choice(_OWNED), firm=firms[1]),
        _fill(chance, chance.choice(_EVENTS)),
    ]
    lines = [f"{county.name}科技局{year}年工作总结"]
    for number, heading in enumerate(_HEADINGS):
        prose = _prose(chance, _LENGTH // len(_HEADINGS) - 70)
        if number < len(own):
            prose.insert(1, own[number])
        lines += [heading, "".join(prose)]
    return "\n".join([*lines, f"{county.name}科学技术局", f"{year}年12月{chance.randrange(1, 31)}日"]) + "\n"


def _prose(chance: random.Random, length: int) -> list[str]:
    """Sentences of at least `length` characters together."""
    sentences: list[str] = []
    while sum(map(len, sentences)) < length:
        clauses = (chance.choice(_FRONTS), chance.choice(_MIDDLES), chance.choice(_ENDS))
        sentences.append(_fill(chance, ",".join(clauses) + "。"))
    return sentences


def _firm(chance: random.Random, county: County) -> str:
    brand = "".join(chance.sample(_BRANDS, 2))
    return county.name.rstrip("县市") + brand + chance.choice(_TRADES) + chance.choice(_FORMS)


def _fill(chance: random.Random, sentence: str, firm: str = "") -> str:
    """A sentence with its blanks filled, each anew."""
    while (start := sentence.find("{")) >= 0:
        end = sentence.index("}", start)
        sentence = sentence[:start] + _word(chance, sentence[start + 1 : end], firm) + sentence[end + 1 :]
    return sentence


def _word(chance: random.Random, blank: str, firm: str) -> str:
    words = {
        "firm": firm,
        "product": chance.choice(_PRODUCTS),
        "project": chance.choice(_PRODUCTS) + chance.choice(_STEPS),
        "program": chance.choice(_PROGRAMS),
        "series": chance.choice(_SERIES),
        "topic": chance.choice(_TOPICS),
        "place": chance.choice(_PLACES),
        "month": str(chance.randrange(1, 13)),
        "day": str(chance.randrange(1, 29)),
        "figure": str(chance.randrange(12, 9000)),
        "few": str(chance.randrange(2, 30)),
    }
    return words[blank]
