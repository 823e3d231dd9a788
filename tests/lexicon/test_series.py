"""Recurring events: which series a name belongs to, and how a slip in the file is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from zongjie.errors import InputError
from zongjie.lexicon import Lexicon
from zongjie.lexicon.series import read_series, series_of


@pytest.mark.parametrize(
    ("name", "series"),
    [
        ("杏花岭区第十届科技活动周", "科技活动周"),
        ("第二十三届“科技之春”宣传月活动", "科技之春"),
        ("文化科技卫生“三下乡”活动", "文化科技卫生三下乡"),
        ("“4.26”世界知识产权日", "世界知识产权日"),
        ("5.12防灾减灾日", "防灾减灾日"),
        ("第五届中国创新创业大赛(陕西赛区)", "创新创业大赛"),
        ("科技型企业融资对接会", None),
    ],
)
def test_series_of_a_name(name: str, series: str | None, lexicon: Lexicon) -> None:
    found = series_of(name, lexicon.series)

    assert (found.name if found else None) == series


def test_a_word_of_two_series_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "series.yml"
    path.write_text("- {name: 科技活动周, words: [科技周]}\n- {name: 科技节, words: [科技周]}\n", encoding="utf-8")

    with pytest.raises(InputError, match=r"第 2 行.*「科技周」"):
        read_series(path)


def test_no_file_gives_no_series(tmp_path: Path) -> None:
    assert read_series(tmp_path / "series.yml") == ()
