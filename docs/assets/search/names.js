/*
 * Unpacks `window.zongjieNames` (docs/data/names.js, written by scripts/zongjie/pages/search_names.py) into the index
 * that match.js searches.
 */
(function (global) {
  "use strict";

  const { normalise } = global.zongjieSearch.match;

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

  const formOf = (text) => ({ text, norm: normalise(text).norm, letters: null });

  function entryOf(kind, texts, numbers, records) {
    return {
      kind,
      name: texts[0],
      forms: texts.map(formOf).filter((form) => form.norm),
      records: numbers,
      context: numbers.length === 1 ? records[numbers[0]].context : numbers.map((number) => records[number].context).join(" "),
    };
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
      const entry = entryOf(kind, line.split("\t"), numbers, records);
      const slug = slugs[row];
      Object.defineProperty(entry, "url", { get: () => `${folder}/${unpackSlug(slug, entry.name, usual, records)}/` });
      yield Object.assign(entry, { weight: Number(weights[row]), note: notes[row] || "" });
      row++;
    }
  }

  /* The index of everything that has a name: entities of all kinds, and the records by bureau, year and title. */
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
      entries.push(Object.assign(entryOf("record", texts, [record.number], records), { url: record.url, weight: 0, note: "" }));
    }
    entries.forEach((entry, order) => (entry.order = order));
    return { entries, records, sounds, usual, simplified: null };
  }

  Object.assign(global.zongjieSearch, { names: { createIndex } });
})(typeof window === "undefined" ? globalThis : window);
