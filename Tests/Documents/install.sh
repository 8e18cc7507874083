#!/usr/bin/env bash
# Installs what `make site`, `make test` or `make check` needs and this machine lacks, on Debian 12 with Swift.
# Usage: Tests/Documents/install.sh site|check|test
#
# Each need is looked for by use, not by package name, so a machine that has it from elsewhere is left alone.
# Nothing is fetched where nothing is missing.
set -euo pipefail
cd "$(dirname "$0")/../.."

purpose=${1:?usage: install.sh site|check|test}
case $purpose in
site | check | test) ;;
*)
    echo "install.sh: '$purpose' is not one of: site check test" >&2
    exit 64
    ;;
esac
environment=.build/venv
requirements=Tests/Documents/requirements
locales=.build/locale

has() { command -v "$1" >/dev/null; }
has_headers() { has pkg-config && pkg-config --exists "$1"; }
has_venv() { has python3 && python3 -c 'import ensurepip, venv' 2>/dev/null; }
has_library() { ldconfig -p 2>/dev/null | grep -q "$1" || /sbin/ldconfig -p 2>/dev/null | grep -q "$1"; }
has_font() { has fc-list && [ -n "$(fc-list "$1" 2>/dev/null)" ]; }

if ! has swift; then
    echo "Swift 6.3 is not on PATH. Install the toolchain from swift.org, then run this again." >&2
    exit 66
fi

missing=()
has git || missing+=(git)
has pkg-config || missing+=(pkg-config)
has_headers libxml-2.0 || missing+=(libxml2-dev)
has_headers libcrypto || missing+=(libssl-dev)
has_headers clp || missing+=(coinor-libclp-dev)
# Pictures for sites where pages are shared.
has rsvg-convert || missing+=(librsvg2-bin)
has_font 'Noto Sans' || missing+=(fontconfig fonts-noto-core)
has python3 || missing+=(python3)
if [ "$purpose" != check ]; then
    # What PDFs are made with.
    has_venv || missing+=(python3-venv)
    has_library libpangoft2-1.0.so.0 || missing+=(libpango-1.0-0 libpangoft2-1.0-0)
    has_library libharfbuzz-subset.so.0 || missing+=(libharfbuzz-subset0)
fi
if [ "$purpose" = test ]; then
    has chromium || missing+=(chromium)
    has chromedriver || missing+=(chromium-driver)
    has java || missing+=(default-jre-headless)
    has pdftotext || missing+=(poppler-utils)
    has qpdf || missing+=(qpdf)
    [ -e /usr/share/i18n/locales/tr_TR ] || missing+=(locales)
fi

if [ ${#missing[@]} -gt 0 ]; then
    echo "Installing from Debian: ${missing[*]}"
    as_root=()
    if [ "$(id -u)" -ne 0 ]; then
        as_root=(sudo)
    fi
    "${as_root[@]}" apt-get update -q </dev/null
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
        apt-get install -q -y --no-install-recommends "${missing[@]}" </dev/null
fi

# What is installed from PyPI, in an environment of its own; a list that has changed since clears it all.
for list in "$requirements"/*.txt; do
    installed=$environment/installed-$(basename "$list")
    if [ -e "$installed" ] && ! cmp -s "$list" "$installed"; then
        rm -rf "$environment"
    fi
done
install_list() {
    local wanted=$requirements/$1.txt installed=$environment/installed-$1.txt
    shift
    [ ! -e "$installed" ] || return 0
    echo "Installing from PyPI, into $environment: $(grep -v '^#' "$wanted" | xargs)"
    [ -e "$environment/installed-pdf.txt" ] || python3 -m venv --clear "$environment"
    "$environment/bin/pip" install -q --disable-pip-version-check "$@" -r "$wanted" </dev/null
    cp "$wanted" "$installed"
}

if [ "$purpose" != check ]; then
    install_list pdf --no-deps
fi
if [ "$purpose" = test ]; then
    # The checkers of pages, and then of documents and those that are carried in packages as a file, of which what else
    # they would bring along is not used and is left out.
    install_list programs
    install_list pdf-checkers --no-deps
    install_list files --no-deps
    # A locale whose letters change case unlike ours, for the test that a build heeds none.
    if [ ! -d "$locales/tr_TR.UTF-8" ]; then
        mkdir -p "$locales"
        localedef -i tr_TR -f UTF-8 "$locales/tr_TR.UTF-8"
    fi
fi
