#!/usr/bin/env python3
"""Times the adding up of a large delivery and sets it against DuckDB and polars at the same work on the same file.

Usage: delivery_bench.py PROGRAM [UNITS]

The delivery has a record for each grunnkrets, year, sex and single year of age: 45 million records, one gigabyte. It is
made from a seed the first time and kept under .build/bench; UNITS makes a smaller one, of so many grunnkretser. What is
timed is whole processes by the clock, in turn, and their peak memory as the system counts it. The sums must agree. Run
it with the Python that delivery_peers.py can run with.

The program verifies the delivery's SHA-256 while it reads; its peers do not. Both are shown: with the checksum, and
without.
"""

import csv
import hashlib
import os
import pathlib
import sys
import time

import numpy

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
CACHE = ROOT / ".build" / "bench"

SEED = 20260901
UNITS = 14_250
YEARS = range(2009, 2024)
DATE = "2024-01-01"
LAST_AGE = 105
ROUNDS = 3

# What is promised: this many times the speed of DuckDB, in this much memory.
LEAST_RATIO = 3.0
MOST_MEGABYTES = 150

REGISTER = """\
id: personer
owner: { nb: Ingen, nn: Ingen, en: Nobody }
name: { nb: Målt, nn: Målt, en: Measured }
counts: { nb: Oppdiktede personer, nn: Oppdikta personar, en: Invented persons }
lowest_geography: grunnkrets
first_year: 2005
licence: { nb: CC0, nn: CC0, en: CC0 }
tables: []
publication: confidential-delivery
delivery:
  format: long-csv
  columns: { area: grunnkrets, year: aar, sex: kjonn, age: alder, count: antall }
  sexes: { "1": men, "2": women }
  ages: single-years
"""


def members():
    """Where each unit of the cities lies on DATE, as the committed tables have it."""
    found = {}
    for path in sorted((ROOT / "geography").glob("*/splits/bydel/members.csv")):
        with path.open(newline="", encoding="utf-8") as table:
            for row in csv.DictReader(table, delimiter=";"):
                if row["valid_from"] <= DATE and (not row["valid_to"] or DATE < row["valid_to"]):
                    found[row["grunnkrets"]] = row["district"]
    return found


def make(folder, count):
    """Makes a delivery of `count` units in `folder`, and all that is needed to read it."""
    home = folder / "deliveries" / "personer"
    home.mkdir(parents=True, exist_ok=True)
    (folder / "indicators" / "registers").mkdir(parents=True, exist_ok=True)
    (folder / "indicators" / "registers" / "personer.yaml").write_text(REGISTER, encoding="utf-8")
    placed = members()
    (folder / "members.csv").write_text(
        "grunnkrets;district\n" + "".join(f"{unit};{district}\n" for unit, district in sorted(placed.items())),
        encoding="utf-8")
    kommuner = sorted({unit[:4] for unit in placed})
    others = (f"{kommune}{unit:04d}" for kommune in range(1505, 1900, 5) for unit in range(101, 281))
    units = sorted(placed) + [kommune + "9999" for kommune in kommuner]
    units = sorted(units[:count] + [unit for unit, _ in zip(others, range(max(0, count - len(units))))])
    random = numpy.random.default_rng(SEED)
    cells = [f";{year};{sex};{age};" for year in YEARS for sex in (1, 2) for age in range(LAST_AGE + 1)]
    ends = [f"{number}\n" for number in range(1000)]
    checksum = hashlib.sha256()
    with (home / "personer.csv").open("wb") as file:
        def write(text):
            data = text.encode()
            checksum.update(data)
            file.write(data)

        write("grunnkrets;aar;kjonn;alder;antall\n")
        for unit in units:
            counts = random.negative_binomial(1, 0.03, len(cells)) % 1000
            write("".join([unit + cell + ends[number] for cell, number in zip(cells, counts.tolist())]))
    (home / "delivery.yaml").write_text(
        f"register: personer\nreceived: 2026-09-01\ngeography_date: {DATE}\n"
        f"years: [{YEARS.start}, {YEARS.stop - 1}]\nsynthetic: true\nfiles:\n"
        f"  - {{ file: personer.csv, sha256: {checksum.hexdigest()}, status: final }}\n",
        encoding="utf-8")
    (folder / "made").write_text(f"{len(units) * len(cells)}\n", encoding="utf-8")


def run(command):
    """Runs a command; seconds by the clock and peak megabytes."""
    start = time.monotonic()
    child = os.posix_spawn(
        command[0], command, os.environ,
        file_actions=[(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)])
    _, status, usage = os.wait4(child, 0)
    seconds = time.monotonic() - start
    if os.waitstatus_to_exitcode(status) != 0:
        sys.exit(f"{' '.join(command)} failed")
    return seconds, usage.ru_maxrss / 1024


def own_sums(path):
    """Sums by (district, year, sex, age), the rest of the country as 'elsewhere'."""
    sums, country = {}, {}
    with path.open(newline="", encoding="utf-8") as table:
        for row in csv.DictReader(table, delimiter=";"):
            cell = (int(row["year"]), int(row["sex"]), int(row["age"].split("_")[0]))
            if row["area"] == "0":
                country[cell] = int(row["count"])
            elif row["split"] and not row["area"].endswith("99") and row["count"] != "0":
                sums[(row["area"], *cell)] = int(row["count"])
    for (_, *cell), count in list(sums.items()):
        country[tuple(cell)] -= count
    sums.update({("elsewhere", *cell): count for cell, count in country.items() if count})
    return sums


def peer_sums(path):
    with path.open(newline="", encoding="utf-8") as table:
        return {
            (row["district"], int(row["year"]), int(row["sex"]), int(row["age"])): int(row["count"])
            for row in csv.DictReader(table, delimiter=";") if row["count"] != "0"
        }


def main():
    if len(sys.argv) not in (2, 3):
        print(__doc__, file=sys.stderr)
        return 64
    units = int(sys.argv[2]) if len(sys.argv) == 3 else UNITS
    folder = CACHE / f"delivery-{units}"
    if not (folder / "made").exists():
        print("making the delivery", file=sys.stderr)
        make(folder, units)
    file = folder / "deliveries" / "personer" / "personer.csv"
    own = [
        str(pathlib.Path(sys.argv[1]).resolve()), "deliveries", "sum", str(folder / "deliveries"), "--indicators",
        str(folder / "indicators"), "--geography", str(ROOT / "geography"), "--on", DATE, "--out",
    ]
    peers = [sys.executable, str(HERE / "delivery_peers.py")]
    where = [str(file), str(folder / "members.csv")]
    outs = {name: folder / f"sums-{name}.csv" for name in ("own", "unverified", "duckdb", "polars")}
    contestants = {
        "own": own + [str(outs["own"])],
        "unverified": own + [str(outs["unverified"]), "--skip-checksums"],
        "duckdb": peers + ["duckdb", *where, str(outs["duckdb"])],
        "polars": peers + ["polars", *where, str(outs["polars"])],
    }
    with file.open("rb") as warm:
        while warm.read(1 << 24):
            pass
    measured = {name: [] for name in contestants}
    for _ in range(ROUNDS):
        for name, command in contestants.items():
            measured[name].append(run(command))
    fastest = {name: min(seconds for seconds, _ in runs) for name, runs in measured.items()}
    peak = {name: max(megabytes for _, megabytes in runs) for name, runs in measured.items()}
    records = int((folder / "made").read_text(encoding="utf-8"))
    print(f"{records} records, {file.stat().st_size / 1e9:.2f} GB, {os.cpu_count()} cores, fastest of {ROUNDS} runs")
    titles = {
        "own": "bydelsprofil, checksum verified", "unverified": "bydelsprofil", "duckdb": "DuckDB", "polars": "polars",
    }
    for name, title in titles.items():
        print(
            f"{title:32}{fastest[name]:7.2f} s   {fastest[name] / fastest['unverified']:6.2f} times   "
            f"{peak[name]:6.0f} MB")
    sums = own_sums(outs["own"])
    agree = all(sums == other for other in (
        own_sums(outs["unverified"]), peer_sums(outs["duckdb"]), peer_sums(outs["polars"])))
    print(f"sums of {len(sums)} cells {'agree' if agree else 'DO NOT AGREE'}")
    ratio = fastest["duckdb"] / fastest["unverified"]
    print(f"DuckDB takes {ratio:.2f} times as long (at least {LEAST_RATIO:.0f} is promised)")
    return 0 if agree and ratio >= LEAST_RATIO and max(peak["own"], peak["unverified"]) <= MOST_MEGABYTES else 1


if __name__ == "__main__":
    sys.exit(main())
