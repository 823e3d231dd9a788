/* Citing and reporting: the full address and today's date in the citation, buttons that copy, and all of it for one paragraph. */
(function () {
  "use strict";

  const QUOTED = 120; // characters of a passage that go into a report

  const box = document.querySelector("details.cite");
  const report = document.querySelector("a[data-report]");
  const reported = report?.href;

  function today() {
    const now = new Date();
    return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
  }

  /* The record's own address, as the site's settings tell it, else as the page is read. */
  function address() {
    const { dataset, textContent: told } = box.querySelector(".address");
    return /^https?:/.test(told) ? told : new URL(dataset.way, location.href).href;
  }

  /* The date, the address and the paragraph (`p12`, none for the whole) in one form of the citation. */
  function fill(form, paragraph) {
    const number = paragraph ? `第 ${paragraph.slice(1)} 段` : "";
    const words = {
      ".address": address() + (paragraph ? `#${paragraph}` : ""),
      "[data-cite=passage]": number,
      "[data-cite=date]": `[${today()}]`,
      "[data-cite=fields]": `${number ? `  pages = {${number}},\n` : ""}  urldate = {${today()}},\n`,
    };
    for (const [part, text] of Object.entries(words)) {
      for (const place of form.querySelectorAll(part)) place.textContent = text;
    }
    return form;
  }

  function cited(form, paragraph) {
    return fill(box.querySelector(`[data-cite=${form}]`).cloneNode(true), paragraph).textContent;
  }

  /* Without leave to write to the clipboard (a page not served over HTTPS) the words are shown to be copied by hand. */
  async function copy(text, button) {
    const label = button.dataset.label;
    try {
      await navigator.clipboard.writeText(text);
      button.textContent = "已复制";
    } catch {
      window.prompt("请按 Ctrl+C 复制", text);
    }
    setTimeout(() => (button.textContent = label), 2000);
  }

  function copier(label, text) {
    const button = Object.assign(document.createElement("button"), { type: "button", className: "copy", textContent: label });
    button.dataset.label = label;
    button.setAttribute("aria-live", "polite");
    button.addEventListener("click", () => copy(text(), button));
    return button;
  }

  function words(element) {
    const copy = element.cloneNode(true);
    for (const extra of copy.querySelectorAll(".number, .permalink, .headerlink")) extra.remove();
    return copy.textContent.trim().replace(/\s+/g, " ").slice(0, QUOTED);
  }

  /* The address of the report, with what `hash` points at: the paragraph, row or heading, and how it begins. */
  function reportOf(hash) {
    const place = hash.length > 1 ? document.getElementById(decodeURIComponent(hash.slice(1))) : null;
    if (!place) return reported;
    const url = new URL(reported);
    const here = location.href.split("#")[0] + hash;
    const body = url.searchParams.get("body").replace("段落:", `段落:${here}\n原文:${words(place.closest("tr") ?? place)}`);
    url.searchParams.set("body", body);
    return url.href;
  }

  let tools = null;

  function close() {
    tools?.remove();
    tools = null;
  }

  /* Below a paragraph whose number was chosen: its address, its citation, the way to report it. */
  function open(paragraph) {
    close();
    const { id } = paragraph;
    tools = document.createElement("div");
    tools.className = "passage-tools";
    tools.setAttribute("role", "group");
    tools.setAttribute("aria-label", `第 ${id.slice(1)} 段`);
    tools.append(
      copier("复制网址", () => `${address()}#${id}`),
      copier("复制引文(GB/T 7714)", () => cited("gbt", id)),
      copier("复制 BibTeX", () => cited("bibtex", id)),
    );
    if (report) tools.append(Object.assign(document.createElement("a"), { href: reportOf(`#${id}`), textContent: "报告错误" }));
    const end = Object.assign(document.createElement("button"), { type: "button", textContent: "收起" });
    end.addEventListener("click", close);
    tools.append(end);
    paragraph.after(tools);
  }

  /* The address of a statement (enterprises/x/#f-0a1b2c3d4e) holds though it may have moved to another page of its entity. */
  async function seek() {
    const anchor = location.hash.slice(1);
    if (!/^f-[0-9a-f]{10}$/.test(anchor) || document.getElementById(anchor)) return;
    for (const { href } of document.querySelectorAll("article .jumps a")) {
      const answer = await fetch(href);
      if (answer.ok && (await answer.text()).includes(`id="${anchor}"`)) {
        location.replace(`${href}#${anchor}`);
        return;
      }
    }
  }

  if (box) {
    for (const form of ["gbt", "bibtex"]) {
      const shown = box.querySelector(`[data-cite=${form}]`);
      fill(shown);
      shown.after(copier("复制", () => cited(form)));
    }
    document.addEventListener("click", (event) => {
      const number = event.target.closest?.(".source-text .number");
      if (number) open(number.closest("[id]"));
    });
    document.addEventListener("keydown", (event) => event.key === "Escape" && close());
  }
  if (report) {
    const follow = () => (report.href = reportOf(location.hash));
    addEventListener("hashchange", follow);
    follow();
  }
  seek().catch(() => {}); // read from disk: pages cannot be fetched
})();
