"""An honour as it was found in a text, before it becomes a mention."""

from __future__ import annotations

from dataclasses import dataclass

from zongjie.model import Span


@dataclass(frozen=True, slots=True)
class Found:
    """`status` is won or aimed; `is_prize` where a prize is named whole (省科学技术奖), `is_grade` where only its grade is (二等奖)."""

    span: Span
    status: str
    winners: tuple[str, ...]
    rule: str
    is_prize: bool = False
    is_grade: bool = False
