"""Every word list of `data/lexicon/words` is used by the program or a rule: an editor's word must have an effect."""

from __future__ import annotations

from pathlib import Path

from zongjie.lexicon.words import read_words

ROOT = Path(__file__).resolve().parents[2]


def test_every_list_is_used() -> None:
    program = "".join(path.read_text("utf-8") for path in (ROOT / "scripts" / "zongjie").rglob("*.py"))
    rules = "".join(path.read_text("utf-8") for path in (ROOT / "data" / "rules").glob("*.yml"))
    lists = read_words(ROOT / "data" / "lexicon" / "words").lists
    used = {name for name in lists if f'"{name}"' in program or f"'{name}'" in program or f"〈词:{name}" in rules}
    by_year = {name for name in lists if name.endswith("年的事") and "年的事" in program}
    assert lists.keys() - used - by_year == set()
