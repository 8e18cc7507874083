"""Counts exchanged between districts where they are withheld: not one byte of the site may tell.

The exchanged counts are the canaries. What depends on them, a figure, a coordinate, a file's name or size, would differ
between the two sites; so would what was withheld for their sake.
"""

import collections
import csv
import hashlib
import shutil

import recompute
from publishing import differences, tree

# The register and the count that is exchanged, and the indicator that rests on both.
REGISTER, CATEGORY, INDICATOR = "fodsler", "royker", "atf-royk-gravide"


def check(publisher, site, deliveries, places, results):
    """`site` was built from `deliveries`; another is built from deliveries in which withheld counts changed places."""
    pair = withheld_pair(site)
    exchanged = publisher.scratch / "exchanged"
    shutil.copytree(deliveries, exchanged)
    count = exchange(exchanged / REGISTER, places, pair)
    other = publisher.scratch / "canary"
    finished = publisher.run("build", "--out", other, "--deliveries", exchanged)
    faults = []
    if finished.returncode != 0:
        errors = [line for line in finished.stderr.splitlines() if " error: " in line]
        faults.append(f"the build ended with {finished.returncode}: {errors[:2]}")
    else:
        # The manifest names the checksum of the delivery, which did change.
        faults += [
            f"{path} depends on withheld counts" for path in differences(tree(site), tree(other))
            if path != "manifest.json"]
    if count == 0:
        faults.append("no count was exchanged")
    results.add(
        "counts that are withheld change no name, size or byte of the site", faults,
        f"{count} pairs of counts exchanged between {' and '.join(pair)}")
    shutil.rmtree(exchanged)
    shutil.rmtree(other, ignore_errors=True)


def withheld_pair(site):
    """Two districts of one city of which no figure of the indicator is shown."""
    statuses = collections.defaultdict(set)
    path, = (site / "demo/data").glob("*/figures.csv")
    with open(path, encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["indicator"] == INDICATOR and row["level"] == "district":
                statuses[row["area"]].add(row["status"])
    hidden = sorted(area for area, found in statuses.items() if found == {"withheld"})
    for first in hidden:
        for second in hidden:
            if first < second and first[:4] == second[:4]:
                return first, second
    raise RuntimeError(f"no two districts of a city have all of {INDICATOR} withheld")


def exchange(folder, places, pair):
    """Lets a unit of each district take the other's count of the same year and age; how many times.

    The counts differ by one, and the district that gains gives back the next time, so that what is small stays small.
    """
    layout = recompute.load_yaml(recompute.PACKAGE / f"indicators/registers/{REGISTER}.yaml")["delivery"]
    code = next(code for code, name in layout["categories"].items() if name == CATEGORY)
    separator = {"semicolon": ";", "comma": ",", "tab": "\t"}[layout.get("separator", "semicolon")]
    description = folder / "delivery.yaml"
    done = 0
    for path in sorted(folder.glob("*.csv")):
        lines = path.read_text(encoding="utf-8").split("\n")
        header = lines[0].lstrip("\ufeff").strip().split(separator)
        area, year, age, category, count = (
            header.index(layout["columns"][name]) for name in ("area", "year", "age", "category", "count"))
        rows = [line.rstrip("\r").split(separator) for line in lines]
        found = collections.defaultdict(lambda: collections.defaultdict(dict))
        for number, row in enumerate(rows[1:], start=1):
            if len(row) == len(header) and row[category] == code and row[area] in places.units:
                district = next(iter(set(places.units[row[area]]) & set(pair)), None)
                if district:
                    found[row[year], row[age]][district].setdefault(row[count], number)
        for key in sorted(found):
            first, second = (found[key][district] for district in (pair if done % 2 == 0 else pair[::-1]))
            # The smallest count of one that is one more than a count of the other.
            larger = next((own for own in sorted(first, key=int) if str(int(own) - 1) in second), "0")
            smaller = str(int(larger) - 1)
            if smaller in second and int(smaller) > 0:
                for number, value in ((first[larger], smaller), (second[smaller], larger)):
                    rows[number][count] = value
                    lines[number] = separator.join(rows[number]) + ("\r" if lines[number].endswith("\r") else "")
                done += 1
        old = hashlib.sha256(path.read_bytes()).hexdigest()
        path.write_bytes("\n".join(lines).encode())
        text = description.read_text(encoding="utf-8")
        if old not in text:
            raise RuntimeError(f"{description} does not name the checksum of {path.name}")
        description.write_text(text.replace(old, hashlib.sha256(path.read_bytes()).hexdigest()), encoding="utf-8")
    return done
