"""A board in a process of its own, for tests that only ask it."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.server import BoardServer, running_board


@pytest.fixture(scope="session")
def running(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[BoardServer]:
    """The published figures served; shared by all tests that leave nothing behind."""
    folder = tmp_path_factory.mktemp("running")
    shutil.copy(built, folder / "board.duckdb")
    with running_board(folder / "board.duckdb", folder / "log") as server:
        yield server
