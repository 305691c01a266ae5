# Each target sets up what it needs on a fresh machine; no target asks anything.
PY := .venv/bin/python
STAMP := .venv/.installed
# What is kept and shown is tested on both databases; a PostgreSQL is found or started for it (bin/with_postgres).
ON_BOTH := tests/records tests/access tests/actions tests/server tests/web

.PHONY: help setup run test check bench lock screenshots clean
help: ## this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

setup: $(STAMP) ## build .venv from the lock file

$(STAMP): requirements.lock pyproject.toml bin/setup
	@bin/setup
	@touch $(STAMP)

run: setup ## start everything with a living demonstration ministry
	@.venv/bin/giaoban run

test: setup ## the everyday tests, on SQLite and PostgreSQL, in a real browser
	@bin/setup tests
	@env -u DATABASE_URL $(PY) -m pytest
	@$(PY) bin/with_postgres $(PY) -m pytest -m "not browser" $(ON_BOTH)

check: setup ## style, types, import contracts, migrations, packs
	@$(PY) -m ruff check .
	@$(PY) -m ruff format --check .
	@$(PY) -m mypy
	@.venv/bin/lint-imports
	@.venv/bin/giaoban manage makemigrations --check --dry-run
	@.venv/bin/giaoban pack check

bench: setup ## measure, against named peers; ONLY=reading for one
	@$(PY) -m bench $(ONLY)

lock: setup ## resolve the dependencies again
	@.venv/bin/uv pip compile pyproject.toml --group dev --group bench --universal --python-version 3.11 \
	  --generate-hashes --no-header --no-annotate --no-emit-index-url -o requirements.lock --upgrade

screenshots: setup ## take the pictures of the README and of docs anew
	@bin/setup tests
	@$(PY) bin/screenshots.py

clean: ## remove the environment and the caches; what is kept (var) stays
	rm -rf .venv .pytest_cache .mypy_cache .ruff_cache .import_linter_cache
