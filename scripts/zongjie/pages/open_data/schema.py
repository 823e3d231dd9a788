"""The tables that others get: their columns, what each means, and which row of which table a value names.

One description for all forms: CSV, SQLite, `datapackage.json`, Datasette's metadata and the data dictionary on the site.
"""

from __future__ import annotations

from dataclasses import dataclass

from zongjie.pages.open_data.columns import (
    Column,
    confidence,
    entity,
    maybe_words,
    number,
    other,
    place_in_text,
    record,
    repeat,
    span,
    url,
    words,
    yes_or_no,
)


@dataclass(frozen=True, slots=True)
class Schema:
    """A table: `key` are the columns that tell its rows apart, none where nothing does."""

    name: str
    title: str
    note: str
    columns: tuple[Column, ...]
    key: tuple[str, ...] = ()

    @property
    def csv_path(self) -> str:
        """Relative to `docs/data/`."""
        return f"tables/{self.name}.csv"


RECORDS = Schema(
    "records",
    "总结",
    "一行一篇总结。原文没有写、也推不出来的留空。",
    (
        words("id", "编号", "来源文件名加篇次,不会变"),
        words("source", "来源文件", "data/sources/ 里的文件名"),
        number("part", "第几篇", "同一来源文件里的第几篇,从 1 数"),
        number("first_line", "首行", "在来源文件里从第几行开始"),
        number("last_line", "末行", "到第几行为止"),
        maybe_words("title", "标题"),
        words("kind", "文种", "年度总结、半年总结、专项总结、自查报告、工作计划、其他"),
        maybe_words("bureau", "单位", "写总结的单位"),
        confidence("bureau", "单位"),
        maybe_words("province", "省"),
        maybe_words("city", "市"),
        maybe_words("county", "县"),
        confidence("region", "地区"),
        maybe_words("year", "年份", "四位公历年"),
        maybe_words("span", "时段", "原文怎么说就怎么写:上半年、1—10月"),
        confidence("period", "时间"),
        number("characters", "字数", "全文的字数,标点和空白也算"),
        maybe_words("origin", "原网址", "原来发表的地方,编辑写在附注里的"),
        maybe_words("publisher", "发表者", "同上"),
        maybe_words("fetched", "取得日期", "同上"),
        url("总结页"),
    ),
    ("id",),
)

BLOCKS = Schema(
    "blocks",
    "段落",
    "一行一段,合起来就是全文。",
    (
        record(),
        words("id", "段", "p1、p2……,在一篇之内不重复"),
        *span(),
        number("line", "行", "在来源文件里从第几行开始"),
        maybe_words("text", "原文", "一字不改"),
        url("这一段"),
    ),
    ("record", "id"),
)

REPEATS = Schema(
    "repeats",
    "重复的段落",
    "一行一对:前一篇的这一段与后一篇的那一段相同,或只有个别字词不同。",
    (
        record(),
        words("block", "段", "重复的段落"),
        words("other_record", "另一篇", "它重复的是哪一篇", ("records", "id")),
        words("other_block", "另一篇的段"),
        Column("similarity", "number", "相似", "0 到 1,1 为字字相同(标点不计)", True),
    ),
)

ENTITIES = Schema(
    "entities",
    "条目",
    "一行一个企业、计划、项目、活动、机构、政策文件、荣誉、平台或地方,各有一页。",
    (
        words("id", "编号", "类别加拼音,如 enterprise/changshan-shenghua-yaoye"),
        words(
            "kind",
            "类别",
            "enterprise 企业,program 计划与行动,project 项目,event 活动,institution 机构,policy 政策文件,honor 荣誉,platform 平台,place 地方",
        ),
        words("name", "名称", "原文支持的最完整的写法"),
        number("mentions", "提到几处", "重复的段落也算"),
        number("records", "见于几篇", "重复的段落也算"),
        other("级别、时间、地点、主题等,照原文写;各类不同"),
        url("条目页"),
    ),
    ("id",),
)

ALIASES = Schema(
    "aliases",
    "又名",
    "一行一个条目的另一种写法。",
    (
        entity(),
        words("alias", "又名", "原文用过的写法"),
    ),
    ("entity", "alias"),
)

MENTIONS = Schema(
    "mentions",
    "提到之处",
    "一行一处原文。一处文字可以属于不同类别的两个条目(院士工作站名称里的企业)。",
    (
        entity("指的是哪个条目"),
        *place_in_text("这一处的写法"),
        words("rule", "规则", "是哪条规则认出来的"),
        repeat(),
        url("所在段落"),
    ),
)

FACTS = Schema(
    "facts",
    "关系",
    "一行一处说出某种关系的原文;同一关系在几处说到,就有几行,编号相同。",
    (
        words("id", "编号", "只取决于谁、什么关系、对谁、立项还是申报,与出处无关"),
        words("subject", "主体", "条目的编号;总结的编号表示写这篇总结的单位"),
        maybe_words("subject_name", "主体名称"),
        words(
            "predicate",
            "关系",
            "undertakes 承担项目,funded_under 列入计划,owns_platform 拥有平台,cooperates_with 合作,"
            "won_honor 获得荣誉,supports 支持,issued 出台文件,held 举办活动",
        ),
        words("object", "对象", "条目的编号;原文只有说法、没有条目的,是原文的词句"),
        maybe_words("object_name", "对象名称"),
        *place_in_text("说出这一关系的原文"),
        maybe_words("level", "级别", "国家、省、市、县"),
        maybe_words("status", "状态", "granted 立项,applied 只是申报"),
        other("读到的其余内容"),
        repeat(),
        url("这一关系;重复段落里说到的,是所在段落"),
    ),
)

FIGURES = Schema(
    "figures",
    "数字",
    "一行一个数字。原文缺字的数字没有 number。",
    (
        *place_in_text("数字连同单位所在的原文"),
        maybe_words("what", "什么", "数的是什么,照原文"),
        words("value", "写法", "照原文,如 3万多人次"),
        Column("number", "number", "数值", "换算成数,如 30000;读不出来的留空"),
        maybe_words("unit", "单位"),
        yes_or_no("target", "目标", "true 是打算或要求达到的,不是已经做到的"),
        repeat(),
        url("所在段落"),
    ),
)

SCHEMAS: tuple[Schema, ...] = (RECORDS, BLOCKS, REPEATS, ENTITIES, ALIASES, MENTIONS, FACTS, FIGURES)
