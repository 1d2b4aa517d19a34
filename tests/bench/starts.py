"""How long the board takes to start: with its database there, and building it first."""

from collections.abc import Iterator
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from indicators.seeding.prepare import build
from tests.bench.figures import Figure, middle_time
from tests.bench.servers import BOARD, start_seconds


def start_figures(folder: Path, runs: int) -> Iterator[Figure]:
    """Time the server until it answers, and the build of a database alone."""
    first = start_seconds(BOARD, folder)
    later = median(start_seconds(BOARD, folder) for _ in range(runs))
    yield Figure("first start, building the database", first, "s", None, "one run")
    yield Figure("second start", later, "s", None, f"median of {runs}")
    yield Figure(
        "building the database", middle_time(build_once, runs), "s", None, "processor time"
    )


def build_once() -> None:
    with TemporaryDirectory() as folder:
        build(Path(folder) / "board.duckdb")
