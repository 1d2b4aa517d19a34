"""Many readers for many minutes: whether memory stays flat and a new figure reaches everybody.

`python -m tests.bench.endurance [--sessions 200] [--minutes 10]`.
"""

import argparse
import asyncio
import os
import re
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from random import Random
from statistics import mean
from tempfile import TemporaryDirectory
from time import perf_counter

from indicators.catalogue.loader import load
from tests.bench.figures import Figure, machine, percentile, table
from tests.bench.servers import BOARD, serving
from tests.bench.session import Session, session
from tests.project import PROJECT

GROWTH_LIMIT = 1.10  # of the memory after the warm-up
WARM_UP = 0.4  # of the time; by then caches are full and the first change is recorded
CHANGES = {0.2: "84,5", 0.6: "84,6"}  # share of the time at which a figure is corrected
ROOMS = ("/", "/?pham-vi=ca-nuoc", "/nhom?ma=CS", "/nhat-ky", "/nhap-lieu")
PAUSE = (2.0, 6.0)  # seconds that a reader looks at a page
CORRECTED = "ma_chi_tieu;nam;gia_tri;trang_thai;nguon\nML02;2025;{value};chính thức;kiểm thử\n"


@dataclass
class Watch:
    """What the minutes gave; `told` holds what every page read since the change must name."""

    pages: list[str]
    end: float
    begun: float = field(default_factory=perf_counter)
    waits: list[float] = field(default_factory=list)
    memory: list[tuple[float, float]] = field(default_factory=list)
    faults: Counter[str] = field(default_factory=Counter)
    told: bytes = b""
    reached: set[int] = field(default_factory=set)

    def left(self) -> float:
        """Seconds until the end."""
        return self.end - perf_counter()


def main() -> None:
    """Let the readers read, and print what came of it."""
    options = arguments()
    with TemporaryDirectory() as folder, serving(BOARD, Path(folder)) as board:
        watch = Watch(pages(), perf_counter() + 60 * options.minutes)
        asyncio.run(endure(board.url, board.process.pid, Path(folder), watch, options.sessions))
    sys.stdout.write(f"{machine()}\n\n{table(figures(watch, options.sessions))}\n")


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.endurance", description=__doc__)
    parser.add_argument("--sessions", type=int, default=200)
    parser.add_argument("--minutes", type=float, default=10)
    return parser.parse_args()


def pages() -> list[str]:
    """Every indicator's page, and the rooms as often as people are in them."""
    indicators = [f"/chi-tieu?ma={each.code}" for each in load().indicators]
    return [*indicators, *ROOMS * (len(indicators) // len(ROOMS))]


async def endure(server: str, pid: int, folder: Path, watch: Watch, sessions: int) -> None:
    """Run the readers, a watch over the memory, and the changes."""
    async with AsyncExitStack() as stack:
        opened = [await stack.enter_async_context(session(server)) for _ in range(sessions)]
        async with asyncio.TaskGroup() as tasks:
            for number, reader in enumerate(opened):
                tasks.create_task(read(number, reader, watch))
            tasks.create_task(weigh(pid, watch))
            tasks.create_task(change(folder, watch))


async def read(number: int, reader: Session, watch: Watch) -> None:
    """Look at one page after another, as long as a person would."""
    chance = Random(number)  # noqa: S311
    while watch.left() > 0:
        due = watch.told if number not in watch.reached else b""
        page = "/" if due else chance.choice(watch.pages)
        try:
            run = await reader.run(page)
        except Exception as fault:  # each is counted and printed
            watch.faults[f"{page}: {fault!r}"] += 1
            return
        watch.waits.append(run.seconds)
        if due:
            watch.reached.add(number)
            watch.faults.update([] if due in run.content else [f"without {due.decode()}"])
        await asyncio.sleep(chance.uniform(*PAUSE))


async def weigh(pid: int, watch: Watch) -> None:
    """Note the server's resident memory in MB every few seconds."""
    while watch.left() > 0:
        pages_held = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
        memory = pages_held * os.sysconf("SC_PAGE_SIZE") / 1e6
        watch.memory.append((perf_counter() - watch.begun, memory))
        await asyncio.sleep(2)


async def change(folder: Path, watch: Watch) -> None:
    """Correct a figure now and then; what is read from then on must name the new version."""
    whole = watch.left()
    for share, value in CHANGES.items():
        await asyncio.sleep(watch.left() - (1 - share) * whole)
        told = await corrected(folder, value)
        if written := re.search(r"bản \d+", told):
            watch.told = written.group().encode()
            watch.reached.clear()
        else:
            watch.faults[told] += 1


async def corrected(folder: Path, value: str) -> str:
    """Send a file to the running server as an agency would; what the command answered."""
    file = folder / "sua.csv"
    file.write_text(CORRECTED.format(value=value), encoding="utf-8")
    options = ["--by", "bench", "--agency", "bench", "--accept-warnings", "all"]
    database = {"BOARD_DB": str(folder / "illustrative.duckdb"), "BOARD_NATURE": "illustrative"}
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "indicators", "apply", str(file), *options),
        cwd=PROJECT,
        env={**os.environ, **database},
        stdout=asyncio.subprocess.PIPE,
    )
    output, _ = await process.communicate()
    return output.decode()


def figures(watch: Watch, sessions: int) -> Iterator[Figure]:
    """Set the last minute against the one after the warm-up."""
    whole = watch.memory[-1][0]
    warm = [memory for at, memory in watch.memory if at >= WARM_UP * whole]
    part = max(1, len(warm) // 10)
    first, last = mean(islice(warm, part)), mean(warm[-part:])
    middle = warm[len(warm) // 2]
    held = f"{first:.0f}, {middle:.0f} and {last:.0f} MB"
    note = f"{held} after {WARM_UP * whole:.0f} s, half of the rest, {whole:.0f} s"
    yield Figure("memory at the end against that after the warm-up", last / first, "×",
                 GROWTH_LIMIT, note)  # fmt: skip
    yield Figure("pages read", len(watch.waits), "")
    yield Figure("wait for a page, 95th percentile", percentile(watch.waits, 0.95), "s")
    missing = sessions - len(watch.reached)
    yield Figure("sessions that the new figure did not reach", missing, "", 0)
    worst = "; ".join(f"{count}× {fault}" for fault, count in watch.faults.most_common(3))
    yield Figure("faults", watch.faults.total(), "", 0, worst)


if __name__ == "__main__":
    main()
