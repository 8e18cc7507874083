#!/usr/bin/env bash
# Runs delivery_bench.py in an environment of its own, with the peers it is set against.
# Usage: delivery_bench.sh PROGRAM
set -euo pipefail
cd "$(dirname "$0")/../.."

requirements=Tests/Documents/bench-requirements.txt
environment=.build/bench/venv
if ! cmp -s "$requirements" "$environment/installed.txt"; then
    echo "Installing from PyPI, into $environment: $(grep -v '^#' "$requirements" | xargs)"
    python3 -m venv --clear "$environment"
    "$environment/bin/pip" install -q --disable-pip-version-check -r "$requirements" </dev/null
    cp "$requirements" "$environment/installed.txt"
fi
exec "$environment/bin/python" Tests/Documents/delivery_bench.py "$1"
