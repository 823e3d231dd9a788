/*
 * The search dialog: takes what is typed, shows names at once and passages as they come, and moves between them by
 * keyboard. loader.js has made the <dialog> with its input.
 */
(function (global) {
  "use strict";

  const search = global.zongjieSearch;
  /* Then loader.js has said so. */
  if (search.failed) return;
  const { match, names, slices } = search;
  const index = names.createIndex(global.zongjieNames);
  const askFullText = search.createFullText(search.root, index.countOf);

  const KINDS = {
    enterprise: "企业",
    program: "计划",
    project: "项目",
    event: "活动",
    institution: "机构",
    policy: "政策",
    honor: "荣誉",
    platform: "平台",
    place: "地方",
    record: "总结",
    theme: "主题",
    page: "目录",
  };
  /* Why a hit fits where the name itself does not show it. */
  const REASONS = {
    pinyin: "拼音",
    initials: "拼音首字母",
    related: "同一篇总结提到",
    homophone: "同音",
    abridged: "简称",
    contains: "搜索词里有它",
    near: "相近",
    beside: "原文里与它同在一处",
  };
  const SHOWN = 40;
  /* The best few come first, whatever they are; then so many of each kind. */
  const BEST = 3;
  const EACH = 6;
  /* How long after a key the full text is asked: names are there at once. */
  const PAUSE = 30;
  const fromDisk = location.protocol === "file:";

  /* --- the dialog's parts --------------------------------------------------------------------------------- */

  const dialog = search.dialog;
  const input = dialog.querySelector("[data-search-input]");
  const filters = make("div", { className: "zj-search__filters" });
  const notes = make("div", { className: "zj-search__notes" });
  const results = make("div", { className: "zj-search__results", id: "zj-search-results" });
  const more = make("button", { type: "button", className: "zj-search__more zj-search__chip", onclick: readOn });
  const status = make("p", { className: "zj-search__status" });
  const foot = make("div", { className: "zj-search__foot" });

  function make(tag, properties, ...children) {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  }

  function build() {
    foot.append(keys(["↑", "↓"], "选择"), keys(["Enter"], "打开"), keys(["Esc"], "关闭"), status);
    dialog.append(filters, make("div", { className: "zj-search__body" }, notes, results, more), foot);
    for (const [name, value] of Object.entries({ role: "combobox", "aria-expanded": "false", "aria-controls": results.id, "aria-autocomplete": "list" })) {
      input.setAttribute(name, value);
    }
    results.setAttribute("aria-label", "搜索结果");
    results.setAttribute("role", "group");
    results.setAttribute("data-search-results", "");
    status.setAttribute("role", "status");
    filters.setAttribute("role", "group");
    filters.setAttribute("aria-label", "筛选");
  }

  function keys(caps, what) {
    const hint = make("span", { className: "zj-search__keys" }, ...caps.map((cap) => make("kbd", { textContent: cap })), what);
    hint.setAttribute("aria-hidden", "true");
    return hint;
  }

  /* --- filters -------------------------------------------------------------------------------------------- */

  const chosen = { kind: "", region: "", year: "" };
  const regions = unique(index.records.map((record) => record.regions[0])).sort((one, other) => one.localeCompare(other, "zh"));
  const years = unique(index.records.map((record) => record.year)).sort().reverse();

  function unique(values) {
    return Array.from(new Set(values.filter(Boolean)));
  }

  const fits = (record) => (!chosen.region || record.regions[0] === chosen.region) && (!chosen.year || record.year === chosen.year);
  const keep = (entry) => entry.records.some((number) => fits(index.records[number]));

  function choose(name, value) {
    chosen[name] = value;
    if (name === "kind") {
      render();
      remember(input.value);
    } else {
      run();
    }
  }

  function showFilters(counts) {
    const chips = counts.size > 1 || chosen.kind ? Array.from(counts, ([kind, count]) => chip(kind, count)) : [];
    filters.replaceChildren(...chips, ...picker("region", "全部地区", regions), ...picker("year", "全部年份", years));
    filters.hidden = !filters.childElementCount;
  }

  function chip(kind, count) {
    const on = chosen.kind === kind;
    const button = make("button", {
      type: "button",
      className: "zj-search__chip",
      textContent: `${KINDS[kind]} ${count}`,
      onclick: () => {
        choose("kind", on ? "" : kind);
        input.focus();
      },
    });
    button.dataset.kind = kind;
    button.setAttribute("aria-pressed", String(on));
    return button;
  }

  function picker(name, all, values) {
    if (values.length < 2) return [];
    const options = ["", ...values].map((value) => new Option(value || all, value, false, value === chosen[name]));
    const select = make("select", { className: "zj-search__chip", onchange: () => choose(name, select.value) }, ...options);
    select.setAttribute("aria-label", all);
    return [select];
  }

  /* --- results -------------------------------------------------------------------------------------------- */

  let found = { words: [], sure: [], guessed: [], partly: [], counts: new Map() };
  let passages = [];
  /* Pages with further passages. */
  let further = null;
  /* Names beside the words, where no name has them. */
  let beside = [];
  let missing = false;

  /* Text with its ranges marked; never HTML. */
  function marked(text, ranges) {
    const pieces = [];
    let at = 0;
    for (const [start, end] of ranges.slice().sort((one, other) => one[0] - other[0])) {
      if (start < at) continue;
      pieces.push(text.slice(at, start), make("mark", { textContent: text.slice(start, end) }));
      at = end;
    }
    return [...pieces, text.slice(at)];
  }

  function address(path, fragment) {
    const url = new URL(path, search.root);
    if (fromDisk && url.pathname.endsWith("/")) url.pathname += "index.html";
    url.hash = fragment || "";
    return url.href;
  }

  function option(kind, href, title, ...lines) {
    const link = make("a", { className: "zj-search__hit", href, id: `zj-hit-${results.querySelectorAll("a").length}` });
    link.dataset.kind = kind;
    link.tabIndex = -1;
    link.setAttribute("role", "option");
    link.setAttribute("aria-selected", "false");
    const badge = make("span", { className: "zj-search__kind", textContent: KINDS[kind] });
    badge.style.color = `var(--zj-${kind}, inherit)`;
    link.append(badge, make("span", { className: "zj-search__title" }, ...title));
    for (const line of lines) if (line) link.append(line);
    return link;
  }

  /* 又名 or 拼音, then what tells the entry from others of its name. */
  function hitOption(hit) {
    const { entry, form } = hit;
    const own = form === entry.forms[0];
    const line = make("span", { className: "zj-search__line" });
    if (REASONS[hit.why]) line.append(make("span", { className: "zj-search__why", textContent: REASONS[hit.why] }));
    if (!own) line.append(make("span", { className: "zj-search__alias" }, "又名 ", ...marked(form.text, match.rangesIn(hit, form))));
    line.append(make("span", { textContent: [entry.note, whereLine(entry)].filter(Boolean).join(" · ") }));
    return option(entry.kind, address(...entry.url.split("#")), marked(entry.name, own ? match.rangesIn(hit, form) : []), line);
  }

  function whereLine(entry) {
    const records = entry.records.map((number) => index.records[number]);
    if (!records.length) return "";
    if (entry.kind === "record") return unique([...records[0].regions, records[0].type]).join(" ");
    const first = (records.find(fits) || records[0]).label;
    return records.length > 1 ? `${first} 等 ${records.length} 篇` : first;
  }

  function passageOption(passage) {
    const excerpt = make("span", { className: "zj-search__excerpt" }, ...marked(passage.excerpt, passage.ranges));
    const record = index.records.find((one) => one.url === passage.path);
    return option("record", address(passage.path, passage.anchor), [record ? record.label : passage.path], excerpt);
  }

  function section(title, options) {
    if (!options.length) return;
    const label = make("div", { className: "zj-search__label", textContent: title, id: `zj-label-${results.childElementCount}` });
    const group = make("div", { className: "zj-search__group" }, label);
    group.setAttribute("role", "group");
    group.setAttribute("aria-labelledby", label.id);
    results.append(group);
    for (const makeOption of options) group.append(makeOption());
  }

  /* Names that fit, passages that hold the words, and last what may have been meant. */
  function render() {
    const shown = (hit) => !chosen.kind || hit.entry.kind === chosen.kind;
    const texts = !chosen.kind || chosen.kind === "record" ? passages : [];
    const sure = found.sure.filter(shown);
    const guessed = found.guessed.filter(shown).slice(0, sure.length || passages.length ? 3 : 12);
    notes.replaceChildren();
    results.replaceChildren();
    showNames(sure);
    const near = beside.filter(shown);
    const ahead = near.length ? 2 : texts.length;
    section("原文段落", texts.slice(0, ahead).map((passage) => () => passageOption(passage)));
    section("段落里提到的名称", near.map((hit) => () => hitOption(hit)));
    section("更多段落", texts.slice(ahead).map((passage) => () => passageOption(passage)));
    section("您要找的也许是", guessed.map((hit) => () => hitOption(hit)));
    const left = texts.length && further ? further.left() : 0;
    more.hidden = !left;
    more.textContent = `还有 ${left} 篇总结的原文,再看几篇`;
    tellRoles();
    showFilters(countKinds());
    tellStatus();
    activate(-1);
  }

  /* The next passages, below those that are there. */
  async function readOn() {
    const mine = turn;
    const those = await further.next();
    if (mine !== turn) return;
    passages = [...passages, ...those];
    render();
  }

  /* The best few, then the others by kind; all in one list where they are few or of one kind. */
  function showNames(hits) {
    const add = (title, those) => section(title, those.map((hit) => () => hitOption(hit)));
    const kinds = unique(hits.map((hit) => hit.entry.kind));
    if (kinds.length < 2) {
      add(KINDS[kinds[0]], hits.slice(0, SHOWN));
      return;
    }
    add("最相符", hits.slice(0, BEST));
    const others = hits.slice(BEST);
    for (const kind of kinds) {
      const those = others.filter((hit) => hit.entry.kind === kind);
      const more = those.length > EACH ? `(共 ${found.counts.get(kind)} 条,点上面的“${KINDS[kind]}”看全部)` : "";
      add(`${KINDS[kind]}${more}`, those.slice(0, EACH));
    }
  }

  /* A list for screen readers only where there is something to choose from. */
  function tellRoles() {
    const some = hits().length > 0;
    results.setAttribute("role", some ? "listbox" : "group");
    input.setAttribute("aria-expanded", String(some));
  }

  function countKinds() {
    const counts = new Map(found.counts);
    const add = (kind) => counts.set(kind, (counts.get(kind) || 0) + 1);
    for (const hit of [...beside, ...found.guessed]) add(hit.entry.kind);
    passages.forEach(() => add("record"));
    if (chosen.kind && !counts.has(chosen.kind)) counts.set(chosen.kind, 0);
    return new Map(Object.keys(KINDS).filter((kind) => counts.has(kind)).map((kind) => [kind, counts.get(kind)]));
  }

  function tellStatus() {
    const count = hits().length;
    const names = Array.from(found.counts.values()).reduce((sum, number) => sum + number, 0);
    const more = !chosen.kind && names > SHOWN ? `,共有 ${names} 个名称,再多输几个字` : "";
    const lacking = missing ? (fromDisk ? ";直接从磁盘打开网页时不能搜索原文" : ";原文索引没有载入") : "";
    status.textContent = found.words.length ? `${count ? `${count} 条结果` : "没有结果"}${more}${lacking}` : "";
  }

  /* --- before anything is typed, and when nothing is found ------------------------------------------------ */

  const NOTHING = { words: [], sure: [], guessed: [], partly: [], counts: new Map() };

  function showStart() {
    found = NOTHING;
    passages = [];
    beside = [];
    missing = false;
    more.hidden = true;
    results.replaceChildren();
    notes.replaceChildren(
      ...recentSearches(),
      hint("可以输入名称或简称、拼音(changshan)、首字母(cssh)、原文里的词句;几个词之间用空格隔开。"),
      indexLinks()
    );
    tellRoles();
    showFilters(new Map());
    tellStatus();
  }

  /* Names that come near stand below; where there are none, it says what else can be typed. */
  function showNothing() {
    const query = input.value.trim();
    if (hits().length) {
      notes.replaceChildren(hint(`没有找到“${query}”,相近的有:`));
      return;
    }
    const filtered = chosen.kind || chosen.region || chosen.year ? "、去掉筛选" : "";
    notes.replaceChildren(hint(`没有找到“${query}”。可以少输几个字、换一种写法(简称、拼音、首字母)${filtered},或者从目录里找:`), indexLinks());
  }

  /* --- recent searches: kept by this browser, told to nobody ---------------------------------------------- */

  const RECENT = "zj-search-recent";

  function readRecent() {
    try {
      const told = JSON.parse(localStorage.getItem(RECENT));
      return Array.isArray(told) ? told.filter((one) => typeof one === "string") : [];
    } catch (error) {
      return [];
    }
  }

  function writeRecent(queries) {
    try {
      localStorage.setItem(RECENT, JSON.stringify(queries.slice(0, 8)));
    } catch (error) {
      /* A browser may keep nothing. */
    }
  }

  /* A search that led somewhere is worth keeping. */
  function keepRecent() {
    const query = input.value.trim();
    if (query) writeRecent([query, ...readRecent().filter((one) => one !== query)]);
  }

  function recentSearches() {
    const queries = readRecent();
    if (!queries.length) return [];
    const buttons = queries.map((query) => make("button", { type: "button", className: "zj-search__chip", textContent: query, onclick: () => search.open(query) }));
    const clear = make("button", {
      type: "button",
      className: "zj-search__clear",
      textContent: "清除",
      onclick: () => {
        writeRecent([]);
        showStart();
        input.focus();
      },
    });
    return [make("p", { className: "zj-search__label" }, "最近搜过(只存在这台设备上)", clear), make("div", { className: "zj-search__indexes" }, ...buttons)];
  }

  const hint = (text) => make("p", { className: "zj-search__hint", textContent: text });

  function indexLinks() {
    const folders = { record: "records", theme: "topics", ...global.zongjieNames.folders };
    const links = Object.keys(KINDS).filter((kind) => folders[kind]).map((kind) => make("button", { type: "button", className: "zj-search__chip", textContent: KINDS[kind], onclick: () => go(address(`${folders[kind]}/`)) }));
    return make("div", { className: "zj-search__indexes" }, ...links);
  }

  /* --- asking --------------------------------------------------------------------------------------------- */

  let turn = 0;
  let composing = false;

  /* Pagefind's filters, as the pages of records declare them. */
  function textFilters() {
    return Object.fromEntries([["region", chosen.region], ["year", chosen.year]].filter(([, value]) => value));
  }

  async function run() {
    const mine = ++turn;
    const query = input.value;
    results.removeAttribute("data-query");
    const waited = simplify(query);
    if (waited) await waited;
    if (mine !== turn) return;
    const filter = chosen.region || chosen.year ? keep : null;
    found = match.search(index, query, filter);
    passages = [];
    further = null;
    beside = [];
    if (!found.words.length) {
      showStart();
      remember(query);
      finish(query);
      return;
    }
    render();
    results.setAttribute("data-names", query);
    await pause(PAUSE);
    if (mine !== turn) return;
    remember(query);
    const asked = askFullText(found.words, textFilters()).then(
      (answer) => ({ answer, rows: answer.passages, missing: false }),
      () => ({ answer: null, rows: [], missing: true })
    );
    const wanted = () => mine === turn;
    const named = await slices.inSlices(match.guess(index, found, filter), wanted);
    const told = await asked;
    if (!wanted()) return;
    missing = told.missing;
    further = told.answer;
    passages = told.rows;
    const lacking = further ? further.lacking : [];
    found = match.confirm(named, lacking.length ? [] : passages.filter((one) => one.together).map((one) => one.norm));
    beside = found.sure.length ? [] : match.beside(index, found.words, passages.slice(0, 8)).slice(0, 4);
    if (!(found.sure.length || found.guessed.length || beside.length || passages.length)) {
      const offered = await slices.inSlices(match.offer(index, found, filter), wanted);
      if (!wanted()) return;
      found = offered;
    }
    render();
    if (!hits().length || !(found.sure.length || passages.length)) showNothing();
    else if (passages.length && lacking.length) notes.replaceChildren(hint(`原文里没有“${lacking.join("”“")}”,下面的段落只有其余的词。`));
    finish(query);
  }

  const pause = (time) => new Promise((resolve) => setTimeout(resolve, time));

  function finish(query) {
    results.setAttribute("data-query", query);
    if (waiting) {
      waiting = false;
      openHit();
    }
  }

  /* Traditional characters that no name has: fetch the table that makes them Simplified, once. */
  let table = null;
  function simplify(query) {
    if (index.simplified || !Array.from(query).some((one) => search.text.isChinese(one) && !index.sounds.has(one))) return null;
    table =
      table ||
      new Promise((resolve) => {
        const script = make("script", { src: new URL("assets/search/traditional.js", search.root).href, onload: resolve, onerror: resolve });
        document.head.append(script);
      }).then(() => {
        index.simplified = search.traditional || new Map();
      });
    return table;
  }

  /*
   * The query and the filters in the address, so that a list can be shared and the way back leads to it. The first
   * query on a page makes an entry in the history: Back leaves the list, as it does on a phone.
   */
  function remember(query) {
    const url = new URL(location.href);
    for (const [name, value] of Object.entries({ q: query, ...chosen })) {
      if (value && query.trim() && dialog.open) url.searchParams.set(name, value);
      else url.searchParams.delete(name);
    }
    if (url.href === location.href) return;
    try {
      if (url.searchParams.has("q") && !new URLSearchParams(location.search).has("q") && !(history.state && history.state.zjSearch)) {
        history.pushState({ zjSearch: true }, "", url);
      } else {
        history.replaceState(history.state, "", url);
      }
    } catch (error) {
      /* Pages read from disk may not change their address. */
    }
  }

  function chosenInAddress() {
    const told = new URLSearchParams(location.search);
    const known = { kind: Object.keys(KINDS), region: regions, year: years };
    for (const name of Object.keys(chosen)) chosen[name] = told.has("q") && known[name].includes(told.get(name)) ? told.get(name) : "";
  }

  /* Back and forward between the page and its lists. */
  function follow() {
    const query = new URLSearchParams(location.search).get("q");
    if (query) {
      chosenInAddress();
      search.open(query);
    } else if (dialog.open) {
      leaving = true;
      dialog.close();
    }
  }

  /* --- keyboard ------------------------------------------------------------------------------------------- */

  let active = -1;
  let waiting = Boolean(search.entered);
  /* On the way to another page the query stays in the address of this one, for the way back. */
  let leaving = false;
  const hits = () => Array.from(results.querySelectorAll("a[data-kind]"));

  function activate(number) {
    const all = hits();
    active = all.length ? Math.max(-1, Math.min(number, all.length - 1)) : -1;
    all.forEach((hit, at) => hit.setAttribute("aria-selected", String(at === active)));
    if (active < 0) {
      input.removeAttribute("aria-activedescendant");
    } else {
      input.setAttribute("aria-activedescendant", all[active].id);
      all[active].scrollIntoView({ block: "nearest" });
    }
  }

  /* What to mark in the paragraph that the link leads to: see landing.js. */
  function keepMarks(link) {
    if (!link.hash) return;
    const words = unique(Array.from(link.querySelectorAll(".zj-search__excerpt mark"), (mark) => mark.textContent));
    try {
      sessionStorage.setItem("zj-search-mark", JSON.stringify({ at: link.pathname + link.hash, words }));
    } catch (error) {
      /* Then the paragraph alone is marked. */
    }
  }

  function openHit() {
    const hit = hits()[Math.max(active, 0)];
    if (hit) hit.click();
  }

  function go(href) {
    dialog.close();
    location.assign(href);
  }

  const MOVES = {
    ArrowDown: () => activate(active + 1),
    ArrowUp: () => activate(active - 1),
    PageDown: () => activate(active + 8),
    PageUp: () => activate(Math.max(0, active - 8)),
    Enter: () => {
      if (results.getAttribute("data-query") === input.value) openHit();
      else waiting = true;
    },
  };

  function listen() {
    /* While an input method composes, what stands in the box is not yet what the reader wants. */
    input.addEventListener("compositionstart", () => (composing = true));
    input.addEventListener("compositionend", () => {
      composing = false;
      schedule();
    });
    input.addEventListener("input", (event) => {
      if (!composing && !event.isComposing) schedule();
    });
    input.addEventListener("keydown", (event) => {
      if (composing || event.isComposing || event.keyCode === 229 || !MOVES[event.key]) return;
      event.preventDefault();
      MOVES[event.key]();
    });
    dialog.addEventListener("click", (event) => {
      if (event.target === dialog) dialog.close();
    });
    results.addEventListener("click", (event) => {
      const link = event.target.closest("a[data-kind]");
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
      keepRecent();
      keepMarks(link);
      leaving = link.pathname !== location.pathname;
      if (!leaving) input.value = "";
      dialog.close();
    });
    dialog.addEventListener("close", () => {
      turn++;
      if (!leaving) remember("");
      leaving = false;
    });
  }

  function schedule() {
    waiting = false;
    run();
  }

  dialog.onkeydown = null;
  build();
  listen();
  chosenInAddress();
  addEventListener("popstate", follow);
  run();
})(window);
