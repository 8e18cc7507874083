// Finds what is typed among the entries of the index from A to Å that stands on the page, which works without it.
(() => {
  "use strict";
  const form = document.getElementById("finn");
  if (!form) { return; }
  const [field, answer, hits, index] = ["felt", "svar", "treff", "register"].map((name) => document.getElementById("finn-" + name));
  const MOST = 40;

  // æ, ø and å may be typed as ae, o or oe, and a or aa; accents, capitals and hyphens do not matter.
  const plain = (text) => text.toLowerCase()
    .replace(/æ/g, "ae").replace(/oe/g, "o").replace(/ø/g, "o").replace(/aa/g, "a").replace(/å/g, "a")
    .replace(/đ/g, "d").replace(/ŋ/g, "n").replace(/ŧ/g, "t")
    .normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[^\p{L}\p{N}]+/gu, " ").trim();

  const entries = [...index.querySelectorAll("li[data-words]")].map((item) => ({
    item, name: plain(item.querySelector("a").textContent), rank: Number(item.dataset.rank),
    words: item.dataset.words.split("|").map(plain).filter((word) => word),
  }));

  // How well words fit what is wanted: 0 the best, null not at all.
  function fit(name, wanted, from) {
    if (name === wanted) { return from; }
    if (name.startsWith(wanted)) { return from + 1; }
    if ((" " + name).includes(" " + wanted)) { return from + 2; }
    return wanted.length > 2 && name.includes(wanted) ? from + 6 : null;
  }
  function score(entry, wanted) {
    const found = [fit(entry.name, wanted, 0), ...entry.words.map((word) => fit(word, wanted, 3))].filter((one) => one !== null);
    return found.length ? Math.min(...found) : null;
  }
  function match(entry, wanted) {
    const whole = score(entry, wanted);
    if (whole !== null || !wanted.includes(" ")) { return whole; }
    const each = wanted.split(" ").map((part) => score(entry, part));
    return each.includes(null) ? null : 10 + Math.max(...each);
  }

  // True if one slip of the finger makes one word the other.
  function isNear(one, other) {
    if (Math.abs(one.length - other.length) > 1) { return false; }
    let first = 0;
    while (first < one.length && one[first] === other[first]) { first += 1; }
    const rest = (text, skip) => text.slice(first + skip);
    return rest(one, 1) === rest(other, 1) || rest(one, 1) === rest(other, 0) || rest(one, 0) === rest(other, 1) ||
      (one[first] === other[first + 1] && one[first + 1] === other[first] && rest(one, 2) === rest(other, 2));
  }
  const near = (entry, wanted) => wanted.length > 3 &&
    [entry.name, ...entry.words].some((text) => [text, ...text.split(" ")].some((word) => isNear(word, wanted)));

  function find() {
    const wanted = plain(field.value);
    let scored = entries.map((entry) => ({ entry, score: match(entry, wanted) })).filter((one) => one.score !== null);
    scored.sort((a, b) => a.score - b.score || a.entry.rank - b.entry.rank);
    const said = scored.length === 0 ? "found-none" : scored.length === 1 ? "found-one" : "found-other";
    let text = form.getAttribute("data-" + said).replace("#", String(scored.length));
    if (!scored.length) {
      scored = entries.filter((entry) => near(entry, wanted)).map((entry) => ({ entry }));
      if (scored.length) { text = form.dataset.foundNear; }
    }
    index.hidden = wanted !== "" && scored.length > 0;
    hits.hidden = !index.hidden;
    answer.textContent = wanted === "" ? "" : text;
    hits.replaceChildren(...(wanted === "" ? [] : scored.slice(0, MOST).map((one) => {
      const item = document.createElement("li");
      item.append(...[...one.entry.item.childNodes].map((node) => node.cloneNode(true)));
      return item;
    })));
    const state = wanted === "" ? "" : "?" + new URLSearchParams({ q: field.value });
    // A page read from a disk has no address to keep it in.
    if (location.protocol !== "file:") { history.replaceState(null, "", location.pathname + state + location.hash); }
    for (const link of document.querySelectorAll(".languages a")) { link.search = state; }
  }

  field.value = new URLSearchParams(location.search).get("q") || "";
  form.addEventListener("submit", (event) => { event.preventDefault(); find(); });
  field.addEventListener("input", find);
  if (field.value) { find(); }
})();
