"""No page grows with the site: what is named by hundreds of summaries goes on to further pages."""

from __future__ import annotations

from typing import Any

import pytest

from tests.pages.samples import knowledge
from zongjie.lexicon import Lexicon
from zongjie.pages.site import make_pages

HEAVIEST = 75_000  # Markdown; what the theme and HTML add leaves it below 120 kB


@pytest.fixture(scope="module")
def pages(lexicon: Lexicon) -> dict[str, str]:
    """A plan that 300 summaries name, each with a project, a firm and a day of science of its own."""
    numbers = range(300)
    sample: dict[str, Any] = {
        "records": [
            {
                "id": f"r{n:03}-1",
                "title": f"第{n}县科技局工作总结",
                "text": f"大旗{n}公司的“工艺{n}”列入国家火炬计划,举办科技{n}节。大旗{n}公司被认定为高新技术企业。",
            }
            for n in numbers
        ]
        + [
            {
                "id": "long-1",
                "title": "长篇",
                "text": "".join(f"古蔺县第{n}次召开了有关科技工作的各种会议。" for n in range(600)),
            }
        ],
        "entities": [
            _entity("program/huoju-jihua", "国家火炬计划", numbers),
            _entity("honor/gaoxin-qiye", "高新技术企业", numbers),
            {
                "id": "place/gulin",
                "name": "古蔺县",
                "mentions": [{"record": "long-1", "text": "古蔺县", "nth": n} for n in range(600)],
            },
            *(_entity(f"enterprise/daqi-{n}", f"大旗{n}公司", [n]) for n in numbers),
            *(_entity(f"project/gongyi-{n}", f"工艺{n}", [n]) for n in numbers),
            *(_entity(f"event/r{n:03}-1-keji-jie", f"科技{n}节", [n], {"series": "科技节"}) for n in numbers),
        ],
        "facts": [
            {
                "subject": f"project/gongyi-{n}",
                "predicate": "funded_under",
                "object": "program/huoju-jihua",
                "record": f"r{n:03}-1",
                "quote": "列入国家火炬计划",
                "says": {"level": "国家", "status": "granted"},
            }
            for n in numbers
        ]
        + [
            {
                "subject": f"enterprise/daqi-{n}",
                "predicate": "won_honor",
                "object": "honor/gaoxin-qiye",
                "record": f"r{n:03}-1",
                "quote": "被认定为高新技术企业",
            }
            for n in numbers
        ],
    }
    return {
        path: str(page)
        for path, page in make_pages(knowledge(sample, lexicon), lexicon).items()
        if path.endswith(".md")
    }


def _entity(identity: str, name: str, records: Any, says: Any = None) -> dict[str, Any]:
    mentions = [{"record": f"r{n:03}-1", "text": name, "says": says or {}} for n in records]
    return {"id": identity, "name": name, "mentions": mentions}


def test_no_page_is_heavy(pages: dict[str, str]) -> None:
    heavy = {path: len(page.encode()) for path, page in pages.items() if len(page.encode()) > HEAVIEST}
    assert not heavy


def test_a_title_names_its_first_winners_and_tells_how_many_there_are(pages: dict[str, str]) -> None:
    about = pages["honors/gaoxin-qiye.md"].partition("## 基本情况 ")[2].partition("## ")[0]
    assert about.count("](../enterprises/daqi-") == 20
    assert "等 300 个" in about


def test_one_record_may_fill_pages_of_its_own(pages: dict[str, str]) -> None:
    parts = [page for path, page in pages.items() if path.startswith("places/gulin")]
    assert len(parts) > 2
    assert sum(part.count("次召开了") for part in parts) == 600


def test_every_mention_stands_on_one_of_the_pages(pages: dict[str, str]) -> None:
    parts = [page for path, page in pages.items() if path.startswith("programs/huoju-jihua")]
    assert len(parts) > 1
    for n in range(300):
        assert (
            sum(f"records/r{n:03}-1.md#p1" in part.partition("## 原文 ")[2].partition("## 相关 ")[0] for part in parts)
            == 1
        )


def test_the_pages_lead_to_each_other_and_keep_their_links(pages: dict[str, str]) -> None:
    assert "[第 2 页](huoju-jihua/2.md)" in pages["programs/huoju-jihua.md"]
    assert "[第 1 页](../huoju-jihua.md) 第 2 页" in pages["programs/huoju-jihua/2.md"]
    assert "](../../projects/gongyi-" in pages["programs/huoju-jihua/2.md"]


def test_a_series_names_its_first_and_leads_to_all(pages: dict[str, str]) -> None:
    page = pages["events/r007-1-keji-jie.md"]
    assert page.count("-keji-jie.md)") == 30
    assert "[全部 300 场,按系列看](by/series.md)" in page
