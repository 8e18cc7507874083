// What the scripts of pages with figures share: the page's words, and numbers as its language writes them.
window.spoken = (section) => {
  "use strict";
  const language = document.documentElement.lang;
  const words = {};
  for (const entry of document.getElementById("ord").children) { words[entry.dataset.key] = entry; }
  const say = (key, slots = {}) => words[key].textContent.replace(/\{([a-z-]+)\}/g, (_, slot) => slots[slot]);
  const script = (key, slots) => say(section + ".script." + key, slots);

  // A number as the file has it, in the digits and marks of the page's language.
  const decimal = language === "en" ? "." : ",";
  const thousands = language === "en" ? "," : "\u00a0";
  function number(text) {
    const [whole, fraction] = text.replace("-", "").split(".");
    const minus = text[0] === "-" && /[1-9]/.test(text) ? "\u2212" : "";
    return minus + whole.replace(/\B(?=(\d{3})+$)/g, thousands) + (fraction ? decimal + fraction : "");
  }
  const between = "\u00a0" + (language === "en" ? "to" : "til") + "\u00a0";
  const range = (low, high) => number(low) + (low[0] === "-" || high[0] === "-" ? between : "\u2013") + number(high);
  const years = ([start, end]) => start === end ? String(start) : start + "\u2013" + end;

  function element(name, attributes = {}, ...children) {
    const made = document.createElement(name);
    for (const key of Object.keys(attributes)) { made.setAttribute(key, attributes[key]); }
    made.append(...children);
    return made;
  }

  // What a cell shows: a number and what must be known about it, or a mark with its words.
  function cell(value, reason, flags) {
    if (value === null) {
      return [
        element("span", { class: "mark", "aria-hidden": "true" }, words[reason].dataset.mark),
        element("span", { class: "unseen" }, words[reason].textContent),
      ];
    }
    const parts = [element("span", { class: "number" }, number(value))];
    if (flags.includes("provisional")) { parts.push(element("span", { "aria-hidden": "true" }, "*")); }
    if (flags.length) {
      parts.push(element("span", { class: "unseen" }, " (" + flags.map((flag) => say("flag." + flag)).join(", ") + ")"));
    }
    return parts;
  }
  const verdict = (code) => code ? [words["verdict." + code].firstElementChild.cloneNode(true)] : [];
  // Flags that have words; the others are nothing a reader must know.
  const known = (flags) => (flags || []).filter((flag) => words["flag." + flag]);

  // Says whether the link to what is shown was copied, in the live region `answer`.
  async function copyLink(answer) {
    try {
      await navigator.clipboard.writeText(location.href);
      answer.textContent = script("copied");
    } catch (error) {
      answer.textContent = script("copy-by-hand");
    }
  }

  // Fetches a file of figures; `null`, with the reason said, where that cannot be done.
  async function fetched(address, answer) {
    answer.textContent = script("loading");
    try {
      const response = await fetch(address);
      if (!response.ok) { throw new Error(response.status); }
      return await response.json();
    } catch (error) {
      answer.textContent = script(location.protocol === "file:" ? "from-disk" : "failed");
      return null;
    }
  }

  // Keeps what is chosen in the address, and in the links to the same page in other languages.
  function remember(state) {
    history.replaceState(null, "", "?" + state);
    for (const link of document.querySelectorAll(".languages a")) { link.search = "?" + state; }
  }

  return { words, say, script, number, range, years, element, cell, verdict, known, copyLink, fetched, remember };
};
