#!/usr/bin/env python3
"""Times a build from warm inputs and sets it against its limit.

Usage: bench.py PROGRAM

Shows the stages of ten builds as the program itself times them, then the time by the clock outside it: of the
fastest build, per page, and as a share of the limit. What else the machine did meanwhile is in these numbers.
"""

import pathlib
import subprocess
import sys
import tempfile
import time

# What a build from warm inputs may take, in seconds.
LIMIT = 2.0
BUILDS = 10


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
    return 0 if fastest <= LIMIT else 1


if __name__ == "__main__":
    sys.exit(main())
