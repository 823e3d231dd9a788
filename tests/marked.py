"""Sentences with their known names marked as in the examples of rules: 由〈enterprise:澄碧医疗〉承担."""

from __future__ import annotations

import re
from typing import cast

from tests.make import record
from zongjie.model import Kind, Mention, Record

_MARK = re.compile(r"〈(?P<kind>[a-z]+):(?P<name>[^〈〉]+)〉")


def read_marked(marked: str) -> tuple[Record, tuple[Mention, ...]]:
    """The record of the sentence without its marks, and a mention for each mark."""
    text, spans, at = "", [], 0
    for match in _MARK.finditer(marked):
        text += marked[at : match.start()]
        spans.append((match["kind"], len(text), match["name"]))
        text += match["name"]
        at = match.end()
    one = record(text + marked[at:])
    return one, tuple(
        Mention(one.id, cast(Kind, kind), start, start + len(name), name, "given") for kind, start, name in spans
    )
