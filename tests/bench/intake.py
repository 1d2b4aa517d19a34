"""How long a file on its way in takes, in how much memory, and how long others wait meanwhile."""

import asyncio
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from indicators.commands.answer import UNUSABLE
from indicators.commands.asking import ask
from indicators.seeding.prepare import prepare
from tests.bench.figures import Figure, percentile
from tests.bench.sent_files import BEFORE_MERGER, many_lines, write_csv, write_xlsx, yearly_lines
from tests.bench.servers import BOARD, serving
from tests.bench.session import session
from tests.project import PROJECT

# In seconds, but for the memory in megabytes and the ratio to DuckDB's own reading.
YEARLY_LIMIT, CSV_LIMIT, XLSX_LIMIT, WAIT_LIMIT = 1, 6, 40, 1
MEMORY_LIMIT, RATIO_LIMIT = 800, 15
YEARLY_RUNS = 5


@dataclass(frozen=True)
class SentFile:
    """A file with what it is called in the table and the seconds it may take."""

    name: str
    path: Path
    limit: float
    runs: int = 1


def intake_figures(folder: Path, runs: int) -> Iterator[Figure]:
    """Examine each file in a process of its own, then one in a board that others look at."""
    database = folder / "examined.duckdb"
    prepare(database).close()
    files = written(folder, runs)
    for file in files:
        yield from examined(database, file)
    for file in files:
        if file.limit == CSV_LIMIT:
            yield checked(database, file, runs)
    yield asyncio.run(waiting(folder, next(each for each in files if each.limit == CSV_LIMIT)))


def written(folder: Path, runs: int) -> list[SentFile]:
    """Write a year's figures, and the most rows accepted: most of them right, or all warned of."""
    yearly, many = list(yearly_lines()), list(many_lines())
    old = write_csv(folder / "cu.csv", many_lines(BEFORE_MERGER))
    size = f"{len(many):,} rows".replace(",", " ")
    year = f"a year's {len(yearly)} rows"
    often = runs * YEARLY_RUNS
    return [
        SentFile(f"{year}, CSV", write_csv(folder / "nam.csv", yearly), YEARLY_LIMIT, often),
        SentFile(f"{year}, XLSX", write_xlsx(folder / "nam.xlsx", yearly), YEARLY_LIMIT, often),
        SentFile(f"{size}, CSV", write_csv(folder / "lon.csv", many), CSV_LIMIT, runs),
        SentFile(f"{size} before the merger, CSV", old, CSV_LIMIT, runs),
        SentFile(f"{size}, XLSX", write_xlsx(folder / "lon.xlsx", many), XLSX_LIMIT),
    ]


def examined(database: Path, file: SentFile) -> Iterator[Figure]:
    """Time checking and preview, and find the most memory they ever held."""
    took = measured("examine", database, file.path, file.runs)
    if not took["values"]:
        raise SystemExit(f"Nothing of {file.path.name} can be recorded.")
    size = file.path.stat().st_size / 1_000_000
    counts = f"{size:.1f} MB, {took['values']} values, {took['findings']} findings"
    yield Figure(
        f"{file.name}: check and preview", elapsed(took["times"]), "s", file.limit,
        f"{counts}, {told(took['times'])}",
    )  # fmt: skip
    yield Figure(f"{file.name}: peak memory", took["peak"], "MB", MEMORY_LIMIT, "whole process")


def checked(database: Path, file: SentFile, runs: int) -> Figure:
    """Set reading and checking against DuckDB's own reading of the file into a frame."""
    took = measured("check", database, file.path, runs)
    ours, plain = elapsed(took["times"]), elapsed(took["plain"])
    note = f"{told(took['times'])}; duckdb.read_csv {1000 * plain:.0f} ms, {told(took['plain'])}"
    return Figure(f"{file.name}: check to read_csv", ours / plain, "×", RATIO_LIMIT, note)


def measured(work: str, database: Path, file: Path, runs: int) -> dict[str, Any]:
    """Let a process of its own do the work."""
    argv = [sys.executable, "-m", "tests.bench.examining", work, database, file, str(runs)]
    environment = {**os.environ, "PYTHONPATH": str(PROJECT)}
    done = subprocess.run(argv, stdout=subprocess.PIPE, check=True, cwd=PROJECT, env=environment)
    took: dict[str, Any] = json.loads(done.stdout)
    return took


def elapsed(times: list[list[float]]) -> float:
    return median(passed for passed, _ in times)


def told(times: list[list[float]]) -> str:
    """Tell the processor time: more than passed is that of DuckDB's other threads."""
    own = median(own for _, own in times)
    return f"{own:.2f} s of processor time, median of {len(times)}"


async def waiting(folder: Path, file: SentFile) -> Figure:
    """Run the overview again and again while the same server examines a file for a command."""
    with serving(BOARD, folder, "real") as board:
        async with session(board.url) as reader:
            for _ in range(3):
                await reader.run("/")
            argv = ["check", str(file.path)]
            asked = asyncio.to_thread(ask, folder / "real.duckdb", argv, folder)
            examining = asyncio.create_task(asked)
            waits = []
            while not examining.done():
                waits.append((await reader.run("/")).seconds)
            reply = await examining
    if reply is None or reply["code"] == UNUSABLE:
        raise SystemExit(f"The board did not examine the file: {reply}")
    note = f"{len(waits)} runs, median {1000 * median(waits):.0f} ms, longest {max(waits):.2f} s"
    name = f"/ while {file.name} is examined, 95th percentile"
    return Figure(name, percentile(waits, 0.95), "s", WAIT_LIMIT, note)
