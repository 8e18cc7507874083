"""A published site as its files say it: which pages there are, of what kind, and what they link to."""

import html.parser
import pathlib
import re
import urllib.parse

LANGUAGES = ("nb", "nn", "en")

# The kinds of page, by path below the site's root. A page of no kind here is a fault: add its kind.
_language = "(?P<language>" + "|".join(LANGUAGES) + ")"
KINDS = [
    (kind, re.compile(pattern))
    for kind, pattern in [
        ("root", r"index\.html"),
        ("not-found", r"404\.html"),
        ("front", rf"{_language}/index\.html"),
        ("city", rf"{_language}/by/[^/]+/index\.html"),
        ("profile", rf"{_language}/[^/]+/[0-9]+-[^/]+/index\.html"),
        ("indicators", rf"{_language}/indikator/index\.html"),
        ("indicator", rf"{_language}/indikator/[^/]+/index\.html"),
        ("split", rf"{_language}/inndeling/[^/]+/index\.html"),
        ("tables", rf"{_language}/tabeller/index\.html"),
        ("table", rf"{_language}/tabeller/[^/]+/index\.html"),
        ("table-groups", rf"{_language}/tabeller/[^/]+/[^/]+/index\.html"),
        ("search", rf"{_language}/finn/index\.html"),
        ("compare", rf"{_language}/sammenlign/index\.html"),
        ("embed", rf"{_language}/embed/[^/]+/[^/]+/index\.html"),
        ("about-method", rf"{_language}/om/metode/index\.html"),
        ("about-privacy", rf"{_language}/om/personvern/index\.html"),
        ("about-accessibility", rf"{_language}/om/tilgjengelighet/index\.html"),
        ("about-sources", rf"{_language}/om/kilder/index\.html"),
        ("about-changes", rf"{_language}/om/endringer/index\.html"),
    ]
]


# Where the site is taken to lie while links are resolved: in a folder, since it may be published under any path, so
# that a link with a step too many up, or from the server's root, leaves it.
_ROOT = "https://site.invalid/folder/"


class _Reader(html.parser.HTMLParser):
    """Collects what the checks ask about from one page."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.language = None
        self.title = None
        self.ids = []
        self.links = []
        self.alternates = []
        self._in_title = False
        self._in_svg = 0

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        if tag == "html":
            self.language = values.get("lang")
        if tag == "svg":
            self._in_svg += 1
        # A picture has a `title` element of its own.
        if tag == "title" and self._in_svg == 0:
            self._in_title, self.title = True, ""
        if values.get("id"):
            self.ids.append(values["id"])
        for name in ("href", "src", "xlink:href", "poster", "action", "data"):
            if values.get(name) is not None:
                self.links.append((tag, values[name]))
        for candidate in (values.get("srcset") or "").split(","):
            if candidate.strip():
                self.links.append((tag, candidate.split()[0]))
        if tag == "link" and "alternate" in (values.get("rel") or "").split() and values.get("hreflang"):
            self.alternates.append((values["hreflang"], values.get("href") or ""))

    def handle_startendtag(self, tag, attributes):
        self.handle_starttag(tag, attributes)
        self.handle_endtag(tag)

    def handle_endtag(self, tag):
        if tag == "title":
            self._in_title = False
        if tag == "svg":
            self._in_svg -= 1

    def handle_data(self, text):
        if self._in_title:
            self.title += text


# The folder of the demonstration edition, which has pages of the same kinds.
DEMONSTRATION = "demo/"
# The kinds whose pages in the demonstration hold more than those of the open edition, or say something else.
_DIFFERENT_IN_DEMONSTRATION = ("front", "city", "profile", "indicator", "search", "compare", "embed")
# Where a check takes long, how many profiles of the demonstration stand for one that is looked at.
_DEMONSTRATION_STEP = 4


class Page:
    """One page: `path` below the site's root, `kind`, `language`, `title`, `ids`, `links` and `alternates`."""

    def __init__(self, root, path):
        self.path = path
        self.is_demonstration = path.startswith(DEMONSTRATION)
        place = path.removeprefix(DEMONSTRATION)
        self.kind = next((kind for kind, pattern in KINDS if pattern.fullmatch(place)), None)
        self.size = (root / path).stat().st_size
        reader = _Reader()
        reader.feed((root / path).read_text(encoding="utf-8"))
        reader.close()
        self.language = reader.language
        self.title = reader.title
        self.ids = reader.ids
        self.links = reader.links
        self.alternates = reader.alternates

    def resolve(self, link):
        """The path below the root that a relative link leads to, and its fragment; None where it leaves the site."""
        address = urllib.parse.urljoin(_ROOT + self.path, link)
        if not address.startswith(_ROOT):
            return None
        parts = urllib.parse.urlsplit(address.removeprefix(_ROOT))
        path = urllib.parse.unquote(parts.path)
        if path == "" or path.endswith("/"):
            path += "index.html"
        return path, urllib.parse.unquote(parts.fragment)


class PublishedSite:
    """A site's folder and its pages, in the order of their paths."""

    def __init__(self, root):
        self.root = pathlib.Path(root)
        self.files = sorted(
            path.relative_to(self.root).as_posix() for path in self.root.rglob("*") if path.is_file()
        )
        self.pages = [Page(self.root, path) for path in self.files if path.endswith(".html")]

    def of_kind(self, kind, language=None):
        """The pages of a kind, in one language or in all."""
        return [
            page for page in self.pages if page.kind == kind and (language is None or page.language == language)
        ]

    def profiles(self, language=None):
        """The profiles, in one language or in all: every open one, and some of the demonstration."""
        profiles = self.of_kind("profile", language)
        demonstration = [page for page in profiles if page.is_demonstration]
        return [page for page in profiles if not page.is_demonstration] + demonstration[::_DEMONSTRATION_STEP]

    def samples(self):
        """The largest page of every kind in every language: where there is most to go wrong."""
        samples = {}
        for page in self.pages:
            if page.kind is not None:
                key = (page.kind, page.language, page.is_demonstration and page.kind in _DIFFERENT_IN_DEMONSTRATION)
                if key not in samples or page.size > samples[key].size:
                    samples[key] = page
        return list(samples.values())
