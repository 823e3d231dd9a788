"""`make score`: extraction held against the annotated texts. `--misses` lists what was missed and wrongly found.

Of the unread texts it lists nothing: whoever writes rules would have read them.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable

from tests.quality.corpora import CORPORA, Corpus, read_corpus
from tests.quality.facts import FactScore, score_facts
from tests.quality.gold import Rates
from tests.quality.names import NameScore, score_names
from tests.quality.reading import ReadingScore, score_reading


def main() -> None:
    """Print the scores of all corpora, or of those named on the command line."""
    chosen = [name for name in sys.argv[1:] if not name.startswith("-")]
    for corpus in CORPORA:
        if not chosen or corpus.name in chosen:
            print(*_report(corpus, "--misses" in sys.argv and corpus.name != "unread"), sep="\n", end="\n\n")


def _report(corpus: Corpus, misses: bool) -> Iterable[str]:
    knowledge = read_corpus(corpus)
    names, facts = score_names(knowledge, corpus.gold), score_facts(knowledge, corpus.gold)
    reading = score_reading(knowledge, corpus.records)
    yield f"== {corpus.name}"
    yield f"{'kind':14}{'wanted':>7}{'found':>7}" + "".join(
        f"{h:>7}" for h in ("P", "R", "F1", "P~", "R~", "F1~", "one")
    )
    yield from (_names(kind, score) for kind, score in names.items())
    yield from _facts(facts)
    yield from _reading(reading)
    if misses:
        for kind, score in names.items():
            yield from (f"{kind} missed {name}" for name in score.missed)
            yield from (f"{kind} not in gold {name}" for name in score.extra)
        yield from (*facts.notes, *reading.notes)


def _names(kind: str, score: NameScore) -> str:
    e, s = score.exact, score.soft
    rates = (e.precision, e.recall, e.f1, s.precision, s.recall, s.f1, score.whole.recall)
    return f"{kind:14}{e.wanted:7}{e.predicted:7}" + "".join(f"{rate:7.3f}" for rate in rates)


def _facts(score: FactScore) -> Iterable[str]:
    for predicate, rates in score.predicates.items():
        yield f"{predicate:14}{rates.wanted:7}{rates.predicted:7}{rates.precision:7.3f}{rates.recall:7.3f}{rates.f1:7.3f}"
    for name, rates in {"status": score.status, **{f"event {n}": r for n, r in score.events.items()}}.items():
        yield _share(name, rates)


def _reading(score: ReadingScore) -> Iterable[str]:
    yield _share("headings", score.headings) + f"  precision {score.headings.precision:.3f}"
    yield _share("lost headings", score.lost)
    yield _share("damage", score.damage)
    yield _share("boilerplate", score.boilerplate)
    yield "; ".join(f"{name} {count}" for name, count in sorted(score.counts.items()))


def _share(name: str, rates: Rates) -> str:
    return f"{name:14}{rates.wanted:7}{rates.found:7}       {rates.recall:7.3f}"


if __name__ == "__main__":
    main()
