"""Municipalities that ask for districts: three are adopted from one table each, and the site with them is built.

One has bydeler already, one is new, and one writes the codes of a year in which a unit was there that is gone.
"""

import csv
import json
import shutil

from protecting import faults_of
from publishing import tree

DATE = "2024-01-01"
OLD_DATE = "2016-01-01"
# Wishes are made from these: a municipality, the folder of the city that it is already, and the day whose codes are
# written.
WISHES = [("4601", "bergen", DATE), ("5501", None, DATE), ("0301", "oslo", OLD_DATE)]
# How many districts, or parts of the municipality by the first digits of its units' codes, a zone is made of.
DISTRICTS_OF_ZONE = 3
PARTS_OF_ZONE = 8
PURPOSE = ["--id", "soner", "--title", "Soner", "--purpose", "Til prøve", "--requested-by", "Kommunen"]


def check(publisher, results):
    folder = publisher.copy_inputs("wishes")
    faults = []
    splits = []
    for kommune, city, date in WISHES:
        wish = folder / f"{kommune}.csv"
        zones = write_wish(folder / "geography", wish, kommune, city, date)
        asked = publisher.run("split", "check", wish, "--kommune", kommune, "--date", DATE, "--json", folder=folder)
        report = json.loads(asked.stdout)["result"][0]
        if asked.returncode != 0 or report["verdict"] != "approved" or len(report["districts"]) != zones:
            faults.append(f"{kommune}: {report['verdict']}, {len(report['districts'])} of {zones} zones")
        traced = [entry for entry in report["findings"] if entry["rule"] == "codes.traced"]
        if (date == OLD_DATE) != bool(traced):
            faults.append(f"{kommune}: {len(traced)} units were traced to {DATE}")
        adopted = publisher.run("split", "adopt", wish, "--kommune", kommune, "--date", DATE, *PURPOSE, folder=folder)
        if adopted.returncode != 0:
            faults.append(f"{kommune}: adopting ended with {adopted.returncode}: {adopted.stderr[:300]}")
            continue
        path = next(line for line in adopted.stdout.splitlines() if line.endswith("split.yaml"))
        splits.append((path.split("/")[1], zones))
        before = tree(folder / "geography")
        again = publisher.run("split", "adopt", wish, "--kommune", kommune, "--date", DATE, *PURPOSE, folder=folder)
        if again.returncode == 0 or tree(folder / "geography") != before:
            faults.append(f"{kommune}: it can be adopted twice")
    made = publisher.run("demo", "--out", "deliveries", "--seed", "1", "--quiet", folder=folder)
    faults += made.stderr.splitlines()[:5] if made.returncode != 0 else []
    site = publisher.scratch / "wished"
    built = publisher.run("build", "--out", site, "--deliveries", "deliveries", folder=folder)
    faults += faults_of(built, site)
    if built.returncode == 0:
        faults += unpublished(site, splits)
    results.add(
        "three municipalities' wishes are adopted and published, with everything withheld that must be", faults,
        f"{sum(zones for _, zones in splits)} zones in {len(splits)} municipalities")
    shutil.rmtree(folder)
    shutil.rmtree(site, ignore_errors=True)


def write_wish(geography, path, kommune, city, date):
    """A table of the municipality's units of the day, in zones of whole districts or of neighbours; how many zones."""
    units = sorted(
        row["grunnkrets"] for row in rows(geography / "units.csv", date) if row["grunnkrets"].startswith(kommune))
    if city:
        members = rows(geography / city / "splits/bydel/members.csv", date)
        part_of = {row["grunnkrets"]: row["district"] for row in members}
    else:
        part_of = {unit: unit[:6] for unit in units}
    parts = sorted({part_of[unit] for unit in units})
    size = DISTRICTS_OF_ZONE if city else PARTS_OF_ZONE
    zone_of = {part: f"{kommune}00{number // size + 1:04}" for number, part in enumerate(parts)}
    path.write_text("Grunnkretsnummer;Sone;Sonenavn\n" + "".join(
        f"{unit};{zone_of[part_of[unit]]};Sone {zone_of[part_of[unit]][-2:]}\n" for unit in units), encoding="utf-8-sig")
    return len(set(zone_of.values()))


def rows(path, date):
    """The rows of a dated table that hold on a day."""
    with open(path, encoding="utf-8", newline="") as file:
        return [
            row for row in csv.DictReader(file, delimiter=";")
            if row["valid_from"] <= date and (row["valid_to"] == "" or row["valid_to"] > date)]


def unpublished(site, splits):
    """What is missing of the adopted splits in the site."""
    faults = []
    path, = (site / "demo/data").glob("*/figures.csv")
    with open(path, encoding="utf-8", newline="") as file:
        shown = {(row["split"], row["area"]) for row in csv.DictReader(file) if row["status"] == "shown"}
    for city, zones in splits:
        found = {area for split, area in shown if split == f"{city}-soner" and len(area) == 10}
        if len(found) != zones:
            faults.append(f"{city}: figures are shown of {len(found)} of {zones} zones")
        pages = list((site / f"demo/nb/{city}-soner").glob("*/index.html"))
        if len(pages) != zones:
            faults.append(f"{city}: {len(pages)} profiles of {zones} zones")
    return faults
