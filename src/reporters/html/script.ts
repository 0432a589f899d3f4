/**
 * The page's script, as it stands in the page: it filters what is there, makes nothing out of texts, and keeps its state in the
 * address. Small enough to be read as it is. `several`: the findings are of several repositories.
 */
export function scriptFor(several: boolean): string {
  return several ? script.replace(framework, `${framework}, repository: " " + element.dataset.repository + " "`) : script;
}

const framework = 'framework: " " + frameworks + " "';

const script: string = `"use strict";
(() => {
  const byId = (id) => document.getElementById(id);
  const root = document.documentElement;

  // The theme: the system's, until somebody chooses.
  const theme = byId("theme");
  const prefersDark = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : prefersDark.matches);
  const showTheme = () => theme.setAttribute("aria-pressed", String(isDark()));
  theme.addEventListener("click", () => {
    root.dataset.theme = isDark() ? "light" : "dark";
    showTheme();
  });
  prefersDark.addEventListener("change", showTheme);
  theme.hidden = false;
  showTheme();

  // On paper nothing can be opened.
  let closed = [];
  addEventListener("beforeprint", () => {
    closed = [...document.querySelectorAll("details:not([open])")];
    for (const one of closed) one.open = true;
  });
  addEventListener("afterprint", () => {
    for (const one of closed) one.open = false;
    closed = [];
  });

  const filter = byId("filter");
  if (!filter) return;
  const [query, shown, clear, none, keys] = ["query", "shown", "clear", "none", "keys"].map(byId);
  const boxes = [...filter.querySelectorAll("input[name=level]")];
  const selects = [...filter.querySelectorAll("select")];
  const groups = [...document.querySelectorAll(".group")].map((element) => ({ element, count: element.querySelector(".count"), total: element.querySelectorAll("article").length }));
  const findings = [...document.querySelectorAll("article")].map((element) => {
    const { level, rules, context, frameworks } = element.dataset;
    return { element, level, group: element.parentElement, rule: " " + rules + " ", context: " " + context + " ", framework: " " + frameworks + " ", words: undefined };
  });
  let at = "";

  // What is searched: the words, not the source. Gathered when first asked for.
  const wordsOf = (finding) => (finding.words ??= [...finding.element.querySelectorAll("h3, .meta, .what, dd")].map((part) => part.textContent).join(" ").toLowerCase());

  function apply() {
    const terms = query.value.toLowerCase().split(" ").filter(Boolean);
    const off = new Set(boxes.filter((box) => !box.checked).map((box) => box.value));
    const wanted = selects.filter((select) => select.value).map((select) => [select.name, " " + select.value + " "]);
    const left = new Map();
    for (const finding of findings) {
      const matches = !off.has(finding.level) && wanted.every(([name, value]) => finding[name].includes(value)) && terms.every((term) => wordsOf(finding).includes(term));
      if (finding.element.hidden === matches) finding.element.hidden = !matches;
      if (matches) left.set(finding.group, (left.get(finding.group) ?? 0) + 1);
    }
    let sum = 0;
    for (const { element, count, total } of groups) {
      const here = left.get(element) ?? 0;
      sum += here;
      element.hidden = here === 0;
      count.textContent = here === total ? String(total) : here + " of " + total;
    }
    const text = sum + " of " + findings.length + (findings.length === 1 ? " finding" : " findings");
    if (shown.textContent !== text) shown.textContent = text;
    none.hidden = sum > 0;
    clear.hidden = terms.length + off.size + wanted.length === 0;
  }

  // The state is the address, so that it can be sent to somebody: #level=error,warning&rule=short-key&q=words&at=key-0123
  function write() {
    const state = new URLSearchParams();
    if (boxes.some((box) => !box.checked)) state.set("level", boxes.filter((box) => box.checked).map((box) => box.value).join(","));
    for (const select of selects) if (select.value) state.set(select.name, select.value);
    if (query.value.trim()) state.set("q", query.value.trim());
    if (!keys.checked) state.set("keys", "off");
    const rest = String(state);
    if (at) state.set("at", at);
    const hash = rest ? "#" + state : at ? "#" + at : "";
    if (hash === location.hash) return;
    // Where an address must not be changed, as in some frames, the page works all the same.
    try { history.replaceState(null, "", hash || location.pathname + location.search); } catch {}
  }

  function read() {
    const hash = location.hash.slice(1);
    // A plain anchor, such as a link in the page: what is filtered stays.
    if (hash && !hash.includes("=")) at = hash;
    else {
      const state = new URLSearchParams(hash);
      at = state.get("at") ?? "";
      query.value = state.get("q") ?? "";
      const levels = state.get("level")?.split(",");
      for (const box of boxes) box.checked = levels === undefined || levels.includes(box.value);
      for (const select of selects) {
        select.value = state.get(select.name) ?? "";
        if (select.selectedIndex < 0) select.value = "";
      }
      keys.checked = state.get("keys") !== "off";
    }
    apply();
    if (at) goTo(byId(at));
    write();
  }

  function goTo(element) {
    if (!element) return;
    if (element.closest("[hidden]")) reset();
    const details = element.querySelector(":scope > details");
    if (details) details.open = true;
    if (!element.hasAttribute("tabindex")) element.tabIndex = -1;
    element.focus({ preventScroll: true });
    element.scrollIntoView({ block: "start" });
  }

  function reset() {
    query.value = "";
    for (const box of boxes) box.checked = true;
    for (const select of selects) select.value = "";
    apply();
  }

  // Browsers refuse addresses that change with every key.
  let later = 0;
  function changed(wait) {
    at = "";
    apply();
    clearTimeout(later);
    later = setTimeout(write, wait);
  }

  function clearAll() {
    reset();
    changed(0);
    query.focus();
  }

  // The finding that has the focus, or else the one at the top of the window.
  function step(by) {
    const visible = findings.filter(({ element }) => !element.hidden).map(({ element }) => element);
    const focused = visible.indexOf(document.activeElement?.closest("article"));
    const top = parseFloat(root.style.scrollPaddingTop);
    const next = focused >= 0 ? focused + by : by > 0 ? visible.findIndex((element) => element.getBoundingClientRect().top >= top - 1) : visible.findLastIndex((element) => element.getBoundingClientRect().top < top - 1);
    if (visible[next]) goTo(visible[next]);
  }

  filter.addEventListener("input", (event) => (event.target === keys ? write() : changed(event.target === query ? 200 : 0)));
  clear.addEventListener("click", clearAll);
  byId("reset").addEventListener("click", clearAll);
  addEventListener("hashchange", read);
  addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    clearTimeout(later);
    at = link.hash.slice(1);
    goTo(byId(at));
    write();
  });
  addEventListener("keydown", (event) => {
    if (event.key === "Escape") keys.closest("details").open = false;
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || !keys.checked) return;
    if (event.key === "Escape" && query.value && event.target.localName !== "select") {
      query.value = "";
      changed(0);
    }
    if (event.target.closest("input:not([type=checkbox]), select, textarea")) return;
    if (event.key === "/") query.focus();
    else if (event.key === "j") step(1);
    else if (event.key === "k") step(-1);
    else return;
    event.preventDefault();
  });
  filter.hidden = false;
  // What is gone to must not hide behind the filter, where that stays at the top.
  const pad = () => { root.style.scrollPaddingTop = (getComputedStyle(filter).position === "sticky" ? filter.offsetHeight + 12 : 12) + "px"; };
  new ResizeObserver(pad).observe(filter);
  pad();
  read();
})();
`;
