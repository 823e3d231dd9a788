"""Mentions of kind `honor`: prizes and titles, won or aimed at, with their winners; qualifications of named firms."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from zongjie.finding.analysis import Analysis
from zongjie.finding.engine.rulebook import Rulebook
from zongjie.finding.honors.found import Found
from zongjie.finding.honors.frames import Frame, frame_of, is_backing, is_pending
from zongjie.finding.honors.grades import prizes_of_grades
from zongjie.finding.honors.names import Name, names
from zongjie.finding.honors.qualified import qualified
from zongjie.finding.honors.vocabulary import Vocabulary, honor_vocabulary
from zongjie.finding.honors.winners import Winner, Winners
from zongjie.finding.plans import Plans, find_plans
from zongjie.lexicon import Lexicon
from zongjie.lexicon.words import Words
from zongjie.model import Mention, Span, Value

_RULES = {"won": "获得词", "aimed": "争取词", "given": "颁给", "judged": "评奖", "praised": "称号"}
_OF_FIELD = re.compile("科技|知识产权|专利|防震减灾|星火|科普")  # “优秀科技副乡长” says enough, “优秀工作者” does not
_WORDY = ("先进", "优秀", "示范", "试点", "强", "标兵", "百强", "带头人")
# Verbs that do not say by themselves that it is done.
_OPEN = (
    "获",
    "获得",
    "进入",
    "取得",
    "入选",
    "成为",
    "跻身",
    "通过",
    "夺得",
    "摘得",
    "拿下",
    "获批",
    "列入",
    "评上",
    "获评",
)
_CREATED = ("创成", "创建成", "创建成为", "创建为", "成功创建", "成功创建为")
_BACK = re.compile("首次|已|曾|连续|先后|回顾|去年|上年|再次")
_ENOUGH = ("等奖", "党支部", "文明号", "奖章", "红旗手", "劳动模范", "功")
_OF_LEVEL = re.compile("(?:国家|全国|[省市县区州盟旗部]|自治区|兵团|地区|行署|师市).{1,4}奖$")  # 省科技奖
_OF_MANY = ("法人", "团队", "集体")
_ONE_BY_ONE = re.compile("分别|分$")
_OF_WHOM = re.compile(r"[（(].{1,6}[)）]$")


def find_honors(analysis: Analysis, lexicon: Lexicon, rules: Rulebook, known: Sequence[Mention]) -> list[Mention]:
    """The prizes and titles that the record names, with `winner` (as in the text) and `status` (won, aimed).

    A title with a count and no name (先进单位5个) is none; a qualification such as 高新技术企业 counts where
    the text names the firms that have it. A grade alone has in `full` the prize it belongs to.
    """
    del rules
    winners = Winners(analysis, lexicon.words, known)
    reader = _Reader(analysis, lexicon, winners)
    kept: list[Found] = []
    for one in [*reader.found(), *reader.listed_firms()]:
        if not any(one.span.overlaps(other.span) for other in kept):
            kept.append(one)
    kept.sort(key=lambda one: one.span)
    prizes = prizes_of_grades(analysis, kept)
    return [_mention(analysis, one, lexicon.words, prizes.get(one)) for one in kept]


@dataclass(frozen=True)
class _Reader:
    """Looks for honours in one text."""

    analysis: Analysis
    lexicon: Lexicon
    winners: Winners

    @property
    def text(self) -> str:
        return self.winners.text

    @property
    def words(self) -> Words:
        return self.lexicon.words

    @cached_property
    def vocabulary(self) -> Vocabulary:
        return honor_vocabulary(self.words)

    @cached_property
    def plans(self) -> Plans:
        return find_plans(self.analysis, self.lexicon)

    def found(self) -> Iterator[Found]:
        """What the sentences say was won or is aimed at."""
        for sentence in self.analysis.sentences:
            row: list[Name] = []
            for name in names(self.text, sentence, self.vocabulary):
                if row and not name.follows:
                    yield from self._of_row(row, sentence)
                    row = []
                row.append(name)
            if row:
                yield from self._of_row(row, sentence)

    def listed_firms(self) -> Iterator[Found]:
        """Qualifications with their firms listed behind."""
        for span, firms in qualified(self.text, self.vocabulary, self.winners):
            yield Found(span, "won", firms, "资格名单")

    def _of_row(self, row: Sequence[Name], sentence: Span) -> Iterator[Found]:
        """A list of names that share a verb: 获全省先进集体、市级文明单位."""
        frame = frame_of(self.text, row[0], sentence.end, self.vocabulary)
        winners: tuple[Winner, ...] | None = None
        for n, name in enumerate(row):
            own = frame_of(self.text, name, sentence.end, self.vocabulary) if name.follows else frame
            told = own or frame
            if told is None:
                continue
            who = self.winners.read(told.recipients) if told.recipients is not None else ()
            if not who:
                winners = self._winners(row[0]) if winners is None else winners
                who = self._one_of(winners, n, row)
            if (one := self._found(name, told, who)) is not None:
                yield one

    def _winners(self, name: Name) -> tuple[Winner, ...]:
        """Who won what the verb of `name` leads to."""
        if self.text[name.outer.end : name.outer.end + 1] == "的":
            return self.winners.beginning(name.outer.end + 1)
        if name.who is not None:
            return self.winners.read(name.who) or self.winners.listed(name.who)
        return self.winners.before(name.verb.start()) if name.verb else ()

    def _one_of(self, winners: tuple[Winner, ...], n: int, row: Sequence[Name]) -> tuple[Winner, ...]:
        """The winner of the nth name where 分别 shares them out one by one; nobody where who won which cannot be told."""
        if len(row) == 1 or len(winners) <= 1:
            return winners
        verb = row[0].verb
        if verb is None or not _ONE_BY_ONE.search(self.text, max(0, verb.start() - 4), verb.start()):
            return () if len(winners) == len(row) else winners
        return winners[n : n + 1] if len(winners) == len(row) else ()

    def _found(self, name: Name, frame: Frame, winners: tuple[Winner, ...]) -> Found | None:
        text = self.text
        status = "aimed" if frame.told == "aimed" or is_pending(text, name) else "won"
        if status == "aimed" and is_backing(text, name):
            return None
        who = tuple(one for one in winners if self._can_win(one, name))
        if self._is_doubtful(name, status, who):
            return None
        if status == "won" and self._is_ahead(name):
            status = "aimed"
        rule = _RULES["aimed" if status == "aimed" else frame.told]
        words = text[name.span.start : name.span.end]
        graded = words.endswith(self.words["等次"])
        alone = graded and words.endswith("奖") and name.span.start == name.head.start and not name.quoted
        prize = name.head.sort == "prize" and not graded
        return Found(name.span, status, tuple(dict.fromkeys(one.text for one in who)), rule, prize, alone)

    def _is_ahead(self, name: Name) -> bool:
        """Whether a plan speaks of it: 明年,获省科技进步奖2项; not what a plan looks back on (首次获得, 荣膺)."""
        verb = name.verb
        if verb is None or verb.group() not in (*_OPEN, *_CREATED) or not self.plans.hold(name.span.start):
            return False
        return not _BACK.search(self.text, max(0, verb.start() - 8), verb.start())

    def _can_win(self, winner: Winner, name: Name) -> bool:
        """Whether a title fits who won it: no firm is a 先进工作者 or a 先进县, no person a 先进单位."""
        if name.head.sort in ("prize", "grade"):
            return True
        title = _OF_WHOM.sub("", self.text[name.span.start : name.span.end])
        if title.endswith(self.words["个人称号尾"]) and not any(word in title for word in _OF_MANY):
            return winner.sort == "person"
        if winner.sort == "person":
            return name.head.sort == "title" and title.endswith(
                ("标兵", "之星", "模范", "户", "岗", "奖章", "好人", "榜样")
            )
        if title.endswith(self.words["地方称号尾"]):
            return winner.sort != "organisation" or winner.text.endswith(("园区", "区", "基地"))
        return True

    def _is_doubtful(self, name: Name, status: str, winners: tuple[Winner, ...]) -> bool:
        """Whether the name is a general word or a category rather than what somebody won."""
        text = self.text[name.span.start : name.span.end]
        if any(word in text for word in self.words["荣誉泛指"]):
            return True
        if name.head.sort == "firm":
            return status == "aimed" or not self.winners.named(winners)
        verb = name.verb.group() if name.verb else ""
        if status == "aimed" and verb.endswith(("申报", "推荐")) and text.endswith(("区", "基地", "园")):
            return True
        alone = name.span.start == name.head.start and text not in self.words["奖名"]
        if name.counted and not name.quoted and (alone or name.head.sort == "title"):
            return not (text.endswith("功") or (winners and self._says_enough(name)))
        return not self._says_enough(name) and not (winners and len(text) >= 4)

    def _says_enough(self, name: Name) -> bool:
        """Whether the name has more to it than its general last word: 先进单位 alone is no name, 三等奖 is.

        Between quotation marks “文明单位” is enough, “先进单位” is not.
        """
        text = self.text[name.span.start : name.span.end]
        if name.head.sort in ("prize", "grade"):
            return self._names_prize(text)
        title = _OF_WHOM.sub("", text)
        tail = next((t for t in self.words["荣誉尾"] if title.endswith(t)), "")
        rest = text.removesuffix(tail)
        for word in self.words["荣誉泛词"]:
            rest = rest.replace(word, "")
        if rest or text.endswith(_ENOUGH):
            return True
        if name.quoted and _OF_FIELD.search(text):
            return True
        return name.quoted and not text.startswith(_WORDY)

    def _names_prize(self, text: str) -> bool:
        """Whether a prize is told apart: 省科技进步奖, 科技进步奖, 二等奖; not 科技奖."""
        known = text in self.words["等次"] or text.endswith(self.words["奖名"]) or _OF_LEVEL.match(text)
        return bool(known) or len(text) >= 5 or (len(text) >= 3 and text.endswith(_ENOUGH))


def _mention(analysis: Analysis, found: Found, words: Words, prize: str | None) -> Mention:
    attributes: dict[str, Value] = {"status": found.status}
    if found.winners:
        attributes["winner"] = found.winners
    if prize:
        attributes["full"] = prize
    text = analysis.text[found.span.start : found.span.end]
    if text in words["全国称号"]:
        attributes["national"] = True
    return Mention(analysis.record.id, "honor", found.span.start, found.span.end, text, found.rule, attributes)
