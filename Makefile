# make run [PORT=8501] [HOST=127.0.0.1]  the board, with everything it needs; HOST=0.0.0.0: for all
# make demo [PORT=8501] [HOST=127.0.0.1] the board with made-up figures, each page marked so
# make check             form, types, floors, and the tests that are quick: before each commit
# make test [WORKERS=2]  every check and test, with everything they need; the long ones go round less
# make full              the same with all rounds: kills, replays, flipped bytes, examples
# make lint              form, types and floors alone
# make endurance [MINUTES=10] two hundred readers for so long: memory, faults, a change on the way
# make fuzz [MINUTES=10] any bytes, cells and tables against the intake, until time is up or it breaks
# make pictures          the pictures of the guide and those pages are compared with, taken anew
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
MAKEFLAGS += --no-print-directory
.DEFAULT_GOAL := run
.PHONY: run demo check test full lint quick everything bench endurance fuzz pictures chromium office

PORT ?= 8501
# From the command line only: some shells keep the machine's own name in HOST.
HOST := 127.0.0.1
MINUTES ?= 10
BIN := .venv/bin/python -m
PIP := $(BIN) pip --disable-pip-version-check --quiet install

run: .venv/runs
	@exec $(BIN) streamlit run dashboard.py --server.port "$(PORT)" --server.address "$(HOST)"

demo: .venv/runs
	@BOARD_NATURE=illustrative exec $(BIN) streamlit run dashboard.py --server.port "$(PORT)" --server.address "$(HOST)"

# On two cores: the browser on one, all else on the other (tests/side_by_side.py).
WORKERS ?= 2
PYTEST := $(BIN) pytest -n $(WORKERS) --dist loadfile --no-loadscope-reorder --durations=10
TOLD = trap 'echo "make $@: $$(( SECONDS / 60 )) min $$(( SECONDS % 60 )) s"' EXIT
BOTH := $(MAKE) -j 2 --keep-going

check: .venv/tests
	@$(TOLD); $(BOTH) lint quick

test: .venv/tests chromium office
	@$(TOLD); $(BOTH) lint everything

full: export ROUNDS := full
full: test

quick:
	@$(PYTEST) -m "not browser and not office and not own_board"

everything:
	@CHROMIUM="$$(tests/e2e/chromium.sh)" OFFICE="$$(tests/office.sh)" $(PYTEST)

lint: .venv/tests
	@$(BIN) ruff check .
	@$(BIN) ruff format --check .
	@$(BIN) mypy
	@.venv/bin/lint-imports > /dev/null || .venv/bin/lint-imports

bench: .venv/tests chromium
	@CHROMIUM="$$(tests/e2e/chromium.sh)" $(BIN) tests.bench

endurance: .venv/tests
	@$(BIN) tests.bench.endurance --minutes "$(MINUTES)"

# Each round draws examples of its own; one that breaks is printed, made as small as can be.
fuzz: .venv/tests
	@until (( SECONDS >= 60 * $(MINUTES) )); do \
	  FUZZ_EXAMPLES=1000 $(BIN) pytest tests/intake/test_fuzz*.py; done

# By hand only, after looking at what changed: `make test` holds every page to these pictures.
pictures: .venv/tests chromium office
	@CHROMIUM="$$(tests/e2e/chromium.sh)" OFFICE="$$(tests/office.sh)" $(BIN) tests.pictures

chromium:
	@tests/e2e/chromium.sh > /dev/null

office:
	@tests/office.sh > /dev/null

# The two stamps say which requirements are installed: a second start installs nothing.
.venv/runs: requirements.txt | .venv
	@echo "Đang cài thư viện vào .venv; lần đầu mất vài phút." >&2
	@$(PIP) -r requirements.txt
	@touch $@

.venv/tests: requirements.txt tests/requirements.txt | .venv
	@echo "Đang cài thư viện cho kiểm thử vào .venv; lần đầu mất vài phút." >&2
	@$(PIP) -r tests/requirements.txt
	@touch $@ .venv/runs

.venv:
	@for python in $(PYTHON) python3 python3.14 python3.13 python3.12 python3.11; do \
	  command -v "$$python" > /dev/null || continue; \
	  "$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || continue; \
	  "$$python" -m venv .venv && exit 0; \
	  rm -rf .venv; \
	  echo "Không tạo được môi trường Python: hãy cài gói python3-venv rồi chạy lại." >&2; exit 1; \
	done; \
	echo "Cần Python 3.11 trở lên; không thấy trên máy này. Hãy cài rồi chạy lại." >&2; exit 1
