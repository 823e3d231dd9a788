"""What is known of a project, an event or an honor: from the facts first, else from what stands beside its mentions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from zongjie.finding.dates import names_year
from zongjie.model import Entity, Fact, Mention, Predicate, Value
from zongjie.pages.catalog import Catalog, words
from zongjie.resolving.whose import leaves_open, whose


@dataclass(frozen=True, slots=True)
class Party:
    """Who or what takes part: an entity where it is known, else words of the text, and `whose` where these leave it open."""

    name: str
    entity: Entity | None
    whose: str = ""

    @property
    def told(self) -> str:
        """The name where several records come together: 我县(正定县)."""
        return f"{self.name}({self.whose})" if self.whose else self.name


@dataclass(frozen=True, slots=True)
class ProjectDetails:
    """`status` is granted, applied, or empty where the text tells neither; `amounts` are as written (获支持资金40万元)."""

    project: Entity
    undertakers: tuple[Party, ...]
    programs: tuple[Party, ...]
    level: str
    status: str
    amounts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EventDetails:
    """One happening, in the words of the text; `iso` is its date for sorting, empty where it is not known.

    `guessed` says that the year of `iso` is that of the record, which is inferred.
    """

    event: Entity
    date: str
    iso: str
    guessed: bool
    place: str
    theme: str
    organisers: tuple[Party, ...]
    figures: tuple[str, ...]
    series: str


@dataclass(frozen=True, slots=True)
class HonorDetails:
    """`status` is won or aimed."""

    honor: Entity
    winners: tuple[Party, ...]
    status: str


def project_details(project: Entity, catalog: Catalog, record: str | None = None) -> ProjectDetails:
    """The project as all records tell it, or as one of them does."""
    if record is None:
        return catalog.remember("project", project.id, lambda: _project_details(project, catalog, None))
    return _project_details(project, catalog, record)


def _project_details(project: Entity, catalog: Catalog, record: str | None) -> ProjectDetails:
    told = _told(project, catalog, record)
    facts = _facts(project, catalog, record)
    funded = [fact for fact in facts if fact.predicate == "funded_under" and fact.subject == project.id]
    undertakers = _parties(_ends(facts, "undertakes", project), catalog)
    programs = _parties(((f.record, f.object) for f in funded), catalog)
    values: list[Value] = [fact.attributes.get("status") for fact in funded]
    values += [m.attributes.get("status") for m in told]
    levels: list[Value] = [fact.attributes.get("level") for fact in funded]
    levels += [m.attributes.get("level") for m in told]
    return ProjectDetails(
        project=project,
        undertakers=undertakers or _surfaces(told, "undertaker", catalog),
        programs=programs or _surfaces(told, "program", catalog),
        level=next((words(level) for level in levels if level), ""),
        status=next((status for status in ("granted", "applied") if status in values), ""),
        amounts=tuple(dict.fromkeys(text for m in told for text in _texts(m.attributes.get("amount")))),
    )


def event_details(event: Entity, catalog: Catalog) -> EventDetails:
    """The event's fields as the text gives them."""
    return catalog.remember("event", event.id, lambda: _event_details(event, catalog))


def _event_details(event: Entity, catalog: Catalog) -> EventDetails:
    told = event.mentions

    def first(key: str) -> str:
        return next((words(m.attributes.get(key)) for m in told if m.attributes.get(key)), "")

    held = _ends(_facts(event, catalog, None), "held", event)
    hosts = _parties(((record, host) for record, host in held if host in catalog.entities), catalog)
    return EventDetails(
        event=event,
        date=first("date"),
        iso=first("date_iso"),
        guessed=_is_guessed(told, catalog),
        place=first("place"),
        theme=first("theme"),
        organisers=_merged((*_surfaces(told, "organisers", catalog), *hosts)),
        figures=tuple(dict.fromkeys(text for m in told for text in _texts(m.attributes.get("figures")))),
        series=first("series"),
    )


def _is_guessed(told: Sequence[Mention], catalog: Catalog) -> bool:
    """Whether the first date that is read whole (5月15日 → 2012-05-15) has its year from a record whose year is inferred."""
    dated = next((m for m in told if m.attributes.get("date_iso")), None)
    if dated is None or names_year(words(dated.attributes.get("date"))):
        return False
    return catalog.records[dated.record].period.confidence == "inferred"


def honor_details(honor: Entity, catalog: Catalog, record: str | None = None) -> HonorDetails:
    """The honor as all records tell it, or as one of them does."""
    winners = _parties(_ends(_facts(honor, catalog, record), "won_honor", honor), catalog)
    named = _surfaces(_told(honor, catalog, record), "winner", catalog)
    return HonorDetails(honor, _merged((*winners, *named)), honor_status(honor, catalog, record))


def honor_status(honor: Entity, catalog: Catalog, record: str | None = None) -> str:
    """What all records, or one of them, tell of it: won or aimed."""
    if record is None:
        return catalog.remember("honor", honor.id, lambda: _honor_status(honor, catalog, None))
    return _honor_status(honor, catalog, record)


def _honor_status(honor: Entity, catalog: Catalog, record: str | None) -> str:
    values = {m.attributes.get("status") for m in _told(honor, catalog, record)}
    won = _ends(_facts(honor, catalog, record), "won_honor", honor)
    return "aimed" if values == {"aimed"} and not won else "won"


def owners(platform: Entity, catalog: Catalog) -> tuple[Party, ...]:
    """Who has the platform, nobody where the texts only mean to set it up."""
    facts = [fact for fact in _facts(platform, catalog, None) if not is_aim(fact)]
    told = [m for m in platform.mentions if not m.attributes.get("target") and not catalog.is_ahead(m.record, m.start)]
    owned = _ends(facts, "owns_platform", platform)
    return _merged((*_parties(owned, catalog), *_surfaces(told, "owner", catalog)))


def _ends(facts: Iterable[Fact], predicate: Predicate, entity: Entity) -> list[tuple[str, str]]:
    """Who does it to the entity, by record."""
    return [(fact.record, fact.subject) for fact in facts if fact.predicate == predicate and fact.object == entity.id]


def is_aim(fact: Fact) -> bool:
    """Whether the text only means to do what the fact says: 4.帮助苗江酒业对接省轻工业科学研究所, among next year's plans."""
    return bool(fact.attributes.get("target"))


def _told(entity: Entity, catalog: Catalog, record: str | None) -> tuple[Mention, ...]:
    return entity.mentions if record is None else catalog.mentions_in(entity, record)


def _facts(entity: Entity, catalog: Catalog, record: str | None) -> tuple[Fact, ...]:
    if record is None:
        return catalog.facts_of.get(entity.id, ())
    return tuple(fact for fact in catalog.facts_in.get(record, ()) if entity.id in (fact.subject, fact.object))


def _parties(ends: Iterable[tuple[str, str]], catalog: Catalog) -> tuple[Party, ...]:
    """The ends of facts (record, id or words) as parties, each once."""
    return _merged(party_of(end, record, catalog) for record, end in ends)


def party_of(end: str, record: str, catalog: Catalog) -> Party:
    """The subject or object of a fact of `record`: an entity's id, a record's id (its bureau), or words."""
    if end in catalog.entities:
        return _entity(catalog.entities[end].name, catalog.entities[end], catalog)
    if end in catalog.records:
        own = catalog.records[end]
        name = own.bureau.name or "本局"
        return Party(name, None, whose(name, own))
    return _called(end, record, catalog)


def _called(text: str, record: str, catalog: Catalog) -> Party:
    """What a record calls so."""
    entity = catalog.called(record, text)
    return _entity(text, entity, catalog) if entity else Party(text, None, whose(text, catalog.records[record]))


def _entity(name: str, entity: Entity, catalog: Catalog) -> Party:
    """An entity under one of its names; of what records of several places name it stays open whose it is."""
    if not leaves_open(name):
        return Party(name, entity)
    owners_of = {whose(name, catalog.records[one.record]) for one in entity.mentions}
    return Party(name, entity, owners_of.pop() if len(owners_of) == 1 else "")


def _surfaces(told: Sequence[Mention], key: str, catalog: Catalog) -> tuple[Party, ...]:
    """What an attribute names beside each mention, as parties."""
    return _merged(
        _called(text, mention.record, catalog) for mention in told for text in _texts(mention.attributes.get(key))
    )


def _texts(value: Value) -> tuple[str, ...]:
    if isinstance(value, tuple):
        return value
    return (value,) if isinstance(value, str) and value else ()


def _merged(parties: Iterable[Party]) -> tuple[Party, ...]:
    """Each party once, as it is first called: entities by id, words by themselves."""
    first: dict[str, Party] = {}
    for party in parties:
        first.setdefault(party.entity.id if party.entity else party.told, party)
    return tuple(first.values())
