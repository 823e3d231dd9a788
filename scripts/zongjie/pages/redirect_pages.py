"""Pages at the addresses that other names of an entity would have had: they lead on to the entity's page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from zongjie.model import Entity, Knowledge
from zongjie.pages.render import render
from zongjie.pages.urls import FOLDERS, entity_page
from zongjie.resolving.ids import slug


def make_redirect_pages(knowledge: Knowledge) -> dict[str, str]:
    """A page for each alias that belongs to one entity and whose address no entity has."""
    taken = {entity_page(entity) for entity in knowledge.entities}
    claims: defaultdict[str, dict[str, Entity]] = defaultdict(dict)
    for entity in knowledge.entities:
        for alias in entity.aliases:
            claims[f"{FOLDERS[entity.kind]}/{slug(alias)}.md"][entity.id] = entity
    return {
        page: _redirect(next(iter(entities.values())))
        for page, entities in sorted(claims.items())
        if len(entities) == 1 and page not in taken
    }


def _redirect(entity: Entity) -> str:
    return render("redirect", entity=entity)


def redirects_of(pages: Mapping[str, str]) -> tuple[str, ...]:
    """Which of the pages lead on to another."""
    return tuple(page for page, text in pages.items() if "template: redirect.html" in text)
