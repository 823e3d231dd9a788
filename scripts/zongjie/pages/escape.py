"""Any text → Markdown that shows as written: source text is data and can never become markup.

Characters that could mean something to Markdown are written as numeric character references, which every Markdown
processor takes for the bare character, wherever they stand: `*区` becomes `&#42;区`.
"""

from __future__ import annotations

import re
from functools import lru_cache

# Harmless inside a line: , ; ? ' " / ( ) % @ $ and a colon, dot, plus or hyphen between other characters.
_ACTIVE = re.compile(r"[\\`*_{}\[\]<>#|~=^&!$]|:(?=[:/])|(?<=:):|--+|\+\++")
# Opening a line: a list, a heading's underline, a definition, an attribute; blanks at the ends would be cut off.
_OPENING = re.compile(r"[-+:%@]")
_BLANK = re.compile(r"[ \t\u00a0\u3000]")
_ORDINAL = re.compile(r"([0-9]+)([.)])(?=\s|$)")
_CONTROLS = {n: chr(0x2400 + n) for n in range(0x20)} | {0x7F: "\u2421"} | dict.fromkeys(range(0x80, 0xA0), "\ufffd")
_LINE_ENDS = re.compile(r"\r\n|[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]")


class Markdown(str):
    """Text that is Markdown already and is not to be escaped again."""

    __slots__ = ()


@lru_cache(maxsize=65536)
def escape(text: str) -> Markdown:
    """`text` as inline Markdown that shows exactly `text`, in a paragraph, heading, table cell, list or link alike.

    A line end becomes a blank, another control character its picture (␀), so that one line of text stays one line.
    """
    line = _LINE_ENDS.sub(" ", text).replace("\t", " ").translate(_CONTROLS)
    escaped = _ACTIVE.sub(_references, line)
    return Markdown(_ends(escaped))


def reference(character: str) -> str:
    """A character as a numeric reference: `*` → `&#42;`."""
    return f"&#{ord(character)};"


def _references(match: re.Match[str]) -> str:
    return "".join(map(reference, match.group()))


def _ends(line: str) -> str:
    """Protect what has a meaning only where a line begins or ends."""
    if not line:
        return line
    if ordinal := _ORDINAL.match(line):
        line = f"{ordinal[1]}{reference(ordinal[2])}{line[ordinal.end() :]}"
    elif _OPENING.match(line) or _BLANK.match(line):
        line = reference(line[0]) + line[1:]
    if len(line) > 1 and _BLANK.match(line[-1]):
        line = line[:-1] + reference(line[-1])
    return line
