"""Examines a file some times over, or reads and checks it, and tells as JSON what that took.

A process of its own, so that the most memory it ever held is that of the work:
`python -m tests.bench.examining examine|check DATABASE FILE RUNS`.
"""

import json
import re
import sys
from collections.abc import Callable
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

import duckdb

from indicators.intake.checks.check import check_file
from indicators.intake.examination import examine
from indicators.intake.read import read_file
from indicators.store.connection import Store, open_store
from indicators.store.held import values_at
from indicators.store.history import catalogue_at, latest

SMALL = b"ma_chi_tieu,nam,gia_tri\nML02,2026,84.9\n"


def examined(store: Store, file: Path, runs: int) -> dict[str, Any]:
    """Examine on a board that has been looked at before, as a running one has."""
    examine(store, "a.csv", SMALL)
    content = file.read_bytes()
    times = []
    for _ in range(runs):
        begun = clocks()
        found = examine(store, file.name, content)
        times.append(since(begun))
        counts = {"values": len(found.preview.rows), "findings": len(found.findings)}
        del found
    return {"times": times, "peak": peak(), **counts}


def checked(store: Store, file: Path, runs: int) -> dict[str, Any]:
    """Read and check in turn with DuckDB's own reading of the same file into a frame."""
    version = latest(store).number
    catalogue, held = catalogue_at(store, version), values_at(store, version)
    content = file.read_bytes()
    plain, times = [], []
    for _ in range(runs):
        plain.append(timed(lambda: duckdb.read_csv(str(file)).df()))
        times.append(timed(lambda: check_file(read_file(file.name, content), catalogue, held)))
    return {"times": times, "plain": plain}


def timed(work: Callable[[], object]) -> tuple[float, float]:
    begun = clocks()
    work()
    return since(begun)


def clocks() -> tuple[float, float]:
    """Read the clock and this process's own processor time, in seconds."""
    return perf_counter(), process_time()


def since(begun: tuple[float, float]) -> tuple[float, float]:
    now = clocks()
    return now[0] - begun[0], now[1] - begun[1]


def peak() -> float:
    """Give the most memory ever resident, in MB; getrusage would count that of the parent."""
    status = Path("/proc/self/status").read_text("ascii")
    found = re.search(r"VmHWM:\s+(\d+) kB", status)
    return int(found[1]) / 1000 if found else 0.0


WORKS = {"examine": examined, "check": checked}

if __name__ == "__main__":
    work, database, file, runs = sys.argv[1:]
    took = WORKS[work](open_store(Path(database)), Path(file), int(runs))
    sys.stdout.write(json.dumps(took))
