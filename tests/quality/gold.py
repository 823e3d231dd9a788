"""The annotated texts under `tests/gold/`: what they hold and how strings are compared."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

GOLD = Path(__file__).resolve().parent.parent / "gold"
LISTS = {
    "enterprise": "enterprises",
    "program": "programs",
    "project": "projects",
    "event": "events",
    "institution": "institutions",
    "policy": "policies",
    "honor": "honors",
    "platform": "platforms",
    "place": "places",
}
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True)
class GoldText:
    """The gold of one text: its source's stem, the part (None: the whole file) and the lists as YAML holds them."""

    label: str
    stem: str
    part: int | None
    data: dict[str, Any]

    def rows(self, key: str) -> list[dict[str, Any]]:
        """The rows of one list; a bare string is a row with a name only."""
        return [{"name": row} if isinstance(row, str) else row for row in self.data.get(key) or []]

    def concerns(self, record: dict[str, Any]) -> bool:
        """Whether a record of `knowledge.json` is this text."""
        return Path(record["source"]).stem == self.stem and self.part in (None, record["part"])


@dataclass
class Rates:
    """How many were wanted and found, predicted and right."""

    wanted: int = 0
    found: int = 0
    predicted: int = 0
    right: int = 0

    @property
    def precision(self) -> float:
        return self.right / self.predicted if self.predicted else 1.0

    @property
    def recall(self) -> float:
        return self.found / self.wanted if self.wanted else 1.0

    @property
    def f1(self) -> float:
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def read_yaml(path: Path) -> Any:
    """The content of a YAML file."""
    return yaml.load(path.read_text(encoding="utf-8"), Loader=_LOADER)


def gold_texts(folder: Path) -> Iterator[GoldText]:
    """All gold files in `folder`, by name."""
    for path in sorted(folder.glob("*.yml")):
        data = read_yaml(path) or {}
        yield GoldText(path.stem, Path(str(data.get("source", path.stem))).stem, data.get("part"), data)


def fold(text: object) -> str:
    """Drop blanks and quotation marks and fold case, so that “LED 芯片” equals led芯片."""
    return re.sub(r"[\s“”\"'‘’「」《》〈〉]", "", str(text)).lower()


def surfaces(row: dict[str, Any]) -> frozenset[str]:
    """All folded forms of a gold entity."""
    names = [*(row.get("mentions") or []), row.get("name"), row.get("title")]
    return frozenset(fold(name) for name in names if name)


def as_list(value: Any) -> list[Any]:
    """A field that may hold nothing, one value or several."""
    return value if isinstance(value, list) else [] if value is None else [value]
