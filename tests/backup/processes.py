"""Waiting for what other processes do, and seeing whether they have ended."""

import os
import time
from collections.abc import Callable
from pathlib import Path


def until(happens: Callable[[], object]) -> None:
    """Wait until something is so."""
    deadline = time.monotonic() + 60
    while not happens():
        assert time.monotonic() < deadline
        time.sleep(0.02)


def naming(folder: Path) -> list[int]:
    """The processes that have a folder on their command line."""
    return [
        int(place.name)
        for place in Path("/proc").glob("[0-9]*")
        if os.fsencode(folder) in _command_line(place)
    ]


def _command_line(process: Path) -> bytes:
    try:
        return (process / "cmdline").read_bytes()
    except OSError:
        return b""
