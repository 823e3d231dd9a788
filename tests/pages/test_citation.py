"""How a record is cited: GB/T 7714 and BibTeX, what is inferred in brackets, nothing that could become markup."""

from __future__ import annotations

from typing import Any

import pytest

from tests.pages.rendered import read, to_html
from tests.pages.samples import knowledge
from zongjie.pages.citation import citation


def cited(way: str = "./", **row: Any) -> str:
    record = knowledge({"records": [{"id": "zd-1", "text": "我局", **row}]}).records[0]
    return citation(record, way)


def shown(**row: Any) -> str:
    return "".join(read(to_html(f"# 标题\n\n{cited(**row)}\n\n正文。\n")).text)


STATED = {"name": "正定县科技局", "confidence": "stated"}
INFERRED = {"name": "正定县科技局", "confidence": "inferred"}


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (
            {"title": "2012年工作总结", "bureau": STATED},
            "正定县科技局. 2012年工作总结[R/OL]. [引用日期]. records/zd-1/.",
        ),
        ({"title": "2012年工作总结", "bureau": INFERRED}, "[正定县科技局]. 2012年工作总结[R/OL]. [引用日期]"),
        ({"title": "某局工作总结"}, "某局工作总结[R/OL]. [引用日期]"),
        (
            {"title": "工作总结", "period": {"year": "2012", "confidence": "stated"}},
            "工作总结(2012 年)[R/OL]. [引用日期]",
        ),
        (
            {"title": "工作总结", "period": {"year": "2012", "confidence": "inferred"}},
            "工作总结([2012] 年)[R/OL]. [引用日期]",
        ),
        (
            {"title": "2012年工作总结", "period": {"year": "2012", "confidence": "inferred"}},
            "2012年工作总结[R/OL]. [引用日期]",
        ),
    ],
)
def test_gbt(row: dict[str, Any], expected: str) -> None:
    text = shown(**row)
    assert expected in text
    assert f"GB/T 7714\n{expected}" in text, "nothing stands before it"


def test_bibtex_of_a_known_bureau() -> None:
    text = shown(
        title="工作总结",
        bureau=STATED,
        period={"year": "2012", "confidence": "stated"},
        provenance={"publisher": "正定县人民政府网"},
    )
    assert (
        """@techreport{zd-1,
  author = {{正定县科技局}},
  title = {{工作总结(2012 年)}},
  institution = {正定县科技局},
  year = {2012},
  language = {chinese},
  note = {原载正定县人民政府网},
  url = {records/zd-1/}
}"""
        in text
    )


def test_bibtex_of_an_unknown_bureau_names_nobody() -> None:
    text = shown(title="某局工作总结")
    assert "@misc{zd-1,\n  title = {{某局工作总结}},\n  language = {chinese},\n  url = {records/zd-1/}\n}" in text
    assert "author" not in text


@pytest.mark.parametrize(
    ("title", "written"),
    [
        ("100%完成_指标", r"100\%完成\_指标"),
        ("A&B", r"A\&B"),
        ("a{b}c", r"a\textbraceleft{}b\textbraceright{}c"),
        (r"a\b", r"a\textbackslash{}b"),
        ("~x^2 $5 #6", r"\textasciitilde{}x\textasciicircum{}2 \$5 \#6"),
    ],
)
def test_tex_reads_the_title_as_written(title: str, written: str) -> None:
    assert f"title = {{{{{written}}}}}" in shown(title=title)


@pytest.mark.parametrize("title", ["<b>粗</b>", "</details><script>alert(1)</script>", "*区* [x](y) `z` {{ a }} & \"'"])
def test_a_title_is_text(title: str) -> None:
    page = read(to_html(f"# 标题\n\n{cited(title=title)}\n\n正文。\n"))
    assert f"{title}[R/OL]" in "".join(page.text)
    assert not {"b", "script", "em"} & set(page.tags)


def test_the_way_leads_to_the_first_page_of_a_long_record() -> None:
    assert 'class="address" data-way="../"' in cited("../")


def test_brackets_are_explained_where_there_are_some() -> None:
    assert "方括号里的是推断的" in shown(bureau=INFERRED)
    assert "方括号里的是推断的" not in shown(bureau=STATED)
