"""Counts exchanged between districts where they are withheld: not one byte of the site may tell.

The exchanged counts are the canaries. What depends on them, a figure, a coordinate, a file's name or size, would differ
between the two sites; so would what was withheld for their sake.
"""

import collections
import csv
import itertools
import os
import shutil

import pdfs
from deliveryfiles import files_of
from publishing import differences, tree

# The register and the count that is exchanged, and the indicator that rests on both.
REGISTER, CATEGORY, INDICATOR = "fodsler", "royker", "atf-royk-gravide"


def check(publisher, site, deliveries, places, results):
    """`site` was built from `deliveries`; another is built from deliveries in which withheld counts changed places."""
    pairs = withheld_pairs(site)
    exchanged = publisher.scratch / "exchanged"
    shutil.copytree(deliveries, exchanged)
    counts = [exchange(exchanged / REGISTER, places, pair) for pair in pairs]
    # The other site begins as the first, whose PDFs are taken over where nothing they are made from differs.
    other = publisher.scratch / "canary"
    shutil.copytree(site, other, copy_function=os.link)
    finished = publisher.run(
        "build", "--out", other, "--deliveries", exchanged, "--pdf", publisher.package / pdfs.PROGRAM)
    faults = []
    if finished.returncode != 0:
        errors = [line for line in finished.stderr.splitlines() if " error: " in line]
        faults.append(f"the build ended with {finished.returncode}: {errors[:2]}")
    else:
        # The manifest names the checksum of the delivery, which did change.
        changed = differences(tree(site), tree(other))
        faults += [f"{path} depends on withheld counts" for path in changed if path != "manifest.json"]
        if "manifest.json" not in changed:
            faults.append("the manifest does not tell the exchanged delivery from the first")
    if sum(counts) == 0:
        faults.append("no count was exchanged")
    results.add(
        "counts that are withheld change no name, size or byte of the site", faults,
        f"{sum(counts)} pairs of counts exchanged between {sum(map(bool, counts))} pairs of districts")
    shutil.rmtree(exchanged)
    shutil.rmtree(other, ignore_errors=True)


def withheld_pairs(site):
    """The pairs of districts of one city of which no figure of the indicator is shown."""
    statuses = collections.defaultdict(set)
    path, = (site / "demo/data").glob("*/figures.csv")
    with open(path, encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["indicator"] == INDICATOR and row["level"] == "district":
                statuses[row["area"]].add(row["status"])
    hidden = sorted(area for area, found in statuses.items() if found == {"withheld"})
    pairs = [pair for pair in itertools.combinations(hidden, 2) if pair[0][:4] == pair[1][:4]]
    if not pairs:
        raise RuntimeError(f"no two districts of a city have all of {INDICATOR} withheld")
    return pairs


def exchange(folder, places, pair):
    """Lets a unit of each district take the other's count of the same year and age; how many times.

    The counts differ by one, and the district that gains gives back the next time, so that what is small stays small.
    """
    done = 0
    for file in files_of(folder, REGISTER):
        found = collections.defaultdict(lambda: collections.defaultdict(dict))
        for number, row in file.rows(CATEGORY):
            if row["area"] in places.units:
                district = next(iter(set(places.units[row["area"]]) & set(pair)), None)
                if district:
                    found[row["year"], row["age"]][district].setdefault(row["count"], number)
        for key in sorted(found):
            first, second = (found[key][district] for district in (pair if done % 2 == 0 else pair[::-1]))
            # The smallest count of one that is one more than a count of the other.
            larger = next((own for own in sorted(first, key=int) if str(int(own) - 1) in second), "0")
            smaller = str(int(larger) - 1)
            if smaller in second and int(smaller) > 0:
                file.set_count(first[larger], smaller)
                file.set_count(second[smaller], larger)
                done += 1
        file.write()
    return done
