"""Each statement has an address of its own, which depends on nothing but what it says."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from tests.pages.samples import knowledge
from zongjie.lexicon import Lexicon
from zongjie.model import Fact, Knowledge
from zongjie.pages.catalog import Catalog
from zongjie.pages.site import make_pages
from zongjie.pages.statements import fact_anchor, fact_urls, statements

BASE = Fact("enterprise/daqi", "undertakes", "project/cixing", "zd-1", 0, 5)


def test_the_address_of_a_statement_is_known_for_good() -> None:
    assert fact_anchor(BASE) == "f-69e3bc3ce2"


def test_where_it_stands_does_not_matter() -> None:
    assert fact_anchor(replace(BASE, record="zd-2", start=7, end=9)) == fact_anchor(BASE)
    assert fact_anchor(replace(BASE, attributes={"level": "省"})) == fact_anchor(BASE)


def test_what_it_says_does() -> None:
    others = [
        replace(BASE, object="project/led"),
        replace(BASE, subject="enterprise/jinhe"),
        replace(BASE, predicate="supports"),
        replace(BASE, attributes={"status": "applied"}),
        replace(BASE, subject=BASE.object, object=BASE.subject),
    ]
    assert len({fact_anchor(fact) for fact in (BASE, *others)}) == 6


def test_two_who_cooperate_do_so_from_both_sides() -> None:
    there = replace(BASE, predicate="cooperates_with", object="institution/hebei-daxue")
    back = replace(there, subject=there.object, object=there.subject)
    assert fact_anchor(there) == fact_anchor(back)


def many(count: int) -> Knowledge:
    """A firm that undertakes so many projects, each said twice, in one record."""
    names = [f"工艺{n:03}研究" for n in range(count)]
    sample: dict[str, Any] = {
        "records": [{"id": "zd-1", "text": f"大旗公司承担{'、'.join(names)}。"}],
        "entities": [
            {"id": "enterprise/daqi", "name": "大旗公司", "mentions": [{"record": "zd-1", "text": "大旗公司"}]},
            *(
                {"id": f"project/p{n}", "name": name, "mentions": [{"record": "zd-1", "text": name}]}
                for n, name in enumerate(names)
            ),
        ],
        "facts": [
            {
                "subject": "enterprise/daqi",
                "predicate": "undertakes",
                "object": f"project/p{n}",
                "record": "zd-1",
                "quote": quote,
            }
            for n, name in enumerate(names)
            for quote in (name, f"{name[:4]}")
        ],
    }
    return knowledge(sample)


def test_said_twice_is_one_statement() -> None:
    catalog = Catalog.of(many(3))
    rows = statements(catalog.entities["enterprise/daqi"], catalog)
    assert [(row.label, row.end, len(row.facts)) for row in rows] == [
        ("承担项目", f"project/p{n}", 2) for n in range(3)
    ]


def test_each_address_is_an_anchor_on_its_page(lexicon: Lexicon) -> None:
    """Also where the relations of an entity need more pages than one."""
    told = many(60)
    pages = make_pages(told, lexicon)
    urls = fact_urls(Catalog.of(told))
    assert len(urls) == 60
    for anchor, url in urls.items():
        page, _, fragment = url.partition("#")
        assert fragment == anchor
        assert page.startswith("enterprises/daqi/"), "on its subject's page"
        assert str(pages[f"{page.rstrip('/')}.md"]).count(f"{{ #{anchor} ") == 1
    assert {url.partition("#")[0] for url in urls.values()} == {"enterprises/daqi/", "enterprises/daqi/2/"}
