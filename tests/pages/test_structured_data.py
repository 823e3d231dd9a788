"""JSON-LD: true to what is known, JSON whatever the text holds, and nothing in it that ends its element."""

from __future__ import annotations

import json
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from tests.pages.samples import knowledge
from zongjie.lexicon import Lexicon
from zongjie.pages.catalog import Catalog
from zongjie.pages.site import make_pages
from zongjie.pages.structured_data import dataset, entity_thing, front_matter, report

SAMPLE: dict[str, Any] = {
    "records": [
        {
            "id": "zd-1",
            "title": "2012年工作总结",
            "text": "5月15日,县科协与恒岭机电在正定县人民广场举办科技活动周。",
            "bureau": {"name": "正定县科技局", "confidence": "inferred"},
            "region": {"province": "河北省", "city": "石家庄市", "county": "正定县", "confidence": "inferred"},
            "period": {"year": "2012", "confidence": "stated"},
            "provenance": {"url": "https://www.example.gov.cn/1.html"},
        },
        {"id": "qu-1", "text": "一年来。"},
    ],
    "entities": [
        {"id": "enterprise/hengling-jidian", "name": "恒岭机电", "mentions": [{"record": "zd-1", "text": "恒岭机电"}]},
        {
            "id": "event/zd-1-huodong-zhou",
            "name": "科技活动周",
            "mentions": [
                {
                    "record": "zd-1",
                    "text": "科技活动周",
                    "says": {
                        "date": "5月15日",
                        "date_iso": "2012-05-15/2012-05-21",
                        "place": "正定县人民广场",
                        "organisers": ["县科协", "恒岭机电"],
                        "series": "科技活动周",
                    },
                }
            ],
        },
        {"id": "honor/x", "name": "正定县人民广场", "mentions": [{"record": "zd-1", "text": "正定县人民广场"}]},
    ],
}


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return Catalog.of(knowledge(SAMPLE))


def told(markdown: str) -> Any:
    """What the head will hold: out of the front matter as YAML reads it."""
    return json.loads(yaml.safe_load(f"jsonld: {markdown}")["jsonld"])


def test_a_record_is_a_report(catalog: Catalog) -> None:
    assert told(front_matter(report(catalog.records["zd-1"]))) == {
        "@context": "https://schema.org",
        "@type": "Report",
        "@id": "{site}records/zd-1/",
        "url": "{site}records/zd-1/",
        "name": "2012年工作总结",
        "inLanguage": "zh-Hans",
        "genre": "年度总结",
        "author": {"@type": "GovernmentOrganization", "name": "正定县科技局"},
        "spatialCoverage": {"@type": "Place", "name": "河北省石家庄市正定县"},
        "temporalCoverage": "2012",
        "isBasedOn": "https://www.example.gov.cn/1.html",
        "isPartOf": {"@type": "Dataset", "@id": "{site}#dataset", "name": "科技工作总结知识库"},
    }


def test_what_is_not_known_is_left_out(catalog: Catalog) -> None:
    assert not {"author", "spatialCoverage", "temporalCoverage", "isBasedOn"} & set(
        told(front_matter(report(catalog.records["qu-1"])))
    )


def test_an_enterprise_is_an_organization(catalog: Catalog) -> None:
    thing = told(front_matter(entity_thing(catalog.entities["enterprise/hengling-jidian"], "企业。", catalog)))
    assert (thing["@type"], thing["name"]) == ("Organization", "恒岭机电")
    assert thing["description"] == "企业。"
    assert thing["@id"] == "{site}enterprises/hengling-jidian/"
    assert [one["@id"] for one in thing["subjectOf"]] == ["{site}records/zd-1/"]


def test_an_event_tells_when_where_and_who(catalog: Catalog) -> None:
    thing = told(front_matter(entity_thing(catalog.entities["event/zd-1-huodong-zhou"], "", catalog)))
    assert thing["@type"] == "Event"
    assert (thing["startDate"], thing["endDate"]) == ("2012-05-15", "2012-05-21")
    assert thing["location"] == {"@type": "Place", "name": "正定县人民广场"}
    assert thing["superEvent"] == {"@type": "EventSeries", "name": "科技活动周"}
    firm = "{site}enterprises/hengling-jidian/"
    assert thing["organizer"] == [
        {"@type": "Organization", "name": "县科协"},
        {"@type": "Organization", "@id": firm, "url": firm, "name": "恒岭机电"},
    ]


def test_what_schema_org_has_no_plain_word_for_is_left_alone(catalog: Catalog) -> None:
    assert entity_thing(catalog.entities["honor/x"], "", catalog) is None
    assert yaml.safe_load(f"jsonld: {front_matter(None)}") == {"jsonld": ""}


def test_the_dataset_names_its_files(catalog: Catalog, lexicon: Lexicon) -> None:
    thing = told(front_matter(dataset(catalog)))
    assert thing["temporalCoverage"] == "2012"
    paths = {one["contentUrl"].removeprefix("{site}") for one in thing["distribution"]}
    assert paths <= make_pages(knowledge(SAMPLE, lexicon), lexicon).keys()


@given(st.text())
def test_any_text_stays_text_within_its_element(text: str) -> None:
    markdown = front_matter({"@type": "Report", "name": text})
    assert "\n" not in markdown
    assert not {"<", ">", "&"} & set(markdown), "neither </script> nor <!-- nor a reference"
    if text:
        assert told(markdown)["name"] == text
