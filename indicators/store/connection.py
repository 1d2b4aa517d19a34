"""One connection a file and process; what is no board of ours is refused and left as it is."""

import logging
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from threading import RLock
from typing import Any, TypeVar
from uuid import uuid4

import duckdb
from duckdb import DuckDBPyConnection

from indicators.settings.board import database_path, remembered_rows
from indicators.settings.sections import Nature
from indicators.store.errors import (
    KEPT,
    DamagedError,
    DatabaseError,
    ForeignError,
    HeldError,
    LagError,
    MissingError,
    NewerError,
    OutdatedError,
    ReadOnlyError,
    ReplacedError,
    StoreError,
    in_vietnamese,
)
from indicators.store.growth import lay_out, schema_of
from indicators.store.link import Link, connecting
from indicators.store.marks import Mark, write_marks
from indicators.store.memory import Memory
from indicators.store.private import keep_private, log_of, made_private, private_log
from indicators.store.recognition import (
    SCHEMA_VERSION,
    check_content,
    check_file,
    check_nature,
    nature_of,
)
from indicators.store.standing import Lag, identity_of, lag_of, mark_of
from indicators.store.upgrade import BeforeUpgrade, check_upgradable, upgrade

log = logging.getLogger(__name__)

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

# Bytes up to which what changed is written anew after each version, in a tenth of a second; a
# larger file is put in order every so many versions, as hundreds of parts are slow to read.
SMALL, MANY = 64_000_000, 32

Kept = TypeVar("Kept")


class Store:
    """An open database: any thread may read through `reading`; `writing` lets one in at a time."""

    def __init__(
        self,
        path: Path,
        connection: DuckDBPyConnection,
        *,
        read_only: bool,
        lag: Lag | None = None,
        marked: bool = True,
    ) -> None:
        self.path = path
        self.read_only = read_only
        # Why it is shown only: it is not what its mark says.
        self.lag = lag
        self.nature = nature_of(connection)
        self.schema = schema_of(connection)
        self.identity = identity_of(connection)
        # A draft of which nobody takes a copy is settled once, when it is closed.
        self._draft = not marked
        self._link = Link(connection, connecting(path, read_only=read_only))
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
        with (
            self._writing,
            in_vietnamese(self.path, (duckdb.Error,)),
            self._link.cursor() as reader,
        ):
            reader.begin()
            before = mark_of(reader, self.identity)
            try:
                yield from self._transaction()
            except duckdb.FatalException:
                # It fails after the transaction was kept, or instead of it: the file alone knows.
                if self._newest() == before:
                    raise
            self.writes += 1
            if not self._draft:
                self.settle(reader)

    def _transaction(self) -> Iterator[DuckDBPyConnection]:
        with self._link.cursor() as cursor:
            cursor.begin()
            try:
                yield cursor
            except BaseException:
                with suppress(duckdb.Error):
                    cursor.rollback()
                raise
            with private_log(self.path):
                cursor.commit()

    def settle(self, reader: DuckDBPyConnection | None = None) -> None:
        """Mark the newest version, and move the log into the file: then a copy of it is whole.

        What was recorded stays recorded where that fails; the next version or the end tries again.
        While a `reader` sees the state before, DuckDB only adds what is new, as parts of their
        own; else it writes each table that changed anew, with the files that are kept in it.
        """
        if self.read_only or self._is_replaced():
            return
        try:
            with self._writing, self._link.cursor() as cursor:
                newest = mark_of(cursor, self.identity)
                if self.nature == "real" and not self._draft:
                    write_marks(self.path, newest)
                if reader and (self.path.stat().st_size < SMALL or newest.number % MANY == 0):
                    reader.rollback()
                if log_of(self.path).exists():
                    cursor.execute("CHECKPOINT")
        except duckdb.Error as error:
            log.warning("What was last recorded in %s stays in its log: %s", self.path, error)

    @contextmanager
    def held_still(self) -> Iterator[Mark]:
        """Keep new versions out while the file alone holds all; others go on reading. For a copy.

        This process must not open the file meanwhile: closing it would end DuckDB's lock on it.
        """
        self._refuse_if_unwritable()
        with self._writing:
            self.settle()
            if log_of(self.path).exists():
                raise DatabaseError(
                    f"Chưa chuyển hết được số liệu từ {log_of(self.path)} vào tệp; chưa chép gì."
                )
            yield self._newest()

    @contextmanager
    def taken_as_it_is(self, before_upgrade: BeforeUpgrade) -> Iterator[None]:
        """Let a version be recorded in a file that is not what its mark says: then it is marked so.

        Without one it stays shown only. Raises StoreError where it cannot be opened for writing.
        """
        self._refuse_if_replaced()
        if not _is_writable(self.path):
            raise ReadOnlyError(_told_read_only(self.path))
        with self._writing:
            self._reopen_for_writing(before_upgrade)
            self.lag, self.read_only = None, False
            try:
                yield
            finally:
                self._look_at_mark()

    def _reopen_for_writing(self, before_upgrade: BeforeUpgrade) -> None:
        with in_vietnamese(self.path):
            if is_older := self.schema < SCHEMA_VERSION:
                with self._link.cursor() as cursor:
                    check_upgradable(cursor, self.path)
                before_upgrade(self.path)
            self._link.reopen(connecting(self.path, read_only=False))
            keep_private(self.path)
            if is_older:
                with self._link.cursor() as cursor:
                    upgrade(cursor, self.path)
                    self.schema, self.identity = schema_of(cursor), identity_of(cursor)

    def _look_at_mark(self) -> None:
        with self._link.cursor() as cursor:
            self.lag = lag_of(cursor, self.path)
        self.read_only = self.lag is not None

    def _newest(self) -> Mark:
        with self._link.cursor() as cursor:
            return mark_of(cursor, self.identity)

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
                self.settle()
            self._link.close()

    def _refuse_if_unwritable(self) -> None:
        if self.lag:
            raise LagError(self.lag.sentence)
        if self.schema < SCHEMA_VERSION and _is_writable(self.path):
            raise OutdatedError(f"Tệp {self.path} chưa được nâng cấp cho bản phần mềm này. {KEPT}")
        if self.read_only:
            raise ReadOnlyError(_told_read_only(self.path))
        self._refuse_if_replaced()

    def _refuse_if_replaced(self) -> None:
        if self._is_replaced():
            raise ReplacedError(
                f"Tệp {self.path} đã bị xóa hoặc thay bằng tệp khác trong khi đang mở. "
                "Chưa ghi gì; hãy khởi động lại bảng theo dõi."
            )

    def _is_replaced(self) -> bool:
        return not self.path.exists() or self.path.stat().st_ino != self._inode


_open: dict[Path, Store] = {}
_registry = RLock()


def open_store(
    path: Path,
    nature: Nature = "real",
    *,
    marked: bool = True,
    before_upgrade: BeforeUpgrade | None = None,
) -> Store:
    """Open the board at `path`, once a process; raises StoreError when it is none of ours.

    A real board is held to its mark, and marked where it has none, unless `marked` is False: a
    draft is no board yet. One of an earlier schema is upgraded once `before_upgrade` was called
    with it; without that it is only read.
    """
    resolved = path.resolve()
    with _registry:
        store = _open.get(resolved) or _opened(resolved, nature, before_upgrade, marked=marked)
        check_nature(store.nature, nature, path)
        _open[resolved] = store
    return store


def close_all() -> None:
    """Close every board that this process has open, as it ends."""
    for store in list(_open.values()):
        store.close()


def create(
    path: Path, nature: Nature = "real", *, marked: bool = True, identity: str | None = None
) -> Store:
    """Make a new board without any version; raises FileExistsError rather than touch a file.

    It gets an identity of its own unless one is given, of a board that it is to become.
    """
    resolved = path.resolve()
    if resolved.exists():
        raise FileExistsError(resolved)
    with in_vietnamese(resolved), made_private():
        connection = connecting(resolved, read_only=False)()
        try:
            lay_out(connection, nature, identity or str(uuid4()))
            store = Store(resolved, connection, read_only=False, marked=marked)
        except BaseException:
            connection.close()
            raise
    with _registry:
        _open[resolved] = store
    return store


def _opened(
    path: Path, nature: Nature, before_upgrade: BeforeUpgrade | None, *, marked: bool
) -> Store:
    with in_vietnamese(path):
        check_file(path)
        lag, read_only, grows = _looked_at(path, nature, before_upgrade, marked=marked)
        connection = connecting(path, read_only=read_only)()
        try:
            if not read_only:
                keep_private(path)
            if grows:
                upgrade(connection, path)
            store = Store(path, connection, read_only=read_only, lag=lag, marked=marked)
            store.settle()
        except BaseException:
            connection.close()
            raise
    return store


def _looked_at(
    path: Path, nature: Nature, before_upgrade: BeforeUpgrade | None, *, marked: bool
) -> tuple[Lag | None, bool, bool]:
    """Refuse what is no board, hold a real one to its mark; whether it is only read, or grows.

    Read-only: merely opening a stranger's file for writing may already change it. One that grows
    has been kept when this ends.
    """
    with connecting(path, read_only=True)() as peek:
        check_content(peek, path, nature)
        lag = lag_of(peek, path) if marked and nature == "real" else None
        is_older = schema_of(peek) < SCHEMA_VERSION
        stays_older = is_older and before_upgrade is None
        read_only = lag is not None or stays_older or not _is_writable(path)
        if grows := is_older and not read_only:
            check_upgradable(peek, path)
    if before_upgrade and grows:
        before_upgrade(path)
    return lag, read_only, grows


def _is_writable(path: Path) -> bool:
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def _told_read_only(path: Path) -> str:
    return f"Không ghi được vào {path}: tệp hoặc thư mục chỉ cho đọc."
