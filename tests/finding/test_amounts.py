"""What money a project got, where the sentence can mean no other."""

from __future__ import annotations

import pytest

from tests.finding.paragraphs import mentions_of, paragraph
from zongjie.finding.figures.finder import find_figures
from zongjie.finding.projects.amounts import with_amounts
from zongjie.lexicon import Lexicon

TITLE, OTHER = "稻蟹共生技术", "柞蚕丝脱胶工艺"
CASES = [
    ("“稻蟹共生技术”被列入辽宁省农业攻关计划,获支持资金40万元。", ["获支持资金40万元"]),
    ("“稻蟹共生技术”获省级立项,落实项目经费12.5万元。", ["落实项目经费12.5万元"]),
    ("兴海公司的“稻蟹共生技术”总投资1200万元,其中争取国家资金300万元。", ["总投资1200万元", "其中争取国家资金300万元"]),
    ("“稻蟹共生技术”得到科技型中小企业技术创新基金无偿资助60万元。", ["60万元"]),
    ("“稻蟹共生技术”(承担单位:兴海公司)拨款20万元。", ["拨款20万元"]),
    ("“稻蟹共生技术”项目补助经费８万元已到位。", ["项目补助经费８万元"]),
    ("“稻蟹共生技术”通过验收,累计完成投资310万元。", []),
    ("“稻蟹共生技术”通过鉴定,新增产值3000万元。", []),
    ("“稻蟹共生技术”由省中药专项资助60万元。", ["资助60万元"]),
    ("“稻蟹共生技术”投产后实现利税200万元。", []),
    ("“稻蟹共生技术”获二等奖,企业销售收入达1.2亿元。", []),
    ("“稻蟹共生技术”带动农户人均增收500元。", []),
    ("全年争取资金800万元,其中有“稻蟹共生技术”。", []),
    ("“稻蟹共生技术”、“柞蚕丝脱胶工艺”列入省计划,获资助60万元。", []),
    ("“稻蟹共生技术”、“柞蚕丝脱胶工艺”分别获资助40万元和20万元。", []),
    ("“稻蟹共生技术”列入星火计划,《香菇多糖中试》获拨款40万元。", []),
    ("“稻蟹共生技术”列入星火计划。全年到位资金400万元。", []),
    ("“稻蟹共生技术”列入星火计划,参与企业投产见效。", []),
]


@pytest.mark.parametrize(("text", "amounts"), CASES, ids=[text[:24] for text, _ in CASES])
def test_amount_is_told(text: str, amounts: list[str], lexicon: Lexicon) -> None:
    analysis = paragraph(text)
    known = tuple(mentions_of(text, {"project": [name for name in (TITLE, OTHER) if name in text]}))

    found = with_amounts(analysis, lexicon.words, known, tuple(find_figures(analysis, lexicon)))

    assert list(found[0].attributes.get("amount") or ()) == amounts  # type: ignore[arg-type]
    assert not any(m.attributes.get("amount") for m in found[1:])


def test_a_target_is_no_amount(lexicon: Lexicon) -> None:
    analysis = paragraph("力争“稻蟹共生技术”列入国家计划,争取资金100万元。")
    known = tuple(mentions_of(analysis.text, {"project": [TITLE]}))

    found = with_amounts(analysis, lexicon.words, known, tuple(find_figures(analysis, lexicon)))

    assert "amount" not in found[0].attributes
