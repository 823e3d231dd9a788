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
 *   near       one character or letter in five or so is wrong, missing, too much, or two are swapped: 常山华生, xaiomifeng
 *   contains   the query contains the form: 河北常山生化的项目
 *
 * Within a tier: whole forms before beginnings before other parts, the smaller number of differences, a name before
 * another form, the shorter form, more mentions. Quotes, blanks and most punctuation count for nothing on either
 * side; `*`, `_` and `x` are characters like others, because the sources have them where something was blanked.
 */
(function (global) {
  "use strict";

  const TIERS = ["exact", "prefix", "infix", "words", "pinyin", "initials", "related", "homophone", "abridged", "near", "contains"];
  const RANK = Object.fromEntries(TIERS.map((tier, rank) => [tier, rank]));
  /* With at least so many sure hits, guesses would only be in the way. */
  const ENOUGH = 5;

  /* --- text ----------------------------------------------------------------------------------------------- */

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
  const allChinese = (text) => Array.from(text).every(isChinese);

  /* --- sounds --------------------------------------------------------------------------------------------- */

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

  /* The best place in a form that the word spells, the earliest among equals. */
  function spelledIn(form, word, sounds) {
    const { norm } = form;
    let best = null;
    for (let start = 0; start < norm.length; start++) {
      if (!word.heads.has(norm[start])) continue;
      const found = spelling(norm, start, word.text, 0, sounds);
      if (!found) continue;
      const place = placeOf(start, found.end, norm.length);
      const cost = found.initials * 3 + place;
      if (!best || cost < best.cost) best = { start, end: found.end, initials: found.initials, begun: found.begun, place, cost };
    }
    return best;
  }

  /* 0 for the whole form, 1 for its beginning, 2 for any other part. */
  const placeOf = (start, end, length) => (start > 0 ? 2 : end < length ? 1 : 0);

  /* --- a word of the query, prepared ---------------------------------------------------------------------- */

  /*
   * What the many comparisons of a word share. `heads`: characters that its first letters may spell; `screen`: what
   * every form that it spells matches; `alike`: character → bits for the places of the word where it is or sounds right.
   */
  function prepare(text, sounds) {
    const latin = hasLatin(text);
    return {
      text,
      latin,
      chinese: allChinese(text),
      ...(latin ? screenFor(text, sounds) : null),
      alike: latin || text.length > LONGEST ? null : placesAlike(text, sounds),
      letters: latin ? lettersAsked(text, sounds) : "",
    };
  }

  /* Bits of a number that is safe to shift. */
  const LONGEST = 30;

  function screenFor(text, sounds) {
    const later = text.slice(1, 7);
    const heads = new Set([text[0]]);
    const seconds = new Set(later);
    const alone = new Set();
    for (const [character, readings] of sounds) {
      if (readings.some((reading) => reading[0] === text[0])) heads.add(character);
      if (readings.some((reading) => reading.startsWith(text))) alone.add(character);
      if (readings.some((reading) => later.includes(reading[0]))) seconds.add(character);
    }
    const oneOf = (characters) => `[${Array.from(characters).join("")}]`;
    const single = alone.size ? `${oneOf(alone)}|` : "";
    return { heads, screen: new RegExp(single + oneOf(heads) + (seconds.size ? oneOf(seconds) : ""), "u") };
  }

  function placesAlike(text, sounds) {
    const places = new Map();
    const mark = (character, at) => places.set(character, (places.get(character) || 0) | (1 << at));
    const wanted = Array.from(text, (character) => new Set(sounds.get(character)));
    for (const [character, readings] of sounds) {
      wanted.forEach((own, at) => own.size && readings.some((reading) => own.has(reading)) && mark(character, at));
    }
    for (let at = 0; at < text.length; at++) mark(text[at], at);
    return places;
  }

  /* --- how one form fits one word ------------------------------------------------------------------------- */

  function literally(form, query) {
    const start = form.norm.indexOf(query);
    if (start < 0) return null;
    const end = start + query.length;
    const place = placeOf(start, end, form.norm.length);
    const insideWord = start > 0 && isLatin(query[0]) && isLatin(form.norm[start - 1]);
    return { tier: place, cost: insideWord ? 1 : 0, start, end };
  }

  function bySound(form, word, sounds) {
    if (!word.latin || word.text.length < 2 || !word.screen.test(form.norm)) return null;
    const found = spelledIn(form, word, sounds);
    if (!found) return null;
    if (found.initials === 0) return { tier: RANK.pinyin, cost: found.place * 2 + found.begun, start: found.start, end: found.end };
    return { tier: RANK.initials, cost: found.place * 10 + found.initials, start: found.start, end: found.end };
  }

  /* Other characters, the same sounds. Two characters of which none is right are no evidence unless they are all. */
  function byHomophones(form, word) {
    const { norm } = form;
    const { text, alike } = word;
    let best = null;
    for (let start = 0; start + text.length <= norm.length; start++) {
      let wrong = 0;
      let at = 0;
      while (at < text.length && alike.get(norm[start + at]) & (1 << at)) {
        if (text[at] !== norm[start + at]) wrong++;
        at++;
      }
      if (at < text.length) continue;
      const place = placeOf(start, start + at, norm.length);
      if (wrong === text.length && place === 2 && wrong < 3) continue;
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
   * The stretch of `text` nearest to `query`: {distance, start, end}, null where the distance is above `limit`. A wrong,
   * missing or extra item costs 2, two neighbours swapped 2, a wrong one that is `alike(i, j)` 1. A stretch may begin
   * and end where `bound(j)` allows.
   */
  function nearest(query, text, limit, alike, bound) {
    const width = text.length + 1;
    let [before, row, next] = [0, 1, 2].map(() => new Int16Array(2 * width));
    for (let j = 0; j < width; j++) {
      row[j] = bound(j) ? 0 : 999;
      row[width + j] = j;
    }
    for (let i = 1; i <= query.length; i++) {
      next[0] = row[0] + 2;
      next[width] = 0;
      let least = next[0];
      for (let j = 1; j < width; j++) {
        const same = query[i - 1] === text[j - 1];
        let cost = row[j - 1] + (same ? 0 : alike(i - 1, j - 1) ? 1 : 2);
        let start = row[width + j - 1];
        if (row[j] + 2 < cost) [cost, start] = [row[j] + 2, row[width + j]];
        if (next[j - 1] + 2 < cost) [cost, start] = [next[j - 1] + 2, next[width + j - 1]];
        if (i > 1 && j > 1 && !same && query[i - 1] === text[j - 2] && query[i - 2] === text[j - 1] && before[j - 2] + 2 < cost) {
          [cost, start] = [before[j - 2] + 2, before[width + j - 2]];
        }
        next[j] = cost;
        next[width + j] = start;
        if (cost < least) least = cost;
      }
      if (least > limit) return null;
      [before, row, next] = [row, next, before];
    }
    let end = 0;
    for (let j = 1; j < width; j++) if (bound(j) && row[j] <= limit && (!end || row[j] < row[end])) end = j;
    return end ? { distance: row[end], start: row[width + end], end } : null;
  }

  /* How much may be wrong in so many items, where each counts 2. */
  const slack = (length, least) => (length < least ? 0 : length < 2 * least ? 2 : length < 4 * least ? 4 : 6);

  function nearCharacters(form, word) {
    const { text, alike } = word;
    const { norm } = form;
    const limit = slack(text.length, 3);
    if (!limit || missingIn(norm, word) > limit / 2) return null;
    const found = nearest(text, norm, limit, (i, j) => alike.get(norm[j]) & (1 << i), () => true);
    if (!found || (text.length < 4 && !sameEnds(norm, found, text))) return null;
    const place = placeOf(found.start, found.end, norm.length);
    return { tier: RANK.near, cost: found.distance * 3 + place, start: found.start, end: found.end };
  }

  /* Of three characters two are too common to mean anything, unless they stand around the wrong one. */
  const sameEnds = (norm, { start, end }, query) => norm[start] === query[0] && norm[end - 1] === query[query.length - 1];

  /* How many characters of the word neither stand nor sound anywhere in the form. */
  function missingIn(norm, { text, alike }) {
    let seen = 0;
    for (let j = 0; j < norm.length; j++) seen |= alike.get(norm[j]);
    let missing = 0;
    for (let at = 0; at < text.length; at++) if (!(seen & (1 << at))) missing++;
    return missing;
  }

  /* Whether a letter may go unheard after another: zh is z, ng is n to many speakers, across syllables too (全国 quanuo). */
  const unheard = (letter, before) => (letter === "h" && "zcs".includes(before)) || (letter === "g" && before === "n");

  const spelledOut = (text, sounds) => Array.from(text, (character) => (sounds.get(character) || [character])[0]);
  const lettersAsked = (text, sounds) => blurred(spelledOut(text, sounds)).letters;

  /* Syllables run together without the letters that go unheard, and where each of them begins. */
  function blurred(syllables) {
    let letters = "";
    let before = " ";
    const starts = [0];
    for (const syllable of syllables) {
      for (const letter of syllable) {
        if (!unheard(letter, before)) letters += letter;
        before = letter;
      }
      starts.push(letters.length);
    }
    return { letters, starts };
  }

  /* The form in blurred letters: computed when first asked for. */
  function lettersOf(form, sounds) {
    form.letters = form.letters || blurred(spelledOut(form.norm, sounds));
    return form.letters;
  }

  function nearLetters(form, word, sounds) {
    const asked = word.letters;
    const limit = slack(asked.length, 5);
    if (!limit || asked.length > 4 * LONGEST) return null;
    const { letters, starts } = lettersOf(form, sounds);
    if (letters.length + limit / 2 < asked.length || !sharesPiece(letters, asked, limit + 1)) return null;
    const found = nearest(asked, letters, limit, () => false, (j) => starts.includes(j));
    if (!found) return null;
    const start = starts.indexOf(found.start);
    const end = starts.indexOf(found.end);
    return { tier: RANK.near, cost: found.distance * 3 + placeOf(start, end, form.norm.length), start, end };
  }

  /* Cheap: cut into more pieces than mistakes can touch, one piece of what is asked must be there as it is. */
  function sharesPiece(letters, asked, pieces) {
    const size = Math.floor(asked.length / pieces);
    if (size < 2) return true;
    for (let at = 0; at + size <= asked.length; at += size) if (letters.includes(asked.slice(at, at + size))) return true;
    return false;
  }

  /* --- entries -------------------------------------------------------------------------------------------- */

  const surely = (form, word, sounds) => literally(form, word.text) || bySound(form, word, sounds);

  function guess(form, word, sounds) {
    if (word.latin) return nearLetters(form, word, sounds) || containedIn(form, word.text);
    if (word.text.length < 2) return null;
    return (
      (word.alike && word.chinese && byHomophones(form, word)) ||
      (word.text.length > 2 && abridged(form, word.text)) ||
      (word.alike && nearCharacters(form, word)) ||
      containedIn(form, word.text)
    );
  }

  /* The best fit of any form of an entry; ties go to the earlier form, and the name is the first. */
  function bestForm(entry, fitOf) {
    let best = null;
    entry.forms.forEach((form, number) => {
      const fit = fitOf(form);
      if (!fit) return;
      const extra = form.norm.length;
      if (!best || compare([fit.tier, fit.cost, number ? 1 : 0, extra], [best.tier, best.cost, best.other, best.extra]) < 0) {
        const whole = fit.start === 0 && fit.end === extra;
        best = { entry, form, whole, tier: fit.tier, cost: fit.cost, other: number ? 1 : 0, extra, spans: [[form, fit.start, fit.end]] };
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
      else if (entry.context.includes(word.text)) context++;
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
    const whole = prepare(words.map((word) => word.text).join(""), sounds);
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
    const whole = prepare(words.map((word) => word.text).join(""), sounds);
    return entries
      .filter((entry) => !known.has(entry))
      .map((entry) => bestForm(entry, (form) => guess(form, whole, sounds)))
      .filter(Boolean);
  }

  /*
   * The entries that fit a query: `sure` ones and `guessed` ones, each best first; and for `confirm` those that fit
   * only some of its words, `partly`. Sure is also what sounds like a whole form or abridges one. A hit has its entry, the form that fits, and the name of its tier, `why`.
   */
  function find(index, query, keep) {
    const texts = wordsOf(query, index.simplified);
    if (!texts.length) return { words: texts, sure: [], guessed: [], partly: [] };
    const words = texts.map((text) => prepare(text, index.sounds));
    const entries = keep ? index.entries.filter(keep) : index.entries;
    const whole = wholeHits(entries, words, index.sounds);
    const { related, partly } = byParts(entries, words, index.sounds);
    const sure = distinct([...whole.sort(byRank), ...(whole.length < ENOUGH ? related.sort(byRank) : [])]);
    const known = new Set(sure.map((hit) => hit.entry));
    const guessed = sure.length < ENOUGH ? guesses(entries, words, index.sounds, known).sort(byRank) : [];
    const close = guessed.filter((hit) => hit.whole && hit.tier <= RANK.abridged);
    return {
      words: texts,
      sure: [...sure, ...close].map(withReason),
      guessed: guessed.filter((hit) => !close.includes(hit)).map(withReason),
      partly: partly.map(withReason),
    };
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

  /* Each entry once, where it comes first. */
  function distinct(hits) {
    const seen = new Set();
    return hits.filter(({ entry }) => !seen.has(entry) && seen.add(entry));
  }

  const withReason = (hit) => Object.assign(hit, { why: TIERS[hit.tier] });

  function rangesIn(hit, form) {
    return hit.spans.filter(([one]) => one === form).map(([one, start, end]) => rangeIn(one.text, start, end));
  }

  const api = { TIERS, normalise, wordsOf, find, confirm, rangesIn, isChinese };
  global.zongjieSearch = Object.assign(global.zongjieSearch || {}, { match: api });
})(typeof window === "undefined" ? globalThis : window);
