"""Harvests of earlier runs, kept by content: a source with the same bytes, read by the same program, is not read again.

The key holds everything that a harvest depends on, so that a kept one is what would be made anew. Any change to the
program, the lexicons or the rules changes every key: then all sources are read and searched again, and that is all
there is to know. The folder may be deleted at any time.
"""

from __future__ import annotations

import pickle
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from zongjie.gathering.harvest import Harvest, sidecar_of


@dataclass(frozen=True)
class Kept:
    """The harvests in `folder`, made by the program, lexicons and rules that `tools` is the digest of."""

    folder: Path
    tools: str

    def key(self, source: Path, *, editors_word: bool) -> str:
        """The key of `source`'s harvest: a digest of the tools, and of its name, its bytes and those of its sidecar file."""
        digest = sha256(f"{self.tools}\0{source}\0{editors_word}\0".encode())
        digest.update(sha256(source.read_bytes()).digest())
        sidecar = sidecar_of(source)
        if editors_word and sidecar.is_file():
            digest.update(sidecar.read_bytes())
        return digest.hexdigest()

    def get(self, key: str) -> Harvest | None:
        """The kept harvest; None where there is none, or none that can be read."""
        try:
            kept = pickle.loads((self.folder / key).read_bytes())
        except Exception:  # a damaged pickle may raise nearly anything; the harvest is then made anew
            return None
        return kept if isinstance(kept, Harvest) else None

    def put(self, key: str, harvest: Harvest) -> None:
        """Keep a harvest, whole or not at all."""
        self.folder.mkdir(parents=True, exist_ok=True)
        fresh = self.folder / f".{key}.new"
        fresh.write_bytes(pickle.dumps(harvest, protocol=pickle.HIGHEST_PROTOCOL))
        fresh.replace(self.folder / key)

    def drop_all_but(self, keys: Iterable[str]) -> None:
        """Drop what this run had no use for."""
        wanted = frozenset(keys)
        if self.folder.is_dir():
            for path in self.folder.iterdir():
                if path.name not in wanted:
                    path.unlink(missing_ok=True)
