#!/usr/bin/env python3
"""Tries to work out withheld counts of the demonstration edition from what it publishes, by other code and another solver.

Usage: attack.py --site SITE --deliveries DIR

A reader who knows how many it happened to behind every figure that is shown looks for the least and most that it can have
happened to behind each that is withheld: periods are sums of their years, cities of their districts and what is left.
"""

import argparse
import collections
import csv
import pathlib
import sys

import numpy
from scipy.optimize import linprog
from scipy.sparse import lil_matrix

from recompute import PACKAGE, Workshop, several
from deliveries import load_yaml


class Attack:
    """What is published of one indicator in one city: the places, the periods, and which of them are shown."""

    def __init__(self, workshop, indicator, city, districts, rows, limit):
        measure = workshop.indicators[indicator]["measure"]
        table = workshop.table(workshop.indicators[indicator]["register"])
        spans = [tuple(map(int, ages.split("_"))) for ages in measure.get("ages", [])]
        bands = [b for b in sorted(table.bands) if not spans or any(low <= b[0] and b[1] <= high for low, high in spans)]
        categories, sex = several(measure["numerator"]), int(measure.get("sex", 0))

        def count(area, year):
            return sum(table.sum(area, [year], categories, low, high, sex) for low, high in bands)

        periods = sorted({period for _, period in rows})
        self.years = sorted({year for start, end in periods for year in range(start, end + 1)})
        self.places = [*districts, "rest"]
        own = {(place, year): count(place, year) for place in districts for year in self.years}
        for year in self.years:
            own["rest", year] = count(city, year) - sum(own[place, year] for place in districts)
        self.truth = numpy.array([own[place, year] for place in self.places for year in self.years])
        self.known, self.withheld = [], []
        for (area, period), status in sorted(rows.items()):
            columns = self.columns(area if area != city else None, period)
            if status == "shown":
                self.known.append(columns)
            elif status == "withheld" and self.truth[columns].sum() <= limit * (period[1] - period[0] + 1):
                self.withheld.append((columns, limit * (period[1] - period[0] + 1)))

    def columns(self, area, period):
        years = [self.years.index(year) for year in range(period[0], period[1] + 1)]
        places = range(len(self.places)) if area is None else [self.places.index(area)]
        return [place * len(self.years) + year for place in places for year in years]

    def leaks(self, known):
        """How many of the withheld small counts a reader of the `known` sums gets too close to."""
        if not self.withheld:
            return 0
        matrix = lil_matrix((len(known), len(self.truth)))
        for row, columns in enumerate(known):
            matrix[row, columns] = 1
        sums = matrix.tocsr() @ self.truth
        found = 0
        for columns, limit in self.withheld:
            aim = numpy.zeros(len(self.truth))
            aim[columns] = 1
            least, most = (self.end(sign * aim, matrix, sums) for sign in (1, -1))
            most = -most
            if most - least < 2 - 1e-6 or most <= limit + 1e-6:
                found += 1
        return found

    def end(self, aim, matrix, sums):
        if matrix.shape[0] == 0:
            return 0 if aim.max() > 0 else -numpy.inf
        solution = linprog(aim, A_eq=matrix.tocsr(), b_eq=sums, bounds=(0, None), method="highs")
        return -numpy.inf if solution.status == 3 else solution.fun


def check(site, deliveries):
    """Faults, and how many withheld counts of how many indicators were attacked; the naive publication must leak."""
    path, = (pathlib.Path(site) / "demo/data").glob("*/figures.csv")
    workshop = Workshop(deliveries)
    presets = load_yaml(PACKAGE / "indicators/disclosure.yaml")["presets"]
    limit = float(next(iter(presets.values()))["numerator"])
    rows = collections.defaultdict(dict)
    split_of = {}
    with open(path, encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            measure = workshop.indicators[row["indicator"]]["measure"]
            if measure["kind"] not in ("share", "rate") or row["level"] == "country":
                continue
            city = row["area"] if row["level"] == "kommune" else workshop.places.districts.get(row["area"])
            period = int(row["period_start"]), int(row["period_end"])
            rows[row["indicator"], city][row["area"], period] = row["status"]
    faults, attacked, indicators, naive = [], 0, set(), 0
    for (indicator, city), own in sorted(rows.items()):
        if "withheld" not in own.values():
            continue
        districts = sorted(code for code, kommune in workshop.places.districts.items() if kommune == city)
        attack = Attack(workshop, indicator, city, districts, own, limit)
        attacked += len(attack.withheld)
        indicators.add(indicator)
        leaks = attack.leaks(attack.known)
        if leaks:
            faults.append(f"{indicator} in {city}: {leaks} withheld counts follow from what is published")
        small = [columns for columns, _ in attack.withheld]
        others = [
            attack.columns(area if area != city else None, period)
            for (area, period), status in own.items() if status in ("shown", "withheld")]
        naive += attack.leaks([columns for columns in others if columns not in small])
    if attacked and not naive:
        faults.append("nothing would leak if only small counts were withheld, so that this check shows nothing")
    return faults, attacked, len(indicators), naive


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--site", type=pathlib.Path, required=True)
    parser.add_argument("--deliveries", type=pathlib.Path, required=True)
    arguments = parser.parse_args()
    faults, attacked, indicators, naive = check(arguments.site, arguments.deliveries)
    for fault in faults:
        print(fault)
    print(
        f"{attacked} withheld small counts of {indicators} indicators attacked, {len(faults)} faults; "
        f"{naive} would leak if nothing more were withheld")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
