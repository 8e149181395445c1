# `make ask Q="..."` sets everything up the first time and answers; `make test` and `make check` likewise.

VENV := .venv
BIN := $(VENV)/bin
Q ?= Did Putin congratulate Trump?
# The first interpreter that is new enough.
PYTHON ?= $(shell for name in python3 python3.11 python3.12 python3.13; do \
	$$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$name && break; done)
# PyTorch's own index holds the CPU build; the package index's Linux wheels bring gigabytes of CUDA.
# Without dependencies, so that nothing else is looked for there; they come with whosays.
TORCH_INDEX := https://download.pytorch.org/whl/cpu

.PHONY: help ask install dev test check format lint types imports bench clean

help: ## this list
	@sed -nE 's/^([a-z]+):.*## (.*)/  make \1\t\2/p' Makefile | expand -t 16

ask: $(VENV)/.installed ## ask the library: make ask Q="Did Putin congratulate Trump?"
	@$(BIN)/whosays ask "$(Q)"

install: $(VENV)/.installed ## the virtual environment with whosays in it

dev: $(VENV)/.dev ## the same with the tools that tests and checks need

test: $(VENV)/.dev ## run the tests
	$(BIN)/python -m pytest

check: format lint types imports test ## format, lint, types, import rules and tests

format: $(VENV)/.dev ## is everything formatted?
	$(BIN)/ruff format --check .

lint: $(VENV)/.dev ## ruff's rules
	$(BIN)/ruff check .

types: $(VENV)/.dev ## mypy --strict
	$(BIN)/mypy

imports: $(VENV)/.dev ## imports go downwards only
	$(BIN)/lint-imports

clean: ## remove the virtual environment and caches; the library stays
	rm -rf $(VENV) build *.egg-info .mypy_cache .ruff_cache .import_linter_cache

$(VENV)/bin/python:
	@test -n "$(PYTHON)" || { echo "whosays needs Python 3.11 or newer; none was found." >&2; exit 1; }
	@echo "Making a virtual environment in $(VENV) ..."
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: pyproject.toml | $(VENV)/bin/python
	@echo "Installing PyTorch (the CPU build; about 200 MB, once) ..."
	@$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --extra-index-url $(TORCH_INDEX) torch==2.13.0
	@echo "Installing whosays and what it needs ..."
	@$(BIN)/pip install --quiet --disable-pip-version-check --editable ".[models]"
	@touch $@

$(VENV)/.dev: $(VENV)/.installed
	@echo "Installing the tools for tests and checks ..."
	@$(BIN)/pip install --quiet --disable-pip-version-check --editable ".[models,dev]"
	@touch $@
