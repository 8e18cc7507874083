#!/usr/bin/env python3
"""Times a build from warm inputs, and the check of many municipalities' districts, and sets both against their limits.

Usage: bench.py PROGRAM

Shows the stages of ten builds as the program itself times them, then the time by the clock outside it: of the
fastest build, per page, and as a share of the limit. What else the machine did meanwhile is in these numbers.
"""

import collections
import csv
import pathlib
import subprocess
import sys
import tempfile
import time

# What a build from warm inputs may take, in seconds.
LIMIT = 2.0
BUILDS = 10
# What it may take to check the districts of as many municipalities as ask at once, in seconds.
CHECK_LIMIT = 20.0
MUNICIPALITIES = 66


def main():
    if len(sys.argv) != 2:
        print("usage: bench.py PROGRAM", file=sys.stderr)
        return 64
    durations = []
    with tempfile.TemporaryDirectory() as scratch:
        site = pathlib.Path(scratch) / "site"
        for number in range(1, BUILDS + 1):
            start = time.monotonic()
            finished = subprocess.run(
                [sys.argv[1], "build", "-v", "--out", str(site)],
                stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
            durations.append(time.monotonic() - start)
            print(f"build {number} of {BUILDS}")
            print(finished.stdout + finished.stderr, end="")
            if finished.returncode != 0:
                return 1
        pages = sum(1 for _ in site.rglob("*.html"))
    fastest = min(durations)
    print(f"fastest of {BUILDS} builds    {fastest:.2f} s (slowest {max(durations):.2f} s)")
    print(f"per page, {pages} pages      {fastest / pages * 1000:.2f} ms")
    print(f"share of the limit       {fastest / LIMIT:.2f} of {LIMIT} s")
    checked = check_municipalities(sys.argv[1])
    return 0 if fastest <= LIMIT and checked <= CHECK_LIMIT else 1


def check_municipalities(program):
    """Checks districts of the municipalities with the most units in one go; the seconds it took."""
    with open("geography/units.csv", encoding="utf-8", newline="") as file:
        units = [row["grunnkrets"] for row in csv.DictReader(file, delimiter=";") if row["valid_to"] == ""]
    sizes = collections.Counter(unit[:4] for unit in units)
    largest = {kommune for kommune, _ in sizes.most_common(MUNICIPALITIES)}
    with tempfile.NamedTemporaryFile("w", suffix=".csv", encoding="utf-8") as wish:
        wish.write("grunnkrets;kode;navn\n")
        wish.writelines(
            f"{unit};{unit[:4]}{int(unit[4:]) % 8:02};Sone {unit[:4]} {int(unit[4:]) % 8}\n"
            for unit in units if unit[:4] in largest)
        wish.flush()
        start = time.monotonic()
        finished = subprocess.run(
            [program, "split", "check", wish.name, "--date", "2024-01-01"],
            stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
        duration = time.monotonic() - start
    lines = len(finished.stdout.splitlines())
    print(f"districts of {lines} municipalities checked in {duration:.2f} s")
    print(f"share of the limit       {duration / CHECK_LIMIT:.2f} of {CHECK_LIMIT} s")
    return duration if lines == MUNICIPALITIES else float("inf")


if __name__ == "__main__":
    sys.exit(main())
