#!/usr/bin/env python3
"""Works figures of the demonstration edition out again from its deliveries, slowly, plainly and by other code.

Usage: recompute.py --site SITE --deliveries DIR [--count N] [--seed N]

Every figure that is drawn must agree with the published one to its last digit, its interval too.
"""

import argparse
import collections
import csv
import decimal
import math
import pathlib
import random
import sys

from deliveries import OLDEST, Register, load_yaml

PACKAGE = pathlib.Path(__file__).resolve().parents[2]
SCALES = {"percent": 100, "per-1000": 1_000, "per-100000": 100_000, "per-100": 100, "years": 1, "persons": 1}
# The standard normal quantile of 97.5 per cent (any table of it).
Z = 1.959963984540054


# Geography: the codes of places, and what they lie in on the edition's day.

class Places:
    """Which district and which kommune the codes of a delivery belong to."""

    def __init__(self, geography, date):
        def holds(row):
            return row["valid_from"] <= date and (row["valid_to"] == "" or date < row["valid_to"])
        def table(path):
            with open(path, encoding="utf-8", newline="") as file:
                return list(csv.DictReader(file, delimiter=";"))
        self.kommune_of_split = {}
        self.units, self.districts = collections.defaultdict(list), {}
        for city in sorted(path for path in pathlib.Path(geography).iterdir() if path.is_dir()):
            description = load_yaml(city / "city.yaml")
            kommune = [
                entry["code"] for entry in description["kommuner"]
                if entry.get("from", "") <= date and (entry.get("to", "") in ("", None) or date < entry["to"])
            ][-1]
            for split in description["splits"]:
                folder = city / "splits" / split
                name = f"{city.name}-{split}"
                self.kommune_of_split[name] = kommune
                for row in filter(holds, table(folder / "districts.csv")):
                    self.districts[row["district"]] = kommune
                for row in filter(holds, table(folder / "members.csv")):
                    self.units[row["grunnkrets"]].append(row["district"])

    def areas(self, code):
        """The codes of every published area that a delivered code counts in; the country only where it says so."""
        if code == "0":
            return ["0"]
        if code in self.districts:
            return [code, self.districts[code]]
        if code in self.units:
            return [*self.units[code], self.districts[self.units[code][0]]]
        return [code[:4]]


# The numbers of a register, summed.

class Table:
    """Counts by area, year, sex, age and category, for the areas of the profiles."""

    def __init__(self, register, places):
        self.counts = collections.defaultdict(float)
        self.by_place = collections.defaultdict(list)
        self.bands = set()
        country = collections.defaultdict(float)
        says_country = False
        for code, year, sex, low, high, category, count in register.cells():
            self.bands.add((low, high))
            key = (year, sex, low, high, category)
            if code == "0":
                says_country = True
            else:
                country[key] += count
            for area in places.areas(code):
                self.counts[(area, *key)] += count
        if not says_country:
            for key, count in country.items():
                self.counts[("0", *key)] = count
        # How many records stand behind each that was weighted up.
        self.records = register.counted / register.weighted if register.weighted else 1
        for (area, year, sex, low, high, category), count in self.counts.items():
            self.by_place[area, year, category].append((sex, low, high, count))

    def sum(self, area, years, categories, low=0, high=OLDEST, sex=0):
        """Everybody of the ages and the sex; a band must lie within the ages or outside them."""
        total = 0.0
        for year in years:
            for category in categories:
                for own, band_low, band_high, count in self.by_place[area, year, category]:
                    if low <= band_low and band_high <= high and (sex == 0 or own == sex):
                        total += count
        return total


# Intervals.

def wilson(events, whole):
    if whole <= 0:
        return None
    share = events / whole
    centre = share + Z * Z / (2 * whole)
    margin = Z * math.sqrt(share * (1 - share) / whole + Z * Z / (4 * whole * whole))
    return (max(0.0, (centre - margin) / (1 + Z * Z / whole)), min(1.0, (centre + margin) / (1 + Z * Z / whole)))


def poisson_tail(events, mean):
    """The probability of at most `events` where `mean` are expected."""
    term = total = math.exp(-mean)
    for count in range(1, int(events) + 1):
        term *= mean / count
        total += term
    return total


def bisect(function, low, high):
    for _ in range(200):
        middle = (low + high) / 2
        if function(middle) > 0:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def poisson(events):
    """Exact below 10 events, Byar's approximation from there on."""
    if events < 10:
        lower = 0.0 if events == 0 else bisect(lambda mean: 0.025 - (1 - poisson_tail(events - 1, mean)), 0, 40)
        return lower, bisect(lambda mean: poisson_tail(events, mean) - 0.025, 0, 60)
    lower = events * (1 - 1 / (9 * events) - Z / (3 * math.sqrt(events))) ** 3
    more = events + 1
    return lower, more * (1 - 1 / (9 * more) + Z / (3 * math.sqrt(more))) ** 3


def life_table(bands, of_newborn=True):
    """Life expectancy (Chiang, abridged) and its interval (Silcocks); bands of (width or None, people, deaths)."""
    survivors, years, parts = 1.0, [], []
    for width, people, deaths in bands:
        rate = deaths / people
        if width is None:
            years.append((survivors, 1.0, survivors / rate, rate, deaths))
            parts.append(None)
            continue
        inside = 0.1 if of_newborn and not parts else 0.5
        dying = min(1.0, width * rate / (1 + width * (1 - inside) * rate))
        lived = width * (survivors * (1 - dying) + inside * survivors * dying)
        years.append((survivors, dying, lived, rate, deaths))
        parts.append((width, inside))
        survivors *= 1 - dying
    expectancy = sum(row[2] for row in years)
    variance = 0.0
    for index, (alive, dying, _, rate, deaths) in enumerate(years):
        if deaths == 0:
            continue
        if parts[index] is None:
            # The years after are 1/rate, whose variance is 1/(deaths · rate²).
            variance += alive ** 2 / (deaths * rate ** 2)
        else:
            width, inside = parts[index]
            later = sum(row[2] for row in years[index + 1:]) / (alive * (1 - dying)) if dying < 1 else 0.0
            own = dying ** 2 * (1 - dying) / deaths
            variance += alive ** 2 * (later + (1 - inside) * width) ** 2 * own
    margin = Z * math.sqrt(variance)
    return expectancy, (expectancy - margin, expectancy + margin)


# Figures.

class Workshop:
    def __init__(self, deliveries):
        edition = load_yaml(PACKAGE / "indicators/demonstration.yaml")
        self.places = Places(PACKAGE / "geography", edition["geography_date"])
        self.deliveries = deliveries
        self.tables = {}
        self.indicators = {
            path.stem: load_yaml(path)
            for path in (PACKAGE / "indicators").glob("*/*.yaml")
            if path.parent.name not in ("registers", "open-figures", "methods")
        }

    def table(self, name):
        if name not in self.tables:
            self.tables[name] = Table(
                Register(PACKAGE / "indicators/registers", self.deliveries, name), self.places)
        return self.tables[name]

    def persons(self, area, years, low, high, sex):
        return self.table("population").sum(area, years, ["all"], low, min(high, OLDEST), sex)

    def person_years(self, area, years, low, high, sex):
        return sum(
            (self.persons(area, [year], low, high, sex) + self.persons(area, [year + 1], low, high, sex)) / 2
            for year in years)

    def figure(self, row):
        """The value and interval of a published row, unrounded; None for a measure that is not worked out here."""
        indicator = self.indicators[row["indicator"]]
        measure = indicator["measure"]
        years = range(int(row["period_start"]), int(row["period_end"]) + 1)
        scale = SCALES[indicator["unit"]]
        kind = measure["kind"]
        if kind == "proportion":
            return self.proportion(row["area"], years, measure, scale)
        if kind == "life-expectancy":
            return self.life_expectancy(row["area"], years, measure, indicator["register"])
        if kind == "life-expectancy-gap":
            return self.life_expectancy_gap(row["area"], years, measure, indicator["register"])
        if kind == "slope-index":
            return self.slope_index(row["area"], years, measure, indicator["register"], scale)
        if kind in ("share", "rate"):
            return self.events(row["area"], years, measure, indicator["register"], scale)
        return None

    def proportion(self, area, years, measure, scale):
        def persons(selection):
            sex = int(selection.get("sex", 0))
            return sum(
                self.persons(area, years, *map(int, ages.split("_")), sex)
                for ages in selection.get("ages", [f"0_{OLDEST}"]))
        events, whole = persons(measure["numerator"] or {}), persons(measure.get("denominator") or {})
        return scale * events / whole, [scale * end for end in wilson(events, whole)]

    def events(self, area, years, measure, register, scale):
        table = self.table(register)
        numerator = several(measure["numerator"])
        denominator = measure.get("denominator", "population")
        sex = int(measure.get("sex", 0))
        spans = [tuple(map(int, ages.split("_"))) for ages in measure.get("ages", [])]
        wanted = [band for band in sorted(table.bands) if not spans or any(a <= band[0] and band[1] <= b for a, b in spans)]
        standard = measure.get("standardise", [])
        sexes = [1, 2] if "sex" in standard and sex == 0 else [sex]

        def exposure(place, low, high, own):
            if denominator != "population":
                return table.sum(place, years, several(denominator), low, high, own)
            # The last single year of a delivery stands for all that are older.
            high = OLDEST if high >= 105 else high
            if measure["kind"] == "rate":
                return self.person_years(place, years, low, high, own)
            return self.persons(place, years, low, high, own)

        groups = five_years(wanted) if "age" in standard else stretches(wanted)
        strata = [(low, high, own) for own in sexes for low, high in groups]
        observed = [table.sum(area, years, numerator, *stratum) for stratum in strata]
        exposed = [exposure(area, *stratum) for stratum in strata]
        events, whole = sum(observed), sum(exposed)
        # Where the same persons are counted each year, the interval is that of a mean year's count.
        held = (len(years) if measure.get("counts") == "stock" else 1) / table.records
        if not standard:
            if measure["kind"] == "share":
                return scale * events / whole, [scale * end for end in wilson(events / held, whole / held)]
            return scale * events / whole, [scale * end * held / whole for end in poisson(events / held)]
        national = [table.sum("0", years, numerator, *stratum) for stratum in strata]
        people = [exposure("0", *stratum) for stratum in strata]
        expected = sum(own * n / d for own, n, d in zip(exposed, national, people) if d > 0)
        crude = sum(national) / sum(people)
        value = events / expected * crude
        if measure["kind"] == "share":
            ends = [end * whole / expected * crude for end in wilson(events / held, whole / held)]
        else:
            ends = [end * held / expected * crude for end in poisson(events / held)]
        return scale * value, [scale * end for end in ends]

    def life_expectancy(self, area, years, measure, register):
        table, sex = self.table(register), int(measure.get("sex", 0))
        bands = []
        for low in [0, 1, *range(5, 95, 5)]:
            high = {0: 0, 1: 4, 90: OLDEST}.get(low, low + 4)
            width = None if low == 90 else high - low + 1
            deaths = table.sum(area, years, [measure["deaths"]], low, high, sex)
            bands.append((width, self.person_years(area, years, low, high, sex), deaths))
        return life_table(bands)

    def life_expectancy_gap(self, area, years, measure, register):
        """The life expectancy of one group at an age, less that of another; their variances add up."""
        table, sex = self.table(register), int(measure.get("sex", 0))
        found = []
        for group in (measure["longer"], measure["shorter"]):
            bands = []
            for low in range(int(measure["from"]), 95, 5):
                high = OLDEST if low == 90 else low + 4
                lived = table.sum(area, years, several(group["lived"]), low, high, sex)
                deaths = table.sum(area, years, several(group["events"]), low, high, sex)
                bands.append((None if low == 90 else 5, lived, deaths))
            found.append(life_table(bands, of_newborn=False))
        (longer, (longer_low, _)), (shorter, (shorter_low, _)) = found
        margin = math.hypot(longer - longer_low, shorter - shorter_low)
        gap = longer - shorter
        return gap, (gap - margin, gap + margin)

    def slope_index(self, area, years, measure, register, scale):
        """The slope through the groups' standardised rates, by least squares weighted with their size."""
        table = self.table(register)
        spans = [tuple(map(int, ages.split("_"))) for ages in measure["ages"]]
        bands = [band for band in sorted(table.bands) if any(a <= band[0] and band[1] <= b for a, b in spans)]
        strata = [(low, high, sex) for sex in (1, 2) for low, high in five_years(bands)]
        groups = [(several(group["events"]), several(group["lived"])) for group in measure["groups"]]
        standard = [
            sum(table.sum("0", years, lived, *stratum) for _, lived in groups) for stratum in strata]
        points, before = [], 0.0
        for events, lived in groups:
            deaths = [table.sum(area, years, events, *stratum) for stratum in strata]
            people = [table.sum(area, years, lived, *stratum) for stratum in strata]
            shares = [weight / sum(standard) for weight in standard]
            rate = sum(share * d / p for share, d, p in zip(shares, deaths, people))
            variance = sum((share / p) ** 2 * d for share, d, p in zip(shares, deaths, people))
            points.append((sum(people), before + sum(people) / 2, rate, variance))
            before += sum(people)
        middle = sum(size * place for size, place, _, _ in points) / before
        spread = sum(size * (place - middle) ** 2 for size, place, _, _ in points)
        # The slope is a weighted sum of the rates; from end to end it is as long as everybody together.
        pulls = [before * size * (place - middle) / spread for size, place, _, _ in points]
        slope = sum(pull * rate for pull, (_, _, rate, _) in zip(pulls, points))
        margin = Z * math.sqrt(sum(pull ** 2 * variance for pull, (_, _, _, variance) in zip(pulls, points)))
        return scale * slope, [scale * (slope - margin), scale * (slope + margin)]


def several(value):
    return [value] if isinstance(value, str) else value


def five_years(bands):
    """Groups of five years up to 90 and over; a band that reaches across a border stands alone."""
    groups = []
    for low, high in bands:
        place = (min(low // 5, 18), min(high // 5, 18))
        if groups and place[0] == place[1] and groups[-1][2] == place and groups[-1][1] + 1 == low:
            groups[-1] = (groups[-1][0], high, place)
        else:
            groups.append((low, high, place))
    return [(low, high) for low, high, _ in groups]


def stretches(bands):
    groups = []
    for low, high in bands:
        if groups and groups[-1][1] + 1 == low:
            groups[-1] = (groups[-1][0], high)
        else:
            groups.append((low, high))
    return groups


def rounded(number, decimals):
    """As published: halves away from zero, and a hair short of a half counts as one."""
    step = decimal.Decimal(1).scaleb(-decimals)
    nudged = decimal.Decimal(abs(number)) + decimal.Decimal("1e-9").scaleb(-decimals)
    size = nudged.quantize(step, rounding=decimal.ROUND_HALF_UP)
    return -size if number < 0 else size


def check(site, deliveries, count, seed):
    """Every fault among `count` random shown figures of the demonstration in `site`, and how many were looked at."""
    path, = (pathlib.Path(site) / "demo/data").glob("*/figures.csv")
    with open(path, encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["status"] == "shown"]
    workshop = Workshop(deliveries)
    known = {"share", "rate", "life-expectancy", "proportion", "life-expectancy-gap", "slope-index"}
    rows = [
        row for row in rows
        if row["level"] in ("country", "kommune", "district")
        and workshop.indicators[row["indicator"]]["measure"]["kind"] in known
    ]
    chosen = random.Random(seed).sample(rows, min(count, len(rows)))
    faults = []
    for row in sorted(chosen, key=lambda row: workshop.indicators[row["indicator"]]["register"]):
        decimals = int(workshop.indicators[row["indicator"]]["decimals"])
        value, ends = workshop.figure(row)
        own = [rounded(number, decimals) for number in (value, *ends)]
        published = [row["value"], row["lower"], row["upper"]]
        for mine, theirs, what in zip(own, published, ("value", "lower", "upper")):
            if theirs != "" and decimal.Decimal(theirs) != mine:
                name = " ".join(row[key] for key in ("indicator", "area", "period_start", "period_end"))
                faults.append(f"{name}: {what} is {theirs}, worked out again it is {mine}")
    return faults, len(chosen), len({row["indicator"] for row in chosen})


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--site", type=pathlib.Path, required=True)
    parser.add_argument("--deliveries", type=pathlib.Path, required=True)
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    faults, count, indicators = check(arguments.site, arguments.deliveries, arguments.count, arguments.seed)
    for fault in faults:
        print(fault)
    print(f"{count} figures of {indicators} indicators worked out again, {len(faults)} differences")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
