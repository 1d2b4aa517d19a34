"""What can go wrong with the database file, each as the Vietnamese sentence the user will read."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

KEPT = "Tệp được giữ nguyên."


class StoreError(Exception):
    """The store cannot do what was asked; the message is the Vietnamese sentence to show."""

    @property
    def for_readers(self) -> str:
        """The sentence for a page."""
        return str(self)


class DatabaseError(StoreError):
    """Something about the file, which the message names: that is for the log and the terminal."""

    what = "Chưa dùng được tệp số liệu của bảng."

    @property
    def for_readers(self) -> str:
        """What happened, without paths and numbers of processes."""
        return f"{self.what} Lý do đầy đủ nằm trong nhật ký của máy chủ, dành cho người quản trị."


class PublishedError(StoreError):
    """A published file has a wrong row: nothing of it was recorded."""


class StaleError(StoreError):
    """Somebody recorded something since what is to be written was prepared."""


class AccountsFileError(DatabaseError):
    """The file of accounts cannot be used, or is of another board."""

    what = "Chưa dùng được tệp tài khoản của bảng."


class MissingError(DatabaseError):
    """There is no database, or no folder for one."""

    what = "Không thấy tệp số liệu của bảng ở nơi đã đặt."


class GoneError(MissingError):
    """There is no database where a mark says that there was one."""

    what = "Không thấy tệp số liệu của bảng, dù trước đây đã ghi vào đó; chưa dựng tệp mới."


class ForeignError(DatabaseError):
    """The file is something else than a board of this programme and nature."""

    what = "Tệp ở nơi đã đặt không phải là số liệu của bảng này."


class DamagedError(DatabaseError):
    """The file cannot be read to its end."""

    what = "Tệp số liệu của bảng bị hỏng, không đọc được hết."


class NewerError(DatabaseError):
    """The file was written by a newer version of the software."""

    what = "Tệp số liệu của bảng do bản phần mềm mới hơn tạo ra."


class OutdatedError(DatabaseError):
    """The file was written before the schema had all of today's columns."""

    what = "Tệp số liệu của bảng do bản phần mềm thử trước đây tạo ra."


class UpgradeError(DatabaseError):
    """A board of an earlier schema cannot become one of today's, and stays as it is."""

    what = "Chưa nâng cấp được tệp số liệu của bảng cho bản phần mềm này; tệp được giữ nguyên."


class HeldError(DatabaseError):
    """Another process has the file open."""

    what = "Tệp số liệu của bảng đang được một chương trình khác dùng; hãy thử lại sau ít giây."


class ReadOnlyError(DatabaseError):
    """The file or its folder cannot be written."""

    what = "Tệp số liệu của bảng chỉ cho đọc, hoặc máy chủ không có quyền; chưa ghi gì."


class LagError(ReadOnlyError):
    """The file is not what its mark says, in a sentence that names no path: everybody reads it."""

    @property
    def for_readers(self) -> str:
        """The sentence itself."""
        return str(self)


class NoRoomError(DatabaseError):
    """The disk is full: nothing of what was to be written is kept."""

    what = "Máy chủ hết chỗ trên đĩa, chưa ghi được gì."


class ReplacedError(DatabaseError):
    """Another file, or none, lies where the open one was."""

    what = "Tệp số liệu của bảng đã bị xóa hoặc thay trong khi bảng đang mở; chưa ghi gì."


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
        return ReadOnlyError(
            f"Không có quyền đọc hoặc ghi {path}, hoặc đĩa chỉ cho đọc. Hãy cho tài khoản chạy "
            "bảng quyền đọc, ghi tệp này và thư mục của nó."
        )
    return DatabaseError(f"Không dùng được cơ sở dữ liệu {path} ({type(error).__name__}).")


def _held(path: Path, text: str) -> HeldError:
    holder = re.search(r"PID (\d+)", text)
    who = f"tiến trình {holder[1]}" if holder else "một tiến trình khác"
    return HeldError(f"Cơ sở dữ liệu {path} đang được {who} dùng; hãy thử lại sau ít giây.")
