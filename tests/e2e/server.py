"""A real server in a process of its own, and a copy of the project to change at will."""

import os
import secrets
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import requests

from tests.project import PROJECT

START_SECONDS = END_SECONDS = 120  # on the busiest machine
# Below those that Linux gives to whoever connects: else it may give one away before it is bound.
FIRST_PORT, PORTS = 20_000, 12_000


@dataclass(frozen=True)
class BoardServer:
    """A server that answers; `log` holds what it has written to stdout and stderr."""

    url: str
    log: Path
    process: subprocess.Popen[bytes]


def free_port() -> int:
    """A port that nobody listens on; which one is left to chance, as others choose meanwhile."""
    while True:
        port = FIRST_PORT + secrets.randbelow(PORTS)
        with suppress(OSError), socket.socket() as listener:
            listener.bind(("127.0.0.1", port))
            return port


def copy_project(folder: Path) -> Path:
    """Copy what the server runs on, without any database."""
    for name in ("indicators", "pages", ".streamlit", "data/published"):
        shutil.copytree(PROJECT / name, folder / name)
    shutil.copy(PROJECT / "dashboard.py", folder)
    return folder


def start(
    database: Path, log: Path, port: int, project: Path = PROJECT, nature: str = ""
) -> subprocess.Popen[bytes]:
    """Start as a person would from another folder, with the project named by its full path."""
    command = [sys.executable, "-m", "streamlit", "run", str(project / "dashboard.py")]
    options = ["--server.port", str(port), "--server.address", "127.0.0.1"]
    environment = {**os.environ, "BOARD_DB": str(database), "PYTHONDONTWRITEBYTECODE": "1"}
    if nature:
        environment["BOARD_NATURE"] = nature
    with log.open("wb") as output:
        return subprocess.Popen(
            [*command, *options],
            cwd=log.parent,
            env=environment,
            stdout=output,
            stderr=subprocess.STDOUT,
        )


@contextmanager
def running_board(
    database: Path,
    log: Path,
    project: Path = PROJECT,
    port: int | None = None,
    nature: str = "",
) -> Iterator[BoardServer]:
    """A healthy server until the block ends; no page has been asked for yet."""
    port = port or free_port()
    process = start(database, log, port, project, nature)
    server = BoardServer(f"http://127.0.0.1:{port}", log, process)
    try:
        wait_until_healthy(server)
        yield server
    finally:
        process.terminate()
        process.wait(END_SECONDS)


def wait_until_healthy(server: BoardServer) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        assert server.process.poll() is None, server.log.read_text()
        try:
            requests.get(f"{server.url}/_stcore/health", timeout=10).raise_for_status()
        except requests.RequestException:
            time.sleep(0.05)
        else:
            return
    raise TimeoutError(server.log.read_text())
