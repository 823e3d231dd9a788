"""The plots of the home page: projects by level, events by month, what bureaus report on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from zongjie.model import Entity
from zongjie.pages.arrangements import NO_LEVEL, month_of
from zongjie.pages.catalog import Catalog, attribute
from zongjie.pages.details import project_details
from zongjie.pages.index_pages import events_by_month, projects_by_level
from zongjie.pages.indexes import Index, page_of_shelf
from zongjie.pages.labels import LEVELS, level_name
from zongjie.pages.linker import is_planned
from zongjie.pages.plots import Mark, Piece, Plot
from zongjie.pages.themes import Theme
from zongjie.pages.urls import address

_TOPICS_SHOWN = 8
_MONTHS = range(1, 13)
_FEWEST = 3


def home_plots(catalog: Catalog, themes: Sequence[Theme]) -> tuple[Plot, ...]:
    """Those of the plots for which there is enough to show."""
    plots = (_topics(themes), _levels(catalog), _months(catalog))
    return tuple(plot for plot in plots if sum(mark.total for mark in plot.marks) >= _FEWEST)


def _topics(themes: Sequence[Theme]) -> Plot:
    of_work = [theme for theme in themes if theme.topic.part != "problems"]
    ranked = sorted(of_work, key=lambda theme: -len(theme.records))[:_TOPICS_SHOWN]
    more = f",列前 {_TOPICS_SHOWN} 个" if len(of_work) > _TOPICS_SHOWN else ""
    return Plot(
        "plot-topics",
        "各地总结讲什么",
        f"讲到每个主题的总结篇数{more};一篇讲几个主题,各计一次,重复的段落不计。",
        "主题",
        "篇",
        tuple(Mark(t.topic.name, (Piece("", len(t.records)),), address(t.page)) for t in ranked),
    )


def _levels(catalog: Catalog) -> Plot:
    index = projects_by_level(catalog)
    counts: Counter[tuple[str, str]] = Counter()
    for project in catalog.counted("project"):
        details = project_details(project, catalog)
        counts[attribute(project, "level") or details.level, details.status] += 1
    return Plot(
        "plot-levels",
        "哪一级的项目",
        "原文写出名称的项目,按级别计个数;只是申报的分开,重复的段落不计,没有名称、只有总数的不计。",
        "级别",
        "个",
        tuple(
            Mark(
                level_name(level) or NO_LEVEL,
                (
                    Piece("立项", counts[level, "granted"], "granted"),
                    Piece("未写明", counts[level, ""], "untold"),
                    Piece("申报", counts[level, "applied"], "applied"),
                ),
                page_of_shelf(index, f"level-{n}"),
            )
            for n, level in enumerate((*LEVELS, ""), 1)
            if any(counts[level, status] for status in ("granted", "", "applied"))
        ),
    )


def _months(catalog: Catalog) -> Plot:
    index = events_by_month(catalog)
    held = [event for event in catalog.counted("event") if not is_planned(event, catalog)]
    counts = Counter(month_of(event, catalog) for event in held)
    dated = sum(counts[month] for month in _MONTHS)
    told = "不分年份;" if _years(catalog) > 1 else ""
    return Plot(
        "plot-months",
        "活动在几月",
        f"写明月份的 {dated} 场活动,按月份计场数;{told}只是打算办的、年年都办的、没写月份的不计。",
        "月份",
        "场",
        tuple(
            Mark(f"{month}月", (Piece("", counts[month], "event"),), _of_month(month, counts, index))
            for month in _MONTHS
        ),
        upright=True,
    )


def _of_month(month: int, counts: Counter[int], index: Index[Entity]) -> str:
    return page_of_shelf(index, f"month-{month}") if counts[month] else ""


def _years(catalog: Catalog) -> int:
    return len({record.period.year for record in catalog.knowledge.records})
