"""A grade that stands alone is that of the prize told before: 获省科学技术奖5项,其中甲厂得|二等奖."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from zongjie.finding.analysis import Analysis
from zongjie.finding.honors.found import Found


def prizes_of_grades(analysis: Analysis, found: Sequence[Found]) -> Mapping[Found, str]:
    """The prize's name for each grade alone, where the text tells it and every such grade of the record is of that one prize."""
    told: dict[Found, str] = {}
    by_text: defaultdict[str, set[str]] = defaultdict(set)
    for n, grade in enumerate(found):
        if not grade.is_grade:
            continue
        before = [one for one in found[:n] if one.is_prize and one.span.start >= _start(analysis, grade.span.start)]
        name = analysis.text[grade.span.start : grade.span.end]
        prize = analysis.text[before[-1].span.start : before[-1].span.end] if before else ""
        by_text[name].add(prize)
        if prize:
            told[grade] = prize
    return {
        grade: prize
        for grade, prize in told.items()
        if by_text[analysis.text[grade.span.start : grade.span.end]] == {prize}
    }


def _start(analysis: Analysis, offset: int) -> int:
    """Where the sentence begins, with the part before a semicolon, and the sentence that 其中 goes on with."""
    sentence = analysis.sentence_at(offset)
    block = analysis.record.block_at(offset)
    text = analysis.text[sentence.start : sentence.end].lstrip()
    leans = text.startswith("其中") or analysis.text[max(0, sentence.start - 1) : sentence.start] in (";", "；")
    return analysis.sentence_at(sentence.start - 1).start if leans and sentence.start > block.start else sentence.start
