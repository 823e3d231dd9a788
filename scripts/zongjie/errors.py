"""Errors that a user of the program can mend."""

from __future__ import annotations

from pathlib import Path


class InputError(Exception):
    """An input is unusable.

    The message is one line in Chinese for the editor: the file, the line where there is one, what is wrong, what to do.
    """

    def __init__(self, path: Path | str, problem: str, remedy: str, line: int | None = None) -> None:
        where = str(path) if line is None else f"{path} 第 {line} 行"
        super().__init__(f"{where}:{problem}。{remedy}。")
        self.path = Path(path)
        self.line = line
        self._told = (path, problem, remedy, line)

    def __reduce__(self) -> tuple[type[InputError], tuple[Path | str, str, str, int | None]]:
        """How the error comes back from another process."""
        return type(self), self._told
