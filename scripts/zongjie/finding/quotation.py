"""Quotation marks of all kinds read as one: "…", 「…」 and 『…』 as “…”, character for character, so that offsets stay."""

from __future__ import annotations

_PAIRS = str.maketrans("「」『』", "“”“”")


def level_quotes(text: str) -> str:
    """`text` with “” for the other quotation marks; straight ones open and close by turns within a paragraph.

    A paragraph with an odd number of straight marks keeps them: nobody knows which of them is lost.
    """
    if not any(mark in text for mark in '"「『'):
        return text
    return "\n".join(_level(paragraph) for paragraph in text.translate(_PAIRS).split("\n"))


def _level(paragraph: str) -> str:
    if '"' not in paragraph or paragraph.count('"') % 2:
        return paragraph
    pieces = paragraph.split('"')
    return "".join(piece + ("“" if n % 2 == 0 else "”") for n, piece in enumerate(pieces[:-1])) + pieces[-1]
