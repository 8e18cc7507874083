"""Every drawing of the site read back: from its coordinates alone to values, held against the published figures.

Only shapes and places are looked at, never a class or a colour, so that what these checks read is what a reader of a
black-and-white print reads too.
"""

import re
import xml.etree.ElementTree as ElementTree

from figures import Figures, decimals, number, period, verdict

# The barometer's track, in pixels: its ends and its middle.
LEFT, RIGHT, MIDDLE = 24.0, 296.0, 160.0
# How far a place may be from its value, as it is written in tenths; and where the scale is read from places too.
PLACE, READ_PLACE = 0.06, 0.12

VERDICTS = ("favourable", "less-favourable", "higher", "lower", "not-different")


class Shape:
    """An element of a picture: its name, its attributes as numbers where they are, and the points it goes through."""

    def __init__(self, element):
        self.name = element.tag.rpartition("}")[2]
        self.text = "".join(element.itertext())
        self.numbers = {
            name: float(value) for name, value in element.attrib.items()
            if re.fullmatch(r"-?[0-9]*\.?[0-9]+", value)
        }
        self.is_line = "stroke-width" in element.attrib
        self.is_dashed = "stroke-dasharray" in element.attrib
        self.is_end = element.get("text-anchor") == "end"
        self.is_faint = "fill-opacity" in element.attrib
        self.runs = runs(element.get("d", ""))

    def __getitem__(self, name):
        return self.numbers[name]

    @property
    def geometry(self):
        """Where it lies, for comparing one picture with another."""
        places = {name: self.numbers[name] for name in sorted(self.numbers) if name in PLACES}
        return self.name, tuple(places.items()), tuple(map(tuple, self.runs)), self.text


PLACES = ("x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "width", "height", "font-size", "stroke-width")


def runs(course):
    """The points of a path, one list for each time the pen came down; places are whole tenths."""
    found = []
    x = y = 0.0
    for command, rest in re.findall(r"([Mlhvz])([-0-9. ]*)", course):
        values = [float(value) for value in re.findall(r"-?[0-9.]+", rest)]
        if command == "z":
            continue
        if command == "M":
            x, y = values
            found.append([])
        else:
            across = values[0] if command in "lh" else 0
            down = values[-1] if command in "lv" else 0
            x, y = round(x + across, 1), round(y + down, 1)
        found[-1].append((x, y))
    return found


def shapes(picture):
    return [Shape(element) for element in picture.iter() if element.tag.rpartition("}")[2] not in (
        "svg", "g", "title", "desc", "a")]


def mark_of(shape):
    """The verdict a mark stands for by its shape, and where it stands; None for any other shape."""
    if shape.name == "circle":
        return ("not-different" if shape.is_line else "favourable"), shape["cx"], shape["cy"]
    if shape.name == "rect" and shape["width"] == shape["height"]:
        return "less-favourable", shape["x"] + shape["width"] / 2, shape["y"] + shape["height"] / 2
    if shape.name != "path":
        return None
    if len(shape.runs) == 2 and shape.is_line and all(len(run) == 2 for run in shape.runs):
        (a, b), (c, d) = shape.runs
        # Two strokes across each other; a whisker's are level and upright.
        if a[0] != b[0] and a[1] != b[1]:
            return "not-tested", (a[0] + b[0]) / 2, (a[1] + b[1]) / 2
    if len(shape.runs) == 1 and len(shape.runs[0]) == 3 and not shape.is_line:
        apex, *base = shape.runs[0]
        if base[0][1] == base[1][1]:
            half = abs(base[0][1] - apex[1]) / 1.8
            return ("higher" if apex[1] < base[0][1] else "lower"), apex[0], (
                apex[1] + half if apex[1] < base[0][1] else apex[1] - half)
    return None


def whisker_of(shape):
    """The ends of an interval; None for any other shape."""
    if shape.name == "path" and len(shape.runs) == 3 and all(len(run) == 2 for run in shape.runs):
        (left, y), (right, level) = shape.runs[0]
        if y == level:
            return left, right, y
    return None


class Checked:
    """Counts what was read and collects what was wrong."""

    def __init__(self):
        self.count = 0
        self.faults = []

    def equal(self, found, wanted, what):
        self.count += 1
        if found != wanted:
            self.faults.append(f"{what}: {found} is drawn, {wanted} is published")

    def near(self, found, wanted, room, what):
        self.count += 1
        if found is None or wanted is None or abs(found - wanted) > room:
            self.faults.append(f"{what}: {found} is drawn, {wanted} is published")


def check_drawings(site, results):
    figures = {demo: Figures(site.root, demo) for demo in (False, True)}
    pages = [page for page in site.pages if page.kind in ("profile", "indicator")]
    codes = {}
    for page in pages:
        if page.kind == "profile":
            place = page.path.removeprefix("demo/").split("/")
            codes.setdefault((page.is_demonstration, place[1]), set()).add(place[2].partition("-")[0])
    rows, charts, copies = Checked(), Checked(), Checked()
    for page in pages:
        root = ElementTree.fromstring((site.root / page.path).read_text(encoding="utf-8").partition(">")[2])
        own = figures[page.is_demonstration]
        if page.kind == "profile":
            check_profile(page, root, own, codes, rows, charts)
        else:
            check_sheet(page, root, own, charts)
        check_copies(site, page, root, copies)
    results.add(
        "every barometer and sparkline reads back as the published figures, verdicts by shape alone", rows.faults,
        f"{rows.count} readings")
    results.add("every figure and fact sheet reads back as the published figures", charts.faults, f"{charts.count} readings")
    results.add(
        "a picture to download is drawn as the one on its page", copies.faults, f"{copies.count} pictures")


def cells(row):
    return {(cell.get("class") or "").split(" ")[-1]: cell for cell in row}


def plain(element):
    """What a sighted reader sees of a cell."""
    parts = [element.text or ""]
    for child in element:
        if "unseen" not in (child.get("class") or ""):
            parts.append(plain(child))
        parts.append(child.tail or "")
    return "".join(parts).strip()


def indicator_of(link):
    return re.search(r"indikator/([^/]+)/", link.get("href")).group(1)


# MARK: - Profiles


def check_profile(page, root, figures, codes, rows, charts):
    place = page.path.removeprefix("demo/").split("/")
    split, code = place[1], place[2].partition("-")[0]
    sisters = sorted(codes[page.is_demonstration, split] - {code})
    titles = {}
    for table in root.iter("table"):
        for row in table.iter("tr"):
            link = row.find("th/a")
            if link is None or "indikator/" not in link.get("href"):
                continue
            indicator = indicator_of(link)
            titles["".join(link.itertext())] = indicator
            if table.get("class") == "barometer":
                written = re.search(r", ([0-9]{4}(–[0-9]{4})?)", "".join(row.find("th/span").itertext())).group(1)
                what = f"{page.path} {indicator}"
                check_row(what, row, figures, indicator, written, code, sisters, rows)
    for figure in root.iter("figure"):
        picture = figure.find("svg")
        name = picture.find("title").get("id").removesuffix("-title") if picture is not None else ""
        if not name.startswith("figur-"):
            continue
        section = next(part for part in root.iter("section") if figure in list(part))
        indicator = titles.get("".join(section.find("h3").itertext()))
        what = f"{page.path} {name}"
        if indicator is None:
            check_pyramid(what, shapes(picture), section, figures, code, charts)
        elif any(shape.name == "line" and shape.numbers.get("x1") == shape.numbers.get("x2") and
                 shape["y2"] - shape["y1"] > 30 and not shape.is_dashed for shape in shapes(picture)):
            names = table_places(section, figures, sisters + [code])
            check_dots(what, shapes(picture), figures, indicator, period_of(picture), names, charts)
        else:
            check_trend(what, shapes(picture), figures, indicator, code, charts)


def kommune(code):
    return code[:4]


def check_row(what, row, figures, indicator, written, code, sisters, checked):
    own = figures.by_period(code, indicator)[written]
    city = figures.by_period(kommune(code), indicator).get(written)
    country = figures.by_period("0", indicator).get(written)
    for cell, figure in zip(row.findall("td[@data-of]"), (own, city, country)):
        shown = figure is not None and figure["status"] == "shown"
        checked.equal(number(plain(cell)), float(figure["value"]) if shown else None, f"{what} cell")
    chart = row.find("td[@class='chart']/svg")
    marks = shapes(chart)
    found = [mark for mark in map(mark_of, marks) if mark and abs(mark[2] - 14) < 0.3]
    wanted = verdict(own)
    checked.equal(found[0][0] if found else None, wanted, f"{what} mark")
    symbol = row.find("td[@class='judged']/span/svg")
    spoken = [mark_of(shape)[0] for shape in shapes(symbol)] if symbol is not None else [None]
    checked.equal(spoken[0], wanted, f"{what} symbol")
    words = plain(row.find("td[@class='judged']/span"))
    checked.equal(bool(words), True, f"{what} words")
    check_scale(what, marks, found, own, city, country, [
        figures.by_period(sister, indicator).get(written) for sister in sisters], checked)
    check_spark(what, row.find("td[@class='trend']/svg"), figures, indicator, code, checked)


def check_scale(what, marks, found, own, city, country, sisters, checked):
    shown = [row for row in (own, city, country, *sisters) if row is not None and row["status"] == "shown"]
    if not shown:
        checked.equal(len(found), 0, f"{what} marks")
        return
    ends = [number(shape.text) for shape in marks if shape.name == "text" and shape["y"] == 26
            and shape["x"] in (1, 319)]
    low, high = ends
    per_pixel = (high - low) / (RIGHT - LEFT)
    unit = 10.0 ** -max(map(decimals, shown))
    room = 0.51 * unit + PLACE * abs(per_pixel)

    def read(x):
        return low + (x - LEFT) * per_pixel

    def value(row, column="value"):
        return float(row[column]) if row is not None and row["status"] == "shown" and row[column] else None

    inside = [min(low, high) - 0.51 * unit, max(low, high) + 0.51 * unit]
    upright = [
        shape.runs[0] for shape in marks if shape.name == "path" and len(shape.runs) == 1 and len(shape.runs[0]) == 2
        and shape.is_line and shape.runs[0][0][0] == shape.runs[0][1][0]]
    spine = [run for run in upright if run[1][1] - run[0][1] == 24]
    if value(country) is not None:
        checked.equal([run[0][0] for run in spine], [MIDDLE], f"{what} spine")
        checked.near(read(MIDDLE), value(country), room, f"{what} country")
    if value(own) is not None:
        checked.near(read(found[0][1]), value(own), room, f"{what} value")
    whiskers = [ends for ends in map(whisker_of, marks) if ends]
    wanted = [value(own, "lower"), value(own, "upper")] if value(own, "lower") is not None else None
    checked.equal(len(whiskers), 1 if wanted else 0, f"{what} whiskers")
    if wanted and whiskers:
        for x, end in zip(whiskers[0], wanted if per_pixel > 0 else wanted[::-1]):
            checked.near(read(x), end, room, f"{what} interval")
    ticks = [run for run in upright if run[1][1] - run[0][1] == 10]
    if ticks:
        checked.near(read(ticks[0][0][0]), value(city), room, f"{what} city")
    drawn = sorted(
        read(run[0][0]) for shape in marks if shape.name == "path" and shape.is_line and not whisker_of(shape)
        and mark_of(shape) is None for run in shape.runs if run[1][1] - run[0][1] == 6)
    values = sorted(filter(lambda number: number is not None, map(value, sisters)))
    sure = [number for number in values if inside[0] + unit < number < inside[1] - unit]
    if not len(sure) <= len(drawn) <= len(values):
        checked.faults.append(f"{what}: {len(drawn)} other districts are drawn, {len(values)} have numbers")
    for place in drawn:
        checked.near(place, min(values, key=lambda number: abs(number - place), default=None), room, f"{what} sister")


def check_spark(what, picture, figures, indicator, code, checked):
    if picture is None:
        return
    series = [figures.series(area, indicator) for area in (code, "0")]
    periods = sorted({
        (row["period_start"], row["period_end"]) for rows in series for row in rows if row["status"] == "shown"})
    shown = [float(row["value"]) for rows in series for row in rows if row["status"] == "shown"]
    (low, high), drawn = (min(shown), max(shown)), shapes(picture)
    middles = [(int(start) + int(end)) / 2 for start, end in periods]
    for rows, stroke in zip(series, (2, 0.8)):
        points = [point for shape in drawn if shape.name == "path" and shape.numbers.get("stroke-width") == stroke
                  for run in shape.runs for point in run]
        points += [(shape["cx"], shape["cy"]) for shape in drawn if shape.name == "circle"
                   and shape["r"] == (1.6 if stroke == 2 else 1)]
        wanted = [row for row in rows if row["status"] == "shown"]
        checked.equal(len(points), len(wanted), f"{what} sparkline points")
        for (x, y), row in zip(sorted(points), wanted):
            read = low + (25 - y) / 22 * (high - low) if high > low else low
            checked.near(read, float(row["value"]), PLACE / 22 * (high - low) + 1e-9, f"{what} sparkline")
            middle = (int(row["period_start"]) + int(row["period_end"])) / 2
            if middles[-1] > middles[0]:
                year = middles[0] + (x - 3) / 90 * (middles[-1] - middles[0])
                checked.near(year, middle, PLACE / 90 * (middles[-1] - middles[0]) + 1e-9, f"{what} sparkline year")


# MARK: - Figures


def scale(points):
    """The line through the first and last of (place, value) pairs, as a function from places to values."""
    (a, low), (b, high) = points[0], points[-1]
    return lambda place: low + (place - a) / (b - a) * (high - low), abs((high - low) / (b - a))


def period_of(picture):
    return re.findall(r"[0-9]{4}(?:–[0-9]{4})?", "".join(picture.find("title").itertext()))[-1]


def table_places(section, figures, codes):
    """The codes of the districts in the order of the table below a profile's figure, by the links of its map."""
    names = ["".join(row.find("th").itertext()) for row in section.iter("tr") if row.find("td") is not None]
    return dict(zip(names, sorted(codes)))


def check_dots(what, marks, figures, indicator, written, places, checked):
    ticks = sorted(
        {(shape["x1"], number(text.text)) for shape in marks if shape.name == "line" and shape["x1"] == shape["x2"]
         for text in marks if text.name == "text" and text.numbers.get("x") == shape["x1"]
         and number(text.text) is not None and text["y"] > shape["y2"]})
    read, per_pixel = scale(ticks)
    room = READ_PLACE * per_pixel + 1e-9
    for name, code in places.items():
        row = figures.by_period(code, indicator).get(written)
        label = [shape for shape in marks if shape.name == "text" and shape.text == name and shape.is_end]
        if row is None or not label:
            checked.faults.append(f"{what}: no row for {name}")
            continue
        y = label[0]["y"] - 4
        found = [mark for mark in map(mark_of, marks) if mark and abs(mark[2] - y) < 0.3]
        checked.equal(found[0][0] if found else None, verdict(row), f"{what} {name} mark")
        if row["status"] != "shown":
            continue
        checked.near(read(found[0][1]), float(row["value"]), room, f"{what} {name}")
        whiskers = [ends for ends in map(whisker_of, marks) if ends and ends[2] == y]
        checked.equal(len(whiskers), 1 if row["lower"] else 0, f"{what} {name} whiskers")
        for x, column in zip(whiskers[0] if whiskers else (), ("lower", "upper")):
            checked.near(read(x), float(row[column]), room, f"{what} {name} {column}")
        said = [shape for shape in marks if shape.name == "text" and shape.is_end and shape["x"] == 632
                and abs(shape["y"] - 4 - y) < 0.1]
        checked.equal(number(said[0].text), float(row["value"]), f"{what} {name} number")


def check_trend(what, marks, figures, indicator, code, checked):
    ticks = sorted({
        (shape["y1"], number(text.text)) for shape in marks if shape.name == "line" and shape["y1"] == shape["y2"]
        for text in marks if text.name == "text" and text.is_end and text["y"] == shape["y1"] + 4})
    read, per_pixel = scale(ticks)
    room = READ_PLACE * per_pixel + 1e-9
    right = max(shape["x2"] for shape in marks if shape.name == "line" and shape["y1"] == shape["y2"])

    def within(places):
        return sorted((x, y) for x, y in places if x <= right)

    discs = within((shape["cx"], shape["cy"]) for shape in marks if shape.name == "circle" and shape["r"] == 3.5)
    squares = within(
        (shape["x"] + 3, shape["y"] + 3) for shape in marks
        if shape.name == "rect" and shape["width"] == shape["height"] == 6)
    diamonds = within(
        (shape.runs[0][0][0], shape.runs[0][1][1]) for shape in marks
        if shape.name == "path" and len(shape.runs) == 1 and len(shape.runs[0]) == 4 and not shape.is_faint
        and not shape.is_line)
    for area, places in ((code, discs), (kommune(code), squares), ("0", diamonds)):
        wanted = [row for row in figures.series(area, indicator) if row["status"] == "shown"]
        checked.equal(len(places), len(wanted), f"{what} points of {area}")
        for (_, y), row in zip(places, wanted):
            checked.near(read(y), float(row["value"]), room, f"{what} {area} {period(row)}")
    bands = [run for shape in marks if shape.name == "path" and shape.is_faint for run in shape.runs]
    ends = {x: [] for band in bands for x, _ in band}
    for band in bands:
        for x, y in band:
            ends[x].append(read(y))
    by_place = dict(zip(
        (x for x, _ in discs), (row for row in figures.series(code, indicator) if row["status"] == "shown")))
    for x, values in ends.items():
        row = by_place.get(x)
        for found, column in zip(sorted(values), ("lower", "upper")):
            checked.near(found, float(row[column]) if row else None, room, f"{what} band {column}")


def check_pyramid(what, marks, section, figures, code, checked):
    ticks = sorted({
        (text["x"], number(text.text)) for text in marks if text.name == "text" and number(text.text) is not None
        for shape in marks if shape.name == "line" and shape["x1"] == shape["x2"] == text["x"]})
    right = [tick for tick in ticks if tick[0] >= 270]
    read, per_pixel = scale(right)
    written = re.search(r"[0-9]{4}", "".join(section.find("h3").itertext())).group(0)
    bars = [shape for shape in marks if shape.name == "rect"]
    indicator = next(key for key in ("bef-folkemengde",) if figures.series(code, key, "1", "0_4"))
    total = next(
        float(row["value"]) for row in figures.series(code, indicator, "0", "0_120") if row["period_end"] == written)
    for sex, side in (("1", [bar for bar in bars if bar["x"] < 230]), ("2", [bar for bar in bars if bar["x"] >= 230])):
        lengths = [bar["width"] for bar in sorted(side, key=lambda bar: -bar["y"])]
        shares = []
        for start in range(0, 200, 5):
            for age in (f"{start}_{start + 4}", f"{start}_120"):
                shares += [
                    float(row["value"]) / total * 100 for row in figures.series(code, indicator, sex, age)
                    if row["period_end"] == written and start > 0 or row["period_end"] == written and age == "0_4"]
        checked.equal(len(lengths), len(shares), f"{what} bars of sex {sex}")
        for length, share in zip(lengths, shares):
            checked.near(read(270 + length), share, 0.051 + READ_PLACE * per_pixel, f"{what} bar of sex {sex}")


# MARK: - Fact sheets


def check_sheet(page, root, figures, checked):
    indicator = page.path.split("/")[-2]
    for figure in root.iter("figure"):
        if figure.get("class") == "shaded-map":
            check_map(page.path, figure.find("svg"), figures, indicator, checked)
    for section in root.iter("section"):
        figure = section.find("div/figure")
        if figure is None or (figure.get("class") or "") != "dots":
            continue
        picture = figure.find("svg")
        places = {
            "".join(link.itertext()): re.search(r"/([0-9]+)-[^/]+/", link.get("href")).group(1)
            for link in section.iter("a") if re.search(r"/[0-9]+-[^/]+/index", link.get("href"))}
        check_dots(f"{page.path}", shapes(picture), figures, indicator, period_of(picture), places, checked)


def check_map(what, picture, figures, indicator, checked):
    """The number and the sign on each district of a map; a sign moves with its group."""
    written = period_of(picture)
    for region in picture.iter("g"):
        code = region.get("data-district")
        row = figures.by_period(code, indicator).get(written) if code else None
        if row is None or region.get("data-shade") == "ground":
            continue
        said = [text.text for text in region.iter("text") if text.get("data-part") == "value"]
        shown = row["status"] == "shown"
        checked.equal(number(said[0] or "") if said else None, float(row["value"]) if shown else None, f"{what} map {code}")
        signs = [
            mark[0] for sign in region.iter("g") if sign.get("data-part") == "sign"
            for mark in map(mark_of, shapes(sign)[1:]) if mark]
        # Where classes are drawn, a sign is as many boxes as the class.
        if signs and region.get("data-shade") in VERDICTS:
            checked.equal(signs[0], verdict(row), f"{what} map sign {code}")


# MARK: - Pictures to download


def check_copies(site, page, root, checked):
    """A downloaded picture has a ground, a heading and a source besides; in its middle it is the picture of the page."""
    for figure in root.iter("figure"):
        picture = figure.find("svg")
        # A map to download has its legend drawn in; it is read on its page.
        if picture is None or figure.get("class") == "shaded-map":
            continue
        name = picture.find("title").get("id").removesuffix("-title")
        path = (site.root / page.path).parent / f"{name}.svg"
        checked.count += 1
        if not path.exists():
            checked.faults.append(f"{page.path}: there is no {name}.svg")
            continue
        moved = [element for element in ElementTree.parse(path).iter() if "transform" in element.attrib]
        if [shape.geometry for shape in shapes(moved[0])] != [shape.geometry for shape in shapes(picture)]:
            checked.faults.append(f"{path.relative_to(site.root)} is drawn otherwise than on its page")
