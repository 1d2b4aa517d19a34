"""Boards that many tests look at, made once; and one to write on."""

import gc
import os
from collections.abc import Callable, Iterator
from datetime import date
from fcntl import LOCK_EX, flock
from functools import partial
from pathlib import Path
from shutil import copy, disk_usage

import pytest
from hypothesis import HealthCheck, settings
from xdist.remote import Producer

from indicators.seeding.prepare import prepare
from indicators.store.connection import Store, open_store
from indicators.store.history import latest, observations_at
from indicators.store.local_time import local_day
from indicators.store.records import OBSERVATION_KEY
from tests.breaking_down import broken_down_store
from tests.dated import clock_of
from tests.filling import filled_store
from tests.odd import odd_store
from tests.recording import figure, record
from tests.rounds import rounds
from tests.side_by_side import SideBySide

# A busy machine is no fault of what is tested; timings are measured by `make bench`.
settings.register_profile(
    "untimed",
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    max_examples=rounds(100, few=30),
)
settings.load_profile("untimed")


# What a test writes on; `built` is asked for alone only by those who copy it.
OWN_BOARDS = {"own", "demo", "empty_store", "made_up"}
SHARED_BOARDS = {"published", "bare"}

MEMORY, ROOM = Path("/dev/shm"), 6_000_000_000  # noqa: S108 (pytest makes a folder of ours there)

MakeBoard = Callable[[Path], Store]
MadeOnce = Callable[[str, MakeBoard], Path]


def pytest_configure() -> None:
    """Keep what tests write in memory where there is room: on a disk every version waits for it."""
    if MEMORY.is_dir() and disk_usage(MEMORY).free > ROOM:
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(MEMORY))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Name those that build or write on a board of their own: `make check` leaves them out."""
    for item in items:
        asked = set(getattr(item, "fixturenames", ()))
        if asked & OWN_BOARDS or ("built" in asked and not asked & SHARED_BOARDS):
            item.add_marker("own_board")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> SideBySide:
    """Give the browser a worker of its own."""
    return SideBySide(config, log)


def pytest_collection_finish() -> None:
    """Look through the many modules for rubbish no more: a sixth of all time went there."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)


@pytest.fixture(scope="session")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> MadeOnce:
    """Make a closed database once for all processes of this run: `made_once(file, make)`."""
    folder = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        folder = folder.parent

    def made(file: str, make: MakeBoard) -> Path:
        path = folder / "made-once" / file
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.with_suffix(".lock").open("w") as lock:
            flock(lock, LOCK_EX)
            if not path.exists():
                begun = path.with_suffix(".begun")
                make(begun).close()
                begun.rename(path)
        return path

    return made


@pytest.fixture(scope="session")
def built(made_once: MadeOnce) -> Path:
    """A closed database of the catalogue and the published figures, to be copied."""
    return made_once("published/board.duckdb", prepare)


@pytest.fixture(scope="session")
def published(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The board as it is first built: the catalogue and the published figures. Only to look at."""
    store = open_store(Path(copy(built, tmp_path_factory.mktemp("published"))))
    yield store
    store.close()


@pytest.fixture
def today(published: Store, monkeypatch: pytest.MonkeyPatch) -> date:
    """The day on which the board was built; it stays today even where midnight comes meanwhile."""
    built_on = local_day(latest(published).at)
    clock_of(monkeypatch)(built_on)
    return built_on


@pytest.fixture(scope="session")
def filled_up(made_once: MadeOnce) -> Path:
    """A closed database with five years of figures for every indicator, to be copied."""
    return made_once("filled/board.duckdb", filled_store)


@pytest.fixture(scope="session")
def filled(filled_up: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The board with five years of figures for every indicator. Only to look at."""
    store = open_store(Path(copy(filled_up, tmp_path_factory.mktemp("filled"))))
    yield store
    store.close()


@pytest.fixture(scope="session")
def made_up(made_once: MadeOnce) -> Path:
    """A closed illustrative database, to be copied."""
    return made_once("illustrative.duckdb", partial(prepare, nature="illustrative"))


@pytest.fixture(scope="session")
def illustrative(made_up: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The illustrative programme. Only to look at."""
    store = open_store(Path(copy(made_up, tmp_path_factory.mktemp("seen"))), "illustrative")
    yield store
    store.close()


@pytest.fixture
def demo(made_up: Path, tmp_path: Path) -> Iterator[Store]:
    """An illustrative board of the test's own, to write on."""
    store = open_store(Path(copy(made_up, tmp_path)), "illustrative")
    yield store
    store.close()


@pytest.fixture(scope="session")
def odd(made_once: MadeOnce, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The board with names and figures that are hard to write. Only to look at."""
    store = open_store(
        Path(copy(made_once("odd/board.duckdb", odd_store), tmp_path_factory.mktemp("odd")))
    )
    yield store
    store.close()


@pytest.fixture(scope="session")
def broken_up(made_once: MadeOnce) -> Path:
    """A closed database with figures of breakdowns, communes and other areas, to be copied."""
    return made_once("broken-down/board.duckdb", broken_down_store)


@pytest.fixture(scope="session")
def broken_down(broken_up: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The filled board with figures of breakdowns, communes and other areas. Only to look at."""
    store = open_store(Path(copy(broken_up, tmp_path_factory.mktemp("broken-down"))))
    yield store
    store.close()


@pytest.fixture(scope="session")
def bare(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The board with every published figure withdrawn. Only to look at."""
    store = open_store(Path(copy(built, tmp_path_factory.mktemp("bare"))))
    keys = observations_at(store, 2)[list(OBSERVATION_KEY)].to_dict("records")
    record(store, *(figure(key.pop("indicator"), key.pop("year"), None, **key) for key in keys))
    yield store
    store.close()


@pytest.fixture
def own(built: Path, tmp_path: Path) -> Iterator[Store]:
    """A board of the test's own with the published figures, to write on."""
    store = open_store(Path(copy(built, tmp_path)))
    yield store
    store.close()
