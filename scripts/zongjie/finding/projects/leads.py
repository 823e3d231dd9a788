"""Where a list of projects opens, and under which plan: 省科技攻关计划4项:, 星火计划项目9个,批下来5个。, 创新基金方面,."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from zongjie.finding.analysis import Analysis
from zongjie.finding.programs.levels import rung_of
from zongjie.finding.statements.masked import ALL_MARKS, FILLER, PROGRAM_MARK
from zongjie.model import Mention, Span

# What no word of a clause is: a pause, a bracket, a quotation mark, a known name.
NO_GLUE = rf",，、。;；:：!！?？()（）“”「」《》\n{ALL_MARKS}"
GLUE = f"[^{NO_GLUE}]"
NUMBER = "[0-9一二三四五六七八九十两]+"
CLASS = "(?:重点|重大|面上|一般|青年|科技|科研|示范|推广|引导|专项|资助|子)*(?:计划)?(?:项目|课题|专题)?"
# A level that is told of projects by itself: 国家级1个; 全市 and 我省 tell of a region.
LEVEL = "(?:国家|部|省部?|自治区|兵团|地区|地市|地|市|州|盟|县|区|旗)级"
_DIGITS = {"两": 2, **{digit: n for n, digit in enumerate("一二三四五六七八九十", start=1)}}
_NEAR = 200  # from a plan to the projects of one of its levels
_COUNT = re.compile(rf"({NUMBER})余?[项个]")
# 省科技发展计划4项、|市科技计划9项|,其中…: of which of them the list is cannot be told.
_FROM_ALL = re.compile("[,，]?其中")
_NEXT_PLAN = re.compile(rf"[{PROGRAM_MARK}]{FILLER}*{CLASS}{GLUE}{{0,6}}?{NUMBER}余?[项个][、，,和与及]\Z")
_HEADING = 40  # the longest line that is but the heading of a list
# What stands before the plan in such a heading: (二)实施|国家星火计划; not (5)甲厂“乙”,|国家重点新产品计划。
_OPENS_LINE = re.compile(rf"{GLUE}{{0,4}}[、.．)）:：]?{GLUE}{{0,10}}[(（]?{GLUE}{{0,3}}[)）]?{GLUE}{{0,8}}[“《]?")


@dataclass(frozen=True, slots=True)
class Lead:
    """Words that open a list of projects; `span` ends where the list may begin.

    `program` is None where they tell the level alone (省级项目2个:); `count` is how many projects they speak of, None where
    they do not tell.
    """

    program: Mention | None
    level: str | None
    count: int | None
    span: Span


def leads(analysis: Analysis, masked: str, programs: Sequence[Mention], municipality: bool) -> list[Lead]:
    """The places of the text, in order, behind which projects may be listed; `masked` is its text with known names masked."""
    found = [*_of_programs(analysis, masked, programs), *_of_levels(masked, programs, municipality)]
    return sorted(found, key=lambda lead: lead.span)


def _of_programs(analysis: Analysis, masked: str, programs: Sequence[Mention]) -> Iterator[Lead]:
    counted, named, heading = _patterns()
    for program in programs:
        block = analysis.record.block_at(program.start)
        level = program.attributes.get("level")
        told = str(level) if level else None
        end = program.end + masked.startswith(FILLER, program.end)  # “丰收计划”3项: the mask takes the quotation mark
        for pattern in (counted, named):
            if match := pattern.match(masked, end, block.end):
                several = _FROM_ALL.match(masked, match.end()) and _NEXT_PLAN.search(masked, block.start, program.start)
                plan, level = (None, None) if several else (program, told)
                yield Lead(plan, level, _last_count(match), Span(program.start, match.end()))
                break
        else:
            match = heading.fullmatch(masked, end, block.end)
            if (
                match
                and block.end - block.start <= _HEADING
                and _OPENS_LINE.fullmatch(masked, block.start, program.start)
            ):
                yield Lead(program, told, None, Span(program.start, block.end))


def _of_levels(masked: str, programs: Sequence[Mention], municipality: bool) -> Iterator[Lead]:
    for match in _level_lead().finditer(masked):
        program = _of_several_levels(masked, match.start(), programs)
        if program or not match["bare"]:
            yield Lead(program, rung_of(match["level"], municipality), _last_count(match), Span(*match.span()))


def _of_several_levels(masked: str, start: int, programs: Sequence[Mention]) -> Mention | None:
    """The plan whose projects of one level are told at `start`: 列入国家、省、市星火计划共8项。…省级3项:…."""
    before = [program for program in programs if start - _NEAR < program.end <= start]
    if not before or not _several().search(masked, max(0, before[-1].start - 12), start):
        return None
    program = before[-1]
    joined = masked[program.start - 1 : program.start] in tuple("、和及与")
    if joined:  # of 国家、省、市星火计划 the plan's own name, where the text tells it before
        return next((other for other in before[:-1] if program.text.endswith(other.text)), program)
    return None if program.attributes.get("level") else program


def _last_count(match: re.Match[str]) -> int | None:
    """The last number of the lead: 5 of 星火计划项目9个,批下来5个."""
    counts = _COUNT.findall(match.group())
    return number_of(counts[-1]) if counts else None


def number_of(digits: str) -> int | None:
    """12 → 12, 三 → 3, 十二 → 12; None for what is longer."""
    if digits.isdigit():
        return int(digits)
    if len(digits) == 2 and digits[0] == "十":
        return 10 + _DIGITS[digits[1]]
    return _DIGITS.get(digits)


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    count = rf"{NUMBER}余?[项个]"
    opens = r"(?=[,，:：;；。(（—“《\s]|$|分别|其中|即|包括|[有是为])"
    told = "(?:项目|课题)?(?:获批|立项|支持|资助|获准|批准)?(?:[、,，](?:经费|资金)?[0-9.]+[万亿]?元)?"
    counted = rf"{CLASS}{GLUE}{{0,12}}?{count}{told}(?:[,，](?!其中|分别|[再另]?一[个项]){GLUE}{{0,12}}?{count}{told})*{opens}"
    given = "(?:已|新|批准|立项|获批|下达|支持|资助|安排|实施|完成|项目|课题|的)*"
    named = "|".join(
        (
            rf"{given}(?:有|是|为|包括|主要有|分别[是为])(?:{count})?(?=[:：“《{ALL_MARKS}])",  # 批准立项的有…
            f"{given}(?:方面|类|中|里|上)?(?=[:：])",  # 项目:…
            "(?:方面|中|里|上|类)(?=[,，])",  # 基金方面,…
        )
    )
    named = f"{CLASS}(?:{named})"
    heading = r"(?:重点|重大)?(?:项目|课题)?(?:立项|申报|安排|实施|执行)?(?:情况)?[。:：]?"
    return re.compile(counted), re.compile(named), re.compile(heading)


@lru_cache(maxsize=1)
def _several() -> re.Pattern[str]:
    """A plan with its number of projects, behind what may be its other levels."""
    return re.compile(rf"[{PROGRAM_MARK}]{FILLER}*{CLASS}{GLUE}{{0,12}}?{NUMBER}余?[项个]")


@lru_cache(maxsize=1)
def _level_lead() -> re.Pattern[str]:
    kind = "(?:重点|重大|科技|科研|计划|攻关|创新)*(?:项目|课题)"
    count = rf"{NUMBER}余?[项个]"
    counted = rf"(?:有|共)?{count}(?=[:：]|[,，](?:分别|其中|即|一是))"
    told = rf"(?:[有是为]|分别[是为]|包括)(?=[:：{ALL_MARKS}])"
    return re.compile(
        rf"(?<![{ALL_MARKS}])(?P<level>{LEVEL})(?:{kind}(?:{counted}|{told}|(?=[:：]))|(?P<bare>(?:的|有|共)*{count}(?=[:：])))"
    )
