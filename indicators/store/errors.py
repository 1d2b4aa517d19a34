"""What can go wrong with the database file, each as the Vietnamese sentence the user will read."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

KEPT = "Tệp được giữ nguyên."


class StoreError(Exception):
    """The store cannot do what was asked; the message is the Vietnamese sentence to show."""


class PublishedError(StoreError):
    """A published file has a wrong row: nothing of it was recorded."""


class StaleError(StoreError):
    """Somebody recorded something since what is to be written was prepared."""


class MissingError(StoreError):
    """There is no database, or no folder for one."""


class ForeignError(StoreError):
    """The file is something else than a board of this programme and nature."""


class DamagedError(StoreError):
    """The file cannot be read to its end."""


class NewerError(StoreError):
    """The file was written by a newer version of the software."""


class OutdatedError(StoreError):
    """The file was written before the schema had all of today's columns."""


class HeldError(StoreError):
    """Another process has the file open."""


class ReadOnlyError(StoreError):
    """The file or its folder cannot be written, or the file is not what its mark says."""


class NoRoomError(StoreError):
    """The disk is full: nothing of what was to be written is kept."""


@contextmanager
def in_vietnamese(
    path: Path, kinds: tuple[type[Exception], ...] = (duckdb.Error, OSError)
) -> Iterator[None]:
    """Turn the errors of DuckDB and of the file system into a StoreError about `path`."""
    try:
        yield
    except kinds as error:
        raise _explained(path, error) from error


def _explained(path: Path, error: Exception) -> StoreError:
    text = str(error)
    if "Could not set lock" in text:
        return _held(path, text)
    if "with version number" in text or "newer version" in text:
        return NewerError(
            f"Tệp {path} do phiên bản DuckDB mới hơn tạo ra. Hãy cập nhật phần mềm. {KEPT}"
        )
    if re.search(r"[Cc]orrupt|checksum|not read enough|Serialization|[Dd]eserializ", text):
        return DamagedError(
            f"Cơ sở dữ liệu {path} bị hỏng, không đọc được hết. {KEPT} "
            "Hãy khôi phục từ bản sao lưu."
        )
    if re.search(r"[Nn]o space left|[Dd]isk quota|[Ff]ile too large", text):
        return NoRoomError(f"Hết chỗ trên đĩa, chưa ghi được gì vào {path}.")
    if re.search(r"[Pp]ermission denied|[Rr]ead-only file system|not permitted", text):
        return ReadOnlyError(f"Không có quyền đọc hoặc ghi {path}, hoặc đĩa chỉ cho đọc.")
    return StoreError(f"Không dùng được cơ sở dữ liệu {path} ({type(error).__name__}).")


def _held(path: Path, text: str) -> HeldError:
    holder = re.search(r"PID (\d+)", text)
    who = f"tiến trình {holder[1]}" if holder else "một tiến trình khác"
    return HeldError(f"Cơ sở dữ liệu {path} đang được {who} dùng; hãy thử lại sau ít giây.")
