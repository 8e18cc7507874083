#!/usr/bin/env python3
"""Times the protection of the seeded systems, and of the example tables where they are there, against their limits.

Usage: protection_bench.py PROGRAM

PROGRAM is protection-bench. Each system is protected and attacked in a process of its own. Shows how many cells it has,
how many of them are sensitive and how many more are withheld, how many the attack finds exact or narrow and how many
the proof leaves unproved, the seconds by the clock of protection and attack, the processor seconds of both, and the
peak memory as the system counts it. What else the machine did meanwhile is in the seconds by the clock.
"""

import os
import subprocess
import sys
import tempfile

# What protection may take, in seconds by the clock, and the most cells that may be withheld for others' sake.
LIMITS = {"city": (10, 299), "country": (20, None), "windows": (20, None)}
# What protection of an example table may take, in seconds.
EXAMPLE_LIMIT = 60

WIDTHS = (16, 7, 9, 9, 6, 7, 9, 9, 8, 8, 8, 7)
HEADINGS = (
    "system", "cells", "sensitive", "secondary", "exact", "narrow", "unproved", "protect", "audit", "cpu", "MB",
    "limit")


def row(fields, verdict):
    cells = [str(field).rjust(width) if place else str(field).ljust(width)
             for place, (field, width) in enumerate(zip(fields, WIDTHS))]
    print("  ".join(cells) + "  " + verdict, flush=True)


def measured(program, name):
    """What the program prints of one system, its processor seconds and its peak memory in megabytes."""
    with tempfile.TemporaryFile() as out:
        child = os.posix_spawn(
            program, [program, name], os.environ, file_actions=[(os.POSIX_SPAWN_DUP2, out.fileno(), 1)])
        _, status, usage = os.wait4(child, 0)
        if os.waitstatus_to_exitcode(status) != 0:
            return None
        out.seek(0)
        fields = out.read().decode("utf-8").strip().split(",")
    return fields, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def main():
    if len(sys.argv) != 2:
        print("usage: protection_bench.py PROGRAM", file=sys.stderr)
        return 64
    program = sys.argv[1]
    names = subprocess.run([program], capture_output=True, text=True, check=True).stdout.split()
    if set(names) == set(LIMITS):
        print("The example tables are not beside the checkout: only the seeded systems are protected.")
    row(HEADINGS, "")
    failed = False
    for name in names:
        found = measured(program, name)
        if found is None:
            print(f"{name}: not protected")
            failed = True
            continue
        fields, cpu, memory = found
        secondary, exact, narrow, unproved = (int(field) for field in fields[2:6])
        protect, audit = float(fields[6]), float(fields[7])
        limit, most = LIMITS.get(name, (EXAMPLE_LIMIT, None))
        faults = []
        if protect > limit:
            faults.append("too slow")
        if most is not None and secondary > most:
            faults.append(f"more than {most} secondary")
        if exact or narrow or unproved:
            faults.append("not safe")
        row([name, *fields[:6], f"{protect:.2f} s", f"{audit:.2f} s", f"{cpu:.2f} s", f"{memory:.0f}", f"{limit} s"],
            ", ".join(faults) or "ok")
        failed = failed or bool(faults)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
