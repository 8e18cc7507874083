"""A published page on paper: what is left out, how drawings get their colours, and how the document is tagged."""

import xml.etree.ElementTree as ElementTree

import cssselect2
import weasyprint
import weasyprint.document
import weasyprint.pdf.stream
import weasyprint.pdf.tags

SVG = "http://www.w3.org/2000/svg"

# What has no use on paper: ways through the site, what can be opened, and what only narrow screens show.
_UNUSED_ELEMENTS = {"details", "form", "link", "script"}
_UNUSED_CLASSES = {"downloads", "elsewhere", "label", "next", "on-screen", "print-only", "skip", "site-head"}

# The small type of a barometer's row would be smaller than any eye can read at the width it has on paper. It is drawn
# larger there, above and below the marks.
_ROW = "barometer-row"
_ROW_FRAME = "0 -13 320 54"
_ROW_TYPE = "17"
_ROW_MIDDLE = 14.0
_ROW_RAISED, _ROW_LOWERED = -4.0, 13.0
_HEADER = "barometer-header"
_HEADER_FRAME = "0 -13 320 44"
_HEADER_TYPE = "17"


class Page(weasyprint.HTML):
    """A page as WeasyPrint takes it, from the tree that `paged` gives. It fetches nothing, from nowhere."""

    def __init__(self, tree):
        self.base_url = None
        self.url_fetcher = self._refuse
        self.media_type = "print"
        self.wrapper_element = cssselect2.ElementWrapper.from_html_root(tree, content_language=None)
        self.etree_element = self.wrapper_element.etree_element

    @staticmethod
    def _refuse(url):
        raise ValueError(f"a document may not fetch {url}")


def paged(page, colours):
    """The tree of a page as it goes to paper; `colours` by the class of a mark."""
    root = ElementTree.fromstring(page)
    _prune(root, inside_section=False)
    for element in list(root.iter()):
        if _name(element) == "svg":
            _draw(element, colours)
    for link in root.iter("a"):
        # Addresses lead to other pages of the site, and nobody knows where a paper's reader would find it.
        link.attrib.pop("href", None)
    return root


def _name(element):
    """The name of an element, whether or not it has the namespace of drawings."""
    return element.tag.rpartition("}")[2]


def _classes(element):
    return element.get("class", "").split()


def _is_unused(element, inside_section):
    if element.tag in _UNUSED_ELEMENTS or not _UNUSED_CLASSES.isdisjoint(_classes(element)):
        return True
    return element.tag == "nav" and not inside_section


def _prune(parent, inside_section):
    before = None
    for child in list(parent):
        if _is_unused(child, inside_section):
            if before is None:
                parent.text = (parent.text or "") + (child.tail or "")
            else:
                before.tail = (before.tail or "") + (child.tail or "")
            parent.remove(child)
        else:
            _prune(child, inside_section or child.tag == "section")
            before = child


def _draw(picture, colours):
    """Gives a drawing its namespace, which HTML leaves out, and its marks the colours that a style sheet gives there."""
    kind = _classes(picture)
    for mark in list(picture.iter()):
        mark.tag = f"{{{SVG}}}{_name(mark)}"
        names = _classes(mark)
        colour = next((colours[name] for name in names if name in colours), None)
        if colour is None:
            continue
        if "stroke-width" in mark.attrib:
            mark.set("stroke", colour)
            mark.set("fill", colours["hollow"] if "hollow" in names else "none")
        else:
            mark.set("fill", colour)
    if _ROW in kind:
        picture.set("viewBox", _ROW_FRAME)
        for text in picture.iter(f"{{{SVG}}}text"):
            y = float(text.get("y"))
            if text.get("font-size") == "8":
                text.set("font-size", _ROW_TYPE)
                text.set("y", str(y + (_ROW_RAISED if y < _ROW_MIDDLE else _ROW_LOWERED)))
    if _HEADER in kind:
        picture.set("viewBox", _HEADER_FRAME)
        for text in picture.iter(f"{{{SVG}}}text"):
            text.set("font-size", _HEADER_TYPE)


# How WeasyPrint 70.0 tags a document, and what is amended: a drawing that words beside it replace, and what stands in
# the margin of every page, are no part of the text; a header cell says what it heads; a drawing is named by its title
# and its description.


def _is_silent(box):
    """True for a drawing that assistive technology is to pass over."""
    element = getattr(box, "element", None)
    return element is not None and element.tag == f"{{{SVG}}}svg" and element.get("aria-hidden") == "true"


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
            _complete(box, element)
            yield element

    weasyprint.document.draw_page = drawn
    stream.marked = marked_or_not
    tags._build_box_tree = built


def _complete(box, element):
    node = getattr(box, "element", None)
    if node is None:
        return
    if element["S"] == "/TH" and "A" in element:
        element["A"]["Scope"] = "/Row" if node.get("scope", "").startswith("row") else "/Column"
    if element["S"] == "/Figure":
        names = [node.findtext(f"{{{SVG}}}{part}") for part in ("title", "desc")]
        element["Alt"] = weasyprint.pdf.tags.pydyf.String(" ".join(name for name in names if name))
