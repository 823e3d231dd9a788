"""Who undertakes a project and what funds it, where no rule tells: by its table, its list, its neighbours."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from zongjie.finding.projects.columns import RULE as COLUMN
from zongjie.finding.projects.standing import standing
from zongjie.finding.statements.masked import PARTIES
from zongjie.finding.statements.nearest import Window, partners, undertakers
from zongjie.finding.statements.nearest_plan import plan_in_brackets, plan_of
from zongjie.finding.statements.one_by_one import one_by_one
from zongjie.finding.statements.reading import Reading, Statement
from zongjie.model import Mention, Span, Value

_NEXT_TITLE = re.compile(r"[”」』》]?(?:项目|课题)?(?:[、，,]|和|与|及|以及|、和)?[“「『《]?")


def by_columns(reading: Reading) -> Iterator[Statement]:
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


def told_one_by_one(reading: Reading, found: Sequence[Statement]) -> tuple[list[Statement], set[Mention]]:
    """What was `found`, but of parties that are told one by one each with its own project alone; and those projects."""
    kept, settled = list(found), set[Mention]()
    for sentence in dict.fromkeys(reading.sentence(m) for m in reading.of("project")):
        each = one_by_one(reading.text, sentence, reading.outer)
        if each:
            settled |= each.keys()
            kept = [s for s in kept if s.predicate != "undertakes" or s.object not in each]
            kept += [Statement("undertakes", party, project, sentence, {}) for project, party in each.items() if party]
    return kept, settled


def by_default(reading: Reading, found: Sequence[Statement], settled: Collection[Mention]) -> Iterator[Statement]:
    """Who undertakes the projects of which nothing else tells it, and who does so with those that are told."""
    told: dict[Mention, list[Mention]] = {}
    for said in found:
        if said.predicate == "undertakes" and said.subject:
            told.setdefault(said.object, []).append(said.subject)
    for project in reading.outer:
        if project.kind == "project" and project not in settled:
            sentence = reading.sentence(project)
            window = Window(reading.text, sentence, reading.outer, project.span)
            more = [
                *undertakers(window, project in told),
                *(m for s in told.get(project, ()) for m in partners(window, s)),
            ]
            yield from (Statement("undertakes", party, project, sentence, {}) for party in more)


def plans_by_default(reading: Reading, found: Sequence[Statement]) -> Iterator[Statement]:
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


def _on_plan(reading: Reading, project: Mention, plan: Mention, sentence: Span, told: str = "context") -> Statement:
    match = Span(min(plan.start, project.start), max(plan.end, project.end))
    planned = bool(project.attributes.get("target"))
    status = standing(reading.text, sentence, match, told, planned=planned)
    attributes: dict[str, Value] = {"status": status, "level": plan.attributes.get("level")}
    return Statement("funded_under", project, plan, sentence, {k: v for k, v in attributes.items() if v})


def shared_owners(reading: Reading, found: Sequence[Statement]) -> Iterator[Statement]:
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


def listed(reading: Reading, found: Sequence[Statement]) -> Iterator[Statement]:
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
