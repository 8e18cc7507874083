"""Every kind of page by axe, in a real browser."""

# Phone and desktop, in CSS pixels.
WIDTHS = (360, 1280)
# A4 between the margins, at 96 pixels an inch.
PRINT_WIDTH = 680
# Of the profiles, which differ in their numbers alone, one in so many is looked at.
PROFILE_STEP = 4


def check_axe(site, browser, results):
    samples = site.samples()
    faults = []
    looks = 0
    for page in samples:
        browser.open(page.path)
        looks_of_page = [{"width": width, "scheme": scheme} for width in WIDTHS for scheme in ("light", "dark")]
        if page.language == "nb":
            looks_of_page.append({"width": PRINT_WIDTH, "media": "print"})
        for shown in looks_of_page:
            browser.show(**shown)
            looks += 1
            words = " ".join(str(value) for value in shown.values())
            faults += [f"{page.path} ({words}): {fault}" for fault in browser.axe()]
    results.add(
        "axe finds no fault against WCAG 2.1 A and AA in any kind of page", faults,
        f"{looks} looks at {len(samples)} pages: 360 and 1280 pixels, light and dark; print in bokmål")

    profiles = site.profiles("nb")[::PROFILE_STEP]
    faults = []
    browser.show(width=1280)
    for page in profiles:
        browser.open(page.path)
        faults += [f"{page.path}: {fault}" for fault in browser.axe()]
    results.add("axe finds no fault against WCAG 2.1 A and AA in profiles", faults, f"{len(profiles)} profiles")
