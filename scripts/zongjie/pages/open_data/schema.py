"""The tables that others get: their columns, what each means, and which row of which table a value names.

One description for all forms: CSV, SQLite, `datapackage.json`, Datasette's metadata and the data dictionary on the site.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

# As Frictionless calls them; `object` is JSON in a cell.
Type = Literal["string", "integer", "number", "boolean", "object"]


@dataclass(frozen=True, slots=True)
class Column:
    """`refers` names the table and the column in which the value is found; `required` columns are never empty."""

    name: str
    type: Type
    title: str
    note: str = ""
    required: bool = False
    refers: tuple[str, str] | None = None


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


def _record() -> Column:
    return Column("record", "string", "总结", "所在总结的编号", True, ("records", "id"))


def _place_in_text(text_note: str) -> tuple[Column, ...]:
    return (
        _record(),
        Column("block", "string", "段", "所在段落的编号,如 p12", True),
        Column("start", "integer", "起点", "在总结全文里从第几个字开始(从 0 数,按 Unicode 码位)", True),
        Column("end", "integer", "终点", "到第几个字之前为止", True),
        Column("text", "string", "原文", text_note, True),
    )


def _repeat() -> Column:
    return Column("repeat", "boolean", "重复", "所在段落是否与另一篇重复;计数、汇总时请只用 false 的行", True)


def _url(note: str) -> Column:
    return Column("url", "string", "网址", f"{note},相对于网站首页", True)


def _sure(name: str, what: str) -> Column:
    return Column(f"{name}_confidence", "string", f"{what}的把握", "stated 写明,inferred 推断,unknown 不详", True)


RECORDS = Schema(
    "records",
    "总结",
    "一行一篇总结。原文没有写、也推不出来的留空。",
    (
        Column("id", "string", "编号", "来源文件名加篇次,不会变", True),
        Column("source", "string", "来源文件", "data/sources/ 里的文件名", True),
        Column("part", "integer", "第几篇", "同一来源文件里的第几篇,从 1 数", True),
        Column("first_line", "integer", "首行", "在来源文件里从第几行开始", True),
        Column("last_line", "integer", "末行", "到第几行为止", True),
        Column("title", "string", "标题"),
        Column("kind", "string", "文种", "年度总结、半年总结、专项总结、自查报告、工作计划、其他", True),
        Column("bureau", "string", "单位", "写总结的单位"),
        _sure("bureau", "单位"),
        Column("province", "string", "省"),
        Column("city", "string", "市"),
        Column("county", "string", "县"),
        _sure("region", "地区"),
        Column("year", "string", "年份", "四位公历年"),
        Column("span", "string", "时段", "原文怎么说就怎么写:上半年、1—10月"),
        _sure("period", "时间"),
        Column("characters", "integer", "字数", "全文的字数,标点和空白也算", True),
        Column("origin", "string", "原网址", "原来发表的地方,编辑写在附注里的"),
        Column("publisher", "string", "发表者", "同上"),
        Column("fetched", "string", "取得日期", "同上"),
        _url("总结页"),
    ),
    ("id",),
)

BLOCKS = Schema(
    "blocks",
    "段落",
    "一行一段,合起来就是全文。",
    (
        _record(),
        Column("id", "string", "段", "p1、p2……,在一篇之内不重复", True),
        Column("start", "integer", "起点", "在全文里从第几个字开始(从 0 数)", True),
        Column("end", "integer", "终点", "到第几个字之前为止", True),
        Column("line", "integer", "行", "在来源文件里从第几行开始", True),
        Column("text", "string", "原文", "一字不改"),
        _url("这一段"),
    ),
    ("record", "id"),
)

REPEATS = Schema(
    "repeats",
    "重复的段落",
    "一行一对:前一篇的这一段与后一篇的那一段相同,或只有个别字词不同。",
    (
        _record(),
        Column("block", "string", "段", "重复的段落", True),
        Column("other_record", "string", "另一篇", "它重复的是哪一篇", True, ("records", "id")),
        Column("other_block", "string", "另一篇的段", "", True),
        Column("similarity", "number", "相似", "0 到 1,1 为完全相同", True),
    ),
)

ENTITIES = Schema(
    "entities",
    "条目",
    "一行一个企业、计划、项目、活动、机构、政策文件、荣誉、平台或地方,各有一页。",
    (
        Column("id", "string", "编号", "类别加拼音,如 enterprise/changshan-shenghua-yaoye", True),
        Column(
            "kind",
            "string",
            "类别",
            "enterprise 企业,program 计划与行动,project 项目,event 活动,institution 机构,policy 政策文件,honor 荣誉,platform 平台,place 地方",
            True,
        ),
        Column("name", "string", "名称", "原文支持的最完整的写法", True),
        Column("mentions", "integer", "提到几处", "重复的段落也算", True),
        Column("records", "integer", "见于几篇", "重复的段落也算", True),
        Column("attributes", "object", "其他", "JSON:级别、时间、地点、主题等,照原文写;各类不同", True),
        _url("条目页"),
    ),
    ("id",),
)

ALIASES = Schema(
    "aliases",
    "又名",
    "一行一个条目的另一种写法。",
    (
        Column("entity", "string", "条目", "", True, ("entities", "id")),
        Column("alias", "string", "又名", "原文用过的写法", True),
    ),
    ("entity", "alias"),
)

MENTIONS = Schema(
    "mentions",
    "提到之处",
    "一行一处原文。一处文字可以属于不同类别的两个条目(院士工作站名称里的企业)。",
    (
        Column("entity", "string", "条目", "指的是哪个条目", True, ("entities", "id")),
        *_place_in_text("这一处的写法"),
        Column("rule", "string", "规则", "是哪条规则认出来的", True),
        _repeat(),
        _url("所在段落"),
    ),
)

FACTS = Schema(
    "facts",
    "关系",
    "一行一处说出某种关系的原文;同一关系在几处说到,就有几行,编号相同。",
    (
        Column("id", "string", "编号", "只取决于谁、什么关系、对谁、立项还是申报,与出处无关", True),
        Column("subject", "string", "主体", "条目的编号;总结的编号表示写这篇总结的单位", True),
        Column("subject_name", "string", "主体名称"),
        Column(
            "predicate",
            "string",
            "关系",
            "undertakes 承担项目,funded_under 列入计划,owns_platform 拥有平台,cooperates_with 合作,"
            "won_honor 获得荣誉,supports 支持,issued 出台文件,held 举办活动",
            True,
        ),
        Column("object", "string", "对象", "条目的编号;原文只有说法、没有条目的,是原文的词句", True),
        Column("object_name", "string", "对象名称"),
        *_place_in_text("说出这一关系的原文"),
        Column("level", "string", "级别", "国家、省、市、县"),
        Column("status", "string", "状态", "granted 立项,applied 只是申报"),
        Column("attributes", "object", "其他", "JSON:读到的其余内容", True),
        _repeat(),
        _url("这一关系;重复段落里说到的,是所在段落"),
    ),
)

FIGURES = Schema(
    "figures",
    "数字",
    "一行一个数字。原文缺字的数字没有 number。",
    (
        *_place_in_text("数字连同单位所在的原文"),
        Column("what", "string", "什么", "数的是什么,照原文"),
        Column("value", "string", "写法", "照原文,如 3万多人次", True),
        Column("number", "number", "数值", "换算成数,如 30000;读不出来的留空"),
        Column("unit", "string", "单位"),
        Column("target", "boolean", "目标", "true 是打算或要求达到的,不是已经做到的", True),
        _repeat(),
        _url("所在段落"),
    ),
)

SCHEMAS: tuple[Schema, ...] = (RECORDS, BLOCKS, REPEATS, ENTITIES, ALIASES, MENTIONS, FACTS, FIGURES)
