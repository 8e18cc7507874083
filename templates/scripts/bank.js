// The statistics bank: fetches an indicator's published figures, and shows and saves what the reader chooses of them.
// What is chosen stands in the address. The page works without it: plain tables stand further down.
(() => {
  "use strict";
  const $ = (id) => document.getElementById(id);
  const form = $("bank");
  if (!form) { return; }
  const [indicator, split, from, to] = ["indikator", "inndeling", "fra", "til"].map((name) => $("bank-" + name));
  const [sexes, ages, answer, out, figure] = ["kjonn", "alder", "svar", "ut", "figur"].map((name) => $("bank-" + name));
  const MOST_LINES = 8;

  // Words and numbers

  const { words, say, script, number, range, years, element, cell: shownCell, verdict, known, copyLink, fetched, remember } =
    spoken("bank");
  const codeOf = ([start, end]) => start === end ? String(start) : start + "_" + end;
  function ageName(code) {
    const [first, last] = code.split("_");
    if (code === "0_120") { return say("labels.all-ages"); }
    if (last === "120") { return say("age.open", { from: first }); }
    return first === last ? say("labels.single-age", { age: first }) : say("age.range", { from: first, to: last });
  }
  const sexName = (code) => say(["labels.both-sexes", "sex.men", "sex.women"][code]);

  function drawn(name, attributes, text) {
    const made = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const key of Object.keys(attributes)) {
      const value = attributes[key];
      made.setAttribute(key, typeof value === "number" ? String(Math.round(value * 100) / 100) : value);
    }
    if (text !== undefined) { made.textContent = text; }
    return made;
  }

  // What is chosen

  let cube = null;
  const option = () => indicator.selectedOptions[0];
  const places = () => form.querySelector("[data-split='" + split.value + "']");
  const boxes = (part) => [...part.querySelectorAll("input")];
  const checked = (part) => boxes(part).filter((box) => box.checked && !box.disabled).map((box) => box.value);
  const areaOf = (code) => cube.areas.findIndex(
    (area) => area.code === code && (area.split === "" || area.split === split.value));

  function cell(area, period, sex, age) {
    const place = ((area * cube.periods.length + period) * cube.sexes.length + sex) * cube.ages.length + age;
    const value = cube.value[place];
    return {
      value, lower: cube.lower[place] || null, upper: cube.upper[place] || null,
      reason: value === null ? cube.reason[place] : "", flags: known(cube.flags[place]),
      verdict: cube.verdict[place], city: cube.cityVerdict[place],
    };
  }

  // Every row of the table: a place, a sex and an age, with a cell for each period.
  function chosen() {
    const [first, last] = [Number(from.value), Number(to.value)].sort((a, b) => a - b);
    const periods = cube.periods.map((_, index) => index).filter((index) => index >= first && index <= last);
    const rows = [];
    const by = { sex: checked(sexes).length > 1, age: checked(ages).length > 1 };
    for (const box of boxes(places())) {
      if (!box.checked || box.disabled) { continue; }
      for (const sex of checked(sexes)) {
        for (const age of checked(ages)) {
          const name = box.nextElementSibling.textContent;
          rows.push({
            name, code: box.value, level: cube.areas[areaOf(box.value)].level, sex, age,
            label: [name, by.sex ? sexName(sex) : "", by.age ? ageName(age) : ""].filter((part) => part).join(", "),
            cells: periods.map((period) => cell(areaOf(box.value), period, cube.sexes.indexOf(sex), cube.ages.indexOf(age))),
          });
        }
      }
    }
    return { periods: periods.map((index) => cube.periods[index]), rows, by };
  }

  // The address

  function keep() {
    const state = new URLSearchParams();
    const period = (select) => codeOf(cube.periods[select.value]);
    state.set("indikator", indicator.value);
    state.set("inndeling", split.value);
    state.set("sted", checked(places()).join("."));
    state.set("fra", period(from));
    state.set("til", period(to));
    if (cube.sexes.length > 1) { state.set("kjonn", checked(sexes).join(".")); }
    if (cube.ages.length > 1) { state.set("alder", checked(ages).join(".")); }
    remember(state);
  }

  // The form

  function fill(part, codes, name, wanted) {
    const list = part.querySelector(".boxes");
    list.replaceChildren(...codes.map((code) => {
      const box = element("input", { type: "checkbox", name: part.id, value: code });
      box.checked = wanted.includes(code);
      return element("label", {}, box, " ", element("span", {}, name(code)));
    }));
    part.hidden = codes.length < 2;
  }

  // Lays the form out for the indicator that was fetched; `asked` is what the address asks for. Tells what it asked for in vain.
  function layOut(asked) {
    const vain = [];
    const list = (key) => asked.has(key) ? asked.get(key).split(".").filter((code) => code) : null;
    const has = (code) => areaOf(code) >= 0;
    // Some indicators have figures for whole cities alone.
    const inSplits = cube.areas.some((area) => area.split);
    for (const other of split.options) { other.disabled = inSplits && !cube.areas.some((area) => area.split === other.value); }
    if (split.selectedOptions[0].disabled) { split.value = [...split.options].find((other) => !other.disabled).value; }
    const wanted = list("sted");
    for (const part of form.querySelectorAll("[data-split]")) { part.hidden = part !== places(); }
    for (const box of boxes(places())) {
      box.disabled = !has(box.value);
      box.parentElement.hidden = box.disabled;
      if (wanted) { box.checked = wanted.includes(box.value); }
    }
    if (wanted) {
      const there = boxes(places()).filter((box) => !box.disabled).map((box) => box.value);
      vain.push(...wanted.filter((code) => !there.includes(code)));
    } else if (!checked(places()).length) {
      // Whole cities and the country are beyond the scale of their districts' counts.
      boxes(places()).forEach((box, index, all) => {
        const fromEnd = all.length - index;
        box.checked = fromEnd > 3 || (cube.unit !== "persons" && fromEnd < 3) || !inSplits;
      });
    }
    const codes = cube.periods.map(codeOf);
    const written = cube.periods.map(years);
    // The newest period with numbers for a district and the country, for a district, or for any place of the split.
    const all = boxes(places()).map((box) => box.value);
    const newestOf = (...groups) => cube.periods.map((_, index) => index).reverse().find((index) => groups.every(
      (codes) => codes.some((code) => has(code) && cell(areaOf(code), index, 0, 0).value !== null)));
    const districts = all.slice(0, -3);
    const newest = [newestOf(districts, ["0"]), newestOf(districts), newestOf(all)].find((index) => index !== undefined);
    for (const select of [from, to]) {
      const before = select.dataset.code;
      select.replaceChildren(...written.map((text, index) => element("option", { value: index }, text)));
      const code = asked.get(select.name) || before;
      if (asked.has(select.name) && !codes.includes(asked.get(select.name))) { vain.push(asked.get(select.name)); }
      select.value = codes.includes(code) ? codes.indexOf(code) : newest === undefined ? codes.length - 1 : newest;
    }
    for (const [part, all, name] of [[sexes, cube.sexes, sexName], [ages, cube.ages, ageName]]) {
      const asking = list(part.id.replace("bank-", ""));
      const kept = (asking || checked(part)).filter((code) => all.includes(code));
      if (asking) { vain.push(...asking.filter((code) => !all.includes(code))); }
      fill(part, all, name, kept.length || asking ? kept : [all[0]]);
    }
    return vain;
  }

  // The table

  const interval = (cell) => cell.lower === null ? [] : [element("span", { class: "range" }, range(cell.lower, cell.upper))];

  function caption(view) {
    const names = [...new Set([view.periods[0], view.periods[view.periods.length - 1]].map(years))];
    const groups = [];
    if (cube.sexes.length > 1 && !view.by.sex) { groups.push(sexName(view.rows[0].sex)); }
    if (cube.ages.length > 1 && !view.by.age) { groups.push(ageName(view.rows[0].age)); }
    return script("caption", {
      title: [option().textContent, ...groups].join(", "), city: split.selectedOptions[0].dataset.city,
      period: names.length > 1 ? view.periods[0][0] + "\u2013" + view.periods[view.periods.length - 1][1] : names[0],
      unit: option().dataset.unit,
    });
  }

  function table(view) {
    const { rows, periods, by } = view;
    const one = periods.length === 1;
    const any = (test) => rows.some((row) => row.cells.some(test));
    const [hasInterval, hasVerdict, hasCity] =
      [(cell) => cell.lower !== null, (cell) => cell.verdict, (cell) => cell.city].map(any);
    const column = (text, isText) => element("th", isText ? { scope: "col", class: "text" } : { scope: "col" }, text);
    const head = [column(say("labels.area"))];
    if (by.sex) { head.push(column(say("labels.sex"), true)); }
    if (by.age) { head.push(column(say("labels.age"), true)); }
    if (one) {
      head.push(column(script("value", { unit: option().dataset.unit })));
      if (hasInterval) { head.push(column(form.dataset.interval)); }
      if (hasVerdict) { head.push(column(say("indicator.city.country-verdict"), true)); }
      if (hasCity) { head.push(column(say("indicator.city.city-verdict"), true)); }
    } else {
      head.push(...periods.map((period) => column(years(period))));
    }
    const body = rows.map((row) => {
      const cells = [element("th", { scope: "row" }, row.name)];
      if (by.sex) { cells.push(element("td", { class: "text" }, sexName(row.sex))); }
      if (by.age) { cells.push(element("td", { class: "text" }, ageName(row.age))); }
      for (const cell of row.cells) {
        const shown = element("td", {}, ...shownCell(cell.value, cell.reason, cell.flags));
        cells.push(shown);
        if (one) {
          if (hasInterval) { cells.push(element("td", {}, ...interval(cell))); }
          if (hasVerdict) { cells.push(element("td", { class: "text" }, ...verdict(cell.verdict))); }
          if (hasCity) { cells.push(element("td", { class: "text" }, ...verdict(cell.city))); }
        } else if (cell.lower !== null) {
          shown.append(element("span", { class: "meta" }, ...interval(cell)));
        }
      }
      return element("tr", /country|kommune/.test(row.level) ? { class: "total" } : {}, ...cells);
    });
    return element("table", { class: "data" }, element("caption", {}, caption(view)),
      element("thead", {}, element("tr", {}, ...head)), element("tbody", {}, ...body));
  }

  // The marks in the table, each with its words.
  function notes(view) {
    const found = new Map();
    for (const cell of view.rows.flatMap((row) => row.cells)) {
      if (cell.value === null) { found.set(cell.reason, words[cell.reason].dataset.mark); }
      for (const flag of cell.flags) { found.set("flag." + flag, flag === "provisional" ? "*" : ""); }
    }
    const meanings = [...found].sort().map(([key, mark]) => element("li", {}, (mark ? mark + "\u00a0 " : "") + say(key)));
    return meanings.length ? [element("p", {}, script("marks")), element("ul", {}, ...meanings)] : [];
  }

  // The figure

  function ticks(values, most) {
    let [low, high] = [Math.min(...values), Math.max(...values)];
    if (high <= low) { [low, high] = [low - 1, high + 1]; }
    const power = 10 ** Math.floor(Math.log10((high - low) / most));
    const step = [1, 2, 5, 10].map((size) => size * power).find((size) => (high - low) / size <= most);
    const [first, last] = [Math.floor(low / step + 1e-6), Math.ceil(high / step - 1e-6)];
    const decimals = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
    return Array.from({ length: last - first + 1 }, (_, index) => ({
      value: (first + index) * step, text: number(((first + index) * step).toFixed(decimals)),
    }));
  }
  const textWidth = (text) => text.length * 6.6;
  const label = (text, x, y, anchor, more = {}) => drawn("text",
    Object.assign({ class: "text", fill: "currentColor", "font-size": 12, x, y, "text-anchor": anchor }, more), text);
  const line = (x1, y1, x2, y2, role, width, more = {}) => drawn("line",
    Object.assign({ class: role, stroke: "currentColor", "stroke-width": width, x1, y1, x2, y2 }, more));

  // As wide as there is room for, so that words are as large on a phone as on a desk.
  const width = () => Math.max(280, Math.min(640, figure.parentElement.clientWidth));

  function picture(height, view, kind, marks) {
    const svg = drawn("svg", { viewBox: `0 0 ${width()} ${height}`, width: width(), height, role: "img", "aria-labelledby": "bank-tittel bank-om" });
    const inner = drawn("g", { "aria-hidden": "true" });
    inner.append(...marks);
    svg.append(drawn("title", { id: "bank-tittel" }, caption(view)), drawn("desc", { id: "bank-om" }, script(kind)), inner);
    return svg;
  }

  function dots(view) {
    const shown = view.rows.flatMap((row) => [row.cells[0].value, row.cells[0].lower, row.cells[0].upper])
      .filter((text) => text !== null).map(Number);
    if (!shown.length) { return null; }
    const wide = width();
    const longest = Math.max(...view.rows.map((row) => textWidth(row.label)));
    const left = Math.min(longest + 20, wide * 0.45);
    const [top, height] = [12, 22];
    const right = wide - Math.max(...shown.map((value) => textWidth(number(String(value))))) - 30;
    const room = textWidth(number(String(Math.max(...shown.map(Math.abs))))) + 18;
    const axis = ticks(shown, Math.max(1, Math.min(6, Math.floor((right - left) / room))));
    const bottom = top + view.rows.length * height;
    const x = (value) => left + (value - axis[0].value) / (axis[axis.length - 1].value - axis[0].value) * (right - left);
    const marks = axis.flatMap((tick) => [
      line(x(tick.value), top, x(tick.value), bottom, "grid", 0.5),
      label(tick.text, x(tick.value), bottom + 15, "middle", { "font-size": 11, "data-axis": tick.value }),
    ]);
    marks.push(label(option().dataset.unit, (left + right) / 2, bottom + 32, "middle", { "font-size": 11 }));
    view.rows.forEach((row, index) => {
      const cell = row.cells[0];
      const y = top + (index + 0.5) * height;
      marks.push(label(row.label, left - 12, y + 4, "end"));
      if (cell.value === null) {
        marks.push(label(words[cell.reason].dataset.mark, wide - 8, y + 4, "end", { class: "absence", "font-weight": "bold" }));
        return;
      }
      if (cell.lower !== null) { marks.push(line(x(Number(cell.lower)), y, x(Number(cell.upper)), y, "interval", 1.2)); }
      const whole = row.level !== "district";
      marks.push(whole
        ? drawn("rect", { class: "series-country", fill: "currentColor", x: x(Number(cell.value)) - 4.5, y: y - 4.5, width: 9, height: 9 })
        : drawn("circle", { class: "series-district", fill: "currentColor", cx: x(Number(cell.value)), cy: y, r: 5 }));
      marks.push(label(number(cell.value), wide - 8, y + 4, "end"));
    });
    return picture(bottom + 42, view, "dots", marks);
  }

  // Each line has a colour, a dash and a point of its own.
  const LOOKS = ["series-district", "verdict-worse", "verdict-differs", "verdict-unclear"];
  const DASHES = ["", "7 3", "2 3", "10 3 2 3"];
  function point(look, x, y) {
    const shape = { class: LOOKS[look % 4], fill: look < 4 ? "currentColor" : "none", stroke: "currentColor", "stroke-width": 1.4 };
    switch (look % 4) {
    case 0: return drawn("circle", Object.assign(shape, { cx: x, cy: y, r: 3.5 }));
    case 1: return drawn("rect", Object.assign(shape, { x: x - 3, y: y - 3, width: 6, height: 6 }));
    case 2: return drawn("path", Object.assign(shape, { d: `M${x.toFixed(2)} ${(y - 4).toFixed(2)}l4 4-4 4-4-4z` }));
    default: return drawn("path", Object.assign(shape, { d: `M${x.toFixed(2)} ${(y - 4).toFixed(2)}l4 7h-8z` }));
    }
  }

  function lines(view) {
    const shown = view.rows.flatMap((row) => row.cells).map((cell) => cell.value).filter((text) => text !== null).map(Number);
    if (!shown.length) { return null; }
    const wide = width();
    const axis = ticks(shown, 6);
    const [top, bottom] = [30, 284];
    const left = Math.max(...axis.map((tick) => textWidth(tick.text))) + 20;
    const right = wide - Math.min(Math.max(...view.rows.map((row) => textWidth(row.label))) + 30, wide * 0.45);
    const middle = (period) => (period[0] + period[1]) / 2;
    const [first, last] = [middle(view.periods[0]), middle(view.periods[view.periods.length - 1])];
    const x = (index) => left + (middle(view.periods[index]) - first) / (last - first) * (right - left);
    const y = (value) => bottom - (value - axis[0].value) / (axis[axis.length - 1].value - axis[0].value) * (bottom - top);
    const marks = axis.flatMap((tick) => [
      line(left - 8, y(tick.value), right + 8, y(tick.value), "grid", 0.5),
      label(tick.text, left - 12, y(tick.value) + 4, "end", { "font-size": 11, "data-axis": tick.value }),
    ]);
    marks.push(label(option().dataset.unit, 8, 14, "start", { "font-size": 11 }));
    const names = view.periods.map(years);
    const room = Math.max(1, Math.floor((right - left) / (Math.max(...names.map(textWidth)) + 12)));
    const step = Math.ceil(names.length / room);
    names.forEach((name, index) => {
      const isNamed = (names.length - 1 - index) % step === 0;
      marks.push(line(x(index), bottom, x(index), bottom + (isNamed ? 6 : 3), "axis", 1));
      if (isNamed) { marks.push(label(name, x(index), bottom + 20, "middle", { "font-size": 11 })); }
      if (index > 0 && view.rows.some((row) => row.cells[index].flags.includes("break"))) {
        const between = (x(index - 1) + x(index)) / 2;
        marks.push(line(between, top, between, bottom, "series-break", 1.2, { "stroke-dasharray": "6 2" }));
      }
    });
    const ends = [];
    view.rows.forEach((row, look) => {
      const own = { class: LOOKS[look % 4], fill: "none", stroke: "currentColor", "stroke-width": 2 };
      if (DASHES[look % 4]) { own["stroke-dasharray"] = DASHES[look % 4]; }
      let path = "";
      let isOpen = false;
      row.cells.forEach((cell, index) => {
        if (cell.flags.includes("break") || cell.value === null) { isOpen = false; }
        if (cell.value === null) { return; }
        path += (isOpen ? "L" : "M") + x(index).toFixed(2) + " " + y(Number(cell.value)).toFixed(2);
        isOpen = true;
        const mark = point(look, x(index), y(Number(cell.value)));
        mark.setAttribute("data-row", look);
        mark.setAttribute("data-period", index);
        marks.push(mark);
      });
      if (path) {
        marks.push(drawn("path", Object.assign(own, { d: path })));
        ends.push({ look, row, y: y(Number(row.cells.filter((cell) => cell.value !== null).pop().value)) });
      }
    });
    // The names at the lines' ends, moved apart where ends meet.
    ends.sort((a, b) => a.y - b.y);
    ends.forEach((end, index) => { if (index) { end.y = Math.max(end.y, ends[index - 1].y + 15); } });
    const over = ends.length ? Math.max(0, ends[ends.length - 1].y - bottom) : 0;
    for (const end of ends) {
      marks.push(point(end.look, right + 16, end.y - over), label(end.row.label, right + 25, end.y - over + 4, "start"));
    }
    return picture(320, view, "lines", marks);
  }

  function draw(view) {
    const tooMany = view.periods.length > 1 ? view.rows.length > MOST_LINES : view.rows.length > 100;
    const made = tooMany ? null : view.periods.length > 1 ? lines(view) : dots(view);
    figure.replaceChildren(...(made ? [made] : []));
    figure.hidden = !made;
    const said = $("bank-uten-figur");
    said.hidden = Boolean(made);
    said.textContent = made ? "" : tooMany ? script("too-many", { most: MOST_LINES }) : script("no-figure");
  }

  // Saving

  function save(name, text) {
    const address = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
    const link = element("a", { href: address, download: name });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(address), 1000);
  }
  const cells = (view) => view.rows.flatMap((row) => row.cells.map((cell, index) => ({ row, cell, period: view.periods[index] })));
  function csv(rows, separator, end) {
    const field = (text) => /["\n\r]/.test(text) || text.includes(separator) ? '"' + text.replace(/"/g, '""') + '"' : text;
    return rows.map((row) => row.map((value) => field(value || "")).join(separator) + end).join("");
  }
  function machine(view) {
    const head = ["edition", "split", "area", "area_name", "level", "indicator", "period_start", "period_end", "sex", "age",
      "unit", "value", "lower", "upper", "status", "flags"];
    return csv([head, ...cells(view).map(({ row, cell, period }) => [
      form.dataset.edition, row.level === "district" || row.level === "unallocated" ? split.value : "", row.code, row.name,
      row.level, indicator.value, String(period[0]), String(period[1]), row.sex, row.age, cube.unit, cell.value, cell.lower,
      cell.upper, cell.value !== null ? "shown" : cell.reason.startsWith("obstacle.") ? "not-computable" : cell.reason.slice(7),
      [...cell.flags, ...(cube.synthetic ? ["synthetic"] : [])].join(" "),
    ])], ",", "\n");
  }
  function spreadsheet(view) {
    const local = (text) => text && text.replace(".", ",");
    const head = ["indicator", "unit", "edition"].map((key) => script(key))
      .concat([say("labels.area"), script("code"), say("labels.period"), say("labels.sex"), say("labels.age")])
      .concat(["number", "lower", "upper", "remark"].map((key) => script(key)));
    const made = form.dataset.madeUp ? [form.dataset.madeUp] : [];
    return "\ufeff" + csv([head, ...cells(view).map(({ row, cell, period }) => [
      option().textContent, option().dataset.unit, form.dataset.edition, row.name, row.code, years(period),
      sexName(row.sex), ageName(row.age), local(cell.value), local(cell.lower), local(cell.upper),
      [...(cell.value === null ? [say(cell.reason)] : []), ...cell.flags.map((flag) => say("flag." + flag)), ...made].join("; "),
    ])], ";", "\r\n");
  }

  // The whole

  function show(vain = []) {
    const view = chosen();
    for (const select of [from, to]) { select.dataset.code = codeOf(cube.periods[select.value]); }
    keep();
    const about = vain.length ? script("ignored", { what: vain.join(", ") }) + " " : "";
    out.hidden = !view.rows.length;
    figure.hidden = false;
    if (!view.rows.length) {
      const names = boxes(places()).filter((box) => !box.disabled).map((box) => box.nextElementSibling.textContent);
      answer.textContent = about + (checked(places()).length ? script("no-groups") : script("no-places", { places: names.join(", ") }));
      return;
    }
    const made = table(view);
    $("bank-tabell").replaceChildren(made);
    $("bank-merknader").replaceChildren(...notes(view));
    draw(view);
    $("bank-kilde").textContent = option().dataset.source;
    $("bank-ark").href = option().dataset.sheet;
    const all = view.rows.flatMap((row) => row.cells);
    answer.textContent = about + script("found", {
      rows: number(String(view.rows.length)), figures: number(String(all.filter((cell) => cell.value !== null).length)),
      absent: number(String(all.filter((cell) => cell.value === null).length)),
    });
  }

  let asking = 0;
  async function load(asked) {
    const own = ++asking;
    const found = await fetched(option().dataset.file, answer);
    if (own !== asking) { return; }
    cube = found;
    if (cube) { show(layOut(asked)); } else { out.hidden = true; }
  }

  const asked = new URLSearchParams(location.search);
  const vain = [];
  for (const select of [indicator, split]) {
    if (!asked.has(select.name)) { continue; }
    if ([...select.options].some((other) => other.value === asked.get(select.name))) {
      select.value = asked.get(select.name);
    } else {
      vain.push(asked.get(select.name));
    }
  }
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", (event) => {
    if (event.target === indicator) { load(new URLSearchParams()); } else if (cube) {
      show(event.target === split ? layOut(new URLSearchParams()) : []);
    }
  });
  form.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button || !cube) { return; }
    if (button.id === "bank-alle") {
      [from.value, to.value] = [0, cube.periods.length - 1];
    } else {
      for (const box of boxes(button.closest("fieldset"))) { box.checked = button.hasAttribute("data-all"); }
    }
    show();
  });
  $("bank-csv").addEventListener("click", () => save(indicator.value + ".csv", machine(chosen())));
  $("bank-regneark").addEventListener("click", () => save(indicator.value + "-regneark.csv", spreadsheet(chosen())));
  $("bank-lenke").addEventListener("click", () => copyLink(answer));
  form.hidden = false;
  document.querySelector(".by-plain").hidden = true;
  load(asked).then(() => { if (vain.length && cube) { show(vain); } });
})();
