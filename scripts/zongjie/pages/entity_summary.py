"""One line that says what an entity is, made of what is known of it."""

from __future__ import annotations

from collections.abc import Iterator

from zongjie.model import Entity
from zongjie.pages.catalog import Catalog, attribute
from zongjie.pages.details import EventDetails, event_details, project_details
from zongjie.pages.labels import level_name, record_label

_RECORDS_NAMED = 2


def summary(entity: Entity, catalog: Catalog) -> str:
    """企业,见于正定县科技局 2012 年年度总结;承担 2 个项目(另有 1 个只是申报)。"""
    parts = [f"{_noun(entity, catalog)},见于{_where(entity, catalog)}", *_doings(entity, catalog)]
    return ";".join(parts) + "。"


def _where(entity: Entity, catalog: Catalog) -> str:
    labels = [record_label(record) for record in catalog.records_of(entity)]
    if len(labels) <= _RECORDS_NAMED:
        return "、".join(labels)
    return f" {len(labels)} 篇总结"


def _noun(entity: Entity, catalog: Catalog) -> str:
    match entity.kind:
        case "enterprise":
            return "企业"
        case "program":
            plan = "工作行动" if attribute(entity, "type") == "initiative" else "科技计划"
            return f"{level_name(attribute(entity, 'level'))}{plan}" if entity.attributes.get("type") else "计划或行动"
        case "project":
            level = level_name(project_details(entity, catalog).level)
            return f"{level}科技项目"
        case "event":
            return _event_noun(event_details(entity, catalog))
        case "institution":
            return "机构"
        case "policy":
            return "政策文件"
        case "honor":
            return "荣誉称号"
        case "platform":
            return f"{level_name(attribute(entity, 'level'))}平台"
        case "place":
            return "地方"


def _event_noun(details: EventDetails) -> str:
    """5月15日在古蔺县举办的活动, as far as it is known."""
    when = details.date
    where = f"在{details.place}" if details.place else ""
    return f"{when}{where}举行的活动" if when or where else "活动"


def _doings(entity: Entity, catalog: Catalog) -> Iterator[str]:
    """What the facts tell, counted; repeats of a paragraph count once."""
    facts = catalog.own_facts(entity)
    projects = {f.object for f in facts if f.predicate == "undertakes" and f.subject == entity.id}
    projects |= {f.subject for f in facts if f.predicate == "funded_under" and f.object == entity.id}
    known = [catalog.entities[p] for p in sorted(projects) if p in catalog.entities]
    if known:
        applied = sum(project_details(project, catalog).status == "applied" for project in known)
        verb = "列有" if entity.kind == "program" else "承担"
        yield _projects(verb, len(known) - applied, applied)
    platforms = {f.object for f in facts if f.predicate == "owns_platform" and f.subject == entity.id}
    if platforms:
        yield f"拥有 {len(platforms)} 个平台"
    honors = {f.object for f in facts if f.predicate == "won_honor" and f.subject == entity.id}
    if honors:
        yield f"获 {len(honors)} 项荣誉"


def _projects(verb: str, granted: int, applied: int) -> str:
    """Projects that were only applied for never count as won."""
    if not granted:
        return f"申报 {applied} 个项目"
    return f"{verb} {granted} 个项目" + (f",另申报 {applied} 个" if applied else "")
