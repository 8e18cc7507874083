"""The results of the document checks: a line for each as it ends, and an xunit file of them all."""

import time
import xml.etree.ElementTree as ElementTree

# How many faults of one check are printed; the xunit file holds every one.
PRINTED_FAULTS = 20


class Results:
    def __init__(self):
        self._cases = []
        self._since = time.monotonic()

    def add(self, name, faults, extent):
        """Records a check: its name as a sentence, every fault found, and what was looked at, in words.

        The time shown is that since the check before it.
        """
        faults = list(faults)
        took = time.monotonic() - self._since
        self._since += took
        extent = f"{extent}; {took:.0f} s"
        self._cases.append((name, faults, None))
        if not faults:
            print(f"ok      {name} ({extent})", flush=True)
            return
        print(f"FAILED  {name}: {len(faults)} faults ({extent})", flush=True)
        for fault in faults[:PRINTED_FAULTS]:
            print(f"        {fault}", flush=True)
        if len(faults) > PRINTED_FAULTS:
            print(f"        … and {len(faults) - PRINTED_FAULTS} more", flush=True)

    def skip(self, name, reason):
        """Records a check that could not be made here, and why."""
        self._cases.append((name, [], reason))
        print(f"skipped {name}: {reason}", flush=True)

    def write(self, path):
        """Writes every result as an xunit file."""
        suite = ElementTree.Element("testsuite", name="Documents", tests=str(len(self._cases)))
        for name, faults, reason in self._cases:
            case = ElementTree.SubElement(suite, "testcase", classname="Documents", name=name)
            if faults:
                ElementTree.SubElement(case, "failure", message=f"{len(faults)} faults").text = "\n".join(faults)
            if reason:
                ElementTree.SubElement(case, "skipped", message=reason)
        path.parent.mkdir(parents=True, exist_ok=True)
        ElementTree.ElementTree(suite).write(path, encoding="utf-8", xml_declaration=True)
