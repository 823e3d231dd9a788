"""What a garbled string may have been: bytes read in the wrong encoding, or from the wrong byte on.

Nothing is ever put into the text: an editor sees the proposal, and how it was found.
"""

from __future__ import annotations

from dataclasses import dataclass

# Encodings that a page was taken for, and that it may have been in. 鈥滄 is UTF-8 read as GBK, Ã¤Â¸ UTF-8 read as Latin-1.
_MISREAD = (
    ("gb18030", "utf-8"),
    ("latin-1", "gb18030"),
    ("latin-1", "utf-8"),
    ("cp1252", "utf-8"),
    ("big5", "gb18030"),
)


@dataclass(frozen=True)
class Proposal:
    """A likely original and, in Chinese, how it was found. A character that cannot be told is 〓."""

    original: str
    how: str


def propose(garbled: str) -> Proposal | None:
    """The likely original of `garbled`, None where no misreading explains it.

    μ岣呒粕 is 提高计 read one byte late: A6 CC E1 B8 DF BC C6 C9, of which CC E1, B8 DF, BC C6 are everyday characters.
    """
    if all(_is_everyday(char) for char in garbled):
        return None
    return _misread(garbled) or _shifted(garbled)


def _misread(garbled: str) -> Proposal | None:
    for taken_for, was in _MISREAD:
        try:
            original = garbled.encode(taken_for).decode(was)
        except UnicodeError:
            continue
        if original != garbled and len(original) >= 2 and all(_is_everyday(char) for char in original):
            return Proposal(original, f"{was.upper()} 文本被当作 {taken_for.upper()} 读取")
    return None


def _shifted(garbled: str) -> Proposal | None:
    """Two-byte characters read from the second byte on; both ends are lost."""
    try:
        code = garbled.encode("gbk")
    except UnicodeError:
        return None
    inner = code[1 : len(code) - 1 + len(code) % 2]
    pairs = [inner[n : n + 2] for n in range(0, len(inner) - 1, 2)]
    original = "".join(_decode(pair) for pair in pairs)
    if len(original) >= 3 and all(_is_everyday(char) for char in original):
        return Proposal(f"〓{original}〓", "GBK 文本错开一个字节读取,首尾各缺一字")
    return None


def _decode(pair: bytes) -> str:
    try:
        return pair.decode("gbk")
    except UnicodeError:
        return "\ufffd"


def _is_everyday(char: str) -> bool:
    """Whether the character is of the 3,755 everyday ones of GB 2312, or common punctuation."""
    if char in ",。、:;“”()《》0123456789":
        return True
    try:
        code = char.encode("gb2312")
    except UnicodeError:
        return False
    return len(code) == 2 and 0xB0 <= code[0] <= 0xD7
