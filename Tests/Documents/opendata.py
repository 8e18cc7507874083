"""The files of figures and what leads to them, read by programs that others have written.

Every format is compared with `figures.csv`, cell by cell, or checked against what its specification asks for.
"""

import csv
import datetime
import decimal
import hashlib
import json
import pathlib
import re
import urllib.parse
import urllib.robotparser
import warnings
import xml.etree.ElementTree

import feedparser
import jsonstat_validator
import lxml.etree
import pyjstat.pyjstat
import pyshacl
import rdflib
import yaml
from csvw.metadata import Table

from pages import LANGUAGES

KEYS = ("split", "area", "level", "indicator", "period_start", "period_end", "sex", "age")
NUMBERS = ("value", "lower", "upper")
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}"


class Edition:
    """One edition's folder of figures, and `figures.csv` as its rows say it."""

    def __init__(self, folder):
        self.folder = folder
        with open(folder / "figures.csv", encoding="utf-8", newline="") as file:
            self.rows = list(csv.DictReader(file))
        self.header = list(self.rows[0])
        self.indicators = sorted({row["indicator"] for row in self.rows})

    def of(self, indicator):
        return [row for row in self.rows if row["indicator"] == indicator]


def editions(site):
    """Every edition of a site."""
    return [Edition(path.parent) for path in sorted(site.root.glob("**/data/*/figures.csv"))]


def check(site, package, results):
    found = editions(site)
    phrases = yaml.safe_load((package / "templates/text/nb.yaml").read_text(encoding="utf-8"))
    check_parts(found, results)
    check_spreadsheet(found, phrases, results)
    check_columns(found, results)
    check_json_stat(found, results)
    check_catalogue(site, package, results)
    check_feed(site, results)
    check_sitemap(site, results)
    check_redirects(site, results)
    check_headers(site, results)
    check_structured_data(site, results)


# Tables


def check_parts(found, results):
    faults = []
    for edition in found:
        parts = []
        for indicator in edition.indicators:
            with open(edition.folder / f"{indicator}.csv", encoding="utf-8", newline="") as file:
                parts += list(csv.DictReader(file))
        order = lambda row: [row[key] for key in edition.header]
        if sorted(map(order, parts)) != sorted(map(order, edition.rows)):
            faults.append(f"{edition.folder}: the tables of indicators together are not figures.csv")
    results.add("each indicator's table has its rows of figures.csv", faults, f"{len(found)} editions")


def check_spreadsheet(found, phrases, results):
    """The file for spreadsheets in Norwegian says the same as figures.csv: by its words and its comma."""
    labels, words, verdicts = phrases["labels"], phrases["data"], phrases["verdict"]["short"]

    def age(code):
        youngest, oldest = map(int, code.split("_"))
        if code == "0_120":
            return labels["all-ages"]
        if oldest == 120:
            return phrases["age"]["open"].replace("{from}", str(youngest))
        if youngest == oldest:
            return labels["single-age"].replace("{age}", str(youngest))
        return phrases["age"]["range"].replace("{from}", str(youngest)).replace("{to}", str(oldest))

    sexes = {"0": labels["both-sexes"], "1": phrases["sex"]["men"], "2": phrases["sex"]["women"]}
    trends = dict(phrases["trend"], **{"not-tested": verdicts["not-tested"], "": ""})
    flags = dict(phrases["flag"], synthetic=words["synthetic"])
    statuses = dict(phrases["status"], shown=labels["shown"])
    units = phrases["unit"]["short"]
    expected_header = list(words["columns"].values())
    faults, cells = [], 0
    for edition in found:
        path = edition.folder / "figures-no.csv"
        data = path.read_bytes()
        if not data.startswith(b"\xef\xbb\xbf"):
            faults.append(f"{path} has no byte order mark")
        table = list(csv.reader(data.decode("utf-8-sig").splitlines(), delimiter=";"))
        if table[0] != expected_header:
            faults.append(f"{path}: the columns are {table[0]}")
        if len(table) - 1 != len(edition.rows):
            faults.append(f"{path} has {len(table) - 1} rows, not {len(edition.rows)}")
        for number, (fields, row) in enumerate(zip(table[1:], edition.rows), start=2):
            (own, split, area, level, indicator, title, start, end, sex, own_age, measure, unit, value, lower, upper,
             comparison, city, trend, status, own_flags) = fields
            wanted = [
                row["edition"], row["split"], row["area"], words["levels"][row["level"]], row["indicator"],
                row["period_start"], row["period_end"], sexes[row["sex"]], age(row["age"]),
                words["measures"][row["measure"]], units[row["unit"]],
                *(row[name].replace(".", ",") for name in NUMBERS), verdicts.get(row["comparison"], ""),
                verdicts.get(row["city_comparison"], ""), trends[row["trend"]], statuses[row["status"]],
                ", ".join(flags[flag] for flag in row["flags"].split()),
            ]
            # A place is its number and its name; a unit may say how it is standardised.
            got = [own, split, area.split(" ")[0], level, indicator, start, end, sex, own_age, measure,
                   re.sub(r" \((a|k|a,k)\)$", "", unit), value, lower, upper, comparison, city, trend, status, own_flags]
            cells += len(got)
            if got != wanted or not title or " " not in area:
                faults.append(f"{path}:{number}: {got} is not {wanted}")
            if any(field[:1] in "=+@\t" and field for field in fields):
                faults.append(f"{path}:{number}: a field would be a formula")
    results.add("the table for Norwegian spreadsheets equals figures.csv", faults[:20], f"{cells} cells")


def check_columns(found, results):
    faults, rows = [], 0
    for edition in found:
        tables = sorted(edition.folder.glob("*.csv"))
        for path in tables:
            if path.name == "ledger.csv":
                continue
            metadata = path.with_name(path.name + "-metadata.json")
            if not metadata.exists():
                faults.append(f"{path} has no description of its columns")
                continue
            description = json.loads(metadata.read_text(encoding="utf-8"))
            schema = description["tableSchema"]
            if path.name == "figures.csv":
                # Its rows are those of the indicators' tables, which follow: what is said of both must be the same.
                part = path.with_name(f"{edition.indicators[0]}.csv-metadata.json")
                if json.loads(part.read_text(encoding="utf-8"))["tableSchema"] != schema:
                    faults.append(f"{metadata} and {part} say different things of the same columns")
                continue
            with warnings.catch_warnings(record=True) as complaints:
                warnings.simplefilter("always")
                table = Table.from_file(metadata)
                keys = table.tableSchema.primaryKey
                seen = set()
                try:
                    for row in table.iterdicts(strict=False):
                        rows += 1
                        key = tuple(row[key] for key in keys)
                        if key in seen:
                            faults.append(f"{path}: two rows are about {key}")
                        seen.add(key)
                except ValueError as error:
                    faults.append(f"{path}: {error}")
            faults += [f"{metadata}: {complaint.message}" for complaint in complaints]
            for name in ("dc:license", "dc:bibliographicCitation", "dc:issued", "dc:publisher", "dc:source"):
                if not description.get(name):
                    faults.append(f"{metadata} says no {name}")
            for column in schema["columns"]:
                if not set(LANGUAGES) <= set(column["titles"]):
                    faults.append(f"{metadata}: {column['name']} has no title in each language")
    results.add("each table is what its CSVW says, row by row", faults[:20], f"{rows} rows")


# JSON-stat


def check_json_stat(found, results):
    """Read by pyjstat and set against the rows; what is in one is in the other."""
    faults, cells = [], 0
    for edition in found:
        for indicator in edition.indicators:
            path = edition.folder / f"{indicator}.json"
            text = path.read_text(encoding="utf-8")
            document = json.loads(text)
            try:
                jsonstat_validator.validate_jsonstat(document)
            except Exception as error:  # The validator raises errors of several kinds.
                faults.append(f"{path}: {error}")
            if document["role"] != {"geo": ["area"], "time": ["period"], "metric": ["contents"]}:
                faults.append(f"{path}: the roles are {document['role']}")
            for name in ("licence", "citation", "statusLabel"):
                if not document["extension"].get(name):
                    faults.append(f"{path}: the extension says no {name}")
            wanted = {"license"} if document["extension"]["synthetic"] else {"self", "describedby", "alternate", "license"}
            if set(document["link"]) != wanted:
                faults.append(f"{path} has links to {sorted(document['link'])}")
            read = pyjstat.pyjstat.Dataset.read(text)
            frame = read.write("dataframe", naming="id")
            numbers = frame["value"].tolist()
            statuses = document["status"]
            if set(statuses.values()) - set(document["extension"]["statusLabel"]):
                faults.append(f"{path}: a status has no label")
            expected = {}
            for row in edition.of(indicator):
                period = row["period_start"]
                if row["period_end"] != period:
                    period += "_" + row["period_end"]
                for name in NUMBERS:
                    expected[row["area"], period, row["sex"], row["age"], name] = (row[name], row["status"])
            places = list(zip(frame["area"], frame["period"], frame["sex"], frame["age"], frame["contents"]))
            if len(set(places)) != len(places):
                faults.append(f"{path} has a cell twice")
            for index, (place, number) in enumerate(zip(places, numbers)):
                cells += 1
                text_value, status = expected.pop(place, ("", "missing"))
                if text_value:
                    if number is None or decimal.Decimal(repr(number)) != decimal.Decimal(text_value):
                        faults.append(f"{path}: {place} is {number}, not {text_value}")
                    if str(index) in statuses:
                        faults.append(f"{path}: {place} has a number and a status")
                else:
                    wanted = "no-interval" if status == "shown" else status
                    if number is not None and number == number or statuses.get(str(index)) != wanted:
                        faults.append(f"{path}: {place} is {number}, {statuses.get(str(index))}, not {wanted}")
            left = [place for place, (text_value, _) in expected.items() if text_value or place[4] == "value"]
            if left:
                faults.append(f"{path} lacks {left[:3]}")
    results.add("JSON-stat read by pyjstat equals figures.csv", faults[:20], f"{cells} cells")


# The catalogue


def check_catalogue(site, package, results):
    path = site.root / "data/catalog.jsonld"
    faults = []
    graph = rdflib.Graph()
    graph.parse(path, format="json-ld")
    shapes = rdflib.Graph().parse(package / "Tests/Documents/dcat-ap-no.ttl", format="turtle")
    conforms, _, text = pyshacl.validate(graph, shacl_graph=shapes)
    if not conforms:
        faults += text.splitlines()[:20]
    dcat = rdflib.Namespace("http://www.w3.org/ns/dcat#")
    spdx = rdflib.Namespace("http://spdx.org/rdf/terms#")
    dct = rdflib.DCTERMS
    catalogue, = graph.subjects(rdflib.RDF.type, dcat.Catalog)
    address = str(graph.value(catalogue, rdflib.FOAF.homepage))
    datasets = set(graph.subjects(rdflib.RDF.type, dcat.Dataset))
    listed = set(graph.objects(catalogue, dcat.dataset))
    if not datasets or not datasets <= listed:
        faults.append("a dataset is not in the catalogue")
    open_edition, = (edition for edition in editions(site) if not edition.folder.is_relative_to(site.root / "demo"))
    told = {str(dataset).rsplit("#", 1)[1] for dataset in datasets}
    for indicator in open_edition.indicators:
        if indicator not in told:
            faults.append(f"{indicator} is no dataset")
    files = 0
    for distribution in graph.subjects(rdflib.RDF.type, dcat.Distribution):
        target = str(graph.value(distribution, dcat.downloadURL))
        file = site.root / target.removeprefix(address)
        if not target.startswith(address) or not file.is_file():
            faults.append(f"{target} is not there")
            continue
        files += 1
        data = file.read_bytes()
        if int(graph.value(distribution, dcat.byteSize)) != len(data):
            faults.append(f"{target} has another size")
        checksum = graph.value(distribution, spdx.checksum)
        if str(graph.value(checksum, spdx.checksumValue)) != hashlib.sha256(data).hexdigest():
            faults.append(f"{target} has another checksum")
        for conformity in graph.objects(distribution, dct.conformsTo):
            if str(conformity).startswith(address) and str(conformity).removeprefix(address) not in site.files:
                faults.append(f"{conformity} is not there")
    for page in set(graph.objects(None, dcat.landingPage)) | set(graph.objects(None, rdflib.FOAF.page)):
        if _file(str(page), address) not in site.files:
            faults.append(f"{page} is not there")
    results.add("the catalogue is DCAT-AP-NO, and tells the files as they are", faults[:20], f"{files} distributions")


def _file(address, root):
    """The path of the file that a whole address leads to."""
    path = urllib.parse.urlsplit(address.removeprefix(root)).path
    return path + "index.html" if path == "" or path.endswith("/") else path


# Feed, sitemap, robots


def faults_by_schema(path, schema):
    """What a RELAX NG schema of ours finds in a file."""
    grammar = lxml.etree.RelaxNG(file=pathlib.Path(__file__).parent / "schemas" / f"{schema}.rng")
    grammar.validate(lxml.etree.parse(path))
    return [f"{path.name}:{fault.line}: {fault.message}" for fault in grammar.error_log]


def check_feed(site, results):
    path = site.root / "feed.atom"
    faults = faults_by_schema(path, "atom")
    feed = feedparser.parse(path.read_bytes())
    if feed.bozo or feed.version != "atom10":
        faults.append(f"{path}: {feed.get('bozo_exception', feed.version)}")
    root = xml.etree.ElementTree.parse(path).getroot()
    atom = "{http://www.w3.org/2005/Atom}"
    # RFC 4287, 4.1.1 and 4.1.2: exactly one of each; an author above or in each entry.
    for element in [root, *root.iter(f"{atom}entry")]:
        for name in ("id", "title", "updated"):
            if len(element.findall(atom + name)) != 1:
                faults.append(f"{element.tag} has not one {name}")
    if not root.find(f"{atom}author/{atom}name").text:
        faults.append("the feed has no author")
    ids = [element.text for element in root.iter(f"{atom}id")]
    if len(set(ids)) != len(ids) or not all(re.fullmatch(r"tag:[a-z0-9.-]+,\d{4}-\d\d-\d\d:\S+", id) for id in ids):
        faults.append(f"the ids are {ids}")
    times = [datetime.datetime.fromisoformat(element.text) for element in root.iter(f"{atom}updated")]
    if not feed.entries or times[0] != max(times):
        faults.append("the feed is not as new as its newest entry")
    address = _address(site)
    for link in root.iter(f"{atom}link"):
        target = link.get("href")
        file = _file(target, address)
        fragment = urllib.parse.urlsplit(target).fragment
        if file not in site.files:
            faults.append(f"{target} is not there")
        elif fragment and not any(page.path == file and fragment in page.ids for page in site.pages):
            faults.append(f"{target} has no such place")
    results.add("the feed is Atom, with an entry for each release", faults, f"{len(feed.entries)} entries")


def _address(site):
    """The site's own address, as its robots.txt says it."""
    line, = re.findall(r"^Sitemap: (\S+)sitemap\.xml$", (site.root / "robots.txt").read_text(), re.MULTILINE)
    return line


def check_sitemap(site, results):
    listed = set()
    faults = [
        fault for path in sorted(site.root.glob("sitemap*.xml")) for fault in faults_by_schema(path, "sitemap")]
    address = _address(site)
    index = xml.etree.ElementTree.parse(site.root / "sitemap.xml").getroot()
    if index.tag != f"{SITEMAP}sitemapindex":
        faults.append("sitemap.xml is no list of lists")
    alternates = {}
    for entry in index:
        path = site.root / entry.findtext(f"{SITEMAP}loc").removeprefix(address)
        if path.stat().st_size > 50 * 1024 * 1024:
            faults.append(f"{path} is too large")
        pages = xml.etree.ElementTree.parse(path).getroot()
        if pages.tag != f"{SITEMAP}urlset" or not 0 < len(pages) <= 50_000:
            faults.append(f"{path} is no list of pages")
        for page in pages:
            allowed = [f"{SITEMAP}loc", f"{SITEMAP}lastmod"] + [f"{XHTML}link"] * (len(page) - 2)
            if [child.tag for child in page] != allowed:
                faults.append(f"{path}: an entry holds {[child.tag for child in page]}")
            location = page.findtext(f"{SITEMAP}loc")
            if len(location) >= 2048 or not location.startswith(address) or location in listed:
                faults.append(f"{path}: {location}")
            datetime.date.fromisoformat(page.findtext(f"{SITEMAP}lastmod"))
            listed.add(location)
            alternates[location] = {link.get("hreflang"): link.get("href") for link in page.findall(f"{XHTML}link")}
    for location, others in alternates.items():
        if set(others) != {*LANGUAGES, "x-default"}:
            faults.append(f"{location} has the languages {sorted(others)}")
        for language in LANGUAGES:
            if alternates.get(others[language], {}) != others:
                faults.append(f"{location}: {others[language]} does not name it in return")
    wanted = {
        address + page.path.removesuffix("index.html") for page in site.pages
        if page.path.split("/")[0] in LANGUAGES and "/embed/" not in page.path
    }
    if listed != wanted:
        faults.append(f"the lists and the pages differ: {sorted(listed ^ wanted)[:5]}")
    robots = urllib.robotparser.RobotFileParser()
    robots.parse((site.root / "robots.txt").read_text().splitlines())
    if robots.site_maps() != [address + "sitemap.xml"] or not robots.can_fetch("*", address + "nb/"):
        faults.append("robots.txt does not lead to the sitemap")
    for page in site.pages:
        text = (site.root / page.path).read_text(encoding="utf-8")
        canonical = re.findall(r'<link rel="canonical" href="([^"]*)"', text)
        if page.is_demonstration or page.kind == "not-found":
            if canonical:
                faults.append(f"{page.path} says that it is to be found at {canonical}")
            if page.is_demonstration and page.kind != "not-found" and '<meta name="robots" content="noindex"/>' not in text:
                faults.append(f"{page.path} lets search engines take it for real")
        elif "/embed/" not in page.path and canonical != [address + page.path.removesuffix("index.html")]:
            faults.append(f"{page.path} says that its address is {canonical}")
    results.add("the sitemap lists every page once, in every language", faults[:20], f"{len(listed)} pages")


# Redirects and headers


def check_redirects(site, results):
    faults = []
    with open(site.root / "redirects.csv", encoding="utf-8", newline="") as file:
        redirects = list(csv.DictReader(file))
    host = [line.split(" ") for line in (site.root / "_redirects").read_text().splitlines()]
    if host != [[row["from"], row["to"], row["status"]] for row in redirects]:
        faults.append("_redirects and redirects.csv differ")
    if len({row["from"] for row in redirects}) != len(redirects):
        faults.append("an address leads to two places")
    for row in redirects:
        if row["status"] not in ("301", "302"):
            faults.append(f"{row['from']}: {row['status']}")
        if _file(row["to"], "/") not in site.files:
            faults.append(f"{row['from']} leads to {row['to']}, which is not there")
        if _file(row["from"], "/") in site.files:
            faults.append(f"{row['from']} is a page")
    for page in site.of_kind("profile", "nb"):
        if not page.is_demonstration:
            folder = re.match(r"(.*/[0-9]+)-", page.path)[1]
            if {"from": f"/{folder}/", "to": "/" + page.path.removesuffix("index.html"), "status": "301"} not in redirects:
                faults.append(f"/{folder}/ does not lead to {page.path}")
    results.add("redirects lead to pages, and districts are found by number", faults[:20], f"{len(redirects)} redirects")


def check_headers(site, results):
    faults, rules = [], {}
    rule = None
    for line in (site.root / "_headers").read_text().splitlines():
        if line.startswith("#"):
            continue
        if line.startswith("/"):
            rule = rules.setdefault(line, {})
        else:
            name, value = line.strip().split(": ", 1)
            if name in rule:
                faults.append(f"{line} stands twice in a rule")
            rule[name] = value

    def headers(path):
        """What a host says with `path`: a star stands for anything, and what several rules say is joined."""
        said = {}
        for pattern, values in rules.items():
            if pattern == path or pattern.endswith("*") and path.startswith(pattern[:-1]):
                for name, value in values.items():
                    said.setdefault(name, []).append(value)
        return said

    for page in site.pages:
        said = headers("/" + page.path.removesuffix("index.html"))
        policies = said.get("Content-Security-Policy", [])
        if len(policies) != 1:
            faults.append(f"{page.path} is sent with {len(policies)} policies")
            continue
        may_be_framed = "/embed/" in page.path
        directives = dict(part.strip().split(" ", 1) for part in policies[0].split(";"))
        if directives.pop("frame-ancestors", None) != ("*" if may_be_framed else "'none'"):
            faults.append(f"{page.path} may be framed by others, or not, against what it is for")
        text = (site.root / page.path).read_text(encoding="utf-8")
        own, = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]*)"', text)
        if dict(part.strip().split(" ", 1) for part in own.replace("&#39;", "'").split(";")) != directives:
            faults.append(f"{page.path} says another policy than its header")
        if directives.get("default-src") != "'none'" or "unsafe" in policies[0]:
            faults.append(f"{page.path} is sent with a lax policy")
        for name in ("X-Content-Type-Options", "Referrer-Policy", "Permissions-Policy"):
            if len(said.get(name, [])) != 1:
                faults.append(f"{page.path} is sent with no {name}")
    results.add("every page is sent with one strict policy", faults[:20], f"{len(rules)} rules")


def check_structured_data(site, results):
    """Fact sheets describe a Dataset that leads to its files; the data blocks of pages are JSON."""
    faults, sheets = [], 0
    address = _address(site)
    for page in site.pages:
        text = (site.root / page.path).read_text(encoding="utf-8")
        blocks = re.findall(r'<script type="application/ld\+json">(.*?)</script>', text, re.DOTALL)
        if page.is_demonstration:
            if blocks:
                faults.append(f"{page.path} describes figures that were made by a program")
            continue
        graph = [node for block in blocks for node in json.loads(block)["@graph"]]
        for crumbs in (node for node in graph if node["@type"] == "BreadcrumbList"):
            for number, item in enumerate(crumbs["itemListElement"], start=1):
                if item["position"] != number or _file(item["item"], address) not in site.files:
                    faults.append(f"{page.path}: {item}")
        if page.kind == "indicator":
            dataset, = (node for node in graph if node["@type"] == "Dataset")
            sheets += 1
            missing = [
                name for name in ("name", "description", "url", "license", "creator", "temporalCoverage",
                                  "spatialCoverage", "distribution", "dateModified") if not dataset.get(name)]
            if missing:
                faults.append(f"{page.path} says no {missing}")
            for download in dataset["distribution"]:
                if _file(download["contentUrl"], address) not in site.files:
                    faults.append(f"{download['contentUrl']} is not there")
    results.add("fact sheets describe their data to search engines", faults[:20], f"{sheets} fact sheets")
