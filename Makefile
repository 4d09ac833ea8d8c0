# Две главные команды: make run (бот, без BOT_TOKEN — песочница) и make test (все проверки).
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
RUN_READY := $(VENV)/.ready
TEST_READY := $(VENV)/.ready-for-tests
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet --constraint constraints.txt

# One more than there are cores: the tests of real processes mostly wait.
SIDE_BY_SIDE := --numprocesses $(shell $(PYTHON) -c 'import os; print(min((os.cpu_count() or 1) + 1, 5))') --dist worksteal

.DEFAULT_GOAL := help
.PHONY: help run install test check lint bench screens mutants clean

help: ## эта подсказка
	@awk -F ':.*## ' '/^[a-z]+:.*## /{printf "  make %-9s %s\n", $$1, $$2}' Makefile

run: $(RUN_READY) ## запустить бота; без BOT_TOKEN — песочница на http://127.0.0.1:8080
	@$(BIN)/python -m bot run

install: $(RUN_READY) ## только создать окружение .venv

test: $(TEST_READY) lint ## все проверки и все тесты (браузерные — если есть Chromium)
	@$(BIN)/python -m coverage erase
	@$(BIN)/python -m coverage run -m pytest $(SIDE_BY_SIDE)
	@$(BIN)/python -m tests.gallery
	@$(BIN)/python -m coverage combine --quiet
	@$(BIN)/python -m coverage report

check: $(TEST_READY) lint ## быстрая часть: стиль, типы, слои, данные, тесты без браузера и HTTP
	@$(BIN)/python -m pytest --quiet $(SIDE_BY_SIDE) --ignore=tests/browser --ignore=tests/e2e --ignore=tests/sandbox

lint: $(TEST_READY)
	@$(BIN)/ruff format --check --quiet .
	@$(BIN)/ruff check --quiet .
	@$(BIN)/mypy --no-error-summary
	@$(BIN)/lint-imports --no-logo > .lint-imports.txt || { cat .lint-imports.txt; exit 1; }
	@DATA_DIR=data $(BIN)/python -m bot check --strict

BENCHMARKS := faq_quality faq_speed storage dispatch startup race

bench: $(TEST_READY) ## замеры: качество и скорость поиска, база, путь сообщения, запуск
	@for name in $(BENCHMARKS); do echo "== $$name"; $(BIN)/python -m benchmarks.$$name || exit 1; done

screens: $(TEST_READY) ## собрать docs/screens.md, docs/faq.md и снимки чата (если есть Chromium)
	@$(BIN)/python -m pytest --quiet $(SIDE_BY_SIDE) tests/test_dialogues.py
	@$(BIN)/python -m tests.gallery
	@$(BIN)/python -m tests.browser.picture
	@$(BIN)/python -m tests.browser.guide_pictures

MUTANTS := 200

mutants: $(TEST_READY) ## заметят ли тесты мелкую порчу правил записи, исходящих и личного (долго)
	@$(BIN)/python -m tests.mutants --size $(MUTANTS)

clean: ## убрать окружение и временные файлы
	@rm -rf $(VENV) var .coverage* .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .lint-imports.txt

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Нужен Python 3.11 или новее. Укажите его так: make run PYTHON=/путь/к/python3.11"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || \
	  { echo "Не создаётся окружение. В Debian и Ubuntu: apt install python3-venv"; rm -rf $(VENV); exit 1; }

$(RUN_READY): $(VENV)/bin/python pyproject.toml constraints.txt
	@echo "Ставлю нужное для бота в $(VENV)…"
	@$(PIP) --editable . && touch $@

$(TEST_READY): $(VENV)/bin/python pyproject.toml constraints.txt
	@echo "Ставлю нужное для проверок в $(VENV)…"
	@$(PIP) --editable '.[test]' && touch $(RUN_READY) $@
