"""Short names that a text introduces itself: 浙江恒岭机电股份有限公司(以下简称“恒岭机电”)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from zongjie.model import Span

_CALLED = re.compile(
    r"[(,](?:以下|下文|下|后)?(?:统?简称|称)(?:为|作|是)?:?[“\"‘「]?"
    r"(?P<name>[^“”\"’」(),。;\n]{2,12})[”\"’」]?[),]"
)


def called(text: str, names: Iterable[Span]) -> dict[Span, Span]:
    """Each name that `text` (in half-width forms) gives right after one of `names`, with that one."""
    found: dict[Span, Span] = {}
    for span in names:
        if match := _CALLED.match(text, span.end):
            found[Span(*match.span("name"))] = span
    return found
