# Two commands for a newcomer: `make demo` and `make test`. Everything else is made on the way.
SHELL := /bin/bash
PYTHON ?= $(shell for p in python3.11 python3.12 python3.13 python3; do command -v $$p && break; done)
BIN := .venv/bin
READY := .venv/.ready

.PHONY: demo setup run test check bench golden docs lock machine

demo: setup  ## load the sample workbooks into ./demo and serve them on 127.0.0.1:8501
	$(BIN)/liaison demo

run: setup  ## serve ./data (or $LIAISON_HOME)
	$(BIN)/liaison serve

setup: $(READY)

# pip checks every hash of the lock file; the lock names no registry, so the machine's own settings decide.
$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "需要 Python 3.11 以上 / Python 3.11 or later is needed: make PYTHON=/path/to/python3.11")'
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

check: setup  ## the fast part: style, types, storeys, packages, tests without a browser
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/deptry .
	$(BIN)/python docs/make_reference.py --check
	$(BIN)/pytest -m "not e2e" -n 2

test: setup machine check  ## everything: `make check`, then the browser and office tests
	$(BIN)/pytest -m e2e -n 2 --dist loadfile

machine:  ## Chromium, Chinese fonts, LibreOffice and poppler for the browser tests
	@.ci/machine

bench: setup machine  ## speed as a ratio against a named baseline; 100,000 officers: python -m bench.scale (minutes)
	$(BIN)/python -m bench

golden: setup  ## write the golden results anew; review the diff before committing it
	$(BIN)/python -m tests.golden

docs: setup  ## write docs/reference.md from the declarations
	$(BIN)/python docs/make_reference.py

lock: setup  ## pin pyproject's packages anew, with hashes and without any registry host
	$(BIN)/uv pip compile pyproject.toml --extra dev --universal --python-version 3.11 --generate-hashes \
	  --no-emit-index-url --no-emit-find-links --no-header --quiet --output-file requirements.lock
