/*
 * Finds names: pure functions over what names.js unpacked, without the page.
 *
 * How hits are ranked (`TIERS`, best first; tests/search/ranking.yml is the table of it):
 *
 *   exact      the query is a name or another form of it: 常山生化
 *   prefix     a form begins with the query
 *   infix      a form contains the query; between two, the shorter form, then the one mentioned more often
 *   words      several words: all stand in the name, its other forms, or the line of its records (正定 星火)
 *   pinyin     the query spells the form, or part of it, in whole syllables, the last may be begun: changshan shenghua
 *   initials   it gives some syllables by their first letters only, Chinese characters may stand among them: cssh, 常山sh
 *   related    several words: one is in the name, the others are in names of the same records (小蜜蜂 三等奖)
 *
 * and where few of those are found, what the reader may have meant:
 *
 *   homophone  other characters that sound alike: 长山生化
 *   abridged   the query leaves characters out: 科技周 for 科技活动周
 *   contains   the query contains the form: 河北常山生化的项目
 *   near       one character or letter in five or so is wrong, missing, too much, or two are swapped: 常山华生, xaiomifeng
 *
 * Within a tier: whole forms before beginnings before other parts, the smaller number of differences, a name before
 * another form, the shorter form, more mentions. Quotes, blanks and most punctuation count for nothing on either
 * side; `*`, `_` and `x` are characters like others, because the sources have them where something was blanked.
 */
(function (global) {
  "use strict";

  const TIERS = ["exact", "prefix", "infix", "words", "pinyin", "initials", "related", "homophone", "abridged", "contains", "near"];
  const RANK = Object.fromEntries(TIERS.map((tier, rank) => [tier, rank]));
  /* With at least so many sure hits, guesses would only be in the way. */
  const ENOUGH = 5;

  /* --- text ----------------------------------------------------------------------------------------------- */

  const KEPT = /[\p{L}\p{N}*_+]/u;

  /*
   * The comparable form of a text: full width made half, lower case, Traditional made Simplified, × made x, and
   * without blanks, quotes and punctuation. `offsets[i]` is where the i-th character stands in the text.
   */
  function normalise(text, simplified) {
    let norm = "";
    const offsets = [];
    let offset = 0;
    for (const character of text) {
      for (const piece of character.normalize("NFKC").toLowerCase()) {
        const one = piece === "×" ? "x" : (simplified && simplified.get(piece)) || piece;
        if (KEPT.test(one)) {
          norm += one;
          for (let unit = 0; unit < one.length; unit++) offsets.push(offset);
        }
      }
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
  const allChinese = (text) => Array.from(text).every(isChinese);

  /* --- sounds --------------------------------------------------------------------------------------------- */

  /*
   * `sounds.get(character)` lists its readings, the usual one first. Whoever types ü as v, u or yu is understood.
   */
  function soundsAlike(sounds, one, other) {
    if (one === other) return true;
    const ours = sounds.get(one);
    const theirs = sounds.get(other);
    return Boolean(ours && theirs && ours.some((reading) => theirs.includes(reading)));
  }

  /*
   * The cheapest way in which letters (and characters) of `query` from `at` on spell `norm` from `position` on:
   * {end, initials, begun} or null. `initials` counts syllables given by their first letters only.
   */
  function spelling(norm, position, query, at, sounds) {
    if (at === query.length) return { end: position, initials: 0, begun: 0 };
    if (position === norm.length) return null;
    const character = norm[position];
    let best = null;
    const consider = (rest, initials) => {
      if (rest && (!best || rest.initials + initials < best.initials)) {
        best = { end: rest.end, initials: rest.initials + initials, begun: rest.begun };
      }
    };
    if (character === query[at]) consider(spelling(norm, position + 1, query, at + 1, sounds), 0);
    for (const reading of (isLatin(query[at]) && sounds.get(character)) || []) {
      const same = commonLength(reading, query, at);
      if (!same) continue;
      if (same === reading.length) {
        consider(spelling(norm, position + 1, query, at + same, sounds), 0);
      } else if (at + same === query.length && same > initialLength(reading)) {
        consider({ end: position + 1, initials: 0, begun: 1 }, 0);
      }
      for (let taken = 1; taken <= Math.min(same, initialLength(reading)); taken++) {
        if (taken < reading.length) consider(spelling(norm, position + 1, query, at + taken, sounds), 1);
      }
    }
    return best;
  }

  function commonLength(reading, query, at) {
    let same = 0;
    while (same < reading.length && reading[same] === query[at + same]) same++;
    return same;
  }

  const initialLength = (reading) => (reading[1] === "h" && "zcs".includes(reading[0]) ? 2 : 1);

  /* The best place in a form that the query spells, the earliest among equals. */
  function spelledIn(form, query, sounds) {
    const { norm } = form;
    let best = null;
    for (let start = 0; start < norm.length; start++) {
      if (!mayStart(norm[start], query[0], sounds)) continue;
      const found = spelling(norm, start, query, 0, sounds);
      if (!found) continue;
      const place = placeOf(start, found.end, norm.length);
      const cost = found.initials * 3 + place;
      if (!best || cost < best.cost) best = { start, end: found.end, initials: found.initials, begun: found.begun, place, cost };
    }
    return best;
  }

  function mayStart(character, letter, sounds) {
    if (character === letter) return true;
    const readings = sounds.get(character);
    return Boolean(readings) && readings.some((reading) => reading[0] === letter);
  }

  /* 0 for the whole form, 1 for its beginning, 2 for any other part. */
  const placeOf = (start, end, length) => (start > 0 ? 2 : end < length ? 1 : 0);

  /* --- how one form fits one word ------------------------------------------------------------------------- */

  function literally(form, query) {
    const start = form.norm.indexOf(query);
    if (start < 0) return null;
    const end = start + query.length;
    const place = placeOf(start, end, form.norm.length);
    const insideWord = start > 0 && isLatin(query[0]) && isLatin(form.norm[start - 1]);
    return { tier: place, cost: insideWord ? 1 : 0, start, end };
  }

  function bySound(form, query, sounds) {
    if (query.length < 2 || !hasLatin(query)) return null;
    const found = spelledIn(form, query, sounds);
    if (!found) return null;
    if (found.initials === 0) return { tier: RANK.pinyin, cost: found.place * 2 + found.begun, start: found.start, end: found.end };
    return { tier: RANK.initials, cost: found.place * 10 + found.initials, start: found.start, end: found.end };
  }

  /* Other characters, the same sounds. Two characters of which none is right are no evidence unless they are all. */
  function byHomophones(form, query, sounds) {
    const { norm } = form;
    let best = null;
    for (let start = 0; start + query.length <= norm.length; start++) {
      let wrong = 0;
      let at = 0;
      while (at < query.length && soundsAlike(sounds, query[at], norm[start + at])) {
        if (query[at] !== norm[start + at]) wrong++;
        at++;
      }
      if (at < query.length) continue;
      const place = placeOf(start, start + at, norm.length);
      if (wrong === query.length && place === 2 && wrong < 3) continue;
      const cost = wrong * 3 + place;
      if (!best || cost < best.cost) best = { tier: RANK.homophone, cost, start, end: start + at };
    }
    return best;
  }

  /* The characters of the query in their order, with at most as many others in between as it has itself. */
  function abridged(form, query) {
    const { norm } = form;
    let best = null;
    for (let start = norm.indexOf(query[0]); start >= 0; start = norm.indexOf(query[0], start + 1)) {
      let end = start;
      let at = 0;
      while (at < query.length && end < norm.length && end - start < 2 * query.length) {
        if (norm[end] === query[at]) at++;
        end++;
      }
      if (at < query.length) continue;
      const cost = (end - start - query.length) * 3 + placeOf(start, end, norm.length);
      if (!best || cost < best.cost) best = { tier: RANK.abridged, cost, start, end };
    }
    return best;
  }

  function containedIn(form, query) {
    const least = isChinese(form.norm[0] || "") ? 2 : 3;
    if (form.norm.length < least || form.norm.length >= query.length || !query.includes(form.norm)) return null;
    return { tier: RANK.contains, cost: query.length - form.norm.length, start: 0, end: form.norm.length };
  }

  /*
   * The stretch of `text` nearest to `query`: {distance, start, end}. A wrong, missing or extra item costs 2, two
   * neighbours swapped 2, a wrong one that `alike` accepts 1. `mayStart(i)` and `mayEnd(i)` say where a stretch may lie.
   */
  function nearest(query, text, limit, alike, canStart, canEnd) {
    let before = null;
    let row = [];
    for (let j = 0; j <= text.length; j++) row.push(canStart(j) ? { d: 0, s: j } : { d: 99, s: j });
    for (let i = 1; i <= query.length; i++) {
      const next = [{ d: row[0].d + 2, s: 0 }];
      let least = next[0].d;
      for (let j = 1; j <= text.length; j++) {
        const same = query[i - 1] === text[j - 1];
        let best = { d: row[j - 1].d + (same ? 0 : alike(query[i - 1], text[j - 1]) ? 1 : 2), s: row[j - 1].s };
        if (row[j].d + 2 < best.d) best = { d: row[j].d + 2, s: row[j].s };
        if (next[j - 1].d + 2 < best.d) best = { d: next[j - 1].d + 2, s: next[j - 1].s };
        const swapped = before && j > 1 && query[i - 1] === text[j - 2] && query[i - 2] === text[j - 1];
        if (swapped && !same && before[j - 2].d + 2 < best.d) best = { d: before[j - 2].d + 2, s: before[j - 2].s };
        next.push(best);
        if (best.d < least) least = best.d;
      }
      if (least > limit) return null;
      before = row;
      row = next;
    }
    let found = null;
    for (let j = 1; j <= text.length; j++) {
      if (row[j].d <= limit && canEnd(j) && (!found || row[j].d < found.distance)) {
        found = { distance: row[j].d, start: row[j].s, end: j };
      }
    }
    return found;
  }

  /* How much may be wrong in so many items, where each counts 2. */
  const slack = (length, least) => (length < least ? 0 : length < 2 * least ? 2 : length < 4 * least ? 4 : 6);
  const anywhere = () => true;

  function nearCharacters(form, query, sounds) {
    const limit = slack(query.length, 3);
    if (!limit || !sharesEnough(form.norm, query, limit / 2, sounds)) return null;
    const alike = (one, other) => soundsAlike(sounds, one, other);
    const found = nearest(query, form.norm, limit, alike, anywhere, anywhere);
    if (!found) return null;
    const place = placeOf(found.start, found.end, form.norm.length);
    return { tier: RANK.near, cost: found.distance * 3 + place, start: found.start, end: found.end };
  }

  /* Cheap: all but `wrong` characters of the query must occur, or sound alike, somewhere in the form. */
  function sharesEnough(norm, query, wrong, sounds) {
    let missing = 0;
    for (const character of query) {
      if (norm.includes(character)) continue;
      const readings = sounds.get(character);
      if (readings && Array.from(norm).some((other) => soundsAlike(sounds, character, other))) continue;
      if (++missing > wrong) return false;
    }
    return true;
  }

  /* Letters as many speakers hear them: zh is z, ng is n, and l for n at the beginning stays for the edit distance. */
  const blurred = (letters) => letters.replace(/([zcs])h/g, "$1").replace(/ng/g, "n");

  /* The form in blurred letters, with the places where its characters begin. */
  function lettersOf(form, sounds) {
    if (!form.letters) {
      let letters = "";
      const starts = [];
      for (const character of form.norm) {
        starts.push(letters.length);
        const readings = sounds.get(character);
        letters += readings ? blurred(readings[0]) : character;
      }
      form.letters = { letters, starts: starts.concat(letters.length) };
    }
    return form.letters;
  }

  function nearLetters(form, query, sounds) {
    if (!hasLatin(query)) return null;
    const asked = blurred(Array.from(query, (character) => (sounds.get(character) || [character])[0]).join(""));
    const limit = slack(asked.length, 5);
    if (!limit) return null;
    const { letters, starts } = lettersOf(form, sounds);
    if (letters.length + limit / 2 < asked.length) return null;
    const boundaries = new Set(starts);
    const never = () => false;
    const onBoundary = (j) => boundaries.has(j);
    const found = nearest(asked, letters, limit, never, onBoundary, onBoundary);
    if (!found) return null;
    const start = starts.indexOf(found.start);
    const end = starts.indexOf(found.end);
    return { tier: RANK.near, cost: found.distance * 3 + placeOf(start, end, form.norm.length), start, end };
  }

  /* --- entries -------------------------------------------------------------------------------------------- */

  const surely = (form, word, sounds) => literally(form, word) || bySound(form, word, sounds);

  function guess(form, query, sounds) {
    if (hasLatin(query)) return nearLetters(form, query, sounds) || containedIn(form, query);
    if (query.length < 2) return null;
    const fits = [
      allChinese(query) && byHomophones(form, query, sounds),
      query.length > 2 && abridged(form, query),
      containedIn(form, query),
      nearCharacters(form, query, sounds),
    ].filter(Boolean);
    return fits.reduce((best, fit) => (!best || fit.tier < best.tier ? fit : best), null);
  }

  /* The best fit of any form of an entry; ties go to the earlier form, and the name is the first. */
  function bestForm(entry, fitOf) {
    let best = null;
    entry.forms.forEach((form, number) => {
      const fit = fitOf(form);
      if (!fit) return;
      const extra = form.norm.length;
      if (!best || compare([fit.tier, fit.cost, number ? 1 : 0, extra], [best.tier, best.cost, best.other, best.extra]) < 0) {
        best = { entry, form, tier: fit.tier, cost: fit.cost, other: number ? 1 : 0, extra, spans: [[form, fit.start, fit.end]] };
      }
    });
    return best;
  }

  function compare(one, other) {
    for (let i = 0; i < one.length; i++) if (one[i] !== other[i]) return one[i] - other[i];
    return 0;
  }

  /* Several words: each in a form of the entry or in the line of its records; at least one in a form. */
  function allWords(entry, words, sounds) {
    const fits = [];
    let context = 0;
    for (const word of words) {
      const fit = bestForm(entry, (form) => surely(form, word, sounds));
      if (fit) fits.push(fit);
      else if (entry.context.includes(word)) context++;
      else return null;
    }
    if (!fits.length) return null;
    const worst = fits.reduce((one, two) => (one.tier >= two.tier ? one : two));
    return {
      entry,
      form: fits[0].form,
      tier: Math.max(RANK.words, worst.tier),
      cost: context * 4 + fits.reduce((sum, fit) => sum + fit.tier, 0),
      other: fits[0].other,
      extra: fits[0].extra,
      spans: fits.flatMap((fit) => fit.spans),
    };
  }

  /* For each word the entries that fit it, with how. */
  function fittingEach(entries, words, sounds) {
    return words.map((word) => {
      const hits = new Map();
      for (const entry of entries) {
        const fit = bestForm(entry, (form) => surely(form, word, sounds));
        if (fit) hits.set(entry, Object.assign(fit, { tier: RANK.related, cost: fit.tier * 4 + fit.cost }));
      }
      return hits;
    });
  }

  /*
   * Entries that fit some of the words: the `related` ones share a record with entries that fit each of the others,
   * of the `partly` ones this is not known.
   */
  function byRecords(fitting) {
    const records = fitting.map((hits) => new Set(Array.from(hits.keys(), (entry) => entry.records).flat()));
    const related = new Map();
    const partly = new Map();
    fitting.forEach((hits, number) => {
      for (const [entry, hit] of hits) {
        const together = records.every((set, other) => other === number || entry.records.some((record) => set.has(record)));
        const found = together ? related : partly;
        if (!found.has(entry) || hit.cost < found.get(entry).cost) found.set(entry, hit);
      }
    });
    return { related: Array.from(related.values()), partly: Array.from(partly.values()).filter((hit) => !related.has(hit.entry)) };
  }

  function byRank(one, other) {
    return (
      compare(
        [one.tier, one.cost, one.other, one.extra, -one.entry.weight],
        [other.tier, other.cost, other.other, other.extra, -other.entry.weight]
      ) || (one.entry.name < other.entry.name ? -1 : one.entry.name > other.entry.name ? 1 : one.entry.order - other.entry.order)
    );
  }

  function wholeHits(entries, words, sounds) {
    const whole = words.join("");
    const hits = [];
    for (const entry of entries) {
      const hit = bestForm(entry, (form) => surely(form, whole, sounds));
      const spread = words.length > 1 && (!hit || hit.tier > RANK.words) ? allWords(entry, words, sounds) : null;
      const best = hit && spread ? (byRank(hit, spread) <= 0 ? hit : spread) : hit || spread;
      if (best) hits.push(best);
    }
    return hits;
  }

  const byParts = (entries, words, sounds) => (words.length < 2 ? { related: [], partly: [] } : byRecords(fittingEach(entries, words, sounds)));

  function guesses(entries, words, sounds, known) {
    const whole = words.join("");
    return entries
      .filter((entry) => !known.has(entry))
      .map((entry) => bestForm(entry, (form) => guess(form, whole, sounds)))
      .filter(Boolean);
  }

  /*
   * The entries that fit a query: `sure` ones and `guessed` ones, each best first; and for `confirm` those that fit
   * only some of its words, `partly`. A hit has its entry, the form that fits, and the name of its tier, `why`.
   */
  function find(index, query, keep) {
    const words = wordsOf(query, index.simplified);
    if (!words.length) return { words, sure: [], guessed: [], partly: [] };
    const entries = keep ? index.entries.filter(keep) : index.entries;
    const whole = wholeHits(entries, words, index.sounds);
    const { related, partly } = byParts(entries, words, index.sounds);
    const sure = distinct([...whole.sort(byRank), ...(whole.length < ENOUGH ? related.sort(byRank) : [])]);
    const known = new Set(sure.map((hit) => hit.entry));
    const guessed = sure.length < ENOUGH ? guesses(entries, words, index.sounds, known).sort(byRank) : [];
    return { words, sure: sure.map(named), guessed: guessed.map(named), partly: partly.map(named) };
  }

  /*
   * What `find` found, once it is known which passages hold all the words: names that stand in one of them come before
   * those that only share a record. `passages` are comparable texts.
   */
  function confirm(found, passages) {
    const stands = ({ entry }) => passages.some((passage) => entry.forms.some((form) => passage.includes(form.norm)));
    const whole = found.sure.filter((hit) => hit.tier < RANK.related);
    const others = found.sure.filter((hit) => !whole.includes(hit));
    const proven = [...others, ...found.partly].filter(stands).sort(byRank);
    return { ...found, sure: distinct([...whole, ...proven, ...others]) };
  }

  /* Each entry once, where it comes first. */
  function distinct(hits) {
    const seen = new Set();
    return hits.filter(({ entry }) => !seen.has(entry) && seen.add(entry));
  }

  const named = (hit) => Object.assign(hit, { why: TIERS[hit.tier] });

  function rangesIn(hit, form) {
    return hit.spans.filter(([one]) => one === form).map(([one, start, end]) => rangeIn(one.text, start, end));
  }

  const api = { TIERS, normalise, wordsOf, find, confirm, rangesIn, isChinese };
  global.zongjieSearch = Object.assign(global.zongjieSearch || {}, { match: api });
})(typeof window === "undefined" ? globalThis : window);
