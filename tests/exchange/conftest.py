"""Closed boards to be taken out, and what was taken out of one."""

from collections.abc import Callable
from pathlib import Path
from shutil import copy

import pytest

from indicators.commands.run import main
from tests.conftest import MadeOnce
from tests.odd import odd_store

Told = Callable[..., str]


@pytest.fixture
def odd_up(made_once: MadeOnce) -> Path:
    """A closed board with names and figures that are hard to write."""
    return made_once("odd/board.duckdb", odd_store)


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Told:
    """Run a command that must do, in the test's own folder."""
    monkeypatch.chdir(tmp_path)

    def run(*words: str) -> str:
        answer = main(words)
        assert answer.code == 0, answer.error
        return answer.text

    return run


@pytest.fixture
def parcel(told: Told, broken_up: Path, tmp_path: Path) -> Path:
    """What was taken out of a board with figures and files, as a folder."""
    first = Path(copy(broken_up, tmp_path / "first.duckdb"))
    told("export", "ra", "--whole", "--db", str(first))
    return tmp_path / "ra"
