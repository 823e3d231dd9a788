"""The language of patterns, made into regular expressions.

A pattern is literal text with

    〈名〉        a name: 2 to 30 characters without punctuation, as few as the rest allows
    〈名单〉      names joined by 、和与及以及, as few as the rest allows
    〈…名单〉〈…名〉  at the front of a pattern: what stands before, as far back as the clause goes; the finder cuts it
    〈名单…〉〈名…〉  at the end of a pattern: what follows, as far as the clause goes
    〈题〉        a title between quotation marks or 《》; the slot is what stands between them
    〈数〉        a number in digits or characters, blanks (xx) and 余/多/近/约 included
    〈年月日〉    a date or part of one
    〈…8〉       at most eight characters that do not end a sentence
    〈字8〉       at most eight characters without a known name, a pause or a quotation mark among them
    〈空〉        the blanks between two cells of a table that was copied as text
    〈，〉        a comma or other pause inside a sentence, or nothing
    〈句首〉      the beginning of a clause
    〈词:产业词〉  a word of that list of `data/lexicon/words`
    〈enterprise〉 … 〈place〉   a name of that kind that is already known, in masked text (see `mask`)
    〈单位〉      a known enterprise or institution
    〔甲|乙〕     one of these; 〔甲|乙〕? the same or nothing

A slot that stands twice is told apart by a number: 〈名2〉, 〈enterprise2〉. Half-width and full-width punctuation match each other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from zongjie.lexicon.words import Words, any_of
from zongjie.model import KINDS, Kind, Span
from zongjie.yamlfile import Row

STOPS = "。;；!！?？\n"
PAUSES = ",，、:：" + STOPS
OPENING, CLOSING = '“"‘「『《〈', '”"’」』》〉'

_NAME = rf"[^{re.escape(PAUSES + OPENING + CLOSING)}]{{2,30}}?"
_OPEN = ("…名单", "…名", "名单…", "名…")
_FARTHEST = 300  # how far an open slot reaches at most
_CLAUSE_ENDS = PAUSES.replace("、", "")
_FILLER = "\ue000"
_MASKS: dict[str, str] = {kind: chr(0xE001 + n) for n, kind in enumerate(KINDS)}
_ANY_MASK = _FILLER + "".join(_MASKS.values())
_TWINS = {
    ",": ",，",
    "，": ",，",
    "(": "(（",
    ")": ")）",
    "（": "(（",
    "）": ")）",
    ":": ":：",
    "：": ":：",
    ";": ";；",
    "；": ";；",
}
_QUOTES = {"“": '“"「『', "”": '”"」』'}

_SLOTS = {
    "名": _NAME,
    "名单": rf"{_NAME}(?:(?:、|和|与|及|以及){_NAME})*?",
    "题": rf"[^{re.escape(STOPS)}“”《》]{{2,60}}?(?:[“《][^“”《》]*[”》][^“”《》]*?)?",
    "数": r"(?:近|约|达|超过|超|不少于)?(?:[0-9][0-9,.]*|[一二三四五六七八九十百千两几]+|[xX×*]{1,3})[多余]?[万亿]?[多余]?",
    "年月日": (
        r"(?:(?:[0-9xX×*_]{2,4}|[〇○零一二三四五六七八九]{4})年)?"
        r"(?:(?:1?[0-9]|元|[一二三四五六七八九十]{1,2}|[xX×*]{1,2})月)?"
        r"(?:份|初|上旬|中旬|下旬|底|末|(?:[0-9xX×*]{1,2}|[一二三四五六七八九十]{1,3})[日号])?"
    ),
}
_TOKEN = re.compile(r"〈([^〈〉]+)〉|〔([^〔〕]+)〕(\?)?|(.)", re.DOTALL)


def mask(text: str, spans: Iterable[tuple[Span, Kind]]) -> str:
    """`text` with each known name replaced by marks of its kind, character for character, so that offsets stay."""
    out = list(text)
    for span, kind in spans:
        out[span.start : span.end] = [_MASKS[kind], *[_FILLER] * (span.end - span.start - 1)]
    return "".join(out)


def compile_pattern(row: Row, pattern: str, words: Words) -> tuple[re.Pattern[str], frozenset[str]]:
    """The regular expression of `pattern` and the characters that whatever fits must hold; complaints name the row's line."""
    parts: list[str] = []
    seen: set[str] = set()
    mandatory: set[str] = set()
    for slot, choice, maybe, literal in _TOKEN.findall(pattern):
        if slot:
            parts.append(_slot(row, slot, words, seen))
            if mark := _MASKS.get(slot.rstrip("0123456789")):
                mandatory.add(mark)
        elif choice:
            parts.append("(?:" + "|".join(_literal(word) for word in choice.split("|")) + ")" + maybe)
        else:
            parts.append(_literal(literal))
            if literal not in _TWINS and literal not in _QUOTES:
                mandatory.add(literal)
    return re.compile("".join(parts)), frozenset(mandatory)


def groups(regex: re.Pattern[str]) -> list[tuple[str, str]]:
    """The slots of a compiled pattern, each with the name of its group."""
    return [(_slot_name(group), group) for group in regex.groupindex]


def opened(name: str, span: Span, text: str) -> Span:
    """The stretch of an open slot, of which the regular expression knows one end only."""
    if name.startswith("…"):
        first = max(0, span.start - _FARTHEST)
        return Span(max(first, 1 + max(text.rfind(mark, first, span.start) for mark in _CLAUSE_ENDS)), span.start)
    if name.endswith("…"):
        last = min(len(text), span.end + _FARTHEST)
        ends = [at for mark in _CLAUSE_ENDS if (at := text.find(mark, span.end, last)) >= 0]
        return Span(span.end, min(ends, default=last))
    return span


def _gap(row: Row, slot: str) -> str | None:
    """The regular expression of a slot that takes no name: 〈…8〉, 〈字8〉, 〈，〉, 〈句首〉; None for all others."""
    if slot.startswith("…"):
        limit = slot[1:]
        if not limit.isdigit():
            row.fail(f"空位〈{slot}〉没有写明字数", "请写成〈…8〉这样")
        return rf"[^{re.escape(STOPS)}]{{0,{limit}}}?"
    if slot.startswith("字") and slot[1:].isdigit():
        return rf"[^{re.escape(PAUSES + OPENING + CLOSING)}{_ANY_MASK}]{{0,{slot[1:]}}}?"
    if slot == "空":
        return r"(?:（续）)?(?:[ \t]{2,}|[\t\u3000])[ \t\u3000]*"
    if slot == "，":
        return "[,，、:：]?"
    if slot == "句首":
        return rf"(?:(?<=[{re.escape(PAUSES)}])|(?<![\s\S]))"
    return None


def _slot(row: Row, slot: str, words: Words, seen: set[str]) -> str:
    if slot in _OPEN:
        seen.add(slot)
        return f"(?P<{_group_name(slot)}>)"
    gap = _gap(row, slot)
    if gap is not None:
        return gap
    base = slot.rstrip("0123456789")
    if base.startswith("词:"):
        name = base[2:]
        if name not in words:
            row.fail(f"没有名为「{name}」的词表", "请在 data/lexicon/words 里补上,或改正名称")
        body = any_of(words[name])
    elif base in _MASKS:
        body = _MASKS[base] + _FILLER + "*"
    elif base == "单位":
        body = f"[{_MASKS['enterprise']}{_MASKS['institution']}]{_FILLER}*"
    elif base in _SLOTS:
        body = _SLOTS[base]
    else:
        row.fail(f"不认识的空位〈{slot}〉", "可用的空位见 scripts/zongjie/finding/engine/language.py 开头的说明")
    if slot in seen:
        row.fail(f"空位〈{slot}〉出现了两次", f"第二个请写成〈{base}2〉")
    seen.add(slot)
    group = f"(?P<{_group_name(slot)}>{body})"
    if base == "题":
        return rf"[{re.escape(OPENING)}]{group}[{re.escape(CLOSING)}]"
    return group


def _literal(text: str) -> str:
    return "".join(
        f"[{re.escape(_TWINS.get(c) or _QUOTES[c])}]" if c in _TWINS or c in _QUOTES else re.escape(c) for c in text
    )


def _group_name(slot: str) -> str:
    """A slot's name as Python allows it in a group: each character by its code point."""
    return "s" + "_".join(f"{ord(c):x}" for c in slot)


def _slot_name(group: str) -> str:
    return "".join(chr(int(code, 16)) for code in group[1:].split("_"))
