"""Boards that many tests look at, made once; and one to write on."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from shutil import copy

import pytest
from hypothesis import HealthCheck, settings

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

# A busy machine is no fault of what is tested; timings are measured by `make bench`.
settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed database of the catalogue and the published figures, to be copied."""
    path = tmp_path_factory.mktemp("built") / "board.duckdb"
    prepare(path).close()
    return path


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
def filled_up(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed database with five years of figures for every indicator, to be copied."""
    path = tmp_path_factory.mktemp("filled-up") / "board.duckdb"
    filled_store(path).close()
    return path


@pytest.fixture(scope="session")
def filled(filled_up: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The board with five years of figures for every indicator. Only to look at."""
    store = open_store(Path(copy(filled_up, tmp_path_factory.mktemp("filled"))))
    yield store
    store.close()


@pytest.fixture(scope="session")
def made_up(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed illustrative database, to be copied."""
    path = tmp_path_factory.mktemp("made_up") / "illustrative.duckdb"
    prepare(path, nature="illustrative").close()
    return path


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
def odd(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The board with names and figures that are hard to write. Only to look at."""
    store = odd_store(tmp_path_factory.mktemp("odd") / "board.duckdb")
    yield store
    store.close()


@pytest.fixture(scope="session")
def broken_down(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The filled board with figures of breakdowns, communes and other areas. Only to look at."""
    store = broken_down_store(tmp_path_factory.mktemp("broken-down") / "board.duckdb")
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
