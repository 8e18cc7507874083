"""A published page on paper: what is left out, how drawings get their colours, and how the document is tagged."""

import xml.etree.ElementTree as ElementTree

import cssselect2
import weasyprint
import weasyprint.document
import weasyprint.pdf.stream
import weasyprint.pdf.tags
import weasyprint.urls

SVG = "http://www.w3.org/2000/svg"
ElementTree.register_namespace("", SVG)

# What has no use on paper: ways through the site, what can be opened, and what only narrow screens show.
_UNUSED_ELEMENTS = {"details", "form", "link", "script"}
_UNUSED_CLASSES = {"downloads", "elsewhere", "label", "next", "on-screen", "print-only", "skip", "site-head"}

# The small type of a barometer would be smaller than any eye can read at the width it has on paper. It is drawn larger
# there: of a row, above and below the marks.
_ROW = "barometer-row"
_ROW_FRAME = "0 -13 320 54"
_ROW_MIDDLE = 14.0
_ROW_RAISED, _ROW_LOWERED = -4.0, 13.0
_HEADER = "barometer-header"
_HEADER_FRAME = "0 -13 320 44"
_TYPE = "17"


class Page(weasyprint.HTML):
    """A published page as WeasyPrint takes it: no more of it than belongs on paper, and drawings as pictures.

    Drawings are pictures of their own, since WeasyPrint would otherwise work out how each of their marks looks as a
    part of the page. Nothing else is fetched, from nowhere.
    """

    def __init__(self, text, colours):
        """The page in `text`; `colours` are those of marks in drawings, by class."""
        root = ElementTree.fromstring(text)
        self._drawings = {}
        self._places = {}
        self._prune(root, colours, inside_section=False)
        self.base_url = None
        self.url_fetcher = self._fetch
        self.media_type = "print"
        self.wrapper_element = cssselect2.ElementWrapper.from_html_root(root, content_language=None)
        self.etree_element = self.wrapper_element.etree_element

    def _fetch(self, url):
        if url not in self._drawings:
            raise weasyprint.urls.FatalURLFetchingError(f"a document may not fetch {url}")
        return weasyprint.urls.URLFetcherResponse(url, self._drawings[url], {"Content-Type": "image/svg+xml"})

    _fetch._fail_on_errors = True

    def _prune(self, parent, colours, inside_section):
        before = None
        for child in list(parent):
            if _is_unused(child, inside_section) or (child.tag == "a" and "made-up" in _classes(parent)):
                if before is None:
                    parent.text = (parent.text or "") + (child.tail or "")
                else:
                    before.tail = (before.tail or "") + (child.tail or "")
                parent.remove(child)
                continue
            if _name(child) == "svg":
                self._draw(child, colours)
            else:
                _make_list(child)
                if child.tag == "li":
                    # What stands between two items of a list on one line is a part of neither.
                    _end_with_space(child)
                if child.tag == "a":
                    # It leads to another page of the site, and a paper does not know where that is.
                    child.tag = "span"
                    child.attrib.pop("href", None)
                self._prune(child, colours, inside_section or child.tag == "section")
            before = child

    def _draw(self, picture, colours):
        """Makes a picture of a drawing; two that are alike are one."""
        kind, tail = picture.get("class"), picture.tail
        names = [picture.findtext(part) or picture.findtext(f"{{{SVG}}}{part}") for part in ("title", "desc")]
        _enlarge(picture)
        _colour(picture, colours)
        picture.tail = None
        drawing = ElementTree.tostring(picture)
        url = self._places.setdefault(drawing, f"drawing:{len(self._places)}")
        self._drawings[url] = drawing
        is_silent = picture.get("aria-hidden") == "true"
        picture.clear()
        picture.tag, picture.tail = "img", tail
        picture.set("src", url)
        if kind:
            picture.set("class", kind)
        picture.set("alt", "" if is_silent else ". ".join(name.rstrip(".") for name in names if name))


def _name(element):
    """The name of an element, whether or not it has the namespace of drawings, which HTML leaves out."""
    return element.tag.rpartition("}")[2]


def _classes(element):
    return element.get("class", "").split()


def _make_list(element):
    """Makes a plain list of a list of marks and what they mean, whose pairs PDF/UA has no structure for."""
    if element.tag == "dl" and all(pair.tag == "div" for pair in element):
        element.tag = "ul"
        for pair in element:
            pair.tag = "li"
            for part in pair:
                part.tag = "b" if part.tag == "dt" else "span"


def _end_with_space(item):
    item.tail = None
    if len(item) == 0:
        item.text = (item.text or "") + " "
    else:
        item[-1].tail = (item[-1].tail or "") + " "


def _is_unused(element, inside_section):
    if element.tag == "span" and len(element) == 0 and not element.text:
        return True
    if element.tag in _UNUSED_ELEMENTS or not _UNUSED_CLASSES.isdisjoint(_classes(element)):
        return True
    return element.tag == "nav" and not inside_section


def _colour(picture, colours):
    """Gives the marks of a drawing the colours that the page's style sheet gives their classes."""
    for mark in picture.iter():
        mark.tag = f"{{{SVG}}}{_name(mark)}"
        names = _classes(mark)
        mark.attrib.pop("class", None)
        colour = next((colours[name] for name in names if name in colours), None)
        if colour is None:
            continue
        if "stroke-width" in mark.attrib:
            mark.set("stroke", colour)
            mark.set("fill", colours["hollow"] if "hollow" in names else "none")
        else:
            mark.set("fill", colour)


def _enlarge(picture):
    kind = _classes(picture)
    if _ROW in kind:
        picture.set("viewBox", _ROW_FRAME)
    elif _HEADER in kind:
        picture.set("viewBox", _HEADER_FRAME)
    else:
        return
    for text in picture.iter():
        if _name(text) != "text":
            continue
        if _HEADER in kind:
            text.set("font-size", _TYPE)
        elif text.get("font-size") is None:
            y = float(text.get("y"))
            text.set("font-size", _TYPE)
            text.set("y", str(y + (_ROW_RAISED if y < _ROW_MIDDLE else _ROW_LOWERED)))


# How WeasyPrint 70.0 tags a document, and what is amended: a drawing that words beside it replace, and what stands in
# the margin of every page, are no part of the text; and a header cell says what it heads.


def _is_silent(box):
    """True for a drawing that assistive technology is to pass over."""
    element = getattr(box, "element", None)
    return element is not None and element.tag == "img" and not element.get("alt")


def tag_for_readers():
    """Amends the tags of every document that is made from now on."""
    stream, tags = weasyprint.pdf.stream.Stream, weasyprint.pdf.tags
    marked, build, draw = stream.marked, tags._build_box_tree, weasyprint.document.draw_page

    def drawn(page, stream):
        for box in page.children:
            if isinstance(box, tags.boxes.MarginBox):
                for part in box.descendants():
                    part.is_in_margin = True
        draw(page, stream)

    def marked_or_not(self, box, tag):
        is_silent = _is_silent(box) or getattr(box, "is_in_margin", False)
        return self.artifact() if is_silent else marked(self, box, tag)

    def built(box, parent, pdf, page_number, nums, annotations, marks):
        if _is_silent(box) or isinstance(box, tags.boxes.MarginBox):
            return
        for element in build(box, parent, pdf, page_number, nums, annotations, marks):
            _say_what_it_heads(box, element)
            yield element

    weasyprint.document.draw_page = drawn
    stream.marked = marked_or_not
    tags._build_box_tree = built


def _say_what_it_heads(box, element):
    if element["S"] == "/TH" and "A" in element:
        is_row = box.element.get("scope", "").startswith("row")
        element["A"]["Scope"] = "/Row" if is_row else "/Column"
