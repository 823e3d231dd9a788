"""Pages of the run before, kept by what they show: what would be made the same is not made again.

The file may be deleted at any time.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

Pages = dict[str, str]


@dataclass(frozen=True)
class KeptPages:
    """The pages of the run `before` and of this one, by the digest of all that they show."""

    before: Mapping[str, Pages] = field(default_factory=dict)
    now: dict[str, Pages] = field(default_factory=dict)

    @classmethod
    def at(cls, file: Path) -> KeptPages:
        """Those in `file`; none where there is no such file, or none that can be read."""
        try:
            before = pickle.loads(file.read_bytes())
        except Exception:  # a damaged pickle may raise nearly anything; the pages are then made anew
            return cls()
        return cls(before) if isinstance(before, dict) else cls()

    def get(self, key: str, make: Callable[[], Pages]) -> Pages:
        """The pages kept under `key`, else those that `make` makes; an empty key keeps nothing."""
        if not key:
            return make()
        pages = self.before.get(key)
        self.now[key] = make() if pages is None else pages
        return self.now[key]

    def save(self, file: Path) -> None:
        """Leave the pages of this run for the next one, whole or not at all."""
        if self.now.keys() == self.before.keys():
            return
        file.parent.mkdir(parents=True, exist_ok=True)
        fresh = file.with_name(f".{file.name}.new")
        fresh.write_bytes(pickle.dumps(self.now, protocol=pickle.HIGHEST_PROTOCOL))
        fresh.replace(file)
