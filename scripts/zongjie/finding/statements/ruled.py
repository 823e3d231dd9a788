"""What the rules of `data/rules/relations.yml` read of a record's names, over masked text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import get_args

from zongjie.finding.engine.rules import Match, Rule
from zongjie.finding.programs.levels import MUNICIPALITIES
from zongjie.finding.projects.standing import is_own_document, standing
from zongjie.finding.statements.masked import PARTIES, Masked
from zongjie.finding.statements.paired import Pair, is_one_by_one, of_programs, of_projects, paired
from zongjie.finding.statements.reading import Reading, Statement, is_told
from zongjie.model import Mention, Predicate, Record, Span, Value

_PREDICATES: Mapping[str, Predicate] = {name: name for name in get_args(Predicate)}
_AND = re.compile(r"与|和|同|及|联合|携手")
# Who else than the bureau may stand before 与某大学签订…: 县政府与….
_OTHER_SIDE = re.compile(
    r"(?:政府|园区|企业|公司|合作社|基地|开发区|管委会|学校|医院|中心|厂|集团|乡镇|街道|镇|乡|村)(?:还|也|已|又|先后|分别)?$"
)
# In a plan for the coming year 争取 is a hope: 为甲厂争取省科技攻关项目“…”.
_SOUGHT = re.compile("争取(?!到|了)")


def by_rules(reading: Reading, rules: Sequence[Rule]) -> Iterator[Statement]:
    """All that the `rules` tell of the names of `reading`; one thing may come twice."""
    lists, names = (
        (
            masked,
            [(sentence, set(masked.text[sentence.start : sentence.end])) for sentence in reading.analysis.sentences],
        )
        for masked in (reading.lists, reading.names)
    )
    for rule in rules:
        masked, sentences = lists if rule.attributes["predicate"] == "funded_under" else names
        for sentence, characters in sentences:
            if rule.mandatory <= characters:
                for match in rule.matches(masked.text, sentence.start, sentence.end):
                    yield from _read(reading, rule, match, masked, sentence)


def _read(reading: Reading, rule: Rule, match: Match, masked: Masked, sentence: Span) -> Iterator[Statement]:
    subjects = _ends(reading, rule.attributes["subject"], match, masked, sentence)
    objects: Sequence[Mention | None]
    if rule.attributes["object"] == "与":
        subjects, objects = _sides(reading.text, subjects)
    else:
        objects = _ends(reading, rule.attributes["object"], match, masked, sentence)
    predicate = _PREDICATES[rule.attributes["predicate"]]
    words = reading.text[match.span.start : match.span.end]
    before = reading.text[sentence.start : match.span.start]
    following = _following(reading, predicate, subjects, objects, words)
    if following == []:
        return
    for pair in paired(subjects, objects, reading.text[match.span.start : match.span.end + 1], following or ()):
        one, other = pair.subject, pair.object
        if other is None or (is_told(other) and not re.search("共|联合", words)):
            continue
        if not _is_own(reading, predicate, one, sentence, match, other):
            continue
        planned = one is not None and bool(one.attributes.get("target"))
        attributes = _funding(reading, rule, match, sentence, other, planned) if predicate == "funded_under" else {}
        if pair.level:
            attributes["level"] = pair.level
        if planned and predicate == "funded_under" and _SOUGHT.search(before + words):
            attributes["status"] = "applied"
        yield Statement(predicate, one, other, sentence, attributes)


def _following(
    reading: Reading,
    predicate: Predicate,
    subjects: Sequence[Mention | None],
    objects: Sequence[Mention | None],
    words: str,
) -> list[Pair] | None:
    """What a list is told of another beyond the one name that the rule reached, None where that name is all there is."""
    object_ = objects[0] if len(objects) == 1 else None
    if object_ is None or len(subjects) < 2 or not is_one_by_one(words, predicate):
        return None
    if predicate == "undertakes":
        listed = next((run.mentions for run in reading.lists.runs.values() if object_ in run.mentions), ())
        return of_projects(subjects, listed)
    if predicate == "funded_under":
        municipality = reading.record.region.province in MUNICIPALITIES
        programs = [m for m in reading.outer if m.kind == "program"]
        return of_programs(reading.text, subjects, object_, programs, municipality)
    return None


def _is_own(
    reading: Reading, predicate: Predicate, subject: Mention | None, sentence: Span, match: Match, other: Mention
) -> bool:
    """Whether what is told of the bureau is its own doing, where the rule can mean another's as well."""
    if predicate == "issued":
        return is_own_document(reading.text, sentence, match.span, other)
    if predicate == "cooperates_with" and subject is None:
        return not _OTHER_SIDE.search(reading.text, sentence.start, match.span.start)
    return True


def _ends(reading: Reading, end: str, match: Match, masked: Masked, sentence: Span) -> Sequence[Mention | None]:
    """The mentions that one end of a rule stands for; None is the bureau."""
    if end == "局":
        return (None,)
    if end == "前面的企业":
        return _firms_before(reading, match, masked, sentence) or (None,)
    if end == "前文":
        before = [m for m in reading.outer if m.kind == "project" and m.end <= match.span.start]
        return before[-1:] if before and _just_before(reading.record, before[-1], match.span) else ()
    if end == "该企业":
        firms = [m for m in reading.outer if m.kind in PARTIES and m.end <= match.span.start]
        return firms[-1:] if firms and _same_block(reading.record, firms[-1], match.span) else ()
    if end == "末一单位":
        return masked.names_at(match.slots["单位"])[-1:]
    if end not in match.slots:
        return ()
    names = masked.names_at(match.slots[end])
    return [m for m in names if m.kind == end] if end in PARTIES else names


def _firms_before(reading: Reading, match: Match, masked: Masked, sentence: Span) -> Sequence[Mention]:
    """The firm that a sentence has spoken of: 常山生化与山东大学成立了研发中心,与清华大学建立了协作关系."""
    inside = Span(sentence.start, match.span.start)
    runs = [run for run in masked.runs.values() if run.span.within(inside) and run.mentions[0].kind == "enterprise"]
    if not runs:
        return ()
    names = max(runs, key=lambda run: run.span.start).mentions
    before, _ = _sides(reading.text, names)
    return before or names[:1]


def _same_block(record: Record, mention: Mention, span: Span) -> bool:
    return record.block_at(mention.start).id == record.block_at(span.start).id


def _just_before(record: Record, mention: Mention, span: Span) -> bool:
    """Whether `mention` stands in the block of `span`, or in the line before where `span` opens one: 承担单位:… under a title."""
    block = record.block_at(span.start)
    if span.start > block.start:
        return _same_block(record, mention, span)
    return record.block_at(mention.start).id == record.block_at(max(block.start - 2, 0)).id


def _sides(text: str, names: Sequence[Mention | None]) -> tuple[Sequence[Mention], Sequence[Mention]]:
    """The names of a list before and behind the first 与 or 和: 常山生化与河北农大、清华大学."""
    those = [m for m in names if m is not None]
    for n in range(1, len(those)):
        if _AND.search(text[those[n - 1].end : those[n].start]):
            return those[:n], those[n:]
    return (), ()


def _funding(
    reading: Reading, rule: Rule, match: Match, sentence: Span, program: Mention, planned: bool
) -> dict[str, Value]:
    """Level and status of a project under a program, as far as the text tells them."""
    told = rule.attributes.get("status", "context")
    status = standing(reading.text, sentence, match.span, told, planned=planned)
    attributes: dict[str, Value] = {"status": status} if status else {}
    if level := program.attributes.get("level"):
        attributes["level"] = level
    return attributes
