/*
 * Finds passages of the summaries: asks Pagefind (site/pagefind/, loaded at the first question) for pages, and looks
 * for the words in their paragraphs itself. The index has every character as a word of its own (see
 * scripts/zongjie/pages/search_index.py), so that a word of the query is a phrase of characters.
 */
(function (global) {
  "use strict";

  const { normalise } = global.zongjieSearch.text;
  const PAGES = 16;
  const PASSAGES_A_PAGE = 3;

  /* 20xx*区 → "2 0 x x 区": `*` is no word to Pagefind, the paragraphs are looked through for it. */
  const phrase = (word, unsure) => `"${Array.from(word).filter((one) => !unsure.includes(one)).join(" ")}"`;

  /* Ids of the pages that have the word → what Pagefind knows of them. × stands for x, but not as a word either. */
  async function pagesWith(pagefind, word, filters) {
    for (const unsure of ["*+", "*+x"]) {
      const question = phrase(word, unsure);
      const { results } = question.length > 2 ? await pagefind.search(question, { filters }) : { results: [] };
      if (results.length) return new Map(results.map((result) => [result.id, result]));
      if (!word.includes("x")) break;
    }
    return new Map();
  }

  async function pagesFor(pagefind, words, filters) {
    const [first, ...others] = await Promise.all(words.map((word) => pagesWith(pagefind, word, filters)));
    const shared = Array.from(first.keys()).filter((id) => others.every((pages) => pages.has(id)));
    return Promise.all(shared.slice(0, PAGES).map((id) => first.get(id).data()));
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

  function spread(paragraphs, words) {
    const firsts = words.map((word) => paragraphs.find((paragraph) => paragraph.norm.includes(word)));
    return firsts.every(Boolean) ? Array.from(new Set(firsts)) : [];
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

  /*
   * Asks for passages: `ask(words, filters)` → passages, best first. Paragraphs that hold all words come before pages
   * that hold them here and there. Rejects where the index cannot be loaded, as on pages read from disk.
   */
  function createFullText(root) {
    let loading = null;
    const load = () => (loading = loading || import(new URL("pagefind/pagefind.js", root).href));
    return async function ask(words, filters) {
      const pagefind = await load();
      const pages = await pagesFor(pagefind, words, filters);
      const passages = pages.flatMap((page) => passagesIn(page, words));
      return passages.filter((one) => one.together).concat(passages.filter((one) => !one.together));
    };
  }

  Object.assign(global.zongjieSearch, { createFullText });
})(window);
