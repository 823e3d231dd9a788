/*
 * Unpacks `window.zongjieNames` (docs/data/names.js, written by scripts/zongjie/pages/search_names.py) into the index
 * that match.js searches.
 */
(function (global) {
  "use strict";

  const { scan, text } = global.zongjieSearch;
  const { normalise } = text;

  /* `a阿啊ai爱` → [["阿", "a"], ["啊", "a"], ["爱", "ai"]] */
  function* pairsOf(table) {
    for (const [, reading, characters] of table.matchAll(/([a-z]+)([^a-z]+)/gu)) {
      for (const character of characters) yield [character, reading];
    }
  }

  /* Character → readings, the usual one first, and ü in all the ways in which it is typed. */
  function readSounds(data) {
    const sounds = new Map();
    for (const [character, reading] of [...pairsOf(data.usual), ...pairsOf(data.more)]) {
      const readings = sounds.get(character) || [];
      readings.push(reading);
      if (/^[ln]v/.test(reading)) readings.push(reading.replace("v", "u"), reading.replace("v", "yu"));
      sounds.set(character, readings);
    }
    return sounds;
  }

  /* The slug that `packed` stands for: see Slugs in scripts/zongjie/pages/search_slugs.py. */
  function unpackSlug(packed, name, usual, records) {
    if (packed.startsWith("=")) return packed.slice(1);
    const [body, suffix] = packed.split("#");
    const at = body.indexOf("@");
    const lengths = body.slice(at + 1);
    const characters = Array.from(name);
    const parts = at < 0 ? [] : [records[parseInt(body.slice(0, at), 36)].id];
    let position = parseInt(lengths[0], 36);
    for (const digit of lengths.slice(1)) {
      const word = characters.slice(position, position + parseInt(digit, 36));
      position += word.length;
      const letters = word.map((character) => usual.get(character) || character.toLowerCase()).join("");
      const part = letters.replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "");
      if (part) parts.push(part);
    }
    return parts.concat(suffix || []).join("-");
  }

  function readRecords(rows) {
    return rows.map(([id, label, title, type, region, year], number) => {
      const regions = region.split("/").filter(Boolean);
      return { id, number, label, title: title || label, type, regions, year, url: `records/${id}/`, context: contextOf(label, title, regions, year) };
    });
  }

  /* What a record is about, comparable; years are found as 2010 and as 2010年. */
  const contextOf = (label, title, regions, year) => normalise([label, title, regions.join(""), year && `${year}年`].join(" ")).norm;

  const ORDINARY = /^[\u4e00-\u9fff]+$/;
  const formOf = (text) => ({ text, norm: ORDINARY.test(text) ? text : normalise(text).norm, letters: null });

  /* What has a page: an entity, or a record. Its address is spelled when first asked for. */
  class Entry {
    constructor(kind, texts, records, weight, note, addressOf) {
      this.kind = kind;
      this.name = texts[0];
      this.forms = texts.map(formOf).filter((form) => form.norm);
      this.records = records;
      this.weight = weight;
      this.note = note;
      this.addressOf = addressOf;
      this.order = 0;
    }

    get url() {
      return this.addressOf(this);
    }
  }

  function* entriesOf(kind, columns, folder, usual, records) {
    if (!columns.names) return;
    const slugs = columns.slugs.split("\n");
    const where = columns.where.split("\n");
    const weights = columns.weights.split(" ");
    const notes = columns.notes.split("\n");
    let row = 0;
    for (const line of columns.names.split("\n")) {
      let number = 0;
      const numbers = where[row].split(" ").map((step) => (number += parseInt(step, 36)));
      const slug = slugs[row];
      const addressOf = ({ name }) => `${folder}/${unpackSlug(slug, name, usual, records)}/`;
      yield new Entry(kind, line.split("\t"), numbers, Number(weights[row]), notes[row] || "", addressOf);
      row++;
    }
  }

  /* What may stand before and after the name of a page: 有哪些企业, 企业名单. */
  const asidesOf = ([before, after]) => [new RegExp(`^(?:${before.join("|") || "(?!)"})+`), new RegExp(`(?:${after.join("|") || "(?!)"})+$`)];

  /*
   * The index of everything that has a name: entities of all kinds, the records by bureau, year and title, and from
   * `firstPage` on topics, indexes and other pages.
   */
  function createIndex(data) {
    const sounds = readSounds(data);
    const usual = new Map(pairsOf(data.usual));
    const records = readRecords(data.records);
    const entries = [];
    for (const [kind, columns] of Object.entries(data.kinds)) {
      for (const entry of entriesOf(kind, columns, data.folders[kind], usual, records)) entries.push(entry);
    }
    for (const record of records) {
      const texts = Array.from(new Set([record.label, record.title]));
      entries.push(new Entry("record", texts, [record.number], 0, "", () => record.url));
    }
    const firstPage = entries.length;
    for (const row of data.pages) {
      const [kind, url, about, ...texts] = row.split("\t");
      entries.push(new Entry(kind, texts, [], 0, about, () => url));
    }
    const contexts = scan.sideBySide(records.map((record) => record.context));
    const asides = asidesOf(data.asides);
    const shelved = shelve(entries, sounds, firstPage);
    return { entries, firstPage, asides, records, contexts, sounds, usual, simplified: null, memory: new Map(), countOf: scan.counter(shelved.shelf), ...shelved };
  }

  /* All forms side by side, for scan.js; whose they are, whether they are another than its name; the mentions and the records. */
  function shelve(entries, sounds, firstPage) {
    const forms = [];
    const owners = [];
    const others = [];
    entries.forEach((entry, order) => {
      entry.order = order;
      entry.forms.forEach((form, number) => {
        forms.push(form);
        owners.push(order);
        others.push(number || order >= firstPage ? 1 : 0);
      });
    });
    const weights = Uint16Array.from(entries, (entry) => Math.min(entry.weight, 1023));
    return { shelf: scan.createShelf(forms, sounds), owners: Int32Array.from(owners), others: Uint8Array.from(others), weights, ...kindsOf(entries), ...told(entries) };
  }

  /* The kinds, and of which of them each entry is. */
  function kindsOf(entries) {
    const kinds = Array.from(new Set(entries.map((entry) => entry.kind)));
    const numbers = new Map(kinds.map((kind, number) => [kind, number]));
    return { kinds, kindOf: Uint8Array.from(entries, (entry) => numbers.get(entry.kind)) };
  }

  /* The records of all entries, one entry after another: those of number n from `toldFrom[n]` on. */
  function told(entries) {
    const toldFrom = new Int32Array(entries.length + 1);
    entries.forEach(({ records }, number) => (toldFrom[number + 1] = toldFrom[number] + records.length));
    const toldBy = new Int32Array(toldFrom[entries.length]);
    entries.forEach(({ records }, number) => toldBy.set(records, toldFrom[number]));
    return { toldFrom, toldBy };
  }

  Object.assign(global.zongjieSearch, { names: { createIndex } });
})(typeof window === "undefined" ? globalThis : window);
