# `make run` and `make test` need Python 3.11 or newer and make; all else they set up in .venv.
PYTHON ?= $(firstword $(foreach name,python3.11 python3 python3.12 python3.13 python,$(shell command -v $(name) 2>/dev/null)))
VENV := .venv
BIN := $(VENV)/bin
PLAYGROUND := service/playground/static/vendor/lock.sha256
INSTALL := $(BIN)/python -m pip --disable-pip-version-check install --quiet
COMPILE := $(VENV)/lock/bin/pip-compile --quiet --generate-hashes --allow-unsafe --strip-extras --no-header \
	--no-emit-index-url --no-emit-find-links --no-emit-trusted-host --no-emit-options

.PHONY: help run test bench format lock clean
help: ## list the targets
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 10

run: $(VENV)/.run $(PLAYGROUND) ## load the sample articles on first start and serve the playground
	@exec $(BIN)/diplograph serve --samples

test: $(VENV)/.test $(PLAYGROUND) ## lint, type check and run all tests
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/python -m pytest $(PYTEST)

bench: $(VENV)/.test ## measure speed and memory; with GOLD=folder, quality on its annotated articles
	@$(BIN)/python -m tests.bench $(if $(GOLD),quality "$(GOLD)")

format: $(VENV)/.test ## format the code and mend what ruff can
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

lock: ## bring the pinned dependencies up to date
	@$(PYTHON) -m venv $(VENV)/lock && $(VENV)/lock/bin/pip --disable-pip-version-check install --quiet pip-tools
	@$(COMPILE) --upgrade --extra build --extra fast --output-file requirements.lock pyproject.toml
	@$(COMPILE) --upgrade --extra build --extra fast --extra test --constraint requirements.lock --output-file requirements-test.lock pyproject.toml

clean: ## remove what was set up and built; the data folder stays
	rm -rf $(VENV) $(dir $(PLAYGROUND)) .mypy_cache .ruff_cache .pytest_cache .hypothesis dist

$(BIN)/python:
	@$(if $(PYTHON),,$(error No Python found: install Python 3.11 or newer, or name one with `make PYTHON=/path/to/python3`))
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11) and f"diplograph needs Python 3.11 or newer, this is {sys.version.split()[0]}: name one with make PYTHON=/path/to/python3.11")'
	@echo "Setting up $(VENV) (once; downloads some 350 MB)"
	@"$(PYTHON)" -m venv $(VENV)

$(VENV)/.run: requirements.lock pyproject.toml | $(BIN)/python
	@$(INSTALL) --require-hashes --requirement requirements.lock
	@$(INSTALL) --no-build-isolation --no-deps --editable .
	@touch $@

$(VENV)/.test: requirements-test.lock $(VENV)/.run
	@$(INSTALL) --require-hashes --requirement requirements-test.lock
	@touch $@

$(PLAYGROUND): service/playground/package-lock.json | $(VENV)/.run
	@$(BIN)/python -m service.playground || true
