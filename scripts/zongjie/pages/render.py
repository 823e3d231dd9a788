"""Templates → Markdown files. Whatever a template prints is escaped unless it is Markdown already."""

from __future__ import annotations

import html
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from zongjie.pages.escape import Markdown, escape


def render(template: str, **values: Any) -> str:
    """The page that `templates/<template>.md.jinja` makes of `values`."""
    return _environment().get_template(f"{template}.md.jinja").render(values)


def _finalize(value: Any) -> str:
    return value if isinstance(value, Markdown) else escape("" if value is None else str(value))


def _front(value: str) -> Markdown:
    """A value for the front matter: HTML-escaped, because themes print it as it is, and quoted for YAML."""
    shown = "".join(c if c.isprintable() else " " for c in html.escape(value))
    return Markdown('"' + shown.replace("\\", "\\\\") + '"')


def _row(cells: Iterable[Any]) -> Markdown:
    """The cells of a table's row, as its line."""
    return Markdown(f"| {' | '.join(map(_finalize, cells))} |")


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).with_name("templates")),
        autoescape=False,  # finalize escapes for Markdown, which escaping for HTML would not do
        finalize=_finalize,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= {"front": _front, "row": _row}
    return environment
