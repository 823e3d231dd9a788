"""Who won an honour: what stands around it among known names."""

from __future__ import annotations

import pytest

from tests.finding.paragraphs import mentions_of, paragraph
from zongjie.finding.statements.winners import with_winners
from zongjie.lexicon import Lexicon

PRIZE, TITLE = "省科技进步奖二等奖", "省优秀企业家"
CASES = [
    ("汉鼎公司荣获省科技进步奖二等奖。", ["汉鼎公司"]),
    ("汉鼎公司的“耐磨钢球”获省科技进步奖二等奖。", ["汉鼎公司"]),
    ("“耐磨钢球”获省科技进步奖二等奖(汉鼎公司、恒岭机电)。", ["汉鼎公司", "恒岭机电"]),
    ("“耐磨钢球”获省科技进步奖二等奖(汉鼎公司为第一完成单位)。", ["汉鼎公司"]),
    ("“耐磨钢球”获省科技进步奖二等奖,汉鼎公司为第一完成单位。", ["汉鼎公司"]),
    ("“耐磨钢球”获省科技进步奖二等奖(完成单位:县铸造站、汉鼎公司)。", ["汉鼎公司"]),
    ("“耐磨钢球”获省科技进步奖二等奖,专利权人为汉鼎公司。", ["汉鼎公司"]),
    ("“耐磨钢球”获省科技进步奖二等奖,由汉鼎公司与恒岭机电共同完成。", ["汉鼎公司", "恒岭机电"]),
    ("“耐磨钢球”获省科技进步奖二等奖。完成单位:汉鼎公司。", ["汉鼎公司"]),
    ("获省科技进步奖二等奖2项,即汉鼎公司的“耐磨钢球”和恒岭机电的“液压支架”。", ["汉鼎公司", "恒岭机电"]),
    ("省科技进步奖二等奖为“耐磨钢球”(汉鼎公司)。", ["汉鼎公司"]),
    ("汉鼎公司总经理王强荣获省科技进步奖二等奖。", []),
    ("汉鼎公司产值过亿,我县获省科技进步奖二等奖。", []),
    ("汉鼎公司申报的省科技进步奖二等奖未获通过。", []),
    ("“耐磨钢球”获省科技进步奖二等奖,由汉鼎公司承担的项目通过验收。", []),
    ("汉鼎公司荣获省优秀企业家。", []),
]


@pytest.mark.parametrize(("text", "winners"), CASES, ids=[case[0][:20] for case in CASES])
def test_winner_is_told(text: str, winners: list[str], lexicon: Lexicon) -> None:
    names = {
        "enterprise": [name for name in ("汉鼎公司", "恒岭机电") if name in text],
        "honor": [PRIZE if PRIZE in text else TITLE],
    }
    known = sorted(mentions_of(text, names), key=lambda m: m.start)

    found = with_winners(paragraph(text), lexicon.words, known)

    told = next(m for m in found if m.kind == "honor").attributes.get("winner") or ()
    assert isinstance(told, tuple)
    assert sorted(told) == sorted(winners)
