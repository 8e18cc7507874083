"""How much a page asks of a reader's connection, and that it can be read before any script has run."""

import re

# What a profile may weigh with its style sheets, scripts and pictures, uncompressed, in bytes.
MOST = 200_000

_LOADED = re.compile(
    r'<(?:link rel="(?:stylesheet|icon)"[^>]*? href|script[^>]*? src|img[^>]*? src)="([^"]+)"')
_SCRIPT = re.compile(r"<script\b([^>]*)>")


def check_weight(site, results):
    heaviest, faults = 0, []
    profiles = site.of_kind("profile")
    for page in profiles:
        text = (site.root / page.path).read_text(encoding="utf-8")
        loaded = {page.resolve(link)[0] for link in _LOADED.findall(text)}
        weight = page.size + sum((site.root / path).stat().st_size for path in loaded)
        heaviest = max(heaviest, weight)
        if weight > MOST:
            faults.append(f"{page.path} weighs {weight} bytes with {len(loaded)} files")
    results.add(
        f"a profile weighs less than {MOST // 1000} kB without its PDF", faults,
        f"{len(profiles)} profiles, the heaviest {heaviest} bytes")
    faults, scripts = [], 0
    for page in site.pages:
        for attributes in _SCRIPT.findall((site.root / page.path).read_text(encoding="utf-8")):
            scripts += 1
            is_data = 'type="application/ld+json"' in attributes
            if not is_data and ("src=" not in attributes or "defer" not in attributes):
                faults.append(f"{page.path} waits for a script: <script{attributes}>")
    results.add("no page waits for a script before it is shown", faults, f"{scripts} scripts and blocks of data")
