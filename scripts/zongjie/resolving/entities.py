"""Mentions of all records → entities: clusters within each record, joined across records where their names reach that far."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from zongjie.lexicon.places import Gazetteer
from zongjie.model import Attributes, Entity, Kind, Mention, Record, Value
from zongjie.resolving.aliases import Cluster, cluster
from zongjie.resolving.groups import Groups
from zongjie.resolving.ids import assign_ids, core_name, slug
from zongjie.resolving.scope import reach_of
from zongjie.resolving.surfaces import fold, is_blanked

# Attributes of a mention that speak of its form alone, not of the thing.
_OF_THE_FORM = frozenset({"full", "entity", "display"})


_Identity = tuple[Kind, str, str]


@dataclass(frozen=True)
class _Thing:
    """Clusters that are one thing: `key` tells it from all others, whatever the order of input."""

    kind: Kind
    key: str
    scope: str
    clusters: tuple[Cluster, ...]


def resolve(
    records: Sequence[Record], mentions: Mapping[str, Sequence[Mention]], gazetteer: Gazetteer
) -> tuple[tuple[Entity, ...], dict[Mention, Entity]]:
    """The entities that the mentions (by record id) refer to, sorted by id, and the entity of each mention."""
    things = _join(records, mentions, gazetteer)
    stems = {f"{t.kind}|{t.scope}|{t.key}": _stem(t, gazetteer) for t in things}
    ids = assign_ids(stems)
    entities = tuple(
        sorted((_entity(t, ids[f"{t.kind}|{t.scope}|{t.key}"]) for t in things), key=lambda entity: entity.id)
    )
    return entities, {m: entity for entity in entities for m in entity.mentions}


def _join(records: Sequence[Record], mentions: Mapping[str, Sequence[Mention]], gazetteer: Gazetteer) -> list[_Thing]:
    """Clusters of all records, those of one identity together, and those of paragraphs that repeat each other."""
    identities: dict[Mention, _Identity] = {}
    clusters: list[tuple[_Identity, Cluster]] = []
    for record in records:
        for one in cluster(mentions.get(record.id, ())):
            identity = _identity(one, record, gazetteer)
            clusters.append((identity, one))
            identities |= dict.fromkeys(one.mentions, identity)
    repeated = _repeated(records, identities)
    groups: dict[_Identity, list[Cluster]] = defaultdict(list)
    for identity, one in clusters:
        groups[repeated.root(identity)].append(one)
    return [
        _Thing(kind, key, scope, tuple(sorted(those, key=lambda c: (c.record, c.mentions[0].start))))
        for (kind, scope, key), those in sorted(groups.items())
    ]


def _identity(one: Cluster, record: Record, gazetteer: Gazetteer) -> _Identity:
    """What tells the cluster's thing from all others: kind, scope and key."""
    told = one.mentions[0].attributes.get("entity")
    if told:
        return one.kind, "", fold(str(told))
    reach = reach_of(one, fullest(one), record, gazetteer)
    return one.kind, reach.scope, _key(one, reach.name, gazetteer)


def _repeated(records: Sequence[Record], identities: Mapping[Mention, _Identity]) -> Groups[_Identity]:
    """Identities that are one because a paragraph and its repetition in another record name them alike."""
    by_block: dict[tuple[str, str], dict[tuple[Kind, str], _Identity]] = defaultdict(dict)
    repeating = {name for record in records for d in record.duplicate_of for name in (record.id, d.record)}
    homes = {record.id: record for record in records if record.id in repeating}
    for mention, identity in identities.items():
        if home := homes.get(mention.record):
            by_block[mention.record, home.block_at(mention.start).id][mention.kind, fold(mention.text)] = identity
    groups = Groups[_Identity]()
    for record in records:
        for duplicate in record.duplicate_of:
            for pair in duplicate.pairs:
                ours, theirs = by_block[record.id, pair.block], by_block[duplicate.record, pair.other_block]
                for name in sorted(ours.keys() & theirs.keys()):
                    groups.join(ours[name], theirs[name])
    return groups


def fullest(one: Cluster) -> str:
    """The form that names the cluster: what an editor wants shown, what its mentions call full, the longest, the most frequent."""
    shown = sorted(str(m.attributes["display"]) for m in one.mentions if m.attributes.get("display"))
    if shown:
        return shown[0]
    forms = Counter(m.text for m in one.mentions)
    fulls = Counter(str(m.attributes["full"]) for m in one.mentions if m.attributes.get("full"))
    named = [form for form in forms if fold(form) in {fold(full) for full in fulls}]
    return max(named or forms, key=lambda form: (not _is_number(form), len(fold(form)), forms[form], form))


def _key(one: Cluster, name: str, gazetteer: Gazetteer) -> str:
    canonical = sorted({str(m.attributes["canonical"]) for m in one.mentions if m.attributes.get("canonical")})
    if one.kind == "program" and canonical:
        levels = sorted({str(m.attributes["level"]) for m in one.mentions if m.attributes.get("level")})
        local = levels[0] if levels and levels[0] != "国家" else ""
        return canonical[0] + local
    if one.kind == "place" and (division := gazetteer.one(name)):
        return division.name
    if one.kind == "project":
        undertakers = sorted(
            {fold(str(m.attributes["undertaker"])) for m in one.mentions if m.attributes.get("undertaker")}
        )
        return fold(name) + "|" + "|".join(undertakers[:1])
    if one.kind == "event":
        told = one.mentions[0].attributes
        return f"{fold(name)}|{told.get('date') or ''}|{told.get('target') or ''}"
    return fold(name)


def _stem(thing: _Thing, gazetteer: Gazetteer) -> str:
    """The id that the thing would have alone."""
    return id_alone(_name(thing), thing.kind, thing.clusters[0].record, gazetteer)


def id_alone(name: str, kind: Kind, record: str, gazetteer: Gazetteer) -> str:
    """The id of what `record` calls `name`, if nothing else were called alike."""
    core = core_name(name, kind, _region_prefix(name, gazetteer) if kind == "enterprise" else 0)
    prefix = f"{record}-" if kind == "event" or is_blanked(name) else ""
    return f"{kind}/{prefix}{slug(core)}"


def _region_prefix(name: str, gazetteer: Gazetteer) -> int:
    """How many characters of place names stand at the front of a company's name (河北, 丽水, 缙云县 …).

    Each place must lie within the one before it, so that 常山 (a county of 浙江) stays in 河北常山生化药业股份有限公司.
    """
    at, above = 0, frozenset[str]()
    while at < 8:
        step = next(
            (n for n in range(min(9, len(name) - at - 4), 1, -1) if _leads_on(gazetteer, name[at : at + n], above)), 0
        )
        if not step:
            break
        above = frozenset(division.name for division in gazetteer.named(name[at : at + step]))
        at += step
    return at


def _leads_on(gazetteer: Gazetteer, word: str, above: frozenset[str]) -> bool:
    """Whether `word` is a place at the front of a name: within those `above` it, or at the very front and no bare county."""
    divisions = gazetteer.named(word)
    if above:
        return any(d.province in above or d.city in above for d in divisions)
    return any(d.level != "county" or d.name == word for d in divisions)


def _name(thing: _Thing) -> str:
    """The entity's name: the fullest of its clusters' names, the most frequent first among equals.

    A program that several records call differently has the name that the lexicon gives it: one bureau's 国家科技富民强县重大科技专项
    is no name for another's 科技富民强县专项行动计划.
    """
    shown = sorted(
        str(m.attributes["display"]) for one in thing.clusters for m in one.mentions if m.attributes.get("display")
    )
    if shown:
        return shown[0]
    names = Counter(fullest(one) for one in thing.clusters)
    if thing.kind == "program" and len(names) > 1 and (known := _lexicon_name(thing)):
        return known
    return max(names, key=lambda name: (len(fold(name)), names[name], name))


def _lexicon_name(thing: _Thing) -> str:
    """The lexicon's name of a national program; empty for one that is local or unknown."""
    told = {(m.attributes.get("canonical"), m.attributes.get("level")) for one in thing.clusters for m in one.mentions}
    names = {str(name) for name, _ in told if name}
    local = any(level not in (None, "国家") for _, level in told)
    return names.pop() if len(names) == 1 and not local else ""


def _entity(thing: _Thing, entity_id: str) -> Entity:
    name = _name(thing)
    mentions = tuple(m for one in thing.clusters for m in one.mentions)
    surfaces = Counter(m.text for m in mentions)
    aliases = sorted((s for s in surfaces if s != name), key=lambda s: (-surfaces[s], s))
    return Entity(entity_id, thing.kind, name, tuple(aliases), mentions, _merge([m.attributes for m in mentions]))


def _merge(rows: Sequence[Attributes]) -> Attributes:
    """What the mentions say together: lists are united, of single values the first that is told stays."""
    merged: dict[str, Value] = {}
    for row in rows:
        for key, value in row.items():
            if key in _OF_THE_FORM or value is None or value == ():
                continue
            before = merged.get(key)
            if isinstance(before, tuple) and isinstance(value, tuple):
                merged[key] = (*before, *(v for v in value if v not in before))
            elif before is None:
                merged[key] = value
    return dict(sorted(merged.items()))


def _is_number(form: str) -> bool:
    """Whether the form is a document's number, which never names it where it has a title."""
    return form.endswith("号") and any(c.isdigit() for c in form)
