"""Every kind of page by axe, in a real browser."""

from browser import side_by_side

# Phone and desktop, in CSS pixels.
WIDTHS = (360, 1280)
# A4 between the margins, at 96 pixels an inch.
PRINT_WIDTH = 680
# Of the profiles, which differ in their numbers alone, one in so many is looked at.
PROFILE_STEP = 4


def check_axe(site, results):
    # The demonstration's pages are those of the open edition with more in them, in every language alike.
    samples = [page for page in site.samples() if not page.is_demonstration or page.language == "nb"]
    said = side_by_side(site.root, samples, look_at)
    results.add(
        "axe finds no fault against WCAG 2.1 A and AA in any kind of page",
        [fault for faults, _ in said for fault in faults],
        f"{sum(looks for _, looks in said)} looks at {len(samples)} pages: 360 and 1280 pixels, light and dark; "
        "print in bokmål")

    profiles = site.profiles("nb")[::PROFILE_STEP]
    said = side_by_side(site.root, profiles, look_once)
    results.add(
        "axe finds no fault against WCAG 2.1 A and AA in profiles", [fault for faults in said for fault in faults],
        f"{len(profiles)} profiles")


def look_at(browser, page):
    """The faults of a page in every width and colour scheme, and how many times it was looked at."""
    looks = [{"width": width, "scheme": scheme} for width in WIDTHS for scheme in ("light", "dark")]
    if page.language == "nb":
        looks.append({"width": PRINT_WIDTH, "media": "print"})
    browser.open(page.path)
    faults = []
    for shown in looks:
        browser.show(**shown)
        words = " ".join(str(value) for value in shown.values())
        faults += [f"{page.path} ({words}): {fault}" for fault in browser.axe()]
    return faults, len(looks)


def look_once(browser, page):
    browser.show(width=1280)
    browser.open(page.path)
    return [f"{page.path}: {fault}" for fault in browser.axe()]
