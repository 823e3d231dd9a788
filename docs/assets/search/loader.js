/*
 * All of the search that a page loads before its box is used: the keys, the buttons, and an empty box that takes the
 * first letters while the rest is on its way.
 */
(function () {
  "use strict";

  const root = new URL("../../", document.currentScript.src);
  const parts = ["text", "slices", "rank", "scan", "near", "words", "match", "../../data/names", "names", "fulltext", "dialog"].map((name) => new URL(`assets/search/${name}.js`, root).href);
  const search = (window.zongjieSearch = { root: root.href, dialog: null, open });
  let loading = false;
  let styled = false;

  function append(tag, attributes) {
    const element = Object.assign(document.createElement(tag), attributes);
    document.head.append(element);
    return element;
  }

  /* The scripts run in this order, and each page loads them once. */
  function load() {
    if (loading) return;
    loading = true;
    const show = () => {
      styled = true;
      if (search.dialog) search.dialog.style.opacity = "";
    };
    append("link", { rel: "stylesheet", href: new URL("assets/search/search.css", root).href, onload: show, onerror: show });
    for (const part of parts) append("script", { src: part, async: false, onerror: fail });
  }

  /* A part cannot be loaded: once told, with the way to the indexes. */
  function fail() {
    if (search.failed) return;
    search.failed = true;
    const note = Object.assign(document.createElement("p"), { className: "zj-search__hint" });
    note.setAttribute("role", "alert");
    note.innerHTML = `搜索没有载入,请检查网络后重新打开本页,或者<a href="${root.href}index.html#indexes">从目录里找</a>。`;
    search.dialog.append(note);
  }

  function makeDialog() {
    const dialog = document.createElement("dialog");
    dialog.className = "zj-search";
    dialog.setAttribute("aria-label", "搜索");
    if (!styled) dialog.style.opacity = "0";
    dialog.innerHTML =
      '<div class="zj-search__head"><input data-search-input type="text" inputmode="search" enterkeyhint="go" autocomplete="off" autocapitalize="off" spellcheck="false" maxlength="200" ' +
      'aria-label="搜索名称、拼音或原文" placeholder="名称、拼音、首字母或原文"><button type="button" class="zj-search__close">关闭</button></div>';
    dialog.querySelector("button").onclick = () => dialog.close();
    /* Whoever types fast may ask for the first result before the rest is there. */
    dialog.onkeydown = (event) => {
      search.entered = event.key === "Enter" && !event.isComposing;
    };
    document.body.append(dialog);
    return dialog;
  }

  function open(query) {
    search.dialog = search.dialog || makeDialog();
    if (!search.dialog.open) search.dialog.showModal();
    const input = search.dialog.querySelector("[data-search-input]");
    input.focus();
    if (typeof query === "string") {
      input.value = query;
      input.dispatchEvent(new Event("input", { bubbles: true }));
    } else {
      input.setSelectionRange(0, input.value.length);
    }
    load();
  }

  const typing = (target) => target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);

  /* A box on a page that opens the dialog, and a key that would write into it. */
  const writes = (event) => (event.key.length === 1 || event.key === "Process" || event.key === "Enter") && event.target.matches("input[data-search-open]");

  document.addEventListener("keydown", (event) => {
    const control = event.ctrlKey || event.metaKey;
    const slash = (event.key === "/" || event.key === "、") && !control && !event.altKey && !typing(event.target);
    const ctrlK = event.key.toLowerCase() === "k" && control && !event.shiftKey && !event.altKey;
    if (slash || ctrlK) {
      event.preventDefault();
      open();
    } else if (!control && !event.altKey && writes(event)) {
      if (event.key === "Enter") event.preventDefault();
      open();
    }
  });

  document.addEventListener("click", (event) => {
    const opener = event.target.closest("[data-search-open]");
    if (!opener || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    event.preventDefault();
    open(opener.dataset.searchOpen || undefined);
  });

  /* What is pasted or spoken into such a box. */
  document.addEventListener("input", ({ target }) => {
    if (!target.matches("input[data-search-open]") || !target.value) return;
    open(target.value);
    target.value = "";
  });

  /* A shared search, or the way back to one. */
  function openAsked() {
    const asked = new URLSearchParams(location.search).get("q");
    if (asked) open(asked);
  }

  /* A passage was followed here: mark what was found in it. */
  function markFound() {
    try {
      if (sessionStorage.getItem("zj-search-mark")) append("script", { src: new URL("assets/search/landing.js", root).href });
    } catch (error) {
      /* A browser may keep nothing. */
    }
  }

  addEventListener("pageshow", openAsked);
  addEventListener("pageshow", markFound);
  addEventListener("hashchange", markFound);
})();
