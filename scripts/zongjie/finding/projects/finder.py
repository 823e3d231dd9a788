"""Mentions of kind `project`: titles of single undertakings, quoted or not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from zongjie.finding.analysis import Analysis
from zongjie.finding.engine.rulebook import Rulebook
from zongjie.finding.engine.rules import Rule
from zongjie.finding.plans import Plans, find_plans
from zongjie.finding.programs.levels import MUNICIPALITIES
from zongjie.finding.projects.bare import bare_titles
from zongjie.finding.projects.columns import RULE, titles_in_columns
from zongjie.finding.projects.listed import Listed, listed_before_plans, listed_projects
from zongjie.finding.projects.phrases import plain_titles
from zongjie.finding.projects.standing import is_put_forward, is_under_way, standing_in_list
from zongjie.finding.projects.titles import quoted_titles
from zongjie.finding.projects.told_level import levels_one_by_one, told_level
from zongjie.finding.statements.finder import statements
from zongjie.lexicon import Lexicon
from zongjie.model import Kind, Mention, Span, Value

# A stretch that is wholly the name of one of these is no project.
_OTHERS: tuple[Kind, ...] = ("policy", "honor", "platform", "institution", "enterprise", "program", "event", "place")


def find_projects(analysis: Analysis, lexicon: Lexicon, rules: Rulebook, known: Sequence[Mention]) -> list[Mention]:
    """The projects that the record names. `known` are the mentions that earlier finders found."""
    listed = {one.title: one for one in listed_projects(analysis, lexicon.words, known)}
    quoted = dict(quoted_titles(analysis, lexicon.words, known))
    columns = dict.fromkeys(titles_in_columns(analysis.record), RULE)
    sure = {**dict.fromkeys(listed, "清单里的题目"), **quoted, **columns}
    plain = [
        *listed_before_plans(analysis, lexicon.words, known),
        *plain_titles(analysis, lexicon.words, known),
        *bare_titles(analysis, lexicon.words, known),
    ]
    kept: list[tuple[Span, str]] = [(span, rule) for span, rule in sure.items() if not _is_other(span, known)]
    for span, rule in sorted(plain, key=lambda t: (t[0].start, -t[0].end)):
        if not any(span.overlaps(other) for other, _ in kept) and not _is_other(span, known):
            kept.append((span, rule))
    plans = find_plans(analysis, lexicon)
    mentions = [_mention(analysis, span, rule, plans) for span, rule in sorted(kept)]
    return _with_fields(analysis, mentions, known, rules, listed)


def _with_fields(
    analysis: Analysis,
    projects: Sequence[Mention],
    known: Sequence[Mention],
    rules: Rulebook,
    listed: Mapping[Span, Listed],
) -> list[Mention]:
    """The projects with their undertaker, program, level and status, as their sentences tell them."""
    fields: dict[Mention, dict[str, Value]] = {project: dict(project.attributes) for project in projects}
    told = sorted([*known, *projects], key=lambda m: (m.start, -m.end))
    for said in statements(analysis.record, told, _project_rules(rules)):
        if said.predicate == "undertakes" and said.subject and said.object in fields:
            fields[said.object].setdefault("undertaker", said.subject.text)
        elif said.predicate == "funded_under" and said.subject in fields:
            fields[said.subject].setdefault("program", said.object.text)
            for key, value in said.attributes.items():
                fields[said.subject].setdefault(key, value)
    for project in projects:
        if "program" not in fields[project] and (one := listed.get(project.span)):
            fields[project] |= _of_list(analysis, one, bool(project.attributes.get("target")))
    beside: dict[Span, list[Span]] = {}
    for project in projects:
        beside.setdefault(analysis.sentence_at(project.start), []).append(project.span)
    for project in projects:
        _add_told(analysis, project, beside[analysis.sentence_at(project.start)], fields[project])
    return [replace(project, attributes=fields[project]) for project in projects]


def _of_list(analysis: Analysis, listed: Listed, planned: bool) -> dict[str, Value]:
    """The program, level and status that the list tells of its project."""
    lead, after = listed.lead.span, Span(listed.title.end, analysis.sentence_at(listed.title.start).end)
    before = Span(analysis.sentence_at(lead.start).start, lead.end)
    told: dict[str, Value] = {
        "program": listed.lead.program.text if listed.lead.program else None,
        "level": listed.level,
        "status": standing_in_list(analysis.text, before, after, planned=planned),
    }
    return {key: value for key, value in told.items() if value}


def _add_told(analysis: Analysis, project: Mention, beside: Sequence[Span], fields: dict[str, Value]) -> None:
    """Add the status and the level that the sentence tells without a program: 向省科技厅申报了“甲”; 州级项目“乙”通过验收."""
    sentence = analysis.sentence_at(project.start)
    municipality = analysis.record.region.province in MUNICIPALITIES
    if "program" not in fields:
        each = levels_one_by_one(analysis.text, sentence, beside, municipality)
        fields |= {"level": each[project.span], "status": "granted"} if project.span in each else {}
    if "status" not in fields:
        if is_put_forward(analysis.text, sentence, project.span):
            fields["status"] = "applied"
        elif is_under_way(analysis.text, sentence, project.span):
            fields["status"] = "granted"
    alone = "level" not in fields and "program" not in fields
    if alone and (level := told_level(analysis.text, sentence, project.span, municipality)):
        fields["level"] = level


def _project_rules(rules: Rulebook) -> list[Rule]:
    return [r for r in rules["relations"] if r.attributes["predicate"] in ("undertakes", "funded_under")]


def _is_other(span: Span, known: Sequence[Mention]) -> bool:
    return any(m.kind in _OTHERS and span.within(m.span) for m in known)


def _mention(analysis: Analysis, span: Span, rule: str, plans: Plans) -> Mention:
    attributes: dict[str, Value] = {"target": True} if plans.hold(span.start) else {}
    return Mention(
        analysis.record.id, "project", span.start, span.end, analysis.text[span.start : span.end], rule, attributes
    )
