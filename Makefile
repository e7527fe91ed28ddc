# make chat: the chat in a browser.  make test: the tests.  make check: format, lint, types.
# make lock: the newest versions of all dependencies, with their hashes.  make audit: whether any of them has a known hole (needs a network).

PYTHON ?= python3
BIN := .venv/bin
# torch for the processor alone; the ordinary package for Linux brings three gigabytes for graphics cards
TORCH_INDEX ?= https://download.pytorch.org/whl/cpu
TORCH := torch>=2.6,<2.14
# pip would compile what it installs on one core, the packages' own tests included
PIP := $(BIN)/pip install --no-compile
COMPILE := $(BIN)/python -m compileall -qq -j 0 -x '/tests?/' .venv/lib || true

# what makes the lock and looks at it, in an environment of its own
TOOLS := .venv/tools/bin
UV_EXPORT := $(TOOLS)/uv export --frozen --offline --quiet --no-emit-project --no-header --no-annotate
# an advisory is passed over when SECURITY.md says in its table why
PASSED_OVER := $(shell sed -n 's/^| \(CVE-[0-9-]*\) .*/--ignore-vuln \1/p' SECURITY.md)

.PHONY: chat test check lock audit clean

chat: .venv/installed
	@$(BIN)/newsdesk chat --samples samples

test: .venv/installed-test
	$(BIN)/python -m pytest -n auto --maxprocesses 4 --dist loadfile

check: .venv/installed-test
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

lock: .venv/tools/made
	$(TOOLS)/uv lock --upgrade
	$(UV_EXPORT) --prune torch --output-file requirements.lock >/dev/null
	$(UV_EXPORT) $$(sed -n 's/^\([a-z0-9.-]*\)==.*/--no-emit-package \1/p' requirements.lock) --output-file requirements-torch.lock >/dev/null

# strict: what nothing could be learnt of is no good news
audit: .venv/tools/made
	$(UV_EXPORT) --all-extras --output-file .venv/tools/all.txt >/dev/null
	$(TOOLS)/pip-audit --strict --disable-pip --require-hashes $(PASSED_OVER) --requirement .venv/tools/all.txt

clean:
	rm -rf .venv

.venv/torch:
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' \
		|| { echo "Newsdesk needs Python 3.11, 3.12 or 3.13; name one with: make PYTHON=python3.12"; exit 1; }
	$(PYTHON) -m venv .venv
	$(PIP) --no-deps --retries 0 --timeout 15 --index-url $(TORCH_INDEX) '$(TORCH)' \
		|| echo "no CPU build of torch at $(TORCH_INDEX); taking the ordinary one"
	@touch $@

.venv/tools/made: Makefile
	$(PYTHON) -m venv .venv/tools
	$(TOOLS)/pip install 'uv>=0.13,<0.14' 'pip-audit>=2.10,<3'
	@touch $@

.venv/installed: .venv/torch pyproject.toml
	$(PIP) -e .
	@$(COMPILE)
	@touch $@

.venv/installed-test: .venv/torch pyproject.toml
	$(PIP) -e '.[test]'
	@$(COMPILE)
	@touch $@ .venv/installed
