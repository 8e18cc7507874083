"""The demonstration edition: made alike from the same seed, worked out again, and moved by nothing but its inputs."""

import csv
import pathlib
import shutil

import canary
import pdfs
import protecting
import recompute
import splits
from deliveryfiles import files_of
from publishing import differences, tree

# How many of its figures are worked out again.
FIGURES = 200
# The row that is changed, and the indicators that rest on its register and category; no others may move.
REGISTER, CATEGORY, INDICATORS = "fodsler", "royker", {"atf-royk-gravide"}


def check(publisher, site, results):
    """Builds both editions into `site` from fresh deliveries, and makes every check of the demonstration."""
    deliveries = publisher.scratch / "deliveries"
    again = publisher.scratch / "deliveries-again"
    for folder in (deliveries, again):
        made = publisher.run("demo", "--out", folder, "--seed", "1", "--quiet")
        if made.returncode != 0:
            raise RuntimeError(made.stderr)
    faults = [f"{path} differs" for path in differences(tree(deliveries), tree(again))]
    results.add("the same seed makes the same deliveries", faults, f"{len(tree(deliveries))} files")
    built = publisher.run("build", "--out", site, "--deliveries", deliveries, "--pdf", publisher.package / pdfs.PROGRAM)
    if built.returncode != 0:
        raise RuntimeError(built.stderr)
    faults, count, indicators = recompute.check(site, deliveries, FIGURES, seed=1)
    results.add(
        "figures of the demonstration come out the same when they are worked out by other code", faults,
        f"{count} figures of {indicators} indicators")
    protecting.check(publisher, site, deliveries, results)
    canary.check(publisher, site, deliveries, load_places(), results)
    check_one_row(publisher, site, deliveries, again, results)
    splits.check(publisher, results)


def change_one_row(folder):
    """Takes one from the count of the first row of the category in a district; returns its code of place."""
    file = files_of(folder, REGISTER)[0]
    for number, row in file.rows(CATEGORY):
        if len(row["area"]) == 8 and int(row["count"]) > 0:
            file.set_count(number, str(int(row["count"]) - 1))
            file.write()
            return row["area"]
    raise RuntimeError(f"{folder} has no count of {CATEGORY} in a district")


def check_one_row(publisher, site, deliveries, again, results):
    """One row changed: exactly the figures that depend on it may differ, by our own comparison and by `diff`."""
    place = change_one_row(again / REGISTER)
    moved = publisher.scratch / "moved"
    built = publisher.run("build", "--out", moved, "--deliveries", again)
    if built.returncode != 0:
        raise RuntimeError(built.stderr)
    edition = load_places()
    may_move = {"0", *edition.areas(place)}
    ours = figures_that_differ(site, moved)
    faults = [f"{key} moved" for key in ours if key[2] not in INDICATORS]
    # A district's rates are also compared with the country and the rest of its city, but its numbers stay.
    faults += [
        f"the numbers of {key} moved" for key, columns in ours.items()
        if key[1] not in may_move and {"value", "lower", "upper"} & columns
    ]
    if not ours:
        faults.append("no figure moved")
    told = publisher.run("diff", site, moved)
    lines = [line for line in told.stdout.splitlines() if line]
    if len(lines) != len(ours):
        faults.append(f"diff lists {len(lines)} figures, {len(ours)} differ")
    if f"deliveries/{REGISTER}/delivery.yaml" not in told.stderr:
        faults.append("diff does not name the delivery that changed")
    results.add(
        "one changed row of a delivery moves the figures that depend on it and no others, and diff lists them",
        faults, f"{len(ours)} figures moved")
    shutil.rmtree(moved)


def load_places():
    edition = recompute.load_yaml(recompute.PACKAGE / "indicators/demonstration.yaml")
    return recompute.Places(recompute.PACKAGE / "geography", edition["geography_date"])


def figures_that_differ(one, other):
    """The columns that differ, by what the figure is about."""
    keys = ("split", "area", "indicator", "period_start", "period_end", "sex", "age")
    tables = []
    for site in (one, other):
        rows = {}
        for path in sorted(pathlib.Path(site).glob("**/figures.csv")):
            with open(path, encoding="utf-8", newline="") as file:
                for row in csv.DictReader(file):
                    rows[(*(row[key] for key in keys), row["edition"])] = row
        tables.append(rows)
    differing = {}
    for key in tables[0].keys() | tables[1].keys():
        first, second = (table.get(key, {}) for table in tables)
        columns = {column for column in first.keys() | second.keys() if first.get(column) != second.get(column)}
        if columns:
            differing[key] = columns
    return differing
