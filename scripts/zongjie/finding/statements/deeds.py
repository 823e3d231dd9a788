"""Which of a record's events its own bureau held: 我局举办科技周, 举办科技周; not 国际天立学校举行…, 参加科博会."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from zongjie.finding.analysis import Analysis
from zongjie.finding.events.hosts import Hosts, hosts_of
from zongjie.finding.events.house import House, house_of
from zongjie.model import Mention, Span

_HEADING = 24


def own_deeds(analysis: Analysis, events: Sequence[Mention]) -> Iterator[Mention]:
    """Those of the events, in reading order, that the bureau held alone or with others."""
    house = house_of(analysis.record)
    for at, event in enumerate(events):
        hosts = _hosts(analysis, event, house)
        if not hosts.own:
            continue
        if hosts.told or not (_by_others(event, house) or _heads_deed_of_others(analysis, events, at, house)):
            yield event


def _hosts(analysis: Analysis, event: Mention, house: House) -> Hosts:
    sentence = analysis.sentence_at(event.start)
    return hosts_of(analysis.text, sentence.start, Span(event.start, event.end), sentence.end, house)


def _by_others(event: Mention, house: House) -> bool:
    """Whether the text names hosts of the event, and the bureau is none of them."""
    names = event.attributes.get("organisers")
    return isinstance(names, tuple) and bool(names) and not any(map(house.is_meant, names))


def _heads_deed_of_others(analysis: Analysis, events: Sequence[Mention], at: int, house: House) -> bool:
    """Whether the sentence is a mere heading to the deed of another: 首次举办学校科技活动周。5月15日,国际天立学校举行了科技活动周启动仪式."""
    sentence = analysis.sentence_at(events[at].start)
    follower = analysis.sentence_at(sentence.end)
    if sentence.end - sentence.start > _HEADING or analysis.record.block_at(events[at].start).end <= follower.start:
        return False
    series = events[at].attributes.get("series")
    told = [event for event in events[at + 1 :] if follower.start <= event.start < follower.end]
    return any(
        series is not None and series == event.attributes.get("series") and _by_others(event, house) for event in told
    )
