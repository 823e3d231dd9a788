"""What must hold for any text, whatever stands in it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from zongjie.build import know as know_harvests
from zongjie.finding.engine.rulebook import Rulebook
from zongjie.finding.find import find
from zongjie.gathering.harvest import Harvest
from zongjie.lexicon import Lexicon
from zongjie.model import Knowledge, Record
from zongjie.pages.knowledge_json import knowledge_json
from zongjie.reading.read import read_source

PIECES = st.sampled_from(
    [
        "一、", "(一)", "1、", "⑴", "一是", "首先,", "全年", "20xx年", "20__年,", "xx市", "*区", "**县", "某县", "上半年",
        "河北常山生化药业股份有限公司", "常山生化", "xx轴瓦有限公司", "恒岭机电、华信药业等5家企业", "大自然饲料(天津)有限公司",
        "的“坡莫合金金属纤维”项目", "《正定县专利管理办法》", "列入国家火炬计划", "申报", "获省科技进步三等奖", "国家863计划",
        "5月17日,", "在五云街道溪滨公园", "举办科技活动周启动仪式", "以“携手创新”为主题", "培训农民1.5万人次", "同比增长21.4%",
        "河北农大", "县妇幼保健院", "市选煤装备工程技术研究中心", "沙井镇三津村", "四μ岣呒粕", "<script>alert(1)</script>", "{{ x }}",
        "|", "`", "](", "“", "”", "《", "(", ")", "。", ",", "、", ";", "\n", "\n\n", "\n    ", " ", "\u3000", "led", "ERP", "😀", "\u2028",
    ]
)  # fmt: skip
TEXTS = st.lists(st.one_of(PIECES, st.text(max_size=6)), min_size=1, max_size=40).map("".join)
SLOW = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def know(records: Iterable[Record], lexicon: Lexicon, rules: Rulebook) -> Knowledge:
    return know_harvests([Harvest(tuple((one, find(one, lexicon, rules)) for one in records))], lexicon, rules)


def read(text: str, folder: Path, lexicon: Lexicon, name: str = "t.txt") -> tuple[Record, ...]:
    path = folder / name
    path.write_bytes(("科技局工作总结\n" + text).encode("utf-8", errors="replace").replace(b"\0", b""))
    return read_source(path, lexicon)


@SLOW
@given(text=TEXTS)
def test_spans_tell_the_truth(text: str, tmp_path: Path, lexicon: Lexicon, rules: Rulebook) -> None:
    knowledge = know(read(text, tmp_path, lexicon), lexicon, rules)
    records = {record.id: record for record in knowledge.records}
    entities = {entity.id for entity in knowledge.entities}
    for record in knowledge.records:
        assert record.text == "\n".join(record.text[b.start : b.end] for b in record.blocks)
        assert [b.id for b in record.blocks] == [f"p{n}" for n in range(1, len(record.blocks) + 1)]
        for damage in record.damage:
            assert record.text[damage.start : damage.end] == damage.text
        for section in record.sections:
            assert 0 <= section.start <= section.end <= len(record.text)
    for entity in knowledge.entities:
        assert entity.id.isascii()
        for mention in entity.mentions:
            assert records[mention.record].text[mention.start : mention.end] == mention.text
            assert mention.text in (entity.name, *entity.aliases)
    for figure in knowledge.figures:
        assert records[figure.record].text[figure.start : figure.end] == figure.value
    for fact in knowledge.facts:
        assert 0 <= fact.start < fact.end <= len(records[fact.record].text)
        assert fact.subject in entities or fact.subject in records


@SLOW
@given(one=TEXTS, other=TEXTS)
def test_the_order_of_input_changes_nothing(
    one: str, other: str, tmp_path: Path, lexicon: Lexicon, rules: Rulebook
) -> None:
    first, second = read(one, tmp_path, lexicon, "a.txt"), read(other, tmp_path, lexicon, "b.txt")
    forth, back = know([*first, *second], lexicon, rules), know([*second, *first], lexicon, rules)
    assert knowledge_json(forth) == knowledge_json(back)


@SLOW
@given(text=TEXTS)
def test_a_record_is_read_alike_alone_and_in_company(
    text: str, tmp_path: Path, lexicon: Lexicon, rules: Rulebook
) -> None:
    """Other texts may give an entity more mentions and a fuller name, but never change what was found in this one."""
    company = read("缙云县恒岭铸造有限公司获国家创新基金立项。", tmp_path, lexicon, "z.txt")
    record = read(text, tmp_path, lexicon)
    alone, together = know(record, lexicon, rules), know([*record, *company], lexicon, rules)
    assert _found(alone, "t-1") == _found(together, "t-1")


def _found(knowledge: Knowledge, record_id: str) -> set[tuple[str, int, int]]:
    return {(m.kind, m.start, m.end) for e in knowledge.entities for m in e.mentions if m.record == record_id}


def test_an_empty_record_is_no_trouble(tmp_path: Path, lexicon: Lexicon, rules: Rulebook) -> None:
    (record,) = read("今年", tmp_path, lexicon)
    assert know([replace(record, sections=())], lexicon, rules).records
