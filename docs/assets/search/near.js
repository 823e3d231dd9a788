/*
 * What may have been meant by a query that no name fits: names that sound alike, that it abridges, that are a slip away,
 * or that it contains. Quick looks along the shelf give each form that may do the best score that it can have; the
 * forms are then looked at closely, the most promising first, until no other can come among the best. With tens of
 * thousands of names that takes longer than a key may: it is done in slices (slices.js), a `yield` is where one may end.
 */
(function (global) {
  "use strict";

  const { text: texts, rank } = global.zongjieSearch;
  const { hasLatin, hasChinese, allChinese, isChinese } = texts;
  const { RANK, NONE, scoreOf, placeOf, bestOf, hitOf } = rank;

  const GUESSED = 40;
  /* Bits of a number that is safe to shift. */
  const LONGEST = 30;
  /* So many forms are looked at quickly between two places where a slice may end. */
  const STRETCH = 512;

  /* How much may be wrong in so many items, where each counts 2; one more where little is better than nothing. */
  const slack = (length, least) => (length < least ? 0 : length < 2 * least ? 2 : length < 4 * least ? 4 : 6);
  const looseSlack = (length, least) => (length < least ? 0 : Math.min(slack(length, least) + 2, length & ~1));

  /* What the looks at a word share. `places[id]`: bits for its places where a character is or sounds right. */
  function prepare(text, { shelf, sounds }, slackOf) {
    const latin = hasLatin(text);
    const places = latin && !hasChinese(text) ? null : placesAlike(shelf, text.slice(0, LONGEST), sounds);
    const alike = places && text.length <= LONGEST ? (character) => places[shelf.numbers.get(character) || 0] : null;
    return { text, latin, chinese: allChinese(text), places, alike, slackOf, letters: latin ? blurred(spelledOut(text, sounds)).letters : "" };
  }

  function placesAlike({ characters, own, syllables, numbers }, word, sounds) {
    const wanted = new Map();
    word.split("").forEach((character, at) => {
      for (const reading of sounds.get(character) || []) wanted.set(reading, (wanted.get(reading) || 0) | (1 << at));
    });
    const bits = syllables.map((reading) => wanted.get(reading) || 0);
    const places = new Int32Array(characters.length);
    for (let id = 1; id < characters.length; id++) for (const syllable of own[id]) places[id] |= bits[syllable];
    for (let at = 0; at < word.length; at++) {
      const id = numbers.get(word[at]);
      if (id) places[id] |= 1 << at;
    }
    return places;
  }

  /* --- quick looks ---------------------------------------------------------------------------------------- */

  function countBits(bits) {
    let count = 0;
    for (let rest = bits; rest; rest &= rest - 1) count++;
    return count;
  }

  /*
   * The least number of mistakes (an item wrong, missing, too much, or two swapped) at which a stretch of `items` from
   * `start` to `end` is a word of so many items: the rows of the table of distances as bits (Myers 1999, Hyyrö's
   * swaps). `places`: the bits of each item's places in the word. `anchored`: the stretch begins at `start`.
   */
  function mistakesIn(items, start, end, places, length, anchored) {
    const last = 1 << (length - 1);
    let plus = -1;
    let minus = 0;
    let diagonal = 0;
    let before = 0;
    let distance = length;
    let least = length;
    for (let at = start; at < end; at++) {
      const here = places[items[at]];
      const swapped = ((~diagonal & here) << 1) & before;
      diagonal = (((here & plus) + plus) ^ plus) | here | minus | swapped;
      const up = minus | ~(diagonal | plus);
      const down = diagonal & plus;
      if (up & last) distance++;
      else if (down & last) distance--;
      if (distance < least) least = distance;
      const ahead = (up << 1) | anchored;
      plus = (down << 1) | ~(diagonal | ahead);
      minus = ahead & diagonal;
      before = here;
    }
    return least;
  }

  /* The least cost of a form as a near miss: what is wrong, and that it does not begin the form where it cannot. */
  function leastCost(items, start, end, places, length, mistakes, most) {
    const begins = mistakesIn(items, start, end, places, length, 1) <= most;
    return mistakes * 6 + (begins ? 0 : 2);
  }

  /* Calls `found(form, tier, cost)` for the forms with the word's characters, or such as sound alike, or most of them. */
  function* eachAlike({ forms, ids, starts, placed, placedFrom, formOf, characters }, { text, places, slackOf }, found) {
    const length = Math.min(text.length, LONGEST);
    const most = text.length > LONGEST ? 0 : slackOf(length, 3) / 2;
    const seen = new Int32Array(starts.length - 1);
    for (let id = 1; id < characters.length; id++) {
      const mine = places[id];
      if (!mine) continue;
      for (let number = placedFrom[id]; number < placedFrom[id + 1]; number++) seen[formOf[placed[number]]] |= mine;
      yield;
    }
    for (let form = 0; form < seen.length; form++) {
      if (form % STRETCH === 0) yield;
      const lacking = seen[form] ? length - countBits(seen[form]) : length;
      if (lacking > most) continue;
      const [start, end] = [starts[form], starts[form + 1] - 1];
      const mistakes = mistakesIn(ids, start, end, places, length, 0);
      const short = mistakes && !lacking && text.length > 2 ? abridged(forms[form], text) : null;
      if (!mistakes) found(form, RANK.homophone, 0);
      else if (short) found(form, RANK.abridged, short.cost);
      else if (mistakes <= most) found(form, RANK.near, leastCost(ids, start, end, places, length, mistakes, most));
    }
  }

  /* Calls `found(form, tier, cost)` for the forms that consist of characters of the word. */
  function* eachWithin({ ids, starts, numbers, characters }, word, found) {
    const there = new Uint8Array(characters.length);
    for (let at = 0; at < word.length; at++) there[numbers.get(word[at]) || 0] = 1;
    there[0] = 0;
    for (let form = 0; form + 1 < starts.length; form++) {
      if (form % STRETCH === 0) yield;
      const start = starts[form];
      let position = start;
      while (there[ids[position]]) position++;
      if (!ids[position] && position > start && position - start < word.length) found(form, RANK.contains, word.length - position + start);
    }
  }

  /* Whether a letter may go unheard after another: zh is z, ng is n to many speakers, across syllables too (全国 quanuo). */
  const unheard = (letter, before) => (letter === "h" && (before === "z" || before === "c" || before === "s")) || (letter === "g" && before === "n");

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

  /* All forms in blurred letters, one after another, and where each of them begins: made when first asked for. */
  function* lettersOf(shelf, sounds) {
    if (shelf.letters) return shelf.letters;
    const { forms, starts, ids, characters } = shelf;
    const spelled = characters.map((character) => (sounds.get(character) || [character])[0]);
    const begins = new Int32Array(forms.length + 1);
    const codes = new Uint8Array(ids.reduce((sum, id) => sum + spelled[id].length, 0));
    let length = 0;
    for (let form = 0; form < forms.length; form++) {
      if (form % STRETCH === 0) yield;
      begins[form] = length;
      let before = " ";
      for (let position = starts[form]; ids[position]; position++) {
        for (const letter of spelled[ids[position]]) {
          if (!unheard(letter, before)) codes[length++] = Math.min(letter.charCodeAt(0), 255);
          before = letter;
        }
      }
    }
    begins[forms.length] = length;
    shelf.letters = { codes: codes.subarray(0, length), begins, spelled: new TextDecoder("latin1").decode(codes.subarray(0, length)) };
    return shelf.letters;
  }

  /* Calls `found(form, tier, cost)` for the forms whose letters hold the word's with few mistakes. */
  function* eachSpelledAlike(shelf, { letters, slackOf }, sounds, found) {
    const asked = letters.slice(0, LONGEST);
    const most = slackOf(letters.length, 5) / 2;
    if (!most || letters.length > 4 * LONGEST) return;
    const { codes, begins, spelled } = yield* lettersOf(shelf, sounds);
    const places = new Int32Array(256);
    for (let at = 0; at < asked.length; at++) places[Math.min(asked.charCodeAt(at), 255)] |= 1 << at;
    const likely = yield* formsWithPiece(spelled, begins, asked, most);
    for (let form = 0; form < likely.length; form++) {
      if (form % STRETCH === 0) yield;
      if (!likely[form]) continue;
      const mistakes = mistakesIn(codes, begins[form], begins[form + 1], places, asked.length, 0);
      if (mistakes <= most) found(form, RANK.near, leastCost(codes, begins[form], begins[form + 1], places, asked.length, mistakes, most));
    }
  }

  /*
   * Cheap: cut into one piece more than there may be mistakes, one piece stands in the form as it is; or two letters
   * are swapped where pieces meet. Marks the forms where that is so.
   */
  function* formsWithPiece(spelled, begins, asked, mistakes) {
    const there = new Uint8Array(begins.length - 1);
    const size = Math.floor(asked.length / (mistakes + 1));
    for (let at = 0; at + size <= asked.length && at < size * (mistakes + 1); at += size) {
      const piece = asked.slice(at, at + size);
      const swapped = piece.slice(0, -1) + asked.slice(at + size, at + size + 1);
      for (const one of new Set([piece, swapped])) {
        if (one.length === size) markForms(spelled, begins, one, there);
        yield;
      }
    }
    return there;
  }

  function markForms(spelled, begins, piece, there) {
    let form = 0;
    for (let place = spelled.indexOf(piece); place >= 0; place = spelled.indexOf(piece, begins[form + 1])) {
      while (begins[form + 1] <= place) form++;
      there[form] = 1;
    }
  }

  /* Forms by the best score that they may have: keys that begin with it and end with the form's number. */
  function* promising({ shelf, others, sounds }, word) {
    const size = shelf.forms.length;
    const keys = [];
    const note = (form, tier, cost) => {
      keys.push(scoreOf(tier, cost, others[form], shelf.starts[form + 1] - shelf.starts[form] - 1) * size + form);
    };
    if (word.latin) yield* eachSpelledAlike(shelf, word, sounds, note);
    if (word.places && word.text.length > 1) yield* eachAlike(shelf, word, note);
    if (word.text.length > 1) yield* eachWithin(shelf, word.text, note);
    return Float64Array.from(keys).sort();
  }

  /* --- close looks ---------------------------------------------------------------------------------------- */

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
      const begins = bound(j);
      row[j] = begins ? 0 : row[j - 1] + 2;
      row[width + j] = begins ? j : row[width + j - 1];
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

  function nearCharacters(form, word) {
    const { text, alike } = word;
    const { norm } = form;
    const limit = word.slackOf(text.length, 3);
    if (!limit) return null;
    const found = nearest(text, norm, limit, (i, j) => alike(norm[j]) & (1 << i), () => true);
    if (!found || (text.length < 4 && !sameEnds(norm, found, text))) return null;
    const place = placeOf(found.start, found.end, norm.length);
    return { tier: RANK.near, cost: found.distance * 3 + place, start: found.start, end: found.end };
  }

  /* Of three characters two are too common to mean anything, unless they stand around the wrong one. */
  const sameEnds = (norm, { start, end }, query) => norm[start] === query[0] && norm[end - 1] === query[query.length - 1];

  function nearLetters(form, word, sounds) {
    const asked = word.letters;
    const limit = word.slackOf(asked.length, 5);
    if (!limit || asked.length > 4 * LONGEST) return null;
    const { letters, starts } = blurred(spelledOut(form.norm, sounds));
    if (letters.length + limit / 2 < asked.length) return null;
    const bounds = new Set(starts);
    const found = nearest(asked, letters, limit, () => false, (j) => bounds.has(j));
    if (!found) return null;
    const start = starts.indexOf(found.start);
    const end = starts.indexOf(found.end);
    return { tier: RANK.near, cost: found.distance * 3 + placeOf(start, end, form.norm.length), start, end };
  }

  function meant(form, word, sounds) {
    const spelled = word.latin ? nearLetters(form, word, sounds) : null;
    if (spelled || !word.places) return spelled || containedIn(form, word.text);
    return (
      (word.alike && word.chinese && byHomophones(form, word)) ||
      (word.text.length > 2 && abridged(form, word.text)) ||
      (word.alike && nearCharacters(form, word)) ||
      containedIn(form, word.text)
    );
  }

  /* --- both ----------------------------------------------------------------------------------------------- */

  /* How many forms are looked at closely between two looks at how good the best are; there a slice may end. */
  const BATCH = 64;

  /*
   * Hits for what may have been meant by a word, `loose` where one more mistake is allowed; `known(number)` tells the
   * entries that are found already.
   */
  function* guesses(index, text, known, loose) {
    const word = prepare(text, index, loose ? looseSlack : slack);
    const size = index.shelf.forms.length;
    const scores = new Int32Array(index.entries.length).fill(NONE);
    const spans = new Map();
    let worst = NONE;
    let looks = 0;
    for (const key of yield* promising(index, word)) {
      if (++looks % BATCH === 0) {
        worst = worstOfBest(spans, scores);
        yield;
      }
      if (key / size > worst) break;
      const number = key % size;
      const owner = index.owners[number];
      if (known(owner)) continue;
      const form = index.shelf.forms[number];
      const fit = meant(form, word, index.sounds);
      const score = fit ? scoreOf(fit.tier, fit.cost, index.others[number], form.norm.length) : NONE;
      if (score >= scores[owner]) continue;
      scores[owner] = score;
      spans.set(owner, [form, fit.start, fit.end]);
    }
    return bestOf(index, scores, GUESSED).map((number) => hitOf(index, number, scores[number], [spans.get(number)]));
  }

  function worstOfBest(spans, scores) {
    if (spans.size < GUESSED) return NONE;
    const told = Int32Array.from(spans.keys(), (owner) => scores[owner]).sort();
    return told[GUESSED - 1] + 1;
  }

  const api = { guesses };
  global.zongjieSearch = Object.assign(global.zongjieSearch || {}, { near: api });
})(typeof window === "undefined" ? globalThis : window);
