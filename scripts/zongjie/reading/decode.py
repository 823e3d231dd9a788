"""The bytes of a source file → its lines."""

from __future__ import annotations

import re
from pathlib import Path

from zongjie.errors import InputError
from zongjie.model import Source

_REMEDY = "请用文本编辑器另存为 UTF-8 编码的纯文本"
_LINE_END = re.compile(r"\r\n|\r|\n")


def decode(path: Path) -> Source:
    """The lines of the file at `path`, which is UTF-8 (with or without BOM) or GB18030.

    Raises InputError, with a line for the editor, where the file is empty, binary, or in another encoding.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise InputError(path, "文件打不开", "请检查文件是否存在、是否有读取权限") from error
    text = _text(path, data)
    if not text.strip("\ufeff \t\r\n\f\u3000\xa0"):
        raise InputError(path, "文件是空的", "请放入总结的正文,或删去这个文件")
    lines = _LINE_END.split(text)
    return Source(path.name, tuple(lines[:-1] if not lines[-1] else lines))


def is_common(char: str) -> bool:
    """Whether `char` is one of the 3755 hanzi of everyday use (level 1 of GB 2312): 县 is, 濯 is not."""
    return b"\xb0\xa1" <= _gbk(char) <= b"\xd7\xf9"


def is_hanzi(char: str) -> bool:
    """Whether `char` is a Chinese character."""
    return "\u4e00" <= char <= "\u9fff" or "\u3400" <= char <= "\u4dbf"


def _gbk(char: str) -> bytes:
    try:
        code = char.encode("gb2312")
    except UnicodeEncodeError:
        return b""
    return code if len(code) == 2 else b""


def _text(path: Path, data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise InputError(path, "文件是 UTF-16 编码", _REMEDY)
    if b"\0" in data:
        raise InputError(path, "不是文本文件(含有二进制内容)", "请放入纯文本文件,Word、PDF 文件请先导出为文本")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError as error:
        raise InputError(path, "既不是 UTF-8 也不是 GB18030 编码", _REMEDY) from error
    if not _reads_as_chinese(text):
        raise InputError(path, "按 GB18030 读出来的不是通顺的中文,可能是别的编码", _REMEDY)
    return text


def _reads_as_chinese(text: str) -> bool:
    """Whether most hanzi are everyday ones: Big5 or Latin-1 bytes pass as GB18030, but give rare characters."""
    hanzi = [
        char
        for char in text
        if ord(char) > 0x7F and not char.isspace() and char not in "“”‘’、。《》—…·×㎡，；：！？（）"
    ]
    return sum(map(is_common, hanzi)) >= 0.6 * len(hanzi)
