/* Several words: names that have all of them, and names that meet in the same records. */
(function (global) {
  "use strict";

  const { rank, scan } = global.zongjieSearch;
  const { RANK, NONE, scoreOf, tierOf, costOf } = rank;

  /*
   * Scores of the entries of which all words stand in a form, or in the line of its records, at least one in a form.
   * `each`: how the entries fit each word.
   */
  function inNames(index, words, each) {
    const scores = new Int32Array(index.entries.length).fill(NONE);
    const contexts = words.map((word) => recordsAbout(index, word));
    for (let number = 0; number < scores.length; number++) {
      let first = 0;
      while (first < each.length && each[first].scores[number] === NONE) first++;
      if (first < each.length) scores[number] = together(index, each, contexts, number, first);
    }
    return scores;
  }

  /* For each record whether the word stands in its line: its bureau, region, year and title. */
  function recordsAbout({ records, contexts }, word) {
    const there = new Uint8Array(records.length);
    scan.eachLiteral(contexts, word, (record) => (there[record] = 1));
    return there;
  }

  /* The score of one entry, which fits the word at `first`. */
  function together(index, each, contexts, number, first) {
    let worst = RANK.words;
    let cost = 0;
    for (let at = 0; at < each.length; at++) {
      const score = each[at].scores[number];
      if (score !== NONE) {
        const tier = tierOf(score);
        if (tier > worst) worst = tier;
        cost += tier;
      } else if (toldInAny(index, contexts[at], number)) {
        cost += 4;
      } else {
        return NONE;
      }
    }
    return scoreOf(worst, cost, index.others[each[first].forms[number]], lengthOf(index, each[first].forms[number]));
  }

  const lengthOf = ({ shelf }, form) => shelf.starts[form + 1] - shelf.starts[form] - 1;

  /* Whether an entry is told of in any of the records that are flagged. */
  function toldInAny({ toldFrom, toldBy }, flags, number) {
    for (let at = toldFrom[number]; at < toldFrom[number + 1]; at++) if (flags[toldBy[at]]) return true;
    return false;
  }

  /*
   * Scores of the entries that fit some of the words: the `related` ones share a record with entries that fit each of
   * the others, of the `partly` ones this is not known.
   */
  function inRecords(index, each) {
    const size = index.entries.length;
    const [related, partly] = [0, 1].map(() => new Int32Array(size).fill(NONE));
    const flags = each.map((fits) => recordsOf(index, fits));
    for (let number = 0; number < size; number++) {
      for (let at = 0; at < each.length; at++) {
        const score = each[at].scores[number];
        if (score === NONE) continue;
        const form = each[at].forms[number];
        const here = scoreOf(RANK.related, tierOf(score) * 4 + costOf(score), index.others[form], lengthOf(index, form));
        const scores = meets(index, flags, at, number) ? related : partly;
        if (here < scores[number]) scores[number] = here;
      }
      if (related[number] !== NONE) partly[number] = NONE;
    }
    return { related, partly };
  }

  /* Whether an entry shares records with entries that fit each of the words but the one at `own`. */
  function meets(index, flags, own, number) {
    for (let at = 0; at < flags.length; at++) if (at !== own && !toldInAny(index, flags[at], number)) return false;
    return true;
  }

  /* For each record whether an entry that fits is told of in it. */
  function recordsOf({ records, toldFrom, toldBy }, { scores }) {
    const there = new Uint8Array(records.length);
    for (let number = 0; number < scores.length; number++) {
      if (scores[number] === NONE) continue;
      for (let at = toldFrom[number]; at < toldFrom[number + 1]; at++) there[toldBy[at]] = 1;
    }
    return there;
  }

  global.zongjieSearch.words = { inNames, inRecords };
})(typeof window === "undefined" ? globalThis : window);
