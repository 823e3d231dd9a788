/*
 * On the page that a passage among the results leads to: marks the words that were found, in that paragraph. loader.js
 * loads this only then. The page itself stays as it is (CSS highlights).
 */
(function () {
  "use strict";

  /* What a page adds to the text of a summary. */
  const ADDED = ".number, .inferred, .headerlink, .legend";

  function kept() {
    const told = sessionStorage.getItem("zj-search-mark");
    sessionStorage.removeItem("zj-search-mark");
    return JSON.parse(told) || { at: "", words: [] };
  }

  /* The text of an element without what was added, and for each character its node and place there. */
  function lettersOf(element) {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const places = [];
    let text = "";
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.parentElement.closest(ADDED)) continue;
      for (let at = 0; at < node.data.length; at++) places.push([node, at]);
      text += node.data;
    }
    return { text, places };
  }

  function* rangesOf({ text, places }, word) {
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
      const range = document.createRange();
      const [last, end] = places[at + word.length - 1];
      range.setStart(...places[at]);
      range.setEnd(last, end + 1);
      yield range;
    }
  }

  const { at, words } = kept();
  const block = at === location.pathname + location.hash && document.getElementById(location.hash.slice(1));
  if (!block || !window.Highlight) return;
  const letters = lettersOf(block);
  CSS.highlights.set("zj-found", new Highlight(...words.flatMap((word) => Array.from(rangesOf(letters, word)))));
})();
