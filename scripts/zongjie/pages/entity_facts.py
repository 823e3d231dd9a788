"""The table of an entity's relations: with whom, how, and which sentence says so."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from zongjie.model import Entity, Fact, Span
from zongjie.pages.catalog import Catalog
from zongjie.pages.details import honor_status, is_aim, party_of, project_details
from zongjie.pages.escape import Markdown, escape
from zongjie.pages.labels import STATUS_NAMES, level_name
from zongjie.pages.linker import Linker, badge, open_state
from zongjie.pages.statements import PASSAGES_SHOWN, Statement
from zongjie.pages.tables import Cells

_QUOTED = 90


def fact_rows(entity: Entity, those: Iterable[Statement], linker: Linker) -> list[Cells]:
    """What is stated of the entity, each with the passages that state it and an address of its own."""
    alone = len({mention.record for mention in entity.mentions}) == 1
    rows: list[Cells] = []
    for told in those:
        cited = [_cited(fact, alone, linker, quoted=fact is told.facts[0]) for fact in told.facts]
        address = f'[¶](#{told.anchor} "这条关系的网址"){{ #{told.anchor} .permalink }}'
        other, note = _other(told.facts[0], told.end, linker), _note(told.facts[0], entity, linker)
        label = (
            Markdown(f"{escape(told.label)} {badge('ahead')}") if all(map(is_aim, told.facts)) else escape(told.label)
        )
        rows.append((label, other, note, Markdown(f"{_few(dict.fromkeys(cited))} {address}")))
    return rows


def state_of(entity: Entity, catalog: Catalog) -> str:
    """What became of a project or an honor, as far as the texts tell; `ahead` for a planned event; empty for all else."""
    if entity.kind == "project":
        return project_details(entity, catalog).status
    if entity.kind == "honor":
        return honor_status(entity, catalog)
    return open_state(entity, catalog)


def _few(passages: Collection[Markdown]) -> Markdown:
    """The first of them, and how many there are."""
    more = f" 等 {len(passages)} 处" if len(passages) > PASSAGES_SHOWN else ""
    return Markdown("、".join(list(passages)[:PASSAGES_SHOWN]) + more)


def _other(fact: Fact, end: str, linker: Linker) -> Markdown:
    if end in linker.catalog.records:
        return linker.record(linker.catalog.records[end], party_of(end, fact.record, linker.catalog).told)
    return linker.party(party_of(end, fact.record, linker.catalog))


def _cited(fact: Fact, alone: bool, linker: Linker, quoted: bool) -> Markdown:
    """Where the text states the fact, with the sentence as its title where `quoted`.

    The paragraph tells enough where one record alone names the entity.
    """
    sentence = _sentence(fact, linker.catalog) if quoted else ""
    if alone:
        return linker.passage(fact.record, fact.start, title=sentence)
    return linker.cited(fact.record, fact.start, title=sentence)


def _sentence(fact: Fact, catalog: Catalog) -> str:
    """原文:…the sentence that states the fact, of a long one the part around it…"""
    whole = catalog.sentence(fact.record, fact.start)
    text = catalog.records[fact.record].text
    spare = max(_QUOTED - (fact.end - fact.start), 0) // 2
    shown = Span(max(whole.start, fact.start - spare), min(whole.end, max(fact.end, fact.start + _QUOTED) + spare))
    before, after = "…" if shown.start > whole.start else "", "…" if shown.end < whole.end else ""
    return f"原文:{before}{text[shown.start : shown.end].strip()}{after}"


def _note(fact: Fact, entity: Entity, linker: Linker) -> Markdown:
    """The level and state that the fact tells, else the state of the project or honor at its end; on a plan's page the undertakers."""
    catalog = linker.catalog
    end = catalog.entities.get(fact.object)
    status = str(fact.attributes.get("status") or "") or (state_of(end, catalog) if end else "")
    parts = [escape(level_name(fact.attributes.get("level"))), badge(status) if status in STATUS_NAMES else Markdown()]
    project = catalog.entities.get(fact.subject)
    if entity.kind == "program" and fact.predicate == "funded_under" and project:
        parts.append(linker.parties(project_details(project, catalog).undertakers))
    return Markdown(" ".join(part for part in parts if part))
