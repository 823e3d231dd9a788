/*
 * Finds names: pure functions over what names.js unpacked, without the page. rank.js says in which order.
 */
(function (global) {
  "use strict";

  const { text: texts, slices, rank, scan, near, words: several } = global.zongjieSearch;
  const { guesses } = near;
  const { wordsOf, rangeIn, isLatin, hasLatin } = texts;
  const { RANK, NONE, scoreOf, tierOf, placeOf, bestOf, hitOf, byRank } = rank;
  /* With at least so many sure hits, guesses would only be in the way. */
  const ENOUGH = 5;
  /* So many hits are made at most. */
  const LISTED = 200;
  const REMEMBERED = 6;
  const LONGEST_PART = 12;
  const BEHIND = 32;

  /* --- the forms that hold a word, or sound like it ------------------------------------------------------- */

  /*
   * How well each entry fits a word: `scores[entry]`, `NONE` where it does not; and with which form and stretch of it.
   * `spelled`: the places where letters spell it. What was found for the last words is remembered: the next key narrows it.
   */
  function fitsOf(index, word) {
    const { memory } = index;
    const known = memory.get(word);
    if (known) memory.delete(word);
    const fits = known || look(index, word, spelledBefore(memory, word));
    memory.set(word, fits);
    if (memory.size > REMEMBERED) memory.delete(memory.keys().next().value);
    return fits;
  }

  /* Where the longest known beginning of a word is spelled: the word is spelled at some of these places. */
  function spelledBefore(memory, word) {
    for (let end = word.length - 1; end > 1; end--) {
      const before = memory.get(word.slice(0, end));
      if (before && before.spelled) return before.spelled;
    }
    return null;
  }

  function look(index, word, among) {
    const { shelf, owners, others, entries } = index;
    const { starts, text } = shelf;
    const size = entries.length;
    const fits = { scores: new Int32Array(size).fill(NONE), forms: new Int32Array(size), starts: new Uint16Array(size), ends: new Uint16Array(size), spelled: null };
    const seen = new Uint8Array(owners.length);
    const note = (form, tier, cost, start, end) => {
      const length = starts[form + 1] - starts[form] - 1;
      const entry = owners[form];
      /* Part of what a page is called: behind all the names that have it. */
      const behind = entry >= index.firstPage && end - start < length;
      const score = behind ? scoreOf(Math.max(tier, RANK.infix), cost + BEHIND, 1, length) : scoreOf(tier, cost, others[form], length);
      if (score >= fits.scores[entry]) return;
      fits.scores[entry] = score;
      fits.forms[entry] = form;
      fits.starts[entry] = start;
      fits.ends[entry] = end;
    };
    const placeIn = (form, start, end) => placeOf(start, end, starts[form + 1] - starts[form] - 1);
    scan.eachLiteral(shelf, word, (form, start) => {
      const end = start + word.length;
      const insideWord = start > 0 && isLatin(word[0]) && isLatin(text[starts[form] + start - 1]);
      seen[form] = 1;
      note(form, placeIn(form, start, end), insideWord ? 1 : 0, start, end);
    });
    if (word.length < 2 || !hasLatin(word)) return fits;
    fits.spelled = scan.eachSpelled(shelf, word, among, seen, (form, start, end, initials, begun) => {
      const place = placeIn(form, start, end);
      if (initials) note(form, RANK.initials, place * 10 + initials, start, end);
      else note(form, RANK.pinyin, place * 2 + begun, start, end);
    });
    return fits;
  }

  /* The stretch of an entry that fits a word. */
  const spanOf = (index, fits, entry) => [index.shelf.forms[fits.forms[entry]], fits.starts[entry], fits.ends[entry]];

  /* --- all together --------------------------------------------------------------------------------------- */

  /*
   * The entries that fit a query: `sure` ones and `guessed` ones, each best first; and for `confirm` those that fit
   * only some of its words, `partly`. Sure is also what sounds like a whole form or abridges one. `counts`: how many
   * are sure of each kind, those that are too many to be listed included. A hit has its entry, the form that fits, and
   * the name of its tier, `why`.
   */
  function find(index, query, keep) {
    return slices.whole(guess(index, search(index, query, keep), keep));
  }

  /* What is sure, as fast as one types. */
  function search(index, query, keep) {
    const words = wordsOf(query, index.simplified);
    if (!words.length) return { words, sure: [], guessed: [], partly: [], counts: new Map() };
    const whole = fitsOf(index, words.join(""));
    const each = words.length > 1 ? words.map((word) => fitsOf(index, word)) : [];
    const called = pagesCalled(index, words.join(""));
    const meant = lesser(whole.scores, called.scores);
    const scores = kept(index, each.length ? lesser(meant, several.inNames(index, words, each)) : meant, keep);
    const direct = bestOf(index, scores, LISTED).map((number) => {
      const own = [whole, called].find((fits) => fits.scores[number] === scores[number]);
      return hitOf(index, number, scores[number], own ? [spanOf(index, own, number)] : spansOf(index, words, each, number));
    });
    const few = each.length > 0 && direct.length < ENOUGH;
    const { related, partly } = few ? partial(index, words, each, keep) : { related: [], partly: [] };
    const sure = distinct([...direct, ...related]);
    return { words, sure, guessed: [], partly, counts: countKinds(index, scores, sure) };
  }

  /* The pages that a query calls by their name with something around it: 企业名单, 有哪些活动. */
  function pagesCalled(index, query) {
    const name = index.asides.reduce((rest, aside) => rest.replace(aside, ""), query).replaceAll("的", "");
    if (name.length < 2 || name === query) return { scores: [] };
    const fits = fitsOf(index, name);
    return { ...fits, scores: fits.scores.map((score, number) => (number >= index.firstPage && tierOf(score) === RANK.exact ? score : NONE)) };
  }

  function lesser(ones, others) {
    const found = ones.slice();
    for (let number = 0; number < found.length; number++) if (others[number] < found[number]) found[number] = others[number];
    return found;
  }

  /* The stretches of an entry that fit words: those of its name if it has all of them, else the best fitting word's first. */
  function spansOf(index, words, each, number) {
    const [name] = index.entries[number].forms;
    const own = words.map((word) => [name, name.norm.indexOf(word), name.norm.indexOf(word) + word.length]);
    if (own.every(([, start]) => start >= 0)) return own;
    return each.filter((fits) => fits.scores[number] !== NONE).map((fits) => spanOf(index, fits, number));
  }

  /*
   * What `search` found, and where that is little, what may have been meant; a slip only where no name is plainly meant.
   * Work for slices.js, as `offer` is.
   */
  function* guess(index, found, keep) {
    if (!found.words.length || found.sure.length >= ENOUGH) return found;
    const known = new Set(found.sure.map((hit) => hit.entry));
    const skipped = (number) => known.has(index.entries[number]) || (keep && !keep(index.entries[number]));
    const plain = found.sure.some((hit) => hit.tier <= RANK.pinyin);
    const meant = yield* guesses(index, found.words.join(""), skipped);
    const guessed = meant.filter((hit) => !plain || hit.tier <= RANK.abridged);
    const close = guessed.filter((hit) => hit.whole && hit.tier <= RANK.abridged);
    const counts = new Map(found.counts);
    for (const { entry } of close) counts.set(entry.kind, (counts.get(entry.kind) || 0) + 1);
    return { ...found, counts, sure: [...found.sure, ...close], guessed: guessed.filter((hit) => !close.includes(hit)) };
  }

  /* Where nothing at all is found: names that share less with the query, at least its beginning or its end. */
  function* offer(index, found, keep) {
    const text = found.words.join("");
    const skipped = (number) => keep && !keep(index.entries[number]);
    const guessed = yield* guesses(index, text, skipped, true);
    return { ...found, guessed: guessed.length ? guessed : yield* withPart(index, text, keep) };
  }

  /* Names with the longest part of a text that it begins with, or ends with: 维威 of 维威生物集团. */
  function* withPart(index, text, keep) {
    for (let length = Math.min(text.length - 1, LONGEST_PART); length >= (hasLatin(text) ? 4 : 2); length--) {
      for (const part of [text.slice(0, length), text.slice(-length)]) {
        const { sure } = search(index, part, keep);
        if (sure.length) return sure;
        yield;
      }
    }
    return [];
  }

  /* The scores of the entries that a filter keeps. */
  const kept = (index, scores, keep) => (keep ? scores.map((score, number) => (score !== NONE && keep(index.entries[number]) ? score : NONE)) : scores);

  function partial(index, words, each, keep) {
    const found = several.inRecords(index, each);
    const hitsOf = (all) => {
      const scores = kept(index, all, keep).fill(NONE, index.firstPage);
      return bestOf(index, scores, LISTED).map((number) => hitOf(index, number, scores[number], spansOf(index, words, each, number)));
    };
    return { related: hitsOf(found.related), partly: hitsOf(found.partly) };
  }

  function countKinds({ entries, kinds, kindOf }, scores, listed) {
    const many = new Int32Array(kinds.length);
    for (let number = 0; number < scores.length; number++) if (scores[number] !== NONE) many[kindOf[number]]++;
    for (const { entry } of listed) if (scores[entry.order] === NONE) many[kindOf[entry.order]]++;
    return new Map(kinds.map((kind, number) => [kind, many[number]]).filter(([, count]) => count));
  }

  /*
   * What `find` found, once it is known which passages hold all the words: names that stand in one of them come before
   * those that only share a record. `passages` are comparable texts.
   */
  function confirm(found, passages) {
    const whole = found.sure.filter((hit) => hit.tier < RANK.related);
    const others = found.sure.filter((hit) => !whole.includes(hit));
    const named = standing([...others, ...found.partly], passages);
    const proven = [...others, ...found.partly].filter((hit) => named.has(hit.entry)).sort(byRank);
    const sure = distinct([...whole, ...proven, ...others]);
    const shown = new Set(sure.map((hit) => hit.entry));
    return { ...found, sure, guessed: found.guessed.filter((hit) => !shown.has(hit.entry)) };
  }

  /* The entries of `hits` that a passage names, not merely as part of a longer one of their names. */
  function standing(hits, passages) {
    const forms = hits.flatMap(({ entry }) => entry.forms.map((form) => [form.norm, entry]));
    forms.sort((one, other) => other[0].length - one[0].length);
    const found = new Set();
    for (let passage of passages) {
      const seen = new Set();
      for (const [norm, entry] of forms) {
        if (!seen.has(norm) && !passage.includes(norm)) continue;
        found.add(entry);
        seen.add(norm);
        passage = passage.replaceAll(norm, " ");
      }
    }
    return found;
  }

  /* Characters around a word that count as beside it. */
  const BESIDE = 30;

  /*
   * What stands beside the words in passages (erp → the firm that brought it in), nearest first. `passages` have the
   * `path` of their record and their comparable text, `norm`; of several words that counts which the first one has.
   */
  function beside(index, words, passages) {
    const nearest = new Map();
    const word = words.find((one) => passages.length && passages[0].norm.includes(one));
    if (!word) return [];
    const told = toldIn(index, new Set(passages.map((passage) => passage.path)));
    for (const { path, norm } of passages) {
      const own = (told.get(path) || []).map((entry) => ({ entry }));
      for (let at = norm.indexOf(word); at >= 0; at = norm.indexOf(word, at + 1)) {
        const stretch = norm.slice(Math.max(0, at - BESIDE), at + word.length + BESIDE);
        for (const entry of standing(own, [stretch])) {
          const away = Math.min(...entry.forms.map((form) => distanceTo(stretch, form.norm, Math.min(at, BESIDE))));
          if (!(nearest.get(entry) <= away)) nearest.set(entry, away);
        }
      }
    }
    const entries = Array.from(nearest.keys()).sort((one, other) => nearest.get(one) - nearest.get(other) || one.order - other.order);
    return entries.map((entry) => ({ entry, form: entry.forms[0], spans: [], why: "beside" }));
  }

  /* Pages of records → the names that they tell of, places left out. */
  function toldIn({ entries, records }, paths) {
    const told = new Map();
    for (const entry of entries) {
      if (entry.kind === "record" || entry.kind === "place") continue;
      for (const number of entry.records) {
        const path = records[number].url;
        if (paths.has(path)) told.set(path, [...(told.get(path) || []), entry]);
      }
    }
    return told;
  }

  function distanceTo(text, word, at) {
    const place = text.indexOf(word);
    return place < 0 ? Infinity : Math.max(at - place - word.length, place - at);
  }

  /* Each entry once, where it comes first. */
  function distinct(hits) {
    const seen = new Set();
    return hits.filter(({ entry }) => !seen.has(entry) && seen.add(entry));
  }

  function rangesIn(hit, form) {
    return hit.spans.filter(([one]) => one === form).map(([one, start, end]) => rangeIn(one.text, start, end));
  }

  const api = { find, search, guess, offer, confirm, beside, rangesIn };
  Object.assign(global.zongjieSearch, { match: api });
})(typeof window === "undefined" ? globalThis : window);
