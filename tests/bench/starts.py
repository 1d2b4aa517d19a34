"""How long the board takes to start: what it imports, with a database and building one."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from indicators.seeding.prepare import build
from tests.bench.figures import Figure, middle_time
from tests.bench.servers import BOARD, start_seconds
from tests.project import PROJECT

IMPORT_LIMIT = 1.35  # with office libraries and the made-up programme it was 1.65
IMPORTING = """
import time, dashboard
from pages.server.warmth import load_pages
load_pages()
print(time.process_time())
"""


def start_figures(folder: Path, runs: int) -> Iterator[Figure]:
    """Time what the server imports, the server until it answers, the build of a database alone."""
    imports = median(import_seconds() for _ in range(runs + 1))
    yield Figure("importing what the server starts with", imports, "s", IMPORT_LIMIT, "processor")
    first = start_seconds(BOARD, folder)
    later = median(start_seconds(BOARD, folder) for _ in range(runs))
    yield Figure("first start, building the database", first, "s", None, "one run")
    yield Figure("second start", later, "s", None, f"median of {runs}")
    yield Figure(
        "building the database", middle_time(build_once, runs), "s", None, "processor time"
    )


def import_seconds() -> float:
    """Import in a process of its own what is there before the first reader, in processor time."""
    done = subprocess.run(
        [sys.executable, "-c", IMPORTING], cwd=PROJECT, capture_output=True, text=True, check=True
    )
    return float(done.stdout)


def build_once() -> None:
    with TemporaryDirectory() as folder:
        build(Path(folder) / "board.duckdb")
