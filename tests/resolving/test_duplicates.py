"""Records that repeat others, and headings that one copy lost."""

from __future__ import annotations

import itertools
from dataclasses import replace
from pathlib import Path

import pytest

from tests.reading.texts import read_text
from zongjie.lexicon import Lexicon
from zongjie.model import Record, Region
from zongjie.reading.read import read_source
from zongjie.resolving.duplicates import mark_duplicates

ROOT = Path(__file__).resolve().parents[2]
PARAGRAPHS = (
    "经过充分的准备,今年5月采取公开招标办法确定了局域网工程施工队伍,11个工作日即竣工,于5月底由分管区长组织验收小组进行验收。",
    "为促进城区经济与科技紧密结合,围绕着铝工业园区建设、“136”工程和农业产业化发展,开展招商引资工作,加强了网上招商工作。",
    "科技局派员多次深入城区企业,宣传指导企业如何运用信息技术改造传统产业和产品,指导帮助五个企业建立企业网站,降低生产成本。",
)
HEADED = (
    f"1、建成开通城区机关局域网\n{PARAGRAPHS[0]}\n"
    f"2、加强信息网的更新与维护\n{PARAGRAPHS[1]}\n"
    f"3、引导企业\n{PARAGRAPHS[2]}\n城区的工作还有不足,明年再努力。"
)


def read(text: str, name: str, lexicon: Lexicon) -> Record:
    return read_text(text, lexicon, name)[0]


@pytest.fixture(scope="module")
def copies(lexicon: Lexicon) -> tuple[Record, Record]:
    bare = "\n".join(PARAGRAPHS).replace("“136”", "136").replace("五个企业", "五个e企业")
    return read(HEADED, "long.txt", lexicon), read(bare, "short.txt", lexicon)


def test_the_shorter_copy_names_the_longer(copies: tuple[Record, Record]) -> None:
    long, short = mark_duplicates(copies)
    assert long.duplicate_of == ()
    (duplicate,) = short.duplicate_of
    assert duplicate.record == "long-1"
    assert [(pair.block, pair.other_block) for pair in duplicate.pairs] == [("p1", "p2"), ("p2", "p4"), ("p3", "p6")]
    assert all(0.8 <= pair.similarity <= 1 for pair in duplicate.pairs)


def test_lost_headings_come_from_the_other_copy(copies: tuple[Record, Record]) -> None:
    _, short = mark_duplicates(copies)
    found = [(s.title, short.block_at(s.start).id) for s in short.sections if s.inferred]
    assert ("1、建成开通城区机关局域网", "p1") in found
    assert ("2、加强信息网的更新与维护", "p2") in found
    assert ("3、引导企业", "p3") in found


def test_equal_copies_are_named_by_id(lexicon: Lexicon) -> None:
    text = "\n".join(PARAGRAPHS)
    one, other = mark_duplicates([read(text, "a.txt", lexicon), read(text, "b.txt", lexicon)])
    assert one.duplicate_of == ()
    assert [duplicate.record for duplicate in other.duplicate_of] == ["a-1"]


def test_the_order_of_input_changes_nothing(copies: tuple[Record, Record], lexicon: Lexicon) -> None:
    records = [*copies, read("\n".join(PARAGRAPHS), "third.txt", lexicon)]
    results = [sorted(mark_duplicates(order), key=lambda r: r.id) for order in itertools.permutations(records)]
    assert all(result == results[0] for result in results)


def test_many_copies_name_the_first_alone(lexicon: Lexicon) -> None:
    text = "\n".join(PARAGRAPHS)
    first = read(text, "a.txt", lexicon)
    copies = [replace(first, id=f"b{n:02}-1") for n in range(60)]
    marked = mark_duplicates([*copies, first])
    assert {r.id: [d.record for d in r.duplicate_of] for r in marked if r.id != "a-1"} == {
        copy.id: ["a-1"] for copy in copies
    }
    assert all(len(duplicate.pairs) == 3 for record in marked for duplicate in record.duplicate_of)


def test_copies_among_many_of_other_bureaus_are_found(copies: tuple[Record, Record]) -> None:
    long, short = copies
    others = [replace(long, id=f"x{n:02}-1", region=Region(county=f"{n}县")) for n in range(20)]
    pair = [replace(record, region=Region(county="江南区")) for record in (long, short)]
    marked = {record.id: record for record in mark_duplicates([*others, *pair])}
    assert [duplicate.record for duplicate in marked["short-1"].duplicate_of] == ["long-1"]
    assert sum(bool(record.duplicate_of) for record in marked.values()) == 1


def test_one_template_filled_in_twice_is_no_repeat(lexicon: Lexicon) -> None:
    form = (
        "上半年,共组织辖区企业申报省、市科技项目{}项,其中{}项列入科技计划项目,争取经费{}万元,支持项目{}项,进行了中期检查。\n"
        "上半年专利申请{}件,授权{}件,分别增长{}%和{}%,检查商品{}件,发现标注不规范商品{}种,发放宣传资料{}份。"
    )
    one = form.format(*range(17, 28))
    other = form.format(*range(43, 54))
    marked = mark_duplicates([read(one, "a.txt", lexicon), read(other, "b.txt", lexicon)])
    assert all(record.duplicate_of == () for record in marked)


def test_the_same_words_of_two_places_are_no_repeat(copies: tuple[Record, Record]) -> None:
    long, short = copies
    apart = [replace(long, region=Region(county="江南区")), replace(short, region=Region(county="西乡塘区"))]
    assert all(record.duplicate_of == () for record in mark_duplicates(apart))


def test_a_shared_phrase_is_no_repeat(lexicon: Lexicon) -> None:
    one = read(
        f"{PARAGRAPHS[0]}\n全县粮食丰产科技工程取得了新的进展,推广新技术新品种,农民收入稳步提高。", "a.txt", lexicon
    )
    other = read(
        "在县委、县政府的正确领导下,各项工作稳步推进,科技特派员深入田间地头开展服务,深受农民的欢迎。", "b.txt", lexicon
    )
    assert all(record.duplicate_of == () for record in mark_duplicates([one, other]))


def test_the_six_summaries(lexicon: Lexicon) -> None:
    records = mark_duplicates(read_source(ROOT / "data" / "sources" / "kejiju-half-year-six.txt", lexicon))
    repeating = [record for record in records if record.duplicate_of]
    assert [record.part for record in repeating] == [5]
    (duplicate,) = repeating[0].duplicate_of
    assert duplicate.record == records[2].id
    assert len(duplicate.pairs) == 7
