"""What the demonstration withholds: attacked from outside, refused without its gate, and kept by the editions after it."""

import csv
import json
import shutil

import attack
from publishing import tree

# The edition that comes after the published one.
NEXT = "demo-next"
# How many units of each zone are given to the next zone, so that zones cut across districts.
SWAPPED = 9


def check(publisher, site, deliveries, results):
    faults, attacked, indicators, naive = attack.check(site, deliveries)
    results.add(
        "no small count of the demonstration follows from what it publishes, by another solver", faults,
        f"{attacked} withheld small counts of {indicators} indicators, of which {naive} would leak without the rest")
    check_without_gate(publisher, site, deliveries, results)
    ledger, = (site / "demo/data").glob("*/ledger.csv")
    check_next_edition(publisher, site, deliveries, ledger, results)
    check_forged_ledger(publisher, deliveries, ledger, results)
    check_second_split(publisher, site, deliveries, ledger, results)


def check_without_gate(publisher, site, deliveries, results):
    """Without the secondary step the audit must find leaks, and the old site must stand."""
    folder = publisher.copy_inputs("ungated")
    replace(folder / "indicators/disclosure.yaml", "withhold_more: true", "withhold_more: false")
    before = tree(site)
    finished = publisher.run("build", "--out", site, "--deliveries", deliveries, folder=folder)
    faults = []
    if finished.returncode != 2:
        faults.append(f"the build ended with {finished.returncode}, not 2")
    if "[AuditFindsLeaks]" not in finished.stderr:
        faults.append("the audit found no leak")
    if tree(site) != before:
        faults.append("the site was changed")
    found = finished.stderr.count("[AuditFindsLeaks]")
    results.add(
        "a build that withholds too little is stopped by the audit, and the old site stands", faults,
        f"{found} registers leak")
    shutil.rmtree(folder)


def check_next_edition(publisher, site, deliveries, ledger, results):
    folder = next_inputs(publisher, "next")
    later = publisher.scratch / "later"
    finished = publisher.run(
        "build", "--out", later, "--deliveries", deliveries, "--ledger", ledger, folder=folder)
    faults = faults_of(finished, later)
    if not faults:
        faults += gone(site, later)
        written = (later / f"demo/data/{NEXT}/ledger.csv").read_bytes()
        if not written.startswith(ledger.read_bytes()):
            faults.append("the new ledger does not begin with the old one")
        again = publisher.run("build", "--out", later, "--deliveries", deliveries, "--ledger", ledger)
        if again.returncode == 0 or "[ReleasedAlready]" not in again.stderr:
            faults.append("an edition that is in the ledger can be published again")
    results.add(
        "the next edition keeps what the first one withheld, with its ledger frozen", faults, "one edition after it")
    shutil.rmtree(folder)
    shutil.rmtree(later, ignore_errors=True)


def check_forged_ledger(publisher, deliveries, ledger, results):
    folder = next_inputs(publisher, "forged")
    lines = ledger.read_text(encoding="utf-8").splitlines(keepends=True)
    number = next(index for index, line in enumerate(lines) if index > 0 and " " in line)
    lines[number] = lines[number].replace(" ", "  ", 1)
    forged = publisher.scratch / "forged.csv"
    forged.write_text("".join(lines), encoding="utf-8")
    finished = publisher.run(
        "build", "--out", publisher.scratch / "never", "--deliveries", deliveries, "--ledger", forged, folder=folder)
    faults = []
    if finished.returncode != 65 or "[BrokenLedger]" not in finished.stderr:
        faults.append(f"the build ended with {finished.returncode} and did not name the ledger")
    if (publisher.scratch / "never").exists():
        faults.append("a site was written")
    results.add("a forged ledger is noticed", faults, "one blank more in one row")
    shutil.rmtree(folder)


def check_second_split(publisher, site, deliveries, ledger, results):
    folder = next_inputs(publisher, "zones")
    zones = add_zones(folder / "geography/oslo")
    later = publisher.scratch / "zoned"
    finished = publisher.run(
        "build", "--out", later, "--deliveries", deliveries, "--ledger", ledger, folder=folder)
    faults = faults_of(finished, later)
    if not faults:
        faults += gone(site, later)
        path, = (later / "demo/data").glob("*/figures.csv")
        with open(path, encoding="utf-8", newline="") as file:
            shown = {row["area"] for row in csv.DictReader(file) if row["status"] == "shown"}
        faults += [f"nothing is shown of zone {zone}" for zone in zones if zone not in shown]
    results.add(
        "a second split that cuts across the first is published beside it, with the ledger frozen", faults,
        f"{len(zones)} zones")
    shutil.rmtree(folder)
    shutil.rmtree(later, ignore_errors=True)


def next_inputs(publisher, name):
    folder = publisher.copy_inputs(name)
    path = folder / "indicators/demonstration.yaml"
    first = next(line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("id: "))
    replace(path, first, f"id: {NEXT}")
    return folder


def replace(path, old, new):
    text = path.read_text(encoding="utf-8")
    if old not in text:
        raise RuntimeError(f"{path} does not say '{old}'")
    path.write_text(text.replace(old, new), encoding="utf-8")


def faults_of(finished, site):
    """What is wrong with a build that should have gone well."""
    if finished.returncode != 0:
        errors = [line for line in finished.stderr.splitlines() if " error: " in line]
        return [f"the build ended with {finished.returncode}", *errors[:5]]
    path, = (site / "demo/data").glob("*/disclosure-audit.json")
    registers = json.loads(path.read_text(encoding="utf-8"))["registers"]
    faults = [f"the audit of {entry['register']} has findings" for entry in registers if entry["findings"] != 0]
    return faults if registers else ["nothing was audited"]


def gone(site, later):
    """Figures that the first edition shows and of which a later one says something else than a number or the mark."""
    statuses = []
    for folder in (site, later):
        path, = (folder / "demo/data").glob("*/figures.csv")
        with open(path, encoding="utf-8", newline="") as file:
            keys = ("split", "area", "indicator", "period_start", "period_end", "sex", "age")
            statuses.append({tuple(row[key] for key in keys): row["status"] for row in csv.DictReader(file)})
    first, second = statuses
    shown = [key for key, status in first.items() if status == "shown" and second.get(key) not in ("shown", "withheld")]
    return [f"{' '.join(key)} is gone" for key in shown[:5]]


def add_zones(city):
    """Divides Oslo once more: pairs of districts, each of which gives some units to the next pair."""
    source = city / "splits/bydel"
    with open(source / "members.csv", encoding="utf-8", newline="") as file:
        members = [row for row in csv.DictReader(file, delimiter=";") if row["valid_to"] == ""]
    with open(source / "districts.csv", encoding="utf-8", newline="") as file:
        districts = sorted(
            row["district"] for row in csv.DictReader(file, delimiter=";")
            if row["valid_to"] == "" and row["published"] == "yes")
    zone_of = {code: f"03{900 + number // 2}" for number, code in enumerate(districts)}
    zones = sorted(set(zone_of.values()))
    rows = {}
    for zone, following in zip(zones, [*zones[1:], zones[0]]):
        units = sorted(row["grunnkrets"] for row in members if zone_of.get(row["district"]) == zone)
        for number, unit in enumerate(units):
            rows[unit] = following if number < SWAPPED else zone
    start = min(row["valid_from"] for row in members)
    target = city / "splits/soner"
    target.mkdir()
    write(target / "members.csv", "grunnkrets;district;valid_from;valid_to", [
        f"{row['grunnkrets']};{rows[row['grunnkrets']]};{row['valid_from']};"
        for row in members if row["grunnkrets"] in rows])
    write(target / "districts.csv", "district;name_nb;name_nn;name_en;name_se;valid_from;valid_to;published", [
        f"{zone};Sone {zone};;;;{start};;yes" for zone in zones])
    text = (source / "split.yaml").read_text(encoding="utf-8").replace("extent: whole-city", "extent: part-of-city")
    text = text.replace("title: { nb: Bydeler, nn: Bydelar, en: City districts }", "title: { nb: Soner, nn: Soner, en: Zones }")
    text = text.replace('standard: "103"\n', "")
    (target / "split.yaml").write_text(text, encoding="utf-8")
    replace(city / "city.yaml", "splits: [bydel]", "splits: [bydel, soner]")
    with open(city / "tiles.csv", encoding="utf-8", newline="") as file:
        last = max(int(row["row"]) for row in csv.DictReader(file, delimiter=";"))
    with open(city / "tiles.csv", "a", encoding="utf-8") as file:
        file.writelines(f"{zone};{last + 1};{number + 1}\n" for number, zone in enumerate(zones))
    return zones


def write(path, header, rows):
    path.write_text("\n".join([header, *rows]) + "\n", encoding="utf-8")
