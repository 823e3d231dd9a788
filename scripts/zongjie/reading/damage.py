"""Damage: what was blanked out (xx年, *区, 某县), garbled (四μ岣呒粕), cut off or left behind in a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from zongjie.lexicon import Lexicon
from zongjie.model import Block, Damage, DamageKind, Span
from zongjie.reading.garble import find_garbles
from zongjie.reading.repair import is_table_row

_HAN = "\u4e00-\u9fff"
_UNIT = "年月日号县市区镇乡村省州旗"
_COUNTED = "人名份次家项万亿元件条个户台亩册场期届"

_BLANK = (
    # 20xx年, 20__年, 201x年, 20××
    r"(?<![0-9])[0-9]{1,3}[xXⅹ×*＊_○◯□]{1,4}[0-9]{0,2}\s*年|(?<![0-9])(?:19|20)[xXⅹ×*＊_○◯□]{2}(?![0-9A-Za-z])|20--年",
    # xx县, ×××机械厂, xx公斤
    rf"(?<![0-9A-Za-z])[xXⅹ×ｘＸ]{{2,}}(?![0-9A-Za-z])[{_UNIT}]?",
    # X市, x月; not X射线, 3×5, 长×宽
    rf"(?<![0-9A-Za-z.长宽高\-])[xXⅹ×ｘＸ](?=[{_HAN}\]])(?![光射轴线型染宽高长])[{_UNIT}]?",
    # 9月2×日, 1x万元; not 3×5
    r"(?<=[0-9])[xX×ｘＸ](?=[日号月年人项名万亿余件户亩%％])",
    # *区, **集团, 腾飞*; not 3*5
    rf"(?<![0-9*＊])[*＊]+(?!\s)[{_UNIT}]?|(?<=[0-9])[*＊]+(?![0-9])[{_UNIT}]?",
    r"[_＿]{2,}|[□■█▇]+",
    rf"(?<![0-9零〇○◯一二三四五六七八九十])[○◯〇]{{2,}}(?![一二三四五六七八九十])[{_UNIT}]?|(?<![0-9一二三四五六七八九十])[○◯](?=[{_UNIT}])[{_UNIT}]",
    # 2OO8年, l998年: letters that scanning makes of digits; not 二00三年, 二OO九年, as such years are often typed
    r"(?<![0-9A-Za-z])(?=[0-9]{0,3}[OoＯlI])(?:[lI][0-9OoＯlI]{3}|2[0OoＯ][0-9OoＯlI]{2})(?=\s*年)",
    # 20 年,我局…: the last digits of the year lost
    r"(?:(?<=[。（(\n])|(?<![\s\S]))(?:19|20)(?:\s+年(?=度|[,，]|上半年|我|全)|年度)",
    # 与A大学、B公司合作, 引进人才N名, 投资x.x亿元, 增长x%, 口口县
    r"(?<![A-Za-z0-9])[A-Z](?=大学|公司|企业|集团|县|市|镇|村|学院|研究所)|(?<![A-Za-z0-9])N(?=[名家项次万])|(?<![0-9A-Za-z])[xX×]+\.[xX×]+|(?<![0-9A-Za-z])[xX×](?=[%％])"
    r"|口{2,}(?=[县市区镇])",
    # Lost digits that left their blanks: 高新技术企业  家, 第 位, 〔2009〕   号; one underscore: _届_次, 仅_人; 86.x亿元
    rf"(?<=[{_HAN}])[ \u3000]{{2,}}(?:[家项名件](?![{_HAN}]长)|[万亿]元|年以来)|第[ \u3000]+[位名届次批]|(?<=[〕\]])[ \u3000]{{2,}}号",
    rf"(?<![0-9A-Za-z_])_(?=[{_COUNTED}年月日])|(?<=[0-9]\.)[xX×]+(?=[万亿元%％个])",
    # [ ]2号
    r"[\[〔【（(][ \u3000]*[\]〕】）)]",
    rf"某某+|某(?![些种个一方项时天次段]|日[,，上下])(?=[{_HAN}]{{0,8}}?(?:县|市|区|镇|乡|村|厂|公司|集团|企业|局|单位|学校|医院|银行|同志|药店|商场))"
    rf"[{_HAN}]{{0,8}}?(?:县|市|区|镇|乡|村|厂|公司|集团|企业|局|单位|学校|医院|银行|同志|药店|商场)",
    r"某(?:院士|教授|副教授|研究员|副研究员|博士|老师|局长|副局长|县长|副县长|市长|副市长|区长|副区长|主任|书记|先生|女士|总经理|董事长)",
    # Lost digits: 约余人, 争取资金万元, 增长%, 第届, 截至月底
    rf"(?<![0-9０-９一二三四五六七八九十百千万亿多几其业剩盈年月岁])约?余[{_COUNTED}](?!额|款)|(?<![传转直送表下])达到?(?=[家项件名](?!庭|目))",
    r"(?:资金|经费|投资|投入|产值|收入|税收|利税|贷款)(?:约|达|近|共|为)?[万亿]元",
    r"(?<=[金费入资])多万元|了个百分点|项目项(?=[,，。;；、])",
    r"(?:增长|提高|达到?|占|下降|上升|为)了?[%％]",
    r"(?<![0-9一二三四五六七八九十百几xX×*本上下每历首])第[届](?!次)",
    r"(?:截至|截止|截止到|截至到)[年月](?:底|末|份)|(?:在|于)月日|(?<=[。,，;；\n])年[,，]|(?<![\s\S])年[,，]|(?<=、)年(?=度?工作)",
)
# (略), (具体名单略), [此处隐去], 【此处为表格】; not (战略), (攻略)
_OMITTED = (
    r"[（(\[【](?:[^()（）\[\]【】\n]{0,10}(?<![战策谋方侵忽简粗大概攻胆]))?略[)）\]】]|[（(\[【][^()（）\[\]【】\n]{0,8}(?:省略|隐去|脱敏|删[节去除])[^()（）\[\]【】\n]{0,8}[)）\]】]",
    r"[\[【](?:此处[为有是]?)?(?:图片|图|表格|表|附件|链接|视频)\d*[\]】]",
)
_STRAY = (
    r"(?:\\[rnt])+|[`´^|\\]+|[#$@~]{2,}|[\u200b-\u200f\u2060\ufeff]+",
    r"&(?:nbsp|[lr][ds]quo|mdash|hellip|middot|amp|lt|gt|quot)(?![a-zA-Z;])|&(?:[a-zA-Z]{2,6}|#\d{2,5});|</?[a-zA-Z][^<>\n]{0,40}>",
    # 更大的e发挥; not 维生素c片, n个, e时代
    rf"(?<=[{_HAN}])(?<!维生素)(?<!维他命)[a-z](?=[{_HAN}])(?![个次片型级类股座区网站票倍时代族化家租城谷])",
    # 校广播-——校园之声
    r"[-－]+—+|—+[-－]+",
    r"([,，、;；:：])[,，、;；:：。]+|。{2}(?!。)",
)
_GARBLE = (
    rf"？{{2,}}(?=[{_HAN}])",
    r"[◆◇●○★☆※▲■]*\?{2,}[◆◇●]*|(?<![\s\S])\?(?=\S)|(?<=\n)\?(?=\S)",
    r"[\ufffd\ue000-\uf8ff\x00-\x08\x0e-\x1b]+|(?:锟斤拷|烫烫烫|屯屯屯)[锟斤拷烫屯]*",
    rf"(?<=[{_HAN},，])[◆◇★☆※▲](?=[{_HAN},，])",
    # Frames and stray brackets, into which bytes read one off turn: 签┖献
    rf"(?<=[{_HAN}])[\u2500-\u259f]+(?=[{_HAN}])|〖(?![^〗\n]{{1,40}}〗)",
)
# What is whole without its full stop: 科技贷款余额仅4.3亿元, 现将一年的工作总结如下.
_WHOLE = re.compile(
    r"\d[\d.,]*[余多]?[万亿千百]*(?:[元家项个件次份亩名人期场户台套篇册]|人次|%|％|个百分点)[以左]?[上右]?$|如下$"
)
_FINAL = "。！？!?；;：:…”’」』》〉）)]】"
_ORDER: dict[DamageKind, int] = {"garble": 0, "blank": 1, "stray": 2, "cut": 3}


def find_damage(
    text: str, blocks: Sequence[Block], lexicon: Lexicon, headings: Iterable[int], aside: frozenset[int]
) -> tuple[Damage, ...]:
    """All damage in reading order, no two overlapping.

    `headings` are the blocks that are headings as a whole, `aside` those that are no running text: they may end as they like.
    """
    found = [
        *_matches(text, _BLANK, "blank"),
        *_matches(text, _GARBLE, "garble"),
        *_matches(text, _STRAY, "stray"),
        *_matches(text, _OMITTED, "cut"),
        *find_garbles(text, lexicon),
        *_matches(text, ["|".join(lexicon.words["扫描错字"])], "garble"),
        *_cut(text, blocks, {*headings, *aside}),
    ]
    kept: list[Damage] = []
    for damage in sorted(found, key=lambda d: (_ORDER[d.kind], d.start - d.end, d.start)):
        if not any(Span(damage.start, damage.end).overlaps(Span(other.start, other.end)) for other in kept):
            kept.append(damage)
    return tuple(sorted(kept, key=lambda d: d.start))


def _matches(text: str, patterns: Iterable[str], kind: DamageKind) -> Iterator[Damage]:
    for pattern in patterns:
        for match in re.finditer(pattern, text):
            if match[0].strip():
                yield Damage(match.start(), match.end(), kind, match[0])


def _cut(text: str, blocks: Sequence[Block], ended: set[int]) -> Iterator[Damage]:
    """Sentences whose end or beginning is lost: 开展了科普宣传和技 at the end of a paragraph, `。,市政府` inside one."""
    for match in re.finditer(r"(?<=[。!！])[,，、](?=\S)|(?<=\n)[,，、。;；)）](?=\S)", text):
        yield Damage(match.start(), match.end(), "cut", match[0])
    prose = [n for n, block in enumerate(blocks) if n not in ended]
    unended = [n for n in prose if text[blocks[n].end - 1] not in _FINAL]
    if len(unended) > max(1, 0.3 * len(prose)):
        return  # this text leaves its full stops out
    for n in unended:
        block = blocks[n]
        line = text[block.start : block.end]
        clause = re.search(r"[^。;；,，、:：]{1,12}[,，、]?$", line)
        if _WHOLE.search(line) or is_table_row(line):
            continue
        if clause and (block.end - block.start > 30 or n == len(blocks) - 1):
            yield Damage(block.start + clause.start(), block.end, "cut", clause[0])
