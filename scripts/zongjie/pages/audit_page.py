"""The page of what is in doubt: names that were found but need a human's eye before they get a page of their own."""

from __future__ import annotations

from dataclasses import dataclass

from zongjie.model import Mention
from zongjie.pages.catalog import Catalog
from zongjie.pages.escape import Markdown
from zongjie.pages.labels import KIND_NAMES
from zongjie.pages.linker import Linker
from zongjie.pages.render import render

_SHOWN = 300


@dataclass(frozen=True, slots=True)
class Doubt:
    """A name in doubt, in its sentence."""

    text: str
    kind: str
    rule: str
    sentence: Markdown
    passage: Markdown


def make_audit_page(catalog: Catalog) -> str:
    """The Markdown of the page for editors."""
    linker = Linker("audit.md", catalog)
    doubtful = catalog.knowledge.doubtful
    records = [(record, linker.record(record)) for record in catalog.knowledge.records]
    return render(
        "audit",
        total=len(doubtful),
        doubts=tuple(_doubt(mention, linker) for mention in doubtful[:_SHOWN]),
        shown=min(len(doubtful), _SHOWN),
        unknown=tuple(
            (link, _lacking) for record, link in records if (_lacking := _lacks(record.bureau.name, record.period.year))
        ),
    )


def _doubt(mention: Mention, linker: Linker) -> Doubt:
    sentence = linker.catalog.sentence(mention.record, mention.start)
    return Doubt(
        text=mention.text,
        kind=KIND_NAMES[mention.kind],
        rule=mention.rule,
        sentence=linker.quote(mention.record, sentence, (mention.span,)),
        passage=linker.source(mention),
    )


def _lacks(bureau: str | None, year: str | None) -> str:
    """What the text of a record does not tell."""
    return "、".join(name for name, value in (("单位", bureau), ("年份", year)) if not value)
