# Two commands do everything: `make run` and `make test`. Each does the set-up that it needs.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
OUT ?= out/demo
export PYTHONUTF8 := 1

.PHONY: run test interop walk lint bench installer screenshots notices lock help clean

help: ## Show this list
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 20

run: $(READY) ## Set up, go through the sample month, and open the window where there is a screen
	@scripts/system_packages.sh window || true
	@$(BIN)/praya demo --out $(OUT)

test: $(READY) ## Set up and run the tests
	@scripts/system_packages.sh window tests
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -q -n 2 --dist worksteal -m "not interop and not walk"

interop: $(READY) ## Set up and run the tests against heavier independent programs
	@scripts/system_packages.sh window tests interop
	@PYTHON=$(PYTHON) scripts/outside_tools.sh
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -q -m interop

walk: $(READY) ## Walk over every widget at every scale, in every language and theme (an hour)
	@scripts/system_packages.sh window tests
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -q -m walk

lint: $(READY) ## Format check, lint, types, layers, hashes of the packs
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python scripts/seal_packs.py --check

bench: $(READY) ## Print speed and memory beside a rival's in the same run
	@scripts/system_packages.sh tests
	@$(BIN)/python -m bench
	@$(BIN)/python -m bench.table

installer: $(READY) ## Build the one-folder program and let it test itself
	@scripts/system_packages.sh window
	$(BIN)/pyinstaller --noconfirm --clean --log-level WARN --distpath dist --workpath build installer/praya.spec
	QT_QPA_PLATFORM=offscreen dist/praya/praya self-test

screenshots: $(READY) ## Walk through the window and picture every page in each theme and language
	@scripts/system_packages.sh window pictures
	@QT_QPA_PLATFORM=offscreen $(BIN)/python scripts/tour.py --all

notices: $(READY) ## Write THIRD-PARTY-NOTICES.md from the installed packages
	$(BIN)/python scripts/notices.py

lock: $(READY) ## Compile requirements.lock again (needs uv)
	uv pip compile --universal --generate-hashes --no-emit-index-url --no-header --python-version 3.11 --group dev pyproject.toml -o requirements.lock

clean: ## Remove what was built and set up
	rm -rf $(VENV) build dist out

$(READY): requirements.lock pyproject.toml
	@$(PYTHON) scripts/check_python.py
	@echo "Setting up $(VENV) …"
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $(READY)
