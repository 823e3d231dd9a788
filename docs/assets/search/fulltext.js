/*
 * Finds passages of the summaries: asks Pagefind (site/pagefind/, loaded at the first question) for pages, and looks
 * for the words in their paragraphs itself. The index has every character as a word of its own (see
 * scripts/zongjie/pages/search_index.py), so that a word of the query is a phrase of characters.
 */
(function (global) {
  "use strict";

  const { normalise } = global.zongjieSearch.text;
  const PASSAGES_A_PAGE = 3;
  /* Each page is a file to load: so many at a time, and further ones at once only while none of them fits. */
  const BATCH = 5;
  const BATCHES = 3;
  /* Each character asked for is a part of the index to load. */
  const ASKED = 3;

  /* 20xx*区 → 2 0 x x 区: `*` is no word to Pagefind, the paragraphs are looked through for it. */
  const sureOf = (word, unsure) => Array.from(word).filter((one) => !unsure.includes(one));

  /* The three characters side by side that are rarest among the names. */
  function rarest(characters, countOf) {
    let best = characters.slice(0, ASKED);
    let least = Infinity;
    for (let start = 0; start + ASKED <= characters.length; start++) {
      const part = characters.slice(start, start + ASKED);
      const many = part.reduce((sum, one) => sum + countOf(one), 0);
      if (many < least) [best, least] = [part, many];
    }
    return best;
  }

  /* Ids of the pages that have the word → what Pagefind knows of them. × stands for x, but not as a word either. */
  async function pagesWith(pagefind, word, filters, choose) {
    for (const unsure of ["*+", "*+x"]) {
      const characters = choose(sureOf(word, unsure));
      const { results } = characters.length ? await pagefind.search(`"${characters.join(" ")}"`, { filters }) : { results: [] };
      if (results.length) return new Map(results.map((result) => [result.id, result]));
      if (!word.includes("x")) break;
    }
    return new Map();
  }

  /* The pages that have all words, as Pagefind ranks them for the first; words that stand nowhere at all are passed over. */
  async function pagesFor(pagefind, words, filters, choose) {
    const each = await Promise.all(words.map((word) => pagesWith(pagefind, word, filters, choose)));
    const [first, ...others] = each.filter((pages) => pages.size);
    const pages = first ? Array.from(first.values()).filter(({ id }) => others.every((own) => own.has(id))) : [];
    return { pages, known: words.filter((word, at) => each[at].size) };
  }

  /* The paragraphs of a page, from one anchor (`p12`) to the next: Pagefind's own sub-results know headings only. */
  function paragraphsOf(page) {
    const pieces = page.raw_content.split(" ");
    const anchors = page.anchors.filter((anchor) => /^p\d+$/.test(anchor.id)).sort((one, other) => one.location - other.location);
    return anchors.map((anchor, number) => {
      const next = anchors[number + 1];
      const words = pieces.slice(anchor.location, next ? next.location : undefined);
      const text = words.join("").replace(/¶.*$/, "").replaceAll("␣", " ").replaceAll("﹤", "<").replaceAll("﹥", ">");
      return { anchor: anchor.id, text, ...normalise(text) };
    });
  }

  /* The passages of a page that hold all words; if none does but the page does, the first one for each word. */
  function passagesIn(page, words) {
    const paragraphs = paragraphsOf(page);
    const whole = paragraphs.filter((paragraph) => words.every((word) => paragraph.norm.includes(word)));
    const rows = whole.length ? whole : spread(paragraphs, words);
    return rows.slice(0, PASSAGES_A_PAGE).map((row) => ({
      path: page.raw_url.replace(/^\//, ""),
      anchor: row.anchor,
      norm: row.norm,
      together: whole.length > 0,
      ...excerpt(row, words),
    }));
  }

  /*
   * One for each word, and what has several of them; the more and the rarer, the further ahead: of 霍林郭勒 荣誉 one
   * wants what it says of 荣誉.
   */
  function spread(paragraphs, words) {
    const each = words.map((word) => paragraphs.filter((paragraph) => paragraph.norm.includes(word)));
    if (each.some((those) => !those.length)) return [];
    const having = (paragraph) => each.filter((those) => those.includes(paragraph));
    const weight = (paragraph) => having(paragraph).reduce((sum, those) => sum + 1 / those.length, 0);
    const several = paragraphs.filter((paragraph) => having(paragraph).length > 1);
    const rows = Array.from(new Set([...each.map(([first]) => first), ...several])).slice(0, PASSAGES_A_PAGE);
    return rows.sort((one, other) => weight(other) - weight(one));
  }

  /* The stretches of a paragraph around the words, and the ranges to mark in them. */
  function excerpt({ text, norm, offsets }, words) {
    const each = words.map((word) => occurrences(norm, word).map(([start, end]) => [offsets[start], offsets[end - 1] + 1]));
    const spans = each.flat().sort((one, other) => one[0] - other[0]);
    let shown = "";
    let last = 0;
    const ranges = [];
    for (const [from, to] of windowsAround(each.filter((own) => own.length).map(([first]) => first), text.length)) {
      shown += from > last || (from && !last) ? "…" : "";
      for (const [start, end] of withoutOverlaps(spans)) {
        if (start >= from && end <= to) ranges.push([start - from + shown.length, end - from + shown.length]);
      }
      shown += text.slice(from, to);
      last = to;
    }
    return { excerpt: shown + (last < text.length ? "…" : ""), ranges };
  }

  const LONG = 110;
  const BEFORE = 20;

  /* One window for each place, joined where they meet; a beginning that is near is shown with it. */
  function windowsAround(places, length) {
    const wide = Math.floor(LONG / places.length);
    const windows = [];
    for (const [start, end] of places.sort((one, other) => one[0] - other[0])) {
      const from = start < 2 * BEFORE ? 0 : start - BEFORE;
      const to = Math.min(length, Math.max(end, from + wide));
      const before = windows[windows.length - 1];
      if (before && from <= before[1]) before[1] = Math.max(before[1], to);
      else windows.push([from, to]);
    }
    return windows;
  }

  function withoutOverlaps(spans) {
    let last = 0;
    return spans.filter(([start, end]) => start >= last && (last = end));
  }

  function occurrences(norm, word) {
    const found = [];
    for (let start = norm.indexOf(word); start >= 0; start = norm.indexOf(word, start + word.length)) found.push([start, start + word.length]);
    return found;
  }

  /* Passages of the next pages of a list, paragraphs that hold all words before pages that hold them here and there. */
  async function nextOf(pages, words) {
    const found = [];
    for (let batch = 0; batch < BATCHES && pages.length && !found.length; batch++) {
      const many = pages.length <= BATCH + 2 ? pages.length : BATCH;
      const read = await Promise.all(pages.splice(0, many).map((page) => page.data()));
      found.push(...read.flatMap((page) => passagesIn(page, words)));
    }
    return [...found.filter((one) => one.together), ...found.filter((one) => !one.together)];
  }

  /*
   * Asks for passages: `ask(words, filters)` → the first `passages`, how many pages are `left()`, `next()` for
   * passages of these, and which of the words are `lacking` in all texts. `countOf` tells how common a character is. Rejects where the index cannot be loaded, as on pages
   * read from disk.
   */
  function createFullText(root, countOf) {
    let loading = null;
    const load = () => (loading = loading || import(new URL("pagefind/pagefind.js", root).href));

    /* A part of a long word is enough to ask for, unless pages have it that have not the word. */
    return async function ask(words, filters) {
      const pagefind = await load();
      let pages = [];
      let passages = [];
      let known = words;
      for (const choose of [(characters) => rarest(characters, countOf), (characters) => characters]) {
        ({ pages, known } = await pagesFor(pagefind, words, filters, choose));
        passages = await nextOf(pages, known);
        if (passages.length || !pages.length) break;
      }
      const lacking = words.filter((word) => !known.includes(word));
      return { passages, left: () => pages.length, next: () => nextOf(pages, known), lacking };
    };
  }

  Object.assign(global.zongjieSearch, { createFullText });
})(window);
