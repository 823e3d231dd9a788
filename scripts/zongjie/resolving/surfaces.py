"""Surface forms of names: how they are compared, and whether they are blanked or stand in relation to the place."""

from __future__ import annotations

import re
import unicodedata

_DROPPED = re.compile(r"[\s“”\"'‘’「」『』《》〈〉]")
_BLANKED = re.compile(r"[*＊×○]|(?<![A-Za-z])[xX]{1,4}(?![A-Za-z])|__|某|20xx")
_RELATIVE = re.compile(
    r"^(?:我|本|该|全|第[一二三四五六七八九十]+批)?(?:省|自治区|市|州|盟|地区|县|区|旗|镇|乡|城区|团)(?!委党校)"
)


def fold(surface: str) -> str:
    """`surface` as names are compared: no blanks, quotation marks or 《》, half-width, lower case."""
    return _DROPPED.sub("", unicodedata.normalize("NFKC", surface)).lower()


def is_blanked(surface: str) -> bool:
    """Whether a part of the name is blanked, as in xx轴瓦有限公司, **集团 or 20__年规划."""
    return bool(_BLANKED.search(surface))


def is_relative(surface: str) -> bool:
    """Whether the name means another thing in another place, as 县妇幼保健院 or 全市科技管理工作先进单位."""
    return bool(_RELATIVE.match(surface.lstrip("“「《")))


def is_slip_of(one: str, other: str) -> bool:
    """Whether two long names differ by one changed or two swapped characters (霍林郭勒市 and 霍林勒郭市)."""
    if len(one) != len(other) or len(one) < 5 or one == other:
        return False
    apart = [n for n in range(len(one)) if one[n] != other[n]]
    if len(apart) == 1:
        return len(one) >= 8 and not any(
            c.isdigit() or c in "一二三四五六七八九十" for c in (one[apart[0]], other[apart[0]])
        )
    return (
        len(apart) == 2
        and apart[1] == apart[0] + 1
        and one[apart[0]] == other[apart[1]]
        and one[apart[1]] == other[apart[0]]
    )
