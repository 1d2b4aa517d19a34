"""Making a database aside: proven whole before it gets its name, and gone where it is not."""

import os
from collections.abc import Callable
from pathlib import Path

from indicators.store.connection import Nature, open_store
from indicators.store.durable import sync_file, sync_folder
from indicators.store.errors import (
    DatabaseError,
    GoneError,
    NoRoomError,
    ReadOnlyError,
    in_vietnamese,
)
from indicators.store.journal import verify
from indicators.store.marks import marks_found
from indicators.store.private import log_of


def build_aside(path: Path, nature: Nature, fill: Callable[[Path], None]) -> None:
    """Have `fill` make a database at the path it is given, and give that its own; for who is alone.

    Raises StoreError where there is or was a board already, or it is not whole.
    """
    draft = path.with_name(f".{path.name}.building.tmp")
    check_free(path)
    with in_vietnamese(path):
        _clear(draft)
        try:
            fill(draft)
            _check_whole(draft, nature)
            _move(draft, path)
        except NoRoomError as error:
            raise NoRoomError(
                f"Hết chỗ trên đĩa, chưa dựng được {path}; tệp dở dang đã được dọn. Hãy giải phóng "
                "chỗ trên đĩa rồi chạy lại."
            ) from error
        finally:
            _clear(draft)


def check_free(path: Path) -> None:
    """Refuse a place where there is or was a board, or none can be; raises StoreError."""
    journal = log_of(path)
    if path.exists():
        raise DatabaseError(f"Đã có tệp {path}; không ghi đè.")
    _check_unmarked(path)
    if not os.access(path.parent, os.W_OK):
        raise ReadOnlyError(f"Không tạo được {path}: thư mục chỉ cho đọc.")
    if journal.exists():
        raise DatabaseError(
            f"Còn tệp {journal} mà không có {path.name}: có thể là phần số liệu chưa kịp nhập vào. "
            "Hãy trả tệp cơ sở dữ liệu về chỗ cũ, hoặc chuyển tệp .wal đi nơi khác."
        )


def _check_unmarked(path: Path) -> None:
    """Refuse to build where a board was: its marks are there, and its file is not."""
    if found := marks_found(path):
        number = max((mark.number for mark in found.values() if mark), default=None)
        reached = "" if number is None else f", đến phiên bản {number}"
        raise GoneError(
            f"Không thấy tệp {path}, mà theo dấu còn lại thì ở đây đã có cơ sở dữ liệu{reached}. "
            "Chưa dựng tệp mới, để số liệu không mất mà không ai hay. Hãy gắn lại đĩa, hoặc trả "
            "tệp (hay bản sao lưu) về chỗ cũ rồi chạy lại. Chỉ khi thật sự muốn bắt đầu từ đầu "
            f"mới chuyển tệp dấu đi nơi khác: {', '.join(map(str, found))}."
        )


def _clear(draft: Path) -> None:
    # Under the lock a draft can only be what an interrupted build of ours left.
    for leftover in (draft, log_of(draft)):
        leftover.unlink(missing_ok=True)


def _check_whole(draft: Path, nature: Nature) -> None:
    """Open what was built and read it to its end: on a full disk it is closed without a word."""
    if log_of(draft).exists():
        raise NoRoomError
    store = open_store(draft, nature, marked=False)
    try:
        if faults := verify(store):
            raise DatabaseError(f"Cơ sở dữ liệu vừa dựng đọc lại không đúng: {faults[0]}")
    finally:
        store.close()


def _move(draft: Path, path: Path) -> None:
    """Give the finished draft its name, on disk for good; a file that is there stays."""
    sync_file(draft)
    try:
        path.hardlink_to(draft)
    except FileExistsError:
        raise DatabaseError(f"Đã có tệp {path}; không ghi đè.") from None
    except OSError:
        # No hard links on this disk; the lock on the folder keeps a second builder out.
        draft.rename(path)
    sync_folder(path.parent)
