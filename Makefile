# Every target installs what it lacks and says what it installs; `make help` lists them.

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory

# The folder that `make site` publishes to.
SITE := site
# The folder of synthetic deliveries that the demonstration edition is made from.
DELIVERIES := .build/deliveries

documents := Tests/Documents
program := .build/release/bydelsprofil
python := .build/venv/bin/python

.PHONY: site test check bench clean help program

site: ## install what is missing, build, and publish the whole site to site/
	@$(documents)/install.sh site
	@$(MAKE) program
	$(program) demo --out $(DELIVERIES) --seed 1 --quiet
	$(program) build --out $(SITE) --deliveries $(DELIVERIES) --share-pictures \
		--pdf templates/paper/make_pdfs.py
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

bench: ## time a build and the protection of tables against their limits, and the reading of a large delivery against its peers
	@$(documents)/install.sh check
	@$(MAKE) program
	swift build -c release --product protection-bench
	@status=0; $(documents)/bench.py $(program) || status=1; \
		$(documents)/protection_bench.py .build/release/protection-bench || status=1; \
		$(documents)/delivery_bench.sh $(program) || status=1; exit $$status

clean: ## remove what was built, the site too
	rm -rf .build $(SITE)

help: ## say what the targets do
	@sed -n 's/^\([a-z]*\): ## /\1\t/p' Makefile | while IFS=$$'\t' read -r target words; do \
		printf 'make %-6s %s\n' "$$target" "$$words"; done

program:
	swift build -c release --product bydelsprofil
