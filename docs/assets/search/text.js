/* Text as the search compares it: letters, digits and what stands for blanked ones, in one width and case. */
(function (global) {
  "use strict";

  const KEPT = /[\p{L}\p{N}*_+]/u;
  const plain = new Map();

  /* One character, comparable: full width made half, lower case, × made x; empty for blanks, quotes and punctuation. */
  function comparable(character) {
    let found = plain.get(character);
    if (found === undefined) {
      const pieces = Array.from(character.normalize("NFKC").toLowerCase(), (piece) => (piece === "×" ? "x" : piece));
      found = pieces.filter((piece) => KEPT.test(piece)).join("");
      plain.set(character, found);
    }
    return found;
  }

  /*
   * The comparable form of a text, Traditional characters made Simplified where the table for it is given.
   * `offsets[i]` is where the i-th character stands in the text.
   */
  function normalise(text, simplified) {
    let norm = "";
    const offsets = [];
    let offset = 0;
    for (const character of text) {
      const found = comparable((simplified && simplified.get(character)) || character);
      for (let unit = 0; unit < found.length; unit++) offsets.push(offset);
      norm += found;
      offset += character.length;
    }
    return { norm, offsets };
  }

  /* The words of a query, comparable; empty ones are left out. */
  function wordsOf(query, simplified) {
    return query.split(/[\s\u3000,,、;;]+/u).map((word) => normalise(word, simplified).norm).filter(Boolean);
  }

  /* Where a stretch of the comparable form stands in the text: [start, end]. */
  function rangeIn(text, start, end) {
    const { offsets } = normalise(text);
    const last = offsets[end - 1];
    return [offsets[start], last + (text.codePointAt(last) > 0xffff ? 2 : 1)];
  }

  const isLatin = (character) => character >= "a" && character <= "z";
  const isChinese = (character) => character >= "\u3400" && character <= "\u9fff";
  const hasLatin = (text) => /[a-z]/.test(text);
  const hasChinese = (text) => Array.from(text).some(isChinese);
  const allChinese = (text) => Array.from(text).every(isChinese);

  const api = { normalise, wordsOf, rangeIn, isLatin, isChinese, hasLatin, hasChinese, allChinese };
  global.zongjieSearch = Object.assign(global.zongjieSearch || {}, { text: api });
})(typeof window === "undefined" ? globalThis : window);
