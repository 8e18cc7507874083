// Narrows the front page's list of districts to those that match what is typed; Enter searches everything. The page works
// without it.
(function () {
  "use strict";
  var form = document.getElementById("sok");
  if (!form) { return; }
  var field = document.getElementById("sok-felt");
  var answer = document.getElementById("sok-svar");
  var cities = Array.prototype.slice.call(document.querySelectorAll(".city"));

  // æ, ø and å may be typed as ae, o or oe, and a or aa; accents do not matter.
  function plain(text) {
    return text.toLowerCase()
      .replace(/æ/g, "ae").replace(/oe/g, "o").replace(/ø/g, "o").replace(/aa/g, "a").replace(/å/g, "a")
      .normalize("NFD").replace(/[\u0300-\u036f]/g, "").trim();
  }

  function narrow() {
    var wanted = plain(field.value);
    var found = 0;
    cities.forEach(function (city) {
      var ofCity = plain(city.querySelector("h3").textContent).indexOf(wanted) === 0;
      var shown = 0;
      Array.prototype.forEach.call(city.querySelectorAll("li"), function (item) {
        var fits = wanted === "" || ofCity || plain(item.textContent).indexOf(wanted) !== -1 ||
          item.getAttribute("data-code").indexOf(wanted) === 0;
        item.hidden = !fits;
        if (fits) { shown += 1; }
      });
      city.hidden = shown === 0;
      found += shown;
    });
    answer.textContent = wanted === "" ? "" :
      found === 0 ? form.getAttribute("data-found-none") :
      found === 1 ? form.getAttribute("data-found-one") :
      form.getAttribute("data-found-other").replace("#", String(found));
  }

  field.addEventListener("input", narrow);
  narrow();
}());
