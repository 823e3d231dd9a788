"""Which stretches of a record speak of the coming period: 六、下半年打算; 下半年,一要抓好…;二要…."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from zongjie.finding.analysis import Analysis
from zongjie.finding.dates import chinese_number
from zongjie.lexicon import Lexicon
from zongjie.lexicon.words import any_of
from zongjie.model import Section, Span

_ENUMERATOR = r"^[\s　]*(?:[(（]?[一二三四五六七八九十0-9]{1,3}[)）]?[、.．,，]?\s*)?"
_YEAR = r"(?:(?:19|20)[0-9xX×*_]{2}|[xX×*]{2,4}|[〇○零一二三四五六七八九]{4})年"
_DIGIT = "[0-9〇○零一二三四五六七八九]"
# Not the end of a span that a title names: 创新计划（2011-2015年）.
_FULL_YEAR = re.compile(f"(?<!{_DIGIT})(?<![-—–~～－]){_DIGIT}{{4}}(?=年)")
# Words that make 计划 and 目标 in a title a report of the past (科技计划管理, 完成目标).
_PAST = re.compile(
    r"完成|情况|回顾|成效|成绩|总结|管理|实施|项目|执行|科技计划|星火|火炬|特色|做法|体会|主要工作$|存在"
)
# 2.抓丰收计划,促粮果增产 tells of a campaign, 工作计划 and 二、2013年计划 are of what is to come.
_NAMED_PLAN = re.compile(r"计划生育|[一-龥”](?<![作年月度后步要点展排标务和与及的算路])计划")
_TROUBLES = re.compile("问题|不足|困难|差距")
_FUTURE = "明年|来年|下一?年|下半年|后半年|下一?步|今后|新的一年"
_INTENT = re.compile(
    r"力争|确保(?!了)|争取(?=[^,，。;；]{0,16}(?:[0-9][^,，。;；、]{0,4}(?:以上|左右)|达到|突破))"
    # 恳请省厅支持四件事:一请批准组建工程中心
    r"|恳请(?!批评|指正|各位|领导)|(?:^|(?<=[。;；:：\n]))[一二三四五六七八]请(?=[一-龥])"
    # 我局计划在5月举办; not 富民强县专项行动计划在宾川县实施
    r"|(?<![火炬撑展广项究养育增升才新民发技科”])(?<!行动)(?<!攻关)计划(?:到|在|于|年内|明年|今年)|拟(?:于|在|建|投)|将于|将在|将(?:继续|进一步|重点|着力|全面|深入|以)"
    # 该项目|计划总投资5000万元; not 省科技计划投入75万元
    r"|(?<![技火炬发撑项省市县区家级年星攻专])计划(?:总投资|投资|投入|新建|建设|引进|新增|培训|申报)"
    rf"|打算(?!等)|准备(?:于|在|新建|申报|建设|引进|举办|新增|{_FUTURE})|预计(?=[^,，。;；]{{0,4}}(?:{_FUTURE}))"
    r"|(?:^|(?<=[。;；:：\n]))(?:[一二三四五六七八九十]{1,2}[是、]?)?要(?=[一-龥])(?![求点素闻塞害件案])"
    r"|(?<!实现)(?:工作|奋斗|总体|主要|任务|年度)?目标(?:任务)?(?:是|为|[:：])(?!完成|已)",
    re.MULTILINE,
)
# 整改措施:①2014年新增高企2家 in a report on 2013; a day of that year (2014年1月8日) may be past.
_LED_BY_YEAR = re.compile(
    rf"{_ENUMERATOR}(?:[一-龥]{{2,6}}[:：])?(?:[①-⑩⑴-⑽]|[0-9][、.．])?(?:到|在)?(?P<year>{_DIGIT}{{4}})年(?!度?[0-9一二三四五六七八九十元]{{1,2}}月)"
)
# 94年要做到:… in a report on 1993
_LED_BY_SHORT_YEAR = re.compile(
    rf"{_ENUMERATOR}(?P<year>{_DIGIT}{{2}})年(?:的?(?:打算|目标|任务|主要工作)|[,，]?(?:我们|我[局委县市区])?(?:要|将|计划|准备))"
)
_HEADED = re.compile(
    rf"{_ENUMERATOR}(?:工作|具体)?(?:安排|打算|设想|整改措施|努力方向|工作思路|工作重点|主要任务)[:：](?!$)"
)
# 力争立项15项,|实际立项21项
_TURN = re.compile("[,，](?=实际|目前|现已|已|经过努力|截[至止])")
# 天津市北辰区科委⏎2013年工作总结和2014年工作安排 is the title's second line and heads no plan.
_REPORTS = re.compile("总结|小结|汇报|报告|回顾")
_CLAUSE_END = re.compile("[,，。;；]")
_PROMISE = re.compile(r"[要将拟]|继续|重点|力争|确保|计划|争取|打算|准备|筹备|着力|围绕|一是|做好|抓好|我们")


@dataclass(frozen=True)
class Plans:
    """The stretches of a record that speak of the coming period."""

    spans: tuple[Span, ...]

    def hold(self, offset: int) -> bool:
        """Whether the character at `offset` lies in such a stretch."""
        at = bisect_right(self.spans, offset, key=lambda span: span.start) - 1
        return at >= 0 and offset < self.spans[at].end


def find_plans(analysis: Analysis, lexicon: Lexicon) -> Plans:
    """Plan sections, the rest of a paragraph from 下半年要… on, and single sentences of intent (力争立项5项)."""
    whole_plan = analysis.record.kind == "工作计划"
    if whole_plan:
        return Plans((Span(0, len(analysis.text)),))
    spans = [*_sections(analysis, lexicon), *_rests(analysis, lexicon), *_intents(analysis)]
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return Plans(tuple(merged))


def is_plan_title(title: str, lexicon: Lexicon) -> bool:
    """Whether a heading announces plans: 三、2013年工作思路, 下年重点工作安排; not 科技计划管理, 目标完成情况, 计划生育."""
    title = _NAMED_PLAN.sub("", title)
    if re.search(r"建议$|打算|思路|下一?步|明年|来年|下一年|下半年|今后|新的一年", title):
        return True
    return not _PAST.search(title) and any(word in title for word in lexicon.words["计划标题词"])


def _sections(analysis: Analysis, lexicon: Lexicon) -> list[Span]:
    year = _year(analysis)
    return [Span(s.start, s.end) for s in analysis.record.sections if _announces(s, lexicon, year)]


def _announces(section: Section, lexicon: Lexicon, year: int | None) -> bool:
    """A heading that is the record's own title (…工作总结和2024年工作计划) covers all and announces nothing.

    So does one that names a year to come: 五、2013年主要工作 in a report on 2012. What 主要问题和1994年打算 heads is not all
    planned: there the sentences tell.
    """
    title = section.title
    if "总结" in title or len(title) > 30 or _TROUBLES.search(title):
        return False
    return is_plan_title(title, lexicon) or any(_is_later(match[0], year) for match in _FULL_YEAR.finditer(title))


def _year(analysis: Analysis) -> int | None:
    """The year of the record, where the text states it."""
    period = analysis.record.period
    stated = period.year is not None and period.year.isdecimal() and period.confidence == "stated"
    return int(period.year or 0) if stated else None


def _is_next_year(sentence: str, year: int | None) -> bool:
    """Whether a sentence begins with the year after the record's, written with two figures: 94年要做到, 九四年打算."""
    led = _LED_BY_SHORT_YEAR.match(sentence)
    return led is not None and year is not None and _digits(led["year"]) == f"{(year + 1) % 100:02}"


def _is_later(written: str, year: int | None) -> bool:
    """Whether a year as written (2013, 二〇一三) is after that of the record."""
    digits = _digits(written)
    return year is not None and digits.isdecimal() and int(digits) > year


def _digits(written: str) -> str:
    return "".join(str(chinese_number(char) or 0) if not char.isdecimal() else char for char in written)


def _rests(analysis: Analysis, lexicon: Lexicon) -> list[Span]:
    """From a sentence such as 下半年,一要抓好… or 2013年,我们将… to the end of its paragraph."""
    words = any_of(lexicon.words["计划时间词"])
    opening = re.compile(
        rf"{_ENUMERATOR}(?:在)?(?:{words})(?:的)?(?:[,，:：我要将]|[^。;；]{{0,20}}?(?:{_PROMISE.pattern}))"
    )
    lone_heading = re.compile(
        rf"{_ENUMERATOR}(?:{_YEAR}|{words})[^。,，;；]{{0,14}}(?:打算|思路|安排|计划|重点|设想)[^。,，;；]{{0,4}}[:：]?$"
    )
    annual, year = analysis.record.kind == "年度总结", _year(analysis)
    spans = []
    for sentence in analysis.sentences:
        text = analysis.text[sentence.start : sentence.end].strip()
        block = analysis.record.block_at(sentence.start)
        if lone_heading.match(text) and not _REPORTS.search(text):
            spans.append(Span(block.start, _section_end(analysis, sentence.start)))
        elif (
            _is_later_year(_LED_BY_YEAR.match(text), year)
            or _is_next_year(text, year)
            or _HEADED.match(text)
            or _opens(opening, text, annual)
        ):
            spans.append(Span(sentence.start, block.end))
    return spans


def _opens(opening: re.Pattern[str], text: str, annual: bool) -> bool:
    """Whether a sentence opens a plan; in a report on the whole year 下半年,… looks back."""
    looks_back = annual and re.match(r"(?:下半年|[三四]季度|第四季度)[^要将]{0,20}$", text[:22])
    return not looks_back and opening.match(text) is not None


def _is_later_year(led: re.Match[str] | None, year: int | None) -> bool:
    return led is not None and _is_later(led["year"], year)


def _section_end(analysis: Analysis, offset: int) -> int:
    """The end of the smallest section that holds `offset`, else of the text."""
    around = [s for s in analysis.record.sections if s.start <= offset < s.end]
    return min((s.end for s in around), default=len(analysis.text))


def _intents(analysis: Analysis) -> list[Span]:
    spans = []
    for match in _INTENT.finditer(analysis.text):
        end = analysis.sentence_at(match.start()).end
        turn = _TURN.search(analysis.text, match.end(), end)
        end = turn.start() if turn else end
        pause = _CLAUSE_END.search(analysis.text, match.end(), end)
        if pause and match[0] == "确保":  # a purpose, not a plan: 派人监督,确保工程质量,11个工作日竣工
            end = pause.start()
        spans.append(Span(match.start(), end))
    return spans
