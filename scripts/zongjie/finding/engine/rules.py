"""The rules that editors keep in `data/rules/*.yml`: patterns (see `language`) that tell a name or a relation.

Each rule carries examples; they run when the file is loaded, so that a rule never loads broken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from zongjie.finding.engine.language import compile_pattern, groups, mask, opened
from zongjie.lexicon.words import Words
from zongjie.model import Span
from zongjie.yamlfile import Row, read_rows


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
        spans = ((name, Span(*self.found.span(group))) for name, group in groups(self.found.re))
        return {name: opened(name, span, self.found.string) for name, span in spans if span.start >= 0}

    @property
    def taken(self) -> Span:
        return self.slots[self.rule.take]


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
        if rule.take not in {name for name, _ in groups(regex)}:
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


def split_taken(text: str, match: Match) -> tuple[Span, ...]:
    """What a match takes: one span, or for 〈名单〉 each name of the list."""
    if match.rule.take.strip("…").startswith("名单"):
        return split_list(text, match.taken)
    return (match.taken,)


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


def _read_example(example: str) -> tuple[str, str]:
    """An example's plain text and its masked text."""
    text, spans = "", []
    for literal, kind, name in re.findall(r"([^〈]+)|〈(\w+):([^〉]+)〉", example):
        if kind:
            spans.append((Span(len(text), len(text) + len(name)), kind))
        text += literal or name
    return text, mask(text, spans)
