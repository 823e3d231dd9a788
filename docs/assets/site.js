/* Small comforts on top of plain pages: tables that name their cells on a phone, lists that filter and sort, text without colours. */
(function () {
  "use strict";

  const PLAIN = ["内容", "名称"]; // columns that need no name

  /* What a table is made of, for readers by ear: a browser may forget it where rows are shown as cards. */
  function tellRoles(table) {
    const roles = { table: "table", thead: "rowgroup", tbody: "rowgroup", tr: "row", th: "columnheader", td: "cell" };
    for (const part of [table, ...table.querySelectorAll("thead, tbody, tr, th, td")]) {
      part.setAttribute("role", roles[part.localName]);
    }
  }

  /* A cell tells its column where the head is out of sight. */
  function label(table) {
    const heads = [...table.querySelectorAll("thead th")].map((head) => head.textContent.trim());
    for (const row of table.tBodies[0]?.rows ?? []) {
      [...row.cells].forEach((cell, column) => {
        if (column > 0 && heads[column] && !PLAIN.includes(heads[column])) cell.dataset.label = heads[column];
      });
    }
  }

  function sortable(table) {
    const order = new Intl.Collator("zh-CN", { numeric: true }).compare;
    [...table.querySelectorAll("thead th")].forEach((head, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.title = "按此列排序";
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        const down = head.getAttribute("aria-sort") === "ascending";
        for (const other of table.querySelectorAll("th")) other.removeAttribute("aria-sort");
        head.setAttribute("aria-sort", down ? "descending" : "ascending");
        const text = (row) => row.cells[column]?.textContent.trim() ?? "";
        const rows = [...table.tBodies[0].rows].sort((a, b) => order(text(a), text(b)) * (down ? -1 : 1));
        table.tBodies[0].append(...rows);
      });
    });
  }

  /* The heading before each table goes with it when none of its rows is left. */
  function filterable(listing, tables) {
    const bar = document.createElement("div");
    bar.className = "filter";
    const input = Object.assign(document.createElement("input"), { type: "search", placeholder: "在本页筛选" });
    input.setAttribute("aria-label", "在本页筛选");
    const count = document.createElement("span");
    count.setAttribute("role", "status");
    bar.append(input, count);
    listing.prepend(bar);

    const parts = tables.map((table) => {
      let box = table;
      while (box.parentElement !== listing) box = box.parentElement;
      const before = box.previousElementSibling;
      return { box, heading: before?.tagName === "H2" ? before : null, rows: [...table.tBodies[0].rows] };
    });
    input.addEventListener("input", () => {
      const words = input.value.trim().toLowerCase().split(/\s+/).filter(Boolean);
      let shown = 0;
      for (const { box, heading, rows } of parts) {
        let left = 0;
        for (const row of rows) {
          const text = row.textContent.toLowerCase();
          row.hidden = !words.every((word) => text.includes(word));
          left += row.hidden ? 0 : 1;
        }
        box.hidden = left === 0;
        if (heading) heading.hidden = left === 0;
        shown += left;
      }
      count.textContent = words.length ? `${shown} 条` : "";
    });
  }

  /* The text without the colours of the names, for who only wants to read; the choice is kept. */
  function colours(text, legend) {
    const KEY = "zj-plain";
    const box = Object.assign(document.createElement("input"), { type: "checkbox" });
    const name = document.createElement("label");
    name.append(box, " 标出名称");
    legend.append(name);
    const show = () => text.classList.toggle("plain", !box.checked);
    try {
      box.checked = localStorage.getItem(KEY) !== "1";
    } catch {
      box.checked = true; // no storage: the choice holds for this page
    }
    box.addEventListener("change", () => {
      show();
      try {
        localStorage.setItem(KEY, box.checked ? "0" : "1");
      } catch {
        /* no storage */
      }
    });
    show();
  }

  /* The address of a paragraph (records/x/#p90) holds, on whichever page of a long record it stands. */
  function toItsPage() {
    const wanted = /^#p(\d+)$/.exec(location.hash);
    if (!wanted || document.getElementById(location.hash.slice(1))) return;
    const from = (link) => Number(/from-p(\d+)/.exec(link.className)[1]);
    const links = [...document.querySelectorAll(".pages a[class*='from-p']")];
    const target = links.filter((link) => from(link) <= Number(wanted[1])).pop();
    if (target) location.replace(target.href.split("#")[0] + location.hash);
  }

  function decoded(address) {
    try {
      return decodeURIComponent(address);
    } catch {
      return ""; // no text in UTF-8
    }
  }

  /* On the page for what is not there: looks for the words of the address (enterprises/changshan-shenghua/). */
  function lookFor(missing) {
    const last = location.pathname.split("/").filter(Boolean).pop() ?? "";
    const words = decoded(last).replace(/\.[a-z]+$/, "").split("-").join("");
    const open = () => window.zongjieSearch?.open(words);
    missing.querySelector("input").value = words;
    if (words && !location.hash) addEventListener("load", open);
  }

  const missing = document.querySelector("[data-missing]");
  if (missing) lookFor(missing);
  toItsPage();
  addEventListener("hashchange", toItsPage);
  for (const table of document.querySelectorAll("article table")) {
    tellRoles(table);
    label(table);
  }
  for (const text of document.querySelectorAll(".source-text")) {
    const legend = text.querySelector(".legend");
    if (legend) colours(text, legend);
  }
  for (const listing of document.querySelectorAll(".listing")) {
    const tables = [...listing.querySelectorAll("table")];
    tables.forEach(sortable);
    if (tables.reduce((sum, table) => sum + table.tBodies[0].rows.length, 0) > 8) filterable(listing, tables);
  }
})();
