"""One connection a file and process; what is no board of ours is refused and left as it is."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from functools import partial
from pathlib import Path
from threading import RLock
from typing import Any, TypeVar

import duckdb
from duckdb import DuckDBPyConnection

from indicators.store.errors import (
    KEPT,
    DamagedError,
    ForeignError,
    HeldError,
    MissingError,
    NewerError,
    OutdatedError,
    ReadOnlyError,
    StoreError,
    in_vietnamese,
)
from indicators.store.growth import grow
from indicators.store.link import Link
from indicators.store.memory import Memory
from indicators.store.records import Version
from indicators.store.settings import Nature, database_path, remembered_rows
from indicators.store.tables import GROWN, GROWN_COLUMNS, VERSIONED, columns_of, table_of

__all__ = [
    "DamagedError",
    "ForeignError",
    "HeldError",
    "MissingError",
    "Nature",
    "NewerError",
    "OutdatedError",
    "ReadOnlyError",
    "Store",
    "StoreError",
    "check_nature",
    "create",
    "database_path",
    "open_store",
]

APPLICATION = "bang-theo-doi-71"
SCHEMA_VERSION = 2
# No extension is ever fetched, and SQL reaches no file but the board's own.
CONFIG: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
    "enable_external_access": False,
    "python_enable_replacements": False,
    "lock_configuration": True,
}

NATURES: dict[str, str] = {"real": "số liệu thật", "illustrative": "số liệu minh họa"}
# How the board is started that a file belongs to.
STARTS = {
    "real": "Hãy mở tệp này bằng bảng thật (make run, không đặt BOARD_NATURE)",
    "illustrative": "Hãy mở tệp này bằng bảng minh họa (make demo, BOARD_NATURE=illustrative)",
}
Kept = TypeVar("Kept")


class Store:
    """An open database: any thread may read through `reading`; `writing` lets one in at a time."""

    def __init__(self, path: Path, connection: DuckDBPyConnection, *, read_only: bool) -> None:
        self.path = path
        self.read_only = read_only
        self.nature = _nature(connection)
        connect = partial(duckdb.connect, path, read_only=read_only, config=CONFIG)
        self._link = Link(connection, connect)
        self._writing = RLock()
        self._inode = path.stat().st_ino
        self._memory = Memory(remembered_rows())
        self.writes = 0
        # Where the clock of an illustrative board stands while it is made: see clock.py.
        self.set_to: datetime | None = None

    @contextmanager
    def reading(self) -> Iterator[DuckDBPyConnection]:
        """Give a cursor that sees one state of the data; DuckDB's errors become StoreError."""
        with in_vietnamese(self.path, (duckdb.Error,)), self._link.cursor() as cursor:
            cursor.begin()
            yield cursor
            cursor.rollback()

    @contextmanager
    def writing(self) -> Iterator[DuckDBPyConnection]:
        """Give a cursor in a transaction that is kept whole at the end, or not at all."""
        self._refuse_if_unwritable()
        with self._writing, in_vietnamese(self.path, (duckdb.Error,)):
            before = self._newest()
            try:
                yield from self._transaction()
            except duckdb.FatalException:
                # It fails after the transaction was kept, or instead of it: the file alone knows.
                if self._newest() == before:
                    raise
            self.writes += 1

    def _transaction(self) -> Iterator[DuckDBPyConnection]:
        with self._link.cursor() as cursor:
            cursor.begin()
            try:
                yield cursor
            except BaseException:
                with suppress(duckdb.Error):
                    cursor.rollback()
                raise
            cursor.commit()

    def _newest(self) -> int:
        with self._link.cursor() as cursor:
            row = cursor.execute("SELECT coalesce(max(number), 0) FROM version").fetchone()
            return int(row[0]) if row else 0

    def remember(self, key: object, make: Callable[[], Kept]) -> Kept:
        """Give what `make` gave for this key before; only for what can never change.

        Whoever asks while it is being made waits for it rather than making it again, and keeps
        nobody waiting who asks for another key.
        """
        return self._memory.remember(key, make)

    def recall(self, key: object) -> Any:  # noqa: ANN401 (whatever was made for the key)
        """Give what is remembered for a key, None when nothing is."""
        return self._memory.recall(key)

    def close(self) -> None:
        """Close the file; the next `open_store` opens it again."""
        with _registry:
            if _open.get(self.path) is self:
                del _open[self.path]
            self._link.close()

    def _refuse_if_unwritable(self) -> None:
        if self.read_only:
            raise ReadOnlyError(f"Không ghi được vào {self.path}: tệp hoặc thư mục chỉ cho đọc.")
        if not self.path.exists() or self.path.stat().st_ino != self._inode:
            raise StoreError(
                f"Tệp {self.path} đã bị xóa hoặc thay bằng tệp khác trong khi đang mở. "
                "Chưa ghi gì; hãy khởi động lại bảng theo dõi."
            )


_open: dict[Path, Store] = {}
_registry = RLock()


def open_store(path: Path, nature: Nature = "real") -> Store:
    """Open the board at `path`, once a process; raises StoreError when it is none of ours."""
    resolved = path.resolve()
    with _registry:
        store = _open.get(resolved) or _opened(resolved, nature)
        check_nature(store.nature, nature, path)
        _open[resolved] = store
    return store


def create(path: Path, nature: Nature = "real") -> Store:
    """Make a new board without any version; raises FileExistsError rather than touch a file."""
    resolved = path.resolve()
    if resolved.exists():
        raise FileExistsError(resolved)
    schema = Path(__file__).with_name("schema.sql").read_text(encoding="utf-8")
    with in_vietnamese(resolved):
        connection = duckdb.connect(resolved, config=CONFIG)
        connection.begin()
        connection.execute(schema)
        grow(connection)
        row = [APPLICATION, SCHEMA_VERSION, nature]
        connection.execute("INSERT INTO board VALUES (?, ?, ?)", row)
        connection.commit()
    store = Store(resolved, connection, read_only=False)
    with _registry:
        _open[resolved] = store
    return store


def check_nature(found: str, nature: str, path: Path) -> None:
    """Refuse a file of one nature where the other is asked for; raises ForeignError."""
    if found != nature:
        raise ForeignError(
            f"Cơ sở dữ liệu {path} chứa {NATURES[found]}, "
            f"không phải {NATURES.get(nature, nature)}; không dùng lẫn được. {KEPT} "
            f"{STARTS[found]}, hoặc chỉ tệp khác bằng BOARD_DB."
        )


def _opened(path: Path, nature: Nature) -> Store:
    _check_place(path)
    with in_vietnamese(path):
        _check_magic(path)
        # Read-only first: merely opening a stranger's file for writing may already change it.
        with duckdb.connect(path, read_only=True, config=CONFIG) as peek:
            _check_application(peek, path)
            _check_columns(peek, path)
            check_nature(_nature(peek), nature, path)
        read_only = not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK))
        connection = duckdb.connect(path, read_only=read_only, config=CONFIG)
        try:
            if not read_only:
                _grow(connection)
            return Store(path, connection, read_only=read_only)
        except BaseException:
            connection.close()
            raise


def _grow(connection: DuckDBPyConnection) -> None:
    connection.begin()
    grow(connection)
    connection.commit()


def _check_place(path: Path) -> None:
    if not path.parent.is_dir():
        raise MissingError(
            f"Không có thư mục {path.parent}. Hãy tạo thư mục này hoặc chỉ nơi khác bằng BOARD_DB."
        )
    if not path.exists():
        raise MissingError(f"Chưa có cơ sở dữ liệu {path}.")
    if not path.is_file():
        raise ForeignError(f"{path} không phải là tệp.")


def _check_magic(path: Path) -> None:
    with path.open("rb") as file:
        head = file.read(16)
    if not head:
        raise ForeignError(f"Tệp {path} rỗng, không phải cơ sở dữ liệu. {KEPT}")
    if head.startswith(b"SQLite format 3"):
        raise ForeignError(f"Tệp {path} là cơ sở dữ liệu SQLite, không phải của bảng này. {KEPT}")
    if head[8:12] != b"DUCK":
        raise ForeignError(f"Tệp {path} không phải cơ sở dữ liệu DuckDB. {KEPT}")


def _check_application(cursor: DuckDBPyConnection, path: Path) -> None:
    row = None
    with suppress(duckdb.CatalogException, duckdb.BinderException):
        row = cursor.execute("SELECT application, schema_version FROM board").fetchone()
    if row is None or row[0] != APPLICATION:
        raise ForeignError(f"Tệp {path} là cơ sở dữ liệu của một chương trình khác. {KEPT}")
    if row[1] > SCHEMA_VERSION:
        raise NewerError(
            f"Tệp {path} do phiên bản phần mềm mới hơn tạo ra (cấu trúc {row[1]}, phần mềm này đọc "
            f"được đến cấu trúc {SCHEMA_VERSION}). Hãy cập nhật phần mềm. {KEPT}"
        )


def _check_columns(cursor: DuckDBPyConnection, path: Path) -> None:
    """Refuse a board whose tables lack a column: made before this schema was settled."""
    query = "SELECT column_name FROM duckdb_columns() WHERE table_name = ?"
    for record in (each for each in (Version, *VERSIONED) if each not in GROWN):
        found = {name for (name,) in cursor.execute(query, [table_of(record)]).fetchall()}
        missing = set(columns_of(record)) - found - GROWN_COLUMNS.get(record, frozenset())
        if missing:
            raise OutdatedError(
                f"Tệp {path} thiếu cột {', '.join(sorted(missing))} của bảng {table_of(record)}: "
                f"tệp do bản phần mềm thử trước đây tạo ra. {KEPT} Hãy chuyển tệp đi nơi khác, "
                "phần mềm sẽ dựng tệp mới."
            )


def _nature(connection: DuckDBPyConnection) -> str:
    row = connection.execute("SELECT nature FROM board").fetchone()
    return str(row[0]) if row else ""
