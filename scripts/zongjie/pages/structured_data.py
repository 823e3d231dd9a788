"""What a page is about, for machines: schema.org as JSON-LD, which the theme prints in the page's head.

Addresses begin with `{site}`, in whose place the theme puts the address of the site, or the way to its root.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from zongjie.model import Entity, Kind, Record
from zongjie.pages.catalog import Catalog, attribute
from zongjie.pages.details import Party, event_details
from zongjie.pages.escape import Markdown
from zongjie.pages.labels import record_label, record_title, region_name
from zongjie.pages.open_data.datapackage import ABOUT, TITLE
from zongjie.pages.open_data.metadata import DATABASE
from zongjie.pages.urls import entity_url, record_url

Thing = dict[str, Any]

_SITE = "{site}"
_LANGUAGE = "zh-Hans"
_RECORDS_NAMED = 20
_TYPES: Mapping[Kind, str] = {
    "enterprise": "Organization",
    "institution": "Organization",
    "event": "Event",
    "place": "Place",
}
_FORMATS = (
    ("application/json", "knowledge.json"),
    ("application/vnd.sqlite3", f"{DATABASE}.db"),
    ("application/json", "datapackage.json"),
    ("text/csv", "tables/entities.csv"),
    ("text/csv", "tables/mentions.csv"),
    ("text/csv", "tables/facts.csv"),
    ("text/csv", "tables/figures.csv"),
)
_NOT_PLAIN = re.compile(r"[<>&]")


def front_matter(thing: Thing | None) -> Markdown:
    """The thing as a value of a page's front matter: one line of JSON in single quotes, without a character that could end
    the script element in which it will stand. Empty where there is nothing to tell."""
    if thing is None:
        return Markdown("''")
    told = {
        "@context": "https://schema.org",
        **{key: value for key, value in thing.items() if value not in (None, [], "")},
    }
    text = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
    plain = text if text.isprintable() else "".join(c if c.isprintable() else _escaped(c) for c in text)
    return Markdown("'" + _NOT_PLAIN.sub(lambda m: _escaped(m[0]), plain).replace("'", "''") + "'")


def _escaped(character: str) -> str:
    """`<` → `\\u003c`, which JSON reads as the same; beyond the first plane as two."""
    units = character.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[n]:02x}{units[n + 1]:02x}" for n in range(0, len(units), 2))


def report(record: Record) -> Thing:
    """A summary: what its text tells or lets infer; the bureau is left out where it is not known."""
    region = region_name(record.region)
    return {
        "@type": "Report",
        **_identity(record_url(record), record_title(record)),
        "inLanguage": _LANGUAGE,
        "genre": record.kind,
        "author": {"@type": "GovernmentOrganization", "name": record.bureau.name} if record.bureau.name else None,
        "spatialCoverage": {"@type": "Place", "name": region} if region else None,
        "temporalCoverage": record.period.year,
        "isBasedOn": record.provenance.get("url"),
        "isPartOf": {"@type": "Dataset", "@id": f"{_SITE}#dataset", "name": TITLE},
    }


def entity_thing(entity: Entity, description: str, catalog: Catalog) -> Thing | None:
    """An enterprise or institution, an event or a place; None for kinds for which schema.org has no plain word."""
    kind = _TYPES.get(entity.kind)
    if kind is None:
        return None
    thing = {
        "@type": kind,
        **_identity(entity_url(entity), entity.name),
        "alternateName": list(entity.aliases),
        "description": description,
        "subjectOf": [
            {"@type": "Report", **_identity(record_url(record), record_label(record))}
            for record in catalog.records_of(entity)[:_RECORDS_NAMED]
        ],
    }
    return thing | _happening(entity, catalog) if entity.kind == "event" else thing


def _happening(event: Entity, catalog: Catalog) -> Thing:
    details = event_details(event, catalog)
    begins, _, ends = details.iso.partition("/")
    series = attribute(event, "series")
    return {
        "startDate": begins,
        "endDate": ends,
        "location": {"@type": "Place", "name": details.place} if details.place else None,
        "about": details.theme,
        "organizer": [_party(party) for party in details.organisers],
        "superEvent": {"@type": "EventSeries", "name": series} if series else None,
    }


def _party(party: Party) -> Thing:
    known = _identity(entity_url(party.entity), party.entity.name) if party.entity else {"name": party.name}
    return {"@type": "Organization", **known}


def dataset(catalog: Catalog) -> Thing:
    """All of the site's data, with its files."""
    records = catalog.knowledge.records
    years = sorted({record.period.year for record in records if record.period.year})
    provinces = dict.fromkeys(record.region.province for record in records if record.region.province)
    return {
        "@type": "Dataset",
        "@id": f"{_SITE}#dataset",
        "url": f"{_SITE}downloads/",
        "name": TITLE,
        "description": ABOUT,
        "inLanguage": _LANGUAGE,
        "isAccessibleForFree": True,
        "temporalCoverage": "/".join(dict.fromkeys((years[0], years[-1]))) if years else None,
        "spatialCoverage": [{"@type": "Place", "name": name} for name in provinces],
        "distribution": [_download(kind, path) for kind, path in _FORMATS],
    }


def _download(kind: str, path: str) -> Thing:
    return {"@type": "DataDownload", "encodingFormat": kind, "contentUrl": f"{_SITE}data/{path}"}


def _identity(url: str, name: str) -> Thing:
    return {"@id": f"{_SITE}{url}", "url": f"{_SITE}{url}", "name": name}
