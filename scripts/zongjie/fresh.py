"""Whether a conversion would change anything: a stamp of all inputs and all outputs, checked before anything heavy is loaded."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path

_CODE = Path(__file__).resolve().parent


def fingerprint(folders: Iterable[Path]) -> str:
    """A digest of the names and contents of all files under `folders` and of the program itself."""
    digest = hashlib.sha256()
    for folder in (*folders, _CODE):
        for path in sorted(folder.rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                digest.update(str(path.relative_to(folder)).encode())
                digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def is_fresh(stamp: Path, inputs: str) -> bool:
    """Whether `stamp` was left by a run on the same inputs whose files stand as it left them."""
    try:
        left = json.loads(stamp.read_text(encoding="utf-8"))
        return bool(
            left["inputs"] == inputs and all(_state(Path(path)) == state for path, state in left["files"].items())
        )
    except (OSError, ValueError, KeyError, TypeError):
        return False


def leave_stamp(stamp: Path, inputs: str, files: Iterable[Path]) -> None:
    """Note that `files` are what the run on `inputs` wrote."""
    stamp.parent.mkdir(parents=True, exist_ok=True)
    state = {str(path): _state(path) for path in files}
    stamp.write_text(json.dumps({"inputs": inputs, "files": state}), encoding="utf-8")


def _state(path: Path) -> list[int]:
    status = path.stat()
    return [status.st_size, status.st_mtime_ns]
