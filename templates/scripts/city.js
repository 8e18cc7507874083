// Lets the reader of a city's page choose the map's indicator, show one theme, and sort the rows by one district's
// assessments. The page works without it; nothing is fetched, and all that is shown stands in the table.
(function () {
  "use strict";

  function all(root, selector) { return Array.prototype.slice.call(root.querySelectorAll(selector)); }

  // Where an assessment stands among others, from the least favourable; null where none was made.
  var ranks = { "less-favourable": 0, "higher": 1, "lower": 1, "not-different": 2, "favourable": 3 };
  function rank(row, column) {
    var found = ranks[row.getAttribute("data-shades").split(" ")[column]];
    return found === undefined ? null : found;
  }

  function set(element, name, value) {
    if (value === null) { element.removeAttribute(name); } else { element.setAttribute(name, value); }
  }

  // What stands in a cell itself, not in the signs and hidden words beside it: its number.
  function ownText(cell) {
    return Array.prototype.filter.call(cell.childNodes, function (node) { return node.nodeType === Node.TEXT_NODE; })
      .map(function (node) { return node.data; }).join("").trim();
  }

  all(document, ".glance").forEach(function (part) {
    var table = part.querySelector(".matrix");
    var heads = all(table, "th[data-district]");
    var bodies = all(table, "tbody");
    var rows = all(table, "tr[data-key]");
    var status = part.querySelector("[role=status]");
    var theme = part.querySelector("[data-choice=theme]");
    var indicator = part.querySelector("[data-choice=indicator]");
    var sorting = { head: null, worstFirst: true };

    all(part, "form.choice").forEach(function (form) {
      form.hidden = false;
      form.addEventListener("submit", function (event) { event.preventDefault(); });
    });

    // One theme, or all.
    function narrow() {
      bodies.forEach(function (body) {
        var key = body.getAttribute("data-theme");
        body.hidden = theme.value !== "" && key !== theme.value;
      });
      rows.forEach(function (row) {
        row.hidden = theme.value !== "" && row.getAttribute("data-home") !== theme.value;
      });
      // While rows are sorted, all of them lie in the first body.
      if (sorting.head) { bodies[0].hidden = false; }
    }

    bodies.forEach(function (body) {
      all(body, "tr[data-key]").forEach(function (row) { row.setAttribute("data-home", body.getAttribute("data-theme")); });
    });

    function sort() {
      var column = heads.indexOf(sorting.head);
      bodies.forEach(function (body) { body.querySelector(".theme").hidden = column !== -1; });
      if (column === -1) {
        rows.forEach(function (row) { table.querySelector("tbody[data-theme='" + row.getAttribute("data-home") + "']").appendChild(row); });
      } else {
        rows.map(function (row, index) { return { row: row, index: index, rank: rank(row, column) }; })
          .sort(function (a, b) {
            if (a.rank === null || b.rank === null) {
              return (a.rank === null) - (b.rank === null) || a.index - b.index;
            }
            return (sorting.worstFirst ? a.rank - b.rank : b.rank - a.rank) || a.index - b.index;
          })
          .forEach(function (entry) { bodies[0].appendChild(entry.row); });
      }
      heads.forEach(function (head) {
        set(head, "aria-sort", head !== sorting.head ? null : sorting.worstFirst ? "ascending" : "descending");
      });
      status.textContent = column === -1 ? status.getAttribute("data-official") :
        sorting.head.getAttribute(sorting.worstFirst ? "data-worst" : "data-best");
      narrow();
    }

    heads.forEach(function (head) {
      var button = document.createElement("button");
      button.type = "button";
      button.className = "sort";
      button.setAttribute("aria-label", head.getAttribute("data-sort"));
      button.addEventListener("click", function () {
        if (sorting.head !== head) {
          sorting = { head: head, worstFirst: true };
        } else if (sorting.worstFirst) {
          sorting.worstFirst = false;
        } else {
          sorting.head = null;
        }
        sort();
      });
      head.appendChild(button);
    });
    theme.addEventListener("change", narrow);

    // The map of a row: its districts get the looks of the legend's samples.
    function draw(row) {
      var shades = row.getAttribute("data-shades").split(" ");
      var classes = row.getAttribute("data-classes").split("|");
      var cells = all(row, "td");
      var figure = part.querySelector(".shaded-map");
      var samples = {};
      var groups = {};
      all(figure, "[data-legend]").forEach(function (entry) {
        var name = entry.getAttribute("data-legend");
        var words = entry.lastElementChild;
        var step = /^step-(\d)/.exec(name);
        if (step) { words.textContent = classes[step[1] - 1] || ""; }
        entry.hidden = name !== "ground" && shades.indexOf(name) === -1;
        samples[name] = { node: entry, words: words.textContent };
      });
      heads.forEach(function (head, column) {
        var region = figure.querySelector("[data-district='" + head.getAttribute("data-district") + "']");
        var sample = samples[shades[column]];
        if (!region || !sample) { return; }
        var name = head.querySelector("a").textContent;
        var mark = cells[column].querySelector(".mark");
        var number = mark ? "" : ownText(cells[column]);
        var said = number || cells[column].querySelector(".unseen").textContent;
        var from = sample.node.querySelector("[data-part=area]");
        var area = region.querySelector("[data-part=area]");
        ["class", "fill", "fill-opacity"].forEach(function (look) { set(area, look, from.getAttribute(look)); });
        var sign = region.querySelector("[data-part=sign]");
        while (sign.firstChild) { sign.removeChild(sign.firstChild); }
        all(sample.node, "[data-part=sign] > *").forEach(function (child) { sign.appendChild(child.cloneNode(true)); });
        if (mark && sign.querySelector("text")) { sign.querySelector("text").textContent = mark.textContent; }
        var value = region.querySelector("[data-part=value]");
        if (value) { value.textContent = number; }
        region.setAttribute("data-shade", shades[column]);
        region.querySelector("title").textContent = name + ": " + said + ", " + sample.words;
        (groups[sample.words] = groups[sample.words] || []).push(name);
      });
      var title = row.getAttribute("data-title");
      figure.querySelector("svg > title").textContent = title;
      figure.querySelector(".map-title").textContent = title;
      figure.querySelector("svg > desc").textContent = part.getAttribute("data-description").replace("#",
        Object.keys(samples).map(function (name) { return samples[name].words; })
          .filter(function (words) { return groups[words]; })
          .map(function (words) { return words + ": " + groups[words].join(", ") + "."; }).join(" "));
    }

    if (indicator) {
      indicator.value = indicator.getAttribute("data-shown");
      part.querySelector(".map-title").setAttribute("aria-live", "polite");
      indicator.addEventListener("change", function () {
        rows.forEach(function (row) { if (row.getAttribute("data-key") === indicator.value) { draw(row); } });
      });
    }
  });
}());
