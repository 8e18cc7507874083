#!/usr/bin/env python3
"""Builds the site and checks its documents: by the Nu checker and axe, in a real browser, and by its files.

Usage: run.py --program PROGRAM --results FILE     builds below .build/documents and makes every check
       run.py --site FOLDER                        checks the pages of a site that is already there
"""

import argparse
import pathlib
import sys
import time
import traceback

import accessibility
import bank
import demonstration
import drawings
import glance
import linking
import opendata
import pdfs
import publishing
import reading
import validity
import weight
from browser import Browser
from pages import PublishedSite
from results import Results

PACKAGE = pathlib.Path(__file__).resolve().parents[2]


def check_pages(folder, results):
    site = PublishedSite(folder.resolve())
    linking.check_links(site, results)
    linking.check_kinds(site, results)
    linking.check_alternates(site, results)
    linking.check_titles(site, results)
    weight.check_weight(site, results)
    drawings.check_drawings(site, results)
    validity.check_validity(site, results)
    opendata.check(site, PACKAGE, results)
    reading.check_every_page(site, results)
    accessibility.check_axe(site, results)
    with Browser(site.root) as browser:
        reading.check_print(site, browser, results)
        reading.check_without_scripts(site, browser, results)
        reading.check_keyboard(site, browser, results)
        glance.check_city_script(site, browser, results)
        bank.check(site, browser, results)
    pdfs.check_pdfs(site, results)


def check_publishing(program, results):
    publisher = publishing.Publisher(program, PACKAGE, PACKAGE / ".build/documents")
    folder = publisher.scratch / "site"
    publisher.build(folder)
    print(publisher.run("build", "-v", "--out", folder).stderr, end="")
    publishing.check_sameness(publisher, folder, PACKAGE / ".build/locale", results)
    publishing.check_verifying(publisher, folder, results)
    publishing.check_refusal(publisher, results)
    publishing.check_kills(publisher, results)
    whole = publisher.scratch / "whole"
    demonstration.check(publisher, whole, results)
    return whole


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", type=pathlib.Path)
    parser.add_argument("--site", type=pathlib.Path)
    parser.add_argument("--results", type=pathlib.Path)
    arguments = parser.parse_args()
    if (arguments.program is None) == (arguments.site is None):
        parser.error("say either --program or --site")

    results = Results()
    start = time.monotonic()
    try:
        folder = check_publishing(arguments.program, results) if arguments.program else arguments.site
        check_pages(folder, results)
    except Exception as error:
        # What stops one check stops those after it; the ones before it still count.
        results.add("the document checks ran to their end", str(error).splitlines() or [repr(error)], "all of them")
        traceback.print_exc()
    print(f"document checks took {time.monotonic() - start:.0f} seconds")
    if arguments.results:
        results.write(arguments.results)


if __name__ == "__main__":
    sys.exit(main())
