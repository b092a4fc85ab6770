# Two commands from nothing: `make run` and `make test`. `make help` lists the rest.
.DEFAULT_GOAL := help
SHELL := /bin/sh
PY := .venv/bin/python
CODE := src tests tools bench

.PHONY: help run test check format bench lock samples clean

help: ## List every target
	@awk -F ':.*## ' '/^[a-z][^:]*:.*## /{printf "  make %-9s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

.venv/run-ready: requirements.lock pyproject.toml tools/setup.sh
	@tools/setup.sh run
	@touch $@

.venv/dev-ready: requirements-dev.lock pyproject.toml tools/setup.sh
	@tools/setup.sh dev
	@touch $@ .venv/run-ready

run: .venv/run-ready ## Install what is needed, then convert samples/documents into out/
	@.venv/bin/justera run samples/documents -o out --format report || [ $$? -eq 4 ]

test: .venv/dev-ready ## Install what is needed, then run all tests
	@$(PY) -m pytest -q

check: .venv/dev-ready build/types/justera ## Format, lint, types, layers and tests, as the CI does
	@$(PY) -m ruff format --check $(CODE)
	@$(PY) -m ruff check $(CODE)
	@$(PY) -m mypy src tests
	@.venv/bin/lint-imports
	@$(PY) -m pytest -q

format: .venv/dev-ready ## Format the code
	@$(PY) -m ruff check --fix-only $(CODE)
	@$(PY) -m ruff format $(CODE)

# A link, so that type checkers see src/ by its installed name.
build/types/justera:
	@mkdir -p $(@D) && ln -sfn ../../src $@

bench: .venv/dev-ready ## Measure quality and speed against the pinned floors; writes docs/quality.md
	@$(PY) -m bench

bench-%: .venv/dev-ready ## One of them: bench-repair, bench-reading, bench-records, bench-rules, bench-export, bench-batch
	@$(PY) -m bench $*

samples: .venv/dev-ready ## Print and scan samples/ again
	@$(PY) -m tools.samples

lock: ## Settle dependencies anew (needs uv); the files name no index
	uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
		--no-header --no-annotate -q --group build -o requirements.lock
	uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
		--no-header --no-annotate -q --all-extras --group dev -o requirements-dev.lock

clean: ## Remove what the targets above made, but for out/
	rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache bench/work *.egg-info
