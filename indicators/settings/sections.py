"""Every server setting there is: a class a section of board.toml, a field a key.

A new key is one line here; the file, its BOARD_… variable, checks, `settings` and the commented new
file follow from it. Comments are for whoever looks after the server.
"""

from dataclasses import MISSING, dataclass, field, fields
from pathlib import Path
from typing import Any, Literal

from indicators.settings.kinds import CLOCK_TIME, FILE, FOLDER, WEB_ADDRESS, WHOLE, Kind, choice

Nature = Literal["real", "illustrative"]
NATURE = choice(illustrative="bảng minh họa", real="bảng thật")


def setting(
    default: object,
    kind: Kind,
    variable: str,
    comment: str,
    unset: str = "",
    *,
    secret: bool = False,
) -> Any:  # noqa: ANN401 (a field of the class's own type)
    """Describe a key; `unset` says in Vietnamese what holds while it is not set.

    A secret is never printed, nor repeated in a refusal.
    """
    about = {"kind": kind, "variable": variable, "comment": comment, "unset": unset}
    return field(default=default, metadata=about | {"secret": secret})


@dataclass(frozen=True, slots=True)
class Board:
    """Which board this server shows, and where others find it."""

    database: Path | None = setting(
        None, FILE, "BOARD_DB", "Tệp cơ sở dữ liệu của bảng.", "data/board.duckdb của phần mềm"
    )
    nature: Nature = setting(
        "real", NATURE, "BOARD_NATURE", "Số liệu thật (real) hay minh họa (illustrative)."
    )
    mark: Path | None = setting(
        None,
        FOLDER,
        "BOARD_MARK",
        "Thư mục đã có, tốt nhất ở đĩa khác, giữ dấu thứ hai của cơ sở dữ liệu.",
        "thư mục trên thư mục của tệp",
    )
    url: str = setting(
        "",
        WEB_ADDRESS,
        "BOARD_URL",
        "Địa chỉ mà mọi người dùng để mở bảng; mã QR mang địa chỉ này.",
        "địa chỉ IP của máy",
    )


@dataclass(frozen=True, slots=True)
class Limits:
    """The most a file may hold.

    Bytes as sent and unpacked; rows with data, columns, cells; of a workbook visible sheets, styles
    of cells, number formats and shared texts; letters of a cell, a word, a number format; seconds
    and bytes of memory that its reading may take. Of files with over `upload_rows_alone` rows one
    is examined at a time.
    """

    upload_bytes: int = setting(
        20_000_000,
        WHOLE,
        "BOARD_UPLOAD_BYTES",
        "Tệp gửi lên lớn nhất, tính bằng byte (20 MB). Một người giữ được cùng lúc số tệp lớn "
        "bằng hai tệp như thế, mọi người bằng hai mươi.",
    )
    upload_unpacked_bytes: int = setting(
        400_000_000,
        WHOLE,
        "BOARD_UPLOAD_UNPACKED_BYTES",
        "Tệp .xlsx sau khi giải nén lớn nhất, tính bằng byte; chặn tệp nhỏ mà bung ra làm đầy "
        "bộ nhớ.",
    )
    upload_rows: int = setting(
        200_000, WHOLE, "BOARD_UPLOAD_ROWS", "Số dòng số liệu nhiều nhất của một tệp."
    )
    upload_columns: int = setting(
        500, WHOLE, "BOARD_UPLOAD_COLUMNS", "Số cột nhiều nhất của một tệp."
    )
    # A few far columns over all rows would fill the memory before the other limits are met.
    upload_cells: int = setting(
        12_000_000,
        WHOLE,
        "BOARD_UPLOAD_CELLS",
        "Số ô nhiều nhất của một tệp; chặn bảng có vài ô nằm quá xa.",
    )
    upload_sheets: int = setting(
        500, WHOLE, "BOARD_UPLOAD_SHEETS", "Số trang tính không ẩn nhiều nhất của một tệp .xlsx."
    )
    # Excel writes no more than 65 490 styles, a few hundred formats of 255 letters, and cells of
    # 32 767 letters.
    upload_styles: int = setting(
        65_490,
        WHOLE,
        "BOARD_UPLOAD_STYLES",
        "Số kiểu ô nhiều nhất của một tệp .xlsx; bằng mức của Excel.",
    )
    upload_formats: int = setting(
        1_000, WHOLE, "BOARD_UPLOAD_FORMATS", "Số định dạng số nhiều nhất của một tệp .xlsx."
    )
    upload_strings: int = setting(
        2_000_000,
        WHOLE,
        "BOARD_UPLOAD_STRINGS",
        "Số nội dung chữ khác nhau nhiều nhất của một tệp .xlsx.",
    )
    upload_cell_letters: int = setting(
        32_767,
        WHOLE,
        "BOARD_UPLOAD_CELL_LETTERS",
        "Ô dài nhất, tính bằng ký tự; bằng mức của Excel.",
    )
    upload_word_letters: int = setting(
        2_000,
        WHOLE,
        "BOARD_UPLOAD_WORD_LETTERS",
        "Từ dài nhất trong một ô, tính bằng ký tự; đủ cho một địa chỉ mạng.",
    )
    upload_format_letters: int = setting(
        255,
        WHOLE,
        "BOARD_UPLOAD_FORMAT_LETTERS",
        "Định dạng số dài nhất, tính bằng ký tự; bằng mức của Excel.",
    )
    # On a busy machine the largest file that is accepted takes about half of both.
    upload_seconds: int = setting(
        180,
        WHOLE,
        "BOARD_UPLOAD_SECONDS",
        "Thời gian đọc một tệp lâu nhất, tính bằng giây; quá thì dừng và báo người gửi; tệp nhỏ "
        "được một phần tư.",
    )
    upload_memory_bytes: int = setting(
        2_000_000_000,
        WHOLE,
        "BOARD_UPLOAD_MEMORY_BYTES",
        "Bộ nhớ nhiều nhất để đọc một tệp, tính bằng byte; quá thì dừng và báo người gửi.",
    )
    upload_rows_alone: int = setting(
        20_000, WHOLE, "BOARD_UPLOAD_ROWS_ALONE",
        "Tệp có nhiều dòng hơn mức này được kiểm tra từng tệp một, các tệp khác chờ đến lượt.",
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Memory:
    """What is kept in memory for the next reader."""

    # About 400 MB when all are used, by rows of figures.
    remembered_rows: int = setting(
        400_000,
        WHOLE,
        "BOARD_REMEMBERED_ROWS",
        "Số dòng kết quả đã tính được giữ cho người xem sau; 400000 dòng chiếm khoảng 400 MB.",
    )


@dataclass(frozen=True, slots=True)
class Backup:
    """Where the night's backup goes, when it is made, of how many nights it is kept."""

    folder: Path | None = setting(
        None,
        FOLDER,
        "BOARD_BACKUP_FOLDER",
        "Thư mục đã có, tốt nhất ở đĩa khác, nhận bản sao lưu hằng đêm.",
        "thư mục backups cạnh cơ sở dữ liệu",
    )
    at: str = setting(
        "01:30", CLOCK_TIME, "BOARD_BACKUP_AT", "Giờ sao lưu hằng đêm, theo giờ Việt Nam."
    )
    daily: int = setting(
        7, WHOLE, "BOARD_BACKUP_DAILY", "Giữ bản sao lưu hằng đêm của bao nhiêu ngày gần nhất."
    )
    weekly: int = setting(
        5, WHOLE, "BOARD_BACKUP_WEEKLY", "Của bao nhiêu tuần gần nhất giữ một bản mỗi tuần."
    )
    monthly: int = setting(
        12, WHOLE, "BOARD_BACKUP_MONTHLY", "Của bao nhiêu tháng gần nhất giữ một bản mỗi tháng."
    )


@dataclass(frozen=True, slots=True)
class Log:
    """Where the server writes what it did, how much of it is kept, what counts as slow."""

    folder: Path | None = setting(
        None,
        FOLDER,
        "BOARD_LOG_FOLDER",
        "Thư mục của nhật ký máy chủ (mỗi việc một dòng JSON, không có nội dung hay tên người).",
        "thư mục logs cạnh cơ sở dữ liệu",
    )
    file_bytes: int = setting(
        10_000_000, WHOLE, "BOARD_LOG_FILE_BYTES", "Một tệp nhật ký dài nhất, tính bằng byte."
    )
    files: int = setting(9, WHOLE, "BOARD_LOG_FILES", "Số tệp nhật ký cũ được giữ.")
    slow_milliseconds: int = setting(
        3_000,
        WHOLE,
        "BOARD_LOG_SLOW_MILLISECONDS",
        "Trang lâu hơn mức này, tính bằng mili giây, được ghi là chậm.",
    )


LIMITS = Limits()
SECTIONS: dict[str, type] = {
    "board": Board, "backup": Backup, "limits": Limits, "log": Log, "memory": Memory,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Key:
    """A key of board.toml: where it stands, its default and what `setting` says of it."""

    section: str
    name: str
    default: Any
    kind: Kind
    variable: str
    comment: str
    unset: str
    secret: bool


def keys_of(section: str, fields_in: type) -> tuple[Key, ...]:
    """List the keys of a section's class; one without a default is a mistake of ours."""
    assert all(each.default is not MISSING for each in fields(fields_in))  # noqa: S101
    return tuple(
        Key(section, each.name, each.default, **each.metadata) for each in fields(fields_in)
    )


KEYS = tuple(key for name, each in SECTIONS.items() for key in keys_of(name, each))
