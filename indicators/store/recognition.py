"""Whether a file is a board of this software and nature; what is not is refused by name."""

from contextlib import suppress
from pathlib import Path

import duckdb
from duckdb import DuckDBPyConnection

from indicators.store.errors import KEPT, ForeignError, MissingError, NewerError, OutdatedError
from indicators.store.records import Version
from indicators.store.tables import GROWN, GROWN_COLUMNS, VERSIONED, columns_of, table_of

APPLICATION = "bang-theo-doi-71"
SCHEMA_VERSION = 3

NATURES: dict[str, str] = {"real": "số liệu thật", "illustrative": "số liệu minh họa"}
# How the board is started that a file belongs to.
STARTS = {
    "real": "Hãy mở tệp này bằng bảng thật (make run, không đặt BOARD_NATURE)",
    "illustrative": "Hãy mở tệp này bằng bảng minh họa (make demo, BOARD_NATURE=illustrative)",
}


def check_file(path: Path) -> None:
    """Refuse what cannot be a database by its place and first bytes."""
    _check_place(path)
    _check_magic(path)


def check_content(cursor: DuckDBPyConnection, path: Path, nature: str) -> None:
    """Refuse a database that is no board of today's software or of another nature."""
    _check_application(cursor, path)
    _check_columns(cursor, path)
    check_nature(nature_of(cursor), nature, path)


def check_nature(found: str, nature: str, path: Path) -> None:
    """Refuse a file of one nature where the other is asked for; raises ForeignError."""
    if found != nature:
        raise ForeignError(
            f"Cơ sở dữ liệu {path} chứa {NATURES[found]}, "
            f"không phải {NATURES.get(nature, nature)}; không dùng lẫn được. {KEPT} "
            f"{STARTS[found]}, hoặc chỉ tệp khác bằng BOARD_DB."
        )


def nature_of(cursor: DuckDBPyConnection) -> str:
    """Give the nature of a board's figures."""
    # All rows: the one connection would go on reading for ever, and the log never be tidied whole.
    rows = cursor.execute("SELECT nature FROM board").fetchall()
    return str(rows[0][0]) if rows else ""


def check_folder(path: Path) -> None:
    """Refuse a database whose folder is not there; raises MissingError."""
    if not path.parent.is_dir():
        raise MissingError(
            f"Không có thư mục {path.parent}. Hãy tạo thư mục này hoặc chỉ nơi khác bằng BOARD_DB."
        )


def _check_place(path: Path) -> None:
    check_folder(path)
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
    if row is None and cursor.execute("SELECT 1 FROM duckdb_tables()").fetchone() is None:
        raise ForeignError(
            f"Tệp {path} không có bảng dữ liệu nào: có thể lần dựng trước bị dừng vì đĩa đầy. "
            f"{KEPT} Hãy chuyển tệp đi nơi khác rồi chạy lại, phần mềm sẽ dựng tệp mới."
        )
    if row is None or row[0] != APPLICATION:
        raise ForeignError(f"Tệp {path} là cơ sở dữ liệu của một chương trình khác. {KEPT}")
    if row[1] > SCHEMA_VERSION:
        raise NewerError(
            f"Tệp {path} do phiên bản phần mềm mới hơn tạo ra (cấu trúc {row[1]}, phần mềm này đọc "
            f"được đến cấu trúc {SCHEMA_VERSION}). Hãy cập nhật phần mềm. {KEPT}"
        )


def _check_columns(cursor: DuckDBPyConnection, path: Path) -> None:
    """Refuse a board whose tables lack a column: made before this schema was settled."""
    found = set(cursor.execute("SELECT table_name, column_name FROM duckdb_columns()").fetchall())
    for record in (each for each in (Version, *VERSIONED) if each not in GROWN):
        needed = set(columns_of(record)) - GROWN_COLUMNS.get(record, frozenset())
        missing = {name for name in needed if (table_of(record), name) not in found}
        if missing:
            raise OutdatedError(
                f"Tệp {path} thiếu cột {', '.join(sorted(missing))} của bảng {table_of(record)}: "
                f"tệp do bản phần mềm thử trước đây tạo ra. {KEPT} Hãy chuyển tệp đi nơi khác, "
                "phần mềm sẽ dựng tệp mới."
            )
