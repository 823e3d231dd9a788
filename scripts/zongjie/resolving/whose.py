"""A name and its record → whose county or bureau is meant by 我县, 我局 or 县科协, where several records come together."""

from __future__ import annotations

import re

from zongjie.model import Record, Region

_BUREAU = re.compile(r"(?:我|本)(?:局|委|厅|单位)|局(?:机关|党组)|科技局|科委")
_PLACE = re.compile(
    r"[我本全](省|市|县|区|旗|州|盟)|(省|市|县|区|旗|州|盟)(?![场政域块级])(?=.*(?:局|委|委员会|厅|办|办公室|科协|协会|中心|医院|党校|研究所|政府|站|厂|公司|社|学校|中学)$)"
)
# 区科技厅 is that of an autonomous region.
_PROVINCIAL = re.compile(r"区.*厅$")


def leaves_open(name: str) -> bool:
    """Whether the name needs its record to tell whose it is: 我县, 县科协; not 河北大学."""
    return bool(_BUREAU.match(name) or _PLACE.match(name))


def whose(name: str, record: Record) -> str:
    """正定县 for 我县 and 县科协, 正定县科技局 for 我局; empty where the name needs none or the record does not tell."""
    if _BUREAU.match(name):
        own = record.bureau.name
        return own if own and own not in name else _smallest(record.region)
    place = _PLACE.match(name)
    if not place or _PROVINCIAL.match(name):
        return ""
    return _of_level(place[1] or place[2], record.region)


def _of_level(level: str, region: Region) -> str:
    """The part of the region that is a 县, 市, 省 …; of two cities (地级市, 县级市) the smaller one."""
    parts = (region.province,) if level == "省" else (region.county, region.city)
    return next((part for part in parts if part and part.endswith(level)), "")


def _smallest(region: Region) -> str:
    return region.county or region.city or region.province or ""
