# Every target installs what it lacks and says what it installs; `make help` lists them.

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory

# The folder that `make site` publishes to.
SITE := site

documents := Tests/Documents
program := .build/release/bydelsprofil
python := .build/venv/bin/python

.PHONY: site test check bench clean help program

site: ## install what is missing, build, and publish the whole site to site/
	@$(documents)/install.sh site
	@$(MAKE) program
	$(program) build --out $(SITE)
	@echo "The site is in $(SITE)/. Open $(SITE)/index.html in a browser."

test: ## install what the tests need and run every test
	@$(documents)/install.sh test
	@$(documents)/test.sh

check: ## format, warnings, documentation and dead links; no tests
	@$(documents)/install.sh check
	swift format lint --strict --recursive --parallel --configuration .swift-format Package.swift Sources Tests
	swift build --build-tests
	swift package --disable-sandbox generate-documentation --target bydelsprofil --warnings-as-errors
	$(documents)/markdown_links.py README.md CHANGELOG.md Sources

bench: ## time a build from warm inputs, by stage, against its limit
	@$(documents)/install.sh check
	@$(MAKE) program
	@$(documents)/bench.py $(program)

clean: ## remove what was built, the site too
	rm -rf .build $(SITE)

help: ## say what the targets do
	@sed -n 's/^\([a-z]*\): ## /\1\t/p' Makefile | while IFS=$$'\t' read -r target words; do \
		printf 'make %-6s %s\n' "$$target" "$$words"; done

program:
	swift build -c release --product bydelsprofil
