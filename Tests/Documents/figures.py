"""The published figures of a site as its own tables say them, and what verdict a reader must find for each."""

import csv
import functools
import pathlib
import re

import yaml

PACKAGE = pathlib.Path(__file__).resolve().parents[2]


class Figures:
    """The rows of one edition's figures.csv, by what they are about."""

    def __init__(self, root, is_demonstration):
        folder = pathlib.Path(root) / ("demo" if is_demonstration else "") / "data"
        self._series = {}
        for path in sorted(folder.glob("*/figures.csv")):
            with open(path, encoding="utf-8", newline="") as file:
                for row in csv.DictReader(file):
                    # A city's own figure is in no split, and a district's in its own.
                    key = (row["area"], row["indicator"], row["sex"], row["age"])
                    self._series.setdefault(key, []).append(row)

    def series(self, area, indicator, sex=None, age=None):
        """The rows of an indicator for a place in the order of time; of everybody it is about where no sex is said."""
        if sex is None:
            found = [rows for key, rows in self._series.items() if key[:2] == (area, indicator)]
            rows = min(found, key=lambda rows: (rows[0]["sex"], -width(rows[0]["age"])), default=[])
        else:
            rows = self._series.get((area, indicator, sex, age), [])
        return sorted(rows, key=lambda row: (row["period_start"], row["period_end"]))

    @functools.lru_cache(maxsize=None)
    def by_period(self, area, indicator):
        """The row of each period as pages write it: `2024` or `2022–2024`."""
        return {period(row): row for row in self.series(area, indicator)}


def width(age):
    low, high = age.split("_")
    return int(high) - int(low)


def period(row):
    start, end = row["period_start"], row["period_end"]
    return start if start == end else f"{start}–{end}"


def number(text):
    """A number as a page writes it in any language; None for anything else."""
    plain = text.strip().replace("\u2212", "-").replace("\u00a0", "").rstrip("*")
    if re.fullmatch(r"-?[0-9]{1,3}(,[0-9]{3})+(\.[0-9]+)?", plain):
        # English groups thousands by commas; three decimals after a Norwegian comma are not published.
        plain = plain.replace(",", "")
    plain = plain.replace(",", ".")
    return float(plain) if re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", plain) else None


def decimals(row):
    return len(row["value"].partition(".")[2])


@functools.lru_cache(maxsize=None)
def polarity(indicator):
    path = next((PACKAGE / "indicators").glob(f"*/{indicator}.yaml"))
    return yaml.safe_load(path.read_text(encoding="utf-8"))["polarity"]


def verdict(row, column="comparison"):
    """What a reader must be told of a row: the word of its comparison, judged by the indicator's direction."""
    if row["status"] != "shown":
        return None
    found = row[column]
    if found not in ("higher", "lower"):
        return "not-different" if found == "not-different" else "not-tested"
    direction = polarity(row["indicator"])
    if direction == "neutral":
        return found
    return "favourable" if (found == "higher") == (direction == "higher-is-better") else "less-favourable"
