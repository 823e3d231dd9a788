"""One line that says what an entity is, made of what is known of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from zongjie.model import Entity, Fact
from zongjie.pages.catalog import Catalog, attribute
from zongjie.pages.details import EventDetails, event_details, honor_details, is_aim, owners, party_of, project_details
from zongjie.pages.labels import level_name, record_label
from zongjie.resolving.homes import stands_in

_RECORDS_NAMED = 2


def summary(entity: Entity, catalog: Catalog) -> str:
    """正定县的企业,见于正定县科技局 2012 年年度总结;承担 2 个项目,另申报 1 个;与山东大学药学院等 6 家合作。"""
    home = _home(entity, catalog)
    placed = home if home and stands_in(entity, home, catalog.records) else ""
    noun = f"{placed}的{_noun(entity, catalog)}" if placed else _noun(entity, catalog)
    parts = [
        f"{noun},见于{_where(entity, catalog, '' if placed else home)}",
        *_doings(entity, catalog),
        *_parties(entity, catalog),
    ]
    return ";".join(parts) + "。"


def _home(entity: Entity, catalog: Catalog) -> str:
    """The county or city of an enterprise that summaries of one place alone name; empty where they do not tell."""
    if entity.kind != "enterprise":
        return ""
    homes = {record.region.county or record.region.city or "" for record in catalog.records_of(entity)}
    return homes.pop() if len(homes) == 1 else ""


def _where(entity: Entity, catalog: Catalog, home: str) -> str:
    """正定县科技局 2012 年年度总结, 正定县的工作总结 where the label does not tell `home`, 5 篇总结."""
    labels = [record_label(record) for record in catalog.records_of(entity)]
    if len(labels) > _RECORDS_NAMED:
        return f"{home and f'{home}的'} {len(labels)} 篇总结"
    return "、".join(label if not home or home in label else f"{home}的「{label}」" for label in labels)


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
    facts = _done(entity, catalog)
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


def _done(entity: Entity, catalog: Catalog) -> list[Fact]:
    """The facts that tell what was done; what is only meant to be done is nothing to be known for."""
    return [fact for fact in catalog.own_facts(entity) if not is_aim(fact)]


def _parties(entity: Entity, catalog: Catalog) -> Iterator[str]:
    """With whom: 与河北大学等 3 家合作, 获得者恒岭机电, 依托大旗公司, 泸州市科技局出台; for a place what was held there."""
    facts = _done(entity, catalog)
    partners = [other for f in facts if f.predicate == "cooperates_with" for other in (f.subject, f.object)]
    if partners := [party for party in dict.fromkeys(partners) if party != entity.id]:
        yield f"与{_some(partners, catalog, '家')}合作"
    match entity.kind:
        case "honor":
            if winners := honor_details(entity, catalog).winners:
                yield f"获得者有{_named([party.told for party in winners], '个')}"
        case "platform":
            if those := owners(entity, catalog):
                yield f"依托{_named([party.told for party in those], '家')}"
        case "policy":
            if issuers := [f.subject for f in facts if f.predicate == "issued" and f.object == entity.id]:
                yield f"{_some(list(dict.fromkeys(issuers)), catalog, '家')}出台"
        case "place":
            if held := catalog.events_at.get(entity.id, ()):
                yield f"有 {len(held)} 场活动在这里举行"
        case _:
            pass


def _some(ends: Sequence[str], catalog: Catalog, measure: str) -> str:
    return _named([_name(end, catalog) for end in ends], measure)


def _named(names: Sequence[str], measure: str) -> str:
    """The first name, and how many there are."""
    return names[0] if len(names) == 1 else f"{names[0]}等 {len(names)} {measure}"


def _name(end: str, catalog: Catalog) -> str:
    if end in catalog.records:
        return party_of(end, end, catalog).told
    return catalog.entities[end].name if end in catalog.entities else end


def _projects(verb: str, granted: int, applied: int) -> str:
    """Projects that were only applied for never count as won."""
    if not granted:
        return f"申报 {applied} 个项目"
    return f"{verb} {granted} 个项目" + (f",另申报 {applied} 个" if applied else "")
