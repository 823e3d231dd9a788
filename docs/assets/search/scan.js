/*
 * Looks through tens of thousands of forms of names for each key that is typed: all of them stand one after another in
 * one string and in arrays of numbers, so that a pass takes a millisecond or two and makes no objects. match.js says
 * what is looked for and ranks what is found; near.js looks for slips on the same shelf.
 */
(function (global) {
  "use strict";

  const isLatin = (character) => character >= "a" && character <= "z";
  const initialLength = (reading) => (reading[1] === "h" && "zcs".includes(reading[0]) ? 2 : 1);

  /*
   * Forms → the shelf they stand on. `text`: all forms, each after a line break; `starts`: where each begins; `ids`: a
   * number for each character, 0 for the break; `syllables`: all readings, and for each character number which of
   * them it has (`own`); `placed`: all places of a character side by side, those of number n from `placedFrom[n]` on;
   * `formOf`: whose each place is.
   */
  function createShelf(forms, sounds) {
    const { text, starts, formOf } = sideBySide(forms.map((form) => form.norm));
    const numbers = new Map([["\n", 0]]);
    const ids = new Uint16Array(text.length);
    for (let position = 0; position < text.length; position++) {
      const character = text[position];
      let id = numbers.get(character);
      if (id === undefined) numbers.set(character, (id = numbers.size));
      ids[position] = id;
    }
    const characters = Array.from(numbers.keys());
    return { forms, text, starts, formOf, ids, numbers, characters, ...placesOf(ids, characters.length), ...readings(characters, sounds), letters: null };
  }

  function sideBySide(texts) {
    const text = `\n${texts.join("\n")}\n`;
    const starts = new Int32Array(texts.length + 1);
    const formOf = new Int32Array(text.length);
    let at = 1;
    texts.forEach((one, number) => {
      starts[number] = at;
      formOf.fill(number, at, at + one.length + 1);
      at += one.length + 1;
    });
    starts[texts.length] = at;
    return { text, starts, formOf };
  }

  /* Sorts the places by character, counting. */
  function placesOf(ids, count) {
    const placedFrom = new Int32Array(count + 1);
    for (const id of ids) placedFrom[id + 1]++;
    for (let id = 0; id < count; id++) placedFrom[id + 1] += placedFrom[id];
    const next = placedFrom.slice();
    const placed = new Int32Array(ids.length);
    for (let position = 0; position < ids.length; position++) placed[next[ids[position]]++] = position;
    return { placed, placedFrom };
  }

  function readings(characters, sounds) {
    const syllables = [];
    const known = new Map();
    const numberOf = (reading) => {
      if (!known.has(reading)) known.set(reading, syllables.push(reading) - 1);
      return known.get(reading);
    };
    const own = characters.map((character) => (sounds.get(character) || []).map(numberOf));
    return { syllables, own };
  }

  /* Tells how often a character stands on the shelf. */
  const counter = ({ numbers, placedFrom }) => (character) => {
    const id = numbers.get(character);
    return id ? placedFrom[id + 1] - placedFrom[id] : 0;
  };

  /* --- the word itself ------------------------------------------------------------------------------------ */

  /* Calls `found(form, start)` for the first place in each form where the word stands. Any texts may stand on a shelf. */
  function eachLiteral({ text, starts, formOf }, word, found) {
    let from = 0;
    for (let place = text.indexOf(word); place >= 0; place = text.indexOf(word, from)) {
      const form = formOf[place];
      found(form, place - starts[form]);
      from = starts[form + 1] - 1;
    }
  }

  /* --- spelled by letters --------------------------------------------------------------------------------- */

  const FULL = 7;
  const BEGUN = 8;

  /*
   * How each syllable may go on at each letter of the word: the length of the whole syllable in the lowest bits, 8 where
   * the word ends within it, from 16 on how many letters of its initial are there.
   */
  function stepsOf(word, syllables) {
    const steps = new Uint8Array(word.length * syllables.length);
    for (let at = 0; at < word.length; at++) {
      if (!isLatin(word[at])) continue;
      for (let number = 0; number < syllables.length; number++) {
        const reading = syllables[number];
        if (reading[0] !== word[at]) continue;
        let same = 1;
        while (same < reading.length && reading[same] === word[at + same]) same++;
        let step = same === reading.length ? same : 0;
        if (!step && at + same === word.length && same > initialLength(reading)) step = BEGUN;
        steps[at * syllables.length + number] = step | (Math.min(same, initialLength(reading), reading.length - 1) << 4);
      }
    }
    return steps;
  }

  /*
   * For each character, as bits: `after`: which letters of the word may come next once it stands first; `upon`: at which
   * letters of the word it may stand. A word of several syllables begins at a place where these meet.
   */
  function joints({ characters, own, syllables, numbers }, word, steps) {
    const count = syllables.length;
    const after = new Uint8Array(characters.length);
    const upon = new Uint8Array(characters.length);
    const reach = Math.min(word.length, 8);
    const afterSyllable = new Uint8Array(count);
    const uponSyllable = new Uint8Array(count);
    for (let number = 0; number < count; number++) {
      const step = steps[number];
      if (step & FULL) afterSyllable[number] |= 1 << (step & FULL);
      for (let taken = 1; taken <= step >> 4; taken++) afterSyllable[number] |= 1 << taken;
      for (let at = 1; at < reach; at++) if (steps[at * count + number]) uponSyllable[number] |= 1 << at;
    }
    for (let id = 1; id < characters.length; id++) {
      for (const syllable of own[id]) {
        after[id] |= afterSyllable[syllable];
        upon[id] |= uponSyllable[syllable];
      }
    }
    for (let at = 0; at < reach; at++) {
      const id = numbers.get(word[at]);
      if (id === undefined) continue;
      if (at) upon[id] |= 1 << at;
      else after[id] |= 2;
    }
    return { after, upon };
  }

  /* For each character whether it alone is the word: a code as `spell` makes it, 0 where it is not. */
  function alone({ characters, own }, word, steps) {
    const codeOf = (step) => ((step & FULL) === word.length ? 1 : step & BEGUN ? 257 : step >> 4 === word.length ? 513 : 0);
    const codes = new Uint16Array(characters.length);
    for (let id = 1; id < characters.length; id++) {
      for (const syllable of own[id]) {
        const code = codeOf(steps[syllable]);
        if (code && (!codes[id] || code < codes[id])) codes[id] = code;
      }
    }
    return codes;
  }

  /* The places where a word may begin, by its first two characters. */
  function beginnings({ ids, placed, placedFrom, characters }, { after, upon }, whole) {
    let many = 0;
    for (let id = 1; id < characters.length; id++) if (after[id] || whole[id]) many += placedFrom[id + 1] - placedFrom[id];
    const found = new Int32Array(many);
    let count = 0;
    for (let id = 1; id < characters.length; id++) {
      const [mine, complete] = [after[id], whole[id]];
      if (!mine && !complete) continue;
      for (let number = placedFrom[id]; number < placedFrom[id + 1]; number++) {
        const position = placed[number];
        if (complete || mine & upon[ids[position + 1]]) found[count++] = position;
      }
    }
    return found.subarray(0, count);
  }

  /*
   * Calls `found(form, start, end, initials, begun)` for the best place in each form that the word spells: the fewest
   * syllables given by their initials only, then whole forms before beginnings before other parts, then the first.
   * Looks at the places `among`, or all, without the forms that `skip` marks. Returns all places where the word is
   * spelled: where it goes on, it is spelled at some of them.
   */
  function eachSpelled(shelf, word, among, skip, found) {
    const { ids, starts, formOf, own, numbers, syllables } = shelf;
    const count = syllables.length;
    const steps = stepsOf(word, syllables);
    const asked = word.split("").map((character) => numbers.get(character) || -1);
    const wide = asked.length;

    /* The cheapest way from `position` on: initials << 9 | begun << 8 | characters; -1 if there is none. */
    function spell(position, at) {
      if (at === wide) return 0;
      const id = ids[position];
      if (!id) return -1;
      let best = -1;
      if (id === asked[at]) {
        const rest = spell(position + 1, at + 1);
        if (rest >= 0) best = rest + 1;
      }
      for (const syllable of own[id]) {
        const step = steps[at * count + syllable];
        if (!step) continue;
        const full = step & FULL;
        if (full) {
          const rest = spell(position + 1, at + full);
          if (rest >= 0 && (best < 0 || rest >> 9 < best >> 9)) best = rest + 1;
        } else if (step & BEGUN && (best < 0 || best >> 9 > 0)) {
          best = 257;
        }
        for (let taken = 1; taken <= step >> 4; taken++) {
          if (best >= 0 && best >> 9 <= 1) break;
          const rest = spell(position + 1, at + taken);
          if (rest >= 0 && (best < 0 || (rest >> 9) + 1 < best >> 9)) best = rest + 513;
        }
      }
      return best;
    }

    const whole = alone(shelf, word, steps);
    const positions = among || beginnings(shelf, joints(shelf, word, steps), whole);
    const spelled = new Int32Array(positions.length);
    let many = 0;
    const least = new Uint16Array(skip.length);
    const kept = new Int32Array(skip.length);
    const keptAt = new Int32Array(skip.length);
    const touched = [];
    for (const position of positions) {
      const code = whole[ids[position]] || spell(position, 0);
      if (code < 0) continue;
      spelled[many++] = position;
      const form = formOf[position];
      if (skip[form]) continue;
      const place = position > starts[form] ? 2 : position + (code & 255) < starts[form + 1] - 1 ? 1 : 0;
      const cost = (code >> 9) * 3 + place + 1;
      if (!least[form]) touched.push(form);
      else if (cost > least[form] || (cost === least[form] && position > keptAt[form])) continue;
      least[form] = cost;
      kept[form] = code;
      keptAt[form] = position;
    }
    for (const form of touched) {
      const start = keptAt[form] - starts[form];
      found(form, start, start + (kept[form] & 255), kept[form] >> 9, (kept[form] >> 8) & 1);
    }
    return spelled.slice(0, many);
  }

  const api = { createShelf, sideBySide, counter, eachLiteral, eachSpelled };
  global.zongjieSearch = Object.assign(global.zongjieSearch || {}, { scan: api });
})(typeof window === "undefined" ? globalThis : window);
