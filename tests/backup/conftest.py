"""The small board, to be asked for by name, and a folder for its backups."""

from pathlib import Path

import pytest

from tests.small_board import catalogue, empty_store, figure, store

__all__ = ["catalogue", "empty_store", "figure", "store"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder that is there, apart from the database's."""
    place = tmp_path / "đĩa khác"
    place.mkdir()
    return place
