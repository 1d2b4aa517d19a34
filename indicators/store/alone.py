"""Being alone with a database: who builds or replaces it keeps other processes out."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from indicators.store.errors import HeldError, in_vietnamese
from indicators.store.recognition import check_folder


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """Keep other processes from building in the same folder; the lock ends with the process."""
    with in_vietnamese(path, (OSError,)):
        check_folder(path)
        path.exists()  # raises where the folder may not be entered
        descriptor = os.open(path.parent, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def check_closed(path: Path) -> None:
    """Refuse a database that another process has open; raises HeldError. Not for an open one."""
    with in_vietnamese(path, (OSError,)):
        if not path.exists():
            return
        # DuckDB locks the file in this way too, be it damaged or not.
        with path.open("r+b") as file:
            try:
                fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError as error:
                raise HeldError(
                    f"Bảng theo dõi hoặc một chương trình khác đang dùng {path}. Hãy dừng bảng rồi "
                    "chạy lại lệnh; chưa thay gì."
                ) from error
