"""Platforms that the text only means to set up: …中心正在筹建, 就设立…工作站进行商谈, 申报省…实验室."""

from __future__ import annotations

import re

from zongjie.model import Span

_SET_UP = "(?:新建|组建|共建|建设|建立|设立|成立|创建|建)"
_CLAUSE_END = re.compile("[,，。;；:：\n]")
# In the clause before the name; 获批筹建 tells of what was granted.
_BEFORE = re.compile(
    rf"拟(?!定|订)|(?<!获批)(?<!批准)(?<!同意)(?<!获准)筹[建备划](?!了|成|的)|规划{_SET_UP}|(?:计划|准备|打算|意向|酝酿|谋划|有意|力争|有望|争取){_SET_UP}"
    rf"|[商洽]谈|商讨|就{_SET_UP}|(?:申报|申请|上报)(?!的|成功|获批)|申建"
)
# In the clause behind it.
_AFTER = re.compile(
    r"[^,，。;；\n]{0,14}?(?<!获批)(?<!批准)(?<!同意)(?<!获准)(?<!完成)(?:正在|正|在|尚在|仍在|处于)?"
    r"(?:筹[建备划](?!了|成|就绪|完)|规划中|(?:进行|开展)了?(?:商谈|洽谈|商讨|磋商)|待批|申报中|正在(?:申报|报批|规划|商谈|洽谈))"
)
# What makes it more than a plan, wherever the sentence says so.
_STANDS = re.compile(
    "建成|挂牌|揭牌|验收|认定|获批|获准|批准|批复|获得|运行|运营|启用|投入使用|投用|落成|成立了|建立了|组建了|设立了|揭幕|奠基|开业"
)


def is_intended(text: str, sentence: Span, platform: Span) -> bool:
    """Whether the sentence tells of the platform only as of one to come."""
    before = _CLAUSE_END.split(text[sentence.start : platform.start])[-1]
    after = text[platform.end : sentence.end]
    verb = _BEFORE.search(before)
    if verb and _STANDS.search(before, verb.end()):
        verb = None  # 申报…,建成
    return bool(verb or _AFTER.match(after)) and not _STANDS.search(after)
