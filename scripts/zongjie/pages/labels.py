"""The words in which the pages speak of kinds, levels, states and relations."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from zongjie.model import Confidence, DamageKind, Kind, Predicate, Record, Region

KIND_NAMES: Mapping[Kind, str] = MappingProxyType(
    {
        "enterprise": "企业",
        "program": "计划与行动",
        "project": "项目",
        "event": "活动",
        "institution": "机构",
        "policy": "政策文件",
        "honor": "荣誉",
        "platform": "平台",
        "place": "地方",
    }
)
# Counted with its measure word: 12 家企业.
KIND_COUNTS: Mapping[Kind, str] = MappingProxyType(
    {
        "enterprise": "家企业",
        "program": "个计划与行动",
        "project": "个项目",
        "event": "场活动",
        "institution": "个机构",
        "policy": "份政策文件",
        "honor": "项荣誉",
        "platform": "个平台",
        "place": "个地方",
    }
)
CONFIDENCE_NAMES: Mapping[Confidence, str] = MappingProxyType({"stated": "写明", "inferred": "推断", "unknown": "不详"})
DAMAGE_NAMES: Mapping[DamageKind, str] = MappingProxyType(
    {"blank": "原文缺字", "garble": "原文乱码", "cut": "原文截断", "stray": "原文衍字"}
)
STATUS_NAMES: Mapping[str, str] = MappingProxyType(
    {"granted": "立项", "applied": "申报", "won": "获得", "aimed": "争创", "ahead": "打算", "lacking": "问题"}
)
_TITLE_LENGTH = 36
_SHORT_LENGTH = 14
LEVELS: tuple[str, ...] = ("国家", "省", "市", "县")
TYPE_NAMES: Mapping[str, str] = MappingProxyType({"funding": "计划、专项、基金", "initiative": "工程、行动、活动"})
# What a relation is called on the page of its subject, and on that of its object.
PREDICATE_NAMES: Mapping[Predicate, tuple[str, str]] = MappingProxyType(
    {
        "undertakes": ("承担项目", "承担单位"),
        "funded_under": ("所属计划", "所列项目"),
        "owns_platform": ("拥有平台", "依托单位"),
        "cooperates_with": ("合作方", "合作方"),
        "won_honor": ("荣誉", "获得者"),
        "supports": ("支持的单位", "得到支持"),
        "issued": ("出台文件", "出台单位"),
        "held": ("举办活动", "举办单位"),
    }
)

# What a relation that has no table of its own is called between its subject and its object.
VERBS: Mapping[Predicate, str] = MappingProxyType(
    {"owns_platform": "拥有平台", "cooperates_with": "合作", "supports": "支持", "issued": "出台文件"}
)


def level_name(level: object) -> str:
    """国家 → 国家级; empty where there is no level."""
    return f"{level}级" if isinstance(level, str) and level else ""


def region_name(region: Region) -> str:
    """河北省石家庄市正定县, as far as it is known; empty where nothing is. A city that is a province stands once."""
    parts = [region.province, region.city, region.county]
    return "".join(part for n, part in enumerate(parts) if part and part not in parts[:n])


def period_name(record: Record) -> str:
    """2012 年(上半年), 2012 年度, 全年(年份不详); empty where the text tells neither year nor span."""
    year, span = record.period.year, record.period.span or ""
    if not year:
        return f"{span}(年份不详)" if span else ""
    if span.startswith("年"):
        return f"{year} {span}"
    return f"{year} 年({span})" if span else f"{year} 年"


def period_label(record: Record) -> str:
    """The period where nothing beside it says how sure it is: 2012 年(推断)."""
    return f"{period_name(record)}{guessed(record)}"


def guessed(record: Record) -> str:
    """Says so where the record's year is only inferred."""
    return "(推断)" if record.period.year and record.period.confidence == "inferred" else ""


def record_title(record: Record) -> str:
    """The record's title, cut where its first line is a sentence rather than a title."""
    title = " ".join(record.title.split())
    return title if len(title) <= _TITLE_LENGTH else f"{title[: _TITLE_LENGTH - 1]}…"


def record_label(record: Record) -> str:
    """How other pages speak of a record: by its title, by bureau and year where the title names no bureau."""
    title = record_title(record)
    if not record.bureau.name or record.bureau.name in title:
        return title
    kind = "" if record.kind == "其他" else record.kind
    if record.period.year:
        return f"{record.bureau.name} {record.period.year} 年{kind}"
    return f"{record.bureau.name}{kind}({title})"


def source_label(record: Record) -> str:
    """How a table names its source, in a word or two: bureau or region, and year; else the beginning of its title."""
    region = record.region.county or record.region.city or record.region.province
    who = record.bureau.name or region
    if not who:
        title = record_title(record)
        return title if len(title) <= _SHORT_LENGTH else f"{title[: _SHORT_LENGTH - 1]}…"
    return f"{who} {record.period.year}" if record.period.year else who
