#!/usr/bin/env python3
"""Finds dead links in documentation: paths to files, headings, and articles of the design catalogue.

Usage: markdown_links.py FILE|FOLDER …     a folder stands for every .md file in it

Links to other sites are not followed: nothing here reaches the network.
"""

import pathlib
import re
import sys

LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
ARTICLE = re.compile(r"<doc:([A-Za-z0-9_-]+)>")
HEADING = re.compile(r"^#+ +(.*)$", re.MULTILINE)
FENCE = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)


def anchor(heading):
    """The fragment that a heading is reached by: lower case, no punctuation, hyphens for spaces."""
    return re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-")


def faults(path):
    """Yields each dead link of one file, with its line."""
    text = FENCE.sub(lambda match: "\n" * match.group().count("\n"), path.read_text(encoding="utf-8"))
    for pattern in (LINK, ARTICLE):
        for match in pattern.finditer(text):
            place = f"{path}:{text.count(chr(10), 0, match.start()) + 1}"
            link = match.group(1)
            if pattern is ARTICLE:
                if not any(path.parent.rglob(f"{link}.md")):
                    yield f"{place}: error: no article is named {link}"
                continue
            if re.match(r"https?:|mailto:", link):
                continue
            name, _, fragment = link.partition("#")
            target = path.parent / name if name else path
            if not target.exists():
                yield f"{place}: error: {link} leads to nothing"
            elif fragment and target.suffix == ".md":
                headings = HEADING.findall(target.read_text(encoding="utf-8"))
                if fragment not in map(anchor, headings):
                    yield f"{place}: error: {name or path.name} has no heading '{fragment}'"


def main():
    files = []
    for argument in map(pathlib.Path, sys.argv[1:]):
        files += sorted(argument.rglob("*.md")) if argument.is_dir() else [argument]
    found = [fault for path in files for fault in faults(path)]
    for fault in found:
        print(fault)
    print(f"{len(files)} files, {len(found)} dead links", file=sys.stderr)
    return 1 if found or not files else 0


if __name__ == "__main__":
    sys.exit(main())
