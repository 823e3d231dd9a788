"""What an editor knows: the files of `data/lexicon/`, loaded once and checked, one module for each kind of file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from zongjie.lexicon.eras import Eras, read_eras
from zongjie.lexicon.pages import PageName, read_pages
from zongjie.lexicon.places import Gazetteer, read_gazetteer
from zongjie.lexicon.programs import ProgramEntry, read_programs
from zongjie.lexicon.series import Series, read_series
from zongjie.lexicon.topics import Topic, read_topics
from zongjie.lexicon.traditional import read_traditional
from zongjie.lexicon.words import Words, read_words


@dataclass(frozen=True, repr=False)
class Lexicon:
    """All of `data/lexicon/`."""

    words: Words
    gazetteer: Gazetteer
    programs: tuple[ProgramEntry, ...]
    series: tuple[Series, ...]
    topics: tuple[Topic, ...]
    simplified: Mapping[int, str]
    eras: Eras = field(default_factory=Eras)
    pages: tuple[PageName, ...] = ()


def read_lexicon(folder: Path) -> Lexicon:
    """The lexicon in `folder` (`data/lexicon`). Raises InputError for a file that cannot be used."""
    return Lexicon(
        words=read_words(folder / "words"),
        gazetteer=read_gazetteer(folder / "places.tsv"),
        programs=read_programs(folder / "programs.yml"),
        series=read_series(folder / "series.yml"),
        topics=read_topics(folder / "topics.yml"),
        simplified=read_traditional(folder / "traditional.tsv"),
        eras=read_eras(folder / "place_years.tsv"),
        pages=read_pages(folder / "pages.yml"),
    )
