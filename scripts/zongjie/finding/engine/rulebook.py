"""All rule files of `data/rules/`, by the name of the file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from zongjie.finding.engine.rules import Rule, read_rules
from zongjie.lexicon.words import Words


@dataclass(frozen=True, repr=False)
class Rulebook:
    """`rulebook["enterprises"]` are the rules of `data/rules/enterprises.yml`, in their order; none where there is no such file."""

    files: Mapping[str, tuple[Rule, ...]]

    def __getitem__(self, name: str) -> tuple[Rule, ...]:
        return self.files.get(name, ())


def read_rulebook(folder: Path, words: Words) -> Rulebook:
    """The rules of every YAML file in `folder`. Raises InputError for a rule that does not load."""
    return Rulebook({path.stem: read_rules(path, words) for path in sorted(folder.glob("*.yml"))})
