/*
 * Looks through tens of thousands of forms of names for each key that is typed: all of them stand one after another in
 * one string and in arrays of numbers, so that a pass takes a few milliseconds and makes no objects. match.js says
 * what is looked for and ranks what is found.
 */
(function (global) {
  "use strict";

  const isLatin = (character) => character >= "a" && character <= "z";
  const initialLength = (reading) => (reading[1] === "h" && "zcs".includes(reading[0]) ? 2 : 1);
  const bitOf = (letter) => (letter >= 97 && letter <= 122 ? 1 << (letter - 97) : 0);

  /* Whether a letter may go unheard after another: zh is z, ng is n to many speakers, across syllables too (全国 quanuo). */
  const unheard = (letter, before) => (letter === 104 && (before === 122 || before === 99 || before === 115)) || (letter === 103 && before === 110);

  /*
   * Forms → the shelf they stand on. `text`: all forms, each after a line break; `starts`: where each begins; `ids`: a
   * number for each character, 0 for the break; `syllables`: all readings, and for each character number which of
   * them it has (`own`); `letters`: the usual readings run together without letters that go unheard.
   */
  function createShelf(forms, sounds) {
    const text = `\n${forms.map((form) => form.norm).join("\n")}\n`;
    const starts = new Int32Array(forms.length + 1);
    let at = 1;
    forms.forEach((form, number) => {
      starts[number] = at;
      at += form.norm.length + 1;
    });
    starts[forms.length] = at;
    const numbers = new Map([["\n", 0]]);
    const ids = new Uint16Array(text.length);
    for (let position = 0; position < text.length; position++) {
      const character = text[position];
      let id = numbers.get(character);
      if (id === undefined) numbers.set(character, (id = numbers.size));
      ids[position] = id;
    }
    const shelf = { forms, text, starts, ids, numbers, characters: Array.from(numbers.keys()), ...readings(numbers, sounds) };
    return Object.assign(shelf, letters(shelf, sounds));
  }

  function readings(numbers, sounds) {
    const syllables = [];
    const known = new Map();
    const own = [];
    for (const character of numbers.keys()) {
      own.push(
        Array.from(sounds.get(character) || [], (reading) => {
          if (!known.has(reading)) known.set(reading, syllables.push(reading) - 1);
          return known.get(reading);
        })
      );
    }
    return { syllables, own };
  }

  /* `letters`, where each form's begin (`letterStarts`), and a bit for each letter that a form has (`letterSets`). */
  function letters({ forms, starts, ids, characters }, sounds) {
    const spelled = characters.map((character) => Array.from((sounds.get(character) || [character])[0], (letter) => Math.min(letter.charCodeAt(0), 255)));
    const codes = new Uint8Array(ids.reduce((sum, id) => sum + spelled[id].length, 0));
    const letterStarts = new Int32Array(forms.length + 1);
    const letterSets = new Int32Array(forms.length);
    let length = 0;
    for (let form = 0; form < forms.length; form++) {
      letterStarts[form] = length;
      let before = 0;
      for (let position = starts[form]; ids[position]; position++) {
        for (const letter of spelled[ids[position]]) {
          if (!unheard(letter, before)) {
            codes[length++] = letter;
            letterSets[form] |= bitOf(letter);
          }
          before = letter;
        }
      }
    }
    letterStarts[forms.length] = length;
    return { letters: codes.subarray(0, length), spelled: new TextDecoder("latin1").decode(codes.subarray(0, length)), letterStarts, letterSets };
  }

  /* --- the word itself ------------------------------------------------------------------------------------ */

  /* Calls `found(form, start)` for the first place in each form, or each `among` them, where the word stands. */
  function eachLiteral(shelf, word, among, found) {
    const { text, starts, forms } = shelf;
    for (const one of among || []) {
      const start = forms[one].norm.indexOf(word);
      if (start >= 0) found(one, start);
    }
    if (among) return;
    let form = 0;
    for (let place = text.indexOf(word); place >= 0; place = text.indexOf(word, starts[form + 1] - 1)) {
      form = formAt(starts, place, form);
      found(form, place - starts[form]);
    }
  }

  /* The form that holds a place, not before the form `low`. */
  function formAt(starts, place, low) {
    let high = starts.length - 2;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle] <= place) low = middle;
      else high = middle - 1;
    }
    return low;
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

  /* Bits for each character: 1 the word may begin with it, 2 it may come second, 4 it may be all of the word. */
  function rolesOf(shelf, word) {
    const { characters, own, syllables } = shelf;
    const later = word.slice(1, 7);
    const roles = new Uint8Array(characters.length);
    const ofSyllable = syllables.map((reading) => (reading[0] === word[0] ? 1 : 0) | (later.includes(reading[0]) ? 2 : 0) | (reading.startsWith(word) ? 4 : 0));
    for (let id = 1; id < characters.length; id++) {
      let role = (characters[id] === word[0] ? 1 : 0) | (later.includes(characters[id]) ? 2 : 0);
      for (const syllable of own[id]) role |= ofSyllable[syllable];
      roles[id] = role;
    }
    return roles;
  }

  /*
   * Calls `found(form, start, end, initials, begun)` for the best place in each form that the word spells: the fewest
   * syllables given by their initials only, then whole forms before beginnings before other parts, then the first.
   * Looks at the forms `among`, or all, without those that `skip` marks.
   */
  function eachSpelled(shelf, word, among, skip, found) {
    const { ids, starts, own, numbers, syllables } = shelf;
    const count = syllables.length;
    const steps = stepsOf(word, syllables);
    const roles = rolesOf(shelf, word);
    const asked = word.split("").map((character) => numbers.get(character) || -1);
    const wide = word.length;

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

    const many = among ? among.length : starts.length - 1;
    for (let number = 0; number < many; number++) {
      const form = among ? among[number] : number;
      if (skip[form]) continue;
      const begin = starts[form];
      const end = starts[form + 1] - 1;
      let least = Infinity;
      let kept = -1;
      let keptAt = 0;
      for (let position = begin; position < end; position++) {
        const role = roles[ids[position]];
        if (!(role & 1) || !(role & 4 || roles[ids[position + 1]] & 2)) continue;
        const code = spell(position, 0);
        if (code < 0) continue;
        const cost = (code >> 9) * 3 + (position > begin ? 2 : position + (code & 255) < end ? 1 : 0);
        if (cost >= least) continue;
        least = cost;
        kept = code;
        keptAt = position - begin;
      }
      if (kept >= 0) found(form, keptAt, keptAt + (kept & 255), kept >> 9, (kept >> 8) & 1);
    }
  }

  /* --- near misses ---------------------------------------------------------------------------------------- */

  /* Places of the word (as bits) where each character stands or sounds alike: a number for each character. */
  function placesAlike(shelf, word, sounds) {
    const { characters, own, syllables } = shelf;
    const wanted = new Map();
    word.split("").forEach((character, at) => {
      for (const reading of sounds.get(character) || []) wanted.set(reading, (wanted.get(reading) || 0) | (1 << at));
    });
    const bits = syllables.map((reading) => wanted.get(reading) || 0);
    const places = new Int32Array(characters.length);
    for (let id = 1; id < characters.length; id++) for (const syllable of own[id]) places[id] |= bits[syllable];
    for (let at = 0; at < word.length; at++) {
      const id = shelf.numbers.get(word[at]);
      if (id) places[id] |= 1 << at;
    }
    return places;
  }

  function countBits(bits) {
    let count = 0;
    for (let rest = bits; rest; rest &= rest - 1) count++;
    return count;
  }

  /* The forms that lack at most `missing` of the word's characters, characters that sound alike counted as there. */
  function formsWith(shelf, places, length, missing) {
    const { ids, starts } = shelf;
    const found = [];
    for (let form = 0; form + 1 < starts.length; form++) {
      let seen = 0;
      for (let position = starts[form]; ids[position]; position++) seen |= places[ids[position]];
      if (seen && length - countBits(seen) <= missing) found.push(form);
    }
    return found;
  }

  /* The forms that consist of characters of the word. */
  function formsWithin(shelf, word) {
    const { ids, starts, numbers } = shelf;
    const there = new Uint8Array(shelf.characters.length);
    for (let at = 0; at < word.length; at++) there[numbers.get(word[at]) || 0] = 1;
    there[0] = 0;
    const found = [];
    for (let form = 0; form + 1 < starts.length; form++) {
      let position = starts[form];
      while (there[ids[position]]) position++;
      if (!ids[position] && position > starts[form] && position - starts[form] < word.length) found.push(form);
    }
    return found;
  }

  const LONGEST = 31;

  /*
   * Cheap: cut into one piece more than there may be mistakes, one piece stands in the form as it is; or two letters
   * are swapped where pieces meet. Marks the forms where that is so.
   */
  function formsWithPiece({ spelled, letterStarts }, asked, mistakes) {
    const there = new Uint8Array(letterStarts.length);
    const size = Math.floor(asked.length / (mistakes + 1));
    for (let at = 0; at + size <= asked.length && at < size * (mistakes + 1); at += size) {
      const piece = asked.slice(at, at + size);
      const before = asked.slice(at - 1, at) + piece.slice(1);
      const after = piece.slice(0, -1) + asked.slice(at + size, at + size + 1);
      for (const one of new Set([piece, before, after])) {
        if (one.length === size) markForms(spelled, letterStarts, one, there);
      }
    }
    return there;
  }

  function markForms(spelled, starts, piece, there) {
    let form = 0;
    for (let place = spelled.indexOf(piece); place >= 0; place = spelled.indexOf(piece, starts[form + 1])) {
      while (starts[form + 1] <= place) form++;
      there[form] = 1;
    }
  }

  /* The bits of each letter's places in the word. */
  function placesOf(word) {
    const places = new Int32Array(256);
    for (let at = 0; at < word.length; at++) places[Math.min(word.charCodeAt(at), 255)] |= 1 << at;
    return places;
  }

  /*
   * Whether letters from `start` to `end` hold a word of so many letters with at most so many mistakes (a letter wrong,
   * missing, too much, or two swapped): the rows of the table of distances as bits (Myers 1999, Hyyrö's swaps).
   */
  function holdsNearly(text, start, end, places, length, mistakes) {
    const last = 1 << (length - 1);
    let plus = -1;
    let minus = 0;
    let diagonal = 0;
    let before = 0;
    let distance = length;
    for (let at = start; at < end; at++) {
      const here = places[text[at]];
      const swapped = ((~diagonal & here) << 1) & before;
      diagonal = (((here & plus) + plus) ^ plus) | here | minus | swapped;
      const up = minus | ~(diagonal | plus);
      const down = diagonal & plus;
      if (up & last) distance++;
      else if (down & last) distance--;
      if (distance <= mistakes) return true;
      plus = (down << 1) | ~(diagonal | (up << 1));
      minus = (up << 1) & diagonal;
      before = here;
    }
    return false;
  }

  /* The forms whose letters hold the word's, at most so many mistakes apart. */
  function formsLike(shelf, word, mistakes) {
    const { letters: text, letterStarts, letterSets } = shelf;
    const asked = word.slice(0, LONGEST);
    const places = placesOf(asked);
    const likely = formsWithPiece(shelf, asked, mistakes);
    let set = 0;
    for (let at = 0; at < asked.length; at++) set |= bitOf(asked.charCodeAt(at));
    const found = [];
    for (let form = 0; form + 1 < letterStarts.length; form++) {
      if (!likely[form] || countBits(set & ~letterSets[form]) > mistakes) continue;
      if (holdsNearly(text, letterStarts[form], letterStarts[form + 1], places, asked.length, mistakes)) found.push(form);
    }
    return found;
  }

  const api = { createShelf, eachLiteral, eachSpelled, placesAlike, formsWith, formsWithin, formsLike };
  global.zongjieSearch = Object.assign(global.zongjieSearch || {}, { scan: api });
})(typeof window === "undefined" ? globalThis : window);
