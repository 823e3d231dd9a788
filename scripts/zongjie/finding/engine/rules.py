"""The rule engine: patterns of words and slots, kept by editors in `data/rules/*.yml`, compiled to regular expressions.

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
Each rule carries examples; they run when the file is loaded, so that a rule never loads broken.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from zongjie.lexicon.words import Words, any_of
from zongjie.model import KINDS, Kind, Span
from zongjie.yamlfile import Row, read_rows

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


@dataclass(frozen=True)
class Rule:
    """A compiled rule. `take` names the slot whose text is the name; `attributes` are given to what it finds.

    `need` and `weight` are for the finder: what a name must show beside fitting, and how much the rule tells for it.
    `mandatory` are characters that stand in whatever fits: where one is lacking, the regular expression need not look.
    """

    id: str
    pattern: str
    regex: re.Pattern[str]
    take: str
    need: str | None
    weight: int
    mandatory: frozenset[str]
    attributes: Mapping[str, str]
    row: Row

    def matches(self, text: str, start: int = 0, end: int | None = None) -> Iterator[Match]:
        """Where the rule fits in `text`, left to right, overlapping matches included where they begin apart."""
        at, stop = start, len(text) if end is None else end
        while at <= stop and (found := self.regex.search(text, at, stop)):
            yield Match(self, found)
            at = max(found.end() - 1, found.start() + 1)


@dataclass(frozen=True)
class Match:
    """One place where a rule fits."""

    rule: Rule
    found: re.Match[str]

    @property
    def span(self) -> Span:
        return Span(*self.found.span())

    @property
    def slots(self) -> Mapping[str, Span]:
        """Each slot's name with its span in the text searched; slots that hold nothing are left out."""
        spans = ((name, Span(*self.found.span(group))) for name, group in _groups(self.found.re))
        return {name: _opened(name, span, self.found.string) for name, span in spans if span.start >= 0}

    @property
    def taken(self) -> Span:
        return self.slots[self.rule.take]


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


def read_rules(path: Path, words: Words) -> tuple[Rule, ...]:
    """The rules of one YAML file, their examples run.

    A row has `id`, `pattern` and `take`, and may have `need`, `attributes`, `example`, `finds` and `not_in`.
    Raises InputError for a rule that cannot be compiled or whose examples fail.
    """
    rules: list[Rule] = []
    for row in read_rows(path):
        row.check_keys("id", "pattern", "take", "need", "weight", "attributes", "example", "finds", "not_in", "note")
        attributes = row.fields.get("attributes") or {}
        pattern = row.text("pattern")
        regex, mandatory = compile_pattern(row, pattern, words)
        weight = int(row.text("weight", "1"))
        need = row.optional("need")
        rule = Rule(row.text("id"), pattern, regex, row.text("take"), need, weight, mandatory, attributes, row)
        if rule.take not in {name for name, _ in _groups(regex)}:
            row.fail(f"take「{rule.take}」不在 pattern 里", "请改成 pattern 中的一个空位")
        if any(rule.id == other.id for other in rules):
            row.fail(f"规则名「{rule.id}」出现了两次", "请改名")
        _run_examples(rule)
        rules.append(rule)
    return tuple(rules)


def split_list(text: str, span: Span) -> tuple[Span, ...]:
    """The names of a list such as 恒岭机电、华信药业和澄碧医疗, each as a span of `text`; 、 inside quotes does not split."""
    spans, start, depth = [], span.start, 0
    for at in range(span.start, span.end):
        depth += (text[at] in "“《「(（") - (text[at] in "”》」)）")
        if depth <= 0 and (text[at] in "、和与及" or text[at : at + 2] == "以及"):
            spans.append(Span(start, at))
            start = at + 1
    spans.append(Span(start, span.end))
    return tuple(s for s in spans if s.end - s.start >= 2)


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


def _opened(name: str, span: Span, text: str) -> Span:
    """The stretch of an open slot, of which the regular expression knows one end only."""
    if name.startswith("…"):
        first = max(0, span.start - _FARTHEST)
        return Span(max(first, 1 + max(text.rfind(mark, first, span.start) for mark in _CLAUSE_ENDS)), span.start)
    if name.endswith("…"):
        last = min(len(text), span.end + _FARTHEST)
        ends = [at for mark in _CLAUSE_ENDS if (at := text.find(mark, span.end, last)) >= 0]
        return Span(span.end, min(ends, default=last))
    return span


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
        row.fail(f"不认识的空位〈{slot}〉", "可用的空位见 scripts/zongjie/finding/engine/rules.py 开头的说明")
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


def _groups(regex: re.Pattern[str]) -> list[tuple[str, str]]:
    return [(_slot_name(group), group) for group in regex.groupindex]


def _run_examples(rule: Rule) -> None:
    """The rule's own examples: `finds` must come out of `example`, nothing out of `not_in`.

    In examples a known name is written 〈enterprise:恒岭机电〉.
    """
    row = rule.row
    for example in row.texts("example"):
        text, masked = _read_example(example)
        found = [text[s.start : s.end] for m in rule.matches(masked) for s in split_taken(text, m)]
        for name in row.texts("finds"):
            if not any(_fits(rule, name, f) for f in found) and len(row.texts("example")) == 1:
                row.fail(f"规则「{rule.id}」在例句里没有找到「{name}」,找到的是{found}", "请改 pattern 或 finds")
        if not found:
            row.fail(f"规则「{rule.id}」在例句「{example}」里什么也没有找到", "请改 pattern 或 example")
    for sentence in row.texts("not_in"):
        text, masked = _read_example(sentence)
        if any(True for _ in rule.matches(masked)):
            row.fail(f"规则「{rule.id}」不该匹配「{sentence}」", "请改 pattern 或 not_in")


def _fits(rule: Rule, name: str, found: str) -> bool:
    """Whether `name` is what was found; an open slot holds more than the name at its open end."""
    if rule.take.startswith("…"):
        return found.endswith(name)
    return found.startswith(name) if rule.take.endswith("…") else found == name


def split_taken(text: str, match: Match) -> tuple[Span, ...]:
    """What a match takes: one span, or for 〈名单〉 each name of the list."""
    if match.rule.take.strip("…").startswith("名单"):
        return split_list(text, match.taken)
    return (match.taken,)


def _read_example(example: str) -> tuple[str, str]:
    """An example's plain text and its masked text."""
    text, spans = "", []
    for literal, kind, name in re.findall(r"([^〈]+)|〈(\w+):([^〉]+)〉", example):
        if kind:
            spans.append((Span(len(text), len(text) + len(name)), kind))
        text += literal or name
    return text, mask(text, spans)
