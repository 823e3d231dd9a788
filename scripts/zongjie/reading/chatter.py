"""Editors' chatter: 以下是小编…, 欢迎阅读, 仅供参考, 本文来源…, and idle talk of what a summary is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from zongjie.lexicon.words import Words, any_of
from zongjie.model import Boilerplate

if TYPE_CHECKING:
    from zongjie.reading.split import Line

_SENTENCE = re.compile(r"[^。!！?？]*[。!！?？]*[”」』）)]?")
# What only the bureau itself would write; a line with it is never dropped whole.
_OWN = re.compile(
    r"我[局县市区旗州省委]|本局|局党组|[县市区旗州]委|全[县市区旗州]|\d{2,}[项家人万次个件份]|科技局(?:认真|坚持|紧)"
)
# Chatter that takes a pattern: 更多工作总结请关注…, (范文仅供参考), a web address alone.
_PATTERN = re.compile(
    r"更多[^,，。]{0,20}(?:请|尽在|点击)|(?:本文|范文|文章|内容|以上)[^。]{0,12}(?:仅供|供)[^。]{0,6}参考|^[（(]?仅供参考[)）]?$"
    r"|^(?:https?://|www\.)\S+$|^(?:来源|编辑|作者|字体|字号|关键词|标签|发布者)\s*[:：].{0,30}$|以下是.{0,20}(?:范文|整理的)"
)
# The line that a site sets above or below a text: 发布时间:2015-01-16 09:20 阅读:287次, (县科技局供稿 编辑:admin), 首页 > 工作总结 > 正文.
_META = re.compile(
    r"(?:发布|更新|发表|录入|添加)(?:时间|日期|人|者)\s*[:：]|(?:阅读|点击|浏览|访问)(?:次数|数|量|率)?\s*[:：]\s*\[?\d|\d+\s*次(?:阅读|浏览|点击)"
    r"|(?:责任)?(?:编辑|责编|校对|审核|录入|初审|终审|编审)\s*[:：]\s*\S|字体\s*[:：]|[【\[](?:打印|关闭|收藏|大|字体)|打印(?:本页|此页|本文)|关闭(?:窗口|本页)"
    r"|分享到\s*[:：]|^(?:您|你)?(?:现在|当前)的?位置|首页\s*[>＞»›→]|^[（(][^()（）]{2,40}供稿|^(?:上|下)一[篇条页]\s*[:：]"
    r"|^(?:时间|日期)\s*[:：]\s*\d{4}.*(?:来源|作者|编辑)\s*[:：]|来源\s*[:：].{0,20}作者\s*[:：]|\[(?:上一页|下一页|返回列表|首页|尾页)\]|上一页.{0,12}下一页"
)
_LINKS = re.compile(r"(?:相关|推荐|热门|更多|最新)(?:文章|阅读|推荐|范文|内容|链接)[^。]{0,12}$|猜你喜欢|精选推荐")
_EDGE = 6


class Chatter:
    """Tells chatter from text, by the word lists 网站套话 and 总结空话."""

    def __init__(self, words: Words) -> None:
        self._strong = re.compile(any_of(words["网站套话"]))
        self._idle = re.compile(any_of(words["总结空话"]))

    def is_line(self, text: str) -> bool:
        """Whether the whole line is chatter: a site's line about the page, or one sentence at least is, and none tells
        of the bureau's own work.
        """
        if len(text) <= 90 and "。" not in text and _META.search(text):
            return True
        return len(text) <= 300 and self._speaks(text) and not _OWN.search(text)

    def cut(self, rows: Sequence[Line]) -> tuple[list[Line], list[Boilerplate]]:
        """The lines without chatter, and the chatter. A sentence of chatter that the site ran on to the text
        (…打下了坚实的基础。以上就是小编为大家整理的…) is cut off alone.
        """
        kept: list[Line] = []
        left_out: list[Boilerplate] = []
        links = _links(rows)
        for n, row in enumerate(rows):
            if n >= links:
                left_out.append(Boilerplate(row.number, row.bare))
                continue
            edge = n < _EDGE or n >= len(rows) - _EDGE
            if self.is_line(row.bare) or (edge and self._is_idle(row.bare)):
                left_out.append(Boilerplate(row.number, row.bare))
                continue
            before, after = self._ends(row.text) if edge and self._speaks(row.bare) else ("", "")
            left_out += [Boilerplate(row.number, part.strip()) for part in (before, after) if part.strip()]
            text = row.text[len(before) : len(row.text) - len(after)]
            if text.strip():
                kept.append(type(row)(row.number, text) if before or after else row)
        return kept, left_out

    def _speaks(self, text: str) -> bool:
        return bool(self._strong.search(text) or _PATTERN.search(text))

    def _is_idle(self, text: str) -> bool:
        """Whether the line only muses on summaries and the passing of time; a bureau that muses goes on to its work."""
        return len(self._idle.findall(text)) > 1 and not _OWN.search(text) and not re.search(r"\d", text)

    def _ends(self, text: str) -> tuple[str, str]:
        """The chatter that a line begins with and ends with, whole sentences each."""
        sentences = [s for s in _SENTENCE.findall(text) if s]
        flags = [self._speaks(s) and not _OWN.search(s) for s in sentences]
        first = next((n for n, flag in enumerate(flags) if not flag), len(flags))
        last = next((n for n, flag in enumerate(reversed(flags)) if not flag), 0)
        return "".join(sentences[:first]), "".join(sentences[len(sentences) - last :]) if first < len(flags) else ""


def _links(rows: Sequence[Line]) -> int:
    """Where a site's list of links to other pages begins: 相关文章: and short lines to the end of the page."""
    for n in range(len(rows) - 1, 0, -1):
        if _LINKS.search(rows[n].bare):
            return n
        if len(rows[n].bare) > 45 or "。" in rows[n].bare:
            break
    return len(rows)
