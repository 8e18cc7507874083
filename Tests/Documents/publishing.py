"""How the program publishes: the same bytes everywhere, a whole site at any moment, and nobody else's folder."""

import hashlib
import os
import pathlib
import random
import shutil
import subprocess
import time

# What the program reads: the folders of data that lie beside its sources.
INPUTS = ("geography", "indicators", "templates")
# How many builds are killed: some spread over a whole build, some around its end, where the new site is put in place.
KILLS_ANYWHERE = 14
KILLS_AT_THE_END = 6


def tree(folder):
    """A checksum of every file, by path; a folder with no files counts as well."""
    found = {}
    for path in sorted(pathlib.Path(folder).rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_symlink():
            found[name] = "link to " + os.readlink(path)
        elif path.is_file():
            found[name] = hashlib.sha256(path.read_bytes()).hexdigest()
        elif path.is_dir():
            found[name] = "folder"
    return found


def differences(one, other):
    """The paths at which two trees differ."""
    return [path for path in sorted(set(one) | set(other)) if one.get(path) != other.get(path)]


class Publisher:
    """Runs the program on copies of the package's data, in folders of their own below `scratch`."""

    def __init__(self, program, package, scratch):
        self.program = str(pathlib.Path(program).resolve())
        self.package = pathlib.Path(package).resolve()
        self.scratch = pathlib.Path(scratch).resolve()
        shutil.rmtree(self.scratch, ignore_errors=True)
        self.scratch.mkdir(parents=True)

    def copy_inputs(self, name):
        """A folder that holds a copy of all that the program reads."""
        folder = self.scratch / name
        for part in INPUTS:
            shutil.copytree(self.package / part, folder / part)
        return folder

    def run(self, *arguments, folder=None, environment=None):
        """Runs the program in a folder, with its output kept."""
        return subprocess.run(
            [self.program, *map(str, arguments)], cwd=folder or self.package, env=environment,
            stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)

    def build(self, site, folder=None, environment=None):
        """Builds a site; a build that fails is an error of the test itself."""
        finished = self.run("build", "--out", site, folder=folder, environment=environment)
        if finished.returncode != 0:
            raise RuntimeError(f"build ended with {finished.returncode}:\n{finished.stdout}{finished.stderr}")
        return finished


def check_sameness(publisher, site, locales, results):
    again = publisher.scratch / "again"
    publisher.build(again)
    results.add(
        "a second build gives the same bytes", differences(tree(site), tree(again)), f"{len(tree(site))} files")

    elsewhere = publisher.copy_inputs("en annen mappe, med ø")
    environment = dict(
        os.environ, LC_ALL="tr_TR.UTF-8", LANG="tr_TR.UTF-8", LOCPATH=str(locales.resolve()), TZ="Pacific/Kiritimati")
    publisher.build(elsewhere / "site", folder=elsewhere, environment=environment)
    results.add(
        "another locale, time zone and folder give the same bytes",
        differences(tree(site), tree(elsewhere / "site")), "tr_TR, Pacific/Kiritimati")


def check_verifying(publisher, site, results):
    finished = publisher.run("verify", site)
    results.add(
        "the published site passes its own verification",
        [] if finished.returncode == 0 else (finished.stdout + finished.stderr).splitlines() or ["no output"],
        "verify")

    faults = []
    spoilt = publisher.scratch / "spoilt"
    page = "nb/index.html"
    for name, spoil in [
        ("a changed byte", lambda: (spoilt / page).write_bytes((spoilt / page).read_bytes().replace(b"a", b"o", 1))),
        ("a missing page", lambda: (spoilt / page).unlink()),
        ("a file that is not its own", lambda: (spoilt / "nb/extra.html").write_text("<p>")),
    ]:
        shutil.rmtree(spoilt, ignore_errors=True)
        shutil.copytree(site, spoilt)
        spoil()
        finished = publisher.run("verify", spoilt)
        if finished.returncode != 1:
            faults.append(f"verify ended with {finished.returncode}, not 1, on {name}")
    results.add("verification finds what was tampered with", faults, "a changed, a missing and an extra file")


def check_refusal(publisher, results):
    foreign = publisher.scratch / "foreign"
    foreign.mkdir()
    (foreign / "letter.txt").write_text("not a site")
    before = tree(foreign)
    finished = publisher.run("build", "--out", foreign)
    faults = []
    if finished.returncode != 73:
        faults.append(f"build ended with {finished.returncode}, not 73")
    if tree(foreign) != before:
        faults.append("the folder was changed")
    results.add("a build refuses a folder that is not its own", faults, "a folder with a letter in it")


def check_kills(publisher, results):
    one = publisher.copy_inputs("kill/one")
    other = publisher.copy_inputs("kill/other")
    style = sorted((other / "templates/styles").glob("*.css"))[0]
    style.write_text(style.read_text(encoding="utf-8") + "\n/* another edition */\n", encoding="utf-8")

    place = publisher.scratch / "kill/published"
    place.mkdir()
    site = place / "site"
    publisher.build(site, folder=other)
    trees = {other: tree(site)}
    start = time.monotonic()
    publisher.build(site, folder=one)
    duration = time.monotonic() - start
    trees[one] = tree(site)

    faults = []
    if trees[one] == trees[other]:
        faults.append("the two editions are the same, so that the test shows nothing")
    # The same moments every time, so that a failure can be tried again.
    moments = random.Random(1)
    delays = [duration * (step + moments.random()) / KILLS_ANYWHERE for step in range(KILLS_ANYWHERE)]
    delays += [duration * (0.85 + 0.2 * moments.random()) for _ in range(KILLS_AT_THE_END)]
    killed = 0
    for number, delay in enumerate(delays):
        folder = (other, one)[number % 2]
        process = subprocess.Popen(
            [publisher.program, "build", "--out", str(site)], cwd=folder,
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(delay)
        process.kill()
        if process.wait() < 0:
            killed += 1
        elif process.returncode != 0:
            faults.append(f"a build after a kill ended with {process.returncode}")
        moment = f"killed after {delay * 1000:.0f} ms"
        if tree(site) not in trees.values():
            faults.append(f"{moment}: the site is neither the old one nor the new one")
        elif publisher.run("verify", site).returncode != 0:
            faults.append(f"{moment}: the site does not pass verification")
    if killed < KILLS_ANYWHERE // 2:
        faults.append(f"only {killed} of {len(delays)} builds were killed before they ended")
    publisher.build(site, folder=one)
    if tree(site) != trees[one]:
        faults.append("the build after the last kill gave another site")
    left = sorted(path.name for path in place.iterdir() if path != site)
    if left:
        faults.append(f"leftovers of killed builds lie beside the site: {' '.join(left)}")
    results.add(
        "a build killed at any moment leaves a whole site", faults,
        f"{killed} of {len(delays)} builds killed over {duration:.2f} seconds")
