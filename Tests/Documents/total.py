#!/usr/bin/env python3
"""Adds up every result file and ends with the line `N passed, N failed, N skipped`.

Usage: total.py --results FOLDER [--stopped=STEP …]

A step that stopped before it had results counts as one failure, and so does a runner that ended in failure though each
of its results passed. The exit code is 1 when anything failed, or when nothing ran.
"""

import argparse
import pathlib
import sys
import xml.etree.ElementTree as ElementTree


def outcomes(path):
    """Yields (name, outcome) for each test case of an xunit file."""
    for case in ElementTree.parse(path).iter("testcase"):
        name = f"{case.get('classname')}.{case.get('name')}"
        if case.find("failure") is not None or case.find("error") is not None:
            yield name, "failed"
        elif case.find("skipped") is not None:
            yield name, "skipped"
        else:
            yield name, "passed"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--results", type=pathlib.Path, required=True)
    parser.add_argument("--stopped", action="append", default=[])
    arguments = parser.parse_args()

    counts = {"passed": 0, "failed": 0, "skipped": 0}
    failures = []
    for path in sorted(arguments.results.glob("*.xml")):
        for name, outcome in outcomes(path):
            counts[outcome] += 1
            if outcome == "failed":
                failures.append(name)
    for marker in sorted(arguments.results.glob("*.failed")):
        if not any(
            outcome == "failed"
            for path in arguments.results.glob(f"{marker.stem}*.xml")
            for _, outcome in outcomes(path)
        ):
            failures.append(f"{marker.stem}: the runner ended in failure")
            counts["failed"] += 1
    for step in arguments.stopped:
        failures.append(f"{step}: stopped before it had results")
        counts["failed"] += 1

    for failure in failures:
        print(f"failed: {failure}")
    print(f"{counts['passed']} passed, {counts['failed']} failed, {counts['skipped']} skipped", flush=True)
    return 1 if counts["failed"] > 0 or counts["passed"] == 0 else 0


if __name__ == "__main__":
    sys.exit(main())
