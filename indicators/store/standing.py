"""How a database stands to its mark: the board that was marked, in it or past it, or behind it."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

import duckdb
from duckdb import DuckDBPyConnection

from indicators.store.local_time import local_day
from indicators.store.marks import Mark, marks_found
from indicators.store.records import HEAD_LETTERS

SINCE = "SELECT number, previous_hash, hash FROM version WHERE number >= ? ORDER BY number"
NEWEST = 'SELECT number, "at", hash FROM version ORDER BY number DESC LIMIT 1'
FIRST_HASH = "SELECT hash FROM version WHERE number = 1"


@dataclass(frozen=True, slots=True)
class Lag:
    """A database that is not what its mark says: its newest version, 0 without one, and the mark.

    The mark is None where there are only marks that cannot be read.
    """

    number: int
    at: datetime | None
    marked: Mark | None
    same_board: bool = True

    @property
    def sentence(self) -> str:
        """Say what is known, and what to do; names no path, as everybody reads it."""
        return (
            f"{self._what()} Bảng chỉ cho xem, không ghi gì, cho đến khi người quản trị trả đúng "
            "tệp về chỗ cũ rồi chạy lại bảng, hoặc xác nhận dùng tệp này bằng lệnh "
            f"confirm {self.number}."
        )

    @property
    def confirmation(self) -> str:
        """Note in the journal what is used from now on, and what is missing."""
        used = f"Xác nhận dùng cơ sở dữ liệu đang ở phiên bản {self.number}"
        if self.marked is None:
            return f"{used}; dấu cũ không đọc được"
        newest = f"phiên bản {self.marked.number} (mã {self.marked.hash[:HEAD_LETTERS]})"
        return f"{used}; dấu cũ ghi {newest}{'' if self.same_board else ' của một bảng khác'}"

    def _what(self) -> str:
        if self.marked is None:
            return "Dấu của cơ sở dữ liệu không đọc được, nên không biết số liệu có đủ hay không."
        if not self.same_board:
            return "Cơ sở dữ liệu đang mở là của một bảng khác, không phải bảng mà dấu đã ghi."
        if self.number < self.marked.number:
            return (
                f"Cơ sở dữ liệu đang mở chỉ đến phiên bản {self.number}{self._when()}, còn dấu cho "
                f"biết đã ghi đến phiên bản {self.marked.number}: có thể đĩa chưa được gắn, thiếu "
                "tệp .wal đi kèm, hoặc đây là một bản chép cũ."
            )
        return (
            f"Cơ sở dữ liệu đang mở không có phiên bản {self.marked.number} như dấu đã ghi: đây là "
            "một bản khác, tách ra từ trước phiên bản đó."
        )

    def _when(self) -> str:
        return f" (ghi ngày {local_day(self.at):%d/%m/%Y})" if self.at else ""


def lag_of(cursor: DuckDBPyConnection, database: Path) -> Lag | None:
    """Tell how a database differs from its marks; None where it is, or goes on from, each of them.

    Of marks that it does not agree with the newest is told. One that cannot be read says nothing
    beside one that can.
    """
    found = marks_found(database).values()
    readable = [mark for mark in found if mark]
    identity = identity_of(cursor)
    differing = [mark for mark in readable if not passes_through(cursor, identity, mark)]
    if not differing and (readable or not found):
        return None
    marked = max(differing, key=lambda mark: mark.number, default=None)
    number, at, _ = newest_of(cursor)
    return Lag(number, at, marked, marked is None or marked.identity == identity)


def mark_of(cursor: DuckDBPyConnection, identity: str) -> Mark:
    """Give the mark that belongs to a database as it is."""
    number, _, newest = newest_of(cursor)
    return Mark(identity, number, newest)


def newest_of(cursor: DuckDBPyConnection) -> tuple[int, datetime | None, str]:
    """Give number, time and hash of the newest version; 0 and '' where there is none."""
    row = cursor.execute(NEWEST).fetchone()
    return (row[0], row[1].replace(tzinfo=UTC), row[2]) if row else (0, None, "")


def identity_of(cursor: DuckDBPyConnection) -> str:
    """Tell a board from all others; one that has not grown to have an identity is its beginning."""
    with suppress(duckdb.BinderException):
        return str(cursor.execute("SELECT identity FROM board").fetchall()[0][0])
    rows = cursor.execute(FIRST_HASH).fetchall()
    return str(rows[0][0]) if rows else ""


def passes_through(cursor: DuckDBPyConnection, identity: str, mark: Mark) -> bool:
    """Whether a database holds the marked version, and its chain goes on from there unbroken."""
    if mark.identity != identity or mark.number == 0:
        return mark.identity == identity
    since = cursor.execute(SINCE, [mark.number]).fetchall()
    if not since or (since[0][0], since[0][2]) != (mark.number, mark.hash):
        return False
    return all(
        (number, previous) == (before[0] + 1, before[2])
        for before, (number, previous, _) in pairwise(since)
    )
