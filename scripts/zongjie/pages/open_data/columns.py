"""The columns of tables, and those that many tables share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

# As Frictionless calls them; `object` is JSON in a cell.
Type = Literal["string", "integer", "number", "boolean", "object"]


@dataclass(frozen=True, slots=True)
class Column:
    """`refers` names the table and the column in which the value is found; `required` columns are never empty."""

    name: str
    type: Type
    title: str
    note: str = ""
    required: bool = False
    refers: tuple[str, str] | None = None


def words(name: str, title: str, note: str = "", refers: tuple[str, str] | None = None) -> Column:
    """Words that every row has."""
    return Column(name, "string", title, note, True, refers)


def maybe_words(name: str, title: str, note: str = "") -> Column:
    """Words that a row may lack."""
    return Column(name, "string", title, note)


def number(name: str, title: str, note: str) -> Column:
    """A number that every row has."""
    return Column(name, "integer", title, note, True)


def yes_or_no(name: str, title: str, note: str) -> Column:
    """True or false."""
    return Column(name, "boolean", title, note, True)


def record() -> Column:
    """The record that a row belongs to."""
    return words("record", "总结", "所在总结的编号", ("records", "id"))


def entity(note: str = "") -> Column:
    """The entity that a row belongs to."""
    return words("entity", "条目", note, ("entities", "id"))


def span() -> tuple[Column, Column]:
    """Where a stretch of a record begins and ends."""
    return (
        number("start", "起点", "在全文里从第几个字开始(从 0 数,按 Unicode 码位)"),
        number("end", "终点", "到第几个字之前为止"),
    )


def place_in_text(text_note: str) -> tuple[Column, ...]:
    """The record, the paragraph and the stretch of text that a row stands for."""
    return (
        record(),
        words("block", "段", "所在段落的编号,如 p12"),
        *span(),
        words("text", "原文", text_note),
    )


def other(note: str) -> Column:
    """What has no column of its own."""
    return Column("attributes", "object", "其他", f"JSON:{note}", True)


def repeat() -> Column:
    """Whether the row is to be left out where one counts."""
    return yes_or_no("repeat", "重复", "所在段落是否与另一篇重复;计数、汇总时请只用 false 的行")


def url(note: str) -> Column:
    """Where on the site the row is shown."""
    return words("url", "网址", f"{note},相对于网站首页")


def confidence(name: str, what: str) -> Column:
    """How sure one of the inferred values is."""
    return words(f"{name}_confidence", f"{what}的把握", "stated 写明,inferred 推断,unknown 不详")
