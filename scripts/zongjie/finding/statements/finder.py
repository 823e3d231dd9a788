"""What the sentences of a record say of its names: who undertakes which project under which program, whose a platform is.

It is told by the rules of `data/rules/relations.yml` over masked text, by names inside names (恒岭机电院士工作站) and by
what the finders read beside a name.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import get_args

from zongjie.finding.analysis import Analysis
from zongjie.finding.engine.rules import Match, Rule
from zongjie.finding.programs.levels import MUNICIPALITIES
from zongjie.finding.projects.columns import RULE as COLUMN
from zongjie.finding.projects.standing import is_own_document, standing
from zongjie.finding.statements.deeds import own_deeds
from zongjie.finding.statements.masked import PARTIES, Masked, mask_lists, mask_names, outermost
from zongjie.finding.statements.nearest import Window, undertakers
from zongjie.finding.statements.nearest_plan import plan_in_brackets, plan_of
from zongjie.finding.statements.one_by_one import one_by_one
from zongjie.finding.statements.paired import Pair, is_one_by_one, of_programs, of_projects, paired
from zongjie.model import Attributes, Kind, Mention, Predicate, Record, Span, Value

# Kinds whose finder reads whose they are, the attribute, and the relation that it tells.
_OWNED: tuple[tuple[Kind, str, Predicate], ...] = (
    ("platform", "owner", "owns_platform"),
    ("honor", "winner", "won_honor"),
)
_PREDICATES: Mapping[str, Predicate] = {name: name for name in get_args(Predicate)}
_AND = re.compile(r"与|和|同|及|联合|携手")
_NEXT_TITLE = re.compile(r"[”」』》]?(?:项目|课题)?(?:[、，,]|和|与|及|以及|、和)?[“「『《]?")
# Who else than the bureau may stand before 与某大学签订…: 县政府与….
_OTHER_SIDE = re.compile(
    r"(?:政府|园区|企业|公司|合作社|基地|开发区|管委会|学校|医院|中心|厂|集团|乡镇|街道|镇|乡|村)(?:还|也|已|又|先后|分别)?$"
)
# In a plan for the coming year 争取 is a hope: 为甲厂争取省科技攻关项目“…”.
_SOUGHT = re.compile("争取(?!到|了)")
# A park that is called after a university need not be the university's: 天津大学静海科技园.
_PARKS = ("科技园", "产业园", "园区", "创业园", "示范园", "开发区")
_SMALLER_PLACE = tuple("镇乡村县市区街")


@dataclass(frozen=True, slots=True)
class Statement:
    """A relation between mentions; `subject` is None where the bureau is meant. `span` is the sentence that says so."""

    predicate: Predicate
    subject: Mention | None
    object: Mention
    span: Span
    attributes: Attributes


@dataclass(frozen=True)
class _Reading:
    """A record as its statements are read from it."""

    record: Record
    mentions: Sequence[Mention]

    @property
    def text(self) -> str:
        return self.record.text

    @cached_property
    def analysis(self) -> Analysis:
        return Analysis(self.record)

    @cached_property
    def outer(self) -> list[Mention]:
        return outermost(self.mentions)

    @cached_property
    def names(self) -> Masked:
        return mask_names(self.text, self.outer)

    @cached_property
    def lists(self) -> Masked:
        return mask_lists(self.text, self.outer)

    def is_in_program(self, mention: Mention) -> bool:
        """Whether the mention is but a part of a program's name: 国家科技型中小企业 in 国家科技型中小企业技术创新基金."""
        return any(m.start <= mention.start and mention.end <= m.end for m in self.of("program"))

    def of(self, *kinds: Kind) -> list[Mention]:
        return [m for m in self.mentions if m.kind in kinds]

    def inside(self, mention: Mention) -> list[Mention]:
        """The parties and programs whose names are a part of the mention's name."""
        parts = self.of(*PARTIES, "program")
        return [m for m in parts if mention.start <= m.start and m.end <= mention.end]

    def sentence(self, mention: Mention) -> Span:
        return self.analysis.sentence_at(mention.start)


def statements(record: Record, mentions: Sequence[Mention], rules: Sequence[Rule]) -> list[Statement]:
    """All that is said of the `mentions` of `record`, `rules` being those of relations.yml; one thing may come twice."""
    reading = _Reading(record, mentions)
    found = [
        *_by_rules(reading, rules),
        *_by_columns(reading),
        *_by_nesting(reading),
        *_by_attributes(reading),
        *_deeds(reading),
    ]
    found, settled = _one_by_one(reading, found)
    found += _by_default(reading, found, settled)
    found += _plans_by_default(reading, found)
    return [*found, *_shared_owners(reading, found), *_listed(reading, found)]


# --- by rules --------------------------------------------------------------------------------------------------------


def _by_rules(reading: _Reading, rules: Sequence[Rule]) -> Iterator[Statement]:
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


def _read(reading: _Reading, rule: Rule, match: Match, masked: Masked, sentence: Span) -> Iterator[Statement]:
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
        if other is None or (_is_told(other) and not re.search("共|联合", words)):
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
    reading: _Reading,
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
    reading: _Reading, predicate: Predicate, subject: Mention | None, sentence: Span, match: Match, other: Mention
) -> bool:
    """Whether what is told of the bureau is its own doing, where the rule can mean another's as well."""
    if predicate == "issued":
        return is_own_document(reading.text, sentence, match.span, other)
    if predicate == "cooperates_with" and subject is None:
        return not _OTHER_SIDE.search(reading.text, sentence.start, match.span.start)
    return True


def _is_told(mention: Mention) -> bool:
    """Whether the finder of a platform or an honour read whose it is; then no rule adds others."""
    return any(mention.kind == kind and bool(mention.attributes.get(key)) for kind, key, _ in _OWNED)


def _ends(reading: _Reading, end: str, match: Match, masked: Masked, sentence: Span) -> Sequence[Mention | None]:
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


def _firms_before(reading: _Reading, match: Match, masked: Masked, sentence: Span) -> Sequence[Mention]:
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
    reading: _Reading, rule: Rule, match: Match, sentence: Span, program: Mention, planned: bool
) -> dict[str, Value]:
    """Level and status of a project under a program, as far as the text tells them."""
    told = rule.attributes.get("status", "context")
    status = standing(reading.text, sentence, match.span, told, planned=planned)
    attributes: dict[str, Value] = {"status": status} if status else {}
    if level := program.attributes.get("level"):
        attributes["level"] = level
    return attributes


# --- by the columns of a table ----------------------------------------------------------------------------------------


def _by_columns(reading: _Reading) -> Iterator[Statement]:
    """Of a row of a table below its head all parties undertake the project, and all plans fund it."""
    for project in reading.of("project"):
        if project.rule != COLUMN:
            continue
        row = reading.record.block_at(project.start)
        sentence = reading.sentence(project)
        for other in reading.outer:
            if not (row.start <= other.start and other.end <= row.end):
                continue
            if other.kind in PARTIES:
                yield Statement("undertakes", other, project, sentence, {})
            elif other.kind == "program":
                yield _on_plan(reading, project, other, sentence, "表格")


# --- by what lies inside what ----------------------------------------------------------------------------------------


def _by_nesting(reading: _Reading) -> Iterator[Statement]:
    """恒岭机电院士工作站 is 恒岭机电's; 国家科技富民强县奶业产业化项目 is under 国家科技富民强县."""
    for outer in reading.mentions:
        if outer.kind not in ("platform", "project") or reading.is_in_program(outer):
            continue
        sentence = reading.sentence(outer)
        for inner in reading.inside(outer):
            if outer.kind == "platform" and inner.kind in PARTIES and not _is_told(outer):
                if inner.kind == "institution" and outer.text.endswith(_PARKS):
                    continue
                if reading.text[inner.end : inner.end + 1] not in _SMALLER_PLACE:
                    yield Statement("owns_platform", inner, outer, sentence, {})
            elif outer.kind == "project" and inner.kind == "program" and inner.start == outer.start:
                planned = bool(outer.attributes.get("target"))
                status = standing(reading.text, sentence, outer.span, "context", planned=planned)
                told: dict[str, Value] = {"status": status, "level": inner.attributes.get("level")}
                yield Statement("funded_under", outer, inner, sentence, {k: v for k, v in told.items() if v})


# --- by what the finders read ----------------------------------------------------------------------------------------


def _by_attributes(reading: _Reading) -> Iterator[Statement]:
    """Owners and winners that a finder saw beside the name."""
    by_text: dict[str, Mention] = {}
    for mention in (*reading.of(*PARTIES), *reading.of("place", "platform")):  # 城关镇钟楼社区 can win a title, too
        by_text.setdefault(mention.text, mention)
    for mention in reading.mentions:
        for kind, key, predicate in _OWNED:
            value = mention.attributes.get(key)
            if mention.kind != kind or not value or mention.attributes.get("status") == "aimed":
                continue
            if reading.is_in_program(mention):
                continue
            for name in value if isinstance(value, tuple) else (str(value),):
                if (owner := by_text.get(name)) and (predicate == "won_honor" or owner.kind in PARTIES):
                    yield Statement(predicate, owner, mention, reading.sentence(mention), {})


def _deeds(reading: _Reading) -> Iterator[Statement]:
    """Events that the bureau held itself."""
    for mention in own_deeds(reading.analysis, reading.of("event")):
        attributes: dict[str, Value] = {"target": True} if mention.attributes.get("target") else {}
        yield Statement("held", None, mention, reading.sentence(mention), attributes)


# --- one by one ------------------------------------------------------------------------------------------------------


def _one_by_one(reading: _Reading, found: Sequence[Statement]) -> tuple[list[Statement], set[Mention]]:
    """What was `found`, but of parties that are told one by one each with its own project alone; and those projects."""
    kept, settled = list(found), set[Mention]()
    for sentence in dict.fromkeys(reading.sentence(m) for m in reading.of("project")):
        each = one_by_one(reading.text, sentence, reading.outer)
        if each:
            settled |= each.keys()
            kept = [s for s in kept if s.predicate != "undertakes" or s.object not in each]
            kept += [Statement("undertakes", party, project, sentence, {}) for project, party in each.items() if party]
    return kept, settled


# --- by default ------------------------------------------------------------------------------------------------------


def _by_default(reading: _Reading, found: Sequence[Statement], settled: Collection[Mention]) -> Iterator[Statement]:
    """Who undertakes the projects of which nothing else tells it: 甲公司会同乙大学报的“丙”."""
    told = {said.object for said in found if said.predicate == "undertakes"}
    for project in reading.outer:
        if project.kind == "project" and project not in settled:
            sentence = reading.sentence(project)
            for party in undertakers(Window(reading.text, sentence, reading.outer, project.span), project in told):
                yield Statement("undertakes", party, project, sentence, {})


def _plans_by_default(reading: _Reading, found: Sequence[Statement]) -> Iterator[Statement]:
    """The plans of the projects of which nothing else tells one: “丙”示范3处,国家科技攻关计划支持90万元."""
    told = {said.subject for said in found if said.predicate == "funded_under"}
    for run in reading.lists.runs.values():
        projects = [m for m in run.mentions if m.kind == "project" and m not in told]
        if not projects:
            continue
        sentence = reading.sentence(projects[0])
        listed = Span(run.mentions[0].start, run.mentions[-1].end)
        plan = plan_of(Window(reading.text, sentence, reading.outer, listed, len(projects) > 1))
        for project in projects:
            own = plan_in_brackets(Window(reading.text, sentence, reading.outer, project.span)) or plan
            if own and own.attributes.get("type") != "initiative":
                yield _on_plan(reading, project, own, sentence)


def _on_plan(reading: _Reading, project: Mention, plan: Mention, sentence: Span, told: str = "context") -> Statement:
    match = Span(min(plan.start, project.start), max(plan.end, project.end))
    planned = bool(project.attributes.get("target"))
    status = standing(reading.text, sentence, match, told, planned=planned)
    attributes: dict[str, Value] = {"status": status, "level": plan.attributes.get("level")}
    return Statement("funded_under", project, plan, sentence, {k: v for k, v in attributes.items() if v})


# --- lists -----------------------------------------------------------------------------------------------------------


def _shared_owners(reading: _Reading, found: Sequence[Statement]) -> Iterator[Statement]:
    """常山生化的“甲”、“乙”: the second title has the first one's undertaker, where no other stands before it."""
    owners: dict[Mention, list[Statement]] = {}
    for one in found:
        if one.predicate == "undertakes":
            owners.setdefault(one.object, []).append(one)
    projects = [m for m in reading.outer if m.kind == "project"]
    for before, after in pairwise(projects):
        if after in owners or not _NEXT_TITLE.fullmatch(reading.text[before.end : after.start]):
            continue
        shared = [Statement(s.predicate, s.subject, after, s.span, s.attributes) for s in owners.get(before, ())]
        owners[after] = shared
        yield from shared


def _listed(reading: _Reading, found: Sequence[Statement]) -> Iterator[Statement]:
    """国家星火计划5项:甲厂的“乙”, …: the plan that opens the list, where the project's own sentence tells of none."""
    told = {said.subject for said in found if said.predicate == "funded_under"}
    for project in reading.of("project"):
        name = project.attributes.get("program")
        if name is None or project in told:
            continue
        before = [m for m in reading.of("program") if m.text == name and m.end <= project.start]
        if before:
            attributes = {key: project.attributes[key] for key in ("level", "status") if key in project.attributes}
            yield Statement("funded_under", project, before[-1], reading.sentence(project), attributes)
