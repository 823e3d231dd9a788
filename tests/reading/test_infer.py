"""Lost headings: where a section is inferred, and where none may be."""

from __future__ import annotations

from tests.reading.texts import read_one
from zongjie.lexicon import Lexicon

PROJECTS = "全年争取国家、省各类科技计划项目30项,争取资金563万元,列入省级科技计划项目10个,验收项目27项。"
FARMS = "围绕种植业组织实施了粮食丰产科技工程,推广新品种10个,培训农民1.5万人次,示范基地达到13万亩。"
SCIENCE = "组织开展科普活动15次,举办科技活动周,发放科普资料2万余份,展出科普展板100多块。"


def inferred(text: str, lexicon: Lexicon) -> list[tuple[str, str]]:
    """Title and first words of each inferred section."""
    record = read_one(text, lexicon)
    return [(s.title, record.text[s.start : s.start + 4]) for s in record.sections if s.inferred]


def test_a_count_that_starts_anew(lexicon: Lexicon) -> None:
    text = f"{PROJECTS}\n一是{FARMS}二是推广新技术。\n一是{SCIENCE}二是编印科普宣传资料。\n下年重点工作安排\n1、加强科普工作。"
    assert inferred(text, lexicon) == [
        ("科技项目申报与管理", "全年争取"),
        ("农业科技", "一是围绕"),
        ("科普与科技宣传", "一是组织"),
    ]


def test_paragraphs_on_other_topics(lexicon: Lexicon) -> None:
    text = f"今年以来,在县委领导下,各项工作有序开展。\n{PROJECTS}\n{FARMS}\n{SCIENCE}\n目前还存在着研发机构偏少、人才不足等问题。"
    titles = [title for title, _ in inferred(text, lexicon)]
    assert titles == ["科技项目申报与管理", "农业科技", "科普与科技宣传", "存在的问题"]


def test_the_plan_of_a_text_without_headings(lexicon: Lexicon) -> None:
    text = f"今年以来,我局按照县委部署扎实工作。\n一是狠抓项目。{PROJECTS}\n二是狠抓农业。{FARMS}\n下半年要做好以下工作:一要继续跑项争资。"
    assert inferred(text, lexicon) == [("下一步工作安排", "下半年要")]


def test_parts_above_a_count_that_starts_anew(lexicon: Lexicon) -> None:
    text = (
        f"20xx年,在市委领导下,各项工作取得成效。\n(一)强化服务措施\n{PROJECTS}\n(二)抓好农业科技\n{FARMS}\n"
        "一年来,科技工作取得了成绩,同时也存在着一些问题,主要是投入不足。\n"
        f"20xx年,是实施“十二五”科技发展规划的起步之年,将抓好以下工作。\n(一)坚持一个战略\n{PROJECTS}\n(二)抓好两个中心\n{FARMS}"
    )
    found = inferred(text, lexicon)
    assert [start for _, start in found] == ["(一)强", "一年来,", "20xx"]
    assert [title for title, _ in found][1:] == ["存在的问题", "下一步工作安排"]


def test_a_garbled_heading_stays_as_it_is(lexicon: Lexicon) -> None:
    text = f"一、加强领导。{PROJECTS}\n二、加强学习。{FARMS}四μ岣呒粕文明家庭地震应急意识。{SCIENCE}\n濯加大力度普及知识。{SCIENCE}\n管理服务。{PROJECTS}"
    titles = [title for title, _ in inferred(text, lexicon)]
    assert titles == ["四μ岣呒粕文明家庭地震应急意识", "濯加大力度普及知识", "管理服务"]


def test_nothing_is_inferred_where_headings_stand(lexicon: Lexicon) -> None:
    whole = f"一、抓项目\n{PROJECTS}\n{FARMS}\n二、抓科普\n{SCIENCE}\n三、存在的问题\n投入不足。\n四、下年打算\n明年,将继续抓好项目。"
    assert inferred(whole, lexicon) == []


def test_what_stands_between_two_items_belongs_to_the_first(lexicon: Lexicon) -> None:
    text = f"(三)加大宣传力度\n{SCIENCE}\n{FARMS}\n(四)抓好项目管理\n{PROJECTS}"
    assert inferred(text, lexicon) == []


def test_main_part_problems_and_plan_by_their_lists(lexicon: Lexicon) -> None:
    text = (
        f"2012年,在县委的领导下,较好地完成了各项任务。\n(一)项目申报有新突破。{PROJECTS}\n(二)农业科技稳步发展。{FARMS}\n"
        "一是企业研发投入不足;二是高层次人才缺乏;三是科技中介服务体系不健全。\n"
        "1、抓项目。力争列入国家项目15项以上。\n2、抓专利。全县专利授权量突破1100件。"
    )
    found = inferred(text, lexicon)
    assert [start for _, start in found] == ["(一)项", "一是企业", "1、抓项"]
    assert [title for title, _ in found][1:] == ["存在的问题", "下一步工作安排"]


def test_marks_whose_titles_are_lost(lexicon: Lexicon) -> None:
    text = f"楚雄州科学技术局工作报告\n一、\n{PROJECTS}\n二、\n（一）\n{SCIENCE}\n（二）\n{FARMS}\n三、\n2009年:争取经费2500万元,组建研究中心。"
    assert inferred(text, lexicon) == [
        ("科技项目申报与管理", "全年争取"),
        ("科普与科技宣传", "组织开展"),
        ("科普与科技宣传", "组织开展"),
        ("农业科技", "围绕种植"),
        ("下一步工作安排", "2009"),
    ]
    levels = [section.level for section in read_one(text, lexicon).sections]
    assert levels == [1, 1, 2, 2, 1]


def test_a_mark_whose_title_is_on_the_next_line(lexicon: Lexicon) -> None:
    record = read_one(f"一、\n科技项目申报\n{PROJECTS}\n二、\n科普宣传\n{SCIENCE}", lexicon)
    assert [section.title for section in record.sections] == ["一、科技项目申报", "二、科普宣传"]


def test_other_words_for_shortcomings(lexicon: Lexicon) -> None:
    for opening in (
        "回头看,不足之处有三:其一,重立项、轻管理",
        "短板主要是人才缺乏",
        "面临的困难还有很多,存在人才断层问题",
        "差距仍然摆在面前:研发机构偏少,人才缺乏",
        "在总结成绩的同时,也要清醒看到科技投入增长慢",
        "回头看,毛病也不少:贷款到位慢",
    ):
        text = f"一、抓项目\n{PROJECTS}\n二、抓科普\n{SCIENCE}\n{opening};其二,科技贷款回收难。"
        assert inferred(text, lexicon) == [("存在的问题", opening[:4])]


def test_a_look_back_at_the_end_of_a_plan(lexicon: Lexicon) -> None:
    text = f"2011年,全市科技工作要在三个方面求突破。\n一、抓项目\n{PROJECTS}\n二、抓科普\n{SCIENCE}\n回顾2010年,我市首次获得先进市称号。"
    assert inferred(text, lexicon) == [("工作回顾", "回顾20")]


def test_sentences_that_begin_most_paragraphs_of_a_text(lexicon: Lexicon) -> None:
    leads = ("企业成长有梯队", "舞台搭起来，人气聚起来", "大数据这篇文章刚开了头", "几个短板正在补上")
    dated = f"科技活动周5月16日在富康广场开幕。{SCIENCE}"
    text = "\n".join(
        ["今年以来,在州委领导下,各项工作有序开展。", *(f"{lead}。{FARMS}" for lead in leads[:2]), dated]
        + [f"{lead}。{FARMS}" for lead in leads[2:]]
    )
    assert [title for title, _ in inferred(text, lexicon)] == [*leads[:2], "科普与科技宣传", *leads[2:]]
    few = "\n".join([f"一、企业成长\n{FARMS}", f"今年我们做了三件事。{PROJECTS}", f"同时抓了科普。{SCIENCE}"])
    assert inferred(few, lexicon) == []


def test_shortcomings_between_numbered_parts(lexicon: Lexicon) -> None:
    text = f"一、今年工作\n1、项目。{PROJECTS}\n2、农业。{FARMS}\n回顾一年的工作,也存在一些不足:一是企业投入不够。\n二、明年打算\n{SCIENCE}"
    assert inferred(text, lexicon) == [("存在的问题", "回顾一年")]
