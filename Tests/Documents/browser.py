"""A real headless browser, and the loopback server that it reads the site from."""

import base64
import concurrent.futures
import functools
import http.server
import os
import pathlib
import re
import shutil
import sys
import threading

from selenium import webdriver
from selenium.webdriver.chrome.service import Service

AXE = pathlib.Path(sys.prefix) / "lib" / f"python3.{sys.version_info.minor}" / "site-packages" / (
    "axe_playwright_python/axe.min.js")

# How tall every window is, in CSS pixels; checks differ in width only.
HEIGHT = 900


class _Handler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass

    def do_GET(self):
        # Browsers ask for this by themselves, whether or not the site has one.
        if self.path == "/favicon.ico" and not os.path.exists(self.translate_path(self.path)):
            self.send_response(204)
            self.end_headers()
        else:
            super().do_GET()


class Browser:
    """A browser that looks at one site; use it in a `with` statement."""

    def __init__(self, root):
        self._server = http.server.ThreadingHTTPServer(
            ("127.0.0.1", 0), functools.partial(_Handler, directory=str(root)))
        self._origin = f"http://127.0.0.1:{self._server.server_address[1]}/"
        self.driver = None

    def __enter__(self):
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        options = webdriver.ChromeOptions()
        options.binary_location = shutil.which("chromium")
        options.add_argument("--headless=new")
        options.add_argument("--hide-scrollbars")
        options.add_argument("--disable-dev-shm-usage")
        options.add_argument("--disable-background-networking")
        options.add_argument("--no-first-run")
        # No name but the loopback server's own can be looked up, so that a page that reaches out fails visibly.
        options.add_argument("--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1")
        # Chromium refuses to start a sandbox as root, which is what a test machine often runs as.
        if os.geteuid() == 0:
            options.add_argument("--no-sandbox")
        options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
        self.driver = webdriver.Chrome(options=options, service=Service(shutil.which("chromedriver")))
        self.driver.set_script_timeout(60)
        return self

    def __exit__(self, *_):
        self.driver.quit()
        self._server.shutdown()
        self._server.server_close()

    def open(self, path):
        """Opens a page of the site."""
        self.driver.get(self._origin + path)

    def console(self):
        """What the browser has complained of since last asked: errors, refused loads, breaches of the page's policy."""
        return [
            entry["message"].replace(self._origin, "/")
            for entry in self.driver.get_log("browser")
            if entry["level"] in ("SEVERE", "WARNING")
        ]

    def show(self, width, scheme="light", media="screen"):
        """Sets the window's width in CSS pixels, the reader's colour scheme, and screen or print.

        The reader wants no motion: a page that glides to the focus would be measured on its way.
        """
        self.driver.execute_cdp_cmd(
            "Emulation.setDeviceMetricsOverride",
            {"width": width, "height": HEIGHT, "deviceScaleFactor": 1, "mobile": False})
        self.driver.execute_cdp_cmd(
            "Emulation.setEmulatedMedia",
            {
                "media": media,
                "features": [
                    {"name": "prefers-color-scheme", "value": scheme},
                    {"name": "prefers-reduced-motion", "value": "reduce"},
                ],
            })

    def allow_scripts(self, allowed):
        """Turns the page's own scripts on or off, from the next page on."""
        self.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": not allowed})

    def evaluate(self, script, *arguments):
        """Runs a script of ours in the page, and returns what it returns."""
        return self.driver.execute_script(script, *arguments)

    def printed_pages(self):
        """How many sheets of A4 the page fills when it is printed."""
        printed = self.driver.execute_cdp_cmd(
            "Page.printToPDF", {"paperWidth": 8.27, "paperHeight": 11.69, "preferCSSPageSize": True})
        return len(re.findall(rb"/Type\s*/Page\b", base64.b64decode(printed["data"])))

    def axe(self):
        """The faults axe finds against WCAG 2.1 A and AA, on the page as it is shown now."""
        if not self.evaluate("return typeof axe === 'object'"):
            self.evaluate(AXE.read_text(encoding="utf-8"))
        outcome = self.driver.execute_async_script(
            """
            const done = arguments[arguments.length - 1];
            axe.run(document, {
                runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] },
                resultTypes: ['violations'],
            }).then(
                outcome => done({ violations: outcome.violations.map(
                    rule => rule.id + ': ' + rule.help + ' (' + rule.nodes.length + ' places, the first '
                        + rule.nodes[0].target.join(' ') + ')') }),
                error => done({ error: String(error) }));
            """)
        if "error" in outcome:
            return [f"axe could not run: {outcome['error']}"]
        return outcome["violations"]


def side_by_side(root, items, look, count=2):
    """What `look(browser, item)` says of each item, in the items' order, by several browsers at a time."""
    said = [None] * len(items)

    def share(first):
        with Browser(root) as browser:
            for place in range(first, len(items), count):
                said[place] = look(browser, items[place])

    with concurrent.futures.ThreadPoolExecutor(count) as pool:
        list(pool.map(share, range(count)))
    return said
