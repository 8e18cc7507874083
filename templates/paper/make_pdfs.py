#!/usr/bin/env python3
"""Makes PDFs of the site's pages, for `bydelsprofil build --pdf templates/paper/make_pdfs.py`.

Reads lines of JSON and answers each with one. The first says how all documents look: `style`, a style sheet, and
`colours`, the colour of each class of marks in drawings. It is answered with `maker`, which names what the documents
are made by. Every other holds the `page`, as it is published; it is answered with `pdf` in base64 and with `complaints`,
or with `error`. The end of the input ends the program, also where whoever wrote it was stopped.
"""

import base64
import gc
import hashlib
import json
import logging
import os
import pathlib
import sys
import xml.etree.ElementTree as ElementTree

PACKAGE = pathlib.Path(__file__).resolve().parents[2]
DOCUMENTS_BETWEEN_CLEARING = 5
ENVIRONMENT = PACKAGE / ".build/venv/bin/python"

try:
    import paper
    import weasyprint
except ImportError as absent:
    # The environment that install.sh makes, where this was started with another Python.
    if ENVIRONMENT.exists() and pathlib.Path(sys.prefix) != ENVIRONMENT.parents[1]:
        os.execv(ENVIRONMENT, [ENVIRONMENT, *sys.argv])
    sys.exit(f"{sys.argv[0]}: {absent.name} is not installed; run Tests/Documents/install.sh site")


class Complaints(logging.Handler):
    """What WeasyPrint says about the document it is making."""

    def __init__(self):
        super().__init__(logging.WARNING)
        self.heard = []

    def emit(self, record):
        self.heard.append(record.getMessage())

    def take(self):
        heard, self.heard = self.heard, []
        return heard


def maker():
    """Names the version of all that decides how a document comes out, but for the fonts of the machine."""
    parts = [path.read_bytes() for path in sorted(pathlib.Path(__file__).parent.glob("*.py"))]
    return f"WeasyPrint {weasyprint.__version__} {hashlib.sha256(b''.join(parts)).hexdigest()}"


def answers(lines, complaints):
    first = json.loads(next(lines))
    fonts = weasyprint.text.fonts.FontConfiguration()
    style = weasyprint.CSS(string=first["style"], font_config=fonts)
    yield {"maker": maker(), "complaints": complaints.take()}
    # What is here now stays to the end, and a document is dropped whole: looking for the rest of it between times takes
    # a quarter of the time.
    gc.freeze()
    gc.disable()
    for number, line in enumerate(lines):
        if number % DOCUMENTS_BETWEEN_CLEARING == 0:
            gc.collect()
        try:
            page = paper.Page(json.loads(line)["page"], first["colours"])
            document = page.render(stylesheets=[style], font_config=fonts)
            pdf = document.write_pdf(pdf_variant="pdf/ua-1")
            yield {"pdf": base64.b64encode(pdf).decode(), "complaints": complaints.take()}
        except (ValueError, ElementTree.ParseError) as error:
            yield {"error": str(error), "complaints": complaints.take()}


def main():
    complaints = Complaints()
    logger = logging.getLogger("weasyprint")
    logger.handlers = [complaints]
    paper.tag_for_readers()
    # A document says when it was made only where it is told, so that the same page gives the same bytes.
    for answer in answers(iter(sys.stdin), complaints):
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()
