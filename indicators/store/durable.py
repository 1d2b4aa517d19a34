"""Having the system put what was written on the disk for good, before anything builds on it."""

import os
from contextlib import suppress
from pathlib import Path


def sync_file(file: Path) -> None:
    """Wait until the content of a file is on the disk; raises OSError where it cannot be."""
    descriptor = os.open(file, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync_folder(folder: Path) -> None:
    """Wait until the names in a folder are on the disk; some file systems know no such thing."""
    descriptor = os.open(folder, os.O_RDONLY)
    with suppress(OSError):
        os.fsync(descriptor)
    os.close(descriptor)
