"""An enterprise and the texts that name it → whether they place it in a county or city: 正定县金石公司, 我县盛华集团."""

from __future__ import annotations

import re
from collections.abc import Mapping

from zongjie.model import Entity, Record

_SHORT = 2
_LOOKED_AT = 12


def stands_in(enterprise: Entity, home: str, records: Mapping[str, Record]) -> bool:
    """Whether the name, or the words before a mention, place the firm in `home` (正定县)."""
    core = home[:-1] if len(home) > _SHORT else home
    if any(core in name for name in (enterprise.name, *enterprise.aliases)):
        return True
    before = re.compile(
        f"(?:{re.escape(core)}[县市区旗]?|[我本全][县市区旗州盟]|[县市区旗]内)(?:[^,，。;；]{{0,4}}的)?[“《]?$"
    )
    texts = ((records[one.record].text, one.start) for one in enterprise.mentions)
    return any(before.search(text[max(start - _LOOKED_AT, 0) : start]) for text, start in texts)
