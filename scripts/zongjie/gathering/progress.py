"""How far a long step has come: a bar on a terminal, one plain line elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

# Below this a step takes a second or two.
_FEW = 20


@contextmanager
def progress(label: str, total: int) -> Iterator[Callable[[], None]]:
    """Shows a step of `total` parts; call what it yields after each part."""
    if total < _FEW:
        yield lambda: None
        return
    if not sys.stderr.isatty():
        print(f"{label}:{total} 个文件……", file=sys.stderr, flush=True)
        yield lambda: None
        return
    import click

    with click.progressbar(length=total, label=label, file=sys.stderr, show_pos=True) as bar:
        yield lambda: bar.update(1)
