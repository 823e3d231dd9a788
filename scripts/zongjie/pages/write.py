"""Generated files → disk: what changed is written, what is no longer produced goes, what people wrote stays."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from zongjie.errors import InputError

# MkDocs leaves names with a leading dot out of the site.
INDEX = ".generated"


@dataclass(frozen=True)
class Written:
    """The paths under `docs` that were written, removed, and left because they were the same already."""

    docs: Path
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    kept: tuple[str, ...]

    @property
    def files(self) -> tuple[Path, ...]:
        """Every file that the program keeps under `docs` now, its own list included."""
        return tuple(self.docs / path for path in sorted((*self.changed, *self.kept, INDEX)))


def write_files(files: Mapping[str, str | bytes], docs: Path) -> Written:
    """Make the generated files under `docs` equal to `files` (path → content); text is written as UTF-8.

    The list of generated files in `docs/.generated` tells them from hand-written ones. It is complete at any moment,
    so that a run that is cut short is put right by the next. Raises InputError, before anything is written, where a
    generated page would replace a file that is not on that list.
    """
    contents = {path: _bytes(content) for path, content in sorted(files.items())}
    listed = _read_index(docs)
    changed = tuple(path for path, content in contents.items() if not _same(docs / path, content))
    stale = tuple(sorted(listed - contents.keys()))
    _refuse_to_replace(docs, (path for path in changed if path not in listed))
    if not changed and not stale and listed == contents.keys():
        return Written(docs, (), (), tuple(contents))
    docs.mkdir(parents=True, exist_ok=True)
    _write_index(docs, listed | contents.keys())
    for path in changed:
        _write(docs / path, contents[path])
    removed = tuple(path for path in stale if _remove(docs, path))
    _write_index(docs, contents.keys())
    return Written(docs, changed, removed, tuple(path for path in contents if path not in changed))


def _bytes(content: str | bytes) -> bytes:
    return content.encode("utf-8") if isinstance(content, str) else content


def _same(path: Path, content: bytes) -> bool:
    return path.is_file() and path.stat().st_size == len(content) and path.read_bytes() == content


def _refuse_to_replace(docs: Path, paths: Iterable[str]) -> None:
    for path in paths:
        if (docs / path).exists():
            raise InputError(docs / path, "这个文件不是由程序生成的,程序要写的页面与它同名", "请把它改名或移走")


def _read_index(docs: Path) -> set[str]:
    try:
        lines = (docs / INDEX).read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        return set()
    return {line for line in lines if _is_inside(line)}


def _is_inside(path: str) -> bool:
    """Whether `path` stays under the folder it is joined to: a damaged list must never lead elsewhere."""
    parts = PurePosixPath(path)
    return bool(path) and not parts.is_absolute() and ".." not in parts.parts


def _write_index(docs: Path, paths: Iterable[str]) -> None:
    _write(docs / INDEX, "".join(f"{path}\n" for path in sorted(paths)).encode("utf-8"))


def _write(path: Path, content: bytes) -> None:
    """Write a whole file or nothing: beside its place first, then moved there in one step."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f".{path.name}.new")
    fresh.write_bytes(content)
    fresh.replace(path)


def _remove(docs: Path, path: str) -> bool:
    """Remove one generated file and the folders that it leaves empty; False where it was gone already."""
    file = docs / path
    existed = file.is_file()
    file.unlink(missing_ok=True)
    for folder in file.parents:
        if folder == docs or not folder.is_dir() or any(folder.iterdir()):
            break
        folder.rmdir()
    return existed
