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
# Wishes are made from these: a municipality, the first digits of its units' codes that a zone is made of, and the day
# whose codes are written.
WISHES = [("4601", 6, DATE), ("5501", 5, DATE), ("0301", 6, OLD_DATE)]
PURPOSE = ["--id", "soner", "--title", "Soner", "--purpose", "Til prøve", "--requested-by", "Kommunen"]


def check(publisher, results):
    folder = publisher.copy_inputs("wishes")
    faults = []
    splits = []
    for kommune, digits, date in WISHES:
        wish = folder / f"{kommune}.csv"
        zones = write_wish(folder / "geography", wish, kommune, digits, date)
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


def write_wish(geography, path, kommune, digits, date):
    """A table of the municipality's units of the day, each in the zone that its code begins with; how many zones."""
    with open(geography / "units.csv", encoding="utf-8", newline="") as file:
        units = sorted(
            row["grunnkrets"] for row in csv.DictReader(file, delimiter=";")
            if row["grunnkrets"].startswith(kommune) and row["valid_from"] <= date
            and (row["valid_to"] == "" or row["valid_to"] > date))
    # Zones are as large as districts mostly are, so that something can be shown of them.
    parts = sorted({unit[:digits] for unit in units})
    size = -(-len(parts) // 6)
    zone_of = {part: f"{kommune}00{number // size + 1:04}" for number, part in enumerate(parts)}
    path.write_text("Grunnkretsnummer;Sone;Sonenavn\n" + "".join(
        f"{unit};{zone_of[unit[:digits]]};Sone {zone_of[unit[:digits]][-2:]}\n" for unit in units), encoding="utf-8-sig")
    return len(set(zone_of.values()))


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
