"""Servers and browsers for tests in a real Chromium."""

import os
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from tests.e2e.server import BoardServer, copy_project, free_port, running_board
from tests.e2e.visit import Visit, Visits
from tests.pictures.camera import illustrative_board

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
HERE = Path(__file__).parent
MOST = 30_000  # milliseconds until what is expected is given up, as for every press of a button
expect.set_options(timeout=MOST)

StartBoard = Callable[..., BoardServer]
Arrive = Callable[..., Visit]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Run these last: Playwright keeps an event loop running, so others could start none.

    The files with most tests come first, so that no worker waits at the end for a long one.
    """
    sizes = Counter(item.path for item in items)
    items.sort(key=lambda item: (in_browser(item), -sizes[item.path] * in_browser(item)))
    for item in filter(in_browser, items):
        item.add_marker(pytest.mark.browser)


def in_browser(item: pytest.Item) -> bool:
    return item.path.is_relative_to(HERE)


def chromium_path() -> str:
    path = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    assert path, "Không thấy Chromium; hãy chạy `make test` hoặc đặt biến CHROMIUM."
    return path


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=chromium_path(), args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def visits(browser: Browser) -> Visits:
    return Visits(browser)


@pytest.fixture
def arrive(visits: Visits) -> Iterator[Arrive]:
    """Begin a visit in a form of browser, `arrive(viewport=PHONE)`; each is another person's."""
    begun: list[Visit] = []

    def arrived(**form: Any) -> Visit:
        begun.append(visits.begin(**form))
        return begun[-1]

    yield arrived
    for visit in begun:
        visits.end(visit)


@pytest.fixture
def visit(arrive: Arrive) -> Visit:
    """One visit of an English laptop in daylight."""
    return arrive()


@pytest.fixture
def own_visit(browser: Browser) -> Iterator[Visit]:
    """A visit that a test may give scripts of its own or end before its time."""
    visit = Visit.begin(browser)
    yield visit
    visit.page.context.close()


@pytest.fixture(scope="session")
def board_server(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[BoardServer]:
    """The board on the published figures, shared by all tests that only look."""
    folder = tmp_path_factory.mktemp("board")
    with running_board(Path(shutil.copy(built, folder)), folder / "log") as server:
        yield server


@pytest.fixture(scope="session")
def filled_server(
    filled_up: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[BoardServer]:
    """The board with figures for every indicator, shared likewise."""
    folder = tmp_path_factory.mktemp("filled-server")
    shutil.copy(filled_up, folder / "board.duckdb")
    with running_board(folder / "board.duckdb", folder / "log") as server:
        yield server


@pytest.fixture(scope="session")
def demo_server(made_up: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[BoardServer]:
    """The board of `make demo`, shared likewise."""
    with illustrative_board(made_up, tmp_path_factory.mktemp("demo")) as server:
        yield server


@pytest.fixture(scope="session")
def specimen_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BoardServer]:
    """The same server with pages that show every widget, link and fail; its path is awkward."""
    folder = tmp_path_factory.mktemp("máy chủ")
    project = copy_project(folder / "bảng theo dõi")
    shutil.copytree(HERE / "specimen", project / "pages", dirs_exist_ok=True)
    with running_board(folder / "board.duckdb", folder / "log", project) as server:
        yield server


@pytest.fixture
def database(built: Path, tmp_path: Path) -> Path:
    """A database of the test's own with the published figures, which its server need not build."""
    return Path(shutil.copy(built, tmp_path))


@pytest.fixture(scope="session")
def own_port() -> int:
    """The port of all servers of a test's own: a browser knows the scripts of an address again."""
    return free_port()


@pytest.fixture
def start_board(own_port: int, tmp_path: Path) -> Iterator[StartBoard]:
    """Start a server of the test's own, one in a test: `start_board(database)`."""
    with ExitStack() as stack:
        yield lambda database: stack.enter_context(
            running_board(database, tmp_path / "log", port=own_port)
        )
