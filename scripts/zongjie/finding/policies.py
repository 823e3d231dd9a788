"""Mentions of kind `policy`: named documents and their numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from zongjie.finding.analysis import Analysis
from zongjie.finding.engine.rulebook import Rulebook
from zongjie.finding.quotation import level_quotes
from zongjie.lexicon import Lexicon
from zongjie.lexicon.words import Words, any_of
from zongjie.model import Mention, Span

# A title in 《》; one more pair may stand inside: 《关于印发〈…〉的通知》.
_TITLE = re.compile(r"《((?:[^《》\n]|《[^《》\n]*》){2,120}?)》")
# What may follow the last word of a title: (试行), (2011—2015年), (征求意见稿).
_APPENDIX = re.compile(
    r"(?:[(（〔\[][^()（）〔〕\[\]]{1,16}[)）〕\]]|试行|暂行|修订稿|草案|征求意见稿|送审稿|修正案|全文)+$"
)
# 大政发〔2023〕18号, 怀科党组[xx]8号, 余科字[]5号: the digits may be lost.
_NUMBER = re.compile(
    r"(?P<code>[\u4e00-\u9fffxX×*]{1,14})(?:(?P<round>[(（])|[\[〔【﹝［])\s?(?P<year>[0-9xX×*＊_○〇]{0,4})\s?[\]〕】)）﹞］]"
    r"\s?第?[0-9xX×*＊_]{0,4}\s?号"
)
_DECREE = re.compile(
    r"(?:国务院|(?:省|市|县|自治区|[\u4e00-\u9fff]{2,3}[省市])?人民政府|(?:省|市|自治区)政府|主席|科技部|国家科委)"
    r"(?:第[0-9xX×*]{1,4}号令|令第?[0-9xX×*]{1,4}号)|(?:中央|省委|市委|县委)[一1]号文件"
)
# 关于…的意见, outside 《》. 意见建议 is what people say, not a document.
_ABOUT = re.compile(
    r"关于(?:[^,，。;；!！?？《》“”\n]|“[^“”\n]*”){4,70}?(?:的(?:若干|实施|指导|工作|暂行|补充|几点)*(?:政策意见|意见|通知|决定|决议|办法|规定|方案|通报|公告|批复|函|措施|政策)"
    r"|责任书|实施方案|工作方案)(?![和与、及]?建议|[0-9]+[多余]?[条件个]|箱|书)"
)
_PERIOD = re.compile(r"“?(?:[七八九]五|十五|十[一二三四]五)”?(?=[\u4e00-\u9fff])")
_ARTICLES = re.compile(r"(?:[0-9]{1,3}|[一二三四五六七八九十]{1,3})条(?:措施|意见|政策|新政)?$|新政$")
_SCHEME = re.compile("“[0-9]{3,5}”[^“”]*规划$")  # 按照|山西省“1311”农业科技规划, a scheme with a number for its name
# A plan of action that is carried out is a program: 实施“建设创新型云南行动计划”.
_CARRIED_OUT = re.compile("(?:实施|启动|推进|落实)了?“$")
_QUOTED = re.compile(r"“((?:[^“”\n《》]|《[^《》]*》){4,80})”")


@dataclass(frozen=True, slots=True)
class _Found:
    span: Span
    rule: str
    full: str | None = None


def find_policies(analysis: Analysis, lexicon: Lexicon, rules: Rulebook, known: Sequence[Mention]) -> list[Mention]:
    """The documents that the record names: laws, measures, plans, notices, opinions, agreements, and their numbers.

    Handbooks, journals, certificates and titles of projects are none. A number beside a title
    (《大丰区…若干政策意见》（大政发〔2023〕18号）) has that title in `attributes["full"]`.
    """
    del rules
    text, words = level_quotes(analysis.text), lexicon.words
    titles = [
        *_titles(text, words),
        *_quoted(text, words),
        *_about(text),
        *_plain(text, words, [m.span for m in known if m.kind == "place"]),
    ]
    kept = _longest(titles)
    kept += _laws(text, words, kept)
    numbers = [_Found(span, "文号", _title_beside(text, span, kept)) for span in _numbers(text, words)]
    return [_mention(analysis, found) for found in sorted([*kept, *numbers], key=lambda f: f.span)]


def _titles(text: str, words: Words) -> Iterator[_Found]:
    """Titles in 《》 that are documents; 《意见》 stands for the title before it that ends so."""
    seen: list[str] = []
    last: re.Match[str] | None = None  # the title before, if it is a document: a list shares its verb
    for match in _TITLE.finditer(text):
        title = match[1]
        listed = (
            last is not None
            and match.start() - last.end() <= 2
            and not text[last.end() : match.start()].strip("、和及与,，")
        )
        another = text[max(0, match.start() - 1) : match.start()] == "会"  # 省委九届三次全会《决定》: no short form
        if len(title) <= 4 and not another and (whole := _ending_in(title, seen)):
            yield _Found(Span(*match.span(1)), "书名号", whole)
        elif is_document(title, text[max(0, match.start() - 14) : match.start()], words, listed=listed):
            seen.append(title)
            last = match
            yield _Found(Span(*match.span(1)), "书名号")


def _ending_in(short: str, titles: Iterable[str]) -> str | None:
    return next(
        (title for title in reversed(list(titles)) if _APPENDIX.sub("", title).endswith(short) and title != short), None
    )


def is_document(title: str, before: str, words: Words, *, listed: bool = False) -> bool:
    """Whether a title in 《》 is a document, by its last word and by what stands `before` it.

    `listed` is True where it follows a document in a list: 制定《首问责任制》、《服务承诺制》.
    """
    core = _APPENDIX.sub("", title).strip()
    if core.endswith(words["非文件尾"]) or len(core) < 3:
        return False
    if core.startswith("关于") and core.endswith("报告"):  # a memorandum; 《晋江市…预警报告》 is a document
        return False
    if len(core) < 5 and core.endswith(("合同", "协议", "书")):  # 《技术合同》126份
        return False
    if core.startswith("关于") and re.search(r"(?:意见|通知|决定|办法|规定|方案|通报|批复|函|公告|责任书)$", core):
        return True
    if not core.endswith(words["文件尾"]):
        return False
    if core.endswith(words["两可尾"]):
        return listed or _said_issued(before, words) or core.endswith(("行动计划", "工作计划", "实施计划", "三年计划"))
    return True


def _said_issued(before: str, words: Words) -> bool:
    """Whether the words before a title say that it was drawn up, issued or signed."""
    clause = re.split(r"[。;；!！?？\n]", before)[-1]
    return any(verb in clause for verb in words["发文动词"] if len(verb) > 1)


def _quoted(text: str, words: Words) -> Iterator[_Found]:
    """Documents between “”: 出台“关于…的意见”, 落实“科技创新30条”."""
    for match in _QUOTED.finditer(text):
        before = text[max(0, match.start() - 8) : match.start()]
        title = match[1]
        if not _said_issued(before, words) or (title.endswith("行动计划") and _CARRIED_OUT.search(before + "“")):
            continue
        if _ARTICLES.search(title) or (title.endswith(words["直书文件尾"]) and len(title) >= 8):
            yield _Found(Span(*match.span(1)), "引号")


def _about(text: str) -> Iterator[_Found]:
    for match in _ABOUT.finditer(text):
        if text[match.start() - 1 : match.start()] not in ("《", "“"):
            yield _Found(Span(*match.span()), "关于")


def _plain(text: str, words: Words, places: Iterable[Span]) -> Iterator[_Found]:
    """Titles without marks that begin with a place or period: 制定了霍林郭勒市专利执法专项行动方案."""
    starts = {span.start for span in places} | {m.start() for m in _PERIOD.finditer(text)}
    ending = _endings(words["直书文件尾"], words["文件尾后字"])
    for start in sorted(starts):
        match = ending.match(text, start)
        if match and _issued_at(text, start, words) and len(match[0]) >= 8 and not _SCHEME.search(match[0]):
            yield _Found(Span(*match.span()), "直书")


def _issued_at(text: str, start: int, words: Words) -> bool:
    before = text[max(0, start - 8) : start]
    before = re.split(r"[,，。;；\n]", before)[-1].removesuffix("了")
    return before.endswith(words["发文动词"])


@lru_cache(maxsize=4)
def _endings(tails: tuple[str, ...], after: tuple[str, ...]) -> re.Pattern[str]:
    """A title from its first character to the last of its tails that no further noun follows."""
    body = r"(?:[^,，。;；:：!！?？、《》“”\n]|“[^“”\n]{1,20}”){4,40}?"
    tail = any_of(tails)
    return re.compile(
        rf"{body}(?:{tail})(?:[和与及](?:{tail}|[\u4e00-\u9fff]{{2}}(?:{tail})))?(?:[(（](?:试行|暂行|草案)[)）])?(?!{any_of(after)})"
    )


def _laws(text: str, words: Words, taken: Sequence[_Found]) -> list[_Found]:
    """Laws named without marks: 宣传防震减灾法、专利法."""
    names = any_of((*words["知名文件"], *words["法律名"]))
    found = []
    for match in re.finditer(
        rf"(?:中华人民共和国)?(?:{names})(?![规律制定治])|中华人民共和国[\u4e00-\u9fff]{{2,16}}?(?:法|条例)(?![规律制治])",
        text,
    ):
        span = Span(*match.span())
        if not any(span.overlaps(other.span) for other in taken):
            found.append(_Found(span, "法律名"))
    return found


def _numbers(text: str, words: Words) -> Iterator[Span]:
    """Document numbers, their agency's code cut where it begins: 下发|怀科党组[xx]8号."""
    lead = _code_lead(words["文号前词"], words["发文动词"])
    for match in _NUMBER.finditer(text):
        start = max((m.end() for m in lead.finditer(match["code"]) if m.end() < len(match["code"])), default=0)
        code = match["code"][start:]
        if len(code) <= 10 and (match["round"] is None or code[-1] in "字发办函通"):
            yield Span(match.start() + start, match.end())
    for match in _DECREE.finditer(text):
        yield Span(*match.span())


@lru_cache(maxsize=2)
def _code_lead(before: tuple[str, ...], verbs: tuple[str, ...]) -> re.Pattern[str]:
    """The words after which an agency's code begins."""
    return re.compile(any_of({*before, *verbs}))


def _title_beside(text: str, number: Span, titles: Sequence[_Found]) -> str | None:
    """The title right before or after a document number, but for brackets and the word 文件."""
    for found in titles:
        if found.rule == "法律名":
            continue
        between = text[found.span.end : number.start] if found.span.end <= number.start else None
        if between is not None and len(between) <= 3 and re.fullmatch(r"[》”]?[(（]?", between):
            return text[found.span.start : found.span.end]
        after = text[number.end : found.span.start] if number.end <= found.span.start else None
        if after is not None and len(after) <= 5 and re.fullmatch(r"(?:文件?|文)?[)）]?[《“]", after):
            return text[found.span.start : found.span.end]
    return None


def _longest(found: Iterable[_Found]) -> list[_Found]:
    """Each find that lies in no longer one, the first rule's first."""
    kept: list[_Found] = []
    for one in sorted(found, key=lambda f: f.span.start - f.span.end):
        if not any(one.span.overlaps(other.span) for other in kept):
            kept.append(one)
    return kept


def _mention(analysis: Analysis, found: _Found) -> Mention:
    text = analysis.text[found.span.start : found.span.end]
    attributes = {"full": found.full} if found.full else {}
    return Mention(analysis.record.id, "policy", found.span.start, found.span.end, text, found.rule, attributes)
