"""Knowledge in, page out: the cases of `golden/`, each one thing that pages promise, named by its file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.pages.samples import knowledge
from zongjie.lexicon import Lexicon
from zongjie.pages.site import make_pages

CASES = sorted(Path(__file__).with_name("golden").glob("*.yml"))


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_page(path: Path, lexicon: Lexicon) -> None:
    case: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    pages = make_pages(knowledge(case, lexicon), lexicon)
    for expected in case["pages"]:
        if expected.get("absent"):
            assert expected["path"] not in pages
            continue
        text = str(pages[expected["path"]])
        for words in expected.get("contains", []):
            assert words.strip("\n") in text, f"{expected['path']} lacks:\n{words}\nIt reads:\n{text}"
        for words in expected.get("lacks", []):
            assert words not in text, f"{expected['path']} must not say: {words}"
