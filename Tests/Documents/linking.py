"""Links, languages and titles, read from the files alone."""

import urllib.parse

from pages import LANGUAGES

# Elements whose link fetches something for the page itself; none may come from another place.
FETCHED = {"img", "script", "iframe", "source", "video", "audio", "embed", "object", "image", "use", "form"}


def check_links(site, results):
    files = set(site.files)
    ids = {page.path: set(page.ids) for page in site.pages}
    faults = []
    followed = 0
    for page in site.pages:
        for tag, link in page.links:
            target = page.resolve(link)
            if target is None:
                if tag in FETCHED:
                    faults.append(f"{page.path}: <{tag}> fetches {link} from outside the site")
                elif urllib.parse.urlsplit(link).scheme not in ("https", "mailto"):
                    faults.append(f"{page.path}: <{tag}> leads out of the site: {link}")
                continue
            followed += 1
            path, fragment = target
            if path not in files:
                faults.append(f"{page.path}: <{tag}> leads to {link}, which is not there")
            elif fragment and path in ids and fragment not in ids[path]:
                faults.append(f"{page.path}: {link}: no element of {path} has the id '{fragment}'")
    results.add("every link leads to something in the site", faults, f"{followed} links on {len(site.pages)} pages")


def check_kinds(site, results):
    faults = [f"{page.path} is of no known kind" for page in site.pages if page.kind is None]
    kinds = {page.kind for page in site.pages}
    for kind in sorted(kinds - {None, "root", "not-found"}):
        counts = {language: len(site.of_kind(kind, language)) for language in LANGUAGES}
        if len(set(counts.values())) != 1:
            faults.append(f"pages of the kind {kind} differ in number by language: {counts}")
    for page in site.pages:
        folder = page.path.split("/")[0]
        if folder in LANGUAGES and page.language != folder:
            faults.append(f"{page.path} says that its language is {page.language}")
    results.add("each page exists in every language, and says which it is in", faults, f"{len(site.pages)} pages")


def check_alternates(site, results):
    by_path = {page.path: page for page in site.pages}
    faults = []
    pairs = 0
    for page in site.pages:
        named = [language for language, _ in page.alternates]
        if page.kind not in ("root", "not-found") and sorted(set(named) & set(LANGUAGES)) != sorted(LANGUAGES):
            faults.append(f"{page.path}: names alternates in {named}, not in each of {list(LANGUAGES)}")
        if len(set(named)) != len(named):
            faults.append(f"{page.path}: names two alternates in one language")
        for language, link in page.alternates:
            target = page.resolve(link)
            other = by_path.get(target[0]) if target else None
            if other is None:
                faults.append(f"{page.path}: alternate {language} leads to {link}, which is no page of the site")
                continue
            pairs += 1
            if language == "x-default":
                continue
            if other.language != language:
                faults.append(f"{page.path}: alternate {language} leads to {other.path}, which is in {other.language}")
            back = {path[0] for _, back_link in other.alternates if (path := other.resolve(back_link))}
            if page.kind != "root" and page.path not in back:
                faults.append(f"{page.path}: alternate {other.path} does not name it in return")
    results.add("language versions name each other", faults, f"{pairs} pairs")


def check_titles(site, results):
    faults = []
    owners = {}
    for page in site.pages:
        if not (page.title or "").strip():
            faults.append(f"{page.path} has no title")
            continue
        # The root is the front page again, in the default language.
        if page.kind == "root":
            continue
        key = (page.language, page.title.strip())
        if key in owners:
            faults.append(f"{page.path} has the title of {owners[key]}: {key[1]}")
        owners.setdefault(key, page.path)
    results.add("each page has a title of its own in its language", faults, f"{len(site.pages)} pages")
