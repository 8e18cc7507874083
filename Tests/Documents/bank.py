"""What scripts add, in a real browser: the statistics bank, the comparison of districts and the search, held against the
published figures."""

import csv
import json
import pathlib
import random
import re
import tempfile
import time

from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

# How many choices of each indicator are held against the figures, and of how many indicators.
CHOICES = 2
INDICATORS = 12
SEED = 5

# The figure's marks are rounded to hundredths of a pixel; labels of its axis to what they say.
PIXELS = 0.03

MINUS, SPACE = "\u2212", "\u00a0"

_COUNTRY = "0"

# What the table shows: the headings of its columns and, row by row, each cell's number, mark and words.
TABLE = """
const table = document.querySelector('#bank-tabell table');
if (!table || document.getElementById('bank-ut').hidden) { return null; }
const text = (cell, selector) => { const found = cell.querySelector(selector); return found ? found.textContent : null; };
return {
    caption: table.caption.textContent,
    head: [...table.tHead.rows[0].cells].map(cell => cell.textContent),
    rows: [...table.tBodies[0].rows].map(row => [...row.cells].map(cell => ({
        text: cell.textContent, number: text(cell, '.number'), range: text(cell, '.range'), mark: text(cell, '.mark'),
        reason: text(cell, '.unseen') }))),
};
"""

# The chart: its marks and the labels of its axis.
CHART = """
const svg = document.querySelector('#bank-figur svg');
if (!svg) { return null; }
const number = (node, name) => Number(node.getAttribute(name));
return {
    dots: [...svg.querySelectorAll('circle.series-district:not([data-row]), rect.series-country')].map(node =>
        node.tagName === 'circle' ? [number(node, 'cx'), number(node, 'cy')]
            : [number(node, 'x') + number(node, 'width') / 2, number(node, 'y') + number(node, 'height') / 2]),
    whiskers: [...svg.querySelectorAll('line.interval')].map(node => [number(node, 'x1'), number(node, 'x2')]),
    points: [...svg.querySelectorAll('[data-row]')].map(node => {
        const box = node.tagName === 'circle' ? number(node, 'cy')
            : node.tagName === 'rect' ? number(node, 'y') + number(node, 'height') / 2
            : Number(node.getAttribute('d').match(/^M\\S+ (\\S+?)l/)[1]) + 4;
        return [number(node, 'data-row'), number(node, 'data-period'), box];
    }),
    axis: [...svg.querySelectorAll('[data-axis]')].map(node => [number(node, 'x'), number(node, 'y'), node.textContent]),
};
"""


class _Figures:
    """The rows of `figures.csv` by place, period, sex and age."""

    def __init__(self, site, demonstration=False):
        folder = site.root / ("demo/data" if demonstration else "data")
        self.edition = next(path.name for path in sorted(folder.iterdir()) if (path / "figures.csv").exists())
        self.rows = {}
        with open(folder / self.edition / "figures.csv", encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                period = tuple(int(row[name]) for name in ("period_start", "period_end"))
                self.rows.setdefault(row["indicator"], {})[
                    row["split"], row["area"], period, row["sex"], row["age"]] = row
        self.data = folder / self.edition

    def cube(self, indicator):
        return json.loads((self.data / "bank" / f"{indicator}.json").read_text(encoding="utf-8"))

    def row(self, indicator, split, area, period, sex, age):
        """The row of a figure; None where it was never worked out."""
        rows = self.rows[indicator]
        return rows.get((split, area, period, sex, age)) or rows.get(("", area, period, sex, age))


def _shown(text, language):
    """A number of the file as a page in `language` writes it."""
    whole, _, fraction = text.lstrip("-").partition(".")
    groups = re.sub(r"(?<=\d)(?=(\d{3})+$)", "," if language == "en" else SPACE, whole)
    sign = MINUS if text.startswith("-") and re.search("[1-9]", text) else ""
    return sign + groups + (("." if language == "en" else ",") + fraction if fraction else "")


def _range(row, language):
    if not row["lower"]:
        return None
    between = "–"
    if row["lower"].startswith("-") or row["upper"].startswith("-"):
        between = SPACE + ("to" if language == "en" else "til") + SPACE
    return _shown(row["lower"], language) + between + _shown(row["upper"], language)


def _number(text):
    """What a shown number says, in any language whose thousands are not parted by full stops."""
    plain = text.replace(SPACE, "").replace(MINUS, "-")
    return float(plain.replace(",", "") if "." in plain else plain.replace(",", "."))


def _period(pair):
    return str(pair[0]) if pair[0] == pair[1] else f"{pair[0]}_{pair[1]}"


def _years(pair):
    return str(pair[0]) if pair[0] == pair[1] else f"{pair[0]}–{pair[1]}"


def _wait(browser, script, *arguments, seconds=10):
    """What the script returns, once it returns something."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        found = browser.evaluate(script, *arguments)
        if found:
            return found
        time.sleep(0.05)
    return browser.evaluate(script, *arguments)


def _table(browser):
    return _wait(browser, TABLE)


class _Choice:
    """A choice of figures, as an address and as the rows the table should have."""

    def __init__(self, figures, indicator, rng):
        cube = figures.cube(indicator)
        splits = sorted({area["split"] for area in cube["areas"] if area["split"]})
        self.indicator, self.split = indicator, rng.choice(splits)
        areas = [area for area in cube["areas"] if area["split"] in ("", self.split)]
        kommune = {area["code"][:4] for area in areas if area["split"]}
        codes = [
            area["code"] for area in areas
            if area["level"] != "kommune" or area["code"] in kommune]
        chosen = set(rng.sample(codes, min(len(codes), rng.randint(1, 5))))
        order = {"district": 0, "unallocated": 1, "kommune": 2, "country": 3}
        listed = sorted(
            (area for area in areas if area["code"] in chosen), key=lambda area: order[area["level"]])
        self.areas = [(area["split"], area["code"]) for area in listed]
        first = rng.randrange(len(cube["periods"]))
        last = rng.choice([first, min(len(cube["periods"]) - 1, first + rng.randint(1, 6))])
        self.periods = [tuple(pair) for pair in cube["periods"][first:last + 1]]
        self.sexes = sorted(rng.sample(cube["sexes"], rng.randint(1, len(cube["sexes"]))))
        ages = set(rng.sample(cube["ages"], rng.randint(1, min(3, len(cube["ages"])))))
        self.ages = [age for age in cube["ages"] if age in ages]
        self.keys = [
            (split, code, sex, age) for split, code in self.areas for sex in self.sexes for age in self.ages]
        state = {
            "indikator": indicator, "inndeling": self.split, "sted": ".".join(code for _, code in self.areas),
            "fra": _period(self.periods[0]), "til": _period(self.periods[-1]),
        }
        if len(cube["sexes"]) > 1:
            state["kjonn"] = ".".join(self.sexes)
        if len(cube["ages"]) > 1:
            state["alder"] = ".".join(self.ages)
        self.address = "&".join(f"{name}={value}" for name, value in state.items())

    def row(self, figures, key, period):
        split, code, sex, age = key
        return figures.row(self.indicator, split, code, period, sex, age)


def _compare_table(figures, choice, table, language):
    """What of the table is not as the figures are."""
    if table is None:
        yield "there is no table"
        return
    if len(table["rows"]) != len(choice.keys):
        yield f"the table has {len(table['rows'])} rows, not {len(choice.keys)}"
        return
    before = 1 + (len(choice.sexes) > 1) + (len(choice.ages) > 1)
    for key, cells in zip(choice.keys, table["rows"]):
        for index, period in enumerate(choice.periods):
            row = choice.row(figures, key, period)
            cell = cells[before + index]
            where = f"{key}, {period}"
            if row is None or row["status"] != "shown":
                if cell["number"] is not None or re.search(r"\d", cell["text"]):
                    yield f"{where}: shows {cell['text']!r}, where there is no number"
                if not cell["mark"] or not cell["reason"]:
                    yield f"{where}: says nothing of why there is no number"
                continue
            if cell["number"] != _shown(row["value"], language):
                yield f"{where}: shows {cell['number']!r}, not {row['value']}"
            interval = cells[before + 1]["range"] if len(choice.periods) == 1 and row["lower"] else cell["range"]
            if interval != _range(row, language):
                yield f"{where}: shows the interval {interval!r}, not {row['lower']} to {row['upper']}"


def _scale(ends, index):
    """From pixels to values, by the first and last label of an axis."""
    first, last = ends[0], ends[-1]
    low, high = _number(first[2]), _number(last[2])
    # A label below the axis stands where its line does; one beside it four pixels lower.
    lower, upper = (first[index] - (4 if index else 0), last[index] - (4 if index else 0))
    step = (high - low) / (upper - lower)
    return (lambda place: low + (place - lower) * step), abs(step) * PIXELS


def _compare_chart(figures, choice, chart):
    """What of the chart is not as the figures are."""
    rows = [(key, [choice.row(figures, key, period) for period in choice.periods]) for key in choice.keys]
    known = [[row for row in own if row is not None and row["status"] == "shown"] for _, own in rows]
    count = sum(len(own) for own in known)
    if chart is None:
        if count and (len(choice.periods) == 1 or len(rows) <= 8):
            yield "there is no chart"
        return
    if len(choice.periods) == 1:
        value, slack = _scale(chart["axis"], 0)
        marks = [(value(x), y) for x, y in sorted(chart["dots"], key=lambda dot: dot[1])]
        shown = [float(own[0]["value"]) for own in known if own]
        if len(marks) != len(shown):
            yield f"the chart has {len(marks)} marks for {len(shown)} numbers"
        for (drawn, _), written in zip(marks, shown):
            if abs(drawn - written) > slack:
                yield f"a mark stands at {drawn}, not {written}"
        ends = [(float(own[0]["lower"]), float(own[0]["upper"])) for own in known if own and own[0]["lower"]]
        if len(ends) != len(chart["whiskers"]):
            yield f"the chart has {len(chart['whiskers'])} intervals, not {len(ends)}"
        for drawn, written in zip(chart["whiskers"], ends):
            if any(abs(value(x) - end) > slack for x, end in zip(drawn, written)):
                yield f"an interval is drawn from {value(drawn[0])} to {value(drawn[1])}, not {written}"
    else:
        value, slack = _scale(chart["axis"], 1)
        if len(chart["points"]) != count:
            yield f"the chart has {len(chart['points'])} points for {count} numbers"
        for row, period, y in chart["points"]:
            written = rows[row][1][period]
            if written is None or written["status"] != "shown":
                yield f"a point is drawn for {rows[row][0]}, {choice.periods[period]}, which has no number"
            elif abs(value(y) - float(written["value"])) > slack:
                yield f"a point stands at {value(y)}, not {written['value']}"


def _download(browser, folder, button):
    """The text of the file that a button saves."""
    for old in folder.iterdir():
        old.unlink()
    browser.driver.find_element(By.ID, button).click()
    end = time.monotonic() + 10
    while time.monotonic() < end:
        found = [path for path in folder.iterdir() if path.suffix == ".csv"]
        if found and found[0].stat().st_size:
            return found[0].read_bytes().decode("utf-8")
        time.sleep(0.05)
    return ""


def _compare_download(figures, choice, text, sheet):
    """What of the saved files is not what the table shows."""
    wanted = [(key, period) for key in choice.keys for period in choice.periods]
    saved = list(csv.DictReader(text.splitlines()))
    if len(saved) != len(wanted):
        yield f"the file has {len(saved)} rows, not {len(wanted)}"
        return
    for (key, period), own in zip(wanted, saved):
        row = choice.row(figures, key, period)
        if row is None:
            row = {"value": "", "lower": "", "upper": "", "status": "missing"}
        for name in ("value", "lower", "upper", "status"):
            if own[name] != row[name]:
                yield f"{key}, {period}: {name} is {own[name]!r}, not {row[name]!r}"
        place = (own["area"], (int(own["period_start"]), int(own["period_end"])), own["sex"], own["age"])
        if place != (key[1], period, key[2], key[3]):
            yield f"{key}, {period}: the row is about {place}"
    if not sheet.startswith("\ufeff"):
        yield "the spreadsheet's file lacks its byte order mark"
    lines = list(csv.reader(sheet.removeprefix("\ufeff").splitlines(), delimiter=";"))
    numbers = [line[8].replace(",", ".") for line in lines[1:]]
    if numbers != [own["value"] for own in saved]:
        yield "the spreadsheet's file has other numbers than the table"


def check_bank(site, browser, results):
    faults, downloads, charts = [], [], []
    looked = 0
    rng = random.Random(SEED)
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(scratch)
        browser.driver.execute_cdp_cmd(
            "Browser.setDownloadBehavior", {"behavior": "allow", "downloadPath": str(folder)})
        for prefix in _editions(site):
            figures = _Figures(site, demonstration=bool(prefix))
            known = sorted(
                indicator for indicator in figures.rows
                if any(area["split"] for area in figures.cube(indicator)["areas"]))
            broken = [one for one in known if len(figures.cube(one)["ages"]) > 1]
            rest = [one for one in known if one not in broken]
            for indicator in broken + rng.sample(rest, min(INDICATORS, len(rest))):
                for number in range(CHOICES):
                    choice = _Choice(figures, indicator, rng)
                    language = ("nb", "nn", "en")[looked % 3]
                    browser.show(width=1280)
                    browser.open(f"{prefix}{language}/tabeller/index.html?{choice.address}")
                    place = f"{prefix}{language}, {choice.address}"
                    found = _table(browser)
                    faults += [f"{place}: {fault}" for fault in _compare_table(figures, choice, found, language)]
                    if browser.evaluate("return location.search") != "?" + choice.address:
                        faults.append(f"{place}: the address becomes {browser.evaluate('return location.search')}")
                    charts += [
                        f"{place}: {fault}"
                        for fault in _compare_chart(figures, choice, browser.evaluate(CHART))]
                    if found and number == 0:
                        text = _download(browser, folder, "bank-csv")
                        sheet = _download(browser, folder, "bank-regneark")
                        downloads += [
                            f"{place}: {fault}" for fault in _compare_download(figures, choice, text, sheet)]
                    looked += 1
    extent = f"{looked} choices in {len(_editions(site))} editions"
    results.add("the statistics bank shows the published figures of what an address asks for", faults, extent)
    results.add("the marks of the bank's charts lie where the published figures do", charts, extent)
    results.add("what the bank saves is what it shows", downloads, extent)


def _editions(site):
    """The folders of the editions that have a bank."""
    return [prefix for prefix in ("", "demo/") if (site.root / f"{prefix}nb/tabeller/index.html").exists()]


def check_bank_by_keyboard(site, browser, results):
    """Chooses with the keyboard alone, and reads what is announced."""
    faults = []
    browser.show(width=1280)
    browser.open("nb/tabeller/index.html")
    if _table(browser) is None:
        faults.append("the bank shows nothing at first")
    before = browser.evaluate("return document.getElementById('bank-svar').textContent")
    browser.evaluate("document.getElementById('bank-indikator').focus()")
    keys = ActionChains(browser.driver, duration=0)
    keys.send_keys(Keys.ARROW_DOWN).perform()
    after = _wait(
        browser, "const text = document.getElementById('bank-svar').textContent; "
        "return document.getElementById('bank-ut').hidden || location.search.includes('indikator=' + arguments[0]) "
        "? null : text", browser.evaluate("return document.getElementById('bank-indikator').options[0].value"))
    if not after or not re.search(r"\d", after):
        faults.append(f"the number of rows is not announced: {before!r}, then {after!r}")
    if browser.evaluate("return document.activeElement.id") != "bank-indikator":
        faults.append("the focus is lost when another indicator is chosen")
    # To the first place, and out of it with the space bar.
    ActionChains(browser.driver, duration=0).send_keys(Keys.TAB, Keys.TAB).perform()
    place = browser.evaluate("return document.activeElement.name")
    rows = len(_table(browser)["rows"])
    ActionChains(browser.driver, duration=0).send_keys(Keys.SPACE).perform()
    fewer = _wait(browser, TABLE)
    if place != "sted" or len(fewer["rows"]) != rows - 1:
        faults.append(f"the space bar does not take a place out: {rows} rows, then {len(fewer['rows'])}")
    if browser.evaluate("return document.activeElement.name") != "sted":
        faults.append("the focus is lost when a place is taken out")
    # Nothing chosen is never answered with nothing.
    browser.evaluate(
        "document.querySelector('fieldset[data-split]:not([hidden]) [data-none]').focus()")
    ActionChains(browser.driver, duration=0).send_keys(Keys.ENTER).perform()
    said = browser.evaluate("return document.getElementById('bank-svar').textContent")
    first = browser.evaluate(
        "return document.querySelector('fieldset[data-split]:not([hidden]) label:not([hidden]) span').textContent")
    if first not in said:
        faults.append(f"an empty choice is not told what there is: {said!r}")
    browser.open("nb/tabeller/index.html?indikator=finnes-ikke&sted=999999")
    said = _wait(
        browser, "const text = document.getElementById('bank-svar').textContent; "
        "return text.includes('finnes-ikke') ? text : null")
    if not said:
        faults.append("an address that asks for what does not exist is not told so")
    faults += [f"the browser complains: {message}" for message in browser.console()]
    results.add("the statistics bank is worked by keyboard, announces, keeps the focus and never answers empty",
                faults, "one visit")


def check_bank_without_figures(site, browser, results):
    """Says so where the figures cannot be fetched, and points to the plain tables."""
    faults = []
    browser.driver.execute_cdp_cmd("Network.enable", {})
    for pattern, page, answer in (("*bank/*.json", "tabeller", "bank-svar"),
                                  ("*barometers.json", "sammenlign", "sammenlign-svar")):
        browser.driver.execute_cdp_cmd("Network.setBlockedURLs", {"urls": [pattern]})
        browser.open(f"nb/{page}/index.html")
        said = _wait(
            browser, "const text = document.getElementById(arguments[0]).textContent; "
            "return text.includes('kunne ikke hentes') ? text : null", answer)
        if not said:
            faults.append(f"{page} does not say that its figures could not be fetched")
    browser.driver.execute_cdp_cmd("Network.setBlockedURLs", {"urls": []})
    browser.console()
    for page, answer in (("tabeller", "bank-svar"), ("sammenlign", "sammenlign-svar")):
        browser.driver.get((site.root / f"nb/{page}/index.html").as_uri())
        said = _wait(browser, "return document.getElementById(arguments[0]).textContent.includes('mappe')", answer)
        if not said:
            faults.append(f"{page} does not say that it was opened from a disk")
    browser.console()
    results.add("scripts say when figures cannot be fetched, and point to the plain pages", faults, "4 visits")


COMPARED = """
const out = document.getElementById('sammenlign-ut');
if (out.hidden) { return null; }
const text = (cell, selector) => { const found = cell.querySelector(selector); return found ? found.textContent.trim() : null; };
return {
    head: [...out.querySelectorAll('thead th.filled')].map(cell => cell.firstChild.textContent),
    rows: [...out.querySelectorAll('[data-indicator]')].filter(row => !row.hidden).map(row => ({
        indicator: row.dataset.indicator,
        cells: [...row.querySelectorAll('td')].map(cell => ({
            number: text(cell, '.number'), range: text(cell, '.range'), verdict: (cell.querySelector('.verdict') || {}).className,
            period: text(cell, '.period'), text: cell.textContent })),
        period: [...row.cells[0].querySelectorAll('.filled')].map(part => part.textContent)[0] })),
};
"""


def check_comparison(site, browser, results):
    """The districts side by side against the published figures."""
    faults = []
    looked = 0
    rng = random.Random(SEED)
    browser.show(width=1280)
    for prefix in _editions(site):
        figures = _Figures(site, demonstration=bool(prefix))
        splits = json.loads((figures.data / "barometers.json").read_text(encoding="utf-8"))["splits"]
        districts = sorted(
            {(split, code) for split, rows in splits.items() for row in rows.values() for code in row["districts"]})
        for language in ("nb", "nn", "en"):
            chosen = rng.sample(districts, rng.randint(2, 4))
            codes = [code for _, code in chosen]
            browser.open(f"{prefix}{language}/sammenlign/index.html?bydel={'.'.join(codes)}")
            found = _wait(browser, COMPARED)
            place = f"{prefix}{language}, {codes}"
            if not found or len(found["head"]) != len(codes) + 1:
                faults.append(f"{place}: {found and found['head']} stand side by side")
                continue
            if browser.evaluate("return location.search") != "?bydel=" + ".".join(codes):
                faults.append(f"{place}: the address becomes {browser.evaluate('return location.search')}")
            for shown in found["rows"]:
                for (split, code), cell in zip(chosen, shown["cells"]):
                    looked += 1
                    faults += [
                        f"{place}: {shown['indicator']}, {code}: {fault}"
                        for fault in _compare_district(figures, shown, split, code, cell, language)]
        # From a profile, with the district chosen.
        profile = next(page for page in site.of_kind("profile", "nb") if page.path.startswith(prefix + "nb/"))
        link = next(link for _, link in profile.links if "sammenlign" in link and "bydel=" in link)
        target, _ = profile.resolve(link)
        browser.open(f"{target}?{link.split('?')[1]}")
        found = _wait(browser, COMPARED)
        if not found or profile.title.split(":")[0] not in found["head"]:
            faults.append(f"{profile.path}: its link does not compare the district")
    faults += [f"the browser complains: {message}" for message in browser.console()]
    results.add("the comparison of districts shows the published figures and verdicts", faults, f"{looked} cells")


def _compare_district(figures, shown, split, code, cell, language):
    years = cell["period"] or shown["period"]
    pair = tuple(int(year) for year in (years.split("–") if years and "–" in years else [years or 0] * 2))
    ages = {key[4] for key in figures.rows[shown["indicator"]] if key[1] == code and key[2] == pair and key[3] == "0"}
    row = next(
        (own for age in sorted(ages, key=lambda age: int(age.split("_")[0]) - int(age.split("_")[1]))
         if (own := figures.row(shown["indicator"], split, code, pair, "0", age))), None)
    if row is None:
        if cell["number"] is not None:
            yield f"shows {cell['number']} for {years}, of which there is no figure"
        return
    if row["status"] != "shown":
        if cell["number"] is not None:
            yield f"shows {cell['number']}, which is {row['status']}"
        return
    if cell["number"] != _shown(row["value"], language):
        yield f"shows {cell['number']}, not {row['value']}"
    if cell["range"] != _range(row, language):
        yield f"shows the interval {cell['range']}, not {row['lower']} to {row['upper']}"
    wanted = {
        "higher": ("favourable", "less-favourable", "higher"), "lower": ("favourable", "less-favourable", "lower"),
        "not-different": ("not-different",), "not-tested": ("not-tested",), "": (),
    }[row["comparison"]]
    drawn = (cell["verdict"] or "").removeprefix("verdict ").strip()
    if (drawn or None) not in (wanted or (None,)):
        yield f"is marked {drawn!r}, and the test came to {row['comparison']!r}"


# What is typed, and a name among the first hits; `demo/` where only the demonstration has it.
SEARCHES = [
    ("", "nb", "arstad", "Årstad"), ("", "nb", "aarstad", "Årstad"), ("", "nb", "ÅRSTAD", "Årstad"),
    ("", "nb", "osteras", None), ("", "nb", "ostensjo", "Østensjø"), ("", "nb", "oestensjoe", "Østensjø"),
    ("", "nb", "grunerlokka", "Grünerløkka"), ("", "nb", "460107", "Årstad"), ("", "en", "bergen", "Bergen"),
    ("", "nb", "arstda", "Årstad"), ("", "nb", "innbyggere", "Folkemengde"), ("", "nn", "innbyggjarar", "Folkemengd"),
    ("", "en", "poverty vaccine", None), ("demo/", "nb", "fattigdom", "Vedvarende lavinntekt, alle aldre"),
    ("demo/", "nn", "poverty", "Vedvarande låginntekt, alle aldrar"), ("demo/", "nb", "kols", "KOLS behandlet i sykehus, 45 år og over"),
    ("demo/", "en", "copd", "COPD treated in hospital, 45 years and over"), ("demo/", "nb", "sukkersyke", "Type 2-diabetes, legemiddelbrukere, 30–74 år"),
]

HITS = """
return { hits: [...document.querySelectorAll('#finn-treff a')].map(link => link.textContent),
    said: document.getElementById('finn-svar').textContent,
    index: !document.getElementById('finn-register').hidden };
"""


def check_search(site, browser, results):
    """What is typed finds what is meant, from every page, and the index stays where nothing is found."""
    faults = []
    editions = _editions(site)
    browser.show(width=1280)
    looked = 0
    for prefix, language, typed, wanted in SEARCHES:
        if prefix not in editions:
            continue
        looked += 1
        browser.open(f"{prefix}{language}/indikator/index.html")
        field = browser.driver.find_element(By.ID, "sok-hode")
        field.send_keys(typed, Keys.ENTER)
        _wait(browser, "return location.pathname.includes('/finn/') && document.readyState === 'complete'")
        found = browser.evaluate(HITS)
        if wanted is None:
            if found["hits"] or not found["index"] or not found["said"]:
                faults.append(f"{typed!r} in {prefix}{language} finds {found['hits'][:3]}, saying {found['said']!r}")
        elif wanted not in found["hits"][:5]:
            faults.append(f"{typed!r} in {prefix}{language} finds {found['hits'][:5]}, not {wanted}")
        elif not found["said"]:
            faults.append(f"{typed!r} in {prefix}{language}: the number of hits is not announced")
    # Every entry is found by its own name, first or beside its namesakes.
    browser.open("nb/finn/index.html")
    lost = browser.evaluate("""
        const field = document.getElementById('finn-felt');
        const names = [...new Set([...document.querySelectorAll('#finn-register li[data-words] a')].map(link => link.textContent))];
        return names.filter(name => {
            field.value = name;
            field.dispatchEvent(new Event('input'));
            return document.querySelector('#finn-treff a').textContent !== name;
        });
        """)
    faults += [f"{name} is not the first hit for its own name" for name in lost]
    faults += [f"the browser complains: {message}" for message in browser.console()]
    results.add("the search finds places and indicators by names, codes, synonyms and other spellings", faults,
                f"{looked} searches, and every entry by its name")


def check_embedding(site, browser, results):
    """The code that a fact sheet offers shows the chart on another page."""
    faults = []
    page = next(page for page in site.of_kind("indicator", "nb"))
    browser.open(page.path)
    codes = browser.evaluate("return [...document.querySelectorAll('code[data-from]')].map(code => code.textContent)")
    frames = [code for code in codes if code.startswith("<iframe")]
    images = [code for code in codes if code.startswith("<img")]
    if not frames or len(frames) != len(images):
        faults.append(f"{page.path} offers {len(frames)} frames and {len(images)} pictures")
    for code in codes:
        if not re.search(r'src="http://127\.0\.0\.1:\d+/', code):
            faults.append(f"{page.path}: the address is not whole in {code[:80]}")
        if not re.search(r'(title|alt)="[^"]{10,}"', code):
            faults.append(f"{page.path}: there is no name in {code[:80]}")
    if frames:
        source = re.search(r'src="([^"]+)"', frames[0])[1]
        browser.driver.get(source)
        shown = browser.evaluate(
            "const image = document.querySelector('img'); return { width: image.naturalWidth, alt: image.alt, "
            "links: [...document.links].map(link => link.target) };")
        if not shown["width"] or len(shown["alt"]) < 20 or shown["links"] != ["_top"]:
            faults.append(f"{source} shows {shown}")
    faults += [f"the browser complains: {message}" for message in browser.console()]
    results.add("the code to embed a chart is whole, named and shows the chart", faults, f"{len(codes)} codes")


def check(site, browser, results):
    check_bank(site, browser, results)
    check_bank_by_keyboard(site, browser, results)
    check_comparison(site, browser, results)
    check_search(site, browser, results)
    check_embedding(site, browser, results)
    check_bank_without_figures(site, browser, results)
