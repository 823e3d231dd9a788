"""ASCII ids: pinyin by words, so that they can be read, typed and kept."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Mapping

import rjieba

from zongjie.model import Kind
from zongjie.pinyin import spell

_MAX = 72
# The file that a folder itself is shown by.
_RESERVED = frozenset({"index", "readme"})
_LEGAL = re.compile(r"(?:股份有限|有限责任|集团有限|集团股份有限|股份合作|有限|股份)?(?:总公司|公司)$|集团$")


def slug(name: str) -> str:
    """`name` in pinyin, words joined by hyphens (常山生化药业 → changshan-shenghua-yaoye); `x` where nothing is left."""
    parts: list[str] = []
    for word in rjieba.cut(name):
        pinyin = "".join(spell(word))
        ascii_only = re.sub(r"[^a-z0-9]+", "-", pinyin.lower()).strip("-")
        if ascii_only:
            parts.append(ascii_only)
    text = "-".join(parts)
    if len(text) > _MAX:
        text = text[:_MAX].rpartition("-")[0] or text[:_MAX]
        text = f"{text}-{_digest(name)}"
    if text in _RESERVED:
        text = f"{text}-{_digest(name)}"
    return text or "x"


def core_name(name: str, kind: Kind, region_prefix: int) -> str:
    """The part of an enterprise's name that its id is made of: without `region_prefix` characters in front and legal form behind."""
    if kind != "enterprise":
        return name
    core = _LEGAL.sub("", name[region_prefix:])
    return core if len(core) >= 2 else name


def assign_ids(stems: Mapping[str, str]) -> dict[str, str]:
    """Unique ids for `stems` (key → id as it would be alone); keys that share an id all get a suffix made of their key."""
    shared = Counter(stems.values())
    return {key: stem if shared[stem] == 1 else f"{stem}-{_digest(key)}" for key, stem in stems.items()}


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:6]
