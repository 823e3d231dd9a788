"""Mentions of kind `honor`: prizes and titles, won or aimed at, with their winners; qualifications of named firms."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from zongjie.finding.analysis import Analysis
from zongjie.finding.engine.rulebook import Rulebook
from zongjie.finding.honors.winners import Winners
from zongjie.finding.quotation import level_quotes
from zongjie.lexicon import Lexicon
from zongjie.lexicon.words import Words, any_of
from zongjie.model import Mention, Span, Value

# What may stand between a verb and the first name: 评为|第四批“…”, 获得了|…
_LEAD = r"(?:了|过|得|到|的|为|成为|列入|进入|列为|建成|第[0-9一二三四五六七八九十]{1,3}批|首批|全[省市县国区]唯一的?|年度|\s)*"
_AIM_BACKED = re.compile(r"[^,，。;；]{0,4}(?:为抓手|为契机|为载体|为目标|为龙头|工作)")
# What makes a title one that is hoped for: 有望获得…, 入围…公示名单; and one that was missed: 未获….
_HOPED = re.compile(r"(?:有望|力争|争取|冲刺|冲击|角逐|竞逐|候选|拟|预计|确保|努力)[^,，。;；]{0,6}$")
_MISSED = re.compile(r"(?:未能|未|没有|没能|落选|无缘)[^,，。;；]{0,4}$")
# Leave to become one, no title yet: 获批|建设国家创新型城区.
_TO_BUILD = re.compile("批?(?:准|复|同意)?(?:开展|筹备|启动)?(?:建设|创建|筹建)(?!部)")
_PENDING = re.compile(r"[”）)]*(?:称号|荣誉|奖)?的?(?:拟|正在)?(?:公示|候选|提名|建议名单|推荐名单|初评|评审中)")
# A verb inside what follows 力争: 力争我区进入|国家创新型县.
_INNER = re.compile(
    r"^(?:[^“”]{0,10}?(?:进入|跻身|荣获|获得|入选|列入|成为|成功创建|创成|角逐|冲击|冲刺|争取|争创))(?:为|成)?"
)
_COUNT = re.compile(
    r"(?:近|约|达)?[0-9一二三四五六七八九十两多xX×*]+(?:多|余)?(?:[个名家项件户人次枚所处位篇]|余[个名家项])"
)
# 表彰了|蔡日升等10名|优秀科技工作者: who and how many stand before the title.
_OF_FIELD = re.compile("科技|知识产权|专利|防震减灾|星火|科普")  # “优秀科技副乡长” says enough, “优秀工作者” does not
_SOME = re.compile("[^“”]*?[0-9一二三四五六七八九十]+[名位](?=优秀|先进|模范|十佳)")
_PRAISE = re.compile(r"[”》]?(?:荣誉称号|光荣称号|称号|荣誉|奖牌|牌匾|奖章|的表彰|殊荣)")
_ITEM_LEAD = re.compile(
    r"(?:(?:[、,，]|和|与|及|以及|并)(?:多次|连续[^,，获被荣]{1,4})?(?:荣获|获得|获|被评为|评为)|、|和|与|及|以及)"
)
# A prize's place in the line of its contest: 第十二届中国创新创业大赛（江苏赛区）二等奖.
_BODY = r"(?:[一二三]、(?=[二三四]等奖)|[^,，。;；:：、“”《》()（）\n被获]|“[^“”\n]{1,16}”|[（(][^()（）\n]{1,12}[)）])"
# What follows a word that is part of something else: 高新技术企业培育, 国家科技富民强县专项.
_NOT_AFTER = (
    r"[特一二三四]等奖|[金银铜]奖|优秀奖|首席|顾问|中期|评估|复评|技术创新|创新基金|基金|资金|成长|发展|认定工作|申报|试点|示范|专项|计划|行动|工程|项目|活动|"
    r"评选|创建工作|建设|[家户工级标励]"
)
# 认定了A、B等两个单位为第四批“…”: the winners stand between the verb and 为.
_CONFERRING = re.compile(
    r"(?:认定|命名|评选|评定|确定|推荐|授予|表彰)(?:了)?(?P<who>[^。;；为\n]{2,90}?)为(?=[^,，。;；]{2,40})"
)
_QUOTED = re.compile(r"“([^“”\n]{2,60})”")
_NEWLY = re.compile(r"(?:新?认定|新增|复审通过|通过复审)(?:了|的)?")


@dataclass(frozen=True, slots=True)
class _Found:
    span: Span
    status: str
    winners: tuple[str, ...]
    rule: str


def find_honors(analysis: Analysis, lexicon: Lexicon, rules: Rulebook, known: Sequence[Mention]) -> list[Mention]:
    """The prizes and titles that the record names, with `winner` (as in the text) and `status` (won, aimed).

    A title with a count and no name (先进单位5个) is none; a qualification such as 高新技术企业 counts where
    the text names the firms that have it.
    """
    del rules
    reader = _Reader(analysis, lexicon.words, Winners(analysis, lexicon.words, known))
    kept: list[_Found] = []
    for one in [*reader.conferred(), *reader.after_verbs(), *reader.qualified(), *reader.praised()]:
        if not any(one.span.overlaps(other.span) for other in kept):
            kept.append(one)
    return [_mention(analysis, one, lexicon.words) for one in sorted(kept, key=lambda f: f.span)]


@dataclass(frozen=True)
class _Reader:
    """Looks for honours in one text."""

    analysis: Analysis
    words: Words
    winners: Winners

    @cached_property
    def text(self) -> str:
        """The record's text, its quotation marks levelled."""
        return level_quotes(self.analysis.text)

    def after_verbs(self) -> Iterator[_Found]:
        """Names after a verb: 获全省防震减灾先进单位, 被命名为“国家地震安全示范社区”, 力争建成省级…示范区."""
        for verb in _verbs(self.words["获得词"], self.words["争取词"]).finditer(self.text):
            if verb["won"] and _MISSED.search(self.text, max(0, verb.start() - 10), verb.start()):
                continue
            if _TO_BUILD.match(self.text, verb.end()):
                continue
            hoped = bool(_HOPED.search(self.text, max(0, verb.start() - 12), verb.start()))
            status = "won" if verb["won"] and not hoped else "aimed"
            winners: tuple[str, ...] | None = None
            for span, firm in self._names(verb.end()):
                if status == "aimed" and _AIM_BACKED.match(self.text, span.end):
                    continue
                if winners is None:
                    winners = self.winners.before(verb.start(), verb[0], span.start)
                if self._is_doubtful(span, status, verb[0], winners, firm=firm):
                    continue
                told = "aimed" if _PENDING.match(self.text, span.end) else status
                yield _Found(span, told, winners, "获得词" if told == "won" else "争取词")

    def conferred(self) -> Iterator[_Found]:
        """Names behind 为 where the winners are the verb's object: 新认定了…桂花生态观光园为第四批“xx市市级科普教育基地”."""
        for match in _CONFERRING.finditer(self.text):
            winners = self.winners.within(Span(*match.span("who"))) or self.winners.listed(Span(*match.span("who")))
            for span, _ in self._names(match.end()) if winners else ():
                yield _Found(span, "won", winners, "授予")

    def qualified(self) -> Iterator[_Found]:
        """Qualifications with the firms in brackets: 新认定国家重点扶持高新技术企业4家（…、…）; firms that passed: 通过高新技术企业评审."""
        for verb in _NEWLY.finditer(self.text):
            match = _firm_name(self.words["企业资格尾"]).match(self.text, verb.end())
            listed = match and re.compile(r"[0-9一二三四五六七八九十]+[家户个][(（:：]([^()（）。]{4,200})").match(
                self.text, match.end()
            )
            if match and listed:
                winners = self.winners.within(Span(*listed.span(1)))
                if winners:
                    yield _Found(Span(*match.span("name")), "won", winners, "资格名单")

    def praised(self) -> Iterator[_Found]:
        """Names before 称号 or 荣誉: “全国科普示范县”称号."""
        names = _honor_name(self.words["荣誉尾"])
        for quote in _QUOTED.finditer(self.text):
            inner = Span(*quote.span(1))
            if not _PRAISE.match(self.text, inner.end):
                continue
            if names.fullmatch(self.text, inner.start, inner.end) and self._says_enough(inner):
                yield _Found(inner, "won", self.winners.before(quote.start(), "", inner.start), "称号")

    def _names(self, start: int) -> Iterator[tuple[Span, bool]]:
        """The names of the list that begins at `start`, each with whether it is a firm's qualification."""
        at = start
        while True:
            match = _item(self.words["荣誉尾"], self.words["企业资格尾"]).match(self.text, at)
            if match is None:
                return
            tail = match["quoted_tail"] or match["plain_tail"]
            firm = tail in self.words["企业资格尾"]
            span = Span(*match.span("quoted" if match["quoted"] else "plain"))
            span = span if match["quoted"] else self._trimmed(span, firm=firm)
            counted = _COUNT.match(self.text, match.end())
            if not counted or match["quoted"] or tail.endswith(("功", "奖")):
                yield span, firm
            following = _ITEM_LEAD.match(self.text, match.end())
            if following is None:
                return
            at = following.end()

    def _trimmed(self, span: Span, *, firm: bool) -> Span:
        """The name without a mark that opens nowhere; a firm's without the scope: 全省|“双百工程”重点培育企业."""
        name = self.text[span.start : span.end]
        start = span.start + 2 if firm and re.match("全[省市县区州]“", name) else span.start
        end = span.end - 1 if name.endswith("”") and "“" not in name else span.end
        if counted := _SOME.match(self.text, start, end):
            start = counted.end()
        inner = _INNER.match(self.text[start:end])
        return Span(start + inner.end(), end) if inner and end - start - inner.end() >= 4 else Span(start, end)

    def _is_doubtful(self, span: Span, status: str, verb: str, winners: tuple[str, ...], *, firm: bool) -> bool:
        """Whether the name is a general word or a category rather than what somebody won."""
        name = self.text[span.start : span.end]
        if firm:
            return status == "aimed" or not self.winners.named(winners)
        if status == "aimed" and verb.endswith(("申报", "推荐")) and name.endswith(("区", "基地", "园")):
            return True
        if name.endswith("奖") and _COUNT.match(self.text, span.end):
            return len(name) < 5 or not self.winners.named(winners)
        if not winners and name.endswith("奖") and len(name) < 9 and self.winners.counted(span.start):
            return True
        return not self._says_enough(span) and not (winners and len(name) >= 4)

    def _says_enough(self, span: Span) -> bool:
        """Whether the name has more to it than its general last word: 先进单位 alone is no name, 三等奖 is.

        Between quotation marks “文明单位” is enough, “先进单位” is not.
        """
        name = self.text[span.start : span.end]
        tail = next((t for t in self.words["荣誉尾"] if re.sub(r"[（(].{1,6}[)）]$", "", name).endswith(t)), "")
        rest = name.removesuffix(tail)
        for word in self.words["荣誉泛词"]:
            rest = rest.replace(word, "")
        if rest or name.endswith(("等奖", "党支部", "文明号", "奖章", "红旗手", "劳动模范", "功")):
            return True
        quoted = self.text[span.start - 1 : span.start] == "“"
        if quoted and _OF_FIELD.search(name):
            return True
        return quoted and not name.startswith(("先进", "优秀", "示范", "试点", "强", "标兵", "百强", "带头人"))


@lru_cache(maxsize=2)
def _verbs(won: tuple[str, ...], aimed: tuple[str, ...]) -> re.Pattern[str]:
    """Verbs of winning or aiming, the longest first; 力争获得 is no 获得."""
    words = sorted({*won, *aimed}, key=lambda w: (-len(w), w))
    hopes = set(aimed)
    parts = [
        rf"(?P<won>{'|'.join(w for w in words if w not in hopes)})",
        rf"(?P<aimed>{'|'.join(w for w in words if w in hopes)})",
    ]
    longest_aimed = "|".join(w for w in words if w in hopes and len(w) > 2)
    return re.compile(rf"(?:(?P<hope>{longest_aimed})|{'|'.join(parts)})")


@lru_cache(maxsize=2)
def _item(tails: tuple[str, ...], firms: tuple[str, ...]) -> re.Pattern[str]:
    every = any_of({*tails, *firms})
    quoted = rf"[^“”\n]{{0,8}}“(?P<quoted>[^“”\n]{{0,40}}?(?P<quoted_tail>{every})(?:[（(][^（）()]{{1,6}}[)）])?)”(?:称号|荣誉称号|荣誉)?"
    plain = rf"(?P<plain>{_BODY}{{0,36}}?(?P<plain_tail>{every})(?:[（(][市县区旗州、]{{1,5}}[)）])?”?)(?!{_NOT_AFTER})"
    return re.compile(rf"{_LEAD}(?:{quoted}|{plain})(?:等)?(?:称号|荣誉称号|荣誉|认定|评审|复审|行列)?")


@lru_cache(maxsize=2)
def _firm_name(firms: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"{_LEAD}“?(?P<name>{_BODY}{{0,20}}?{any_of(firms)})”?")


@lru_cache(maxsize=2)
def _honor_name(tails: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"[^“”\n]{{0,40}}{any_of(tails)}")


def _mention(analysis: Analysis, found: _Found, words: Words) -> Mention:
    attributes: dict[str, Value] = {"status": found.status}
    if found.winners:
        attributes["winner"] = found.winners
    text = analysis.text[found.span.start : found.span.end]
    if text in words["全国称号"]:
        attributes["national"] = True
    return Mention(analysis.record.id, "honor", found.span.start, found.span.end, text, found.rule, attributes)
