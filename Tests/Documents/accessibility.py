"""Every kind of page by axe, in a real browser."""

# Phone and desktop, in CSS pixels.
WIDTHS = (360, 1280)
# A4 between the margins, at 96 pixels an inch.
PRINT_WIDTH = 680


def check_axe(site, browser, results):
    samples = site.samples()
    faults = []
    looks = 0
    for page in samples:
        browser.open(page.path)
        for shown in [
            {"width": width, "scheme": scheme} for width in WIDTHS for scheme in ("light", "dark")
        ] + [{"width": PRINT_WIDTH, "media": "print"}]:
            browser.show(**shown)
            looks += 1
            words = " ".join(str(value) for value in shown.values())
            faults += [f"{page.path} ({words}): {fault}" for fault in browser.axe()]
    results.add(
        "axe finds no fault against WCAG 2.1 A and AA in any kind of page", faults,
        f"{looks} looks at {len(samples)} pages: 360 and 1280 pixels, light and dark, print")

    profiles = site.profiles("nb")
    faults = []
    browser.show(width=1280)
    for page in profiles:
        browser.open(page.path)
        faults += [f"{page.path}: {fault}" for fault in browser.axe()]
    results.add("axe finds no fault against WCAG 2.1 A and AA in any profile", faults, f"{len(profiles)} profiles")
