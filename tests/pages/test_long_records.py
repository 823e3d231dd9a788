"""The text of a long record goes on over pages: nothing lost, nothing twice, each paragraph under its one address."""

from __future__ import annotations

from typing import Any

import pytest

from tests.pages.rendered import read, shown, to_html
from tests.pages.samples import knowledge
from zongjie.lexicon import Lexicon
from zongjie.pages.site import make_pages

HEAVIEST = 110_000  # Markdown; what the theme and HTML add leaves it below 150 kB
ADDED = ("number", "inferred", "legend")


def _sentences(begin: int, count: int) -> str:
    return "".join(f"第{n}项工作由大旗公司承担,已列入国家火炬计划并通过验收。" for n in range(begin, begin + count))


LONG = {
    "many paragraphs": "\n".join(f"{n}、加强项目管理\n{_sentences(10 * n, 10)}" for n in range(150)),
    "one paragraph": _sentences(0, 1500),
    "a short one": _sentences(0, 3),
}


def _pages(text: str, lexicon: Lexicon) -> dict[str, str]:
    sample: dict[str, Any] = {
        "records": [{"id": "long-1", "title": "科技局五年工作总结", "text": text}],
        "entities": [
            {
                "id": "enterprise/daqi",
                "name": "大旗公司",
                "mentions": [{"record": "long-1", "text": "大旗公司", "nth": n} for n in range(text.count("大旗公司"))],
            }
        ],
    }
    pages = make_pages(knowledge(sample, lexicon), lexicon)
    return {path: str(page) for path, page in pages.items() if path.startswith("records/long-1")}


def _text(page: str) -> str:
    body = page.partition('<div class="source-text"')[2].partition("</div>")[0]
    return "".join(shown(body.partition(">")[2], *ADDED).split())


@pytest.mark.parametrize("text", LONG.values(), ids=LONG)
def test_the_pages_together_are_the_text(text: str, lexicon: Lexicon) -> None:
    pages = _pages(text, lexicon)
    assert (len(pages) > 1) == (len(text) > 10_000)
    assert max(len(page.encode()) for page in pages.values()) < HEAVIEST
    assert "".join(map(_text, pages.values())) == "".join(text.split())


def test_each_paragraph_has_one_address_and_every_link_leads_to_it(lexicon: Lexicon) -> None:
    pages = _pages(LONG["many paragraphs"], lexicon)
    ids = {path: read(to_html(page.partition("---\n\n")[2])).ids for path, page in pages.items()}
    blocks = [one for page in ids.values() for one in page if one.startswith("p") and one[1:].isdigit()]
    assert sorted(blocks, key=lambda one: int(one[1:])) == [f"p{n}" for n in range(1, 301)]
    assert "[第 2 页](long-1/2.md){ .from-p" in pages["records/long-1.md"]
    assert "[第 1 页](../long-1.md){ .from-p1 }" in pages["records/long-1/2.md"]
