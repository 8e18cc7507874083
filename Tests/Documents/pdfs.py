"""The PDFs of a site: as long as they may be, accessible, and saying what the published figures say, cell by cell."""

import base64
import concurrent.futures
import copy
import csv
import io
import json
import math
import pathlib
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

import pikepdf
import yaml

from drawings import indicator_of, kommune
from figures import Figures, number, verdict

PACKAGE = pathlib.Path(__file__).resolve().parents[2]

# The program that makes them.
PROGRAM = "templates/paper/make_pdfs.py"
# How many sheets of A4 a profile may fill.
MOST_SHEETS = 4
# How far the words of a row may stand above its number, and how far amounts from the end of their column, in points.
ROOM = 3
# How high a row of four lines is, how far a drawing reaches from its middle, and the type that only readers aloud find.
HIGHEST_ROW, HALF_A_DRAWING, UNSEEN = 45, 43, 3

# What the checkers are known to find, and why it is accepted.
ACCEPTED = {
    "FIG-012": "guesses by the share of letters; a chart's text names its periods and values, which are digits",
}


class Word:
    """A word and where it stands on its page, in points from its upper left corner."""

    def __init__(self, row):
        self.text = row["text"]
        self.left, self.top = float(row["left"]), float(row["top"])
        self.right = self.left + float(row["width"])
        self.bottom = self.top + float(row["height"])
        self.height = float(row["height"])


def read_pages(path):
    """The words of every page, by poppler."""
    printed = subprocess.run(
        ["pdftotext", "-tsv", str(path), "-"], capture_output=True, text=True, check=True).stdout
    pages = []
    for row in csv.DictReader(io.StringIO(printed), delimiter="\t", quoting=csv.QUOTE_NONE):
        if row["text"] == "###PAGE###":
            pages.append([])
        elif row["level"] == "5":
            pages[-1].append(Word(row))
    return pages


class PrintedRow:
    """A row of the barometer as it is printed: the words of each column."""

    def __init__(self, cells):
        self.title, self.own, self.city, self.country, self.verdict = cells


def printed_rows(pages, heads):
    """The barometer's rows by number, found by where words stand below the heads of its columns."""
    rows = {}
    for words in pages:
        head = next((line for line in lines(words) if [word.text for word in line][:len(heads)] == heads), None)
        if head is None:
            continue
        number_end, title, *amounts, judged, drawn = (head[index] for index in range(7))
        drawing = (drawn.left + drawn.right) / 2 - HALF_A_DRAWING
        words = sorted(
            (word for word in words if word.top > head[0].bottom and word.height > UNSEEN),
            key=lambda word: (round(word.top), word.left))
        numbers = []
        for word in words:
            # Rows are numbered from page to page without a gap; what comes after the last is no row.
            if word.right <= number_end.right + ROOM and word.text == str(len(rows) + len(numbers) + 1):
                numbers.append(word)
        for index, own in enumerate(numbers):
            end = min(own.top + HIGHEST_ROW, numbers[index + 1].top if index + 1 < len(numbers) else math.inf)
            inside = [word for word in words if own.top - ROOM < word.top < end - ROOM]
            first_line = [word for word in inside if abs(word.top - own.top) < ROOM]
            cells = [" ".join(word.text for word in inside if title.left - ROOM < word.left < amounts[0].left - 2 * ROOM)]
            for amount in amounts:
                cells.append("".join(word.text for word in first_line if abs(word.right - amount.right) < ROOM))
            cells.append(" ".join(word.text for word in inside if judged.left - ROOM < word.left < drawing))
            rows[int(own.text)] = PrintedRow(cells)
    return rows


def lines(words):
    """Words that stand on one line, from the left."""
    found = {}
    for word in words:
        found.setdefault(round(word.top), []).append(word)
    return [sorted(line, key=lambda word: word.left) for _, line in sorted(found.items())]


class Printed:
    """A profile's PDF, the page it was made from, and the phrases of its language."""

    def __init__(self, site, page):
        place = page.path.removeprefix("demo/").split("/")
        self.code = place[2].partition("-")[0]
        self.page = page
        self.path = (site.root / page.path).with_name(place[2] + ".pdf")
        self.name = self.path.relative_to(site.root).as_posix()
        self.text = (site.root / page.path).read_text(encoding="utf-8")
        self.root = ElementTree.fromstring(self.text.partition(">")[2])
        self.barometer = next(table for table in self.root.iter("table") if table.get("class") == "barometer")
        self.phrases = yaml.safe_load(
            (PACKAGE / f"templates/text/{page.language}.yaml").read_text(encoding="utf-8"))

    def heads(self):
        return [word for cell in self.barometer.find("thead/tr") for word in "".join(cell.itertext()).split()]

    def wanted(self):
        """Number, indicator and period of every row, as the page lists them."""
        for row in self.barometer.iter("tr"):
            link = row.find("th/a")
            if link is not None:
                meta = "".join(row.find("th/span").itertext())
                yield (
                    int(row.find("td").text), indicator_of(link), "".join(link.itertext()),
                    re.search(r", ([0-9]{4}(–[0-9]{4})?)", meta).group(1))


def check_rows(printed, pages, figures):
    """Every cell of the printed barometer against figures.csv; the faults, and how many cells there were."""
    faults, count = [], 0
    rows = printed_rows(pages, printed.heads())
    words = printed.phrases["verdict"]["said"]
    for place, indicator, title, period in printed.wanted():
        row = rows.get(place)
        if row is None:
            faults.append(f"{printed.name}: row {place} is not printed")
            continue
        own = figures.by_period(printed.code, indicator)[period]
        others = [figures.by_period(area, indicator).get(period) for area in (kommune(printed.code), "0")]
        for found, figure in zip((row.own, row.city, row.country), (own, *others)):
            shown = figure is not None and figure["status"] == "shown"
            count += 1
            if number(found) != (float(figure["value"]) if shown else None):
                faults.append(f"{printed.name}: row {place} prints {found!r}, {figure and figure['value']!r} is published")
        wanted = verdict(own)
        count += 2
        if wanted is not None and not squeezed(row.verdict).startswith(squeezed(words[wanted])):
            faults.append(f"{printed.name}: row {place} says {row.verdict!r}, {words[wanted]!r} is published")
        if not squeezed(row.title).startswith(squeezed(title)) or period not in row.title:
            faults.append(f"{printed.name}: row {place} is called {row.title!r}, not {title!r}, {period}")
    return faults, count


def squeezed(text):
    """Words without the spaces and hyphens of lines that were broken."""
    return re.sub(r"[\s\u00a0\u00ad-]", "", text)


def check_pages(printed, pages):
    """What every page must have, and no page may."""
    faults = []
    if not 1 <= len(pages) <= MOST_SHEETS:
        faults.append(f"{printed.name} fills {len(pages)} sheets")
    name = "".join(printed.root.find(".//h1").itertext())
    edition = "".join(printed.root.find(".//p[@class='kind']").itertext())
    for place, words in enumerate(pages, start=1):
        text = squeezed("".join(word.text for word in words))
        for wanted in (name, printed.code, edition, f"{place}/{len(pages)}"):
            if squeezed(wanted) not in text:
                faults.append(f"{printed.name}: page {place} does not say {wanted}")
        if printed.page.is_demonstration and squeezed(printed.phrases["site"]["made-up-title"]) not in text:
            faults.append(f"{printed.name}: page {place} does not say that it is a demonstration")
        if len(words) < 60:
            faults.append(f"{printed.name}: page {place} is all but empty")
    return faults


def check_file(printed):
    """Title, language, tags, bookmarks, fonts and syntax."""
    faults = []
    with pikepdf.open(printed.path) as pdf:
        root = pdf.Root
        title = str(pdf.docinfo.get("/Title", ""))
        if title != printed.page.title:
            faults.append(f"is called {title!r}, its page {printed.page.title!r}")
        if str(root.get("/Lang", "")) != printed.page.language:
            faults.append(f"says it is in {root.get('/Lang')}")
        if not root.get("/MarkInfo", {}).get("/Marked", False):
            faults.append("is not tagged")
        with pdf.open_metadata() as metadata:
            if str(metadata.get("pdfuaid:part")) != "1":
                faults.append("does not declare PDF/UA-1")
        with pdf.open_outline() as outline:
            bookmarks = [item.title for item in outline.root]
            if not bookmarks or not outline.root[0].children:
                faults.append("has no bookmarks")
        for font in {font.objgen: font for page in pdf.pages for font in page.resources.get("/Font", {}).values()}.values():
            inner = font.DescendantFonts[0] if "/DescendantFonts" in font else font
            descriptor = inner.get("/FontDescriptor", {})
            if not any(f"/FontFile{kind}" in descriptor for kind in ("", "2", "3")):
                faults.append(f"does not carry its font {font.get('/BaseFont')}")
            if "/ToUnicode" not in font:
                faults.append(f"does not say which letters {font.get('/BaseFont')} shows")
    checked = subprocess.run(["qpdf", "--check", str(printed.path)], capture_output=True, text=True, check=False)
    if checked.returncode != 0:
        faults += checked.stdout.splitlines() + checked.stderr.splitlines()
    return [f"{printed.name} {fault}" for fault in faults]


def findings_of_checkers(paths):
    """What outloud and pdfua find, a line for each finding."""
    programs = pathlib.Path(sys.executable).parent
    found = []
    report = subprocess.run(
        [programs / "outloud", "--quiet", "--json", "-", *paths], capture_output=True, text=True, check=False)
    documents = json.loads(report.stdout)["results"]
    if len(documents) != len(paths):
        found.append(f"outloud looked at {len(documents)} of {len(paths)}")
    for document in documents:
        for finding in document["findings"]:
            found.append((finding["rule"], f"{document['path']}: outloud {finding['rule']} {finding['message']}"))
    for path in paths:
        report = subprocess.run(
            [programs / "pdfua", "check", "--format", "json", path], capture_output=True, text=True, check=False)
        for finding in json.loads(report.stdout)["findings"]:
            found.append((finding["rule_id"], f"{path}: pdfua {finding['rule_id']} {finding['message']}"))
    return [line for rule, line in found if rule not in ACCEPTED]


def check_pdfs(site, results):
    """Makes every check of the PDFs of a site."""
    figures = {demo: Figures(site.root, demo) for demo in (False, True)}
    printed = [Printed(site, page) for page in site.of_kind("profile")]
    missing = [document.name for document in printed if not document.path.exists()]
    results.add("every profile is there as a PDF", missing, f"{len(printed)} profiles")
    printed = [document for document in printed if document.path.exists()]
    with concurrent.futures.ThreadPoolExecutor() as pool:
        read = list(pool.map(lambda document: read_pages(document.path), printed))
    pages, rows, files, count = [], [], [], 0
    for document, words in zip(printed, read):
        pages += check_pages(document, words)
        found, cells = check_rows(document, words, figures[document.page.is_demonstration])
        rows += found
        count += cells
        files += check_file(document)
    results.add(
        f"a PDF has at most {MOST_SHEETS} sheets, each with name, code, edition and page number", pages,
        f"{sum(map(len, read))} sheets")
    results.add("a PDF says what the published figures say, cell by cell", rows, f"{count} cells")
    results.add("a PDF has title, language, tags, bookmarks and fonts, and no faults of syntax", files, f"{len(printed)} PDFs")
    check_again(printed, results)
    check_hard_cases(printed, read, results)
    sample = samples(printed, read)
    results.add(
        "pdfua and outloud find no fault in a PDF", findings_of_checkers([document.path for document in sample]),
        f"{len(sample)} PDFs")


def samples(printed, read):
    """Of each edition and language the PDF with the most words, and of them all the one with the fewest."""
    largest = {}
    sizes = {document.name: sum(map(len, words)) for document, words in zip(printed, read)}
    for document in printed:
        key = (document.page.is_demonstration, document.page.language)
        if key not in largest or sizes[document.name] > sizes[largest[key].name]:
            largest[key] = document
    smallest = min(printed, key=lambda document: sizes[document.name])
    return [*largest.values(), *([] if smallest in largest.values() else [smallest])]


def make(pages):
    """The PDFs of pages, by the program itself: each time a new process."""
    look = {"style": (PACKAGE / "templates/paper/profile.css").read_text(encoding="utf-8"), "colours": {}}
    asked = "\n".join(json.dumps(line) for line in [look, *({"page": page} for page in pages)])
    answers = subprocess.run(
        [PACKAGE / PROGRAM], input=asked, capture_output=True, text=True, check=True).stdout.splitlines()
    return [base64.b64decode(json.loads(answer)["pdf"]) for answer in answers[1:]]


def check_again(printed, results):
    """The same page twice, after other pages and in another process."""
    texts = [document.text for document in (printed[0], printed[-1])]
    one, other = make(texts), make(reversed(texts))
    faults = [] if one == other[::-1] else ["a page gave two different PDFs"]
    results.add("the same page gives the same PDF, byte by byte", faults, "2 pages, 2 processes each")


# The name is longer than that of any district, and has letters of Northern Sámi.
LONG_NAME = "Áššaguolbba ja Guovdageainnu Sentrum-Østensjø-Søndre Nordstrand og Bygdøy-Frognerkilen bydelsområde"


def check_hard_cases(printed, read, results):
    """The fullest profile with the longest of names, and with no figure of the district shown."""
    sizes = [sum(map(len, words)) for words in read]
    fullest = printed[sizes.index(max(sizes))]
    long, withheld = (copy.deepcopy(fullest.root) for _ in range(2))
    name = "".join(fullest.root.find(".//h1").itertext())
    long.find(".//h1").text = LONG_NAME
    for cell in withheld.iter("td"):
        names = (cell.get("class") or "").split()
        if "own" in names:
            for part in list(cell):
                cell.remove(part)
            cell.text = ":"
        if "judged" in names or "trend" in names:
            for part in list(cell):
                cell.remove(part)
            cell.text = fullest.phrases["status"]["withheld"] if "judged" in names else ""
    faults = []
    with tempfile.TemporaryDirectory() as folder:
        pages = ["<!DOCTYPE html>\n" + ElementTree.tostring(root, encoding="unicode") for root in (long, withheld)]
        for kind, pdf, wanted in zip(("a long name", "nothing shown"), make(pages), (LONG_NAME, name)):
            path = pathlib.Path(folder) / f"{kind}.pdf"
            path.write_bytes(pdf)
            words = read_pages(path)
            if not 1 <= len(words) <= MOST_SHEETS:
                faults.append(f"{kind}: {len(words)} sheets")
            for place, page in enumerate(words, start=1):
                if squeezed(wanted) not in squeezed("".join(word.text for word in page)):
                    faults.append(f"{kind}: page {place} does not say {wanted}")
                faults += [f"{kind}: page {place} runs out of the paper" for word in page if word.right > 595]
            faults += findings_of_checkers([path])
    results.add("a PDF holds the longest name, and a district of which nothing is shown", faults, "2 made-up pages")
