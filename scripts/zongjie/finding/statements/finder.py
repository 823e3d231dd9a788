"""What the sentences of a record say of its names: who undertakes which project under which program, whose a platform is.

It is told by the rules of `data/rules/relations.yml` over masked text, by names inside names (恒岭机电院士工作站), by what the
finders read beside a name, and of projects, where nothing else tells it, by the names next to them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from zongjie.finding.engine.rules import Rule
from zongjie.finding.projects.standing import standing
from zongjie.finding.statements.deeds import own_deeds
from zongjie.finding.statements.masked import PARTIES
from zongjie.finding.statements.of_projects import (
    by_columns,
    by_default,
    listed,
    plans_by_default,
    shared_owners,
    told_one_by_one,
)
from zongjie.finding.statements.reading import OWNED, Reading, Statement, is_told
from zongjie.finding.statements.ruled import by_rules
from zongjie.model import Mention, Record, Value

# A park that is called after a university need not be the university's: 天津大学静海科技园.
_PARKS = ("科技园", "产业园", "园区", "创业园", "示范园", "开发区")
_SMALLER_PLACE = tuple("镇乡村县市区街")


def statements(record: Record, mentions: Sequence[Mention], rules: Sequence[Rule]) -> list[Statement]:
    """All that is said of the `mentions` of `record`, `rules` being those of relations.yml; one thing may come twice."""
    reading = Reading(record, mentions)
    found = [
        *by_rules(reading, rules),
        *by_columns(reading),
        *_by_nesting(reading),
        *_by_attributes(reading),
        *_deeds(reading),
    ]
    found, settled = told_one_by_one(reading, found)
    found += by_default(reading, found, settled)
    found += plans_by_default(reading, found)
    return [*found, *shared_owners(reading, found), *listed(reading, found)]


# --- by what lies inside what ----------------------------------------------------------------------------------------


def _by_nesting(reading: Reading) -> Iterator[Statement]:
    """恒岭机电院士工作站 is 恒岭机电's; 国家科技富民强县奶业产业化项目 is under 国家科技富民强县."""
    for outer in reading.mentions:
        if outer.kind not in ("platform", "project") or reading.is_in_program(outer):
            continue
        sentence = reading.sentence(outer)
        for inner in reading.inside(outer):
            if outer.kind == "platform" and inner.kind in PARTIES and not is_told(outer):
                if inner.kind == "institution" and outer.text.endswith(_PARKS):
                    continue
                if reading.text[inner.end : inner.end + 1] not in _SMALLER_PLACE:
                    yield Statement("owns_platform", inner, outer, sentence, {})
            elif outer.kind == "project" and inner.kind == "program" and inner.start == outer.start:
                planned = bool(outer.attributes.get("target"))
                status = standing(reading.text, sentence, outer.span, "context", planned=planned)
                told: dict[str, Value] = {"status": status, "level": inner.attributes.get("level")}
                yield Statement("funded_under", outer, inner, sentence, {k: v for k, v in told.items() if v})


# --- by what the finders read ----------------------------------------------------------------------------------------


def _by_attributes(reading: Reading) -> Iterator[Statement]:
    """Owners and winners that a finder saw beside the name."""
    by_text: dict[str, Mention] = {}
    for mention in (*reading.of(*PARTIES), *reading.of("place", "platform")):  # 城关镇钟楼社区 can win a title, too
        by_text.setdefault(mention.text, mention)
    for mention in reading.mentions:
        for kind, key, predicate in OWNED:
            value = mention.attributes.get(key)
            if mention.kind != kind or not value or mention.attributes.get("status") == "aimed":
                continue
            if reading.is_in_program(mention):
                continue
            for name in value if isinstance(value, tuple) else (str(value),):
                if (owner := by_text.get(name)) and (predicate == "won_honor" or owner.kind in PARTIES):
                    yield Statement(predicate, owner, mention, reading.sentence(mention), {})


def _deeds(reading: Reading) -> Iterator[Statement]:
    """Events that the bureau held itself."""
    for mention in own_deeds(reading.analysis, reading.of("event")):
        attributes: dict[str, Value] = {"target": True} if mention.attributes.get("target") else {}
        yield Statement("held", None, mention, reading.sentence(mention), attributes)
