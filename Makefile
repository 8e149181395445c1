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

# Tools that look at dependencies, apart from the environment that they look at.
TOOLS := build/tools
COMPILE := CUSTOM_COMPILE_COMMAND="make lock" $(CURDIR)/$(TOOLS)/bin/pip-compile --quiet \
	--generate-hashes --strip-extras --no-emit-index-url --no-emit-trusted-host --no-emit-find-links

.PHONY: help ask install dev test check format lint types imports lock sbom audit pictures clean

help: ## this list
	@sed -nE 's/^([a-z]+):.*## (.*)/  make \1\t\2/p' Makefile | expand -t 16

ask: $(VENV)/.installed ## ask the library: make ask Q="Did Putin congratulate Trump?"
	@$(BIN)/whosays ask "$(Q)"

install: $(VENV)/.installed ## the virtual environment with whosays in it

dev: $(VENV)/.dev ## the same with the tools that tests and checks need

test: $(VENV)/.dev ## run the tests
	$(BIN)/python -m pytest -n 2 --dist worksteal

check: format lint types imports test ## format, lint, types, import rules and tests

format: $(VENV)/.dev ## is everything formatted?
	$(BIN)/ruff format --check .

lint: $(VENV)/.dev ## ruff's rules
	$(BIN)/ruff check .

types: $(VENV)/.dev ## mypy --strict
	$(BIN)/mypy

imports: $(VENV)/.dev ## imports go downwards only
	$(BIN)/lint-imports

# The client of the models' hub and what it alone needs come with tokenizers, which asks it only for
# models by name: serving does not.
HUB := huggingface-hub hf-xet fsspec filelock tqdm
lock: $(TOOLS)/.installed ## pin what the image installs, with hashes (requirements/*.txt)
	cd requirements && $(COMPILE) $(HUB:%=--unsafe-package %) --output-file serve.txt ../pyproject.toml
	cd requirements && $(COMPILE) --extra models --constraint serve.txt --unsafe-package torch \
		--extra-index-url $(TORCH_INDEX) --pip-args "--retries 0" --output-file models.txt ../pyproject.toml
	cd requirements && $(COMPILE) --constraint serve.txt --output-file milvus.txt milvus.in
	cd requirements && $(COMPILE) --allow-unsafe --output-file build.txt build.in

sbom: $(TOOLS)/.installed ## list what the image installs, in CycloneDX's format (build/sbom.json)
	@$(BIN)/python -m venv --clear --without-pip build/serving
	@$(TOOLS)/bin/pip --python build/serving/bin/python install --quiet --disable-pip-version-check \
		--no-deps --require-hashes --requirement requirements/serve.txt
	@$(TOOLS)/bin/cyclonedx-py environment --pyproject pyproject.toml --output-reproducible \
		--output-file build/sbom.json build/serving
	@echo "Wrote build/sbom.json."

audit: $(TOOLS)/.installed ## does anything that the image installs have a known vulnerability?
	@$(TOOLS)/bin/pip-audit --strict --require-hashes --disable-pip \
		--requirement requirements/serve.txt --requirement requirements/models.txt \
		--requirement requirements/milvus.txt || { echo \
		"The audit did not pass: see above for what is vulnerable, or could not be looked up." >&2; \
		echo "Where nothing is found at all, the service that knows vulnerabilities is out of reach." >&2; \
		exit 1; }

pictures: $(VENV)/.dev ## take the pictures of docs/pictures anew (needs chromium), and the answers in the docs
	@$(BIN)/python -m tests.shown
	@$(BIN)/python -m tests.pictures docs/pictures

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

$(TOOLS)/.installed: pyproject.toml | $(VENV)/bin/python
	@echo "Installing the tools that look at dependencies ..."
	@$(BIN)/python -m venv $(TOOLS)
	@$(TOOLS)/bin/pip install --quiet --disable-pip-version-check \
		cyclonedx-bom==7.5.0 pip-audit==2.10.1 pip-tools==7.6.2
	@touch $@
