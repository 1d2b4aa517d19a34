"""How long a backup of a large board takes, and how long readers wait meanwhile."""

import asyncio
import os
import time
from collections.abc import Iterator
from contextlib import AsyncExitStack
from itertools import product
from pathlib import Path
from statistics import median
from threading import Event, Thread

from indicators.backup.found import backups_in
from indicators.commands.answer import FINE
from indicators.commands.asking import ask
from indicators.seeding.prepare import prepare
from indicators.store.history import catalogue_at, latest
from indicators.store.journal import record_observations
from indicators.store.records import Upload
from tests.bench.figures import Figure, percentile
from tests.bench.servers import BOARD, serving
from tests.bench.session import Session, session
from tests.recording import figure

FIGURES, LIMIT, SLOWER = 640_000, 10, 1.2
# Of each file, as random as what is packed.
BYTES = 3_000_000
READERS, SECONDS = 4, 10.0
PAGES = ("/", "/chi-tieu?ma=ML02")


def backup_figures(folder: Path, rounds: int) -> Iterator[Figure]:
    """Let readers read in turn alone and beside backups that follow each other."""
    database = folder / "real.duckdb"
    fill(database)
    (folder / "out").mkdir()
    alone: list[float] = []
    beside: list[float] = []
    took: list[float] = []
    with serving(BOARD, folder, "real") as server:
        asyncio.run(read(server.url, SECONDS))
        for _ in range(rounds):
            alone += asyncio.run(read(server.url, SECONDS))
            ended = Event()
            backing = Thread(target=back_up_until, args=(database, folder / "out", took, ended))
            backing.start()
            beside += asyncio.run(read(server.url, SECONDS))
            ended.set()
            backing.join()
    made = len(backups_in(folder / "out"))
    size = database.stat().st_size / 1e6
    note = f"{made} of {len(took)} made, {size:.0f} MB, median, while {READERS} read"
    yield Figure(f"backup of {FIGURES} figures", median(took), "s", LIMIT, note)
    yield compared(alone, beside)


def fill(database: Path) -> None:
    """Record ten years of communes and groups for forty indicators, each in a file."""
    store = prepare(database)
    codes = [each.code for each in catalogue_at(store, latest(store).number).indicators][:40]
    places = list(product(codes, range(100), range(FIGURES // (10 * 40 * 100))))
    for year in range(2016, 2026):
        rows = [
            figure(code, year, area + part / 10, area=f"{area:05d}", group=f"cấp học={part}")
            for code, area, part in places
        ]
        file = Upload.received(f"{year}.csv", os.urandom(BYTES), "đo")
        record_observations(store, file, rows, "đo")
    store.close()


def back_up_until(database: Path, out: Path, took: list[float], ended: Event) -> None:
    """Ask the running board for one backup after the other."""
    while not ended.is_set():
        begun = time.perf_counter()
        answer = ask(database, ["backup", str(out)], out)
        assert answer, "Không bảng nào trả lời."
        assert answer["code"] == FINE, answer["error"]
        took.append(time.perf_counter() - begun)


async def read(server: str, seconds: float) -> list[float]:
    """Have some readers open pages for so long; the seconds that each waited for each page."""
    async with AsyncExitStack() as stack:
        readers = [await stack.enter_async_context(session(server)) for _ in range(READERS)]
        ends = time.perf_counter() + seconds
        waits: list[float] = []

        async def come(reader: Session) -> None:
            while time.perf_counter() < ends:
                for page in PAGES:
                    waits.append((await reader.run(page)).seconds)

        await asyncio.gather(*(come(reader) for reader in readers))
    return waits


def compared(alone: list[float], beside: list[float]) -> Figure:
    """Set what readers waited beside backups against what they waited without."""
    before, meanwhile = (1000 * percentile(waits, 0.95) for waits in (alone, beside))
    note = f"{meanwhile:.0f} ms, without {before:.0f} ms, {len(alone)} and {len(beside)} pages"
    title = "readers' 95th percentile while backups are made"
    return Figure(title, meanwhile / before, "×", SLOWER, note)
