"""How often the long tests go round: a few times in `make test`, more often in `make full`."""

import os

import pytest

FULL = os.environ.get("ROUNDS") == "full"


def rounds(full: int, few: int) -> int:
    """Choose how often this run repeats something."""
    return full if FULL else few


full_only = pytest.mark.skipif(not FULL, reason="only in make full")
