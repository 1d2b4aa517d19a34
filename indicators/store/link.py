"""The one connection to the file, opened anew once DuckDB has given it up.

When the disk is full while DuckDB tidies its log away, it refuses every further question to the
connection, reading as well, until the file is opened again.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from threading import Lock

import duckdb
from duckdb import DuckDBPyConnection

# No extension is ever fetched, and SQL reaches no file but the board's own.
CONFIG: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
    "enable_external_access": False,
    "python_enable_replacements": False,
    "lock_configuration": True,
}
# Until the readers of that moment have let go of the file: it is opened once a process.
TRIES, PAUSE = 100, 0.05


def connecting(path: Path, *, read_only: bool) -> Callable[[], DuckDBPyConnection]:
    """Give what opens a file, as often as it is called."""
    return partial(duckdb.connect, path, read_only=read_only, config=CONFIG)


class Link:
    """A connection that survives what DuckDB calls fatal; `connect` opens the file again."""

    def __init__(
        self, connection: DuckDBPyConnection, connect: Callable[[], DuckDBPyConnection]
    ) -> None:
        self._connection = connection
        self._connect = connect
        self._lock = Lock()
        self._given_up = False

    @contextmanager
    def cursor(self) -> Iterator[DuckDBPyConnection]:
        """Give a thread a cursor of its own for a while."""
        with self._lock:
            if self._given_up:
                self._open_again()
            cursor = self._connection.cursor()
        try:
            yield cursor
        except duckdb.FatalException:
            self._given_up = True
            raise
        finally:
            cursor.close()

    def reopen(self, connect: Callable[[], DuckDBPyConnection]) -> None:
        """Open the file in another way, or where that fails as before; readers are cut off."""
        with self._lock:
            before, self._connect = self._connect, connect
            try:
                self._open_again()
            except BaseException:
                self._connect, self._given_up = before, True
                raise

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def _open_again(self) -> None:
        self._connection.close()
        for left in reversed(range(TRIES)):
            try:
                self._connection = self._connect()
                self._connection.execute("SELECT 1")
            except duckdb.FatalException:
                with suppress(duckdb.Error):
                    self._connection.close()
                if not left:
                    raise
                time.sleep(PAUSE)
            else:
                self._given_up = False
                return
