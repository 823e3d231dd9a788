"""What money a text tells of a project: “稻蟹共生高效种养技术”被列入省农业攻关计划,获支持资金40万元.

Only where it can be of no other: the sentence names one project and no other title stands before the amount.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from zongjie.finding.analysis import Analysis
from zongjie.lexicon.words import Words
from zongjie.model import Figure, Mention, Span

_MONEY = "元"
_BREAKS = ",，:：;；。、”》」』（(）)"
_OPENING = "“《「『"
_LONGEST = 16
# Who gives it is the plan's to tell: 由省中药现代化专项资助60万元
_GIVEN_BY = ("由", "被", "从", "向", "经", "在")


def with_amounts(
    analysis: Analysis, words: Words, mentions: Sequence[Mention], figures: Sequence[Figure]
) -> tuple[Mention, ...]:
    """The mentions, each project with the amounts that its sentence tells of it (`attributes["amount"]`), as written."""
    money = [figure for figure in figures if figure.unit == _MONEY and not figure.target]
    told: dict[Span, list[Figure]] = {}
    for figure in money:
        told.setdefault(analysis.sentence_at(figure.start), []).append(figure)
    projects = {m: analysis.sentence_at(m.start) for m in mentions if m.kind == "project"}
    alone = _alone(projects)
    found: dict[Mention, tuple[str, ...]] = {}
    for project, sentence in projects.items():
        amounts = _amounts(analysis.text, project, told.get(sentence, ()), words) if sentence in alone else ()
        if amounts:
            found[project] = amounts
    return tuple(replace(m, attributes={**m.attributes, "amount": found[m]}) if m in found else m for m in mentions)


def _alone(projects: Mapping[Mention, Span]) -> set[Span]:
    """The sentences that name one project alone."""
    names = Counter(sentence for sentence, _ in {(sentence, m.text) for m, sentence in projects.items()})
    return {sentence for sentence, count in names.items() if count == 1}


def _amounts(text: str, project: Mention, figures: Sequence[Figure], words: Words) -> tuple[str, ...]:
    """The amounts behind the project's name, with the words that say what they are: 获支持资金40万元."""
    found = []
    for figure in figures:
        between = text[project.end : figure.start]
        if figure.start < project.end or any(mark in between for mark in _OPENING):
            continue
        start = 1 + max(text.rfind(mark, project.end, figure.start) for mark in _BREAKS)
        start = max(start, project.end)
        shown = text[start : figure.end].strip()
        granted = any(word in shown for word in words["项目资金词"])
        if granted and not any(word in shown for word in words["不是项目资金词"]):
            found.append(_said(shown, text[figure.start : figure.end], words))
    return tuple(found)


def _said(shown: str, value: str, words: Words) -> str:
    """The amount with what it is: 资助60万元 of 由省中药现代化专项资助60万元, 获支持资金40万元 whole."""
    before = shown.removesuffix(value)
    if before.startswith(_GIVEN_BY):
        last = max((before.rfind(word), word) for word in words["项目资金词"] if word in before)
        shown = before[last[0] :] + value
    return shown if len(shown) <= _LONGEST else value
