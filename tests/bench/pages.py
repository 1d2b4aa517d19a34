"""How long a page's script runs: again on the same figures, and first after they have changed."""

import asyncio
import os
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr
from io import StringIO
from pathlib import Path
from statistics import median
from threading import Thread
from time import process_time, sleep

import uvicorn

from indicators.catalogue.loader import load
from indicators.seeding.prepare import prepare
from indicators.settings.board import DEFAULTS
from indicators.store.connection import Store
from indicators.store.history import latest, observations_at
from indicators.store.journal import record_observations
from tests.bench.figures import Figure
from tests.bench.session import Session, session
from tests.e2e.server import free_port
from tests.filling import observation

PAGES = (
    "/",
    "/?pham-vi=ca-nuoc",
    "/nhom?ma=CS",
    "/chi-tieu?ma=HD01",
    "/so-sanh?ma=CS01,CS02,CS03,CS04,CS06,CS07",
    "/so-sanh?ma=BC03&theo=cap-hoc",
    "/bao-cao?ma-nhom=CS,NL",
    "/cach-danh-gia",
    "/nguon-so-lieu",
)
AGAIN_LIMIT, FIRST_LIMIT = 40, 300  # milliseconds


def page_figures(folder: Path, runs: int) -> Iterator[Figure]:
    """Measure every page on the published figures and on the illustrative board."""
    stores = {nature: prepare(folder / f"{nature}.duckdb", nature=nature) for nature in DEFAULTS}
    with as_before(), board_in_this_process(stores["real"].path) as server:
        for name, store in stores.items():
            os.environ |= {"BOARD_DB": str(store.path), "BOARD_NATURE": name}
            data = f"{name}: {len(observations_at(store, latest(store).number))} values"
            for page in PAGES:
                yield from asyncio.run(measured(server, store, page, data, runs))


@contextmanager
def as_before() -> Iterator[None]:
    """Leave the variables as they were: what is measured next has a board of its own."""
    kept = dict(os.environ)
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(kept)


@contextmanager
def board_in_this_process(database: Path) -> Iterator[str]:
    """Serve the board here, because only the server's own process can record a version."""
    os.environ |= {"BOARD_DB": str(database), "BOARD_NATURE": "real"}
    from dashboard import app

    port = free_port()
    server = uvicorn.Server(uvicorn.Config(app, "127.0.0.1", port, log_config=None))
    thread = Thread(target=server.run)
    with redirect_stderr(StringIO()):  # it would name the port of the settings
        thread.start()
        while thread.is_alive() and not server.started:
            sleep(0.01)
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        server.should_exit = True
        thread.join()


async def measured(server: str, store: Store, page: str, data: str, runs: int) -> list[Figure]:
    """Run a page again and again, then with a version recorded before each run."""
    async with session(server) as reader:
        await reader.run(page)
        again = [await timed(reader, page) for _ in range(runs)]
        first = [await timed_after_change(reader, page, store, run) for run in range(runs)]
        last = await reader.run(page)
    sent = f"{last.messages} messages, {last.size / 1024:.0f} KiB"
    return [
        figure(f"{page} again", again, AGAIN_LIMIT, f"{data}, {sent}"),
        figure(f"{page} first after a change", first, FIRST_LIMIT, data),
    ]


async def timed(reader: Session, page: str) -> tuple[float, float]:
    """Run the page; seconds until its end, and of processor time used meanwhile."""
    begun = process_time()
    run = await reader.run(page)
    return run.seconds, process_time() - begun


async def timed_after_change(
    reader: Session, page: str, store: Store, number: int
) -> tuple[float, float]:
    """Correct one figure as an upload would, then run the page."""
    corrected = observation(load().indicators[0], 2025, 80 + number / 10)
    record_observations(store, None, [corrected], by="bench")
    return await timed(reader, page)


def figure(name: str, runs: list[tuple[float, float]], limit: float, note: str) -> Figure:
    """Take the medians; processor time tells whether other work held the runs up."""
    elapsed, own = (1000 * median(run[i] for run in runs) for i in (0, 1))
    return Figure(name, elapsed, "ms", limit, f"{note}; {own:.0f} ms of processor time")
