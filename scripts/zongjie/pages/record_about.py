"""What a record is: its bureau, region, period and kind, how sure that is, and what in the text says so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from zongjie.model import Confidence, Record, Span
from zongjie.pages.escape import Markdown, escape
from zongjie.pages.labels import CONFIDENCE_NAMES, period_name, region_name
from zongjie.pages.linker import Linker
from zongjie.pages.passage import link, marked
from zongjie.pages.themes import Theme

_EVIDENCE_SHOWN = 4
_CONTEXT = 7


@dataclass(frozen=True, slots=True)
class Row:
    """One statement about the record, how sure it is, and what in the text says so."""

    label: str
    value: Markdown
    sure: str
    evidence: tuple[Markdown, ...]


def overview(record: Record, themes: Sequence[Theme], linker: Linker) -> Iterator[Row]:
    """The rows of the table at the head of the record's page; `themes` are what it reports on."""
    bureau, region, period = record.bureau, record.region, record.period
    yield _row(
        "单位",
        escape(bureau.name) if bureau.name else _candidates(record),
        bureau.confidence,
        bureau.evidence,
        record,
        linker,
    )
    yield _row("地区", escape(region_name(region)), region.confidence, region.evidence, record, linker)
    yield _row("时间", escape(period_name(record)), period.confidence, period.evidence, record, linker)
    yield Row("文种", escape(record.kind), "", ())
    if themes:
        topics = (link(theme.topic.name, linker.to(theme.page)) for theme in themes)
        yield Row("主题", Markdown("、".join(topics)), "", ())
    yield Row("来源", _origin(record), "", ())


def _row(
    label: str, value: Markdown, sure: Confidence, evidence: Sequence[Span], record: Record, linker: Linker
) -> Row:
    told = bool(value) and sure != "unknown"
    return Row(
        label,
        value or Markdown("不详"),
        CONFIDENCE_NAMES[sure] if told else "",
        _evidence(evidence, record, linker),
    )


def _candidates(record: Record) -> Markdown:
    """Bureaus that it may be from, where none is certain."""
    names = "、".join(f"{escape(one.name)}({one.weight:.0%})" for one in record.bureau.candidates)
    return Markdown(f"不详,可能是 {names}") if names else Markdown()


def _evidence(spans: Sequence[Span], record: Record, linker: Linker) -> tuple[Markdown, ...]:
    """The first pieces of evidence in their context, each leading to its paragraph; the same words once."""
    by_words = {record.text[span.start : span.end]: span for span in reversed(spans)}
    shown = sorted(by_words.values())[:_EVIDENCE_SHOWN]
    quoted = [linker.passage(record.id, span.start, _in_context(span, record)) for span in shown]
    return tuple(quoted)


def grounds(rows: Iterable[Row]) -> tuple[tuple[str, Markdown], ...]:
    """What the statements rest on, those on the same words together: 单位、地区, 「…列入**河北**科技支撑计划…」."""
    labels: dict[tuple[Markdown, ...], list[str]] = {}
    for row in rows:
        if row.evidence:
            labels.setdefault(row.evidence, []).append(row.label)
    return tuple(("、".join(those), Markdown("、".join(evidence))) for evidence, those in labels.items())


def _in_context(span: Span, record: Record) -> Markdown:
    """「…列入**河北**科技支撑计划…」: the words with a few around them, which tell why they are evidence."""
    block = record.block_at(span.start)
    around = Span(max(block.start, span.start - _CONTEXT), min(max(block.end, span.end), span.end + _CONTEXT))
    before = "…" if around.start > block.start else ""
    after = "…" if around.end < block.end else ""
    return Markdown(f"「{before}{marked(record.text, around, hits=[span])}{after}」")


def _origin(record: Record) -> Markdown:
    """The source file and its lines, and where it was published as far as an editor noted it."""
    lines = f"第 {record.lines[0]}—{record.lines[1]} 行"
    parts = [f"{escape(record.source)} {lines}"]
    address = str(record.provenance.get("url") or "")
    publisher = str(record.provenance.get("publisher") or "原发布页")
    if address.startswith(("http://", "https://")):
        parts.append(link(publisher, _address(address)))
    elif record.provenance.get("publisher"):
        parts.append(escape(publisher))
    if record.provenance.get("fetched"):
        parts.append(f"{escape(str(record.provenance['fetched']))} 收录")
    return Markdown(",".join(parts))


def _address(url: str) -> str:
    """A web address without the characters that would end a link."""
    return "".join(f"%{ord(c):02X}" if c in " ()<>\"'[]{}\\`*_" else c for c in url if c.isprintable())
