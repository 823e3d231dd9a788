# Two commands do all: `make site` builds the site, `make test` passes the tests and `make check`.
# Each sets up what it needs in .venv first.

PYTHON ?= python3
BIN := .venv/bin
export NO_MKDOCS_2_WARNING := 1

.PHONY: site serve test check format convert score search-report search-timings audit lock clean

site: .venv/site
	$(BIN)/mkdocs build --strict

serve: .venv/site
	$(BIN)/mkdocs serve

convert: .venv/site
	$(BIN)/python scripts/convert.py

test: .venv/dev check
	$(BIN)/pytest

check: .venv/dev
	$(BIN)/ruff format --check scripts tests
	$(BIN)/ruff check scripts tests
	$(BIN)/mypy

format: .venv/dev
	$(BIN)/ruff format scripts tests
	$(BIN)/ruff check --fix scripts tests

score: .venv/dev
	PYTHONPATH=scripts $(BIN)/python -m tests.quality

# make bench SIZE=60: one size; without SIZE 6, 60, 600 and 6000 summaries, which takes an hour.
bench: .venv/dev
	$(BIN)/python scripts/bench.py $(SIZE)

# Types queries into the box in Chromium: how well it finds in the built site, and in texts that it was not made with.
search-report: .venv/dev site
	$(BIN)/python scripts/search_report.py --misses
	$(BIN)/python scripts/search_report.py --sources tests/gold/dev/texts --queries tests/search/queries_dev.yml --misses

# How fast and how heavy it is, on generated summaries.
search-timings: .venv/dev
	$(BIN)/python scripts/search_timings.py

# The built site as outside tools see it. They come from npm into .cache/audit; no test needs them.
audit: .venv/dev site
	npm install --prefix .cache/audit --no-audit --no-fund --silent axe-core@4 vnu-jar lighthouse@12
	$(BIN)/python scripts/audit_site.py site

# New versions within the ranges of requirements*.in; the result is committed. How they are written down: pyproject.toml.
lock: .venv/dev
	$(BIN)/pip install --quiet pip-tools
	for name in requirements requirements-cluster requirements-dev; do \
		$(BIN)/pip-compile --quiet --upgrade --output-file=$$name.txt $$name.in || exit 1; done

clean:
	rm -rf .venv .cache site

.venv/bin/python:
	$(PYTHON) -m venv .venv

.venv/site: requirements.txt | .venv/bin/python
	$(BIN)/pip install --quiet --require-hashes -r requirements.txt
	touch $@

.venv/dev: requirements-dev.txt .venv/site
	$(BIN)/pip install --quiet --require-hashes -r requirements-dev.txt
	touch $@
