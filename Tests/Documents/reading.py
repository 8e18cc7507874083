"""How pages behave for a reader: narrow windows, the console, print, scripts off, and the keyboard alone."""

from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys

from browser import side_by_side

# The narrowest window that WCAG 1.4.10 asks a page to fit in, in CSS pixels.
NARROWEST = 320

# How many sheets of A4 a profile may fill when it is printed.
MOST_SHEETS = 4

# What a reader sees of the page's main part.
SEEN = """
const main = document.querySelector('main');
const isSeen = element => element.checkVisibility() && !element.closest('.by-script');
return {
    lines: main.innerText.split('\\n').map(line => line.trim()).filter(line => line.length > 0),
    rows: [...main.querySelectorAll('table tr')].filter(isSeen).length,
    pictures: [...main.querySelectorAll('svg, img')].filter(isSeen).length,
};
"""

# Everything that the Tab key must reach, in the page's order, marked with its place in it.
REACHABLE = """
const chosen = 'a[href], button:not([disabled]), summary, input:not([type=hidden]), select, textarea, [tabindex="0"]';
const reachable = [...document.querySelectorAll(chosen)]
    .filter(element => element.checkVisibility({ checkVisibilityCSS: true }) && element.tabIndex >= 0);
window.reachableElements = reachable;
return reachable.map(element => element.outerHTML.slice(0, 90).replace(/\\s+/g, ' '));
"""

# Where the Tab key has come to: the place in the list above, and how the focus shows.
FOCUSED = """
const element = document.activeElement;
const style = getComputedStyle(element);
const box = element.getBoundingClientRect();
return {
    place: window.reachableElements.indexOf(element),
    marked: (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none',
    seen: box.width > 1 && box.height > 1 && box.right > 0 && box.bottom > 0 && box.left < innerWidth,
    target: element.getAttribute('href'),
};
"""


def check_every_page(site, results):
    # The demonstration's pages are as wide in every language as the longest of their words.
    pages = [page for page in site.pages if not page.is_demonstration or page.language == "nb"]
    said = side_by_side(site.root, pages, look_narrowly)
    results.add(
        "no page scrolls sideways at 320 pixels", [fault for sideways, _ in said for fault in sideways],
        f"{len(pages)} pages")
    results.add(
        "the browser complains of no page", [fault for _, complaints in said for fault in complaints],
        f"{len(pages)} pages")


def look_narrowly(browser, page):
    """What is wrong with a page in the narrowest window, and what the browser complains of."""
    browser.show(width=NARROWEST)
    browser.open(page.path)
    measured = browser.evaluate(
        """
        const root = document.documentElement;
        return {
            width: Math.max(root.scrollWidth, document.body.scrollWidth),
            hidden: [root, document.body].some(
                element => ['hidden', 'clip'].includes(getComputedStyle(element).overflowX)),
        };
        """)
    faults = []
    if measured["width"] > NARROWEST:
        faults.append(f"{page.path} is {measured['width']} pixels wide")
    if measured["hidden"]:
        faults.append(f"{page.path} cuts off what does not fit")
    return faults, [f"{page.path}: {message}" for message in browser.console()]


def check_print(site, browser, results):
    profiles = site.profiles()
    faults = []
    # What the browser shows as a screen it would print as a screen.
    browser.show(1280, media="print")
    for page in profiles:
        browser.open(page.path)
        sheets = browser.printed_pages()
        if not 1 <= sheets <= MOST_SHEETS:
            faults.append(f"{page.path} fills {sheets} sheets")
    results.add(f"a profile prints on at most {MOST_SHEETS} sheets of A4", faults, f"{len(profiles)} profiles")


def check_without_scripts(site, browser, results):
    faults = []
    samples = site.samples()
    browser.show(width=1280)
    for page in samples:
        browser.allow_scripts(True)
        browser.open(page.path)
        with_scripts = browser.evaluate(SEEN)
        browser.allow_scripts(False)
        browser.open(page.path)
        without = browser.evaluate(SEEN)
        browser.allow_scripts(True)
        lost = [line for line in with_scripts["lines"] if line not in without["lines"]]
        # Scripts add a search, whose words are no part of the page's matter; a profile has nothing to add.
        if page.kind == "profile" and lost:
            faults.append(f"{page.path} loses without scripts: {lost[0]}")
        for thing in ("rows", "pictures"):
            if without[thing] < with_scripts[thing]:
                faults.append(f"{page.path} shows {without[thing]} {thing} without scripts, {with_scripts[thing]} with")
        if not without["lines"]:
            faults.append(f"{page.path} shows nothing without scripts")
        if page.kind == "profile" and without["rows"] < 5:
            faults.append(f"{page.path} shows {without['rows']} table rows without scripts")
    results.add("pages show the same with scripts off", faults, f"{len(samples)} pages")


def check_keyboard(site, browser, results):
    faults = []
    # What can be reached is the same in every language.
    samples = [page for page in site.samples() if page.language in ("nb", None)]
    stops = 0
    browser.show(width=1280)
    for page in samples:
        browser.open(page.path)
        reachable = browser.evaluate(REACHABLE)
        reached = []
        for _ in reachable:
            ActionChains(browser.driver, duration=0).send_keys(Keys.TAB).perform()
            focused = browser.evaluate(FOCUSED)
            if focused["place"] < 0:
                faults.append(f"{page.path}: the Tab key leaves the page's order after {len(reached)} stops")
                break
            name = reachable[focused["place"]]
            # A framed picture has nothing to skip.
            if not reached and page.kind != "embed" and not is_skip_link(focused["target"], page):
                faults.append(f"{page.path}: the first stop is no skip link: {name}")
            if not focused["marked"]:
                faults.append(f"{page.path}: nothing shows that the focus is on {name}")
            if not focused["seen"]:
                faults.append(f"{page.path}: the focus is on something out of sight: {name}")
            reached.append(focused["place"])
        stops += len(reached)
        if reached != list(range(len(reachable))):
            missed = sorted(set(range(len(reachable))) - set(reached))
            faults.append(
                f"{page.path}: the Tab key never reaches {reachable[missed[0]]}" if missed
                else f"{page.path}: the Tab key goes in another order than the page")
    results.add(
        "the Tab key reaches all there is, in order, visibly, skip link first", faults,
        f"{stops} stops on {len(samples)} pages")


def is_skip_link(target, page):
    """True for a link to an element of its own page."""
    return bool(target) and target.startswith("#") and target[1:] in page.ids
