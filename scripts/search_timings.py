"""How fast and how heavy the search box is: on generated summaries, in Chromium, as a reader on this machine has it.

    python scripts/search_timings.py [--records 6 600] [--names 30000]

For each number of summaries (five names each) a small site is written: invented names, texts that follow the summaries
in data/sources character by character, the box itself, the index of names and Pagefind's index. Measured are, for each:
what is loaded before the box is used, up to the first name result, and for the full text; milliseconds from the first
letter to the first result in fresh browser profiles (cold), and from the last key of a query to the names and to the
full result (warm). For `--names`: milliseconds that the matcher takes for each key of typed queries, each the median
of three, and gzipped bytes a name. Nothing is compressed on the way: sizes are those of `gzip -9`. `!` marks what
passes its limit.
"""

from __future__ import annotations

import argparse
import gzip
import itertools
import random
import shutil
import sys
import tempfile
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from html import escape
from pathlib import Path
from statistics import median
from types import MappingProxyType

from playwright.sync_api import Browser, Page

from search_report import ROOT, chromium, served
from zongjie.lexicon import read_lexicon
from zongjie.lexicon.words import Words
from zongjie.model import Block, Bureau, Entity, Kind, Knowledge, Mention, Period, Record, Region
from zongjie.pages.search_index import index_site
from zongjie.pages.search_names import names_script
from zongjie.pages.search_pages import SearchPage
from zongjie.resolving.ids import slug

# The scripts of the name finder, in the order in which they build on each other.
MATCHER = ("text.js", "slices.js", "rank.js", "scan.js", "near.js", "words.js", "match.js", "names.js")
_ASSETS = ROOT / "docs" / "assets" / "search"
_PLACES = (
    ("河北省", "石家庄", "正定"), ("广西壮族自治区", "南宁", "武鸣"), ("四川省", "泸州", "古蔺"), ("安徽省", "六安", "霍山"),
    ("山东省", "临沂", "沂水"), ("浙江省", "绍兴", "诸暨"), ("湖南省", "常德", "石门"), ("陕西省", "渭南", "大荔"),
)  # fmt: skip
_BRANDS = "恒华兴永丰金泰安信达利康宏盛隆源通瑞祥和常山天维新明光富东方正大海北国中科龙润久强洋惠小蜜蜂红星火同生奥"
_TRADES = (
    *("药业", "食品", "机械", "饲料", "化工", "生物科技", "农业开发", "电子", "新材料"),
    *("矿业", "建材", "轴瓦", "汽配", "种业", "茶业", "纺织", "酒业", "环保设备"),
)
_FORMS = ("有限公司", "股份有限公司", "集团有限公司", "有限责任公司", "厂", "公司", "农民专业合作社", "养殖基地")
_MATTER = (
    *("依诺肝素钠", "奶牛", "土鸡", "金属纤维", "液压件", "稀土永磁", "太阳能电池硅片", "低聚木糖", "超级稻"),
    *("黄桃", "褐煤", "甘蔗", "轴承", "磷酸铁锂", "桑蚕", "食用菌", "LED芯片", "马铃薯"),
)
_ACTS = (
    *("关键技术研究", "产业化示范", "新工艺开发", "品种选育与推广"),
    *("自动检测系统", "标准化生产技术", "自主创新成果转化", "二次开发"),
)
_BODIES = ("大学", "农业大学", "农科院", "畜牧研究所", "医科大学", "科学技术协会", "工程学院")
_SHARES: tuple[tuple[Kind, int], ...] = (
    ("enterprise", 45),
    ("project", 25),
    ("institution", 10),
    ("event", 8),
    ("program", 7),
    ("platform", 5),
)


@dataclass(frozen=True, slots=True)
class Loaded:
    """What the browser asked for: path, and size compressed."""

    path: str
    size: int


def invented(records: int, names: int, source: Sequence[str], seed: int = 4) -> Knowledge:
    """`records` summaries that name `names` entities; the same ones for the same numbers."""
    dice = random.Random(seed)
    chain = _chain(source)
    those = [_record(number, chain, dice) for number in range(records)]
    entities: dict[str, Entity] = {}
    while len(entities) < names:
        entity = _entity(those, dice)
        entities.setdefault(entity.id, entity)
    return Knowledge("none", tuple(those), tuple(entities[key] for key in sorted(entities)), (), ())


def _chain(source: Sequence[str]) -> dict[str, str]:
    """Character → those that follow it in the texts."""
    following: dict[str, list[str]] = defaultdict(list)
    for text in source:
        for one, other in itertools.pairwise(text):
            following[one].append(other)
    return {character: "".join(others) for character, others in following.items()}


def _record(number: int, chain: dict[str, str], dice: random.Random) -> Record:
    province, city, county = dice.choice(_PLACES)
    year = str(dice.randint(1998, 2025))
    lines = [_line(chain, dice) for _ in range(40)]
    text, blocks, at = "\n".join(lines), [], 0
    for count, line in enumerate(lines, start=1):
        blocks.append(Block(f"p{count}", at, at + len(line), count))
        at += len(line) + 1
    bureau = Bureau(f"{county}县{dice.choice(_BRANDS)}科技局")
    region, period = Region(province, f"{city}市", f"{county}县"), Period(year)
    return Record(
        f"summary-{number + 1}", "summary.txt", number + 1, (1, 40), f"{bureau.name}{year}年工作总结", "年度总结", bureau, region,
        period, text, tuple(blocks), (), (), (), (),
    )  # fmt: skip


def _line(chain: dict[str, str], dice: random.Random) -> str:
    character, line = "科", ""
    for _ in range(dice.randint(40, 140)):
        line += character
        character = dice.choice(chain.get(character, "科"))
        if character in "\n\r":
            character = "科"
    return line + "。"


def _entity(records: Sequence[Record], dice: random.Random) -> Entity:
    kinds, shares = zip(*_SHARES, strict=True)
    kind: Kind = dice.choices(kinds, shares)[0]
    name, aliases = _name(kind, dice)
    where = dice.sample(records, min(len(records), dice.choice((1, 1, 1, 1, 2, 3))))
    mentions = tuple(Mention(record.id, kind, 0, len(name), name, "invented") for record in where)
    return Entity(f"{kind}/{slug(name)}", kind, name, aliases, mentions)


def _name(kind: Kind, dice: random.Random) -> tuple[str, tuple[str, ...]]:
    place = dice.choice(dice.choice(_PLACES))
    brand = "".join(dice.choices(_BRANDS, k=dice.choice((2, 2, 3))))
    if kind == "enterprise":
        trade = dice.choice(_TRADES)
        name = f"{dice.choice((place, ''))}{brand}{trade}{dice.choice(_FORMS)}"
        return name, dice.choice(((), (brand + trade,), (brand + trade, brand)))
    if kind == "project":
        return f"{brand}{dice.choice(_MATTER)}{dice.choice(_ACTS)}", ()
    if kind == "institution":
        return f"{place}{brand}{dice.choice(_BODIES)}", ()
    tails = {"event": "科技活动周启动仪式", "program": "科技创新工程", "platform": "工程技术研究中心"}
    return f"{place}{brand}{dice.choice(_TRADES)}{tails[kind]}", ()


def _pages() -> tuple[tuple[SearchPage, ...], Words]:
    """The topics and indexes that the box of a real site knows besides, and what may stand around their names."""
    lexicon = read_lexicon(ROOT / "data" / "lexicon")
    topics = (SearchPage("theme", f"topics/{slug(one.name)}/", (one.name, *one.also), "") for one in lexicon.topics)
    indexes = (SearchPage("page", one.page, (one.name, *one.also), one.about) for one in lexicon.pages)
    return (*topics, *indexes), lexicon.words


def write_site(knowledge: Knowledge, site: Path) -> None:
    """A site of nothing but the search box, its files and the summaries."""
    shutil.copytree(_ASSETS, site / "assets" / "search")
    (site / "data").mkdir()
    (site / "data" / "names.js").write_text(names_script(knowledge, *_pages()), encoding="utf-8")
    head = '<!doctype html><meta charset="utf-8"><title>-</title>'
    box = '<script src="assets/search/loader.js"></script><link rel="stylesheet" href="assets/search/button.css">'
    (site / "index.html").write_text(f'{head}{box}<a data-search-open href="#">搜索</a>', encoding="utf-8")
    for record in knowledge.records:
        page = site / "records" / record.id / "index.html"
        page.parent.mkdir(parents=True)
        page.write_text(f"{head}{_page(record)}", encoding="utf-8")
    index_site(site)


def _page(record: Record) -> str:
    filters = (("region", record.region.province or ""), ("year", record.period.year or ""))
    metas = "".join(f'<meta data-pagefind-filter="{name}[content]" content="{value}">' for name, value in filters)
    blocks = "".join(
        f'<p id="{block.id}">{escape(record.text[block.start : block.end])}</p>' for block in record.blocks
    )
    return f"{metas}<div data-pagefind-body>{blocks}</div>"


def sources() -> list[str]:
    """The summaries whose characters the invented ones follow."""
    return [
        path.read_text(encoding="utf-8", errors="replace") for path in sorted((ROOT / "data" / "sources").glob("*.txt"))
    ]


# --- measuring -----------------------------------------------------------------------------------------------

_NAME_SHOWN = "() => document.querySelector('[data-search-results] a[data-kind]')"
_COMPLETE = "query => document.querySelector('[data-search-results]')?.dataset.query === query"
# Milliseconds from a key until the first name has been drawn up and until the result is complete.
_TYPE = """query => new Promise((done) => {
  const input = document.querySelector("[data-search-input]");
  const results = document.querySelector("[data-search-results]");
  input.value = query.slice(0, -1);
  input.dispatchEvent(new Event("input", { bubbles: true }));
  setTimeout(() => {
    const times = {};
    const begin = performance.now();
    const look = () => {
      const hit = results.querySelector("a[data-kind]");
      if (times.names === undefined && results.dataset.names === query) times.names = performance.now() - begin;
      if (results.dataset.query !== query) return;
      watch.disconnect();
      done({ names: times.names ?? performance.now() - begin, all: performance.now() - begin });
    };
    const watch = new MutationObserver(look);
    watch.observe(results, { attributes: true, childList: true, subtree: true });
    input.value = query;
    input.dispatchEvent(new Event("input", { bubbles: true }));
  }, 400);
})"""
_MATCH = """queries => {
  const { match, names, slices } = window.zongjieSearch;
  const begin = performance.now();
  const index = names.createIndex(window.zongjieNames);
  const made = performance.now() - begin;
  const rows = [];
  for (const query of queries) {
    for (let end = 1; end <= query.length; end++) {
      const typed = query.slice(0, end);
      const start = performance.now();
      const found = match.search(index, typed);
      const time = performance.now() - start;
      const work = match.guess(index, found);
      let longest = 0;
      for (let done = false; !done; ) {
        const before = performance.now();
        done = slices.slice(work).done;
        longest = Math.max(longest, performance.now() - before);
      }
      rows.push({ time, sure: found.sure.length, near: performance.now() - start - time, longest });
    }
  }
  return { made, rows };
}"""


def typed_queries(knowledge: Knowledge) -> list[str]:
    """Queries of all kinds for names that are there: forms, pieces, pinyin, initials, slips, several words."""
    name = next(one.name for one in knowledge.entities if one.kind == "enterprise" and one.aliases)
    other = next(one.name for one in knowledge.entities if one.kind == "project")
    return [
        name, other[2:8], "常山生化", "changshan shenghua", "cssh", "hbcssh", "xaiomifeng", "长山生话", "常山生药业", "jishu", "科技",
        f"{name[2:6]} {other[2:5]}", "南宁 饲料", "常山sh", "磷酸铁锂", "zzzzqx",
    ]  # fmt: skip


def loaded(page: Page, site: Path, address: str) -> list[Loaded]:
    """Collects what `page` asks for from now on."""
    rows: list[Loaded] = []

    def note(url: str) -> None:
        path = url.removeprefix(address).partition("?")[0]
        file = site / path
        if file.is_file():
            packed = file.read_bytes() if file.suffix.startswith(".pf_") else gzip.compress(file.read_bytes(), 9)
            rows.append(Loaded(path, len(packed)))

    page.on("request", lambda request: note(request.url))
    return rows


def total(rows: Sequence[Loaded], *without: str) -> float:
    """Kilobytes of what was loaded, apart from paths that begin with one of `without`."""
    return sum(row.size for row in rows if not row.path.startswith(without)) / 1000


Rows = dict[str, float]
# What is measured: its limit, and the unit. Times are medians unless they say otherwise.
LIMITS: Mapping[str, tuple[float | None, str]] = MappingProxyType(
    {
        "loaded before the box is used": (5, "kB"),
        "loaded up to the first name": (60, "kB"),
        "loaded for the first full text": (150, "kB"),
        "loaded for a further full text": (None, "kB"),
        "full text after all queries": (None, "kB"),
        "cold, first letter to first name": (500, "ms"),
        "cold, first letter to full result": (None, "ms"),
        "warm, last key to names": (30, "ms"),
        "warm, last key to names, worst": (None, "ms"),
        "warm, last key to full result": (150, "ms"),
        "warm, last key to full result, worst": (None, "ms"),
        "gzipped bytes a name": (25, "B"),
        "index of names made": (None, "ms"),
        "matching a key": (20, "ms"),
        "matching a key, worst": (20, "ms"),
        "near misses, after the names": (None, "ms"),
        "near misses, worst": (None, "ms"),
        "near misses, longest in one piece": (20, "ms"),
    }
)
# Where more may be loaded with many summaries.
_BY_SIZE: Mapping[str, tuple[float, float]] = {
    "loaded up to the first name": (60, 150),
    "loaded for the first full text": (150, 400),
}
# Summaries from which on a site is a big one.
_BIG = 600
_ROUNDS = 3


def limit_of(measure: str, records: int) -> float | None:
    """What may not be passed, with so many summaries; None where nothing is asked."""
    if measure in _BY_SIZE:
        return _BY_SIZE[measure][records >= _BIG]
    return LIMITS[measure][0]


def measure_box(browser: Browser, site: Path, knowledge: Knowledge) -> Rows:
    """The sizes and times of the box on `site`."""
    queries = typed_queries(knowledge)
    with served(site) as address:
        colds = [_cold_in_fresh_profile(browser, address, queries[0]) for _ in range(_ROUNDS)]
        page = browser.new_page()
        rows = loaded(page, site, address)
        page.goto(address)
        page.wait_for_load_state("networkidle")
        before = len(rows)
        cold(page, queries[0])
        first = rows[before:]
        each = []
        for query in queries:
            known = len(rows)
            page.evaluate(_TYPE, query)
            each.append(_of_text(rows[known:]))
        times = [page.evaluate(_TYPE, query) for query in queries for _ in range(_ROUNDS)]
        names, full = ([row[part] for row in times] for part in ("names", "all"))
        page.close()
    return {
        "loaded before the box is used": total([row for row in rows[:before] if row.path]),
        "loaded up to the first name": total(first, "pagefind"),
        "loaded for the first full text": _of_text(first),
        "loaded for a further full text": median(each[1:]),
        "full text after all queries": _of_text(rows),
        "cold, first letter to first name": median(row[0] for row in colds),
        "cold, first letter to full result": median(row[1] for row in colds),
        "warm, last key to names": median(names),
        "warm, last key to names, worst": max(names),
        "warm, last key to full result": median(full),
        "warm, last key to full result, worst": max(full),
    }


def _of_text(rows: Sequence[Loaded]) -> float:
    return total([row for row in rows if row.path.startswith("pagefind")])


def _cold_in_fresh_profile(browser: Browser, address: str, query: str) -> tuple[float, float]:
    context = browser.new_context()
    page = context.new_page()
    page.goto(address)
    page.wait_for_load_state("networkidle")
    times = cold(page, query)
    context.close()
    return times


def cold(page: Page, query: str) -> tuple[float, float]:
    """Milliseconds from the key that opens the box with a query to the first name and to the full result."""
    begin = "() => { window.begun = performance.now(); }"
    page.evaluate(begin)
    page.evaluate("query => window.zongjieSearch.open(query)", query)
    page.wait_for_function(_NAME_SHOWN, polling=5)
    names = page.evaluate("() => performance.now() - window.begun")
    page.wait_for_function(_COMPLETE, arg=query, polling=5)
    return names, page.evaluate("() => performance.now() - window.begun")


def measure_matcher(browser: Browser, knowledge: Knowledge) -> Rows:
    """How long the matcher takes for each key, the median of some rounds for each, and the bytes that a name costs."""
    script = names_script(knowledge)
    empty = names_script(replace(knowledge, entities=()))
    packed = len(gzip.compress(script.encode(), 9)) - len(gzip.compress(empty.encode(), 9))
    page = browser.new_page()
    for name in MATCHER:
        page.add_script_tag(content=(_ASSETS / name).read_text(encoding="utf-8"))
    page.add_script_tag(content=script)
    rounds = [page.evaluate(_MATCH, typed_queries(knowledge)) for _ in range(_ROUNDS)]
    page.close()
    keys = list(zip(*(told["rows"] for told in rounds), strict=True))
    times = [median(row["time"] for row in key) for key in keys]
    few = [key for key in keys if key[0]["sure"] < _FEW]
    guesses, slices = ([median(row[part] for row in key) for key in few] for part in ("near", "longest"))
    return {
        "gzipped bytes a name": packed / len(knowledge.entities),
        "index of names made": median(told["made"] for told in rounds),
        "matching a key": median(times),
        "matching a key, worst": max(times),
        "near misses, after the names": median(guesses),
        "near misses, worst": max(guesses),
        "near misses, longest in one piece": max(slices),
    }


# With so many sure hits no near misses are looked for.
_FEW = 5


def table(columns: Mapping[str, Rows], sizes: Mapping[str, int]) -> str:
    """A line for each measure, a column for each size; `!` where a limit is passed."""
    lines = [f"{'':<38}" + "".join(f"{title:>24}" for title in columns)]
    for measure, (_, unit) in LIMITS.items():
        cells = [_cell(rows.get(measure), limit_of(measure, sizes[title]), unit) for title, rows in columns.items()]
        lines.append(f"{measure:<38}" + "".join(f"{cell:>24}" for cell in cells))
    return "\n".join(lines)


def _cell(value: float | None, limit: float | None, unit: str) -> str:
    if value is None:
        return "-"
    asked = f" (≤ {limit:g})" if limit is not None else ""
    return f"{value:.1f} {unit}{asked}{'!' if limit is not None and value > limit else ' '}"


def main() -> int:
    """Generate, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--records", type=int, nargs="*", default=[6, 600], help="numbers of summaries")
    parser.add_argument("--names", type=int, default=30000, help="how many names for the matcher alone")
    options = parser.parse_args()
    columns: dict[str, Rows] = {}
    sizes: dict[str, int] = {}
    texts = sources()
    with chromium() as browser:
        for count in options.records:
            knowledge = invented(count, 5 * count, texts)
            title = f"{count} summaries"
            sizes[title] = count
            with tempfile.TemporaryDirectory() as folder:
                write_site(knowledge, Path(folder))
                columns[title] = measure_box(browser, Path(folder), knowledge)
        if options.names:
            title = f"{options.names} names"
            sizes[title] = options.names // 5
            columns[title] = measure_matcher(browser, invented(options.names // 5, options.names, ("科技",)))
    print(table(columns, sizes))
    return 0


if __name__ == "__main__":
    sys.exit(main())
