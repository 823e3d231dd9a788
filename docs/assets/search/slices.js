/*
 * Long work in short slices, so that the keys that are typed meanwhile are heard. The work is a generator that stops
 * (`yield`) wherever it may be interrupted, and returns what it made.
 */
(function (global) {
  "use strict";

  /* Milliseconds after which a slice ends at the next stop. */
  const LONG = 8;

  /* Goes on with the work for one slice: the last step, which has the result as its `value` where it is `done`. */
  function slice(work) {
    const until = performance.now() + LONG;
    let step = work.next();
    while (!step.done && performance.now() < until) step = work.next();
    return step;
  }

  /* All of it at once: the result. */
  function whole(work) {
    let step = work.next();
    while (!step.done) step = work.next();
    return step.value;
  }

  /* Until the page has done what is waiting. */
  const breath = () => (global.scheduler && global.scheduler.yield ? global.scheduler.yield() : new Promise((resolve) => setTimeout(resolve, 0)));

  /* Slice by slice: the result; null as soon as it is not `wanted()` any more. */
  async function inSlices(work, wanted) {
    for (let step = slice(work); ; step = slice(work)) {
      if (step.done) return step.value;
      await breath();
      if (!wanted()) return null;
    }
  }

  global.zongjieSearch = Object.assign(global.zongjieSearch || {}, { slices: { slice, whole, inSlices } });
})(typeof window === "undefined" ? globalThis : window);
