"""Records in Traditional characters: names are found as in Simplified ones, and stand as they are written."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.finding.paragraphs import paragraph
from zongjie.errors import InputError
from zongjie.finding.engine.rulebook import Rulebook
from zongjie.finding.find import find
from zongjie.finding.traditional import script_of
from zongjie.lexicon import Lexicon
from zongjie.lexicon.traditional import read_traditional


def test_names_stand_as_written(lexicon: Lexicon, rules: Rulebook) -> None:
    text = "廣東恆嶺機電股份有限公司(下稱「恆嶺機電」)與華南理工大學簽約,恆嶺機電獲國家專利。"
    found = find(paragraph(text).record, lexicon, rules)
    names = {
        (m.kind, m.text, m.attributes.get("full")) for m in found.mentions if m.kind in ("enterprise", "institution")
    }
    assert names == {
        ("enterprise", "廣東恆嶺機電股份有限公司", None),
        ("enterprise", "恆嶺機電", "廣東恆嶺機電股份有限公司"),
        ("institution", "華南理工大學", None),
    }
    assert all(text[m.start : m.end] == m.text for m in found.mentions)


def test_a_simplified_record_has_no_other_script(lexicon: Lexicon) -> None:
    assert script_of(paragraph("浙江恒岭机电股份有限公司、乾县").record, lexicon.simplified, lexicon.words) is None


def test_a_spun_text_is_read_as_it_was(lexicon: Lexicon, rules: Rulebook) -> None:
    text = (
        "道源电缆与上海电缆讨论所组建了“安徽省特种电缆工程技术讨论中心”,“苔干保鲜技术”列入亳州市科技方案,宣传学问产权。"
    )
    found = find(paragraph(text).record, lexicon, rules)
    names = {(m.kind, m.text) for m in found.mentions}
    assert {
        ("institution", "上海电缆讨论所"),
        ("platform", "安徽省特种电缆工程技术讨论中心"),
        ("program", "亳州市科技方案"),
    } <= names


def test_plans_and_centres_of_a_spun_text(lexicon: Lexicon, rules: Rulebook) -> None:
    text = (
        "红岭机械有限公司承当的国度科技支持方案课题“矿井支架”通过检验。落实河南省科技严重专项2项。"
        "“沂蒙瓷釉工程技巧研究中间”已挂牌。实施“科技强县”计谋。"
    )
    names = {(m.kind, m.text) for m in find(paragraph(text).record, lexicon, rules).mentions}
    assert {
        ("program", "国度科技支持方案"),
        ("program", "河南省科技严重专项"),
        ("program", "“科技强县”计谋"),
        ("platform", "沂蒙瓷釉工程技巧研究中间"),
    } <= names


def test_skills_and_middles_of_a_plain_text_stay(lexicon: Lexicon) -> None:
    text = "推广嫁接技巧研究方案课题,举行技巧培训,中间休息。实施科技计谋方案(草稿)。"
    assert script_of(paragraph(text).record, lexicon.simplified, lexicon.words) is None


def test_one_odd_word_makes_no_spun_text(lexicon: Lexicon) -> None:
    assert (
        script_of(paragraph("会议讨论所提方案,国家星火方案进展顺利").record, lexicon.simplified, lexicon.words) is None
    )


def test_a_row_of_more_characters_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "traditional.tsv"
    path.write_text("# 注\n廣\t广\n臺灣\t台湾\n", encoding="utf-8")
    with pytest.raises(InputError, match="繁体字"):
        read_traditional(path)
