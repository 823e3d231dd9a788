"""Pages at the addresses that other names of an entity would have had alone: they lead on to the entity's page."""

from __future__ import annotations

from collections import defaultdict

from zongjie.lexicon.places import Gazetteer
from zongjie.model import Entity, Knowledge
from zongjie.pages.render import render
from zongjie.pages.urls import FOLDERS, entity_page
from zongjie.resolving.entities import id_alone


def make_redirect_pages(knowledge: Knowledge, gazetteer: Gazetteer) -> dict[str, str]:
    """A page for each alias that belongs to one entity and whose address no entity has."""
    taken = {entity_page(entity) for entity in knowledge.entities}
    claims: defaultdict[str, dict[str, Entity]] = defaultdict(dict)
    for entity in knowledge.entities:
        for alias, record in dict.fromkeys((m.text, m.record) for m in entity.mentions if m.text != entity.name):
            slug = id_alone(alias, entity.kind, record, gazetteer).partition("/")[2]
            claims[f"{FOLDERS[entity.kind]}/{slug}.md"][entity.id] = entity
    return {
        page: render("redirect", entity=next(iter(entities.values())))
        for page, entities in sorted(claims.items())
        if len(entities) == 1 and page not in taken
    }
