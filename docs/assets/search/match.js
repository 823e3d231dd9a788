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
  /* So many hits are made at most, and so many guesses. */
  const LISTED = 200;
  const GUESSED = 40;
  const REMEMBERED = 6;
  const { scan } = global.zongjieSearch;

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

  /* 0 for the whole form, 1 for its beginning, 2 for any other part. */
  const placeOf = (start, end, length) => (start > 0 ? 2 : end < length ? 1 : 0);

  /* --- the forms that hold a word, or sound like it ------------------------------------------------------- */

  /*
   * How well each entry fits a word: `scores[entry]`, less is better, `NONE` where it does not; and with which form
   * and stretch of it. A score is tier, cost, whether the form is another than the name, and the form's length. What
   * was found for the last words is remembered: the next key narrows it.
   */
  function fitsOf(index, word) {
    const { memory } = index;
    const known = memory.get(word);
    if (known) memory.delete(word);
    const fits = known || look(index, word, memory.get(beginningIn(memory, word)));
    memory.set(word, fits);
    if (memory.size > REMEMBERED) memory.delete(memory.keys().next().value);
    return fits;
  }

  /* The longest known beginning of a word: whatever fits the word fits that too. One letter alone spells nothing. */
  function beginningIn(memory, word) {
    for (let end = word.length - 1; end > 0; end--) {
      const beginning = word.slice(0, end);
      if (memory.has(beginning) && (end > 1 || !isLatin(word[0]))) return beginning;
    }
    return "";
  }

  function look(index, word, wider) {
    const { shelf, owners, others, entries } = index;
    const { starts } = shelf;
    const size = entries.length;
    const fits = { scores: new Int32Array(size).fill(NONE), forms: new Int32Array(size), starts: new Uint16Array(size), ends: new Uint16Array(size), fitting: [] };
    const seen = new Uint8Array(owners.length);
    const note = (form, tier, cost, start, end) => {
      const score = scoreOf(tier, cost, others[form], starts[form + 1] - starts[form] - 1);
      const entry = owners[form];
      fits.fitting.push(form);
      if (score >= fits.scores[entry]) return;
      fits.scores[entry] = score;
      fits.forms[entry] = form;
      fits.starts[entry] = start;
      fits.ends[entry] = end;
    };
    const among = wider ? wider.fitting : null;
    scan.eachLiteral(shelf, word, among, (form, start) => {
      const insideWord = start > 0 && isLatin(word[0]) && isLatin(shelf.text[starts[form] + start - 1]);
      seen[form] = 1;
      note(form, placeOf(start, start + word.length, starts[form + 1] - starts[form] - 1), insideWord ? 1 : 0, start, start + word.length);
    });
    if (word.length < 2 || !hasLatin(word)) return fits;
    scan.eachSpelled(shelf, word, among, seen, (form, start, end, initials, begun) => {
      const place = placeOf(start, end, starts[form + 1] - starts[form] - 1);
      if (initials) note(form, RANK.initials, place * 10 + initials, start, end);
      else note(form, RANK.pinyin, place * 2 + begun, start, end);
    });
    return fits;
  }

  const NONE = 2 ** 31 - 1;
  const COSTS = 256;
  const LENGTHS = 512;
  const scoreOf = (tier, cost, other, length) => ((tier * COSTS + Math.min(cost, COSTS - 1)) * 2 + other) * LENGTHS + Math.min(length, LENGTHS - 1);
  const tierOf = (score) => Math.floor(score / LENGTHS / 2 / COSTS);
  const costOf = (score) => Math.floor(score / LENGTHS / 2) % COSTS;

  /* Sorts numbers of entries by score, then by mentions, then in the order of the index; the first `most` of them. */
  function bestOf(index, scores, most) {
    const WEIGHTS = 1024;
    const size = index.entries.length;
    const keys = new Float64Array(size);
    let count = 0;
    for (let number = 0; number < size; number++) {
      if (scores[number] === NONE) continue;
      keys[count++] = (scores[number] * WEIGHTS + WEIGHTS - 1 - index.weights[number]) * size + number;
    }
    const found = keys.subarray(0, count);
    if (count > most) putFirst(found, most);
    return Array.from(found.subarray(0, most).sort(), (key) => key % size);
  }

  /* Brings the `most` smallest numbers to the front, in any order (Hoare's selection). */
  function putFirst(numbers, most) {
    let low = 0;
    let high = numbers.length - 1;
    while (low < high) {
      const middle = numbers[(low + high) >> 1];
      let left = low;
      let right = high;
      while (left <= right) {
        while (numbers[left] < middle) left++;
        while (numbers[right] > middle) right--;
        if (left > right) break;
        const held = numbers[left];
        numbers[left++] = numbers[right];
        numbers[right--] = held;
      }
      if (most <= right) high = right;
      else if (most >= left) low = left;
      else return;
    }
  }

  const spanOf = (index, fits, entry) => [index.shelf.forms[fits.forms[entry]], fits.starts[entry], fits.ends[entry]];

  function hitOf(index, number, score, spans) {
    const [form, start, end] = spans[0];
    const entry = index.entries[number];
    const length = form.norm.length;
    return { entry, form, whole: start === 0 && end === length, tier: tierOf(score), cost: costOf(score), other: form === entry.forms[0] ? 0 : 1, extra: length, spans };
  }

  /* --- what sounds alike or is near ----------------------------------------------------------------------- */

  /* Bits of a number that is safe to shift. */
  const LONGEST = 30;

  /* What the comparisons of a word share. `alike(character)`: bits for the places where it is or sounds right. */
  function prepare(text, { shelf, sounds }) {
    const latin = hasLatin(text);
    const places = latin || text.length > LONGEST ? null : scan.placesAlike(shelf, text, sounds);
    const alike = places && ((character) => places[shelf.numbers.get(character) || 0]);
    return { text, latin, chinese: allChinese(text), places, alike, letters: latin ? blurred(spelledOut(text, sounds)).letters : "" };
  }

  /* Other characters, the same sounds. Two characters of which none is right are no evidence unless they are all. */
  function byHomophones(form, word) {
    const { norm } = form;
    const { text, alike } = word;
    let best = null;
    for (let start = 0; start + text.length <= norm.length; start++) {
      let wrong = 0;
      let at = 0;
      while (at < text.length && alike(norm[start + at]) & (1 << at)) {
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
    if (!limit) return null;
    const found = nearest(text, norm, limit, (i, j) => alike(norm[j]) & (1 << i), () => true);
    if (!found || (text.length < 4 && !sameEnds(norm, found, text))) return null;
    const place = placeOf(found.start, found.end, norm.length);
    return { tier: RANK.near, cost: found.distance * 3 + place, start: found.start, end: found.end };
  }

  /* Of three characters two are too common to mean anything, unless they stand around the wrong one. */
  const sameEnds = (norm, { start, end }, query) => norm[start] === query[0] && norm[end - 1] === query[query.length - 1];

  /* Whether a letter may go unheard after another: zh is z, ng is n to many speakers, across syllables too (全国 quanuo). */
  const unheard = (letter, before) => (letter === "h" && "zcs".includes(before)) || (letter === "g" && before === "n");

  const spelledOut = (text, sounds) => Array.from(text, (character) => (sounds.get(character) || [character])[0]);

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
    if (letters.length + limit / 2 < asked.length) return null;
    const found = nearest(asked, letters, limit, () => false, (j) => starts.includes(j));
    if (!found) return null;
    const start = starts.indexOf(found.start);
    const end = starts.indexOf(found.end);
    return { tier: RANK.near, cost: found.distance * 3 + placeOf(start, end, form.norm.length), start, end };
  }

  /* The forms that may be what was meant by a word: a quick look that `meant` makes sure of. */
  function candidates({ shelf }, word) {
    const near = slack(word.letters.length, 5) / 2;
    if (word.latin) return [...(near ? scan.formsLike(shelf, word.letters, near) : []), ...scan.formsWithin(shelf, word.text)];
    if (word.text.length < 2) return [];
    if (!word.places) return shelf.forms.keys();
    const fitting = scan.formsWith(shelf, word.places, word.text.length, slack(word.text.length, 3) / 2);
    return [...fitting, ...scan.formsWithin(shelf, word.text)];
  }

  function meant(form, word, sounds) {
    if (word.latin) return nearLetters(form, word, sounds) || containedIn(form, word.text);
    return (
      (word.alike && word.chinese && byHomophones(form, word)) ||
      (word.text.length > 2 && abridged(form, word.text)) ||
      (word.alike && nearCharacters(form, word)) ||
      containedIn(form, word.text)
    );
  }

  /* Hits for what may have been meant; `known(number)` tells the entries that are found already. */
  function guesses(index, text, known) {
    const word = prepare(text, index);
    const scores = new Int32Array(index.entries.length).fill(NONE);
    const spans = new Map();
    for (const number of candidates(index, word)) {
      const owner = index.owners[number];
      if (known(owner)) continue;
      const form = index.shelf.forms[number];
      const fit = meant(form, word, index.sounds);
      if (!fit) continue;
      const score = scoreOf(fit.tier, fit.cost, index.others[number], form.norm.length);
      if (score >= scores[owner]) continue;
      scores[owner] = score;
      spans.set(owner, [form, fit.start, fit.end]);
    }
    return bestOf(index, scores, GUESSED).map((number) => hitOf(index, number, scores[number], [spans.get(number)]));
  }

  /* --- several words -------------------------------------------------------------------------------------- */

  /* Entries of which all words stand in a form, or in the line of its records, at least one in a form: their scores. */
  function allWords(index, words, each) {
    const told = words.map((word) => index.records.map((record) => record.context.includes(word)));
    const scores = new Int32Array(index.entries.length).fill(NONE);
    for (let number = 0; number < scores.length; number++) {
      let first = -1;
      let worst = 0;
      let cost = 0;
      let inLine = 0;
      for (let at = 0; at < words.length; at++) {
        const score = each[at].scores[number];
        if (score !== NONE) {
          if (first < 0) first = at;
          worst = Math.max(worst, tierOf(score));
          cost += tierOf(score);
        } else if (index.entries[number].records.some((record) => told[at][record])) {
          inLine++;
        } else {
          first = -2;
          break;
        }
      }
      if (first < 0) continue;
      const form = each[first].forms[number];
      scores[number] = scoreOf(Math.max(RANK.words, worst), inLine * 4 + cost, index.others[form], index.shelf.forms[form].norm.length);
    }
    return scores;
  }

  /*
   * Entries that fit some of the words: the `related` ones share a record with entries that fit each of the others,
   * of the `partly` ones this is not known.
   */
  function byRecords(index, each) {
    const size = index.entries.length;
    const [related, partly] = [0, 1].map(() => new Int32Array(size).fill(NONE));
    const records = each.map((fits) => recordsOf(index, fits));
    each.forEach((fits, at) => {
      for (let number = 0; number < size; number++) {
        const score = fits.scores[number];
        if (score === NONE) continue;
        const together = sharedWith(records, at, index.entries[number].records);
        const form = fits.forms[number];
        const here = scoreOf(RANK.related, tierOf(score) * 4 + costOf(score), index.others[form], index.shelf.forms[form].norm.length);
        const scores = together ? related : partly;
        if (here < scores[number]) scores[number] = here;
      }
    });
    for (let number = 0; number < size; number++) if (related[number] !== NONE) partly[number] = NONE;
    return { related, partly };
  }

  /* Whether in one of these records, for each word but the one at `at`, an entry that fits is told of. */
  function sharedWith(records, at, own) {
    for (let other = 0; other < records.length; other++) {
      if (other !== at && !own.some((record) => records[other][record])) return false;
    }
    return true;
  }

  /* For each record whether an entry that fits is told of in it. */
  function recordsOf(index, fits) {
    const there = new Uint8Array(index.records.length);
    for (let number = 0; number < fits.scores.length; number++) {
      if (fits.scores[number] === NONE) continue;
      for (const record of index.entries[number].records) there[record] = 1;
    }
    return there;
  }

  /* The stretches of an entry that fit words, of the best fitting word first. */
  function spansOf(index, each, number) {
    const fitting = each.filter((fits) => fits.scores[number] !== NONE);
    return fitting.map((fits) => spanOf(index, fits, number));
  }

  /* --- all together --------------------------------------------------------------------------------------- */

  /*
   * The entries that fit a query: `sure` ones and `guessed` ones, each best first; and for `confirm` those that fit
   * only some of its words, `partly`. Sure is also what sounds like a whole form or abridges one. `counts`: how many
   * are sure of each kind, those that are too many to be listed included. A hit has its entry, the form that fits, and
   * the name of its tier, `why`.
   */
  function find(index, query, keep) {
    return guess(index, search(index, query, keep), keep);
  }

  /* What is sure, as fast as one types. */
  function search(index, query, keep) {
    const words = wordsOf(query, index.simplified);
    if (!words.length) return { words, sure: [], guessed: [], partly: [], counts: new Map() };
    const whole = fitsOf(index, words.join(""));
    const each = words.length > 1 ? words.map((word) => fitsOf(index, word)) : [];
    const spread = each.length ? allWords(index, words, each) : null;
    const scores = kept(index, spread ? whole.scores.map((score, number) => Math.min(score, spread[number])) : whole.scores, keep);
    const direct = bestOf(index, scores, LISTED).map((number) => {
      const own = whole.scores[number] === scores[number];
      return hitOf(index, number, scores[number], own ? [spanOf(index, whole, number)] : spansOf(index, each, number));
    });
    const few = each.length > 0 && direct.length < ENOUGH;
    const { related, partly } = few ? partial(index, each, keep) : { related: [], partly: [] };
    const sure = distinct([...direct, ...related]);
    return { words, sure: sure.map(withReason), guessed: [], partly: partly.map(withReason), counts: countKinds(index, scores, sure) };
  }

  /* What `search` found, and where that is little, what may have been meant. */
  function guess(index, found, keep) {
    if (!found.words.length || found.sure.length >= ENOUGH) return found;
    const known = new Set(found.sure.map((hit) => hit.entry));
    const skipped = (number) => known.has(index.entries[number]) || (keep && !keep(index.entries[number]));
    const guessed = guesses(index, found.words.join(""), skipped).map(withReason);
    const close = guessed.filter((hit) => hit.whole && hit.tier <= RANK.abridged);
    const counts = new Map(found.counts);
    for (const { entry } of close) counts.set(entry.kind, (counts.get(entry.kind) || 0) + 1);
    return { ...found, counts, sure: [...found.sure, ...close], guessed: guessed.filter((hit) => !close.includes(hit)) };
  }

  /* The scores of the entries that a filter keeps. */
  const kept = (index, scores, keep) => (keep ? scores.map((score, number) => (score !== NONE && keep(index.entries[number]) ? score : NONE)) : scores);

  function partial(index, each, keep) {
    const found = byRecords(index, each);
    const hitsOf = (all) => {
      const scores = kept(index, all, keep);
      return bestOf(index, scores, LISTED).map((number) => hitOf(index, number, scores[number], spansOf(index, each, number)));
    };
    return { related: hitsOf(found.related), partly: hitsOf(found.partly) };
  }

  function countKinds({ entries }, scores, listed) {
    const counts = new Map();
    const add = (kind) => counts.set(kind, (counts.get(kind) || 0) + 1);
    for (let number = 0; number < scores.length; number++) if (scores[number] !== NONE) add(entries[number].kind);
    for (const { entry } of listed) if (scores[entry.order] === NONE) add(entry.kind);
    return counts;
  }

  function compare(one, other) {
    for (let i = 0; i < one.length; i++) if (one[i] !== other[i]) return one[i] - other[i];
    return 0;
  }

  const byRank = (one, other) =>
    compare(
      [one.tier, one.cost, one.other, one.extra, -one.entry.weight, one.entry.order],
      [other.tier, other.cost, other.other, other.extra, -other.entry.weight, other.entry.order]
    );

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
   * `path` of their record and their comparable text, `norm`.
   */
  function beside(index, words, passages) {
    const nearest = new Map();
    for (const { path, norm } of passages) {
      const record = index.records.find((one) => one.url === path);
      const own = record ? index.entries.filter(({ kind, records }) => kind !== "record" && kind !== "place" && records.includes(record.number)) : [];
      for (let at = norm.indexOf(words[0]); at >= 0; at = norm.indexOf(words[0], at + 1)) {
        const stretch = norm.slice(Math.max(0, at - BESIDE), at + words[0].length + BESIDE);
        for (const entry of standing(own.map((one) => ({ entry: one })), [stretch])) {
          const away = Math.min(...entry.forms.map((form) => distanceTo(stretch, form.norm, Math.min(at, BESIDE))));
          if (!(nearest.get(entry) <= away)) nearest.set(entry, away);
        }
      }
    }
    const entries = Array.from(nearest.keys()).sort((one, other) => nearest.get(one) - nearest.get(other) || one.order - other.order);
    return entries.map((entry) => ({ entry, form: entry.forms[0], spans: [], why: "beside" }));
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

  const withReason = (hit) => Object.assign(hit, { why: TIERS[hit.tier] });

  function rangesIn(hit, form) {
    return hit.spans.filter(([one]) => one === form).map(([one, start, end]) => rangeIn(one.text, start, end));
  }

  const api = { TIERS, normalise, wordsOf, find, search, guess, confirm, beside, rangesIn, isChinese };
  Object.assign(global.zongjieSearch, { match: api });
})(typeof window === "undefined" ? globalThis : window);
