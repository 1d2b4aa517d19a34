"""The servers that are measured, each in a process of its own, on this machine only."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter

from indicators.seeding.prepare import prepare
from indicators.settings.sections import Nature
from tests.e2e.server import BoardServer, free_port, wait_until_healthy
from tests.project import PROJECT

FLOOR = Path(__file__).with_name("floor.py")
BOARD = PROJECT / "dashboard.py"
# As in the board's .streamlit/config.toml, which the floor does not read.
SETTINGS = {
    "server.headless": "true",
    "server.fileWatcherType": "none",
    "browser.gatherUsageStats": "false",
    "client.toolbarMode": "minimal",
    "runner.postScriptGC": "false",
    "runner.magicEnabled": "false",
    "logger.hideWelcomeMessage": "true",
}


@contextmanager
def serving(script: Path, folder: Path, nature: Nature = "illustrative") -> Iterator[BoardServer]:
    """Run a server until the block ends; database and log are kept in `folder`."""
    port, log = free_port(), folder / f"{script.stem}.log"
    database = folder / f"{nature}.duckdb"
    if script == BOARD and nature == "illustrative":
        prepare(database, nature=nature).close()
    with log.open("wb") as output:
        process = subprocess.Popen(
            command(script, port),
            cwd=folder,
            env={**os.environ, "BOARD_DB": str(database), "BOARD_NATURE": nature},
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    server = BoardServer(f"http://127.0.0.1:{port}", log, process)
    try:
        wait_until_healthy(server)
        yield server
    finally:
        process.terminate()
        process.wait(10)


def command(script: Path, port: int) -> list[str]:
    """Write the command line; both servers get the same settings."""
    options = {**SETTINGS, "server.address": "127.0.0.1", "server.port": str(port)}
    pairs = [word for name, value in options.items() for word in (f"--{name}", value)]
    return [sys.executable, "-m", "streamlit", "run", str(script), *pairs]


def start_seconds(script: Path, folder: Path) -> float:
    """Time a start until the server answers."""
    begun = perf_counter()
    with serving(script, folder, "real"):
        return perf_counter() - begun
