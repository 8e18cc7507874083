// Sets two to four districts beside each other, row by row of the barometer. Which ones stands in the address.
(() => {
  "use strict";
  const form = document.getElementById("sammenlign");
  if (!form) { return; }
  const [answer, out, copy] = ["svar", "ut", "lenke"].map((name) => document.getElementById("sammenlign-" + name));
  const choices = [...form.querySelectorAll("select")];
  const table = out.querySelector("table");
  const { script, say, range, years, element, cell: shown, verdict, known, copyLink, fetched, remember } = spoken("compare");

  function cell(figure, period) {
    if (!figure || figure.value === undefined) { return shown(null, figure ? figure.reason : "status.missing", []); }
    const parts = shown(figure.value, "", known(figure.flags));
    if (figure.lower !== undefined) { parts.push(element("span", { class: "meta range" }, range(figure.lower, figure.upper))); }
    if (figure.verdict) { parts.push(element("span", { class: "meta" }, ...verdict(figure.verdict))); }
    if (period) { parts.push(element("span", { class: "meta period" }, years(period))); }
    return parts;
  }

  let splits = null;

  function show() {
    const chosen = choices.map((select) => select.selectedOptions[0]).filter((option) => option.value);
    const districts = chosen.filter((option, index) => chosen.findIndex((other) => other.value === option.value) === index);
    remember(new URLSearchParams({ bydel: districts.map((option) => option.value).join(".") }));
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
    const found = await fetched(form.dataset.file, answer);
    if (!found) { return; }
    splits = found.splits;
    form.hidden = false;
    document.querySelector(".by-plain").hidden = true;
    show();
  }

  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", show);
  copy.addEventListener("click", () => copyLink(answer));
  layOut();
  load();
})();
