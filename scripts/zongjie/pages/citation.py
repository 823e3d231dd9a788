"""How to cite a record: GB/T 7714 and BibTeX, as a piece of HTML that works without scripts.

The address stands in `.address`: the theme puts the site's address in place of `.site` where it is known, the script of the
page the address at which it is read. The script also fills in the date of the visit and the paragraph.
"""

from __future__ import annotations

import html
import re

from zongjie.model import Confidence, Record
from zongjie.pages.escape import Markdown
from zongjie.pages.labels import record_title
from zongjie.pages.urls import record_url

# What TeX takes for its own.
_TEX = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{character: f"\\{character}" for character in "&%$#_"},
}
_ACTIVE = re.compile(r"[\\{}~^&%$#_]")
_DATE = '<span data-cite="passage"></span><span data-cite="date">[引用日期]</span>'


def citation(record: Record, way: str) -> Markdown:
    """The box 引用这一篇; `way` leads from the page on which it stands to the record's first page: `./` or `../`."""
    address = f'<span class="address" data-way="{way}"><span class="site"></span>{record_url(record)}</span>'
    return Markdown(
        '<details class="cite" id="cite">\n<summary>引用这一篇</summary>\n'
        f'<p><strong>GB/T 7714</strong></p>\n<p data-cite="gbt">{_gbt(record)}{_DATE}. {address}.</p>\n'
        f'<p><strong>BibTeX</strong></p>\n<pre data-cite="bibtex"><code>{_bibtex(record, address)}</code></pre>\n'
        f'<p class="hint">引用其中一段,在网址后面加上段号,例如第 1 段是 <code>#p1</code>。{_brackets(record)}</p>\n'
        "</details>"
    )


def _gbt(record: Record) -> str:
    """正定县科技局. 正定县科技局工作总结([2012] 年)[R/OL]. — what was inferred in square brackets, as catalogues do."""
    who = _inferred(record.bureau.name, record.bureau.confidence)
    return html.escape(f"{f'{who}. ' if who else ''}{_title(record)}[R/OL]. ")


def _title(record: Record) -> str:
    """The title, with the year where it is known and the title does not name it."""
    title, year = record_title(record), record.period.year
    if not year or year in title:
        return title
    return f"{title}({_inferred(year, record.period.confidence)} 年)"


def _inferred(words: str | None, confidence: Confidence) -> str:
    return f"[{words}]" if words and confidence == "inferred" else words or ""


def _bibtex(record: Record, address: str) -> str:
    """The entry: a report of the bureau where it is known, else a piece without an author."""
    who, year, published = record.bureau.name, record.period.year, record.provenance.get("publisher")
    fields = {
        "author": f"{{{_tex(who)}}}" if who else "",
        "title": f"{{{_tex(_title(record))}}}",
        "institution": _tex(who or ""),
        "year": _tex(year or ""),
        "language": "chinese",
        "note": _tex(f"原载{published}") if published else "",
    }
    lines = [f"  {key} = {{{html.escape(value)}}},\n" for key, value in fields.items() if value]
    kind = "techreport" if who else "misc"
    return f'@{kind}{{{record.id},\n{"".join(lines)}<span data-cite="fields"></span>  url = {{{address}}}\n}}'


def _tex(text: str) -> str:
    return _ACTIVE.sub(lambda match: _TEX[match[0]], text)


def _brackets(record: Record) -> str:
    inferred = "inferred" in (record.bureau.confidence, record.period.confidence)
    return "方括号里的是推断的,原文没有写明。" if inferred else ""
