"""What garbled strings may have been."""

from __future__ import annotations

import pytest

from zongjie.reading.ungarble import propose


@pytest.mark.parametrize(
    ("garbled", "original"),
    [
        ("μ岣呒粕", "〓提高计〓"),
        ("科技创新".encode().decode("gb18030"), "科技创新"),
        ("科技活动周".encode("gbk").decode("latin-1"), "科技活动周"),
    ],
)
def test_a_misreading_that_explains_the_string(garbled: str, original: str) -> None:
    proposal = propose(garbled)
    assert proposal is not None
    assert proposal.original == original
    assert proposal.how


@pytest.mark.parametrize("text", ["濯", "ń", "◆", "??", "缙云", "科技局", "", "ψ"])
def test_nothing_is_made_up(text: str) -> None:
    assert propose(text) is None
