// Sets two to four districts beside each other, row by row of the barometer. Which ones stands in the address.
(() => {
  "use strict";
  const form = document.getElementById("sammenlign");
  if (!form) { return; }
  const [answer, out, copy] = ["svar", "ut", "lenke"].map((name) => document.getElementById("sammenlign-" + name));
  const choices = [...form.querySelectorAll("select")];
  const table = out.querySelector("table");
  const language = document.documentElement.lang;

  const words = {};
  for (const entry of document.getElementById("ord").children) { words[entry.dataset.key] = entry; }
  const say = (key, slots = {}) => words[key].textContent.replace(/\{([a-z-]+)\}/g, (_, slot) => slots[slot]);
  const script = (key, slots) => say("compare.script." + key, slots);
  const decimal = language === "en" ? "." : ",";
  const thousands = language === "en" ? "," : "\u00a0";
  function number(text) {
    const [whole, fraction] = text.replace("-", "").split(".");
    const minus = text[0] === "-" && /[1-9]/.test(text) ? "\u2212" : "";
    return minus + whole.replace(/\B(?=(\d{3})+$)/g, thousands) + (fraction ? decimal + fraction : "");
  }
  const range = (low, high) => number(low) +
    (low[0] === "-" || high[0] === "-" ? "\u00a0" + (language === "en" ? "to" : "til") + "\u00a0" : "\u2013") + number(high);
  const years = ([start, end]) => start === end ? String(start) : start + "\u2013" + end;

  function element(name, attributes, ...children) {
    const made = document.createElement(name);
    for (const key of Object.keys(attributes)) { made.setAttribute(key, attributes[key]); }
    made.append(...children);
    return made;
  }

  function cell(figure, period) {
    if (!figure || figure.value === undefined) {
      const reason = words[figure ? figure.reason : "status.missing"];
      return [
        element("span", { class: "mark", "aria-hidden": "true" }, reason.dataset.mark),
        element("span", { class: "unseen" }, reason.textContent),
      ];
    }
    const flags = (figure.flags || []).filter((flag) => words["flag." + flag]);
    const parts = [element("span", { class: "number" }, number(figure.value))];
    if (flags.includes("provisional")) { parts.push(element("span", { "aria-hidden": "true" }, "*")); }
    if (flags.length) {
      parts.push(element("span", { class: "unseen" }, " (" + flags.map((flag) => say("flag." + flag)).join(", ") + ")"));
    }
    if (figure.lower !== undefined) { parts.push(element("span", { class: "meta range" }, range(figure.lower, figure.upper))); }
    if (figure.verdict) { parts.push(element("span", { class: "meta" }, words["verdict." + figure.verdict].firstElementChild.cloneNode(true))); }
    if (period) { parts.push(element("span", { class: "meta period" }, years(period))); }
    return parts;
  }

  let splits = null;

  function show() {
    const chosen = choices.map((select) => select.selectedOptions[0]).filter((option) => option.value);
    const districts = chosen.filter((option, index) => chosen.findIndex((other) => other.value === option.value) === index);
    const state = "?" + new URLSearchParams({ bydel: districts.map((option) => option.value).join(".") });
    history.replaceState(null, "", location.pathname + state);
    for (const link of document.querySelectorAll(".languages a")) { link.search = state; }
    for (const old of table.querySelectorAll(".filled")) { old.remove(); }
    out.hidden = districts.length < 2;
    if (districts.length < 2) {
      answer.textContent = script("too-few");
      return;
    }
    const head = table.tHead.rows[0];
    for (const option of districts) {
      head.append(element("th", { scope: "col", class: "filled" },
        element("a", { href: option.dataset.link }, option.textContent), element("span", { class: "meta" }, option.dataset.city)));
    }
    head.append(element("th", { scope: "col", class: "filled total" }, say("place.country")));
    for (const theme of table.querySelectorAll(".theme th")) { theme.colSpan = districts.length + 2; }
    let rows = 0;
    for (const row of table.querySelectorAll("[data-indicator]")) {
      const parts = districts.map((option) => (splits[option.dataset.split] || {})[row.dataset.indicator]);
      const known = parts.filter((part) => part);
      row.hidden = !known.length;
      if (!known.length) { continue; }
      rows += 1;
      // Cities may have their newest figures from other years; then each says its own.
      const differ = new Set(known.map((part) => years(part.period))).size > 1;
      if (!differ) { row.cells[0].append(element("span", { class: "meta filled" }, years(known[0].period))); }
      parts.forEach((part, index) => row.append(element("td", { class: "filled" },
        ...cell(part && part.districts[districts[index].value], differ && part ? part.period : null))));
      row.append(element("td", { class: "filled total" }, ...cell(known[0].country, differ ? known[0].period : null)));
    }
    answer.textContent = script("found", { districts: String(districts.length), rows: String(rows) });
  }

  // Sets the form to what the address asks for; a single district gets its neighbour in the list beside it.
  function layOut() {
    const options = [...choices[0].options];
    const asked = (new URLSearchParams(location.search).get("bydel") || "").split(".").filter((code) => code);
    const codes = asked.filter((code) => options.some((option) => option.value === code)).slice(0, choices.length);
    for (const option of options) {
      if (codes.length < 2 && !codes.includes(option.value) &&
        (!codes.length || option.dataset.split === options.find((one) => one.value === codes[0]).dataset.split)) {
        codes.push(option.value);
      }
    }
    choices.forEach((select, index) => { select.value = codes[index] || ""; });
  }

  async function load() {
    answer.textContent = script("loading");
    try {
      const response = await fetch(form.dataset.file);
      if (!response.ok) { throw new Error(response.status); }
      splits = (await response.json()).splits;
    } catch (error) {
      answer.textContent = script(location.protocol === "file:" ? "from-disk" : "failed");
      return;
    }
    form.hidden = false;
    document.querySelector(".by-plain").hidden = true;
    show();
  }

  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", show);
  copy.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(location.href);
      answer.textContent = script("copied");
    } catch (error) {
      answer.textContent = script("copy-by-hand");
    }
  });
  layOut();
  load();
})();
