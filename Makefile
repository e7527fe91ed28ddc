# make chat: the chat in a browser.  make test: the tests.  make check: format, lint, types.

PYTHON ?= python3
BIN := .venv/bin
# torch for the processor alone; the ordinary package for Linux brings three gigabytes for graphics cards
TORCH_INDEX ?= https://download.pytorch.org/whl/cpu
TORCH := torch>=2.6,<2.14

.PHONY: chat test check clean

chat: .venv/installed
	@$(BIN)/newsdesk chat --samples samples

test: .venv/installed-test
	$(BIN)/python -m pytest -n auto --maxprocesses 4 --dist loadfile

check: .venv/installed-test
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

clean:
	rm -rf .venv

.venv/torch:
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' \
		|| { echo "Newsdesk needs Python 3.11, 3.12 or 3.13; name one with: make PYTHON=python3.12"; exit 1; }
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --no-deps --retries 0 --timeout 15 --index-url $(TORCH_INDEX) '$(TORCH)' \
		|| echo "no CPU build of torch at $(TORCH_INDEX); taking the ordinary one"
	@touch $@

.venv/installed: .venv/torch pyproject.toml
	$(BIN)/pip install -e .
	@touch $@

.venv/installed-test: .venv/torch pyproject.toml
	$(BIN)/pip install -e '.[test]'
	@touch $@ .venv/installed
