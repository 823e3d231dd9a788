/* A look ahead: what stands at the other end of a link to a name or a passage, while the pointer or the focus rests on it.
   Of a damaged piece of text: what is the matter with it, on a touch as well. */
(function () {
  "use strict";

  const LINKS = "article a.m, article a.passage";
  const WAIT = 350; // milliseconds: long enough not to flicker under a passing pointer
  const LENGTH = 240; // characters

  const QUOTED = "原文:"; // a title that holds the very sentence

  const DAMAGE = {
    blank: "原文缺字:多半是被隐去的地名、年份或数字。照录原样,没有猜补。",
    garble: "原文乱码:照录原样,没有改动。",
    cut: "原文在这里断开,缺了多少不详。",
    stray: "原文多出来的字:照录原样。",
  };

  const box = document.createElement("div");
  box.className = "preview";
  box.id = "zj-preview";
  box.setAttribute("role", "tooltip");
  box.hidden = true;
  document.body.append(box);

  const pages = new Map();
  let timer = 0;
  let current = null;

  function pageOf(url) {
    if (url.pathname === location.pathname) return Promise.resolve(document);
    if (!pages.has(url.pathname)) {
      const text = fetch(url.pathname).then((answer) => (answer.ok ? answer.text() : ""));
      pages.set(url.pathname, text.then((html) => new DOMParser().parseFromString(html, "text/html")));
    }
    return pages.get(url.pathname);
  }

  function words(element) {
    const copy = element.cloneNode(true);
    for (const extra of copy.querySelectorAll(".headerlink, .number")) extra.remove();
    return copy.textContent.trim().replace(/\s+/g, " ");
  }

  /* A paragraph; a heading with the paragraph below it; of a whole page its title and what it says of itself. */
  function told(page, hash) {
    const place = hash ? page.getElementById(decodeURIComponent(hash.slice(1))) : null;
    if (place) {
      const below = /^H\d$/.test(place.tagName) ? place.nextElementSibling : null;
      return [below ? words(place) : "", words(below ?? place)];
    }
    const parts = ["h1", ".lead"].map((part) => page.querySelector(`article ${part}`));
    return parts.map((part) => (part ? words(part) : ""));
  }

  function show(link, [title, text]) {
    if (link !== current || !text) return;
    box.replaceChildren();
    if (title) box.append(Object.assign(document.createElement("strong"), { textContent: title }));
    const short = text.length > LENGTH ? `${text.slice(0, LENGTH)}…` : text;
    box.append(Object.assign(document.createElement("p"), { textContent: short }));
    link.dataset.title = link.title;
    link.removeAttribute("title");
    link.setAttribute("aria-describedby", box.id);
    box.hidden = false;
    place(link.getClientRects()[0]);
  }

  /* Below the link, or above it where there is no room. */
  function place(rect) {
    const { offsetWidth: width, offsetHeight: height } = box;
    const below = rect.bottom + 8;
    const top = below + height < innerHeight ? below : Math.max(8, rect.top - height - 8);
    const left = Math.min(Math.max(8, rect.left), document.documentElement.clientWidth - width - 8);
    Object.assign(box.style, { top: `${top}px`, left: `${left}px` });
  }

  function hide() {
    clearTimeout(timer);
    if (current?.dataset.title) current.title = current.dataset.title;
    current?.removeAttribute("aria-describedby");
    current = null;
    box.hidden = true;
  }

  function begin(event) {
    const link = event.target.closest?.(LINKS);
    if (!link || link === current) return;
    hide();
    const url = new URL(link.href);
    if (url.origin !== location.origin) return;
    current = link;
    if (link.title.startsWith(QUOTED)) {
      timer = setTimeout(() => show(link, ["", link.title.slice(QUOTED.length)]), WAIT);
      return;
    }
    timer = setTimeout(() => pageOf(url).then((page) => show(link, told(page, url.hash))).catch(() => {}), WAIT);
  }

  /* Told at once: it is a word or two, and needs no other page. */
  function explain(event) {
    const damaged = event.target.closest?.("article .damage");
    const kind = Object.keys(DAMAGE).find((one) => damaged?.classList.contains(one));
    if (!kind || damaged.closest(LINKS)) {
      if (current?.matches(".damage")) hide();
      return;
    }
    hide();
    current = damaged;
    show(damaged, ["", DAMAGE[kind]]);
  }

  document.addEventListener("click", explain);
  document.addEventListener("pointerover", (event) => event.pointerType === "mouse" && explain(event));
  document.addEventListener("keydown", (event) => event.key === "Escape" && hide());
  addEventListener("scroll", hide, { passive: true });
  if (location.protocol === "file:" || !matchMedia("(hover: hover)").matches) return;

  document.addEventListener("pointerover", begin);
  document.addEventListener("focusin", begin);
  document.addEventListener("pointerout", (event) => event.target.closest?.(LINKS) === current && hide());
  document.addEventListener("focusout", hide);
})();
