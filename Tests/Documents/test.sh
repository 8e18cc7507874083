#!/usr/bin/env bash
# Runs every test: the Swift ones, then the checks of a site built by the release program in a real browser.
# Usage: Tests/Documents/test.sh, after `install.sh test`. Ends with the line `N passed, N failed, N skipped`.
set -uo pipefail
cd "$(dirname "$0")/../.."

results=.build/test-results
documents=Tests/Documents
python=.build/venv/bin/python
rm -rf "$results"
mkdir -p "$results"

# A step that cannot even run (a program that does not build, a runner that crashes) counts as one failure.
stopped=()

swift build --build-tests || stopped+=("building the tests")
if [ ${#stopped[@]} -eq 0 ]; then
    swift test --skip-build --xunit-output "$results/swift.xml" || touch "$results/swift.failed"
    [ -s "$results/swift-swift-testing.xml" ] || stopped+=("the Swift tests")
fi

if swift build -c release --product bydelsprofil; then
    "$python" "$documents/run.py" --program .build/release/bydelsprofil --results "$results/documents.xml"
    [ -s "$results/documents.xml" ] || stopped+=("the document checks")
else
    stopped+=("building the program")
fi

exec "$python" "$documents/total.py" --results "$results" "${stopped[@]/#/--stopped=}"
