/*
 * How names are ranked (`TIERS`, best first; tests/search/ranking.yml is the table of it):
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
 * Within a tier: whole forms before beginnings before other parts, the smaller number of differences, the shorter form
 * (津脉: the firm 津脉管业 before its 津脉管业院士专家工作站), a name before another form, more mentions. Quotes, blanks
 * and most punctuation count for nothing on either side; `*`, `_` and `x` are characters like others, because the
 * sources have them where something was blanked.
 */
(function (global) {
  "use strict";

  const TIERS = ["exact", "prefix", "infix", "words", "pinyin", "initials", "related", "homophone", "abridged", "near", "contains"];
  const RANK = Object.fromEntries(TIERS.map((tier, rank) => [tier, rank]));

  /* A score is tier, cost, the form's length, and whether the form is another than the name: less is better. */
  const NONE = 2 ** 31 - 1;
  const COSTS = 256;
  const LENGTHS = 512;
  const scoreOf = (tier, cost, other, length) => ((tier * COSTS + Math.min(cost, COSTS - 1)) * LENGTHS + Math.min(length, LENGTHS - 1)) * 2 + other;
  const tierOf = (score) => Math.floor(score / LENGTHS / 2 / COSTS);
  const costOf = (score) => Math.floor(score / LENGTHS / 2) % COSTS;

  /* 0 for the whole form, 1 for its beginning, 2 for any other part. */
  const placeOf = (start, end, length) => (start > 0 ? 2 : end < length ? 1 : 0);

  /* Numbers of entries by score, then by mentions, then in the order of the index; the first `most` of them. */
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

  /* A hit for the entry of this number; the first of the spans [form, start, end] is what fits best. */
  function hitOf(index, number, score, spans) {
    const [form, start, end] = spans[0];
    const entry = index.entries[number];
    const length = form.norm.length;
    const tier = tierOf(score);
    const other = form === entry.forms[0] ? 0 : 1;
    return { entry, form, whole: start === 0 && end === length, tier, why: TIERS[tier], cost: costOf(score), length, other, spans };
  }

  function compare(one, other) {
    for (let i = 0; i < one.length; i++) if (one[i] !== other[i]) return one[i] - other[i];
    return 0;
  }

  const keyOf = (hit) => [hit.tier, hit.cost, hit.length, hit.other, -hit.entry.weight, hit.entry.order];
  const byRank = (one, other) => compare(keyOf(one), keyOf(other));

  const api = { TIERS, RANK, NONE, scoreOf, tierOf, costOf, placeOf, bestOf, hitOf, byRank };
  global.zongjieSearch = Object.assign(global.zongjieSearch || {}, { rank: api });
})(typeof window === "undefined" ? globalThis : window);
