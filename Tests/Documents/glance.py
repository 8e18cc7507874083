"""A city's page with its script: the map shows what the table says, and rows are sorted and narrowed by keyboard."""

from selenium.webdriver.common.keys import Keys

# Every indicator that can be chosen.
INDICATORS = "return Array.from(document.querySelectorAll('[data-choice=indicator] option'), o => o.value)"

# Chooses one, and tells what the map and the table then say of each district, and what is out of step.
CHOOSE = """
const choice = document.querySelector('[data-choice=indicator]');
choice.value = arguments[0];
choice.dispatchEvent(new Event('change'));
const row = document.querySelector(`tr[data-key="${arguments[0]}"]`);
const figure = document.querySelector('.shaded-map');
const shades = row.dataset.shades.split(' ');
return Array.from(document.querySelectorAll('.matrix th[data-district]'), (head, index) => {
  const region = figure.querySelector(`[data-district="${head.dataset.district}"]`);
  const sample = figure.querySelector(`[data-legend="${shades[index]}"]`);
  const cell = row.querySelectorAll('td')[index];
  const own = Array.from(cell.childNodes).filter(node => node.nodeType === Node.TEXT_NODE);
  const number = (cell.querySelector('.mark') || { textContent: own.map(node => node.data).join('').trim() }).textContent;
  const value = region.querySelector('[data-part=value]');
  const looks = element => ['class', 'fill', 'fill-opacity'].map(name => element.getAttribute(name)).join();
  return {
    district: head.querySelector('a').textContent,
    said: region.querySelector('title').textContent,
    words: sample.lastElementChild.textContent,
    number: number,
    drawn: value ? value.textContent : null,
    looksRight: looks(region.querySelector('[data-part=area]')) === looks(sample.querySelector('[data-part=area]')),
    legendShown: !sample.hidden,
    titled: figure.querySelector('svg > title').textContent === row.dataset.title
  };
});
"""

ORDER = """
return {
  keys: Array.from(document.querySelectorAll('.matrix tr[data-key]'), row => row.dataset.key),
  first: Array.from(document.querySelectorAll('.matrix tr[data-key]'), row => row.dataset.shades.split(' ')[0]),
  sorted: document.querySelector('.matrix th[data-district]').getAttribute('aria-sort'),
  shown: Array.from(document.querySelectorAll('.matrix tr[data-key]')).filter(row => row.offsetParent).length
}
"""

NARROW = """
const choice = document.querySelector('[data-choice=theme]');
choice.value = choice.options[1].value;
choice.dispatchEvent(new Event('change'));
return Array.from(document.querySelectorAll('.matrix tr[data-key]')).every(
  row => (row.offsetParent !== null) === (row.dataset.home === choice.value));
"""

RANKS = {"less-favourable": 0, "higher": 1, "lower": 1, "not-different": 2, "favourable": 3}


def check_city_script(site, browser, results):
    pages = [page for page in site.samples() if page.kind == "city"]
    faults = []
    looks = 0
    browser.show(width=1280)
    for page in pages:
        browser.open(page.path)
        for indicator in browser.evaluate(INDICATORS):
            looks += 1
            for found in browser.evaluate(CHOOSE, indicator):
                where = f"{page.path}: {indicator}, {found['district']}"
                if not found["looksRight"] or not found["legendShown"] or not found["titled"]:
                    faults.append(f"{where} is not shaded as the legend says")
                if not found["said"].startswith(found["district"] + ": ") or not found["said"].endswith(found["words"]):
                    faults.append(f"{where} says «{found['said']}»")
                if found["drawn"] and found["drawn"] != found["number"]:
                    faults.append(f"{where} draws {found['drawn']} for {found['number']}")
    results.add("a city's map shows what its table says of every indicator", faults, f"{looks} maps of {len(pages)} pages")

    faults = []
    for page in pages:
        browser.open(page.path)
        official = browser.evaluate(ORDER)
        button = browser.driver.find_element("css selector", ".matrix th[data-district] .sort")
        for state, sign in (("ascending", 1), ("descending", -1)):
            button.send_keys(Keys.ENTER)
            order = browser.evaluate(ORDER)
            ranks = [RANKS[shade] * sign for shade in order["first"] if shade in RANKS]
            if order["sorted"] != state or ranks != sorted(ranks) or sorted(order["keys"]) != sorted(official["keys"]):
                faults.append(f"{page.path}: the rows are not sorted {state}")
            if any(shade in RANKS for shade in order["first"][len(ranks):]):
                faults.append(f"{page.path}: rows without an assessment do not come last")
        button.send_keys(Keys.ENTER)
        order = browser.evaluate(ORDER)
        if order["keys"] != official["keys"] or order["sorted"] is not None or order["shown"] != official["shown"]:
            faults.append(f"{page.path}: the official order does not come back")
        if not browser.evaluate(NARROW):
            faults.append(f"{page.path}: a theme shows other rows than its own")
    results.add("a city's table is sorted and narrowed by keyboard", faults, f"{len(pages)} pages")
